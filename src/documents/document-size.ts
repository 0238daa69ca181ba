// Document size: how many pages a document will take, before it is made, and how a large register is divided over several.
import { TooLarge } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import type { DocumentEntry, RegisterDocument, Templates } from './document-shapes.ts'
import type { LetterBlock, Run } from './letter-blocks.ts'
import type { ReportPart } from './report-parts.ts'
import type { TextBlock } from './text-blocks.ts'

/** Pages of one PDF, as estimated. Making it takes some 2 MB of memory and 15 ms a page, given back afterwards; see docs/export-limits.md. */
export const mostPages = 400
/** PDFs that one register is divided over. */
export const mostParts = 10

/** @throws TooLarge for a document above `mostPages`; a register is divided first. */
export function assertFits(data: Templates[keyof Templates]): void {
  if ('letters' in data) {
    const pages = data.letters.reduce((sum, { blocks }) => sum + Math.ceil((16 + blocks.reduce((all, block) => all + letterLines(block), 0)) / linesPerPage), 0)
    if (pages > mostPages) throw tooMany(pages, mostPages)
    return
  }
  if ('parts' in data) {
    const pages = Math.ceil((20 + data.facts.length * 2 + data.parts.reduce((sum, part) => sum + reportLines(part), 0)) / linesPerPage)
    if (pages > mostPages) throw tooMany(pages, mostPages)
    return
  }
  const entries = 'entries' in data ? data.entries : [data.entry]
  const tables = 'tables' in data ? data.tables.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + 1 + Math.max(...row.map((cell) => linesOf(cell, 30))), 0), 0) : 0
  const pages = Math.ceil((entries.reduce((sum, entry) => sum + entryLines(entry), 0) + tables) / linesPerPage)
  if (pages > mostPages) throw tooMany(pages, mostPages)
}

/**
 * The register as documents that each fit, in order; all but a large one come back as they are. Each part says in its lead which one it is.
 * @throws TooLarge when even `mostParts` don't hold it, or one entry by itself doesn't fit.
 */
export function divideRegister(whole: RegisterDocument): RegisterDocument[] {
  const parts: DocumentEntry[][] = [[]]
  let lines = 0
  for (const entry of whole.entries) {
    const more = entryLines(entry)
    if (lines + more > mostPages * linesPerPage && parts.at(-1)!.length > 0) {
      parts.push([])
      lines = 0
    }
    parts.at(-1)!.push(entry)
    lines += more
  }
  if (parts.length > mostParts) throw tooMany(parts.length * mostPages, mostParts * mostPages)
  if (parts.length === 1) return [whole]
  return parts.map((entries, index) => ({ ...whole, entries, lead: [partWords(index + 1, parts.length, entries), whole.lead].filter((words) => words !== '').join('\n') }))
}

function partWords(number: number, of: number, entries: readonly DocumentEntry[]): string {
  const [first, last] = [entries[0]!.title, entries.at(-1)!.title]
  return t(`Deel ${number} van ${of}: van “${first}” tot en met “${last}”.`, `Part ${number} of ${of}: from “${first}” to “${last}”.`)
}

const linesPerPage = 50

// A row of a table takes its lines and the space around them; headings and the line of facts count as the space they take.
function entryLines({ title, sections }: DocumentEntry): number {
  return 5 + linesOf(title, 60) + sections.reduce((sum, { fields, texts = [] }) => sum + 4 + texts.flat().reduce((all, block) => all + blockLines(block), 0) + fields.reduce((all, { label, values }) => all + 0.7 + Math.max(linesOf(label, 26), values.reduce((rest, value) => rest + linesOf(value, 62), 0)), 0), 0)
}

function blockLines(block: TextBlock): number {
  return block.kind === 'list' ? block.items.reduce((sum, item) => sum + 0.5 + linesOf(item, 90), 0) : (block.kind === 'heading' ? 2 : 0.5) + linesOf(block.text, 95)
}

function reportLines(part: ReportPart): number {
  if (part.kind !== 'table') return letterLines(part.kind === 'heading' ? { ...part, depth: part.level } : part)
  const share = 95 / part.widths.reduce((sum, width) => sum + width, 0)
  return 3 + part.rows.reduce((sum, row) => sum + (part.isRoomy ? 4 : 1) + Math.max(0, ...row.map((cell, place) => linesOf(cell, Math.max(4, share * (part.widths[place] ?? 1))))), 0)
}

function letterLines(block: LetterBlock): number {
  const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
  return block.kind === 'list' ? block.items.reduce((sum, item) => sum + 0.5 + linesOf(words(item), 85), 0) : (block.kind === 'heading' ? 2 : 0.7) + linesOf(words(block.runs), 90)
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
}

function tooMany(pages: number, most: number): TooLarge {
  return new TooLarge(t(
    `Dit wordt een pdf van ongeveer ${pages.toLocaleString('nl-NL')} bladzijden; er passen er hoogstens ${most.toLocaleString('nl-NL')}. Filter de lijst, of kies Excel, ODS, CSV of JSON.`,
    `This becomes a PDF of some ${pages.toLocaleString('en-GB')} pages; at most ${most.toLocaleString('en-GB')} fit. Filter the list, or choose Excel, ODS, CSV or JSON.`,
  ))
}
