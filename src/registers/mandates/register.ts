// The register of mandates (N-09): who decides in the name of a governing body, on what, since which decision and until when.
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { holdersOf } from './facts.ts'
import { mandateRules } from './rules.ts'

export const mandates = declareRegister({
  key: 'mandates', table: 'mandate', path: 'mandaten', icon: 'edit',
  words: {
    one: { nl: 'mandaat', en: 'mandate' }, many: { nl: 'Mandaten', en: 'Mandates' }, article: 'het',
    lead: { nl: 'Wie namens een bestuursorgaan mag beslissen, en waarover (afdeling 10.1.1 Awb).', en: 'Who may decide in the name of a governing body, and on what (division 10.1.1 Awb).' },
    empty: { nl: 'Leg vast wie namens het bestuur beslist over verwerkingen en overeenkomsten. U ziet dan welke bevoegdheden niemand heeft.', en: 'Record who decides on processing and agreements in the body’s name. You then see which powers nobody has.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'who', words: { nl: 'Voor wie', en: 'For whom' }, fields: ['name', 'number', 'holder', 'holder_role', 'holder_function', 'substitute', 'department'] },
    { key: 'what', words: { nl: 'Wat het toestaat', en: 'What it allows' }, fields: ['powers', 'limits', 'may_undermandate'] },
    { key: 'decision', words: { nl: 'Van wie en hoe lang', en: 'From whom and for how long' }, fields: ['body', 'decided_on', 'decision_reference', 'starts_on', 'ends_on', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'M' }, department: 'department' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'administrator'], end: ['privacy_officer', 'administrator'], import: ['privacy_officer', 'administrator'] }, {
    active: { nl: 'Verleend', en: 'Given' }, ended: { nl: 'Ingetrokken', en: 'Withdrawn' }, end: { nl: 'Mandaat intrekken', en: 'Withdraw the mandate' }, reopen: { nl: 'Weer verlenen', en: 'Give again' },
    endExplained: { nl: 'Het mandaat geldt niet meer (art. 10:8 Awb). Wat eronder is besloten, blijft gelden.', en: 'The mandate holds no longer (art. 10:8 Awb). What was decided under it stays valid.' },
  }),
  rules: mandateRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'holder', 'holder_role', 'holder_function', 'substitute', 'department', 'body', 'decided_on', 'starts_on', 'ends_on', 'may_undermandate', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['holder', 'holder_function', 'department', 'ends_on', 'findings'],
    filters: [
      { path: 'afdeling', name: 'department', field: 'department' }, { path: 'houder', name: 'holder', field: 'holder' }, { path: 'orgaan', name: 'body', field: 'body' }, { path: 'ondermandaat', name: 'mayUndermandate', field: 'may_undermandate' },
    ],
  },
  visible: visibleToColleagues({ register: 'mandates', inForce: 'active' }),
  contributes: [{ to: 'mandates', key: 'holder', isForItself: true, facts: holdersOf, reaches: async () => [] }],
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})
