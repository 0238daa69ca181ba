// Flow register map: the page of the organisation's flow map: filters, figures, the choice of what stands in the middle, and the map itself.
import { t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { Counters, Tabs } from '../../page-kit/progress.tsx'
import { type ActiveFilter, FilterBar } from '../../page-kit/table.tsx'
import type { Lookups } from '../../register-kit/entry.ts'
import type { FlowKind, FlowNode } from './flow-model.ts'
import type { RegisterFlow } from './flow-of-register.ts'
import { FlowView } from './flow-pages.tsx'
import { flowAddress, flowParameters, type FlowQuery, type Grouping, groupings } from './flow-query.ts'
import { shortened } from './flow-shorten.ts'
import { countWords } from './flow-words.ts'

type Shown = {
  flow: RegisterFlow
  query: FlowQuery
  /** Names of parameters in the address that weren't understood. */
  ignored: readonly string[]
  /** Address of the map (`/duinrade/verwerkingen/gegevensstromen`) and of the organisation's pages (`/duinrade`). */
  base: string
  pages: string
  lookups: Lookups
  organisation: string
}

export function RegisterMap(shown: Shown) {
  const { flow, query, ignored, base } = shown
  const active = activeFilters(shown)
  return (
    <>
      {ignored.length > 0 && <Alert tone="warning">{t('Een deel van het adres is niet begrepen en weggelaten', 'Part of the address was not understood and left out')}: {ignored.join(', ')}.</Alert>}
      <FlowFilters {...shown} active={active} />
      {flow.total === 0 ? <NothingToDraw {...shown} isFiltered={active.length > 0} /> : (
        <>
          <FlowCounters {...shown} />
          <Tabs label={t('Wat staat er in het midden', 'What stands in the middle')} tabs={groupings.map((per) => ({ words: perWords(per), href: flowAddress(base, query, { per }), current: per === flow.per }))} />
          {flow.isCut && <Alert tone="warning">{cutWords()}</Alert>}
          <FlowView map={shortened(flow.map)} title={titleOf(shown)} drawing={{ of: 'register', per: flow.per, hrefOf: (node) => hrefOn(shown, node) }} />
        </>
      )}
    </>
  )
}

export function titleOf({ flow, organisation }: Pick<Shown, 'flow' | 'organisation'>): string {
  return flow.via ? t(`Gegevensstromen rond ${flow.via}`, `Data flows around ${flow.via}`) : t(`Gegevensstromen van ${organisation}`, `Data flows of ${organisation}`)
}

/** Address of the list behind a box that stands for the rest. */
export function listAddress(base: string, query: FlowQuery, per: Grouping, kind: FlowKind, from?: number): string {
  const parameters = flowParameters({ ...query, per })
  parameters.set('soort', kind)
  if (from !== undefined) parameters.set('vanaf', String(from))
  return `${base}/lijst?${parameters}`
}

/** A processing leads to its page; a department, and everything else, to the map of the processings that touch it; and there what is registered to its page. */
function hrefOn({ flow, query, base }: Shown, node: FlowNode): string | undefined {
  if (node.marks.includes('rest')) return listAddress(base, query, flow.per, node.kind)
  if (node.kind === 'processing') return node.href
  return node.id === query.via ? node.href : flowAddress(base, query, { via: node.id, per: undefined })
}

function FlowFilters({ query, lookups, base, active }: Shown & { active: readonly ActiveFilter[] }) {
  const { via, per } = Object.fromEntries(flowParameters(query))
  const departments = [...lookups.references.department].map(([value, { label }]) => ({ value, label }))
  return (
    <FilterBar action={base} active={active} clearHref={base} hidden={{ ...(via ? { via } : {}), ...(per ? { per } : {}) }}>
      <Select name="afdeling" label={t('Afdeling', 'Department')} value={query.department} choices={departments} empty={t('Alle', 'All')} />
      <Checkbox name="eer" value="buiten" label={t('Alleen naar buiten de EER', 'Only outside the EEA')} checked={query.outside} />
      <Checkbox name="bijzonder" value="ja" label={t('Alleen met bijzondere gegevens', 'Only with special categories')} checked={query.special} />
      <Checkbox name="status" value="active" label={t('Alleen wat in werking is', 'Only what is in force')} checked={query.active} />
    </FilterBar>
  )
}

function activeFilters({ flow, query, lookups, base }: Shown): ActiveFilter[] {
  const unknown = t('onbekend', 'unknown')
  const shown: [label: string, value: string | false | undefined, change: Partial<FlowQuery>][] = [
    [t('Raakt', 'Touches'), query.via && (flow.via || unknown), { via: undefined }],
    [t('Afdeling', 'Department'), query.department && (lookups.references.department.get(query.department)?.label ?? unknown), { department: undefined }],
    [t('Bestemming', 'Destination'), query.outside && t('buiten de EER', 'outside the EEA'), { outside: false }],
    [t('Gegevens', 'Data'), query.special && t('bijzonder of strafrechtelijk', 'special or criminal'), { special: false }],
    [t('Status', 'Status'), query.active && t('in werking', 'in force'), { active: false }],
  ]
  return shown.flatMap(([label, value, change]) => value ? [{ label, value, removeHref: flowAddress(base, query, change) }] : [])
}

function FlowCounters({ flow: { map, total }, query, base }: Shown) {
  const outside = map.nodes.filter(({ kind, marks }) => kind === 'country' && marks.includes('outside')).length
  const unsafe = new Set(map.edges.flatMap(({ marks, to }) => marks.includes('unsafeguarded') ? [to] : [])).size
  const points = (kind: FlowKind) => map.nodes.filter((node) => node.kind === kind).length
  const counter = (count: number, one: string, many: string) => ({ value: countWords(count), words: count === 1 ? one : many })
  return (
    <Counters items={[
      counter(total, t('verwerking', 'processing activity'), t('verwerkingen', 'processing activities')),
      counter(points('system'), t('systeem', 'system'), t('systemen', 'systems')),
      counter(points('processor'), t('verwerker', 'processor'), t('verwerkers', 'processors')),
      {
        ...counter(outside, t('land buiten de EER', 'country outside the EEA'), t('landen buiten de EER', 'countries outside the EEA')),
        href: outside > 0 && !query.outside ? flowAddress(base, query, { outside: true }) : undefined,
      },
      ...(unsafe > 0 ? [{ ...counter(unsafe, t('land zonder waarborg', 'country without a safeguard'), t('landen zonder waarborg', 'countries without a safeguard')), tone: 'negative' as const }] : []),
    ]} />
  )
}

function NothingToDraw({ base, pages, isFiltered }: Shown & { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" action={<ButtonLink href={base}>{t('Alle filters wissen', 'Clear all filters')}</ButtonLink>}>
        <p>{t('Geen verwerking voldoet hieraan. Haal een filter weg.', 'No processing activity meets this. Remove a filter.')}</p>
      </EmptyState>
    )
  }
  const action = <ButtonLink href={`${pages}/verwerkingen`}>{t('Naar de verwerkingen', 'To the processing activities')}</ButtonLink>
  return (
    <EmptyState heading={t('Hier komt de kaart van uw gegevensstromen', 'Your data flows will be drawn here')} icon="link" action={action}>
      <p>{t(
        'De kaart tekent zichzelf uit het register: herkomst, systemen, ontvangers, verwerkers en landen van elke verwerking die u mag zien.',
        'The map draws itself from the register: origin, systems, recipients, processors and countries of each processing activity that you may see.',
      )}</p>
    </EmptyState>
  )
}

function perWords(per: Grouping): string {
  return per === 'department' ? t('Per afdeling', 'By department') : t('Per verwerking', 'By processing activity')
}

function cutWords(): string {
  return t(
    'Er zijn zo veel verschillende namen dat de zeldzaamste niet zijn meegeteld. Kies een afdeling of een ander filter.',
    'There are so many different names that the rarest are not counted. Choose a department or another filter.',
  )
}
