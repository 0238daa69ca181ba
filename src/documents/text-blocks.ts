// Text blocks: a text in Markdown as headings, paragraphs and lists of plain words, for documents on paper.
import type { Token } from 'markdown-it'
import { numberedTokens } from './markdown.ts'

/** `depth` counts from 1. An item of a list within a list begins with a dash. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }

export function textBlocks(text: string): TextBlock[] {
  const { tokens, headings } = numberedTokens(text)
  const depths = new Map(headings.map(({ place, heading }) => [place, heading?.depth]))
  const blocks: TextBlock[] = []
  const lists: { readonly isNumbered: boolean; readonly items: string[] }[] = []
  let row: string[] | undefined
  const add = (words: string) => {
    const list = lists[0]
    if (words === '') return
    if (row) row.push(words)
    else if (!list || list.items.length === 0) blocks.push({ kind: 'paragraph', text: words })
    else list.items[list.items.length - 1] = [list.items.at(-1)!, words].filter((part) => part !== '').join(list.items.at(-1) === '– ' ? '' : '\n')
  }
  for (const [place, token] of tokens.entries()) {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open': lists.push({ isNumbered: token.type === 'ordered_list_open', items: [] }); break
      // What stands in an inner list was added to the outer one.
      case 'bullet_list_close':
      case 'ordered_list_close': { const list = lists.pop()!; if (lists.length === 0) blocks.push({ kind: 'list', ...list }); break }
      case 'list_item_open': lists[0]!.items.push(lists.length > 1 ? '– ' : ''); break
      case 'tr_open': row = []; break
      case 'tr_close': { const words = row!.join(' · '); row = undefined; add(words); break }
      case 'fence':
      case 'code_block': add(token.content.trimEnd()); break
      case 'inline': {
        const depth = depths.get(place - 1)
        if (depth === undefined) add(plainWords(token))
        else blocks.push({ kind: 'heading', depth, text: plainWords(token) })
        break
      }
      default:
    }
  }
  return blocks
}

/** The words without their marks; an address on the web stands behind the words that lead to it. */
function plainWords({ children }: Token): string {
  let said = ''
  let leadsTo = ''
  for (const token of children ?? []) {
    if (token.type === 'softbreak') said += ' '
    else if (token.type === 'hardbreak') said += '\n'
    else if (token.type === 'link_open') leadsTo = String(token.attrGet('href') ?? '')
    else if (token.type === 'link_close') said += /^https?:/i.test(leadsTo) && !said.endsWith(leadsTo) ? ` (${leadsTo})` : ''
    else said += token.content
  }
  return said.trim()
}
