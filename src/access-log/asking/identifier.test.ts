import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../ground/ids.ts'
import { type IdentifierKind, namesOf, readIdentifier } from './identifier.ts'

const person = newId()
const typed = (kind: string, value = '', more: { type?: string; person?: string } = {}) => ({ kind, value, type: '', person: '', ...more })

describe('what somebody fills in to look for a person (N-39)', () => {
  const right: readonly (readonly [ReturnType<typeof typed>, value: string])[] = [
    [typed('bsn', '123456782'), '123456782'], [typed('bsn', '1234.56.782'), '123456782'], [typed('bsn', '12345672'), '012345672'], [typed('email', 'Noa@inwoner.example'), 'Noa@inwoner.example'],
    [typed('number', 'K-100'), 'K-100'], [typed('person', '', { person }), person], [typed('other', '7', { type: 'https://zaak.example/klant' }), '7'],
  ]
  for (const [input, value] of right) test(`${input.kind}: ${input.value || 'chosen'}`, () => assert.equal((readIdentifier(input) as { value: string }).value, value))

  const wrong: readonly (readonly [ReturnType<typeof typed>, at: string])[] = [
    [typed('bsn', '123456789'), 'value'], [typed('bsn', '000000000'), 'value'], [typed('bsn', 'abc'), 'value'], [typed('bsn'), 'value'], [typed('email', 'geen adres'), 'value'], [typed('number'), 'value'],
    [typed('number', 'x'.repeat(201)), 'value'], [typed('person', '', { person: 'nobody' }), 'person'], [typed('other', '7'), 'type'], [typed('raar', '7'), 'kind'], [typed(''), 'kind'],
  ]
  for (const [input, at] of wrong) {
    test(`refused: ${input.kind || 'nothing'} ${input.value.slice(0, 12)}`, () => {
      const faults = readIdentifier(input)
      assert.ok(Array.isArray(faults))
      assert.equal(faults[0]!.at, at)
      assert.ok(input.value === '' || !faults[0]!.message.includes(input.value))
    })
  }
})

describe('under which names an application may have logged that person', () => {
  const cases: readonly (readonly [what: string, kind: IdentifierKind, value: string, types: readonly string[], has: readonly string[]])[] = [
    ['a BSN is asked as a BSN only', 'bsn', '123456782', ['klant'], ['bsn 123456782']],
    ['a number under every kind that applications use', 'number', 'K-1', ['klant', 'https://zaak.example/id'], ['personeelsnummer K-1', 'klant K-1', 'klant k-1', 'https://zaak.example/id K-1', 'subject k 1']],
    ['an address in small letters too', 'email', 'Noa@Post.example', [], ['email Noa@Post.example', 'email noa@post.example', 'subject noa@post.example']],
  ]
  for (const [what, kind, value, types, has] of cases) {
    test(what, () => {
      const names = namesOf({ kind, value, type: '' }, types).map(({ type, id }) => `${type} ${id}`)
      for (const name of has) assert.ok(names.includes(name), `${name} in ${names.join(', ')}`)
      if (kind === 'bsn') assert.deepEqual(names, has)
    })
  }

  test('a colleague as the product names them, and by the address', () => {
    assert.deepEqual(namesOf({ kind: 'person', value: person, type: '' }, [], ['wim@voorbeeld.example']).map(({ type }) => type), ['person', 'email', 'user'])
  })
})
