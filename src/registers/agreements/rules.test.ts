import assert from 'node:assert/strict'
import { it } from 'node:test'
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { checklist, coveredSubjects } from './checklist.ts'
import { fields, subjects } from './declaration.ts'
import { decideFrom, lastNoticeDay, renewedUntil } from './renewal.ts'
import type { AgreementInput } from './rules-shape.ts'
import { exemplaryAgreement } from './rules.fixtures.ts'
import { agreementRules } from './rules.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, hasOpenRemarks: false, term: catalogueTerms, fact: (_register, _id, key) => ({ stage: 'active' })[key] }
const all = Object.keys(subjects)
const points = checklist.map(({ key }): string => key)
const transfer = (other: Partial<AgreementInput['transfers'][number]>): AgreementInput['transfers'][number] => ({ country: 'US', instrument: 'scc', scc_module: 'two', adequacy_until: null, assessed_on: '2026-01-01', note: null, ...other })
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
  'points-missing': {
    fires: [when({ points: ['scope'] }), when({ points: points.filter((key) => key !== 'unlawful') }, {}, ['De verwerker waarschuwt als een instructie in strijd is met de wet'])],
    silent: [when({ points: [] }), when({ points }), when({ points: points.filter((key) => key !== 'liability' && !key.startsWith('annex')) })],
  },
  'subjects-not-borne-out': {
    fires: [when({ points: points.filter((key) => key !== 'subduties') }, {}, ['Subverwerkers']), when({ points: points.filter((key) => key !== 'liability') }, {}, ['Aansprakelijkheid'])],
    silent: [when({ points: [] }), when({ points }), when({ points: points.filter((key) => key !== 'subduties'), subjects: all.filter((key) => key !== 'sub_processors') })],
  },
  'secrecy-missing': { fires: [when({ secrecy: 'none' })], silent: [when({ secrecy: 'contract' }), when({ secrecy: 'statement' }), when({ secrecy: null })] },
  'secrecy-unsaid': { fires: [when({ secrecy: null })], silent: [when({ secrecy: 'none' })] },
  'promises-missing': { fires: [when({ promises: [] }), when({ promises: ['decides_nothing', 'verifies_demands', 'secrecy_survives', 'answers_for_subs'] }, {}, ['Overlegt opnieuw als de wet verandert'])], silent: [when({})] },
  'exclusions-missing': { fires: [when({ liability_excluded: ['death', 'injury', 'intent'] }, {}, ['Intellectueel eigendom']), when({ liability_excluded: [], liability_per_event: null })], silent: [when({}), when({ liability_excluded: [], liability_per_event: null, liability_per_year: null })] },
  'force-majeure-wide': { fires: [when({ force_majeure: 'wide' }), when({ force_majeure: null })], silent: [when({ force_majeure: 'law' })] },
  'law-or-court-open': { fires: [when({ governing_law: 'other' }), when({ governing_law: null }), when({ court: null })], silent: [when({ governing_law: 'other', note: 'De verwerker levert alleen onder Duits recht.' })] },
  'brp-unchecked': { fires: [when({ is_brp: true }), when({ is_brp: true, brp_checked_on: '2026-11-23' })], silent: [when({ is_brp: true, brp_checked_on: '2026-11-22' }), when({ is_brp: false }), when({ is_brp: null })] },
  'transfer-unfounded': { fires: [when({ transfers: [transfer({ instrument: null })] }, {}, ['US'])], silent: [when({ transfers: [transfer({})] }), when({ transfers: [] })] },
  'transfer-adequacy-over': {
    fires: [when({ transfers: [transfer({ instrument: 'adequacy', adequacy_until: '2026-11-21' })] }, {}, ['US'])],
    silent: [when({ transfers: [transfer({ instrument: 'adequacy', adequacy_until: '2026-11-22' }), transfer({ instrument: 'adequacy', adequacy_until: null }), transfer({ adequacy_until: '2020-01-01' })] })],
  },
  'transfer-unassessed': {
    fires: [when({ transfers: [transfer({ assessed_on: null })] }), when({ transfers: [transfer({ scc_module: null })] }), when({ transfers: [transfer({ instrument: 'bcr', assessed_on: null, scc_module: null })] })],
    silent: [when({ transfers: [transfer({}), transfer({ instrument: 'bcr', scc_module: null }), transfer({ instrument: 'adequacy', assessed_on: null })] })],
  },

  // the two parties
  'signatories-unknown': { fires: [when({ own_signatory: null }), when({ their_signatory_role: null }), when({ their_signed_on: null })], silent: [when({}), when({ own_signatory: null }, { stage: 'draft' })] },
  'our-contact-missing': { fires: [when({ our_contact: null }), when({ our_out_of_hours: null })], silent: [when({})] },
  'notice-unplanned': { fires: [when({ renewal: 'silent' }), when({ renewal: 'silent', notice_term: 'P3M', ends_on: null })], silent: [when({ renewal: 'silent', notice_term: 'P3M' }), when({ renewal: 'none' })] },
  'notice-too-late': {
    fires: [when({ renewal: 'silent', notice_term: 'P3M', notice_from_on: '2027-11-01' })],
    silent: [when({ renewal: 'silent', notice_term: 'P3M', notice_from_on: '2027-10-29' }), when({ renewal: 'agreed', notice_term: 'P3M', notice_from_on: '2028-02-01' }), when({ renewal: 'silent', notice_from_on: '2028-02-01' })],
  },
  'return-late': { fires: [when({ return_by_on: '2026-11-21' })], silent: [when({ return_by_on: '2026-11-22' }), when({ return_by_on: '2026-01-01', returned_on: '2026-02-01', return_report: 'R1' }), when({})] },
  'return-unreported': { fires: [when({ returned_on: '2026-01-01' })], silent: [when({ returned_on: '2026-01-01', return_report: 'Verslag Z-1' }), when({})] },
  'liability-contradictory': { fires: [when({ liability_per_year: 999_999 })], silent: [when({ liability_per_year: 1_000_000 }), when({ liability_per_year: null })] },
} })

it('H-24: nothing but the processor and the signatures of both keeps an agreement from coming into force; a draft is tested before it is signed', () => {
  const blocking = (stage: RuleContext['stage']) => findingsOf(agreementRules, emptyInput(fields), { ...context, stage }).filter(({ severity }) => severity === 'blocking').map(({ rule }) => rule)
  assert.deepEqual(blocking('draft'), ['processor-missing'])
  assert.deepEqual(blocking('in_review'), ['processor-missing', 'signature-missing'])
})

it('H-44: a subject is covered when all its points of the law are; annexes cover none', () => {
  assert.deepEqual(new Set(coveredSubjects(new Set(points))), new Set(all))
  assert.deepEqual(coveredSubjects(new Set(['annexsubs', 'subconsent', 'subduties', 'rights'])), ['rights'])
  assert.deepEqual(new Set(checklist.map(({ subjectOfH44 }) => subjectOfH44)), new Set(all))
})

it('H-44: the last day of notice and when to decide, over months that differ in length', () => {
  const term = { renewal: 'silent', ends_on: '2027-05-31', notice_term: 'P3M' } as const
  assert.deepEqual([lastNoticeDay(term), decideFrom(term)], ['2027-02-28', '2027-01-28'])
  assert.deepEqual([lastNoticeDay({ ...term, renewal: 'agreed' }), decideFrom({ ...term, notice_term: null })], [undefined, null])
  assert.deepEqual([renewedUntil({ ends_on: '2028-02-29', renewal_period: 'P1Y' }), renewedUntil({ ends_on: null, renewal_period: 'P1Y' })], ['2029-02-28', null])
})
