import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { portfolioRules } from './rules.ts'

const when = caseOf<typeof fields>()
const beside = (others: readonly string[], isDpo = false): Partial<RuleContext> => ({ ownFact: () => ({ others, isDpo }) })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: () => undefined, ...beside([]) }
const person = '019a0000-0000-7000-8000-000000000003'

testRules({
  book: portfolioRules, fields, context,
  exemplary: { ...emptyInput(fields), name: 'Privacy', number: 'PF-001', subject: 'privacy', body: person, holder_name: 'Wethouder Bedrijfsvoering', decided_on: '2026-06-02', ends_on: '2030-03-27' },
  cases: {
    'holder-missing': { fires: [when({ holder_name: null })], silent: [when({}), when({ holder_name: null, holder: person })] },
    'holder-is-dpo': { fires: [when({}, beside([], true))], silent: [when({}), when({}, { ownFact: undefined })] },
    'subject-missing': { fires: [when({ subject: null })], silent: [when({ subject: 'employees' })] },
    'subject-twice': { fires: [when({}, beside(['Informatievoorziening']), ['Informatievoorziening'])], silent: [when({}), when({}, { ownFact: undefined })] },
    'substitute-is-holder': { fires: [when({ holder: person, substitute: person })], silent: [when({ substitute: person }), when({ holder: person })] },
    'body-missing': { fires: [when({ body: null })], silent: [when({})] },
    'decision-missing': { fires: [when({ decided_on: null })], silent: [when({})] },
    'portfolio-over': { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({ ends_on: null })] },
    'ends-soon': { fires: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2027-01-22' })], silent: [when({ ends_on: '2027-01-23' }), when({ ends_on: '2026-11-21' }), when({ ends_on: null })] },
  },
})
