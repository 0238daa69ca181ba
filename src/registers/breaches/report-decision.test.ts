import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import { type ClockFacts, clocksOf, incidentClocks } from './incident-clocks.ts'
import { wrongRecipient } from './notification.fixtures.ts'
import { reportAdvice } from './report-decision.ts'
import type { BreachInput } from './step-kit.ts'

const now = new Date('2026-11-21T11:00:00.000Z')
const advised = (change: Partial<BreachInput>, isFinancial = false) => reportAdvice({ ...wrongRecipient, ...change }, now, { isFinancial })

const cases: readonly (readonly [norm: string, what: string, change: Partial<BreachInput>, authority: string, people: string])[] = [
  ['M-15', 'a high risk: both', {}, 'report', 'inform'],
  ['H-37', 'a risk: the authority only', { risk: 'risk' }, 'report', 'not_needed'],
  ['H-37', 'a risk is unlikely: recorded', { risk: 'unlikely' }, 'record', 'not_needed'],
  ['H-37', 'not weighed yet', { risk: null }, 'weigh', 'weigh'],
  ['N-49', 'in doubt is handled as a breach', { judgement: 'doubt', risk: 'risk' }, 'report', 'not_needed'],
  ['P-15', 'a risk without special categories is reported', { data_categories: ['name'], risk: 'risk' }, 'report', 'not_needed'],
  ['W-11', 'no breach at all', { judgement: 'no' }, 'record', 'inform'],
  ['N-64', 'we are the processor', { role: 'processor' }, 'elsewhere', 'elsewhere'],
]

describe('what the law says of reporting and informing (art. 33 en 34 AVG)', () => {
  for (const [norm, what, change, authority, people] of cases) test(`${norm}: ${what}`, () => assert.deepEqual([advised(change).authority.advice, advised(change).people.advice], [authority, people]))

  test('P-15: that special categories don’t matter is said, with its norm', () => {
    assert.ok(advised({ data_categories: ['name'] }).authority.reasons.some(({ norms, citation }) => norms.includes('P-15') && citation === 'art. 33 lid 1 AVG'))
  })

  test('N-50: what speaks against “unlikely” is put to the second person', () => {
    const norms = (change: Partial<BreachInput>) => advised({ risk: 'unlikely', enisa_data: 'simple', enisa_raised: [], subjects_max: 12, enisa_confidentiality: 'known', ...change }).authority.reasons.length
    const plain = norms({})
    assert.deepEqual([norms({ enisa_data: 'sensitive' }), norms({ subjects_max: 251 }), norms({ enisa_confidentiality: 'unknown' }), norms({ subjects_max: 250 })], [plain + 1, plain + 1, plain + 1, plain])
  })

  test('the exceptions of art. 34(3) and art. 41 UAVG stand with their condition, and with what the facts say', () => {
    const holds = (change: Partial<BreachInput>) => advised(change).people.exceptions.map(({ key, holds: does }) => [key, does])
    assert.deepEqual(holds({}), [['unintelligible', false], ['risk_removed', null], ['public_notice', null], ['restricted', null]])
    assert.deepEqual(holds({ protection: 'yes', containment: null })[0], ['unintelligible', true])
    assert.deepEqual(holds({ protection: 'unknown', containment: null }).slice(0, 2), [['unintelligible', null], ['risk_removed', false]])
    assert.deepEqual([advised({ risk: 'risk' }).people.exceptions, advised({}, true).people.advice], [[], 'not_needed'])
    const keys: readonly string[] = fields.inform_exception.choices.map(({ key }) => key)
    assert.ok(advised({}).people.exceptions.every(({ key }) => keys.includes(key)))
  })

  test('open questions are named, and late is counted in hours', () => {
    assert.deepEqual(advised({}).open, [])
    assert.deepEqual(reportAdvice(emptyInput(fields), now).open.length, 11)
    const late = (notified_at: string | null, at: string) => reportAdvice({ ...wrongRecipient, notified_at }, new Date(at)).hoursLate
    assert.deepEqual([late(null, '2026-11-23T09:10:00.000Z'), late(null, '2026-11-23T10:15:00.000Z'), late('2026-11-21T11:00:00.000Z', '2026-12-01T00:00:00.000Z')], [null, 1, null])
  })
})

describe('every clock of one incident (M-15, N-41, W-11; art. 33 en 34 AVG, art. 33a Wpg, art. 26, 27 en 29 Cbw)', () => {
  const facts: ClockFacts = { role: 'controller', regime: 'gdpr', isCyberIncident: false, isReportedByProcessor: false, day: '2026-11-22' }
  const keys = (change: Partial<ClockFacts>) => clocksOf({ ...facts, ...change }).map(({ key }) => key)

  test('by role, law and kind of incident', () => {
    assert.deepEqual(keys({}), ['authority', 'subjects'])
    assert.deepEqual(keys({ isReportedByProcessor: true }), ['authority', 'processor', 'subjects'])
    assert.deepEqual(keys({ role: 'processor' }), ['controller'])
    assert.deepEqual(keys({ regime: 'both' }), ['authority', 'police', 'subjects'])
    assert.deepEqual(keys({ regime: 'wpg' }), ['police'])
    assert.deepEqual(keys({ isCyberIncident: true }), ['authority', 'cyber_warning', 'cyber_report', 'cyber_final', 'subjects'])
  })

  test('the Cyberbeveiligingswet counts from the day it came into force', () => {
    assert.deepEqual([keys({ isCyberIncident: true, day: '2026-08-14' }).length, keys({ isCyberIncident: true, day: '2026-08-15' }).length], [2, 5])
    assert.deepEqual(incidentClocks.filter(({ key }) => key.startsWith('cyber')).map(({ term, citation }) => [term?.duration, citation]), [['PT24H', 'art. 26 lid 1 Cbw'], ['PT72H', 'art. 27 lid 1 Cbw'], ['P1M', 'art. 29 Cbw']])
  })

  test('where the law gives no number, it says so', () => {
    assert.deepEqual(incidentClocks.filter(({ source }) => source === 'agreement').map(({ key }) => key), ['controller', 'processor'])
    assert.deepEqual(incidentClocks.filter(({ term }) => term === null).map(({ key }) => key), ['subjects'])
  })
})
