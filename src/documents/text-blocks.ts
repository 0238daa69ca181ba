// Text blocks: a text in Markdown as headings, paragraphs and lists of plain words, for documents on paper; its headings get their numbers.
import { blocksOf, plainRuns } from './letter-blocks.ts'
import { numberedTokens } from './markdown.ts'

/** `depth` counts from 1. What stands in a list within a list begins on a line of its own with a dash. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }

export function textBlocks(text: string): TextBlock[] {
  return blocksOf(numberedTokens(text)).map((block): TextBlock => {
    if (block.kind === 'list') return { ...block, items: block.items.map((runs) => plainRuns(runs).trim()) }
    const { runs, ...rest } = block
    return { ...rest, text: plainRuns(runs).trim() }
  })
}
