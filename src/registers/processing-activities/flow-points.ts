// Flow points: what a value of an entry is on a flow map: its identity, its words and what is worth seeing about it.
import { say, t } from '../../ground/words.ts'
import type { Lookups, Term } from '../../register-kit/entry.ts'
import { sayCell } from '../../register-kit/say-value.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { type FlowMark, keyOfName, type NodeDraft } from './flow-model.ts'
import type { RegisteredMarks } from './flow-registered.ts'

/** With what points are named: the organisation's labels, the day of today (adequacy decisions come and go), and the address of its pages (`/duinrade`). */
export type FlowNames = {
  readonly lookups: Lookups
  readonly today: string
  readonly base: string
  /** Names of registered systems and processors, folded, to their id: a name typed elsewhere is the same one. */
  readonly registered?: Registered
  /** What the registers of systems and processors say of their entries. */
  readonly marked?: RegisteredMarks
}
export type Registered = Readonly<Record<'systems' | 'processors', ReadonlyMap<string, string>>>

type RowOf<K extends 'stores' | 'processors' | 'recipients' | 'transfers'> = ActivityInput[K][number]

export function subjectPoint(key: string, { lookups }: FlowNames): NodeDraft {
  return { kind: 'subject', key, words: labelOf(lookups, 'subject-category', key) }
}

export function sourcePoint(key: string, { lookups }: FlowNames): NodeDraft {
  return { kind: 'source', key, words: labelOf(lookups, 'data-source', key) }
}

/** A system of the register by its id, or one that has only a name here. */
export function systemPoint(row: Pick<RowOf<'stores'>, 'name' | 'system'> & Partial<RowOf<'stores'>>, names: FlowNames): NodeDraft {
  const marks: FlowMark[] = [...(row.is_encrypted === false ? ['unencrypted' as const] : []), ...(row.is_portable ? ['portable' as const] : [])]
  return {
    ...registeredPoint({ kind: 'system', register: 'systems', path: 'systemen', unnamed: t('Systeem niet genoemd', 'System not named') }, { id: row.system, name: row.name }, names, marks),
    detail: row.kind ? sayCell(fields.stores.columns.kind, row.kind, names.lookups) : undefined,
  }
}

/** A processor of the register by its id, or one that has only a name here. Whether an agreement with the former is in force, the registers say (`marked`). */
export function processorPoint(row: Pick<RowOf<'processors'>, 'name' | 'processor'> & Partial<RowOf<'processors'>>, names: FlowNames): NodeDraft {
  const lacks = row.agreement === undefined ? false : row.agreement === null ? row.processor === null : row.agreement !== 'in_force'
  const kind = { kind: 'processor', register: 'processors', path: 'verwerkers', unnamed: t('Verwerker niet genoemd', 'Processor not named') } as const
  return registeredPoint(kind, { id: row.processor, name: row.name }, names, lacks ? ['no-agreement'] : [])
}

/** A recipient by name, or by its category when it has none; `by: 'category'` puts all of a category together. */
export function recipientPoint(row: Pick<RowOf<'recipients'>, 'name' | 'recipient'>, names: FlowNames, by: 'name' | 'category' = 'name'): NodeDraft {
  const category = row.recipient === null ? undefined : labelOf(names.lookups, 'recipient', row.recipient)
  const words = by === 'name' ? row.name ?? category : category ?? row.name
  if (!words) return { kind: 'recipient', key: '?', words: t('Ontvanger niet genoemd', 'Recipient not named'), marks: ['unnamed'] }
  return { kind: 'recipient', key: keyOfName(words), words, detail: by === 'name' && row.name && category && keyOfName(category) !== keyOfName(row.name) ? category : undefined }
}

export function countryPoint(key: string | null, { lookups, today }: FlowNames): NodeDraft {
  if (key === null) return { kind: 'country', key: '?', words: t('Land niet genoemd', 'Country not named'), marks: ['unnamed', 'outside'] }
  const term = lookups.terms.get('country')?.get(key)
  const standing = protectionOf(term, today)
  return { kind: 'country', key, words: term?.label ?? key, marks: standing === 'eea' ? ['eea'] : [standing, 'outside'] }
}

/** How a country protects data according to the European Commission on a day (art. 45 AVG). */
export function protectionOf(country: Pick<Term, 'marks' | 'validFrom' | 'validUntil'> | undefined, today: string): 'eea' | 'adequate' | 'partly-adequate' | 'not-adequate' {
  if (country?.marks.includes('eea')) return 'eea'
  const isInForce = (country?.validFrom ?? '') <= today && today <= (country?.validUntil ?? '9999-12-31')
  if (!country?.marks.includes('adequate') || !isInForce) return 'not-adequate'
  return country.marks.includes('adequacy-partial') ? 'partly-adequate' : 'adequate'
}

export function labelOf(lookups: Lookups, catalogue: string, key: string): string {
  return lookups.terms.get(catalogue)?.get(key)?.label ?? key
}

/** What stands beside a transfer: its safeguard, or that there is none. */
export function safeguardWords(instrument: string | null, lookups: Lookups): string {
  return instrument === null ? t('geen waarborg vastgelegd', 'no safeguard recorded') : labelOf(lookups, 'transfer-instrument', instrument)
}

/** What stands beside a processor: its agreement as the entry says, or that by the register there is none. */
export function agreementWords({ agreement, processor }: Pick<RowOf<'processors'>, 'agreement' | 'processor'>, { marked }: Pick<FlowNames, 'marked'>): string | undefined {
  if (processor !== null) return marked?.get(processor)?.includes('no-agreement') ? t('geen overeenkomst van kracht', 'no agreement in force') : undefined
  const choice = fields.processors.columns.agreement.choices.find(({ key }) => key === agreement)
  return choice && `${t('verwerkersovereenkomst', 'processor agreement')}: ${say(choice.words).toLowerCase()}`
}

type RegisteredKind = { readonly kind: 'system' | 'processor'; readonly register: 'systems' | 'processors'; readonly path: string; readonly unnamed: string }

function registeredPoint({ kind, register, path, unnamed }: RegisteredKind, { id, name }: { id: string | null; name: string | null }, names: FlowNames, marks: readonly FlowMark[]): NodeDraft {
  const found = id ?? (name ? names.registered?.[register].get(keyOfName(name)) : undefined)
  if (found) return { kind, key: `#${found}`, words: names.lookups.references[register]?.get(found)?.label ?? name ?? unnamed, href: `${names.base}/${path}/${found}`, marks: [...new Set([...marks, ...names.marked?.get(found) ?? []])] }
  if (!name) return { kind, key: '?', words: unnamed, marks: [...marks, 'unnamed'] }
  return { kind, key: keyOfName(name), words: name, marks }
}
