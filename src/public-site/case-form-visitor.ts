// Case form visitor: who stands at a form, and whether its door is open to them: everybody, an employee, or who is signed in at the portal.
import type { Context } from 'hono'
import { readCookie } from '../ground/cookies.ts'
import type { Database } from '../ground/database.ts'
import { callerAddress } from '../ground/http-guards.ts'
import { NotFound } from '../ground/refusals.ts'
import { inScope, type Organisation, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { isWithin } from '../people/networks.ts'
import { findOrganisation } from '../people/organisations.ts'
import { isHttps, sessionHashOf, useSession } from '../people/sessions.ts'
import { whoAsks } from '../people/standing.ts'
import { opensEmployeeDoor } from '../case-kit/intake/employee-door.ts'
import { type PortalVisit, portalVisitOf } from '../case-kit/intake/portal-sessions.ts'
import type { Intake } from '../case-kit/outside.ts'
import { type KeptAMoment, keptAMoment } from './kept-a-moment.ts'
import { outsideTurn } from './outside-turn.ts'

export type FormVisitor = {
  readonly organisation: Organisation
  readonly isOpen: boolean
  /** Known as an employee or by the portal: no program, and not one of many behind an address. */
  readonly isKnown: boolean
  readonly visit: PortalVisit | undefined
  readonly colleague: { readonly name: string; readonly email: string | null } | undefined
}

/** @throws NotFound for an unknown organisation, and for a form that its kind of organisation doesn't have */
export async function formVisitor(c: Context, house: House, intake: Pick<Intake, 'door' | 'key' | 'kinds'>): Promise<FormVisitor> {
  const visitor = intake.door === 'employee' ? await employeeVisitor(c, house) : await visitorFor(c, house, intake)
  if (intake.kinds && !intake.kinds.includes(visitor.organisation.kind)) throw new NotFound()
  return visitor
}

async function visitorFor(c: Context, house: House, intake: Pick<Intake, 'door' | 'key'>): Promise<FormVisitor> {
  const organisation = await organisationOf(c, house)
  const cookie = readCookie(c, 'portal', isHttps(house))
  const visit = cookie === undefined ? undefined : await asSystem(house, organisation, (scope) => portalVisitOf(scope, cookie))
  const isOpen = intake.door === 'public' || (visit !== undefined && fits(intake, visit))
  // A partner's session doesn't follow them to a form for everybody.
  const known = visit && (intake.door === 'portal' || visit.kind === 'citizen') ? visit : undefined
  return { organisation, isOpen, isKnown: known !== undefined, visit: known, colleague: undefined }
}

export async function organisationOf(c: Context, house: House): Promise<Organisation> {
  const slug = c.req.param('slug') ?? ''
  const known = keptOrganisations.get(house.database) ?? keptAMoment()
  keptOrganisations.set(house.database, known)
  const found = await known(slug, () => outsideTurn(() => findOrganisation(house.database, house.master, slug)))
  if (!found) throw unknown()
  return found.organisation
}

const keptOrganisations = new WeakMap<Database, KeptAMoment<Awaited<ReturnType<typeof findOrganisation>>>>()

/** What the public pages do for somebody without rights of their own: only what the page itself allows. */
export function asSystem<T>(house: House, organisation: Organisation, work: (scope: Scope) => Promise<T>, task = 'intake'): Promise<T> {
  return outsideTurn(() => inScope(house.database, { organisation, actor: { kind: 'system', task }, now: house.clock() }, work))
}

/** Signed in here, in the organisation's own network, or by its secret address (N-49, H-37). */
async function employeeVisitor(c: Context, house: House): Promise<FormVisitor> {
  const asking = await whoAsks(house, c.req.param('slug') ?? '', sessionHashOf(c, house))
  if (!asking) throw unknown()
  const { found: { organisation }, session: row, person, networks } = asking
  const session = row && person && await useSession(house, row)
  const isHere = session !== undefined && (session.limitedTo === null || session.limitedTo === organisation.id)
  if (isHere) {
    const { email } = await asSystem(house, organisation, (scope) => scope.tx.selectFrom('person').select('email').where('organisation_id', '=', organisation.id).where('id', '=', person!.id).executeTakeFirstOrThrow())
    return { organisation, isOpen: true, isKnown: true, visit: undefined, colleague: { name: person!.name, email } }
  }
  const isInside = networks.length > 0 && isWithin(callerAddress(c, house.config.trustedProxies), networks)
  const isOpen = isInside || await asSystem(house, organisation, (scope) => opensEmployeeDoor(scope, readCookie(c, 'employee', isHttps(house))))
  return { organisation, isOpen, isKnown: isOpen, visit: undefined, colleague: undefined }
}

/** Whether a visit opens a form of the portal. */
export function fits({ key }: Pick<Intake, 'key'>, visit: PortalVisit): boolean {
  if (key === 'processor') return visit.kind === 'partner' && visit.register === 'processors'
  if (key === 'citizen') return visit.kind === 'citizen'
  if (key === 'participant') return visit.kind === 'partner' && visit.register === 'participant'
  return true
}

function unknown(): NotFound {
  return new NotFound(t('Deze organisatie kennen wij niet.', 'We don’t know this organisation.'))
}
