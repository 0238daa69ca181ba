// Text difference: what changed between two texts, section by section and within a section word by word. Pure.
import { sectionsOf, type TextSection } from './markdown.ts'

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** A section as it was and as it is; `pieces` read as one text in which both can be seen. */
export type SectionDifference = { readonly kind: 'same' | 'added' | 'removed' | 'changed'; readonly left: TextSection | undefined; readonly right: TextSection | undefined; readonly pieces: readonly Piece[] }

/** Every section of both texts, in the order of reading; sections with the same title are held against each other. */
export function compareTexts(left: string, right: string): SectionDifference[] {
  const [old, now] = [sectionsOf(left), sectionsOf(right)]
  return aligned(old.map(titleKey), now.map(titleKey)).map(([from, to]): SectionDifference => {
    const [before, after] = [from === undefined ? undefined : old[from], to === undefined ? undefined : now[to]]
    if (!before || !after) {
      const kind = before ? 'removed' : 'added'
      return { kind, left: before, right: after, pieces: [{ kind, text: (before ?? after)!.body }] }
    }
    if (before.body === after.body) return { kind: 'same', left: before, right: after, pieces: [{ kind: 'same', text: after.body }] }
    return { kind: 'changed', left: before, right: after, pieces: comparedWords(before.body, after.body) }
  })
}

const titleKey = ({ title, depth }: TextSection): string => `${depth} ${title.toLowerCase().replace(/\s+/g, ' ')}`

/** Words with the white space after them, so that the pieces together are the text. */
export function comparedWords(left: string, right: string): Piece[] {
  const [old, now] = [wordsOf(left), wordsOf(right)]
  const pieces: { kind: Piece['kind']; text: string }[] = []
  for (const [from, to] of aligned(old, now)) {
    const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'same'
    const text = (to === undefined ? old[from!] : now[to])!
    if (pieces.at(-1)?.kind === kind) pieces.at(-1)!.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

type Pair = readonly [number | undefined, number | undefined]
/** So many comparisons are made to find what stayed; longer stretches count as replaced whole. */
const most = 4_000_000

/** Pairs of places: what is in both stands in one pair, what was taken away before what came. */
function aligned(old: readonly string[], now: readonly string[]): Pair[] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const count = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const [oldEnd, nowEnd] = [old.length - end, now.length - end]
  return [
    ...count(0, start).map((place): Pair => [place, place]),
    ...(oldEnd - start) * (nowEnd - start) > most
      ? [...count(start, oldEnd).map((place): Pair => [place, undefined]), ...count(start, nowEnd).map((place): Pair => [undefined, place])]
      : longestCommon(old.slice(start, oldEnd), now.slice(start, nowEnd)).map(([from, to]): Pair => [from === undefined ? undefined : from + start, to === undefined ? undefined : to + start]),
    ...count(0, end).map((place): Pair => [oldEnd + place, nowEnd + place]),
  ]
}

function longestCommon(old: readonly string[], now: readonly string[]): Pair[] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let from = old.length - 1; from >= 0; from -= 1) {
    for (let to = now.length - 1; to >= 0; to -= 1) {
      lengths[from * width + to] = old[from] === now[to] ? lengths[(from + 1) * width + to + 1]! + 1 : Math.max(lengths[(from + 1) * width + to]!, lengths[from * width + to + 1]!)
    }
  }
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  while (from < old.length || to < now.length) {
    if (from < old.length && to < now.length && old[from] === now[to]) pairs.push([from++, to++])
    else if (from < old.length && (to === now.length || lengths[(from + 1) * width + to]! >= lengths[from * width + to + 1]!)) pairs.push([from++, undefined])
    else pairs.push([undefined, to++])
  }
  return pairs
}
