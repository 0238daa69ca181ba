// History page: who did what to an entry and when, with each field before and after.
import { sayMoment } from '../../ground/clock.ts'
import { say } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { History } from '../../page-kit/history.tsx'
import type { Lookups } from '../../register-kit/entry.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import { outcomes } from '../../register-kit/remarks.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { type FieldKey, fields } from './declaration.ts'
import { type Verb, verbs } from './lifecycle.ts'

export function HistoryList({ events, lookups, field }: { events: readonly HistoryEvent[]; lookups: Lookups; field?: FieldKey }) {
  if (events.length === 0) return <EmptyState heading={field ? 'Dit veld is nooit gewijzigd' : 'Nog geen geschiedenis'} icon="history"><p>Elke wijziging komt hier te staan, met wie haar deed en wanneer.</p></EmptyState>
  return (
    <History
      label="Geschiedenis"
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? (event.task === 'demo' ? 'Waarborg (demo)' : 'Waarborg'),
        what: capital(say(verbs[event.verb as Verb]?.done ?? { nl: event.verb, en: event.verb })),
        note: sayNote(event.note),
        changes: event.changes.flatMap((change) => {
          const declared = Object.hasOwn(fields, change.field) ? fields[change.field as FieldKey] : undefined
          return declared ? [{ field: say(declared.words), before: sayValue(declared, change.before, lookups).join('; '), after: sayValue(declared, change.after, lookups).join('; ') }] : []
        }),
      }))}
    />
  )
}

function sayNote(note: string | null): string | undefined {
  if (note === null) return undefined
  return Object.hasOwn(outcomes, note) ? say(outcomes[note as keyof typeof outcomes]) : note === 'voorstel' ? 'In het voorstel' : note
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
