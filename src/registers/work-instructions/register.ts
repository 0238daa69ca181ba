// The register of work instructions: how colleagues work with personal data, readable by everybody (art. 24 lid 2 en art. 32 lid 4 AVG; N-54).
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { coverOf, draftsOnSubjects } from './actions.ts'
import { instructionLifecycle } from './lifecycle.ts'
import { instructionRules } from './rules.ts'

export const workInstructions = declareRegister({
  key: 'work-instructions', table: 'work_instruction', path: 'werkinstructies', icon: 'document',
  words: {
    one: { nl: 'werkinstructie', en: 'work instruction' }, many: { nl: 'Werkinstructies', en: 'Work instructions' }, article: 'de',
    lead: { nl: 'Hoe u met persoonsgegevens werkt, stap voor stap (art. 24 lid 2 en art. 32 lid 4 AVG).', en: 'How to work with personal data, step by step (art. 24(2) and art. 32(4) GDPR).' },
    empty: { nl: 'Schrijf op hoe collega’s iets doen: een verzoek om inzage, een datalek, een kopie van een paspoort. Wat geldt, kan iedereen lezen.', en: 'Write down how colleagues do something: a request for access, a breach, a copy of a passport. What is in force can be read by everybody.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Waar zij over gaat', en: 'What it is about' }, fields: ['name', 'number', 'subject', 'summary', 'audience', 'citation'] },
    { key: 'text', words: { nl: 'De instructie', en: 'The instruction' }, fields: ['body'] },
    { key: 'who', words: { nl: 'Wie haar bijhoudt', en: 'Who keeps it' }, fields: ['department', 'owner'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'WI' }, department: 'department', owner: 'owner' },
  lifecycle: instructionLifecycle,
  rules: instructionRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'subject', 'audience', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'summary', 'citation'],
    shown: ['subject', 'audience', 'status', 'findings', 'review_due_on'],
    filters: [{ path: 'onderwerp', name: 'subject', field: 'subject' }, { path: 'afdeling', name: 'department', field: 'department' }],
  },
  contributes: [{ to: 'work-instructions', key: 'is_covered', isForItself: true, facts: coverOf, reaches: draftsOnSubjects }],
  visible: visibleToColleagues({ register: 'work-instructions', inForce: 'active' }),
})
