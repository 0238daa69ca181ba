// Site routes: the pages of the public site that are the same for every organisation but for its facts: front, rights, contact, cookies, accessibility; and what programs read.
import { type Context, Hono } from 'hono'
import type { CaseRegister } from '../case-kit/outside.ts'
import { dayOf } from '../ground/clock.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { languages, t } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { AccessibilityPage } from './accessibility-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { CookiePage } from './cookie-page.tsx'
import { type FormAddresses, FrontPage } from './front-page.tsx'
import { publicScope } from './public-frame.tsx'
import { RightsPage } from './rights-page.tsx'
import type { SiteFacts } from './shared-words.ts'
import { mustBeOpen, partsOf, publicBase, type SitePart } from './site-frame.ts'
import { readSite, type SiteSettings } from './site-settings.ts'
import { publicEntryIds, siteFacts } from './statement-source.ts'
import { statementRoutes } from './statement-routes.tsx'
import { currentStatement } from './statements.ts'

/** `cases`: the registers whose forms can be filled in here. */
export function publicSiteRoutes(house: House, cases: readonly CaseRegister[]): Hono {
  const app = new Hono()
  const page = (path: string, draw: (shown: Shown) => Response | Promise<Response>) => app.get(`/openbaar/:slug${path}`, (c) => publicScope(house, c, async (scope) => {
    // Who may not read the rest may still read this: how to reach us, and what these pages themselves do.
    if (!alwaysOpen.has(path)) await mustBeOpen(scope)
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    const { settings } = await readSite(scope)
    return draw({ c, scope, settings, site: await siteFacts(scope), forms: formAddresses(scope.organisation.slug, cases) })
  }))

  page('', async ({ c, scope, settings, site, forms }) => c.html(<FrontPage site={site} forms={forms} parts={await partsOf(scope, settings)} hasStatement={await currentStatement(scope) !== undefined} />))
  page('/rechten', ({ c, site, forms }) => c.html(<RightsPage site={site} requestHref={forms.requests} />))
  page('/contact', ({ c, site, forms }) => c.html(<ContactPage site={site} forms={forms} />))
  page('/cookies', ({ c, site }) => c.html(<CookiePage site={site} />))
  page('/toegankelijkheid', async ({ c, scope, site, settings }) => c.html(<AccessibilityPage site={site} settings={settings} updatedOn={await changedOn(scope)} />))
  page('/sitemap.xml', async ({ c, scope, settings }) => c.body(siteMap(house.config.publicUrl + publicBase(scope.organisation.slug), await partsOf(scope, settings), await currentStatement(scope) ? await publicEntryIds(scope) : []), 200, { 'content-type': 'application/xml; charset=utf-8' }))
  page('/security.txt', ({ c, scope, settings }) => {
    const { security_contact, security_until } = settings
    if (security_contact === null || security_until === null || security_until < dayOf(scope.now)) throw new NotFound(t('Hier staat geen adres voor het melden van een lek in de beveiliging.', 'There is no address here for reporting a security flaw.'))
    return c.text(`Contact: ${security_contact}\nExpires: ${security_until}T00:00:00.000Z\nPreferred-Languages: ${languages.join(', ')}\n`)
  })
  // Search engines are for what citizens read; a private link to a case is nobody else's.
  app.get('/robots.txt', (c) => c.text('User-agent: *\nAllow: /openbaar/\nDisallow: /openbaar/*/status\nDisallow: /openbaar/*/medewerkers\nDisallow: /openbaar/*/portaal\nAllow: /assets/\nDisallow: /\n'))
  app.route('/', statementRoutes(house))
  return app
}

type Shown = { readonly c: Context; readonly scope: Scope; readonly settings: SiteSettings; readonly site: SiteFacts; readonly forms: FormAddresses }
const alwaysOpen: ReadonlySet<string> = new Set(['/contact', '/cookies', '/toegankelijkheid', '/security.txt'])

/** The forms that are open to everybody. */
function formAddresses(slug: string, cases: readonly CaseRegister[]): FormAddresses {
  const of = (key: string) => {
    const intake = cases.find(({ register }) => register.key === key)?.intakes.find(({ door }) => door === 'public')
    return intake && `${publicBase(slug)}/${intake.path}`
  }
  return { requests: of('requests'), breaches: of('breaches'), complaints: of('complaints') }
}

async function changedOn(scope: Scope): Promise<string | null> {
  const row = await scope.tx.selectFrom('public_site').select('updated_at').where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return row ? dayOf(row.updated_at) : null
}

function siteMap(base: string, parts: readonly SitePart[], entries: readonly string[]): string {
  const paths = ['', '/privacyverklaring', '/rechten', ...(parts.includes('register') ? ['/verwerkingen'] : []), ...(parts.includes('policies') ? ['/beleid'] : []), ...(parts.includes('assessments') ? ['/dpias'] : []), ...(parts.includes('arrangements') ? ['/samenwerkingen'] : []), '/contact', '/cookies', '/toegankelijkheid', ...entries.map((id) => `/privacyverklaring/verwerkingen/${id}`)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths.map((path) => `  <url><loc>${base}${path}</loc></url>`).join('\n')}\n</urlset>\n`
}
