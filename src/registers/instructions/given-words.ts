// Given words: how the state of an instruction is said to the participant that gave it.
import { say, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import { kinds } from './declaration.ts'
import type { GivenInstruction } from './given.ts'

const states: Readonly<Record<GivenInstruction['state'], { readonly words: Words; readonly tone: BadgeTone }>> = {
  sent: { words: { nl: 'Verstuurd', en: 'Sent' }, tone: 'info' }, received: { words: { nl: 'Ontvangen', en: 'Received' }, tone: 'info' }, acknowledged: { words: { nl: 'Bevestigd', en: 'Acknowledged' }, tone: 'info' },
  objected: { words: { nl: 'Wacht op uw antwoord', en: 'Waits for your answer' }, tone: 'warning' }, carried_out: { words: { nl: 'Uitgevoerd', en: 'Carried out' }, tone: 'positive' },
  withdrawn: { words: { nl: 'Ingetrokken', en: 'Withdrawn' }, tone: 'neutral' }, refused: { words: { nl: 'Niet aangekomen', en: 'Didn’t arrive' }, tone: 'negative' },
}

export function givenState(state: GivenInstruction['state']): { readonly words: string; readonly tone: BadgeTone } {
  return { words: say(states[state].words), tone: states[state].tone }
}

export function kindWords(): { readonly value: string; readonly label: string }[] {
  return Object.entries(kinds).map(([value, [nl, en]]) => ({ value, label: say({ nl, en }) }))
}

export function sayKind(kind: string): string {
  return kindWords().find(({ value }) => value === kind)?.label ?? kind
}
