// Questionnaires: each definition walked from end to end: it keeps to the State's own schema, nothing in it is unknown, everything it points at is there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { corrections } from './corrections.ts'
import { compareVersions, definitionOf, readDefinition, versionsOf } from './definition.ts'
import { descriptionHtml, plainWords } from './description.ts'
import { definitionKeys, type Item, parseAddress } from './item.ts'
import { allQuestions, choicesOf, holds, isOptional, layoutOf, questionsIn } from './layout.ts'
import { changedAnswers, seenOf } from './read-section.ts'
import { indicesOf, nextIndex, type AnswerValue, type Copy, type Sheet } from './sheet.ts'
import { termsIn, termsOf } from './terms.ts'

const data = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
const files = { dpia: 'dpia-3.0.yaml', prescan: 'prescan-2.0.yaml', iama: 'iama-2.0.yaml' } as const
const sheetOf = (key: 'dpia' | 'prescan' | 'iama', answers: Record<string, AnswerValue> = {}, copies: readonly Copy[] = []): Sheet => ({ definition: definitionOf(key), answers: new Map(Object.entries(answers)), copies })
const copy = (group: string, index: number, more: Partial<Copy> = {}): Copy => ({ group, index, parent: null, position: index, isRemoved: false, ...more })
const asked = (sheet: Sheet) => new Set(allQuestions(sheet).filter(({ isAsked }) => isAsked).map(({ address }) => address))

describe('H-14 the definitions', () => {
  for (const key of definitionKeys) {
    test(`${key}: keeps to the State’s schema, and every item, rule and pointer is known`, () => {
      const raw = parse(data(files[key]), { schema: 'core' }) as Record<string, unknown>
      const validate = new Ajv2020({ strict: false }).compile(JSON.parse(data('assessment-definition.v2.schema.json')) as object)
      assert.ok(validate(raw), JSON.stringify(validate.errors))
      const definition = definitionOf(key)
      assert.equal(definition.items.length, { dpia: 210, prescan: 57, iama: 137 }[key])
      const questions = allQuestions(sheetOf(key))
      // Each item that takes an answer can be reached, is drawn by one kind of control, and what it points at in another form is there.
      assert.deepEqual(definition.items.filter((item) => !item.isGroup && !questions.some((one) => one.item === item)).map(({ id }) => id), [])
      const drawn = ['text_input', 'open_text', 'select_option', 'multiselect_scrollable', 'checkbox_option', 'radio_option', 'date', 'image']
      assert.deepEqual(definition.items.filter((item) => !item.isGroup && item.types.filter((type) => drawn.includes(type)).length !== 1).map(({ id }) => id), [])
      assert.deepEqual(definition.items.flatMap(({ references }) => references.filter((one) => !definitionOf(one.key).byId.has(one.id)).map((one) => one.id)), [])
      assert.ok(questions.every(({ address, item }) => parseAddress(address).id === item.id))
    })
  }

  test('the DPIA has its seventeen official sections and four around them', () => {
    const { sections } = definitionOf('dpia')
    assert.deepEqual(sections.filter(({ hasOfficialId }) => hasOfficialId).map(({ id }) => Number(id)), Array.from({ length: 17 }, (_, place) => place + 1))
    assert.equal(sections.length, 21)
  })

  test('each correction is still needed, and does something', () => {
    for (const { urn, version, at } of corrections) {
      const key = urn.slice('urn:nl:'.length) as 'prescan'
      assert.notDeepEqual(definitionOf(key, version).byId.get(at), undefined)
    }
    const marked = (sheet: Sheet, id: string) => asked(sheet).has(id)
    assert.ok(marked(sheetOf('prescan', { '1.1.1': 'true', '1.1.2': ['Categorie gewone persoonsgegevens: Overige'] }), '1.1.3'), 'asked once its condition is met')
    assert.ok(!marked(sheetOf('prescan', { '1.1.1': 'true', '1.1.2': ['Categorie gewone persoonsgegevens: Content'] }), '1.1.3'))
  })

  test('what isn’t known, or points nowhere, keeps a definition from being used', () => {
    const base = 'name: X\ndescription: x\nversion: "1.0"\nurn: "urn:nl:dpia"\ntasks:\n  - {task: A, id: "1", type: [open_text], repeatable: false'
    const cases: [string, RegExp][] = [
      ['}', /^$/], [', colour: red}', /Unrecognized key/], [', dependencies: [{type: conditional, action: show, condition: {id: "9", operator: equals, value: true}}]}', /there is no 9/],
      [', calculation: {expression: "surprise(1)", scoreKey: x}}', /function surprise/], [', calculation: {expression: "1 && 2 || 3", scoreKey: x}}', /without brackets/],
      [', sources: [{source: "../secret.png"}]}', /no picture/], [', dependencies: [{type: conditional, action: show, condition: {id: "1", operator: all, value: true}}]}', /./],
      ['}\n  - {task: B, id: "1", type: [open_text], repeatable: false}', /there twice/], ['}\n  - {task: B, id: "2", type: [select_option], repeatable: false}', /nothing to choose/],
    ]
    for (const [more, wrong] of cases) {
      if (wrong.source === '^$') assert.equal(readDefinition(base + more, 'test').items.length, 1)
      else assert.throws(() => readDefinition(base + more, 'test'), wrong, more)
    }
  })

  test('versions count by their numbers', () => {
    assert.ok(compareVersions('3.10', '3.9') > 0 && compareVersions('3', '3.0') === 0 && compareVersions('2.9.9', '3') < 0)
    assert.deepEqual(versionsOf('dpia').map(({ version }) => version), ['3.0'])
    assert.throws(() => definitionOf('dpia', '1.0'), /no definition/)
  })
})

describe('what is asked', () => {
  const item = (key: 'dpia' | 'prescan' | 'iama', id: string): Item => definitionOf(key).byId.get(id)!

  test('a condition looks at its own copy, and one that isn’t asked itself counts for nothing', () => {
    const sheet = sheetOf('dpia', { '2.1.1[0]': 'Naam', '2.1.6[0]': 'false', '2.1.1[3]': 'BSN', '2.1.6[3]': 'true' })
    assert.deepEqual([asked(sheet).has('2.1.7[0]'), asked(sheet).has('2.1.7[3]')], [false, true])
    assert.ok(!asked(sheetOf('prescan', { '7.1.1': 'false', '7.1.2': 'false' })).has('7.1.3'), 'its question hangs on one that is hidden')
    assert.ok(asked(sheetOf('prescan', { '7.1.1': 'true', '7.1.2': 'false' })).has('7.1.3'))
    assert.ok(!asked(sheetOf('prescan', { '6.1.1': 'true', '6.1.2': 'true' })).has('6.1.3'), 'two conditions must both hold')
  })

  test('holds: each operator', () => {
    const cases: [Parameters<typeof holds>[0], AnswerValue | undefined, boolean][] = [
      [{ operator: 'equals', value: true }, 'true', true], [{ operator: 'equals', value: true }, 'True', true], [{ operator: 'equals', value: true }, 'false', false], [{ operator: 'equals', value: true }, undefined, false],
      [{ operator: 'equals', value: 'hoog' }, 'hoog', true], [{ operator: 'equals', value: 'hoog' }, 'HOOG', false], [{ operator: 'equals', value: null }, null, true], [{ operator: 'contains', value: 'b' }, ['a', 'b'], true],
      [{ operator: 'contains', value: 'b' }, 'abc', false], [{ operator: 'any', value: undefined }, '', false], [{ operator: 'any', value: undefined }, 'x', true],
    ]
    for (const [condition, answer, expected] of cases) assert.equal(holds(condition, answer), expected, JSON.stringify([condition, answer]))
  })

  test('a group that follows another is there as often, with that one’s words', () => {
    const sheet = sheetOf('dpia', { '3.1.1[0]': 'Aanvraag', '3.1.1[4]': 'Controle' })
    const part = layoutOf(sheet, item('dpia', '6'))
    assert.deepEqual(questionsIn(part).filter((one) => one.item.id === '6.1.1.1').map(({ address }) => address), ['6.1.1.1[0]', '6.1.1.1[4]'])
    const repeated = part.kind === 'group' ? part.parts[0]! : part
    assert.deepEqual(repeated.kind === 'repeated' && repeated.copies.map(({ label }) => label), ['Gegevensverwerking Aanvraag', 'Gegevensverwerking Controle'])
  })

  test('a nested copy stands in the copy with its own index, or where it was put; what was removed gives its index to nobody', () => {
    const sheet = sheetOf('dpia', { '3.1.1[0]': 'A', '3.1.1[1]': 'B', '6.1.1.1[0]': 'Gemeente', '6.1.1.1[1]': 'Verwerker' }, [copy('6.1.1', 0, { parent: 0 }), copy('6.1.1', 2, { parent: 0 }), copy('6.1.1', 3, { parent: 0, isRemoved: true })])
    assert.deepEqual([indicesOf(sheet, item('dpia', '6.1.1'), 0), indicesOf(sheet, item('dpia', '6.1.1'), 1), nextIndex(sheet, item('dpia', '6.1.1'))], [[0, 2], [1], 4])
    const empty = sheetOf('dpia', {}, [copy('2.1', 0, { isRemoved: true })])
    assert.deepEqual(indicesOf(empty, item('dpia', '2.1'), null), [1], 'there is always one to fill in')
    const taken = sheetOf('dpia', { '3.1.1[0]': 'A', '3.1.1[1]': 'B' }, [copy('6.1.1', 1, { parent: 0 })])
    assert.deepEqual(indicesOf(taken, item('dpia', '6.1.1'), 1), [10001], 'an index that another copy has isn’t used twice')
  })

  test('choices come from answers elsewhere; what was chosen and is gone stays to be seen', () => {
    const sheet = sheetOf('dpia', { '2.1.1[0]': 'Naam', '2.1.1[1]': 'BSN', '2.1.1[2]': 'Naam' })
    assert.deepEqual(choicesOf(sheet, item('dpia', '3.1.3'), ['BSN', 'Adres']).map(({ value, isGone }) => [value, isGone]), [['Naam', false], ['BSN', false], ['Adres', true]])
    assert.deepEqual(choicesOf(sheet, item('dpia', '15.1.1'), []).map(({ value, label }) => [value, label]), [['false', 'Nee'], ['true', 'Ja'], ['null', 'Niet van toepassing']])
  })

  test('only what somebody changed is taken from a form', () => {
    const sheet = sheetOf('dpia', { '1.1': 'Een\nregel', '15.1.1': null })
    const part = layoutOf(sheet, item('dpia', '1'))
    assert.deepEqual(changedAnswers(part, [['a.1.1', 'Een\r\nregel'], ['s.1.1', seenOf(4, 'Een\nregel')]]), [])
    assert.deepEqual(changedAnswers(part, [['a.1.1', 'Anders'], ['s.1.1', seenOf(4, 'Een\nregel')]]).map(({ address, value, seen }) => [address, value, seen]), [['1.1', 'Anders', 4]])
    const rights = layoutOf(sheet, item('dpia', '15'))
    assert.deepEqual(changedAnswers(rights, [['a.15.1.1', 'null'], ['s.15.1.1', seenOf(1, null)], ['a.15.2.1', 'null'], ['s.15.2.1', seenOf(0, undefined)]]).map(({ address, value }) => [address, value]), [['15.2.1', null]])
    assert.deepEqual(changedAnswers(rights, [['a.15.1.1', ''], ['s.15.1.1', seenOf(0, undefined)]]), [], 'nothing stays nothing')
  })

  test('explanations are harmless, and terms are found', () => {
    assert.equal(descriptionHtml('a<br>\n• b\n• <script>x</script>c <a href="javascript:x">d</a>'), 'a<ul><li>b</li><li>c <a rel="noopener noreferrer">d</a></li></ul>')
    assert.equal(plainWords('<strong>A</strong> &amp; [B](#b)'), 'A & B')
    assert.ok(termsOf('dpia').size > 363)
    assert.ok(termsIn('dpia', item('dpia', '8.1.1.2')).some(({ term }) => term.toLowerCase() === 'doorgiftemechanisme'))
    assert.deepEqual([isOptional(item('dpia', '2.3')), isOptional(item('dpia', '2.1.1')), isOptional(item('dpia', '1.2.1'))], [true, false, true])
  })
})
