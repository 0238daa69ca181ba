// Layout: a section of a questionnaire as it stands now: its groups as often as they are there, and which questions are asked given the answers.
import { addressOf, type Condition, type Item } from './item.ts'
import { addressesOf, type AnswerValue, indicesOf, isFilled, type Sheet } from './sheet.ts'

export type Part = QuestionPart | GroupPart | RepeatedPart
/** `isMet`: its own conditions hold; `isAsked`: and those of everything around it. `when`: what the page may show or hide at once, without asking the server. */
type Shown = { readonly item: Item; readonly isMet: boolean; readonly isAsked: boolean; readonly when: readonly When[] }
export type QuestionPart = Shown & { readonly kind: 'question'; readonly address: string }
export type GroupPart = Shown & { readonly kind: 'group'; readonly parts: readonly Part[] }
export type RepeatedPart = Shown & {
  readonly kind: 'repeated'
  /** The copy of the group around it, or null. */
  readonly within: number | null
  /** Follows another group: nobody adds or removes here. */
  readonly isMapped: boolean
  readonly copies: readonly { readonly index: number; readonly label: string; readonly parts: readonly Part[] }[]
}
export type When = { readonly address: string } & Pick<Condition, 'operator' | 'value' | 'action'>

type Place = ReadonlyMap<string, number>

/** Everything in a section, also what isn't asked now. */
export function layoutOf(sheet: Sheet, section: Item): Part {
  return partOf(sheet, section, new Map(), true)
}

/** The questions in a part, in order. */
export function questionsIn(part: Part): QuestionPart[] {
  if (part.kind === 'question') return [part]
  return part.kind === 'group' ? part.parts.flatMap(questionsIn) : part.copies.flatMap(({ parts }) => parts.flatMap(questionsIn))
}

/** Every question of the questionnaire at every place where it stands. */
export function allQuestions(sheet: Sheet): QuestionPart[] {
  return sheet.definition.sections.flatMap((section) => questionsIn(layoutOf(sheet, section)))
}

/** The answers to questions that are asked; a hidden answer counts for nothing. */
export function askedAnswers(sheet: Sheet): ReadonlyMap<string, AnswerValue> {
  return new Map(allQuestions(sheet).flatMap(({ address, isAsked }) => isAsked && sheet.answers.has(address) ? [[address, sheet.answers.get(address)!] as const] : []))
}

/** What may be chosen as an answer; what was chosen and may not be any more comes last, so that it isn’t lost in silence. */
export function choicesOf(sheet: Sheet, question: Item, chosen: readonly string[]): { readonly value: string; readonly label: string; readonly isGone: boolean }[] {
  const source = question.optionsFrom === null ? undefined : sheet.definition.byId.get(question.optionsFrom)
  const fromAnswers = source ? [...new Set(addressesOf(sheet, source).map((address) => sheet.answers.get(address)).filter((value) => typeof value === 'string' && value.trim() !== ''))] as string[] : []
  const offered = fromAnswers.length > 0 ? fromAnswers.map((value) => ({ value, label: value })) : question.options.map(({ value, label }) => ({ value: String(value), label }))
  const gone = chosen.filter((value) => value !== '' && !offered.some((one) => one.value === value))
  return [...offered.map((one) => ({ ...one, isGone: false })), ...gone.map((value) => ({ value, label: value, isGone: true }))]
}

/** Whether nobody has to answer it: the form itself calls it optional, or it is a picture. */
export function isOptional({ description, types }: Item): boolean {
  return types.includes('image') || /\boptionele?\b/i.test(description ?? '')
}

function partOf(sheet: Sheet, item: Item, place: Place, isAroundAsked: boolean): Part {
  const isMet = conditionsMet(sheet, item, place)
  const shown = { item, isMet, isAsked: isAroundAsked && isMet, when: whenOf(item, place, sheet) }
  if (!item.isRepeatable) return single(sheet, shown, place)
  const within = item.parent?.repeats ? place.get(item.parent.repeats.id) ?? null : null
  const copies = indicesOf(sheet, item, within).map((index, number) => {
    const inside = new Map([...place, [item.id, index]])
    const parts = item.isGroup ? item.children.map((child) => partOf(sheet, child, inside, shown.isAsked)) : [single(sheet, { ...shown, isMet: true, when: [] }, inside)]
    return { index, label: labelOf(sheet, item, index, number + 1), parts }
  })
  return { kind: 'repeated', ...shown, within, isMapped: item.mappedFrom !== null, copies }
}

function single(sheet: Sheet, shown: Shown, place: Place): Part {
  const { item, isAsked } = shown
  if (item.isGroup) return { kind: 'group', ...shown, parts: item.children.map((child) => partOf(sheet, child, place, isAsked)) }
  return { kind: 'question', ...shown, address: addressOf(item.id, item.repeats ? place.get(item.repeats.id) ?? null : null) }
}

/** All conditions must hold; one on a question that isn’t asked itself doesn’t. */
function conditionsMet(sheet: Sheet, item: Item, place: Place): boolean {
  return item.conditions.every((condition) => {
    const source = sheet.definition.byId.get(condition.id)!
    const isAsked = ancestorsOf(source).every((one) => one === item || conditionsMet(sheet, one, place))
    const isMet = isAsked && placesOf(sheet, source, place).some((address) => holds(condition, sheet.answers.get(address), source))
    return condition.action === 'show' ? isMet : !isMet
  })
}

export function holds({ operator, value }: Pick<Condition, 'operator' | 'value'>, answer: AnswerValue | undefined, source?: Item): boolean {
  if (operator === 'any') return isFilled(answer, source)
  const wanted = String(value)
  if (operator === 'contains' && Array.isArray(answer)) return answer.includes(wanted)
  if (value === null) return answer === null
  return typeof answer === 'string' && (typeof value === 'boolean' ? answer.toLowerCase() === wanted : answer === wanted)
}

function placesOf(sheet: Sheet, source: Item, place: Place): string[] {
  if (source.repeats === null) return [source.id]
  const index = place.get(source.repeats.id)
  return index === undefined ? addressesOf(sheet, source) : [addressOf(source.id, index)]
}

function whenOf(item: Item, place: Place, { definition }: Sheet): When[] {
  return item.conditions.flatMap(({ id, operator, value, action }) => {
    const source = definition.byId.get(id)!
    const index = source.repeats === null ? null : place.get(source.repeats.id)
    // Of a question elsewhere the page knows nothing.
    return source.section !== item.section || index === undefined ? [] : [{ address: addressOf(id, index), operator, value, action }]
  })
}

function labelOf(sheet: Sheet, item: Item, index: number, number: number): string {
  const name = capital(item.itemName ?? item.words)
  if (item.mappedFrom === null) return `${name} ${number}`
  const from = sheet.answers.get(addressOf(item.mappedFrom, index))
  const said = typeof from === 'string' && from.trim() !== '' ? from.trim() : `${number}`
  return item.labelTemplate === null ? `${name} ${said}` : item.labelTemplate.replace(/\{[^}]*\}/g, () => said)
}

function ancestorsOf(item: Item): Item[] {
  return item.parent ? [item, ...ancestorsOf(item.parent)] : [item]
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
