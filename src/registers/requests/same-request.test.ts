import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ComparedRequest, likestRequest, sameRequest } from './same-request.ts'
import { type Asking, mayAsk } from './who-may-ask.ts'

const first: ComparedRequest = { right: 'access', subject_name: 'Noor van der Zée', subject_email: 'noor@zee.example', subject_birth_date: null, received_at: '2026-11-01T10:00:00.000Z' }
const second = (change: Partial<ComparedRequest>): ComparedRequest => ({ ...first, received_at: '2026-11-03T10:00:00.000Z', ...change })
const born = { subject_email: null, subject_birth_date: '1980-05-01' }

const cases: readonly (readonly [what: string, one: ComparedRequest, other: ComparedRequest, kind: string])[] = [
  ['the form sent twice', first, second({}), 'duplicate'],
  ['the e-mail in capitals, with a plus', first, second({ subject_email: 'Noor+avg@ZEE.example' }), 'duplicate'],
  ['the name without accents, the other way round', first, second({ subject_name: 'van der Zee, Noor' }), 'duplicate'],
  ['an initial for the first name', first, second({ subject_name: 'N. van der Zee' }), 'duplicate'],
  ['on the last day of two weeks', first, second({ received_at: '2026-11-15T10:00:00.000Z' }), 'duplicate'],
  ['the same right after a month', first, second({ received_at: '2026-12-01T10:00:00.000Z' }), 'repeated'],
  ['the earlier one compared with the later', second({ received_at: '2026-12-01T10:00:00.000Z' }), first, 'repeated'],
  ['after more than a year it is a new request', first, second({ received_at: '2027-11-03T10:00:00.000Z' }), 'none'],
  ['another right of the same person', first, second({ right: 'erasure' }), 'other'],
  ['a right that isn’t known', first, second({ right: null }), 'other'],
  ['a relative at the same address', first, second({ subject_name: 'Karel Berg' }), 'none'],
  ['a namesake elsewhere', first, second({ subject_email: 'noor@berg.example' }), 'none'],
  ['a namesake of whom nothing more is known', { ...first, subject_email: null }, second({ subject_email: null }), 'none'],
  ['by name and birth date', { ...first, ...born }, second(born), 'duplicate'],
  ['mother and daughter at one address', { ...first, subject_birth_date: '1980-05-01' }, second({ subject_birth_date: '2010-05-01' }), 'none'],
  ['by name and customer number', { ...first, subject_email: null, subject_reference: 'K-12' }, second({ subject_email: null, subject_reference: 'k-12' }), 'duplicate'],
  ['an address alone, without names', { ...first, subject_name: null }, second({ subject_name: null }), 'duplicate'],
  ['nobody at all', { ...first, subject_name: null, subject_email: null }, second({ subject_name: null, subject_email: null }), 'none'],
  ['no moment', first, second({ received_at: null }), 'none'],
]

describe('duplicate and repeated requests are recognised, and never refused by themselves (H-62; art. 12 lid 5 AVG)', () => {
  for (const [what, one, other, kind] of cases) {
    test(what, () => {
      assert.equal(sameRequest(one, other).kind, kind)
      assert.equal(sameRequest(other, one).kind, kind, 'either way round')
      assert.equal(sameRequest(one, other).why.length, kind === 'none' ? 0 : 3)
    })
  }

  test('a duplicate goes before a repetition, and that before another right', () => {
    const all = [second({ right: 'erasure' }), second({ received_at: '2026-01-01T00:00:00.000Z' }), second({ received_at: '2026-11-02T00:00:00.000Z' }), second({ subject_email: 'x@y.example' })]
    assert.deepEqual([likestRequest(first, all)?.request, likestRequest(first, all.slice(0, 2))?.sameness.kind, likestRequest(first, all.slice(0, 1))?.sameness.kind, likestRequest(first, all.slice(3))], [all[2], 'repeated', 'other', undefined])
  })
})

describe('who may ask for another (M-13; art. 5 lid 4 UAVG)', () => {
  const ask = (change: Partial<Asking>) => mayAsk({ subjectKind: 'self', birthDate: null, asker: 'subject', day: '2026-11-22', ...change }).may
  const child = (birthDate: string, asker: Asking['asker'], day = '2026-11-22') => ask({ subjectKind: 'minor', birthDate, asker, day })

  test('a child under twelve by a parent; from twelve also themself; from sixteen only themself', () => {
    assert.deepEqual([child('2014-11-23', 'subject'), child('2014-11-22', 'subject'), child('2014-11-22', 'parent'), child('2010-11-23', 'parent'), child('2010-11-22', 'parent'), child('2010-11-22', 'subject')], [false, true, true, true, false, true])
  })

  test('before 1 September 2026 the parent alone until sixteen', () => assert.deepEqual([child('2012-01-01', 'subject', '2026-08-31'), child('2012-01-01', 'subject', '2026-09-01'), child('2012-01-01', 'parent', '2026-08-31')], [false, true, true]))

  test('others show what gives them the right; for who has died the GDPR doesn’t hold', () => {
    assert.deepEqual([ask({}), ask({ asker: 'lawyer' }), ask({ asker: 'authorised' }), ask({ asker: 'parent' }), ask({ subjectKind: 'ward', asker: 'guardian' }), ask({ subjectKind: 'ward' }), ask({ subjectKind: 'deceased', asker: 'heir' })], [true, null, null, null, null, null, false])
  })
})
