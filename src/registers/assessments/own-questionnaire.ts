// Own questionnaire: which form belongs to which kind of assessment, and what its filling means for the steps: begun, complete enough to advise on, fixed at the decision.
import type { DefinitionKey } from '../../questionnaires/item.ts'
import type { Outcome } from '../../questionnaires/prescan-outcome.ts'
import type { Scope } from '../../ground/scope.ts'
import type { AssessmentInput, Kind } from './declaration.ts'
import { fillingState, freeze, openFilling } from './filling/filling.ts'
import type { Faults } from './step-kit.ts'

/** A preliminary investigation has none: its requirements are its outcome. */
const forms: Readonly<Record<Kind, DefinitionKey | null>> = { purchase: null, pre_dpia: 'prescan', dpia: 'dpia', iama: 'iama' }

export function formOf({ kind }: Pick<AssessmentInput, 'kind'>): DefinitionKey | null {
  return kind === null ? null : forms[kind]
}

/** The first activity is what answers may be taken over from. */
export async function beginForm(scope: Scope, id: string, input: AssessmentInput): Promise<void> {
  const form = formOf(input)
  const processing = input.processings.find((row) => row.processing !== null)?.processing ?? null
  if (form !== null) await openFilling(scope, id, form, processing === null ? null : { processing })
}

/** Faults in the answers that keep an adviser from advising. */
export async function formFaults(scope: Scope, id: string, input: AssessmentInput): Promise<Faults> {
  const state = await fillingState(scope, id)
  if (!state) return []
  return [
    ...(state.conflicts > 0 ? [{ at: 'name', message: { nl: 'In de vragenlijst schreven twee mensen tegelijk. Kies eerst welk antwoord geldt.', en: 'In the questionnaire two people wrote at the same time. First choose which answer holds.' } }] : []),
    ...(input.kind === 'pre_dpia' && state.outcome?.level === 'undecided' ? [{ at: 'name', message: { nl: 'Beantwoord eerst de vragen waarvan de uitkomst afhangt, of zet die delen op klaar.', en: 'First answer the questions that the outcome depends on, or mark those parts as done.' } }] : []),
  ]
}

/** What the answers say of a DPIA; undefined where nobody filled in a pre-scan. */
export async function suggestedOutcome(scope: Scope, id: string): Promise<Outcome | undefined> {
  return (await fillingState(scope, id))?.outcome ?? undefined
}

/** From the decision on nothing changes in the answers. @throws Refused while two texts wait for a choice */
export async function fixForm(scope: Scope, id: string): Promise<void> {
  if (await fillingState(scope, id) !== null) await freeze(scope, id)
}
