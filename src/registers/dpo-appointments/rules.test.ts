import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { appointmentRules } from './rules.ts'

const when = caseOf<typeof fields>()
const standing = (conflicts: readonly string[], hasRole = true): Partial<RuleContext> => ({ ownFact: () => ({ hasRole, conflicts }) })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: () => undefined, ...standing([]) }
const none = { outcome: 'none', dpo: null, assessment: 'Geen observatie en geen bijzondere gegevens op grote schaal.', registered_on: null, registration_number: null, published_on: null, published_at: null, contact_email: null, qualities: null, independence: null } as const
const firm: Partial<RuleContext> = { organisationKind: 'firm', ownFact: undefined }
const person = '019a0000-0000-7000-8000-000000000003'

testRules({
  book: appointmentRules, fields, context,
  exemplary: {
    ...emptyInput(fields), name: 'Aanwijzing FG', number: 'FG-001', outcome: 'own', dpo: person, qualities: 'Jurist, acht jaar toezicht.', body: person, decided_on: '2025-02-03', starts_on: '2025-02-10',
    contact_email: 'fg@duinrade.example', published_at: 'Privacyverklaring op de website', published_on: '2025-02-10', registered_on: '2025-02-11', registration_number: 'FG000000', independence: 'Doet verslag aan het college.',
  },
  cases: {
    'dpo-missing': { fires: [when({ dpo: null }), when({ dpo: null, outcome: null })], silent: [when({}), when(none, firm)] },
    'role-missing': { fires: [when({}, standing([], false))], silent: [when({}), when({}, { ownFact: undefined })] },
    'conflicting-role': { fires: [when({}, standing(['ciso']), ['een CISO bepaalt de beveiliging waarop de FG toezicht houdt']), when({}, standing(['process_owner', 'management']))], silent: [when({}), when({}, { ownFact: undefined })] },
    'test-missing': { fires: [when({ ...none, assessment: null }, firm)], silent: [when(none, firm), when({ assessment: null })] },
    'public-body-without': { fires: [when(none), when(none, { organisationKind: 'service_organisation' })], silent: [when(none, firm), when({})] },
    'body-missing': { fires: [when({ body: null })], silent: [when({})] },
    'decision-missing': { fires: [when({ decided_on: null })], silent: [when({})] },
    'not-registered': { fires: [when({ registered_on: null }), when({ registered_on: '2026-11-23' })], silent: [when({}), when(none, firm)] },
    'number-missing': { fires: [when({ registration_number: null })], silent: [when({ registration_number: null, registered_on: null }), when({})] },
    'not-published': { fires: [when({ published_on: null }), when({ published_at: null }), when({ contact_email: null }), when({ published_on: '2026-11-23' })], silent: [when({}), when({ contact_email: null, contact_phone: '14 000' }), when(none, firm)] },
    'qualities-missing': { fires: [when({ qualities: null })], silent: [when({}), when(none, firm)] },
    'independence-missing': { fires: [when({ independence: null })], silent: [when({}), when(none, firm)] },
    'appointment-over': { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({})] },
    'ends-soon': { fires: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2027-02-22' })], silent: [when({ ends_on: '2027-02-23' }), when({ ends_on: '2026-11-21' }), when({})] },
  },
})
