// Reader's choice: gives each request its reader, and answers the buttons that choose another language or other colours.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type CookieKey, cookies, giveCookie, takeCookieAway } from './ground/cookies.ts'
import { NotFound } from './ground/refusals.ts'
import { languages } from './ground/words.ts'
import { forReader, readerOf, schemes } from './page-kit/reader.ts'
import { languageAddress, schemeAddress } from './page-kit/view-switch.tsx'
import { readFields } from './people/form-input.ts'
import type { House } from './people/house.ts'
import { houseStyleOf } from './people/house-styles.ts'
import { localPath } from './people/local-path.ts'
import { isHttps } from './people/sessions.ts'

/** Language and colours by the cookies of the request; stands before everything that says a word. */
export function toItsReader(): MiddlewareHandler {
  return (c, next) => forReader(readerOf(c), next)
}

/** The house style of the organisation that the address names: its pages, its sign-in page and its public register. */
export function inHouseStyle(house: House): MiddlewareHandler {
  return async (c, next) => {
    const slug = /^\/(?:openbaar\/)?([a-z][a-z0-9-]+)(?:\/|$)/.exec(c.req.path)?.[1]
    const houseStyle = slug === undefined ? undefined : await houseStyleOf(house, slug)
    return houseStyle ? forReader({ ...readerOf(c), houseStyle }, next) : next()
  }
}

/** `POST /taal` and `POST /kleuren`: keep the choice in a cookie of its own and go back to the page. */
export function readerChoiceRoutes(house: Pick<House, 'config'>): Hono {
  const app = new Hono()
  app.post(languageAddress, (c) => keep(c, house, 'language', languages))
  app.post(schemeAddress, (c) => keep(c, house, 'colours', schemes))
  return app
}

async function keep(c: Context, house: Pick<House, 'config'>, cookie: CookieKey, known: readonly string[]): Promise<Response> {
  const fields = await readFields(c)
  const chosen = fields.one(cookies[cookie].name)
  if (!known.includes(chosen)) throw new NotFound()
  // The first is what holds without a cookie, so that nothing needs to be kept for it.
  if (chosen === known[0]) takeCookieAway(c, cookie, isHttps(house))
  else giveCookie(c, cookie, isHttps(house), chosen)
  return c.redirect(localPath(fields.one('adres')) ?? '/', 303)
}
