// Wire: an entry as programs read and write it: the declared fields in lower camel case, beside the entry's own properties, which only Waarborg sets.
import type { AnyInput, Proposal, SystemRow } from './entry.ts'
import type { CellField, Field, Fields } from './field-types.ts'
import type { Register } from './register.ts'

/** `pre_dpia_on` as `preDpiaOn`. */
export function wireName(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export type WireEntry = Readonly<Record<string, unknown>> & { readonly id: string; readonly status: string; readonly revision: number }

/** One entry with its proposal. Days are `2026-11-22`, moments in UTC, references ids, terms and choices their keys. */
export function toWire(register: Register, system: SystemRow, input: AnyInput, proposal: Proposal | undefined): WireEntry {
  return {
    id: system.id, status: system.status, revision: system.revision, version: system.version, createdAt: moment(system.created_at), updatedAt: moment(system.updated_at),
    reviewedOn: system.reviewed_on, reviewDueOn: system.review_due_on, endedOn: system.ended_on,
    findings: { blocking: system.findings_blocking, serious: system.findings_serious, attention: system.findings_attention },
    proposal: proposal ? { status: proposal.status, revision: proposal.revision, createdAt: moment(proposal.createdAt), updatedAt: moment(proposal.updatedAt), content: contentToWire(register.fields, proposal.input) } : null,
    ...contentToWire(register.fields, input),
  }
}

/** The declared fields alone. */
export function contentToWire(fields: Fields, input: AnyInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [wireName(key), valueToWire(field, input[key])]))
}

export function valueToWire(field: Field, value: unknown): unknown {
  if (field.type !== 'rows') return value ?? (field.type === 'terms' || field.type === 'choices' ? [] : null)
  return ((value as AnyInput[] | null) ?? []).map((row) => contentToWire(field.columns, row))
}

/** Properties that every entry has beside its fields; sent back unchanged they are left alone. */
export const ownProperties = ['id', 'status', 'revision', 'version', 'createdAt', 'updatedAt', 'reviewedOn', 'reviewDueOn', 'endedOn', 'findings', 'proposal'] as const

/** A sent object with the declarations' own keys, for `parseInput`; what no field is called keeps its name, so that the parser names it. */
export function rawFromWire(fields: Fields, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Map(Object.keys(fields).map((key) => [wireName(key), key]))
  return Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => {
    const key = keys.get(name)
    if (key === undefined) return ownProperties.some((own) => own === name) ? [] : [[name === '__proto__' ? 'proto' : name, value]]
    const field = fields[key]!
    return [[key, field.type === 'rows' && Array.isArray(value) ? value.map((row) => isPlain(row) ? rowFromWire(field.columns, row) : row) : value]]
  }))
}

/** Where a fault stands in the sent JSON (`purposes.2.purpose` as `#/purposes/2/purpose`). */
export function pointerOf(at: string): string {
  return at === '' ? '#' : `#/${at.split('.').map((part) => /^\d+$/.test(part) ? part : wireName(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rowFromWire(columns: Readonly<Record<string, CellField>>, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Map(Object.keys(columns).map((key) => [wireName(key), key]))
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [keys.get(name) ?? (name === '__proto__' ? 'proto' : name), value]))
}

function moment(at: Date): string {
  return at.toISOString()
}
