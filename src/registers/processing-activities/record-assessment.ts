// Record assessment: the step by which an assessment writes its outcome into the activities that it is about, so that the register stays the one truth (H-15).
import { changesBetween } from '../../register-kit/changes.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { nextVersion } from '../../register-kit/lifecycle-acts.ts'
import { changeProposal } from '../../register-kit/proposals.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import type { ActivityInput } from './declaration.ts'

/** What an assessment says of an activity. */
export type Assessed = Partial<Pick<ActivityInput, 'pre_dpia_outcome' | 'pre_dpia_on' | 'pre_dpia_note' | 'dpia_status' | 'dpia_on' | 'iama_outcome'>>

/** By no role: only an assessment that is adopted does this, whoever adopts it. */
export const recordAssessment: Verb = {
  words: { nl: 'Uitkomst van een toets overnemen', en: 'Take over the outcome of an assessment' }, done: { nl: 'uitkomst van een toets overgenomen', en: 'outcome of an assessment taken over' },
  roles: [], when: ({ stage }) => stage !== 'ended', offered: 'no', act: takeOver,
}

/** A proposal beside what is in force gets it too: else it would put back what stood there before. */
async function takeOver(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  const { assessed, note } = values as { assessed: Assessed; note: string }
  const said = Object.fromEntries(Object.entries(assessed).filter(([, value]) => value !== undefined))
  const input: AnyInput = { ...entry.input, ...said }
  if (entry.proposal) await changeProposal(scope, register, entry.id, { status: entry.proposal.status, revision: entry.proposal.revision, input: { ...entry.proposal.input, ...said } })
  if (entry.system.version === 0) return { input, note }
  return changesBetween(register.fields, entry.input, input).length === 0 ? { note } : { input, note, system: { version: await nextVersion(step, input, note) } }
}
