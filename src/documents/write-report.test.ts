// A report in its three formats: real headings that skip no level, tables with a head, signatures, a mark on every page; whole whatever stands in it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertWellFormed, partsOf } from '../../test/support/office-files.ts'
import { readPdf, typesIn } from '../../test/support/pdf.ts'
import { TooLarge } from '../ground/refusals.ts'
import { setReport } from './report-parts.ts'
import type { ReportDocument } from './report-shapes.ts'
import { writeReport } from './write-report.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const logo = { kind: 'png', bytes: png } as const
const hostile = 'Ruis \u0000\u0007 <b>&amp; "x" \ud800 😀 ]]> #panic() $x$'
const report = (language: 'nl' | 'en'): ReportDocument => ({
  organisation: 'Gemeente <Duinrade>', letterhead: 'Samen & zo', accent: '#15538a', hasLogo: true, language, mark: language === 'nl' ? 'Concept' : 'Draft', title: 'Verwerkersovereenkomst', subtitle: 'Zaaksysteem',
  facts: [{ label: 'Verwerker', value: 'Vlierveld B.V.' }, { label: 'Versie', value: '2' }],
  blocks: [
    { kind: 'text', markdown: 'Vooraf.' },
    { kind: 'heading', level: 1, text: 'Artikel 1. Begrippen' },
    { kind: 'text', markdown: `1. een\n2. twee **sterk**\n\n${hostile}\n\n## Onder één\n\n- punt` },
    { kind: 'heading', level: 3, text: 'Te diep' },
    { kind: 'table', caption: 'Subverwerkers', head: ['Naam', 'Land'], rows: [['Nevel Opslag <B.V.>', 'Nederland'], [hostile]] },
    { kind: 'heading', level: 1, text: 'Ondertekening' },
    { kind: 'signatures', parties: [{ party: 'Gemeente Duinrade', name: '', function: 'Burgemeester', date: '' }, { party: 'Vlierveld B.V.', name: 'J. Elst', function: 'Directeur', date: '1 maart 2026' }] },
  ],
})

describe('a report in three formats', () => {
  test('headings skip no level, rows are as long as their head, and what is long has contents', () => {
    const made = setReport(report('nl'))
    assert.deepEqual(made.parts.flatMap((part) => part.kind === 'heading' ? [part.level] : []), [1, 2, 3, 1])
    assert.deepEqual(made.parts.flatMap((part) => part.kind === 'table' ? part.rows.map((row) => row.length) : []), [2, 2, 5, 5])
    assert.equal(made.hasContents, false)
    assert.equal(setReport({ ...report('en'), blocks: Array.from({ length: 7 }, () => ({ kind: 'heading', level: 1, text: 'A' }) as const) }).hasContents, true)
  })

  test('PDF/UA: tagged, titled, with headings, tables with heads, the mark on each page, and nothing without a tag', async () => {
    for (const language of ['nl', 'en'] as const) {
      const pdf = await readPdf(await writeReport({ ...report(language), blocks: [...report(language).blocks, ...Array.from({ length: 6 }, () => ({ kind: 'heading', level: 1, text: 'Bijlage' }) as const), { kind: 'text', markdown: 'regel\n\n'.repeat(60) }] }, { day: '2026-11-22', logo }, 'pdf'))
      assert.deepEqual([pdf.isTagged, pdf.title, pdf.language, pdf.untagged], [true, 'Verwerkersovereenkomst', language === 'nl' ? 'nl-NL' : 'en-GB', 0])
      assert.match(pdf.metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
      assert.ok(pdf.pages.length > 1)
      for (const page of pdf.pages) assert.ok(page.includes(language === 'nl' ? 'Concept' : 'Draft'))
      const types = typesIn(pdf.tags)
      assert.deepEqual(types.filter((type) => /^H\d$/.test(type)).slice(0, 5), ['H1', 'H1', 'H2', 'H3', 'H1'], 'contents first')
      assert.equal(types.filter((type) => type === 'Table').length, 3)
      assert.equal(types.filter((type) => type === 'TH').length, 2 + 2 + 5)
      assert.ok(types.includes('Caption'))
      for (const words of ['Gemeente <Duinrade>', 'Artikel 1. Begrippen', 'Nevel Opslag', 'Burgemeester', language === 'nl' ? 'Handtekening' : 'Signature', language === 'nl' ? 'Pagina 1 van' : 'Page 1 of']) assert.ok(pdf.text.includes(words), words)
    }
  })

  test('a logo that can’t be set, and no mark, letterhead, facts or colour', async () => {
    const bare = { ...report('nl'), mark: null, letterhead: null, accent: null, subtitle: null, facts: [] }
    const pdf = await readPdf(await writeReport(bare, { logo: { kind: 'png', bytes: Buffer.from('no picture') } }, 'pdf'))
    assert.equal(pdf.untagged, 0)
    assert.ok(!pdf.text.includes('Concept'))
    for (const format of ['docx', 'odt'] as const) for (const [name, xml] of await partsOf(await writeReport(bare, {}, format))) if (/\.(xml|rels)$/.test(name)) assertWellFormed(name, xml)
  })

  test('DOCX: well-formed, with title, headings, tables whose head is repeated, and the mark in its header', async () => {
    const parts = await partsOf(await writeReport(report('nl'), { title: 'VO – Duinrade', logo }, 'docx'))
    for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) assertWellFormed(name, xml.replaceAll('&amp;amp;', '&amp;'))
    const body = parts.get('word/document.xml')!
    for (const wanted of ['w:val="Title"', 'w:val="Heading1"', 'w:val="Heading2"', 'w:val="Heading3"', 'Nevel Opslag', 'Handtekening']) assert.ok(body.includes(wanted), wanted)
    assert.equal(body.match(/<w:tbl>/g)!.length, 3)
    assert.equal(body.match(/<w:tblHeader/g)!.length, 3)
    assert.match([...parts].find(([name]) => /header\d*\.xml$/.test(name))![1], /Concept/)
    assert.match(parts.get('docProps/core.xml')!, /<dc:title>VO – Duinrade<\/dc:title>/)
  })

  test('ODT: well-formed, with headings, tables with header rows, and the mark in its header', async () => {
    const parts = await partsOf(await writeReport(report('en'), { logo }, 'odt'))
    for (const [name, xml] of parts) if (name.endsWith('.xml')) assertWellFormed(name, xml)
    const content = parts.get('content.xml')!
    for (const wanted of ['text:outline-level="1"', 'text:outline-level="2"', 'text:outline-level="3"', 'Nevel Opslag &lt;B.V.&gt;', 'Signature', '<text:list text:style-name="numbers">']) assert.ok(content.includes(wanted), wanted)
    assert.equal(content.match(/<table:table-header-rows>/g)!.length, 3)
    assert.match(parts.get('styles.xml')!, /<style:header>.*Draft/)
  })

  test('more pages than the limit is refused before it is made', async () => {
    const rows = Array.from({ length: 30_000 }, () => ['a', 'b'])
    await assert.rejects(writeReport({ ...report('nl'), blocks: [{ kind: 'table', caption: '', head: ['A', 'B'], rows }] }, {}, 'pdf'), TooLarge)
  })
})
