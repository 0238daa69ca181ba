// Breaches of the demo world: each is reported and dealt with at its moments, by whoever the organisation has for it.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { minuteOf } from '../case-kit/moments.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { breaches } from '../registers/breaches/register.ts'
import { breachesOf } from './breaches-made.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

const hour = 3_600_000

/** Makes them and what became of them, up to the scope's `now`. What was told in the past isn't sent today. */
export async function playBreaches(scope: Scope, demo: DemoOrganisation, { names, actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const hasOfficer = demo.people.some(({ roles }) => roles.some(({ role }) => role === 'privacy_officer'))
  const actors = { desk: actorFor(hasOfficer ? 'officer' : 'ciso', front), second: actorFor(hasOfficer ? 'ciso' : 'owner', front), dpo: actorFor('dpo', front) }
  const participant = [...names.participants.values()][0] ?? null
  for (const [index, { hours, discovered, deeds, ...values }] of breachesOf(demo.kind).entries()) {
    const at = (after: number): Scope => ({ ...scope, now: new Date(scope.now.getTime() - (hours - after) * hour) })
    const received_at = minuteOf(at(0).now)
    const id = await createEntry({ ...at(0), actor: { kind: 'system', task: 'intake' } }, breaches, {
      ...emptyInput(breaches.fields), language: 'nl', role: 'controller', regime: 'gdpr', ...values, number: `DL-${String(index + 1).padStart(3, '0')}`, department: names.departments.get(front)!, received_at,
      discovered_at: discovered === undefined ? null : minuteOf(at(-discovered).now), aware_at: values.channel === 'processor' ? received_at : null, participant: values.role === 'processor' ? participant : null,
    })
    for (const [verb, after, by, given = {}] of deeds) if (after < hours) await perform({ ...at(after), actor: actors[by] }, breaches, verb, id, given)
  }
  await sql`delete from mail_message where organisation_id = ${scope.organisation.id} and kind = 'notice'`.execute(scope.tx)
  const all = await sql<{ id: string }>`select id from breach where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  await refreshThese(scope, breaches, all.rows.map(({ id }) => id))
}
