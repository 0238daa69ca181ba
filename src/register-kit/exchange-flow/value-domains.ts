// Import values: the lists in which texts of a file are looked up: catalogues, people and bodies, and the fixed choices with how registers write them.
import { type Mark, marks } from '../../catalogues/catalogue.ts'
import { termsOf } from '../../catalogues/tenant-terms.ts'
import type { Scope } from '../../ground/scope.ts'
import { fold } from '../../ground/letters.ts'
import type { Lookups } from '../entry.ts'
import { cataloguesOf } from '../lookups.ts'
import type { Domain, Values } from './value-finder.ts'
import type { Book } from './importing.ts'

export async function loadDomains(scope: Scope, { register: { fields }, importing }: Book, lookups: Lookups): Promise<Map<Domain, Values>> {
  const domains = new Map<Domain, Values>()
  for (const catalogue of cataloguesOf(fields)) {
    domains.set(catalogue, { terms: (await termsOf(scope, catalogue)).map((term) => ({ ...term, synonyms: [...term.synonyms], marks: marks.filter((mark: Mark) => term.marks.includes(mark)) })) })
  }
  for (const target of Object.keys(lookups.references)) {
    const terms = [...lookups.references[target] ?? []].filter(([, { isActive }]) => isActive).map(([key, { label }]) => ({ key, label: { nl: label, en: label }, synonyms: otherNames(target, label), marks: [] }))
    domains.set(`reference:${target}`, { terms, exactOnly: true })
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.type !== 'choice' && field.type !== 'choices') continue
    domains.set(`choice:${key}`, { terms: field.choices.map((choice) => ({ key: choice.key, label: choice.words, synonyms: [...importing.choiceNames[key]?.[choice.key] ?? []], marks: [] })) })
  }
  return domains
}

function otherNames(target: string, label: string): string[] {
  return target === 'governing_body' ? bodyNames.find(([name]) => fold(label) === name)?.[1] ?? [] : []
}

// Registers rarely write a body's name in full.
const bodyNames: readonly (readonly [string, string[]])[] = [
  ['college van burgemeester en wethouders', ['college', 'het college', 'college van b&w', 'college van b en w', 'college b&w', 'b&w', 'b en w', 'burgemeester en wethouders', 'het college van burgemeester en wethouders', 'college van burgemeester & wethouders']],
  ['burgemeester', ['de burgemeester']],
  ['gemeenteraad', ['de gemeenteraad', 'raad', 'de raad']],
  ['ambtenaar van de burgerlijke stand', ['ambtenaar burgerlijke stand', 'abs']],
  ['inspecteur belastingen', ['inspecteur', 'heffingsambtenaar', 'de heffingsambtenaar', 'inspecteur artikel 231 gemeentewet']],
  ['ontvanger invordering', ['ontvanger', 'invorderingsambtenaar', 'de invorderingsambtenaar']],
]
