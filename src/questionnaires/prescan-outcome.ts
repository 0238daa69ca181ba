// Pre-scan outcome: whether a DPIA is required, recommended or not, by the law's own rules beside those of the form, each reason with its source (art. 35 AVG).
import { readFileSync } from 'node:fs'
import type { Words } from '../ground/words.ts'
import { askedAnswers, layoutOf, isOptional, questionsIn } from './layout.ts'
import { isFilled, type Sheet } from './sheet.ts'
import { type Judged, judgedOf } from './verdicts.ts'

export type Reason = { readonly words: Words; readonly citation: string }
/** `undecided`: nothing asks for a DPIA so far, and not everything that could was answered. */
export type Outcome = { readonly level: 'required' | 'recommended' | 'not_required' | 'undecided'; readonly reasons: readonly Reason[]; readonly others: readonly Judged[] }

/** What the law looks at. Names of items are those of the form, without what stands before the colon. */
export type Facts = {
  readonly apItems: readonly string[]
  readonly criteria: readonly string[]
  readonly hasSpecialData: boolean
  readonly hasCriminalData: boolean
  readonly isNewLaw: boolean
  /** Of the form's own reckoning: more than 4. */
  readonly isScoreHigh: boolean
  readonly isComplete: boolean
}

type Criteria = { readonly apLijst: readonly { readonly nummer: number; readonly naam: string }[]; readonly edpbCriteria: readonly { readonly nummer: number; readonly naam: string }[] }
const lists = JSON.parse(readFileSync(new URL('./data/dpia-required-criteria.json', import.meta.url), 'utf8')) as Criteria

const criterionAt = (number: number) => lists.edpbCriteria.find(({ nummer }) => nummer === number)?.naam ?? ''
const criterion = { evaluation: criterionAt(1), automated: criterionAt(2), monitoring: criterionAt(3), large: criterionAt(5) }

/** The nine criteria of WP248 rev.01 and the seventeen kinds of processing on the AP's list. */
export const apNames: readonly string[] = lists.apLijst.map(({ naam }) => naam)
export const criterionNames: readonly string[] = lists.edpbCriteria.map(({ naam }) => naam)

/** The law's rules, pure. */
export function requiredBy(facts: Facts): Pick<Outcome, 'level' | 'reasons'> {
  const has = (name: string) => facts.criteria.includes(name)
  const required: Reason[] = [
    ...(has(criterion.evaluation) && has(criterion.automated) ? [reason('U beoordeelt mensen automatisch en neemt daarop besluiten die hen raken.', 'You evaluate people automatically, and decide on that about them.', 'art. 35 lid 3 onder a AVG')] : []),
    ...(has(criterion.large) && (facts.hasSpecialData || facts.hasCriminalData)
      ? [reason(`U verwerkt op grote schaal ${facts.hasSpecialData ? 'bijzondere' : 'strafrechtelijke'} persoonsgegevens.`, `You process ${facts.hasSpecialData ? 'special categories of data' : 'data on criminal offences'} on a large scale.`, 'art. 35 lid 3 onder b AVG')] : []),
    ...(has(criterion.monitoring) && facts.apItems.some((name) => /cameratoezicht/i.test(name)) ? [reason('U houdt openbaar toegankelijke ruimten stelselmatig en op grote schaal in de gaten.', 'You monitor publicly accessible areas systematically and on a large scale.', 'art. 35 lid 3 onder c AVG')] : []),
    ...lists.apLijst.filter(({ naam }) => facts.apItems.includes(naam)).map(({ nummer, naam }) => reason(`“${naam}” staat op de lijst van de Autoriteit Persoonsgegevens.`, `“${naam}” is on the list of the Dutch Data Protection Authority.`, `art. 35 lid 4 AVG; Stcrt. 2019, 64418, nummer ${nummer}`)),
    ...(facts.criteria.length >= 2 ? [reason(`${facts.criteria.length} van de negen criteria zijn van toepassing: ${facts.criteria.join('; ')}.`, `${facts.criteria.length} of the nine criteria apply: ${facts.criteria.join('; ')}.`, 'art. 35 lid 1 AVG; WP248 rev.01, paragraaf III.B')] : []),
    ...(facts.isNewLaw ? [reason('Het gaat om nieuwe wet- of regelgeving.', 'It concerns new legislation.', 'Pre-scan DPIA 2.0, vraag 0.1')] : []),
    ...(facts.isScoreHigh ? [reason('De risicoscore van de pre-scan is hoger dan 4.', 'The risk score of the pre-scan is above 4.', 'Pre-scan DPIA 2.0, risicoscore')] : []),
  ]
  if (required.length > 0) return { level: 'required', reasons: required }
  if (facts.criteria.length === 1) return { level: 'recommended', reasons: [reason(`Eén van de negen criteria is van toepassing: ${facts.criteria[0]!}.`, `One of the nine criteria applies: ${facts.criteria[0]!}.`, 'art. 35 lid 1 AVG; WP248 rev.01, paragraaf III.B')] }
  if (!facts.isComplete) return { level: 'undecided', reasons: [reason('Nog niet alle vragen zijn beantwoord waarvan de uitkomst afhangt.', 'Not all questions that the outcome depends on were answered yet.', 'art. 35 lid 1 AVG')] }
  return { level: 'not_required', reasons: [reason('Niets van wat u invulde, wijst op een hoog risico.', 'Nothing that you filled in points to a high risk.', 'art. 35 lid 1 AVG')] }
}

/** The outcome of a pre-scan as it is filled in now; `completed` are the sections that a person marked as done. */
export function outcomeOf(sheet: Sheet, completed: ReadonlySet<string>): Outcome {
  const judged = judgedOf(sheet)
  return { ...requiredBy(factsOf(sheet, completed, judged)), others: judged.filter(({ id }) => id !== 'DPIA') }
}

/** Sections whose answers decide: data, transfers, the two lists; and the question on new legislation. */
const deciding = ['0', '1', '2', '3', '4']

function factsOf(sheet: Sheet, completed: ReadonlySet<string>, judged: readonly Judged[]): Facts {
  const asked = askedAnswers(sheet)
  const texts = (id: string) => {
    const value = asked.get(id)
    return (Array.isArray(value) ? value as readonly string[] : typeof value === 'string' ? [value] : []).map((text) => text.slice(text.indexOf(': ') + 2 || 0))
  }
  const met = judged.find(({ id }) => id === 'DPIA')?.reasons.map(({ id }) => id) ?? []
  return {
    apItems: texts('3.1'), criteria: texts('4.1'), hasSpecialData: asked.get('1.2.1') === 'true', hasCriminalData: texts('1.3.2').includes('Strafrechtelijke gegevens'),
    isNewLaw: met.includes('wetgeving'), isScoreHigh: met.includes('riskscore'), isComplete: deciding.every((id) => completed.has(id) || isAnswered(sheet, id)),
  }
}

function isAnswered(sheet: Sheet, id: string): boolean {
  const section = sheet.definition.byId.get(id)
  return section !== undefined && questionsIn(layoutOf(sheet, section)).every(({ item, address, isAsked }) => !isAsked || isOptional(item) || isFilled(sheet.answers.get(address), item))
}

function reason(nl: string, en: string, citation: string): Reason {
  return { words: { nl, en }, citation }
}
