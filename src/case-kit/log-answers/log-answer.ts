// Log answer: what somebody is told of who used their data, as it was frozen: each act, and how many were withheld on which law. Sealed; a correction is a new version.
import type { AboutLog } from '../../access-record/about-log.ts'
import type { WithheldLaw } from '../../access-record/withheld-grounds.ts'
import { newId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { sealJson, unsealJson } from '../collection/sealed-content.ts'
import type { KnownAs, KnownKind } from './known-as.ts'

/** Never a colleague, a system or a source: a person is told of organisations that got the data, not of who works there (art. 15 lid 1 onder c AVG). */
export type LogAct = {
  /** ISO 8601. */
  readonly at: string
  readonly what: string
  readonly isFailed: boolean
  /** Null where the record names one that the register doesn't have; without a title it is the keeping of this privacy administration. `path`: in the public register, below the address of the site. */
  readonly activity: { readonly title: string | null; readonly path: string | null } | null
  /** Done in this product, or in an application of the organisation. */
  readonly by: 'own' | 'application'
}

export type LogAnswer = {
  readonly organisation: string
  readonly madeAt: string
  /** Address of the installation, before the paths of the activities. */
  readonly site: string
  /** Days; null: as far as the log goes. */
  readonly from: string | null
  readonly until: string | null
  /** By what was searched: the kinds, not the numbers. */
  readonly kinds: readonly KnownKind[]
  readonly about: AboutLog
  readonly acts: readonly LogAct[]
  readonly withheld: readonly { readonly law: WithheldLaw; readonly count: number }[]
}

export type LogAnswerRow = { readonly id: string; readonly version: number; readonly acts: number; readonly withheld: number; readonly madeAt: Date; readonly madeBy: string | null }
type Case = { readonly register: string; readonly entryId: string }

/** The next version. @returns its id */
export async function freezeLogAnswer(scope: Scope, { register, entryId }: Case, known: readonly KnownAs[], answer: LogAnswer): Promise<string> {
  const { organisation, tx } = scope
  const id = newId()
  const before = await tx.selectFrom('log_answer').select('version').where('organisation_id', '=', organisation.id).where('register', '=', register).where('entry_id', '=', entryId).orderBy('version', 'desc').limit(1).executeTakeFirst()
  const version = (before?.version ?? 0) + 1
  await tx.insertInto('log_answer').values({
    organisation_id: organisation.id, id, register, entry_id: entryId, version, known: sealJson(organisation, knownPlace(id), known), content: sealJson(organisation, contentPlace(id), answer),
    act_count: answer.acts.length, withheld_count: withheldCount(answer), made_at: scope.now, made_by: personOf(scope.actor),
  }).execute()
  await writeHistory(scope, register, [{ entryId, verb: version === 1 ? 'log_answer' : 'log_answer_again' }])
  return id
}

/** Newest first. */
export async function readLogAnswers({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { register, entryId }: Case): Promise<LogAnswerRow[]> {
  return tx.selectFrom('log_answer as a').leftJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.made_by'))
    .select(['a.id', 'a.version', 'a.act_count as acts', 'a.withheld_count as withheld', 'a.made_at as madeAt', 'p.name as madeBy'])
    .where('a.organisation_id', '=', organisation.id).where('a.register', '=', register).where('a.entry_id', '=', entryId).orderBy('a.version', 'desc').limit(100).execute()
}

/** @throws NotFound, for one of another case too */
export async function readLogAnswer({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { register, entryId }: Case, id: string): Promise<{ version: number; answer: LogAnswer; known: KnownAs[] }> {
  const row = await tx.selectFrom('log_answer').select(['version', 'content', 'known']).where('organisation_id', '=', organisation.id).where('register', '=', register).where('entry_id', '=', entryId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return { version: row.version, answer: unsealJson<LogAnswer>(organisation, contentPlace(id), row.content), known: unsealJson<KnownAs[]>(organisation, knownPlace(id), row.known) }
}

export function withheldCount({ withheld }: Pick<LogAnswer, 'withheld'>): number {
  return withheld.reduce((sum, { count }) => sum + count, 0)
}

const contentPlace = (id: string) => `log-answer:${id}`
const knownPlace = (id: string) => `log-answer-known:${id}`
