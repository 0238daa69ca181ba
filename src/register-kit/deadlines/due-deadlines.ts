// Due deadlines: what runs out until a moment, over all registers, of the entries that the actor may see; for the work list, the digest and the calendar feed.
import { sql } from 'kysely'
import { type DeadlineState, stateOf } from '../../calendar/state.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Register } from '../register.ts'
import { allRegisters } from '../tied-registers.ts'

export type DueDeadline = {
  /** Of the deadline itself: stays the same while it is extended or stood still. */
  readonly id: string
  readonly register: Register
  readonly entryId: string
  /** Of the entry. */
  readonly title: string
  readonly number: string | null
  /** Key in the register's declaration, and what must be done in time. */
  readonly kind: string
  readonly words: Words
  readonly citation: string
  readonly state: DeadlineState
  readonly startedAt: Date
  /** The last day, where it doesn't end at an hour. */
  readonly dueOn: string | null
  /** The first moment that is too late. */
  readonly dueAt: Date
  /** Ids of the person who answers for the entry, and of its department. */
  readonly owner: string | null
  readonly department: string | null
  /** The steps by which it is met: whoever may take one of them has the work. */
  readonly steps: readonly string[]
}

type Row = Pick<DueDeadline, 'id' | 'entryId' | 'title' | 'number' | 'kind' | 'citation' | 'startedAt' | 'dueOn' | 'dueAt' | 'owner' | 'department'> & { extendedAt: Date | null }

/** Late ones first, then in the order in which they end; `most` a register. What stands still isn't due. */
export async function dueDeadlines(scope: Scope, { until, most = 500, registers = allRegisters() }: { readonly until: Date; readonly most?: number; readonly registers?: readonly Register[] }): Promise<DueDeadline[]> {
  const found: DueDeadline[] = []
  for (const register of registers) found.push(...await dueIn(scope, register, until, most))
  return found.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}

async function dueIn(scope: Scope, register: Register, until: Date, most: number): Promise<DueDeadline[]> {
  const { deadlines, named } = register
  if (!deadlines) return []
  const column = (name: string | undefined) => name === undefined ? sql`null::uuid` : sql.ref(`t.${name}`)
  const { rows } = await sql<Row>`
    select d.id, d.entry_id as "entryId", t.${sql.ref(named.title)} as title, t.${sql.ref(named.number.field)} as number, d.kind, d.citation, d.started_at as "startedAt", d.due_on as "dueOn", d.due_at as "dueAt",
      d.extended_at as "extendedAt", ${column(named.owner)} as owner, ${column(named.department)} as department
    from deadline d join ${sql.table(register.table)} t on t.organisation_id = d.organisation_id and t.id = d.entry_id
    where d.organisation_id = ${scope.organisation.id} and d.register = ${register.key} and d.kind = any(${Object.keys(deadlines)}) and d.met_at is null and d.lapsed_at is null and d.suspended_at is null
      and d.due_at <= ${until} and ${register.visible(scope.actor)} order by d.due_at, d.id limit ${most}`.execute(scope.tx)
  return rows.map(({ extendedAt, ...row }) => {
    const { words, endsBy } = deadlines[row.kind]!
    return { ...row, register, words, steps: endsBy.verbs ?? ['change'], state: stateOf({ dueAt: row.dueAt, metAt: null, lapsedAt: null, suspendedAt: null, extendedAt }, scope.now) }
  })
}
