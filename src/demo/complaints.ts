// Complaints of the demo world: each comes in and is handled at its moments, by whoever the organisation has for it.
import { sql } from 'kysely'
import { minuteOf } from '../case-kit/moments.ts'
import type { Actor, Scope } from '../ground/scope.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { complaints } from '../registers/complaints/register.ts'
import { complaintsOf } from './complaints-made.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

/** Makes them and what became of them, up to the scope's `now`. What was told in the past isn't sent today. */
export async function playComplaints(scope: Scope, demo: DemoOrganisation, { names, actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const doer = actorFor(demo.profile === 'ict-wbw-2022' ? 'dpo' : 'officer', front) as Extract<Actor, { kind: 'person' }>
  for (const [index, { received, deeds, ...values }] of complaintsOf(demo.kind).entries()) {
    const at = (daysAgo: number, place: number): Scope => ({ ...scope, actor: doer, now: new Date(scope.now.getTime() - daysAgo * 86_400_000 + place * 600_000) })
    const arrived = minuteOf(at(received, 0).now)
    const isConfirmed = values.channel === 'web'
    const id = await createEntry({ ...at(received, 0), actor: { kind: 'system', task: 'intake' } }, complaints, {
      ...emptyInput(complaints.fields), language: 'nl', ...values, number: `KL-${String(index + 1).padStart(3, '0')}`, department: names.departments.get(front)!, received_at: arrived, confirmed_at: isConfirmed ? arrived : null,
    })
    for (const [place, [verb, daysAgo, given = {}]] of deeds.entries()) await perform(at(daysAgo, place + 1), complaints, verb, id, verb === 'assign' ? { handler: doer.personId, route: null } : given)
  }
  await sql`delete from mail_message where organisation_id = ${scope.organisation.id} and once_key like 'danger:%'`.execute(scope.tx)
  const all = await sql<{ id: string }>`select id from complaint where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  await refreshThese(scope, complaints, all.rows.map(({ id }) => id))
}
