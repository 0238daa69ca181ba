// Tell of a draft: the draft for the authority goes to the reporter and the manager, colleagues or not, to be checked (N-50).
import type { Scope } from '../../ground/scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { BreachInput } from './step-kit.ts'
import { tellOfDraft } from './tell-people.ts'

export async function tellDraft(scope: Scope, entry: Pick<Entry, 'id'>, input: BreachInput): Promise<void> {
  await tellOfDraft(scope, entry, input)
}
