// Deciding: the act behind the wizard: nobody decides on who isn't known (M-13), and nothing while the law still asks something of the decision (H-29, H-34, H-36, M-14).
import { dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import { type OrganisationKind, personOf } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import type { Outcome, Step } from '../../register-kit/register.ts'
import { mandatesInForce } from '../mandates/actions.ts'
import { type DecisionDraft, type DecisionFault, decisionFaults } from './decision-faults.ts'
import { restrictFor, stopMarketing } from './marks.ts'
import { changed, inputOf, type RequestInput } from './step-kit.ts'

export async function decide(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const input = { ...inputOf(step), ...values } as RequestInput
  if (input.right === null) throw new Invalid([{ at: 'outcome', message: t('Leg eerst vast om welk recht het gaat.', 'First record which right it is about.') }])
  if (entry.system.status === 'received' && input.outcome !== 'not_taken_up') throw new Refused(t('Leg eerst vast wie dit vraagt. Kan dat niet, dan neemt u het verzoek niet in behandeling.', 'First record who asks this. If that can’t be done, you don’t take the request up.'))
  const faults = decisionFaults(input.right, draftOf(input, scope.organisation.kind)).filter(({ severity }) => severity === 'blocking').map(asFault)
  if (values.mandate !== null && values.mandate !== undefined && !(await mandatesFor(step.scope)).some(({ id }) => id === values.mandate)) faults.push({ at: 'mandate', message: t('Dit mandaat geldt vandaag niet voor de rechten van betrokkenen.', 'This mandate doesn’t hold today for the rights of data subjects.') })
  if (faults.length > 0) throw new Invalid(faults)
  const isGranted = input.outcome === 'granted' || input.outcome === 'partial'
  const marks = !isGranted ? {} : input.right === 'marketing' && input.suppressed_on === null ? await stopMarketing(scope, entry, input)
    : input.right === 'restriction' && input.restricted_on === null ? await restrictFor(scope, entry, input, restrictionCaseOf(input)) : {}
  return changed(step, { ...values, decided_on: dayOf(scope.now), decided_by: personOf(scope.actor), ...marks }, { status: 'decided' })
}

/** Mandates in force that give the power to safeguard the rights of data subjects. */
export async function mandatesFor(scope: Step['scope']) {
  return (await mandatesInForce(scope)).filter(({ powers }) => powers.includes('rights'))
}

/** What stands in the input, as the rules look at a decision. Pure. */
export function draftOf(input: RequestInput, organisationKind: OrganisationKind): DecisionDraft {
  return {
    outcome: input.outcome, case: input.decided_case, grounds: input.grounds, reasons: input.reasons, weighing: input.weighing, law: input.law,
    isEssenceIntact: input.essence_kept, isNecessary: input.is_necessary, isProportionate: input.is_proportionate, isSeenByPerson: input.is_seen_by_person, organisationKind,
    considerations: Object.fromEntries(input.considerations.flatMap(({ consideration, answer }) => consideration ? [[consideration, answer]] : [])),
    processing: processingFacts(input),
  }
}

export function processingFacts(input: RequestInput): NonNullable<DecisionDraft['processing']> {
  return {
    bases: input.bases.length === 0 ? null : input.bases as NonNullable<DecisionDraft['processing']>['bases'], isAutomated: input.is_automated, isProvidedBySubject: input.is_provided, isMarketing: input.is_marketing, isDecidedByComputer: input.is_decided_by_computer,
  }
}

/** In which field of the wizard each part of the draft stands. */
export const fieldOf: Readonly<Record<keyof DecisionDraft, keyof RequestInput>> = {
  outcome: 'outcome', case: 'decided_case', grounds: 'grounds', reasons: 'reasons', weighing: 'weighing', law: 'law', isEssenceIntact: 'essence_kept', isNecessary: 'is_necessary', isProportionate: 'is_proportionate',
  considerations: 'considerations', processing: 'bases', organisationKind: 'decided_for', isSeenByPerson: 'is_seen_by_person',
}

export function asFault({ at, words, citation }: DecisionFault): Fault {
  return { at: fieldOf[at], message: `${say(words)} (${citation})` }
}

const restrictionKeys: readonly string[] = ['accuracy_contested', 'unlawful_not_erased', 'needed_for_claim', 'objection_pending']

function restrictionCaseOf({ decided_case }: RequestInput): NonNullable<RequestInput['restriction_case']> {
  return (decided_case !== null && restrictionKeys.includes(decided_case) ? decided_case : 'accuracy_contested') as NonNullable<RequestInput['restriction_case']>
}

