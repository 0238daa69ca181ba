// National file: what the State's form wrote comes out the same; older files step by step; what is wrong is said with its place.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Invalid } from '../../ground/refusals.ts'
import { definitionOf } from '../definition.ts'
import { definitionKeys } from '../item.ts'
import { indicesOf } from '../sheet.ts'
import { exampleFile } from './national-file.fixtures.ts'
import { readNationalFile } from './read-file.ts'
import { canonical, type Json, type JsonObject, outputSchema, type TakenApart } from './shape.ts'
import { writeNationalFile } from './write-file.ts'

const inUse = readFileSync(new URL('../../../test/national-forms/dpia-3.0-in-use.json', import.meta.url), 'utf8')
const again = (taken: TakenApart): JsonObject => writeNationalFile({ definition: definitionOf(taken.key, taken.version), answers: taken.answers, copies: taken.copies, completed: new Set(taken.completed), kept: taken.kept, createdAt: String(taken.kept.metadata.createdAt) })
const at = '2026-01-01T00:00:00.000Z'
const file = (answers: JsonObject, more: JsonObject = {}, metadata: JsonObject = {}): string => JSON.stringify({ $schema: outputSchema, metadata: { urn: 'urn:nl:dpia:3.0', createdAt: at, ...metadata }, answers, ...more })
const said = (value: Json): JsonObject => ({ value, lastEditedAt: at })
const faultsOf = (text: string): string[] => {
  try {
    readNationalFile(text)
    return []
  } catch (error) {
    assert.ok(error instanceof Invalid, String(error))
    return error.faults.map(({ message }) => message)
  }
}

describe('H-14 in and out again', () => {
  test('a DPIA in use at the State, byte for byte in canonical order', () => {
    const taken = readNationalFile(inUse)
    assert.equal(canonical(again(taken)), canonical(JSON.parse(inUse) as Json))
    assert.deepEqual([taken.answers.length, taken.migrations, Object.keys(taken.kept.strays)], [167, [], []])
  })

  for (const key of definitionKeys) {
    test(`${key}: every question, gaps, empty copies and unknown keys`, () => {
      const example = exampleFile(definitionOf(key))
      const text = JSON.stringify(example, null, 4)
      const taken = readNationalFile(text)
      const written = again(taken)
      assert.equal(canonical(written), canonical(example))
      assert.equal(canonical(again(readNationalFile(JSON.stringify(written)))), canonical(example))
      const ajv = new Ajv2020({ strict: false, allErrors: true })
      addFormats.default(ajv)
      const validate = ajv.compile(JSON.parse(readFileSync(new URL('../data/assessment-output.v2.schema.json', import.meta.url), 'utf8')) as object)
      validate(written)
      // The IAMA has letters in its numbers, which the State's own schema doesn't foresee; an element may hold no other keys by it, and ours holds one on purpose.
      const errors = (validate.errors ?? []).filter(({ keyword, instancePath }) => !(key === 'iama' && (keyword === 'pattern' || keyword === 'propertyNames')) && !/\/7$|\/3$|\/3\/note|\/7\/note/.test(instancePath))
      assert.deepEqual(errors.filter(({ instancePath, keyword }) => !instancePath.startsWith('/answers') || (keyword !== 'oneOf' && keyword !== 'propertyNames' && keyword !== 'pattern' && keyword !== 'required' && keyword !== 'type')), [])
    })
  }

  test('where a nested copy stands, which the State’s form doesn’t say, goes along and comes back', () => {
    const definition = definitionOf('dpia')
    const answers = ['3.1.1[0]', '3.1.1[1]', '6.1.1.1[0]', '6.1.1.1[1]', '6.1.1.1[2]'].map((address) => ({ address, value: address, said: { lastEditedAt: at } }))
    const copies = [{ group: '6.1.1', index: 2, parent: 0, position: 1, isRemoved: false }]
    const written = writeNationalFile({ definition, answers, copies, completed: new Set(), kept: null, createdAt: at })
    assert.deepEqual((written.metadata as JsonObject).waarborg, { parents: { '6.1.1[2]': 0 } })
    const taken = readNationalFile(JSON.stringify(written))
    const sheet = { definition, answers: new Map(taken.answers.map((one) => [one.address, one.value as string])), copies: taken.copies }
    assert.deepEqual([indicesOf(sheet, definition.byId.get('6.1.1')!, 0), indicesOf(sheet, definition.byId.get('6.1.1')!, 1)], [[2, 0], [1]])
    assert.equal(canonical(again(taken)), canonical(written))
  })

  test('an answer that stands at the top though its group is repeated goes back there', () => {
    const text = file({ '2.1.1[0]': said('los'), '2.1': [{ _index: 1, '2.1.1': said('in de groep') }] })
    assert.equal(canonical(again(readNationalFile(text))), canonical(JSON.parse(text) as Json))
  })

  test('what changed since is written anew, and nothing else', () => {
    const taken = readNationalFile(file({ '1.1': said('oud'), '2.99': said('onbekend') }, { extra: [1, 2] }, { completedTasks: ['2', '1'] }))
    const written = again({ ...taken, answers: [{ address: '1.1', value: 'nieuw', said: { lastEditedAt: at } }], completed: ['1', '4'] })
    assert.deepEqual(written, { $schema: outputSchema, extra: [1, 2], metadata: { urn: 'urn:nl:dpia:3.0', createdAt: at, completedTasks: ['1', '4'] }, answers: { '1.1': said('nieuw'), '2.99': said('onbekend') } })
  })
})

describe('older files', () => {
  test('answers by questionnaire, nicknames in the keys, no version: each made into today’s shape, and said so', () => {
    const old = JSON.stringify({
      metadata: { createdAt: at, activeNamespace: 'dpia' },
      taskState: { dpia: { completedRootTaskIds: ['1'], taskInstances: {
        '2.1_aaa': { taskId: '2.1', parentInstanceId: '2_x' }, '2.1.1_bbb': { taskId: '2.1.1', parentInstanceId: '2.1_aaa' }, '2.1_ccc': { taskId: '2.1', parentInstanceId: '2_x' }, '2.1.1_ddd': { taskId: '2.1.1', parentInstanceId: '2.1_ccc' },
      } } },
      answers: { prescan: { '0.2_q': said('hoort bij de pre-scan') }, dpia: { '1.1_zz': said('Voorstel'), '2.1.1_ddd': said('tweede'), '2.1.1_bbb': said('eerste') } },
    })
    const taken = readNationalFile(old, 'dpia')
    assert.deepEqual(taken.migrations, ['antwoorden-per-formulier', 'versie-aangevuld', 'sleutels-zonder-bijnaam', 'klare-delen-verplaatst'])
    assert.deepEqual(Object.fromEntries(taken.answers.map(({ address, value }) => [address, value])), { '1.1': 'Voorstel', '2.1.1[0]': 'eerste', '2.1.1[1]': 'tweede' })
    assert.deepEqual([taken.version, taken.completed], ['3.0', ['1']])
    assert.deepEqual(readNationalFile(old, 'prescan').answers.map(({ address }) => address), ['0.2'])
  })

  test('an answer that can’t be placed, and a version that isn’t known, are refused with their place', () => {
    assert.match(faultsOf(JSON.stringify({ metadata: { createdAt: at }, answers: { '2.1.1_bbb': said('x') } }))[0]!, /^answers\.2\.1\.1_bbb: .*niet te zeggen waar het hoort/)
    assert.match(faultsOf(file({}, {}, { urn: 'urn:nl:dpia:2.0' }))[0]!, /metadata\.urn: versie 2\.0 .* Bekend: 3\.0/)
    assert.match(faultsOf(file({}, {}, { urn: 'urn:nl:surprise:1.0' }))[0]!, /geen vragenlijst die Waarborg kent/)
    assert.throws(() => readNationalFile(file({}), 'iama'), /andere vragenlijst/)
  })
})

describe('bad files', () => {
  const cases: [string, string, RegExp][] = [
    ['no JSON', '{\n"metadata": {,}', /geen JSON: het gaat mis op regel 2/], ['an array', '[]', /ontbreekt/], ['no answers', '{"metadata":{}}', /ontbreekt/], ['a key that is no question', file({ hallo: said('x') }), /^answers\.hallo: Dit is geen nummer/],
    ['an answer without a value', file({ '1.1': { lastEditedAt: at } }), /^answers\.1\.1: .*“value”/], ['a number as value', file({ '1.1': said(3) }), /^answers\.1\.1\.value/], ['a list of numbers', file({ '1.1': said([3]) }), /^answers\.1\.1\.value/],
    ['no moment', file({ '1.1': { value: 'x' } }), /^answers\.1\.1\.lastEditedAt/], ['a moment that is none', file({ '1.1': { value: 'x', lastEditedAt: 'gisteren' } }), /lastEditedAt/], ['a copy without a number', file({ '2.1': [{ '2.1.1': said('x') }] }), /^answers\.2\.1\[0\]: “_index”/],
    ['a number twice', file({ '2.1': [{ _index: 1 }, { _index: 1 }] }), /^answers\.2\.1\[1\]: _index 1 komt/], ['an answer twice', file({ '2.1.1[0]': said('a'), '2.1': [{ _index: 0, '2.1.1': said('b') }] }), /twee keer/],
    ['a zero character', file({ '1.1': said('a\0b') }), /^answers\.1\.1\.value: Hier staat een teken/], ['half a character', `{"metadata":{"urn":"urn:nl:dpia:3.0","createdAt":"${at}"},"answers":{"1.1":{"value":"\\ud800","lastEditedAt":"${at}"}}}`, /teken dat niet bewaard/],
    ['a number too large', file({}, { big: 1 }).replace('"big":1', '"big":123456789012345678901'), /^big: Dit getal/], ['too deep', file({}, { deep: JSON.parse('['.repeat(60) + ']'.repeat(60)) as Json }), /te diep/],
    ['a prototype', file({}, {}).replace('"answers":{}', '"answers":{"__proto__":{"value":"x"}}'), /mag hier niet staan/], ['a done part that is no text', file({}, {}, { completedTasks: [1] }), /completedTasks/],
  ]
  for (const [name, text, wrong] of cases) test(name, () => assert.match(faultsOf(text).join('\n'), wrong))

  test('many faults are told together, and no more than can be read', () => {
    assert.equal(faultsOf(file(Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`x${place}`, said('x')])))).length, 26)
  })
})
