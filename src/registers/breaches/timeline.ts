// Timeline: what happened to one breach, in the order of time: its own moments, what people did, and when each term ends. Pure.
import type { Words } from '../../ground/words.ts'
import type { KeptDeadline } from '../../register-kit/deadlines/kept-deadline.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import type { Register } from '../../register-kit/register.ts'
import type { BreachInput } from './step-kit.ts'

export type TimelineMoment = { readonly at: Date; readonly words: Words; readonly who: string | null; readonly note: string | null; readonly kind: 'fact' | 'act' | 'term' }

/** Moments that the breach itself tells of; what a step set is told by the step. */
const told = ['occurred_from', 'occurred_until', 'discovered_at', 'aware_at', 'received_at', 'contained_at', 'notified_at', 'informed_at', 'controller_told_at', 'police_notified_at', 'cyber_warned_at', 'cyber_reported_at', 'cyber_closed_at'] as const

/** The oldest first. Edits of fields, comments and files are left to history. */
export function timelineOf(register: Pick<Register, 'fields' | 'lifecycle' | 'deadlines' | 'alsoDone'>, input: BreachInput, events: readonly HistoryEvent[], deadlines: readonly KeptDeadline[]): TimelineMoment[] {
  const facts = told.flatMap((key): TimelineMoment[] => {
    const at = input[key]
    return at === null ? [] : [{ at: new Date(at), words: register.fields[key]!.words, who: null, note: null, kind: 'fact' }]
  })
  const followUps = input.notifications.flatMap(({ kind, at, note }): TimelineMoment[] => at === null || kind === 'first' ? [] : [{
    at: new Date(at), words: kind === 'withdrawal' ? { nl: 'Melding aan de AP ingetrokken', en: 'Notification withdrawn' } : { nl: 'Vervolgmelding aan de AP', en: 'Follow-up to the authority' }, who: null, note, kind: 'fact',
  }])
  const acts = events.flatMap(({ verb, at, personName, note }): TimelineMoment[] => {
    const words = verb === 'change' ? undefined : register.lifecycle.verbs[verb]?.done ?? register.alsoDone?.[verb]
    return words ? [{ at, words, who: personName, note, kind: 'act' }] : []
  })
  const terms = deadlines.flatMap(({ kind, dueAt }): TimelineMoment[] => {
    const words = register.deadlines?.[kind]?.words
    return words ? [{ at: dueAt, words: { nl: `Einde termijn: ${words.nl}`, en: `End of term: ${words.en}` }, who: null, note: null, kind: 'term' }] : []
  })
  return [...facts, ...followUps, ...acts, ...terms].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
