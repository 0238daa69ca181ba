// PDF, tested by reading it back: tagged, titled, in its language, with headings in order and every text as it was, whatever stands in it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readPdf, typesIn } from '../../test/support/pdf.ts'
import { TooLarge } from '../ground/refusals.ts'
import { inLanguage } from '../ground/words.ts'
import { divideRegister, mostPages, mostParts } from './document-size.ts'
import type { DocumentEntry, EntryDocument, RegisterDocument } from './document-shapes.ts'
import { fallbackFont } from './fallback-font.ts'
import { printableText } from './printable-text.ts'
import { renderPdf } from './render-pdf.ts'
import { textBlocks } from './text-blocks.ts'

const entry: DocumentEntry = {
  title: 'Bijzondere bijstand', number: 'SD-001', status: 'Actief',
  sections: [
    { heading: 'Wat het is', fields: [{ label: 'Omschrijving', values: ['Inwoners vragen bijstand aan.\nWij betalen uit.'] }] },
    { heading: 'Over wie', fields: [{ label: 'Betrokkenen', values: ['Inwoners', 'Partners', 'Kinderen'] }, { label: 'Gegevens', values: ['Naam en adres'] }] },
    { heading: 'Leeg', fields: [] },
  ],
}
const register: RegisterDocument = { organisation: 'Gemeente Duinrade', heading: 'Register van verwerkingen', lead: '2 verwerkingen. Afdeling: Burgerzaken.', made: '22 november 2026', language: 'nl', entries: [entry, { ...entry, title: 'Paspoorten', number: '', status: '' }] }
const single: EntryDocument = {
  organisation: 'Gemeente Duinrade', heading: 'Register van verwerkingen', lead: '', made: '22 November 2026', language: 'en', entry,
  tables: [{ heading: 'Findings', none: 'No findings.', columns: ['Finding', 'What to do'], rows: [['No retention term', 'Fill in a term']] }, { heading: 'Versions', none: 'No versions yet.', columns: ['Version', 'On'], rows: [] }],
}
const options = { title: 'Register van verwerkingen van Gemeente Duinrade', language: 'nl', day: '2026-11-22' } as const

/** One entry with a single field that holds this text. */
const holding = (text: string): RegisterDocument => ({ ...register, entries: [{ title: 'Bijzondere bijstand', number: '', status: '', sections: [{ heading: 'Wat het is', fields: [{ label: 'Tekst', values: [text] }] }] }] })
const plain = (text: string) => text.replace(/\s+/g, '')

describe('PDF/UA', () => {
  test('a register is tagged, titled, in Dutch, says that it is PDF/UA-1, and has no content without a tag', async () => {
    const pdf = await readPdf(await renderPdf('register', register, options))
    assert.deepEqual([pdf.isTagged, pdf.title, pdf.language, pdf.untagged], [true, 'Register van verwerkingen van Gemeente Duinrade', 'nl-NL', 0])
    assert.match(pdf.metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.match(pdf.metadata, /<rdf:li xml:lang="x-default">Register van verwerkingen van Gemeente Duinrade<\/rdf:li>/)
    assert.match(pdf.metadata, /<xmp:CreateDate>2026-11-22/)
    for (const words of ['Gemeente Duinrade', 'Register van verwerkingen', '2 verwerkingen. Afdeling: Burgerzaken.', 'Gemaakt op 22 november 2026', 'Inhoud', 'Nummer: SD-001 · Status: Actief', 'Wij betalen uit.', 'Naam en adres', 'Pagina 1 van']) assert.ok(pdf.text.includes(words), words)
  })

  test('headings go down a level at a time and are the bookmarks; fields are tables with headings, values a list', async () => {
    const pdf = await readPdf(await renderPdf('register', register, options))
    const types = typesIn(pdf.tags)
    const levels = types.filter((type) => /^H\d$/.test(type)).map((type) => Number(type.slice(1)))
    assert.deepEqual(levels, [1, 1, 2, 2, 2, 1, 2, 2, 2])
    assert.equal(types.filter((type) => type === 'Table').length, 4)
    assert.equal(types.filter((type) => type === 'TH').length, 8)
    assert.equal(types.filter((type) => type === 'LI').length, 6)
    assert.equal(types.filter((type) => type === 'TOCI').length, 2)
    assert.deepEqual(pdf.bookmarks.filter(({ level }) => level === 1).map(({ title }) => title), ['Bijzondere bijstand', 'Paspoorten'])
    assert.deepEqual(pdf.bookmarks.filter(({ level }) => level === 2).map(({ title }) => title).slice(0, 3), ['Wat het is', 'Over wie', 'Leeg'])
  })

  test('one entry in English, with its findings and a table without rows', async () => {
    const pdf = await readPdf(await renderPdf('entry', single, { title: 'Bijzondere bijstand', language: 'en' }))
    assert.deepEqual([pdf.isTagged, pdf.title, pdf.language, pdf.untagged], [true, 'Bijzondere bijstand', 'en-GB', 0])
    for (const words of ['Made on 22 November 2026', 'Number: SD-001', 'No retention term', 'No versions yet.', 'Page 1 of 1']) assert.ok(pdf.text.includes(words), words)
    assert.deepEqual(pdf.bookmarks.map(({ title }) => title), ['Wat het is', 'Over wie', 'Leeg', 'Findings', 'Versions'])
  })

  test('a whole text has its own headings under that of its section, its lists, and its words', async () => {
    const text = textBlocks('# Doel\n\nWij gaan **zorgvuldig** om met gegevens.\n\n## Regels\n\n1. niet meer dan nodig\n2. niet langer dan nodig\n\n- #panic() is tekst')
    const pdf = await readPdf(await renderPdf('register', { ...register, entries: [{ ...entry, sections: [{ heading: 'Tekst', fields: [], texts: [text] }] }] }, options))
    assert.deepEqual([pdf.isTagged, pdf.untagged], [true, 0])
    const types = typesIn(pdf.tags)
    assert.deepEqual(types.filter((type) => /^H\d$/.test(type)), ['H1', 'H1', 'H2', 'H3', 'H4'])
    assert.equal(types.filter((type) => type === 'LI').length, 3)
    for (const words of ['1 Doel', 'Wij gaan zorgvuldig om met gegevens.', '1.1 Regels', 'niet meer dan nodig', '#panic() is tekst']) assert.ok(plain(pdf.text).includes(plain(words)), words)
  })

  test('a register without entries', async () => {
    const pdf = await readPdf(await renderPdf('register', { ...register, entries: [] }, options))
    assert.deepEqual([pdf.pages.length, pdf.untagged], [1, 0])
  })
})

describe('hostile text comes out as text', () => {
  const texts: [name: string, text: string, shown?: string][] = [
    ['Typst code', '#import "/etc/passwd": * #read("parts.typ") #panic() $x^2$ <label> @ref *b* _c_ `d` // e \\ #[f]'],
    ['control characters and NUL', 'a\0b\u0007c\u001b[31m', 'a␀b␇c␛[31m'],
    ['right to left', 'שלום עולם', 'שלום'],
    ['emoji', 'hart 😀 huis 🏠', '😀'],
    ['Chinese, Thai, Devanagari', '你好 ไทย हिन्दी', '你好'],
    ['a character that hardly any font has', '\u{13000}\u{20000}', '[U+13000][U+20000]'],
    ['marks of direction', 'a\u202etxt.exe\u202c b', 'xe.txt'],
    ['quotes, dashes and brackets as they were typed', '"a" \'b\' -- --- ... <<c>> ~ it\'s'],
    ['JSON and PDF syntax', '{"a": "\\u0000"} (b) << /Type /Catalog >> endobj %%EOF'],
    ['ligatures', 'officiële fles flink affiche', 'officiële fles flink affiche'],
  ]
  for (const [name, text, shown] of texts) test(name, async () => {
    const pdf = await readPdf(await renderPdf('register', holding(text), options))
    const wanted = plain(shown ?? text)
    assert.ok(plain(pdf.text).includes(wanted), `${wanted} isn’t in ${pdf.text}`)
    assert.equal(pdf.untagged, 0)
  })

  test('it may stand anywhere: in titles, headings, labels and the name of the organisation', async () => {
    const odd = '#x\0 *y* \n😀 \u202e'
    const entries = [{ title: odd, number: odd, status: odd, sections: [{ heading: odd, fields: [{ label: odd, values: [odd, odd] }] }] }]
    const pdf = await readPdf(await renderPdf('register', { ...register, organisation: odd, heading: odd, lead: odd, made: odd, entries }, { ...options, title: odd }))
    assert.equal(pdf.title, '#x␀ *y* 😀 \u202e'.trim())
    assert.equal(pdf.text.match(/#x␀ \*y\*/g)!.length >= 9, true)
  })

  test('20,000 characters without a space break over the lines and none is lost', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(97 + (index * 7) % 26)).join('')
    const pdf = await readPdf(await renderPdf('register', holding(text), options))
    const body = pdf.pages.map((page) => page.split(/\r?\n/).filter((line) => !/Duinrade|Pagina|Veld/.test(line)).join('')).join('')
    assert.ok(plain(body).replace(/\ufffe|\u0002/g, '').includes(text))
    assert.ok(pdf.pages.length > 5)
  })

  test('each character that our text may hold has a glyph in one of the fonts', async () => {
    const { hasGlyph } = fallbackFont()
    let text = ''
    for (let code = 1; code <= 0x10ffff; code++) {
      // Of the scripts of the East and of emoji one in eight: all of them takes a quarter of a minute.
      if ((code >= 0xd800 && code <= 0xdfff) || (code > 0x3000 && code % 8 > 0)) continue
      const character = String.fromCodePoint(code)
      if (printableText(character, hasGlyph) === character) text += code % 24 === 0 ? `${character} ` : character
    }
    assert.ok(text.length > 15_000)
    const pdf = await readPdf(await renderPdf('register', holding(text), options))
    assert.doesNotMatch(pdf.text, /\[U\+/)
  })
})

describe('large registers', () => {
  const large: DocumentEntry = { ...entry, sections: Array.from({ length: 40 }, () => entry.sections[1]!) }
  const many = (count: number): RegisterDocument => ({ ...register, entries: Array.from({ length: count }, (_, index) => ({ ...large, title: `Verwerking ${index}` })) })

  test('a small register stays one document; a large one is divided, in order, without losing an entry, and says which part it is', () => {
    assert.deepEqual(divideRegister(register), [register])
    const parts = divideRegister(many(400))
    assert.ok(parts.length > 1 && parts.length <= mostParts)
    assert.deepEqual(parts.flatMap(({ entries }) => entries.map(({ title }) => title)), many(400).entries.map(({ title }) => title))
    assert.match(parts[0]!.lead, /^Deel 1 van \d: van “Verwerking 0” tot en met “Verwerking \d+”\.\n2 verwerkingen/)
    assert.match(inLanguage('en', () => divideRegister(many(400))[1]!.lead), /^Part 2 of \d: from/)
  })

  test('more than all parts hold, or one document of too many pages, is refused by name of the limit', async () => {
    assert.throws(() => divideRegister(many(5_000)), (error) => error instanceof TooLarge && error.message.includes(`hoogstens ${(mostPages * mostParts).toLocaleString('nl-NL')}`))
    await assert.rejects(renderPdf('register', many(400), options), (error) => error instanceof TooLarge && error.message.includes(`hoogstens ${mostPages}`))
    await assert.rejects(renderPdf('entry', { ...single, entry: { ...entry, sections: Array.from({ length: 5000 }, () => entry.sections[1]!) } }, options), TooLarge)
  })

  test('the estimate of pages is on the safe side, and the event loop stays free while a document is made', async () => {
    const part = many(12)
    let ticks = 0
    const clock = setInterval(() => { ticks++ }, 20)
    const pdf = await readPdf(await renderPdf('register', part, options))
    clearInterval(clock)
    assert.ok(ticks > 5)
    assert.ok(pdf.pages.length > 30, String(pdf.pages.length))
    // As many entries as one part may hold would not be more pages than the limit.
    const perEntry = pdf.pages.length / 12
    assert.ok(divideRegister(many(400))[0]!.entries.length * perEntry <= mostPages * 1.1)
  })

  test('documents asked for at once are made one after another, and a fault in one leaves the next alone', async () => {
    const broken = JSON.parse(JSON.stringify({ ...register, made: { no: 'text' } })) as RegisterDocument
    const [one, wrong, other] = await Promise.allSettled([renderPdf('register', register, options), renderPdf('register', broken, options), renderPdf('entry', single, options)])
    assert.deepEqual([one.status, wrong.status, other.status], ['fulfilled', 'rejected', 'fulfilled'])
  })
})
