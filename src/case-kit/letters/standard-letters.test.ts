// Standard letters as data: each whole in both languages, with its law and norms, and every merge field of it known to somebody.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import '../../tied-rooms.ts'
import { readPdf, typesIn } from '../../../test/support/pdf.ts'
import { letterBlocks } from '../../documents/letter-blocks.ts'
import { renderPdf } from '../../documents/render-pdf.ts'
import { inLanguage, languages, say } from '../../ground/words.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import { fieldLabels } from './field-labels.ts'
import { fillLetter, gapsIn, mergeFieldsIn } from './fill-letter.ts'
import { lettersDocument } from './letters-list.ts'
import { listFields, unfinished } from './letter-check.ts'
import { fieldLabel } from './merge-fields.ts'
import { lettersFor, standardLetters } from './standard-letters.ts'

describe('standard letters for every step (N-21, H-28, P-22)', () => {
  test('there are more than thirty, of three registers, each key once, with a citation and norms', () => {
    assert.ok(standardLetters.length >= 50, String(standardLetters.length))
    assert.equal(new Set(standardLetters.map(({ key }) => key)).size, standardLetters.length)
    for (const { key, citation, norms } of standardLetters) assert.ok(/^[a-z][a-z0-9-]{1,59}$/.test(key) && /art\.|overweging/.test(citation) && norms.length > 0, key)
    for (const register of ['requests', 'breaches', 'complaints']) assert.ok(standardLetters.filter((one) => one.register === register).length >= 10, register)
  })

  test('they fit states that their register has, and each field is declared or has words of its own', () => {
    for (const letter of standardLetters) {
      const register = registerOf(letter.register)!
      assert.deepEqual(letter.fits.filter((status) => !register.lifecycle.statuses[status]), [], letter.key)
      for (const language of languages) inLanguage(language, () => {
        for (const field of mergeFieldsIn(say(letter.body))) {
          if (field === 'number') continue
          assert.ok(fieldLabels[field] ?? register.fields[field] ?? register.fields[field.replace(/_on$/, '_at')], `${letter.key}: ${field}`)
          assert.doesNotMatch(fieldLabel(register, field), /[[\]{}]/)
        }
      })
      assert.deepEqual(mergeFieldsIn(letter.body.nl).toSorted(), mergeFieldsIn(letter.body.en).toSorted(), letter.key)
    }
  })

  test('each renders in both languages without a gap when its fields are filled; as PDF/UA with its headings', async () => {
    for (const letter of standardLetters) for (const language of languages) {
      const fields = mergeFieldsIn(letter.body[language])
      const body = fillLetter(letter.body[language], Object.fromEntries(fields.map((field) => [field, field === 'salutation' ? 'Beste Jan,' : `waarde van ${field}`])), (field) => field)
      assert.deepEqual(gapsIn(body), [], letter.key)
      assert.deepEqual(unfinished({ addressee: 'Jan', address: null, email: null, subject: letter.subject[language], body, bsnReason: null, isForList: false }), [], letter.key)
      assert.ok(letterBlocks(body).length > 2)
    }
    const blocks = standardLetters.map((letter) => ({ to: ['Jan'], facts: [], subject: letter.subject.nl, blocks: letterBlocks(letter.body.nl) }))
    const pdf = await readPdf(await renderPdf('letter', { organisation: 'Gemeente Duinrade', letterhead: null, accent: null, hasLogo: false, sender: [], mark: null, language: 'nl', letters: blocks }, { title: 'Alle brieven', language: 'nl' }))
    assert.deepEqual([pdf.isTagged, pdf.untagged, pdf.language], [true, 0, 'nl-NL'])
    assert.equal(typesIn(pdf.tags).filter((type) => type === 'H1').length, standardLetters.length)
  })

  test('an access answer names everything that art. 15 asks (H-28, N-20), a refusal its ground and the way on (P-22)', () => {
    const access = mergeFieldsIn(standardLetters.find(({ key }) => key === 'request-access-answer')!.body.nl)
    for (const field of ['purposes', 'data_categories', 'data_recipients', 'retention', 'sources', 'automated_decisions', 'transfers', 'remedy']) assert.ok(access.includes(field), field)
    for (const { key, outcome, body } of standardLetters.filter((one) => ['refused', 'partial', 'not_taken_up'].includes(one.outcome ?? ''))) assert.ok(outcome && mergeFieldsIn(body.nl).includes('remedy'), key)
    const breach = mergeFieldsIn(standardLetters.find(({ key }) => key === 'breach-subjects')!.body.nl)
    for (const field of ['what_happened', 'data_categories', 'likely_consequences', 'containment', 'own_steps', 'dpo_contact']) assert.ok(breach.includes(field), `art. 34 lid 2 AVG: ${field}`)
  })

  test('a firm isn’t offered the letters of the Awb', () => {
    const keys = (kind: 'firm' | 'municipality') => { const { fitting, others } = lettersFor('requests', 'decided', kind); return [...fitting, ...others].map(({ key }) => key) }
    assert.ok(keys('municipality').includes('request-penalty') && !keys('firm').includes('request-penalty'))
  })

  test('docs/letters.md lists them all as they are', () => {
    assert.equal(readFileSync(join(import.meta.dirname, '../../../docs/letters.md'), 'utf8'), lettersDocument(), 'write it again with: node --import ./bin/load-tsx.js scripts/letters-doc.ts')
  })
})

describe('filling a letter', () => {
  const fill = (text: string, values: Parameters<typeof fillLetter>[1], kept?: readonly string[]) => fillLetter(text, values, (field) => field, kept)
  const cases: readonly (readonly [string, string, string])[] = [
    ['a word in a line', fill('Op {{a}} schreef u.', { a: '1 mei' }), 'Op 1 mei schreef u.'],
    ['what isn’t known is a gap', fill('Op {{a}}.', {}), 'Op [[a]].'],
    ['several are a list on a line of their own, and words in a line', fill('{{a}}\n\nDus {{a}}.', { a: ['x', 'y'] }), '- x\n- y\n\nDus x, y.'],
    ['what has nothing to say goes', fill('A\n\n{{a}}\n\nB', { a: '' }), 'A\n\nB'],
    ['a value opens no gap and is no field', fill('{{a}}', { a: 'x [[y]] {{b}}' }), 'x [ [y]] { {b}}'],
    ['a field for a list stays', fill('{{salutation}} {{a}}', { a: 'x' }, ['salutation']), '{{salutation}} x'],
  ]
  for (const [name, made, wanted] of cases) test(name, () => assert.equal(made, wanted))

  test('a letter isn’t final with a gap, without a receiver, with two lines in its subject or with a BSN and no reason (N-31)', () => {
    const letter = { addressee: 'Jan', address: null, email: null, subject: 'Uw verzoek', body: 'Klaar.', bsnReason: null, isForList: false }
    const places = (more: Partial<typeof letter>) => unfinished({ ...letter, ...more }).map(({ at }) => at)
    assert.deepEqual(places({}), [])
    assert.deepEqual(places({ body: 'Nog [[dit]].', addressee: '' }), ['body', 'addressee'])
    assert.deepEqual(places({ subject: 'a\nBcc: b@c.example' }), ['subject'])
    assert.deepEqual(places({ body: 'Uw BSN is 111222333.' }), ['bsnReason'])
    assert.deepEqual(unfinished({ ...letter, body: 'Uw BSN is 111222333.', bsnReason: 'De Belastingdienst vraagt het' }), [])
    assert.deepEqual(unfinished({ ...letter, email: 'a@b.example\r\nBcc: c@d.example' } as Parameters<typeof unfinished>[0]).map(({ at }) => at), ['email'])
    assert.deepEqual(unfinished({ ...letter, isForList: true, body: `{{${listFields[0]}}}` }), [])
  })
})
