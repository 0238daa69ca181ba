// History page: who did what to an entry and when, with each field before and after.
import { sayMoment } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { History } from '../../page-kit/history.tsx'
import { collaborationFields, collaborationVerbs } from '../collaboration/history-words.ts'
import type { Lookups } from '../entry.ts'
import type { HistoryEvent } from '../history.ts'
import type { Register } from '../register.ts'
import { capital } from '../register-words.ts'
import { outcomes } from '../remarks.ts'
import { sayValue } from '../say-value.ts'

export function HistoryList({ register, events, lookups, field }: { register: Register; events: readonly HistoryEvent[]; lookups: Lookups; field: string | undefined }) {
  if (events.length === 0) {
    return <EmptyState heading={field ? t('Dit veld is nooit gewijzigd', 'This field was never changed') : t('Nog geen geschiedenis', 'No history yet')} icon="history"><p>{t('Elke wijziging komt hier te staan, met wie haar deed en wanneer.', 'Every change comes to stand here, with who made it and when.')}</p></EmptyState>
  }
  return (
    <History
      label={t('Geschiedenis', 'History')}
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: sayWho(event), what: capital(sayVerb(register, event.verb)), note: sayNote(event.note),
        changes: event.changes.flatMap((change) => {
          const declared = Object.hasOwn(register.fields, change.field) ? register.fields[change.field]! : undefined
          if (!declared && Object.hasOwn(collaborationFields, change.field)) return [{ field: say(collaborationFields[change.field]!), before: String(change.before ?? ''), after: String(change.after ?? '') }]
          return declared ? [{ field: say(declared.words), before: sayValue(declared, change.before, lookups).join('; '), after: sayValue(declared, change.after, lookups).join('; ') }] : []
        }),
      }))}
    />
  )
}

function sayWho({ personName, task }: HistoryEvent): string {
  if (personName !== null) return personName
  return task === 'demo' ? 'Waarborg (demo)' : task?.startsWith('token') ? t('Een programma', 'A program') : 'Waarborg'
}

function sayVerb({ lifecycle, alsoDone = {} }: Register, verb: string): string {
  const words = Object.hasOwn(lifecycle.verbs, verb) ? lifecycle.verbs[verb]!.done : Object.hasOwn(collaborationVerbs, verb) ? collaborationVerbs[verb] : Object.hasOwn(alsoDone, verb) ? alsoDone[verb] : undefined
  return words ? say(words) : verb
}

/** Notes that the lifecycle itself writes are codes; others are people's own words. */
function sayNote(note: string | null): string | undefined {
  if (note === null) return undefined
  return Object.hasOwn(outcomes, note) ? say(outcomes[note as keyof typeof outcomes]) : note === 'voorstel' ? t('In het voorstel', 'In the proposal') : note
}
