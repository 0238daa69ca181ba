// Deciding: what a person filled in on the points of the checklist becomes decisions, and, when that person says so, what the agreement itself says it covers.
import { type Fault, Invalid, Refused } from '../../../ground/refusals.ts'
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { Entry } from '../../../register-kit/entry.ts'
import { writeHistory } from '../../../register-kit/history.ts'
import { stageOf, workingInput } from '../../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../../register-kit/perform.ts'
import { checklist, coveredSubjects } from '../checklist.ts'
import { agreements } from '../register.ts'
import { type Decided, type DecisionOutcome, decisionsById, decisionsOn, keepDecisions, outcomes } from './decisions.ts'
import { formerOf, passagesOf, type Reading } from './readings.ts'

export const mostNote = 2_000
const ownPassage = 'own'

/** What was typed for one point: `outcome`, `passage` (a number, `former`, `own` or nothing), `place`, `note`, and `was`: the decision that the person saw. */
export type Typed = Readonly<Record<'outcome' | 'passage' | 'place' | 'note' | 'was', string>>

/**
 * Keeps the decisions that are new or different. A point that somebody else decided on meanwhile is a fault at that point; nothing is kept then.
 * @throws Invalid
 */
export async function decide(scope: Scope, entry: Entry, reading: Reading, typed: ReadonlyMap<string, Typed>): Promise<number> {
  const [held, passages, former] = [await decisionsOn(scope, reading.id), await passagesOf(scope, reading.id), await formerOf(scope, reading.id)]
  const faults: Fault[] = []
  const decided: Decided[] = []
  for (const { key } of checklist) {
    const said = typed.get(key)
    if (!said || said.outcome === '') continue
    const now = held.get(key)
    const before = faults.length
    const at = (part: string) => `${part}.${key}`
    if (!Object.hasOwn(outcomes, said.outcome)) faults.push({ at: at('outcome'), message: t('Kies een van de uitkomsten.', 'Choose one of the outcomes.') })
    const note = said.note.trim() === '' ? null : said.note.trim()
    if (note !== null && (note.length > mostNote || note.includes('\0'))) faults.push({ at: at('note'), message: t(`De toelichting heeft hoogstens ${mostNote} tekens.`, `The note has at most ${mostNote} characters.`) })
    const chosen = chosenPassage(said, reading, passages.get(key) ?? [], former.get(key))
    if (chosen === 'unknown') faults.push({ at: at('passage'), message: t('Kies een van de passages.', 'Choose one of the passages.') })
    if (chosen === 'no place') faults.push({ at: at('place'), message: placeFault(reading) })
    if (typeof chosen === 'string' || faults.length > before) continue
    const outcome = said.outcome as DecisionOutcome
    if (now && now.outcome === outcome && now.note === note && now.place === chosen.place && now.quote === chosen.quote) continue
    if ((now?.id ?? '') !== said.was) {
      faults.push({ at: at('outcome'), message: t(`${now?.by ?? 'Iemand anders'} besloot hier intussen over. Kijk opnieuw en kies dan.`, `${now?.by ?? 'Somebody else'} decided on this meanwhile. Look again and then choose.`) })
      continue
    }
    if (outcome !== 'not_covered' && chosen.place === null && note === null) faults.push({ at: at('note'), message: t('Kies de passage, of schrijf waar dit is geregeld.', 'Choose the passage, or write where this is covered.') })
    else decided.push({ key, outcome, note, ...chosen })
  }
  if (faults.length > 0) throw new Invalid(faults)
  await keep(scope, entry, reading, decided)
  return decided.length
}

/** Takes over what was decided on the document before, where its passage is still there to the letter and nobody decided anew. */
export async function takeOver(scope: Scope, entry: Entry, reading: Reading): Promise<number> {
  const [held, former] = [await decisionsOn(scope, reading.id), await formerOf(scope, reading.id)]
  const same = [...former.values()].filter(({ key, state }) => state === 'same' && !held.has(key))
  const before = await decisionsById(scope, same.map(({ decisionId }) => decisionId))
  const decided = same.flatMap(({ key, decisionId, place, quote }): Decided[] => {
    const earlier = before.get(decisionId)
    return earlier ? [{ key, outcome: earlier.outcome, note: earlier.note, place, quote }] : []
  })
  await keep(scope, entry, reading, decided)
  return decided.length
}

/**
 * Fills what the agreement says it covers from the decisions, through the corridor: its points and the subjects of H-44. An agreement in force gets a proposal.
 * @throws Refused while it is being tested or has ended
 */
export async function fillSubjects(scope: Scope, id: string, reading: Reading): Promise<void> {
  const covered = new Set([...(await decisionsOn(scope, reading.id)).values()].filter(({ outcome }) => outcome === 'covered').map(({ key }) => key))
  let entry = await loadEntry(scope, agreements, id)
  const stage = stageOf(agreements, entry.system.status)
  if (stage === 'ended' || stage === 'in_review' || entry.proposal?.status === 'in_review') {
    throw new Refused(t('De overeenkomst is nu niet te wijzigen: zij is in toetsing of beëindigd. Neem haar eerst terug.', 'The agreement can’t be changed now: it is in review or has ended. Take it back first.'))
  }
  if (stage === 'active' && !entry.proposal) {
    await perform(scope, agreements, 'propose', id)
    entry = await loadEntry(scope, agreements, id)
  }
  await perform(scope, agreements, 'change', id, { ...workingInput(entry), points: checklist.map(({ key }) => key).filter((key) => covered.has(key)), subjects: coveredSubjects(covered) })
}

async function keep(scope: Scope, entry: Entry, reading: Reading, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return
  await keepDecisions(scope, reading.id, decided)
  const words = new Map<string, string>(checklist.map(({ key, words: { nl } }) => [key, nl]))
  // Kept for everybody, so in Dutch; what was quoted and noted stands with the decision, sealed.
  await writeHistory(scope, agreements.key, [{ entryId: entry.id, verb: 'check_passages', note: decided.map(({ key, outcome }) => `${words.get(key)!}: ${outcomes[outcome].nl.toLowerCase()}`).join('; ').slice(0, 5_000) }])
}

type Chosen = Pick<Decided, 'place' | 'quote'>

function chosenPassage({ passage, place }: Typed, reading: Reading, passages: readonly { place: number; quote: string }[], former: { place: number | null; quote: string | null } | undefined): Chosen | 'unknown' | 'no place' {
  if (passage === '') return { place: null, quote: null }
  if (passage === 'former') return former?.place ? { place: former.place, quote: former.quote } : 'unknown'
  if (passage === ownPassage) {
    const number = /^\d{1,6}$/.test(place.trim()) ? Number(place.trim()) : 0
    return number >= 1 && number <= (reading.places ?? 0) ? { place: number, quote: null } : 'no place'
  }
  const found = /^\d{1,2}$/.test(passage) ? passages[Number(passage)] : undefined
  return found ? { place: found.place, quote: found.quote } : 'unknown'
}

function placeFault({ places, format }: Reading): string {
  const most = places ?? 0
  return format === 'pdf' ? t(`Vul een pagina in van 1 tot en met ${most}.`, `Fill in a page from 1 to ${most}.`) : t(`Vul een alinea in van 1 tot en met ${most}.`, `Fill in a paragraph from 1 to ${most}.`)
}
