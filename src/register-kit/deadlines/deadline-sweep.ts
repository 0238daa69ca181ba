// Deadline sweep: every quarter of an hour whoever answers for an entry is told that a term ends soon or has passed, and of a passed term of law the DPO and privacy officers too; each once.
import { sql } from 'kysely'
import { z } from 'zod'
import { dayOf } from '../../ground/clock.ts'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { inLanguage, type Words } from '../../ground/words.ts'
import { inPlace, type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { enqueueMail, type MailLine } from '../../people/mail.ts'
import { listHolders } from '../../people/role-holders.ts'
import type { Register } from '../register.ts'
import { allRegisters } from '../tied-registers.ts'
import { sayEnd } from './deadline-words.ts'

export const deadlineSweepQueue = declareQueue('deadline-sweep', z.object({}), { timeLimit: 900 })
export const deadlineQueues = [deadlineSweepQueue]

type Kind = 'soon' | 'late'
type Told = { readonly id: string; readonly entryId: string; readonly kind: string; readonly regime: string; readonly number: string | null; readonly owner: string | null; readonly dueOn: string | null; readonly dueAt: Date; readonly register: Register }

const batch = 500
/** In one message; the list has the rest. */
const mostLines = 20

/** Takes the sweep upon this process, and plans it. */
export async function workDeadlines(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(deadlineSweepQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of rows) {
      if (signal.aborted) return
      const place = await jobPlace(house, id, { kind: 'system', task: 'deadline-sweep' })
      while (!signal.aborted && (await inPlace(house, place, (scope) => sweepDeadlines(scope))) >= batch) continue
    }
  })
  await jobs.schedule(deadlineSweepQueue, '*/15 * * * *', {})
}

/** Tells of what ends soon and of what has ended, a batch of each, and marks that it was told. @returns how many deadlines that were in the larger of the two */
export async function sweepDeadlines(scope: Scope, registers: readonly Register[] = allRegisters()): Promise<number> {
  const timed = registers.filter(({ deadlines }) => deadlines !== undefined)
  const late = await untold(scope, timed, 'late')
  const soon = await untold(scope, timed, 'soon')
  if (late.length + soon.length === 0) return 0
  const officers = await holding(scope, 'privacy_officer')
  const watchers = late.some(isOfLaw) ? [...new Set([...officers, ...await holding(scope, 'dpo')])] : officers
  await tell(scope, 'late', late, (one) => [...one.owner === null ? officers : [one.owner], ...isOfLaw(one) ? watchers : []])
  await tell(scope, 'soon', soon, ({ owner }) => owner === null ? officers : [owner])
  return Math.max(late.length, soon.length)
}

async function untold(scope: Scope, registers: readonly Register[], kind: Kind): Promise<Told[]> {
  const found: Told[] = []
  const isDue = kind === 'late' ? sql`d.escalated_at is null and d.due_at <= ${scope.now}` : sql`d.reminded_at is null and d.remind_at <= ${scope.now} and d.due_at > ${scope.now}`
  for (const register of registers) {
    const { named, table, key, deadlines } = register
    const { rows } = await sql<Omit<Told, 'register'>>`
      update deadline set ${kind === 'late' ? sql`escalated_at` : sql`reminded_at`} = ${scope.now} from (
        select d.id, t.${sql.ref(named.number.field)} as number, ${named.owner === undefined ? sql`null::uuid` : sql.ref(`t.${named.owner}`)} as owner
        from deadline d join ${sql.table(table)} t on t.organisation_id = d.organisation_id and t.id = d.entry_id
        where d.organisation_id = ${scope.organisation.id} and d.register = ${key} and d.kind = any(${Object.keys(deadlines!)}) and d.met_at is null and d.lapsed_at is null and d.suspended_at is null and ${isDue}
        order by d.due_at limit ${batch - found.length} for update of d skip locked) told
      where deadline.organisation_id = ${scope.organisation.id} and deadline.id = told.id
      returning deadline.id, deadline.entry_id as "entryId", deadline.kind, deadline.regime, told.number, told.owner, deadline.due_on as "dueOn", deadline.due_at as "dueAt"`.execute(scope.tx)
    found.push(...rows.map((row) => ({ ...row, register })))
  }
  return found.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}

/** An own term that stays late is told further by the work list, after the patience that the organisation chose. */
const isOfLaw = ({ regime }: Told) => regime !== 'own'

/** Those who hold a role for the whole organisation today. */
async function holding(scope: Scope, role: Role): Promise<string[]> {
  const { holders } = await listHolders(scope, role)
  const today = dayOf(scope.now)
  return [...new Set(holders.filter(({ isActive, departmentId, validFrom }) => isActive && departmentId === null && validFrom <= today).map(({ personId }) => personId))]
}

/** One message a person. */
async function tell(scope: Scope, kind: Kind, told: readonly Told[], whom: (one: Told) => readonly string[]): Promise<void> {
  const byPerson = new Map<string, Told[]>()
  for (const one of told) for (const person of new Set(whom(one))) byPerson.set(person, [...byPerson.get(person) ?? [], one])
  for (const [personId, theirs] of byPerson) {
    const more = theirs.length - mostLines
    await enqueueMail(scope, {
      personId, kind: kind === 'late' ? 'escalation' : 'notice', subject: subjects[kind](theirs.length),
      lines: [openings[kind], ...theirs.slice(0, mostLines).map((one) => lineOf(scope, one)), ...(more > 0 ? [{ nl: `En nog ${more}. U vindt ze in uw werk.`, en: `And ${more} more. You find them in your work.` }] : [])],
      link: { words: { nl: 'Naar mijn werk', en: 'To my work' }, path: `/${scope.organisation.slug}/mijn-werk` },
    })
  }
}

const subjects: Readonly<Record<Kind, (count: number) => Words>> = {
  late: (count) => count === 1 ? { nl: 'Een termijn is voorbij', en: 'A deadline has passed' } : { nl: `${count} termijnen zijn voorbij`, en: `${count} deadlines have passed` },
  soon: (count) => count === 1 ? { nl: 'Een termijn loopt bijna af', en: 'A deadline is near' } : { nl: `${count} termijnen lopen bijna af`, en: `${count} deadlines are near` },
}

const openings: Readonly<Record<Kind, Words>> = {
  late: { nl: 'Deze termijnen zijn voorbij. Doe vandaag wat nodig is, en vertel wie wacht dat het later wordt.', en: 'These deadlines have passed. Do today what is needed, and tell whoever waits that it will be later.' },
  soon: { nl: 'Deze termijnen lopen bijna af.', en: 'These deadlines end soon.' },
}

/** By number and never by title: what an entry is called may say something of a person. */
function lineOf({ organisation }: Scope, { register, kind, number, entryId, dueOn, dueAt }: Told): MailLine {
  const { words } = register.deadlines![kind]!
  const end = (language: 'nl' | 'en') => inLanguage(language, () => sayEnd({ dueOn, dueAt }))
  return {
    item: { nl: `${words.nl}: ${register.words.one.nl} ${number ?? ''}, ${dueOn === null ? 'tot' : 'tot en met'} ${end('nl')}`, en: `${words.en}: ${register.words.one.en} ${number ?? ''}, ${dueOn === null ? 'until' : 'up to and including'} ${end('en')}` },
    path: `/${organisation.slug}/${register.path}/${entryId}`,
  }
}
