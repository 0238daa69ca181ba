// Stock: entries of any register in any state, made in a handful of statements, for tests that need many.
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { hasProposals, stageOf } from '../../src/register-kit/lifecycle.ts'
import { newEntry, settleNew } from '../../src/register-kit/perform.ts'
import { addProposal } from '../../src/register-kit/proposals.ts'
import type { Register, Work } from '../../src/register-kit/register.ts'
import { nextReview } from '../../src/register-kit/review-due.ts'
import { addAdvice } from '../../src/register-kit/remarks.ts'
import { insertEntries } from '../../src/register-kit/store.ts'
import type { Tenant } from './product.ts'

export type State = Pick<Work, 'status' | 'proposal'>

/** Every state that the work on an entry of this register can be in. */
export function statesOf(register: Register): State[] {
  const { statuses, inForce } = register.lifecycle
  return [...Object.keys(statuses).map((status) => ({ status, proposal: 'none' as const })), ...(hasProposals(register) ? [{ status: inForce, proposal: 'draft' as const }, { status: inForce, proposal: 'in_review' as const }] : [])]
}

/** New entries in this state, one for each input; what lies in review has been tested. Gives their ids in order. */
export function stockOf(house: Tenant, register: Register, { status, proposal }: State, inputs: readonly AnyInput[]): Promise<string[]> {
  return house.scoped(async (scope) => {
    const review = await nextReview(scope, register)
    const entries = inputs.map((input) => newEntry(scope, register, input, { status }, review))
    await insertEntries(scope.tx, register, scope.organisation.id, entries)
    await settleNew(scope, register, entries, 'create')
    for (const { system, input } of entries) {
      if (proposal !== 'none') {
        await addProposal(scope, register, system.id, { baseVersion: system.version, input, revision: system.revision })
        if (proposal === 'in_review') await scope.tx.updateTable('entry_proposal').set({ status: 'in_review' }).where('organisation_id', '=', scope.organisation.id).where('register', '=', register.key).where('entry_id', '=', system.id).execute()
      }
      if (proposal === 'in_review' || stageOf(register, status) === 'in_review') await addAdvice(scope, register, system.id, { revision: system.revision, outcome: 'agreed', note: null })
    }
    return entries.map(({ system }) => system.id)
  })
}
