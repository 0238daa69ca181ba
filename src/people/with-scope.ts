// With scope: from a request to who is asking in which organisation; without that nobody reaches a page of an organisation.
import type { Context, MiddlewareHandler } from 'hono'
import { inOrganisation, type Tx } from '../ground/database.ts'
import { NotAllowed, NotFound, NotSignedIn } from '../ground/refusals.ts'
import { inScope, type Role, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { callerAddress } from '../ground/http-guards.ts'
import { findAccount } from './accounts.ts'
import type { House } from './house.ts'
import { keepForm } from './kept-forms.ts'
import { withOnward } from './local-path.ts'
import { isWithin } from './networks.ts'
import type { FoundOrganisation } from './organisations.ts'
import { noteVisit } from './session-visits.ts'
import { originOf, sessionHashOf, useSession } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session, SignedIn } from './signed-in.ts'
import { type Asking, whoAsks } from './standing.ts'

/** What `withScope` leaves in the context for the pages after it. */
export type PeopleEnv = { Variables: { who: SignedIn } }

type Standing =
  | { at: 'inside'; who: SignedIn }
  /** Must sign in first, or again for this organisation. */
  | { at: 'door' }
  /** Signed in by password; the second step comes before anything else. */
  | { at: 'second-step'; isEnrolled: boolean }

/**
 * For routes under `/:slug`. Unknown organisation or no membership: NotFound. Not signed in: a GET goes to the sign-in page and comes back;
 * a POST is kept with everything typed (kept-forms.ts). Anything that wants JSON gets NotSignedIn.
 */
export function withScope(house: House): MiddlewareHandler<PeopleEnv> {
  return async (c, next) => {
    const slug = c.req.param('slug') ?? ''
    const asking = await whoAsks(house, slug, sessionHashOf(c, house))
    if (!asking) throw new NotFound()
    const standing = await standingOf(c, house, asking)
    if (standing.at !== 'inside') return toTheDoor(c, house, slug, standing)
    c.set('who', standing.who)
    await next()
    c.res.headers.set('cache-control', 'no-store')
  }
}

/** Does work in the tenant transaction of this request. */
export function scopeOf<T>(c: Context<PeopleEnv>, house: House, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { organisation, actor } = c.get('who')
  return inScope(house.database, { organisation, actor, now: house.clock() }, work)
}

/** Only for these roles; `words` name them in the reader's language. @throws NotAllowed saying which role may. */
export function onlyFor(who: SignedIn, words: string, ...wanted: readonly Role[]): void {
  if (!who.actor.assignments.some((assignment) => wanted.includes(assignment.role))) throw new NotAllowed(t(
    `Dit is voorbehouden aan ${words}.`,
    `This is reserved for ${words}.`,
  ))
}

/** Whether the second step stands between this session and the organisation (or, without one, the account's own pages). */
export async function lacksSecondFactor(house: House, session: Session, required: boolean): Promise<'no' | 'ask' | 'enrol'> {
  if (session.secondFactorAt) return 'no'
  const account = await findAccount(house.database, session.accountId)
  const isEnrolled = account?.hasSecondFactor ?? false
  // Whoever has set a second step is asked for it, also where it isn't required; the organisation's own provider did its own asking.
  if (required || (isEnrolled && session.method !== 'oidc')) return isEnrolled ? 'ask' : 'enrol'
  return 'no'
}

async function standingOf(c: Context, house: House, { found, session: row, person, networks }: Asking): Promise<Standing> {
  const session = row && await useSession(house, row)
  if (!session || (session.limitedTo !== null && session.limitedTo !== found.organisation.id)) return { at: 'door' }
  if (!person) throw new NotFound()
  await refuseNetwork(c, house, found, networks, session.accountId)
  const lacking = await lacksSecondFactor(house, session, found.secondFactorRequired)
  if (lacking !== 'no') return { at: 'second-step', isEnrolled: lacking === 'ask' }
  await noteVisit(house, found.organisation.id, session.id, originOf(c, house), person.lastVisitAt)
  return {
    at: 'inside',
    who: {
      organisation: found.organisation, isDemo: found.isDemo, session,
      actor: { kind: 'person', personId: person.id, accountId: session.accountId, name: person.name, assignments: person.assignments },
    },
  }
}

async function toTheDoor(c: Context, house: House, slug: string, standing: Exclude<Standing, { at: 'inside' }>): Promise<Response> {
  if ((c.req.header('accept') ?? '').startsWith('application/json')) throw new NotSignedIn()
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const url = new URL(c.req.url)
  const onward = isRead ? url.pathname + url.search : await keepForm(c, house)
  if (standing.at === 'door') return c.redirect(withOnward(`/${slug}/inloggen`, onward), 303)
  return c.redirect(withOnward(standing.isEnrolled ? '/tweede-stap' : '/account/tweede-stap', onward), 303)
}

/** An organisation may open its registers from its own networks only (P-12). `accountId` is null for a program with a token. @throws NotAllowed */
export async function refuseNetwork(c: Context, house: House, found: FoundOrganisation, networks: readonly string[], accountId: string | null): Promise<void> {
  if (networks.length === 0 || isWithin(callerAddress(c, house.config.trustedProxies), networks)) return
  const now = house.clock()
  // A program that keeps knocking is written down once a minute.
  const isKnown = accountId === null
    && await inOrganisation(house.database, found.organisation.id, (tx) => wasRefusedSince(tx, found.organisation.id, new Date(now.getTime() - 60_000)))
  if (!isKnown) await noteSignIn(house.database, now, originOf(c, house), { what: 'network_refused', accountId, organisationId: found.organisation.id })
  const { name } = found.organisation
  throw new NotAllowed(t(
    `${name} is alleen bereikbaar vanaf het eigen netwerk. Maak verbinding met het netwerk van uw organisatie en probeer het opnieuw.`,
    `${name} can only be reached from its own network. Connect to the network of your organisation and try again.`,
  ))
}

async function wasRefusedSince(tx: Tx, organisationId: string, since: Date): Promise<boolean> {
  const row = await tx.selectFrom('sign_in_event').select('id')
    .where('organisation_id', '=', organisationId).where('at', '>', since).where('what', '=', 'network_refused').where('account_id', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}
