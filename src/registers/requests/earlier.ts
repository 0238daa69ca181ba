// Earlier: requests of the same person, whatever they asked, so that these can be taken together and repeats are seen for what they are (art. 12 lid 5 AVG; H-62).
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { fold } from '../../ground/letters.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { RightKey } from './rights.ts'
import type { RequestInput } from './step-kit.ts'
import { visibleRequests } from './visibility.ts'

export type EarlierRequest = { readonly id: string; readonly number: string; readonly title: string; readonly on: string; readonly how: Words }

type Row = { id: string; number: string; title: string; right: RightKey | null; receivedAt: Date; status: string; request: string | null }

/** Those that the reader may see, the newest first; by address, reference, or name with date of birth. */
export async function earlierRequests(scope: Scope, { id, input }: Pick<Entry, 'id' | 'input'>): Promise<EarlierRequest[]> {
  const own = input as RequestInput
  const { subject_email: email, subject_reference: reference, subject_name: name, subject_birth_date: born } = own
  const emails = email === null ? [] : [...new Set([email, email.toLowerCase(), email.trim()])]
  if (emails.length === 0 && reference === null && (name === null || born === null)) return []
  const { rows } = await sql<Row>`select t.id, t.number, t.title, t."right", t.received_at as "receivedAt", t.status, t.request from subject_request t
    where t.organisation_id = ${scope.organisation.id} and t.id <> ${id} and t.received_at is not null and ${visibleRequests(scope.actor)}
      and (t.subject_email = any(${emails}::text[]) or t.subject_reference = ${reference} or (t.subject_name = ${name} and t.subject_birth_date = ${born}))
    order by t.received_at desc limit 5`.execute(scope.tx)
  return rows.map((row) => ({ id: row.id, number: row.number, title: row.title, on: dayOf(row.receivedAt), how: likeness(own, row) }))
}

/** Whether it is the same once more, soon again, or something else. Pure. */
export function likeness(own: Pick<RequestInput, 'right' | 'request' | 'received_at'>, other: Pick<Row, 'right' | 'request' | 'receivedAt' | 'status'>): Words {
  const isOpen = !['answered', 'told', 'closed', 'withdrawn', 'forwarded'].includes(other.status)
  const days = own.received_at === null ? null : Math.abs(Date.parse(own.received_at) - other.receivedAt.getTime()) / 86_400_000
  if (own.right !== other.right) return isOpen ? { nl: 'Een ander recht, loopt nog.', en: 'Another right, still running.' } : { nl: 'Een ander recht.', en: 'Another right.' }
  const isSame = own.request !== null && other.request !== null && fold(own.request).replace(/\W+/g, ' ').trim() === fold(other.request).replace(/\W+/g, ' ').trim()
  if (isSame && days !== null && days <= 31) return { nl: 'Dezelfde tekst, kort na elkaar: waarschijnlijk twee keer gestuurd.', en: 'The same text, shortly after one another: probably sent twice.' }
  if (isOpen) return { nl: 'Hetzelfde recht, loopt nog.', en: 'The same right, still running.' }
  return days !== null && days <= 183 ? { nl: 'Hetzelfde recht, minder dan een half jaar geleden.', en: 'The same right, less than half a year ago.' } : { nl: 'Hetzelfde recht, langer geleden.', en: 'The same right, longer ago.' }
}
