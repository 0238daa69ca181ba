// The product's own processing activity: what its records of the access log name as the activity they belong to.
import type { Scope } from '../ground/scope.ts'

/** Managing privacy (art. 30 lid 1 AVG), until the organisation has said which entry of its register describes it. */
export const unnamedActivity = 'urn:waarborg:activity:privacy-management'

/** URI of an entry of the register of processing activities, as an application names it in its records: it stays the same when the address of the product changes. */
export function activityUri(id: string): string {
  return `urn:uuid:${id}`
}

/** The activity of the organisation's register under which the product's own acts are logged. Asked at most once in half a minute by each process. */
export async function ownActivity({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<string> {
  const known = asked.get(organisation.id)
  if (known && performance.now() - known.at < 30_000) return known.activity
  const row = await tx.selectFrom('access_log_setting').select('own_activity_id').where('organisation_id', '=', organisation.id).executeTakeFirst()
  const activity = row?.own_activity_id ? activityUri(row.own_activity_id) : unnamedActivity
  asked.set(organisation.id, { activity, at: performance.now() })
  return activity
}

/** Where it was set just now, this process follows at once. */
export function forgetOwnActivity(organisationId: string): void {
  asked.delete(organisationId)
}

const asked = new Map<string, { readonly activity: string; readonly at: number }>()
