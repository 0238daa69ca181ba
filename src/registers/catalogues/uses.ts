// Uses: which entries of which registers have a term of a catalogue, counted by what the registers themselves declare.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { childTable, type Register } from '../../register-kit/register.ts'
import { allRegisters, filterField } from '../../register-kit/tied-registers.ts'

/** Fields of the registers that take terms of this catalogue, in words; none where nothing chooses from it yet. */
export function fieldsWith(catalogue: string): string[] {
  return [...new Set(allRegisters().flatMap((register) => placesOf(register, catalogue).map(({ words }) => words)))]
}

/** Number of entries that have each term, among those that the actor may see. A term that nothing has is left out. */
export async function countUses(scope: Scope, catalogue: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const register of allRegisters()) {
    const places = placesOf(register, catalogue)
    if (places.length === 0) continue
    const result = await sql<{ key: string; count: number }>`
      select u.key, count(distinct u.entry_id) as count from (${usesIn(scope, places)}) u
        join ${sql.table(register.table)} t on t.organisation_id = ${scope.organisation.id} and t.id = u.entry_id
      where ${register.visible(scope.actor)} group by u.key`.execute(scope.tx)
    for (const { key, count } of result.rows) counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return counts
}

/** Ids of all entries of a register that have one of these terms, whoever may see them. */
export async function entriesWith(scope: Scope, register: Register, catalogue: string, keys: readonly string[]): Promise<string[]> {
  const places = placesOf(register, catalogue)
  if (places.length === 0 || keys.length === 0) return []
  const result = await sql<{ id: string }>`select distinct u.entry_id as id from (${usesIn(scope, places)}) u where u.key = any(${keys}::text[])`.execute(scope.tx)
  return result.rows.map(({ id }) => id)
}

/** Address of the first list that has a filter for terms of this catalogue. */
export function listWith(slug: string, catalogue: string, key: string): string | undefined {
  for (const { path, list, fields } of allRegisters()) {
    const filter = list.filters.find(({ field }) => {
      const declared = filterField(fields, field)
      return (declared?.type === 'term' || declared?.type === 'terms') && declared.catalogue === catalogue
    })
    if (filter) return `/${slug}/${path}?${new URLSearchParams({ [filter.path]: key })}`
  }
  return undefined
}

type Place = { readonly table: string; readonly id: 'id' | 'entry_id'; readonly column: string; readonly words: string }

function placesOf(register: Register, catalogue: string): Place[] {
  return Object.entries(register.fields).flatMap(([key, field]): Place[] => {
    if (field.type === 'term') return field.catalogue === catalogue ? [{ table: register.table, id: 'id', column: key, words: say(field.words) }] : []
    if (field.type === 'terms') return field.catalogue === catalogue ? [{ table: childTable(register, key), id: 'entry_id', column: 'key', words: say(field.words) }] : []
    if (field.type !== 'rows') return []
    return Object.entries(field.columns).flatMap(([column, cell]) =>
      cell.type === 'term' && cell.catalogue === catalogue ? [{ table: childTable(register, key), id: 'entry_id', column, words: say(field.words) }] : [])
  })
}

function usesIn(scope: Scope, places: readonly Place[]): RawBuilder<unknown> {
  return sql.join(places.map(({ table, id, column }) =>
    sql`select ${sql.ref(id)} as entry_id, ${sql.ref(column)} as key from ${sql.table(table)} where organisation_id = ${scope.organisation.id} and ${sql.ref(column)} is not null`), sql` union all `)
}
