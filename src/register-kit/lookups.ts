// Lookups: the catalogue terms and people, bodies and departments that a register's values may point at, within one organisation.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import type { Field, Fields, ReferenceTarget } from './field-types.ts'
import type { Lookups, Term } from './parse.ts'

/** Reads what the fields of a register need: only their catalogues, and the four kinds of references. */
export async function loadLookups(scope: Scope, fields: Fields): Promise<Lookups> {
  const organisationId = scope.organisation.id
  const catalogues = cataloguesOf(fields)
  const found = await sql<Term & { catalogue: string }>`
    select catalogue, key, label_nl as label, marks, is_active as "isActive", valid_from as "validFrom", valid_until as "validUntil", note_nl as note, citation, term, disposal
    from catalogue_term where organisation_id = ${organisationId} and catalogue = any(${catalogues}) order by catalogue, position, label_nl`.execute(scope.tx)
  const terms = new Map<string, Map<string, Term>>(catalogues.map((catalogue) => [catalogue, new Map()]))
  for (const { catalogue, ...term } of found.rows) terms.get(catalogue)!.set(term.key, term)
  const references = await sql<{ target: ReferenceTarget; id: string; label: string; isActive: boolean }>`
    select 'department' as target, id, name as label, is_active as "isActive", 0 as position from department where organisation_id = ${organisationId}
    union all select 'governing_body', id, name, is_active, position from governing_body where organisation_id = ${organisationId}
    union all select 'person', id, name, is_active, 0 from person where organisation_id = ${organisationId}
    union all select 'participant', id, name, is_active, 0 from participant where organisation_id = ${organisationId}
    order by position, label`.execute(scope.tx)
  const byTarget = { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } as Record<ReferenceTarget, Map<string, { label: string; isActive: boolean }>>
  for (const { target, id, label, isActive } of references.rows) byTarget[target].set(id, { label, isActive })
  return { terms, references: byTarget }
}

export function cataloguesOf(fields: Fields): string[] {
  const names = Object.values(fields).flatMap((field: Field): string[] =>
    field.type === 'term' || field.type === 'terms' ? [field.catalogue] : field.type === 'rows' ? cataloguesOf(field.columns) : [])
  return [...new Set(names)]
}
