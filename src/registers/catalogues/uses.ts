// Uses: which processing activities have a term of a catalogue, counted by what the register itself declares.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { childTable } from '../../register-kit/register.ts'
import { fields } from '../processing-activities/declaration.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { visibleActivities } from '../processing-activities/visibility.ts'

/** Fields of the register that take terms of this catalogue, in words; none where nothing chooses from it yet. */
export function fieldsWith(catalogue: string): string[] {
  return [...new Set(placesOf(catalogue).map(({ words }) => words))]
}

/** Number of processing activities that have each term, among those that the actor may see. A term that nothing has is left out. */
export async function countUses(scope: Scope, catalogue: string): Promise<Map<string, number>> {
  const places = placesOf(catalogue)
  if (places.length === 0) return new Map()
  const result = await sql<{ key: string; count: number }>`
    select u.key, count(distinct u.entry_id) as count from (${usesIn(scope, places)}) u
      join processing_activity t on t.organisation_id = ${scope.organisation.id} and t.id = u.entry_id
    where ${visibleActivities(scope.actor)} group by u.key`.execute(scope.tx)
  return new Map(result.rows.map(({ key, count }) => [key, count]))
}

/** Ids of all entries that have one of these terms, whoever may see them. */
export async function entriesWith(scope: Scope, catalogue: string, keys: readonly string[]): Promise<string[]> {
  const places = placesOf(catalogue)
  if (places.length === 0 || keys.length === 0) return []
  const result = await sql<{ id: string }>`select distinct u.entry_id as id from (${usesIn(scope, places)}) u where u.key = any(${keys}::text[])`.execute(scope.tx)
  return result.rows.map(({ id }) => id)
}

/** Address of the list of activities with a term, where the list has a filter for it. */
export function listWith(slug: string, catalogue: string, key: string): string | undefined {
  const filter = catalogue === 'legal-basis' ? 'grondslag' : catalogue === 'data-category' ? 'gegevens' : undefined
  return filter && `/${slug}/verwerkingen?${new URLSearchParams({ [filter]: key })}`
}

type Place = { readonly table: string; readonly id: 'id' | 'entry_id'; readonly column: string; readonly words: string }

function placesOf(catalogue: string): Place[] {
  return Object.entries(fields).flatMap(([key, field]): Place[] => {
    if (field.type === 'term') return field.catalogue === catalogue ? [{ table: processingActivities.table, id: 'id', column: key, words: say(field.words) }] : []
    if (field.type === 'terms') return field.catalogue === catalogue ? [{ table: childTable(processingActivities, key), id: 'entry_id', column: 'key', words: say(field.words) }] : []
    if (field.type !== 'rows') return []
    return Object.entries(field.columns).flatMap(([column, cell]) =>
      cell.type === 'term' && cell.catalogue === catalogue ? [{ table: childTable(processingActivities, key), id: 'entry_id', column, words: say(field.words) }] : [])
  })
}

function usesIn(scope: Scope, places: readonly Place[]): RawBuilder<unknown> {
  return sql.join(places.map(({ table, id, column }) =>
    sql`select ${sql.ref(id)} as entry_id, ${sql.ref(column)} as key from ${sql.table(table)} where organisation_id = ${scope.organisation.id} and ${sql.ref(column)} is not null`), sql` union all `)
}
