// Terms for rules outside the database: the shipped catalogues, as a tenant gets them on its first day.
import { loadCatalogues } from '../../catalogues/load.ts'
import type { RuleTerm } from '../../register-kit/rules.ts'

let known: ReadonlyMap<string, RuleTerm> | undefined

/** A shipped term by catalogue and key, or undefined. */
export function catalogueTerms(catalogue: string, key: string): RuleTerm | undefined {
  known ??= new Map(loadCatalogues().flatMap((one) => one.terms.map((term) => [`${one.catalogue}/${term.key}`,
    { key: term.key, label: term.label.nl, marks: term.marks, isActive: true, validFrom: term.validFrom ?? null, validUntil: term.validUntil ?? null, term: term.term ?? null, disposal: term.disposal ?? null }] as const)))
  return known.get(`${catalogue}/${key}`)
}
