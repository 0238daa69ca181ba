// Absence: who takes over a person's tasks from one day until another; each open task is handed over while it lasts, and comes back after it.
import { sql } from 'kysely'
import { daysBetween } from '../calendar/days.ts'
import { dayOf, sayDay } from '../ground/clock.ts'
import { type Fault, Invalid } from '../ground/refusals.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { inLanguage, t } from '../ground/words.ts'
import { enqueueMail } from '../people/mail.ts'
import { perform } from '../register-kit/perform.ts'
import { tasks } from '../registers/tasks/register.ts'

export type Absence = { readonly personId: string; readonly standInId: string; readonly standIn: string; readonly from: string; readonly until: string; readonly note: string | null }
export type AbsenceInput = { readonly standInId: string; readonly from: string | undefined; readonly until: string | undefined; readonly note: string | null }

/** The actor's own, running or to come. */
export async function findAbsence(scope: Scope): Promise<Absence | undefined> {
  const me = personOf(scope.actor)
  return me === null ? undefined : (await absences(scope, sql<boolean>`a.person_id = ${me} and a.until_on >= ${dayOf(scope.now)}`))[0]
}

/** Keeps the actor's absence and hands over at once what it covers today. @throws Invalid */
export async function keepAbsence(scope: Scope, input: AbsenceInput): Promise<void> {
  const me = personOf(scope.actor)
  if (me === null) return
  const { standInId, from, until } = await accepted(scope, me, input)
  await dropAbsence(scope)
  await scope.tx.insertInto('work_absence').values({ organisation_id: scope.organisation.id, person_id: me, stand_in_id: standInId, from_on: from, until_on: until, note: input.note, created_at: scope.now }).execute()
  if (from <= dayOf(scope.now)) await handOverFor(scope, (await findAbsence(scope))!)
}

/** The actor is back: what the stand-in has still open comes back too. */
export async function dropAbsence(scope: Scope): Promise<void> {
  const absence = await findAbsence(scope)
  if (!absence) return
  await scope.tx.deleteFrom('work_absence').where('organisation_id', '=', scope.organisation.id).where('person_id', '=', absence.personId).execute()
  for (const id of await openTasks(scope, sql`t.owner = ${absence.personId} and t.stand_in = ${absence.standInId} and t.stand_in_until = ${absence.until}`)) await perform(asSystem(scope), tasks, 'hand_over', id, { to: null })
}

/** Every morning: what was handed over for a time that is past comes back, and what came in for who is away goes to the stand-in. */
export async function carryOutAbsences(scope: Scope): Promise<void> {
  const today = dayOf(scope.now)
  for (const id of await openTasks(scope, sql`t.stand_in_until < ${today}`)) await perform(scope, tasks, 'hand_over', id, { to: null })
  for (const absence of await absences(scope, sql`a.from_on <= ${today} and a.until_on >= ${today} and s.is_active`)) await handOverFor(scope, absence)
  await scope.tx.deleteFrom('work_absence').where('organisation_id', '=', scope.organisation.id).where('until_on', '<', today).execute()
}

async function handOverFor(scope: Scope, { personId, standInId, until, note }: Absence): Promise<void> {
  const days = daysBetween(dayOf(scope.now), until)
  const ids = await openTasks(scope, sql`t.owner = ${personId} and t.stand_in is null`)
  for (const id of ids) await perform(scope, tasks, 'hand_over', id, { to: standInId, period: `P${days}D`, note, isTold: true })
  if (ids.length === 0) return
  await enqueueMail(scope, {
    personId: standInId, kind: 'delegation', subject: { nl: 'U neemt taken van een collega waar', en: 'You take over tasks of a colleague' },
    lines: [
      ids.length === 1 ? { nl: 'Eén taak van een collega die er niet is, staat nu bij u.', en: 'One task of a colleague who is away is now with you.' } : { nl: `${ids.length} taken van een collega die er niet is, staan nu bij u.`, en: `${ids.length} tasks of a colleague who is away are now with you.` },
      { nl: `Tot en met ${inLanguage('nl', () => sayDay(until))}. Daarna gaan ze vanzelf terug.`, en: `Until ${inLanguage('en', () => sayDay(until))}. After that they go back by themselves.` },
      ...(note === null ? [] : [{ nl: `Bericht: ${note}`, en: `Note: ${note}` }]),
    ],
    link: { words: { nl: 'Naar mijn werk', en: 'To my work' }, path: `/${scope.organisation.slug}/mijn-werk` },
  })
}

async function absences(scope: Scope, which: ReturnType<typeof sql>): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select a.person_id as "personId", a.stand_in_id as "standInId", s.name as "standIn", a.from_on as "from", a.until_on as "until", a.note
    from work_absence a join person s on s.organisation_id = a.organisation_id and s.id = a.stand_in_id
    where a.organisation_id = ${scope.organisation.id} and ${which} order by a.person_id`.execute(scope.tx)
  return rows
}

async function openTasks(scope: Scope, which: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from task t where t.organisation_id = ${scope.organisation.id} and t.status = 'open' and ${which} order by t.id`.execute(scope.tx)
  return rows.map(({ id }) => id)
}

async function accepted(scope: Scope, me: string, { standInId, from, until }: AbsenceInput): Promise<{ standInId: string; from: string; until: string }> {
  const today = dayOf(scope.now)
  const faults: Fault[] = []
  const known = (await standIns(scope)).some(({ value }) => value === standInId)
  if (!known || standInId === me) faults.push({ at: 'standIn', message: t('Kies een collega die uw taken overneemt.', 'Choose a colleague who takes over your tasks.') })
  if (from === undefined) faults.push({ at: 'from', message: t('Vul de eerste dag in, als 31-12-2026.', 'Fill in the first day, as 31-12-2026.') })
  if (until === undefined) faults.push({ at: 'until', message: t('Vul de laatste dag in, als 31-12-2026.', 'Fill in the last day, as 31-12-2026.') })
  else if (until < today) faults.push({ at: 'until', message: t('Deze dag is al voorbij.', 'This day is past.') })
  else if (from !== undefined && until < from) faults.push({ at: 'until', message: t('De laatste dag ligt vóór de eerste.', 'The last day is before the first.') })
  else if (daysBetween(today, until) > 366) faults.push({ at: 'until', message: t('Kies een dag binnen een jaar.', 'Choose a day within a year.') })
  if (faults.length > 0 || from === undefined || until === undefined) throw new Invalid(faults)
  return { standInId, from, until }
}

/** Colleagues who can take over: those with an account and a role today. */
export async function standIns(scope: Scope): Promise<{ value: string; label: string }[]> {
  const today = dayOf(scope.now)
  const { rows } = await sql<{ value: string; label: string }>`
    select p.id as value, p.name as label from person p where p.organisation_id = ${scope.organisation.id} and p.is_active and p.account_id is not null and p.id is distinct from ${personOf(scope.actor)}
      and exists (select from role_assignment a where a.organisation_id = p.organisation_id and a.person_id = p.id and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today}))
    order by p.name, p.id`.execute(scope.tx)
  return rows
}

/** What the actor handed over may have gone out of their reach meanwhile. */
function asSystem(scope: Scope): Scope {
  return { ...scope, actor: { kind: 'system', task: 'work-daily' } }
}
