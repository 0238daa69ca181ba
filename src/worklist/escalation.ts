// Escalation: what is late by some days is told, once, to whoever is accountable: the process owner of its department, or else the privacy officer.
import { sql } from 'kysely'
import { addDays, startOfDay } from '../calendar/days.ts'
import { dayOf, sayDay } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Actor, Role, Scope } from '../ground/scope.ts'
import { inLanguage, t, type Words } from '../ground/words.ts'
import { listDepartments, withReach } from '../people/departments.ts'
import { enqueueMail } from '../people/mail.ts'
import { dueDeadlines } from '../register-kit/deadlines/due-deadlines.ts'
import type { Register } from '../register-kit/register.ts'
import { tasks } from '../registers/tasks/register.ts'
import { plainWords } from './due-work.ts'
import { doerOn } from './own-tasks.ts'

/** Days of patience where nobody chose otherwise. */
const usualPatience = 7

type Late = { readonly item: string; readonly register: Register; readonly entryId: string; readonly words: Words; readonly dueOn: string; readonly department: string | null; readonly doer: string | null; readonly role: string | null }
type Overseer = Extract<Actor, { kind: 'person' }>

/** Days after which something late is told; null is never. */
export async function readPatience(scope: Scope): Promise<number | null> {
  const row = await scope.tx.selectFrom('work_setting').select('escalate_after_days').where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return row ? row.escalate_after_days : usualPatience
}

/** @throws Invalid */
export async function keepPatience(scope: Scope, typed: string): Promise<void> {
  const days = typed === '' ? null : /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (days !== null && (days < 1 || days > 365)) throw new Invalid([{ at: 'days', message: t('Vul een aantal dagen in van 1 tot en met 365, of laat het leeg.', 'Fill in a number of days from 1 to 365, or leave it empty.') }])
  await scope.tx.insertInto('work_setting').values({ organisation_id: scope.organisation.id, escalate_after_days: days }).onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ escalate_after_days: days })).execute()
}

/** Puts one mail for each who is to hear of something in the outbox, in the scope's transaction; what was told before isn't told again. @returns how many */
export async function escalate(scope: Scope): Promise<number> {
  const patience = await readPatience(scope)
  const today = dayOf(scope.now)
  // What was told of long ago is forgotten; by then it is done, or its day has changed.
  await scope.tx.deleteFrom('work_escalation').where('organisation_id', '=', scope.organisation.id).where('told_on', '<', addDays(today, -730)).execute()
  if (patience === null) return 0
  const late = await lateBy(scope, addDays(today, -patience))
  if (late.length === 0) return 0
  const overseers = await overseersOf(scope)
  const toTell = new Map<Overseer, Late[]>()
  for (const one of late) for (const overseer of accountableFor(one, overseers)) toTell.set(overseer, [...toTell.get(overseer) ?? [], one])
  let sent = 0
  for (const [overseer, items] of toTell) {
    const seen = await visibleTo(scope, overseer, items)
    const fresh = await notToldYet(scope, overseer.personId, seen, today)
    if (fresh.length > 0 && await tell(scope, overseer.personId, fresh)) sent += 1
  }
  return sent
}

/** The process owners of the department; where there are none, or they are to do it themselves, the privacy officers; never whoever is to do it. */
function accountableFor({ department, doer, role }: Late, overseers: readonly Overseer[]): Overseer[] {
  const holding = (wanted: Role, isWhole: boolean) => overseers.filter(({ personId, assignments }) => personId !== doer && assignments.some((held) =>
    held.role === wanted && (held.departmentIds === undefined ? isWhole : department !== null && held.departmentIds.includes(department))))
  const owners = role === 'process_owner' ? [] : holding('process_owner', false)
  return owners.length > 0 ? owners : holding('privacy_officer', true)
}

async function lateBy(scope: Scope, day: string): Promise<Late[]> {
  const { rows } = await sql<{ id: string; name: string; dueOn: string; department: string | null; doer: string | null; role: string | null }>`
    select t.id, t.name, t.due_on as "dueOn", t.department, ${doerOn(dayOf(scope.now))} as doer, case when t.owner is null then t.role end as role from task t where t.organisation_id = ${scope.organisation.id} and t.status = 'open' and t.due_on <= ${day} order by t.due_on, t.id limit 1000`.execute(scope.tx)
  const deadlines = await dueDeadlines(scope, { until: startOfDay(addDays(day, 1)) })
  return [
    ...rows.map(({ id, name, ...rest }) => ({ item: `tasks:${id}`, register: tasks, entryId: id, words: { nl: name, en: name }, ...rest })),
    ...deadlines.map(({ id, register, entryId, number, words, dueOn, dueAt, department, owner }) => ({ item: `deadline:${id}`, register, entryId, words: plainWords(words, register.words.one, number), dueOn: dueOn ?? dayOf(dueAt), department, doer: owner, role: null })),
  ].filter(({ dueOn }) => dueOn <= day)
}

async function overseersOf(scope: Scope): Promise<Overseer[]> {
  const today = dayOf(scope.now)
  const departments = await listDepartments(scope)
  const { rows } = await sql<{ personId: string; accountId: string; role: Role; department_id: string | null }>`
    select p.id as "personId", p.account_id as "accountId", a.role, a.department_id from role_assignment a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${scope.organisation.id} and p.is_active and p.account_id is not null and a.role in ('process_owner', 'privacy_officer') and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
    order by p.id, a.role, a.department_id`.execute(scope.tx)
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, held]) => ({ kind: 'person', personId, accountId: held[0]!.accountId, name: '', assignments: withReach(held, departments) }))
}

/** Nobody hears of an entry that they may not see (N-02). */
async function visibleTo(scope: Scope, actor: Actor, items: readonly Late[]): Promise<Late[]> {
  const seen = new Set<string>()
  for (const [register, some] of Map.groupBy(items, (item) => item.register)) {
    const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and t.id = any(${some.map(({ entryId }) => entryId)}::uuid[]) and ${register.visible(actor)}`.execute(scope.tx)
    for (const { id } of rows) seen.add(`${register.key}:${id}`)
  }
  return items.filter(({ register, entryId }) => seen.has(`${register.key}:${entryId}`))
}

async function notToldYet(scope: Scope, personId: string, items: readonly Late[], today: string): Promise<Late[]> {
  if (items.length === 0) return []
  const told = await scope.tx.insertInto('work_escalation').values(items.map(({ item, dueOn }) => ({ organisation_id: scope.organisation.id, item, due_on: dueOn, person_id: personId, told_on: today })))
    .onConflict((conflict) => conflict.columns(['organisation_id', 'item', 'due_on', 'person_id']).doNothing()).returning('item').execute()
  return items.filter(({ item }) => told.some((row) => row.item === item))
}

async function tell(scope: Scope, personId: string, items: readonly Late[]): Promise<boolean> {
  const { slug } = scope.organisation
  const dated = ({ nl, en }: Words, day: string): Words => ({ nl: `${nl} (${inLanguage('nl', () => sayDay(day))})`, en: `${en} (${inLanguage('en', () => sayDay(day))})` })
  const id = await enqueueMail(scope, {
    personId, kind: 'escalation', once: `escalation/${personId}/${items[0]!.item}/${items[0]!.dueOn}/${dayOf(scope.now)}`,
    subject: items.length === 1 ? { nl: 'Eén taak of termijn is te laat', en: 'One task or term is late' } : { nl: `${items.length} taken of termijnen zijn te laat`, en: `${items.length} tasks or terms are late` },
    lines: [
      { nl: 'U krijgt dit omdat u hiervoor verantwoordelijk bent of erop let. Degene die het doet, heeft het ook op de eigen lijst.', en: 'You get this because you are accountable for it or watch over it. Whoever is to do it has it on the own list too.' },
      ...items.slice(0, 50).map(({ words, dueOn, register, entryId }) => ({ item: dated(words, dueOn), path: `/${slug}/${register.path}/${entryId}` })),
      ...(items.length > 50 ? [{ nl: `En nog ${items.length - 50}.`, en: `And ${items.length - 50} more.` }] : []),
    ],
    link: { words: { nl: 'Naar het register van taken', en: 'To the register of tasks' }, path: `/${slug}/${tasks.path}` },
  })
  return id !== undefined
}
