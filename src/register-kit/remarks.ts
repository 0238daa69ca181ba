// Remarks and advice: what a tester found in an entry, and what the people who keep it answered.
import { sql } from 'kysely'
import { isId, newId } from '../ground/ids.ts'
import { insertRows } from '../ground/insert-rows.ts'
import { personOf, type Scope, taskOf } from '../ground/scope.ts'
import type { Register } from './register.ts'

export type Remark = { readonly id: string; readonly field: string | null; readonly body: string; /** The person, or the program by the name of its token. */ readonly by: string; readonly personId: string | null; readonly at: Date; readonly answer: string | null; readonly answeredBy: string | null; readonly answeredAt: Date | null }
export const outcomes = { agreed: { nl: 'Akkoord', en: 'Agreed' }, remarks: { nl: 'Akkoord met opmerkingen', en: 'Agreed with remarks' }, negative: { nl: 'Niet akkoord', en: 'Not agreed' } } as const
export type Outcome = keyof typeof outcomes
export type Advice = { readonly id: string; readonly revision: number; readonly outcome: Outcome; readonly note: string | null; readonly by: string; readonly at: Date }

export async function readRemarks(scope: Scope, register: Register, entryId: string): Promise<Remark[]> {
  const result = await sql<Remark>`
    select r.id, r.field, r.body, coalesce(p.name, k.name, r.actor_task) as by, r.person_id as "personId", r.at, r.answer, coalesce(a.name, ak.name, r.answered_task) as "answeredBy", r.answered_at as "answeredAt"
    from entry_remark r left join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      left join api_token k on k.organisation_id = r.organisation_id and r.actor_task = 'token:' || k.id::text
      left join person a on a.organisation_id = r.organisation_id and a.id = r.answered_by
      left join api_token ak on ak.organisation_id = r.organisation_id and r.answered_task = 'token:' || ak.id::text
    where r.organisation_id = ${scope.organisation.id} and r.register = ${register.key} and r.entry_id = ${entryId} order by r.id`.execute(scope.tx)
  return result.rows
}

/** Those of the entries that have a remark without an answer. */
export async function entriesWithOpenRemarks(scope: Scope, register: Register, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const result = await sql<{ id: string }>`select distinct entry_id as id from entry_remark
    where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = any(${ids}::uuid[]) and answer is null`.execute(scope.tx)
  return new Set(result.rows.map(({ id }) => id))
}

export async function addRemark(scope: Scope, register: Register, entryId: string, remark: { field: string | null; body: string }): Promise<string> {
  const id = newId()
  await insertRows(scope.tx, 'entry_remark', [{ organisation_id: scope.organisation.id, id, register: register.key, entry_id: entryId, ...remark, person_id: personOf(scope.actor), actor_task: taskOf(scope.actor), at: scope.now }])
  return id
}

/** Answers a remark that has no answer yet; false when it has one or isn't there. `remarkId` may be any text. */
export async function answerRemark(scope: Scope, register: Register, entryId: string, remarkId: string, answer: string): Promise<boolean> {
  if (!isId(remarkId)) return false
  const result = await sql`update entry_remark set answer = ${answer}, answered_by = ${personOf(scope.actor)}, answered_task = ${taskOf(scope.actor)}, answered_at = ${scope.now}
    where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${entryId} and id = ${remarkId} and answer is null`.execute(scope.tx)
  return result.numAffectedRows === 1n
}

/** Tests of an entry, newest first. */
export async function readAdvice(scope: Scope, register: Register, entryId: string): Promise<Advice[]> {
  const result = await sql<Advice>`
    select a.id, a.revision, a.outcome, a.note, coalesce(p.name, k.name, a.actor_task) as by, a.at from entry_advice a left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      left join api_token k on k.organisation_id = a.organisation_id and a.actor_task = 'token:' || k.id::text
    where a.organisation_id = ${scope.organisation.id} and a.register = ${register.key} and a.entry_id = ${entryId} order by a.id desc`.execute(scope.tx)
  return result.rows
}

export async function addAdvice(scope: Scope, register: Register, entryId: string, advice: { revision: number; outcome: Outcome; note: string | null }): Promise<void> {
  await insertRows(scope.tx, 'entry_advice', [{ organisation_id: scope.organisation.id, id: newId(), register: register.key, entry_id: entryId, ...advice, person_id: personOf(scope.actor), actor_task: taskOf(scope.actor), at: scope.now }])
}
