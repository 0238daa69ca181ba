// Sheet: what is filled in of a questionnaire: answers by their addresses, and how often each repeated group is there.
import { addressOf, type Definition, type Item, parseAddress } from './item.ts'

/** A picture is kept elsewhere; here stands which one. */
export type Picture = { readonly picture: string; readonly title?: string; readonly description?: string; readonly source?: string }
/** As the State's form keeps them: choices as texts (`true`), several choices as a list, nothing as null. */
export type AnswerValue = string | readonly string[] | Picture | null

/** One time that a repeated group is there. `parent` is the index of the group that it stands in, where that is repeated too; removed ones stay, so that no index is given twice. */
export type Copy = { readonly group: string; readonly index: number; readonly parent: number | null; readonly position: number; readonly isRemoved: boolean }

export type Sheet = { readonly definition: Definition; readonly answers: ReadonlyMap<string, AnswerValue>; readonly copies: readonly Copy[] }

/** Room that is kept for the copies that a group has by itself, one for each copy of the group around it. */
export const indexRoom = 10_000

/** The indices of a repeated group in a copy of the group around it (null at the top), in order; at least one. */
export function indicesOf(sheet: Sheet, group: Item, within: number | null): readonly number[] {
  const { indices } = known(sheet)
  const key = `${group.id} ${within}`
  const found = indices.get(key) ?? workOut(sheet, group, within)
  indices.set(key, found)
  return found
}

function workOut(sheet: Sheet, group: Item, within: number | null): readonly number[] {
  if (group.mappedFrom !== null) return mappedIndices(sheet, group)
  const around = group.parent?.repeats ?? null
  const own = known(sheet).copies.get(group.id) ?? []
  const removed = new Set(own.filter(({ isRemoved }) => isRemoved).map(({ index }) => index))
  const kept = own.filter(({ isRemoved }) => !isRemoved)
  const told = new Set(own.map(({ index }) => index))
  const answered = (known(sheet).answered.get(group.id) ?? []).filter((index) => !told.has(index))
  if (around === null) {
    const all = [...kept.toSorted(byPosition).map(({ index }) => index), ...answered]
    return all.length > 0 ? all : [firstFree(0, removed)]
  }
  const parents = allIndices(sheet, around)
  const parentOf = (index: number) => parents.includes(index % indexRoom) ? index % indexRoom : parents[0]
  const here = [...kept.filter(({ parent }) => parent === within).toSorted(byPosition).map(({ index }) => index), ...answered.filter((index) => parentOf(index) === within)]
  if (here.length > 0 || within === null) return here
  let index = within
  while (told.has(index)) index += indexRoom
  return [index]
}

/** Every index of a repeated group, whatever it stands in. */
export function allIndices(sheet: Sheet, group: Item): readonly number[] {
  const around = group.parent?.repeats ?? null
  return around === null || group.mappedFrom !== null ? indicesOf(sheet, group, null) : allIndices(sheet, around).flatMap((within) => indicesOf(sheet, group, within))
}

/** An index that nothing of this group, nor what is mapped from it, ever had. */
export function nextIndex(sheet: Sheet, group: Item): number {
  const follows = new Set(sheet.definition.items.filter(({ mappedFrom }) => mappedFrom !== null && sheet.definition.byId.get(mappedFrom)?.repeats === group))
  const used = [...sheet.answers.keys()].flatMap((address) => {
    const { id, index } = parseAddress(address)
    const repeats = sheet.definition.byId.get(id)?.repeats
    return index !== null && repeats && (repeats === group || follows.has(repeats)) ? [index] : []
  })
  const all = [...used, ...sheet.copies.filter((one) => one.group === group.id).map(({ index }) => index), ...allIndices(sheet, group)]
  return Math.max(-1, ...all.map((index) => index % indexRoom)) + 1
}

/** Addresses of a question, for every time that it is there. */
export function addressesOf(sheet: Sheet, question: Item): string[] {
  return question.repeats === null ? [question.id] : allIndices(sheet, question.repeats).map((index) => addressOf(question.id, index))
}

export function isFilled(value: AnswerValue | undefined, question?: Item): boolean {
  if (value === undefined) return false
  if (value === null) return question?.valueType === 'boolean|null'
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : true
}

function mappedIndices(sheet: Sheet, group: Item): readonly number[] {
  const source = sheet.definition.byId.get(group.mappedFrom!)?.repeats
  return source ? allIndices(sheet, source) : [0]
}

type Known = { readonly copies: ReadonlyMap<string, readonly Copy[]>; readonly answered: ReadonlyMap<string, readonly number[]>; readonly indices: Map<string, readonly number[]> }
const worked = new WeakMap<Sheet, Known>()

/** A sheet doesn't change, and a page asks a hundred times how often its groups are there. */
function known(sheet: Sheet): Known {
  const found = worked.get(sheet)
  if (found) return found
  const answered = new Map<string, Set<number>>()
  for (const address of sheet.answers.keys()) {
    const { id, index } = parseAddress(address)
    const group = index === null ? undefined : sheet.definition.byId.get(id)?.repeats
    if (group && index !== null) answered.set(group.id, (answered.get(group.id) ?? new Set()).add(index))
  }
  const made: Known = {
    copies: Map.groupBy(sheet.copies, ({ group }) => group), indices: new Map(),
    answered: new Map([...answered].map(([group, indices]) => [group, [...indices].toSorted((one, other) => one - other)])),
  }
  worked.set(sheet, made)
  return made
}

function byPosition(one: Copy, other: Copy): number {
  return one.position - other.position || one.index - other.index
}

function firstFree(from: number, taken: ReadonlySet<number>): number {
  let index = from
  while (taken.has(index)) index++
  return index
}
