// Rules on requests as tables of cases: each fires where the law is broken and is silent where it isn't.
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { considerations } from './exceptions.ts'
import type { RequestFacts } from './facts.ts'
import { requestRules } from './rules.ts'

const when = caseOf<typeof fields>()
const facts = (more: Partial<RequestFacts> = {}): Partial<RuleContext> => ({ ownFact: () => ({ isLate: false, hasLetter: true, isLogUnasked: false, ...more }) })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ...facts() }
const someone = '019a0000-0000-7000-8000-000000000003'
const all = Object.keys(considerations).map((consideration) => ({ consideration: consideration as keyof typeof considerations, answer: 'Gewogen.' }))
const unheard = { identity_means: null, outcome: null } as const

testRules({
  book: requestRules, fields, context,
  exemplary: {
    ...emptyInput(fields), title: 'Inzage in de bijstand', number: 'VZ-001', right: 'access', received_at: '2026-10-20T08:00:00.000Z', handler: someone, identity_means: 'shown', identity_checked_on: '2026-10-20', processings: [{ processing: someone, note: null }],
    outcome: 'partial', grounds: ['rights_of_others'], weighing: 'De naam van een melder.', reasons: 'De naam van een ander is onleesbaar.', decided_on: '2026-11-10', decided_for: someone, answered_on: '2026-11-11',
  },
  cases: {
    'right-missing': { fires: [when({ right: null })], silent: [when({})] },
    'receipt-missing': { fires: [when({ received_at: null })], silent: [when({})] },
    'handler-missing': { fires: [when({ handler: null })], silent: [when({}), when({ handler: null, received_at: '2026-11-20T08:00:00.000Z' })] },
    'identity-waits': { fires: [when(unheard)], silent: [when({}), when({ ...unheard, received_at: '2026-11-18T08:00:00.000Z' }), when({ identity_means: null, outcome: 'not_taken_up' })] },
    'representative-unproven': { fires: [when({ representative_name: 'Mr. Recht' })], silent: [when({}), when({ representative_name: 'Mr. Recht', representative_proof: 'Machtiging gezien' }), when({ representative_name: 'Mr. Recht', ...unheard })] },
    'answer-late': { fires: [when({}, facts({ isLate: true }))], silent: [when({}), when({}, { ownFact: undefined })] },
    'extension-untold': {
      fires: [when({ extended_on: '2026-11-15' }), when({ extended_on: '2026-11-15', extension_told_on: '2026-11-21' })],
      silent: [when({}), when({ extended_on: '2026-11-15', extension_told_on: '2026-11-20' }), when({ extended_on: '2026-11-15' }, { today: '2026-11-20' })],
    },
    'ground-missing': { fires: [when({ grounds: [] }), when({ outcome: 'refused', grounds: [] })], silent: [when({}), when({ outcome: 'granted', grounds: [] }), when({ outcome: 'nothing_held', grounds: [] })] },
    'reasons-missing': { fires: [when({ reasons: null })], silent: [when({}), when({ outcome: 'granted', grounds: [], reasons: null })] },
    'weighing-missing': { fires: [when({ weighing: null }), when({ grounds: ['excessive'], weighing: null })], silent: [when({}), when({ grounds: ['archive'], weighing: null })] },
    'considerations-missing': { fires: [when({ grounds: ['uavg_j'] }), when({ grounds: ['uavg_a'], considerations: all.slice(1) })], silent: [when({}), when({ grounds: ['uavg_j'], considerations: all })] },
    'mandate-missing': { fires: [when({ decided_for: null })], silent: [when({}), when({ decided_for: null, mandate: someone }), when({ decided_for: null }, { organisationKind: 'firm' }), when({ decided_for: null, outcome: null })] },
    'objection-unrestricted': { fires: [when({ right: 'objection', outcome: null })], silent: [when({ right: 'objection' }), when({ right: 'objection', outcome: null, restricted_on: '2026-10-20' }), when({ right: 'objection', ...unheard }), when({ outcome: null })] },
    'marketing-goes-on': { fires: [when({ right: 'marketing', outcome: 'granted', grounds: [] })], silent: [when({}), when({ right: 'marketing', suppressed_on: '2026-10-20' }), when({ right: 'marketing', outcome: 'not_taken_up' })] },
    'lifting-untold': { fires: [when({ restriction_lifted_on: '2026-11-11' }), when({ restriction_lifted_on: '2026-11-11', lift_told_on: '2026-11-12' })], silent: [when({}), when({ restriction_lifted_on: '2026-11-11', lift_told_on: '2026-11-11' })] },
    'recipients-untold': {
      fires: [when({ right: 'rectification' }), when({ right: 'erasure', recipients: [{ recipient: 'De Linde', what: null, told_on: null, why_not: null }] })],
      silent: [when({}), when({ right: 'rectification', no_recipients: true }), when({ right: 'rectification', answered_on: null }), when({ right: 'erasure', outcome: 'refused' }), when({ right: 'erasure', recipients: [{ recipient: 'De Linde', what: null, told_on: '2026-11-12', why_not: null }] })],
    },
    'processings-missing': { fires: [when({ processings: [] })], silent: [when({}), when({ processings: [], outcome: 'refused' }), when({ right: 'erasure', no_recipients: true, processings: [] })] },
    'log-unasked': { fires: [when({}, facts({ isLogUnasked: true }))], silent: [when({}), when({ outcome: 'refused' }, facts({ isLogUnasked: true })), when({ right: 'rectification', no_recipients: true }, facts({ isLogUnasked: true })), when({}, { ownFact: undefined })] },
    'portability-unfit': { fires: [when({ right: 'portability', bases: ['public_task'] })], silent: [when({ right: 'portability', bases: ['contract'] }), when({ right: 'portability' }), when({ bases: ['public_task'] })] },
    'letter-missing': { fires: [when({}, facts({ hasLetter: false }))], silent: [when({}), when({ answered_on: null }, facts({ hasLetter: false })), when({}, { ownFact: undefined })] },
  },
})
