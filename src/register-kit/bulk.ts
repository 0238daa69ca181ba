// Bulk: one action on several entries at once: what it would do to each, doing it through the corridor, and taking changes of fields back.
import { sql } from 'kysely'
import { recordAccess } from '../access-record/record.ts'
import { Invalid, Refusal } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { type Change, changesBetween } from './changes.ts'
import { readDeadlines } from './deadlines/kept-deadline.ts'
import type { AnyInput, Entry } from './entry.ts'
import { emptyValue } from './field-types.ts'
import { refreshNeighbours, refreshThese } from './keep-findings.ts'
import { hasProposals, workingInput, workOf } from './lifecycle.ts'
import { actOn, frozenLookups, type Later, loadEntry, perform } from './perform.ts'
import { readProposals } from './proposals.ts'
import type { Register } from './register.ts'
import { loadEntries } from './store.ts'

/** More entries than this aren't changed in one go. */
export const mostAtOnce = 500

export type BulkAction =
  | { readonly kind: 'step'; readonly verb: string; readonly values: AnyInput }
  /** `add` and `take` are for lists of terms or choices. */
  | { readonly kind: 'set' | 'add' | 'take'; readonly field: string; readonly value: unknown }

export type BulkOutcome = {
  readonly id: string
  readonly title: string
  /** `proposal`: not in force yet, but proposed beside what is; `same`: it is so already. */
  readonly what: 'done' | 'proposal' | 'same' | 'refused'
  readonly change?: Change
  readonly why?: string
}

/** What the action would do to each entry that the actor may see: tried, and taken back. */
export async function planBulk(scope: Scope, register: Register, ids: readonly string[], action: BulkAction): Promise<BulkOutcome[]> {
  const entries = await visibleEntries(scope, register, ids)
  const lookups = await frozenLookups(scope, register, [...entries.flatMap((entry) => [entry.input, entry.proposal?.input ?? {}]), action.kind === 'step' ? {} : { [action.field]: action.value }])
  const outcomes: BulkOutcome[] = []
  for (const entry of entries) {
    outcomes.push(await oneByOne(scope, register, entry, action, (steps) => takenBack(scope, async () => {
      let current = entry
      for (const { verb, values } of steps) {
        await actOn(scope, register, verb, current, values, lookups)
        if (steps.length > 1) current = await loadEntry(scope, register, entry.id)
      }
    })))
  }
  return outcomes
}

/** Does the action on each entry, all in the scope's transaction; what is refused is left as it was. `causeId` is by what history knows them together. */
export async function carryOutBulk(scope: Scope, register: Register, ids: readonly string[], action: BulkAction, causeId: string): Promise<BulkOutcome[]> {
  return together(scope, register, ids, async (entry, later) => oneByOne(scope, register, entry, action, (steps) => kept(scope, async () => {
    for (const { verb, values } of steps) await perform(scope, register, verb, entry.id, values, { causeId, later })
  })))
}

/** Sets fields back that `doneBy` changed, wherever nobody changed them since. A proposal that holds nothing else is dropped. */
export async function undoBulk(scope: Scope, register: Register, doneBy: string, causeId: string): Promise<BulkOutcome[]> {
  const done = await sql<{ id: string; proposed: boolean; changes: Change[] }>`
    select e.entry_id as id, bool_or(e.verb = 'propose') as proposed, coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after)) filter (where c.field is not null), '[]') as changes
    from history_event e left join history_change c on c.organisation_id = e.organisation_id and c.event_id = e.id
    where e.organisation_id = ${scope.organisation.id} and e.cause_id = ${doneBy} and e.register = ${register.key} and e.verb in ('change', 'propose') group by e.entry_id order by e.entry_id limit ${mostAtOnce}`.execute(scope.tx)
  const changed = new Map(done.rows.map((row) => [row.id, row]))
  return together(scope, register, [...changed.keys()], async (entry, later) => {
    const { proposed, changes } = changed.get(entry.id)!
    const title = String(entry.input[register.named.title] ?? '')
    const working = workingInput(entry)
    const own = changes.filter(({ field, after }) => Object.hasOwn(register.fields, field) && isValue(register, field, working[field], after))
    if (own.length === 0) return { id: entry.id, title, what: 'same', why: t('Sindsdien opnieuw gewijzigd, of al teruggezet.', 'Changed again since, or set back already.') }
    const values = { ...working, ...Object.fromEntries(own.map(({ field, before }) => [field, before ?? emptyValue(register.fields[field]!)])) }
    const isEmptied = proposed && entry.proposal !== undefined && changesBetween(register.fields, entry.input, values).length === 0
    return tried(entry, title, { id: entry.id, title, what: 'done', change: { ...own[0]!, before: own[0]!.after, after: own[0]!.before } }, () => kept(scope, () =>
      isEmptied ? perform(scope, register, 'drop_proposal', entry.id, {}, { causeId, later }) : perform(scope, register, 'change', entry.id, values, { causeId, later })))
  })
}

/** Each visible entry in turn; findings, and who leans on the entries, are looked at once after all. */
async function together(scope: Scope, register: Register, ids: readonly string[], work: (entry: Entry, later: Later) => Promise<BulkOutcome>): Promise<BulkOutcome[]> {
  const later: Later = { judged: [], ids: [], inputs: [], subjects: [] }
  const outcomes: BulkOutcome[] = []
  // In the order of their ids, so that two people who do this at once don't wait for each other in a circle.
  for (const entry of await visibleEntries(scope, register, ids.toSorted(), { lock: true })) {
    const own: Later = { judged: [], ids: [], inputs: [], subjects: [] }
    const outcome = await work(entry, own)
    outcomes.push(outcome)
    if (outcome.what !== 'done' && outcome.what !== 'proposal') continue
    later.judged.push(...own.judged)
    later.ids.push(...own.ids)
    later.inputs.push(...own.inputs)
    later.subjects.push(...own.subjects)
  }
  await recordAccess(scope, { name: `Samen gewijzigd: ${register.words.many.nl}`, subjects: later.subjects })
  if (later.judged.length > 0) await refreshThese(scope, register, [...new Set(later.judged)])
  if (later.ids.length > 0) await refreshNeighbours(scope, register, later.ids, later.inputs)
  const place = new Map(ids.map((id, index) => [id, index]))
  return outcomes.toSorted((one, other) => place.get(one.id)! - place.get(other.id)!)
}

async function visibleEntries(scope: Scope, register: Register, ids: readonly string[], options: { lock?: boolean } = {}): Promise<Entry[]> {
  const stored = await loadEntries(scope.tx, register, scope.organisation.id, ids, { ...options, visibleTo: scope.actor })
  const proposals = hasProposals(register) ? await readProposals(scope, register, ids) : undefined
  const deadlines = register.deadlines && await readDeadlines(scope, register, ids)
  return stored.map(({ system, input }) => ({ id: system.id, system, input, proposal: proposals?.get(system.id), ...(deadlines ? { deadlines: deadlines.filter(({ entryId }) => entryId === system.id) } : {}) }))
}

type OneStep = { readonly verb: string; readonly values: AnyInput }

async function oneByOne(scope: Scope, register: Register, entry: Entry, action: BulkAction, work: (steps: readonly OneStep[]) => Promise<void>): Promise<BulkOutcome> {
  const title = String(entry.input[register.named.title] ?? '')
  if (action.kind === 'step') return tried(entry, title, { id: entry.id, title, what: 'done' }, () => work([action]))
  const before = workingInput(entry)[action.field]
  const after = changedValue(action, before)
  if (isValue(register, action.field, before, after)) return { id: entry.id, title, what: 'same' }
  const now = workOf(register, entry)
  const { change, propose } = register.lifecycle.verbs
  const changing = { verb: 'change', values: { ...workingInput(entry), [action.field]: after } }
  // What is in force isn't changed by itself where a test comes first: the change is proposed beside it.
  const isProposed = change?.when(now) !== true && propose?.when(now) === true
  const what = isProposed || entry.proposal ? 'proposal' : 'done'
  return tried(entry, title, { id: entry.id, title, what, change: { field: action.field, before, after } }, () => work(isProposed ? [{ verb: 'propose', values: {} }, changing] : [changing]))
}

async function tried(entry: Entry, title: string, outcome: BulkOutcome, work: () => Promise<void>): Promise<BulkOutcome> {
  try {
    await work()
    return outcome
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { id: entry.id, title, what: 'refused', why: sayRefusal(error) }
  }
}

function sayRefusal(error: Refusal): string {
  if (!(error instanceof Invalid) || error.faults.length === 0) return error.message
  const more = error.faults.length - 3
  return [...error.faults.slice(0, 3).map(({ message }) => message), ...(more > 0 ? [t(`En nog ${more}.`, `And ${more} more.`)] : [])].join(' ')
}

function changedValue(action: Exclude<BulkAction, { kind: 'step' }>, before: unknown): unknown {
  if (action.kind === 'set') return action.value
  const [had, given] = [listOf(before), listOf(action.value)]
  return action.kind === 'add' ? [...had, ...given.filter((key) => !had.includes(key))] : had.filter((key) => !given.includes(key))
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isValue(register: Register, field: string, one: unknown, other: unknown): boolean {
  return changesBetween({ [field]: register.fields[field]! }, { [field]: one }, { [field]: other ?? emptyValue(register.fields[field]!) }).length === 0
}

/** Does work and takes back what it wrote, whether it went well or was refused. */
async function takenBack(scope: Scope, work: () => Promise<void>): Promise<void> {
  await sql`savepoint one_of_several`.execute(scope.tx)
  try {
    await work()
  } finally {
    await sql`rollback to savepoint one_of_several`.execute(scope.tx)
    await sql`release savepoint one_of_several`.execute(scope.tx)
  }
}

/** Does work that leaves nothing behind when it is refused. */
async function kept(scope: Scope, work: () => Promise<void>): Promise<void> {
  await sql`savepoint one_of_several`.execute(scope.tx)
  try {
    await work()
  } catch (error) {
    await sql`rollback to savepoint one_of_several`.execute(scope.tx)
    throw error
  } finally {
    await sql`release savepoint one_of_several`.execute(scope.tx)
  }
}
