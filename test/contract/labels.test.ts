// Labels: every register speaks Dutch and English everywhere, its keys have one form, its catalogues are shipped, and what names a person isn't public.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loadCatalogues } from '../../src/catalogues/load.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import '../../src/tied-rooms.ts'
import { everyField, labelFaults, labelsOf } from '../support/labels.ts'

/** What reads the same in Dutch and English. */
const same = new Set(['Back-up', 'Big data', 'Contact', 'Dashboard', 'DPIA', 'euro', 'ISO 27001', 'NEN 7510', 'Spreadsheet'])
const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

test('what reads the same in both languages is still somewhere', () => {
  const labels = allRegisters().flatMap((register) => labelsOf(register))
  assert.deepEqual([...same].filter((word) => !labels.some(({ words }) => words?.nl === word && words.en === word)), [])
})

test('a label that is missing, half, unwritten, spaced or said once is found', () => {
  const cases: [{ nl: string; en: string } | undefined, RegExp | undefined][] = [
    [undefined, /both languages/], [{ nl: 'Naam', en: ' ' }, /both languages/], [{ nl: '[te schrijven] naam', en: 'Name' }, /to be written/], [{ nl: 'Naam', en: 'Name [x]' }, /to be written/],
    [{ nl: 'Naam ', en: 'Name' }, /space/], [{ nl: 'Mijn  naam', en: 'My name' }, /space/], [{ nl: 'Naam', en: 'Naam' }, /same/], [{ nl: 'DPIA', en: 'DPIA' }, undefined], [{ nl: 'Naam', en: 'Name' }, undefined],
  ]
  for (const [words, expected] of cases) {
    const faults = labelFaults([{ at: 'fields.name', words }], same)
    if (expected === undefined) assert.deepEqual(faults, [])
    else assert.match(faults.join(), new RegExp(`^fields\\.name.*${expected.source}`))
  }
})

for (const register of allRegisters() as readonly Register[]) {
  describe(`the words of ${register.key}`, () => {
    const fields = everyField(register.fields)

    test('each label is there in Dutch and English', () => {
      assert.deepEqual(labelFaults(labelsOf(register), same), [])
    })

    test('its own name fits a sentence: one in lower case, many with a capital, and an article', () => {
      const { one, many, article } = register.words
      assert.deepEqual([one.nl, one.en].filter((word) => /^[A-Z][a-z]/.test(word)), [])
      assert.deepEqual([many.nl, many.en].filter((word) => !/^[A-Z]/.test(word)), [])
      assert.match(article, /^(de|het)$/)
    })

    test('keys of fields, columns, choices and steps are snake_case; of rules, sections and addresses kebab-case', () => {
      const choices = fields.flatMap(({ field }) => field.type === 'choice' || field.type === 'choices' ? field.choices.map(({ key }) => key) : [])
      assert.deepEqual([register.table, ...fields.map(({ path }) => path.split('.').at(-1)!), ...choices, ...Object.keys(register.lifecycle.verbs), ...Object.keys(register.lifecycle.statuses)].filter((key) => !snakeCase.test(key)), [])
      const resources = Object.values(register.lifecycle.verbs).flatMap(({ resource }) => resource ?? [])
      assert.deepEqual([register.key, register.path, ...Object.keys(register.rules), ...register.sections.map(({ key }) => key), ...register.list.filters.map(({ path }) => path), ...resources].filter((key) => !kebabCase.test(key)), [])
      assert.deepEqual(register.list.filters.filter(({ name }) => !/^[a-z][a-zA-Z0-9]*$/.test(name)), [])
    })

    test('each field stands in exactly one section', () => {
      assert.deepEqual(register.sections.flatMap((section) => [...section.fields]).toSorted(), Object.keys(register.fields).toSorted())
      assert.equal(new Set(register.sections.map(({ key }) => key)).size, register.sections.length)
    })

    test('each catalogue that is named is shipped, and has terms', () => {
      const shipped = new Map(loadCatalogues().map((one) => [one.catalogue, one.terms.length]))
      assert.deepEqual(fields.flatMap(({ field }) => 'catalogue' in field && !shipped.get(field.catalogue) ? [field.catalogue] : []), [])
    })

    test('what identifies a person says so, and is kept off the public page', () => {
      const persons = fields.filter(({ field }) => field.identifies !== undefined || (field.type === 'reference' && field.to === 'person'))
      assert.deepEqual(persons.filter(({ field }) => field.isPublic !== false || field.identifies !== 'person').map(({ path }) => path), [])
    })

    test('each rule cites its source and names norms by their ids', () => {
      for (const [key, rule] of Object.entries(register.rules)) {
        assert.ok(rule.citation.length > 3 && !/[[\]]/.test(rule.citation), key)
        assert.deepEqual(rule.norms.filter((norm) => !/^[A-Z]-\d{2,3}$/.test(norm)), [], key)
      }
    })
  })
}
