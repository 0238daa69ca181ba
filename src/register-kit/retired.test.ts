import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lookups } from './entry.ts'
import { reference, rows, term, terms, text } from './field-types.ts'
import { chosenOutOfUse } from './retired.ts'

const fields = {
  name: text('Naam', 'Name'), department: reference('Afdeling', 'Department', 'department'), service: term('Dienst', 'Service', 'service'), data: terms('Gegevens', 'Data', 'data'),
  bases: rows('Grondslagen', 'Bases', ['grondslag', 'basis'], { law: term('Wet', 'Law', 'law'), note: text('Uitleg', 'Note') }),
}
const one = (key: string, isActive: boolean) => [key, { key, words: { nl: key, en: key }, label: key, marks: [], isActive, validFrom: null, validUntil: null, note: null, citation: null, term: null, disposal: null }] as const
const catalogue = new Map([one('old', false), one('new', true)])
const departments = new Map([['old', { label: 'Opgeheven', isActive: false }], ['new', { label: 'Nieuw', isActive: true }]])
const lookups: Lookups = { terms: new Map([['service', catalogue], ['data', catalogue], ['law', catalogue]]), references: { department: departments, governing_body: new Map(), person: new Map(), participant: new Map() } }
const empty = { name: null, department: null, service: null, data: [], bases: [] }

const cases: [says: string, before: Record<string, unknown>, after: Record<string, unknown>, at: string[]][] = [
  ['nothing chosen', {}, {}, []],
  ['what is in use may be chosen', {}, { department: 'new', service: 'new', data: ['new'], bases: [{ law: 'new', note: null }] }, []],
  ['what is out of use may not', {}, { department: 'old', service: 'old', data: ['new', 'old'], bases: [{ law: 'new', note: null }, { law: 'old', note: null }] }, ['department', 'service', 'data', 'bases.1.law']],
  ['what was there stays', { department: 'old', service: 'old', data: ['old'], bases: [{ law: 'old', note: null }] }, { department: 'old', service: 'old', data: ['new', 'old'], bases: [{ law: 'new', note: null }, { law: 'old', note: 'x' }] }, []],
  ['what went can\'t come back', { service: 'new' }, { service: 'old' }, ['service']],
  ['text that reads like a key is text', {}, { name: 'old' }, []],
]

for (const [says, before, after, at] of cases) {
  test(`choices out of use: ${says}`, () => assert.deepEqual(chosenOutOfUse(fields, { ...empty, ...before }, { ...empty, ...after }, lookups).map((fault) => fault.at), at))
}
