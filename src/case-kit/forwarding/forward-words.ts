// Forward words: how the states of a forwarded case and of a tie between two organisations are said, and what history says of them.
import { say, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import type { CrossingState } from './forwards.ts'
import type { TieState } from './ties.ts'

const crossing: Readonly<Record<CrossingState, { readonly words: Words; readonly tone: BadgeTone }>> = {
  sent: { words: { nl: 'Verstuurd', en: 'Sent' }, tone: 'info' }, received: { words: { nl: 'Ontvangen', en: 'Received' }, tone: 'info' }, accepted: { words: { nl: 'In behandeling', en: 'Being handled' }, tone: 'info' },
  answered: { words: { nl: 'Beantwoord', en: 'Answered' }, tone: 'positive' }, refused: { words: { nl: 'Niet aangekomen', en: 'Didn’t arrive' }, tone: 'negative' },
}
const ties: Readonly<Record<TieState, { readonly words: Words; readonly tone: BadgeTone }>> = {
  offered: { words: { nl: 'Aangeboden', en: 'Offered' }, tone: 'warning' }, agreed: { words: { nl: 'Gekoppeld', en: 'Tied' }, tone: 'positive' },
  refused: { words: { nl: 'Afgewezen', en: 'Declined' }, tone: 'negative' }, ended: { words: { nl: 'Beëindigd', en: 'Ended' }, tone: 'neutral' },
}

export function crossingState(state: CrossingState): { words: string; tone: BadgeTone } {
  return { words: say(crossing[state].words), tone: crossing[state].tone }
}

export function tieState(state: TieState): { words: string; tone: BadgeTone } {
  return { words: say(ties[state].words), tone: ties[state].tone }
}

/** For a register's `alsoDone` (past participles). */
export const forwardHistory: Readonly<Record<string, Words>> = {
  send_across: { nl: 'doorgestuurd aan een deelnemer', en: 'forwarded to a participant' }, across_arrive: { nl: 'binnengekomen via een dienstverlener', en: 'came in through a service organisation' },
  across_received: { nl: 'door de deelnemer ontvangen', en: 'received by the participant' }, across_accepted: { nl: 'door de deelnemer opgepakt', en: 'taken up by the participant' },
  across_answered: { nl: 'door de deelnemer beantwoord', en: 'answered by the participant' }, across_refused: { nl: 'niet aangekomen bij de deelnemer', en: 'didn’t reach the participant' },
}
