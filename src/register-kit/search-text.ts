// Search text: what an entry can be found by, kept in the search table that only its own functions reach.
import { sql } from 'kysely'
import { containing, fold } from '../ground/letters.ts'
import type { Scope } from '../ground/scope.ts'
import type { Lookups, AnyInput } from './entry.ts'
import type { Field } from './field-types.ts'
import type { Register } from './register.ts'
import { sayValue } from './say-value.ts'

/** Replaces what entries are found by: all texts and labels of their fields, except those that name a person. */
export async function putSearch(scope: Scope, register: Register, entries: readonly { id: string; input: AnyInput }[], lookups: Lookups): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ id, input }) => ({ id, letters: searchLetters(register, input, lookups) }))
  await sql`select put_search(${register.key}, ${JSON.stringify(rows)}::jsonb)`.execute(scope.tx)
}

export async function dropSearch(scope: Scope, register: Register, ids: readonly string[]): Promise<void> {
  await sql`select drop_search(${register.key}, ${ids}::uuid[])`.execute(scope.tx)
}

/** A SQL condition on the alias `t`: the entry holds the words typed, in any Dutch form, or the letters as they stand. */
export function matching(register: Register, typed: string) {
  const letters = fold(typed)
  return sql<boolean>`t.id in (select find_entries(${register.key}, ${letters}, ${containing(letters)}))`
}

/** The same condition, asked of one entry after another: for words that very many entries hold. */
export function holding(register: Register, typed: string) {
  const letters = fold(typed)
  return sql<boolean>`entry_holds(${register.key}, t.id, ${letters}, ${containing(letters)})`
}

/** A SQL question after the ids of those entries, as `id`: all of them, or more than `most` where there are more. */
export function matches(register: Register, typed: string, most: number) {
  const letters = fold(typed)
  return sql`select distinct id from find_some_entries(${register.key}, ${letters}, ${containing(letters)}, ${most + 1}) id`
}

function searchLetters(register: Register, input: AnyInput, lookups: Lookups): string {
  const texts = Object.entries(register.fields).flatMap(([key, field]) => isSearched(field) ? sayValue(field, input[key], lookups, { bare: true }) : [])
  // A tsvector holds at most a megabyte; so much text is no longer searched by its last words.
  return fold(texts.join(' ')).slice(0, 200_000)
}

function isSearched(field: Field): boolean {
  return field.identifies === undefined && !['yesNo', 'number', 'date', 'moment', 'duration'].includes(field.type)
}
