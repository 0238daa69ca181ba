// Identifier: by what somebody is looked for in the access log, checked as it was typed, and the pseudonyms it may stand under.
import { isBsn } from '../../case-kit/person-numbers.ts'
import { subjectName } from '../../access-record/subject-name.ts'
import { fold } from '../../ground/letters.ts'
import { isId } from '../../ground/ids.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t, type Words } from '../../ground/words.ts'

export const identifierKinds = ['bsn', 'number', 'email', 'person', 'other'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export const identifierWords: Readonly<Record<IdentifierKind, Words>> = {
  bsn: { nl: 'BSN', en: 'Citizen service number' }, number: { nl: 'Klant-, zaak- of personeelsnummer', en: 'Client, case or staff number' }, email: { nl: 'E-mailadres', en: 'E-mail address' },
  person: { nl: 'Collega, op naam', en: 'Colleague, by name' }, other: { nl: 'Een ander soort nummer', en: 'Another kind of number' },
}

/** `type`: how the application calls this kind of number, only of the kind `other`. */
export type Identifier = { readonly kind: IdentifierKind; readonly value: string; readonly type: string }

/** What somebody filled in, or what is wrong with it, at the field where it stands. */
export function readIdentifier({ kind, value, type, person }: Readonly<Record<'kind' | 'value' | 'type' | 'person', string>>): Identifier | Fault[] {
  switch (kind) {
    case 'person': return isId(person) ? { kind, value: person, type: '' } : [{ at: 'person', message: t('Kies een collega.', 'Choose a colleague.') }]
    case 'bsn': {
      const { id } = subjectName('bsn', value)
      if (value === '') return [missing()]
      return isBsn(id) ? { kind, value: id, type: '' } : [{ at: 'value', message: t('Dit is geen geldig BSN: het heeft negen cijfers en voldoet aan de elfproef.', 'This is no valid citizen service number: it has nine digits that meet the eleven-proof.') }]
    }
    case 'email':
      return /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(value) ? { kind, value, type: '' } : [{ at: 'value', message: t('Vul een e-mailadres in, zoals naam@voorbeeld.example.', 'Fill in an e-mail address, such as name@voorbeeld.example.') }]
    case 'number': case 'other': {
      const faults: Fault[] = value === '' ? [missing()] : value.length > 200 ? [{ at: 'value', message: t('Dit is te lang: hoogstens 200 tekens.', 'This is too long: 200 characters at most.') }] : []
      if (kind === 'other' && (type === '' || type.length > 200)) faults.push({ at: 'type', message: t('Vul in hoe de applicatie dit soort nummer noemt.', 'Fill in how the application calls this kind of number.') })
      return faults.length > 0 ? faults : { kind, value, type: kind === 'other' ? type : '' }
    }
    default: return [{ at: 'kind', message: t('Kies waarmee u zoekt.', 'Choose by what you look.') }]
  }
}

function missing(): Fault {
  return { at: 'value', message: t('Vul het nummer of adres in.', 'Fill in the number or address.') }
}

/** Under which kinds and texts an application may have named this person; the first is the likeliest. `types`: what applications of this organisation call their kinds; `emails`: the addresses of the colleague that is meant. */
export function namesOf({ kind, value, type }: Identifier, types: readonly string[], emails: readonly string[] = []): { readonly type: string; readonly id: string }[] {
  const known = types.filter((one) => one !== 'bsn' && one !== 'person' && one !== 'subject')
  const spelled = (texts: readonly string[], kinds: readonly string[]) => texts.flatMap((text) => [...new Set([text, text.toLowerCase()])].flatMap((id) => kinds.map((one) => subjectName(one, id))))
  switch (kind) {
    case 'bsn': return [subjectName('bsn', value)]
    case 'person': return [{ type: 'person', id: value }, ...spelled(emails, [...new Set(['email', 'user', ...known])])]
    // The product itself names people from outside by a folded text.
    case 'email': case 'number': return [...spelled([value], [...new Set([kind === 'email' ? 'email' : 'personeelsnummer', ...known])]), { type: 'subject', id: fold(value).trim() }]
    case 'other': return [subjectName(type, value)]
  }
}

/** Under every key that there is. */
export function pseudonymsUnder({ organisation }: Pick<Scope, 'organisation'>, names: readonly { readonly type: string; readonly id: string }[]): Buffer[] {
  return organisation.logKeys.all().flatMap((key) => names.map(({ type, id }) => logPseudonym(key, type, id)))
}
