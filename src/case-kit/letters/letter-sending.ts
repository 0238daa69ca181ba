// Letter sending: how a final letter went out: by mail through the outbox, by post or by hand; how far the mail is; that it came back; and what a person says of a sending that nobody is sure of.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { mailStandings, type MailStanding, retryMail, settleUncertain } from '../../people/mail-outbox.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import type { MailLine } from '../../people/mail.ts'
import { writeHistory } from '../../register-kit/history.ts'
import type { Register } from '../../register-kit/register.ts'
import { makeStatusLink, statusPath } from '../status-links/links.ts'
import { setState, type Letter } from './letter-store.ts'
import { pdfOf } from './letters.ts'

export const ways = ['email_link', 'email_attachment', 'post', 'handed'] as const
export type Way = (typeof ways)[number]

export type Sending = {
  readonly id: string; readonly version: number; readonly way: Way; readonly at: Date; readonly by: string | null; readonly messageId: string | null
  readonly returnedAt: Date | null; readonly returnedNote: string | null
  /** Of one by mail. */
  readonly mail: MailStanding | undefined
}

/** Sends the last frozen version, again if that is asked. By mail it goes when the transaction is committed, and at most once. @throws Refused when it isn't final, Invalid without an address */
export async function sendLetter(scope: Scope, register: Register, letter: Letter, way: Way): Promise<string> {
  if (letter.state !== 'final' && letter.state !== 'sent') throw new Refused(t('Maak de brief eerst definitief.', 'Make the letter final first.'))
  if (letter.isForList) throw new Refused(t('Deze brief gaat naar velen. Verstuur hem met een verzendlijst.', 'This letter goes to many. Send it with a mailing list.'))
  const isMail = way === 'email_link' || way === 'email_attachment'
  if (way === 'email_link' && !letter.isShownOutside) throw new Refused(t('Deze brief staat niet op de statuspagina. Stuur hem als bijlage.', 'This letter isn’t on the status page. Send it as an attachment.'))
  const messageId = isMail ? await mailLetter(scope, register, letter, way) : null
  const id = newId()
  await scope.tx.insertInto('letter_sending').values({ organisation_id: scope.organisation.id, id, letter_id: letter.id, version: letter.version, way, at: scope.now, person_id: personOf(scope.actor), message_id: messageId }).execute()
  if (letter.state === 'final') await setState(scope, letter, 'sent')
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'send_letter', note: letter.subject }])
  return id
}

/** The newest first. */
export async function readSendings(scope: Scope, letterId: string): Promise<Sending[]> {
  const { rows } = await sql<Omit<Sending, 'mail'>>`
    select s.id, s.version, s.way, s.at, p.name as by, s.message_id as "messageId", s.returned_at as "returnedAt", s.returned_note as "returnedNote"
    from letter_sending s left join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
    where s.organisation_id = ${scope.organisation.id} and s.letter_id = ${letterId} order by s.id desc`.execute(scope.tx)
  const mails = await mailStandings(scope, rows.flatMap(({ messageId }) => messageId ?? []))
  return rows.map((row) => ({ ...row, mail: row.messageId === null ? undefined : mails.get(row.messageId) }))
}

/** What a person found out of a mail that may or may not have arrived; or that one that failed is to be tried again. @throws NotFound when there is nothing to decide */
export async function settleSending(scope: Scope, register: Register, letter: Letter, sendingId: string, word: 'sent' | 'again' | 'retry'): Promise<void> {
  const sending = await sendingOf(scope, letter, sendingId)
  if (sending.messageId === null) throw new NotFound()
  if (word === 'retry') await retryMail(scope, sending.messageId)
  else await settleUncertain(scope, sending.messageId, word)
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'settle_letter', note: letter.subject }])
}

/** It came back: by post, or as a message that says so. @throws NotFound, Refused when that stands there already */
export async function returnSending(scope: Scope, register: Register, letter: Letter, sendingId: string, note: string): Promise<void> {
  const sending = await sendingOf(scope, letter, sendingId)
  if (sending.returnedAt !== null) throw new Refused(t('Dit staat er al bij.', 'This has been recorded already.'))
  await scope.tx.updateTable('letter_sending').set({ returned_at: scope.now, returned_note: note.trim().slice(0, 500) || null }).where('organisation_id', '=', scope.organisation.id).where('id', '=', sendingId).execute()
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'return_letter', note: letter.subject }])
}

async function sendingOf(scope: Scope, letter: Letter, id: string): Promise<Sending> {
  const sending = (await readSendings(scope, letter.id)).find((one) => one.id === id)
  if (!sending) throw new NotFound()
  return sending
}

async function mailLetter(scope: Scope, register: Register, letter: Letter, way: 'email_link' | 'email_attachment'): Promise<string> {
  if (letter.email === null) throw new Invalid([{ at: 'email', message: t('Er is geen e-mailadres. Maak weer een concept van de brief en vul het in.', 'There is no e-mail address. Make the letter a draft again and fill it in.') }])
  const { organisation } = scope
  const about = await scope.tx.selectFrom('organisation').select('contact_email').where('id', '=', organisation.id).executeTakeFirstOrThrow()
  const link = way === 'email_link' ? statusPath(organisation.slug, await makeStatusLink(scope, { register: register.key, entryId: letter.entryId })) : undefined
  const attachments = way === 'email_attachment' ? [{ name: `${inLanguage(letter.language, () => t('brief', 'letter'))}.pdf`, type: 'application/pdf', bytes: await pdfOf(scope, letter.id, letter.version) }] : []
  const id = await enqueueOutside(scope, {
    to: letter.email, kind: 'letter', language: letter.language, replyTo: about.contact_email, isOnce: true, isKept: true, attachments,
    // The subject of a mail can be read on the way: it says that there is a letter, not what it is about.
    subject: { nl: `Brief van ${organisation.name}`, en: `Letter from ${organisation.name}` }, lines: covering(letter.addressee, link !== undefined),
    ...(link === undefined ? {} : { link: { words: { nl: 'Lees de brief', en: 'Read the letter' }, path: link } }),
  })
  return id!
}

function covering(addressee: string | null, isLink: boolean): MailLine[] {
  return [
    { nl: addressee ? `Beste ${addressee},` : 'Geachte heer of mevrouw,', en: addressee ? `Dear ${addressee},` : 'Dear Sir or Madam,' },
    isLink
      ? { nl: 'Wij hebben een brief voor u. U leest hem op uw eigen pagina. Geef deze link aan niemand anders.', en: 'We have a letter for you. You read it on your own page. Don’t give this link to anybody else.' }
      : { nl: 'Wij hebben een brief voor u. Die vindt u als pdf bij deze e-mail.', en: 'We have a letter for you. You find it as a PDF with this e-mail.' },
  ]
}
