// Proposals: what somebody of a processor wrote in the portal, sealed, until a colleague takes it over or refuses it with a reason. Nothing changes by itself.
import { sql } from 'kysely'
import { dayOf } from '../../../ground/clock.ts'
import { isId, newId } from '../../../ground/ids.ts'
import { keepFile, type ReceivedFile } from '../../../ground/files.ts'
import { seal, unseal } from '../../../ground/keys.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { say, t } from '../../../ground/words.ts'
import { isMailAddress } from '../../../people/mail-outside.ts'
import type { AnyInput } from '../../../register-kit/entry.ts'
import { writeHistory } from '../../../register-kit/history.ts'
import { readInput } from '../../../register-kit/read-input.ts'
import { type ProposalKind, proposalKinds } from './kinds.ts'

export type ProposalState = 'open' | 'accepted' | 'refused' | 'withdrawn'
export type Proposal = {
  readonly id: string; readonly processor: string; readonly kind: ProposalKind; readonly content: AnyInput; readonly fileId: string | null; readonly fileName: string | null
  readonly invitationId: string; readonly by: string; readonly madeAt: Date; readonly state: ProposalState; readonly decidedAt: Date | null; readonly reason: string | null
}

/** Somebody of a processor who proposes: as the portal knows it. */
export type Proposer = { readonly partyId: string; readonly invitationId: string }

/** More than these at once nobody can look at; then the first are decided first. */
const mostOpen = 100

/** Parses what was typed and keeps it. @throws Invalid at the fields of the kind; Refused when too much waits */
export async function propose(scope: Scope, who: Proposer, kind: ProposalKind, raw: AnyInput, file?: ReceivedFile): Promise<string> {
  const content = await accepted(scope, kind, raw)
  const open = await scope.tx.selectFrom('partner_proposal').select((select) => select.fn.countAll<number>().as('count')).where('organisation_id', '=', scope.organisation.id).where('processor', '=', who.partyId).where('state', '=', 'open').executeTakeFirstOrThrow()
  if (Number(open.count) >= mostOpen) throw new Refused(t('Er wachten al veel voorstellen op een antwoord. Wacht tot die zijn bekeken, of neem contact op.', 'Many proposals wait for an answer already. Wait until these have been looked at, or contact us.'))
  // The newest of these says how it is; what waited before is overtaken by it.
  if (kind === 'contacts' || kind === 'security' || kind === 'successor') await close(scope, sql`processor = ${who.partyId} and kind = ${kind}${kind === 'successor' ? sql` and invitation_id = ${who.invitationId}` : sql``}`, 'withdrawn', null)
  const id = newId()
  if (file) await keepFile(scope, file.id)
  await scope.tx.insertInto('partner_proposal').values({
    organisation_id: scope.organisation.id, id, processor: who.partyId, kind, content: seal(scope.organisation.key, purposeOf(id), JSON.stringify(content)), file_id: file?.id ?? null, file_name: file ? file.name.slice(0, 200) : null,
    invitation_id: who.invitationId, made_at: scope.now, state: 'open',
  }).execute()
  await writeHistory(scope, 'processors', [{ entryId: who.partyId, verb: 'partner_propose', note: proposalKinds[kind].words.nl }])
  return id
}

/** Of one processor, newest first; `open`: only those that wait. */
export async function proposalsOf(scope: Scope, processor: string, { isOpen = false } = {}): Promise<Proposal[]> {
  const { rows } = await sql<Omit<Proposal, 'content'> & { content: Buffer }>`
    select p.id, p.processor, p.kind, p.content, p.file_id as "fileId", p.file_name as "fileName", p.invitation_id as "invitationId", i.name as by, p.made_at as "madeAt", p.state, p.decided_at as "decidedAt", p.reason
    from partner_proposal p join portal_invitation i on i.organisation_id = p.organisation_id and i.id = p.invitation_id
    where p.organisation_id = ${scope.organisation.id} and p.processor = ${processor} and ${isOpen ? sql`p.state = 'open'` : sql`true`} order by p.made_at desc, p.id desc limit 200`.execute(scope.tx)
  return rows.map((row) => ({ ...row, content: opened(scope, row.id, row.content) }))
}

/** One that waits, held until the transaction ends: two colleagues can't both decide. @throws NotFound; Refused once it was decided */
export async function holdProposal(scope: Scope, processor: string, id: string): Promise<Proposal> {
  const row = isId(id) ? await scope.tx.selectFrom('partner_proposal').select('state').where('organisation_id', '=', scope.organisation.id).where('processor', '=', processor).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  if (row.state !== 'open') throw new Refused(t('Over dit voorstel is al beslist.', 'This proposal was decided already.'))
  return (await proposalsOf(scope, processor)).find((one) => one.id === id)!
}

export async function settleProposal(scope: Scope, { id, processor, kind }: Proposal, state: 'accepted' | 'refused', reason: string | null): Promise<void> {
  await close(scope, sql`id = ${id}`, state, reason)
  await writeHistory(scope, 'processors', [{ entryId: processor, verb: state === 'accepted' ? 'partner_accept' : 'partner_refuse', note: [proposalKinds[kind].words.nl, reason].filter(Boolean).join(': ') }])
}

/** Whoever proposed thinks better of it. @throws NotFound */
export async function withdrawProposal(scope: Scope, who: Proposer, id: string): Promise<void> {
  const done = isId(id) && await close(scope, sql`id = ${id} and processor = ${who.partyId}`, 'withdrawn', null)
  if (!done) throw new NotFound()
}

async function close(scope: Scope, which: ReturnType<typeof sql>, state: Exclude<ProposalState, 'open'>, reason: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update partner_proposal set state = ${state}, reason = ${reason}, decided_at = ${scope.now}, decided_by = ${personOf(scope.actor)} where organisation_id = ${scope.organisation.id} and state = 'open' and ${which}`.execute(scope.tx)
  return (numAffectedRows ?? 0n) > 0n
}

async function accepted(scope: Scope, kind: ProposalKind, raw: AnyInput): Promise<AnyInput> {
  const { fields, required } = proposalKinds[kind]
  const { input, faults } = await readInput(scope, { fields }, raw)
  const more: Fault[] = required.filter((key) => input[key] === null && !faults.some(({ at }) => at === key))
    .map((key) => ({ at: key, message: t(`Vul “${say((fields as Record<string, { words: { nl: string; en: string } }>)[key]!.words)}” in.`, `Fill in “${say((fields as Record<string, { words: { nl: string; en: string } }>)[key]!.words)}”.`) }))
  for (const key of ['email', 'contact_email']) if (typeof input[key] === 'string' && !isMailAddress(input[key])) more.push({ at: key, message: noAddress() })
  for (const [index, row] of ((input.contacts ?? []) as readonly AnyInput[]).entries()) if (typeof row.email === 'string' && !isMailAddress(row.email)) more.push({ at: `contacts.${index}.email`, message: noAddress() })
  if (kind === 'guarantee' && typeof input.valid_until_on === 'string' && input.valid_until_on < dayOf(scope.now)) more.push({ at: 'valid_until_on', message: t('Deze dag is voorbij. Stuur een bewijs dat nu geldt.', 'This day is past. Send a proof that holds now.') })
  if (kind === 'sub_processor_end' && typeof input.stopped_on === 'string' && typeof input.copies_deleted_on === 'string' && input.copies_deleted_on > dayOf(scope.now)) more.push({ at: 'copies_deleted_on', message: t('Deze dag moet nog komen.', 'This day is yet to come.') })
  if (faults.length + more.length > 0) throw new Invalid([...faults, ...more])
  return input
}

function noAddress(): string {
  return t('Vul één e-mailadres in, zoals naam@voorbeeld.example.', 'Fill in one e-mail address, such as name@voorbeeld.example.')
}

function opened({ organisation }: Scope, id: string, content: Buffer): AnyInput {
  return JSON.parse(unseal(organisation.key, purposeOf(id), content).toString('utf8')) as AnyInput
}

function purposeOf(id: string): string {
  return `partner-proposal:${id}`
}
