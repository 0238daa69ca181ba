import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { renderMarkdown, sectionsOf } from './markdown.ts'
import { effortOf } from '../../test/support/effort.ts'

const html = (text: string) => renderMarkdown(text).html.trim()
const numbered = (text: string) => renderMarkdown(text).headings.map(({ number, title }) => `${number} ${title}`)

describe('sections and their numbers', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['headings count by their depth', '# Doel\n## Wie\n## Wat\n# Regels\n## Bewaren\n### Hoe lang', ['1 Doel', '1.1 Wie', '1.2 Wat', '2 Regels', '2.1 Bewaren', '2.1.1 Hoe lang']],
    ['the highest depth that is used is the first', '### Doel\n#### Wie\n### Regels', ['1 Doel', '1.1 Wie', '2 Regels']],
    ['a depth that is skipped counts as one', '# Doel\n#### Diep\n##### Dieper', ['1 Doel', '1.1 Diep', '1.1.1 Dieper']],
    ['a number that was typed makes room for ours', '# 1. Doel\n## 4.2 Wie\n# Artikel 7: Regels\n# 4 Slot', ['1 Doel', '1.1 Wie', '2 Regels', '3 4 Slot']],
    ['the very number that we give stands there once', '# 1 Doel\n# 2 Regels', ['1 Doel', '2 Regels']],
    ['a figure that is part of the title stays', '# 72 uur om te melden\n# 2018 in cijfers', ['1 72 uur om te melden', '2 2018 in cijfers']],
    ['headings underlined, with marks, without words', 'Doel\n====\n# **Wie** en `wat`\n# ', ['1 Doel', '2 Wie en wat', '3 ']],
    ['no heading inside a list, a quotation or code', '- # lijst\n\n> # citaat\n\n```\n# code\n```', []],
  ]
  for (const [name, text, wanted] of cases) test(name, () => assert.deepEqual(numbered(text), wanted))

  test('each heading can be linked to, and stands below the page’s own', () => {
    assert.equal(html('# Doel\n## Wie'), '<h3 id="deel-1">1 Doel</h3>\n<h4 id="deel-1-1">1.1 Wie</h4>')
    assert.match(renderMarkdown('# Doel', 2).html, /^<h2 id="deel-1">/)
    assert.match(renderMarkdown('# a\n## b\n### c\n#### d\n##### e\n###### f').html, /<h6 id="deel-1-1-1-1-1-1">/)
  })

  test('the parts of a text, each under its heading', () => {
    assert.deepEqual(sectionsOf('Vooraf.\r\n\r\n# Doel\r\nEen.\r\n\r\nTwee.\r\n## Wie\r\n').map(({ number, title, body }) => [number, title, body]), [['', '', 'Vooraf.'], ['1', 'Doel', 'Een.\n\nTwee.'], ['1.1', 'Wie', '']])
    assert.deepEqual(sectionsOf('  \n'), [])
  })
})

describe('what people type is words, never markup', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['[a](JaVaScRiPt:alert(1))', '<p>[a](JaVaScRiPt:alert(1))</p>'],
    ['[a](&#106;avascript:alert(1))', '<p>[a](&amp;#106;avascript:alert(1))</p>'],
    ['[a](data:text/html;base64,PHNjcmlwdD4=)', '<p>[a](data:text/html;base64,PHNjcmlwdD4=)</p>'],
    ['[a](vbscript:x)', '<p>[a](vbscript:x)</p>'],
    ['[a](//evil.example)', '<p>[a](//evil.example)</p>'],
    // A backslash is written out, so that it stays a path of this site.
    ['[a](/\\evil.example)', '<p><a href="/%5Cevil.example">a</a></p>'],
    ['[a]: javascript:alert(1)\n\n[a]', '<p>[a]: javascript:alert(1)</p>\n<p>[a]</p>'],
    ['<javascript:alert(1)>', '<p>&lt;javascript:alert(1)&gt;</p>'],
    ['![spoor](https://elders.example/p.png)', '<p>spoor</p>'],
    ['[a](https://b.example "x\\" onclick=\\"y")', '<p><a href="https://b.example" rel="noopener noreferrer">a</a></p>'],
    ['# a" onmouseover="x', '<h3 id="deel-1">1 a" onmouseover="x</h3>'],
  ]
  for (const [text, wanted] of hostile) test(text, () => assert.equal(html(text), wanted))

  test('links to the web, mail, this site and a place in the text are links', () => {
    for (const href of ['https://a.example/b?c=d', 'http://a.example', 'mailto:fg@a.example', 'tel:14000', '/lekhoven/beleid', '#deel-2']) assert.ok(html(`[a](${href})`).includes(`href="${href}"`), href)
  })

  test('no text, however odd, gives a tag or attribute that isn’t on the list, or an error', () => {
    const parts = fc.constantFrom('# ', '\n', '> ', '- ', '1. ', '`', '```\n', '**', '_', '[a](', ')', '<', '>', '"', '<b onx=1>', 'javascript:', 'https://', '|', '--', '&#x', '&lt;', '\\', '\0', '\u202e', 'woord ', '![', ']: ')
    fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }), (pieces) => {
      const { html: made } = renderMarkdown(pieces.join(''))
      for (const [tag] of made.matchAll(/<[^>]*>/g)) assert.match(tag, /^<(\/?(h[3-6]|p|ul|ol|li|strong|em|s|blockquote|code|pre|a|table|thead|tbody|tr|th|td)|br \/|hr \/|h[3-6] id="deel-[\d-]+"|ol start="\d+"|a href="[^"<>]*"( rel="noopener noreferrer")?)>$/, tag)
      assert.doesNotMatch(made, /href="\s*(javascript|data|vbscript|\/\/)/i)
    }), { numRuns: 500 })
  })

  test('the longest text that a field takes is read in a moment, whatever it is made of', () => {
    for (const piece of ['# a\n', '> ', '- a\n  ', '[', '**', '`', '<', '|a', '![a](', '&amp;', '1. ']) {
      const effort = effortOf(() => renderMarkdown(piece.repeat(Math.floor(100_000 / piece.length))))
      assert.ok(effort < 5_000, `${JSON.stringify(piece)} took ${Math.round(effort)} ms`)
    }
  })
})
