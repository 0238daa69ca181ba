// Sketch: how an entry of the demo world is written down by hand: names instead of ids, short words for rows, sound defaults per department.
import { shippedCatalogue } from '../catalogues/load.ts'
import type { ActivityInput } from '../registers/processing-activities/declaration.ts'
import type { Life } from './life.ts'
import type { Values } from './values.ts'

export type { Values }

export type Sketch = Values & {
  name: string
  life: Life
  /** Keys of the rules that must find something; empty for an exemplary entry, left out where nothing is promised. */
  findings?: readonly string[]
}

/** What stays the same in an organisation or a department; an entry says what differs. */
export type Book = (values: Sketch) => Sketch

/** Makes the builder of a department: its code numbers the entries (`BZ-01`), its values are those an entry starts from. */
export function book(code: string, ...standards: readonly Values[]): Book {
  let count = 0
  const standard: Values = Object.assign({}, ...standards)
  return (values) => ({ number: `${code}-${String(++count).padStart(2, '0')}`, ...standard, ...values })
}

/** As `book`, for entries that were filled in carelessly: only the department and the body are known. */
export function looseBook(code: string, standard: Pick<Values, 'department' | 'body' | 'role' | 'regime'>): Book {
  return book(code, { role: 'controller', regime: 'gdpr', ...standard })
}

export type Row<K extends keyof ActivityInput> = ActivityInput[K] extends (infer R)[] ? R : never

export const main = (purpose: string): Row<'purposes'> => ({ purpose, kind: 'main', compatibility: null })
export const sub = (purpose: string, compatibility: string): Row<'purposes'> => ({ purpose, kind: 'sub', compatibility })
export const side = (purpose: string, compatibility: string): Row<'purposes'> => ({ purpose, kind: 'side', compatibility })

export const basis = (key: string, law: string | null, article: string | null, explanation: string | null = null): Row<'legal_bases'> => ({ basis: key, law, article, explanation })
export const publicTask = (law: string, article: string, explanation: string | null = null) => basis('public-task', law, article, explanation)
export const duty = (law: string, article: string, explanation: string | null = null) => basis('legal-obligation', law, article, explanation)

export const rule = (law: string, aspect: 'legal_basis' | 'retention' | 'rights' | 'secrecy', text: string): Row<'sector_rules'> => ({ law, aspect, rule: text })
export const exception = (key: string, national_article: string | null, explanation: string | null = null): Row<'special_exceptions'> => ({ exception: key, national_article, explanation })
export const to = (recipient: string, name: string | null, what: string | null): Row<'recipients'> => ({ recipient, name, what })

/** A processor with an agreement in force since that day, unless said otherwise. */
export const processor = (name: string, service: string, agreement_on: string | null, agreement: Row<'processors'>['agreement'] = 'in_force'): Row<'processors'> => ({ processor: null, name, service, agreement, agreement_on })

export const transfer = (country: string, recipient: string, instrument: string | null, explanation: string | null = null): Row<'transfers'> => ({ country, recipient, instrument, explanation })

/** A term of the Selectielijst 2020; duration and disposal are those of the list. */
export function listed(key: string, applies_to: string, starts_at = 'afhandeling van de zaak', explanation: string | null = null): Row<'retention_rules'> {
  const found = shippedCatalogue('selection-list').terms.find((term) => term.key === key)
  if (!found) throw new Error(`The selection list has no ${key}`)
  return { applies_to, source: 'selection_list', selection: key, law: null, term: found.term ?? null, starts_at, disposal: found.disposal ?? 'destroy', explanation }
}

export const byLaw = (term: string, law: string, applies_to: string, starts_at: string): Row<'retention_rules'> =>
  ({ applies_to, source: 'sector_law', selection: null, law, term, starts_at, disposal: 'destroy', explanation: null })

export const ownTerm = (term: string, applies_to: string, starts_at: string, explanation: string | null = 'Daarna is er geen reden meer om deze gegevens te hebben.'): Row<'retention_rules'> =>
  ({ applies_to, source: 'own', selection: null, law: null, term, starts_at, disposal: 'destroy', explanation })

/** A system or store, encrypted and not on portable devices unless said otherwise. */
export const store = (name: string, kind: Row<'stores'>['kind'] = 'central', rest: { portable?: boolean; plain?: boolean } = {}): Row<'stores'> =>
  ({ system: null, name, kind, is_portable: rest.portable ?? false, is_encrypted: !rest.plain })

export const joint = (name: string, contact: string | null, arrangement: string | null): Row<'joint_controllers'> => ({ name, contact, arrangement })

/** Nothing of what deserves extra attention applies. */
export const plain: Values = {
  automated_decisions: false, profiling: false, big_data: false, tracking: false, camera: false, dashboard: false, algorithm: false, ai_act_class: 'none', received_from_police: false,
}
