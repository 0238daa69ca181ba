// Report parts: the blocks of a report made flat for whoever sets them: headings that go down a level at a time, words with their weight, and tables with the width of their columns.
import { inLanguage, t } from '../ground/words.ts'
import { letterBlocks, type Run } from './letter-blocks.ts'
import type { Block, ReportDocument, Signature } from './report-shapes.ts'

export type ReportPart =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Run[])[] }
  /** `widths` are shares; a row of `isRoomy` leaves room to write. */
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[]; readonly isRoomy: boolean }

export type ReportWords = { readonly page: string; readonly of: string; readonly contents: string; readonly logo: string; readonly fact: string; readonly value: string }
/** What is set: `hasContents` when it is long enough to want a table of contents. */
export type SetReport = Omit<ReportDocument, 'blocks'> & { readonly parts: readonly ReportPart[]; readonly words: ReportWords; readonly hasContents: boolean }

export function setReport({ blocks, ...document }: ReportDocument): SetReport {
  return inLanguage(document.language, () => {
    const parts = partsOf(blocks)
    return {
      ...document, parts, hasContents: parts.filter(({ kind }) => kind === 'heading').length > headingsWithoutContents,
      words: { page: t('Pagina', 'Page'), of: t('van', 'of'), contents: t('Inhoud', 'Contents'), logo: t('Logo van', 'Logo of'), fact: t('Gegeven', 'Item'), value: t('Inhoud', 'Content') },
    }
  })
}

const headingsWithoutContents = 6

function partsOf(blocks: readonly Block[]): ReportPart[] {
  const parts: ReportPart[] = []
  // Of the last heading that stood by itself, and of the last heading of all.
  let [under, last] = [0, 0]
  const heading = (wanted: number, runs: readonly Run[]) => {
    last = Math.max(1, Math.min(wanted, last + 1, 6))
    parts.push({ kind: 'heading', level: last, runs })
  }
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        heading(block.level, [plain(block.text)])
        under = last
        break
      case 'text':
        for (const part of letterBlocks(block.markdown)) {
          if (part.kind === 'heading') heading(under + part.depth, part.runs)
          else parts.push(part)
        }
        break
      case 'table': parts.push({ kind: 'table', caption: block.caption, head: block.head, rows: block.rows.map((row) => block.head.map((_, place) => row[place] ?? '')), widths: widthsOf(block.head, block.rows), isRoomy: false }); break
      case 'signatures': parts.push(signatureTable(block.parties)); break
    }
  }
  return parts
}

function signatureTable(parties: readonly Signature[]): ReportPart {
  const head = [t('Namens', 'On behalf of'), t('Naam', 'Name'), t('Functie', 'Function'), t('Datum', 'Date'), t('Handtekening', 'Signature')]
  return { kind: 'table', caption: '', head, rows: parties.map(({ party, name, function: office, date }) => [party, name, office, date, '']), widths: [1.3, 1.2, 1.2, 1, 1.5], isRoomy: true }
}

const plain = (text: string): Run => ({ text, isStrong: false, isEmphasis: false })

/** By the length of what stands in each column, within a factor of four: a number needs less room than a sentence. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return head.map((words, place) => {
    const longest = Math.max(words.length, ...rows.slice(0, 200).map((row) => (row[place] ?? '').length))
    return Math.min(4, Math.max(1, Math.round(Math.sqrt(longest / 8) * 10) / 10))
  })
}
