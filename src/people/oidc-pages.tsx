// OIDC pages: the way to an organisation's identity provider and back. The start is a link: after a POST, form-action would stop the redirect.
import { type Context, Hono } from 'hono'
import { giveCookie, readCookie, takeCookieAway } from '../ground/cookies.ts'
import { inScope, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { seal, unseal } from '../ground/keys.ts'
import { Invalid, Refused } from '../ground/refusals.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../page-kit/buttons.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { isWithin, listNetworks } from './networks.ts'
import type { House } from './house.ts'
import { clientSecretOf, findProvider, type Provider } from './identity-provider.ts'
import { localPath, withOnward } from './local-path.ts'
import { type Asked, type Claims, discover, ProviderTrouble, wayBack, wayThere, wordsOf } from './oidc-conversation.ts'
import { personOfClaims } from './oidc-person.ts'
import { type FoundOrganisation, findOrganisation } from './organisations.ts'
import { isHttps, originOf, startSession } from './sessions.ts'
import { afterSignIn } from './sign-in.tsx'
import { noteSignIn } from './sign-in-events.ts'
import { newToken, tokenHash } from './tokens.ts'

type Remembered = { asked: Asked; onward: string | undefined }
const flowMinutes = 15

/** `/:slug/inloggen/organisatie` and its way back, `.../terug`: the redirect URI that the organisation registers at its provider. */
export function oidcRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/:slug/inloggen/organisatie', (c) => guarded(c, house, async (found) => {
    const onward = localPath(c.req.query('verder'))
    const { provider, config } = await conversation(house, found)
    const { url, asked } = await wayThere(config, provider, redirectUri(house, found))
    const browser = newToken()
    giveCookie(c, 'provider', isHttps(house), browser)
    await asSystem(house, found, async (scope) => {
      await scope.tx.deleteFrom('oidc_flow').where('expires_at', '<', scope.now).execute()
      await scope.tx.insertInto('oidc_flow').values({
        organisation_id: scope.organisation.id, state_hash: tokenHash(asked.state), browser_hash: tokenHash(browser), expires_at: new Date(scope.now.getTime() + flowMinutes * 60_000),
        content: seal(scope.organisation.key, 'oidc-flow', JSON.stringify({ asked, onward } satisfies Remembered)),
      }).execute()
    })
    return c.redirect(url.href, 303)
  }))
  app.get('/:slug/inloggen/organisatie/terug', (c) => guarded(c, house, async (found) => {
    const remembered = await takeFlow(c, house, found)
    const { provider, config, mappings } = await conversation(house, found)
    const claims = await wayBack(config, new URL(`${redirectUri(house, found)}${new URL(c.req.url).search}`), remembered.asked)
    const { accountId } = await asSystem(house, found, async (scope) => {
      await refuseNetwork(c, house, scope)
      return personOfClaims(scope, provider, mappings, claims)
    })
    const session = await startSession(c, house, { accountId, method: 'oidc', limitedTo: found.organisation.id, hasSecondFactor: hasSecondFactor(provider, claims) })
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'signed_in', accountId, organisationId: found.organisation.id })
    return c.redirect(await afterSignIn(house, session, remembered.onward, found), 303)
  }))
  return app
}

export function redirectUri(house: House, found: Pick<FoundOrganisation, 'organisation'>): string {
  return `${house.config.publicUrl}/${found.organisation.slug}/inloggen/organisatie/terug`
}

/** Whether the provider asked for a second factor, by the values the organisation trusts. */
function hasSecondFactor(provider: Provider, claims: Claims): boolean {
  return wordsOf(claims, 'acr').some((acr) => provider.acceptedAcr.includes(acr)) || wordsOf(claims, 'amr').some((amr) => provider.acceptedAmr.includes(amr))
}

async function conversation(house: House, found: FoundOrganisation) {
  const settings = await asSystem(house, found, async (scope) => {
    const stored = await findProvider(scope)
    return stored?.provider.isEnabled ? { ...stored, secret: await clientSecretOf(scope) } : undefined
  })
  if (!settings) throw new ProviderTrouble(t(
    'Inloggen via uw organisatie staat niet aan. Log in met uw wachtwoord.',
    'Signing in through your organisation isn’t on. Sign in with your password.',
  ))
  const config = await discover(found.organisation, settings.provider, settings.secret, { allowsLoopback: house.allowsLoopbackProvider ?? false })
  return { provider: settings.provider, mappings: settings.mappings, config }
}

/** What was remembered for this state in this browser; taking it away makes it work once. @throws ProviderTrouble */
async function takeFlow(c: Context, house: House, found: FoundOrganisation): Promise<Remembered> {
  const state = c.req.query('state') ?? ''
  const browser = readCookie(c, 'provider', isHttps(house)) ?? ''
  takeCookieAway(c, 'provider', isHttps(house))
  const row = await asSystem(house, found, (scope) => scope.tx.deleteFrom('oidc_flow').where('state_hash', '=', tokenHash(state)).where('browser_hash', '=', tokenHash(browser))
    .where('expires_at', '>', scope.now).returning('content').executeTakeFirst())
  if (!row) throw new ProviderTrouble(t(
    'Dit inloggen duurde te lang, is al gebruikt of begon in een andere browser. Begin opnieuw met inloggen.',
    'Signing in took too long, was used already or began in another browser. Begin again.',
  ))
  return JSON.parse(unseal(found.organisation.key, 'oidc-flow', row.content).toString('utf8')) as Remembered
}

async function refuseNetwork(c: Context, house: House, scope: Scope): Promise<void> {
  const networks = (await listNetworks(scope)).map((row) => row.network)
  if (networks.length > 0 && !isWithin(originOf(c, house).ip, networks)) throw new ProviderTrouble(t(
    `${scope.organisation.name} is alleen bereikbaar vanaf het eigen netwerk.`,
    `${scope.organisation.name} can only be reached from its own network.`,
  ))
}

function asSystem<T>(house: House, found: FoundOrganisation, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inScope(house.database, { organisation: found.organisation, actor: { kind: 'system', task: 'oidc' }, now: house.clock() }, work)
}

/** Trouble with the provider becomes a page that says what to do; its cause is never shown. */
async function guarded(c: Context, house: House, work: (found: FoundOrganisation) => Promise<Response>): Promise<Response> {
  const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
  if (!found) return c.notFound()
  c.header('cache-control', 'no-store')
  try {
    return await work(found)
  } catch (trouble) {
    if (!(trouble instanceof ProviderTrouble || trouble instanceof Invalid || trouble instanceof Refused)) throw trouble
    const message = trouble instanceof Invalid ? trouble.faults.map((fault) => fault.message).join(' ') : trouble.message
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'provider_refused', organisationId: found.organisation.id })
    c.status(403)
    return c.html(
      <PlainPage heading={t('Inloggen is niet gelukt', 'Signing in didn’t work')} organisation={found.organisation.name}>
        <Alert tone="error">{message}</Alert>
        <ButtonGroup>
          <ButtonLink look="primary" href={`/${found.organisation.slug}/inloggen/organisatie`}>{t('Opnieuw proberen', 'Try again')}</ButtonLink>
          <ButtonLink href={withOnward(`/${found.organisation.slug}/inloggen`, undefined)}>{t('Inloggen met wachtwoord', 'Sign in with a password')}</ButtonLink>
        </ButtonGroup>
      </PlainPage>,
    )
  }
}
