// Seen by the participant: the instructions of one participant as that participant may see them, however they came; never a note, a colleague or anybody else's instruction.
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import type { InstructionSeen } from './given-view.tsx'

export type SeenInstruction = InstructionSeen & { readonly id: string; readonly number: string; readonly title: string }

/** Newest first. */
export function instructionsOf(scope: Scope, participantId: string): Promise<SeenInstruction[]> {
  return read(scope, participantId, sql`true`)
}

/** @throws NotFound also for one of another participant */
export async function instructionOf(scope: Scope, participantId: string, id: string): Promise<SeenInstruction> {
  const [found] = isId(id) ? await read(scope, participantId, sql`t.id = ${id}`) : []
  if (!found) throw new NotFound()
  return found
}

/** How many wait for the participant's answer. */
export async function waitingFor(scope: Scope, participantId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from instruction where organisation_id = ${scope.organisation.id} and participant = ${participantId} and status = 'objected'`.execute(scope.tx)
  return rows[0]!.count
}

async function read(scope: Scope, participantId: string, which: RawBuilder<unknown>): Promise<SeenInstruction[]> {
  const { rows } = await sql<SeenInstruction>`
    select t.id, coalesce(t.number, '') as number, t.name as title, coalesce(t.kind, 'other') as kind, coalesce(t.instruction, '') as text, s.name as service, coalesce(t.given_by, '') as "givenBy", coalesce(t.received_on, t.created_at::date)::text as "givenOn",
      t.due_on::text as "dueOn", t.status as state, t.reply, case when t.objected_on is not null then t.objection end as objection, case when t.objected_on is not null then t.objection_article end as article, t.objection_answer as answer,
      t.done, t.carried_out_on::text as "doneOn", t.proof
    from instruction t left join service s on s.organisation_id = t.organisation_id and s.id = t.service
    where t.organisation_id = ${scope.organisation.id} and t.participant = ${participantId} and ${which} order by t.received_on desc nulls last, t.id desc limit 500`.execute(scope.tx)
  return rows
}
