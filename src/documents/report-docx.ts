// Report as DOCX: with real headings, tables whose head is repeated on each page, its language, title, mark and a numbered footer, for who finishes it in a word processor.
import { docxBlocks, docxFooter, docxLogo, docxLook, docxWords } from './docx-parts.ts'
import type { Picture } from './render-pdf.ts'
import type { ReportPart, SetReport } from './report-parts.ts'
import { xmlText } from './xml-text.ts'

/** A logo that word processors don't read (WebP) is left out. */
export async function reportDocx(data: SetReport, { title, logo }: { readonly title: string; readonly logo?: Picture }): Promise<Buffer> {
  // Large, and seldom needed: loaded when somebody asks.
  const docx = await import('docx')
  const { Document, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const colour = data.accent?.slice(1) ?? '3c3c3c'
  const block = docxBlocks(docx, 1)
  const cell = (text: string, isHead: boolean) => new TableCell({ margins: { top: 60, bottom: 60, left: 80, right: 80 }, children: [new Paragraph({ spacing: { after: 0 }, children: isHead ? [new TextRun({ text: xmlText(text), bold: true })] : docxWords(docx, text) })] })
  const table = (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[], isRoomy = false) => {
    const all = widths.reduce((sum, width) => sum + width, 0)
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: widths.map((width) => Math.round((width / all) * pageWidth)),
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words) => cell(words, true)) }),
        ...rows.map((row) => new TableRow({ ...(isRoomy ? { height: { value: 900, rule: docx.HeightRule.ATLEAST } } : {}), children: row.map((words) => cell(words, false)) })),
      ],
    })
  }
  // A table right under another would grow together with it.
  const space = () => new Paragraph({ spacing: { after: 80 } })
  const part = (one: ReportPart) => {
    if (one.kind === 'heading') return block({ ...one, depth: one.level })
    if (one.kind !== 'table') return block(one)
    return [
      ...(one.caption === '' ? [] : [new Paragraph({ keepNext: true, spacing: { before: 120, after: 60 }, children: [new TextRun({ text: xmlText(one.caption), bold: true })] })]),
      table(one.head, one.rows, one.widths, one.isRoomy), space(),
    ]
  }
  const file = new Document({
    ...docxLook(docx, { title, organisation: data.organisation, language: data.language }),
    sections: [{
      ...(data.mark === null ? {} : { headers: { default: new Header({ children: [new Paragraph({ alignment: docx.AlignmentType.END, children: [new TextRun({ text: xmlText(data.mark), bold: true })] })] }) } }),
      footers: docxFooter(docx, data.organisation),
      children: [
        ...docxLogo(docx, logo, data.organisation),
        new Paragraph({ children: [new TextRun({ text: xmlText(data.organisation), bold: true, size: 28, color: colour })] }),
        ...(data.letterhead === null ? [] : [new Paragraph({ children: [new TextRun({ text: xmlText(data.letterhead), size: 18 })] })]),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: xmlText(data.title) })] }),
        ...(data.subtitle === null ? [] : [new Paragraph({ children: [new TextRun({ text: xmlText(data.subtitle), size: 26 })] })]),
        ...(data.facts.length === 0 ? [] : [table([data.words.fact, data.words.value], data.facts.map(({ label, value }) => [label, value]), [1, 2]), space()]),
        ...data.parts.flatMap(part),
      ],
    }],
  })
  return Packer.toBuffer(file)
}

/** Between the margins, in twentieths of a point. */
const pageWidth = 9026
