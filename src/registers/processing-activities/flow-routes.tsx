// Flow routes: the addresses of flow maps: of the organisation and of one processing, each as a page, a spreadsheet and a drawing.
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { flowFile } from '../../page-kit/flow-file.tsx'
import { flowIsland } from '../../page-kit/flow-map.tsx'
import type { FlowPicture } from '../../page-kit/flow-picture.ts'
import { type Crumb, Page, type PageProps } from '../../page-kit/layout.tsx'
import { Pagination } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { csvType, writeCsv } from '../../register-kit/exchange/write-table.ts'
import { loadLookups, loadLookupsFor } from '../../register-kit/lookups.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { type Drawing, drawFlow } from './flow-drawing.ts'
import { type FlowNode, flowKinds } from './flow-model.ts'
import { flowOfEntries } from './flow-of-entries.ts'
import { departmentsShown, flowOfRegister, processingsShown } from './flow-of-register.ts'
import { FlowView, PointList } from './flow-pages.tsx'
import { flowAddress, flowParameters, readFlowQuery } from './flow-query.ts'
import { listAddress, RegisterMap, titleOf } from './flow-register-map.tsx'
import { registeredMarks } from './flow-registered.ts'
import { fileName, registerRows, sheetColumns, sheetRows } from './flow-rows.ts'
import { shortened } from './flow-shorten.ts'
import { kindsWords } from './flow-words.ts'
import { processingActivities } from './register.ts'
import type { Visit } from '../../register-kit/web/visit.tsx'

const page = 100

/** Pages under `/:slug/verwerkingen`; `withScope` has run before, and these stand before the register's own `/:id`. */
export function flowRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const pagesOf = (c: Visit) => `/${c.get('who').organisation.slug}`
  const registerOf = (c: Visit): Crumb => ({ words: say(processingActivities.words.many), href: `${pagesOf(c)}/verwerkingen` })
  const mapOf = (c: Visit) => `${pagesOf(c)}/verwerkingen/gegevensstromen`
  const show = (c: Visit, props: Pick<PageProps, 'heading' | 'lead' | 'crumbs' | 'actions' | 'children' | 'islands'>) => c.html(<Page {...house.frame(c, c.get('who'))} {...props} />)
  const queryOf = (c: Visit) => readFlowQuery(new URL(c.req.url).searchParams)

  app.get('/gegevensstromen', (c) => scopeOf(c, house, async (scope) => {
    const { query, ignored } = queryOf(c)
    const flow = await flowOfRegister(scope, query, pagesOf(c))
    const { department } = fields
    return show(c, {
      heading: t('Gegevensstromen', 'Data flows'), crumbs: [registerOf(c)], islands: [flowIsland],
      lead: <p>{t(
        'Waar persoonsgegevens vandaan komen, waarvoor ze gebruikt worden, waar ze staan en naar wie ze gaan.',
        'Where personal data come from, what they are used for, where they are kept and to whom they go.',
      )}</p>,
      actions: flow.total > 0 && <Downloads base={mapOf(c)} parameters={flowParameters({ ...query, per: flow.per })} />,
      children: <RegisterMap {...{ flow, query, ignored, base: mapOf(c), pages: pagesOf(c), organisation: scope.organisation.name }} lookups={await loadLookups(scope, { department })} />,
    })
  }))

  app.get('/gegevensstromen/lijst', (c) => scopeOf(c, house, async (scope) => {
    const { query } = queryOf(c)
    const kind = flowKinds.find((one) => one === c.req.query('soort'))
    if (!kind) throw new NotFound()
    const from = Math.min(Math.max(Number.parseInt(c.req.query('vanaf') ?? '0', 10) || 0, 0), 100_000)
    const flow = await flowOfRegister(scope, query, pagesOf(c))
    const isProcessings = kind === 'processing' && flow.per === 'processing'
    const found = isProcessings
      ? (await processingsShown(scope, query, pagesOf(c), { from, size: page })).map(({ id, name }) => ({ words: name, href: `${pagesOf(c)}/verwerkingen/${id}`, entries: undefined }))
      : (kind === 'processing' ? await departmentsShown(scope, query, pagesOf(c)) : flow.map.nodes.filter((node) => node.kind === kind && !node.marks.includes('rest')))
        .slice(from, from + page).map((node) => ({ words: node.words, href: kind === 'processing' ? node.href : flowAddress(mapOf(c), query, { via: node.id, per: undefined }), entries: node.entries }))
    const total = isProcessings ? flow.total : flow.map.nodes.filter((node) => node.kind === kind).reduce((sum, { hidden }) => sum + (hidden ?? 1), 0)
    const at = (place: number) => listAddress(mapOf(c), query, flow.per, kind, place)
    return show(c, {
      heading: kindsWords(kind, flow.per), crumbs: [registerOf(c), { words: t('Gegevensstromen', 'Data flows'), href: flowAddress(mapOf(c), query) }],
      lead: <p>{t(
        'Alles van deze soort in de gegevensstromen die u mag zien. Kies er een om te zien bij welke verwerkingen die hoort.',
        'Everything of this kind in the data flows that you may see. Choose one to see the processing activities that it belongs to.',
      )}</p>,
      children: (
        <>
          <PointList points={found} title={kindsWords(kind, flow.per)} />
          {total > page && (
            <Pagination
              words={t(`${from + 1} tot en met ${from + found.length} van ${total}`, `${from + 1} to ${from + found.length} of ${total}`)}
              previous={from > 0 ? at(Math.max(0, from - page)) : undefined} next={from + page < total ? at(from + page) : undefined}
            />
          )}
        </>
      ),
    })
  }))

  app.get('/gegevensstromen/tabel.csv', (c) => scopeOf(c, house, async (scope) => {
    const { organisation, actor } = c.get('who')
    return sheet(scope, registerRows(house, { organisation, actor }, queryOf(c).query, pagesOf(c)))
  }))

  app.get('/gegevensstromen/kaart.svg', (c) => scopeOf(c, house, async (scope) => {
    const flow = await flowOfRegister(scope, queryOf(c).query, pagesOf(c))
    return drawing(scope, titleOf({ flow, organisation: scope.organisation.name }), drawFlow(shortened(flow.map), { of: 'register', per: flow.per, hrefOf: () => undefined }))
  }))

  app.get('/:id/gegevensstroom', (c) => scopeOf(c, house, async (scope) => {
    const { input, map } = await entryFlow(c, scope, pagesOf(c))
    const hrefOf = (node: FlowNode) => node.kind === 'processing' || node.href ? node.href : flowAddress(mapOf(c), everything, { via: node.id })
    const data = sayValue(fields.data_categories, input.data_categories, await loadLookupsFor(scope, fields, [{ data_categories: input.data_categories }]))
    const base = `${pagesOf(c)}/verwerkingen/${c.req.param('id')}`
    const shown: Drawing = { of: 'entry', per: 'processing', hrefOf }
    return show(c, {
      heading: t('Gegevensstroom', 'Data flow'), crumbs: [registerOf(c), { words: input.name ?? '', href: base }], islands: [flowIsland],
      lead: data.length > 0 && <p>{t('Het gaat om deze gegevens', 'These data flow')}: {data.join(', ')}.</p>,
      actions: <Downloads base={`${base}/gegevensstroom`} whole={mapOf(c)} />,
      children: <FlowView map={map} title={t(`Gegevensstroom van ${input.name ?? ''}`, `Data flow of ${input.name ?? ''}`)} drawing={shown} />,
    })
  }))

  app.get('/:id/gegevensstroom/tabel.csv', (c) => scopeOf(c, house, async (scope) => {
    const { input, status, id } = await entryFlow(c, scope, pagesOf(c))
    return sheet(scope, await Array.fromAsync(sheetRows(scope, [{ id, status, input }], { outside: false }, pagesOf(c))))
  }))

  app.get('/:id/gegevensstroom/kaart.svg', (c) => scopeOf(c, house, async (scope) => {
    const { input, map } = await entryFlow(c, scope, pagesOf(c))
    return drawing(scope, input.name ?? '', drawFlow(map, { of: 'entry', per: 'processing', hrefOf: () => undefined }))
  }))

  return app
}

const everything = readFlowQuery(new URLSearchParams()).query

/** One processing that the actor may see. @throws NotFound */
async function entryFlow(c: Visit, scope: Scope, pages: string) {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound()
  const entry = await loadEntry(scope, processingActivities, id)
  const input = entry.input as ActivityInput
  const lookups = await loadLookupsFor(scope, fields, [input])
  return { id, status: entry.system.status, input, map: flowOfEntries([{ id, status: entry.system.status, input }], { lookups, today: dayOf(scope.now), base: pages, marked: await registeredMarks(scope, lookups) }) }
}

function Downloads({ base, parameters, whole }: { base: string; parameters?: URLSearchParams; whole?: string }) {
  const query = parameters?.size ? `?${parameters}` : ''
  return (
    <ButtonGroup>
      {whole && <ButtonLink icon="globe" href={whole}>{t('Hele organisatie', 'Whole organisation')}</ButtonLink>}
      <ButtonLink icon="download" href={`${base}/kaart.svg${query}`}>{t('Kaart (SVG)', 'Map (SVG)')}</ButtonLink>
      <ButtonLink icon="download" href={`${base}/tabel.csv${query}`}>{t('Tabel (CSV)', 'Table (CSV)')}</ButtonLink>
    </ButtonGroup>
  )
}

function sheet(scope: Scope, rows: AsyncIterable<string[]> | Iterable<string[]>): Response {
  return new Response(Readable.toWeb(writeCsv(sheetColumns(), rows)) as ReadableStream<Uint8Array>, { headers: attachment(csvType, fileName(scope, 'csv')) })
}

async function drawing(scope: Scope, title: string, picture: FlowPicture): Promise<Response> {
  const below = `${scope.organisation.name}, ${sayDay(dayOf(scope.now))}`
  const about = picture.columns.flatMap(({ heading, groups }) => [`${heading}: ${groups.flatMap(({ boxes }) => boxes.map(({ words }) => words)).join(', ')}.`]).join(' ')
  return new Response(await flowFile({ title, below, about, picture }), { headers: attachment('image/svg+xml; charset=utf-8', fileName(scope, 'svg')) })
}

function attachment(type: string, name: string): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' }
}
