import { describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { caseOf, testRules } from '../../../test/support/rule-cases.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { fields, processes } from './declaration.ts'
import { normOf, type ResponsibilityInput, responsibilityRules } from './rules.ts'
import { startingSteps } from './starting-steps.ts'

const when = caseOf<typeof fields>()
const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, term: () => undefined, ownFact: () => [] }
const exemplary: ResponsibilityInput = startingSteps()[0]!

testRules({
  book: responsibilityRules, fields, context, exemplary,
  cases: {
    'process-missing': { fires: [when({ process: null }), when({ process: 'other' })], silent: [when({}), when({ process: 'other', other_process: 'Oefenen' })] },
    'accountable-missing': { fires: [when({ accountable: [] })], silent: [when({})] },
    'accountable-double': { fires: [when({ accountable: ['iso', 'ciso'] }, {}, ['Informatiebeveiliger (ISO), CISO (informatiebeveiliging)'])], silent: [when({}), when({ accountable: [] })] },
    'responsible-missing': { fires: [when({ responsible: [] })], silent: [when({})] },
    'dpo-carries-out': { fires: [when({ responsible: ['dpo', 'ciso'] }), when({ accountable: ['dpo'] })], silent: [when({ responsible: ['dpo'], nature: 'supervision' }), when({ responsible: ['dpo'], note: 'Alleen bij afwezigheid van de privacy officer.' }), when({})] },
    'nature-missing': { fires: [when({ nature: null, responsible: ['dpo'] })], silent: [when({ nature: null }), when({ responsible: ['dpo'] })] },
    'role-unheld': { fires: [when({ responsible: ['iso', 'ciso'] }, { ownFact: () => ['iso', 'dpo'] }, ['Informatiebeveiliger (ISO)'])], silent: [when({}), when({ responsible: ['iso'] }, { ownFact: undefined }), when({ informed: ['iso'] }, { ownFact: () => ['iso'] })] },
    'part-twice': { fires: [when({ informed: ['process_owner'] }, {}, ['Proceseigenaar']), when({ consulted: ['process_owner'] })], silent: [when({ informed: ['iso'] })] },
  },
})

describe('H-50 H-51 H-52 H-53 H-54 H-55 H-56 H-57: the steps that come with the product', () => {
  const steps = startingSteps()
  test('eight processes, each with its steps in order, every one with a key and a number of its own', () => {
    const counts = Object.keys(normOf).map((process) => steps.filter((step) => step.process === process).map(({ sequence }) => sequence))
    assert.deepEqual(counts.map((own) => own.length), [5, 5, 4, 11, 3, 11, 6, 5])
    for (const own of counts) assert.deepEqual(own, own.map((_, index) => index + 1))
    assert.equal(new Set(steps.map(({ step }) => step)).size, 50)
    assert.equal(new Set(steps.map(({ number }) => number)).size, 50)
    assert.deepEqual(Object.keys(normOf).toSorted(), Object.keys(processes).filter((process) => process !== 'other').toSorted())
  })

  test('have nothing wrong, but for the tensions of the policy with art. 38 lid 6 AVG that it must show', () => {
    const found = steps.flatMap((step) => findingsOf(responsibilityRules, step, context).map(({ rule }) => `${step.step}: ${rule}`))
    assert.deepEqual(found, ['report-authority: dpo-carries-out', 'own-procedure: dpo-carries-out', 'improve-procedure: dpo-carries-out', 'develop-procedures: dpo-carries-out'])
  })
})
