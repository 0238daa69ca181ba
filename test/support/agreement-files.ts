// Agreement files: the agreements of test/data as real files of several kinds, with what stands where in them.
import { readFileSync } from 'node:fs'
import { letterDocx } from '../../src/documents/letter-docx.ts'
import { letterOdt } from '../../src/documents/letter-odt.ts'
import type { LetterBlock } from '../../src/documents/letter-blocks.ts'
import { plainPdf } from './made-pdf.ts'

export type WrittenAgreement = { readonly pages: readonly (readonly WrittenParagraph[])[] }
export type WrittenParagraph = { readonly text: string; readonly covers: readonly string[]; readonly mayCover: readonly string[] }

const folder = new URL('../data/agreements/', import.meta.url)
export const tuned = ['numbered-articles', 'prose', 'english-clauses'] as const
export const unseen = ['lettered', 'annexed', 'standard-clauses-nl', 'long-framework'] as const

export function writtenAgreement(name: string): WrittenAgreement {
  const pages: WrittenParagraph[][] = [[]]
  for (const line of readFileSync(new URL(`${name}.txt`, folder), 'utf8').trimEnd().split('\n')) {
    const filler = /^===(\d+)$/.exec(line)?.[1]
    if (filler !== undefined) pages.push(...padding(Number(filler), pages.length), [])
    else if (line === '---') pages.push([])
    else pages.at(-1)!.push(paragraphOf(line))
  }
  return { pages }
}

/** Pages on technique, with words of the checklist in another sense. */
function padding(count: number, from: number): WrittenParagraph[][] {
  const sentences = readFileSync(new URL('padding.txt', folder), 'utf8').trimEnd().split('\n')
  return Array.from({ length: count }, (_, page) => Array.from({ length: 12 }, (_unused, index) => paragraphOf(`${from + page}.${index + 1} ${sentences[(page * 5 + index) % sentences.length]!}`)))
}

function paragraphOf(line: string): WrittenParagraph {
  const [, marks, text] = /^(?:\{\{(.*?)\}\})?(.*)$/.exec(line)!
  const keys = (marks ?? '').split(',').filter(Boolean)
  return { text: text!, covers: keys.filter((key) => !key.startsWith('?')), mayCover: keys.filter((key) => key.startsWith('?')).map((key) => key.slice(1)) }
}

/** A PDF with a page for each written one, and a foot that every page repeats. */
export function agreementPdf({ pages }: WrittenAgreement): Buffer {
  return plainPdf(pages.map((paragraphs, index) => ({ lines: [...paragraphs.flatMap(({ text }) => wrapped(text)), `Overeenkomst verwerking persoonsgegevens – beveiliging: vertrouwelijk – ${index + 1}`] })))
}

export async function agreementDocx(written: WrittenAgreement): Promise<Buffer> {
  return letterDocx(asLetter(written), { title: 'Overeenkomst' })
}

export function agreementOdt(written: WrittenAgreement): Buffer {
  return letterOdt(asLetter(written), { title: 'Overeenkomst' })
}

function asLetter({ pages }: WrittenAgreement) {
  const blocks = pages.flat().map(({ text }): LetterBlock => {
    const runs = [{ text, isStrong: false, isEmphasis: false }]
    return /^(Artikel|Bijlage|Bepaling|Hoofdstuk|Clause|ANNEX|BIJLAGE) \S{1,4} [^.]*$/.test(text) || /^[A-Z]\. [A-Z ,]+$/.test(text) ? { kind: 'heading', depth: 1, runs } : { kind: 'paragraph', runs }
  })
  return {
    organisation: 'Gemeente Wilgenoord', letterhead: null, accent: null, hasLogo: false, sender: [], mark: null, language: 'nl' as const,
    letters: [{ to: [], facts: [], subject: 'Overeenkomst', blocks }],
  }
}

export function wrapped(text: string, width = 88): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1) !== '' && lines.at(-1)!.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = lines.at(-1) === '' ? word : `${lines.at(-1)!} ${word}`
  }
  return lines
}
