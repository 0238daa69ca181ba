// The register of assessments: preliminary investigations, pre-DPIAs, DPIAs and IAMAs, from question to archive (art. 35 en 36 AVG; H-14, H-15, H-19, H-20, H-55, H-66, N-33).
import { dayOf } from '../../ground/clock.ts'
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { assessmentDeadlines } from './deadlines.ts'
import { fields, registerKey, sections } from './declaration.ts'
import { onActivities, standings } from './facts.ts'
import { assessmentLifecycle } from './lifecycle.ts'
import { assessmentRules } from './rules.ts'
import { visibleAssessments } from './visibility.ts'

export const assessments = declareRegister({
  key: registerKey, table: 'impact_assessment', path: 'dpias', icon: 'eye',
  words: {
    one: { nl: 'toets', en: 'assessment' }, many: { nl: 'DPIA’s en toetsen', en: 'DPIAs and assessments' }, article: 'de',
    lead: { nl: 'Wat u vooraf onderzocht: welke risico’s er voor mensen zijn, wie adviseerde en wat u besloot (art. 35 en 36 AVG).', en: 'What you assessed beforehand: which risks there are for people, who advised and what you decided (art. 35 and 36 GDPR).' },
    empty: { nl: 'Begint u iets nieuws met persoonsgegevens, of verandert er iets? Begin met een pre-DPIA: die zegt of een DPIA nodig is. Zonder uitkomst kan een verwerking niet van start.', en: 'Do you begin something new with personal data, or does something change? Begin with a pre-DPIA: it says whether a DPIA is needed. Without an outcome an activity can’t start.' },
  },
  fields, sections, schemaVersion: 1,
  named: { title: 'name', number: { field: 'number', prefix: 'DPIA' }, department: 'department', owner: 'owner' },
  lifecycle: assessmentLifecycle, rules: assessmentRules, deadlines: assessmentDeadlines,
  list: {
    columns: ['number', 'kind', 'status', 'due_at', 'department', 'owner', 'why', 'outcome', 'decision', 'high_risk_stays', 'decided_on', 'review_from', 'findings', 'updated_at'],
    shown: ['kind', 'status', 'due_at', 'department', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'eigenaar', name: 'owner', field: 'owner' }, { path: 'aanleiding', name: 'why', field: 'why' },
      { path: 'uitkomst', name: 'outcome', field: 'outcome' }, { path: 'besluit', name: 'decision', field: 'decision' }, { path: 'hoog-risico', name: 'highRiskStays', field: 'high_risk_stays' }, { path: 'verwerking', name: 'processing', field: 'processings.processing' },
      { path: 'kader', name: 'framework', field: 'framework' },
    ],
  },
  visible: visibleAssessments, isPersonal: true,
  contributes: [{ to: 'processing-activities', key: 'assessments', isForItself: true, facts: onActivities }, { to: registerKey, key: 'standing', isForItself: true, facts: standings }],
  start: (scope) => ({ ...ownStart(scope), asked_on: dayOf(scope.now) }),
  check: ({ processings, decided_on, started_on }) => [
    ...(new Set(processings.map(({ processing }) => processing)).size < processings.length ? [{ at: 'processings', message: { nl: 'Dezelfde verwerking staat er twee keer.', en: 'The same processing activity is there twice.' } }] : []),
    ...(decided_on !== null && started_on !== null && decided_on < started_on ? [{ at: 'decided_on', message: { nl: 'Het besluit ligt vóór het begin.', en: 'The decision lies before the beginning.' } }] : []),
  ],
})
