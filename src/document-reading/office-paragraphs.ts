// Office paragraphs: headings and paragraphs of a Word document or an ODF text, as somebody would read them: without what was struck, remarks and field codes.
import { CannotRead, type Piece, type Reader } from './document-text.ts'
import type { Recognised } from './format-of.ts'
import { attribute, xmlEvents } from './xml-events.ts'
import type { ZipParts } from './zip-parts.ts'

type Dialect = {
  readonly main: string
  /** Element that is a paragraph, with the level of a heading. */
  level(name: string, attributes: string): number | null | undefined
  readonly paragraphs: ReadonlySet<string>
  /** Elements whose whole content isn't read. */
  readonly passed: ReadonlySet<string>
  /** Elements between which letters count; undefined when all do. */
  readonly letters: ReadonlySet<string> | undefined
  readonly breaks: Readonly<Record<string, string>>
}

export function officeParagraphs({ format, parts }: Extract<Recognised, { readonly format: 'docx' | 'odt' }>): Reader {
  return async (_bytes, limits) => {
    const dialect = format === 'docx' ? word(await headingStyles(parts)) : odf
    return paragraphsOf((await parts.read(dialect.main)).toString('utf8'), dialect, limits.paragraphs)
  }
}

// oxlint-disable-next-line require-await -- readers hand their pieces on as they come, whether they wait for something or not
async function* paragraphsOf(xml: string, dialect: Dialect, most: number): AsyncGenerator<Piece> {
  // A text box stands within a paragraph and holds its own: what isn't finished waits.
  const open: { text: string; level: number | null }[] = []
  let passing = 0
  let isLetters = dialect.letters === undefined
  let place = 0
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'text' && dialect.passed.has(event.name)) {
      passing += event.kind === 'close' ? -1 : event.isEmpty ? 0 : 1
      continue
    }
    if (passing > 0) continue
    const current = open.at(-1)
    if (event.kind === 'text') {
      if (isLetters && current) current.text += event.text
      continue
    }
    if (dialect.letters?.has(event.name)) isLetters = event.kind === 'open' && !event.isEmpty
    if (event.kind === 'open') {
      if (dialect.paragraphs.has(event.name) && !event.isEmpty) open.push({ text: '', level: null })
      const level = open.length > 0 ? dialect.level(event.name, event.attributes) : undefined
      if (level !== undefined) open.at(-1)!.level = level
      if (current && event.name in dialect.breaks) current.text += dialect.breaks[event.name]!
    } else if (dialect.paragraphs.has(event.name)) {
      const { text, level } = open.pop() ?? { text: '', level: null }
      const tidy = text.replace(/[ \t\u00a0]+/g, ' ').trim()
      if (tidy === '') continue
      if (++place > most) throw new CannotRead('too-many-places')
      yield { place, kind: 'text', level, text: tidy }
    }
  }
}

const word = (headings: ReadonlyMap<string, number>): Dialect => ({
  main: 'word/document.xml', paragraphs: new Set(['w:p']), letters: new Set(['w:t']),
  level: (name, attributes) => name === 'w:pStyle' ? headings.get(attribute(attributes, 'w:val') ?? '') ?? null : name === 'w:outlineLvl' ? outlineLevel(attributes) : undefined,
  // What was struck with changes tracked, codes of fields, and the second telling of a drawing for old programs.
  passed: new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback']),
  breaks: { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' },
})

const odf: Dialect = {
  main: 'content.xml', paragraphs: new Set(['text:p', 'text:h']), letters: undefined,
  level: (name, attributes) => name === 'text:h' ? Number(attribute(attributes, 'text:outline-level') ?? 1) : undefined,
  passed: new Set(['text:tracked-changes', 'office:annotation', 'office:automatic-styles', 'office:font-face-decls', 'svg:title', 'svg:desc']),
  breaks: { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': '\n' },
}

/** Styles that are headings, by the name that Word gives them in every language, or by their place in the outline. */
async function headingStyles(parts: ZipParts): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>(Array.from({ length: 9 }, (_, index) => [`Heading${index + 1}`, index + 1]))
  if (!parts.names.includes('word/styles.xml')) return found
  let style: string | null = null
  for (const event of xmlEvents((await parts.read('word/styles.xml')).toString('utf8'))) {
    if (event.kind !== 'open') continue
    if (event.name === 'w:style') style = attribute(event.attributes, 'w:styleId')
    if (style === null) continue
    const level = event.name === 'w:name' ? /^heading (\d)$/i.exec(attribute(event.attributes, 'w:val') ?? '')?.[1] : event.name === 'w:outlineLvl' ? outlineLevel(event.attributes) : null
    if (level !== null && level !== undefined) found.set(style, Number(level))
  }
  return found
}

/** Counted from 0; 9 is body text. */
function outlineLevel(attributes: string): number | null {
  const level = Number(attribute(attributes, 'w:val') ?? 9)
  return level < 9 ? level + 1 : null
}
