// Visit: what the pages around an entry share: how a request is read, and a page in the organisation's frame with a trail back to the entry.
import type { Context } from 'hono'
import { isId } from '../../ground/ids.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { type Crumb, Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import { type Book, entryHref, type OpenedEntry } from './book.ts'

export type Visit = Context<PeopleEnv>
export type Failing = 200 | 400 | 409 | 413

export function showPage(c: Visit, house: House, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: Failing = 200) {
  return c.html(<Page {...house.frame(c, c.get('who'))} failed={status !== 200} {...props} />, status)
}

/** The trail to a list, and on to an entry. */
export function trail(scope: Pick<Scope, 'organisation'>, book: Book, entry?: OpenedEntry): Crumb[] {
  const list = { words: say(book.words.many), href: `/${scope.organisation.slug}/${book.path}` }
  return entry ? [list, { words: entry.title, href: entryHref(scope, book, entry.id) }] : [list]
}

/** An id in the address. @throws NotFound when it is none */
export function idIn(c: Visit, name: 'id' | 'comment' | 'attachment' | 'view'): string {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

export type SentForm = { readonly one: (name: string) => string; readonly all: (name: string) => readonly string[] }

/** The texts of a sent form. @throws Invalid when it can't be read */
export async function readForm(c: Visit): Promise<SentForm> {
  const form = await c.req.formData().catch(() => { throw new Invalid([], t('Dit formulier is niet te lezen. Open de pagina opnieuw en verstuur het nog eens.', 'This form can’t be read. Open the page again and send it once more.')) })
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return { all, one: (name) => all(name)[0] ?? '' }
}
