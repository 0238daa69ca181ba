// Headings: which field of a register a column heading means, however its author spelled it.
import type { Words } from '../../ground/words.ts'
import type { Field } from '../field-types.ts'

export type KnownField = {
  readonly key: string
  readonly label: Words
  readonly aliases?: readonly string[]
  /** What values of it look like; JSON is read by it. */
  readonly field?: Field
}

/** `sure`: the label or an alias as such; `likely`: the same but for filler words or word endings; `doubtful`: a typo or a part, for a person to confirm. */
export type Certainty = 'sure' | 'likely' | 'doubtful' | 'none'

export type RecognisedColumn = {
  readonly index: number
  readonly heading: string
  /** The field this column fills, or null. */
  readonly field: string | null
  /** The field this column would fill as well, were another column not the better match. */
  readonly also: string | null
  readonly certainty: Certainty
  /** Other fields it could mean, best first. */
  readonly alternatives: readonly string[]
}

/** Gives every column its field; a field is filled by one column only, the best match, and the leftmost of equals. */
export function recogniseHeadings(headings: readonly string[], fields: readonly KnownField[]): RecognisedColumn[] {
  const lexicon = lexiconOf(fields)
  const matches = headings.map((heading) => matchesOf(heading, lexicon))
  const taken = new Map<string, number>()
  const order = matches.flatMap((list, index) => list.map((match) => ({ ...match, index }))).toSorted((one, other) => band(other.score) - band(one.score) || one.index - other.index || other.score - one.score)
  const given = new Map<number, Match>()
  for (const { index, field, score } of order) {
    if (given.has(index) || taken.has(field)) continue
    // A column whose best meaning is taken stays free for a person to place, unless its next meaning is as certain as its first.
    if (band(score) < band(matches[index]![0]!.score)) continue
    given.set(index, { field, score })
    taken.set(field, index)
  }
  return headings.map((heading, index) => {
    const match = given.get(index)
    const best = matches[index]![0]
    return {
      index, heading, field: match?.field ?? null, also: match ? null : best?.field ?? null, certainty: certaintyOf(match?.score ?? best?.score ?? 0),
      alternatives: matches[index]!.map(({ field }) => field).filter((field) => field !== match?.field).slice(0, 4),
    }
  })
}

/** How many points a row of cells earns as a row of headings: 1 for each column that is surely or likely known, a third for a doubtful one. */
export function headingScore(cells: readonly string[], fields: readonly KnownField[]): number {
  // A heading is short; a cell of running text is data, whatever words are in it.
  const short = cells.map((cell) => (cell.length <= 120 ? cell : ''))
  return recogniseHeadings(short, fields).reduce((sum, { certainty }) => sum + (certainty === 'sure' || certainty === 'likely' ? 1 : certainty === 'doubtful' ? 1 / 3 : 0), 0)
}

type Match = { field: string; score: number }
type Name = { field: string; plain: string; stem: string; words: ReadonlySet<string>; rank: number }

function band(score: number): number {
  return ['none', 'doubtful', 'likely', 'sure'].indexOf(certaintyOf(score))
}

function certaintyOf(score: number): Certainty {
  return score >= 90 ? 'sure' : score >= 70 ? 'likely' : score > 0 ? 'doubtful' : 'none'
}

function matchesOf(heading: string, lexicon: readonly Name[]): Match[] {
  const best = new Map<string, number>()
  for (const { text, cost } of readingsOf(heading)) {
    if (text === '') continue
    const stem = stemOf(text)
    const words = new Set(stem.split(' '))
    for (const name of lexicon) {
      const score = scoreOf(text, stem, words, name) - cost
      if (score > (best.get(name.field) ?? 0)) best.set(name.field, score)
    }
  }
  return [...best].map(([field, score]) => ({ field, score })).toSorted((one, other) => other.score - one.score)
}

// The label outranks an alias, and an early alias a late one, so that one heading named by two fields goes to the field that says it first.
function scoreOf(text: string, stem: string, words: ReadonlySet<string>, name: Name): number {
  if (text === name.plain) return 100 - name.rank
  if (stem === name.stem) return 88 - name.rank
  const longest = Math.max(text.length, name.plain.length)
  const allowed = longest >= 12 ? 2 : longest >= 6 ? 1 : 0
  if (allowed > 0 && distance(stem, name.stem, allowed) <= allowed) return 60 - name.rank
  // One holds the other whole: "grondslag (art. 6)" and "juridische grondslag voor verwerking" speak of the same field.
  const [small, large] = words.size <= name.words.size ? [words, name.words] : [name.words, words]
  const isInside = [...small].every((word) => large.has(word)) && Math.max(...[...small].map((word) => word.length)) >= 4
  return isInside ? Math.round(20 + 30 * (small.size / large.size)) - name.rank : 0
}

function lexiconOf(fields: readonly KnownField[]): Name[] {
  return fields.flatMap((field) => [field.label.nl, ...(field.aliases ?? []), field.label.en].flatMap((name, index) => {
    const plain = plainOf(name)
    const rank = Math.min(index, 8) / 2
    const variants = [{ text: plain, cost: 0 }, { text: without(small, plain), cost: 2 }, { text: without(filler, plain), cost: 12 }]
    return variants.filter(({ text }, at) => text !== '' && variants.findIndex((variant) => variant.text === text) === at).map(({ text, cost }) => {
      const stem = stemOf(text)
      return { field: field.key, plain: text, stem, words: new Set(stem.split(' ')), rank: rank + cost }
    })
  }))
}

// A heading as it stands, without what stands in brackets, before a colon or slash, and without filler words; each costs certainty.
function readingsOf(heading: string): { text: string; cost: number }[] {
  const plain = plainOf(heading)
  const withoutBrackets = plainOf(heading.replace(/[([{][^)\]}]*[)\]}]?/g, ' '))
  const beforeBreak = plainOf(heading.split(/[\n:]|\s[-–]\s|\//)[0]!)
  const afterNumber = plain.replace(/^(?:[0-9]{1,2}[a-z]?|[a-z]) (?=\S{3})/, '')
  const readings = [{ text: plain, cost: 0 }, { text: afterNumber, cost: 5 }, { text: without(small, plain), cost: 2 }, { text: withoutBrackets, cost: 8 }, { text: without(filler, plain), cost: 12 }, { text: without(filler, afterNumber), cost: 14 }, { text: without(filler, withoutBrackets), cost: 14 }, { text: beforeBreak, cost: 16 }]
  return readings.filter((reading, index) => readings.findIndex(({ text }) => text === reading.text) === index)
}

function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const small = new Set('van de het een en of der des voor the of a an and or for'.split(' '))
const filler = new Set([...small, ...('categorie categorieen categorien soort soorten type types omschrijving beschrijving overzicht naam in bij met wie wat welke is zijn worden wordt indien toepassing nvt '
  + 'evt eventuele eventueel betreffende categories category kinds kind types description list any if applicable which what who').split(' ')])

/** Drops the given words; a heading of nothing else stays as it is. */
function without(words: ReadonlySet<string>, plain: string): string {
  const rest = plain.split(' ').filter((word) => !words.has(word))
  return rest.length > 0 ? rest.join(' ') : plain
}

// Rough on purpose: both sides go through it, so it only has to bring singular and plural together.
function stemOf(plain: string): string {
  return plain.split(' ').map(stemWord).join(' ')
}

function stemWord(word: string): string {
  if (word.length < 5) return word
  const bare = word.replace(/(?:ies|ieen|ien|ie|y)$/, 'i').replace(/(?:en|es|e|s)$/, '')
  return bare.replace(/([bdfgklmnprst])\1$/, '$1').replace(/(aa|ee|oo|uu)(?=[bdfgklmnprst]$)/, (pair) => pair[0]!)
}

/** Edits (insert, delete, replace, swap neighbours) between two texts; stops counting above `most`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let value = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (isSame ? 0 : 1))
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) value = Math.min(value, before[column - 2]! + 1)
      current.push(value)
    }
    if (Math.min(...current) > most) return most + 1
    before = previous
    previous = current
  }
  return previous[other.length]!
}
