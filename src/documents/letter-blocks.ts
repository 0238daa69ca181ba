// Letter blocks: a letter in Markdown as headings, paragraphs and lists of words with their weight, for paper and for word processors; its headings stay as they were typed.
import type { Token } from 'markdown-it'
import { type numberedTokens, plainTokens } from './markdown.ts'

/** Words of one weight; a line end within them is `\n`. */
export type Run = { readonly text: string; readonly isStrong: boolean; readonly isEmphasis: boolean }

/** `depth` counts from 1. What stands in a list within a list begins on a line of its own with a dash. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Run[])[] }

export function letterBlocks(text: string): LetterBlock[] {
  return blocksOf(plainTokens(text))
}

/** Of tokens whose headings got numbers, or stayed as they were typed. */
export function blocksOf({ tokens, headings }: ReturnType<typeof numberedTokens>): LetterBlock[] {
  const depths = new Map(headings.map(({ place, heading }) => [place, heading?.depth]))
  const blocks: LetterBlock[] = []
  const lists: { readonly isNumbered: boolean; readonly items: Run[][] }[] = []
  let row: Run[][] | undefined
  const add = (runs: readonly Run[]) => {
    const item = lists[0]?.items.at(-1)
    if (runs.length === 0) return
    if (row) row.push([...runs])
    else if (!item) blocks.push({ kind: 'paragraph', runs })
    else item.push(...(item.length === 0 || item.at(-1)?.text === nested ? [] : [words('\n')]), ...runs)
  }
  for (const [place, token] of tokens.entries()) {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open': lists.push({ isNumbered: token.type === 'ordered_list_open', items: [] }); break
      case 'bullet_list_close':
      case 'ordered_list_close': { const list = lists.pop()!; if (lists.length === 0) blocks.push({ kind: 'list', ...list }); break }
      // What stands in an inner list is added to the item of the outer one.
      case 'list_item_open':
        if (lists.length > 1) lists[0]!.items.at(-1)?.push(words(nested))
        else lists[0]!.items.push([])
        break
      case 'tr_open': row = []; break
      case 'tr_close': { const cells = row!; row = undefined; add(cells.flatMap((cell, index) => index === 0 ? cell : [words(' · '), ...cell])); break }
      case 'fence':
      case 'code_block': add([words(token.content.trimEnd())]); break
      case 'inline': {
        const depth = depths.get(place - 1)
        if (depth === undefined) add(runsOf(token))
        else blocks.push({ kind: 'heading', depth, runs: runsOf(token) })
        break
      }
      default:
    }
  }
  return blocks
}

/** All words of runs, without their weight. */
export function plainRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

const nested = '\n– '
const words = (text: string): Run => ({ text, isStrong: false, isEmphasis: false })

/** An address on the web stands behind the words that lead to it. */
function runsOf({ children }: Token): Run[] {
  const runs: Run[] = []
  let [strong, emphasis] = [0, 0]
  let leadsTo = ''
  const say = (text: string) => {
    const last = runs.at(-1)
    if (text === '') return
    if (last && last.isStrong === strong > 0 && last.isEmphasis === emphasis > 0) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ text, isStrong: strong > 0, isEmphasis: emphasis > 0 })
  }
  for (const token of children ?? []) {
    switch (token.type) {
      case 'strong_open': strong++; break
      case 'strong_close': strong--; break
      case 'em_open': emphasis++; break
      case 'em_close': emphasis--; break
      case 'softbreak': say(' '); break
      case 'hardbreak': say('\n'); break
      case 'link_open': leadsTo = String(token.attrGet('href') ?? ''); break
      case 'link_close': if (/^https?:/i.test(leadsTo) && !plainRuns(runs).endsWith(leadsTo)) say(` (${leadsTo})`); break
      default: say(token.content)
    }
  }
  return runs
}
