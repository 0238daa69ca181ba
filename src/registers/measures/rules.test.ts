import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { exemplaryMeasure } from './rules.fixtures.ts'
import { measureRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ownFact: () => ['P-99'] }

testRules({ book: measureRules, fields, exemplary: exemplaryMeasure, context, cases: {
  'owner-missing': { fires: [when({ owner: null })], silent: [when({})] },
  'due-missing': { fires: [when({ due_on: null })], silent: [when({})] },
  overdue: { fires: [when({ due_on: '2026-11-21' })], silent: [when({ due_on: '2026-11-22' }), when({ due_on: null })] },
  'kind-missing': { fires: [when({ kind: null })], silent: [when({ kind: 'recurring' })] },
  'norm-missing': { fires: [when({ norms: [] }), when({ norms: [{ norm: null }] })], silent: [when({ norms: [{ norm: null }, { norm: 'H-07' }] })] },
  'norm-unknown': { fires: [when({ norms: [{ norm: 'H-07' }, { norm: 'P-99' }] }, {}, ['P-99'])], silent: [when({}), when({ norms: [{ norm: 'P-99' }] }, { ownFact: undefined }), when({ norms: [{ norm: null }] })] },
  'result-missing': { fires: [when({ result: null })], silent: [when({ result: null, checked_on: null })] },
} })
