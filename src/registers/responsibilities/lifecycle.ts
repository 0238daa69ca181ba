// Lifecycle of a step in the division of tasks: in force from the first moment, and handed out as tasks.
import { date, longText, reference } from '../../register-kit/field-types.ts'
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import type { Lifecycle } from '../../register-kit/register.ts'
import { handOut } from './hand-out.ts'

const plain = plainLifecycle({ edit: ['privacy_officer', 'administrator'], end: ['privacy_officer', 'administrator'], import: ['privacy_officer', 'administrator'] }, {
  active: { nl: 'Geldt', en: 'In force' }, ended: { nl: 'Vervallen', en: 'Lapsed' }, end: { nl: 'Laten vervallen', en: 'Let lapse' }, reopen: { nl: 'Weer laten gelden', en: 'Take up again' },
  endExplained: { nl: 'De stap hoort niet meer bij het proces. Waarborg deelt er geen taken meer op uit.', en: 'The step no longer belongs to the process. Waarborg assigns no tasks by it.' },
})

export const responsibilityLifecycle: Lifecycle = {
  ...plain,
  verbs: {
    ...plain.verbs,
    hand_out: {
      // Whoever makes tasks: an administrator doesn't.
      words: { nl: 'Uitzetten als taak', en: 'Hand out as a task' }, done: { nl: 'uitgezet als taak', en: 'handed out as a task' }, roles: ['privacy_officer'], when: ({ stage }) => stage === 'active', offered: 'form', resource: 'handouts',
      explain: { nl: 'Wie de stap uitvoert, krijgt een taak in het eigen werk. Hebben meer mensen de rol, dan is de taak voor wie haar oppakt.', en: 'Whoever carries the step out gets a task in their own work. When more people have the role, the task is for whoever takes it up.' },
      fields: {
        department: reference('Voor afdeling', 'For department', 'department', { help: { nl: 'Dan gaat de taak naar de eigenaar van die afdeling.', en: 'Then the task goes to the owner of that department.' } }),
        due_on: date('Klaar op', 'Due'), about: longText('Waarover', 'About what', { most: 5_000, help: { nl: 'Bijvoorbeeld welk datalek of welke DPIA.', en: 'For instance which breach or which DPIA.' } }),
      },
      act: handOut,
    },
  },
}
