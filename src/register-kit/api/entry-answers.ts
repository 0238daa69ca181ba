// Entry answers: an entry with its ETag, read under the condition that a program sent, and its smaller sub-resources.
import { sql } from 'kysely'
import type { Reason } from '../../calendar/due.ts'
import { stateOf, wasLate } from '../../calendar/state.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import { sayStep } from '../deadlines/deadline-words.ts'
import type { AnyInput, Entry } from '../entry.ts'
import { completed } from '../field-types.ts'
import { readHistory } from '../history.ts'
import { findingsFor } from '../keep-findings.ts'
import { loadLookupsFor } from '../lookups.ts'
import type { Register } from '../register.ts'
import { readAdvice, readRemarks } from '../remarks.ts'
import { sayFinding } from '../rules.ts'
import { loadEntries } from '../store.ts'
import { readVersions } from '../versions.ts'
import { contentToWire, toWire, valueToWire, type WireEntry, wireName } from '../wire.ts'

/** Changes with everything that people can change: the revision, the state, the proposal. What rules find stands outside it. */
export function etagOf({ system, proposal }: Pick<Entry, 'system' | 'proposal'>): string {
  return `"${system.revision}-${system.updated_at.getTime().toString(36)}${proposal ? `-${proposal.updatedAt.getTime().toString(36)}` : ''}"`
}

export function wireOf(register: Register, { system, input, proposal }: Entry): WireEntry {
  return toWire(register, system, input, proposal)
}

/** Entries in the order of the ids, as programs read them. */
export async function wireEntries(scope: Scope, register: Register, ids: readonly string[]): Promise<{ entries: WireEntry[]; inputs: AnyInput[] }> {
  const stored = await loadEntries(scope.tx, register, scope.organisation.id, ids)
  const proposals = await sql<NonNullable<Entry['proposal']> & { id: string }>`
    select entry_id as id, status, revision, base_version as "baseVersion", input, created_at as "createdAt", created_by as "createdBy", updated_at as "updatedAt", updated_by as "updatedBy"
    from entry_proposal where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = any(${ids}::uuid[])`.execute(scope.tx)
  const byId = new Map(proposals.rows.map(({ id, ...proposal }) => [id, { ...proposal, input: completed(register.fields, proposal.input) }]))
  return { entries: stored.map(({ system, input }) => toWire(register, system, input, byId.get(system.id))), inputs: stored.map(({ input }) => input) }
}

export async function wireFindings(scope: Scope, register: Register, entry: Entry): Promise<object[]> {
  const lookups = await loadLookupsFor(scope, register.fields, [entry.input])
  return (await findingsFor(scope, register, entry, lookups)).map((finding) => {
    const rule = register.rules[finding.rule]!
    return { rule: finding.rule, field: wireName(finding.field), severity: finding.severity, detail: finding.detail, message: sayFinding(register.rules, finding), advice: say(rule.advice), citation: rule.citation, norms: rule.norms }
  })
}

/** Newest first; `before` is the id of the last event of the page before. */
export async function wireHistory(scope: Scope, register: Register, entryId: string, before: string | undefined): Promise<{ events: object[]; persons: string[]; next: string | undefined }> {
  const events = await readHistory(scope, register.key, entryId, { limit: historyPage + 1, before })
  const shown = events.slice(0, historyPage)
  return {
    persons: shown.flatMap(({ personId }) => personId ? [personId] : []), next: events.length > historyPage ? shown.at(-1)!.id : undefined,
    events: shown.map(({ id, verb, at, personId, task, revision, note, changes }) => ({
      id, verb, at: at.toISOString(), personId, task, revision, note,
      changes: changes.flatMap(({ field, before: old, after }) => Object.hasOwn(register.fields, field) ? [{ field: wireName(field), before: valueToWire(register.fields[field]!, old), after: valueToWire(register.fields[field]!, after) }] : []),
    })),
  }
}

const historyPage = 100

export async function wireVersions(scope: Scope, register: Register, entryId: string): Promise<object[]> {
  return (await readVersions(scope, register, entryId)).map(({ version, activatedAt, digest, note }) => ({ version, activatedAt: activatedAt.toISOString(), digest: digest.toString('hex'), note }))
}

export async function wireVersion(scope: Scope, register: Register, entryId: string, number: number): Promise<object | undefined> {
  const [found] = await readVersions(scope, register, entryId, number)
  return found && { version: found.version, activatedAt: found.activatedAt.toISOString(), digest: found.digest.toString('hex'), note: found.note, content: contentToWire(register.fields, found.snapshot.input) }
}

/** All of the entry, the oldest first. */
export function wireDeadlines({ now }: Scope, register: Register, { deadlines = [] }: Entry): object[] {
  const said = (reasons: readonly Reason[]) => reasons.map((reason) => ({ words: sayStep(reason), citation: sayCitation(reason.citation) }))
  return deadlines.flatMap(({ id, kind, regime, citation, term, startedAt, dueOn, dueAt, firstDueAt, isCut, steps, notes, policy, extendedAt, extension, extensionReason, suspensions, ...rest }) => {
    const declared = register.deadlines?.[kind]
    return declared ? [{
      id, kind, words: say(declared.words), state: stateOf({ dueAt, extendedAt, ...rest }, now), isLate: wasLate({ dueAt, extendedAt, ...rest }, now), regime, citation, ...term,
      startedAt: startedAt.toISOString(), dueOn, dueAt: dueAt.toISOString(), firstDueAt: firstDueAt.toISOString(), isCut, steps: said(steps), notes: said(notes),
      policy: policy && { key: policy.key, version: policy.version }, metAt: rest.metAt?.toISOString() ?? null, lapsedAt: rest.lapsedAt?.toISOString() ?? null,
      extension: extension && extendedAt && { at: extendedAt.toISOString(), ...extension, reason: extensionReason },
      suspensions: suspensions.map(({ ground, reason, from, until }) => ({ ground, reason, from: from.toISOString(), until: until?.toISOString() ?? null })),
    }] : []
  })
}

export async function wireRemarks(scope: Scope, register: Register, entryId: string): Promise<object[]> {
  return (await readRemarks(scope, register, entryId)).map(({ id, field, body, personId, at, answer, answeredAt }) => ({ id, field: field === null ? null : wireName(field), body, personId, at: at.toISOString(), answer, answeredAt: answeredAt?.toISOString() ?? null }))
}

export async function wireAdvice(scope: Scope, register: Register, entryId: string): Promise<object[]> {
  return (await readAdvice(scope, register, entryId)).map(({ id, revision, outcome, note, at }) => ({ id, revision, outcome, note, at: at.toISOString() }))
}
