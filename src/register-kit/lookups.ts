// Lookups: the catalogue terms and people, bodies and departments that a register's values may point at, within one organisation.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import type { Field, Fields, ReferenceTarget } from './field-types.ts'
import type { Lookups, Term } from './parse.ts'
import type { AnyInput } from './register.ts'

/** Everything that the fields of a register can point at: for forms, filters and imports. */
export function loadLookups(scope: Scope, fields: Fields): Promise<Lookups> {
  return load(scope, cataloguesOf(fields), sql`catalogue = any(${cataloguesOf(fields)})`, sql`true`)
}

/** Only what these inputs do point at: for showing an entry and for its rules, at a fraction of the rows. */
export function loadLookupsFor(scope: Scope, fields: Fields, inputs: readonly AnyInput[]): Promise<Lookups> {
  const used: Used = { catalogues: [], keys: [], ids: new Set() }
  for (const input of inputs) for (const [key, field] of Object.entries(fields)) collect(field, input[key], used)
  return load(scope, cataloguesOf(fields), sql`(catalogue, key) in (select * from unnest(${used.catalogues}::text[], ${used.keys}::text[]))`, sql`id = any(${[...used.ids]}::uuid[])`)
}

export function cataloguesOf(fields: Fields): string[] {
  const names = Object.values(fields).flatMap((field: Field): string[] =>
    field.type === 'term' || field.type === 'terms' ? [field.catalogue] : field.type === 'rows' ? cataloguesOf(field.columns) : [])
  return [...new Set(names)]
}

async function load(scope: Scope, catalogues: readonly string[], whichTerms: RawBuilder<unknown>, whichIds: RawBuilder<unknown>): Promise<Lookups> {
  const organisationId = scope.organisation.id
  const found = await sql<Term & { catalogue: string }>`
    select catalogue, key, label_nl as label, marks, is_active as "isActive", valid_from as "validFrom", valid_until as "validUntil", note_nl as note, citation, term, disposal
    from catalogue_term where organisation_id = ${organisationId} and ${whichTerms} order by catalogue, position, label_nl`.execute(scope.tx)
  const terms = new Map<string, Map<string, Term>>(catalogues.map((catalogue) => [catalogue, new Map()]))
  for (const { catalogue, ...term } of found.rows) terms.get(catalogue)!.set(term.key, term)
  const references = await sql<{ target: ReferenceTarget; id: string; label: string; isActive: boolean }>`
    select 'department' as target, id, name as label, is_active as "isActive", 0 as position from department where organisation_id = ${organisationId} and ${whichIds}
    union all select 'governing_body', id, name, is_active, position from governing_body where organisation_id = ${organisationId} and ${whichIds}
    union all select 'person', id, name, is_active, 0 from person where organisation_id = ${organisationId} and ${whichIds}
    union all select 'participant', id, name, is_active, 0 from participant where organisation_id = ${organisationId} and ${whichIds}
    order by position, label`.execute(scope.tx)
  const byTarget = { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } as Record<ReferenceTarget, Map<string, { label: string; isActive: boolean }>>
  for (const { target, id, label, isActive } of references.rows) byTarget[target].set(id, { label, isActive })
  return { terms, references: byTarget }
}

type Used = { readonly catalogues: string[]; readonly keys: string[]; readonly ids: Set<string> }

function collect(field: Field, value: unknown, used: Used): void {
  if (value === null || value === undefined) return
  if (field.type === 'rows') for (const row of value as AnyInput[]) for (const [key, cell] of Object.entries(field.columns)) collect(cell, row[key], used)
  else if (field.type === 'reference') used.ids.add(String(value))
  else if (field.type === 'term' || field.type === 'terms') {
    for (const key of field.type === 'terms' ? value as string[] : [String(value)]) {
      used.catalogues.push(field.catalogue)
      used.keys.push(key)
    }
  }
}
