// Open clocks: every term that runs or stands still for the cases that the actor may see, what ends first first, a page at a time.
import { type RawBuilder, sql } from 'kysely'
import { type DeadlineState, stateOf } from '../../calendar/state.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Register } from '../../register-kit/register.ts'

/** `day`: ends within 24 hours; `week`: within seven days, the day included. */
export const clockStands = ['late', 'day', 'week', 'suspended'] as const
export type ClockStand = (typeof clockStands)[number]

export type ClockQuery = {
  readonly registers: readonly Register[]
  readonly stand: ClockStand | undefined
  readonly department: string | undefined
  /** Only of cases that the actor answers for. */
  readonly isMine: boolean
}

export type OpenClock = {
  readonly id: string
  readonly register: Register
  readonly entryId: string
  readonly title: string
  readonly number: string | null
  readonly status: string
  readonly department: string | null
  readonly owner: string | null
  readonly ownerId: string | null
  /** What must be done in time. */
  readonly words: Words
  readonly citation: string
  readonly state: DeadlineState
  readonly dueOn: string | null
  readonly dueAt: Date
}

/** Place of the last clock of a page: milliseconds, or `last` among those that stand still, and its id. */
export type ClockPlace = readonly [at: number | 'last', id: string]
export type ClockPage = { readonly clocks: readonly OpenClock[]; readonly next: ClockPlace | undefined }
export type ClockCounts = Readonly<Record<ClockStand | 'all', number>>

type Row = Omit<OpenClock, 'register' | 'words' | 'state'> & { readonly kind: string; readonly place: number | null; readonly extendedAt: Date | null; readonly suspendedAt: Date | null }

/** What stands still comes last: its end moves. */
const orderOf = sql`case when d.suspended_at is null then d.due_at else 'infinity' end`

export async function openClocks(scope: Scope, query: ClockQuery, size: number, after?: ClockPlace): Promise<ClockPage> {
  const found: { clock: OpenClock; at: number }[] = []
  for (const register of query.registers) found.push(...await clocksIn(scope, register, query, size + 1, after))
  const sorted = found.toSorted((one, other) => (one.at === other.at ? (one.clock.id < other.clock.id ? -1 : 1) : one.at - other.at))
  const shown = sorted.slice(0, size)
  const last = shown.at(-1)
  return { clocks: shown.map(({ clock }) => clock), next: sorted.length > size && last ? [Number.isFinite(last.at) ? last.at : 'last', last.clock.id] : undefined }
}

async function clocksIn(scope: Scope, register: Register, query: ClockQuery, most: number, after: ClockPlace | undefined): Promise<{ clock: OpenClock; at: number }[]> {
  const { named, deadlines = {} } = register
  const label = (table: string, name: string | undefined) => name === undefined ? sql`null` : sql`(select l.name from ${sql.table(table)} l where l.organisation_id = d.organisation_id and l.id = t.${sql.ref(name)})`
  const beyond = after === undefined ? sql`` : sql`and (${orderOf}, d.id) > (${after[0] === 'last' ? sql`'infinity'::timestamptz` : new Date(after[0])}, ${after[1]}::uuid)`
  const { rows } = await sql<Row>`
    select d.id, d.entry_id as "entryId", t.${sql.ref(named.title)} as title, t.${sql.ref(named.number.field)} as number, t.status, d.kind, d.citation, d.due_on as "dueOn", d.due_at as "dueAt",
      d.extended_at as "extendedAt", d.suspended_at as "suspendedAt", ${label('department', named.department)} as department, ${label('person', named.owner)} as owner, ${named.owner === undefined ? sql`null::uuid` : sql.ref(`t.${named.owner}`)} as "ownerId"
    from ${openOf(scope, register, query)} ${standing(scope, query.stand)} ${beyond} order by ${orderOf}, d.id limit ${most}`.execute(scope.tx)
  return rows.map(({ kind, extendedAt, suspendedAt, ...row }) => ({
    clock: { ...row, register, words: deadlines[kind]!.words, state: stateOf({ dueAt: row.dueAt, metAt: null, lapsedAt: null, suspendedAt, extendedAt }, scope.now) },
    at: suspendedAt === null ? row.dueAt.getTime() : Number.POSITIVE_INFINITY,
  }))
}

/** How many there are of each, whatever the query says of where they stand. */
export async function countClocks(scope: Scope, query: ClockQuery): Promise<ClockCounts> {
  const counts = { late: 0, day: 0, week: 0, suspended: 0, all: 0 }
  for (const register of query.registers) {
    const figures = sql.join(clockStands.map((stand) => sql`count(*) filter (where true ${standing(scope, stand)})::integer as ${sql.ref(stand)}`))
    const { rows } = await sql<Record<keyof typeof counts, number>>`select ${figures}, count(*)::integer as "all" from ${openOf(scope, register, query)}`.execute(scope.tx)
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += rows[0]![key]
  }
  return counts
}

function openOf(scope: Scope, register: Register, { department, isMine }: ClockQuery): RawBuilder<unknown> {
  const { named, deadlines = {} } = register
  const ofDepartment = department === undefined ? sql`` : named.department === undefined ? sql`and false` : sql`and t.${sql.ref(named.department)} = ${department}`
  const ofOwner = !isMine ? sql`` : named.owner === undefined ? sql`and false` : sql`and t.${sql.ref(named.owner)} = ${personOf(scope.actor)}`
  return sql`deadline d join ${sql.table(register.table)} t on t.organisation_id = d.organisation_id and t.id = d.entry_id
    where d.organisation_id = ${scope.organisation.id} and d.register = ${register.key} and d.kind = any(${Object.keys(deadlines)}) and d.met_at is null and d.lapsed_at is null and ${register.visible(scope.actor)} ${ofDepartment} ${ofOwner}`
}

function standing({ now }: Scope, stand: ClockStand | undefined): RawBuilder<unknown> {
  const within = (hours: number) => sql`and d.suspended_at is null and d.due_at > ${now} and d.due_at <= ${new Date(now.getTime() + hours * 3_600_000)}`
  switch (stand) {
    case undefined: return sql``
    case 'late': return sql`and d.suspended_at is null and d.due_at <= ${now}`
    case 'day': return within(24)
    case 'week': return within(7 * 24)
    case 'suspended': return sql`and d.suspended_at is not null`
  }
}
