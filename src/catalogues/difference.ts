// Difference: what a new release of the shipped catalogues would change in the terms that an organisation has. Pure.
import type { Catalogue, Term } from './catalogue.ts'

/** A term as an organisation holds it; `origin` is `own` for what it added itself. */
export type TenantTerm = {
  readonly catalogue: string
  readonly key: string
  readonly label: { readonly nl: string; readonly en: string }
  readonly note: string | null
  readonly parent: string | null
  readonly marks: readonly string[]
  readonly citation: string | null
  readonly law: string | null
  readonly term: string | null
  readonly disposal: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly position: number
  readonly origin: string
  readonly version: string
  readonly synonyms: readonly string[]
  readonly isActive: boolean
}

export type TermChange = { readonly field: string; readonly before: unknown; readonly after: unknown }
export type CatalogueDifference = {
  readonly added: readonly { readonly catalogue: string; readonly key: string; readonly label: TenantTerm['label'] }[]
  readonly changed: readonly { readonly catalogue: string; readonly key: string; readonly label: TenantTerm['label']; readonly changes: readonly TermChange[] }[]
  /** Shipped before, no longer shipped, still in use here; accepting retires them. */
  readonly withdrawn: readonly { readonly catalogue: string; readonly key: string; readonly label: TenantTerm['label'] }[]
}

export const ownOrigin = 'own'

/** Compares release and organisation. Own terms, and terms that the organisation retired itself, are left alone. */
export function compareCatalogues(shipped: readonly Catalogue[], held: readonly TenantTerm[]): CatalogueDifference {
  const here = new Map(held.map((term) => [idOf(term.catalogue, term.key), term]))
  const there = new Set<string>()
  const added: CatalogueDifference['added'][number][] = []
  const changed: CatalogueDifference['changed'][number][] = []
  for (const catalogue of shipped) {
    for (const term of catalogue.terms) {
      there.add(idOf(catalogue.catalogue, term.key))
      const mine = here.get(idOf(catalogue.catalogue, term.key))
      if (!mine) added.push({ catalogue: catalogue.catalogue, key: term.key, label: term.label })
      else if (mine.origin !== ownOrigin && mine.isActive) {
        const changes = changesOf(mine, term)
        if (changes.length > 0) changed.push({ catalogue: catalogue.catalogue, key: term.key, label: term.label, changes })
      }
    }
  }
  const withdrawn = held
    .filter((term) => term.origin !== ownOrigin && term.isActive && !there.has(idOf(term.catalogue, term.key)))
    .map(({ catalogue, key, label }) => ({ catalogue, key, label }))
  return { added, changed, withdrawn }
}

function changesOf(mine: TenantTerm, term: Term): TermChange[] {
  const pairs: [string, unknown, unknown][] = [
    ['labelNl', mine.label.nl, term.label.nl],
    ['labelEn', mine.label.en, term.label.en],
    ['note', mine.note, term.note ?? null],
    ['parent', mine.parent, term.parent ?? null],
    ['marks', mine.marks.toSorted(), term.marks.toSorted()],
    ['citation', mine.citation, term.citation ?? null],
    ['law', mine.law, term.law ?? null],
    ['term', mine.term, term.term ?? null],
    ['disposal', mine.disposal, term.disposal ?? null],
    ['validFrom', mine.validFrom, term.validFrom ?? null],
    ['validUntil', mine.validUntil, term.validUntil ?? null],
    ['synonyms', mine.synonyms.toSorted(), term.synonyms.toSorted()],
  ]
  return pairs.filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after)).map(([field, before, after]) => ({ field, before, after }))
}

export function idOf(catalogue: string, key: string): string {
  return `${catalogue}/${key}`
}
