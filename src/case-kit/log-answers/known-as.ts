// Known as: by which kinds of identifiers a person is asked of the access log, what is wrong with them, and the pseudonyms that they stand for.
import { subjectName } from '../../access-record/subject-name.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { fold } from '../../ground/letters.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t, type Words } from '../../ground/words.ts'
import { isBsn } from '../person-numbers.ts'

export const knownKinds = {
  bsn: { nl: 'Burgerservicenummer (BSN)', en: 'Citizen service number (BSN)' },
  personeelsnummer: { nl: 'Personeelsnummer', en: 'Employee number' },
  subject: { nl: 'Naam, zoals in Waarborg zelf', en: 'Name, as in Waarborg itself' },
  other: { nl: 'Ander nummer', en: 'Another number' },
} as const satisfies Readonly<Record<string, Words>>
export type KnownKind = keyof typeof knownKinds

/** `type`: of another number, as the applications write it (a word or an address). */
export type KnownAs = { readonly kind: KnownKind; readonly type: string; readonly value: string }

/** How many rows the form has. */
export const mostKnown = 6

/** Rows in which nothing was typed are passed over. */
export function readKnown(rows: readonly { readonly kind: string; readonly type: string; readonly value: string }[]): { known: KnownAs[]; faults: Fault[] } {
  const faults: Fault[] = []
  const known: KnownAs[] = []
  for (const [index, row] of rows.entries()) {
    const [value, type] = [row.value.trim(), row.type.trim()]
    if (value === '' && type === '') continue
    const fault = (part: 'kind' | 'type' | 'value', nl: string, en: string) => { faults.push({ at: `${part}_${index}`, message: t(nl, en) }) }
    if (!Object.hasOwn(knownKinds, row.kind)) fault('kind', 'Kies wat voor nummer dit is.', 'Choose what kind of number this is.')
    else if (value === '') fault('value', 'Vul het nummer in.', 'Fill in the number.')
    else if (value.length > 200 || type.length > 200) fault('value', 'Dit heeft hoogstens 200 tekens.', 'This has at most 200 characters.')
    else if (row.kind === 'bsn' && !isBsn(subjectName('bsn', value).id)) fault('value', 'Dit is geen bestaand BSN: de elfproef klopt niet. Kijk de cijfers na.', 'This is no existing BSN: the eleven-proof fails. Check the digits.')
    else if (row.kind === 'other' && type === '') fault('type', 'Vul in hoe uw toepassingen dit nummer noemen, bijvoorbeeld kvk.', 'Fill in what your applications call this number, for instance kvk.')
    else known.push({ kind: row.kind as KnownKind, type: row.kind === 'other' ? type : row.kind, value: row.kind === 'bsn' ? subjectName('bsn', value).id : value })
  }
  if (known.length + faults.length === 0) faults.push({ at: 'value_0', message: t('Vul in onder welk nummer deze persoon bij u bekend is.', 'Fill in by which number this person is known to you.') })
  return { known, faults }
}

/** Under every key of the log, old and new. */
export function pseudonymsOf({ organisation }: Pick<Scope, 'organisation'>, known: readonly KnownAs[]): Buffer[] {
  const all = known.flatMap(({ kind, type, value }) => {
    const name = subjectName(type, kind === 'subject' ? fold(value).trim() : value)
    return logPseudonyms(organisation.logKeys, name.type, name.id)
  })
  // The same number typed twice finds each record once.
  return [...new Map(all.map((one) => [one.toString('hex'), one])).values()]
}
