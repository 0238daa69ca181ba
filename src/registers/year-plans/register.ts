// The register of year plans: what each department does for privacy this year, with which means, and what came of last year (N-11).
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { yearPlanRules } from './rules.ts'

export const yearPlans = declareRegister({
  key: 'year-plans', table: 'year_plan', path: 'jaarplannen', icon: 'calendar',
  words: {
    one: { nl: 'jaarplan', en: 'year plan' }, many: { nl: 'Jaarplannen', en: 'Year plans' }, article: 'het',
    lead: { nl: 'Wat elke afdeling dit jaar voor privacy doet, waarmee, en wat er van vorig jaar terecht kwam (art. 24 lid 1 AVG).', en: 'What each department does for privacy this year, by which means, and what came of last year (art. 24(1) GDPR).' },
    empty: { nl: 'Leg per afdeling een jaarplan vast, met doelen, middelen en wat er van vorig jaar terecht kwam.', en: 'Record a year plan for each department, with goals, means and last year’s result.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Van wie en voor welk jaar', en: 'Whose, and for which year' }, fields: ['name', 'number', 'year', 'department', 'owner'] },
    { key: 'plan', words: { nl: 'Doelen en middelen', en: 'Goals and means' }, fields: ['goals', 'means', 'budget', 'activities'] },
    { key: 'judged', words: { nl: 'Vorig jaar, en het oordeel', en: 'Last year, and the judgement' }, fields: ['last_result', 'judged_by', 'judged_on', 'judgement', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'J' }, department: 'department', owner: 'owner' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'process_owner'], end: ['privacy_officer'], import: ['privacy_officer'] }, {
    active: { nl: 'Geldt', en: 'In force' }, ended: { nl: 'Voorbij', en: 'Over' }, end: { nl: 'Afsluiten', en: 'Close' }, reopen: { nl: 'Weer openen', en: 'Open again' },
    endExplained: { nl: 'Het jaar is om. Schrijf op wat ervan terecht kwam; het plan van volgend jaar begint daarmee.', en: 'The year is over. Write what came of it; next year’s plan begins with that.' },
  }),
  rules: yearPlanRules,
  list: {
    columns: ['number', 'year', 'department', 'owner', 'status', 'judged_by', 'judged_on', 'judgement', 'findings', 'updated_at'],
    shown: ['year', 'department', 'judged_on', 'findings'],
    filters: [{ path: 'afdeling', name: 'department', field: 'department' }, { path: 'oordeel', name: 'judgement', field: 'judgement' }, { path: 'orgaan', name: 'judgedBy', field: 'judged_by' }],
  },
  visible: visibleToColleagues({ register: 'year-plans', inForce: 'active' }),
})
