// Breaches told: what a participant was told of breaches that concern its data (art. 33 lid 2 AVG): when, and in which words; nothing that wasn't told.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

export type BreachTold = { readonly number: string; readonly toldAt: Date; readonly told: string | null; readonly discoveredAt: Date | null }

/** Newest first. */
export async function breachesTold(scope: Scope, participantId: string): Promise<BreachTold[]> {
  const { rows } = await sql<BreachTold>`
    select coalesce(t.number, '') as number, t.controller_told_at as "toldAt", t.controller_told_note as told, t.discovered_at as "discoveredAt" from breach t
    where t.organisation_id = ${scope.organisation.id} and t.participant = ${participantId} and t.controller_told_at is not null order by t.controller_told_at desc, t.id desc limit 500`.execute(scope.tx)
  return rows
}
