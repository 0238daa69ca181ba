// Outside limits: how much one address may ask of the pages that work without an account. Counted per process: a brake, not a lock.
import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { callerAddress } from '../ground/http-guards.ts'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { networkOf } from '../people/attempts.ts'
import type { House } from '../people/house.ts'

const kinds = {
  /** New forms, and sending them: a family or a library behind one address stays below it. */
  form: { points: 60, duration: 600 },
  page: { points: 600, duration: 600 },
  /** Wrong secrets and codes. */
  guess: { points: 20, duration: 600 },
  lost: { points: 10, duration: 3600 },
} as const

export type OutsideLimits = { take(c: Context, kind: keyof typeof kinds): Promise<void> }

export function outsideLimits(house: Pick<House, 'config'>): OutsideLimits {
  const limiters = Object.fromEntries(Object.entries(kinds).map(([kind, options]) => [kind, new RateLimiterMemory(options)])) as Record<keyof typeof kinds, RateLimiterMemory>
  return {
    /** @throws TooMany */
    async take(c, kind) {
      try {
        await limiters[kind].consume(`${c.req.param('slug') ?? ''}:${networkOf(callerAddress(c, house.config.trustedProxies))}`)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        throw new TooMany(Math.ceil(refused.msBeforeNext / 1000), t(
          'Vanaf uw internetadres komt nu te veel tegelijk. Wacht enkele minuten en probeer het opnieuw; wat u al invulde, blijft bewaard. Hebt u haast? Bel ons dan.',
          'Too much comes from your internet address now. Wait a few minutes and try again; what you filled in is kept. In a hurry? Then call us.'))
      }
    },
  }
}
