// Letter as DOCX: with real headings, lists, its language, title and a numbered footer, for who finishes it in a word processor.
import type { LetterDocument } from './document-shapes.ts'
import { docxBlocks, docxFooter, docxLogo, docxLook, docxWords } from './docx-parts.ts'
import type { Picture } from './render-pdf.ts'
import { xmlText } from './xml-text.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The first letter of the document. A logo that word processors don't read (WebP) is left out. */
export async function letterDocx(data: LetterDocument, { title, logo }: { readonly title: string; readonly logo?: Picture }): Promise<Buffer> {
  // Large, and seldom needed: loaded when somebody asks.
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = docx
  const [letter] = data.letters
  const colour = data.accent?.slice(1) ?? '3c3c3c'
  const file = new Document({
    ...docxLook(docx, { title, organisation: data.organisation, language: data.language }),
    sections: [{
      footers: docxFooter(docx, data.organisation),
      children: [
        ...docxLogo(docx, logo, data.organisation),
        new Paragraph({ children: [new TextRun({ text: xmlText(data.organisation), bold: true, size: 28, color: colour })] }),
        ...[data.letterhead, data.sender.join(' · ')].filter(Boolean).map((line) => new Paragraph({ children: [new TextRun({ text: xmlText(line!), size: 18 })] })),
        ...(data.mark === null ? [] : [new Paragraph({ children: [new TextRun({ text: xmlText(data.mark), bold: true })] })]),
        new Paragraph({ spacing: { before: 480 }, children: docxWords(docx, (letter?.to ?? []).join('\n')) }),
        new Paragraph({ children: docxWords(docx, (letter?.facts ?? []).map(({ label, value }) => `${label}: ${value}`).join('\n')) }),
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: xmlText(letter?.subject ?? '') })] }),
        ...(letter?.blocks ?? []).flatMap(docxBlocks(docx, 2)),
      ],
    }],
  })
  return Packer.toBuffer(file)
}
