// Actions: (being replaced by the kit's corridor; see perform.ts in the register kit).
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput, Entry, SystemRow } from '../../register-kit/entry.ts'
import { createEntry, newEntry as kitNewEntry, type NewEntry as KitNewEntry, perform, removeEntries as kitRemove, settleNew as kitSettle } from '../../register-kit/perform.ts'
import type { Outcome } from '../../register-kit/remarks.ts'
import * as lifecycle from '../../register-kit/lifecycle.ts'
import type { ActivityInput } from './declaration.ts'
import { processingActivities as register } from './register.ts'

export const createActivity = (scope: Scope, input: ActivityInput) => createEntry(scope, register, input)
export const changeActivity = (scope: Scope, id: string, input: ActivityInput, revision: number) => perform(scope, register, 'change', id, input, { revision })
export const proposeChange = (scope: Scope, id: string) => perform(scope, register, 'propose', id)
export const dropProposedChange = (scope: Scope, id: string) => perform(scope, register, 'drop_proposal', id)
export const submitActivity = (scope: Scope, id: string) => perform(scope, register, 'submit', id)
export const withdrawActivity = (scope: Scope, id: string) => perform(scope, register, 'withdraw', id)
export const adviseOnActivity = (scope: Scope, id: string, advice: { outcome: Outcome; note: string | null }) => perform(scope, register, 'advise', id, advice)
export const remarkOnActivity = (scope: Scope, id: string, remark: { field: string | null; body: string }) => perform(scope, register, 'remark', id, remark)
export const answerOnActivity = (scope: Scope, id: string, remark: string, answer: string) => perform(scope, register, 'answer', id, { remark, answer })
export const activateActivity = (scope: Scope, id: string, note: string | null = null) => perform(scope, register, 'activate', id, { note })
export const reviewActivity = (scope: Scope, id: string, note: string | null = null) => perform(scope, register, 'review', id, { note })
export const endActivity = (scope: Scope, id: string, reason: string) => perform(scope, register, 'end', id, { reason })
export const removeActivity = (scope: Scope, id: string) => perform(scope, register, 'remove', id)
export const removeEntries = (scope: Scope, ids: readonly string[]) => kitRemove(scope, register, ids)
export type NewEntry = KitNewEntry & { input: ActivityInput }
export const newEntry = (scope: Scope, input: ActivityInput, system: Partial<SystemRow>) => kitNewEntry(scope, register, input, system) as NewEntry
export const settleNew = (scope: Scope, entries: readonly NewEntry[], verb: 'create' | 'import', causeId: string | null = null, _known?: unknown) => kitSettle(scope, register, entries, verb, causeId)
export const workingInput = (entry: Entry) => lifecycle.workingInput(entry) as ActivityInput
export const workingRevision = (entry: Entry) => lifecycle.workingRevision(entry)
export type { AnyInput }
