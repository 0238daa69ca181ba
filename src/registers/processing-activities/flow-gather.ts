// Flow gather: puts points and flows of many processings together, each once, and counts the processings that touch them.
import { columnOf, type FlowMap, type FlowMark, inOrder, type NodeDraft, nodeId } from './flow-model.ts'

type Gathered = { readonly marks: Set<FlowMark>; readonly entries: Set<string> }

/** Most different remarks beside one flow; a flow of many processings would else carry a page of text. */
const mostWords = 3

export function gatherFlows() {
  const nodes = new Map<string, Gathered & { draft: NodeDraft; detail: string | undefined }>()
  const edges = new Map<string, Gathered & { from: string; to: string; words: Set<string> }>()
  return {
    /** A point that a processing touches. Points of one id are one; it keeps a detail only while all say the same. Gives the id. */
    point(entry: string, draft: NodeDraft): string {
      const id = nodeId(draft)
      const held = nodes.get(id)
      if (!held) {
        nodes.set(id, { draft, detail: draft.detail, marks: new Set(draft.marks), entries: new Set([entry]) })
        return id
      }
      held.entries.add(entry)
      for (const mark of draft.marks ?? []) held.marks.add(mark)
      if (held.detail !== draft.detail) held.detail = undefined
      return id
    },
    /** A flow of a processing between two points. */
    flow(entry: string, from: string, to: string, about: { words?: string | null; marks?: readonly FlowMark[] } = {}): void {
      const key = `${from}\n${to}`
      const held = edges.get(key) ?? { from, to, words: new Set<string>(), marks: new Set<FlowMark>(), entries: new Set<string>() }
      edges.set(key, held)
      held.entries.add(entry)
      if (about.words) held.words.add(about.words)
      for (const mark of about.marks ?? []) held.marks.add(mark)
    },
    map(): FlowMap {
      return inOrder({
        nodes: [...nodes].map(([id, { draft, detail, marks, entries }]) => ({ id, kind: draft.kind, column: columnOf(draft.kind), words: draft.words, detail, href: draft.href, marks: [...marks], entries: entries.size })),
        edges: [...edges.values()].map(({ from, to, words, marks, entries }) => ({ from, to, words: joined([...words]), marks: [...marks], entries: entries.size })),
      })
    },
  }
}

function joined(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  return words.slice(0, mostWords).join('; ') + (words.length > mostWords ? '; …' : '')
}
