// Rules on privacy meetings: often enough, with the right people, written down, and what was promised is done (art. 38 lid 1 en art. 39 lid 1 AVG; H-52).
import { dayAfter } from '../../ground/clock.ts'
import type { Role } from '../../ground/scope.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'
import type { Standing } from './facts.ts'

type Input = InputOf<typeof fields>

export const meetingRules = {
  'next-meeting-overdue': {
    field: 'held_on', severity: 'serious', citation: 'art. 24 lid 1 en art. 38 lid 1 AVG', norms: ['H-52'],
    words: { nl: 'Sinds dit overleg had er alweer een moeten zijn.', en: 'There should have been another meeting since this one.' }, advice: { nl: 'Plan het volgende overleg.', en: 'Plan the next meeting.' },
    finds(input, context) {
      const standing = standingIn(context)
      if (!isSeries(input) || !standing?.isLast || input.held_on === null) return false
      const dueOn = dayAfter(input.held_on, standing.every)
      return dueOn < context.today && [dueOn]
    },
  },
  'not-held': {
    field: 'planned_on', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['H-52'],
    words: { nl: 'De dag van dit overleg is voorbij, en er staat niet of het er was.', en: 'The day of this meeting is past, and it doesn’t say whether it was held.' }, advice: { nl: 'Leg het verslag vast, kies een nieuwe dag, of zeg het overleg af.', en: 'Record the minutes, choose another day, or cancel the meeting.' },
    finds: ({ planned_on, held_on }, { today }) => held_on === null && planned_on !== null && planned_on < today,
  },
  'day-missing': {
    field: 'planned_on', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['H-52'],
    words: { nl: 'Er staat niet wanneer dit overleg is.', en: 'It doesn’t say when this meeting is.' }, advice: { nl: 'Kies een dag.', en: 'Choose a day.' },
    finds: ({ planned_on, held_on }) => held_on === null && planned_on === null,
  },
  'chair-missing': {
    field: 'participants', severity: 'attention', citation: 'art. 39 lid 1 onder a AVG', norms: ['H-52'],
    words: { nl: 'De FG zit dit privacyoverleg niet voor.', en: 'The DPO doesn’t chair this privacy meeting.' }, advice: { nl: 'Wijs de FG aan als voorzitter.', en: 'Make the DPO the chair.' },
    finds(input, context) {
      const standing = standingIn(context)
      // A firm may do without a DPO (art. 37 lid 1 AVG): then the privacy officer presides.
      return isSeries(input) && standing !== undefined && !standing.chair.includes('dpo') && !(context.organisationKind === 'firm' && standing.chair.includes('privacy_officer'))
    },
  },
  'seat-empty': {
    field: 'participants', severity: 'attention', citation: 'art. 38 lid 1 AVG', norms: ['H-52'],
    words: { nl: 'Niet alle functies zitten aan tafel.', en: 'Not every task is at the table.' }, advice: { nl: 'Nodig FG, privacy officer, CISO en ISO uit.', en: 'Invite DPO, privacy officer, CISO and ISO.' },
    finds(input, context) {
      const standing = standingIn(context)
      return isSeries(input) && standing !== undefined && seats.filter(([role]) => !standing.seats.includes(role)).map(([, name]) => name)
    },
  },
  'minutes-missing': {
    field: 'minutes', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['H-52'],
    words: { nl: 'Er is geen verslag van dit overleg.', en: 'There are no minutes of this meeting.' }, advice: { nl: 'Schrijf kort op wat is besproken.', en: 'Write down shortly what was discussed.' },
    finds: ({ held_on, minutes }) => held_on !== null && minutes === null,
  },
  'action-unowned': {
    field: 'actions', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-52'],
    words: { nl: 'Een actie heeft geen eigenaar of geen datum.', en: 'An action has no owner or no date.' }, advice: { nl: 'Spreek af wie het doet, en wanneer het klaar is.', en: 'Agree who does it, and when it is finished.' },
    finds: (input, context) => openActions(input, context).filter(({ owner, due_on }) => owner === null || due_on === null).map(saidOf),
  },
  'action-late': {
    field: 'actions', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-52'],
    words: { nl: 'Een actie is te laat.', en: 'An action is late.' }, advice: { nl: 'Vul in wanneer de actie is gedaan, of spreek een nieuwe datum af.', en: 'Fill in when the action was done, or agree on another date.' },
    finds: (input, context) => openActions(input, context).filter(({ due_on }) => due_on !== null && due_on < context.today).map(saidOf),
  },
} satisfies Record<string, Rule<Input>>

/** Names as both languages write them. */
const seats: readonly (readonly [Role, string])[] = [['dpo', 'FG'], ['privacy_officer', 'privacy officer'], ['ciso', 'CISO'], ['iso', 'ISO']]

const isSeries = ({ kind }: Input) => kind === 'privacy'
const standingIn = ({ ownFact }: RuleContext) => ownFact?.('standing') as Standing | undefined

/** Not done, here or as the task that was made of it. */
function openActions({ actions }: Input, { fact }: RuleContext): Input['actions'] {
  return actions.filter(({ done_on, task }) => done_on === null && !(task !== null && fact?.('tasks', task, 'stage') === 'ended'))
}

const saidOf = ({ action }: Input['actions'][number]) => action ?? '?'
