// Term words: how the parts of a term, its history and where it comes from are said.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { shippedCatalogue } from '../../catalogues/load.ts'
import { isMark, markWords } from '../../catalogues/own-terms.ts'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { termEntryId, type TermHappening, type TermVerb } from '../../catalogues/term-history.ts'
import { Badge, type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { sayDuration } from '../../page-kit/duration.ts'
import { History } from '../../page-kit/history.tsx'

export const certaintyWords = {
  seen: 'Overgenomen uit de bron',
  derived: 'Afgeleid van de bron',
  memory: 'Uit eigen kennis; nog nakijken',
} as const

const grave = new Set(['special', 'criminal', 'bsn', 'certainty-memory', 'not-for-public-task', 'derogation'])

export function Marks({ marks }: { marks: readonly string[] }) {
  if (marks.length === 0) return <></>
  return <span class="wb-inline">{marks.map((mark) => <Badge tone={toneOf(mark)}>{isMark(mark) ? markWords[mark].words.nl : mark}</Badge>)}</span>
}

function toneOf(mark: string): BadgeTone {
  return grave.has(mark) ? 'warning' : 'neutral'
}

export function InUse({ term }: { term: TenantTerm }) {
  return <StatusBadge tone={term.isActive ? 'positive' : 'neutral'}>{term.isActive ? 'In gebruik' : 'Buiten gebruik'}</StatusBadge>
}

/** Where a term comes from: `Eigen waarde`, or with which release. */
export function sayOrigin(term: TenantTerm): string {
  return term.origin === ownOrigin ? 'Eigen waarde' : `Met Waarborg meegekomen, uitgave ${term.version}`
}

const fieldWords: Readonly<Record<string, string>> = {
  labelNl: 'Naam', labelEn: 'Engelse naam', note: 'Uitleg', parent: 'Hoort onder', marks: 'Kenmerken', citation: 'Artikel', law: 'Wet', term: 'Bewaartermijn', disposal: 'Daarna',
  validFrom: 'Geldig vanaf', validUntil: 'Geldig tot en met', synonyms: 'Andere namen',
}

export function sayField(field: string): string {
  return fieldWords[field] ?? field
}

/** The value of one part of a term, for people. */
export function sayPart(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((one) => field === 'marks' && isMark(String(one)) ? markWords[String(one) as keyof typeof markWords].words.nl : String(one)).join(', ')
  const text = String(value)
  if (field === 'term') return sayDuration(text)
  if (field === 'disposal') return text === 'destroy' ? 'vernietigen' : 'blijvend bewaren'
  if (field === 'validFrom' || field === 'validUntil') return sayDay(text)
  return text
}

const verbWords: Readonly<Record<TermVerb, string>> = {
  add: 'Toegevoegd', change: 'Gewijzigd', retire: 'Buiten gebruik gezet', restore: 'Weer in gebruik genomen',
  'accept-added': 'Nieuw uit een uitgave overgenomen', 'accept-changed': 'Wijziging uit een uitgave overgenomen', 'accept-withdrawn': 'Vervallen in een uitgave, en buiten gebruik gezet',
}

/** What happened to terms, newest first; each with the term's name where the list holds several. */
export function TermHistory({ events, terms, catalogue, withName }: { events: readonly TermHappening[]; terms: readonly TenantTerm[]; catalogue: string; withName?: boolean }): Child {
  if (events.length === 0) return <EmptyState heading="Nog niets gewijzigd" icon="history"><p>Elke wijziging komt hier te staan, met wie haar deed en wanneer.</p></EmptyState>
  const byId = new Map(withName ? terms.map((term) => [termEntryId(catalogue, term.key), term.label.nl]) : [])
  return (
    <History
      label="Geschiedenis"
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg',
        what: [byId.get(event.entryId), verbWords[event.verb as TermVerb] ?? event.verb].filter(Boolean).join(': '),
        changes: event.changes.map(({ field, before, after }) => ({ field: sayField(field), before: sayPart(field, before), after: sayPart(field, after) })),
      }))}
    />
  )
}

/** The terms of a catalogue speak of their wider term by key; people read its name. */
export function sayParent(term: TenantTerm, terms: readonly TenantTerm[]): string | undefined {
  return term.parent === null ? undefined : terms.find(({ key }) => key === term.parent)?.label.nl ?? term.parent
}

export function titleOf(catalogue: string): string {
  return shippedCatalogue(catalogue).title.nl
}
