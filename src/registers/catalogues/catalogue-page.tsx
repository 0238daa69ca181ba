// Catalogue page: the terms of one catalogue, to search and filter, with what each says and how often it is used.
import type { Catalogue } from '../../catalogues/catalogue.ts'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { fold } from '../../ground/letters.ts'
import { whyClosed, isMark, markWords } from '../../catalogues/own-terms.ts'
import type { TermHappening } from '../../catalogues/term-history.ts'
import { Alert, Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { FieldRow, Section } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { type ActiveFilter, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { certaintyWords, InUse, Marks, sayParent, sayPart, TermHistory } from './term-words.tsx'
import { fieldsWith, listWith } from './uses.ts'

const termsOnPage = 100
const states = [{ value: 'in-gebruik', label: 'In gebruik' }, { value: 'buiten-gebruik', label: 'Buiten gebruik' }] as const
const origins = [{ value: 'eigen', label: 'Eigen waarden' }, { value: 'meegekomen', label: 'Met Waarborg meegekomen' }] as const

export type TermQuery = { readonly words: string; readonly state: string; readonly origin: string; readonly mark: string; readonly page: number }

export function readTermQuery(parameters: URLSearchParams): TermQuery {
  const one = (name: string, allowed: readonly { value: string }[]) => allowed.find(({ value }) => value === parameters.get(name))?.value ?? ''
  const mark = parameters.get('kenmerk') ?? ''
  return {
    words: (parameters.get('q') ?? '').trim().slice(0, 200), state: one('stand', states), origin: one('herkomst', origins), mark: isMark(mark) ? mark : '',
    page: Math.min(1000, Math.max(1, Math.trunc(Number(parameters.get('pagina'))) || 1)),
  }
}

/** The terms that meet the query, in their order. Words are looked for in names, other names, explanation and article. */
export function findTerms(terms: readonly TenantTerm[], query: TermQuery): TenantTerm[] {
  const words = fold(query.words).split(' ').filter(Boolean)
  return terms.filter((term) => {
    if (query.state !== '' && term.isActive !== (query.state === 'in-gebruik')) return false
    if (query.origin !== '' && (term.origin === ownOrigin) !== (query.origin === 'eigen')) return false
    if (query.mark !== '' && !term.marks.includes(query.mark)) return false
    const text = words.length === 0 ? '' : fold([term.label.nl, term.label.en, term.key, term.note, term.citation, term.law, ...term.synonyms].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  })
}

export function CataloguePage({ slug, base, catalogue, terms, uses, query, events, mayManage }: {
  slug: string; base: string; catalogue: Catalogue; terms: readonly TenantTerm[]; uses: ReadonlyMap<string, number>; query: TermQuery; events: readonly TermHappening[]; mayManage: boolean
}) {
  const here = `${base}/${catalogue.catalogue}`
  const found = findTerms(terms, query)
  const shown = found.slice((query.page - 1) * termsOnPage, query.page * termsOnPage)
  const address = (change: Record<string, string>) => addressOf(here, query, change)
  const active = activeFilters(query, address)
  const isUsed = fieldsWith(catalogue.catalogue).length > 0
  const marksHere = [...new Set(terms.flatMap(({ marks }) => marks))].filter(isMark)
  const has = (part: (term: TenantTerm) => unknown) => shown.some((term) => Boolean(part(term)))
  const reason = whyClosed(catalogue.catalogue)
  return (
    <>
      {catalogue.certainty === 'memory' && <Alert tone="warning" heading="Deze lijst is uit eigen kennis opgeschreven"><p>Kijk een waarde na bij de bron voordat u erop steunt. Waarden die nog nagekeken moeten worden, zijn gemerkt.</p></Alert>}
      <FilterBar action={here} active={active} clearHref={here} search={{ name: 'q', value: query.words, label: 'Zoek in deze lijst' }}>
        <FieldRow>
          <Select name="stand" label="Stand" value={query.state} choices={states} empty="Alle" />
          <Select name="herkomst" label="Herkomst" value={query.origin} choices={origins} empty="Alle" />
          {marksHere.length > 0 && <Select name="kenmerk" label="Kenmerk" value={query.mark} choices={marksHere.map((mark) => ({ value: mark, label: markWords[mark].words.nl }))} empty="Alle" />}
        </FieldRow>
      </FilterBar>
      <Table<TenantTerm>
        caption={catalogue.title.nl} captionHidden rows={shown}
        empty={active.length > 0
          ? <EmptyState heading="Niets gevonden" icon="search" action={<ButtonLink href={here}>Alle filters wissen</ButtonLink>}><p>Geen waarde in deze lijst voldoet hieraan. Zoek met minder woorden of haal een filter weg.</p></EmptyState>
          : <EmptyState heading="Deze lijst is nog leeg" icon="list" action={mayManage && <ButtonLink href={`${base}/verschil`}>Verschillen met de uitgave bekijken</ButtonLink>}><p>Neem de waarden over die met Waarborg meekomen{reason ? '' : ', of voeg een eigen waarde toe'}.</p></EmptyState>}
        columns={[
          { key: 'label', header: 'Waarde', names: true, cell: (term) => <><Link href={`${here}/${encodeURIComponent(term.key)}`}>{term.label.nl}</Link>{term.origin === ownOrigin && <> <Badge tone="info">eigen</Badge></>}</> },
          ...(has(({ note, synonyms }) => note ?? synonyms.length > 0) ? [{ key: 'note', header: 'Uitleg', cell: (term: TenantTerm) => <NoteOf term={term} terms={terms} /> }] : []),
          ...(has(({ marks }) => marks.length > 0) ? [{ key: 'marks', header: 'Kenmerken', cell: (term: TenantTerm) => <Marks marks={term.marks} /> }] : []),
          ...(has(({ citation, law }) => citation ?? law) ? [{ key: 'citation', header: 'Artikel', cell: (term: TenantTerm) => term.citation ?? term.law ?? '' }] : []),
          ...(has(({ term, disposal }) => term ?? disposal) ? [{ key: 'term', header: 'Bewaartermijn', cell: (term: TenantTerm) => [sayPart('term', term.term), sayPart('disposal', term.disposal)].filter(Boolean).join(', ') }] : []),
          ...(isUsed ? [{ key: 'uses', header: 'Verwerkingen', numeric: true, cell: (term: TenantTerm) => <UsesOf slug={slug} term={term} count={uses.get(term.key) ?? 0} /> }] : []),
          { key: 'state', header: 'Stand', cell: (term) => term.isActive ? <span class="wb-subtle">In gebruik</span> : <InUse term={term} />, oneLine: true },
        ]}
      />
      {found.length > 0 && (
        <Pagination
          words={`${found.length === terms.length ? '' : `${found.length} van `}${terms.length} ${terms.length === 1 ? 'waarde' : 'waarden'}`}
          previous={query.page > 1 ? address({ pagina: String(query.page - 1) }) : undefined} next={query.page * termsOnPage < found.length ? address({ pagina: String(query.page + 1) }) : undefined}
        />
      )}
      <Section heading="Over deze lijst" id="over">
        <DescriptionList terms={[
          { term: 'Uitgave', description: catalogue.version },
          { term: 'Bron', description: catalogue.source },
          { term: 'Licentie', description: catalogue.licence },
          { term: 'Zekerheid', description: certaintyWords[catalogue.certainty] },
          { term: 'Te kiezen bij', description: isUsed ? fieldsWith(catalogue.catalogue).join(', ') : 'Nog nergens; deze lijst staat klaar voor later.' },
          ...(reason ? [{ term: 'Eigen waarden', description: reason }] : []),
        ]} />
      </Section>
      <Section heading="Geschiedenis" id="geschiedenis">
        <Details summary={events.length === 0 ? 'Nog niets gewijzigd' : 'Laatste wijzigingen'}><TermHistory events={events} terms={terms} catalogue={catalogue.catalogue} withName /></Details>
      </Section>
    </>
  )
}

export function UsesOf({ slug, term, count }: { slug: string; term: TenantTerm; count: number }) {
  const href = count > 0 ? listWith(slug, term.catalogue, term.key) : undefined
  return href ? <Link href={href}>{String(count)}<span class="wb-hidden"> verwerkingen met {term.label.nl}</span></Link> : <>{String(count)}</>
}

function NoteOf({ term, terms }: { term: TenantTerm; terms: readonly TenantTerm[] }) {
  const parent = sayParent(term, terms)
  const also = term.synonyms.slice(0, 4)
  return (
    <>
      {term.note}
      {(parent ?? also[0]) && <p class="wb-subtle wb-small">{[parent && `onder ${parent}`, also.length > 0 && `ook: ${also.join(', ')}${term.synonyms.length > also.length ? ' …' : ''}`].filter(Boolean).join(' · ')}</p>}
    </>
  )
}

function activeFilters(query: TermQuery, address: (change: Record<string, string>) => string): ActiveFilter[] {
  const shown: [name: string, label: string, value: string | undefined][] = [
    ['q', 'Woorden', query.words], ['stand', 'Stand', states.find(({ value }) => value === query.state)?.label], ['herkomst', 'Herkomst', origins.find(({ value }) => value === query.origin)?.label],
    ['kenmerk', 'Kenmerk', isMark(query.mark) ? markWords[query.mark].words.nl : undefined],
  ]
  return shown.flatMap(([name, label, value]) => value ? [{ label, value, removeHref: address({ [name]: '' }) }] : [])
}

function addressOf(here: string, query: TermQuery, change: Record<string, string>): string {
  const all: Record<string, string> = { q: query.words, stand: query.state, herkomst: query.origin, kenmerk: query.mark, pagina: '', ...change }
  const text = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString()
  return text === '' ? here : `${here}?${text}`
}
