// Pieces: what is said to citizens, as headings with sentences and lists, before it becomes a page, a PDF or a comparison. Pure.
import { type TextBlock, textBlocks } from '../documents/text-blocks.ts'
import type { Language } from '../ground/words.ts'

/** Words of ours; what the organisation typed (Dutch); or a link within this site or to the web. */
export type Run = string | { readonly own: string } | { readonly words: string; readonly href: string }
export type Part =
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  /** A text in Markdown that the organisation wrote. */
  | { readonly kind: 'own'; readonly markdown: string; readonly language: Language }

/** What art. 13 and 14 AVG ask to be told, each by its place in the article. */
export const elements = {
  controller: 'art. 13 lid 1 onder a AVG', dpo: 'art. 13 lid 1 onder b AVG', purposes: 'art. 13 lid 1 onder c AVG', basis: 'art. 13 lid 1 onder c AVG', interests: 'art. 13 lid 1 onder d AVG',
  categories: 'art. 14 lid 1 onder d AVG', recipients: 'art. 13 lid 1 onder e AVG', transfers: 'art. 13 lid 1 onder f AVG', retention: 'art. 13 lid 2 onder a AVG', rights: 'art. 13 lid 2 onder b AVG',
  objection: 'art. 21 lid 4 AVG', consent: 'art. 13 lid 2 onder c AVG', complaint: 'art. 13 lid 2 onder d AVG', provision: 'art. 13 lid 2 onder e AVG', automated: 'art. 13 lid 2 onder f AVG', sources: 'art. 14 lid 2 onder f AVG',
} as const
export type ElementKey = keyof typeof elements

export type Piece = {
  readonly key: string
  readonly heading: string
  /** The heading is what the organisation typed. */
  readonly isOwn?: true
  /** What of art. 13 and 14 it tells. */
  readonly tells?: readonly ElementKey[]
  /** Of those, what the register doesn't say yet. */
  readonly lacks?: readonly ElementKey[]
  readonly parts: readonly Part[]
}

export const text = (...runs: readonly Run[]): Part => ({ kind: 'text', runs })
export const list = (...items: readonly (readonly Run[])[]): Part => ({ kind: 'list', items })
export const own = (typed: string): Run => ({ own: typed })
export const link = (words: string, href: string): Run => ({ words, href })

/** Runs with a separator between them; what is empty falls out. */
export function joined(separator: string, runs: readonly (Run | null | undefined)[]): Run[] {
  const said = runs.filter((run): run is Run => run !== null && run !== undefined && run !== '')
  return said.flatMap((run, index) => index === 0 ? [run] : [separator, run])
}

/** The words of a run, as one reads them. */
export function plainRun(run: Run): string {
  return typeof run === 'string' ? run : 'own' in run ? oneLine(run.own) : run.words
}

/** As text with headings of `#`, for a comparison; not to be rendered. */
export function plainText(pieces: readonly Piece[], depth = 1): string {
  return pieces.map(({ heading, parts }) => [`${'#'.repeat(depth)} ${oneLine(heading)}`, ...parts.map(plainPart)].join('\n\n')).join('\n\n')
}

/** A statement with what it says of each processing activity, for a comparison: every heading once. */
export function wholeText(pieces: readonly Piece[], notices: readonly { readonly name: string; readonly summary: string | null; readonly pieces: readonly Piece[] }[]): string {
  return [plainText(pieces), ...notices.map(({ name, summary, pieces: told }) => `# ${oneLine(name)}\n\n${oneLine(summary ?? '')}\n\n${plainText(told.map((piece) => ({ ...piece, heading: `${name}: ${piece.heading}` })), 2)}`)].join('\n\n')
}

/** For documents on paper. */
export function paperBlocks(pieces: readonly Piece[], depth = 1): TextBlock[] {
  return pieces.flatMap(({ heading, parts }): TextBlock[] => [{ kind: 'heading', depth, text: oneLine(heading) }, ...parts.flatMap((part): TextBlock[] => {
    switch (part.kind) {
      case 'text': return [{ kind: 'paragraph', text: part.runs.map(plainRun).join('') }]
      case 'list': return [{ kind: 'list', isNumbered: false, items: part.items.map((item) => item.map(plainRun).join('')) }]
      case 'own': return textBlocks(part.markdown).map((block) => block.kind === 'heading' ? { ...block, depth: block.depth + depth } : block)
    }
  })])
}

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'text': return part.runs.map(plainRun).join('')
    case 'list': return part.items.map((item) => `- ${item.map(plainRun).join('')}`).join('\n')
    // A heading within it would cut the comparison up.
    case 'own': return part.markdown.replace(/^\s{0,3}#+\s*/gm, '')
  }
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
