// Chamber number: eight digits by which the trade register knows one party, and which other processors carry the same.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

/** The number has no check digit; zeros alone were never given out. */
export function isChamberNumber(text: string): boolean {
  return /^\d{8}$/.test(text) && text !== '00000000'
}

/** True for each of the processors whose number another one in use carries too. */
export async function sameChamberNumber(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from processor t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and t.chamber_number is not null
      and exists (select from processor o where o.organisation_id = t.organisation_id and o.chamber_number = t.chamber_number and o.id <> t.id and o.status = 'active')`.execute(scope.tx)
  return new Map(rows.map(({ id }) => [id, true]))
}

/** The processors that carry one of these numbers: what is found about them changes too. */
export async function withChamberNumber(scope: Scope, inputs: readonly AnyInput[]): Promise<readonly string[]> {
  const numbers = [...new Set(inputs.flatMap(({ chamber_number }) => typeof chamber_number === 'string' ? [chamber_number] : []))]
  if (numbers.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from processor where organisation_id = ${scope.organisation.id} and chamber_number = any(${numbers}::text[]) limit 100`.execute(scope.tx)
  return rows.map(({ id }) => id)
}
