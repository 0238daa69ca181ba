// Ways in: what every register of cases asks people outside fits its fields and gives no names away; doubts and spam as a table, without a database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseRegisters } from '../../tied-cases.ts'
import { type Doubt, doubtsOf, readSignedMoment, signedMoment } from './doubts.ts'
import { establishedInput } from './identity.ts'
import { askedBy, faultsOfIntake } from './questions.ts'
import { fixedLogKeys } from '../../../test/support/fixed-log-keys.ts'

const organisation = { id: '', slug: 'x', name: 'X', kind: 'municipality', profile: null, key: Buffer.alloc(32, 1), logKeys: fixedLogKeys } as const
const now = new Date('2026-11-22T10:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('ways in', () => {
  test('every question is a field, none gives names of colleagues or registers away, every address is its own', () => {
    const ways = caseRegisters.flatMap((cases) => cases.intakes.map((intake) => ({ cases, intake })))
    assert.ok(ways.length > 0)
    assert.deepEqual(ways.flatMap(faultsOfIntake), [])
    const paths = ways.map(({ intake }) => intake.path)
    assert.equal(new Set(paths).size, paths.length)
    for (const { cases } of ways) for (const verb of cases.outsideVerbs ?? []) assert.ok(cases.register.lifecycle.verbs[verb]?.act, `${cases.register.key}: ${verb}`)
  })

  const breach = caseRegisters.find(({ register }) => register.key === 'breaches')
  test('N-49, P-14, N-41: nine questions of an employee, seven of a firm, eleven of a processor, beside who they are', () => {
    const count = (key: string) => askedBy({ cases: breach!, intake: breach!.intakes.find((one) => one.key === key)! }).filter(({ key: field }) => !/^(reporter|manager)_/.test(field)).length
    assert.ok(count('employee') >= 9)
    assert.ok(count('firm') >= 7)
    assert.ok(count('processor') >= 11)
  })

  const cases: readonly (readonly [what: string, begun: Date, marks: { isTrapped?: boolean; isUnsigned?: boolean }, texts: readonly string[], doubts: readonly Doubt[]])[] = [
    ['a person', before(60), {}, ['Mijn brief lag bij de buren, zie https://voorbeeld.example'], []],
    ['the field that nobody sees', before(60), { isTrapped: true }, [], ['trap']],
    ['three seconds', before(3), {}, [], ['fast']],
    ['a clock that was set back', new Date(now.getTime() + 60_000), {}, [], ['fast']],
    ['a page that was never fetched', before(60), { isUnsigned: true }, [], ['unsigned']],
    ['five links', before(60), {}, ['www.a.example '.repeat(5)], []],
    ['six links over two answers', before(60), {}, ['www.a.example '.repeat(3), 'https://a.example '.repeat(3)], ['links']],
  ]
  for (const [what, begunAt, marks, texts, doubts] of cases) test(`doubts: ${what}`, () => assert.deepEqual(doubtsOf({ begunAt, marks }, now, texts), doubts))

  test('the moment in a page can’t be made up, taken from elsewhere or kept for days', () => {
    const text = signedMoment(organisation, before(60))
    assert.equal(readSignedMoment(organisation, text, now)?.getTime(), before(60).getTime())
    assert.equal(readSignedMoment({ ...organisation, key: Buffer.alloc(32, 2) }, text, now), undefined)
    assert.equal(readSignedMoment(organisation, text, new Date(now.getTime() + 3 * 86_400_000)), undefined)
    for (const made of ['', '.', 'abc', `${text}x`, text.replace(/^./, 'z'), `${text.split('.')[0]}.`]) assert.equal(readSignedMoment(organisation, made, now), undefined, made)
  })

  test('who signs in for somebody else isn’t taken for that person (a request for someone else)', () => {
    const requests = caseRegisters.find(({ register }) => register.key === 'requests')!.register
    const visit = { kind: 'citizen', subjectHash: Buffer.alloc(32), name: 'Vera Voogd', birthDate: '1980-01-01', level: 'hoog', provider: 'DigiD' } as const
    assert.equal(establishedInput(now, requests.fields, visit, {}).identity_means, 'portal')
    const other = establishedInput(now, requests.fields, visit, { representative_name: 'X', subject_name: 'Kind' })
    assert.deepEqual([other.identity_means, other.subject_name, other.representative_name], [undefined, undefined, 'Vera Voogd'])
  })
})
