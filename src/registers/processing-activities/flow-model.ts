// Flow model: which way personal data go, as points and the flows between them: from whom and where, in which processing, kept where, given to whom, in which country.
import { fold } from '../../ground/letters.ts'

/** Kinds of points, in the order in which data pass them. Data subjects and the places data are fetched from share the column of sources. */
export const flowKinds = ['subject', 'source', 'processing', 'system', 'recipient', 'processor', 'country'] as const
export type FlowKind = (typeof flowKinds)[number]
export type FlowColumn = Exclude<FlowKind, 'subject'>

/**
 * What is worth seeing at a point or a flow. `unnamed`: somebody or something is there, but the entry doesn't say who or what. `rest`: stands for several that
 * aren't shown one by one. The four of a country: inside the EEA, or outside with an adequacy decision for all, for some, or without (art. 45 AVG).
 */
export type FlowMark = 'special' | 'criminal' | 'bsn' | 'not-active' | 'unencrypted' | 'portable' | 'no-agreement' | 'eea' | 'adequate' | 'partly-adequate' | 'not-adequate'
  | 'outside' | 'unsafeguarded' | 'unnamed' | 'rest'

export type FlowNode = {
  /** Begins with its kind: `processor:boomvalk software`, `country:US`. */
  readonly id: string
  readonly kind: FlowKind
  readonly column: FlowColumn
  readonly words: string
  readonly detail?: string
  /** Address of what it is, where there is a page about it. */
  readonly href?: string
  readonly marks: readonly FlowMark[]
  /** How many processings touch it. Of `rest`: undefined, since one processing may touch several of them. */
  readonly entries: number | undefined
  /** Of `rest`: how many points it stands for. */
  readonly hidden?: number
}

export type FlowEdge = {
  readonly from: string
  readonly to: string
  readonly words?: string
  readonly marks: readonly FlowMark[]
  /** How many processings; at least so many where `rest` stands at an end. */
  readonly entries: number
}

export type FlowMap = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }

export type NodeDraft = { readonly kind: FlowKind; readonly key: string; readonly words: string; readonly detail?: string; readonly href?: string; readonly marks?: readonly FlowMark[] }

export function columnOf(kind: FlowKind): FlowColumn {
  return kind === 'subject' ? 'source' : kind
}

export function nodeId({ kind, key }: Pick<NodeDraft, 'kind' | 'key'>): string {
  return `${kind}:${key}`
}

/** Kind and key of an id; undefined when it is none. */
export function readNodeId(id: string): { kind: FlowKind; key: string } | undefined {
  const at = id.indexOf(':')
  const kind = flowKinds.find((one) => one === id.slice(0, Math.max(at, 0)))
  return kind === undefined || id.length === at + 1 ? undefined : { kind, key: id.slice(at + 1) }
}

/** Key of something that has only a name; names that differ in capitals, accents or signs are the same (`Boomvalk BV`, `boomvalk b.v.`). */
export function keyOfName(name: string): string {
  return fold(name).replaceAll('.', '') || name.trim().toLowerCase()
}

/** By kind; within a kind what most processings touch first, then by name; `rest` after the others. The same points always come in the same order. */
export function inOrder(map: FlowMap): FlowMap {
  const nodes = map.nodes.toSorted((one, other) => flowKinds.indexOf(one.kind) - flowKinds.indexOf(other.kind) || compareInKind(one, other))
  const rank = new Map(nodes.map(({ id }, index) => [id, index]))
  const edges = map.edges.map((edge) => ({ edge, place: rank.get(edge.from)! * nodes.length + rank.get(edge.to)! })).sort((one, other) => one.place - other.place)
  return { nodes, edges: edges.map(({ edge }) => edge) }
}

function compareInKind(one: FlowNode, other: FlowNode): number {
  const lasting = Number(one.marks.includes('rest')) - Number(other.marks.includes('rest'))
  return lasting || (other.entries ?? 0) - (one.entries ?? 0) || names.compare(one.words, other.words) || (one.id < other.id ? -1 : 1)
}

const names = new Intl.Collator('nl', { numeric: true })
