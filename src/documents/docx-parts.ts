// DOCX parts: what letters and reports for word processors share: words with their weight, headings, lists that each count from 1, the logo, the look and a numbered footer.
import type * as Library from 'docx'
import type { Language } from '../ground/words.ts'
import type { LetterBlock, Run } from './letter-blocks.ts'
import { fitted } from './picture-size.ts'
import type { Picture } from './render-pdf.ts'
import { xmlText } from './xml-text.ts'

/** The library, loaded by whoever writes a file: it is large, and seldom needed. */
export type Docx = typeof Library

// Word breaks a line by an element of its own.
export function docxRuns({ TextRun }: Docx, runs: readonly Run[]) {
  return runs.flatMap(({ text, isStrong, isEmphasis }) => xmlText(text).split('\n').map((line, index) => new TextRun({ text: line, bold: isStrong, italics: isEmphasis, ...(index > 0 ? { break: 1 } : {}) })))
}

export function docxWords(docx: Docx, text: string) {
  return docxRuns(docx, [{ text, isStrong: false, isEmphasis: false }])
}

/** Writes block after block; headings of depth 1 get level `from`. */
export function docxBlocks(docx: Docx, from: 1 | 2) {
  const { HeadingLevel, Paragraph } = docx
  const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const
  let list = 0
  return (block: LetterBlock) => {
    if (block.kind === 'heading') return [new Paragraph({ heading: levels[Math.min(block.depth + from - 1, levels.length) - 1], children: docxRuns(docx, block.runs) })]
    if (block.kind === 'paragraph') return [new Paragraph({ children: docxRuns(docx, block.runs) })]
    list++
    // An instance of its own, so that each list counts from 1.
    return block.items.map((item) => new Paragraph({ children: docxRuns(docx, item), ...(block.isNumbered ? { numbering: { reference: 'numbers', level: 0, instance: list } } : { bullet: { level: 0 } }) }))
  }
}

/** A logo that word processors don't read (WebP) is left out. */
export function docxLogo({ ImageRun, Paragraph }: Docx, logo: Picture | undefined, organisation: string) {
  if (!logo || logo.kind === 'webp') return []
  return [new Paragraph({ children: [new ImageRun({ type: logo.kind, data: logo.bytes, transformation: fitted(logo.bytes, 60, 240), altText: { name: 'logo', title: organisation, description: organisation } })] })]
}

export function docxLook({ AlignmentType, LevelFormat }: Docx, { title, organisation, language }: { readonly title: string; readonly organisation: string; readonly language: Language }) {
  return {
    title: xmlText(title), creator: xmlText(organisation), description: '',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } }, paragraph: { spacing: { after: 160, line: 276 } } } } },
    numbering: { config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720, hanging: 360 } } } }] }] },
  }
}

export function docxFooter({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx, organisation: string) {
  return { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [`${xmlText(organisation)} · `, PageNumber.CURRENT], size: 18 })] })] }) }
}
