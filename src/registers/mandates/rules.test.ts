import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { mandateRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: () => undefined, ownFact: () => ({ holders: 2, isDpo: false }) }
const heldBy = (holders: number, isDpo = false): Partial<RuleContext> => ({ ownFact: () => ({ holders, isDpo }) })
const person = '019a0000-0000-7000-8000-000000000003'

testRules({
  book: mandateRules, fields, context,
  exemplary: { ...emptyInput(fields), name: 'Mandaat teammanagers', number: 'M-001', holder_role: 'process_owner', powers: ['rights', 'archiving'], may_undermandate: 'no', body: person, decided_on: '2025-02-03', decision_reference: 'Z25-0113', starts_on: '2025-02-10', ends_on: '2029-12-31' },
  cases: {
    'holder-missing': { fires: [when({ holder_role: null })], silent: [when({}), when({ holder_role: null, holder: person }), when({ holder_role: null, holder_function: 'Teammanager' })] },
    'nobody-holds': { fires: [when({}, heldBy(0))], silent: [when({}), when({ holder_role: null }, heldBy(0)), when({}, { ownFact: undefined })] },
    'holder-is-dpo': { fires: [when({}, heldBy(1, true))], silent: [when({}, heldBy(1)), when({}, { ownFact: undefined })] },
    'substitute-is-holder': { fires: [when({ holder: person, substitute: person })], silent: [when({ substitute: person }), when({ holder: person }), when({ holder: person, substitute: '019a0000-0000-7000-8000-000000000004' })] },
    'powers-missing': { fires: [when({ powers: [] })], silent: [when({})] },
    'body-missing': { fires: [when({ body: null })], silent: [when({})] },
    'decision-missing': { fires: [when({ decided_on: null }), when({ decision_reference: null })], silent: [when({})] },
    'starts-before-decision': { fires: [when({ starts_on: '2025-02-02' })], silent: [when({ starts_on: '2025-02-03' }), when({ starts_on: null })] },
    'mandate-over': { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({ ends_on: null })] },
    'ends-soon': { fires: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2027-01-22' })], silent: [when({ ends_on: '2027-01-23' }), when({ ends_on: '2026-11-21' }), when({ ends_on: null })] },
    'undermandate-unanswered': { fires: [when({ may_undermandate: null })], silent: [when({ may_undermandate: 'yes' })] },
  },
})
