// House style: the stylesheet and logo of an organisation, for its pages before and after the door; no cookies, no sign-in.
import { type Context, Hono } from 'hono'
import { NotFound } from '../ground/refusals.ts'
import { inScope, type Scope } from '../ground/scope.ts'
import { houseStylesheet } from '../page-kit/house-style.ts'
import type { House } from '../people/house.ts'
import { digestOf, readLogo, readTheme } from '../people/house-styles.ts'
import { findOrganisation } from '../people/organisations.ts'

/** `/openbaar/:slug/huisstijl.css` and `/openbaar/:slug/logo`; not found where the organisation is neutral. */
export function houseStyleRoutes(house: House): Hono {
  const app = new Hono()
  const inPublic = async (c: Context, work: (scope: Scope) => Promise<Response>): Promise<Response> => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
    if (!found) throw new NotFound()
    return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, work)
  }

  app.get('/openbaar/:slug/huisstijl.css', (c) => inPublic(c, async (scope) => {
    const theme = await readTheme(scope)
    if (theme.accent === null) throw new NotFound()
    return keep(c, digestOf(theme)).body(houseStylesheet(theme.accent), 200, { 'content-type': 'text/css; charset=utf-8' })
  }))

  app.get('/openbaar/:slug/logo', (c) => inPublic(c, async (scope) => {
    const logo = await readLogo(scope)
    if (!logo) throw new NotFound()
    return keep(c, digestOf(await readTheme(scope))).body(new Uint8Array(logo.bytes), 200, { 'content-type': logo.type })
  }))
  return app
}

// Only under the address that names this very content may a browser keep it for ever.
function keep(c: Context, digest: string): Context {
  c.header('cache-control', c.req.query('v') === digest ? 'public, max-age=31536000, immutable' : 'no-cache')
  return c
}
