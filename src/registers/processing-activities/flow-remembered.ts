// Flow remembered: counts of a register that was counted before and hasn't changed since, by a digest of the question and of the register's state.
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

/** Few and small: a few megabytes at most. What is larger is counted anew. */
const most = 24
const remembered = new Map<string, unknown>()

export type Memory = <T>(about: string, work: () => Promise<T>, isSmall: (outcome: T) => boolean) => Promise<T>

/**
 * What is remembered about this question as the register is now. Any change of any entry of the organisation counts as a new state: each writes the entry's own
 * row, and so its `xmin`. What is remembered must hold keys and counts only, so that labels and the language of the reader come fresh.
 */
export async function memoryOf(scope: Scope, question: RawBuilder<unknown>): Promise<Memory> {
  const { sql: words, parameters } = sql`${question}`.compile(scope.tx)
  const state = await sql<{ count: number; latest: string | null; terms: string | null }>`
    select count(*)::int as count, max(t.xmin::text::bigint)::text as latest, (select max(k.xmin::text::bigint)::text from catalogue_term k where k.organisation_id = ${scope.organisation.id}) as terms
    from processing_activity t where t.organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  const digest = createHash('sha256').update(JSON.stringify([scope.organisation.id, words, parameters, state.rows[0]])).digest('base64url')
  return async <T>(about: string, work: () => Promise<T>, isSmall: (outcome: T) => boolean): Promise<T> => {
    const key = `${about} ${digest}`
    const held = remembered.get(key) as T | undefined
    const outcome = held ?? await work()
    remembered.delete(key)
    if (held !== undefined || isSmall(outcome)) remembered.set(key, outcome)
    for (const oldest of [...remembered.keys()].slice(0, Math.max(0, remembered.size - most))) remembered.delete(oldest)
    return outcome
  }
}
