import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { levelOf, scaleOf, usualScale } from '../risk-frameworks/register.ts'
import { scaleFaults } from '../risk-frameworks/risk-levels.ts'
import { fields as frameworkFields } from '../risk-frameworks/declaration.ts'
import { type AssessmentInput, fields } from './declaration.ts'
import type { Standing } from './facts.ts'
import { aboveAppetite, adoptFaults, adviceFaults, answerFaults, beginFaults, gravest, mustConsult, outcomeFaults, viewFaults } from './may-proceed.ts'
import { nextStepOf } from './next-step.ts'
import { matrixOf, unplaced } from './risk-matrix.ts'
import { type AssessmentRuleKey, assessmentRules } from './rules.ts'
import { type Signs, wantedFor } from './selection.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const today = '2026-11-22'
type Risk = AssessmentInput['risks'][number]
const risk = (likelihood: number, impact: number, left_likelihood: number | null, left_impact: number | null): Risk => ({ risk: 'Gegevens lekken', for_whom: 'Inwoners', source: 'Een fout', likelihood, impact, measures: 'Versleutelen', left_likelihood, left_impact })

/** A DPIA as it was adopted, with nothing wrong. */
const good: AssessmentInput = {
  ...emptyInput(fields), name: 'DPIA bijstand', kind: 'dpia', why: 'new_processing', processings: [{ processing: id, note: null }], owner: id, editor: id, framework: id, started_on: '2026-01-10',
  team: [{ person: id, part: 'privacy_officer' }, { person: id, part: 'iso' }], risks: [risk(4, 4, 1, 4)], subjects_asked: 'asked', subjects_how: 'Cliëntenraad', subjects_result: 'Minder bewaren', staff_watched: false,
  advice_on: '2026-02-01', advice_outcome: 'positive', advice: 'Goed zo', answer: 'followed', answered_on: '2026-02-02', decision: 'start', decided_on: '2026-02-03', high_risk_stays: false, review_from: '2026-02-03',
}
const purchase: AssessmentInput = { ...good, kind: 'purchase', requirements: [{ requirement: 'MFA', subject: 'security', weight: 'must', source: null }, { requirement: 'Wissen', subject: 'privacy', weight: 'must', source: null }] }
const standing = (more: Partial<Standing> = {}): Partial<RuleContext> => ({ ownFact: () => ({ lateActions: [], isReviewLate: false, outgrown: [], dpoIn: [], aboveAppetite: [], isReported: true, ...more }) })
const found = (entry: Partial<AssessmentInput>, on: Partial<RuleContext> = {}, of = good) =>
  findingsOf(assessmentRules, { ...of, ...entry }, { organisationKind: 'municipality', today, stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ...standing(), ...on }).map(({ rule }) => rule)

type Case = readonly [Partial<AssessmentInput>, Partial<RuleContext>?, AssessmentInput?]
const cases: Record<AssessmentRuleKey, { fires: readonly Case[]; silent: readonly Case[] }> = {
  'kind-missing': { fires: [[{ kind: null }]], silent: [[{}]] },
  'owner-missing': { fires: [[{ owner: null }]], silent: [[{}]] },
  'dpo-leads': { fires: [[{}, standing({ dpoIn: ['editor'] })]], silent: [[{}], [{}, { ownFact: () => undefined }]] },
  'processing-missing': { fires: [[{ processings: [] }], [{ processings: [{ processing: null, note: 'x' }] }]], silent: [[{}], [{ processings: [] }, {}, purchase]] },
  'requirements-missing': { fires: [[{ requirements: [] }, {}, purchase], [{ requirements: purchase.requirements.slice(1) }, {}, purchase]], silent: [[{}, {}, purchase], [{ requirements: [] }], [{ requirements: [], started_on: null }, {}, purchase]] },
  'writers-missing': { fires: [[{ team: [] }], [{ team: good.team.slice(1) }]], silent: [[{}], [{ team: [] }, {}, purchase], [{ team: [], started_on: null }]] },
  'framework-missing': { fires: [[{ framework: null }]], silent: [[{}], [{ framework: null, kind: 'pre_dpia' }]] },
  'views-missing': { fires: [[{ subjects_asked: null }], [{ subjects_result: null }]], silent: [[{}], [{ subjects_asked: null }, { stage: 'draft' }], [{ subjects_asked: 'not_asked', subjects_why_not: 'Geen belang' }]] },
  'council-missing': { fires: [[{ staff_watched: true }], [{ staff_watched: true, council_decision: 'refused' }]], silent: [[{}], [{ staff_watched: true, council_decision: 'consented' }], [{ staff_watched: true, council_decision: 'court' }]] },
  'advice-missing': { fires: [[{ advice_on: null }]], silent: [[{}], [{ advice_on: null }, { stage: 'draft' }]] },
  'answer-unexplained': { fires: [[{ answer: 'deviated' }], [{ answer: 'partly' }]], silent: [[{}], [{ answer: 'deviated', answer_reasons: 'Te duur' }]] },
  'above-appetite': { fires: [[{}, standing({ aboveAppetite: [1] })]], silent: [[{}], [{ kind: 'pre_dpia' }, standing({ aboveAppetite: [1] })]] },
  'authority-unasked': { fires: [[{ high_risk_stays: true }]], silent: [[{}], [{ high_risk_stays: true, authority_asked_on: today }], [{ high_risk_stays: true, decision: 'not_start' }], [{ high_risk_stays: true, kind: 'iama' }]] },
  'actions-late': { fires: [[{}, standing({ lateActions: ['Versleutelen'] })]], silent: [[{}]] },
  'test-missing': { fires: [[{}, { isImported: true }]], silent: [[{}], [{ tested_on: today }, { isImported: true }]] },
  'review-late': { fires: [[{}, standing({ isReviewLate: true })]], silent: [[{}], [{}, { ...standing({ isReviewLate: true }), stage: 'draft' }]] },
  'processing-changed': { fires: [[{}, standing({ outgrown: ['Profilering'] })]], silent: [[{}]] },
  'decision-undated': { fires: [[{ decided_on: null }]], silent: [[{}], [{ decided_on: null }, { stage: 'draft' }]] },
}

describe('rules on assessments (H-14, H-15, H-20, H-55, H-66, N-33)', () => {
  for (const [key, { fires, silent }] of Object.entries(cases)) {
    test(`${key} (${assessmentRules[key as AssessmentRuleKey].citation})`, () => {
      for (const [entry, on, of] of fires) assert.ok(found(entry, on, of).includes(key), JSON.stringify(entry))
      for (const [entry, on, of] of silent) assert.ok(!found(entry, on, of).includes(key), `silent: ${JSON.stringify(entry)}`)
    })
  }

  test('none of them finds anything in a DPIA or an investigation that is right', () => {
    assert.deepEqual(found({}), [])
    assert.deepEqual(found({}, {}, purchase), [])
  })
})

const at = (faults: readonly { at: string }[]) => faults.map((fault) => fault.at)

describe('what the law wants before an assessment goes on', () => {
  test('to begin: kind, owner, why, and for all but a purchase an activity (art. 35 lid 1 AVG)', () => {
    assert.deepEqual(at(beginFaults(emptyInput(fields))), ['kind', 'owner', 'why', 'processings'])
    assert.deepEqual(at(beginFaults(good)), [])
    assert.deepEqual(at(beginFaults({ ...purchase, processings: [] })), [])
  })

  test('to ask advice: risks judged twice and the views of data subjects, or requirements (art. 35 lid 7 en 9 AVG)', () => {
    assert.deepEqual(at(adviceFaults(good)), [])
    assert.deepEqual(at(adviceFaults({ ...good, risks: [] })), ['risks'])
    assert.deepEqual(at(adviceFaults({ ...good, risks: [risk(3, 3, null, null)] })), ['risks'])
    assert.deepEqual(at(adviceFaults({ ...good, subjects_asked: null })), ['subjects_asked'])
    assert.deepEqual(at(adviceFaults({ ...good, kind: 'pre_dpia', risks: [], subjects_asked: null })), [])
    assert.deepEqual(at(adviceFaults({ ...purchase, requirements: [] })), ['requirements'])
  })

  test('views: how and what came of it, or why they weren’t asked (art. 35 lid 9 AVG)', () => {
    assert.deepEqual(at(viewFaults({ ...good, subjects_how: null, subjects_result: null })), ['subjects_how', 'subjects_result'])
    assert.deepEqual(at(viewFaults({ ...good, subjects_asked: 'not_asked' })), ['subjects_why_not'])
  })

  test('an answer that leaves the advice gives reasons (art. 35 lid 2 AVG; H-55)', () => {
    for (const [answer, answer_reasons, wrong] of [['followed', null, 0], ['partly', null, 1], ['deviated', null, 1], ['deviated', 'Te duur', 0]] as const) assert.equal(answerFaults({ answer, answer_reasons }).length, wrong, answer)
  })

  test('to adopt: the works council’s consent where employees are watched, the DPO’s advice and its answer (art. 27 WOR; art. 35 lid 2 AVG)', () => {
    assert.deepEqual(at(adoptFaults(good)), [])
    assert.deepEqual(at(adoptFaults({ ...good, staff_watched: null })), ['staff_watched'])
    for (const [council_decision, wrong] of [[null, 1], ['refused', 1], ['consented', 0], ['court', 0]] as const) assert.equal(adoptFaults({ ...good, staff_watched: true, council_decision }).length, wrong)
    assert.deepEqual(at(adoptFaults({ ...good, advice_on: null, answered_on: null })), ['advice', 'answer'])
  })

  test('what the law’s own lists require can’t be decided away, what the supervisors’ criteria suggest can (art. 35 lid 3 en 4 AVG; H-19)', () => {
    const suggested = (citation: string) => ({ level: 'required' as const, reasons: [{ words: { nl: 'Reden', en: 'Reason' }, citation }] })
    assert.deepEqual(at(outcomeFaults(suggested('art. 35 lid 4 AVG; Stcrt. 2019, 64418, nummer 3'), 'not_required')), ['outcome'])
    assert.deepEqual(at(outcomeFaults(suggested('art. 35 lid 3 onder b AVG'), 'dpia_advised')), ['outcome'])
    assert.deepEqual(outcomeFaults(suggested('art. 35 lid 3 onder b AVG'), 'dpia_required'), [])
    assert.deepEqual(outcomeFaults(suggested('art. 35 lid 1 AVG; WP248 rev.01, paragraaf III.B'), 'not_required'), [])
    assert.deepEqual(outcomeFaults(undefined, 'not_required'), [])
  })
})

describe('risks and the framework (art. 35 lid 7 onder c en d, art. 36 lid 1 AVG; H-55)', () => {
  test('a level follows from likelihood times impact', () => {
    for (const [likelihood, impact, level] of [[1, 1, 'low'], [2, 2, 'low'], [1, 5, 'medium'], [3, 3, 'medium'], [2, 5, 'high'], [4, 4, 'high'], [5, 4, 'very_high'], [5, 5, 'very_high'], [null, 3, null], [3, 0, null]] as const) assert.equal(levelOf(usualScale, likelihood, impact), level, `${likelihood} × ${impact}`)
  })

  test('a high risk that stays must be put to the authority, for a DPIA only, whatever the organisation accepts', () => {
    const scale = { ...usualScale, accepted: 'high' as const }
    assert.equal(mustConsult({ kind: 'dpia', risks: [risk(5, 5, 2, 5)] }, scale), true)
    assert.equal(mustConsult({ kind: 'dpia', risks: [risk(5, 5, 3, 3)] }, scale), false)
    assert.equal(mustConsult({ kind: 'iama', risks: [risk(5, 5, 5, 5)] }, scale), false)
    assert.equal(mustConsult({ kind: 'dpia', risks: [] }, scale), false)
  })

  test('what lies above the appetite is named by its place', () => {
    const risks = [risk(5, 5, 1, 1), risk(5, 5, 3, 3), risk(5, 5, 4, 4)]
    for (const [accepted, above] of [['low', [2, 3]], ['medium', [3]], ['high', []], [null, [3]]] as const) assert.deepEqual(aboveAppetite(risks, { ...usualScale, accepted }), above)
    assert.equal(gravest(risks, usualScale, 'before'), 'very_high')
    assert.equal(gravest(risks, usualScale, 'after'), 'high')
    assert.equal(gravest([], usualScale, 'after'), null)
  })

  test('the matrix has each risk in its cell, the greatest likelihood above', () => {
    const matrix = matrixOf([risk(5, 1, 1, 1), risk(5, 1, null, null)], usualScale, 'before')
    assert.deepEqual(matrix[0]!.cells[0], { likelihood: 5, impact: 1, level: 'medium', risks: [1, 2] })
    assert.deepEqual(unplaced([risk(5, 1, 1, 1), risk(5, 1, null, null), risk(6, 6, 6, 6)], usualScale, 'after'), [2, 3])
  })

  test('a framework can’t be adopted with gaps, bands that don’t rise or that no risk reaches', () => {
    const levels = (count: number) => Array.from({ length: count }, (_, index) => ({ level: index + 1, name: `N${index + 1}`, meaning: null }))
    const right = { ...emptyInput(frameworkFields), name: 'Kader', likelihoods: levels(3), impacts: levels(3), medium_from: 3, high_from: 6, very_high_from: 9, appetite: 'medium' as const }
    assert.deepEqual(at(scaleFaults(right)), [])
    assert.deepEqual(at(scaleFaults({ ...right, likelihoods: levels(3).slice(1) })), ['likelihoods', 'very_high_from'])
    assert.deepEqual(at(scaleFaults({ ...right, high_from: 3 })), ['high_from'])
    assert.deepEqual(at(scaleFaults({ ...right, very_high_from: 10 })), ['very_high_from'])
    assert.deepEqual(at(scaleFaults({ ...right, appetite: null })), ['appetite'])
    assert.deepEqual(scaleOf(right).likelihoods.map(({ name }) => name), ['N1', 'N2', 'N3'])
  })
})

describe('where an assessment is needed most (N-33)', () => {
  const quiet: Signs = { isNew: false, outcome: 'not_required', isDpiaDone: false, dpiaOn: null, isReused: true, isLarge: true, hasSpecial: true, hasVulnerable: true, isWatching: true, isOutgrown: false, hasHighAi: false }
  const plain: Signs = { ...quiet, isReused: false, isLarge: false, hasSpecial: false, hasVulnerable: false, isWatching: false }
  for (const [what, signs, kind, why] of [
    ['new, without a pre-DPIA', { ...plain, isNew: true, outcome: null }, 'pre_dpia', 'new_processing'],
    ['running and never assessed', { ...plain, outcome: null }, 'pre_dpia', 'never_done'],
    ['a required DPIA that isn’t there', { ...plain, outcome: 'dpia_required' }, 'dpia', 'never_done'],
    ['older than three years', { ...plain, outcome: 'dpia_required', isDpiaDone: true, dpiaOn: '2023-11-21' }, 'dpia', 'three_years'],
    ['a new purpose after a DPIA', { ...plain, outcome: 'dpia_required', isDpiaDone: true, dpiaOn: '2026-01-01', isOutgrown: true }, 'dpia', 'new_technology'],
  ] as const satisfies readonly (readonly [string, Signs, string, string])[]) {
    test(what, () => {
      const wanted = wantedFor(signs, today)!
      assert.deepEqual([wanted.kind, wanted.why], [kind, why])
      assert.ok(wantedFor({ ...signs, hasSpecial: true, isLarge: true }, today)!.weight > wanted.weight, 'special and many data weigh')
    })
  }
  test('what was assessed and hasn’t changed isn’t named, whatever its data', () => {
    assert.equal(wantedFor(quiet, today), null)
    assert.equal(wantedFor({ ...plain, outcome: 'dpia_required', isDpiaDone: true, dpiaOn: '2023-11-22' }, today), null)
  })
})

test('every state that hasn’t ended says what it waits for', () => {
  for (const kind of ['dpia', 'pre_dpia', 'purchase', 'iama'] as const) for (const status of ['asked', 'filling', 'at_adviser', 'advised', 'deciding']) assert.ok(nextStepOf(status, { ...good, kind }), `${kind} ${status}`)
  assert.equal(nextStepOf('weighing', { ...good, subjects_asked: null })?.verb, 'consult')
  assert.equal(nextStepOf('weighing', { ...good, staff_watched: null })?.verb, 'council')
  assert.equal(nextStepOf('weighing', good)?.verb, 'ask_advice')
  assert.equal(nextStepOf('consulting', good)?.verb, 'ask_authority')
  assert.equal(nextStepOf('archived', good), undefined)
})
