// Linked data, terms: how a term of our catalogues stands in W3C's Data Privacy Vocabulary (DPV 2.3), or as a concept of the organisation where DPV has none.
import { readFileSync } from 'node:fs'
import { loadCatalogues } from '../../catalogues/load.ts'
import type { Lookups } from '../../register-kit/entry.ts'

export type Place = {
  /** Without a slash at the end (`https://privacy.duinrade.example`). */
  readonly publicUrl: string
  readonly slug: string
}

/** A node, or a reference to one, as JSON-LD writes it. */
export type Node = { readonly [property: string]: unknown }

export const context = readJson('linked-data-context.json') as Node

/** The page of the organisation's public register; the addresses of its entries and concepts begin with it. */
export function registerUri({ publicUrl, slug }: Place): string {
  return `${publicUrl}/openbaar/${slug}/verwerkingen`
}

export function organisationUri({ publicUrl, slug }: Place): string {
  return `${publicUrl}/openbaar/${slug}`
}

/** The address of something of the organisation that has no page of its own. */
export function ownUri(place: Place, kind: string, key: string): string {
  return `${registerUri(place)}#${kind}/${encodeURIComponent(key)}`
}

/** Terms of DPV for a shipped term (`dpv:Citizen`); empty when DPV has no equal. */
export function dpvTermsOf(catalogue: string, key: string): readonly string[] {
  return tables().terms.get(`${catalogue}/${key}`) ?? []
}

/** A shipped purpose by its name in either language: people choose it to begin with and may leave it as it is. */
export function dpvPurposeOf(text: string): readonly string[] {
  return tables().purposes.get(text.trim().toLowerCase()) ?? []
}

/**
 * The term's equals in DPV, with its Dutch name; else a `skos:Concept` of the organisation with its name in both languages.
 * @param types what the concept is in DPV besides (`dpv:Recipient`).
 */
export function termNodes(catalogue: string, key: string, lookups: Lookups, place: Place, types: readonly string[]): Node[] {
  const words = lookups.terms.get(catalogue)?.get(key)?.words ?? { nl: key, en: key }
  const equals = dpvTermsOf(catalogue, key)
  // Two equals together are the term, so neither by itself has its name.
  if (equals.length > 0) return equals.map((term) => ({ '@id': term, ...(equals.length === 1 ? { 'skos:prefLabel': { nl: words.nl } } : {}) }))
  const wider = tables().parents.get(`${catalogue}/${key}`)
  const broader = wider === undefined ? [] : dpvTermsOf(catalogue, wider)
  return [{ '@id': ownUri(place, catalogue, key), '@type': ['skos:Concept', ...types], 'skos:prefLabel': { nl: words.nl, en: words.en }, ...(broader.length > 0 ? { 'skos:broader': broader } : {}) }]
}

/** ISO 8601 without weeks, which XML Schema doesn't know: `P2W` → `P14D`. */
export function xsdDuration(iso: string): string {
  const weeks = Number(/(\d+)W/.exec(iso)?.[1] ?? 0)
  if (weeks === 0) return iso
  const days = weeks * 7 + Number(/(\d+)D/.exec(iso)?.[1] ?? 0)
  const [date, time] = iso.split('T') as [string, string | undefined]
  return `${date.replace(/\d+[WD]/g, '')}${days}D${time === undefined ? '' : `T${time}`}`
}

type Tables = { readonly terms: ReadonlyMap<string, readonly string[]>; readonly parents: ReadonlyMap<string, string>; readonly purposes: ReadonlyMap<string, readonly string[]> }
let made: Tables | undefined

// Keys that an organisation made itself stand in no shipped catalogue and so have no equal.
function tables(): Tables {
  if (made) return made
  const terms = new Map<string, readonly string[]>()
  const parents = new Map<string, string>()
  const purposes = new Map<string, readonly string[]>()
  const mapping = readJson('dpv-mapping.json') as Record<string, Record<string, readonly string[]>>
  for (const { catalogue, terms: list } of loadCatalogues()) {
    for (const { key, iri, parent, label } of list) {
      const equals = iri === undefined ? mapping[catalogue]?.[key] ?? [] : [shortened(iri)]
      if (equals.length > 0) terms.set(`${catalogue}/${key}`, equals)
      if (parent !== undefined) parents.set(`${catalogue}/${key}`, parent)
      if (catalogue === 'purpose' && equals.length > 0) for (const name of [label.nl, label.en]) purposes.set(name.toLowerCase(), equals)
    }
  }
  made = { terms, parents, purposes }
  return made
}

function shortened(iri: string): string {
  const found = ['eu-gdpr', 'pd', 'loc', 'dpv'].find((prefix) => iri.startsWith(String(context[prefix])))
  return found === undefined ? iri : `${found}:${iri.slice(String(context[found]).length)}`
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'))
}
