// Matching: which term of a catalogue a free text means, and how sure that is. Pure; built once per catalogue, asked per cell.
import type { Term } from './catalogue.ts'
import { isPartOf, isSameArticle, readCitations, type Citation } from './citations.ts'
import { editsBetween, stemsOf, tellingStem, tightOf, wordsOf } from './letters.ts'

export type MatchableTerm = Pick<Term, 'key' | 'label' | 'synonyms' | 'marks'> & { readonly citation?: string | null; readonly parent?: string | null }

/** `sure`: may be taken over. `doubtful`: a person decides; `candidates` holds up to five keys, the best first. `none`: nothing comes near, or the text says there is none. */
export type Match =
  | { readonly certainty: 'sure'; readonly key: string; readonly candidates: readonly string[] }
  | { readonly certainty: 'doubtful'; readonly key?: undefined; readonly candidates: readonly string[] }
  | { readonly certainty: 'none'; readonly key?: undefined; readonly candidates: readonly [] }

export type Matcher = (text: string) => Match

const none: Match = { certainty: 'none', candidates: [] }
const longestText = 500
const longestPhrase = 8
const rememberedTexts = 20_000

/** Indexes the terms of one catalogue once and gives a function that reads texts; equal texts are answered from memory. */
export function makeMatcher(terms: readonly MatchableTerm[]): Matcher {
  const index = indexOf(terms)
  const remembered = new Map<string, Match>()
  return (text) => {
    const cut = text.slice(0, longestText)
    let match = remembered.get(cut)
    if (!match) {
      match = read(index, cut, text.length > longestText)
      if (remembered.size >= rememberedTexts) remembered.clear()
      remembered.set(cut, match)
    }
    return match
  }
}

/** One text against terms without keeping the index: for a single question. */
export function matchTerm(terms: readonly MatchableTerm[], text: string): Match {
  return makeMatcher(terms)(text)
}

type Index = {
  byKey: ReadonlyMap<string, MatchableTerm>
  /** Phrase without spaces to the key that it is surely. */
  tight: ReadonlyMap<string, string>
  /** Stems without spaces to the keys that they may be. */
  stems: ReadonlyMap<string, ReadonlySet<string>>
  /** For typing errors; made when the first comes, because most texts are known as they stand. */
  spellings: () => Spellings
  /** Per term the articles it stands for; empty when the catalogue isn't one of articles. */
  citations: readonly { key: string; citation: Citation }[]
  /** Keys are numbers (`6.1`), as those of the Selectielijst. */
  isNumbered: boolean
}

/** Every stem with its number of trigrams, and per trigram the places of its stems in that list. */
type Spellings = { stems: readonly { stem: string; parts: number }[]; trigrams: ReadonlyMap<string, readonly number[]> }

function indexOf(terms: readonly MatchableTerm[]): Index {
  const tight = new Map<string, string>()
  const stems = new Map<string, Set<string>>()
  const add = (phrase: string, key: string) => {
    const words = wordsOf(phrase)
    if (words.length === 0) return
    if (!tight.has(tightOf(words))) tight.set(tightOf(words), key)
    const stem = tightOf(stemsOf(words))
    stems.set(stem, (stems.get(stem) ?? new Set()).add(key))
  }
  // A label beats another term's synonym, whatever the order in the file.
  for (const term of terms) add(term.label.nl, term.key)
  for (const term of terms) add(term.key, term.key)
  for (const term of terms) for (const synonym of term.synonyms) add(synonym, term.key)
  for (const term of terms) add(term.label.en, term.key)
  let spellings: Spellings | undefined
  const isNumbered = terms.every((term) => /^\d+(?:\.\d+)+$/.test(term.key) || term.key.startsWith('own-'))
  const isOfArticles = !isNumbered && terms.length > 0 && terms.every((term) => term.citation || term.key.startsWith('own-'))
  const citations = isOfArticles
    ? terms.flatMap((term) => readCitations(wordsOf(term.citation ?? '')).citations.map((citation) => ({ key: term.key, citation })))
    : []
  return { byKey: new Map(terms.map((term) => [term.key, term])), tight, stems, spellings: () => spellings ??= spellingsOf([...stems.keys()]), citations, isNumbered }
}

function spellingsOf(stems: readonly string[]): Spellings {
  const trigrams = new Map<string, number[]>()
  const counted = stems.map((stem, place) => {
    const parts = trigramsOf(stem)
    for (const part of parts) {
      const places = trigrams.get(part)
      if (places) places.push(place)
      else trigrams.set(part, [place])
    }
    return { stem, parts: parts.size }
  })
  return { stems: counted, trigrams }
}

function read(index: Index, text: string, wasCut: boolean): Match {
  const words = wordsOf(text)
  if (words.length === 0) return none
  if (!wasCut) {
    // Before all else: `no` is not Norway and `n.a.` not Namibia.
    if (saysNone.test(tightOf(words))) return none
    const exact = exactly(index, words)
    if (exact) return exact
    if (words[0] === 'geen' || words[0] === 'niet') return none
    const numbered = index.isNumbered ? byNumber(index, text, words) : undefined
    if (numbered) return numbered
    const cited = byCitation(index, words)
    if (cited) return cited
    const outside = outsideBrackets(index, text)
    if (outside) return outside
  }
  const phrases = phrasesIn(index, text, words)
  if (phrases.length > 0) return doubtful(phrases)
  return wasCut ? none : doubtful(near(index, tightOf(stemsOf(words))))
}

const saysNone = /^(?:geen|nvt|na|nee|neen|niet|no|none|onbekend|nader te bepalen|nntb|ntb|nader|leeg|nb|not applicable|nietvantoepassing|x)$/

function exactly(index: Index, words: readonly string[]): Match | undefined {
  const key = index.tight.get(tightOf(words))
  if (key !== undefined) return sure(key)
  const stem = tightOf(stemsOf(words))
  const keys = stem.length > 3 || words.length > 1 ? index.stems.get(stem) : undefined
  if (!keys) return undefined
  return keys.size === 1 ? sure([...keys][0]!) : doubtful([...keys])
}

function byNumber(index: Index, text: string, words: readonly string[]): Match | undefined {
  const numbers = [...text.matchAll(/(?<![\d.,])\d{1,2}(?:\.\d{1,2}){1,2}(?![\d]|\.\d)/g)].filter((found) => index.byKey.has(found[0]))
  const keys = [...new Set(numbers.map((found) => found[0]))]
  if (keys.length !== 1) return keys.length > 1 ? doubtful(keys) : undefined
  const telling = /^(?:selectielijst|resultaat|resultaattype|categorie|cat|sl|vng|nr|nummer|procestype)$/
  const isNamed = numbers[0]!.index === 0 || words.some((word) => telling.test(word))
  return isNamed && !/^\s*(?:jaar|jaren|maand|uur|dag|week|weken|%)/.test(text.slice(numbers[0]!.index + keys[0]!.length)) ? sure(keys[0]!) : doubtful(keys)
}

function byCitation(index: Index, words: readonly string[]): Match | undefined {
  const { citations, rest } = readCitations(words)
  if (citations.length === 0) return undefined
  const telling = index.citations.length > 0 ? rest.filter((word) => !/^(?:avg|gdpr|uavg|wpg|jo|juncto|en|of|verordening)$/.test(word)) : rest
  const wording = telling.length > 0 ? exactly(index, telling) : undefined
  if (index.citations.length === 0) return wording
  const cited = new Set<string>()
  for (const citation of citations) {
    const same = index.citations.filter((candidate) => isSameArticle(citation, candidate.citation))
    for (const hit of same.length > 0 ? same : index.citations.filter((candidate) => isPartOf(citation, candidate.citation))) cited.add(hit.key)
  }
  if (cited.size === 0) return wording && doubtful(wording.candidates)
  // `art. 9 lid 2 onder g AVG jo. art. 23 UAVG` means the narrower of the two.
  for (const key of cited) {
    const parent = index.byKey.get(key)?.parent
    if (parent && cited.has(parent)) cited.delete(parent)
  }
  const said = telling.length > 0 ? (wording?.candidates ?? phrasesIn(index, telling.join(' '), telling)) : []
  const agreed = [...cited].filter((key) => said.length === 0 || said.includes(key) || said.includes(index.byKey.get(key)?.parent ?? ''))
  if (cited.size === 1) return agreed.length === 1 ? sure(agreed[0]!) : doubtful([...cited, ...said])
  // Several articles remain: the wording may still say which (`toestemming, art. 6 AVG`).
  const isWhole = citations.every((citation) => citation.letter === undefined)
  return isWhole && agreed.length === 1 && wording?.certainty === 'sure' ? sure(agreed[0]!) : doubtful([...agreed, ...cited, ...said])
}

// `NAW-gegevens (naam, adres, woonplaats)`: what stands between brackets explains, unless it brings in something graver.
function outsideBrackets(index: Index, text: string): Match | undefined {
  const inside = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map((found) => found[1]!)
  if (inside.length === 0) return undefined
  const outer = wordsOf(text.replace(/[([][^()[\]]*[)\]]/g, ' '))
  const exact = outer.length > 0 ? exactly(index, outer) : undefined
  if (exact?.certainty !== 'sure') return undefined
  const known = new Set(index.byKey.get(exact.key)?.marks)
  const graver = inside.flatMap((part) => phrasesIn(index, part, wordsOf(part))).filter((key) =>
    index.byKey.get(key)!.marks.some((mark) => mark !== 'certainty-memory' && !known.has(mark)))
  return graver.length > 0 ? doubtful([exact.key, ...graver]) : exact
}

/** Keys whose phrase stands somewhere in the text, the longest phrase first. */
function phrasesIn(index: Index, text: string, words: readonly string[]): string[] {
  const capitals = new Set(wordsOf((text.match(/\p{L}*\p{Lu}[\p{L}.]*/gu) ?? []).join(' ')))
  const telling = words.map(tellingStem)
  const hits = new Map<string, number>()
  let at = 0
  while (at < words.length) {
    let taken = 0
    for (let length = Math.min(longestPhrase, words.length - at); length > 0 && taken === 0; length--) {
      const part = words.slice(at, at + length)
      const letters = tightOf(part)
      // In a running text `OM` and `or` need a capital: `om` is a word.
      if (letters.length <= 3 && !part.every((word) => capitals.has(word))) continue
      const exact = index.tight.get(letters)
      const keys = exact !== undefined ? [exact] : [...(letters.length > 3 ? index.stems.get(tightOf(telling.slice(at, at + length))) ?? [] : [])]
      if (keys.length === 0) continue
      for (const key of keys) hits.set(key, Math.max(hits.get(key) ?? 0, letters.length))
      taken = length
    }
    at += Math.max(taken, 1)
  }
  return [...hits].sort((left, right) => right[1] - left[1]).map(([key]) => key)
}

/** Keys whose phrase looks like the text: a typing error, or most of its letters. */
function near(index: Index, letters: string): string[] {
  if (letters.length < 4 || letters.length > 60) return []
  const parts = trigramsOf(letters)
  const { stems, trigrams } = index.spellings()
  const shared = new Uint16Array(stems.length)
  for (const part of parts) for (const place of trigrams.get(part) ?? []) shared[place]! += 1
  const most = letters.length < 8 ? 1 : 2
  const scored: [string, number][] = []
  for (let place = 0; place < shared.length; place++) {
    if (shared[place] === 0) continue
    const { stem, parts: size } = stems[place]!
    const alike = (2 * shared[place]!) / (parts.size + size)
    if (alike < 0.3) continue
    const edits = editsBetween(letters, stem, most)
    if (edits <= most) scored.push([stem, 2 - edits / 10])
    else if (alike >= 0.55 && letters.length >= 6) scored.push([stem, alike])
  }
  return scored.sort((left, right) => right[1] - left[1]).flatMap(([stem]) => [...index.stems.get(stem)!])
}

function trigramsOf(letters: string): Set<string> {
  const padded = ` ${letters} `
  const parts = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) parts.add(padded.slice(at, at + 3))
  return parts
}

function sure(key: string): Match {
  return { certainty: 'sure', key, candidates: [key] }
}

function doubtful(keys: readonly string[]): Match {
  const candidates = [...new Set(keys)].slice(0, 5)
  return candidates.length > 0 ? { certainty: 'doubtful', candidates } : none
}
