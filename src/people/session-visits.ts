// Session visits: which sessions are in use at one organisation, as far as that organisation may know: not what they do elsewhere.
import { sql } from 'kysely'
import { inOrganisation } from '../ground/database.ts'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { sayDevice } from './device.ts'
import { notePerson } from './history.ts'
import type { House } from './house.ts'
import { endSessions, idleMinutes, longestHours } from './sessions.ts'
import { noteSignIn, type Origin } from './sign-in-events.ts'

/** A visit is written at most once in this time, so that reading doesn't cost a write each. */
const noteEverySeconds = 60

/** Keeps that this session was here, from where and on what. `lastVisitAt`: the visit that is known already. */
export async function noteVisit(house: House, organisationId: string, sessionId: string, origin: Origin, lastVisitAt: Date | null): Promise<void> {
  const now = house.clock()
  if (lastVisitAt && now.getTime() - lastVisitAt.getTime() <= noteEverySeconds * 1000) return
  await inOrganisation(house.database, organisationId, async (tx) => {
    await tx.insertInto('session_visit')
      .values({ organisation_id: organisationId, session_id: sessionId, first_seen_at: now, last_seen_at: now, ip: origin.ip, device: origin.device })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'session_id']).doUpdateSet({ last_seen_at: now, ip: origin.ip, device: origin.device })).execute()
    // No session lives this long; forgetting belongs to the first visit of a new one.
    if (!lastVisitAt) await tx.deleteFrom('session_visit').where('organisation_id', '=', organisationId)
      .where('last_seen_at', '<', new Date(now.getTime() - 2 * longestHours * 3_600_000)).execute()
  })
}

export type Visitor = {
  sessionId: string; personId: string; name: string; accountId: string
  device: string; ip: string
  /** At this organisation. */
  firstSeenAt: Date; lastSeenAt: Date
  method: string; hasSecondFactor: boolean
}

/**
 * Who is signed in and was here in the last two hours, last seen first; besides, sessions that open this organisation only and haven't come in yet.
 * One that is kept awake elsewhere isn't shown: that would tell what somebody does at another organisation.
 */
export async function listVisitors(scope: Scope, only?: string): Promise<Visitor[]> {
  const since = new Date(scope.now.getTime() - idleMinutes * 60_000)
  const found = await sql<Visitor>`
    select s.id as "sessionId", p.id as "personId", p.name, s.account_id as "accountId", coalesce(v.device, s.device) as device, coalesce(v.ip, s.ip) as ip,
      coalesce(v.first_seen_at, s.created_at) as "firstSeenAt", coalesce(v.last_seen_at, s.last_seen_at) as "lastSeenAt", s.method,
      s.second_factor_at is not null as "hasSecondFactor"
    from person p
    join session s on s.account_id = p.account_id and s.ended_at is null and s.expires_at > ${scope.now} and s.last_seen_at > ${since}
    left join session_visit v on v.organisation_id = p.organisation_id and v.session_id = s.id
    where p.organisation_id = ${scope.organisation.id} and p.is_active and (s.limited_to is null or s.limited_to = p.organisation_id)
      and (v.last_seen_at > ${since} or (v.session_id is null and s.limited_to = p.organisation_id))
      and (${only ?? null}::uuid is null or s.id = ${only ?? null}::uuid)
    order by coalesce(v.last_seen_at, s.last_seen_at) desc limit 500`.execute(scope.tx)
  return found.rows.map((row) => ({ ...row, device: sayDevice(row.device) }))
}

/** Ends one of the sessions that are shown. @throws NotFound for any other, also another organisation's. */
export async function endVisitor(scope: Scope, house: House, sessionId: string, origin: Origin): Promise<void> {
  const [visitor] = isId(sessionId) ? await listVisitors(scope, sessionId) : []
  if (!visitor) throw new NotFound()
  await endSessions({ ...house, database: scope.tx }, visitor.accountId, { only: sessionId, organisationId: scope.organisation.id })
  await noteSignIn(scope.tx, scope.now, origin, { what: 'session_ended', accountId: visitor.accountId, organisationId: scope.organisation.id })
  await notePerson(scope, visitor.personId, 'end_session')
}
