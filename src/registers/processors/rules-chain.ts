// Rules on who stands behind a processor: sub-processors with consent, in which country, and whether they reach participants' data (art. 28 lid 2 en 4 AVG; N-43, W-08).
import { type ProcessorRules, rowsWhere } from './rules-shape.ts'

export const chainRules = {
  'sub-processor-without-consent': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 2 en 4 AVG', norms: ['N-43', 'W-08'],
    words: { nl: 'Deze subverwerker werkt zonder toestemming.', en: 'This sub-processor works without consent.' },
    advice: { nl: 'Geef of weiger de toestemming schriftelijk, en leg haar vast.', en: 'Give or refuse consent in writing, and record it.' },
    // The law knows a general consent too (art. 28 lid 2 AVG); then only a refusal counts against a sub-processor.
    finds: ({ sub_processors }, { ownFact }) => {
      const isGeneral = agreed(ownFact?.('sub-processing')).includes('general')
      return rowsWhere(sub_processors, ({ name }) => name, ({ consent }) => consent === 'none' || (consent === null && !isGeneral))
    },
  },
  'sub-processor-forbidden': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 2 en lid 3 onder d AVG', norms: ['N-43', 'W-08'],
    words: { nl: 'De overeenkomst staat subverwerkers niet toe, maar er staan er wel.', en: 'The agreement allows no sub-processors, but there are some.' },
    advice: { nl: 'Laat de verwerker ermee stoppen, of pas de overeenkomst aan.', en: 'Have the processor stop it, or change the agreement.' },
    finds: ({ sub_processors }, { ownFact }) => {
      const rules = agreed(ownFact?.('sub-processing'))
      return sub_processors.length > 0 && rules.length > 0 && rules.every((rule) => rule === 'forbidden')
    },
  },
  'sub-processor-conditions-missing': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['N-43'],
    words: { nl: 'De toestemming geldt onder voorwaarden, maar die staan er niet.', en: 'The consent has conditions, but they aren’t recorded.' },
    advice: { nl: 'Schrijf de voorwaarden op.', en: 'Write down the conditions.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ consent, conditions }) => consent === 'conditional' && conditions === null),
  },
  'sub-processor-unclear': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['N-43'],
    words: { nl: 'Van deze subverwerker ontbreekt de naam, de dienst of het land.', en: 'The name, service or country of this sub-processor is missing.' },
    advice: { nl: 'Vraag de verwerker om een lijst die klopt, en vul haar over.', en: 'Ask the processor for a list that is right, and copy it.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ name, service, country }) => name === null || service === null || country === null),
  },
  'country-missing': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'Er staat niet in welk land de verwerker zit.', en: 'It doesn’t say in which country the processor is.' },
    advice: { nl: 'Vul het land van vestiging in.', en: 'Fill in the country of establishment.' },
    finds: ({ country }) => country === null,
  },
  'outside-eea': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'De verwerker of een subverwerker zit buiten de Europese Economische Ruimte.', en: 'The processor or a sub-processor is outside the European Economic Area.' },
    advice: { nl: 'Gegevens blijven in de EER, tenzij u schriftelijk anders besloot. Leg de waarborg vast bij de verwerkingen.', en: 'Data stay in the EEA unless you decided otherwise in writing. Record the safeguard at the processing activities.' },
    finds: (entry, { term }) => [...new Set([entry.country, ...entry.sub_processors.map(({ country }) => country)])].flatMap((country) => {
      const found = country === null ? undefined : term('country', country)
      return found && !found.marks.includes('eea') ? [found.label] : []
    }),
  },
  'participants-chain': {
    field: 'reaches_participants', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['W-08'],
    words: { nl: 'Er staat niet of deze partij bij gegevens van deelnemers kan.', en: 'It doesn’t say whether this party can reach participants’ data.' },
    advice: { nl: 'Kies ja of nee. Bij ja is zij een subverwerker en hoort zij in de overeenkomst met de deelnemers.', en: 'Choose yes or no. If yes, it is a sub-processor and belongs in the agreement with the participants.' },
    finds: ({ reaches_participants }, { organisationKind }) => organisationKind === 'service_organisation' && reaches_participants === null,
  },
} as const satisfies ProcessorRules

/** What the agreements in force lay down on engaging sub-processors; nothing where none is, or none says. */
function agreed(fact: unknown): readonly string[] {
  return Array.isArray(fact) ? fact.filter((rule): rule is string => typeof rule === 'string') : []
}
