// OIDC conversation: the talk with an organisation's identity provider: discovery, the way there, and what it says on the way back.
import * as oidc from 'openid-client'
import type { Organisation } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { isIssuer, type Provider } from './identity-provider.ts'

export type Asked = { state: string; nonce: string; verifier: string }
export type Claims = Record<string, unknown> & { sub: string }

/** Something went wrong with the provider; `message` is for the reader and says what to do. */
export class ProviderTrouble extends Error {}

const timeoutSeconds = 8
const rememberMinutes = 10
const known = new Map<string, { until: number; found: Promise<oidc.Configuration> }>()

/** The provider's own description of itself, remembered for a few minutes. @throws ProviderTrouble */
export async function discover(organisation: Organisation, provider: Provider, secret: string, options: { allowsLoopback: boolean; fresh?: boolean }): Promise<oidc.Configuration> {
  if (!isIssuer(provider.issuer, options.allowsLoopback)) throw new ProviderTrouble(t(
    'Het adres van de inlogdienst is niet geldig. Vraag de beheerder om de instellingen na te kijken.',
    'The address of the sign-in service isn’t valid. Ask the administrator to check the settings.',
  ))
  // An organisation may have one provider for its colleagues and another for citizens.
  const key = [organisation.id, provider.issuer, provider.clientId, provider.revision].join(' ')
  const remembered = options.fresh ? undefined : known.get(key)
  const found = remembered && remembered.until > Date.now() ? remembered.found : ask(provider, secret, options.allowsLoopback)
  if (known.size > 500) known.clear()
  if (found !== remembered?.found) known.set(key, { until: Date.now() + rememberMinutes * 60_000, found })
  try {
    // Also whoever waits for an answer that another asked for hears what went wrong in words.
    return await found
  } catch (fault) {
    if (known.get(key)?.found === found) known.delete(key)
    if (fault instanceof ProviderTrouble) throw fault
    throw new ProviderTrouble(t(
      'De inlogdienst van uw organisatie is niet bereikbaar of niet goed ingesteld. Probeer het later opnieuw, of log in met uw wachtwoord.',
      'Your organisation’s sign-in service can’t be reached or isn’t set up well. Try again later, or sign in with your password.',
    ), { cause: fault })
  }
}

/** Where to send the browser, and what to remember until it is back (code flow with PKCE, state and nonce). */
export async function wayThere(config: oidc.Configuration, provider: Provider, redirectUri: string): Promise<{ url: URL; asked: Asked }> {
  const asked: Asked = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri, scope: provider.scopes, state: asked.state, nonce: asked.nonce, response_type: 'code',
    code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier), code_challenge_method: 'S256',
    ...(provider.acceptedAcr.length > 0 ? { acr_values: provider.acceptedAcr.join(' ') } : {}),
  })
  return { url, asked }
}

/** What the provider says about who came back; from the ID token, with userinfo beside it. @throws ProviderTrouble */
export async function wayBack(config: oidc.Configuration, currentUrl: URL, asked: Asked): Promise<Claims> {
  const denied = currentUrl.searchParams.get('error')
  if (denied) throw new ProviderTrouble(t(
    'De inlogdienst van uw organisatie heeft u niet binnengelaten. Probeer het opnieuw, of vraag uw beheerder om hulp.',
    'Your organisation’s sign-in service didn’t let you in. Try again, or ask your administrator for help.',
  ), { cause: denied })
  try {
    const tokens = await oidc.authorizationCodeGrant(config, currentUrl, { pkceCodeVerifier: asked.verifier, expectedState: asked.state, expectedNonce: asked.nonce, idTokenExpected: true })
    const claims = tokens.claims()
    if (!claims) throw new Error('no ID token')
    const more = config.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : {}
    // The signed token has the last word.
    return { ...more, ...claims }
  } catch (fault) {
    if (fault instanceof ProviderTrouble) throw fault
    throw new ProviderTrouble(t(
      'Het antwoord van de inlogdienst klopt niet. Begin opnieuw met inloggen.',
      'The answer of the sign-in service isn’t right. Begin signing in again.',
    ), { cause: fault })
  }
}

/** A claim as a list of words: groups come as a list, or as one word. */
export function wordsOf(claims: Claims, name: string): string[] {
  const value = claims[name]
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

function ask(provider: Provider, secret: string, allowsLoopback: boolean): Promise<oidc.Configuration> {
  const isPlain = provider.issuer.startsWith('http:')
  return oidc.discovery(new URL(provider.issuer), provider.clientId, secret, undefined, {
    timeout: timeoutSeconds,
    // The provider's description names further addresses; each must be as decent as the first.
    [oidc.customFetch]: (url, init) => {
      if (!isIssuer(plainAddress(url), allowsLoopback)) {
        throw new ProviderTrouble(t('De inlogdienst verwijst naar een adres dat niet is toegestaan.', 'The sign-in service refers to an address that isn’t allowed.'))
      }
      return fetch(url, init as RequestInit)
    },
    ...(isPlain && allowsLoopback ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}

function plainAddress(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
