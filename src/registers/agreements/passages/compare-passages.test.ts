// Comparing passages, as a table: what stays the same, what changed, and what went.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { comparePassage } from './compare-passages.ts'
import { paragraphsOf } from './paragraphs.ts'

const quote = '8.1 Leverancier meldt een datalek zonder onredelijke vertraging, en uiterlijk binnen 24 uur nadat zij het ontdekte, aan het meldpunt van Opdrachtgever.'

describe('a passage in a newer document', () => {
  const cases: readonly (readonly [what: string, newer: string, state: string])[] = [
    ['to the letter', quote, 'same'],
    ['under another number', quote.replace('8.1', '9.3'), 'same'],
    ['broken over lines, with other signs', quote.replace(', en', '\nen').replace('.', ' .').replace('zij het', 'zij\nhet'), 'same'],
    ['with another term', quote.replace('24', '72'), 'changed'],
    ['with a condition more', quote.replace('aan het meldpunt', 'tenzij de schade gering is, aan het meldpunt'), 'changed'],
    ['half of it', '8.1 Leverancier meldt een datalek zonder onredelijke vertraging, en uiterlijk binnen 24 uur aan de leverancier van het systeem.', 'changed'],
    ['on the same subject, in other words', '8.1 De verwerker laat onverwijld weten dat er gegevens zijn gelekt.', 'gone'],
    ['not at all', '8.1 De facturen worden per kwartaal verzonden.', 'gone'],
    ['nothing', '', 'gone'],
  ]
  for (const [what, newer, state] of cases) {
    test(`${what}: ${state}`, () => {
      const compared = comparePassage(quote, paragraphsOf([{ place: 1, kind: 'text', level: null, text: 'Artikel 8 Datalekken' }, { place: 2, kind: 'text', level: null, text: newer }]))
      assert.equal(compared.state, state)
      if (compared.state !== 'gone') assert.equal(compared.place, 2)
    })
  }

  test('a passage of signs only is nowhere', () => assert.deepEqual(comparePassage('– –', paragraphsOf([{ place: 1, kind: 'text', level: null, text: quote }])), { state: 'gone' }))
})
