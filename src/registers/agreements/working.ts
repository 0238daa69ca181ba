// Working input: what the steps note on the agreement that is being worked on, the draft or the proposal beside what is in force. None of it is another text than the one that was tested.
import { changesBetween } from '../../register-kit/changes.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import { workingInput } from '../../register-kit/lifecycle.ts'
import { changeProposal } from '../../register-kit/proposals.ts'
import type { Outcome, Step, Work } from '../../register-kit/register.ts'
import type { fields } from './declaration.ts'

type Agreement = InputOf<typeof fields>

export const working = (step: Step): Agreement => workingInput(step.entry) as Agreement
export const isOpen = (work: Work): boolean => work.stage === 'draft' || work.proposal === 'draft'
export const isBeingMade = (work: Work): boolean => work.stage === 'draft' || work.stage === 'in_review' || work.proposal !== 'none'
/** What a proposal holds isn't known to `when`: there the act looks. */
export const saysNow = (work: Work, holds: (input: Agreement) => boolean): boolean => work.proposal !== 'none' || (work.input !== undefined && holds(work.input as Agreement))

/** The fields noted, with the revision as it was: the test of the text stays good. */
export async function noted({ scope, register, entry }: Step, more: Partial<Agreement>, note: string | null = null): Promise<Outcome> {
  const { proposal } = entry
  if (!proposal) return { input: { ...entry.input, ...more }, system: { revision: entry.system.revision }, note }
  const input: AnyInput = { ...proposal.input, ...more }
  await changeProposal(scope, register, entry.id, { status: proposal.status, revision: proposal.revision, input })
  return { changes: changesBetween(register.fields, proposal.input, input), system: { revision: entry.system.revision }, note }
}
