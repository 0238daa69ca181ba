import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { disclosureRules } from './rules.ts'
import { exemplary, given } from './rules.fixtures.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: (_catalogue, key) => ({ key, label: key, marks: key === 'health' ? ['special'] : [] }) }
const draft = { stage: 'draft' } as const

testRules({
  book: disclosureRules, fields, context, exemplary,
  cases: {
    'request-incomplete': { fires: [when({ purpose: null }), when({ security: null, starts_on: null })], silent: [when({}), when({ kind: 'one_off', security: null })] },
    'controller-unverified': { fires: [when({ is_controller: null }), when({ controller_checked_on: null })], silent: [when({})] },
    'own-side-open': { fires: [when({ own_basis: null }), when({ secrecy: 'forbids' }), when({ data: [{ ...given, category: 'health' }] })], silent: [when({ secrecy: 'lifted', secrecy_note: 'art. 5.4.1 Wmo' })] },
    'ground-missing': { fires: [when({ has_task: false }), when({}, { organisationKind: 'firm' })], silent: [when({ has_task: null, has_consent: true, consent_on: '2026-10-01' })] },
    'vital-not-concrete': { fires: [when({ has_task: false, is_vital: true }), when({ has_task: null, is_vital: true, is_concrete: true })], silent: [when({ is_vital: true }), when({ has_task: false, is_vital: true, is_concrete: true, kind: 'one_off' })] },
    'undertaking-missing': { fires: [when({ undertakes: null })], silent: [when({ undertakes: null, own_basis: 'legal-obligation' }, { organisationKind: 'firm' })] },
    'data-without-interest': { fires: [when({ data: [{ ...given, interest: null }] }, {}, ['Adres']), when({ data: [{ ...given, what: null, is_given: null }] }, {}, ['address'])], silent: [when({ data: [{ ...given, interest: null, is_given: false }] })] },
    'protocol-open': { fires: [when({ protocol_known_on: null }), when({ policy_on: null })], silent: [when({ protocol_known_on: null }, draft), when({ ends_on: '2026-11-21' })] },
    'acknowledged-too-early': { fires: [when({ protocol_known_on: '2026-10-20' })], silent: [when({ protocol_known_on: '2026-10-21' }), when({ protocol_sent_on: null })] },
    'granted-no-longer': { fires: [when({ compatibility: 'incompatible' }), when({ has_task: false })], silent: [when({ has_task: false }, draft)] },
    over: { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2026-11-21' }, draft)] },
    'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' })], silent: [when({}, { reviewDueOn: null })] },
    undecided: { fires: [when({}, draft)], silent: [when({}), when({ asked_on: '2026-10-22' }, draft), when({ asked_on: null }, draft)] },
  },
})
