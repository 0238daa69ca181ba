// Reading documents: each kind as a real file, and every file that means ill or is broken: refused by its own name, within limits, while this process goes on.
import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, test } from 'node:test'
import { agreementDocx, agreementOdt, wrapped, writtenAgreement } from '../../test/support/agreement-files.ts'
import { bombPdf, lockedPdf, plainPdf } from '../../test/support/made-pdf.ts'
import { storedZip } from '../ground/zip-writer.ts'
import { inLanguage } from '../ground/words.ts'
import { CannotRead, readingLimits, type ReadingLimits } from './document-text.ts'
import { formatOf } from './format-of.ts'
import { officeParagraphs } from './office-paragraphs.ts'
import { readDocument } from './read-document.ts'
import { sayUnreadable } from './unreadable-words.ts'

const bytesOf = async function* (bytes: Buffer) { yield bytes }
const read = (bytes: Buffer, limits: Partial<ReadingLimits> = {}) => readDocument(bytesOf(bytes), { limits })
const sentence = 'De verwerker neemt passende maatregelen en houdt de persoonsgegevens van inwoners geheim – ook na afloop.'
const page = (lines: readonly string[], more = {}) => ({ lines, ...more })

async function piecesOf(bytes: Buffer) {
  const outcome = await read(bytes)
  assert.equal(outcome.kind, 'read', JSON.stringify(outcome))
  return outcome.kind === 'read' ? outcome.text : assert.fail()
}

describe('what is read', () => {
  test('a PDF page by page, each with what it is: its own text, a scan with guessed letters, a scan without any, and nothing', async () => {
    const lines = wrapped(`${sentence} ${sentence}`)
    const { format, pieces } = await piecesOf(plainPdf([page(lines), page(lines, { isScan: true, isInvisible: true }), page(['3'], { isScan: true }), page([]), page(lines, { isScan: true })]))
    assert.equal(format, 'pdf')
    assert.deepEqual(pieces.map(({ place, kind }) => `${place} ${kind}`), ['1 text', '2 ocr', '3 picture', '4 empty', '5 text'])
    assert.ok(pieces[0]!.text.replaceAll('\n', ' ').startsWith(sentence), pieces[0]!.text)
  })

  test('headings and paragraphs of a Word document and an ODF text, the same in both', async () => {
    const written = writtenAgreement('numbered-articles')
    const texts = [await piecesOf(await agreementDocx(written)), await piecesOf(agreementOdt(written))]
    assert.deepEqual(texts.map(({ format }) => format), ['docx', 'odt'])
    for (const { pieces } of texts) {
      const at = pieces.findIndex(({ text }) => text === 'Artikel 5 Beveiliging')
      assert.ok(pieces[at]!.level !== null && pieces[at]!.place === at + 1)
      assert.ok(pieces[at + 1]!.text.startsWith('5.1 Leverancier treft passende technische en organisatorische maatregelen'))
      assert.equal(pieces[at + 1]!.level, null)
    }
  })

  test('of a Word document not what was struck, remarks or codes; tabs and breaks are spaces and lines', async () => {
    const { pieces } = await piecesOf(docx('<w:p><w:r><w:t>A&amp;B</w:t></w:r><w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t xml:space="preserve">c </w:t><w:br/><w:t>d&#233;</w:t></w:r></w:p><w:p/>'))
    assert.deepEqual(pieces.map(({ text }) => text), ['A&B c \ndé'])
  })

  test('300 pages, in bearable time and in order', async () => {
    const pages = Array.from({ length: 300 }, (_, index) => page([`Bladzijde ${index + 1}`, ...Array.from({ length: 15 }, () => sentence)]))
    const { pieces } = await piecesOf(plainPdf(pages))
    assert.equal(pieces.length, 300)
    assert.ok(pieces.every(({ place, text }) => text.startsWith(`Bladzijde ${place}`)))
  })

  test('several at once wait for each other, and what tells how far it is comes from the pages', async () => {
    const told: string[] = []
    const file = plainPdf(Array.from({ length: 60 }, () => page(Array.from({ length: 40 }, () => sentence))))
    const outcomes = await Promise.all([readDocument(bytesOf(file), { onProgress: (done, total) => { told.push(`${done}/${total}`) } }), readDocument(bytesOf(plainPdf([page(['Tweede'])])))])
    assert.deepEqual(outcomes.map(({ kind }) => kind), ['read', 'read'])
    assert.equal(told.at(-1), '60/60')
    assert.ok(told.length > 1, told.join())
  })
})

describe('what isn’t read', () => {
  const zip = (...parts: [string, string | Buffer][]) => storedZip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })))
  const cases: readonly (readonly [what: string, bytes: () => Buffer, because: string])[] = [
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['a text that calls itself a PDF', () => Buffer.from('Dit is geen pdf'), 'not-a-document'],
    ['a Word document with macros', () => zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<w:document/>'], ['word/vbaProject.bin', 'x']), 'macros'],
    ['a .docm under another name', () => zip(['[Content_Types].xml', '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'], ['word/document.xml', '<w:document/>']), 'macros'],
    ['an ODF text with macros', () => zip(['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml', '<a/>'], ['Basic/Standard/Module1.xml', '<x/>']), 'macros'],
    ['a spreadsheet', () => zip(['[Content_Types].xml', '<Types/>'], ['xl/workbook.xml', '<x/>']), 'other-format'],
    ['an ODF text with a password', () => zip(['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml', 'x'], ['META-INF/manifest.xml', '<manifest:encryption-data/>']), 'password'],
    ['a Word document with a password', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
    ['an old Word document', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]), 'old-office'],
    ['XML that multiplies itself', () => docx('<w:p/>', '<!DOCTYPE a [<!ENTITY b "cc">]>'), 'references'],
    ['XML that never closes', () => zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<w:document><w:p>']), 'damaged'],
    ['a zip that is cut', () => zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<w:document/>']).subarray(0, 60), 'damaged'],
  ]
  for (const [what, bytes, because] of cases) test(`${what}: ${because}`, async () => assert.equal(await refusalOf(bytes()), because))

  test('the process says the same of them as its parts do here', async () => {
    for (const [, bytes, because] of cases.filter(([, , why]) => ['password', 'macros', 'damaged', 'not-a-document'].includes(why)).slice(0, 4)) {
      const outcome = await read(bytes())
      assert.deepEqual(outcome.kind === 'unreadable' && outcome.because, because)
    }
  })

  test('a PDF with a password, and one that stops halfway', async () => {
    assert.deepEqual(await read(lockedPdf()), { kind: 'unreadable', because: 'password', place: null })
    assert.deepEqual(await read(Buffer.from('%PDF-1.7\n1 0 obj << /Type')), { kind: 'unreadable', because: 'damaged', place: null })
  })

  test('what explodes ends its own process, not ours: too much memory, too slow, too many pages, too much text, too much unpacked', async () => {
    const big = plainPdf(Array.from({ length: 40 }, () => page(Array.from({ length: 40 }, () => sentence))))
    const outcomes = [
      await read(bombPdf(80), { memoryMegabytes: 64 }), await read(big, { seconds: 0.01 }), await read(big, { pages: 39 }), await read(big, { characters: 5_000 }),
      await read(docx(`<w:p><w:t>${'a'.repeat(300_000)}</w:t></w:p>`), { inflatedBytes: 100_000 }), await read(big, { bytes: 1_000 }),
    ]
    assert.deepEqual(outcomes.map((outcome) => outcome.kind === 'unreadable' && outcome.because), ['too-much-memory', 'too-slow', 'too-many-places', 'too-much-text', 'too-large', 'too-large'])
  })

  test('this process isn’t kept busy meanwhile', async () => {
    const file = plainPdf(Array.from({ length: 100 }, () => page(Array.from({ length: 40 }, () => sentence))))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await read(file)
    delay.disable()
    // The reading itself takes a hundred times as long; what is counted here is only what comes back, on a machine that may be busy.
    assert.ok(delay.percentile(50) / 1e6 < 60, `p50 ${delay.percentile(50) / 1e6} ms`)
  })

  test('a source that breaks off is told as such, and a reading that is called off ends', async () => {
    await assert.rejects(readDocument((async function* () { yield Buffer.from('%PDF-1.7'); throw new Error('piece missing') })()), /piece missing/)
    const stopping = new AbortController()
    const reading = readDocument((async function* () { yield Buffer.from('%PDF-1.7'); stopping.abort(new Error('stopping')); yield Buffer.from('more') })(), { signal: stopping.signal })
    await assert.rejects(reading, /stopping/)
  })

  test('each refusal is said in both languages, with what to do', () => {
    for (const because of ['empty', 'not-a-document', 'other-format', 'old-office', 'password', 'macros', 'damaged', 'references', 'too-large', 'too-many-places', 'too-much-text', 'too-much-memory', 'too-slow'] as const) {
      const [nl, en] = (['nl', 'en'] as const).map((language) => inLanguage(language, () => sayUnreadable(because, 12)))
      assert.ok(nl!.length > 15 && en!.length > 15 && nl !== en, because)
    }
    assert.match(sayUnreadable('too-slow', 12), /pagina of alinea 12/)
  })
})

/** By the parts of the reading process, here. */
async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    const format = await formatOf(bytes, readingLimits)
    if (format.format !== 'pdf') for await (const piece of await officeParagraphs(format)(bytes, readingLimits, { total: () => {} })) assert.ok(piece.place)
    return 'read'
  } catch (error) {
    return error instanceof CannotRead ? error.because : String(error)
  }
}

function docx(body: string, before = ''): Buffer {
  return storedZip([
    { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
    { name: 'word/document.xml', bytes: Buffer.from(`<?xml version="1.0"?>${before}<w:document><w:body>${body}</w:body></w:document>`) },
  ])
}
