// Reminders: whoever is asked for data is reminded once before the day and told once after it, with whoever handles the case; whatever crashes or restarts in between.
import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '../../calendar/days.ts'
import { dayOf } from '../../ground/clock.ts'
import { sweepReceived } from '../../ground/files.ts'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { enqueueMail } from '../../people/mail.ts'
import { listHolders } from '../../people/role-holders.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import { numberWords } from './task-number.ts'
import { remindDaysBefore } from './task-rules.ts'
import { dropOrphans, readTask, type Task } from './tasks.ts'
import { tellAsked } from './tell.ts'

export const collectionSweepQueue = declareQueue('collection-sweep', z.object({}), { timeLimit: 900 })
export const collectionQueues = [collectionSweepQueue]

const batch = 200

/** Takes the sweep upon this process, and plans it. */
export async function workCollection(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(collectionSweepQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of rows) {
      if (signal.aborted) return
      const place = await jobPlace(house, id, { kind: 'system', task: 'collection-sweep' })
      while (!signal.aborted && (await inPlace(house, place, (scope) => remindOfTasks(scope))) >= batch) continue
      await inPlace(house, place, dropOrphans)
      await inPlace(house, place, sweepReceived)
    }
  })
  await jobs.schedule(collectionSweepQueue, '5-59/15 * * * *', {})
}

/** Tells a batch of what is near and a batch of what is late, and marks that it was told. @returns how many there were in the larger of the two */
export async function remindOfTasks(scope: Scope): Promise<number> {
  const today = dayOf(scope.now)
  const late = await untold(scope, sql`late_told_at`, sql`due_on < ${today}`)
  const soon = await untold(scope, sql`reminded_at`, sql`due_on >= ${today} and due_on <= ${addDays(today, remindDaysBefore)}`)
  for (const id of soon) await tellAsked(scope, await readTask(scope, id), 'soon')
  const tasks: Task[] = []
  for (const id of late) {
    const task = await readTask(scope, id)
    await tellAsked(scope, task, 'late')
    tasks.push(task)
  }
  await tellKeepers(scope, tasks)
  return Math.max(late.length, soon.length)
}

/** Marks and gives those of which nothing was told yet; another process that sweeps at the same time passes over them. */
async function untold(scope: Scope, mark: ReturnType<typeof sql>, which: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update collection_task set ${mark} = ${scope.now} from (
      select id as told from collection_task where organisation_id = ${scope.organisation.id} and state in ('asked', 'accepted') and ${mark} is null and ${which} order by due_on, id limit ${batch} for update skip locked) due
    where organisation_id = ${scope.organisation.id} and id = told returning id`.execute(scope.tx)
  return rows.map(({ id }) => id)
}

/** Whoever handles the case, or the privacy officers where nobody does: one message a person, by number. */
async function tellKeepers(scope: Scope, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return
  const today = dayOf(scope.now)
  const { holders } = await listHolders(scope, 'privacy_officer')
  const officers = holders.filter(({ isActive, departmentId, validFrom }) => isActive && departmentId === null && validFrom <= today).map(({ personId }) => personId)
  const byPerson = new Map<string, Task[]>()
  for (const task of tasks) {
    const owner = await keeperOf(scope, task)
    for (const person of new Set(owner === null ? officers : [owner])) byPerson.set(person, [...byPerson.get(person) ?? [], task])
  }
  for (const [personId, theirs] of byPerson) {
    await enqueueMail(scope, {
      personId, kind: 'escalation', subject: theirs.length === 1 ? { nl: 'Gegevens zijn te laat', en: 'Data are late' } : { nl: `${theirs.length} keer zijn gegevens te laat`, en: `Data are late ${theirs.length} times` },
      lines: [
        { nl: 'Deze gegevens zijn niet op tijd aangeleverd. Neem contact op, of laat de persoon die wacht weten dat het later wordt.', en: 'These data were not delivered in time. Get in touch, or tell whoever waits that it will be later.' },
        ...theirs.slice(0, 20).map((task) => ({ item: numberWords(task), path: `/${scope.organisation.slug}/${registerOf(task.register)?.path ?? ''}/${task.entryId}#ophalen` })),
      ],
    })
  }
}

async function keeperOf(scope: Scope, { register: key, entryId }: Task): Promise<string | null> {
  const register = registerOf(key)
  if (!register?.named.owner) return null
  const { rows } = await sql<{ owner: string | null }>`select p.id as owner from ${sql.table(register.table)} t join person p on p.organisation_id = t.organisation_id and p.id = t.${sql.ref(register.named.owner)} and p.is_active
    where t.organisation_id = ${scope.organisation.id} and t.id = ${entryId}`.execute(scope.tx)
  return rows[0]?.owner ?? null
}
