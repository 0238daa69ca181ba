// Demo organisation: the shape in which each of the five is written down: departments, people, whom it serves, and its register.
import type { OrganisationKind, Role } from '../ground/scope.ts'
import type { Governance } from './governance.ts'
import type { PolicySketch } from './policy-sketch.ts'
import type { Days, Resources } from './resources.ts'
import type { Sketch } from './sketch.ts'

export type DemoPerson = {
  readonly name: string
  /** Before the @; the domain is the organisation's, unless this is a whole address. */
  readonly mail: string
  readonly jobFunction: string
  readonly department?: string
  readonly roles: readonly { readonly role: Role; readonly department?: string }[]
}

export type DemoDepartment = { readonly name: string; readonly under?: string }

export type DemoParticipant = { readonly name: string; readonly kind: OrganisationKind; readonly slug?: string; readonly contact: string }

export type DemoOrganisation = {
  readonly slug: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly profile: string
  readonly contact: { readonly address: string; readonly phone: string }
  readonly bodies?: readonly string[]
  readonly departments: readonly DemoDepartment[]
  readonly people: readonly DemoPerson[]
  readonly participants?: readonly DemoParticipant[]
  readonly entries: readonly Sketch[]
  /** Systems, processors and agreements, which the entries point at by name. */
  readonly resources: (on: Days) => Resources
  /** Policy documents; what another hangs under comes first. */
  readonly policies: readonly PolicySketch[]
  /** Mandates, the appointment of the DPO, portfolios, and who does what. */
  readonly governance: (on: Days) => Governance
}

/** Address of a person; `prefix` keeps worlds of several tests apart. */
export function mailOf(organisation: Pick<DemoOrganisation, 'slug'>, person: Pick<DemoPerson, 'mail'>, prefix = ''): string {
  return person.mail.includes('@') ? `${prefix}${person.mail}` : `${person.mail}@${prefix}${organisation.slug}.example`
}

/** Roles over the whole organisation, in short. */
export const whole = (...roles: readonly Role[]): DemoPerson['roles'] => roles.map((role) => ({ role }))
export const ownerOf = (...departments: readonly string[]): DemoPerson['roles'] => departments.map((department) => ({ role: 'process_owner', department }))
export const worksAt = (department: string): DemoPerson['roles'] => [{ role: 'employee', department }]
