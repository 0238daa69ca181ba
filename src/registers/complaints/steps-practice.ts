// Steps of learning: changing the practice with a task, and telling whoever complained (H-32).
import { date, longText, reference } from '../../register-kit/field-types.ts'
import type { Verb } from '../../register-kit/register.ts'
import { planChange, tellChange } from './acts.ts'
import { takers } from './visibility.ts'

export const practiceSteps: Readonly<Record<string, Verb>> = {
  plan_change: {
    words: { nl: 'Werkwijze aanpassen', en: 'Change the practice' }, done: { nl: 'aanpassing gepland', en: 'change planned' }, roles: takers, alsoFor: ['handler'], when: ({ status }) => status === 'handling' || status === 'answered', offered: 'form', resource: 'changes',
    explain: { nl: 'Wat doet u voortaan anders? Er komt een taak voor wie dat regelt.', en: 'What do you do differently from now on? A task is made for whoever arranges it.' },
    fields: {
      changed_practice: longText('Wat doen wij voortaan anders', 'What we do differently from now on', { most: 10_000 }), owner: reference('Wie regelt het', 'Who arranges it', 'person', { identifies: 'person' }), due_on: date('Klaar op', 'Due'),
    },
    required: ['changed_practice'], act: planChange,
  },
  tell_change: {
    words: { nl: 'Verteld wat er verandert', en: 'Told what changes' }, done: { nl: 'verteld wat er verandert', en: 'told what changes' }, roles: takers, alsoFor: ['handler'], when: ({ status }) => status === 'answered', offered: 'button', resource: 'notices', act: tellChange,
  },
}
