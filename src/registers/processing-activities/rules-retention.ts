// Rules on retention: a term for every kind of data, founded on law, the Selectielijst 2020 or an explained own decision (art. 5 lid 1 onder e AVG).
import type { ActivityInput } from './declaration.ts'
import { isController, isFilled, isPolice, labelOf, type Rule, type Rules } from './rules-shape.ts'

type Context = Parameters<Rule['finds']>[1]
type Row = ActivityInput['retention_rules'][number]

export const retentionRules = {
  'retention-missing': {
    field: 'retention_rules', severity: 'blocking', citation: 'art. 5 lid 1 onder e en art. 30 lid 1 onder f AVG', norms: ['H-07', 'H-18', 'M-11'],
    words: { nl: 'Er staat geen bewaartermijn.', en: 'There is no retention term.' },
    advice: { nl: 'Zoek de termijn in de wet of de Selectielijst 2020. Staat die daar niet? Neem dan zelf een besluit.', en: 'Look for the term in the law or the Selection list 2020. If it isn’t there, decide yourself.' },
    finds: (entry) => isController(entry) && entry.retention_rules.length === 0,
  },
  'retention-vague': {
    field: 'retention_rules', severity: 'serious', citation: 'art. 5 lid 1 onder e en art. 30 lid 1 onder f AVG', norms: ['H-18', 'N-25', 'M-11'],
    words: { nl: '“Zo lang als nodig” is geen bewaartermijn.', en: '“As long as needed” is no retention term.' },
    advice: { nl: 'Kies een termijn in dagen, maanden of jaren, en vanaf wanneer die telt.', en: 'Choose a term in days, months or years, and from when it counts.' },
    finds: (entry, context) => namesWhere(entry, (row) => !hasEnd(row, context) && saysAsLongAsNeeded(row)),
  },
  'retention-term-missing': {
    field: 'retention_rules', severity: 'serious', citation: 'art. 5 lid 1 onder e en art. 30 lid 1 onder f AVG', norms: ['H-18', 'M-11'],
    words: { nl: 'Hier staat geen termijn en ook niet dat u blijvend bewaart.', en: 'There is neither a term here nor permanent keeping.' },
    advice: { nl: 'Vul de termijn in, bijvoorbeeld 7 jaar.', en: 'Fill in the term, for instance 7 years.' },
    finds: (entry, context) => namesWhere(entry, (row) => !hasEnd(row, context) && !saysAsLongAsNeeded(row)),
  },
  'retention-contradictory': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e AVG', norms: ['H-18'],
    words: { nl: 'U bewaart blijvend, maar er staat ook een termijn.', en: 'You keep permanently, but there is a term as well.' },
    advice: { nl: 'Kies een van de twee.', en: 'Choose one of the two.' },
    finds: (entry) => namesWhere(entry, ({ disposal, term }) => disposal === 'keep_permanently' && isFilled(term)),
  },
  'retention-source-missing': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e en lid 2 AVG', norms: ['H-18', 'W-09'],
    words: { nl: 'Er staat niet waar deze termijn vandaan komt.', en: 'It doesn’t say where this term comes from.' },
    advice: { nl: 'Kies de wet, de selectielijst of een eigen besluit.', en: 'Choose the law, the selection list or an own decision.' },
    finds: (entry) => namesWhere(entry, ({ source }) => source === null),
  },
  'retention-own-unexplained': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e en lid 2 AVG', norms: ['N-25'],
    words: { nl: 'U koos deze termijn zelf, maar er staat niet waarom.', en: 'You chose this term yourself, but it doesn’t say why.' },
    advice: { nl: 'Leg uit waarom u de gegevens zo lang nodig hebt, en wie dat besloot.', en: 'Explain why you need the data that long, and who decided so.' },
    finds: (entry) => namesWhere(entry, ({ source, explanation }) => source === 'own' && !isFilled(explanation)),
  },
  'retention-law-missing': {
    field: 'retention_rules', severity: 'serious', citation: 'art. 5 lid 1 onder e en lid 2 AVG', norms: ['H-18', 'N-25', 'W-09'],
    words: { nl: 'De termijn komt uit een wet, maar er staat niet welke.', en: 'The term comes from a law, but it doesn’t say which.' },
    advice: { nl: 'Noem de wet en het artikel.', en: 'Name the law and the article.' },
    finds: (entry) => namesWhere(entry, ({ source, law }) => source === 'sector_law' && !isFilled(law)),
  },
  'selection-result-missing': {
    field: 'retention_rules', severity: 'attention', citation: 'Selectielijst 2020; art. 5 lid 1 onder e AVG', norms: ['H-18', 'W-09'],
    words: { nl: 'De termijn komt uit de selectielijst, maar er staat niet welk resultaat.', en: 'The term comes from the selection list, but it doesn’t say which result.' },
    advice: { nl: 'Kies het nummer van het resultaat, bijvoorbeeld 8.1.', en: 'Choose the number of the result, for instance 8.1.' },
    finds: (entry) => namesWhere(entry, ({ source, selection }) => source === 'selection_list' && !isFilled(selection)),
  },
  'selection-term-differs': {
    field: 'retention_rules', severity: 'serious', citation: 'Selectielijst 2020; art. 5 lid 1 onder e AVG', norms: ['H-18', 'W-09'],
    words: { nl: 'De termijn wijkt af van het resultaat van de selectielijst.', en: 'The term differs from the result of the selection list.' },
    advice: { nl: 'Neem de termijn van de selectielijst over, of kies het resultaat dat past.', en: 'Take over the term of the selection list, or choose the result that fits.' },
    finds: (entry, context) => entry.retention_rules.flatMap((row) => {
      const result = row.source === 'selection_list' && row.selection !== null ? context.term('selection-list', row.selection) : undefined
      return result && differs(row, result) ? [labelOf(context, 'selection-list', row.selection!).slice(0, 200)] : []
    }),
  },
  'selection-list-by-firm': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e AVG', norms: ['P-23'],
    words: { nl: 'De selectielijst van gemeenten bindt een bedrijf niet.', en: 'The municipalities’ selection list doesn’t bind a firm.' },
    advice: { nl: 'Zoek de termijn in de wet, zoals de fiscale bewaarplicht, of neem zelf een besluit.', en: 'Look for the term in the law, such as the fiscal duty, or decide yourself.' },
    finds: (entry, context) => context.organisationKind === 'firm' && isController(entry) && entry.retention_rules.some(({ source }) => source === 'selection_list'),
  },
  'retention-start-missing': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e AVG', norms: ['H-18'],
    words: { nl: 'Er staat niet vanaf wanneer de termijn telt.', en: 'It doesn’t say from when the term counts.' },
    advice: { nl: 'Schrijf het moment op, bijvoorbeeld “na het einde van de uitkering”.', en: 'Write down the moment, for instance “after the benefit ends”.' },
    finds: (entry) => namesWhere(entry, ({ term, disposal, starts_at }) => isFilled(term) && disposal !== 'keep_permanently' && !isFilled(starts_at)),
  },
  'retention-disposal-missing': {
    field: 'retention_rules', severity: 'attention', citation: 'art. 5 lid 1 onder e AVG', norms: ['H-18', 'M-11'],
    words: { nl: 'Er staat niet wat er na de termijn gebeurt.', en: 'It doesn’t say what happens after the term.' },
    advice: { nl: 'Kies vernietigen of blijvend bewaren.', en: 'Choose to destroy or to keep permanently.' },
    finds: (entry) => namesWhere(entry, ({ term, disposal }) => isFilled(term) && disposal === null),
  },
  'retention-permanent-unfounded': {
    field: 'retention_rules', severity: 'serious', citation: 'art. 5 lid 1 onder e en art. 89 lid 1 AVG', norms: ['H-18', 'N-26'],
    words: { nl: 'U bewaart blijvend zonder dat een wet of de selectielijst dat zegt.', en: 'You keep permanently without a law or the selection list saying so.' },
    advice: { nl: 'Kies het resultaat van de selectielijst of de wet, of kies een termijn.', en: 'Choose the result of the selection list or the law, or choose a term.' },
    finds: (entry) => namesWhere(entry, ({ disposal, source }) => disposal === 'keep_permanently' && (source === 'own' || source === null)),
  },
  'erasure-unanswered': {
    field: 'is_erasure_possible', severity: 'attention', citation: 'art. 17 AVG', norms: ['N-57'],
    words: { nl: 'Er staat niet of u de gegevens van één persoon kunt wissen.', en: 'It doesn’t say whether you can erase one person’s data.' },
    advice: { nl: 'Zoek uit of het systeem dat kan, en vul ja of nee in.', en: 'Find out whether the system can, and fill in yes or no.' },
    finds: (entry) => isController(entry) && !isPolice(entry) && entry.is_erasure_possible === null,
  },
  'erasure-impossible-unexplained': {
    field: 'erasure_note', severity: 'attention', citation: 'art. 17 lid 1 en 3 en art. 25 AVG', norms: ['N-57'],
    words: { nl: 'Wissen kan niet, maar er staat niet waarom.', en: 'Erasing isn’t possible, but it doesn’t say why.' },
    advice: { nl: 'Noem de uitzondering van artikel 17 lid 3, of laat het systeem aanpassen.', en: 'Name the exception of article 17(3), or have the system changed.' },
    finds: (entry) => isController(entry) && !isPolice(entry) && entry.is_erasure_possible === false && !isFilled(entry.erasure_note),
  },
} as const satisfies Rules

function namesWhere(entry: ActivityInput, holds: (row: Row) => boolean): string[] {
  if (!isController(entry)) return []
  return entry.retention_rules.flatMap((row, index) => holds(row) ? [isFilled(row.applies_to) ? row.applies_to.trim().slice(0, 200) : `rij ${index + 1}`] : [])
}

/** A row ends by its own term, by permanent keeping, or by what the selection list says of its result. */
function hasEnd(row: Row, context: Context): boolean {
  if (isFilled(row.term) || row.disposal === 'keep_permanently') return true
  const result = row.source === 'selection_list' && row.selection !== null ? context.term('selection-list', row.selection) : undefined
  return isFilled(result?.term) || result?.disposal === 'keep_permanently'
}

function saysAsLongAsNeeded(row: Row): boolean {
  return /zo ?lang|nodig|noodzakelijk|as long as|onbepaald|nader te bepalen/i.test([row.applies_to, row.starts_at, row.explanation, row.law].filter(isFilled).join(' '))
}

function differs(row: Row, result: { readonly term?: string | null; readonly disposal?: string | null }): boolean {
  if (isFilled(result.disposal) && row.disposal !== null && row.disposal !== result.disposal) return true
  return isFilled(row.term) && isFilled(result.term) && lengthOf(row.term) !== lengthOf(result.term)
}

/** A duration as months and days, so that P12M and P1Y are the same. */
function lengthOf(duration: string): string {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration)
  if (!found) return duration
  const [years, months, weeks, days] = found.slice(1).map((digits) => Number(digits ?? 0)) as [number, number, number, number]
  return `${years * 12 + months} months ${weeks * 7 + days} days`
}
