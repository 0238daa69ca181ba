// Requests of the demo world: each comes in and is handled at its moments, by the privacy officer of the organisation.
import { sql } from 'kysely'
import { minuteOf } from '../case-kit/moments.ts'
import { dayOf } from '../ground/clock.ts'
import type { Actor, Scope } from '../ground/scope.ts'
import type { AnyInput } from '../register-kit/entry.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { requests } from '../registers/requests/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import { requestsOf } from './requests-made.ts'
import type { Settled } from './settle.ts'

/** Makes them and what became of them, up to the scope's `now`. What was told in the past isn't sent today. */
export async function playRequests(scope: Scope, demo: DemoOrganisation, { names, actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const doer = actorFor('officer', front) as Extract<Actor, { kind: 'person' }>
  const body = demo.kind === 'firm' ? undefined : await scope.tx.selectFrom('governing_body').select('id').where('organisation_id', '=', scope.organisation.id).orderBy('position').executeTakeFirst()
  const processing = await scope.tx.selectFrom('processing_activity').select('id').where('organisation_id', '=', scope.organisation.id).where('status', '=', 'active').orderBy('sort_name').executeTakeFirst()
  const [participant = null] = names.participants.values()
  for (const [index, { received, deeds, ...values }] of requestsOf(demo.kind).entries()) {
    const at = (daysAgo: number, place: number): Scope => ({ ...scope, actor: doer, now: new Date(scope.now.getTime() - daysAgo * 86_400_000 + place * 600_000) })
    const id = await createEntry({ ...at(received, 0), actor: { kind: 'system', task: 'intake' } }, requests, {
      ...emptyInput(requests.fields), language: 'nl', subject_kind: 'self', ...values, number: `VZ-${String(index + 1).padStart(3, '0')}`, department: names.departments.get(front)!, handler: deeds.length > 0 ? doer.personId : null, received_at: minuteOf(at(received, 0).now),
      processings: values.right === 'access' && processing ? [{ processing: processing.id, note: null }] : [],
    })
    for (const [place, [verb, daysAgo, given = {}]] of deeds.entries()) {
      if (verb === 'forward' && participant === null) continue
      const today = dayOf(at(daysAgo, 0).now)
      const whole: AnyInput = { ...emptyInput(requests.lifecycle.verbs[verb]!.fields ?? {}), ...given }
      if (verb === 'forward') whole.forwarded_to = participant
      if (verb === 'record_default') whole.default_received_on = today
      if (verb === 'decide' && body) whole.decided_for = body.id
      if (verb === 'tell_recipients') whole.recipients = (whole.recipients as AnyInput[]).map((row) => ({ ...row, told_on: today }))
      await perform(at(daysAgo, place + 1), requests, verb, id, whole)
    }
  }
  const all = await sql<{ id: string }>`select id from subject_request where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  await refreshThese(scope, requests, all.rows.map(({ id }) => id))
}
