// Guards at the front door: headers that browsers obey, forged requests, bodies that are too large, and callers in too much of a hurry.
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { NotAllowed, TooLarge, TooMany } from './refusals.ts'
import { t } from './words.ts'

export const ordinaryBodyBytes = 1024 * 1024

/**
 * Address of the caller. Behind `trustedProxies` reverse proxies it is the forwarded address that the outermost of them wrote;
 * what stands further to the left was sent by the caller and proves nothing.
 */
export function callerAddress(c: Context, trustedProxies: number): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
  return forwardedAddress(c.req.header('x-forwarded-for'), socket, trustedProxies)
}

/** The same from what a request brought: its X-Forwarded-For, and the address at the other end of the connection. */
export function forwardedAddress(header: string | undefined, socket = 'unknown', trustedProxies: number): string {
  if (trustedProxies === 0) return plainAddress(socket)
  const forwarded = (header ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  const chain = [...forwarded, socket]
  return plainAddress(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? socket)
}

/** Headers of every answer. The policy allows nothing inline and nothing from elsewhere. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const isHttps = publicUrl.startsWith('https:')
  return async (c, next) => {
    await next()
    const set = (name: string, value: string) => c.res.headers.set(name, value)
    // A page that allows itself still less (a download in its sandbox) keeps its own policy.
    if (!c.res.headers.get('content-security-policy')?.includes('sandbox')) set('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
      + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
    set('x-content-type-options', 'nosniff')
    set('x-frame-options', 'DENY')
    // A page with a secret in its address says nothing of where somebody came from.
    if (c.res.headers.get('referrer-policy') !== 'no-referrer') set('referrer-policy', 'same-origin')
    set('cross-origin-opener-policy', 'same-origin')
    set('cross-origin-resource-policy', 'same-origin')
    set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()')
    if (isHttps) set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page asks for (CSRF): the browser says where a request comes from in Sec-Fetch-Site or Origin.
 * A request with a bearer token and without cookies can't be forged by a page and may pass.
 */
export function refuseForged(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin
  return async (c, next) => {
    if (!safeMethods.has(c.req.method) && !isOwnRequest(c, own)) {
      throw new NotAllowed(t(
        'Dit verzoek kwam niet van een pagina van Waarborg zelf. Open de pagina opnieuw en probeer het nog eens.',
        'This request didn’t come from a page of Waarborg itself. Open the page again and try once more.'))
    }
    await next()
  }
}

/** Refuses a larger body than ordinary forms need. `mayBeLarge` says which requests bring files; they have their own limit. */
export function limitBody(mayBeLarge: (c: Context) => boolean = () => false, bytes = ordinaryBodyBytes): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: bytes,
    onError: () => {
      const most = `${Math.round(bytes / 1024 / 1024)} MB`
      throw new TooLarge(t(
        `Dit is te groot om te versturen: hoogstens ${most}. Maak de tekst korter of stuur een bestand via de import.`,
        `This is too large to send: at most ${most}. Shorten the text, or send a file through the import.`))
    },
  })
  return (c, next) => (mayBeLarge(c) ? next() : limit(c, next))
}

/** At most so many requests a minute from one address, and fewer from one session. Counted per process: a brake, not a lock. */
export function limitRate(options: { trustedProxies: number; sessionOf: (c: Context) => string | undefined; perAddress?: number; perSession?: number }): MiddlewareHandler {
  const byAddress = new RateLimiterMemory({ points: options.perAddress ?? 6000, duration: 60 })
  const bySession = new RateLimiterMemory({ points: options.perSession ?? 900, duration: 60 })
  return async (c, next) => {
    await take(byAddress, callerAddress(c, options.trustedProxies))
    const session = options.sessionOf(c)
    if (session) await take(bySession, session)
    await next()
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooMany(Math.ceil(refused.msBeforeNext / 1000), t('Te veel verzoeken achter elkaar. Wacht even en probeer het opnieuw.', 'Too many requests in a row. Wait a moment and try again.'))
    throw refused
  }
}

function isOwnRequest(c: Context, own: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin === own || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'))
  return c.req.header('authorization') !== undefined && c.req.header('cookie') === undefined
}

/** An IPv4 address that arrives as IPv6 (`::ffff:10.0.0.1`) is the same address. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\](:\d+)?$/g, '').slice(0, 64)
}
