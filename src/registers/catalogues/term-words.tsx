// Term words: how the parts of a term, its history and where it comes from are said.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { isMark, markWords } from '../../catalogues/own-terms.ts'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { termEntryId, type TermHappening, type TermVerb } from '../../catalogues/term-history.ts'
import { Badge, type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { sayDuration } from '../../page-kit/duration.ts'
import { History } from '../../page-kit/history.tsx'

export const certaintyWords = {
  seen: { nl: 'Overgenomen uit de bron', en: 'Taken from the source' },
  derived: { nl: 'Afgeleid van de bron', en: 'Derived from the source' },
  memory: { nl: 'Uit eigen kennis; nog nakijken', en: 'From own knowledge; to be checked' },
} as const satisfies Record<string, Words>

const grave = new Set(['special', 'criminal', 'bsn', 'certainty-memory', 'not-for-public-task', 'derogation'])

export function Marks({ marks }: { marks: readonly string[] }) {
  if (marks.length === 0) return <></>
  return <span class="wb-inline">{marks.map((mark) => <Badge tone={toneOf(mark)}>{isMark(mark) ? say(markWords[mark].words) : mark}</Badge>)}</span>
}

function toneOf(mark: string): BadgeTone {
  return grave.has(mark) ? 'warning' : 'neutral'
}

export function InUse({ term }: { term: TenantTerm }) {
  return <StatusBadge tone={term.isActive ? 'positive' : 'neutral'}>{term.isActive ? t('In gebruik', 'In use') : t('Buiten gebruik', 'Out of use')}</StatusBadge>
}

/** Where a term comes from: `Eigen waarde`, or with which release. */
export function sayOrigin(term: TenantTerm): string {
  return term.origin === ownOrigin ? t('Eigen waarde', 'Own term') : t(`Met Waarborg meegekomen, uitgave ${term.version}`, `Came with Waarborg, release ${term.version}`)
}

const fieldWords: Readonly<Record<string, Words>> = {
  labelNl: { nl: 'Naam', en: 'Dutch name' }, labelEn: { nl: 'Engelse naam', en: 'English name' }, note: { nl: 'Uitleg', en: 'Explanation' }, parent: { nl: 'Hoort onder', en: 'Belongs under' },
  marks: { nl: 'Kenmerken', en: 'Marks' }, citation: { nl: 'Artikel', en: 'Article' }, law: { nl: 'Wet', en: 'Act' }, term: { nl: 'Bewaartermijn', en: 'Retention period' },
  disposal: { nl: 'Daarna', en: 'After that' }, validFrom: { nl: 'Geldig vanaf', en: 'Valid from' }, validUntil: { nl: 'Geldig tot en met', en: 'Valid up to and including' },
  synonyms: { nl: 'Andere namen', en: 'Other names' },
}

export function sayField(field: string): string {
  const words = fieldWords[field]
  return words ? say(words) : field
}

/** The value of one part of a term, for people. */
export function sayPart(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((one) => field === 'marks' && isMark(String(one)) ? say(markWords[String(one) as keyof typeof markWords].words) : String(one)).join(', ')
  const text = String(value)
  if (field === 'term') return sayDuration(text)
  if (field === 'disposal') return text === 'destroy' ? t('vernietigen', 'destroy') : t('blijvend bewaren', 'keep permanently')
  if (field === 'validFrom' || field === 'validUntil') return sayDay(text)
  return text
}

const verbWords: Readonly<Record<TermVerb, Words>> = {
  add: { nl: 'Toegevoegd', en: 'Added' }, change: { nl: 'Gewijzigd', en: 'Changed' }, retire: { nl: 'Buiten gebruik gezet', en: 'Put out of use' }, restore: { nl: 'Weer in gebruik genomen', en: 'Taken back into use' },
  'accept-added': { nl: 'Nieuw uit een uitgave overgenomen', en: 'New, taken over from a release' }, 'accept-changed': { nl: 'Wijziging uit een uitgave overgenomen', en: 'Change taken over from a release' },
  'accept-withdrawn': { nl: 'Vervallen in een uitgave, en buiten gebruik gezet', en: 'Withdrawn in a release, and put out of use' },
}

/** What happened to terms, newest first; each with the term's name where the list holds several. */
export function TermHistory({ events, terms, catalogue, withName }: { events: readonly TermHappening[]; terms: readonly TenantTerm[]; catalogue: string; withName?: boolean }): Child {
  if (events.length === 0) return <EmptyState heading={t('Nog niets gewijzigd', 'Nothing changed yet')} icon="history"><p>{t('Elke wijziging komt hier te staan, met wie haar deed en wanneer.', 'Every change will stand here, with who made it and when.')}</p></EmptyState>
  const byId = new Map(withName ? terms.map((term) => [termEntryId(catalogue, term.key), say(term.label)]) : [])
  return (
    <History
      label={t('Geschiedenis', 'History')}
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg',
        what: [byId.get(event.entryId), sayVerb(event.verb)].filter(Boolean).join(': '),
        changes: event.changes.map(({ field, before, after }) => ({ field: sayField(field), before: sayPart(field, before), after: sayPart(field, after) })),
      }))}
    />
  )
}

function sayVerb(verb: string): string {
  return Object.hasOwn(verbWords, verb) ? say(verbWords[verb as TermVerb]) : verb
}

/** The terms of a catalogue speak of their wider term by key; people read its name. */
export function sayParent(term: TenantTerm, terms: readonly TenantTerm[]): string | undefined {
  const parent = terms.find(({ key }) => key === term.parent)
  return term.parent === null ? undefined : parent ? say(parent.label) : term.parent
}
