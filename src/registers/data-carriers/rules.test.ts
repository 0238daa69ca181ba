import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { carrierRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'service_organisation', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ownFact: () => 1 }
const there = { destroyed_on: null } as const

testRules({
  book: carrierRules, fields, context,
  exemplary: { ...emptyInput(fields), name: 'Schijf', number: 'GD-001', kind: 'disk', serial: 'SN-1', destroyed_on: '2026-10-01', method: 'shredded', standard: 'DIN 66399 H-4', by: 'firm', firm: 'Snipper & Zoon', certificate: 'SZ-1', certificate_on: '2026-10-03' },
  cases: {
    'certificate-missing': { fires: [when({ certificate: null })], silent: [when({}), when({ ...there, certificate: null })] },
    'certificate-not-attached': { fires: [when({}, { ownFact: () => 0 })], silent: [when({ certificate: null }, { ownFact: () => 0 }), when(there, { ownFact: () => 0 }), when({}, { ownFact: undefined })] },
    'method-missing': { fires: [when({ method: null })], silent: [when({ ...there, method: null })] },
    'method-unfit': { fires: [when({ kind: 'paper', method: 'degaussed' }), when({ kind: 'usb', method: 'degaussed' })], silent: [when({ kind: 'paper' }), when({ kind: 'tape', method: 'degaussed' }), when({ kind: 'paper', method: null })] },
    'doer-missing': { fires: [when({ by: null }), when({ firm: null })], silent: [when({ ...there, by: null }), when({ by: 'own', firm: null, witness: 'Collega' })] },
    'witness-missing': { fires: [when({ by: 'own', firm: null })], silent: [when({}), when({ by: 'own', witness: 'Collega' })] },
    'number-missing': { fires: [when({ serial: null })], silent: [when({ serial: null, inventory: 'I-1' }), when({ kind: 'paper', serial: null })] },
    'proof-late': { fires: [when({ certificate_on: '2026-11-02' })], silent: [when({ certificate_on: '2026-11-01' }), when({ certificate_on: null })] },
  },
})
