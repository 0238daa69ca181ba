// A letter as DOCX and ODT: real headings, lists, language, title and footer; well-formed whatever stands in it; and its blocks.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertWellFormed, partsOf } from '../../test/support/office-files.ts'
import type { LetterDocument } from './document-shapes.ts'
import { letterBlocks, plainRuns } from './letter-blocks.ts'
import { letterDocx } from './letter-docx.ts'
import { letterOdt } from './letter-odt.ts'
import { fitted, pictureSize } from './picture-size.ts'
import { renderPdf } from './render-pdf.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const hostile = 'Ruis \u0000\u0007 <b>&amp; "x" \ud800 😀 ]]>  twee'
const text = `Beste **Jan**,\n\n## Kop ${'één'}\n\n- een *schuin*\n- twee\n  - binnen\n\n1. a\n2. b\n\n${hostile}\n\nGroet,  \nGemeente`
const document = (language: 'nl' | 'en'): LetterDocument => ({
  organisation: 'Gemeente <Duinrade>', letterhead: 'Samen & zo', accent: '#15538a', hasLogo: true, sender: ['Plein 1', 'info@duinrade.example'], mark: null, language,
  letters: [{ to: ['Jan Jansen', 'Straat 1'], facts: [{ label: 'Datum', value: '22 november 2026' }], subject: 'Uw verzoek', blocks: letterBlocks(text) }],
})

describe('a letter for word processors (N-21)', () => {
  test('DOCX: well-formed, with headings, lists that each count from 1, language, title and a footer', async () => {
    const parts = await partsOf(await letterDocx(document('nl'), { title: 'Uw verzoek – Duinrade', logo: { kind: 'png', bytes: png } }))
    for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) assertWellFormed(name, xml.replaceAll('&amp;amp;', '&amp;'))
    const [body, styles, core] = [parts.get('word/document.xml')!, parts.get('word/styles.xml')!, parts.get('docProps/core.xml')!]
    for (const wanted of ['w:val="Heading1"', 'w:val="Heading2"', 'Jan Jansen', '<w:numPr>', 'binnen', '😀']) assert.ok(body.includes(wanted), wanted)
    assert.match(styles, /w:lang[^>]*w:val="nl-NL"/)
    assert.match(core, /<dc:title>Uw verzoek – Duinrade<\/dc:title>/)
    assert.match([...parts].find(([name]) => /footer\d*\.xml$/.test(name))![1], /PAGE/)
    assert.ok([...parts.keys()].some((name) => name.startsWith('word/media/')))
  })

  test('ODT: the kind of file first and unpacked, well-formed, with headings, lists, language, title and a footer', async () => {
    for (const language of ['nl', 'en'] as const) {
      const bytes = letterOdt(document(language), { title: 'Uw verzoek', logo: { kind: 'png', bytes: png } })
      assert.equal(bytes.subarray(30, 38).toString(), 'mimetype')
      const parts = await partsOf(bytes)
      for (const [name, xml] of parts) if (name.endsWith('.xml')) assertWellFormed(name, xml)
      const [content, styles, meta] = [parts.get('content.xml')!, parts.get('styles.xml')!, parts.get('meta.xml')!]
      for (const wanted of ['text:outline-level="1"', 'text:outline-level="2"', '<text:list text:style-name="numbers">', 'Jan Jansen', '<text:span text:style-name="emphasis">schuin</text:span>', 'Gemeente &lt;Duinrade&gt;']) assert.ok(content.includes(wanted), wanted)
      assert.match(styles, new RegExp(`fo:language="${language}"[\\s\\S]*<style:footer>[\\s\\S]*text:page-number`))
      assert.ok(meta.includes('<dc:title>Uw verzoek</dc:title>'))
      for (const [path] of parts) if (path !== 'mimetype' && !path.startsWith('META-INF')) assert.ok(parts.get('META-INF/manifest.xml')!.includes(`"${path}"`), path)
    }
  })

  test('hostile text sets as PDF too, with and without a logo', async () => {
    for (const logo of [{ kind: 'png' as const, bytes: png }, undefined]) {
      const pdf = await renderPdf('letter', { ...document('nl'), hasLogo: logo !== undefined }, { title: 'Brief', language: 'nl', ...(logo ? { logo } : {}) })
      assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
    }
  })

  test('the text as blocks: headings as typed, weight of words, lists within lists, addresses behind their words', () => {
    const said = letterBlocks('## 2. Doel\n\n**a** b\n\n- x\n  - y\n- [z](https://a.example)\n\n| k | l |\n|---|---|\n| 1 | 2 |').map((block) => block.kind === 'list' ? block.items.map(plainRuns) : `${block.kind}: ${plainRuns(block.runs)}`)
    assert.deepEqual(said, ['heading: 2. Doel', 'paragraph: a b', ['x\n– y', 'z (https://a.example)'], 'paragraph: k · l', 'paragraph: 1 · 2'])
    assert.deepEqual(letterBlocks('a **b** *c*')[0], { kind: 'paragraph', runs: [{ text: 'a ', isStrong: false, isEmphasis: false }, { text: 'b', isStrong: true, isEmphasis: false }, { text: ' ', isStrong: false, isEmphasis: false }, { text: 'c', isStrong: false, isEmphasis: true }] })
  })

  test('a picture keeps its proportions, and one that can’t be read is square', () => {
    assert.deepEqual(pictureSize(png), { width: 1, height: 1 })
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8]), Buffer.from([0, 50, 0, 100, 1, 1, 1, 1])])
    assert.deepEqual(pictureSize(jpeg), { width: 100, height: 50 })
    assert.deepEqual([fitted(jpeg, 60, 240), fitted(jpeg, 60, 60), fitted(Buffer.from('x'), 60, 240)], [{ width: 120, height: 60 }, { width: 60, height: 30 }, { width: 60, height: 60 }])
  })
})
