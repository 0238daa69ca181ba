// Flow shorten: a map of at most so many points of each kind; the others stand together as "en 214 andere".
import { t } from '../../ground/words.ts'
import { columnOf, type FlowEdge, type FlowKind, flowKinds, type FlowMap, type FlowMark, type FlowNode, inOrder } from './flow-model.ts'

export type Limits = Readonly<Record<FlowKind, number>>

/** What still reads as a picture. */
export const mapLimits: Limits = { subject: 6, source: 6, processing: 14, system: 9, recipient: 9, processor: 9, country: 9 }

/**
 * Keeps of each kind what most processings touch, before all others what data leave the EEA by. Edges to the others become edges to the point that stands
 * for them; their number of processings is then at least that of the largest. One point more than the limit is shown rather than hidden as "one other".
 */
export function shortened(map: FlowMap, limits: Limits = mapLimits): FlowMap {
  const leaving = new Set(map.edges.flatMap(({ from, to, marks }) => marks.includes('outside') ? [from, to] : []))
  const kept = new Map<string, string>()
  const nodes: FlowNode[] = []
  for (const kind of flowKinds) {
    const rest = map.nodes.find((node) => node.kind === kind && node.marks.includes('rest'))
    const own = map.nodes.filter((node) => node.kind === kind && node !== rest).toSorted((one, other) => Number(leaving.has(other.id)) - Number(leaving.has(one.id)))
    const shown = own.length <= limits[kind] + (rest ? 0 : 1) ? own : own.slice(0, limits[kind])
    for (const node of shown) kept.set(node.id, node.id)
    nodes.push(...shown)
    const hidden = own.length - shown.length + (rest?.hidden ?? 0)
    if (hidden > 0) nodes.push(hidden === rest?.hidden ? rest : restOf(kind, hidden))
  }
  return inOrder({ nodes, edges: mergedEdges(map.edges.map((edge) => ({ ...edge, from: kept.get(edge.from) ?? restId(edge.from), to: kept.get(edge.to) ?? restId(edge.to) }))) })
}

export function restOf(kind: FlowKind, hidden: number, words = restWords(kind, hidden)): FlowNode {
  return { id: `${kind}:+`, kind, column: columnOf(kind), words, marks: ['rest'], entries: undefined, hidden }
}

function restId(id: string): string {
  return `${id.slice(0, id.indexOf(':'))}:+`
}

function mergedEdges(edges: readonly FlowEdge[]): FlowEdge[] {
  const merged = new Map<string, FlowEdge>()
  for (const edge of edges) {
    const key = `${edge.from}\n${edge.to}`
    const held = merged.get(key)
    merged.set(key, held
      ? { from: edge.from, to: edge.to, marks: [...new Set<FlowMark>([...held.marks, ...edge.marks])], entries: Math.max(held.entries, edge.entries), words: held.words === edge.words ? held.words : undefined }
      : edge)
  }
  return [...merged.values()]
}

function restWords(kind: FlowKind, hidden: number): string {
  const others: Readonly<Record<FlowKind, readonly [string, string]>> = {
    subject: ['andere groepen betrokkenen', 'other groups of data subjects'], source: ['andere bronnen', 'other sources'], processing: ['andere', 'others'], system: ['andere systemen', 'other systems'],
    recipient: ['andere ontvangers', 'other recipients'], processor: ['andere verwerkers', 'other processors'], country: ['andere landen', 'other countries'],
  }
  return t(`en ${hidden.toLocaleString('nl-NL')} ${others[kind][0]}`, `and ${hidden.toLocaleString('en-GB')} ${others[kind][1]}`)
}
