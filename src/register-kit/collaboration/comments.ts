// Comments: what people say to each other about an entry, in threads of one level: said, changed within a quarter of an hour, withdrawn, settled.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../history.ts'

export const changeMinutes = 15
export const mostLetters = 10_000
/** More threads than this stand on a page of their own year after year; the latest are shown. */
const mostThreads = 200

export type Comment = {
  readonly id: string
  readonly parentId: string | null
  /** Null once withdrawn. */
  readonly body: string | null
  readonly personId: string
  readonly by: string
  readonly at: Date
  readonly changedAt: Date | null
  readonly resolvedAt: Date | null
  readonly resolvedBy: string | null
  /** What it said before, oldest first. */
  readonly earlier: readonly string[]
  readonly mentioned: readonly { readonly id: string; readonly name: string; readonly kind: 'named' | 'answered' }[]
}
export type Thread = Comment & { readonly answers: readonly Comment[] }

/** Threads of an entry, oldest first, each with its answers. */
export async function readThreads(scope: Scope, register: string, entryId: string): Promise<Thread[]> {
  const result = await sql<Comment>`
    select c.id, c.parent_id as "parentId", c.body, c.person_id as "personId", p.name as by, c.at, c.changed_at as "changedAt", c.resolved_at as "resolvedAt", r.name as "resolvedBy",
      (select coalesce(jsonb_agg(e.body order by e.replaced_at), '[]') from entry_comment_earlier e where e.organisation_id = c.organisation_id and e.comment_id = c.id) as earlier,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.person_id, 'name', n.name, 'kind', m.kind) order by n.name), '[]')
        from comment_mention m join person n on n.organisation_id = m.organisation_id and n.id = m.person_id where m.organisation_id = c.organisation_id and m.comment_id = c.id) as mentioned
    from entry_comment c join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      left join person r on r.organisation_id = c.organisation_id and r.id = c.resolved_by
    where c.organisation_id = ${scope.organisation.id} and c.register = ${register} and c.entry_id = ${entryId}
      and coalesce(c.parent_id, c.id) in (select t.id from entry_comment t where t.organisation_id = ${scope.organisation.id} and t.register = ${register} and t.entry_id = ${entryId}
        and t.parent_id is null order by t.id desc limit ${mostThreads})
    order by c.id`.execute(scope.tx)
  return result.rows.filter(({ parentId }) => parentId === null).map((thread) => ({ ...thread, answers: result.rows.filter(({ parentId }) => parentId === thread.id) }))
}

/** One thread of an entry, found by any comment in it. @throws NotFound */
export async function readThread(scope: Scope, register: string, entryId: string, commentId: string): Promise<{ thread: Thread; comment: Comment }> {
  const thread = (await readThreads(scope, register, entryId)).find(({ id, answers }) => id === commentId || answers.some((answer) => answer.id === commentId))
  if (!thread) throw new NotFound(t('Deze reactie bestaat niet (meer).', 'This comment doesn’t exist (any more).'))
  return { thread, comment: [thread, ...thread.answers].find(({ id }) => id === commentId)! }
}

/** Says something; `parentId` must be the first comment of a thread of the same entry. Gives its id. @throws Invalid, NotAllowed */
export async function addComment(scope: Scope, register: string, entryId: string, said: { body: string; parentId: string | null }): Promise<string> {
  if (scope.actor.kind !== 'person') throw new NotAllowed()
  const id = newId()
  await scope.tx.insertInto('entry_comment').values({
    organisation_id: scope.organisation.id, id, register, entry_id: entryId, parent_id: said.parentId, body: acceptBody(said.body), person_id: scope.actor.personId, at: scope.now,
  }).execute()
  return id
}

export function isOwn(scope: Scope, comment: Comment): boolean {
  return scope.actor.kind === 'person' && scope.actor.personId === comment.personId && comment.body !== null
}

/** Whether the actor may still change the words of a comment. */
export function mayChange(scope: Scope, comment: Comment): boolean {
  return isOwn(scope, comment) && scope.now.getTime() - comment.at.getTime() < changeMinutes * 60_000
}

/** Changes the own words; what they were stays readable beside them. @throws Invalid, Refused when it is too late */
export async function changeComment(scope: Scope, comment: Comment, typed: string): Promise<void> {
  if (!isOwn(scope, comment)) throw new NotAllowed(t('U kunt alleen uw eigen reactie wijzigen.', 'You can change your own comment only.'))
  if (!mayChange(scope, comment)) throw new Refused(t(`Een reactie is tot ${changeMinutes} minuten na het plaatsen te wijzigen. Plaats een antwoord, of trek deze reactie in.`, `A comment can be changed up to ${changeMinutes} minutes after it was placed. Answer it, or withdraw it.`))
  const body = acceptBody(typed)
  if (body === comment.body) return
  // The words are taken from the row itself: of two changes at once the second keeps what the first wrote.
  await sql`insert into entry_comment_earlier (organisation_id, comment_id, replaced_at, body)
    select organisation_id, id, greatest(${scope.now}::timestamptz, coalesce(changed_at, at) + interval '1 microsecond'), body from entry_comment
    where organisation_id = ${scope.organisation.id} and id = ${comment.id} for update`.execute(scope.tx)
  await sql`update entry_comment set body = ${body}, changed_at = greatest(${scope.now}::timestamptz, coalesce(changed_at, at) + interval '1 microsecond')
    where organisation_id = ${scope.organisation.id} and id = ${comment.id}`.execute(scope.tx)
}

/** Takes the own words back, with all that they were before; that something was said and withdrawn stays. @throws NotAllowed */
export async function withdrawComment(scope: Scope, register: string, entryId: string, comment: Comment): Promise<void> {
  if (!isOwn(scope, comment)) throw new NotAllowed(t('U kunt alleen uw eigen reactie intrekken.', 'You can withdraw your own comment only.'))
  const here = { organisation_id: scope.organisation.id, comment_id: comment.id }
  await scope.tx.deleteFrom('entry_comment_earlier').where('organisation_id', '=', here.organisation_id).where('comment_id', '=', here.comment_id).execute()
  await scope.tx.deleteFrom('comment_mention').where('organisation_id', '=', here.organisation_id).where('comment_id', '=', here.comment_id).execute()
  await scope.tx.updateTable('entry_comment').set({ body: null, withdrawn_at: scope.now }).where('organisation_id', '=', here.organisation_id).where('id', '=', here.comment_id).execute()
  await writeHistory(scope, register, [{ entryId, verb: 'withdraw_comment' }])
}

/** Says that a thread is settled, or that it isn't after all. */
export async function settleThread(scope: Scope, thread: Thread, isSettled: boolean): Promise<void> {
  if (scope.actor.kind !== 'person') throw new NotAllowed()
  if ((thread.resolvedAt !== null) === isSettled) return
  await scope.tx.updateTable('entry_comment').set(isSettled ? { resolved_at: scope.now, resolved_by: scope.actor.personId } : { resolved_at: null, resolved_by: null })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', thread.id).execute()
}

function acceptBody(typed: string): string {
  const body = typed.replace(/\r\n?/g, '\n').trim()
  if (body === '') throw new Invalid([{ at: 'comment', message: t('Schrijf eerst een reactie.', 'Write a comment first.') }])
  if (body.length > mostLetters) throw new Invalid([{ at: 'comment', message: t(`Een reactie heeft hoogstens ${mostLetters} tekens. Deze heeft er ${body.length}.`, `A comment has at most ${mostLetters} characters. This one has ${body.length}.`) }])
  if (body.includes('\0')) throw new Invalid([{ at: 'comment', message: t('In de reactie staat een teken dat niet bewaard kan worden.', 'The comment holds a character that can’t be kept.') }])
  return body
}
