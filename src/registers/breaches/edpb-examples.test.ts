import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ComparedFacts, edpbExamples, similarExamples } from './edpb-examples.ts'

const nothing: ComparedFacts = { kinds: [], cause: null, protection: null, enisa_data: null, enisa_confidentiality: null, enisa_availability: null, enisa_malicious: null }

const cases: readonly (readonly [what: string, facts: Partial<ComparedFacts>, key: string, report: boolean, inform: boolean])[] = [
  ['a stolen laptop, encrypted', { cause: 'lost_device', kinds: ['confidentiality', 'availability'], protection: 'yes', enisa_data: 'sensitive', enisa_confidentiality: 'none', enisa_malicious: true }, '01/2021-10', false, false],
  ['a stolen laptop, not encrypted', { cause: 'lost_device', kinds: ['confidentiality', 'availability'], protection: 'no', enisa_data: 'simple', enisa_confidentiality: 'unknown', enisa_malicious: true }, '01/2021-11', true, true],
  ['a care file gone astray', { cause: 'lost_device', kinds: ['confidentiality', 'availability'], protection: 'no', enisa_data: 'sensitive', enisa_confidentiality: 'unknown', enisa_availability: 'lost' }, '01/2021-12', true, true],
  ['a letter with an address to a wrong customer', { cause: 'misdirected', kinds: ['confidentiality'], protection: 'no', enisa_data: 'simple', enisa_confidentiality: 'known', enisa_malicious: false }, '01/2021-09', false, false],
  ['a letter with incomes to a wrong customer', { cause: 'misdirected', kinds: ['confidentiality'], protection: 'no', enisa_data: 'financial', enisa_confidentiality: 'known', enisa_malicious: false }, '01/2021-16', true, false],
  ['ransomware with data taken away', { cause: 'hacking', kinds: ['confidentiality', 'availability'], protection: 'no', enisa_data: 'financial', enisa_confidentiality: 'unknown', enisa_availability: 'lost', enisa_malicious: true }, '01/2021-04', true, true],
  ['an employee who took a customer list', { cause: 'insider', kinds: ['confidentiality'], protection: 'no', enisa_data: 'simple', enisa_confidentiality: 'known', enisa_malicious: true }, '01/2021-08', true, false],
  ['a call centre without power', { cause: 'other', kinds: ['availability'], protection: 'no', enisa_data: 'simple', enisa_confidentiality: 'none', enisa_availability: 'temporary', enisa_malicious: false }, '9/2022-iii', false, false],
]

describe('comparison with the EDPB’s examples (N-50; art. 33 lid 1 AVG)', () => {
  for (const [what, facts, key, report, inform] of cases) {
    test(what, () => {
      const [first] = similarExamples({ ...nothing, ...facts })
      assert.deepEqual([first?.example.key, first?.example.report, first?.example.inform], [key, report, inform])
      assert.ok(first!.same.length >= 4 && first!.same.every(({ nl, en }) => nl && en))
    })
  }

  test('every example is found by its own facts, or by one that can’t be told from it', () => {
    for (const one of edpbExamples) {
      const facts = { kinds: one.kinds, cause: one.cause, protection: one.protection, enisa_data: one.data, enisa_confidentiality: one.confidentiality, enisa_availability: one.availability, enisa_malicious: one.malicious }
      assert.deepEqual(similarExamples(facts)[0]!.different, [], one.key)
    }
  })

  test('eighteen and ten, each once; nothing known compares with nothing', () => {
    assert.deepEqual([edpbExamples.filter(({ guideline }) => guideline === '01/2021').length, edpbExamples.length, new Set(edpbExamples.map(({ key }) => key)).size], [18, 28, 28])
    assert.deepEqual(similarExamples(nothing), [])
    assert.ok(similarExamples({ ...nothing, cause: 'misdirected', kinds: ['confidentiality'] }, 3).length === 3)
  })

  test('people are told only where the authority is', () => assert.deepEqual(edpbExamples.filter(({ report, inform }) => inform && !report), []))
})
