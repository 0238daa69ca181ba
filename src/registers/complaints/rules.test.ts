import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { loadProfiles } from '../../policy/profiles.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { routeBy, type Standing } from './facts.ts'
import { complaintRules } from './rules.ts'

const when = caseOf<typeof fields>()
const standing = (more: Partial<Standing> = {}): Partial<RuleContext> => ({ ownFact: () => ({ route: 'governing_body', isInvolved: false, ...more }) })
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ...standing() }
const firm = { organisationKind: 'firm' } as const
const someone = '019a0000-0000-7000-8000-000000000003'
const told = '2026-11-10T10:00:00.000Z'

testRules({
  book: complaintRules, fields, context,
  exemplary: {
    ...emptyInput(fields), title: 'Mijn brief lag bij de buren', number: 'KL-001', kind: 'complaint', description: 'De brief over mijn uitkering zat in de bus van nummer 12.', received_at: '2026-10-20T08:00:00.000Z', reporter_email: 'klager@voorbeeld.example',
    significance: 'potential', data_in_danger: true, directors_told_at: '2026-10-20T09:00:00.000Z', route: 'governing_body', handler: someone, talk_outcome: 'not_agreed', hearing: 'heard', hearing_report: 'De indiener vertelde wat er gebeurde.',
    judgement: 'founded', judgement_reason: 'De adressen zijn verwisseld.', answered_at: told, remedies_named: true, changed_practice: 'Twee mensen controleren elke envelop.', practice_task: someone, practice_told_at: told,
  },
  cases: {
    'data-in-danger-untold': { fires: [when({ directors_told_at: null })], silent: [when({}), when({ data_in_danger: false, directors_told_at: null }), when({ data_in_danger: null, directors_told_at: null })] },
    'handler-involved': { fires: [when({ complained_about: someone }), when({}, standing({ isInvolved: true }))], silent: [when({}), when({ handler: null }, standing({ isInvolved: true })), when({}, { ownFact: undefined })] },
    'handler-missing': { fires: [when({ handler: null, answered_at: null })], silent: [when({ handler: null }), when({ answered_at: null })] },
    'route-differs': { fires: [when({ route: 'dpo', judgement_reason: null })], silent: [when({ route: 'dpo' }), when({ judgement_reason: null }), when({ route: null, judgement_reason: null }), when({ route: 'dpo', judgement_reason: null }, { ownFact: undefined })] },
    'description-missing': { fires: [when({ description: null })], silent: [when({})] },
    'received-missing': { fires: [when({ received_at: null })], silent: [when({})] },
    'unreachable': { fires: [when({ reporter_email: null })], silent: [when({ reporter_email: null, reporter_phone: '000 0000000' }), when({ reporter_email: null, reporter_address: 'Dijk 1' })] },
    'significance-missing': { fires: [when({ significance: null })], silent: [when({ significance: 'none' })] },
    'significant-without-measure': {
      fires: [when({ changed_practice: null, practice_task: null }), when({ significance: 'significant', changed_practice: null, practice_task: null })],
      silent: [when({}), when({ changed_practice: null }), when({ significance: 'none', changed_practice: null, practice_task: null }), when({ changed_practice: null, practice_task: null, no_change_reason: 'Eenmalig.' }), when({ changed_practice: null, practice_task: null, answered_at: null })],
    },
    'not-tried-together': { fires: [when({ talk_outcome: null })], silent: [when({ talk_outcome: 'declined' }), when({ talk_outcome: null, judgement: null }), when({ talk_outcome: null, judgement: 'not_taken_up' }), when({ talk_outcome: null, kind: 'question' })] },
    'not-heard': { fires: [when({ hearing: null }), when({ hearing: null, judgement: 'unfounded' })], silent: [when({ hearing: 'waived' }), when({ hearing: null }, firm), when({ hearing: null, judgement: 'not_taken_up' }), when({ hearing: null, talk_outcome: 'agreed' }), when({ hearing: null, kind: 'question' })] },
    'hearing-unreported': { fires: [when({ hearing_report: null })], silent: [when({ hearing_report: null, hearing: 'waived' })] },
    'judgement-unreasoned': { fires: [when({ judgement_reason: null })], silent: [when({ judgement_reason: null, judgement: null })] },
    'refusal-ground-missing': { fires: [when({ judgement: 'not_taken_up' })], silent: [when({ judgement: 'not_taken_up', refusal_ground: 'over_a_year' }), when({ judgement: 'not_taken_up' }, firm)] },
    'refused-late': {
      fires: [when({ judgement: 'not_taken_up', answered_at: '2026-11-18T08:00:00.000Z' }), when({ judgement: 'not_taken_up', answered_at: null })],
      silent: [when({ judgement: 'not_taken_up', answered_at: '2026-11-17T22:30:00.000Z' }), when({ judgement: 'not_taken_up', answered_at: null }, { today: '2026-11-17' }), when({ answered_at: '2026-12-17T22:30:00.000Z' }), when({ judgement: 'not_taken_up', received_at: null }), when({ judgement: 'not_taken_up', answered_at: null }, firm)],
    },
    'remedies-unnamed': { fires: [when({ remedies_named: false }), when({ remedies_named: null })], silent: [when({ remedies_named: null, answered_at: null }), when({ remedies_named: null, talk_outcome: 'agreed' }), when({ remedies_named: null, kind: 'question' })] },
    'practice-unchanged': { fires: [when({ changed_practice: null, practice_task: null }), when({ judgement: 'partly', changed_practice: null, practice_task: null })], silent: [when({ judgement: 'unfounded', changed_practice: null, practice_task: null }), when({ changed_practice: null, practice_task: null, no_change_reason: 'Al hersteld.' })] },
    'change-untold': { fires: [when({ practice_told_at: null })], silent: [when({ practice_told_at: null, answered_at: null }), when({ practice_told_at: null, judgement: 'unfounded' }), when({ practice_told_at: null, changed_practice: null })] },
  },
})

test('H-32 W-13 P-13: who decides on a complaint is what the policy says, and the privacy officer where it is silent', () => {
  const routes = Object.fromEntries(loadProfiles().map((profile) => [profile.key, routeBy(profile)]))
  assert.deepEqual(routes, { 'gemeente-heemstede-2026': 'governing_body', 'gemeente-nieuwegein-2018': 'privacy_officer', 'ict-nml': 'privacy_officer', 'ict-wbw-2022': 'dpo', 'ipmarketing-2018': 'privacy_officer' })
  assert.equal(routeBy(undefined), 'privacy_officer')
})
