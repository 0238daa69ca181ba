// Search: from any page to any entry or screen, by words; as a page, and as JSON while typing.
import { type Context, Hono } from 'hono'
import { fold } from '../ground/letters.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { type NavigationSection, Page } from '../page-kit/layout.tsx'
import { Section } from '../page-kit/form.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { listEntries, readListQuery } from '../register-kit/list-query.ts'
import type { Register } from '../register-kit/register.ts'
import { capital, lower } from '../register-kit/register-words.ts'
import { allRegisters } from '../register-kit/tied-registers.ts'

type Found = { href: string; words: string; detail?: string }

export function searchRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/zoeken.json', async (c) => c.json({ results: await find(c, house, 8) }))
  app.get('/zoeken', async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200)
    const found = words === '' ? [] : await find(c, house, 50)
    const frame = house.frame(c, c.get('who'))
    return c.html(
      <Page {...frame} search={frame.search && { ...frame.search, value: words }} heading={words === '' ? t('Zoeken', 'Search') : t(`Zoeken naar “${words}”`, `Search for “${words}”`)}>
        {found.length === 0
          ? (
            <EmptyState heading={words === '' ? t('Typ een woord in het zoekveld', 'Type a word in the search box') : t('Niets gevonden', 'Nothing found')} icon="search">
              <p>{t('U kunt zoeken op alles wat in de registers staat, ook op een deel van een woord. Met de toets / springt u naar het zoekveld.',
                'You can search for everything that stands in the registers, also for part of a word. The / key takes you to the search box.')}</p>
            </EmptyState>
          )
          : <Section heading={t(`${found.length} gevonden`, `${found.length} found`)}><ul class="wb-values">{found.map(({ href, words: label, detail }) => <li><Link href={href}>{label}</Link>{detail && <span class="wb-subtle"> · {detail}</span>}</li>)}</ul></Section>}
        {words !== '' && <ButtonGroup>{allRegisters().map((register) => <ButtonLink href={`/${c.get('who').organisation.slug}/${register.path}?q=${encodeURIComponent(words)}`}>{t(`Verder zoeken in ${lower(register.words.many.nl)}`, `Search further in ${lower(register.words.many.en)}`)}</ButtonLink>)}</ButtonGroup>}
      </Page>)
  })
  return app
}

async function find(c: Context<PeopleEnv>, house: House, most: number): Promise<Found[]> {
  const words = (c.req.query('q') ?? '').trim().slice(0, 200)
  if (words === '') return []
  const frame = house.frame(c, c.get('who'))
  return scopeOf(c, house, async (scope) => {
    const perRegister: Found[][] = []
    for (const register of allRegisters()) perRegister.push(await findIn(scope, register, words, most))
    return [...screens(frame.navigation, words), ...inTurns(perRegister)].slice(0, most)
  })
}

async function findIn(scope: Scope, register: Register, words: string, most: number): Promise<Found[]> {
  const { query } = readListQuery(register, new URLSearchParams({ q: words }))
  const { department } = register.named
  const { rows } = await listEntries(scope, register, { ...query, columns: department ? [department] : [], size: most })
  return rows.map((row) => ({
    href: `/${scope.organisation.slug}/${register.path}/${row.id}`, words: row.title,
    detail: [capital(say(register.words.one)), department && row.labels[department], say(register.lifecycle.statuses[row.status]!.words)].filter(Boolean).join(' · '),
  }))
}

/** The first of each, then the second of each: no register hides another. */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  return Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat()
}

function screens(navigation: readonly NavigationSection[], words: string): Found[] {
  const letters = fold(words)
  return navigation.flatMap(({ items }) => items).filter((item) => fold(item.words).includes(letters)).map((item) => ({ href: item.href, words: item.words, detail: t('scherm', 'screen') }))
}
