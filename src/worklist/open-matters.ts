// Open matters: what a privacy meeting may want to talk about, gathered from the whole product, each with the place where it stands (H-52).
import { sql } from 'kysely'
import { dayOf, sayDay } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { profileInForce } from '../policy/in-force.ts'
import { dueDeadlines } from '../register-kit/deadlines/due-deadlines.ts'
import { countEntries, listEntries, readListQuery } from '../register-kit/list-query.ts'
import { measureNorms } from '../register-kit/norms/measure-norms.ts'
import type { Register } from '../register-kit/register.ts'
import { lower } from '../register-kit/register-words.ts'
import { allRegisters, registerOf } from '../register-kit/tied-registers.ts'
import { coveredSubjects } from '../registers/work-instructions/actions.ts'
import { missingSubjects, requiredSubjects } from '../registers/work-instructions/declaration.ts'

export type MatterKind = 'actions' | 'late' | 'findings' | 'reviews' | 'questions' | 'measures' | 'norms' | 'instructions'

/** `words` in the reader's language; `href` an address of the product. */
export type Matter = { readonly kind: MatterKind; readonly words: string; readonly href: string }

/** So many of one kind; the rest is a click away. */
const most = 12

/** What the actor may see of it, by kind, the most urgent kinds first. */
export async function openMatters(scope: Scope): Promise<Matter[]> {
  return [
    ...await openActions(scope), ...await lateDeadlines(scope), ...await graveFindings(scope), ...await overdueReviews(scope),
    ...await openQuestions(scope), ...await lateMeasures(scope), ...await failingNorms(scope), ...await missingInstructions(scope),
  ]
}

const at = ({ organisation }: Scope, path: string) => `/${organisation.slug}/${path}`

/** Promised in an earlier meeting, and not done. */
async function openActions(scope: Scope): Promise<Matter[]> {
  const meetings = registerOf('privacy-meetings')!
  const { rows } = await sql<{ id: string; action: string; due_on: string | null }>`
    select t.id, a.action, a.due_on from privacy_meeting t join privacy_meeting_actions a on a.organisation_id = t.organisation_id and a.entry_id = t.id
      left join task w on w.organisation_id = a.organisation_id and w.id = a.task
    where t.organisation_id = ${scope.organisation.id} and t.status = 'held' and a.done_on is null and w.status is distinct from 'done' and w.status is distinct from 'dropped' and a.action is not null and ${meetings.visible(scope.actor)} order by a.due_on nulls last, t.id, a.position limit ${most}`.execute(scope.tx)
  return rows.map(({ id, action, due_on }) => ({ kind: 'actions', words: due_on === null ? action : t(`${action} (klaar op ${sayDay(due_on)})`, `${action} (due ${sayDay(due_on)})`), href: at(scope, `${meetings.path}/${id}`) }))
}

async function lateDeadlines(scope: Scope): Promise<Matter[]> {
  const found = await dueDeadlines(scope, { until: scope.now, most })
  return found.slice(0, most).map(({ register, entryId, title, words }) => ({ kind: 'late', words: `${say(words)}: ${title}`, href: at(scope, `${register.path}/${entryId}`) }))
}

function graveFindings(scope: Scope): Promise<Matter[]> {
  const asked = ['blocking', 'serious'] as const
  return eachRegister(scope, ({ rules }) => asked.filter((severity) => Object.values(rules).some((rule) => rule.severity === severity)).map((severity) => ({
    parameters: new URLSearchParams({ ernst: severity }),
    matter: (register, count) => ({ kind: 'findings', words: severity === 'blocking' ? sayCount(register, count, 'met een blokkerende bevinding', 'with a blocking finding') : sayCount(register, count, 'met een ernstige bevinding', 'with a serious finding') }),
  })))
}

function overdueReviews(scope: Scope): Promise<Matter[]> {
  return eachRegister(scope, ({ reviewBy }) => reviewBy === undefined ? [] : [{
    parameters: new URLSearchParams({ controle: 'overdue' }), matter: (register, count) => ({ kind: 'reviews', words: sayCount(register, count, 'te laat nagekeken', 'with an overdue review') }),
  }])
}

async function openQuestions(scope: Scope): Promise<Matter[]> {
  return entriesOf(scope, 'questions', new URLSearchParams({ status: 'open', sorteer: 'updated_at' }), ({ title }) => ({ kind: 'questions', words: title }))
}

/** Not closed by the day that was agreed. */
async function lateMeasures(scope: Scope): Promise<Matter[]> {
  const today = dayOf(scope.now)
  return (await entriesOf(scope, 'measures', new URLSearchParams(), ({ title, values, status }) => ({ kind: 'measures', words: title, isLate: status !== 'closed' && typeof values.due_on === 'string' && values.due_on < today }), 500))
    .filter(({ isLate }) => isLate).slice(0, most)
}

/** Measured and not met; what a person must state is for the norm board. */
async function failingNorms(scope: Scope): Promise<Matter[]> {
  const policy = await profileInForce(scope)
  if (!policy) return []
  const evidence = await measureNorms(scope, policy.profile, ({ evidence: { kind } }) => kind !== 'manual')
  return evidence.filter(({ status }) => status === 'not_met').slice(0, most).map(({ norm }) => ({ kind: 'norms', words: `${norm.id}: ${norm.text}`, href: at(scope, `normen/${norm.id}`) }))
}

async function missingInstructions(scope: Scope): Promise<Matter[]> {
  return missingSubjects(await coveredSubjects(scope)).map((subject) => ({ kind: 'instructions', words: say(requiredSubjects[subject]), href: at(scope, 'werkinstructies/onderwerpen') }))
}

type Asked = { readonly parameters: URLSearchParams; readonly matter: (register: Register, count: number) => Omit<Matter, 'href'> }

async function eachRegister(scope: Scope, asks: (register: Register) => readonly Asked[]): Promise<Matter[]> {
  const matters: Matter[] = []
  for (const register of allRegisters()) {
    for (const { parameters, matter } of asks(register)) {
      const count = await countEntries(scope, register, readListQuery(register, parameters).query)
      if (count > 0) matters.push({ ...matter(register, count), href: at(scope, `${register.path}?${parameters}`) })
    }
  }
  return matters
}

type Listed = Awaited<ReturnType<typeof listEntries>>['rows'][number]

async function entriesOf<M extends Omit<Matter, 'href'>>(scope: Scope, key: string, parameters: URLSearchParams, matter: (row: Listed) => M, size = most): Promise<(M & { href: string })[]> {
  const register = registerOf(key)
  if (!register) return []
  const columns = ['due_on'].filter((name) => Object.hasOwn(register.fields, name))
  const { rows } = await listEntries(scope, register, { ...readListQuery(register, parameters).query, columns, size })
  return rows.map((row) => ({ ...matter(row), href: at(scope, `${register.path}/${row.id}`) }))
}

function sayCount({ words: { one, many } }: Register, count: number, nl: string, en: string): string {
  return t(`${count} ${count === 1 ? one.nl : lower(many.nl)} ${nl}`, `${count} ${count === 1 ? one.en : lower(many.en)} ${en}`)
}
