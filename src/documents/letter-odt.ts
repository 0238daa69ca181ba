// Letter as ODT: OpenDocument text (ISO/IEC 26300), with real headings, lists, its language, title and a numbered footer; the format that the Dutch government's list asks for.
import type { LetterDocument } from './document-shapes.ts'
import { odtBlock, odtFile, odtHeading, odtParagraph, odtWords } from './odt-parts.ts'
import type { Picture } from './render-pdf.ts'

export { odtType } from './odt-parts.ts'

/** The first letter of the document. A logo that word processors don't read (WebP) is left out. */
export function letterOdt(data: LetterDocument, { title, logo }: { readonly title: string; readonly logo?: Picture }): Buffer {
  const [letter] = data.letters
  const lines = (all: readonly string[]) => odtWords(all.join('\n'))
  const body = odtParagraph('Letterhead', odtWords(data.organisation))
    + [data.letterhead, data.sender.join(' · '), data.mark].filter(Boolean).map((line) => odtParagraph('Small', odtWords(line!))).join('')
    + odtParagraph('To', lines(letter?.to ?? [])) + odtParagraph('Text', lines((letter?.facts ?? []).map(({ label, value }) => `${label}: ${value}`)))
    + odtHeading(1, odtWords(letter?.subject ?? '')) + (letter?.blocks ?? []).map((block) => odtBlock(block, 2)).join('')
  return odtFile(body, { organisation: data.organisation, language: data.language, accent: data.accent, title, logo })
}
