// Steps of handling: taking up, confirming receipt, settling together, hearing, judging, answering, and taking more time (art. 9:5 tot en met 9:12 Awb).
import { choice, date, longText, reference } from '../../register-kit/field-types.ts'
import { extendStep } from '../../register-kit/deadlines/deadline-steps.ts'
import type { Verb, Work } from '../../register-kit/register.ts'
import { assign, confirmReceipt, extendByLaw, hear, judge, respond, settle } from './acts.ts'
import { fields } from './declaration.ts'
import { takers } from './visibility.ts'

const isOpen = ({ status }: Work) => status === 'received' || status === 'handling'
const isHandled = ({ status }: Work) => status === 'handling'
const by = { roles: takers, alsoFor: ['handler'], offered: 'form' } as const
const extension = extendStep('handling', takers)

export const handlingSteps: Readonly<Record<string, Verb>> = {
  assign: {
    words: { nl: 'Oppakken', en: 'Take up' }, done: { nl: 'opgepakt', en: 'taken up' }, roles: takers, offered: 'form', when: isOpen, resource: 'assignments',
    explain: { nl: 'Kies wie de klacht behandelt. Dat is iemand die niet betrokken was bij wat er gebeurde. Laat “Wie beslist” leeg om uw beleid te volgen.', en: 'Choose who handles the complaint: somebody who wasn’t involved in what happened. Leave “Who decides” empty to follow your policy.' },
    fields: { handler: reference('Behandelaar', 'Handler', 'person', { identifies: 'person' }), route: choiceOf('route') }, required: ['handler'], act: assign,
  },
  confirm_receipt: {
    words: { nl: 'Ontvangst bevestigd', en: 'Receipt confirmed' }, done: { nl: 'ontvangst bevestigd', en: 'receipt confirmed' }, roles: takers, alsoFor: ['handler'], offered: 'button', when: isOpen, resource: 'receipts', act: confirmReceipt,
  },
  settle: {
    ...by, words: { nl: 'Samen oplossen', en: 'Settle together' }, done: { nl: 'gesprek vastgelegd', en: 'talk recorded' }, when: isHandled, resource: 'talks',
    explain: { nl: 'Bel of spreek de indiener. Is die daarna tevreden, dan is de klacht afgehandeld (art. 9:5 Awb). Zeg erbij dat iemand altijd naar de AP mag.', en: 'Call or talk with whoever complains. If they are satisfied, the complaint has been dealt with (art. 9:5 Awb). Say that anybody may always go to the authority.' },
    fields: { talk_outcome: choiceOf('talk_outcome'), talk_note: longText('Wat is er besproken', 'What was talked about', { most: 10_000 }) }, required: ['talk_outcome'], act: settle,
  },
  hear: {
    ...by, words: { nl: 'Horen', en: 'Hear' }, done: { nl: 'gehoord', en: 'heard' }, when: isHandled, resource: 'hearings',
    explain: { nl: 'De indiener en wie het aangaat, mogen hun verhaal doen. Dat hoeft niet als de klacht kennelijk ongegrond is, of als de indiener dat niet wil (art. 9:10 lid 2 Awb).', en: 'Whoever complains and whoever it concerns may tell their story. It isn’t needed when the complaint is clearly unfounded, or when whoever complains doesn’t want it (art. 9:10(2) Awb).' },
    fields: { hearing: choiceOf('hearing'), heard_on: date('Gehoord op', 'Heard on'), hearing_report: longText('Verslag', 'Report') }, required: ['hearing'], act: hear,
  },
  judge: {
    ...by, words: { nl: 'Oordeel geven', en: 'Judge' }, done: { nl: 'beoordeeld', en: 'judged' }, when: isHandled, resource: 'judgements',
    explain: { nl: 'Schrijf op wat u vond en waarom u zo oordeelt. Het college, de directie of wie verder beslist, stelt het oordeel vast.', en: 'Write down what you found and why you judge so. The governing body, the directors or whoever decides adopts the judgement.' },
    fields: { judgement: choiceOf('judgement'), judgement_reason: longText('Bevindingen en reden', 'Findings and reason'), refusal_ground: choiceOf('refusal_ground') }, required: ['judgement', 'judgement_reason'], act: judge,
  },
  respond: {
    ...by, words: { nl: 'Antwoord vastleggen', en: 'Record the answer' }, done: { nl: 'beantwoord', en: 'answered' }, when: isHandled, resource: 'answers',
    explain: { nl: 'Daarmee stopt de termijn. Waar iemand daarna heen kan, zet Waarborg onder het antwoord.', en: 'With this the term stops. Waarborg puts under the answer where somebody can turn next.' },
    fields: { answer: longText('Antwoord aan de indiener', 'Answer to whoever complains', { most: 15_000 }) }, required: ['answer'], act: respond,
  },
  extend: { ...extension, act: extendByLaw(extension) },
}

function choiceOf<K extends 'route' | 'talk_outcome' | 'hearing' | 'judgement' | 'refusal_ground'>(key: K) {
  const { words, choices } = fields[key]
  return choice(words.nl, words.en, Object.fromEntries(choices.map((one) => [one.key, [one.words.nl, one.words.en] as const])))
}
