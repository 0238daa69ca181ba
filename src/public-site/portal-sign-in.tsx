// Portal sign-in: the way of a citizen to the organisation's provider (a broker for DigiD or eIDAS) and back, by OpenID Connect.
import { type Context, Hono } from 'hono'
import { giveCookie, readCookie, takeCookieAway } from '../ground/cookies.ts'
import { seal, unseal } from '../ground/keys.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Organisation, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonLink } from '../page-kit/buttons.tsx'
import type { House } from '../people/house.ts'
import { localPath, withOnward } from '../people/local-path.ts'
import { type Asked, discover, ProviderTrouble, wayBack, wayThere } from '../people/oidc-conversation.ts'
import { isHttps } from '../people/sessions.ts'
import { newToken, tokenHash } from '../people/tokens.ts'
import { asProvider, citizenOf, type PortalProvider, portalProvider, portalSecret } from '../case-kit/intake/portal-provider.ts'
import { startPortalVisit, withVisit } from '../case-kit/intake/portal-sessions.ts'
import { asSystem, organisationOf } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import { keepPrivate, publicAnswer } from './status-following.tsx'

type Remembered = { readonly asked: Asked; readonly onward: string | undefined }
const flowMinutes = 15
const purpose = 'portal-flow'

/** `/openbaar/:slug/portaal/inloggen` and its way back, `.../terug`: the redirect URI that the organisation registers at its broker. */
export function portalSignInRoutes(house: House, limits: OutsideLimits): Hono {
  const app = new Hono()
  app.get('/openbaar/:slug/portaal/inloggen', (c) => guarded(c, house, async (organisation) => {
    await limits.take(c, 'form')
    const { provider, config } = await conversation(house, organisation)
    const { url, asked } = await wayThere(config, asProvider(provider), portalRedirect(house, organisation))
    const browser = newToken()
    giveCookie(c, 'portalProvider', isHttps(house), browser)
    const remembered: Remembered = { asked, onward: onwardIn(organisation, c.req.query('verder')) }
    await asSystem(house, organisation, async (scope) => {
      await scope.tx.deleteFrom('oidc_flow').where('organisation_id', '=', organisation.id).where('expires_at', '<', scope.now).execute()
      await scope.tx.insertInto('oidc_flow').values({
        organisation_id: organisation.id, state_hash: tokenHash(asked.state), browser_hash: tokenHash(browser), expires_at: new Date(scope.now.getTime() + flowMinutes * 60_000), content: seal(organisation.key, purpose, JSON.stringify(remembered)),
      }).execute()
    })
    return c.redirect(url.href, 303)
  }))
  app.get('/openbaar/:slug/portaal/terug', (c) => guarded(c, house, async (organisation) => {
    const remembered = await takeFlow(c, house, organisation)
    const { provider, config } = await conversation(house, organisation)
    const claims = await wayBack(config, new URL(`${portalRedirect(house, organisation)}${new URL(c.req.url).search}`), remembered.asked)
    giveCookie(c, 'portal', isHttps(house), withVisit(readCookie(c, 'portal', isHttps(house)), await asSystem(house, organisation, (scope) => startPortalVisit(scope, citizenOf(scope, provider, claims)))))
    return c.redirect(remembered.onward ?? portalPath(organisation), 303)
  }))
  return app
}

export function portalPath({ slug }: Pick<Organisation, 'slug'>): string {
  return `/openbaar/${slug}/portaal`
}

export function portalRedirect(house: House, organisation: Pick<Organisation, 'slug'>): string {
  return `${house.config.publicUrl}${portalPath(organisation)}/terug`
}

/** Only within the organisation's own public pages. */
export function onwardIn({ slug }: Pick<Organisation, 'slug'>, text: string | undefined): string | undefined {
  const path = localPath(text)
  return path?.startsWith(`/openbaar/${slug}/`) ? path : undefined
}

async function conversation(house: House, organisation: Organisation) {
  const found = await asSystem(house, organisation, async (scope: Scope): Promise<{ provider: PortalProvider; secret: string } | undefined> => {
    const provider = await portalProvider(scope)
    return provider?.isEnabled ? { provider, secret: await portalSecret(scope) } : undefined
  })
  if (!found) throw new ProviderTrouble(t('Inloggen staat hier niet aan. Gebruik het formulier zonder in te loggen.', 'Signing in isn’t on here. Use the form without signing in.'))
  return { provider: found.provider, config: await discover(organisation, asProvider(found.provider), found.secret, { allowsLoopback: house.allowsLoopbackProvider ?? false }) }
}

/** What was remembered for this state in this browser; taking it away makes it work once. @throws ProviderTrouble */
async function takeFlow(c: Context, house: House, organisation: Organisation): Promise<Remembered> {
  const browser = readCookie(c, 'portalProvider', isHttps(house)) ?? ''
  takeCookieAway(c, 'portalProvider', isHttps(house))
  const row = await asSystem(house, organisation, (scope) => scope.tx.deleteFrom('oidc_flow').where('organisation_id', '=', organisation.id).where('state_hash', '=', tokenHash(c.req.query('state') ?? ''))
    .where('browser_hash', '=', tokenHash(browser)).where('expires_at', '>', scope.now).returning('content').executeTakeFirst())
  try {
    if (row) return JSON.parse(unseal(organisation.key, purpose, row.content).toString('utf8')) as Remembered
  } catch {
    // Begun at the door for colleagues, which has a seal of its own.
  }
  throw new ProviderTrouble(t('Dit inloggen duurde te lang, is al gebruikt of begon in een andere browser. Begin opnieuw.', 'Signing in took too long, was used already or began in another browser. Begin again.'))
}

/** Trouble with the provider becomes a page that says what to do; its cause is never shown. */
async function guarded(c: Context, house: House, work: (organisation: Organisation) => Promise<Response>): Promise<Response> {
  const organisation = await organisationOf(c, house)
  keepPrivate(c, house)
  try {
    return await work(organisation)
  } catch (trouble) {
    if (!(trouble instanceof ProviderTrouble || trouble instanceof Invalid)) throw trouble
    const message = trouble instanceof Invalid ? trouble.faults.map((fault) => fault.message).join(' ') : trouble.message
    return asSystem(house, organisation, (scope) => publicAnswer(c, scope, {
      heading: t('Inloggen is niet gelukt', 'Signing in didn’t work'),
      children: <><Alert tone="error"><p>{message}</p></Alert><p><ButtonLink href={withOnward(portalPath(organisation), undefined)}>{t('Terug naar het portaal', 'Back to the portal')}</ButtonLink></p></>,
    }, 403))
  }
}
