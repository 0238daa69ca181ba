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
/** `letters` and `marks` are sets of letters and of words in 32 bits: what doesn't fit in those needn't be compared. */
type Text = { plain: string; stem: string; letters: number; words: ReadonlySet<string>; marks: number; longest: number }
type Name = Text & { field: string; rank: number }

function band(score: number): number {
  return ['none', 'doubtful', 'likely', 'sure'].indexOf(certaintyOf(score))
}

function certaintyOf(score: number): Certainty {
  return score >= 90 ? 'sure' : score >= 70 ? 'likely' : score > 0 ? 'doubtful' : 'none'
}

/** What stands beyond it is text: no name of a field is a tenth as long. */
const longestHeading = 500

function matchesOf(heading: string, lexicon: readonly Name[]): Match[] {
  const best = new Map<string, number>()
  for (const { text, cost } of readingsOf(heading.slice(0, longestHeading))) {
    if (text === '') continue
    const read = textOf(text)
    for (const name of lexicon) {
      const score = scoreOf(read, name) - cost
      if (score > (best.get(name.field) ?? 0)) best.set(name.field, score)
    }
  }
  return [...best].map(([field, score]) => ({ field, score })).toSorted((one, other) => other.score - one.score)
}

// The label outranks an alias, and an early alias a late one, so that one heading named by two fields goes to the field that says it first.
function scoreOf(text: Text, name: Name): number {
  if (text.plain === name.plain) return 100 - name.rank
  if (text.stem === name.stem) return 88 - name.rank
  const longest = Math.max(text.plain.length, name.plain.length)
  const allowed = longest >= 12 ? 2 : longest >= 6 ? 1 : 0
  if (allowed > 0 && mayBeNear(text, name, allowed) && distance(text.stem, name.stem, allowed) <= allowed) return 60 - name.rank
  // One holds the other whole: "grondslag (art. 6)" and "juridische grondslag voor verwerking" speak of the same field.
  const [small, large] = text.words.size <= name.words.size ? [text, name] : [name, text]
  if (small.longest < 4 || (small.marks & ~large.marks) !== 0 || !small.words.isSubsetOf(large.words)) return 0
  return Math.round(20 + 30 * (small.words.size / large.words.size)) - name.rank
}

// An edit takes away one letter at the most, and brings one at the most.
function mayBeNear(one: Text, other: Text, most: number): boolean {
  return Math.abs(one.stem.length - other.stem.length) <= most && bitsIn(one.letters & ~other.letters) <= most && bitsIn(other.letters & ~one.letters) <= most
}

function bitsIn(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

function textOf(plain: string): Text {
  const stem = stemOf(plain)
  const words = new Set(stem.split(' '))
  let letters = 0
  for (let at = 0; at < stem.length; at++) letters |= 1 << (stem.charCodeAt(at) & 31)
  let [marks, longest] = [0, 0]
  for (const word of words) {
    longest = Math.max(longest, word.length)
    marks |= 1 << ((word.length * 7 + word.charCodeAt(0) * 3 + word.charCodeAt(word.length - 1)) & 31)
  }
  return { plain, stem, letters, words, marks, longest }
}

/** Made once of each list of fields: an import asks for every row that may be the headings. */
const lexicons = new WeakMap<readonly KnownField[], readonly Name[]>()

function lexiconOf(fields: readonly KnownField[]): readonly Name[] {
  const known = lexicons.get(fields) ?? namesOf(fields)
  lexicons.set(fields, known)
  return known
}

function namesOf(fields: readonly KnownField[]): Name[] {
  return fields.flatMap((field) => [field.label.nl, ...(field.aliases ?? []), field.label.en].flatMap((name, index) => {
    const plain = plainOf(name)
    const rank = Math.min(index, 8) / 2
    const variants = [{ text: plain, cost: 0 }, { text: without(small, plain), cost: 2 }, { text: without(filler, plain), cost: 12 }]
    return variants.filter(({ text }, at) => text !== '' && variants.findIndex((variant) => variant.text === text) === at)
      .map(({ text, cost }) => ({ ...textOf(text), field: field.key, rank: rank + cost }))
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
