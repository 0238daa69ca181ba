// Catalogue page: the terms of one catalogue, to search and filter, with what each says and how often it is used.
import type { Catalogue } from '../../catalogues/catalogue.ts'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { fold } from '../../ground/letters.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { whyClosed, isMark, markWords } from '../../catalogues/own-terms.ts'
import type { TermHappening } from '../../catalogues/term-history.ts'
import { Alert, Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { FieldRow, Section } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { type ActiveFilter, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { certaintyWords, InUse, Marks, sayParent, sayPart, TermHistory } from './term-words.tsx'
import { fieldsWith, listWith } from './uses.ts'

const termsOnPage = 100
type Option = { readonly value: string; readonly words: Words }
const states: readonly Option[] = [{ value: 'in-gebruik', words: { nl: 'In gebruik', en: 'In use' } }, { value: 'buiten-gebruik', words: { nl: 'Buiten gebruik', en: 'Out of use' } }]
const origins: readonly Option[] = [{ value: 'eigen', words: { nl: 'Eigen waarden', en: 'Own terms' } }, { value: 'meegekomen', words: { nl: 'Met Waarborg meegekomen', en: 'Came with Waarborg' } }]

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
      {catalogue.certainty === 'memory' && <Alert tone="warning" heading={t('Deze lijst is uit eigen kennis opgeschreven', 'This list was written down from own knowledge')}><p>{t('Kijk een waarde na bij de bron voordat u erop steunt. Waarden die nog nagekeken moeten worden, zijn gemerkt.', 'Check a term at its source before you rely on it. Terms that must still be checked are marked.')}</p></Alert>}
      <FilterBar action={here} active={active} clearHref={here} search={{ name: 'q', value: query.words, label: t('Zoek in deze lijst', 'Search this list') }}>
        <FieldRow>
          <Select name="stand" label={t('Stand', 'State')} value={query.state} choices={states.map(toChoice)} empty={t('Alle', 'All')} />
          <Select name="herkomst" label={t('Herkomst', 'Origin')} value={query.origin} choices={origins.map(toChoice)} empty={t('Alle', 'All')} />
          {marksHere.length > 0 && <Select name="kenmerk" label={t('Kenmerk', 'Mark')} value={query.mark} choices={marksHere.map((mark) => ({ value: mark, label: say(markWords[mark].words) }))} empty={t('Alle', 'All')} />}
        </FieldRow>
      </FilterBar>
      <Table<TenantTerm>
        caption={say(catalogue.title)} captionHidden rows={shown}
        empty={active.length > 0
          ? <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" action={<ButtonLink href={here}>{t('Alle filters wissen', 'Clear all filters')}</ButtonLink>}><p>{t('Geen waarde in deze lijst voldoet hieraan. Zoek met minder woorden of haal een filter weg.', 'No term in this list meets this. Search with fewer words or take a filter away.')}</p></EmptyState>
          : (
            <EmptyState heading={t('Deze lijst is nog leeg', 'This list is still empty')} icon="list" action={mayManage && <ButtonLink href={`${base}/verschil`}>{t('Verschillen met de uitgave bekijken', 'View the differences with the release')}</ButtonLink>}>
              <p>{reason
                ? t('Neem de waarden over die met Waarborg meekomen.', 'Take over the terms that come with Waarborg.')
                : t('Neem de waarden over die met Waarborg meekomen, of voeg een eigen waarde toe.', 'Take over the terms that come with Waarborg, or add a term of your own.')}</p>
            </EmptyState>
          )}
        columns={[
          { key: 'label', header: t('Waarde', 'Term'), names: true, cell: (term) => <><Link href={`${here}/${encodeURIComponent(term.key)}`}>{say(term.label)}</Link>{term.origin === ownOrigin && <> <Badge tone="info">{t('eigen', 'own')}</Badge></>}</> },
          ...(has(({ note, synonyms }) => note ?? synonyms.length > 0) ? [{ key: 'note', header: t('Uitleg', 'Explanation'), cell: (term: TenantTerm) => <NoteOf term={term} terms={terms} /> }] : []),
          ...(has(({ marks }) => marks.length > 0) ? [{ key: 'marks', header: t('Kenmerken', 'Marks'), cell: (term: TenantTerm) => <Marks marks={term.marks} /> }] : []),
          ...(has(({ citation, law }) => citation ?? law) ? [{ key: 'citation', header: t('Artikel', 'Article'), cell: (term: TenantTerm) => term.citation === null ? <span lang="nl">{term.law}</span> : sayCitation(term.citation) }] : []),
          ...(has(({ term, disposal }) => term ?? disposal) ? [{ key: 'term', header: t('Bewaartermijn', 'Retention period'), cell: (term: TenantTerm) => [sayPart('term', term.term), sayPart('disposal', term.disposal)].filter(Boolean).join(', ') }] : []),
          ...(isUsed ? [{ key: 'uses', header: t('Verwerkingen', 'Activities'), numeric: true, cell: (term: TenantTerm) => <UsesOf slug={slug} term={term} count={uses.get(term.key) ?? 0} /> }] : []),
          { key: 'state', header: t('Stand', 'State'), cell: (term) => term.isActive ? <span class="wb-subtle">{t('In gebruik', 'In use')}</span> : <InUse term={term} />, oneLine: true },
        ]}
      />
      {found.length > 0 && (
        <Pagination
          words={`${found.length === terms.length ? '' : `${found.length} ${t('van', 'of')} `}${terms.length} ${terms.length === 1 ? t('waarde', 'term') : t('waarden', 'terms')}`}
          previous={query.page > 1 ? address({ pagina: String(query.page - 1) }) : undefined} next={query.page * termsOnPage < found.length ? address({ pagina: String(query.page + 1) }) : undefined}
        />
      )}
      <Section heading={t('Over deze lijst', 'About this list')} id="over">
        <DescriptionList terms={[
          { term: t('Uitgave', 'Release'), description: catalogue.version },
          { term: t('Bron', 'Source'), description: <span lang="nl">{catalogue.source}</span> },
          { term: t('Licentie', 'Licence'), description: <span lang="nl">{catalogue.licence}</span> },
          { term: t('Zekerheid', 'Certainty'), description: say(certaintyWords[catalogue.certainty]) },
          { term: t('Te kiezen bij', 'To be chosen at'), description: isUsed ? fieldsWith(catalogue.catalogue).join(', ') : t('Nog nergens; deze lijst staat klaar voor later.', 'Nowhere yet; this list stands ready for later.') },
          ...(reason ? [{ term: t('Eigen waarden', 'Own terms'), description: reason }] : []),
        ]} />
      </Section>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis">
        <Details summary={events.length === 0 ? t('Nog niets gewijzigd', 'Nothing changed yet') : t('Laatste wijzigingen', 'Latest changes')}><TermHistory events={events} terms={terms} catalogue={catalogue.catalogue} withName /></Details>
      </Section>
    </>
  )
}

export function UsesOf({ slug, term, count }: { slug: string; term: TenantTerm; count: number }) {
  const href = count > 0 ? listWith(slug, term.catalogue, term.key) : undefined
  return href ? <Link href={href}>{String(count)}<span class="wb-hidden"> {t('verwerkingen met', 'activities with')} {say(term.label)}</span></Link> : <>{String(count)}</>
}

function NoteOf({ term, terms }: { term: TenantTerm; terms: readonly TenantTerm[] }) {
  const parent = sayParent(term, terms)
  const also = term.synonyms.slice(0, 4)
  return (
    <>
      <span lang="nl">{term.note}</span>
      {(parent ?? also[0]) && <p class="wb-subtle wb-small">{parent && `${t('onder', 'under')} ${parent}`}{parent && also.length > 0 && ' · '}{also.length > 0 && <>{t('ook', 'also')}: <span lang="nl">{also.join(', ')}{term.synonyms.length > also.length && ' …'}</span></>}</p>}
    </>
  )
}

function activeFilters(query: TermQuery, address: (change: Record<string, string>) => string): ActiveFilter[] {
  const shown: [name: string, label: string, value: string | undefined][] = [
    ['q', t('Woorden', 'Words'), query.words], ['stand', t('Stand', 'State'), chosen(states, query.state)], ['herkomst', t('Herkomst', 'Origin'), chosen(origins, query.origin)],
    ['kenmerk', t('Kenmerk', 'Mark'), isMark(query.mark) ? say(markWords[query.mark].words) : undefined],
  ]
  return shown.flatMap(([name, label, value]) => value ? [{ label, value, removeHref: address({ [name]: '' }) }] : [])
}

function toChoice({ value, words }: Option) {
  return { value, label: say(words) }
}

function chosen(options: readonly Option[], wanted: string): string | undefined {
  const words = options.find(({ value }) => value === wanted)?.words
  return words && say(words)
}

function addressOf(here: string, query: TermQuery, change: Record<string, string>): string {
  const all: Record<string, string> = { q: query.words, stand: query.state, herkomst: query.origin, kenmerk: query.mark, pagina: '', ...change }
  const text = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString()
  return text === '' ? here : `${here}?${text}`
}
