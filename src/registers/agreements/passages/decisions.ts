// Decisions: what a person says of a point of the checklist: covered, partly or not, by which passage, and why; with who and when, and every earlier one kept.
import { sql } from 'kysely'
import { sealJson, unsealJson } from '../../../case-kit/collection/sealed-content.ts'
import { newId } from '../../../ground/ids.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'

export const outcomes = {
  covered: { nl: 'Geregeld', en: 'Covered' }, partly: { nl: 'Deels geregeld', en: 'Partly covered' }, not_covered: { nl: 'Niet geregeld', en: 'Not covered' },
} as const
export type DecisionOutcome = keyof typeof outcomes

export type Decision = {
  readonly id: string
  readonly key: string
  readonly outcome: DecisionOutcome
  readonly place: number | null
  readonly quote: string | null
  readonly note: string | null
  readonly byId: string | null
  readonly by: string | null
  readonly at: Date
}
export type Decided = Pick<Decision, 'key' | 'outcome' | 'place' | 'quote' | 'note'>

/** The decision that holds, per point of the checklist. */
export async function decisionsOn(scope: Scope, readingId: string): Promise<ReadonlyMap<string, Decision>> {
  return new Map((await read(scope, sql`d.reading_id = ${readingId} and not exists (select from agreement_decision later
    where later.organisation_id = d.organisation_id and later.reading_id = d.reading_id and later.item_key = d.item_key and later.id > d.id)`)).map((decision) => [decision.key, decision]))
}

export async function decisionsById(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Decision>> {
  return new Map((await read(scope, sql`d.id = any(${ids}::uuid[])`)).map((decision) => [decision.id, decision]))
}

export async function keepDecisions(scope: Scope, readingId: string, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return
  await scope.tx.insertInto('agreement_decision').values(decided.map(({ key, outcome, place, quote, note }) => {
    const id = newId()
    return { organisation_id: scope.organisation.id, id, reading_id: readingId, item_key: key, outcome, place, content: sealJson(scope.organisation, decisionPlace(id), { quote, note }), decided_by: personOf(scope.actor), decided_at: scope.now }
  })).execute()
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<Decision[]> {
  const { rows } = await sql<Omit<Decision, 'quote' | 'note'> & { content: Buffer }>`
    select d.id, d.item_key as key, d.outcome, d.place, d.content, d.decided_by as "byId", p.name as by, d.decided_at as at
    from agreement_decision d left join person p on p.organisation_id = d.organisation_id and p.id = d.decided_by
    where d.organisation_id = ${scope.organisation.id} and ${which}`.execute(scope.tx)
  return rows.map(({ content, ...row }) => ({ ...row, ...unsealJson<Pick<Decision, 'quote' | 'note'>>(scope.organisation, decisionPlace(row.id), content) }))
}

function decisionPlace(id: string): string {
  return `agreement-decision:${id}`
}
