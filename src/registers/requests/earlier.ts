// Earlier: requests of the same person, whatever they asked, so that these can be taken together and repeats are seen for what they are (art. 12 lid 5 AVG; H-62).
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { type Sameness, sameRequest } from './same-request.ts'
import type { RequestInput } from './step-kit.ts'
import { visibleRequests } from './visibility.ts'

export type EarlierRequest = { readonly id: string; readonly number: string; readonly title: string; readonly on: string; readonly how: Words }

type Row = Pick<RequestInput, 'right' | 'subject_name' | 'subject_email' | 'subject_birth_date' | 'subject_reference'> & { id: string; number: string; title: string; receivedAt: Date }

/** Those that the reader may see, the newest first; by address, reference, or name with date of birth. */
export async function earlierRequests(scope: Scope, { id, input }: Pick<Entry, 'id' | 'input'>): Promise<EarlierRequest[]> {
  const own = input as RequestInput
  const { subject_email: email, subject_reference: reference, subject_name: name, subject_birth_date: born } = own
  const emails = email === null ? [] : [...new Set([email, email.toLowerCase(), email.trim()])]
  if (emails.length === 0 && reference === null && (name === null || born === null)) return []
  const { rows } = await sql<Row>`select t.id, t.number, t.title, t."right", t.received_at as "receivedAt", t.subject_name, t.subject_email, t.subject_birth_date, t.subject_reference from subject_request t
    where t.organisation_id = ${scope.organisation.id} and t.id <> ${id} and t.received_at is not null and ${visibleRequests(scope.actor)}
      and (t.subject_email = any(${emails}::text[]) or t.subject_reference = ${reference} or (t.subject_name = ${name} and t.subject_birth_date = ${born}))
    order by t.received_at desc limit 5`.execute(scope.tx)
  return rows.map((row) => ({ id: row.id, number: row.number, title: row.title, on: dayOf(row.receivedAt), how: sayLikeness(sameRequest(own, { ...row, received_at: row.receivedAt.toISOString() })) }))
}

const kinds: Readonly<Record<Sameness['kind'], Words>> = {
  duplicate: { nl: 'Waarschijnlijk twee keer gestuurd', en: 'Probably sent twice' }, repeated: { nl: 'Vraagt dit opnieuw', en: 'Asks this again' }, other: { nl: 'Vroeg ook iets anders', en: 'Asked something else too' }, none: { nl: 'Misschien dezelfde persoon', en: 'Perhaps the same person' },
}

function sayLikeness({ kind, why }: Sameness): Words {
  const together = (language: 'nl' | 'en') => [kinds[kind][language], why.map((words) => words[language]).join(', ')].filter(Boolean).join(': ')
  return { nl: `${together('nl')}.`, en: `${together('en')}.` }
}
