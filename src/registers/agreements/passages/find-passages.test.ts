// Finding passages: on the agreements that the patterns were tuned on, on those that they never saw, and on words that look like a subject and aren't one.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agreementDocx, agreementOdt, agreementPdf, tuned, unseen, wrapped, type WrittenAgreement, writtenAgreement } from '../../../../test/support/agreement-files.ts'
import type { Piece } from '../../../document-reading/document-text.ts'
import { readDocument } from '../../../document-reading/read-document.ts'
import { checklist } from '../checklist.ts'
import { findPassages, type Passage, startFinding } from './find-passages.ts'

describe('H-44: passages on agreements', () => {
  const makers: Readonly<Record<string, (written: WrittenAgreement) => Buffer | Promise<Buffer>>> = { annexed: agreementDocx, 'standard-clauses-nl': agreementOdt }

  for (const name of tuned) {
    test(`${name} (tuned on): every point on its page, nothing where nothing is`, () => {
      const written = writtenAgreement(name)
      const result = judge(written, findPassages(asPieces(written)), true)
      assert.deepEqual(result, { missed: [], wrong: [], wrongPage: [], found: result.found })
    })
  }

  // Measured once, after the patterns were done, and kept as it is: 42 of 45 points found, none wrong. “lettered” calls a sub-processor by a word of its own that it defines on another page.
  const missed: Readonly<Record<string, readonly string[]>> = { lettered: ['subconsent', 'subduties', 'subliable'] }
  for (const name of unseen) {
    test(`${name} (never seen before): right pages, absent subjects empty`, async () => {
      const written = writtenAgreement(name)
      const file = await (makers[name] ?? agreementPdf)(written)
      const outcome = await readDocument((async function* () { yield file })())
      assert.equal(outcome.kind, 'read')
      const isPdf = outcome.kind === 'read' && outcome.text.format === 'pdf'
      const result = judge(written, outcome.kind === 'read' ? findPassages(outcome.text.pieces) : [], isPdf)
      assert.deepEqual({ wrong: result.wrong, wrongPage: result.wrongPage }, { wrong: [], wrongPage: [] })
      assert.deepEqual(result.missed, missed[name] ?? [])
    })
  }

  test('looking in turns finds the same', () => {
    const pieces = asPieces(writtenAgreement('english-clauses'))
    const finder = startFinding(pieces)
    while (finder.next(1)) continue
    assert.deepEqual(finder.found(), findPassages(pieces))
  })
})

describe('what isn’t a passage', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['a table of contents', 'Inhoudsopgave\nArtikel 4 Geheimhouding 3\nArtikel 5 Technische en organisatorische beveiligingsmaatregelen voor persoonsgegevens 4\nArtikel 6 Aansprakelijkheid tot ten hoogste 5'],
    ['definitions', 'Artikel 1 Definities\n1.1 Datalek: een inbreuk op de beveiliging die zonder onredelijke vertraging binnen 24 uur is gemeld.\n1.2 Subverwerker: een derde die met toestemming van de Opdrachtgever wordt ingeschakeld.'],
    ['considerations', 'Overwegende dat\n- partijen passende technische en organisatorische maatregelen ter beveiliging van persoonsgegevens belangrijk vinden;\n- een audit naar de naleving van deze overeenkomst mogelijk kan zijn;'],
    ['what is said to be left out', 'Artikel 9 Overig\nOver aansprakelijkheid tot ten hoogste een bedrag van 1 miljoen euro zijn geen afspraken gemaakt. Audits op de naleving van deze overeenkomst zijn hierin niet geregeld.'],
    ['secrecy of prices', 'Artikel 3 Offerte\nMedewerkers houden de prijzen en tarieven in de offerte geheim en geven er geen toegang toe.'],
    ['a check of invoices', 'Artikel 4 Betaling\nDe accountant kan de facturen laten controleren op naleving van deze overeenkomst.'],
    ['instructions for use', 'Artikel 2 Gebruik\nDe leverancier geeft een schriftelijke instructie over het scherm aan alle gebruikers.'],
    ['one word alone', 'Artikel 8 Overig\nBeveiliging. Geheimhouding. Audit. Datalek. Subverwerkers. Doorgifte. Aansprakelijkheid.'],
  ]
  for (const [what, text] of cases) {
    test(what, () => {
      const found = findPassages([{ place: 1, kind: 'text', level: null, text }])
      assert.deepEqual(found.filter(({ isStrong }) => isStrong).map(({ key, quote }) => `${key}: ${quote}`), [])
    })
  }

  test('a running head isn’t text, and a passage that crosses a page stands where it begins', () => {
    const head = 'Verwerkersovereenkomst – geheimhouding persoonsgegevens medewerkers –'
    const pages = ['Artikel 1 Geheimhouding', 'Iedere medewerker die toegang heeft tot persoonsgegevens', 'houdt deze geheim, ook na afloop.'].map((line, index) => [`${head} ${index + 1}`, ...Array.from({ length: 6 }, (_, row) => `Regel ${row} zonder onderwerp.`), line])
    const found = findPassages(pages.map((lines, index) => ({ place: index + 1, kind: 'text' as const, level: null, text: lines.join('\n') })))
    assert.ok(found.every(({ quote }) => !quote.includes('Verwerkersovereenkomst –')))
  })

  test('why it is proposed are the words that stand there', () => {
    for (const { quote, words, key } of findPassages(asPieces(writtenAgreement('numbered-articles')))) {
      assert.ok(words.length > 0, key)
      if (quote.length < 690) for (const word of words) assert.ok(quote.includes(word), `${key}: ${word}`)
    }
  })
})

function asPieces({ pages }: WrittenAgreement): Piece[] {
  return pages.map((paragraphs, index) => ({ place: index + 1, kind: 'text', level: null, text: paragraphs.flatMap(({ text }) => wrapped(text)).join('\n') }))
}

/** What was missed, what was proposed in a paragraph that isn't about it, and what points at another page than the paragraph's. */
function judge({ pages }: WrittenAgreement, passages: readonly Passage[], isPaged: boolean) {
  const paragraphs = pages.flatMap((page, index) => page.map((paragraph) => ({ ...paragraph, page: index + 1 })))
  const about = (passage: Passage) => paragraphs.find(({ covers, mayCover, text }) => [...covers, ...mayCover].includes(passage.key) && (text.includes(passage.quote.slice(0, 50)) || passage.quote.includes(text.slice(0, 50))))
  const wrong = passages.filter((passage) => !about(passage)).map(({ key, quote }) => `${key}: ${quote}`)
  return {
    missed: checklist.map(({ key }) => key).filter((key) => paragraphs.some(({ covers }) => covers.includes(key)) && !passages.some((passage) => passage.key === key && passage.isStrong && about(passage))),
    wrong, wrongPage: isPaged ? passages.filter((passage) => about(passage) && about(passage)!.page !== passage.place).map(({ key, place }) => `${key} ${place}`) : [],
    found: passages.length,
  }
}
