// Mentions: whom a comment is meant for, whether they have seen it, and the tasks that those who haven't find on their first page.
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { sayMoment } from '../../ground/clock.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import type { Task } from '../../page-kit/progress.tsx'
import { type Collaboration, entryHref, type OpenedEntry } from './book.ts'
import { type Colleague, colleaguesFor } from './colleagues.ts'
import type { Comment, Thread } from './comments.ts'

const mostMentioned = 30
const mostTasks = 20

/**
 * The colleagues that a new comment names: those chosen, and those whose whole name stands in it after an @.
 * @throws Invalid when somebody was chosen who may not see the entry
 */
export async function acceptMentions(scope: Scope, collaboration: Collaboration, entry: OpenedEntry, body: string, chosen: readonly string[]): Promise<string[]> {
  const colleagues = await colleaguesFor(scope, collaboration, entry)
  const wanted = new Set([...chosen.filter((id) => id !== ''), ...namedIn(body, colleagues)])
  const refuse = (message: string) => { throw new Invalid([{ at: 'mentions', message }]) }
  if (wanted.size > mostMentioned) refuse(t(`Noem hoogstens ${mostMentioned} collega’s tegelijk.`, `Name at most ${mostMentioned} colleagues at once.`))
  if (![...wanted].every((id) => colleagues.some((colleague) => colleague.id === id))) {
    refuse(t('Een van de gekozen collega’s mag dit niet zien of doet niet meer mee. Kies opnieuw.', 'One of the colleagues you chose may not see this or has left. Choose again.'))
  }
  return [...wanted]
}

/** Keeps whom a comment is for. An answer is also for whoever spoke in the thread before. */
export async function addMentions(scope: Scope, commentId: string, named: readonly string[], thread: Thread | undefined): Promise<void> {
  const spoke = thread ? [thread, ...thread.answers].filter(({ body }) => body !== null).map(({ personId }) => personId) : []
  const answered = [...new Set(spoke)].filter((id) => id !== personOf(scope.actor) && !named.includes(id))
  const row = (kind: 'named' | 'answered') => (id: string) => ({ organisation_id: scope.organisation.id, comment_id: commentId, person_id: id, kind })
  await insertRows(scope.tx, 'comment_mention', [...named.map(row('named')), ...answered.map(row('answered'))])
}

/** The actor sees the comments of an entry now. Gives those that were new to them. */
export async function markSeen(scope: Scope, threads: readonly Thread[]): Promise<ReadonlySet<string>> {
  const me = personOf(scope.actor)
  const mine = threads.flatMap((thread): Comment[] => [thread, ...thread.answers]).filter(({ mentioned }) => mentioned.some(({ id }) => id === me)).map(({ id }) => id)
  if (me === null || mine.length === 0) return new Set()
  const result = await sql<{ id: string }>`update comment_mention set seen_at = ${scope.now}
    where organisation_id = ${scope.organisation.id} and person_id = ${me} and seen_at is null and comment_id = any(${mine}::uuid[]) returning comment_id as id`.execute(scope.tx)
  return new Set(result.rows.map(({ id }) => id))
}

/** What colleagues said to the actor and the actor hasn't seen, newest first; only of entries that the actor may (still) see. */
export async function mentionTasks(scope: Scope, collaborations: readonly Pick<Collaboration, 'book' | 'open'>[]): Promise<Task[]> {
  const me = personOf(scope.actor)
  if (me === null) return []
  const found = await sql<{ id: string; register: string; entryId: string; kind: 'named' | 'answered'; personId: string; by: string; at: Date }>`
    select c.id, c.register, c.entry_id as "entryId", m.kind, c.person_id as "personId", p.name as by, c.at
    from comment_mention m join entry_comment c on c.organisation_id = m.organisation_id and c.id = m.comment_id
      join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where m.organisation_id = ${scope.organisation.id} and m.person_id = ${me} and m.seen_at is null and c.register = any(${collaborations.map(({ book }) => book.key)})
    order by m.comment_id desc limit ${mostTasks}`.execute(scope.tx)
  const shown: { row: (typeof found.rows)[number]; book: Collaboration['book']; entry: OpenedEntry }[] = []
  for (const row of found.rows) {
    const { book, open } = collaborations.find((one) => one.book.key === row.register)!
    const entry = await openIfSeen(scope, open, row.entryId)
    if (entry) shown.push({ row, book, entry })
  }
  await recordAccess(scope, { name: 'Reacties van collega’s gemeld', subjects: shown.map(({ row }) => ({ type: 'person', id: row.personId })) })
  return shown.map(({ row, book, entry }) => ({
    words: row.kind === 'named' ? t(`${row.by} noemde u bij ${entry.title}`, `${row.by} mentioned you at ${entry.title}`) : t(`${row.by} antwoordde u bij ${entry.title}`, `${row.by} answered you at ${entry.title}`),
    href: `${entryHref(scope, book, entry.id)}#reactie-${row.id}`, detail: `${say(book.words.many)} · ${sayMoment(row.at)}`, icon: 'person',
  }))
}

async function openIfSeen(scope: Scope, open: Collaboration['open'], entryId: string): Promise<OpenedEntry | undefined> {
  try {
    return await open(scope, entryId)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** Of two colleagues with the same name neither is meant by it: who is, must be chosen. */
function namedIn(body: string, colleagues: readonly Colleague[]): string[] {
  const said = body.toLowerCase()
  const named = colleagues.filter(({ name }) => isNamed(said, name.toLowerCase()))
  return named.filter(({ name }) => named.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length === 1).map(({ id }) => id)
}

// “@Jan de Wit” names Jan de Wit and not Jan de Witte.
function isNamed(said: string, name: string): boolean {
  for (let at = said.indexOf(`@${name}`); at >= 0; at = said.indexOf(`@${name}`, at + 1)) if (!/[\p{L}\d]/u.test(said[at + name.length + 1] ?? '')) return true
  return false
}
