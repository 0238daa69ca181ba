// Perform: (being replaced by the kit's corridor).
import type { Scope } from '../../ground/scope.ts'
import { sayFinding, findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import type { Entry, Lookups, SystemRow } from '../../register-kit/entry.ts'
import { ruleContext as kitContext } from '../../register-kit/facts.ts'
import { refreshFindings as kitRefresh } from '../../register-kit/keep-findings.ts'
import { workOf as kitWork } from '../../register-kit/lifecycle.ts'
import { loadEntry, sortName as kitSort } from '../../register-kit/perform.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { ActivityInput, Status } from './declaration.ts'
import { processingActivities as register } from './register.ts'

export type Activity = Entry & { readonly input: ActivityInput }
export const loadActivity = (scope: Scope, id: string, options: { lock?: boolean } = {}) => loadEntry(scope, register, id, options) as Promise<Activity>
export const workOf = (activity: Entry) => kitWork(register, activity) as ReturnType<typeof kitWork> & { status: Status }
export const refreshFindings = (scope: Scope, entries: readonly { id: string; system: SystemRow; input: ActivityInput; isNew?: boolean }[], lookups: Lookups) => kitRefresh(scope, register, entries, lookups)
export const ruleContext = (scope: Scope, system: Pick<SystemRow, 'status' | 'review_due_on' | 'imported_by'>, lookups: Lookups, hasOpenRemarks = false): RuleContext => kitContext(scope, register, { id: '', system }, lookups, new Map(), hasOpenRemarks)
export const sortName = (input: ActivityInput) => kitSort(register, input)
export function assertNothingBlocks(scope: Scope, input: ActivityInput, system: SystemRow, lookups: Lookups): void {
  const blocking = findingsOf(register.rules, input, ruleContext(scope, system, lookups)).filter((finding) => finding.severity === 'blocking')
  if (blocking.length > 0) throw new Invalid(blocking.map((finding) => ({ at: finding.field, message: sayFinding(register.rules, finding) })))
}
