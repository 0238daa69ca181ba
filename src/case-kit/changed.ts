// Changed: how the steps of cases write what they change.
import type { AnyInput } from '../register-kit/entry.ts'
import { asNextVersion } from '../register-kit/lifecycle-acts.ts'
import type { Outcome, Step } from '../register-kit/register.ts'

/** The input with something else in it, as the next version, and what the step says of the entry beside. */
export async function changed(step: Step, more: AnyInput, system: Outcome['system'] = {}, note: string | null = null): Promise<Outcome> {
  const outcome = await asNextVersion(step, { ...step.entry.input, ...more })
  return { ...outcome, note, system: { ...outcome.system, ...system } }
}
