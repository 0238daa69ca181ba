// List page: the register as a list, with words, filters, order, columns and page all in the address.
import type { Child } from 'hono/jsx'
import { dayOf, sayShortDay } from '../../ground/clock.ts'
import { type Actor, hasRole } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { Alert, Badge, type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { FieldRow } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { type ActiveFilter, type Column, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { fields, type Status, statuses } from './declaration.ts'
import { mayDo } from './lifecycle.ts'
import { type ColumnName, columnNames, listAddress, type ListPage, type ListQuery, type ListRow, sizes, type Sort, writeCursor } from './list-query.ts'
import { ruleBook } from './rules.ts'
import type { Lookups } from '../../register-kit/entry.ts'

const statusTones: Record<Status, BadgeTone> = { draft: 'neutral', in_review: 'info', active: 'positive', ended: 'neutral' }

export function StatusOf({ status, proposal }: { status: Status; proposal?: 'draft' | 'in_review' | null }) {
  return (
    <>
      <StatusBadge tone={statusTones[status]}>{say(statuses[status])}</StatusBadge>
      {proposal && <> <Badge tone="info">{proposal === 'draft' ? 'voorstel in concept' : 'voorstel in toetsing'}</Badge></>}
    </>
  )
}

export const columnWords: Record<ColumnName, string> = {
  number: say(fields.number.words), department: say(fields.department.words), owner: say(fields.owner.words), status: 'Status', findings: 'Bevindingen', review_due_on: 'Nakijken vóór',
  updated_at: 'Gewijzigd', role: 'Rol', regime: 'Wet', controller_body: say(fields.controller_body.words), is_published: 'Openbaar',
}

export type ListProps = {
  base: string
  parameters: URLSearchParams
  query: ListQuery
  ignored: readonly string[]
  page: ListPage
  count: number
  lookups: Lookups
  actor: Actor
  now: Date
}

export function ActivityList({ base, parameters, query, ignored, page, count, lookups, actor, now }: ListProps) {
  const address = (change: Record<string, string | readonly string[] | undefined>) => listAddress(base, parameters, change)
  const active = activeFilters(query, lookups, address)
  const columns = tableColumns({ base, query, address, today: dayOf(now) })
  const isFiltered = active.length > 0 || query.words !== ''
  return (
    <>
      {ignored.length > 0 && <Alert tone="warning">Een deel van het adres is niet begrepen en weggelaten: {ignored.join(', ')}.</Alert>}
      <FilterBar
        action={base} active={active} clearHref={base} open={parameters.get('filters') === 'open'} search={{ name: 'q', value: query.words, label: 'Zoek in alle velden' }}
        hidden={Object.fromEntries(['sorteer', 'volgorde', 'aantal'].flatMap((name) => parameters.get(name) ? [[name, parameters.get(name)!]] : []))}
      >
        <FilterFields query={query} lookups={lookups} actor={actor} />
      </FilterBar>
      <Table<ListRow>
        caption="Verwerkingen" captionHidden columns={columns} rows={page.rows} sort={{ key: query.sort === 'name' ? 'name' : query.sort, direction: query.direction }}
        empty={isFiltered ? <NothingFound clearHref={base} /> : <NothingYet base={base} actor={actor} />}
      />
      {page.rows.length > 0 && (
        <Pagination
          previous={page.previous && withCursor(address({}), 'voor', writeCursor(page.previous))} next={page.next && withCursor(address({}), 'na', writeCursor(page.next))}
          words={`${count > 1000 ? 'Meer dan 1.000' : count} ${count === 1 ? 'verwerking' : 'verwerkingen'}`}
          sizes={sizes.map((size) => ({ words: `${size} per pagina`, href: address({ aantal: String(size) }), current: size === query.size }))}
        />
      )}
      {page.rows.length > 0 && <ColumnChoice base={base} parameters={parameters} chosen={query.columns} />}
    </>
  )
}

function tableColumns({ base, query, address, today }: { base: string; query: ListQuery; address: (change: Record<string, string>) => string; today: string }): Column<ListRow>[] {
  const sortHref = (sort: Sort) => (direction: string) => address({ sorteer: sort, volgorde: direction })
  const cells: Record<ColumnName, Omit<Column<ListRow>, 'key' | 'header'>> = {
    number: { cell: (row) => row.number, oneLine: true },
    department: { cell: (row) => row.department ?? none() },
    owner: { cell: (row) => row.owner ?? none() },
    status: { cell: (row) => <StatusOf status={row.status} proposal={row.proposal} /> },
    findings: { cell: (row) => <FindingCounts {...row} />, sortHref: sortHref('findings'), firstDirection: 'desc' },
    review_due_on: { cell: (row) => <ReviewDue day={row.status === 'active' ? row.review_due_on : null} today={today} />, sortHref: sortHref('review_due_on'), oneLine: true },
    updated_at: { cell: (row) => sayShortDay(row.updated_at), sortHref: sortHref('updated_at'), firstDirection: 'desc', oneLine: true },
    role: { cell: (row) => fields.role.choices.find(({ key }) => key === row.role)?.words.nl ?? none() },
    regime: { cell: (row) => fields.regime.choices.find(({ key }) => key === row.regime)?.words.nl ?? none() },
    controller_body: { cell: (row) => row.controller_body ?? none() },
    is_published: { cell: (row) => row.is_published ? 'ja' : 'nee' },
  }
  return [
    { key: 'name', header: say(fields.name.words), names: true, sortHref: sortHref('name'), cell: (row) => <Link href={`${base}/${row.id}`}>{row.name}</Link> },
    ...query.columns.map((name) => ({ key: name, header: columnWords[name], ...cells[name] })),
  ]
}

/** How many findings, gravest first; the words stand with the figure so that colour isn't needed. */
export function FindingCounts({ blocking, serious, attention }: { blocking: number; serious: number; attention: number }) {
  if (blocking + serious + attention === 0) return <Badge tone="positive">geen</Badge>
  return (
    <span class="wb-inline">
      {blocking > 0 && <Badge tone="negative">{blocking} ontbreekt</Badge>}
      {serious > 0 && <Badge tone="warning">{serious} ernstig</Badge>}
      {attention > 0 && <span class="wb-subtle">{blocking + serious > 0 ? '+' : ''}{attention}<span class={blocking + serious > 0 ? 'wb-hidden' : undefined}> aandacht</span></span>}
    </span>
  )
}

function ReviewDue({ day, today }: { day: string | null; today: string }) {
  if (day === null) return none()
  return day < today ? <StatusBadge tone="warning">{sayShortDay(day)} (te laat)</StatusBadge> : <>{sayShortDay(day)}</>
}

function FilterFields({ query, lookups, actor }: { query: ListQuery; lookups: Lookups; actor: Actor }) {
  const terms = (catalogue: string) => [...lookups.terms.get(catalogue)?.values() ?? []].map(({ key, label }) => ({ value: key, label }))
  const references = (target: 'department' | 'person' | 'participant') => [...lookups.references[target]].map(([id, { label }]) => ({ value: id, label }))
  return (
    <>
      <CheckboxGroup name="status" label="Status" values={query.status} choices={Object.entries(statuses).map(([value, words]) => ({ value, label: say(words) }))} columns />
      <FieldRow>
        <Select name="afdeling" label={columnWords.department} value={query.department} choices={references('department')} empty="Alle" />
        {/* Names of colleagues are for those whose task asks for them (N-02). */}
        {hasRole(actor, 'dpo', 'privacy_officer', 'ciso', 'iso', 'auditor', 'administrator', 'process_owner') && <Select name="eigenaar" label={columnWords.owner} value={query.owner} choices={references('person')} empty="Alle" />}
        {lookups.references.participant.size > 0 && <Select name="deelnemer" label="Verwerkt voor" value={query.participant} choices={references('participant')} empty="Alle" />}
        <Select name="controle" label="Jaarlijks nakijken" value={query.review} choices={[{ value: 'overdue', label: 'Te laat' }, { value: 'soon', label: 'Binnen twee maanden' }]} empty="Alle" />
      </FieldRow>
      <FieldRow>
        <Select name="ernst" label="Bevindingen" value={query.severity} choices={severities} empty="Alle" />
        <Select name="bevinding" label="Soort bevinding" value={query.rule} choices={Object.entries(ruleBook).map(([value, rule]) => ({ value, label: rule.words.nl }))} empty="Alle" />
      </FieldRow>
      <FieldRow>
        <Select name="rol" label={say(fields.role.words)} value={query.role} choices={fields.role.choices.map(({ key, words }) => ({ value: key, label: say(words) }))} empty="Alle" />
        <Select name="wet" label={say(fields.regime.words)} value={query.regime} choices={fields.regime.choices.map(({ key, words }) => ({ value: key, label: say(words) }))} empty="Alle" />
        <Select name="openbaar" label="Openbaar register" value={query.published} choices={[{ value: 'yes', label: 'Openbaar' }, { value: 'no', label: 'Niet openbaar' }]} empty="Alle" />
      </FieldRow>
      <FieldRow>
        <Select name="grondslag" label="Grondslag" value={query.basis} choices={terms('legal-basis')} empty="Alle" />
        <Select name="gegevens" label="Persoonsgegevens" value={query.data} choices={terms('data-category')} empty="Alle" />
        <Select name="voorstel" label="Voorstel" value={query.proposal} choices={[{ value: 'draft', label: 'In concept' }, { value: 'in_review', label: 'In toetsing' }]} empty="Alle" />
      </FieldRow>
    </>
  )
}

const severities = [{ value: 'any', label: 'Met bevindingen' }, { value: 'none', label: 'Zonder bevindingen' }, { value: 'blocking', label: 'Ontbreekt iets' }, { value: 'serious', label: 'Ernstig' }, { value: 'attention', label: 'Aandacht' }]

function activeFilters(query: ListQuery, lookups: Lookups, address: (change: Record<string, undefined>) => string): ActiveFilter[] {
  const shown: [name: string, label: string, value: string | undefined][] = [
    ['q', 'Woorden', query.words || undefined],
    ['status', 'Status', query.status.map((status) => say(statuses[status])).join(', ') || undefined],
    ['afdeling', 'Afdeling', query.department && (lookups.references.department.get(query.department)?.label ?? 'onbekend')],
    ['eigenaar', 'Proceseigenaar', query.owner && (lookups.references.person.get(query.owner)?.label ?? 'onbekend')],
    ['deelnemer', 'Verwerkt voor', query.participant && (lookups.references.participant.get(query.participant)?.label ?? 'onbekend')],
    ['controle', 'Nakijken', query.review && (query.review === 'overdue' ? 'te laat' : 'binnen twee maanden')],
    ['ernst', 'Bevindingen', severities.find(({ value }) => value === query.severity)?.label],
    ['bevinding', 'Bevinding', query.rule && Object.entries(ruleBook).find(([key]) => key === query.rule)?.[1].words.nl],
    ['rol', 'Rol', fields.role.choices.find(({ key }) => key === query.role)?.words.nl],
    ['wet', 'Wet', fields.regime.choices.find(({ key }) => key === query.regime)?.words.nl],
    ['openbaar', 'Openbaar', query.published && (query.published === 'yes' ? 'ja' : 'nee')],
    ['grondslag', 'Grondslag', query.basis && (lookups.terms.get('legal-basis')?.get(query.basis)?.label ?? query.basis)],
    ['gegevens', 'Gegevens', query.data && (lookups.terms.get('data-category')?.get(query.data)?.label ?? query.data)],
    ['voorstel', 'Voorstel', query.proposal && (query.proposal === 'draft' ? 'in concept' : 'in toetsing')],
    ['import', 'Import', query.imported && 'alleen uit deze import'],
  ]
  return shown.flatMap(([name, label, value]) => value ? [{ label, value, removeHref: address({ [name]: undefined }) }] : [])
}

function ColumnChoice({ base, parameters, chosen }: { base: string; parameters: URLSearchParams; chosen: readonly ColumnName[] }) {
  const kept = [...parameters].filter(([name]) => name !== 'kolom' && name !== 'na' && name !== 'voor')
  return (
    <Details summary="Kolommen kiezen">
      <form method="get" action={base}>
        {kept.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <CheckboxGroup name="kolom" label="Kolommen naast de naam" values={chosen} choices={columnNames.map((value) => ({ value, label: columnWords[value] }))} columns />
        <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><span>Toon deze kolommen</span></button>
      </form>
    </Details>
  )
}

function NothingFound({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState heading="Niets gevonden" icon="search" action={<ButtonLink href={clearHref}>Alle filters wissen</ButtonLink>}>
      <p>Er zijn geen verwerkingen die hieraan voldoen. Zoek met minder woorden of haal een filter weg.</p>
    </EmptyState>
  )
}

function NothingYet({ base, actor }: { base: string; actor: Actor }) {
  const mayCreate = hasRole(actor, 'privacy_officer', 'process_owner')
  if (!mayCreate) {
    const seesAll = hasRole(actor, 'dpo', 'ciso', 'iso', 'auditor', 'administrator')
    return (
      <EmptyState heading={seesAll ? 'Het register is nog leeg' : 'Hier staat nog niets voor u'} icon="list" action={<ButtonLink href={`/openbaar${base}`}>Openbaar register bekijken</ButtonLink>}>
        <p>{seesAll
          ? 'Een privacy officer of proceseigenaar vult het register. Zodra er een verwerking staat, ziet u haar hier.'
          : 'U ziet hier de actieve verwerkingen van uw eigen afdeling. Wat uw hele organisatie met persoonsgegevens doet, leest u in het openbare register.'}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      heading="Hier komt uw register van verwerkingen" icon="list"
      action={<>{mayDo(actor, 'import', null) && <ButtonLink look="primary" href={`${base}/import`}>Register importeren</ButtonLink>}<ButtonLink href={`${base}/nieuw`}>Nieuwe verwerking</ButtonLink></>}
    >
      <p>Het register beschrijft wat uw organisatie met persoonsgegevens doet: waarvoor, op welke grond, van wie en hoe lang (art. 30 AVG). Hebt u al een register in Excel? Importeer het dan; Waarborg laat zien wat eraan ontbreekt.</p>
    </EmptyState>
  )
}

function withCursor(address: string, name: string, cursor: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${cursor}`
}

function none(): Child {
  return <span class="wb-subtle">–</span>
}
