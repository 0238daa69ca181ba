// The register of policy documents (art. 24 lid 2 AVG; H-01, H-02, H-49): what was adopted by whom, what is public, and who read it.
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields, registerKey } from './declaration.ts'
import { levelsOf, standings } from './facts.ts'
import { policyLifecycle } from './lifecycle.ts'
import { policyRules } from './rules.ts'

export const policyDocuments = declareRegister({
  key: registerKey, table: 'policy_document', path: 'beleid', icon: 'document',
  words: {
    one: { nl: 'beleidsdocument', en: 'policy document' }, many: { nl: 'Beleidsdocumenten', en: 'Policy documents' }, article: 'het',
    lead: { nl: 'Uw beleid: wie het vaststelde, wat er geldt en wat er veranderde (art. 24 lid 2 AVG).', en: 'Your policy: who adopted it, what holds and what changed (art. 24(2) GDPR).' },
    empty: { nl: 'Zet hier uw privacybeleid neer, met wat eronder hangt: werkwijzen, regelingen en de privacyverklaring. Leg vast welk orgaan het vaststelde.', en: 'Put your privacy policy here, with what hangs under it: procedures, regulations and the privacy statement. Record which body adopted it.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['title', 'number', 'kind', 'level', 'audience', 'parent', 'replaces', 'department', 'owner', 'evaluate_every'] },
    { key: 'content', words: { nl: 'Wat erin staat', en: 'What it says' }, fields: ['summary', 'text', 'note'] },
  ],
  named: { title: 'title', number: { field: 'number', prefix: 'B' }, department: 'department', owner: 'owner' },
  lifecycle: policyLifecycle,
  rules: policyRules, reviewBy: 'policy_review_every',
  list: {
    columns: ['number', 'kind', 'level', 'audience', 'parent', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['kind', 'status', 'findings', 'review_due_on'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'niveau', name: 'level', field: 'level' }, { path: 'voor-wie', name: 'audience', field: 'audience' },
      { path: 'onder', name: 'parent', field: 'parent' }, { path: 'afdeling', name: 'department', field: 'department' },
    ],
  },
  alsoDone: {
    revoke: { nl: 'vaststelling teruggenomen', en: 'adoption taken back' }, unpublish: { nl: 'van de openbare pagina gehaald', en: 'taken off the public page' },
    remind: { nl: 'herinnering gestuurd', en: 'reminder sent' }, close_reading: { nl: 'lezen afgerond', en: 'reading closed' },
  },
  visible: visibleToColleagues({ register: registerKey, inForce: 'active' }),
  contributes: [{ to: registerKey, key: 'standing', isForItself: true, facts: standings }, { to: registerKey, key: 'level', facts: levelsOf }],
})
