// Read file: the State's JSON taken apart; refused as a whole, saying what is wrong and where, before anything is kept.
import { Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { definitionOf, versionsOf } from '../definition.ts'
import { addressOf, type Definition, type DefinitionKey, isDefinitionKey, type Item, parseAddress } from '../item.ts'
import type { Copy } from '../sheet.ts'
import { type Faults, gatherFaults } from './file-faults.ts'
import { modernised } from './older-files.ts'
import { type FileAnswer, type FileValue, isObject, type Json, type JsonObject, type TakenApart, without } from './shape.ts'

const deepest = 40
const keyPattern = /^[0-9]+(\.[0-9]+)*(\[[0-9]+\])?$/

/** Takes a file apart; `wanted` is the questionnaire of which an older file with several is read. @throws Invalid with every fault and its place */
export function readNationalFile(text: string, wanted?: DefinitionKey): TakenApart {
  const faults = gatherFaults()
  const parsed = parseJson(text)
  mustBeKeepable(parsed, '', 0, faults)
  faults.throwIfAny()
  if (!isObject(parsed) || !isObject(parsed.metadata) || !isObject(parsed.answers)) throw refused(t('Dit is geen bestand van het invulformulier: “metadata” of “answers” ontbreekt.', 'This is no file of the form: “metadata” or “answers” is missing.'))
  const { file, migrations, parents } = modernised(parsed, wanted, faults)
  const definition = definitionFor((file.metadata as JsonObject).urn)
  if (wanted !== undefined && definition.key !== wanted) throw refused(t(`Dit bestand is van een andere vragenlijst: ${definition.name}.`, `This file is of another questionnaire: ${definition.name}.`))
  const taken = answersOf(file.answers as JsonObject, definition, faults)
  faults.throwIfAny()
  const metadata = file.metadata as JsonObject
  const told = new Map([...parents, ...toldParents(metadata)])
  return {
    key: definition.key, version: definition.version, answers: taken.answers, migrations,
    copies: copiesOf(taken.answers, taken.elements, definition, told), completed: completedOf(metadata, definition, faults),
    kept: { root: without(file, 'metadata', 'answers'), metadata: without(metadata, 'waarborg'), elements: taken.elements, strays: taken.strays, places: taken.places },
  }
}

/** Where the State's form puts an answer: under the group around it where that is repeated, else at the top. */
export function usualPlace(item: Item): string | null {
  return item.parent?.isRepeatable ? item.parent.id : null
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = place === undefined ? '' : text.slice(0, Number(place)).split('\n').length
    throw refused(t(`Dit is geen JSON${line === '' ? '' : `: het gaat mis op regel ${line}`}.`, `This is no JSON${line === '' ? '' : `: it goes wrong on line ${line}`}.`))
  }
}

/** What the database couldn't give back unchanged is refused rather than altered. */
function mustBeKeepable(value: Json, at: string, depth: number, faults: Faults): void {
  if (depth > deepest) {
    faults.add(at, t('Dit zit te diep genest.', 'This is nested too deep.'))
    return
  }
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) faults.add(at, t('Hier staat een teken dat niet bewaard kan worden.', 'Here stands a character that can’t be kept.'))
  if (typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))) faults.add(at, t('Dit getal is te groot om zo te bewaren.', 'This number is too large to be kept so.'))
  if (Array.isArray(value)) value.forEach((inner, place) => mustBeKeepable(inner as Json, `${at}[${place}]`, depth + 1, faults))
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const place = at === '' ? key : `${at}.${key}`
      if (key === '__proto__' || key.includes('\0') || !key.isWellFormed()) faults.add(place, t('Deze naam mag hier niet staan.', 'This name may not stand here.'))
      mustBeKeepable(inner, place, depth + 1, faults)
    }
  }
}

function definitionFor(urn: Json | undefined): Definition {
  const [, key = '', version = ''] = /^urn:nl:([a-z]+):(\d+(?:\.\d+){0,2})$/.exec(typeof urn === 'string' ? urn : '') ?? []
  if (!isDefinitionKey(key)) throw refused(t(`metadata.urn: “${String(urn).slice(0, 60)}” is geen vragenlijst die Waarborg kent.`, `metadata.urn: “${String(urn).slice(0, 60)}” is no questionnaire that Waarborg knows.`))
  const known = versionsOf(key).map((one) => one.version)
  if (!known.includes(version)) throw refused(t(`metadata.urn: versie ${version} van deze vragenlijst kent Waarborg niet. Bekend: ${known.join(', ')}. Open het bestand in het formulier van het Rijk en sla het daar opnieuw op.`, `metadata.urn: Waarborg doesn’t know version ${version} of this questionnaire. Known: ${known.join(', ')}. Open the file in the State’s own form and save it there again.`))
  return definitionOf(key, version)
}

function answersOf(answers: JsonObject, definition: Definition, faults: Faults): { answers: FileAnswer[]; elements: Record<string, JsonObject[]>; strays: JsonObject; places: Record<string, string | null> } {
  const found = new Map<string, FileAnswer>()
  const elements: Record<string, JsonObject[]> = {}
  const strays: Record<string, Json> = {}
  const places: Record<string, string | null> = {}
  const take = (address: string, raw: Json, at: string, place: string | null): boolean => {
    const { id, index } = parseAddress(address)
    const item = definition.byId.get(id)
    if (!item || item.isGroup || (item.repeats === null) !== (index === null) || addressOf(id, index) !== address) return false
    const answer = answerOf(address, raw, at, faults)
    if (!answer) return true
    if (found.has(address)) faults.add(at, t(`Dit antwoord staat er twee keer (${address}).`, `This answer stands there twice (${address}).`))
    found.set(address, answer)
    if (place !== usualPlace(item)) places[address] = place
    return true
  }
  for (const [key, raw] of Object.entries(answers)) {
    const at = `answers.${key}`
    const isKnown = definition.byId.has(parseAddress(key).id)
    if (!isKnown && !keyPattern.test(key)) faults.add(at, t('Dit is geen nummer van een vraag.', 'This is no number of a question.'))
    else if (Array.isArray(raw)) elements[key] = elementsOf(key, raw as readonly Json[], at, faults, take)
    else if (!take(key, raw, at, null)) {
      if (answerOf(key, raw, at, faults)) strays[key] = raw
    }
  }
  return { answers: [...found.values()], elements, strays, places }
}

function elementsOf(group: string, raw: readonly Json[], at: string, faults: Faults, take: (address: string, raw: Json, at: string, place: string) => boolean): JsonObject[] {
  const seen = new Set<number>()
  return raw.flatMap((element, place) => {
    const where = `${at}[${place}]`
    const index = isObject(element) ? element._index : undefined
    if (!isObject(element) || typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > 999_999) {
      faults.add(where, t('“_index” ontbreekt of is geen heel getal.', '“_index” is missing or no whole number.'))
      return []
    }
    if (seen.has(index)) faults.add(where, t(`_index ${index} komt in deze groep al voor.`, `_index ${index} occurs in this group already.`))
    seen.add(index)
    return [Object.fromEntries(Object.entries(element).filter(([key, inner]) => key === '_index' || !isObject(inner) || !take(addressOf(key, index), inner, `${where}.${key}`, group)))]
  })
}

/** Nothing when it is no answer, with the fault told. */
function answerOf(address: string, raw: Json, at: string, faults: Faults): FileAnswer | undefined {
  if (!isObject(raw) || !('value' in raw)) return faults.add(at, t('Hier hoort een antwoord met “value”.', 'Here belongs an answer with “value”.'))
  const { value } = raw
  const isFit = value === null || typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')) || (isObject(value) && typeof value.data === 'string')
  if (!isFit) return faults.add(`${at}.value`, t('Dit is geen tekst, lijst van teksten of afbeelding.', 'This is no text, list of texts or picture.'))
  if (typeof raw.lastEditedAt !== 'string' || !isMoment(raw.lastEditedAt)) return faults.add(`${at}.lastEditedAt`, t('Hier hoort een datum met tijd.', 'Here belongs a date with a time.'))
  return { address, value: value as FileValue, said: without(raw, 'value') }
}

function isMoment(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 1970 && year <= 9999
}

/** Copies that must be remembered: what stands at the top, also empty, and what is nested where something was answered; a group that follows another has none of its own. */
function copiesOf(answers: readonly FileAnswer[], elements: Readonly<Record<string, readonly JsonObject[]>>, definition: Definition, parents: ReadonlyMap<string, number>): Copy[] {
  const answered = new Set(answers.flatMap(({ address }) => {
    const { id, index } = parseAddress(address)
    const group = definition.byId.get(id)?.repeats
    return group && index !== null ? [addressOf(group.id, index)] : []
  }))
  return definition.items.filter((item) => item.isRepeatable && item.mappedFrom === null).flatMap((group) => {
    const listed = (elements[group.id] ?? []).map(({ _index }) => _index as number)
    const others = [...answered].flatMap((one) => parseAddress(one).id === group.id ? [parseAddress(one).index!] : []).toSorted((one, other) => one - other)
    const isNested = Boolean(group.parent?.repeats)
    const all = [...new Set([...listed, ...others])].filter((index) => !isNested || answered.has(addressOf(group.id, index)))
    return all.flatMap((index, position) => {
      const parent = isNested ? parents.get(addressOf(group.id, index)) : undefined
      // Without a word about it, a nested copy belongs to the copy around it that has its own index (sheet.ts).
      return isNested && parent === undefined ? [] : [{ group: group.id, index, parent: parent ?? null, position, isRemoved: false }]
    })
  })
}

function completedOf(metadata: JsonObject, definition: Definition, faults: Faults): string[] {
  if (metadata.completedTasks === undefined) return []
  const completed = metadata.completedTasks
  if (!Array.isArray(completed) || completed.some((one) => typeof one !== 'string')) faults.add('metadata.completedTasks', t('Hier hoort een lijst van nummers.', 'Here belongs a list of numbers.'))
  faults.throwIfAny()
  return (completed as string[]).filter((id) => definition.sections.some((section) => section.id === id))
}

/** What Waarborg itself wrote beside the file, since the State's form doesn't say in which copy a nested one stands. */
function toldParents(metadata: JsonObject): [string, number][] {
  const parents = isObject(metadata.waarborg) && isObject(metadata.waarborg.parents) ? metadata.waarborg.parents : {}
  return Object.entries(parents).flatMap(([address, parent]) => typeof parent === 'number' && Number.isInteger(parent) && parent >= 0 ? [[address, parent]] : [])
}

function refused(message: string): Invalid {
  return new Invalid([{ at: 'file', message }], message)
}
