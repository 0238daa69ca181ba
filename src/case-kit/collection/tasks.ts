// Collection tasks: who was asked for which data of a case, by when, and what became of it.
import { sql } from 'kysely'
import { eraseFiles } from '../../ground/files.ts'
import { newId } from '../../ground/ids.ts'
import { Conflict, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { type Language, t, type Words } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import { sealJson, unsealJson } from './sealed-content.ts'
import { mayHappen, type Others, type Party, type TaskAct, type TaskState } from './task-rules.ts'

/** What is asked, and by what the person is found: no more of the case goes along. */
export type Asked = { readonly question: string; readonly finders: readonly { readonly words: Words; readonly value: string }[]; readonly number: string | null }
export type Answer = { readonly note: string | null; readonly data: string | null }

export type Task = {
  readonly id: string; readonly register: string; readonly entryId: string; readonly party: Party; readonly aboutId: string; readonly aboutName: string
  readonly personId: string | null; readonly person: string | null; readonly contactEmail: string | null; readonly language: Language
  readonly asked: Asked; readonly answer: Answer | null; readonly periodFrom: string | null; readonly periodUntil: string | null; readonly dueOn: string; readonly state: TaskState
  readonly linkVersion: number; readonly askedAt: Date; readonly askedBy: string | null; readonly acceptedAt: Date | null; readonly answeredAt: Date | null; readonly answeredBy: string | null
  readonly checkedAt: Date | null; readonly checkedBy: string | null; readonly others: Others | null; readonly isPortable: boolean
}

export type NewTask = Pick<Task, 'register' | 'entryId' | 'party' | 'aboutId' | 'aboutName' | 'personId' | 'contactEmail' | 'language' | 'asked' | 'periodFrom' | 'periodUntil' | 'dueOn'>

type Row = Omit<Task, 'asked' | 'answer'> & { askedSealed: Buffer; answerSealed: Buffer | null }

export async function ask(scope: Scope, task: NewTask): Promise<Task> {
  const id = newId()
  await scope.tx.insertInto('collection_task').values({
    organisation_id: scope.organisation.id, id, register: task.register, entry_id: task.entryId, party: task.party, about_id: task.aboutId, about_name: task.aboutName, person_id: task.personId, contact_email: task.contactEmail,
    language: task.language, asked: sealJson(scope.organisation, askedPlace(id), task.asked), period_from: task.periodFrom, period_until: task.periodUntil, due_on: task.dueOn, asked_at: scope.now, asked_by: personOf(scope.actor),
  }).execute()
  await writeHistory(scope, task.register, [{ entryId: task.entryId, verb: 'collect_ask', note: task.aboutName }])
  return readTask(scope, id)
}

/** Tasks of a case, in the order in which they were asked. */
export function readTasks(scope: Scope, register: string, entryId: string): Promise<Task[]> {
  return read(scope, sql`t.register = ${register} and t.entry_id = ${entryId}`)
}

/** @throws NotFound */
export async function readTask(scope: Scope, id: string, { lock = false }: { readonly lock?: boolean } = {}): Promise<Task> {
  if (lock) await sql`select from collection_task where organisation_id = ${scope.organisation.id} and id = ${id} for update`.execute(scope.tx)
  const [found] = await read(scope, sql`t.id = ${id}`)
  if (!found) throw new NotFound(t('Deze vraag om gegevens bestaat niet (meer).', 'This request for data doesn’t exist (any more).'))
  return found
}

/** Tasks that wait for a colleague, the most urgent first. */
export function tasksFor(scope: Scope, personId: string): Promise<Task[]> {
  return read(scope, sql`t.person_id = ${personId} and t.state in ('asked', 'accepted')`)
}

type Change = Partial<{ answer: Answer; others: Others; isPortable: boolean; dueOn: string }>

/** Does something to a task that was read under a lock, and writes it in the history of the case. @throws Refused when it can't be done now */
export async function actOnTask(scope: Scope, task: Task, act: TaskAct, change: Change = {}): Promise<void> {
  if (!mayHappen(act, task)) throw new Refused(t('Dit kan nu niet meer: er is intussen iets veranderd. Bekijk de vraag opnieuw.', 'This isn’t possible any more: something has changed. Look at the request again.'))
  const answered = { answered_at: scope.now, answered_by: personOf(scope.actor), answer: change.answer ? sealJson(scope.organisation, answerPlace(task.id), change.answer) : null }
  const columns = {
    accept: { state: 'accepted', accepted_at: scope.now }, deliver: { state: 'delivered', ...answered }, find_nothing: { state: 'nothing_found', ...answered }, refuse: { state: 'refused', ...answered },
    check: { checked_at: scope.now, checked_by: personOf(scope.actor), others: change.others ?? null, is_portable: change.isPortable ?? false },
    // The link stays as it was made, but leads nowhere any more.
    withdraw: { state: 'withdrawn', link_version: task.linkVersion + 1 },
    ask_again: { state: 'asked', answered_at: null, answered_by: null, checked_at: null, checked_by: null, others: null, is_portable: false, reminded_at: null, late_told_at: null, ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }) },
  }[act]
  const done = await scope.tx.updateTable('collection_task').set(columns).where('organisation_id', '=', scope.organisation.id).where('id', '=', task.id).where('state', '=', task.state).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Conflict()
  await writeHistory(scope, task.register, [{ entryId: task.entryId, verb: `collect_${act}`, note: task.aboutName }])
}

/** Takes tasks away whose case is gone, with every byte that was delivered. */
export async function dropOrphans(scope: Scope): Promise<void> {
  const { rows } = await sql<{ register: string }>`select distinct register from collection_task where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  for (const { register } of rows) {
    const table = registerOf(register)?.table
    if (table === undefined) continue
    const gone = await sql<{ id: string }>`select c.id from collection_task c where c.organisation_id = ${scope.organisation.id} and c.register = ${register}
      and not exists (select from ${sql.table(table)} e where e.organisation_id = c.organisation_id and e.id = c.entry_id) limit 500`.execute(scope.tx)
    const ids = gone.rows.map(({ id }) => id)
    if (ids.length === 0) continue
    const files = await scope.tx.deleteFrom('collection_file').where('organisation_id', '=', scope.organisation.id).where('task_id', 'in', ids).returning('file_id').execute()
    await eraseFiles(scope, files.map(({ file_id }) => file_id))
    await scope.tx.deleteFrom('collection_task').where('organisation_id', '=', scope.organisation.id).where('id', 'in', ids).execute()
  }
}

const askedPlace = (id: string) => `collection-asked:${id}`
const answerPlace = (id: string) => `collection-answer:${id}`

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<Task[]> {
  const { rows } = await sql<Row>`
    select t.id, t.register, t.entry_id as "entryId", t.party, t.about_id as "aboutId", t.about_name as "aboutName", t.person_id as "personId", p.name as person, t.contact_email as "contactEmail", t.language,
      t.asked as "askedSealed", t.answer as "answerSealed", t.period_from as "periodFrom", t.period_until as "periodUntil", t.due_on as "dueOn", t.state, t.link_version as "linkVersion", t.asked_at as "askedAt", a.name as "askedBy",
      t.accepted_at as "acceptedAt", t.answered_at as "answeredAt", w.name as "answeredBy", t.checked_at as "checkedAt", c.name as "checkedBy", t.others, t.is_portable as "isPortable"
    from collection_task t left join person p on p.organisation_id = t.organisation_id and p.id = t.person_id left join person a on a.organisation_id = t.organisation_id and a.id = t.asked_by
      left join person w on w.organisation_id = t.organisation_id and w.id = t.answered_by left join person c on c.organisation_id = t.organisation_id and c.id = t.checked_by
    where t.organisation_id = ${scope.organisation.id} and ${which} order by t.id limit 500`.execute(scope.tx)
  return rows.map(({ askedSealed, answerSealed, ...row }) => ({
    ...row, asked: unsealJson<Asked>(scope.organisation, askedPlace(row.id), askedSealed), answer: answerSealed === null ? null : unsealJson<Answer>(scope.organisation, answerPlace(row.id), answerSealed),
  }))
}
