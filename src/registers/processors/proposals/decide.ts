// Decide: a proposal of a processor becomes part of the register, by the same change as a colleague would make; consent to a sub-processor is specific, dated, and somebody's (art. 28 lid 2 AVG; N-43, H-64).
import { attachOne } from '../../../case-kit/intake/form-files.ts'
import { endInvitation, invitePartner } from '../../../case-kit/intake/portal-invitations.ts'
import { dayOf } from '../../../ground/clock.ts'
import { Invalid, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { Language } from '../../../ground/words.ts'
import { completed } from '../../../register-kit/field-types.ts'
import { loadEntry, perform, refuseWhatMayNot } from '../../../register-kit/perform.ts'
import { workOf } from '../../../register-kit/lifecycle.ts'
import { processors } from '../register.ts'
import type { ProcessorInput } from '../rules-shape.ts'
import { companyKey } from '../sub-processor.ts'
import { holdProposal, type Proposal, settleProposal } from './proposals.ts'

/** `conditions`: under which consent is given; `transfer`: consent in writing to data leaving the EEA; both for a sub-processor only. */
export type Terms = { readonly conditions: string | null; readonly transfer: boolean }

/** @throws NotFound, NotAllowed, Refused once it was decided, Invalid */
export async function acceptProposal(scope: Scope, processor: string, id: string, terms: Terms = { conditions: null, transfer: false }): Promise<void> {
  const proposal = await held(scope, processor, id)
  const entry = await loadEntry(scope, processors, processor)
  const input = entry.input as ProcessorInput
  if (proposal.kind === 'successor') await succeed(scope, proposal)
  else await perform(scope, processors, 'change', processor, changedBy(scope, input, proposal, terms))
  if (proposal.fileId !== null) await attachOne(scope, 'processors', processor, proposal.fileId, proposal.fileName ?? t('bewijs', 'proof'))
  await settleProposal(scope, proposal, 'accepted', proposal.kind === 'sub_processor' ? terms.conditions : null)
}

/** @throws as `acceptProposal`; Invalid without a reason, which the processor reads */
export async function refuseProposal(scope: Scope, processor: string, id: string, typed: string): Promise<void> {
  const reason = typed.trim()
  const proposal = await held(scope, processor, id)
  if (reason === '' || reason.length > 2000) throw new Invalid([{ at: 'reason', message: t('Schrijf waarom niet. De verwerker leest dit; houd het onder de 2000 tekens.', 'Write why not. The processor reads this; keep it under 2000 characters.') }])
  await settleProposal(scope, proposal, 'refused', reason)
}

async function held(scope: Scope, processor: string, id: string): Promise<Proposal> {
  const entry = await loadEntry(scope, processors, processor, { lock: true })
  refuseWhatMayNot(scope, processors, 'change', processors.lifecycle.verbs.change!, workOf(processors, entry))
  return holdProposal(scope, processor, id)
}

function changedBy(scope: Scope, input: ProcessorInput, { kind, content, madeAt, fileName }: Proposal, terms: Terms): ProcessorInput {
  const today = dayOf(scope.now)
  if (kind === 'contacts' || kind === 'security') return { ...input, ...content }
  const [given] = completed(processors.fields, { guarantees: [content], sub_processors: [content] })[kind === 'guarantee' ? 'guarantees' : 'sub_processors']
  if (kind === 'guarantee') {
    const guarantee = { ...given as ProcessorInput['guarantees'][number], seen_on: today, proof: fileName }
    const isSame = (row: ProcessorInput['guarantees'][number]) => row.kind === guarantee.kind && (guarantee.scope === null || row.scope === null || row.scope === guarantee.scope)
    return { ...input, guarantees: replaced(input.guarantees, isSame, (row) => ({ ...guarantee, scope: guarantee.scope ?? row?.scope ?? null })) }
  }
  const sub = given as ProcessorInput['sub_processors'][number]
  const isSame = (row: ProcessorInput['sub_processors'][number]) => row.name !== null && companyKey(row.name) === companyKey(sub.name ?? '')
  if (kind === 'sub_processor_end') {
    if (!input.sub_processors.some(isSame)) throw new Refused(t(`Subverwerker ${sub.name} staat niet (meer) in de lijst.`, `Sub-processor ${sub.name} isn’t in the list (any more).`))
    return { ...input, sub_processors: replaced(input.sub_processors, isSame, (row) => ({ ...row!, stopped_on: sub.stopped_on, copies_deleted_on: sub.copies_deleted_on ?? row!.copies_deleted_on })) }
  }
  const consent = terms.conditions === null ? 'given' as const : 'conditional' as const
  const decided = { consent, conditions: terms.conditions, asked_on: dayOf(madeAt), consented_on: today, consented_by: personOf(scope.actor), transfer_consent_on: terms.transfer ? today : null, stopped_on: null, copies_deleted_on: null }
  return { ...input, sub_processors: replaced(input.sub_processors, isSame, () => ({ ...sub, ...decided })) }
}

/** In the place of the first that is the same, else behind the others. */
function replaced<R>(rows: readonly R[], isSame: (row: R) => boolean, make: (row: R | undefined) => R): R[] {
  const at = rows.findIndex(isSame)
  return at < 0 ? [...rows, make(undefined)] : rows.map((row, index) => index === at ? make(row) : row)
}

/** The successor gets an invitation of its own; that of who leaves ends, with its sessions. */
async function succeed(scope: Scope, { processor, content, invitationId }: Proposal): Promise<void> {
  const before = await scope.tx.selectFrom('portal_invitation').select(['language', 'ended_at']).where('organisation_id', '=', scope.organisation.id).where('id', '=', invitationId).executeTakeFirstOrThrow()
  await invitePartner(scope, { register: 'processors', partyId: processor, name: String(content.name), email: String(content.email), language: before.language as Language })
  if (before.ended_at === null) await endInvitation(scope, invitationId)
}
