// Decision faults: what a decision on a request still lacks before it can be taken: its case, ground, weighing, considerations and reasons. It never takes the decision itself.
import type { OrganisationKind } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import { considerations, type ConsiderationKey, considerationsCitation, type ExceptionKey, exceptions, exceptionsFor, type Need, refutedGrounds } from './exceptions.ts'
import { casesOf, conditionsOf, type ProcessingFacts } from './grounds.ts'
import { type RightKey, type RightOutcome, rightOf } from './rights.ts'

export type DecisionDraft = {
  readonly outcome: RightOutcome | null
  /** The case of art. 16, 17 lid 1 or 18 lid 1 that was asked for. */
  readonly case: string | null
  /** Keys of exceptions; a refuted ground (`administrative_burden`) is answered with what to name in its place. */
  readonly grounds: readonly string[]
  /** What the person reads: why. */
  readonly reasons: string | null
  /** The interests weighed, or what proves the ground. */
  readonly weighing?: string | null
  /** The law that demands it, where a ground leans on one. */
  readonly law?: string | null
  readonly isEssenceIntact?: boolean | null
  readonly isNecessary?: boolean | null
  readonly isProportionate?: boolean | null
  /** An answer to each consideration of art. 41 lid 2 UAVG; `n.v.t.` with a word why is an answer too. */
  readonly considerations?: Readonly<Partial<Record<ConsiderationKey, string | null>>>
  readonly processing?: ProcessingFacts
  readonly organisationKind?: OrganisationKind
  /** A person looked at it, for a decision that a computer took (art. 22 lid 3 AVG). */
  readonly isSeenByPerson?: boolean | null
}

/** `at`: the part of the draft that it is about. `blocking`: it can't be taken so; `attention`: weigh it once more. */
export type DecisionFault = { readonly at: keyof DecisionDraft; readonly severity: 'blocking' | 'attention'; readonly words: Words; readonly citation: string; readonly norms: readonly string[] }

/** Everything that is missing or contradicts the law, the gravest first; empty when it can be taken. Pure; never throws. */
export function decisionFaults(right: RightKey, draft: DecisionDraft): readonly DecisionFault[] {
  const { outcome } = draft
  if (outcome === null) return [fault('outcome', 'Kies wat u besluit.', 'Choose what you decide.', 'art. 12 lid 3 AVG')]
  if (!(rightOf(right).outcomes as readonly RightOutcome[]).includes(outcome)) {
    return [right === 'marketing'
      ? fault('outcome', 'Tegen reclame heeft iemand altijd gelijk: hier valt niets te weigeren.', 'Somebody who objects to marketing is always right: there is nothing to refuse.', 'art. 21 lid 3 AVG', ['P-18'])
      : fault('outcome', 'Dit besluit past niet bij dit recht.', 'This decision doesn’t fit this right.', rightOf(right).citation)]
  }
  const all = [...caseFaults(right, draft), ...groundFaults(right, draft, outcome), ...needFaults(draft), ...conditionFaults(right, draft, outcome), ...personFaults(right, draft), ...reasonFaults(draft, outcome)]
  return all.toSorted((one, other) => Number(one.severity === 'attention') - Number(other.severity === 'attention'))
}

const fault = (at: keyof DecisionDraft, nl: string, en: string, citation: string, norms: readonly string[] = []): DecisionFault => ({ at, severity: 'blocking', words: { nl, en }, citation, norms })
const attention = (at: keyof DecisionDraft, nl: string, en: string, citation: string, norms: readonly string[] = []): DecisionFault => ({ ...fault(at, nl, en, citation, norms), severity: 'attention' })
const isSaid = (text: string | null | undefined) => (text ?? '').trim().length >= 10

function caseFaults(right: RightKey, { case: chosen, outcome, grounds }: DecisionDraft): DecisionFault[] {
  const cases = casesOf(right)
  if (cases.length === 0 || outcome === 'not_taken_up' || outcome === 'nothing_held') return []
  if (chosen === null) return outcome === 'refused' && grounds.includes('case_not_met') ? [] : [fault('case', 'Kies welk geval van de wet het is.', 'Choose which case of the law it is.', rightOf(right).citation, right === 'erasure' ? ['H-34'] : right === 'restriction' ? ['H-33'] : [])]
  return cases.some(({ key }) => key === chosen) ? [] : [fault('case', 'Dit geval hoort niet bij dit recht.', 'This case doesn’t belong to this right.', rightOf(right).citation)]
}

function groundFaults(right: RightKey, { grounds, organisationKind }: DecisionDraft, outcome: RightOutcome): DecisionFault[] {
  if (outcome === 'granted' || outcome === 'nothing_held') return grounds.length === 0 ? [] : [fault('grounds', 'Er is een grond om te weigeren gekozen, maar u wijst niets af.', 'A ground for refusal is chosen, but you refuse nothing.', 'art. 12 lid 4 AVG')]
  if (grounds.length === 0) return [fault('grounds', 'Noem de grond waarop u afwijst of beperkt.', 'Name the ground on which you refuse or limit.', 'art. 12 lid 4 AVG', ['H-36'])]
  const allowed = new Set<string>(exceptionsFor(right, outcome, organisationKind).map(({ key }) => key))
  return grounds.flatMap((ground) => {
    const refuted = Object.hasOwn(refutedGrounds, ground) ? refutedGrounds[ground as keyof typeof refutedGrounds] : undefined
    if (refuted) return [{ at: 'grounds' as const, severity: 'blocking' as const, words: refuted.why, citation: refuted.citation, norms: refuted.norms }]
    if (allowed.has(ground)) return []
    const known = Object.hasOwn(exceptions, ground) ? exceptions[ground as ExceptionKey] : undefined
    return [known ? fault('grounds', `Deze grond geldt hier niet: ${known.words.nl}`, `This ground doesn’t hold here: ${known.words.en}`, known.citation, ['H-36']) : fault('grounds', 'Deze grond kent de wet niet.', 'The law doesn’t know this ground.', 'art. 12 lid 4 AVG', ['H-36'])]
  })
}

/** What the chosen grounds ask to be said: proof, weighing, the law, and for art. 41 UAVG the essence, necessity, proportionality and eight considerations. */
function needFaults(draft: DecisionDraft): DecisionFault[] {
  const chosen = draft.grounds.flatMap((ground) => Object.hasOwn(exceptions, ground) ? [exceptions[ground as ExceptionKey]] : [])
  const asking = (need: Need) => chosen.filter(({ needs }) => (needs as readonly Need[]).includes(need))
  const citation = (need: Need) => asking(need)[0]?.citation ?? ''
  const has = (need: Need) => asking(need).length > 0
  const faults: DecisionFault[] = []
  if ((has('weighing') || has('proof')) && !isSaid(draft.weighing)) {
    faults.push(has('weighing') ? fault('weighing', 'Schrijf de afweging op: welke belangen, en waarom deze zwaarder wegen.', 'Write the weighing: which interests, and why these weigh more.', citation('weighing'), ['H-29', 'H-31'])
      : fault('weighing', 'Schrijf op waaruit dit blijkt: u moet het aantonen.', 'Write what shows this: you must prove it.', citation('proof')))
  }
  if (has('law') && !isSaid(draft.law)) faults.push(fault('law', 'Noem de wet en het artikel.', 'Name the law and the article.', citation('law')))
  const uavg = { citation: 'art. 23 lid 1 AVG en art. 41 lid 1 UAVG', norms: ['H-36'] }
  if (has('essence') && draft.isEssenceIntact !== true) faults.push({ ...fault('isEssenceIntact', 'Het wezen van het grondrecht moet blijven: weeg dat en zeg het.', 'The essence of the fundamental right must stay: weigh that and say so.', ''), ...uavg })
  if (has('necessity') && draft.isNecessary !== true) faults.push({ ...fault('isNecessary', 'Het mag alleen als het noodzakelijk is. Kan het met minder?', 'It is allowed only if it is necessary. Can it be done with less?', ''), ...uavg })
  if (has('proportionality') && draft.isProportionate !== true) faults.push({ ...fault('isProportionate', 'Het mag alleen als het evenredig is. Weegt het op tegen wat de persoon verliest?', 'It is allowed only if it is proportionate. Does it outweigh what the person loses?', ''), ...uavg })
  if (has('considerations')) {
    for (const [key, words] of Object.entries(considerations)) {
      if ((draft.considerations?.[key as ConsiderationKey] ?? '').trim() === '') faults.push({ at: 'considerations', severity: 'blocking', citation: considerationsCitation, norms: ['H-36'], words: { nl: `Weeg ook: ${words.nl}`, en: `Weigh also: ${words.en}` } })
    }
  }
  return faults
}

/** Granting what the law doesn’t demand is allowed; refusing though the condition holds needs another look. */
function conditionFaults(right: RightKey, { processing, grounds }: DecisionDraft, outcome: RightOutcome): DecisionFault[] {
  if (!processing || outcome === 'not_taken_up' || outcome === 'nothing_held') return []
  const conditions = conditionsOf(right, processing)
  if (outcome === 'granted') {
    return conditions.filter(({ holds }) => holds === false).map(({ words, citation }) => attention('outcome', `De wet vraagt dit niet; toewijzen mag wel. Voorwaarde: ${words.nl}`, `The law doesn’t demand this; granting is allowed. Condition: ${words.en}`, citation))
  }
  if (outcome === 'refused' && grounds.includes('case_not_met') && conditions.length > 0 && conditions.every(({ holds }) => holds === true)) {
    return [attention('grounds', 'Volgens de gegevens van de verwerking gelden de voorwaarden. Kijk nog eens.', 'By the facts of the processing the conditions hold. Look once more.', rightOf(right).citation)]
  }
  return []
}

function personFaults(right: RightKey, { outcome, isSeenByPerson }: DecisionDraft): DecisionFault[] {
  return right === 'automated' && (outcome === 'granted' || outcome === 'partial') && isSeenByPerson !== true
    ? [fault('isSeenByPerson', 'Laat eerst iemand die het mag wijzigen naar het besluit kijken.', 'First have somebody who may change it look at the decision.', 'art. 22 lid 3 AVG', ['H-62'])] : []
}

function reasonFaults({ reasons }: DecisionDraft, outcome: RightOutcome): DecisionFault[] {
  if (outcome === 'granted' || outcome === 'nothing_held' || isSaid(reasons)) return []
  return [fault('reasons', 'Schrijf in gewone woorden waarom: de persoon leest dit in de brief.', 'Write in plain words why: the person reads this in the letter.', 'art. 12 lid 4 AVG', ['W-12', 'M-14'])]
}
