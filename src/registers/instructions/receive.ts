// Receive: what a participant does itself, from its own organisation here or in the portal: give an instruction, answer an objection, withdraw. The system acts for it, in the corridor.
import { sql } from 'kysely'
import { tellOfficers } from '../../case-kit/forwarding/arrivals.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { newId } from '../../ground/ids.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import type { Given, outcomes } from './messages.ts'
import { keepOrigin } from './origins.ts'
import { instructions } from './register.ts'

export type Came =
  | { readonly by: 'tie'; readonly tieId: string; readonly reference: string; readonly name: string }
  | { readonly by: 'portal'; readonly invitationId: string; readonly name: string }

/** An instruction of this participant, with everything that it said. @returns the id of the entry */
export async function receiveInstruction(scope: Scope, participantId: string, given: Given, came: Came): Promise<string> {
  const id = await createEntry(scope, instructions, {
    ...emptyInput(instructions.fields), name: given.title, participant: participantId, kind: given.kind, instruction: given.text, received_on: given.givenOn, given_by: given.givenBy, due_on: given.dueOn,
    means: came.by === 'tie' ? 'here' : 'portal', ...await serviceNamed(scope, participantId, given.service),
  })
  await keepOrigin(scope, { entryId: id, reference: came.by === 'tie' ? came.reference : newId(), tieId: came.by === 'tie' ? came.tieId : null, invitationId: came.by === 'portal' ? came.invitationId : null })
  await writeHistory(scope, instructions.key, [{ entryId: id, verb: came.by === 'tie' ? 'came_across' : 'came_by_portal', note: came.name }])
  await tellOfficers(scope, { nl: 'Een deelnemer gaf een instructie', en: 'A participant gave an instruction' }, {
    nl: `${came.name} heeft een instructie gegeven. Bevestig haar, of zeg meteen dat zij volgens u niet mag.`, en: `${came.name} has given an instruction. Acknowledge it, or say at once that you think it isn’t allowed.`,
  }, `/${instructions.path}/${id}`)
  return id
}

/** @throws Refused where nothing waits for an answer */
export async function receiveAnswer(scope: Scope, id: string, { outcome, answer, text }: { readonly outcome: (typeof outcomes)[number]; readonly answer: string; readonly text: string | null }): Promise<void> {
  if ((await loadEntry(scope, instructions, id)).system.status !== 'objected') throw new Refused(t('Op deze instructie wacht geen antwoord meer.', 'No answer is waited for on this instruction any more.'))
  await perform(scope, instructions, 'settle', id, { outcome, answer, instruction: text })
  await tellOfficers(scope, { nl: 'Een deelnemer antwoordde op uw bezwaar', en: 'A participant answered your objection' }, { nl: 'Er is een antwoord op uw bezwaar tegen een instructie.', en: 'There is an answer to your objection against an instruction.' }, `/${instructions.path}/${id}`)
}

/** @throws Refused where it is over already */
export async function receiveWithdrawal(scope: Scope, id: string, reason: string): Promise<void> {
  const { system } = await loadEntry(scope, instructions, id)
  if (instructions.lifecycle.statuses[system.status]?.stage !== 'active') throw new Refused(t('Deze instructie is al afgerond of ingetrokken.', 'This instruction was finished or withdrawn already.'))
  await perform(scope, instructions, 'withdraw', id, { reason, replaced_by: null })
  await tellOfficers(scope, { nl: 'Een deelnemer trok een instructie in', en: 'A participant withdrew an instruction' }, { nl: 'Voer haar niet (verder) uit.', en: 'Don’t carry it out (any further).' }, `/${instructions.path}/${id}`)
}

/** The service that the participant means, if it takes one of that name; else the words stay with the instruction. */
async function serviceNamed(scope: Scope, participantId: string, name: string | null): Promise<{ service: string | null; document?: string }> {
  if (name === null) return { service: null }
  const { rows: [found] } = await sql<{ id: string }>`
    select s.id from service s where s.organisation_id = ${scope.organisation.id} and s.status = 'active' and lower(s.name) = lower(${name})
      and exists (select from service_participants p where p.organisation_id = s.organisation_id and p.entry_id = s.id and p.participant = ${participantId}) limit 1`.execute(scope.tx)
  return found ? { service: found.id } : { service: null, document: t(`Volgens de deelnemer over: ${name}`, `About, says the participant: ${name}`) }
}
