// Search: from any page to any entry or screen, by words; as a page, and as JSON while typing.
import { type Context, Hono } from 'hono'
import { fold } from '../ground/letters.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { type NavigationSection, Page } from '../page-kit/layout.tsx'
import { Section } from '../page-kit/form.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { statuses } from '../registers/processing-activities/declaration.ts'
import { type ListRow, listActivities, readListQuery } from '../registers/processing-activities/list-query.ts'

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
              <p>{t('U kunt zoeken op alles wat in een verwerking staat, ook op een deel van een woord. Met de toets / springt u naar het zoekveld.',
                'You can search for everything that stands in a processing activity, also for part of a word. The / key takes you to the search box.')}</p>
            </EmptyState>
          )
          : <Section heading={t(`${found.length} gevonden`, `${found.length} found`)}><ul class="wb-values">{found.map(({ href, words: label, detail }) => <li><Link href={href}>{label}</Link>{detail && <span class="wb-subtle"> · {detail}</span>}</li>)}</ul></Section>}
        {words !== '' && <ButtonLink href={`/${c.get('who').organisation.slug}/verwerkingen?q=${encodeURIComponent(words)}`}>{t('Zoek verder in het register, met filters', 'Search further in the register, with filters')}</ButtonLink>}
      </Page>)
  })
  return app
}

async function find(c: Context<PeopleEnv>, house: House, most: number): Promise<Found[]> {
  const words = (c.req.query('q') ?? '').trim().slice(0, 200)
  if (words === '') return []
  const { query } = readListQuery(new URLSearchParams({ q: words }))
  const rows = await scopeOf(c, house, async (scope) => (await listActivities(scope, { ...query, size: most })).rows)
  const base = `/${c.get('who').organisation.slug}/verwerkingen`
  return [...screens(house.frame(c, c.get('who')).navigation, words), ...rows.map((row) => foundRow(base, row))].slice(0, most)
}

function foundRow(base: string, row: ListRow): Found {
  return { href: `${base}/${row.id}`, words: row.name, detail: [row.department, say(statuses[row.status])].filter(Boolean).join(' · ') }
}

function screens(navigation: readonly NavigationSection[], words: string): Found[] {
  const letters = fold(words)
  return navigation.flatMap(({ items }) => items).filter((item) => fold(item.words).includes(letters)).map((item) => ({ href: item.href, words: item.words, detail: t('scherm', 'screen') }))
}
