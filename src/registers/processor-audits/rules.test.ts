// Rules on audits at processors as a table: each case that fires and each that doesn't (N-42, M-08).
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { completed } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { fields } from './declaration.ts'
import { type AuditPoint, auditRules } from './rules.ts'

const exemplary = completed(fields, {
  name: 'Audit Vlierveld 2026', number: 'AU-001', processor: '019a0000-0000-7000-8000-000000000001', owner: '019a0000-0000-7000-8000-000000000003', manner: 'independent', auditor: 'Toetsbureau Noord', subject: 'Toegang en logging', cost_rule: 'by_outcome',
  announced_on: '2026-08-01', planned_on: '2026-09-01', questions: [{ question: 'Wie heeft toegang?', answer: 'Beheer.', answered_on: '2026-08-20' }], held_on: '2026-09-01', conclusion: 'improve', report_on: '2026-09-20',
  points: [{ finding: 'Oude accounts', severity: 'high', recommendation: 'Sluit ze.', due_on: '2026-12-01' }],
})
const when = caseOf<typeof fields>()
const point = (row: Partial<AuditPoint>): AuditPoint => ({ ...exemplary.points[0]!, ...row })
const before = (on: string): Partial<RuleContext> => ({ ownFact: (key) => key === 'previous-audit' ? on : undefined })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: catalogueTerms }

testRules({ book: auditRules, fields, exemplary, context, cases: {
  'processor-missing': { fires: [when({ processor: null })], silent: [when({})] },
  'manner-missing': { fires: [when({ manner: null })], silent: [when({ manner: 'own' })] },
  'not-announced': { fires: [when({ announced_on: null }), when({ announced_on: '2026-09-01' })], silent: [when({ announced_on: null, held_on: null }), when({ announced_on: null, manner: 'memorandum' })] },
  'too-soon': {
    fires: [when({}, before('2025-09-02')), when({ held_on: null }, before('2026-08-31'))],
    silent: [when({}, before('2025-09-01')), when({ cause: 'Datalek' }, before('2026-08-01')), when({ manner: 'own_statement' }, before('2026-08-01')), when({ held_on: null, planned_on: null }, before('2026-08-01'))],
  },
  'cost-rule-missing': { fires: [when({ cost_rule: null })], silent: [when({ cost_rule: null, manner: 'memorandum' })] },
  'question-unanswered': { fires: [when({ questions: [{ question: 'Hoe?', answer: null, answered_on: null }] }, {}, ['Hoe?'])], silent: [when({ planned_on: '2026-11-22', questions: [{ question: 'Hoe?', answer: null, answered_on: null }] }), when({ questions: [{ question: null, answer: null, answered_on: null }] })] },
  'conclusion-missing': { fires: [when({ conclusion: null })], silent: [when({ conclusion: null, held_on: null })] },
  'recommendation-missing': { fires: [when({ points: [point({ recommendation: null })] }, {}, ['Oude accounts'])], silent: [when({ points: [] })] },
  'term-missing': { fires: [when({ points: [point({ due_on: null })] }, {}, ['Sluit ze.'])], silent: [when({ points: [point({ due_on: null, done_on: '2026-10-01' })] }), when({ points: [point({ due_on: null, recommendation: null })] })] },
  'recommendation-late': { fires: [when({ points: [point({ due_on: '2026-11-21' })] }, {}, ['Sluit ze.'])], silent: [when({ points: [point({ due_on: '2026-11-22' })] }), when({ points: [point({ due_on: '2026-11-21', done_on: '2026-11-21' })] })] },
} })
