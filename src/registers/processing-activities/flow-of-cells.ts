// Flow of cells: the flow map of a whole register from what the database counted. Pure.
import type { AnyInput } from '../../register-kit/entry.ts'
import type { Cell, Cells } from './flow-cells.ts'
import { columnOf, type FlowEdge, type FlowMap, type FlowMark, type FlowNode, inOrder, keyOfName, type NodeDraft, nodeId } from './flow-model.ts'
import { countryPoint, type FlowNames, processorPoint, recipientPoint, type Registered, sourcePoint, subjectPoint, systemPoint } from './flow-points.ts'

type Counted = { draft: NodeDraft; entries: number; marks: Set<FlowMark> }

/** `groups` in the order that the cells refer to; `others` is the point for group -1. `outside`: of recipients and processors only those by which data leave the EEA. */
export function flowOfCells({ cells, transfers }: Cells, groups: readonly FlowNode[], others: FlowNode | undefined, given: Omit<FlowNames, 'registered'>, options: { outside: boolean }): FlowMap {
  const names = { ...given, registered: registeredAmong(cells, given) }
  const points = new Map<string, Counted>()
  const edges = new Map<string, FlowEdge>()
  const drafts = new Map<string, NodeDraft>()
  const groupOf = (place: number) => place < 0 ? others : groups[place]
  const draftOf = (cell: Cell): NodeDraft => {
    const key = `${cell.kind}${cell.isWeak ? '!' : ''}${cell.raw}`
    const known = drafts.get(key)
    if (known) return known
    const draft = pointOf(cell, names)
    drafts.set(key, draft)
    return draft
  }

  const count = (draft: NodeDraft, entries: number): string => {
    const id = nodeId(draft)
    const held = points.get(id)
    if (held) held.entries += entries
    else points.set(id, { draft, entries, marks: new Set(draft.marks) })
    if (held) for (const mark of draft.marks ?? []) held.marks.add(mark)
    return id
  }
  const flow = (from: string, to: string, entries: number, add: 'sum' | 'most', marks: readonly FlowMark[] = []): void => {
    const key = `${from}\n${to}`
    const held = edges.get(key)
    if (!held) edges.set(key, { from, to, entries, marks })
    else edges.set(key, { from, to, entries: add === 'sum' ? held.entries + entries : Math.max(held.entries, entries), marks: [...new Set([...held.marks, ...marks])] })
  }

  for (const cell of cells) {
    const group = groupOf(cell.group)
    if (!group || (options.outside && (cell.kind === 'recipient' || cell.kind === 'processor'))) continue
    const id = count(draftOf(cell), cell.entries)
    if (cell.kind === 'subject' || cell.kind === 'source') flow(id, group.id, cell.entries, 'sum')
    else flow(group.id, id, cell.entries, 'sum')
  }
  const processors = new Map(cells.flatMap((cell) => cell.kind === 'processor' ? [draftOf(cell)] : []).map((draft) => [keyOfName(draft.words), draft] as const))
  for (const { group: place, recipient, country, isSafeguarded, entries } of transfers) {
    const group = groupOf(place)
    const land = countryPoint(country, names)
    const isOutside = land.marks?.includes('outside') ?? false
    if (!group || (options.outside && !isOutside)) continue
    const draft = processors.get(keyOfName(recipient ?? '')) ?? recipientPoint({ name: recipient, recipient: null }, names)
    // Who receives a transfer is as a rule a processor or recipient of the same processing, and then counted already.
    const via = nodeId(draft)
    if (!edges.has(`${group.id}\n${via}`)) count(draft, entries)
    flow(group.id, via, entries, 'most')
    flow(via, count(land, entries), entries, 'sum', isOutside ? isSafeguarded ? ['outside'] : ['outside', 'unsafeguarded'] : [])
  }
  const nodes: FlowNode[] = [...points].map(([id, { draft, entries, marks }]) => ({ id, kind: draft.kind, column: columnOf(draft.kind), words: draft.words, href: draft.href, marks: [...marks], entries }))
  return inOrder({ nodes: [...groups, ...(others ? [others] : []), ...nodes], edges: [...edges.values()] })
}

/** What cells point at, as raw values of the register's fields, to load their labels with. */
export function asInput(cells: readonly Pick<Cell, 'kind' | 'raw'>[], countries: readonly (string | null)[] = []): AnyInput {
  const of = (kind: Cell['kind'], sign: string) => [...new Set(cells.filter((cell) => cell.kind === kind && cell.raw.startsWith(sign)).map(({ raw }) => raw.slice(1)))]
  return {
    subject_categories: of('subject', '@'), sources: of('source', '@'), stores: of('system', '#').map((system) => ({ system })), recipients: of('recipient', '@').map((recipient) => ({ recipient })),
    processors: of('processor', '#').map((processor) => ({ processor })), transfers: [...new Set(countries)].map((country) => ({ country })),
  }
}

/** The point that a raw value of a child row stands for. */
export function pointOf({ kind, raw, isWeak }: Pick<Cell, 'kind' | 'raw'> & { isWeak?: boolean }, names: FlowNames): NodeDraft {
  const value = raw.slice(1)
  const named = raw.startsWith('=') ? value : null
  const id = raw.startsWith('#') ? value : null
  switch (kind) {
    case 'subject': return subjectPoint(value, names)
    case 'source': return sourcePoint(value, names)
    case 'system': return systemPoint({ name: named, system: id, is_encrypted: isWeak ? false : null }, names)
    case 'processor': return processorPoint({ name: named, processor: id, agreement: isWeak ? 'none' : 'in_force' }, names)
    case 'recipient': return recipientPoint({ name: named, recipient: raw.startsWith('@') ? value : null }, names, 'category')
    case 'country': return countryPoint(raw === '?' ? null : value, names)
    case 'processing': throw new Error('A processing is no value of a child row')
  }
}

/** Registered systems and processors among the cells, by the name that an entry without the reference would call them. */
export function registeredAmong(cells: readonly Pick<Cell, 'kind' | 'raw'>[], { lookups }: Omit<FlowNames, 'registered'>): Registered {
  const named = (kind: Cell['kind'], register: 'systems' | 'processors') => new Map(cells.flatMap((cell) => {
    const label = cell.kind === kind && cell.raw.startsWith('#') ? lookups.references[register]?.get(cell.raw.slice(1))?.label : undefined
    return label ? [[keyOfName(label), cell.raw.slice(1)] as const] : []
  }))
  return { systems: named('system', 'systems'), processors: named('processor', 'processors') }
}
