// Site frame: what stands in the header and at the foot of every public page of an organisation, and which parts of its site are open.
import type { MiddlewareHandler } from 'hono'
import { inOrganisation, isDatabaseAway } from '../ground/database.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import { currentReader, forReader, readerOf, type SiteLink } from '../page-kit/reader.ts'
import type { House } from '../people/house.ts'
import { findOrganisation } from '../people/organisations.ts'
import { publishedParts } from './published-parts.ts'
import { readSite, type SiteSettings } from './site-settings.ts'

/** Parts that an organisation may keep to itself, and those that are there once something in them is published. */
export type SitePart = 'register' | 'policies' | 'assessments' | 'arrangements'
type Open = { readonly isOpen: boolean; readonly parts: readonly SitePart[]; readonly isDemo: boolean }

/** Every public page asks; a change shows in this process at once (`forgetSite`) and in others within this time. */
const rememberedMs = 15_000
const mostRemembered = 500
const remembered = new Map<string, { readonly open: Open | undefined; readonly at: number }>()

export const publicBase = (slug: string): string => `/openbaar/${slug}`

/** For pages under `/openbaar/:slug`: gives the reader the site that the page belongs to. */
export function inPublicSite(house: House): MiddlewareHandler {
  return async (c, next) => {
    const slug = /^\/openbaar\/([a-z][a-z0-9-]+)(?:\/|$)/.exec(c.req.path)?.[1]
    const open = slug === undefined ? undefined : await openParts(house, slug)
    if (slug === undefined || open === undefined) return next()
    const site = { home: publicBase(slug), navigation: navigation(slug, open), footer: footer(slug), isHiddenFromSearch: open.isDemo || !open.isOpen }
    return forReader({ ...(currentReader() ?? readerOf(c)), site }, next)
  }
}

export function forgetSite(slug: string): void {
  remembered.delete(slug)
}

/** Whether the public may see the site, or a part of it. @throws NotFound that says that it isn't open, and where to ask */
export async function mustBeOpen(scope: Scope, part?: SitePart): Promise<void> {
  const { settings } = await readSite(scope)
  const { name } = scope.organisation
  if (settings.is_open !== true) throw new NotFound(t(`${name} heeft deze openbare pagina’s niet opengesteld. Neem voor vragen over uw gegevens contact op met ${name}.`, `${name} hasn’t opened these public pages. Contact ${name} with questions about your data.`))
  if (part === 'register' && settings.shows_register !== true) throw new NotFound(t(`${name} heeft het register hier niet openbaar gemaakt. U mag er wel naar vragen.`, `${name} hasn’t made the register public here. You may ask for it.`))
  if (part === 'policies' && settings.shows_policies !== true) throw new NotFound(t(`${name} heeft het beleid hier niet openbaar gemaakt. U mag er wel naar vragen.`, `${name} hasn’t made the policy public here. You may ask for it.`))
}

const pages: readonly { readonly words: Words; readonly path: string; readonly part?: SitePart }[] = [
  { words: { nl: 'Privacyverklaring', en: 'Privacy statement' }, path: '/privacyverklaring' },
  { words: { nl: 'Uw rechten', en: 'Your rights' }, path: '/rechten' },
  { words: { nl: 'Register', en: 'Register' }, path: '/verwerkingen', part: 'register' },
  { words: { nl: 'Beleid', en: 'Policy' }, path: '/beleid', part: 'policies' },
  { words: { nl: 'Onderzoek vooraf', en: 'Assessments' }, path: '/dpias', part: 'assessments' },
  { words: { nl: 'Samen met anderen', en: 'Together with others' }, path: '/samenwerkingen', part: 'arrangements' },
  { words: { nl: 'Contact en FG', en: 'Contact and DPO' }, path: '/contact' },
]

function navigation(slug: string, { isOpen, parts }: Open): SiteLink[] {
  return !isOpen ? [] : pages.filter(({ part }) => part === undefined || parts.includes(part)).map(({ words, path }) => ({ words: say(words), href: publicBase(slug) + path }))
}

function footer(slug: string): SiteLink[] {
  const at = (path: string) => publicBase(slug) + path
  return [
    { words: t('Privacyverklaring', 'Privacy statement'), href: at('/privacyverklaring') }, { words: t('Cookies op deze site', 'Cookies on this site'), href: at('/cookies') },
    { words: t('Toegankelijkheid', 'Accessibility'), href: at('/toegankelijkheid') }, { words: t('Contact en FG', 'Contact and DPO'), href: at('/contact') },
  ]
}

/** What is open to the public beside what always is. */
export async function partsOf(scope: Pick<Scope, 'organisation' | 'tx'>, { shows_register, shows_policies }: SiteSettings): Promise<SitePart[]> {
  return [...(shows_register === true ? ['register' as const] : []), ...(shows_policies === true ? ['policies' as const] : []), ...await publishedParts(scope)]
}

async function openParts(house: House, slug: string): Promise<Open | undefined> {
  const now = house.clock().getTime()
  const known = remembered.get(slug)
  if (known && Math.abs(now - known.at) < rememberedMs) return known.open
  const open = await askOpen(house, slug)
  remembered.delete(slug)
  remembered.set(slug, { open, at: now })
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!)
  return open
}

async function askOpen(house: House, slug: string): Promise<Open | undefined> {
  try {
    const found = await findOrganisation(house.database, house.master, slug)
    if (!found) return undefined
    const { settings, parts } = await inOrganisation(house.database, found.organisation.id, async (tx) => {
      const scope: Scope = { organisation: found.organisation, actor: { kind: 'public' }, tx, now: house.clock() }
      const read = await readSite(scope)
      return { settings: read.settings, parts: await partsOf(scope, read.settings) }
    })
    return { isOpen: settings.is_open === true, parts, isDemo: found.isDemo }
  } catch (error) {
    // What the page itself asks of the database will tell the reader.
    if (isDatabaseAway(error)) return undefined
    throw error
  }
}
