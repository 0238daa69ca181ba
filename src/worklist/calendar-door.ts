// Calendar door: `/ics/<secret>.ics`, which a calendar program asks without signing in. A wrong address is no address, and few are asked in a minute.
import { Hono } from 'hono'
import { callerAddress, limitRate } from '../ground/http-guards.ts'
import { NotFound } from '../ground/refusals.ts'
import { inLanguage } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { inPlace, jobPlace } from '../people/job-scope.ts'
import { isWithin } from '../people/networks.ts'
import { calendarOf } from './calendar-file.ts'
import { feedOf } from './calendar-feed.ts'
import { workOf } from './sources.ts'

/** Asked from one address in a minute: enough for the calendars of an office behind one gateway. */
const perMinute = 60

/** To be mounted before the pages of an organisation. */
export function calendarDoor(house: House): Hono {
  const app = new Hono()
  app.get('/ics/:file{.+\\.ics}', limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: () => undefined, perAddress: perMinute }), async (c) => {
    const feed = await feedOf(house, c.req.param('file').slice(0, -'.ics'.length))
    // An organisation that opens its registers from its own networks only does so here too (P-12).
    if (!feed || (feed.networks.length > 0 && !isWithin(callerAddress(c, house.config.trustedProxies), feed.networks))) throw new NotFound()
    const place = await jobPlace(house, feed.organisationId, { kind: 'person', personId: feed.personId, accountId: feed.accountId })
    const file = await inLanguage(feed.language, () => inPlace(house, place, async (scope) => calendarOf(await workOf(scope), { organisation: place.organisation.name, publicUrl: house.config.publicUrl, now: scope.now })))
    return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', 'content-disposition': 'inline; filename="waarborg.ics"' })
  })
  return app
}
