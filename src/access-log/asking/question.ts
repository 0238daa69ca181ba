// Question: one question to the access log, kept with its reason: who asked, why, about what (sealed) and how much was found; and the record that asking itself leaves in the log.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { LogRecord } from '../../access-record/log-record.ts'
import { ownActivity } from '../../access-record/own-activity.ts'
import { actorPseudonym } from '../../access-record/record.ts'
import { employeeKind } from '../../access-record/subject-name.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { isId, newId } from '../../ground/ids.ts'
import { deriveKey, seal, unseal } from '../../ground/keys.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { NotFound } from '../../ground/refusals.ts'
import { type Organisation, personOf, type Scope } from '../../ground/scope.ts'
import { actNames } from './act-names.ts'
import { actorsOf } from './colleagues.ts'
import { identifierKinds, namesOf, pseudonymsUnder } from './identifier.ts'

const aboutShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subject'), identifier: z.object({ kind: z.enum(identifierKinds), value: z.string(), type: z.string() }) }),
  /** `person`: id of a colleague; `user`: as another application names its users. */
  z.object({ kind: z.literal('employee'), by: z.enum(['person', 'user']), value: z.string() }),
  z.object({ kind: z.literal('trace'), traceId: z.string().regex(/^[0-9a-f]{32}$/) }),
])
export type About = z.infer<typeof aboutShape>

export type Why = { readonly reason: string; readonly reference: string | null; readonly fromOn: string | null; readonly untilOn: string | null }
export type Question = Why & { readonly id: string; readonly about: About; readonly askedAt: Date; readonly askedBy: string; readonly askedByName: string; readonly found: number }

/** Keeps it, and leaves the record of asking. @returns its id: all that an address shows */
export async function keepQuestion(scope: Scope, about: About, why: Why, found: number): Promise<string> {
  const id = newId()
  await scope.tx.insertInto('access_question').values({
    organisation_id: scope.organisation.id, id, asked_at: scope.now, asked_by: personOf(scope.actor)!, kind: about.kind, sealed: seal(sealingKey(scope.organisation), id, JSON.stringify(about)),
    reason: why.reason, reference: why.reference, from_on: why.fromOn, until_on: why.untilOn, found,
  }).execute()
  await recordAsked(scope, id, about, actNames.asked)
  return id
}

/** @throws NotFound also for another organisation's */
export async function readQuestion(scope: Pick<Scope, 'organisation' | 'tx'>, id: string): Promise<Question> {
  const row = isId(id) && await scope.tx.selectFrom('access_question as q').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'q.organisation_id').onRef('p.id', '=', 'q.asked_by'))
    .select(['q.id', 'q.sealed', 'q.asked_at', 'q.asked_by', 'p.name', 'q.reason', 'q.reference', 'q.from_on', 'q.until_on', 'q.found']).where('q.organisation_id', '=', scope.organisation.id).where('q.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  const about = aboutShape.parse(JSON.parse(unseal(sealingKey(scope.organisation), id, row.sealed).toString()))
  return { id, about, askedAt: row.asked_at, askedBy: row.asked_by, askedByName: row.name, reason: row.reason, reference: row.reference, fromOn: row.from_on, untilOn: row.until_on, found: row.found }
}

export type AskedRow = Omit<Question, 'about'> & { readonly kind: About['kind'] }

/** Newest first: who asked what kind of question, and why; not about whom. */
export async function listQuestions(scope: Pick<Scope, 'organisation' | 'tx'>, { after, limit = 50 }: { after?: string; limit?: number } = {}): Promise<{ rows: AskedRow[]; next: string | undefined }> {
  let query = scope.tx.selectFrom('access_question as q').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'q.organisation_id').onRef('p.id', '=', 'q.asked_by'))
    .select(['q.id', 'q.kind', 'q.asked_at as askedAt', 'q.asked_by as askedBy', 'p.name as askedByName', 'q.reason', 'q.reference', 'q.from_on as fromOn', 'q.until_on as untilOn', 'q.found']).where('q.organisation_id', '=', scope.organisation.id)
  if (after !== undefined && isId(after)) query = query.where('q.id', '<', after)
  const rows = await query.orderBy('q.id', 'desc').limit(limit + 1).execute() as AskedRow[]
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined }
}

export type Pseudonyms = { readonly subjects?: Buffer[]; readonly actors?: Buffer[]; readonly traceId?: Buffer }

/** What of a record must match, under the keys that there are now: old and new records at once. */
export async function pseudonymsOf(scope: Pick<Scope, 'organisation' | 'tx'>, about: About): Promise<Pseudonyms> {
  switch (about.kind) {
    case 'trace': return { traceId: Buffer.from(about.traceId, 'hex') }
    case 'employee': return { actors: about.by === 'person' ? await actorsOf(scope, about.value) : pseudonymsUnder(scope, [{ type: employeeKind, id: about.value }]) }
    case 'subject': {
      const { identifier } = about
      const types = await scope.tx.selectFrom('access_subject_type').select('type').where('organisation_id', '=', scope.organisation.id).orderBy('type').limit(mostTypes).execute()
      const emails = identifier.kind === 'person' ? await scope.tx.selectFrom('person').select('email').where('organisation_id', '=', scope.organisation.id).where('id', '=', identifier.value).execute() : []
      return { subjects: pseudonymsUnder(scope, namesOf(identifier, types.map(({ type }) => type), emails.map(({ email }) => email))) }
    }
  }
}

/** So many kinds of identifiers are tried at once. */
const mostTypes = 50

/** Asking and reading answers stands in the log like any other use of data: whoever it is about finds it there. */
export async function recordAsked(scope: Scope, questionId: string, about: About, name: string, seen: readonly Buffer[] = []): Promise<void> {
  const key = scope.organisation.logKeys.all()[0]!
  const span = randomBytes(8)
  const act: LogRecord = {
    traceId: randomBytes(16), spanId: span, parentSpanId: null, status: 'Ok', name, startedAt: scope.now.getTime(), endedAt: scope.now.getTime(), activity: await ownActivity(scope), actor: actorPseudonym(key, scope.actor),
    subject: null, subjectType: null, isSecret: false, details: JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes: { 'dpl.read.question_id': questionId } }),
  }
  const whom = about.kind === 'subject' ? namesOf(about.identifier, [])[0]! : about.kind === 'employee' ? { type: about.by === 'person' ? 'person' : employeeKind, id: about.value } : undefined
  const below = [...(whom ? [{ subject: logPseudonym(key, whom.type, whom.id), subjectType: whom.type === 'person' ? 'urn:waarborg:person' : whom.type }] : []), ...seen.slice(0, mostSeen).map((subject) => ({ subject, subjectType: null }))]
  await writeBatch(scope, 'own', [act, ...below.map((one) => ({ ...act, ...one, spanId: randomBytes(8), parentSpanId: span }))])
}

/** Of one act; a list is rarely longer. */
const mostSeen = 200

function sealingKey(organisation: Organisation): Buffer {
  return deriveKey(organisation.key, 'log question')
}
