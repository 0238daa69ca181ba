// Versions: what an entry said each time it came into force, frozen with the labels of that day and a digest.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { insertRows } from '../ground/insert-rows.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { say, type Words } from '../ground/words.ts'
import type { Labels, Lookups, Term, AnyInput } from './entry.ts'
import { baseTargets, type BaseTarget, completed, type Field, type Fields } from './field-types.ts'
import type { Register } from './register.ts'

/** A snapshot reads by itself: the input, and a label for each key and id in it. */
export type Snapshot = {
  readonly input: AnyInput
  /** Both languages; a plain text is of before there were two. */
  readonly terms: Readonly<Record<string, Readonly<Record<string, string | Words>>>>
  readonly references: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type Version = { readonly version: number; readonly schemaVersion: number; readonly snapshot: Snapshot; readonly digest: Buffer; readonly activatedAt: Date; readonly activatedBy: string | null; readonly note: string | null }

export async function freezeVersions(scope: Scope, register: Register, entries: readonly { id: string; version: number; input: AnyInput; note?: string | null }[], lookups: Lookups): Promise<void> {
  await insertRows(scope.tx, 'entry_version', entries.map(({ id, version, input, note }) => {
    const snapshot = snapshotOf(register.fields, input, lookups)
    return {
      organisation_id: scope.organisation.id, register: register.key, entry_id: id, version, schema_version: register.schemaVersion,
      snapshot, digest: `\\x${digestOf(snapshot).toString('hex')}`, activated_at: scope.now, activated_by: personOf(scope.actor), note: note ?? null,
    }
  }))
}

/** Versions of an entry, newest first. Visibility of the entry itself is the caller's. */
export async function readVersions(scope: Scope, register: Register, entryId: string, only?: number): Promise<Version[]> {
  const result = await sql<Version>`
    select version, schema_version as "schemaVersion", snapshot, digest, activated_at as "activatedAt", activated_by as "activatedBy", note
    from entry_version where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${entryId}
      and (${only ?? null}::integer is null or version = ${only ?? null}) order by version desc`.execute(scope.tx)
  return result.rows.map((row) => ({ ...row, snapshot: { ...row.snapshot, input: completed(register.fields, row.snapshot.input) } }))
}

export function snapshotOf(fields: Fields, input: AnyInput, lookups: Lookups): Snapshot {
  const terms: Record<string, Record<string, string | Words>> = {}
  const references: Record<string, Record<string, string>> = {}
  const collect = (field: Field, value: unknown): void => {
    if (value === null || value === undefined) return
    if (field.type === 'terms') for (const key of value as string[]) keep((terms[field.catalogue] ??= {}), key, lookups.terms.get(field.catalogue)?.get(key)?.words)
    else if (field.type === 'term') keep((terms[field.catalogue] ??= {}), String(value), lookups.terms.get(field.catalogue)?.get(String(value))?.words)
    else if (field.type === 'reference') keep((references[field.to] ??= {}), String(value), lookups.references[field.to]?.get(String(value))?.label)
    else if (field.type === 'rows') for (const row of value as AnyInput[]) for (const [key, cell] of Object.entries(field.columns)) collect(cell, row[key])
  }
  for (const [key, field] of Object.entries(fields)) collect(field, input[key])
  return { input, terms, references }
}

/** Lookups that read a snapshot with the labels it was frozen with. */
export function lookupsOf(snapshot: Snapshot): Lookups {
  const noTerm = { marks: [], isActive: true, validFrom: null, validUntil: null, note: null, citation: null, term: null, disposal: null }
  const termOf = (key: string, kept: string | Words): Term => {
    const words = typeof kept === 'string' ? { nl: kept, en: kept } : kept
    return { key, words, label: say(words), ...noTerm }
  }
  const labels = (target: string): Labels => new Map(Object.entries(snapshot.references[target] ?? {}).map(([id, label]) => [id, { label, isActive: true }]))
  return {
    terms: new Map(Object.entries(snapshot.terms).map(([catalogue, list]) => [catalogue, new Map(Object.entries(list).map(([key, kept]) => [key, termOf(key, kept)]))])),
    references: Object.fromEntries([...baseTargets, ...Object.keys(snapshot.references)].map((target) => [target, labels(target)])) as Record<BaseTarget, Labels>,
  }
}

/** SHA-256 over the snapshot written canonically (keys in order, no white space). */
export function digestOf(snapshot: Snapshot): Buffer {
  return createHash('sha256').update(canonical(snapshot)).digest()
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).filter(([, item]) => item !== undefined).toSorted(([one], [other]) => one < other ? -1 : 1).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

function keep<L>(labels: Record<string, L | string>, key: string, label: L | string | undefined): void {
  labels[key] = label ?? key
}
