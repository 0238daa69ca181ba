// Rules on breaches, as a table of cases: when each fires and when it doesn't; and what must be there before a decision; no database.
import { minuteOf } from '../../case-kit/moments.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { breachDeadlines } from './deadlines.ts'
import { fields } from './declaration.ts'
import { stepsOf } from './eleven-steps.ts'
import { incidentClocks } from './incident-clocks.ts'
import { closingFaults, informFaults, isReportLate, reportFaults, weighingFaults } from './may-decide.ts'
import { futureFaults, hoursBetween } from './moments.ts'
import { nextStepOf } from './next-step.ts'
import { breachRules } from './rules.ts'
import { severityOfBreach } from './severity.ts'
import type { BreachInput } from './step-kit.ts'

const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-23', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined }
const person = '01990000-0000-7000-8000-000000000001'
const other = '01990000-0000-7000-8000-000000000002'

/** Judged, weighed, reported in time and learnt from: nothing is wrong with it. */
const right: BreachInput = {
  ...emptyInput(fields), name: 'Verkeerde brief', received_at: '2026-11-20T09:00:00.000Z', discovered_at: '2026-11-20T08:00:00.000Z', aware_at: '2026-11-20T10:00:00.000Z', channel: 'colleague', role: 'controller', judgement: 'yes', judgement_reasons: 'Een ander kreeg de brief',
  kinds: ['confidentiality'], cause: 'misdirected', data_categories: ['name'], subjects_min: 1, subjects_max: 1, containment: 'Brief teruggehaald', dpo_warned_at: '2026-11-20T10:00:00.000Z', protection: 'no',
  enisa_data: 'financial', enisa_ease: 'maximum', enisa_confidentiality: 'known', enisa_integrity: 'none', enisa_availability: 'none', enisa_malicious: false, risk: 'risk', weigh_reasons: 'Inkomen bij de buren', weighed_at: '2026-11-20T14:00:00.000Z',
  report_decision: 'report', report_reasons: 'Er is een risico', report_decided_by: person, notified_at: '2026-11-21T10:00:00.000Z', report_settled_at: '2026-11-21T10:00:00.000Z', checks: [{ by: 'reporter', at: null, is_right: true, remarks: null }],
  inform_decision: 'inform', inform_reasons: 'Zij moeten het weten', informed_at: '2026-11-21T12:00:00.000Z', measures: [{ measure: 'Vier ogen bij de post', norm: 'N-50', owner: person, due_on: '2026-12-01', done_on: null }],
}
const rulesOn = (more: Partial<BreachInput>, about: Partial<RuleContext> = {}) => findingsOf(breachRules, { ...right, ...more }, { ...context, ...about }).map(({ rule }) => rule).toSorted()
const waiting: Partial<BreachInput> = { notified_at: null, report_settled_at: null, report_decision: null, inform_decision: null, informed_at: null, checks: [] }
const notReported: Partial<BreachInput> = { ...waiting, report_decision: 'not_report', report_ground: 'risk_unlikely', report_reasons: 'Meteen terug', risk: 'unlikely', confirmed_by: other, report_settled_at: '2026-11-21T10:00:00.000Z', enisa_data: 'simple' }

const cases: readonly (readonly [rule: string, fires: Partial<BreachInput>, not: Partial<BreachInput>])[] = [
  ['H-37 aware-missing', { aware_at: null }, { aware_at: null, judgement: 'no' }],
  ['M-15 aware-before-beginning', { occurred_from: '2026-11-20T11:00:00.000Z' }, { occurred_from: '2026-11-20T10:00:00.000Z' }],
  ['N-24 W-11 judgement-missing', { judgement: null, received_at: '2026-11-21T09:00:00.000Z' }, { judgement: null, received_at: '2026-11-22T09:00:00.000Z' }],
  ['N-50 kinds-missing', { kinds: [] }, { kinds: ['confidentiality', 'availability', 'integrity'] }],
  ['N-41 cause-missing', { cause: null }, { cause: 'other' }],
  ['N-41 number-missing', { subjects_min: null, subjects_max: null }, { subjects_min: null, subjects_max: 40 }],
  ['P-14 data-missing', { data_categories: [] }, { data_categories: ['email'] }],
  ['M-15 containment-missing', { containment: null }, { containment: null, aware_at: '2026-11-23T06:00:00.000Z', discovered_at: null }],
  ['N-24 dpo-not-warned', { dpo_warned_at: null }, { dpo_warned_at: null, judgement: 'no' }],
  ['P-14 directors-not-told', { dangers: ['customers'] }, { dangers: ['customers'], directors_told_at: '2026-11-20T10:00:00.000Z' }],
  ['N-41 processor-late', { channel: 'processor', discovered_at: '2026-11-19T08:59:00.000Z' }, { channel: 'processor', discovered_at: '2026-11-19T09:00:00.000Z' }],
  ['W-11 controller-unknown', { role: 'processor' }, { role: 'processor', controller_name: 'Gemeente Voorbeeld' }],
  ['W-11 controller-not-told', { role: 'processor' }, { role: 'processor', controller_told_at: '2026-11-20T11:00:00.000Z' }],
  ['N-49 numbers-in-text', { what_happened: 'Het BSN 111222333 stond erin.' }, { what_happened: 'Er stond een BSN in.' }],
  ['H-37 N-50 not-weighed', { weighed_at: null, aware_at: '2026-11-21T10:00:00.000Z' }, { weighed_at: null, aware_at: '2026-11-22T10:00:00.000Z' }],
  ['H-37 weighed-lower', { risk: 'unlikely' }, { risk: 'unlikely', protection: 'yes' }],
  ['M-15 report-overdue', { ...waiting, aware_at: '2026-11-19T10:00:00.000Z' }, { ...waiting, aware_at: '2026-11-20T10:00:00.000Z' }],
  ['M-15 delay-reason-missing', { notified_at: '2026-11-23T10:01:00.000Z' }, { notified_at: '2026-11-23T10:01:00.000Z', delay_reason: 'Weekend' }],
  ['H-37 risk-not-reported', { ...notReported, risk: 'risk' }, notReported],
  ['P-15 wrong-ground', { ...notReported, report_ground: 'no_special_data' }, notReported],
  ['N-50 report-reasons-missing', { ...notReported, report_reasons: null }, notReported],
  ['N-50 second-person-missing', { ...notReported, confirmed_by: person }, notReported],
  ['M-15 P-16 high-risk-not-informed', { risk: 'high', informed_at: null }, { risk: 'high', informed_at: null, inform_decision: 'not_inform', inform_exception: 'risk_removed' }],
  ['P-16 inform-decision-missing', { inform_decision: null }, { inform_decision: null, role: 'processor', controller_name: 'Een ander', controller_told_at: '2026-11-20T11:00:00.000Z' }],
  ['N-50 draft-not-checked', { notified_at: null, checks: [] }, { notified_at: null }],
  ['H-63 dilemma-open', { dilemma: 'Melden of niet?' }, { dilemma: 'Melden of niet?', dilemma_outcome: 'Melden' }],
  ['W-11 measures-missing', { measures: [] }, { measures: [], weighed_at: null }],
  ['W-11 measure-owner-missing', { measures: [{ ...right.measures[0]!, owner: null }] }, { measures: [{ ...right.measures[0]!, owner: null, done_on: '2026-11-22' }] }],
  ['W-11 measure-overdue', { measures: [{ ...right.measures[0]!, due_on: '2026-11-22' }] }, { measures: [{ ...right.measures[0]!, due_on: '2026-11-23' }] }],
  ['W-11 measure-norm-odd', { measures: [{ ...right.measures[0]!, norm: 'iets' }] }, { measures: [{ ...right.measures[0]!, norm: null }] }],
  ['P-16 evaluation-missing', { report_settled_at: '2026-10-20T10:00:00.000Z' }, { report_settled_at: '2026-10-20T10:00:00.000Z', evaluation: 'Gedaan' }],
]

describe('rules on breaches', () => {
  test('nothing is wrong with a breach that was handled as it should', () => assert.deepEqual(rulesOn({}), []))
  for (const [name, fires, not] of cases) {
    const rule = name.split(' ').at(-1)!
    test(name, () => {
      assert.ok(rulesOn(fires).includes(rule), `fires, among ${rulesOn(fires).join(' ')}`)
      assert.ok(!rulesOn(not).includes(rule), 'doesn’t fire')
    })
  }
  test('each rule has its cases', () => assert.deepEqual(cases.map(([name]) => name.split(' ').at(-1)!).toSorted(), Object.keys(breachRules).toSorted()))
})

describe('N-50 H-37: each decision is weighed before it can be taken', () => {
  const faults = (found: readonly { at: string }[]) => found.map(({ at }) => at)
  const unweighed: BreachInput = { ...right, enisa_data: null, risk: null, weigh_reasons: null, weighed_at: null }

  test('what is missing is named, question by question', () => {
    assert.deepEqual(faults(weighingFaults(unweighed)), ['enisa_data', 'risk', 'weigh_reasons'])
    assert.deepEqual(faults(reportFaults(unweighed, right)), ['enisa_data', 'risk', 'weigh_reasons', 'weighed_at'])
    assert.deepEqual(faults(informFaults(unweighed, right)), ['enisa_data', 'risk', 'weigh_reasons', 'weighed_at'])
    assert.deepEqual(reportFaults(right, right), [])
  })
  test('not reporting goes by a ground of the law, and not against the own weighing', () => {
    const low: BreachInput = { ...right, risk: 'unlikely' }
    const not = (report_ground: BreachInput['report_ground']) => ({ report_decision: 'not_report' as const, report_ground, report_reasons: 'Zo is het' })
    assert.deepEqual(reportFaults(low, not('risk_unlikely')), [])
    assert.deepEqual(faults(reportFaults(low, not(null))), ['report_ground'])
    assert.deepEqual(faults(reportFaults(right, not('risk_unlikely'))), ['report_decision'])
    assert.deepEqual(faults(reportFaults(right, not('unintelligible'))), ['report_decision'])
    assert.deepEqual(faults(reportFaults(low, not('reported_by_other'))), ['report_ground'])
    assert.deepEqual(reportFaults({ ...right, role: 'joint' }, not('reported_by_other')), [])
  })
  test('P-15: that no special data are involved is no ground, whatever the weighing', () => {
    const [fault] = reportFaults({ ...right, risk: 'unlikely' }, { report_decision: 'not_report', report_ground: 'no_special_data', report_reasons: 'Beleid' })
    assert.match(fault!.message.nl, /geen grond.*art\. 33 lid 1 AVG/)
  })
  test('N-64: a processor doesn’t decide on reporting', () => assert.deepEqual(faults(reportFaults({ ...right, role: 'processor' }, right)), ['role']))
  test('a high risk asks for informing, or for an exception of the law', () => {
    const high: BreachInput = { ...right, risk: 'high' }
    const not = (inform_exception: BreachInput['inform_exception']) => ({ inform_decision: 'not_inform' as const, inform_exception, inform_reasons: 'x' })
    assert.deepEqual(faults(informFaults(high, not('no_high_risk'))), ['inform_exception'])
    assert.deepEqual(faults(informFaults(high, not(null))), ['inform_exception'])
    assert.deepEqual(faults(informFaults(high, not('unintelligible'))), ['inform_exception'])
    assert.deepEqual(informFaults({ ...high, protection: 'yes' }, not('unintelligible')), [])
    assert.deepEqual(informFaults(right, not('no_high_risk')), [])
  })
  test('closing asks for everything that was decided, and late never without its reason', () => {
    const done: BreachInput = { ...right, evaluation: 'Goed' }
    assert.deepEqual(closingFaults(done), [])
    assert.deepEqual(faults(closingFaults({ ...done, notified_at: '2026-11-24T10:00:00.000Z' })), ['delay_reason'])
    assert.deepEqual(faults(closingFaults({ ...right, cause: null, report_settled_at: null, informed_at: null })), ['report_settled_at', 'informed_at', 'cause', 'evaluation'])
    assert.deepEqual(faults(closingFaults({ ...done, role: 'processor', report_settled_at: null })), ['controller_told_at'])
  })
})

describe('moments', () => {
  const now = new Date('2026-11-23T10:00:30Z')
  test('M-15: 72 hours are just in time, a minute more is late; also over the end of summer time', () => {
    assert.equal(isReportLate({ aware_at: '2026-10-23T10:00:00.000Z', notified_at: '2026-10-26T10:00:00.000Z', role: 'controller' }), false)
    assert.equal(isReportLate({ aware_at: '2026-10-23T10:00:00.000Z', notified_at: '2026-10-26T10:01:00.000Z', role: 'controller' }), true)
    assert.equal(hoursBetween('2026-10-24T20:00:00.000Z', '2026-10-25T20:00:00.000Z'), 24)
    assert.equal(hoursBetween(null, '2026-10-25T20:00:00.000Z'), null)
  })
  test('what lies in the future is refused, but for what stood there when the clock was set back', () => {
    const later = { aware_at: '2026-11-23T10:01:00.000Z', discovered_at: '2026-11-23T10:00:00.000Z' }
    assert.deepEqual(futureFaults(later, ['aware_at', 'discovered_at'], now).map(({ at }) => at), ['aware_at'])
    assert.deepEqual(futureFaults(later, ['aware_at', 'discovered_at'], now, later), [])
    assert.equal(minuteOf(now), '2026-11-23T10:00:00.000Z')
  })
})

describe('the clocks that run are those that the law gives', () => {
  const pairs = { report: 'authority', report_police: 'police', tell_controller: 'controller', processor_notice: 'processor', cyber_warning: 'cyber_warning', cyber_report: 'cyber_report', cyber_final: 'cyber_final' } as const
  for (const [key, clock] of Object.entries(pairs)) {
    test(`M-15 N-41: ${key}`, () => {
      const { term, citation } = incidentClocks.find((one) => one.key === clock)!
      assert.deepEqual([breachDeadlines[key]!.term.fallback, breachDeadlines[key]!.term.citation], [term, citation])
    })
  }
  test('each only where it holds: the police act and cyber security beside the AVG, the controller for a processor, an act from its first day', () => {
    const running = (more: Partial<BreachInput>) => Object.entries(breachDeadlines).filter(([, { appliesTo, startsAt }]) => typeof startsAt === 'object' && 'field' in startsAt && startsAt.field === 'aware_at' && (appliesTo?.({ ...right, ...more }) ?? true)).map(([key]) => key)
    assert.deepEqual(running({}), ['report', 'weigh'])
    assert.deepEqual(running({ regime: 'both', is_cyber: true }), ['report', 'report_police', 'weigh', 'cyber_warning', 'cyber_report'])
    assert.deepEqual(running({ regime: 'wpg' }), ['report_police', 'weigh'])
    assert.deepEqual(running({ role: 'processor' }), ['tell_controller', 'weigh'])
    assert.deepEqual(running({ is_cyber: true, aware_at: '2026-08-14T21:59:00.000Z' }), ['report', 'weigh'])
  })
})

describe('the way of a breach', () => {
  test('H-53: eleven steps, and how far each is', () => {
    const steps = stepsOf(right, 'handled')
    assert.equal(steps.length, 11)
    assert.deepEqual(steps.map(({ state }) => state), ['done', 'done', 'current', 'done', 'todo', 'todo', 'done', 'done', 'done', 'todo', 'todo'])
    assert.ok(stepsOf({ ...emptyInput(fields) }, 'reported').every(({ state }, index) => state === (index === 0 ? 'current' : 'todo')))
    assert.ok(steps.some(({ key, note }) => key === 'report-authority' && note?.nl.includes('art. 38 lid 6 AVG')))
  })
  test('the next step is one that the state allows', () => {
    const next = (status: string, more: Partial<BreachInput> = {}) => nextStepOf(status, { ...right, ...more })?.verb
    assert.deepEqual(['reported', 'investigating', 'weighed', 'unconfirmed', 'to_report', 'handled', 'evaluated', 'closed', 'no_breach'].map((status) => next(status)), ['assess', 'weigh', 'decide_report', 'second_look', 'send_draft', 'evaluate', 'close', undefined, undefined])
    assert.equal(next('investigating', { role: 'processor', containment: null }), 'tell_controller')
    assert.equal(next('investigating', { containment: null }), 'contain')
    assert.equal(next('handled', { risk: 'high', inform_decision: null }), 'decide_inform')
    assert.equal(next('handled', { informed_at: null }), 'inform')
  })
  test('the severity is worked out by the entry’s own answers', () => {
    assert.equal(severityOfBreach(right).score, 3.25)
    assert.equal(severityOfBreach({ ...right, enisa_ease: null }).score, null)
  })
})
