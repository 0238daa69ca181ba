// Origins: which instructions came from elsewhere, so that their state goes back there: over a tie with another organisation here, or through the portal.
import type { Scope } from '../../ground/scope.ts'

export type Origin = { readonly entryId: string; readonly reference: string; readonly tieId: string | null; readonly invitationId: string | null }

export async function keepOrigin(scope: Scope, { entryId, reference, tieId, invitationId }: Origin): Promise<void> {
  await scope.tx.insertInto('origin_of_instruction').values({ organisation_id: scope.organisation.id, entry_id: entryId, reference, tie_id: tieId, invitation_id: invitationId }).execute()
}

export async function originOf(scope: Scope, entryId: string): Promise<Origin | undefined> {
  return one(scope, 'entry_id', entryId)
}

export async function originBy(scope: Scope, reference: string): Promise<Origin | undefined> {
  return one(scope, 'reference', reference)
}

async function one(scope: Scope, column: 'entry_id' | 'reference', value: string): Promise<Origin | undefined> {
  const row = await scope.tx.selectFrom('origin_of_instruction').select(['entry_id', 'reference', 'tie_id', 'invitation_id']).where('organisation_id', '=', scope.organisation.id).where(column, '=', value).executeTakeFirst()
  return row && { entryId: row.entry_id, reference: row.reference, tieId: row.tie_id, invitationId: row.invitation_id }
}
