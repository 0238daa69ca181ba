import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inLanguage } from '../../ground/words.ts'
import { dataScores, easeScores, loweringFactors, lossScores, raisingFactors } from './enisa-figures.ts'
import { saySeverity, type SeverityAnswers, type SeverityLevel, severityOf } from './enisa-severity.ts'

const plain: SeverityAnswers = { data: 'simple', raised: [], lowered: [], ease: 'maximum', confidentiality: 'known', integrity: 'none', availability: 'none', malicious: false }

/** The first four are the method's own (reference: standards.md e.4). */
const cases: readonly (readonly [what: string, answers: Partial<SeverityAnswers>, score: number, level: SeverityLevel])[] = [
  ['simple data, recognised at once, to one known recipient', {}, 1.25, 'low'],
  ['financial data, fairly easy, to unknown people', { data: 'financial', ease: 'significant', confidentiality: 'unknown' }, 2.75, 'medium'],
  ['sensitive data, fairly easy, to unknown people', { data: 'sensitive', ease: 'significant', confidentiality: 'unknown' }, 3.5, 'high'],
  ['sensitive data, at once, to unknown people, with malice', { data: 'sensitive', confidentiality: 'unknown', malicious: true }, 5, 'very_high'],
  ['exactly two is medium', { data: 'behavioural', confidentiality: 'none' }, 2, 'medium'],
  ['just below two is low', { data: 'behavioural', ease: 'significant', confidentiality: 'known' }, 1.75, 'low'],
  ['exactly three is high', { data: 'financial', confidentiality: 'none' }, 3, 'high'],
  ['exactly four is very high', { data: 'sensitive', confidentiality: 'none' }, 4, 'very_high'],
  ['everything at its worst', { data: 'sensitive', confidentiality: 'unknown', integrity: 'unrecoverable', availability: 'lost', malicious: true }, 6, 'very_high'],
  ['everything at its least', { ease: 'negligible', confidentiality: 'none' }, 0.25, 'low'],
  ['a vulnerable group raises by one', { raised: ['vulnerable'] }, 2.25, 'medium'],
  ['one person lowers by one', { data: 'financial', lowered: ['few'] }, 2.25, 'medium'],
  ['never above four', { data: 'sensitive', raised: ['volume', 'critical'], confidentiality: 'none' }, 4, 'very_high'],
  ['never below one', { lowered: ['public', 'few'], confidentiality: 'none' }, 1, 'low'],
  ['one up and one down is none', { data: 'behavioural', raised: ['volume'], lowered: ['inaccurate'], confidentiality: 'none' }, 2, 'medium'],
  ['data lost for good', { data: 'financial', confidentiality: 'none', availability: 'lost' }, 3.5, 'high'],
]

describe('the severity of a breach, by ENISA’s method (M-15, N-50; art. 33 lid 1 AVG)', () => {
  for (const [what, answers, score, level] of cases) test(what, () => assert.deepEqual([severityOf({ ...plain, ...answers }).score, severityOf({ ...plain, ...answers }).level], [score, level]))

  test('each figure is explained, in both languages', () => {
    const { steps, formula, meaning } = severityOf({ ...plain, data: 'financial', raised: ['vulnerable'], lowered: ['few'], ease: 'significant', confidentiality: 'unknown' })
    assert.deepEqual(steps.map(({ key, figure }) => [key, figure.nl]), [['data', '3'], ['raised', '+1'], ['lowered', '−1'], ['context', '3'], ['ease', '0,75'], ['confidentiality', '+0,5'], ['integrity', '0'], ['availability', '0'], ['malicious', '0'], ['circumstances', '0,5'], ['total', '2,75']])
    assert.deepEqual(formula, { nl: 'SE = 3 × 0,75 + 0,5 = 2,75', en: 'SE = 3 × 0.75 + 0.5 = 2.75' })
    assert.ok(meaning && steps.every(({ words, heading }) => words.nl && words.en && heading.nl && heading.en))
  })

  test('without an answer there is no score, and what is missing is named', () => {
    const empty = severityOf({ data: null, raised: ['volume'], lowered: [], ease: null, confidentiality: null, integrity: null, availability: null, malicious: null })
    assert.deepEqual([empty.missing, empty.score, empty.level, empty.steps], [['data', 'ease', 'confidentiality', 'integrity', 'availability', 'malicious'], null, null, []])
    const half = severityOf({ ...plain, availability: null })
    assert.deepEqual([half.missing, half.score, half.dpc, half.ei, half.cb], [['availability'], null, 1, 1, null])
    assert.equal(saySeverity(half), '')
  })

  test('more than a hundred people and unintelligible data are flagged, and leave the score as it is', () => {
    assert.equal(severityOf({ ...plain, people: 100, isUnintelligible: false }).flags.length, 0)
    const flagged = severityOf({ ...plain, people: 101, isUnintelligible: true })
    assert.deepEqual([flagged.flags.length, flagged.score], [2, 1.25])
  })

  test('said for a list', () => assert.deepEqual([inLanguage('nl', () => saySeverity(severityOf(plain))), inLanguage('en', () => saySeverity(severityOf({ ...plain, data: 'sensitive' })))], ['laag (1,25)', 'very high (4.25)']))
})

describe('for all answers', () => {
  const of = <K extends string>(values: Readonly<Record<K, unknown>>) => fc.constantFrom(...Object.keys(values) as K[])
  const answers: fc.Arbitrary<SeverityAnswers> = fc.record({
    data: of(dataScores), raised: fc.subarray(raisingFactors.map(({ key }) => key)), lowered: fc.subarray(loweringFactors.map(({ key }) => key)), ease: of(easeScores),
    confidentiality: of(lossScores.confidentiality), integrity: of(lossScores.integrity), availability: of(lossScores.availability), malicious: fc.boolean(),
  })

  test('the score stays between 0.25 and 6, in quarters, and its band fits', () => {
    fc.assert(fc.property(answers, (one) => {
      const { score, level, dpc, cb } = severityOf(one)
      assert.ok(score !== null && score >= 0.25 && score <= 6 && Number.isInteger(score * 16) && dpc! >= 1 && dpc! <= 4 && cb! >= 0 && cb! <= 2)
      assert.equal(level, score < 2 ? 'low' : score < 3 ? 'medium' : score < 4 ? 'high' : 'very_high')
    }))
  })

  test('worse is never less grave', () => {
    fc.assert(fc.property(answers, (one) => {
      const score = severityOf(one).score!
      for (const worse of [{ malicious: true }, { ease: 'maximum' }, { confidentiality: 'unknown' }, { availability: 'lost' }, { data: 'sensitive' }, { raised: raisingFactors.map(({ key }) => key) }] as const) assert.ok(severityOf({ ...one, ...worse }).score! >= score)
    }))
  })
})
