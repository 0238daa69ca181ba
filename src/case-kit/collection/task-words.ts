// Task words: how parties, states and the check of a collection task are said.
import { say, t, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import type { Others, Party, TaskAct, TaskState } from './task-rules.ts'

export const partyWords: Readonly<Record<Party, Words>> = {
  department: { nl: 'Afdeling', en: 'Department' }, system: { nl: 'Systeem', en: 'System' }, processor: { nl: 'Verwerker', en: 'Processor' }, participant: { nl: 'Deelnemer', en: 'Participant' },
}

const states: Readonly<Record<TaskState, { readonly words: Words; readonly tone: BadgeTone }>> = {
  asked: { words: { nl: 'Gevraagd', en: 'Asked' }, tone: 'info' }, accepted: { words: { nl: 'Opgepakt', en: 'Taken up' }, tone: 'info' }, delivered: { words: { nl: 'Aangeleverd', en: 'Delivered' }, tone: 'warning' },
  nothing_found: { words: { nl: 'Niets gevonden', en: 'Nothing found' }, tone: 'neutral' }, refused: { words: { nl: 'Niet aangeleverd', en: 'Not delivered' }, tone: 'negative' }, withdrawn: { words: { nl: 'Niet meer nodig', en: 'No longer needed' }, tone: 'neutral' },
}

/** What was checked says so: only that may leave. */
export function stateOfTask({ state, checkedAt }: { readonly state: TaskState; readonly checkedAt: Date | null }): { words: string; tone: BadgeTone } {
  return checkedAt === null ? { words: say(states[state].words), tone: states[state].tone } : { words: state === 'delivered' ? t('Nagekeken', 'Checked') : t('Niets gevonden, nagekeken', 'Nothing found, checked'), tone: 'positive' }
}

export const othersWords: Readonly<Record<Others, Words>> = {
  none: { nl: 'Er staan geen gegevens van anderen in', en: 'It holds no data of others' },
  anonymised: { nl: 'Gegevens van anderen zijn onleesbaar gemaakt', en: 'Data of others were made unreadable' },
  withheld: { nl: 'Delen met gegevens van anderen blijven hier', en: 'Parts with data of others stay here' },
}

/** How history names what happened to a task (a past participle), by the verb as it is kept. */
export const doneWords: Readonly<Record<`collect_${TaskAct | 'ask'}`, Words>> = {
  collect_ask: { nl: 'gegevens gevraagd', en: 'data asked for' }, collect_accept: { nl: 'gegevensvraag opgepakt', en: 'request for data taken up' }, collect_deliver: { nl: 'gegevens aangeleverd', en: 'data delivered' },
  collect_find_nothing: { nl: 'geen gegevens gevonden', en: 'no data found' }, collect_refuse: { nl: 'aanleveren geweigerd', en: 'delivery refused' }, collect_check: { nl: 'gegevens nagekeken', en: 'data checked' },
  collect_withdraw: { nl: 'gegevensvraag ingetrokken', en: 'request for data withdrawn' }, collect_ask_again: { nl: 'opnieuw om gegevens gevraagd', en: 'data asked for again' },
}
