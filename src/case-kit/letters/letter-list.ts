// Letter list: receivers of a letter to many, read from a file and kept sealed; each gets one message, also after a crash, and when all is done the list is destroyed but for its counts and digest.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import { seal, unseal } from '../../ground/keys.ts'
import { Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { letterBlocks, plainRuns } from '../../documents/letter-blocks.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import type { MailLine } from '../../people/mail.ts'
import { writeHistory } from '../../register-kit/history.ts'
import type { Register } from '../../register-kit/register.ts'
import { fillLetter } from './fill-letter.ts'
import type { Worded } from './letter-document.ts'
import { type Letter, setState } from './letter-store.ts'
import { greeting } from './merge-fields.ts'

export type ListReceiver = { readonly name: string; readonly email: string | null; readonly address: string | null }
export type LetterList = { readonly id: string; readonly letterId: string; readonly state: 'ready' | 'sending' | 'sent' | 'destroyed'; readonly total: number; readonly digest: Buffer; readonly createdAt: Date; readonly destroyedAt: Date | null; readonly sentCount: number | null; readonly failedCount: number | null }
/** `toMail`: have an address and no message yet; `toPrint`: have no message. The rest is how the messages stand. */
export type ListStanding = { readonly toMail: number; readonly toPrint: number; readonly waiting: number; readonly sent: number; readonly failed: number; readonly uncertain: number }

const batch = 200

/** @returns the list's id @throws Refused for a letter that isn't final or isn't to many, Invalid for a list without anybody */
export async function receiveList(scope: Scope, letter: Letter, receivers: readonly ListReceiver[], sha256: string): Promise<string> {
  if (!letter.isForList || letter.version === 0 || (letter.state !== 'final' && letter.state !== 'sent')) throw new Refused(t('Maak eerst de brief aan velen definitief.', 'Make the letter to many final first.'))
  if (receivers.length === 0) throw new Invalid([{ at: 'file', message: t('In het bestand staat niemand.', 'There is nobody in the file.') }])
  const id = newId()
  await scope.tx.insertInto('letter_list').values({ organisation_id: scope.organisation.id, id, letter_id: letter.id, version: letter.version, state: 'ready', total: receivers.length, digest: Buffer.from(sha256, 'hex'), created_at: scope.now, created_by: personOf(scope.actor) }).execute()
  const rows = receivers.map((one, index) => ({ organisation_id: scope.organisation.id, list_id: id, position: index + 1, receiver: `\\x${seal(scope.organisation.key, purposeOf(id, index + 1), JSON.stringify(one)).toString('hex')}`, has_email: one.email !== null, message_id: null }))
  for (let from = 0; from < rows.length; from += 1000) await insertRows(scope.tx, 'letter_list_row', rows.slice(from, from + 1000))
  return id
}

/** Lists of a letter, the newest first. */
export async function readLists(scope: Scope, letterId: string, id?: string): Promise<LetterList[]> {
  const { rows } = await sql<LetterList>`
    select id, letter_id as "letterId", state, total, digest, created_at as "createdAt", destroyed_at as "destroyedAt", sent_count as "sentCount", failed_count as "failedCount"
    from letter_list where organisation_id = ${scope.organisation.id} and letter_id = ${letterId} and (${id ?? null}::uuid is null or id = ${id ?? null}) order by id desc`.execute(scope.tx)
  return rows
}

export async function standingOf(scope: Scope, listId: string): Promise<ListStanding> {
  const { rows } = await sql<ListStanding>`
    select count(*) filter (where r.message_id is null and r.has_email) as "toMail", count(*) filter (where r.message_id is null) as "toPrint", count(*) filter (where m.state in ('waiting', 'sending')) as waiting,
      count(*) filter (where m.state = 'sent') as sent, count(*) filter (where m.state in ('failed', 'dropped')) as failed, count(*) filter (where m.state = 'uncertain') as uncertain
    from letter_list_row r left join mail_message m on m.organisation_id = r.organisation_id and m.id = r.message_id
    where r.organisation_id = ${scope.organisation.id} and r.list_id = ${listId}`.execute(scope.tx)
  return rows[0]!
}

/** Those without a message yet, in order, from a place on. */
export async function receiversOf(scope: Scope, listId: string, { most, skip = 0 }: { readonly most: number; readonly skip?: number }): Promise<ListReceiver[]> {
  const rows = await scope.tx.selectFrom('letter_list_row').select(['position', 'receiver']).where('organisation_id', '=', scope.organisation.id).where('list_id', '=', listId).where('message_id', 'is', null)
    .orderBy('position').limit(most).offset(skip).execute()
  return rows.map(({ position, receiver }) => open(scope, listId, position, receiver))
}

/**
 * Puts the next few messages in the outbox, each in one transaction with the mark that it is there, and takes the name and address out of the list.
 * @returns how many were put there: 0 when nobody with an address is left
 */
export async function mailNext(scope: Scope, letter: Letter, listId: string): Promise<number> {
  const rows = await scope.tx.selectFrom('letter_list_row').select(['position', 'receiver']).where('organisation_id', '=', scope.organisation.id).where('list_id', '=', listId).where('message_id', 'is', null).where('has_email', '=', true)
    .orderBy('position').limit(batch).forUpdate().skipLocked().execute()
  const about = await scope.tx.selectFrom('organisation').select('contact_email').where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  for (const { position, receiver } of rows) {
    const one = open(scope, listId, position, receiver)
    const { subject, body } = wordedFor(letter, one)
    const message_id = await enqueueOutside(scope, { to: one.email!, kind: 'letter', language: letter.language, replyTo: about.contact_email, isOnce: true, subject: { nl: subject, en: subject }, lines: mailLines(body) })
    await scope.tx.updateTable('letter_list_row').set({ message_id: message_id!, receiver: Buffer.alloc(0) }).where('organisation_id', '=', scope.organisation.id).where('list_id', '=', listId).where('position', '=', position).execute()
  }
  return rows.length
}

/** From now on it is being sent. @throws Refused when it was destroyed */
export async function beginSending(scope: Scope, register: Register, letter: Letter, list: LetterList): Promise<void> {
  if (list.state === 'destroyed') throw new Refused(t('Deze lijst is vernietigd.', 'This list has been destroyed.'))
  if (list.state === 'sending') return
  await scope.tx.updateTable('letter_list').set({ state: 'sending', way: 'email', started_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('id', '=', list.id).execute()
  if (letter.state === 'final') await setState(scope, letter, 'sent')
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'send_list', note: t(`${list.total} ontvangers`, `${list.total} receivers`) }])
}

/** Takes every name and address away, also out of messages that failed; `printed` were put in envelopes. @throws Refused while messages wait */
export async function destroyList(scope: Scope, register: Register, letter: Letter, listId: string, { isPrinted }: { readonly isPrinted: boolean }): Promise<void> {
  const organisation_id = scope.organisation.id
  const [list] = await readLists(scope, letter.id, listId)
  if (!list) throw new NotFound()
  if (list.state === 'destroyed') throw new Refused(t('Deze lijst is vernietigd.', 'This list has been destroyed.'))
  const { waiting, sent, failed, uncertain, toPrint } = await standingOf(scope, listId)
  if (waiting > 0) throw new Refused(t('Er wachten nog berichten op de mailserver. Vernietig de lijst als die weg zijn.', 'Messages still wait for the mail server. Destroy the list when they are gone.'))
  await sql`update mail_message m set state = 'dropped', content = null, next_attempt_at = null from letter_list_row r
    where r.organisation_id = ${organisation_id} and r.list_id = ${listId} and m.organisation_id = r.organisation_id and m.id = r.message_id and m.state in ('failed', 'uncertain')`.execute(scope.tx)
  await scope.tx.deleteFrom('letter_list_row').where('organisation_id', '=', organisation_id).where('list_id', '=', listId).execute()
  await scope.tx.updateTable('letter_list').set({ state: 'destroyed', destroyed_at: scope.now, sent_count: sent + (isPrinted ? toPrint : 0), failed_count: failed + uncertain + (isPrinted ? 0 : toPrint), ...(isPrinted && sent === 0 ? { way: 'print' } : {}) })
    .where('organisation_id', '=', organisation_id).where('id', '=', listId).execute()
  if (isPrinted && letter.state === 'final') await setState(scope, letter, 'sent')
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'destroy_list', note: t(`${list.total} ontvangers`, `${list.total} receivers`) }])
}

/** The letter as one receiver reads it. */
export function wordedFor(letter: Letter, { name, address }: ListReceiver): Worded {
  return inLanguage(letter.language, () => {
    const values = { naam: name, name, adres: address ?? '', address: address ?? '', salutation: greeting(name) }
    return { addressee: name, address, subject: fillLetter(letter.subject, values, (field) => field), body: fillLetter(letter.body, values, (field) => field) }
  })
}

/** One receiver of a row of the file, or why it isn't one. */
export function receiverOf(name: string, email: string, address: string): ListReceiver | undefined {
  const one = { name: name.replace(/\s+/g, ' ').trim().slice(0, 200), email: email.trim() || null, address: address.trim().slice(0, 500) || null }
  if (one.name === '' || (one.email === null && one.address === null) || (one.email !== null && !isMailAddress(one.email))) return undefined
  return one
}

function open(scope: Scope, listId: string, position: number, receiver: Buffer): ListReceiver {
  return JSON.parse(unseal(scope.organisation.key, purposeOf(listId, position), receiver).toString('utf8')) as ListReceiver
}

function purposeOf(listId: string, position: number): string {
  return `letter-list:${listId}:${position}`
}

function mailLines(body: string): MailLine[] {
  const same = (text: string) => ({ nl: text, en: text })
  return letterBlocks(body).flatMap((block): MailLine[] => block.kind === 'list' ? block.items.map((item) => ({ item: same(plainRuns(item)) })) : [block.kind === 'heading' ? { heading: same(plainRuns(block.runs)) } : same(plainRuns(block.runs))])
}
