// Typed references: an entry of another register named by its number or exact name, where there are too many to choose from a list.
import { sql } from 'kysely'
import { isId } from '../ground/ids.ts'
import { fold } from '../ground/letters.ts'
import type { Fault } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import type { AnyInput, Lookups } from './entry.ts'
import { pointedAt } from './facts.ts'
import type { CellField, Fields } from './field-types.ts'
import { statusesAt } from './lifecycle.ts'
import { mostOffered, targetsOf } from './lookups.ts'
import type { Register } from './register.ts'
import { lower } from './register-words.ts'
import { registerOf } from './tied-registers.ts'

/** Per register that is too large for a list: how the chosen entries are written in the form, by id. */
export type TypedReferences = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Which of the registers that the fields point at are typed rather than chosen, and what stands for the entries that raw values hold: those the actor may see, or that were there already. */
export async function typedReferences(scope: Scope, fields: Fields, raw: AnyInput, had: readonly AnyInput[], offered: Lookups): Promise<TypedReferences> {
  const found = new Map<string, ReadonlyMap<string, string>>()
  const there = pointedAt(fields, had)
  for (const key of targetsOf(fields)) {
    const target = registerOf(key)
    if (!target || (offered.references[key]?.size ?? 0) < mostOffered) continue
    const ids = places(fields, [raw]).flatMap(({ cell, value }) => cell.to === key && isId(value) ? [value] : [])
    const { title, number } = target.named
    const rows = await sql<{ id: string; title: string; number: string }>`select t.id, t.${sql.ref(title)} as title, t.${sql.ref(number.field)} as number from ${sql.table(target.table)} t
      where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and (t.id = any(${[...there.get(key) ?? []]}::uuid[]) or ${target.visible(scope.actor)})`.execute(scope.tx)
    found.set(key, new Map(rows.rows.map(({ id, title: name, number: own }) => [id, `${name} (${own})`])))
  }
  return found
}

/**
 * Raw values in which each reference to a register is an id: what was typed is looked up among the entries that the actor may see.
 * An id that is new to the field must be of such an entry too, so that nobody reads names of what is hidden. What can't be found is emptied, with a fault.
 */
export async function resolveReferences(scope: Scope, fields: Fields, raw: AnyInput, before: AnyInput): Promise<{ raw: AnyInput; faults: Fault[] }> {
  const had = pointedAt(fields, [before])
  const asked = places(fields, [raw]).filter(({ cell, value }) => !had.get(cell.to)?.has(value))
  if (asked.length === 0) return { raw, faults: [] }
  const resolved = structuredClone(raw)
  const faults: Fault[] = []
  for (const key of new Set(asked.map(({ cell }) => cell.to))) {
    const target = registerOf(key)!
    const here = asked.filter(({ cell }) => cell.to === key)
    const entries = await candidates(scope, target, here.map(({ value }) => value))
    for (const { path, value } of here) {
      const found = isId(value) ? entries.find(({ id }) => id === value)?.id : chosenBy(target, value, entries)
      put(resolved, path, found === undefined || typeof found !== 'string' ? null : found)
      if (found === undefined) faults.push({ at: path.join('.'), message: isId(value) ? t('Deze keuze bestaat niet (meer). Kies opnieuw uit de lijst.', 'This choice doesn’t exist (any more). Choose from the list again.') : sayNone(target, value) })
      else if (typeof found !== 'string') faults.push({ at: path.join('.'), message: saySeveral(target, value, found) })
    }
  }
  return { raw: resolved, faults }
}

type Candidate = { readonly id: string; readonly number: string; readonly sort_name: string; readonly isEnded: boolean }

/** The id that is meant, the several that it could be, or nothing. A number says more than a name. */
function chosenBy(target: Register, typed: string, entries: readonly Candidate[]): string | readonly Candidate[] | undefined {
  const numbers = numbersIn(typed)
  const byNumber = entries.find(({ number }) => numbers.includes(number))
  if (byNumber) return byNumber.id
  const named = entries.filter(({ sort_name, isEnded }) => sort_name === fold(typed) && !isEnded)
  return named.length > 1 ? named : named[0]?.id
}

async function candidates(scope: Scope, target: Register, values: readonly string[]): Promise<Candidate[]> {
  const typed = values.filter((value) => !isId(value))
  const number = sql.ref(`t.${target.named.number.field}`)
  const found = await sql<Candidate>`select t.id, ${number} as number, t.sort_name, t.status = any(${statusesAt(target, 'ended')}) as "isEnded" from ${sql.table(target.table)} t
    where t.organisation_id = ${scope.organisation.id} and ${target.visible(scope.actor)}
      and (t.id = any(${values.filter(isId)}::uuid[]) or ${number} = any(${typed.flatMap(numbersIn)}::text[]) or t.sort_name = any(${typed.map(fold)}::text[])) limit 2000`.execute(scope.tx)
  return found.rows
}

/** `S-7K3QP9-X`, or the number behind a name: `Zaaksysteem (S-7K3QP9-X)`. */
function numbersIn(typed: string): string[] {
  const clean = typed.replaceAll('\0', '').trim()
  const behind = /\(([^()]+)\)$/.exec(clean)?.[1]
  return behind === undefined ? [clean] : [clean, behind.trim()]
}

type Place = { readonly path: readonly (string | number)[]; readonly cell: Extract<CellField, { type: 'reference' }>; readonly value: string }

/** Where raw values point at registers, whatever shape they came in. */
function places(fields: Fields, raws: readonly AnyInput[]): Place[] {
  const found: Place[] = []
  const add = (cell: CellField, value: unknown, path: Place['path']) => {
    if (cell.type === 'reference' && typeof value === 'string' && value.trim() !== '' && registerOf(cell.to)) found.push({ path, cell, value: value.trim().slice(0, 400) })
  }
  for (const raw of raws) {
    for (const [key, field] of Object.entries(fields)) {
      const value = raw[key]
      if (field.type === 'reference') add(field, value, [key])
      if (field.type !== 'rows' || !Array.isArray(value)) continue
      for (const [index, row] of value.slice(0, 200).entries()) {
        if (typeof row === 'object' && row !== null) for (const [column, cell] of Object.entries(field.columns)) add(cell, (row as AnyInput)[column], [key, index, column])
      }
    }
  }
  return found
}

function put(raw: AnyInput, path: Place['path'], value: string | null): void {
  const [key, index, column] = path as [string, number?, string?]
  if (index === undefined) raw[key] = value
  else (raw[key] as AnyInput[])[index]![column!] = value
}

function sayNone({ words }: Register, typed: string): string {
  return t(`In het register ${words.many.nl} staat niets met de naam of het nummer “${typed.slice(0, 80)}”.`, `The register ${words.many.en} has nothing with the name or number “${typed.slice(0, 80)}”.`)
}

function saySeveral({ words }: Register, typed: string, several: readonly Candidate[]): string {
  const numbers = several.slice(0, 5).map(({ number }) => number).join(', ')
  const many = lower(say(words.many))
  return t(`Er zijn meer ${many} met de naam “${typed.slice(0, 80)}”. Typ het nummer: ${numbers}.`, `There are more ${many} with the name “${typed.slice(0, 80)}”. Type the number: ${numbers}.`)
}
