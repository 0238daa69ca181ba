import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { completed, type InputOf } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { fields } from './declaration.ts'
import { exemplaryProcessor } from './rules.fixtures.ts'
import { processorRules } from './rules.ts'

const when = caseOf<typeof fields>()
type Input = InputOf<typeof fields>
const guarantee = (row: Partial<Input['guarantees'][number]> = {}): Input['guarantees'][number] => ({ kind: 'iso_27001', scope: 'Hosting', valid_until_on: '2027-06-30', seen_on: '2026-02-10', proof: null, ...row })
const sub = (row: Partial<Input['sub_processors'][number]> = {}): Input['sub_processors'][number] => ({ ...completed(fields, { sub_processors: [{}] }).sub_processors[0]!, name: 'Rekenhal Noord B.V.', service: 'Datacentrum', country: 'NL', consent: 'given', consented_on: '2025-01-20', ...row })

/** What the other registers say on an ordinary day: one agreement, with consent per sub-processor, and two activities. */
const told = (facts: Readonly<Record<string, unknown>>): Partial<RuleContext> => ({ ownFact: (key) => ({ agreements: 1, 'sub-processing': ['specific'], 'processing-activities': 2, ...facts })[key] })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: catalogueTerms, ...told({}) }

testRules({ book: processorRules, fields, exemplary: exemplaryProcessor, context, cases: {
  // fit to be hired
  'agreement-missing': { fires: [when({}, told({ agreements: 0 }))], silent: [when({}, told({ agreements: 3 })), when({}, { ownFact: undefined })] },
  'services-missing': { fires: [when({ services: null })], silent: [when({})] },
  'guarantees-missing': {
    fires: [when({ guarantees: [] }), when({ guarantees: [guarantee({ valid_until_on: '2026-11-21' })] }), when({ guarantees: [guarantee({ kind: null })] })],
    silent: [when({ guarantees: [guarantee({ valid_until_on: '2026-11-22' })] }), when({ guarantees: [guarantee({ kind: 'own_statement', valid_until_on: null })] }), when({ guarantees: [guarantee({ valid_until_on: '2020-01-01' }), guarantee()] })],
  },
  'guarantee-expired': {
    fires: [when({ guarantees: [guarantee(), guarantee({ kind: 'isae_3402', valid_until_on: '2026-11-21' })] }, {}, ['ISAE 3402 of SOC 2']), when({ guarantees: [guarantee({ kind: null, scope: null, valid_until_on: '2020-01-01' })] }, {}, ['rij 1'])],
    silent: [when({ guarantees: [guarantee({ valid_until_on: '2026-11-22' })] }), when({ guarantees: [guarantee({ valid_until_on: null })] })],
  },
  'guarantee-expiring': {
    fires: [when({ guarantees: [guarantee({ valid_until_on: '2026-11-22' })] }, {}, ['ISO 27001']), when({ guarantees: [guarantee({ valid_until_on: '2027-01-20' })] })],
    silent: [when({ guarantees: [guarantee({ valid_until_on: '2027-01-21' })] }), when({ guarantees: [guarantee({ valid_until_on: '2026-11-21' })] }), when({ guarantees: [guarantee({ valid_until_on: null })] })],
  },
  'guarantee-unseen': { fires: [when({ guarantees: [guarantee({ seen_on: null })] }, {}, ['ISO 27001']), when({ guarantees: [guarantee({ seen_on: '2026-11-23' })] })], silent: [when({ guarantees: [guarantee({ seen_on: '2026-11-22' })] }), when({ guarantees: [] })] },
  'audit-missing': { fires: [when({ last_audit_on: null }), when({ last_audit_on: '2024-11-21' }), when({ last_audit_on: '2026-12-01' })], silent: [when({ last_audit_on: '2024-11-22' }), when({ last_audit_on: '2026-11-22' }), when({ last_audit_on: null }, told({ audits: '2026-03-01' }))] },
  'audit-party-missing': { fires: [when({ audited_by: null })], silent: [when({ audited_by: 'own' }), when({ audited_by: null, last_audit_on: null })] },
  'contact-missing': { fires: [when({ contact_email: null })], silent: [when({ contact_email: null, contact_phone: '000 000 000' }), when({})] },
  'contact-address': {
    fires: [when({ contacts: [{ purpose: 'breach', who: 'Desk', email: 'bel maar', phone: null, hours: null }] }, {}, ['Desk'])],
    silent: [when({ contacts: [{ purpose: 'breach', who: 'Desk', email: 'desk@vlierveld.example', phone: null, hours: null }] }), when({ contacts: [{ purpose: 'breach', who: 'Desk', email: null, phone: null, hours: null }] })],
  },
  'out-of-hours-missing': {
    fires: [when({ out_of_hours: null }), when({ out_of_hours: null, contacts: [{ purpose: 'out_of_hours', who: 'Storingsdienst', email: null, phone: null, hours: null }] })],
    silent: [when({}), when({ out_of_hours: null, contacts: [{ purpose: 'out_of_hours', who: null, email: null, phone: '000 000 000', hours: 'altijd' }] })],
  },
  'chamber-number-missing': { fires: [when({ chamber_number: null })], silent: [when({}), when({ chamber_number: null, country: 'DE' })] },
  'chamber-number-twice': { fires: [when({}, told({ 'same-chamber-number': true }))], silent: [when({}), when({}, { ownFact: undefined })] },
  unused: { fires: [when({}, told({ 'processing-activities': 0 }))], silent: [when({}), when({}, { ownFact: undefined })] },
  'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' }, ['2026-11-21'])], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: null })] },

  // who stands behind it
  'sub-processor-without-consent': {
    fires: [when({ sub_processors: [sub({ consent: 'none' })] }, {}, ['Rekenhal Noord B.V.']), when({ sub_processors: [sub({ consent: 'refused' })] }), when({ sub_processors: [sub({ consent: 'asked', since_on: '2026-11-22' })] }), when({ sub_processors: [sub(), sub({ name: null, consent: null })] }, {}, ['rij 2']), when({ sub_processors: [sub({ consent: 'none' })] }, told({ 'sub-processing': ['general'] })), when({ sub_processors: [sub({ consent: null })] }, { ownFact: undefined })],
    silent: [when({ sub_processors: [sub({ consent: 'asked' })] }), when({ sub_processors: [sub({ consent: 'refused', stopped_on: '2026-01-01' })] }), when({ sub_processors: [sub({ consent: null })] }, told({ 'sub-processing': ['general'] })), when({ sub_processors: [sub({ consent: 'conditional' })] }), when({ sub_processors: [] })],
  },
  // N-43, H-64: consent comes first, in writing
  'sub-processor-not-prior': {
    fires: [when({ sub_processors: [sub({ since_on: '2026-01-01', consented_on: '2026-01-02' })] }, {}, ['Rekenhal Noord B.V.'])],
    silent: [when({ sub_processors: [sub({ since_on: '2026-01-02', consented_on: '2026-01-02' })] }), when({ sub_processors: [sub({ since_on: '2026-01-02', consented_on: null })] })],
  },
  'sub-processor-undocumented': { fires: [when({ sub_processors: [sub({ consented_on: null })] })], silent: [when({ sub_processors: [sub({ consent: 'asked', consented_on: null })] }), when({})] },
  'sub-processor-copies': {
    fires: [when({ sub_processors: [sub({ stopped_on: '2026-11-22' })] }, {}, ['Rekenhal Noord B.V.'])],
    silent: [when({ sub_processors: [sub({ stopped_on: '2026-11-23' })] }), when({ sub_processors: [sub({ stopped_on: '2026-01-01', copies_deleted_on: '2026-01-10' })] })],
  },
  'sub-processor-circle': {
    fires: [
      when({ sub_processors: [sub({ name: 'A', engaged_by: 'b' }), sub({ name: 'B', engaged_by: 'C bv' }), sub({ name: 'C', engaged_by: 'A' })] }, {}, ['A', 'B', 'C']),
      when({ sub_processors: [sub({ name: 'vlierveld zaaksystemen' })] }, {}, ['vlierveld zaaksystemen']), when({ sub_processors: [sub({ name: 'A', engaged_by: 'A' })] }, {}, ['A']),
    ],
    silent: [when({ sub_processors: [sub({ name: 'A' }), sub({ name: 'B', engaged_by: 'A' }), sub({ name: 'C', engaged_by: 'A' })] }), when({ sub_processors: [sub({ name: null, engaged_by: 'A' })] })],
  },
  'sub-processor-third-country': {
    fires: [when({ sub_processors: [sub({ country: 'US' })] }, {}, ['Rekenhal Noord B.V.']), when({ sub_processors: [sub({ country: 'US', instrument: 'scc' })] }), when({ sub_processors: [sub({ country: 'GB', transfer_consent_on: '2026-01-01' })] })],
    silent: [when({ sub_processors: [sub({ country: 'US', instrument: 'scc', transfer_consent_on: '2026-01-01' })] }), when({ sub_processors: [sub({ country: 'US', stopped_on: '2026-01-01', copies_deleted_on: '2026-01-02' })] }), when({ sub_processors: [sub({ country: 'NO' })] })],
  },
  'sub-processor-participants': {
    fires: [when({ reaches_participants: true, sub_processors: [sub()] }, { organisationKind: 'service_organisation' }, ['Rekenhal Noord B.V.'])],
    silent: [when({ reaches_participants: true, sub_processors: [sub({ reaches_participants: false })] }, { organisationKind: 'service_organisation' }), when({ reaches_participants: true, sub_processors: [sub()] })],
  },
  'sub-processor-forbidden': {
    fires: [when({}, told({ 'sub-processing': ['forbidden'] }))],
    silent: [when({}), when({}, told({ 'sub-processing': ['forbidden', 'specific'] })), when({}, told({ 'sub-processing': [] })), when({ sub_processors: [] }, told({ 'sub-processing': ['forbidden'] })), when({}, { ownFact: undefined })],
  },
  'sub-processor-conditions-missing': { fires: [when({ sub_processors: [sub({ consent: 'conditional' })] }, {}, ['Rekenhal Noord B.V.'])], silent: [when({ sub_processors: [sub({ consent: 'conditional', conditions: 'Alleen in Nederland' })] }), when({})] },
  'sub-processor-unclear': { fires: [when({ sub_processors: [sub({ country: null })] }), when({ sub_processors: [sub({ service: null })] }), when({ sub_processors: [sub({ name: null })] }, {}, ['rij 1'])], silent: [when({}), when({ sub_processors: [] })] },
  'country-missing': { fires: [when({ country: null })], silent: [when({ country: 'US' })] },
  'outside-eea': { fires: [when({ country: 'US' }, {}, ['Verenigde Staten']), when({ sub_processors: [sub({ country: 'IN' })] }, {}, ['India']), when({ country: 'US', sub_processors: [sub({ country: 'US' })] }, {}, ['Verenigde Staten'])], silent: [when({ country: 'NO' }), when({ country: null }), when({ sub_processors: [sub({ country: 'US', instrument: 'adequacy', transfer_consent_on: '2026-01-01' })] })] },
  'participants-chain': { fires: [when({}, { organisationKind: 'service_organisation' })], silent: [when({ reaches_participants: false }, { organisationKind: 'service_organisation' }), when({})] },
} })
