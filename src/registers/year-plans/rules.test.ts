import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { exemplaryPlan } from './rules.fixtures.ts'
import { yearPlanRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined }

testRules({ book: yearPlanRules, fields, exemplary: exemplaryPlan, context, cases: {
  'year-missing': { fires: [when({ year: null })], silent: [when({})] },
  'department-missing': { fires: [when({ department: null })], silent: [when({})] },
  'goals-missing': { fires: [when({ goals: null })], silent: [when({})] },
  'means-missing': { fires: [when({ means: null, budget: null })], silent: [when({ means: null }), when({ budget: null })] },
  'activities-missing': { fires: [when({ activities: [] })], silent: [when({})] },
  'last-result-missing': { fires: [when({ last_result: null })], silent: [when({})] },
  unjudged: { fires: [when({ judged_on: null }), when({ judged_by: null })], silent: [when({ judgement: 'refused' })] },
} })
