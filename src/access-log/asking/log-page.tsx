// Log page: the frame and trail of every page about the access log.
import type { Context } from 'hono'
import { t } from '../../ground/words.ts'
import { Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'

export type Visit = Context<PeopleEnv>

/** `/duinrade/logboek` */
export function logBase(c: Visit): string {
  return `/${c.get('who').organisation.slug}/logboek`
}

export function logPage(c: Visit, house: House, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: 200 | 400 = 200) {
  // The overview is where the trail begins.
  const begin = c.req.path === logBase(c) ? [] : [{ words: t('Logboek', 'Access log'), href: logBase(c) }]
  return c.html(<Page {...house.frame(c, c.get('who'))} {...props} crumbs={[...begin, ...(props.crumbs ?? [])]} />, status)
}
