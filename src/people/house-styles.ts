// House styles: the colour, logo and letterhead that an organisation chose, kept in its own row, and how its pages find them.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { inOrganisation, isDatabaseAway, type Tx } from '../ground/database.ts'
import type { Scope } from '../ground/scope.ts'
import type { HouseStyle } from '../page-kit/reader.ts'
import type { House } from './house.ts'
import { findOrganisation } from './organisations.ts'

export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type LogoType = (typeof logoTypes)[number]
export type Logo = { readonly type: LogoType; readonly bytes: Buffer }

/** What an organisation chose; null is neutral. `accent` is `#rrggbb`, `logo` the digest of the picture. */
export type Theme = { readonly accent: string | null; readonly letterhead: string | null; readonly logo: string | null }
export const neutralTheme: Theme = { accent: null, letterhead: null, logo: null }

export async function readTheme(scope: Scope, options: { lock?: boolean } = {}): Promise<Theme> {
  // The organisation's own row: that of the theme may not be there yet, and two must not both make it.
  if (options.lock) await scope.tx.selectFrom('organisation').select('id').where('id', '=', scope.organisation.id).forUpdate().executeTakeFirstOrThrow()
  return themeIn(scope.tx, scope.organisation.id)
}

/** Replaces the theme; `logo` undefined keeps the picture, null takes it away. Colour and picture have been checked. */
export async function saveTheme(scope: Scope, chosen: { accent: string | null; letterhead: string | null; logo?: Logo | null }): Promise<void> {
  const { accent, letterhead, logo } = chosen
  const picture = logo === undefined ? {} : { logo: logo?.bytes ?? null, logo_type: logo?.type ?? null }
  await scope.tx.insertInto('organisation_theme').values({ organisation_id: scope.organisation.id, accent, letterhead, ...picture })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ accent, letterhead, ...picture })).execute()
}

export async function readLogo(scope: Scope): Promise<Logo | undefined> {
  const row = await scope.tx.selectFrom('organisation_theme').select(['logo', 'logo_type']).where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  const type = logoTypes.find((one) => one === row?.logo_type)
  return row?.logo && type ? { type, bytes: row.logo } : undefined
}

/** Names what the pages look like, so that a browser may keep stylesheet and logo for ever. */
export function digestOf(theme: Theme): string {
  return createHash('sha256').update(JSON.stringify([theme.accent, theme.letterhead, theme.logo])).digest('base64url').slice(0, 12)
}

/** Every page asks; a change shows in this process at once (`forgetHouseStyle`) and in others within this time. */
const rememberedMs = 15_000
const mostRemembered = 500
const remembered = new Map<string, { readonly style: HouseStyle | undefined; readonly at: number }>()

/** How the pages of the organisation with this slug look; undefined for neutral, and where there is no such organisation. */
export async function houseStyleOf(house: House, slug: string): Promise<HouseStyle | undefined> {
  const now = house.clock().getTime()
  const known = remembered.get(slug)
  if (known && Math.abs(now - known.at) < rememberedMs) return known.style
  const style = await askStyle(house, slug)
  remembered.delete(slug)
  remembered.set(slug, { style, at: now })
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!)
  return style
}

export function forgetHouseStyle(slug: string): void {
  remembered.delete(slug)
}

async function askStyle(house: House, slug: string): Promise<HouseStyle | undefined> {
  try {
    const found = await findOrganisation(house.database, house.master, slug)
    return found && styleOf(slug, await inOrganisation(house.database, found.organisation.id, (tx) => themeIn(tx, found.organisation.id)))
  } catch (error) {
    // What the page itself asks of the database will tell the reader.
    if (isDatabaseAway(error)) return undefined
    throw error
  }
}

function styleOf(slug: string, theme: Theme): HouseStyle | undefined {
  const at = (file: string) => `/openbaar/${slug}/${file}?v=${digestOf(theme)}`
  if (theme.accent === null && theme.logo === null && theme.letterhead === null) return undefined
  return { stylesheet: theme.accent === null ? undefined : at('huisstijl.css'), logo: theme.logo === null ? undefined : at('logo'), letterhead: theme.letterhead ?? undefined }
}

async function themeIn(tx: Tx, organisationId: string): Promise<Theme> {
  const found = await sql<Theme>`
    select accent, letterhead, encode(sha256(logo), 'hex') as logo from organisation_theme where organisation_id = ${organisationId}`.execute(tx)
  return found.rows[0] ?? neutralTheme
}
