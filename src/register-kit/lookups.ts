// Lookups: the catalogue terms, people, bodies, departments and entries of registers that values may point at, within one organisation.
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../ground/ids.ts'
import type { Scope } from '../ground/scope.ts'
import { currentLanguage, type Language } from '../ground/words.ts'
import type { Labels, Lookups, Term, AnyInput } from './entry.ts'
import { baseTargets, type BaseTarget, type Field, type Fields } from './field-types.ts'
import { statusesAt } from './lifecycle.ts'
import { registerOf } from './tied-registers.ts'

/** Of a register with more entries than this, a form offers the first by name and reads the others by what was typed. */
export const mostOffered = 1000

/** Everything that the fields can point at: for forms and imports. Entries of registers: those that the actor may see and that haven't ended. */
export function loadLookups(scope: Scope, fields: Fields): Promise<Lookups> {
  return load(scope, fields, sql`catalogue = any(${cataloguesOf(fields)})`, undefined)
}

/** Only what these inputs do point at: for showing an entry and for its rules, at a fraction of the rows. Takes raw values of any shape. */
export function loadLookupsFor(scope: Scope, fields: Fields, inputs: readonly AnyInput[]): Promise<Lookups> {
  const used: Used = { catalogues: [], keys: [], ids: new Set() }
  for (const input of inputs) for (const [key, field] of Object.entries(fields)) collect(field, input[key], used)
  return load(scope, fields, used.keys.length === 0 ? undefined : sql`(catalogue, key) in (select * from unnest(${used.catalogues}::text[], ${used.keys}::text[]))`, [...used.ids])
}

export function cataloguesOf(fields: Fields): string[] {
  const names = Object.values(fields).flatMap((field: Field): string[] =>
    field.type === 'term' || field.type === 'terms' ? [field.catalogue] : field.type === 'rows' ? cataloguesOf(field.columns) : [])
  return [...new Set(names)]
}

/** What the fields refer to: base targets and keys of registers. */
export function targetsOf(fields: Fields): string[] {
  const names = Object.values(fields).flatMap((field: Field): string[] => field.type === 'reference' ? [field.to] : field.type === 'rows' ? targetsOf(field.columns) : [])
  return [...new Set(names)]
}

async function load(scope: Scope, fields: Fields, whichTerms: RawBuilder<unknown> | undefined, ids: readonly string[] | undefined): Promise<Lookups> {
  const catalogues = cataloguesOf(fields)
  const targets = targetsOf(fields)
  const language = currentLanguage()
  const found = catalogues.length === 0 || whichTerms === undefined ? [] : await readTerms(scope, whichTerms, language)
  const terms = new Map<string, Map<string, Term>>(catalogues.map((catalogue) => [catalogue, new Map()]))
  for (const { catalogue, ...term } of found) terms.get(catalogue)?.set(term.key, term)
  const references = Object.fromEntries([...baseTargets, ...targets].map((target) => [target, new Map()])) as Record<BaseTarget, Map<string, { label: string; isActive: boolean }>> & Record<string, Map<string, { label: string; isActive: boolean }>>
  if (targets.length > 0 && ids?.length !== 0) {
    const selections = targets.map((target) => isBase(target) ? baseSelection(scope, target, ids) : registerSelection(scope, target, ids))
    const rows = await sql<{ target: string; id: string; label: string; isActive: boolean }>`select * from (${sql.join(selections.map((selection) => sql`(${selection})`), sql` union all `)}) offered order by position, label`.execute(scope.tx)
    for (const { target, id, label, isActive } of rows.rows) references[target]!.set(id, { label, isActive })
  }
  return { terms, references: references satisfies Record<BaseTarget, Labels> }
}

async function readTerms(scope: Scope, which: RawBuilder<unknown>, language: Language) {
  const label = sql.ref(language === 'nl' ? 'label_nl' : 'label_en')
  const found = await sql<Term & { catalogue: string }>`
    select catalogue, key, ${label} as label, json_build_object('nl', label_nl, 'en', label_en) as words, marks, is_active as "isActive", valid_from as "validFrom", valid_until as "validUntil", note_nl as note, citation, term, disposal
    from catalogue_term where organisation_id = ${scope.organisation.id} and ${which} order by catalogue, position, ${label}`.execute(scope.tx)
  return found.rows
}

function isBase(target: string): target is BaseTarget {
  return baseTargets.some((known) => known === target)
}

function baseSelection(scope: Scope, target: BaseTarget, ids: readonly string[] | undefined): RawBuilder<unknown> {
  const position = target === 'governing_body' ? sql`position` : sql`0`
  return sql`select ${sql.lit(target)} as target, id, name as label, is_active as "isActive", ${position} as position from ${sql.table(target)}
    where organisation_id = ${scope.organisation.id} and ${ids ? sql`id = any(${ids}::uuid[])` : sql`true`}`
}

// Whoever sees an entry sees the names of what it points at; what may be chosen anew is what one may see.
function registerSelection(scope: Scope, target: string, ids: readonly string[] | undefined): RawBuilder<unknown> {
  const register = registerOf(target)
  if (!register) throw new Error(`No register “${target}” is tied`)
  const ended = statusesAt(register, 'ended')
  return sql`select ${sql.lit(target)} as target, t.id, t.${sql.ref(register.named.title)} as label, not t.status = any(${ended}) as "isActive", 0 as position from ${sql.table(register.table)} t
    where t.organisation_id = ${scope.organisation.id} and ${ids ? sql`t.id = any(${ids}::uuid[])` : sql`${register.visible(scope.actor)} and not t.status = any(${ended}) order by t.sort_name limit ${mostOffered}`}`
}

type Used = { readonly catalogues: string[]; readonly keys: string[]; readonly ids: Set<string> }

function collect(field: Field, value: unknown, used: Used): void {
  if (value === null || value === undefined) return
  if (field.type === 'rows') {
    if (!Array.isArray(value)) return
    for (const row of value) if (typeof row === 'object' && row !== null) for (const [key, cell] of Object.entries(field.columns)) collect(cell, (row as AnyInput)[key], used)
  } else if (field.type === 'reference') {
    if (typeof value === 'string' && isId(value)) used.ids.add(value)
  } else if (field.type === 'term' || field.type === 'terms') {
    for (const key of Array.isArray(value) ? value : [value]) {
      if (typeof key !== 'string' || key.includes('\0')) continue
      used.catalogues.push(field.catalogue)
      used.keys.push(key)
    }
  }
}
