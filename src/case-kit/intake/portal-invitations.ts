// Portal invitations: a processor or participant who reports here with sign-in: by a link, and a code for one time that is mailed to the address on file (N-41).
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { type Language, t } from '../../ground/words.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import { newToken, newTypedCode, plainCode, tokenHash } from '../../people/tokens.ts'

export type Invitation = { readonly id: string; readonly register: string; readonly partyId: string; readonly party: string | null; readonly name: string; readonly email: string; readonly madeAt: Date; readonly expiresAt: Date; readonly endedAt: Date | null }

/** Whom an invitation can be for, and where their names stand. */
const partyRegisters = { processors: 'processor', participant: 'participant' } as const
export type PartyRegister = keyof typeof partyRegisters

const dayMs = 86_400_000
const yearMs = 365 * dayMs
/** So long before the end the yearly confirmation is asked. */
const askedDays = 30
const codeMinutes = 15
const mostTries = 5

export async function invitePartner(scope: Scope, input: { readonly register: string; readonly partyId: string; readonly name: string; readonly email: string; readonly language: Language }): Promise<string> {
  const faults: Fault[] = []
  const name = input.name.replace(/\s+/g, ' ').trim()
  const email = input.email.trim()
  if (!Object.hasOwn(partyRegisters, input.register) || !isId(input.partyId) || !await partyName(scope, input.register as PartyRegister, input.partyId)) faults.push({ at: 'party', message: t('Kies een verwerker of deelnemer.', 'Choose a processor or participant.') })
  if (name === '' || name.length > 200) faults.push({ at: 'name', message: t('Vul de naam van de contactpersoon in.', 'Fill in the name of the contact.') })
  if (!isMailAddress(email)) faults.push({ at: 'email', message: t('Vul één e-mailadres in, zoals naam@voorbeeld.example.', 'Fill in one e-mail address, such as name@voorbeeld.example.') })
  if (faults.length > 0) throw new Invalid(faults)
  const token = newToken()
  await scope.tx.insertInto('portal_invitation').values({
    organisation_id: scope.organisation.id, id: newId(), register: input.register, party_id: input.partyId, name, email, language: input.language, token_hash: tokenHash(token),
    made_at: scope.now, made_by: personOf(scope.actor)!, expires_at: new Date(scope.now.getTime() + yearMs),
  }).execute()
  await enqueueOutside(scope, {
    to: email, kind: 'receipt', language: input.language,
    subject: { nl: `Uw portaal bij ${scope.organisation.name}`, en: `Your portal at ${scope.organisation.name}` },
    lines: [
      { nl: `${scope.organisation.name} geeft u toegang tot een eigen portaal. Daar meldt u datalekken, en houdt u bij wat u met ons hebt afgesproken. Bewaar deze e-mail: met de link hieronder komt u er altijd.`, en: `${scope.organisation.name} gives you access to a portal of your own. There you report data breaches, and keep up to date what you agreed with us. Keep this e-mail: the link below always leads there.` },
      { nl: 'Bij elk bezoek sturen wij een code naar dit e-mailadres. De link alleen is dus niet genoeg.', en: 'At each visit we send a code to this e-mail address, so the link alone isn’t enough.' },
    ],
    link: { words: { nl: 'Naar het portaal', en: 'To the portal' }, path: invitationPath(scope.organisation.slug, token) },
  })
  return token
}

export function invitationPath(slug: string, token: string): string {
  return `/openbaar/${slug}/portaal/uitnodiging/${token}`
}

export async function listInvitations(scope: Scope): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select i.id, i.register, i.party_id as "partyId", coalesce(p.name, d.name) as party, i.name, i.email, i.made_at as "madeAt", i.expires_at as "expiresAt", i.ended_at as "endedAt"
    from portal_invitation i
      left join processor p on i.register = 'processors' and p.organisation_id = i.organisation_id and p.id = i.party_id
      left join participant d on i.register = 'participant' and d.organisation_id = i.organisation_id and d.id = i.party_id
    where i.organisation_id = ${scope.organisation.id} order by i.made_at desc, i.id limit 500`.execute(scope.tx)
  return rows
}

/** @throws NotFound */
export async function endInvitation(scope: Scope, id: string): Promise<void> {
  const done = isId(id) && await scope.tx.updateTable('portal_invitation').set({ ended_at: scope.now, code_hash: null }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst()
  if (!done || done.numUpdatedRows !== 1n) throw new NotFound()
  await scope.tx.deleteFrom('portal_session').where('organisation_id', '=', scope.organisation.id).where('invitation_id', '=', id).execute()
}

/** Who was invited says that they are still the contact: another year. */
export async function confirmInvitation(scope: Scope, id: string): Promise<void> {
  await scope.tx.updateTable('portal_invitation').set({ confirmed_at: scope.now, expires_at: new Date(scope.now.getTime() + yearMs) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** Until when an invitation holds, and whether its yearly confirmation is asked for. */
export async function invitationTerm(scope: Scope, id: string): Promise<{ readonly expiresAt: Date; readonly isAsked: boolean }> {
  const { expires_at } = await scope.tx.selectFrom('portal_invitation').select('expires_at').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirstOrThrow()
  return { expiresAt: expires_at, isAsked: expires_at.getTime() - scope.now.getTime() < askedDays * dayMs }
}

/** Asks whoever has access for almost a year whether they are still the contact; once for each year. Nobody who left keeps access by silence: it then ends by itself. @returns how many */
export async function askConfirmations(scope: Scope): Promise<number> {
  const until = new Date(scope.now.getTime() + askedDays * dayMs)
  const { rows } = await sql<{ email: string; language: Language }>`
    update portal_invitation set asked_at = ${scope.now} where organisation_id = ${scope.organisation.id} and ended_at is null and expires_at > ${scope.now} and expires_at <= ${until}
      and (asked_at is null or asked_at < expires_at - interval '90 days') returning email, language`.execute(scope.tx)
  for (const { email, language } of rows) {
    await enqueueOutside(scope, {
      to: email, kind: 'receipt', language, subject: { nl: `Bent u nog contactpersoon voor ${scope.organisation.name}?`, en: `Are you still the contact for ${scope.organisation.name}?` },
      lines: [
        { nl: 'Uw toegang tot het portaal loopt over een maand af. Bent u nog contactpersoon? Ga naar het portaal en bevestig dat onder “Toegang”.', en: 'Your access to the portal ends in a month. Are you still the contact? Enter the portal and confirm it under “Access”.' },
        { nl: 'Neemt een ander het over? Vul daar dan uw opvolger in.', en: 'Does somebody else take over? Then fill in your successor there.' },
      ],
    })
  }
  return rows.length
}

/** Mails a fresh code; says nothing of whether the link was right. */
export async function mailCode(scope: Scope, token: string): Promise<void> {
  const row = await openInvitation(scope, token)
  // One every minute at most: nobody's mailbox is filled by pressing a button.
  if (!row || row.totp_confirmed_at !== null || (row.code_until !== null && row.code_until.getTime() - scope.now.getTime() > (codeMinutes - 1) * 60_000)) return
  const code = newTypedCode(2)
  await scope.tx.updateTable('portal_invitation').set({ code_hash: tokenHash(plainCode(code)), code_until: new Date(scope.now.getTime() + codeMinutes * 60_000), code_tries: 0 })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', row.id).execute()
  await enqueueOutside(scope, {
    to: row.email, kind: 'receipt', language: row.language as Language, subject: { nl: 'Uw code voor het portaal', en: 'Your code for the portal' },
    lines: [{ nl: `Uw code is ${code}. De code werkt één keer, en een kwartier lang.`, en: `Your code is ${code}. It works once, and for fifteen minutes.` }],
  })
}

/** @returns the invitation that was opened; undefined for a wrong or old code, or a link that doesn't work (any more) */
export async function openWithCode(scope: Scope, token: string, typed: string): Promise<string | undefined> {
  const row = await openInvitation(scope, token)
  if (!row?.code_hash || row.code_until === null || row.code_until <= scope.now || row.code_tries >= mostTries) return undefined
  const isRight = timingSafeEqual(row.code_hash, tokenHash(plainCode(typed)))
  await scope.tx.updateTable('portal_invitation').set(isRight ? { code_hash: null, code_until: null, code_tries: 0 } : { code_tries: row.code_tries + 1 })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', row.id).execute()
  return isRight ? row.id : undefined
}

async function openInvitation(scope: Scope, token: string) {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  return scope.tx.selectFrom('portal_invitation').select(['id', 'email', 'language', 'code_hash', 'code_until', 'code_tries', 'totp_confirmed_at'])
    .where('organisation_id', '=', scope.organisation.id).where('token_hash', '=', tokenHash(token)).where('ended_at', 'is', null).where('expires_at', '>', scope.now).forUpdate().executeTakeFirst()
}

/** The party of an invitation, while we work with it. */
export async function partyName(scope: Scope, register: PartyRegister, id: string): Promise<string | undefined> {
  const isOn = register === 'processors' ? sql`ended_on is null` : sql`is_active`
  const { rows: [row] } = await sql<{ name: string }>`select name from ${sql.table(partyRegisters[register])} where organisation_id = ${scope.organisation.id} and id = ${id} and ${isOn}`.execute(scope.tx)
  return row?.name
}
