// Flow pages: what stands on the pages of a flow map: the filters above it, the picture, and the table that says the same.
import type { Child } from 'hono/jsx'
import { t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { FlowMap as FlowFigure } from '../../page-kit/flow-map.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { Counters, Tabs } from '../../page-kit/progress.tsx'
import { type ActiveFilter, type Column, FilterBar, Table } from '../../page-kit/table.tsx'
import type { Lookups } from '../../register-kit/entry.ts'
import { type Drawing, drawFlow, legendOf } from './flow-drawing.ts'
import type { FlowMap, FlowNode } from './flow-model.ts'
import type { RegisterFlow } from './flow-of-register.ts'
import { flowAddress, type FlowQuery, groupings } from './flow-query.ts'
import { type FlowRow, rowsOf } from './flow-rows.ts'
import { shortened } from './flow-shorten.ts'
import { countWords, inOneLine, kindsWords, kindWords, lowered, markWords } from './flow-words.ts'

/** The table of a register with more rows than this is folded away below the picture. */
const openRows = 30

/** Picture and table of one map. */
export function FlowView({ map, title, drawing }: { map: FlowMap; title: string; drawing: Drawing }) {
  const rows = rowsOf(map)
  return (
    <>
      <FlowFigure id="kaart" title={title} about={aboutMap(map, drawing)} picture={drawFlow(map, drawing)} legend={legendOf(map)} />
      <Section id="stromen" heading={t('Dezelfde stromen in een tabel', 'The same flows in a table')}>
        {drawing.of === 'entry' || rows.length <= openRows ? <FlowTable rows={rows} drawing={drawing} /> : <Details summary={t(`Toon alle ${countWords(rows.length)} stromen`, `Show all ${countWords(rows.length)} flows`)}><FlowTable rows={rows} drawing={drawing} /></Details>}
      </Section>
    </>
  )
}

function FlowTable({ rows, drawing }: { rows: readonly FlowRow[]; drawing: Drawing }) {
  const point = (node: FlowNode): Child => {
    // A page about one processing doesn't link to it in every row.
    const href = drawing.of === 'entry' && node.kind === 'processing' ? undefined : drawing.hrefOf(node)
    return <>{href ? <Link href={href}>{node.words}</Link> : node.words} <span class="wb-subtle wb-small">({kindWords(node.kind, drawing.per).toLowerCase()})</span></>
  }
  const columns: Column<FlowRow>[] = [
    { key: 'from', header: t('Van', 'From'), names: true, cell: ({ from }) => point(from) },
    { key: 'to', header: t('Naar', 'To'), cell: ({ to }) => point(to) },
    { key: 'words', header: t('Toelichting', 'Explanation'), cell: ({ words, to }) => inOneLine([words, ...remarksOn(to, words)]) || <span class="wb-subtle">–</span> },
    // Where each flow is of one processing, a column of ones says nothing.
    ...(rows.every(({ edge }) => edge.entries === 1) ? [] : [{
      key: 'entries', header: kindsWords('processing'), numeric: true,
      cell: ({ edge, from, to }: FlowRow) => from.marks.includes('rest') || to.marks.includes('rest') ? t(`ten minste ${countWords(edge.entries)}`, `at least ${countWords(edge.entries)}`) : countWords(edge.entries),
    }]),
  ]
  return <Table<FlowRow> caption={t('Gegevensstromen', 'Data flows')} captionHidden columns={columns} rows={rows} empty={<p class="wb-subtle">{t('Er zijn geen stromen ingevuld.', 'No flows are filled in.')}</p>} />
}

/** What is wrong with the place that data go to, unless the entry's own words say so already. */
function remarksOn({ marks }: FlowNode, words: string): string[] {
  return marks.filter((mark) => mark === 'no-agreement' || mark === 'unencrypted').map((mark) => lowered(markWords(mark))).filter((said) => !words.toLowerCase().includes(said.toLowerCase()))
}

function aboutMap({ nodes, edges }: FlowMap, { of }: Drawing): string {
  const count = (...kinds: readonly string[]) => nodes.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { hidden }) => sum + (hidden ?? 1), 0)
  const outside = nodes.filter(({ kind, marks }) => kind === 'country' && marks.includes('outside')).map(({ words }) => words)
  return [
    of === 'entry' ? '' : t('Van links naar rechts: van wie en waarvandaan gegevens komen, waarvoor ze gebruikt worden, waar ze staan en naar wie ze gaan.', 'From left to right: whose data come from where, what they are used for, where they are kept and to whom they go.'),
    `${t('Op de kaart', 'On the map')}: ${[
      few(count('subject'), t('groep betrokkenen', 'group of data subjects'), t('groepen betrokkenen', 'groups of data subjects')), few(count('source'), t('bron', 'source'), t('bronnen', 'sources')), few(count('system'), t('systeem', 'system'), t('systemen', 'systems')),
      few(count('recipient'), t('ontvanger', 'recipient'), t('ontvangers', 'recipients')), few(count('processor'), t('verwerker', 'processor'), t('verwerkers', 'processors')), few(edges.length, t('stroom', 'flow'), t('stromen', 'flows')),
    ].join(', ')}.`,
    outside.length > 0 ? t(`Gegevens gaan naar buiten de EER: ${outside.join(', ')}.`, `Data go outside the EEA: ${outside.join(', ')}.`) : '',
    t('De tabel onder de kaart zegt hetzelfde in woorden.', 'The table below the map says the same in words.'),
  ].filter(Boolean).join(' ')
}

function few(count: number, one: string, many: string): string {
  return `${countWords(count)} ${count === 1 ? one : many}`
}

/** The organisation's map with its filters. `base` is the address of the map; `pages` that of the organisation's pages. */
export function RegisterMap({ flow, query, ignored, base, pages, lookups, organisation }: { flow: RegisterFlow; query: FlowQuery; ignored: readonly string[]; base: string; pages: string; lookups: Lookups; organisation: string }) {
  const { per, total, isCut } = flow
  const map = shortened(flow.map)
  const drawing: Drawing = { of: 'register', per, hrefOf: (node) => hrefOnRegister(node, query, base, flow) }
  const active = activeFilters(flow, query, lookups, base)
  return (
    <>
      {ignored.length > 0 && <Alert tone="warning">{t('Een deel van het adres is niet begrepen en weggelaten', 'Part of the address was not understood and left out')}: {ignored.join(', ')}.</Alert>}
      <FlowFilters query={query} lookups={lookups} base={base} active={active} />
      {total === 0
        ? <NothingToDraw base={base} pages={pages} isFiltered={active.length > 0} />
        : (
          <>
            <FlowCounters flow={flow} query={query} base={base} />
            <Tabs label={t('Wat staat er in het midden', 'What stands in the middle')} tabs={groupings.map((one) => ({ words: one === 'department' ? t('Per afdeling', 'By department') : t('Per verwerking', 'By processing activity'), href: flowAddress(base, query, { per: one }), current: one === per }))} />
            {isCut && <Alert tone="warning">{t('Er zijn zo veel verschillende namen dat de zeldzaamste niet zijn meegeteld. Kies een afdeling of een ander filter.', 'There are so many different names that the rarest are not counted. Choose a department or another filter.')}</Alert>}
            <FlowView map={map} title={flow.via ? t(`Gegevensstromen rond ${flow.via}`, `Data flows around ${flow.via}`) : t(`Gegevensstromen van ${organisation}`, `Data flows of ${organisation}`)} drawing={drawing} />
          </>
        )}
    </>
  )
}

/** A processing leads to its page and what is registered too; a group, and everything else, to the map of the processings that touch it. */
function hrefOnRegister(node: FlowNode, query: FlowQuery, base: string, { per }: RegisterFlow): string | undefined {
  if (node.marks.includes('rest')) return `${flowAddress(`${base}/lijst`, { ...query, per })}${flowAddress('', { ...query, per }).includes('?') ? '&' : '?'}soort=${node.kind}`
  if (node.kind === 'processing') return node.href
  return node.id === query.via ? node.href : flowAddress(base, query, { via: node.id, per: undefined })
}

function FlowFilters({ query, lookups, base, active }: { query: FlowQuery; lookups: Lookups; base: string; active: readonly ActiveFilter[] }) {
  return (
    <FilterBar action={base} active={active} clearHref={base} hidden={{ ...(query.via ? { via: query.via } : {}), ...(query.per ? { per: query.per === 'department' ? 'afdeling' : 'verwerking' } : {}) }}>
      <Select name="afdeling" label={t('Afdeling', 'Department')} value={query.department} choices={[...lookups.references.department].map(([value, { label }]) => ({ value, label }))} empty={t('Alle', 'All')} />
      <Checkbox name="eer" value="buiten" label={t('Alleen naar buiten de EER', 'Only outside the EEA')} checked={query.outside} />
      <Checkbox name="bijzonder" value="ja" label={t('Alleen met bijzondere gegevens', 'Only with special categories')} checked={query.special} />
      <Checkbox name="status" value="active" label={t('Alleen wat in werking is', 'Only what is in force')} checked={query.active} />
    </FilterBar>
  )
}

function activeFilters({ via }: RegisterFlow, query: FlowQuery, lookups: Lookups, base: string): ActiveFilter[] {
  const shown: [label: string, value: string | false | undefined, change: Partial<FlowQuery>][] = [
    [t('Raakt', 'Touches'), query.via && (via || t('onbekend', 'unknown')), { via: undefined }],
    [t('Afdeling', 'Department'), query.department && (lookups.references.department.get(query.department)?.label ?? t('onbekend', 'unknown')), { department: undefined }],
    [t('Bestemming', 'Destination'), query.outside && t('buiten de EER', 'outside the EEA'), { outside: false }],
    [t('Gegevens', 'Data'), query.special && t('bijzonder of strafrechtelijk', 'special or criminal'), { special: false }],
    [t('Status', 'Status'), query.active && t('in werking', 'in force'), { active: false }],
  ]
  return shown.flatMap(([label, value, change]) => value ? [{ label, value, removeHref: flowAddress(base, query, change) }] : [])
}

function FlowCounters({ flow: { map, total }, query, base }: { flow: RegisterFlow; query: FlowQuery; base: string }) {
  const points = (kind: FlowNode['kind']) => map.nodes.filter((node) => node.kind === kind)
  const outside = points('country').filter(({ marks }) => marks.includes('outside')).length
  const unsafe = new Set(map.edges.flatMap(({ marks, to }) => marks.includes('unsafeguarded') ? [to] : [])).size
  return (
    <Counters items={[
      { value: countWords(total), words: total === 1 ? t('verwerking', 'processing activity') : t('verwerkingen', 'processing activities') },
      { value: countWords(points('system').length), words: points('system').length === 1 ? t('systeem', 'system') : t('systemen', 'systems') },
      { value: countWords(points('processor').length), words: points('processor').length === 1 ? t('verwerker', 'processor') : t('verwerkers', 'processors') },
      { value: countWords(outside), words: outside === 1 ? t('land buiten de EER', 'country outside the EEA') : t('landen buiten de EER', 'countries outside the EEA'), href: outside > 0 && !query.outside ? flowAddress(base, query, { outside: true }) : undefined },
      ...(unsafe > 0 ? [{ value: countWords(unsafe), words: unsafe === 1 ? t('land zonder waarborg', 'country without a safeguard') : t('landen zonder waarborg', 'countries without a safeguard'), tone: 'negative' as const }] : []),
    ]} />
  )
}

function NothingToDraw({ base, pages, isFiltered }: { base: string; pages: string; isFiltered: boolean }) {
  return isFiltered
    ? <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" action={<ButtonLink href={base}>{t('Alle filters wissen', 'Clear all filters')}</ButtonLink>}><p>{t('Geen verwerking voldoet hieraan. Haal een filter weg.', 'No processing activity meets this. Remove a filter.')}</p></EmptyState>
    : <EmptyState heading={t('Hier komt de kaart van uw gegevensstromen', 'Your data flows will be drawn here')} icon="link" action={<ButtonLink href={`${pages}/verwerkingen`}>{t('Naar de verwerkingen', 'To the processing activities')}</ButtonLink>}><p>{t('De kaart tekent zichzelf uit het register: herkomst, systemen, ontvangers, verwerkers en landen van elke verwerking die u mag zien.', 'The map draws itself from the register: origin, systems, recipients, processors and countries of each processing activity that you may see.')}</p></EmptyState>
}

/** What a "rest" box stands for: every point of a kind, with the way to its own map. */
export function PointList({ points, title }: { points: readonly { words: string; href: string | undefined; entries: number | undefined }[]; title: string }) {
  return (
    <Table
      caption={title} captionHidden rows={points} empty={<p class="wb-subtle">{t('Hier staat niets.', 'There is nothing here.')}</p>}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: ({ words, href }) => href ? <Link href={href}>{words}</Link> : words },
        ...(points.some(({ entries }) => entries !== undefined) ? [{ key: 'entries', header: kindsWords('processing'), numeric: true, cell: ({ entries }: { entries: number | undefined }) => entries === undefined ? '' : countWords(entries) }] : []),
      ]}
    />
  )
}

