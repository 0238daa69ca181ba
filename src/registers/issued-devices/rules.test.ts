import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { deviceRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ownFact: () => false }
const someone = '019a0000-0000-7000-8000-000000000003'

testRules({
  book: deviceRules, fields, context,
  exemplary: { ...emptyInput(fields), name: 'Laptop', number: 'AP-001', kind: 'laptop', inventory: 'L-1', holder: someone, issued_on: '2026-01-05', instruction_on: '2026-01-05', is_encrypted: true, is_managed: true, is_locked: true },
  cases: {
    'holder-missing': { fires: [when({ holder: null })], silent: [when({ holder: null, outsider: 'Inhuur' })] },
    'holder-gone': { fires: [when({}, { ownFact: () => true })], silent: [when({}), when({}, { ownFact: undefined })] },
    'issue-missing': { fires: [when({ issued_on: null })], silent: [when({})] },
    'instruction-missing': { fires: [when({ instruction_on: null }), when({ instruction_on: '2026-11-23' })], silent: [when({ instruction_on: '2026-11-22' })] },
    'not-secured': { fires: [when({ is_encrypted: null }), when({ is_locked: false }), when({ is_managed: false })], silent: [when({ kind: 'token', is_encrypted: null }), when({ kind: 'storage', is_managed: null })] },
    'lost-unreported': { fires: [when({ lost_on: '2026-11-20' }), when({ lost_on: '2026-11-20', has_data: true })], silent: [when({ lost_on: '2026-11-20', has_data: false }), when({ lost_on: '2026-11-20', breach: someone })] },
    'number-missing': { fires: [when({ inventory: null })], silent: [when({ inventory: null, serial: 'S-1' })] },
  },
})
