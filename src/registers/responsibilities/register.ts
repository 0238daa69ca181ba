// The register of responsibilities (H-50 tot en met H-57): every step of privacy work with who does it, answers for it, is consulted and informed.
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { unheldFor } from './facts.ts'
import { responsibilityLifecycle } from './lifecycle.ts'
import { responsibilityRules } from './rules.ts'

export const responsibilities = declareRegister({
  key: 'responsibilities', table: 'responsibility', path: 'verantwoordelijkheden', icon: 'list',
  words: {
    one: { nl: 'stap', en: 'responsibility' }, many: { nl: 'Taakverdeling', en: 'Responsibilities' }, article: 'de',
    lead: { nl: 'Wie welke stap doet, ervoor instaat, geraadpleegd en geïnformeerd wordt (RACI; art. 24 AVG).', en: 'Who does which step, answers for it, is consulted and informed (RACI; art. 24 GDPR).' },
    empty: { nl: 'Begin bij “Wie doet wat” met de acht processen die Waarborg meelevert, en pas ze aan uw organisatie aan.', en: 'Begin at “Who does what” with the eight processes that come with Waarborg, and change them to suit your organisation.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'step', words: { nl: 'De stap', en: 'The step' }, fields: ['name', 'number', 'process', 'other_process', 'department', 'sequence', 'nature', 'step'] },
    { key: 'who', words: { nl: 'Wie', en: 'Who' }, fields: ['responsible', 'accountable', 'consulted', 'informed', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'R' }, department: 'department' },
  lifecycle: responsibilityLifecycle,
  rules: responsibilityRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'process', 'department', 'nature', 'sequence', 'responsible', 'accountable', 'consulted', 'informed', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['process', 'responsible', 'accountable', 'findings'],
    filters: [{ path: 'proces', name: 'process', field: 'process' }, { path: 'soort', name: 'nature', field: 'nature' }, { path: 'afdeling', name: 'department', field: 'department' }],
  },
  visible: visibleToColleagues({ register: 'responsibilities', inForce: 'active' }),
  contributes: [{ to: 'responsibilities', key: 'unheld', isForItself: true, facts: unheldFor, reaches: async () => [] }],
})
