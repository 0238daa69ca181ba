// Knowledge of the demo world: questions asked and answered, work instructions in force and in the making, and privacy meetings, each act by its actor at its moment.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../ground/clock.ts'
import type { Actor, Role, Scope } from '../ground/scope.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { privacyMeetings } from '../registers/privacy-meetings/register.ts'
import { questions } from '../registers/questions/register.ts'
import { type RequiredSubject, requiredSubjects } from '../registers/work-instructions/declaration.ts'
import { workInstructions } from '../registers/work-instructions/register.ts'
import { instructionOn } from './instruction-texts.ts'
import { type Held, meetingsOf } from './meetings-held.ts'
import type { DemoOrganisation } from './organisation.ts'
import { questionsOf } from './questions-asked.ts'
import type { Settled } from './settle.ts'

/** Of the instructions that fit the organisation: those that are still a draft, and those that nobody has written yet. */
const unfinished: Readonly<Record<string, { readonly drafts: readonly RequiredSubject[]; readonly missing: readonly RequiredSubject[] }>> = {
  lekhoven: { drafts: ['cameras'], missing: ['devices'] }, 'ict-westerwaard': { drafts: ['archives'], missing: [] }, postwijzer: { drafts: ['devices'], missing: [] },
}

/** Makes it all, up to the scope's `now`. */
export async function playKnowledge(scope: Scope, demo: DemoOrganisation, settled: Settled): Promise<void> {
  const cast = castOf(demo, settled)
  const at = (daysAgo: number, actor: Actor): Scope => ({ ...scope, now: weekday(scope.now, daysAgo), actor })
  await askQuestions(at, demo, cast)
  await writeInstructions(at, demo, settled, cast)
  await holdMeetings(at, demo, cast)
  for (const register of [questions, workInstructions, privacyMeetings]) {
    const rows = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
    await refreshThese(scope, register, rows.rows.map(({ id }) => id))
  }
}

type At = (daysAgo: number, actor: Actor) => Scope
/** Persons and departments that play a part, as actors and as ids. */
type Cast = ReturnType<typeof castOf>

function castOf(demo: DemoOrganisation, { names, actorFor }: Settled) {
  const firstWith = (role: Role) => demo.people.find(({ roles }) => roles.some((held) => held.role === role))!
  const idOf = (role: Role) => names.people.get(firstWith(role).name)!
  const department = firstWith('employee').department!
  return { idOf, actor: (role: 'dpo' | 'privacy_officer' | 'ciso' | 'employee') => actorFor(role === 'privacy_officer' ? 'officer' : role, department), department, departmentId: names.departments.get(department)! }
}

async function askQuestions(at: At, { kind }: DemoOrganisation, { actor, departmentId }: Cast): Promise<void> {
  for (const [place, { title, subject, question, asked, reply }] of questionsOf(kind).entries()) {
    const id = await createEntry(at(asked, actor('employee')), questions, { ...emptyInput(questions.fields), title, subject, question, department: departmentId, number: `V-${String(place + 1).padStart(3, '0')}`, is_private: reply?.isShared === false ? true : null })
    if (reply) await perform(at(reply.answered, actor(reply.by === 'officer' ? 'privacy_officer' : reply.by)), questions, 'reply', id, { answer: reply.answer, sources: reply.sources, is_shared: reply.isShared })
  }
}

async function writeInstructions(at: At, { slug, kind, departments }: DemoOrganisation, { names }: Settled, { actor, idOf }: Cast): Promise<void> {
  const { drafts = [], missing = [] } = unfinished[slug] ?? {}
  const officer = actor('privacy_officer')
  const department = names.departments.get(departments.at(-1)!.name)!
  let number = 0
  for (const [place, subject] of (Object.keys(requiredSubjects) as RequiredSubject[]).entries()) {
    const text = missing.includes(subject) ? undefined : instructionOn(subject, kind, 'de privacy officer')
    if (!text) continue
    const written = 300 - place * 20
    const id = await createEntry(at(written, officer), workInstructions, { ...emptyInput(workInstructions.fields), ...text, subject, department, owner: idOf('privacy_officer'), number: `WI-${String(++number).padStart(3, '0')}` })
    if (!drafts.includes(subject)) await perform(at(written - 5, officer), workInstructions, 'issue', id, { note: null })
  }
}

async function holdMeetings(at: At, demo: DemoOrganisation, { actor, idOf }: Cast): Promise<void> {
  const chair = actor('dpo')
  const persons = { dpo: idOf('dpo'), officer: idOf('privacy_officer'), ciso: idOf('ciso'), iso: idOf('iso') }
  const day = (daysAgo: number) => dayOf(at(daysAgo, chair).now)
  for (const [place, { name, planned, agenda, held }] of meetingsOf(demo.slug).entries()) {
    const meeting = {
      ...emptyInput(privacyMeetings.fields), name, kind: 'privacy', planned_on: day(planned), place: '10.00 uur, kleine vergaderkamer', number: `PO-${String(place + 1).padStart(3, '0')}`,
      participants: Object.entries(persons).map(([key, person]) => ({ person, part: key === 'dpo' ? 'chair' : 'member', was_there: held ? true : null })),
      agenda: agenda.map((matter) => ({ matter, link: null, note: null })),
    }
    const id = await createEntry(at(Math.max(planned, 0) + 14, chair), privacyMeetings, meeting)
    if (held) await minute(at, id, meeting, held, planned, { chair, persons, day })
  }
}

async function minute(at: At, id: string, meeting: Readonly<Record<string, unknown>>, { minutes, decisions, actions }: Held, planned: number, { chair, persons, day }: { chair: Actor; persons: Readonly<Record<string, string>>; day: (daysAgo: number) => string }): Promise<void> {
  const held = at(planned, chair)
  await perform(held, privacyMeetings, 'hold', id, { held_on: day(planned), minutes })
  await perform({ ...held, now: new Date(held.now.getTime() + 1000) }, privacyMeetings, 'change', id, {
    ...meeting, held_on: day(planned), minutes, decisions: decisions.map(([decision, reason]) => ({ decision, reason })),
    actions: actions.map(({ action, who, due, done }) => ({ action, owner: persons[who]!, due_on: day(due), done_on: done === undefined ? null : day(done), task: null })),
  })
}

/** So many days ago, or ahead when negative, on a weekday; what has happened by now lies before it. */
function weekday(now: Date, daysAgo: number): Date {
  const at = new Date(now.getTime() - daysAgo * 86_400_000)
  // By the Dutch day: late in the evening the day of UTC is another one.
  at.setUTCDate(at.getUTCDate() - Math.max(0, Temporal.PlainDate.from(dayOf(at)).dayOfWeek - 5))
  return daysAgo < 0 ? at : new Date(Math.min(at.getTime(), now.getTime() - 60_000))
}
