// Value finder: which catalogue value, choice, department or person a text in a file means; what isn't sure becomes a question for a person, once per text.
import { type Match, type MatchableTerm, makeMatcher, type Matcher } from '../../catalogues/match.ts'
import { fold } from '../../ground/letters.ts'
import { saysNothing } from '../exchange/read-value.ts'

/** Where values come from: a catalogue (`data-category`), people and bodies (`reference:department`), or a fixed choice (`choice:role`). */
export type Domain = string

export type Question = { readonly catalogue: Domain; readonly letters: string; readonly field: string; readonly text: string; count: number; readonly candidates: readonly string[] }

/** What a person decided about a text: a key, null to leave it out, or to keep it in the note. */
export type Decision = string | null
export const keepInNote = '#note'

export type Found =
  | { readonly state: 'sure'; readonly key: string }
  /** Somebody decided that the text says nothing worth keeping. */
  | { readonly state: 'left-out' }
  /** Somebody decided that the text belongs in the note. */
  | { readonly state: 'note' }
  /** Not known yet: kept in the note until somebody decides. */
  | { readonly state: 'open' }

export type Finder = {
  readonly find: (domain: Domain, field: string, text: string) => Found
  /** What the matcher alone says, without asking anybody. */
  readonly match: (domain: Domain, text: string) => Match
  readonly isKnown: (domain: Domain, text: string) => boolean
  /** The term whose own name stands inside a running text, when exactly one does. */
  readonly mentioned: (domain: Domain, text: string) => string | undefined
  /** Questions since the last call; each text once, counted. */
  readonly questions: () => Question[]
}

export type Values = { readonly terms: readonly MatchableTerm[]; /** Only an equal name is sure: names of people differ by a letter. */ readonly exactOnly?: boolean }

const mostQuestions = 2_000
const longestText = 200

/** How a text is compared and remembered. */
export function lettersOf(text: string): string {
  return fold(text).slice(0, longestText)
}

export function makeFinder(domains: ReadonlyMap<Domain, Values>, decisions: ReadonlyMap<string, Decision>): Finder {
  const matchers = new Map<Domain, Matcher>()
  const exact = new Map<Domain, ReadonlyMap<string, string>>()
  for (const [domain, { terms }] of domains) {
    matchers.set(domain, makeMatcher(terms))
    exact.set(domain, new Map(terms.toReversed().flatMap(({ key, label, synonyms }) => [...synonyms, label.en, label.nl].map((name) => [fold(name), key] as const))))
  }
  const asked = new Map<string, Question>()
  const none: Match = { certainty: 'none', candidates: [] }
  const match = (domain: Domain, text: string) => matchers.get(domain)?.(text) ?? none
  const sureKey = (domain: Domain, text: string): string | undefined => {
    const equal = exact.get(domain)?.get(fold(text))
    if (equal !== undefined || domains.get(domain)?.exactOnly) return equal
    const found = match(domain, text)
    return found.certainty === 'sure' ? found.key : undefined
  }
  return {
    match,
    isKnown: (domain, text) => sureKey(domain, text) !== undefined || decisions.has(`${domain}\n${lettersOf(text)}`),
    mentioned: (domain, text) => {
      const sure = sureKey(domain, text)
      if (sure !== undefined) return sure
      const letters = ` ${fold(text)} `
      const inside = match(domain, text).candidates.filter((key) => {
        const term = domains.get(domain)?.terms.find((one) => one.key === key)
        return term && [term.label.nl, ...term.synonyms].some((name) => fold(name).length > 2 && letters.includes(` ${fold(name)} `))
      })
      return inside.length === 1 ? inside[0] : undefined
    },
    find: (domain, field, text) => {
      const letters = lettersOf(text)
      const id = `${domain}\n${letters}`
      const decided = decisions.get(id)
      if (decided !== undefined) return decided === null ? { state: 'left-out' } : decided === keepInNote ? { state: 'note' } : { state: 'sure', key: decided }
      const key = sureKey(domain, text)
      if (key !== undefined) return { state: 'sure', key }
      const known = asked.get(id)
      if (known) known.count++
      // A whole paragraph is no value: it goes to the note unasked.
      else if (letters !== '' && text.length <= longestText && asked.size < mostQuestions) {
        asked.set(id, { catalogue: domain, letters, field, text, count: 1, candidates: match(domain, text).candidates })
      }
      return { state: 'open' }
    },
    questions: () => {
      const list = [...asked.values()]
      asked.clear()
      return list
    },
  }
}

/** `geen`, `n.v.t.`, `-`: the cell says that there is none. */
export function saysNone(text: string): boolean {
  return saysNothing(text) || /^(?:geen|nee|neen|nihil|none|no|niet)[.!]?$/i.test(text.trim())
}
