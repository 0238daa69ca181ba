// Terms: the State's own explanations of the words in its questionnaires, found again in a question or a section.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { plainWords } from './description.ts'
import type { DefinitionKey, Item } from './item.ts'

export type Term = { readonly term: string; readonly definition: string; readonly note: string | null }

const fileSchema = z.object({
  definitions: z.array(z.object({ term: z.string(), definition: z.string(), id: z.string().optional(), metadata: z.object({ toelichting: z.string().nullish(), meervoudsvormen: z.array(z.string()).nullish(), alternatieve_spellingen: z.array(z.string()).nullish() }).nullish() })),
  alternative_terms: z.array(z.object({ term: z.string(), voorkeur_id: z.string() })).optional(),
})
const files: Readonly<Record<DefinitionKey, string>> = { dpia: 'terms-dpia.yaml', prescan: 'terms-dpia.yaml', iama: 'terms-iama.yaml' }
const read = new Map<string, ReadonlyMap<string, Term>>()
const most = 12

/** The terms whose word stands in a question’s own words, the longest first. */
export function termsIn(key: DefinitionKey, item: Item): Term[] {
  const text = ` ${plainWords(item.words).toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `
  const found = [...termsOf(key)].filter(([word]) => text.includes(` ${word} `)).toSorted(([one], [other]) => other.length - one.length)
  // A word within a longer one that was found says less than that one.
  return [...new Set(found.filter(([word], place) => !found.slice(0, place).some(([longer]) => longer.includes(word))).map(([, term]) => term))].slice(0, most)
}

/** Those of every question in a section, in alphabetical order. */
export function termsOfSection(key: DefinitionKey, items: readonly Item[]): Term[] {
  return [...new Set(items.flatMap((item) => termsIn(key, item)))].toSorted((one, other) => one.term.localeCompare(other.term, 'nl'))
}

/** Every word that means something, in small letters, with what it means. */
export function termsOf(key: DefinitionKey): ReadonlyMap<string, Term> {
  const file = files[key]
  const found = read.get(file) ?? load(file)
  read.set(file, found)
  return found
}

function load(file: string): ReadonlyMap<string, Term> {
  const { definitions, alternative_terms: others } = fileSchema.parse(parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'), { schema: 'core' }))
  const words = new Map<string, Term>()
  const byId = new Map<string, Term>()
  for (const { id, term, definition, metadata } of definitions) {
    const made: Term = { term, definition: definition.replace(/\[([^\]]+)\](?:\([^)]*\))?/g, '$1').trim(), note: metadata?.toelichting?.replace(/\[([^\]]+)\](?:\([^)]*\))?/g, '$1').trim() ?? null }
    if (id) byId.set(id, made)
    for (const word of [term, ...metadata?.meervoudsvormen ?? [], ...metadata?.alternatieve_spellingen ?? []]) words.set(word.toLowerCase(), made)
  }
  for (const { term, voorkeur_id } of others ?? []) {
    const meant = byId.get(voorkeur_id)
    if (meant) for (const word of term.split(';')) if (word.trim() !== '' && !words.has(word.trim().toLowerCase())) words.set(word.trim().toLowerCase(), meant)
  }
  return words
}
