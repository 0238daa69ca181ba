import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isUnusualVolume, noticed, type SeenRecord, type SignalKind, type Surroundings, usualThresholds } from './signal-rules.ts'

const around: Surroundings = {
  isKnownActivity: (activity) => activity === 'known', isOpenAt: (moment) => moment.getUTCHours() >= 8 && moment.getUTCHours() < 17, personBehind: (hex) => ({ wim: 'p-wim', wim2: 'p-wim', coby: 'p-coby' })[hex],
  watchOn: (hex) => hex === 'famous' ? 'w-1' : undefined, watchesOfficeHours: true,
}
const usual: SeenRecord = { startedAt: new Date('2026-11-23T10:00:00Z'), actor: 'wim', subject: 'resident', activity: 'known', isOwn: false }

describe('what one record gives cause for (N-39)', () => {
  const cases: readonly (readonly [what: string, record: Partial<SeenRecord>, kinds: readonly SignalKind[], around?: Partial<Surroundings>])[] = [
    ['ordinary work', {}, []],
    ['an activity that the register doesn’t know', { activity: 'else' }, ['unknown_activity']],
    ['the same without a data subject', { activity: 'else', subject: null }, ['unknown_activity']],
    ['in the evening', { startedAt: new Date('2026-11-23T22:00:00Z') }, ['outside_hours']],
    ['in the evening, where nobody looks at hours', { startedAt: new Date('2026-11-23T22:00:00Z') }, [], { watchesOfficeHours: false }],
    ['in the evening by the application itself', { startedAt: new Date('2026-11-23T22:00:00Z'), actor: null }, []],
    ['in the evening, nobody’s data', { startedAt: new Date('2026-11-23T22:00:00Z'), subject: null }, []],
    ['a colleague', { subject: 'coby' }, ['colleague']],
    ['oneself', { subject: 'wim2' }, []],
    ['a colleague by somebody we can’t name', { actor: 'unknown', subject: 'coby' }, ['colleague']],
    ['a colleague named in this product', { subject: 'coby', isOwn: true }, []],
    ['a colleague named in this product in the evening', { subject: 'coby', isOwn: true, startedAt: new Date('2026-11-23T22:00:00Z') }, []],
    ['a resident’s request read in this product in the evening', { isOwn: true, startedAt: new Date('2026-11-23T22:00:00Z') }, ['outside_hours']],
    ['somebody to watch over', { subject: 'famous' }, ['watched']],
    ['somebody to watch over, at night, for something unknown', { subject: 'famous', activity: 'else', startedAt: new Date('2026-11-23T02:00:00Z') }, ['unknown_activity', 'watched', 'outside_hours']],
  ]
  for (const [what, record, kinds, other] of cases) test(what, () => assert.deepEqual(noticed({ ...usual, ...record }, { ...around, ...other }).map(({ kind }) => kind), kinds))
})

describe('data of unusually many people (N-39)', () => {
  const week = [10, 12, 11, 9, 30]
  const cases: readonly (readonly [what: string, figures: { today: number; own: number[]; peers: number[] }, unusual: boolean])[] = [
    ['few is never unusual', { today: 49, own: [1, 1, 1, 1, 1], peers: [1, 1, 1] }, false],
    ['far more than oneself and others', { today: 120, own: week, peers: [20, 25, 30] }, true],
    ['far more than oneself, like others that day', { today: 120, own: week, peers: [100, 110, 130] }, false],
    ['far more than others, as always', { today: 120, own: [100, 110, 120, 130, 90], peers: [20, 25, 30] }, false],
    ['just at the threshold of oneself', { today: 90, own: [30, 30, 30, 30, 30], peers: [] }, false],
    ['over the threshold of oneself, no others', { today: 91, own: [30, 30, 30, 30, 30], peers: [] }, true],
    ['new here, far more than others', { today: 91, own: [], peers: [30, 30, 30] }, true],
    ['four days are no history', { today: 91, own: [1, 1, 1, 1], peers: [40, 40, 40] }, false],
    ['nothing to compare with: much', { today: 199, own: [], peers: [5, 5] }, false],
    ['nothing to compare with: very much', { today: 200, own: [], peers: [5, 5] }, true],
    ['one wild day doesn’t raise the median', { today: 60, own: [10, 10, 10, 10, 5000], peers: [] }, true],
  ]
  for (const [what, figures, unusual] of cases) test(what, () => assert.equal(isUnusualVolume(figures, usualThresholds), unusual))
})
