// Status following: what the pages of one followed case share: opening it by the secret in the address, their frame, and that nobody keeps them.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Scope } from '../ground/scope.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { isHttps } from '../people/sessions.ts'
import type { Followed } from '../case-kit/status-links/links.ts'
import { ContactBlock, publicContact } from './public-frame.tsx'

type Shown = { readonly heading: string; readonly failed?: boolean; readonly lead?: Child; readonly children: Child }

export type Following = {
  /** Opens a link's case in a scope. @throws NotFound, the same for what was guessed, is over or was replaced */
  follow<T>(c: Context, work: (scope: Scope, followed: Followed) => Promise<T>): Promise<T>
  page(c: Context, scope: Scope, shown: Shown, status?: 200 | 400 | 403 | 409): Promise<Response>
}

/** A page for somebody outside, in the frame of the organisation. */
export async function publicAnswer(c: Context, scope: Scope, { heading, failed, lead, children }: Shown, status: 200 | 400 | 403 | 409 = 200): Promise<Response> {
  return c.html(<PublicPage heading={heading} organisation={scope.organisation.name} failed={failed} lead={lead} footer={<ContactBlock contact={await publicContact(scope)} />}>{children}</PublicPage>, status)
}

/** Nobody indexes or keeps it, and where somebody goes from here doesn't tell the address. Without https a browser would then no longer say that a form is our own. */
export function keepPrivate(c: Context, house: House): void {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  if (isHttps(house)) c.header('referrer-policy', 'no-referrer')
}
