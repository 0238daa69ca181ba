// Terms: the State's own explanations of the words in its questionnaires, found again in a question or a section.
import { readFileSync } from 'node:fs'
import { plainWords } from './description.ts'
import type { DefinitionKey, Item } from './item.ts'

export type Term = { readonly term: string; readonly definition: string; readonly note: string | null }
/** `words`: every form in which it may stand in a text, in small letters. */
type TermFile = { readonly terms: readonly (Term & { readonly words: readonly string[] })[] }

const files: Readonly<Record<DefinitionKey, string>> = { dpia: 'terms-dpia.json', prescan: 'terms-dpia.json', iama: 'terms-iama.json' }
const read = new Map<string, ReadonlyMap<string, Term>>()
const most = 12
const found = new WeakMap<Item, readonly Term[]>()

/** The terms whose word stands in a question’s own words, the longest first. */
export function termsIn(key: DefinitionKey, item: Item): readonly Term[] {
  const known = found.get(item) ?? lookFor(key, item)
  found.set(item, known)
  return known
}

/** Those of every question in a section, in alphabetical order. */
export function termsOfSection(key: DefinitionKey, items: readonly Item[]): Term[] {
  return [...new Set(items.flatMap((item) => termsIn(key, item)))].toSorted((one, other) => one.term.localeCompare(other.term, 'nl'))
}

/** Every word that means something, in small letters, with what it means. */
export function termsOf(key: DefinitionKey): ReadonlyMap<string, Term> {
  const file = files[key]
  const terms = read.get(file) ?? load(file)
  read.set(file, terms)
  return terms
}

function lookFor(key: DefinitionKey, item: Item): Term[] {
  const text = ` ${plainWords(item.words).toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `
  const hits = [...termsOf(key)].filter(([word]) => text.includes(` ${word} `)).toSorted(([one], [other]) => other.length - one.length)
  // A word within a longer one that was found says less than that one.
  return [...new Set(hits.filter(([word], place) => !hits.slice(0, place).some(([longer]) => longer.includes(word))).map(([, term]) => term))].slice(0, most)
}

function load(file: string): ReadonlyMap<string, Term> {
  const { terms } = JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as TermFile
  const words = new Map<string, Term>()
  for (const { words: forms, ...term } of terms) for (const word of forms) if (!words.has(word)) words.set(word, term)
  return words
}
