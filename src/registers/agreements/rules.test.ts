import assert from 'node:assert/strict'
import { it } from 'node:test'
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { fields, subjects } from './declaration.ts'
import { exemplaryAgreement } from './rules.fixtures.ts'
import { agreementRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, hasOpenRemarks: false, term: catalogueTerms, fact: (_register, _id, key) => ({ stage: 'active' })[key] }
const all = Object.keys(subjects)
const without = (...left: string[]) => ({ subjects: all.filter((key) => !left.includes(key)) })

testRules({ book: agreementRules, fields, exemplary: exemplaryAgreement, context, cases: {
  // whether it binds
  'processor-missing': { fires: [when({ processor: null })], silent: [when({})] },
  'processor-ended': { fires: [when({}, { fact: () => 'ended' })], silent: [when({}), when({ processor: null }, { fact: () => 'ended' }), when({}, { fact: undefined })] },
  'signature-missing': {
    fires: [when({ signed_on: null }), when({ is_signed_by_both: false }), when({ is_signed_by_both: null }, { stage: 'in_review' }), when({ signed_on: '2026-11-23' })],
    silent: [when({ signed_on: null }, { stage: 'draft' }), when({ signed_on: '2026-11-22' })],
  },
  'signed-after-start': { fires: [when({ signed_on: '2024-03-02' })], silent: [when({ signed_on: '2024-03-01' }), when({ signed_on: '2024-03-02', note: 'Tot 2 maart zijn geen gegevens gedeeld.' }), when({ starts_on: null }), when({ signed_on: null }, { stage: 'draft' })] },
  'not-begun': { fires: [when({ starts_on: '2026-11-23' })], silent: [when({ starts_on: '2026-11-22' }), when({ starts_on: '2027-01-01' }, { stage: 'in_review' }), when({ starts_on: null })] },
  'ended-unnoticed': { fires: [when({ ends_on: '2026-11-21' })], silent: [when({ ends_on: '2026-11-22' }), when({ ends_on: null }), when({ ends_on: '2026-01-01' }, { stage: 'draft' })] },
  'ends-soon': { fires: [when({ ends_on: '2026-11-22' }), when({ ends_on: '2027-02-22' })], silent: [when({ ends_on: '2027-02-23' }), when({ ends_on: '2026-11-21' }), when({ ends_on: null }), when({ ends_on: '2026-12-01' }, { stage: 'draft' })] },
  'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' }, ['2026-11-21'])], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: '2026-01-01', stage: 'draft' }), when({}, { reviewDueOn: null })] },
  'remarks-open': { fires: [when({}, { hasOpenRemarks: true })], silent: [when({}, { hasOpenRemarks: undefined })] },

  // what it lays down
  'subjects-missing': {
    fires: [when(without('audits'), {}, ['Audits en informatie']), when(without('transfers', 'sub_processors'), {}, ['Subverwerkers, Doorgifte buiten de EER']), when({ subjects: [] })],
    silent: [when(without('liability')), when({})],
  },
  'liability-unsettled': { fires: [when(without('liability'))], silent: [when(without('audits'))] },
  'processings-missing': { fires: [when({ processings: [] }), when({ processings: [{ processing: null, note: 'Alle' }] })], silent: [when({})] },
  'model-missing': { fires: [when({ model: null })], silent: [when({ model: 'processor' })] },
  'other-model-unapproved': {
    fires: [when({ model: 'processor' }), when({ model: 'processor', model_motivation: 'Zij wijken nooit af.' }), when({ model: 'processor', model_approved_on: '2024-01-01' }), when({ model: 'processor', model_motivation: 'Zij wijken nooit af.', model_approved_on: '2026-11-23' })],
    silent: [when({ model: 'processor', model_motivation: 'Zij wijken nooit af.', model_approved_on: '2024-01-01' }), when({})],
  },
  'main-contract-missing': { fires: [when({ main_contract: null })], silent: [when({ main_contract: 'Geen: losse opdracht' })] },
  'breach-notice-long': { fires: [when({ breach_notice: null }), when({ breach_notice: 'PT25H' }), when({ breach_notice: 'P2D' }), when({ breach_notice: 'P1M' })], silent: [when({ breach_notice: 'P1D' }), when({ breach_notice: 'PT30M' }), when({ breach_notice: 'PT24H' })] },
  'sub-processing-open': { fires: [when({ sub_processing: null })], silent: [when({ sub_processing: 'forbidden' }), when({ sub_processing: 'general' })] },
  'sub-processing-general': { fires: [when({ sub_processing: 'general' })], silent: [when({}), when({ sub_processing: null })] },
  'at-end-open': { fires: [when({ at_end: null })], silent: [when({ at_end: 'destroy' })] },
  'liability-missing': { fires: [when({ liability_per_event: null }), when({ liability_per_year: null })], silent: [when({ liability_per_event: 0, liability_per_year: 0 })] },
  'liability-contradictory': { fires: [when({ liability_per_year: 999_999 })], silent: [when({ liability_per_year: 1_000_000 }), when({ liability_per_year: null })] },
} })

it('H-24: nothing but the processor and the signatures of both keeps an agreement from coming into force; a draft is tested before it is signed', () => {
  const blocking = (stage: RuleContext['stage']) => findingsOf(agreementRules, emptyInput(fields), { ...context, stage }).filter(({ severity }) => severity === 'blocking').map(({ rule }) => rule)
  assert.deepEqual(blocking('draft'), ['processor-missing'])
  assert.deepEqual(blocking('in_review'), ['processor-missing', 'signature-missing'])
})
