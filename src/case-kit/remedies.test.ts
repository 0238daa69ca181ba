import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OrganisationKind } from '../ground/scope.ts'
import { organisationKinds } from '../ground/scope.ts'
import { remediesFor, remediesForComplaint, remedyConflicts, type RemedyKey, remedyKeys, type RemedyOutcome, type RemedyRight } from './remedies.ts'

const rights: readonly RemedyRight[] = ['information', 'access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'automated', 'police_access', 'police_correction']
const outcomes: readonly RemedyOutcome[] = ['granted', 'partial', 'refused', 'not_taken_up', 'late', 'extended']

const cases: readonly (readonly [kind: OrganisationKind, right: RemedyRight, outcome: RemedyOutcome, ...keys: RemedyKey[]])[] = [
  ['municipality', 'access', 'refused', 'objection', 'mediation', 'authority'],
  ['municipality', 'erasure', 'granted', 'objection', 'mediation', 'authority'],
  ['joint_body', 'portability', 'partial', 'objection', 'mediation', 'authority'],
  ['service_organisation', 'objection', 'not_taken_up', 'objection', 'mediation', 'authority'],
  ['municipality', 'access', 'late', 'default_notice', 'appeal_on_silence', 'authority'],
  ['municipality', 'access', 'extended', 'talk', 'authority'],
  ['municipality', 'information', 'refused', 'talk', 'authority'],
  ['municipality', 'police_access', 'refused', 'objection', 'mediation', 'authority'],
  ['municipality', 'police_correction', 'late', 'default_notice', 'appeal_on_silence', 'authority'],
  ['firm', 'access', 'refused', 'petition', 'mediation', 'authority'],
  ['firm', 'objection', 'granted', 'petition', 'mediation', 'authority'],
  ['firm', 'automated', 'late', 'petition_on_silence', 'authority'],
  ['firm', 'access', 'extended', 'talk', 'authority'],
  ['firm', 'information', 'late', 'civil_court', 'authority'],
]

describe('where somebody may go, by kind of organisation (W-12, P-22, M-14; art. 34 tot en met 36 UAVG)', () => {
  for (const [kind, right, outcome, ...keys] of cases) test(`${kind}, ${right}, ${outcome}: ${keys.join(', ')}`, () => assert.deepEqual(remediesFor(kind, right, outcome).map(({ key }) => key), keys))

  test('every right and outcome of every kind ends with the authority, and names no wrong court', () => {
    for (const kind of organisationKinds) for (const right of rights) for (const outcome of outcomes) {
      const remedies = remediesFor(kind, right, outcome)
      assert.equal(remedies.at(-1)?.key, 'authority')
      assert.equal(new Set(remedies.map(({ key }) => key)).size, remedies.length)
      for (const { key, words, heading, citation } of remedies) {
        assert.ok(remedyKeys.includes(key) && citation.startsWith('art. '))
        for (const text of [words.nl, words.en, heading.nl, heading.en]) assert.ok(text.length > 5 && !/kantonrechter|subdistrict/i.test(text))
      }
    }
  })

  test('a firm’s answer is never objected to, a public body’s never petitioned', () => {
    for (const right of rights) for (const outcome of outcomes) {
      const keys = (kind: OrganisationKind) => remediesFor(kind, right, outcome).map(({ key }) => key)
      if (!right.startsWith('police')) assert.ok(!keys('firm').some((key) => ['objection', 'default_notice', 'appeal_on_silence'].includes(key)))
      assert.ok(!keys('municipality').some((key) => ['petition', 'petition_on_silence', 'civil_court'].includes(key)))
    }
  })

  test('six weeks for an objection and a petition, two after a notice of default, and none after silence', () => {
    const length = (kind: OrganisationKind, outcome: RemedyOutcome, key: RemedyKey) => remediesFor(kind, 'access', outcome).find((one) => one.key === key)?.term?.length.duration
    assert.deepEqual([length('municipality', 'refused', 'objection'), length('firm', 'refused', 'petition'), length('firm', 'refused', 'mediation'), length('municipality', 'late', 'default_notice')], ['P6W', 'P6W', 'P6W', 'P2W'])
    assert.deepEqual([length('firm', 'late', 'petition_on_silence'), length('municipality', 'late', 'appeal_on_silence'), length('firm', 'refused', 'authority')], [undefined, undefined, undefined])
  })

  test('the body that decided and its address stand in the sentence; else “us”', () => {
    const [objection] = remediesFor('municipality', 'access', 'refused', { body: 'het college van Duinrade', address: 'Postbus 1, 1000 AA Duinrade' })
    assert.match(objection!.words.nl, /bezwaar bij het college van Duinrade, Postbus 1, 1000 AA Duinrade\. /)
    assert.match(remediesFor('municipality', 'access', 'refused')[0]!.words.en, /with us\. /)
    assert.match(objection!.words.nl, /iets anders dan het recht/)
    assert.match(remediesFor('firm', 'access', 'extended', { dpo: 'fg@duinrade.example' })[0]!.words.nl, /functionaris gegevensbescherming: fg@duinrade.example\.$/)
    assert.doesNotMatch(remediesFor('firm', 'access', 'extended')[0]!.words.nl, /functionaris/)
  })
})

describe('after a complaint (P-22, W-18; art. 9:12 lid 2 Awb)', () => {
  test('a public body names the ombudsman, a firm the civil court, both the authority', () => {
    assert.deepEqual(remediesForComplaint('municipality').map(({ key }) => key), ['ombudsman', 'authority'])
    assert.deepEqual(remediesForComplaint('firm').map(({ key }) => key), ['civil_court', 'authority'])
  })

  test('what policies say against the law is said, with its article', () => assert.deepEqual(remedyConflicts.map(({ norm }) => norm), ['W-12', 'P-22', 'W-18']))
})
