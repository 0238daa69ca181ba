// Write file: a questionnaire as the State's JSON; what was imported comes out as it came in, but for what changed since.
import { addressOf, type Definition, parseAddress } from '../item.ts'
import { indexRoom, type Copy } from '../sheet.ts'
import { usualPlace } from './read-file.ts'
import { type FileAnswer, isObject, type Json, type JsonObject, type Kept, outputSchema } from './shape.ts'

export type ToWrite = {
  readonly definition: Definition
  readonly answers: readonly FileAnswer[]
  readonly copies: readonly Copy[]
  readonly completed: ReadonlySet<string>
  /** Null for what began here. */
  readonly kept: Kept | null
  /** ISO moment. */
  readonly createdAt: string
}

export function writeNationalFile({ definition, answers, copies, completed, kept, createdAt }: ToWrite): JsonObject {
  const placed = new Map(answers.map((answer) => [answer, placeOf(answer.address, definition, kept)] as const))
  const top = answers.filter((answer) => placed.get(answer) === null).map(({ address, value, said }): [string, Json] => [address, { value: value as Json, ...said }])
  const groups = [...new Set([...Object.keys(kept?.elements ?? {}), ...placed.values(), ...extraCopies(copies, definition)])].filter((group) => group !== null)
  // A copy of which the answers stand at the top needs no element of its own.
  const loose = new Set(answers.flatMap((answer) => {
    const { id, index } = parseAddress(answer.address)
    const group = definition.byId.get(id)?.repeats
    return group && index !== null && placed.get(answer) === null ? [addressOf(group.id, index)] : []
  }))
  const grouped = groups.map((group): [string, Json] => [group, elementsOf(group, answers.filter((answer) => placed.get(answer) === group), copies.filter((one) => one.group === group && !loose.has(addressOf(group, one.index))), kept)])
  const all = [...top, ...grouped, ...Object.entries(kept?.strays ?? {})].toSorted(([one], [other]) => inOrder(one, other))
  const metadata = { ...kept?.metadata, urn: `${definition.urn}:${definition.version}`, createdAt }
  const parents = parentsToTell(copies, definition)
  const done = completedIn(kept, completed, definition)
  return {
    ...(kept ? kept.root : { $schema: outputSchema }),
    metadata: { ...Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== 'completedTasks')), ...(done ? { completedTasks: done } : {}), ...(parents ? { waarborg: { parents } } : {}) },
    answers: Object.fromEntries(all),
  }
}

function placeOf(address: string, definition: Definition, kept: Kept | null): string | null {
  if (kept && Object.hasOwn(kept.places, address)) return kept.places[address]!
  const item = definition.byId.get(parseAddress(address).id)
  return item ? usualPlace(item) : null
}

/** Groups that somebody added copies to; one copy is there by itself and needs no telling. */
function extraCopies(copies: readonly Copy[], definition: Definition): string[] {
  const counts = new Map<string, number>()
  for (const { group, isRemoved } of copies) if (!isRemoved && definition.byId.get(group)?.isGroup) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts].flatMap(([group, count]) => count > 1 ? [group] : [])
}

function elementsOf(group: string, answers: readonly FileAnswer[], own: readonly Copy[], kept: Kept | null): Json {
  const removed = new Set(own.filter(({ isRemoved }) => isRemoved).map(({ index }) => index))
  const before = (kept?.elements[group] ?? []).filter(({ _index }) => !removed.has(_index as number))
  const inside = new Map<number, [string, Json][]>()
  for (const { address, value, said } of answers) {
    const { id, index } = parseAddress(address)
    inside.set(index!, [...inside.get(index!) ?? [], [id, { value: value as Json, ...said }]])
  }
  const listed = before.map(({ _index }) => _index as number)
  const added = [...new Set([...inside.keys(), ...own.filter(({ isRemoved }) => !isRemoved).map(({ index }) => index)])].filter((index) => !listed.includes(index)).toSorted((one, other) => one - other)
  return [...before, ...added.map((index): JsonObject => ({ _index: index }))].map((element) => ({ ...element, ...Object.fromEntries((inside.get(element._index as number) ?? []).toSorted(([one], [other]) => inOrder(one, other))) }))
}

/** The State's form takes a nested copy to stand in the copy with its own index; only where that isn't so it must be told. */
function parentsToTell(copies: readonly Copy[], { byId }: Definition): JsonObject | undefined {
  const told = copies.filter(({ group, index, parent, isRemoved }) => !isRemoved && parent !== null && parent !== index % indexRoom && byId.get(group)?.parent?.repeats)
  return told.length === 0 ? undefined : Object.fromEntries(told.map(({ group, index, parent }) => [addressOf(group, index), parent]))
}

function completedIn(kept: Kept | null, completed: ReadonlySet<string>, { sections }: Definition): Json | undefined {
  const before = (Array.isArray(kept?.metadata.completedTasks) ? kept.metadata.completedTasks : []) as string[]
  const known = new Set(sections.map(({ id }) => id))
  const stayed = before.filter((id) => completed.has(id) || !known.has(id))
  const all = [...stayed, ...sections.map(({ id }) => id).filter((id) => completed.has(id) && !stayed.includes(id))]
  return all.length > 0 || (isObject(kept?.metadata) && kept.metadata.completedTasks !== undefined) ? all : undefined
}

/** By number, part by part: 2.1 before 2.10. */
function inOrder(one: string, other: string): number {
  return new Intl.Collator('nl', { numeric: true }).compare(one, other)
}
