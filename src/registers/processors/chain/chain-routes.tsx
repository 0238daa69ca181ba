// Chain routes: `/verwerkers/keten`: who stands behind whom, as a picture, and the same in a table for who doesn't see it and on paper.
import { Hono } from 'hono'
import { say, t } from '../../../ground/words.ts'
import { EmptyState } from '../../../page-kit/alerts.tsx'
import { Link } from '../../../page-kit/buttons.tsx'
import { FlowMap, flowIsland } from '../../../page-kit/flow-map.tsx'
import { Section } from '../../../page-kit/form.tsx'
import { Select } from '../../../page-kit/inputs.tsx'
import { FilterBar, Pagination, Table } from '../../../page-kit/table.tsx'
import type { House } from '../../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../../people/with-scope.ts'
import type { Lookups } from '../../../register-kit/entry.ts'
import { loadLookups } from '../../../register-kit/lookups.ts'
import { baseOf, showPage, toRegister } from '../../../register-kit/web/visit.tsx'
import { fields } from '../declaration.ts'
import { processors } from '../register.ts'
import { type ChainLink, type ChainMark, chainMarks, type Judged } from './chain-graph.ts'
import { chainOf } from './chain-load.ts'
import { chainLegend, chainPicture } from './chain-picture.ts'
import { chainAddress, type ChainQuery, chosen, markPaths, pageSize, readChainQuery } from './chain-query.ts'
import { nameless, nameMark, sayMark } from './chain-words.ts'

type Row = { readonly of: Judged; readonly link: ChainLink | undefined; readonly marks: ReadonlySet<ChainMark> }

/** Among the addresses of the register, before `/:id`. */
export function chainRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/keten', (c) => scopeOf(c, house, async (scope) => {
    const query = readChainQuery(new URL(c.req.url).searchParams)
    const graph = await chainOf(scope)
    const all = chosen(graph, query)
    const shown = all.slice(query.from, query.from + pageSize)
    const lookups = await loadLookups(scope, { country: fields.country, department: fields.department })
    const [base, here] = [baseOf(c, processors), `${baseOf(c, processors)}/keten`]
    const country = (key: string) => lookups.terms.get('country')?.get(key)?.label ?? key
    const at = (change: Partial<ChainQuery>) => chainAddress(here, query, { from: 0, ...change })
    const names = { organisation: scope.organisation.name, country, processorHref: (id: string) => `${base}/${id}`, companyHref: (name: string) => at({ search: name, processor: undefined }) }
    const only = query.processor === undefined ? undefined : shown[0]?.processor.name
    const title = only === undefined ? t(`Keten van ${scope.organisation.name}`, `Chain of ${scope.organisation.name}`) : t(`Keten achter ${only}`, `Chain behind ${only}`)
    return showPage(c, house, processors, {
      heading: t('Keten van verwerkers', 'Chain of processors'), crumbs: [toRegister(c, processors)], islands: [flowIsland],
      lead: <p>{t('Wie voor u verwerkt, wie daarachter zit en in welk land (art. 28 lid 2 en 4 AVG). Dezelfde subverwerker is één vak, ook als zij bij meer verwerkers staat.', 'Who processes for you, who stands behind them and in which country (art. 28(2) and (4) GDPR). The same sub-processor is one box, also where several processors name it.')}</p>,
      children: (
        <>
          <Filters query={query} here={here} lookups={lookups} name={only} />
          {shown.length === 0 ? <EmptyState heading={t('Niets gevonden', 'Nothing found')}><p>{t('Haal een filter weg, of leg eerst verwerkers vast.', 'Take a filter away, or record processors first.')}</p></EmptyState> : (
            <>
              <FlowMap id="keten" title={title} about={aboutPicture(shown)} picture={chainPicture(shown, graph, names)} legend={chainLegend(shown)} />
              {all.length > pageSize && (
                <Pagination
                  words={t(`${query.from + 1} tot en met ${query.from + shown.length} van ${all.length} verwerkers`, `${query.from + 1} to ${query.from + shown.length} of ${all.length} processors`)}
                  previous={query.from > 0 ? at({ from: Math.max(0, query.from - pageSize) }) : undefined} next={query.from + pageSize < all.length ? at({ from: query.from + pageSize }) : undefined}
                />
              )}
              <Section id="tabel" heading={t('Dezelfde keten in een tabel', 'The same chain in a table')}><ChainTable rows={rowsOf(shown)} base={base} country={country} /></Section>
            </>
          )}
        </>
      ),
    })
  }))
  return app
}

function Filters({ query, here, lookups, name }: { query: ChainQuery; here: string; lookups: Lookups; name: string | undefined }) {
  const { mark, country, department, search, processor } = query
  const label = (key: string | undefined) => key === undefined ? '' : lookups.terms.get('country')?.get(key)?.label ?? key
  const without = (change: Partial<ChainQuery>) => chainAddress(here, query, { from: 0, ...change })
  const departments = [...lookups.references.department].map(([value, one]) => ({ value, label: one.label }))
  return (
    <FilterBar
      action={here} clearHref={here} hidden={processor === undefined ? {} : { verwerker: processor }} search={{ name: 'zoek', value: search, label: t('Zoek op naam', 'Search by name') }}
      active={[
        ...(processor === undefined ? [] : [{ label: t('Verwerker', 'Processor'), value: name ?? '', removeHref: without({ processor: undefined }) }]), ...(mark === undefined ? [] : [{ label: t('Let op', 'Attention'), value: nameMark(mark), removeHref: without({ mark: undefined }) }]),
        ...(country === undefined ? [] : [{ label: t('Land', 'Country'), value: label(country), removeHref: without({ country: undefined }) }]),
        ...(department === undefined ? [] : [{ label: t('Afdeling', 'Department'), value: lookups.references.department.get(department)?.label ?? '', removeHref: without({ department: undefined }) }]),
      ]}
    >
      <Select name="let-op" label={t('Let op', 'Attention')} value={mark && markPaths[mark]} choices={chainMarks.map((one) => ({ value: markPaths[one], label: nameMark(one) }))} empty={t('Alles', 'Everything')} />
      <Select name="land" label={t('Land', 'Country')} value={country} choices={[...lookups.terms.get('country') ?? []].map(([value, term]) => ({ value, label: term.label }))} empty={t('Alle', 'All')} />
      <Select name="afdeling" label={t('Afdeling', 'Department')} value={department} choices={departments} empty={t('Alle', 'All')} />
    </FilterBar>
  )
}

function ChainTable({ rows, base, country }: { rows: readonly Row[]; base: string; country: (key: string) => string }) {
  const none = <span class="wb-subtle">–</span>
  return (
    <Table<Row>
      caption={t('Keten', 'Chain')} captionHidden rows={rows}
      columns={[
        { key: 'processor', header: t('Verwerker', 'Processor'), names: true, cell: ({ of: { processor } }) => <Link href={`${base}/${processor.id}`}>{processor.name || nameless()}</Link> },
        { key: 'sub', header: t('Subverwerker', 'Sub-processor'), cell: ({ link }) => link ? <>{link.name ?? nameless()}{link.engaged_by !== null && <span class="wb-subtle"> ({t('via', 'through')} {link.engaged_by})</span>}</> : none },
        { key: 'service', header: t('Wat', 'What'), cell: ({ link }) => link?.service ?? none },
        { key: 'country', header: t('Land', 'Country'), cell: ({ of, link }) => { const key = link ? link.country : of.processor.country; return key === null ? none : country(key) } },
        { key: 'consent', header: t('Toestemming', 'Consent'), cell: ({ link }) => { const choice = fields.sub_processors.columns.consent.choices.find(({ key }) => key === link?.consent); return choice ? say(choice.words) : none } },
        { key: 'marks', header: t('Let op', 'Attention'), cell: ({ marks }) => marks.size === 0 ? none : [...marks].map(sayMark).join(', ') },
      ]}
    />
  )
}

function rowsOf(shown: readonly Judged[]): Row[] {
  return shown.flatMap((of): Row[] => of.links.length === 0 ? [{ of, link: undefined, marks: of.marks }] : [...(of.marks.has('expired') ? [{ of, link: undefined, marks: new Set<ChainMark>(['expired']) }] : []), ...of.links.map(({ link, marks }) => ({ of, link, marks }))])
}

function aboutPicture(shown: readonly Judged[]): string {
  const links = shown.reduce((sum, one) => sum + one.links.length, 0)
  return t(`${shown.length} verwerkers met samen ${links} regels over subverwerkers. Hetzelfde staat in de tabel onder het plaatje.`, `${shown.length} processors with ${links} rows on sub-processors between them. The table below the picture says the same.`)
}
