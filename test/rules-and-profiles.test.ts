// Rules and profiles: every rule of every register in the form that people can read, and tied to the norms that it measures.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partsOf } from '../src/policy/evidence.ts'
import { loadProfiles } from '../src/policy/profiles.ts'
import { knownToProfiles, measured } from '../src/tied-rooms.ts'

const rules = measured.flatMap(({ register }) => Object.entries(register.rules).map(([key, rule]) => ({ register, key, rule, name: `${register.key}: ${key}` })))

describe('the rules of all registers', () => {
  it('have words, advice and a citation in the agreed form', () => {
    assert.ok(rules.length > 150)
    // A few carry the law, or keep a list neat, where no policy has a norm.
    assert.ok(rules.filter(({ rule }) => rule.norms.length === 0).length < rules.length / 20)
    for (const { rule: { words, advice, citation, norms, field }, register, name } of rules) {
      for (const text of [words.nl, words.en, advice.nl, advice.en]) assert.match(text, /^[A-Z“].*[.?]$/, name)
      assert.ok(words.nl.length <= 140 && advice.nl.length <= 170, `${name} is short`)
      assert.match(citation, /art\. \d+[a-z]?.*(AVG|UAVG|Wpg|Wabb|Awb|BW|BRP|WOR|2024\/1689)/, name)
      assert.ok(norms.every((norm) => /^[HNMWP]-\d{2}$/.test(norm)), name)
      assert.ok(Object.hasOwn(register.fields, field), name)
    }
  })

  it('never cite a paragraph that its article doesn’t have', () => {
    // Articles of the AVG that rules cite, with the number of their last paragraph (0: not divided).
    const last: Readonly<Record<string, number>> = { 5: 2, 6: 4, 7: 4, 9: 4, 12: 8, 13: 4, 14: 5, 22: 4, 24: 3, 25: 3, 26: 3, 28: 10, 30: 5, 32: 4, 33: 5, 35: 11, 38: 6, 39: 2, 82: 6 }
    const wrong = rules.flatMap(({ rule, name }) => /UAVG|Wpg|Wabb|Awb|2024/.test(rule.citation) ? [] : [...rule.citation.matchAll(/art\. (\d+) lid (\d+)/g)]
      .filter(([, article, paragraph]) => last[article!] !== undefined && Number(paragraph) > last[article!]!).map(([text]) => `${name}: ${text}`))
    assert.deepEqual(wrong, [])
  })

  it('and the policy profiles name each other: rule > norm and norm > rule', () => {
    for (const { norms } of loadProfiles(undefined, knownToProfiles)) {
      for (const { id, evidence } of norms) {
        const parts = partsOf(evidence).flatMap((part) => part.kind === 'findings' ? part.in : [])
        if (parts.length === 0) continue
        const wanted = parts.flatMap(({ register, rules: keys }) => keys.map((key) => `${register}: ${key}`))
        assert.deepEqual(wanted.toSorted(), rules.filter(({ rule }) => rule.norms.includes(id)).map(({ name }) => name).toSorted(), id)
      }
    }
  })
})
