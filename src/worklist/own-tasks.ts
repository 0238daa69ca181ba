// Own tasks: the open tasks of the register that are the actor's to do: their own, handed to them, or of a role that they hold; and what they handed to others.
import { type RawBuilder, sql } from 'kysely'
import { dayOf, sayDay } from '../ground/clock.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { recordAccess } from '../access-record/record.ts'
import { fields } from '../registers/tasks/declaration.ts'
import { tasks } from '../registers/tasks/register.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

type Row = { id: string; name: string; number: string; due: string | null; recurrence: string | null; changedAt: Date; department: string | null; ownerId: string | null; owner: string | null; standIn: string | null; standInId: string | null; until: string | null }

export const taskSource: WorkSource = { path: 'taken', words: tasks.words.many, items: ownTasks }

/** Whoever does a task now: its stand-in for as long as the handover lasts, else whose task it is. Over the alias `t`. */
export function doerOn(today: string): RawBuilder<string | null> {
  return sql`case when t.stand_in is not null and (t.stand_in_until is null or t.stand_in_until >= ${today}) then t.stand_in else t.owner end`
}

async function ownTasks(scope: Scope): Promise<WorkItem[]> {
  const me = personOf(scope.actor)
  if (me === null || scope.actor.kind !== 'person') return []
  const ofRole = scope.actor.assignments.map(({ role, departmentIds }) => sql`(t.role = ${role} and ${departmentIds === undefined ? sql`true` : sql`(t.department is null or t.department = any(${departmentIds}::uuid[]))`})`)
  const doer = doerOn(dayOf(scope.now))
  const rows = await openTasks(scope, sql`(${doer} = ${me} or (${doer} is null and (${ofRole.length === 0 ? sql`false` : sql.join(ofRole, sql` or `)})))`)
  return rows.map((row) => taskItem(scope, row, row.ownerId !== null && row.ownerId !== me ? t(`van ${row.owner}`, `from ${row.owner}`) : row.ownerId === null ? t('voor uw rol', 'for your role') : ''))
}

/** Tasks of the actor that somebody else does now. */
export async function handedOver(scope: Scope): Promise<WorkItem[]> {
  const me = personOf(scope.actor)
  if (me === null) return []
  const rows = await openTasks(scope, sql`t.owner = ${me} and ${doerOn(dayOf(scope.now))} is distinct from t.owner`)
  return rows.map((row) => taskItem(scope, row, row.until === null ? t(`bij ${row.standIn}`, `with ${row.standIn}`) : t(`bij ${row.standIn} tot en met ${sayDay(row.until)}`, `with ${row.standIn} until ${sayDay(row.until)}`)))
}

async function openTasks(scope: Scope, whose: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.name, t.number, t.due_on as due, t.recurrence, t.updated_at as "changedAt", d.name as department, t.owner as "ownerId", o.name as owner, s.name as "standIn", t.stand_in as "standInId", t.stand_in_until as until
    from task t left join department d on d.organisation_id = t.organisation_id and d.id = t.department
      left join person o on o.organisation_id = t.organisation_id and o.id = t.owner left join person s on s.organisation_id = t.organisation_id and s.id = t.stand_in
    where t.organisation_id = ${scope.organisation.id} and t.status = 'open' and ${whose} and ${tasks.visible(scope.actor)}
    order by t.due_on nulls last, t.sort_name, t.id limit 300`.execute(scope.tx)
  const me = personOf(scope.actor)
  const others = [...new Set(rows.flatMap(({ ownerId, standInId }) => [ownerId, standInId]).filter((id): id is string => id !== null && id !== me))]
  await recordAccess(scope, { name: 'Taken van collega’s gezien', subjects: others.map((id) => ({ type: 'person', id })) })
  return rows
}

function taskItem({ organisation: { slug } }: Scope, { id, name, number, due, recurrence, changedAt, department }: Row, whose: string): WorkItem {
  const often = recurrence === null || recurrence === 'once' ? '' : say(fields.recurrence.choices.find(({ key }) => key === recurrence)!.words).toLowerCase()
  return {
    key: `tasks:${id}`, words: name, plain: { nl: `Taak ${number}`, en: `Task ${number}` }, href: `/${slug}/${tasks.path}/${id}`, register: tasks.key, due, changedAt, icon: 'check',
    detail: [t('Taak', 'Task'), department, often, whose].filter(Boolean).join(' · '),
  }
}
