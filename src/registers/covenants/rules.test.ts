import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext, RuleTerm } from '../../register-kit/rules.ts'
import { fields, subjectFields } from './declaration.ts'
import { covenantRules } from './rules.ts'

const when = caseOf<typeof fields>()
const country: RuleTerm = { key: 'US', label: 'Verenigde Staten', marks: [] }
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: (catalogue, key) => (catalogue === 'country' && key === 'US' ? country : undefined) }
const partner = { organisation: 'Zorg en Veiligheidshuis Duin', role: 'joint', contact: 'Coördinator', signed_on: '2026-02-01' } as const
const someone = '019a0000-0000-7000-8000-000000000003'
const inText = Object.fromEntries(Object.keys(subjectFields).map((key) => [key, 'Geregeld.']))
const own = { ...partner, role: 'own' } as const

testRules({
  book: covenantRules, fields, context,
  exemplary: {
    ...emptyInput(fields), ...inText, name: 'Samen tegen overlast', number: 'CV-001', kind: 'covenant', partners: [partner], processings: [{ processing: someone, note: null }], dpia_outcome: 'accepted', dpia_on: '2026-01-10', dpia_place: 'Bijlage DPIA overlast',
    rights_by: 'us', information_by: 'each', breach_by: 'each', dpia_by: 'us', transfer_moment: 'Bij de melding', liability_split: 'Ieder de helft', liability_is_internal: true, protocol: 'Protocol 1.0', protocol_on: '2026-01-20',
    essence: 'Wij delen meldingen.', contact_point: 'De gemeente', is_essence_public: true, signed_on: '2026-02-01', starts_on: '2026-02-01', ends_on: '2029-01-31',
  },
  cases: {
    'dpia-missing': { fires: [when({ dpia_outcome: null }), when({ dpia_on: null }), when({ dpia_place: null }), when({ dpia_on: '2026-11-23', starts_on: null })], silent: [when({}), when({ dpia_outcome: 'not_required' }), when({ dpia_place: null, assessment: someone })] },
    'dpia-unfinished': { fires: [when({ assessment: someone }, { fact: () => 'draft' }), when({ assessment: someone }, { fact: () => 'in_review' })], silent: [when({}), when({ assessment: someone }, { fact: () => 'active' }), when({ assessment: someone })] },
    'dpia-late': { fires: [when({ dpia_on: '2026-02-02' })], silent: [when({ dpia_on: '2026-02-01' }), when({ starts_on: null })] },
    'high-risk-left': { fires: [when({ dpia_outcome: 'high' })], silent: [when({ dpia_outcome: 'not_required' })] },
    'kind-missing': { fires: [when({ kind: null })], silent: [when({ kind: 'protocol' })] },
    'kind-mismatch': { fires: [when({ partners: [partner, { ...own, organisation: 'Verwerker X', role: 'processor' }] }, {}, ['Verwerker X']), when({ kind: 'joint', partners: [own] })], silent: [when({ kind: 'joint' }), when({ partners: [own] }), when({ kind: 'joint', partners: [] })] },
    'partners-missing': { fires: [when({ partners: [] }), when({ partners: [{ ...partner, organisation: null }] })], silent: [when({})] },
    'partner-incomplete': { fires: [when({ partners: [{ ...partner, contact: null }] }, {}, ['Zorg en Veiligheidshuis Duin']), when({ partners: [{ ...partner, role: null }] })], silent: [when({}), when({ partners: [{ ...partner, organisation: null, contact: null }] })] },
    'subjects-missing': { fires: [when({ s_security: null, s_audits: null }, {}, ['Beveiliging, Controle en audits'])], silent: [when({})] },
    'duties-missing': { fires: [when({ rights_by: null }), when({ dpia_by: null, breach_by: null })], silent: [when({ liability_split: null })] },
    'transfer-moment-missing': { fires: [when({ transfer_moment: null })], silent: [when({ transfer_moment: null, partners: [own] })] },
    'liability-missing': { fires: [when({ liability_split: null })], silent: [when({ liability_split: null, partners: [own] })] },
    'liability-unmarked': { fires: [when({ liability_is_internal: false }), when({ liability_is_internal: null, partners: [own] })], silent: [when({ liability_split: null, liability_is_internal: null })] },
    'protocol-missing': { fires: [when({ protocol: null }), when({ protocol_on: null }), when({ protocol_on: '2026-11-23' })], silent: [when({ protocol: null, partners: [own] })] },
    'essence-not-public': { fires: [when({ essence: null }), when({ contact_point: null }), when({ is_essence_public: false }), when({ kind: 'joint', is_essence_public: null })], silent: [when({ essence: null, partners: [own] })] },
    'transfer-unsafe': { fires: [when({ transfers: [{ country: 'US', recipient: null, instrument: null }] }, {}, ['Verenigde Staten']), when({ transfers: [{ country: null, recipient: 'Wolkendienst', instrument: null }] }, {}, ['Wolkendienst'])], silent: [when({ transfers: [{ country: 'US', recipient: null, instrument: 'adequacy-decision' }] }), when({ transfers: [{ country: null, recipient: null, instrument: null }] })] },
    'processings-missing': { fires: [when({ processings: [] }), when({ processings: [{ processing: null, note: 'x' }] })], silent: [when({})] },
    unsigned: { fires: [when({ signed_on: null }), when({ partners: [partner, { ...own, signed_on: null }] })], silent: [when({}), when({ signed_on: null }, { stage: 'draft' })] },
    'start-missing': { fires: [when({ starts_on: null })], silent: [when({})] },
    over: { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({ ends_on: null }), when({ ends_on: '2026-11-21' }, { stage: 'draft' })] },
    'ends-soon': { fires: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2027-02-22' })], silent: [when({ ends_on: '2027-02-23' }), when({ ends_on: '2026-11-21' })] },
    'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' })], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: null })] },
  },
})
