// Scope: who does what, when, in which organisation. First argument of everything that touches data; without it no data can be reached.
import type { Database, Tx } from './database.ts'
import { inOrganisation } from './database.ts'
import type { LogKeys } from './log-keys.ts'

export const roles = ['dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'employee', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A role as a person holds it; `departmentIds` lists the departments it reaches (with those below), or undefined for the whole organisation. */
export type Assignment = { readonly role: Role; readonly departmentIds: readonly string[] | undefined }

export type Actor =
  | { readonly kind: 'person'; readonly personId: string; readonly accountId: string; readonly name: string; readonly assignments: readonly Assignment[] }
  /** A program with an API token: roles as whoever made the token gave it, narrowed to some registers (undefined: all) and perhaps to reading. */
  | { readonly kind: 'token'; readonly tokenId: string; readonly assignments: readonly Assignment[]; readonly registers: readonly string[] | undefined; readonly mayWrite: boolean }
  | { readonly kind: 'system'; readonly task: string }
  | { readonly kind: 'public' }

export type Organisation = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: OrganisationKind
  /** Key of the policy profile it follows (`gemeente-heemstede-2026`), or null. */
  readonly profile: string | null
  /** Secret of this organisation, unwrapped; never stored or logged. */
  readonly key: Buffer
  /** Under which the access log names people; outside the database, so that it can be destroyed. */
  readonly logKeys: LogKeys
}

export const organisationKinds = ['municipality', 'joint_body', 'service_organisation', 'firm'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export type Scope = {
  readonly organisation: Organisation
  readonly actor: Actor
  readonly tx: Tx
  readonly now: Date
}

/** Opens the tenant transaction and hands the work its scope. */
export function inScope<T>(database: Database, who: { organisation: Organisation; actor: Actor; now?: Date }, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inOrganisation(database, who.organisation.id, (tx) =>
    work({ organisation: who.organisation, actor: who.actor, tx, now: who.now ?? new Date() }))
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return assignmentsOf(actor).some((assignment) => wanted.includes(assignment.role))
}

/** The roles that an actor holds now; none for the system and the public, whose rights don't come from roles. */
export function assignmentsOf(actor: Actor): readonly Assignment[] {
  return actor.kind === 'person' || actor.kind === 'token' ? actor.assignments : []
}

/** The person behind the actor, or null for the system and the public. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}

/** How history names an actor that is no person: a task of the system, `token:<id>` of a program, or the public. */
export function taskOf(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person': return null
    case 'system': return actor.task
    case 'token': return `token:${actor.tokenId}`
    case 'public': return 'public'
  }
}
