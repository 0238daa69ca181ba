// List address: which entries of a register a list shows, as it stands in an address: words, filters, order, page and columns.
import { isId } from '../ground/ids.ts'
import { type Actor, hasRole } from '../ground/scope.ts'
import type { Field } from './field-types.ts'
import { hasProposals } from './lifecycle.ts'
import type { Filter, Register } from './register.ts'
import { filterField } from './tied-registers.ts'

export const sizes = [25, 50, 100] as const
export const severityChoices = ['blocking', 'serious', 'attention', 'any', 'none'] as const
export const reviewChoices = ['overdue', 'soon'] as const
/** `week`: ends within seven days. */
export const deadlineChoices = ['late', 'week', 'running', 'suspended'] as const
export const proposalChoices = ['draft', 'in_review'] as const
/** `due_at`: by the first deadline that runs; entries without one come last. */
export type Sort = 'name' | 'updated_at' | 'review_due_on' | 'findings' | 'due_at'

export type ListQuery = {
  readonly words: string
  readonly status: readonly string[]
  /** Values of the register's own filters, by the filter's path: a key, an id, `yes` or `no`. */
  readonly chosen: Readonly<Record<string, string>>
  readonly rule: string | undefined
  readonly severity: (typeof severityChoices)[number] | undefined
  readonly review: (typeof reviewChoices)[number] | undefined
  readonly proposal: (typeof proposalChoices)[number] | undefined
  /** Entries with a deadline that stands so; only of a register that declares deadlines. */
  readonly deadline?: (typeof deadlineChoices)[number] | undefined
  /** Id of the import that the entries came in by or were changed by. */
  readonly imported: string | undefined
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
  readonly size: number
  readonly columns: readonly string[]
  readonly after: Cursor | undefined
  readonly before: Cursor | undefined
}
export type Cursor = readonly [value: string | number, id: string]

const systemParameters = ['q', 'status', 'bevinding', 'ernst', 'controle', 'voorstel', 'termijn', 'import', 'sorteer', 'volgorde', 'aantal', 'kolom', 'na', 'voor', 'filters'] as const

/** What a list understands of an address, each value once: every link on the page repeats it, so nothing else may ride along. */
export function listParameters(register: Register, address: string): URLSearchParams {
  const names = new Set<string>([...systemParameters, ...register.list.filters.map(({ path }) => path)])
  const known = [...new URL(address).searchParams].filter(([name, value]) => names.has(name) && value.length <= 2_000).map(([name, value]) => [name, value] as [string, string])
  const once = new Map(known.map((pair) => [pair.join('='), pair]))
  return new URLSearchParams([...once.values()].slice(0, 100))
}

/** Parameters in the address; what isn't understood is left out and named in `ignored`. */
export function readListQuery(register: Register, parameters: URLSearchParams): { query: ListQuery; ignored: string[] } {
  const ignored: string[] = []
  const read = <T extends string>(name: string, parse: (value: string) => T | undefined): T | undefined => {
    const value = parameters.get(name)
    if (value === null || value === '') return undefined
    const found = parse(value)
    if (found === undefined) ignored.push(name)
    return found
  }
  const one = <T extends string>(name: string, allowed: readonly T[]) => read(name, (value) => allowed.find((option) => option === value))
  const statusNames = Object.keys(register.lifecycle.statuses)
  const status = parameters.getAll('status').filter((value) => value !== '')
  if (status.some((value) => !statusNames.includes(value))) ignored.push('status')
  const columns = register.list.columns.filter((name) => parameters.getAll('kolom').includes(name))
  const sort = one('sorteer', sortsOf(register)) ?? register.list.order ?? 'name'
  return {
    ignored,
    query: {
      words: (parameters.get('q') ?? '').slice(0, 200).trim(),
      status: statusNames.filter((name) => status.includes(name)),
      chosen: Object.fromEntries(register.list.filters.flatMap((filter) => {
        const value = read(filter.path, (typed) => readChosen(filterField(register.fields, filter.field), typed))
        return value === undefined ? [] : [[filter.path, value]]
      })),
      rule: one('bevinding', Object.keys(register.rules)),
      severity: one('ernst', Object.keys(register.rules).length > 0 ? severityChoices : []),
      review: one('controle', register.reviewBy === undefined ? [] : reviewChoices),
      proposal: one('voorstel', hasProposals(register) ? proposalChoices : []),
      deadline: one('termijn', register.deadlines === undefined ? [] : deadlineChoices),
      imported: read('import', (value) => isId(value) ? value : undefined),
      sort, direction: one('volgorde', ['asc', 'desc']) ?? (sort === 'updated_at' || sort === 'findings' ? 'desc' : 'asc'),
      size: sizes.find((size) => String(size) === parameters.get('aantal')) ?? 25,
      columns: columns.length > 0 ? columns : register.list.shown,
      after: readCursor(parameters.get('na')), before: readCursor(parameters.get('voor')),
    },
  }
}

/** What a register's list can be ordered by. */
export function sortsOf(register: Register): Sort[] {
  return ['name', 'updated_at', ...(register.reviewBy === undefined ? [] : ['review_due_on' as const]), ...(Object.keys(register.rules).length === 0 ? [] : ['findings' as const]), ...(register.deadlines === undefined ? [] : ['due_at' as const])]
}

/** The register's own filters that this actor may use. */
export function filtersFor(register: Register, actor: Actor): readonly Filter[] {
  return register.list.filters.filter(({ roles }) => roles === undefined || actor.kind === 'system' || hasRole(actor, ...roles))
}

/** The address of a list: the same query with some parameters changed; paging starts anew. */
export function listAddress(base: string, parameters: URLSearchParams, change: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const next = new URLSearchParams(parameters)
  next.delete('na')
  next.delete('voor')
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    if (typeof value === 'string') next.set(name, value)
    else for (const item of value ?? []) next.append(name, item)
  }
  for (const name of new Set(next.keys())) if (next.getAll(name).every((value) => value === '')) next.delete(name)
  const text = next.toString()
  return text === '' ? base : `${base}?${text}`
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

export function readCursor(text: string | null): Cursor | undefined {
  if (text === null || text === '') return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2 && ['string', 'number'].includes(typeof parsed[0]) && isId(String(parsed[1]))) return [parsed[0] as string | number, String(parsed[1])]
  } catch {}
  return undefined
}

/** A filter's value, where its field can have it. */
function readChosen(field: Field | undefined, typed: string): string | undefined {
  switch (field?.type) {
    case 'yesNo': return typed === 'yes' || typed === 'no' ? typed : undefined
    case 'choice': return field.choices.find(({ key }) => key === typed)?.key
    case 'reference': return isId(typed) ? typed : undefined
    default: return /^[a-z0-9._-]{1,80}$/i.test(typed) ? typed : undefined
  }
}
