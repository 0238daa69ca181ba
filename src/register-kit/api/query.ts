// Query: the parameters of a collection's address as a list query, or every fault at once; nothing unknown is let pass.
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Actor } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { type Cursor, deadlineChoices, filtersFor, type ListQuery, proposalChoices, readCursor, reviewChoices, severityChoices, type Sort, sortsOf } from '../list-address.ts'
import { hasProposals } from '../lifecycle.ts'
import type { Register } from '../register.ts'
import { filterField } from '../tied-registers.ts'
import { wireName } from '../wire.ts'
import { inQuery } from './problem.ts'

export const mostEntries = 100
export const usualEntries = 25

/** `updatedAt` for `updated_at`. */
export const sortNames = (register: Register): string[] => sortsOf(register).map(wireName)

/** @throws Invalid naming each parameter that can't be right */
export function readApiQuery(register: Register, actor: Actor, parameters: URLSearchParams): ListQuery {
  const faults: Fault[] = []
  const fault = (name: string, message: string): undefined => { faults.push({ at: inQuery(name), message }) }
  const filters = filtersFor(register, actor)
  const known = new Set(['q', 'status', 'rule', 'severity', 'review', 'proposal', 'deadline', 'sort', 'size', 'after', ...filters.map(({ name }) => name)])
  for (const name of new Set(parameters.keys())) {
    if (!known.has(name)) fault(name.slice(0, 60), t('Deze parameter bestaat niet.', 'There is no such parameter.'))
    else if (name !== 'status' && parameters.getAll(name).length > 1) fault(name, t('Deze parameter mag één keer voorkomen.', 'This parameter may occur once.'))
  }
  const one = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = parameters.get(name)
    if (value === null) return undefined
    return allowed.find((option) => option === value) ?? fault(name, t(`Kies een van: ${allowed.join(', ') || 'niets'}.`, `Choose one of: ${allowed.join(', ') || 'nothing'}.`))
  }
  const statuses = Object.keys(register.lifecycle.statuses)
  const status = parameters.getAll('status')
  if (status.some((value) => !statuses.includes(value))) fault('status', t(`Kies een van: ${statuses.join(', ')}.`, `Choose one of: ${statuses.join(', ')}.`))
  const sorted = parameters.get('sort')?.replace(/^-/, '')
  const sort = sorted === undefined ? 'name' : sortsOf(register).find((name) => wireName(name) === sorted) ?? fault('sort', t(`Kies een van: ${sortNames(register).join(', ')}, met een min ervoor voor aflopend.`, `Choose one of: ${sortNames(register).join(', ')}, with a minus before it for descending.`))
  const words = parameters.get('q') ?? ''
  if (words.length > 200) fault('q', t('Hoogstens 200 tekens.', 'At most 200 characters.'))
  const query: ListQuery = {
    words: words.trim(), status, sort: sort ?? ('name' satisfies Sort), direction: parameters.get('sort')?.startsWith('-') ? 'desc' : 'asc', columns: [], imported: undefined, before: undefined,
    rule: one('rule', Object.keys(register.rules)), severity: one('severity', Object.keys(register.rules).length > 0 ? severityChoices : []),
    review: one('review', register.reviewBy === undefined ? [] : reviewChoices), proposal: one('proposal', hasProposals(register) ? proposalChoices : []), deadline: one('deadline', register.deadlines === undefined ? [] : deadlineChoices),
    chosen: Object.fromEntries(filters.flatMap(({ name, path, field }) => {
      const typed = parameters.get(name)
      if (typed === null) return []
      const value = filterValue(filterField(register.fields, field)?.type, typed)
      return value === undefined ? (fault(name, t('Deze waarde kan dit filter niet hebben.', 'This filter can’t have this value.')), []) : [[path, value]]
    })),
    size: readSize(parameters.get('size'), fault), after: readAfter(parameters.get('after'), fault),
  }
  if (faults.length > 0) throw new Invalid(faults, t('Een of meer parameters kloppen niet.', 'One or more parameters aren’t right.'))
  return query
}

function filterValue(type: string | undefined, typed: string): string | undefined {
  if (type === 'yesNo') return typed === 'true' ? 'yes' : typed === 'false' ? 'no' : undefined
  if (type === 'reference') return isId(typed) ? typed : undefined
  return /^[a-z0-9._-]{1,80}$/i.test(typed) ? typed : undefined
}

function readSize(typed: string | null, fault: (name: string, message: string) => undefined): number {
  if (typed === null) return usualEntries
  const size = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return size >= 1 && size <= mostEntries ? size : fault('size', t(`Van 1 tot ${mostEntries}.`, `From 1 to ${mostEntries}.`)) ?? usualEntries
}

function readAfter(typed: string | null, fault: (name: string, message: string) => undefined): Cursor | undefined {
  return typed === null ? undefined : readCursor(typed) ?? fault('after', t('Gebruik hier alleen wat de vorige pagina gaf.', 'Use only what the previous page gave here.'))
}
