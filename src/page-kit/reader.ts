// Reader: how the person who reads now wants a page: its language, its colours, the address to come back to, and the house style of whose page it is.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { cookies } from '../ground/cookies.ts'
import { inLanguage, type Language, languages } from '../ground/words.ts'

/** Colours as the device says, or as the reader chose. */
export const schemes = ['device', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** How an organisation looks. Addresses within this site; without a stylesheet its pages keep the neutral theme. */
export type HouseStyle = { readonly stylesheet?: string; readonly logo?: string; readonly letterhead?: string }

/** The public site that a page belongs to: what stands in its header and at its foot, in the reader's language. */
export type PublicSite = { readonly home: string; readonly navigation: readonly SiteLink[]; readonly footer: readonly SiteLink[]; readonly isHiddenFromSearch: boolean }
export type SiteLink = { readonly words: string; readonly href: string }

export type Reader = {
  readonly language: Language
  readonly scheme: Scheme
  /** Path and query of the page, to come back to after another language or colour was chosen. */
  readonly address: string
  readonly houseStyle?: HouseStyle
  readonly site?: PublicSite
}

/** The only cookies that a visitor who isn't signed in can get, and only by asking: they hold a choice, never a person. */
export const languageCookie = cookies.language.name
export const schemeCookie = cookies.colours.name

const reading = new AsyncLocalStorage<Reader>()

/** Who reads now; undefined where no request is being answered. */
export function currentReader(): Reader | undefined {
  return reading.getStore()
}

/** Does work for a reader: what it says and draws comes out in their language and colours. */
export function forReader<T>(reader: Reader, work: () => T): T {
  return reading.run(reader, () => inLanguage(reader.language, work))
}

/** The reader as the request's cookies tell. What isn't a known choice counts as none: Dutch, in the colours of the device. */
export function readerOf(c: Context): Reader {
  const language = languages.find((one) => one === getCookie(c, languageCookie)) ?? 'nl'
  const scheme = schemes.find((one) => one === getCookie(c, schemeCookie)) ?? 'device'
  return { language, scheme, address: pageOf(c) }
}

/** A form that was refused stands at the address it was sent to, which may have no page of its own; the page it was on has. */
function pageOf(c: Context): string {
  const here = new URL(c.req.url)
  const referer = c.req.header('referer') ?? ''
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (isRead || !URL.canParse(referer)) return here.pathname + here.search
  const from = new URL(referer)
  return from.host === here.host ? from.pathname + from.search : here.pathname + here.search
}
