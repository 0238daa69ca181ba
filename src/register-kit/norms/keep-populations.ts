// Keep populations: which kinds of entries each entry belongs to, kept in the transaction that keeps its findings, so that norms are counted without reading entries.
import { sql } from 'kysely'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput } from '../entry.ts'
import { populationsOf } from '../norm-evidence.ts'
import type { Register } from '../register.ts'
import { measuredOf } from './tied-measured.ts'

/** Whether a register has kinds of entries beyond all of them. */
export function hasPopulations(register: Register): boolean {
  return Object.keys(measuredOf(register.key)?.populations ?? {}).length > 1
}

/** Brings the kinds of entries up to date with their input and the rules that have a finding on them. */
export async function putPopulations(scope: Scope, register: Register, entries: readonly { readonly id: string; readonly input: AnyInput; readonly rules: readonly string[]; readonly isNew?: boolean | undefined }[]): Promise<void> {
  const measured = measuredOf(register.key)
  if (!measured || !hasPopulations(register) || entries.length === 0) return
  const organisation_id = scope.organisation.id
  const rows = entries.flatMap(({ id, input, rules }) => populationsOf(measured, input, rules).map((population) => ({ organisation_id, register: register.key, population, entry_id: id })))
  const old = entries.filter(({ isNew }) => !isNew).map(({ id }) => id)
  if (old.length === 0) return insertRows(scope.tx, 'entry_population', rows)
  await sql`delete from entry_population p where p.organisation_id = ${organisation_id} and p.register = ${register.key} and p.entry_id = any(${old}::uuid[])
    and not exists (select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n (entry_id uuid, population text) where n.entry_id = p.entry_id and n.population = p.population)`.execute(scope.tx)
  await sql`insert into entry_population select n.* from jsonb_populate_recordset(null::entry_population, ${JSON.stringify(rows)}::jsonb) n on conflict do nothing`.execute(scope.tx)
}

export async function dropPopulations(scope: Scope, register: Register, ids: readonly string[]): Promise<void> {
  if (!hasPopulations(register)) return
  await scope.tx.deleteFrom('entry_population').where('organisation_id', '=', scope.organisation.id).where('register', '=', register.key).where('entry_id', 'in', [...ids]).execute()
}
