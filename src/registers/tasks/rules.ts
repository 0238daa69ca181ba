// Rules on tasks: each has somebody, a day and a rhythm, and its progress is followed (art. 24 lid 1 AVG; N-52).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type TaskInput = InputOf<typeof fields>

export const taskRules = {
  'doer-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Er staat niet voor wie deze taak is.', en: 'It doesn’t say for whom this task is.' }, advice: { nl: 'Kies een persoon, of een rol als het niet uitmaakt wie.', en: 'Choose a person, or a role if it doesn’t matter who.' },
    finds: ({ owner, role }) => owner === null && role === null,
  },
  'doer-gone': {
    field: 'owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Wie deze taak doet, werkt hier niet meer.', en: 'Whoever does this task has left.' }, advice: { nl: 'Geef de taak aan iemand anders.', en: 'Give the task to somebody else.' },
    finds: (_task, { ownFact }) => ownFact?.('doer-gone') === true,
  },
  'recurrence-missing': {
    field: 'recurrence', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Er staat niet of deze taak terugkomt.', en: 'It doesn’t say whether this task recurs.' }, advice: { nl: 'Kies eenmalig, of hoe vaak.', en: 'Choose one-off, or how often.' },
    finds: ({ recurrence }) => recurrence === null,
  },
  'due-missing': {
    field: 'due_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Er staat niet wanneer deze taak klaar moet zijn.', en: 'It doesn’t say when this task is due.' }, advice: { nl: 'Kies een dag. Dan staat de taak op tijd in het werkoverzicht.', en: 'Choose a day, so that the task shows up in time.' },
    finds: ({ due_on }) => due_on === null,
  },
  overdue: {
    field: 'due_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Deze taak is te laat.', en: 'This task is late.' }, advice: { nl: 'Rond de taak af, spreek een andere dag af of laat haar vervallen.', en: 'Finish the task, agree on another day or drop it.' },
    finds: ({ due_on }, { today }) => due_on !== null && due_on < today,
  },
} satisfies Record<string, Rule<TaskInput>>
