// Mail: a message for one person of the organisation, put in the outbox in the transaction that asks for it: no commit, no message.
import { newId } from '../ground/ids.ts'
import { seal, unseal } from '../ground/keys.ts'
import type { Organisation, Scope } from '../ground/scope.ts'
import { type Language, languages, type Words } from '../ground/words.ts'

/** Each kind of message: what an administrator reads of it, and for how many days it is of any use. */
export const mailKinds = {
  invitation: { words: { nl: 'Uitnodiging', en: 'Invitation' }, usefulDays: 7 },
  recovery: { words: { nl: 'Toegang herstellen', en: 'Restore access' }, usefulDays: 7 },
  digest: { words: { nl: 'Overzicht van uw werk', en: 'Overview of your work' }, usefulDays: 1 },
  delegation: { words: { nl: 'Taak gekregen', en: 'Task received' }, usefulDays: 14 },
  escalation: { words: { nl: 'Te laat', en: 'Late' }, usefulDays: 7 },
  announcement: { words: { nl: 'Aankondiging', en: 'Announcement' }, usefulDays: 30 },
  acknowledgement: { words: { nl: 'Verzoek om te lezen', en: 'Request to read' }, usefulDays: 30 },
  notice: { words: { nl: 'Bericht', en: 'Notice' }, usefulDays: 30 },
  receipt: { words: { nl: 'Ontvangstbevestiging', en: 'Confirmation of receipt' }, usefulDays: 14 },
  letter: { words: { nl: 'Brief', en: 'Letter' }, usefulDays: 14 },
  trial: { words: { nl: 'Proefbericht', en: 'Trial message' }, usefulDays: 1 },
} as const satisfies Record<string, { words: Words; usefulDays: number }>
export type MailKind = keyof typeof mailKinds

/** A paragraph, a heading, or an item of a list; `path` is an address within the product (`/lekhoven/taken/…`). */
export type MailLine = Words | { readonly heading: Words } | { readonly item: Words; readonly path?: string }

export type Mail = {
  readonly personId: string
  readonly kind: MailKind
  readonly subject: Words
  readonly lines: readonly MailLine[]
  /** The one thing to do, as a link of its own under the lines. */
  readonly link?: { readonly words: Words; readonly path: string }
  /** Where the person chooses whether to get such messages; named in the message and in its List-Unsubscribe. */
  readonly settingsPath?: string
  /** A name of this message: as long as the outbox keeps one with it, no second is made. For work that may run again after a crash. */
  readonly once?: string
}

export type MailContent = Omit<Mail, 'personId' | 'kind' | 'once'> & {
  readonly language: Language
  /** Of a message to somebody who is no colleague (mail-outside.ts); the bytes of a file in base64. */
  readonly outside?: { readonly to: string; readonly replyTo?: string; readonly attachments: readonly { readonly name: string; readonly type: string; readonly base64: string }[] }
}

/**
 * Puts a message in the outbox, in the person's own language (Dutch when unknown), for the address that the person has when it is sent.
 * @returns its id, or undefined when there is no such active person in this organisation, or one with the same `once` already
 */
export async function enqueueMail(scope: Scope, mail: Mail): Promise<string | undefined> {
  const { organisation, now, tx } = scope
  const person = await tx.selectFrom('person as p')
    .leftJoin('mail_choice as m', (join) => join.onRef('m.organisation_id', '=', 'p.organisation_id').onRef('m.person_id', '=', 'p.id'))
    .select('m.language').where('p.organisation_id', '=', organisation.id).where('p.id', '=', mail.personId).where('p.is_active', '=', true).executeTakeFirst()
  if (!person) return undefined
  const { personId, kind, once = null, ...rest } = mail
  const id = newId()
  const content: MailContent = { ...rest, language: languages.find((one) => one === person.language) ?? 'nl' }
  const made = await tx.insertInto('mail_message').values({
    organisation_id: organisation.id, id, person_id: personId, kind, content: sealContent(organisation, id, content), state: 'waiting',
    created_at: now, next_attempt_at: now, useless_at: new Date(now.getTime() + mailKinds[kind].usefulDays * 86_400_000), once_key: once,
  }).onConflict((conflict) => conflict.columns(['organisation_id', 'once_key']).doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 0n ? undefined : id
}

export function openContent(organisation: Organisation, id: string, sealed: Buffer): MailContent {
  return JSON.parse(unseal(organisation.key, purposeOf(id), sealed).toString('utf8')) as MailContent
}

export function sealContent(organisation: Organisation, id: string, content: MailContent): Buffer {
  return seal(organisation.key, purposeOf(id), JSON.stringify(content))
}

function purposeOf(id: string): string {
  return `mail:${id}`
}
