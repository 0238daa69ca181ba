// Sources of an organisation: which applications may log, who looks after each, what came from them, and making, changing and ending one.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { isId, newId } from '../../ground/ids.ts'
import { Conflict, type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'

export type SourceInput = {
  readonly name: string
  readonly description: string
  readonly systemId: string | null
  readonly caretakerId: string | null
  /** Days without a record after which it stands out; empty: never. */
  readonly silentAfterDays: string
}

export type ShownSource = {
  readonly id: string; readonly name: string; readonly description: string | null; readonly systemId: string | null; readonly system: string | null
  readonly caretakerId: string | null; readonly caretaker: string | null; readonly silentAfterDays: number | null; readonly revision: number
  readonly createdAt: Date; readonly createdById: string | null; readonly createdBy: string | null; readonly endedAt: Date | null
  readonly lastAt: Date | null; readonly receivedToday: number; readonly receivedInAll: number
  /** How many of its credentials work today, and until when the last of them does. */
  readonly working: number; readonly worksUntil: string | null
}

/** Name of sources in the history. */
export const sourceHistory = 'access-sources'
export const usualSilence = 3

/** Those that may log first, then by name; or the one with this id. */
export async function listSources(scope: Scope, id?: string): Promise<ShownSource[]> {
  const today = dayOf(scope.now)
  const { rows } = await sql<ShownSource>`
    select s.id, s.name, s.description, s.system_id as "systemId", y.name as system, s.caretaker_id as "caretakerId", c.name as caretaker, s.silent_after_days as "silentAfterDays", s.revision,
      s.created_at as "createdAt", s.created_by as "createdById", m.name as "createdBy", s.ended_at as "endedAt", d.last_at as "lastAt", d.today::float8 as "receivedToday", d.total::float8 as "receivedInAll",
      k.working, k.until as "worksUntil"
    from access_source s
    left join information_system y on y.organisation_id = s.organisation_id and y.id = s.system_id
    left join person c on c.organisation_id = s.organisation_id and c.id = s.caretaker_id
    left join person m on m.organisation_id = s.organisation_id and m.id = s.created_by
    cross join lateral (select max(last_at) as last_at, coalesce(sum(record_count) filter (where day = ${today}), 0) as today, coalesce(sum(record_count), 0) as total
      from access_source_day where organisation_id = s.organisation_id and source_id = s.id) d
    cross join lateral (select count(*)::int as working, max(expires_on)::text as until from access_source_credential
      where organisation_id = s.organisation_id and source_id = s.id and revoked_at is null and expires_on >= ${today}) k
    where s.organisation_id = ${scope.organisation.id} and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)
    order by s.ended_at is not null, lower(s.name), s.id`.execute(scope.tx)
  return rows
}

/** @throws NotFound also for another organisation's */
export async function findSource(scope: Scope, id: string): Promise<ShownSource> {
  const [found] = isId(id) ? await listSources(scope, id) : []
  if (!found) throw new NotFound()
  return found
}

/** @throws Invalid */
export async function addSource(scope: Scope, input: SourceInput): Promise<string> {
  const row = await acceptSource(scope, input, undefined)
  const id = newId()
  await scope.tx.insertInto('access_source').values({ organisation_id: scope.organisation.id, id, ...row, created_at: scope.now, created_by: personOf(scope.actor) }).execute()
  await writeHistory(scope, sourceHistory, [{ entryId: id, verb: 'create', changes: Object.entries(row).filter(([, after]) => after !== null).map(([field, after]) => ({ field, before: null, after })) }])
  return id
}

/** @throws Invalid, NotFound; Refused when it has ended; Conflict when somebody else saved meanwhile */
export async function changeSource(scope: Scope, id: string, input: SourceInput, revision: number): Promise<void> {
  const before = await openSource(scope, id)
  const row = await acceptSource(scope, input, id)
  const changed = await scope.tx.updateTable('access_source').set({ ...row, revision: revision + 1 })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Conflict(t('Iemand anders heeft deze bron intussen gewijzigd. Hieronder staat wat u typte. Slaat u opnieuw op, dan geldt dat.', 'Somebody else changed this source meanwhile. Below is what you typed. If you save again, that applies.'))
  const old: Record<string, unknown> = { name: before.name, description: before.description, system_id: before.systemId, caretaker_id: before.caretakerId, silent_after_days: before.silentAfterDays }
  const changes = Object.entries(row).filter(([field, after]) => old[field] !== after).map(([field, after]) => ({ field, before: old[field], after }))
  if (changes.length > 0) await writeHistory(scope, sourceHistory, [{ entryId: id, verb: 'change', changes }])
}

/** Nothing comes in from it any more, by whatever credential; what came stays. @throws NotFound; Refused when it had ended */
export async function endSource(scope: Scope, id: string): Promise<void> {
  await openSource(scope, id)
  await scope.tx.updateTable('access_source').set({ ended_at: scope.now, ended_by: personOf(scope.actor) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  await writeHistory(scope, sourceHistory, [{ entryId: id, verb: 'end' }])
}

/** @throws NotFound; Refused when it has ended */
export async function openSource(scope: Scope, id: string): Promise<ShownSource> {
  const source = await findSource(scope, id)
  if (source.endedAt) throw new Refused(t('Deze bron is beëindigd.', 'This source has ended.'))
  return source
}

/** Whole days without a record, where that is longer than agreed; from when it was made for one that never sent any. Null while all is as it should be. */
export function silentDays({ lastAt, createdAt, silentAfterDays, endedAt }: Pick<ShownSource, 'lastAt' | 'createdAt' | 'silentAfterDays' | 'endedAt'>, now: Date): number | null {
  if (endedAt || silentAfterDays === null) return null
  const days = Math.floor((now.getTime() - (lastAt ?? createdAt).getTime()) / 86_400_000)
  return days >= silentAfterDays ? days : null
}

/** Within so many days the last credential ends: time for a new one. */
export function endsSoon({ worksUntil, endedAt }: Pick<ShownSource, 'worksUntil' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && worksUntil !== null && worksUntil <= dayAfter(dayOf(now), 'P30D')
}

async function acceptSource(scope: Scope, input: SourceInput, own: string | undefined) {
  const faults: Fault[] = []
  const fault = (at: string, nl: string, en: string) => { faults.push({ at, message: t(nl, en) }) }
  const name = input.name.trim()
  const description = input.description.trim()
  if (name === '' || name.length > 120) fault('name', 'Geef de bron een naam van hoogstens 120 tekens, bijvoorbeeld “Zaaksysteem”.', 'Give the source a name of at most 120 characters, for example “Case system”.')
  else if ((await listSources(scope)).some((other) => other.id !== own && other.endedAt === null && other.name === name)) fault('name', 'Er is al een bron met deze naam.', 'There is a source with this name already.')
  if (description.length > 1000) fault('description', 'Houd de omschrijving korter dan 1000 tekens.', 'Keep the description shorter than 1000 characters.')
  if (input.systemId && !(await has(scope, 'information_system', input.systemId))) fault('systemId', 'Dit systeem bestaat niet (meer).', 'This system doesn’t exist (any more).')
  if (input.caretakerId && !(await has(scope, 'person', input.caretakerId))) fault('caretakerId', 'Deze collega is er niet (meer).', 'This colleague isn’t there (any more).')
  const silence = input.silentAfterDays.trim()
  const days = silence === '' ? null : Number(silence)
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 365)) fault('silentAfterDays', 'Vul een heel aantal dagen in, van 1 tot en met 365, of laat het leeg.', 'Fill in a whole number of days, from 1 to 365, or leave it empty.')
  if (faults.length > 0) throw new Invalid(faults)
  return { name, description: description || null, system_id: input.systemId, caretaker_id: input.caretakerId, silent_after_days: days }
}

async function has(scope: Scope, table: 'information_system' | 'person', id: string): Promise<boolean> {
  return isId(id) && (await scope.tx.selectFrom(table).select('id').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst()) !== undefined
}
