// Letter as DOCX: with real headings, lists, its language, title and a numbered footer, for who finishes it in a word processor.
import type { LetterDocument } from './document-shapes.ts'
import type { LetterBlock, Run } from './letter-blocks.ts'
import { fitted } from './picture-size.ts'
import type { Picture } from './render-pdf.ts'
import { xmlText } from './xml-text.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The first letter of the document. A logo that word processors don't read (WebP) is left out. */
export async function letterDocx(data: LetterDocument, { title, logo }: { readonly title: string; readonly logo?: Picture }): Promise<Buffer> {
  // Large, and seldom needed: loaded when somebody asks.
  const docx = await import('docx')
  const { AlignmentType, Document, Footer, HeadingLevel, ImageRun, LevelFormat, PageNumber, Packer, Paragraph, TextRun } = docx
  const [letter] = data.letters
  const colour = data.accent?.slice(1) ?? '3c3c3c'
  // Word breaks a line by an element of its own.
  const textRuns = (runs: readonly Run[]) => runs.flatMap(({ text, isStrong, isEmphasis }) => xmlText(text).split('\n').map((line, index) => new TextRun({ text: line, bold: isStrong, italics: isEmphasis, ...(index > 0 ? { break: 1 } : {}) })))
  const lines = (all: readonly string[]) => textRuns([{ text: all.join('\n'), isStrong: false, isEmphasis: false }])
  const levels = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const
  let list = 0
  const blockParagraphs = (block: LetterBlock) => {
    if (block.kind === 'heading') return [new Paragraph({ heading: levels[Math.min(block.depth, levels.length) - 1], children: textRuns(block.runs) })]
    if (block.kind === 'paragraph') return [new Paragraph({ children: textRuns(block.runs) })]
    list++
    // An instance of its own, so that each list counts from 1.
    return block.items.map((item) => new Paragraph({ children: textRuns(item), ...(block.isNumbered ? { numbering: { reference: 'numbers', level: 0, instance: list } } : { bullet: { level: 0 } }) }))
  }
  const picture = logo && logo.kind !== 'webp' ? [new Paragraph({ children: [new ImageRun({ type: logo.kind, data: logo.bytes, transformation: fitted(logo.bytes, 60, 240), altText: { name: 'logo', title: data.organisation, description: data.organisation } })] })] : []
  const file = new Document({
    title: xmlText(title), creator: xmlText(data.organisation), description: '',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: data.language === 'nl' ? 'nl-NL' : 'en-GB' } }, paragraph: { spacing: { after: 160, line: 276 } } } } },
    numbering: { config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720, hanging: 360 } } } }] }] },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [`${xmlText(data.organisation)} · `, PageNumber.CURRENT], size: 18 })] })] }) },
      children: [
        ...picture,
        new Paragraph({ children: [new TextRun({ text: xmlText(data.organisation), bold: true, size: 28, color: colour })] }),
        ...[data.letterhead, data.sender.join(' · ')].filter(Boolean).map((line) => new Paragraph({ children: [new TextRun({ text: xmlText(line!), size: 18 })] })),
        ...(data.mark === null ? [] : [new Paragraph({ children: [new TextRun({ text: xmlText(data.mark), bold: true })] })]),
        new Paragraph({ spacing: { before: 480 }, children: lines(letter?.to ?? []) }),
        new Paragraph({ children: lines((letter?.facts ?? []).map(({ label, value }) => `${label}: ${value}`)) }),
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: xmlText(letter?.subject ?? '') })] }),
        ...(letter?.blocks ?? []).flatMap(blockParagraphs),
      ],
    }],
  })
  return Packer.toBuffer(file)
}
