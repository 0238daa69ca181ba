// Load evidence: counts the entries in force of an organisation and their kept findings, a batch at a time, and looks at its settings, for the norms that these measure.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { listNetworks } from '../people/networks.ts'
import { statusesAt } from './lifecycle.ts'
import { countEvidence, type Counts, type EvidenceCounts, type KnownSettings, type Measured } from './norm-evidence.ts'
import { loadEntries } from './store.ts'

const batch = 500

/** By register, over all entries in force of the scope's organisation, whoever asks: it gives figures, no entries. */
export async function loadEvidence(scope: Scope, measured: readonly Measured[]): Promise<EvidenceCounts> {
  const counts: Record<string, Counts> = {}
  for (const one of measured) counts[one.register.key] = await countRegister(scope, one)
  return counts
}

/** Which settings stand as norms ask. */
export async function loadKnownSettings(scope: Scope): Promise<KnownSettings> {
  return { allowed_networks: (await listNetworks(scope)).length > 0 }
}

async function countRegister(scope: Scope, measured: Measured): Promise<Counts> {
  const { register } = measured
  const organisation = scope.organisation.id
  let counts = countEvidence(measured, [])
  let after: string | null = null
  do {
    const found: { rows: { id: string; rules: string[] }[] } = await sql<{ id: string; rules: string[] }>`
      select t.id, array(select distinct f.rule from finding f where f.organisation_id = ${organisation} and f.register = ${register.key} and f.entry_id = t.id) as rules
      from ${sql.table(register.table)} t where t.organisation_id = ${organisation} and t.status = any(${statusesAt(register, 'active')}) and (${after}::uuid is null or t.id > ${after}::uuid)
      order by t.id limit ${batch}`.execute(scope.tx)
    const rules = new Map(found.rows.map((row) => [row.id, row.rules]))
    const entries = await loadEntries(scope.tx, register, organisation, [...rules.keys()])
    counts = countEvidence(measured, entries.map(({ system, input }) => ({ input, rules: rules.get(system.id) ?? [] })), counts)
    after = found.rows.length < batch ? null : found.rows.at(-1)!.id
  } while (after !== null)
  return counts
}
