import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { fields } from './declaration.ts'
import { exemplarySystem } from './rules.fixtures.ts'
import { systemRules } from './rules.ts'

const when = caseOf<typeof fields>()

/** What the other registers say on an ordinary day: the supplier is active with one agreement, and four activities use the system. */
const context: RuleContext = {
  organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: catalogueTerms,
  fact: (_register, _id, key) => ({ stage: 'active', agreements: 1 })[key], ownFact: () => 4,
}
const supplierIs = (facts: Readonly<Record<string, unknown>>): Partial<RuleContext> => ({ fact: (_register, _id, key) => facts[key] })
const paper = { kind: 'paper', hosting: null, supplier: null } as const

testRules({ book: systemRules, fields, exemplary: exemplarySystem, context, cases: {
  // where
  'kind-missing': { fires: [when({ kind: null })], silent: [when({ kind: 'unstructured' })] },
  'decentral-unexplained': { fires: [when({ kind: 'decentral', description: null }), when({ kind: 'spreadsheet', description: null })], silent: [when({ kind: 'decentral' }), when({ description: null }), when({ ...paper, description: null })] },
  'guarded-data-in-spreadsheet': {
    fires: [when({ kind: 'spreadsheet' }, {}, ['Burgerservicenummer (BSN)']), when({ kind: 'spreadsheet', data_categories: ['health', 'criminal'] }, {}, ['Gegevens over gezondheid', 'Strafrechtelijke gegevens'])],
    silent: [when({}), when({ kind: 'spreadsheet', data_categories: ['name'] }), when({ kind: 'spreadsheet', data_categories: ['onbekend'] })],
  },
  'supplier-missing': { fires: [when({ supplier: null }), when({ supplier: null, hosting: 'cloud' })], silent: [when({ supplier: null, hosting: 'own' }), when({ supplier: null, hosting: null })] },
  'supplier-without-agreement': { fires: [when({}, supplierIs({ agreements: 0 }))], silent: [when({}, supplierIs({ agreements: 2 })), when({ supplier: null }, supplierIs({ agreements: 0 })), when({}, { fact: undefined })] },
  'supplier-ended': { fires: [when({}, supplierIs({ stage: 'ended' }))], silent: [when({}, supplierIs({ stage: 'active' })), when({ supplier: null }, supplierIs({ stage: 'ended' }))] },
  'outside-eea': { fires: [when({ country: 'US' }, {}, ['Verenigde Staten']), when({ country: 'GB' })], silent: [when({ country: 'DE' }), when({ country: null }), when({ country: 'onbekend' })] },
  'owner-missing': { fires: [when({ owner: null })], silent: [when({})] },
  unused: { fires: [when({}, { ownFact: () => 0 })], silent: [when({}, { ownFact: () => 1 }), when({}, { ownFact: undefined })] },
  'erasure-impossible': { fires: [when({ retention_by: 'none' })], silent: [when({ retention_by: 'manual' }), when({ retention_by: null })] },
  'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' }, ['2026-11-21'])], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: null })] },

  // security
  'security-unanswered': {
    fires: [when({ has_second_factor: null }, {}, ['Inloggen in twee stappen']), when({ kind: 'decentral', is_encrypted_in_transit: null, has_access_control: null }, {}, ['Versleuteld onderweg, Toegang per rol geregeld'])],
    silent: [when({ ...paper, has_second_factor: null }), when({ has_second_factor: false }), when({ kind: 'unstructured', has_second_factor: null })],
  },
  'portable-unencrypted': { fires: [when({ is_portable: true, is_encrypted: false }), when({ is_portable: true, is_encrypted: null })], silent: [when({ is_portable: true }), when({ is_encrypted: false }), when({ ...paper, is_portable: true, is_encrypted: null })] },
  'transit-unencrypted': { fires: [when({ is_encrypted_in_transit: false })], silent: [when({ is_encrypted_in_transit: null }), when({ ...paper, is_encrypted_in_transit: false })] },
  'second-factor-missing': { fires: [when({ has_second_factor: false })], silent: [when({ has_second_factor: null }), when({ kind: 'unstructured', has_second_factor: false })] },
  'access-open': { fires: [when({ has_access_control: false }), when({ ...paper, has_access_control: false })], silent: [when({ has_access_control: null })] },
  'audit-due': {
    fires: [when({ security_audit_on: null }), when({ security_audit_on: '2024-11-21' }), when({ security_audit_on: '2026-11-23' })],
    silent: [when({ security_audit_on: '2024-11-22' }), when({ security_audit_on: null, confidentiality: 'medium' }), when({ ...paper, security_audit_on: null })],
  },
  'confidentiality-low': { fires: [when({ confidentiality: 'low' }, {}, ['Burgerservicenummer (BSN)'])], silent: [when({ confidentiality: 'medium' }), when({ confidentiality: 'low', data_categories: ['name'] })] },
  'logging-missing': {
    fires: [when({ has_logging: false }), when({ has_logging: false, confidentiality: 'medium' }), when({ has_logging: false, data_categories: [] })],
    silent: [when({ has_logging: null }), when({ has_logging: false, confidentiality: 'medium', data_categories: ['name'] }), when({ ...paper, has_logging: false })],
  },
  'backup-missing': { fires: [when({ backup: 'none' })], silent: [when({ backup: 'none', note: 'Een kopie; de bron staat elders.' }), when({ backup: 'weekly' }), when({ ...paper, backup: 'none' })] },
} })
