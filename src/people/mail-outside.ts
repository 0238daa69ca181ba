// Mail outside: a message for somebody who is no colleague, put in the outbox in the transaction that asks for it; the address stands in its sealed content only.
import type { Insertable } from 'kysely'
import { newId } from '../ground/ids.ts'
import { Invalid } from '../ground/refusals.ts'
import type { MailMessage } from '../ground/schema.ts'
import type { Scope } from '../ground/scope.ts'
import { type Language, t } from '../ground/words.ts'
import { type Mail, type MailContent, mailKinds, sealContent } from './mail.ts'

export type OutsideMail = Pick<Mail, 'subject' | 'lines' | 'link' | 'once'> & {
  readonly to: string
  readonly kind: 'receipt' | 'letter'
  readonly language: Language
  /** Where an answer goes; without it the message says that answers aren't read. */
  readonly replyTo?: string | null
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[]
  /** Never brought twice: when it isn't sure whether it arrived, it becomes `uncertain` and a person decides (settleUncertain). */
  readonly isOnce?: boolean
  /** Kept after 90 days, without its words, for what shows how it went (mailStandings). */
  readonly isKept?: boolean
}

/** @returns its id, or undefined when the outbox has one with the same `once` @throws Invalid at `email` for what is no single address */
export async function enqueueOutside(scope: Scope, mail: OutsideMail): Promise<string | undefined> {
  const row = outsideRow(scope, mail)
  return await insertOutside(scope, [row]) === 0 ? undefined : row.id
}

/** Puts many in the outbox at once. @returns how many weren't there yet */
export async function insertOutside({ tx }: Scope, rows: readonly Insertable<MailMessage>[]): Promise<number> {
  if (rows.length === 0) return 0
  const made = await tx.insertInto('mail_message').values([...rows]).onConflict((conflict) => conflict.columns(['organisation_id', 'once_key']).doNothing()).executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0)
}

/** A message as its row in the outbox, sealed. @throws Invalid at `email` for what is no single address */
export function outsideRow({ organisation, now }: Pick<Scope, 'organisation' | 'now'>, mail: OutsideMail): Insertable<MailMessage> & { id: string } {
  const { kind, to, language, subject, lines, link, replyTo, attachments = [], once = null } = mail
  if (!isMailAddress(to)) throw new Invalid([{ at: 'email', message: t('Dit is geen geldig e-mailadres. Vul één adres in, zoals naam@duinrade.example.', 'This is no valid e-mail address. Fill in one address, such as name@duinrade.example.') }])
  const id = newId()
  const content: MailContent = {
    subject, lines, ...(link ? { link } : {}), language,
    outside: { to, ...(replyTo && isMailAddress(replyTo) ? { replyTo } : {}), attachments: attachments.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })) },
  }
  return {
    organisation_id: organisation.id, id, person_id: null, kind, content: sealContent(organisation, id, content), state: 'waiting', is_once: mail.isOnce === true, is_kept: mail.isKept === true,
    created_at: now, next_attempt_at: now, useless_at: new Date(now.getTime() + mailKinds[kind].usefulDays * 86_400_000), once_key: once,
  }
}

/** One plain address: no name beside it, no second one, nothing that ends a line of a message's head. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\[\]\u0000-\u0020\u007f]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(text)
}
