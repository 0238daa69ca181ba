// The register of tasks: the activities that privacy asks of people, each with an owner, one-off or recurring, and how far they are (art. 24 lid 1 AVG; N-52, H-46).
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { doersGone } from './doers-gone.ts'
import { taskLifecycle } from './lifecycle.ts'
import { taskRules } from './rules.ts'
import { visibleTasks } from './visibility.ts'

export const tasks = declareRegister({
  key: 'tasks', table: 'task', path: 'taken', icon: 'check',
  words: {
    one: { nl: 'taak', en: 'task' }, many: { nl: 'Taken', en: 'Tasks' }, article: 'de',
    lead: { nl: 'Wat er moet gebeuren om aan de wet en uw beleid te voldoen: wie het doet, wanneer en hoe vaak (art. 24 lid 1 AVG).', en: 'What must be done to meet the law and your policy: who does it, when and how often (art. 24(1) GDPR).' },
    empty: { nl: 'Leg vast wat er moet gebeuren, door wie en wanneer. Wat terugkomt, zoals een kwartaalcontrole, staat na het afronden vanzelf weer klaar.', en: 'Record what must be done, by whom and when. What recurs, such as a quarterly check, is ready again by itself once it is finished.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat', en: 'What' }, fields: ['name', 'number', 'description', 'norm'] },
    { key: 'who', words: { nl: 'Wie', en: 'Who' }, fields: ['department', 'owner', 'role', 'stand_in', 'stand_in_until', 'stand_in_note'] },
    { key: 'when', words: { nl: 'Wanneer', en: 'When' }, fields: ['due_on', 'recurrence', 'series_from', 'follows'] },
    { key: 'about', words: { nl: 'Waarover', en: 'About what' }, fields: ['processing', 'system', 'processor', 'agreement'] },
    { key: 'result', words: { nl: 'Voortgang en uitkomst', en: 'Progress and outcome' }, fields: ['progress', 'done_on', 'outcome'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'T' }, department: 'department', owner: 'owner' },
  lifecycle: taskLifecycle, rules: taskRules,
  list: {
    columns: ['number', 'department', 'owner', 'role', 'stand_in', 'due_on', 'recurrence', 'norm', 'status', 'done_on', 'findings', 'updated_at'],
    shown: ['owner', 'due_on', 'recurrence', 'status', 'findings'],
    filters: [{ path: 'afdeling', name: 'department', field: 'department' }, { path: 'wie', name: 'owner', field: 'owner' }, { path: 'rol', name: 'role', field: 'role' }, { path: 'herhaling', name: 'recurrence', field: 'recurrence' }],
  },
  visible: visibleTasks, isPersonal: true,
  contributes: [{ to: 'tasks', key: 'doer-gone', isForItself: true, facts: doersGone }],
  check: ({ norm }) => norm !== null && !/^[A-Z]-\d{2}$/.test(norm) ? [{ at: 'norm', message: { nl: 'Een norm is een letter, een streepje en twee cijfers, zoals H-46.', en: 'A norm is a letter, a hyphen and two digits, such as H-46.' } }] : [],
})
