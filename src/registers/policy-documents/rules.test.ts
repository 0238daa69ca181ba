import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { catalogueTerms } from '../processing-activities/rules.fixtures-terms.ts'
import { fields } from './declaration.ts'
import type { Standing } from './facts.ts'
import { exemplaryPolicy, exemplaryStanding } from './rules.fixtures.ts'
import { policyRules } from './rules.ts'

const when = caseOf<typeof fields>()
const standing = (more: Partial<Standing>): Partial<RuleContext> => ({ ownFact: () => ({ ...exemplaryStanding, ...more }) })
const reading = (more: Partial<NonNullable<Standing['reading']>>) => standing({ reading: { ...exemplaryStanding.reading!, ...more } })
const parentIs = (facts: Readonly<Record<string, unknown>>): Partial<RuleContext> => ({ fact: (_register, _id, key) => facts[key] })
const context: RuleContext = {
  organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2028-05-01', isImported: false, hasOpenRemarks: false, term: catalogueTerms,
  fact: (_register, _id, key) => ({ stage: 'active', level: 'strategic' })[key], ownFact: () => exemplaryStanding,
}

testRules({ book: policyRules, fields, exemplary: exemplaryPolicy, context, cases: {
  'text-missing': { fires: [when({ text: null })], silent: [when({ text: 'Eén zin.' })] },
  'circle': { fires: [when({}, standing({ isInCircle: true })), when({}, { ...standing({ isInCircle: true }), stage: 'draft' })], silent: [when({}), when({}, { ownFact: undefined })] },
  'kind-missing': { fires: [when({ kind: null })], silent: [when({ kind: 'other' })] },
  'level-missing': { fires: [when({ level: null })], silent: [when({})] },
  'audience-missing': { fires: [when({ audience: null })], silent: [when({ audience: 'internal' })] },
  'parent-missing': { fires: [when({ level: 'department', parent: null })], silent: [when({ level: 'tactical', parent: null }), when({ level: 'department' })] },
  'parent-lower': {
    fires: [when({ level: 'strategic' }, parentIs({ level: 'tactical' })), when({ level: 'tactical' }, parentIs({ level: 'department' }))],
    silent: [when({ level: 'tactical' }, parentIs({ level: 'tactical' })), when({ level: 'strategic' }, parentIs({ level: null })), when({ level: 'strategic', parent: null }, parentIs({ level: 'department' })), when({ level: null }, parentIs({ level: 'department' }))],
  },
  'parent-withdrawn': { fires: [when({}, parentIs({ stage: 'ended' }))], silent: [when({}), when({ parent: null }, parentIs({ stage: 'ended' }))] },
  'not-adopted': { fires: [when({}, standing({ adoptions: 0 }))], silent: [when({}, { ...standing({ adoptions: 0 }), stage: 'draft' }), when({}, standing({ adoptions: 1 })), when({}, { ownFact: undefined })] },
  'not-in-force': { fires: [when({}, standing({ isInForce: false }))], silent: [when({}, standing({ isInForce: false, adoptions: 0 })), when({}), when({}, { ...standing({ isInForce: false }), stage: 'in_review' })] },
  'bodies-behind': { fires: [when({}, standing({ behind: ['Burgemeester', 'Gemeenteraad'] }), ['Burgemeester', 'Gemeenteraad'])], silent: [when({}), when({}, { ...standing({ behind: ['Gemeenteraad'] }), stage: 'draft' })] },
  'not-published': { fires: [when({}, standing({ isPublished: false }))], silent: [when({ audience: 'internal' }, standing({ isPublished: false })), when({}, standing({ isPublished: false, adoptions: 0 })), when({})] },
  'evaluation-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' }, ['2026-11-21'])], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: '2020-01-01', stage: 'draft' }), when({}, { reviewDueOn: null })] },
  'reading-behind': {
    fires: [when({}, reading({ read: 26 }), ['26/30']), when({}, reading({ dueOn: '2026-11-21', read: 0 }), ['0/30'])],
    silent: [when({}, reading({ read: 27 })), when({}, reading({ dueOn: '2026-11-22', read: 0 })), when({}, standing({ reading: undefined })), when({}, { ...reading({ read: 0 }), stage: 'draft' })],
  },
  'remarks-open': { fires: [when({}, { hasOpenRemarks: true })], silent: [when({}, { hasOpenRemarks: undefined })] },
} })
