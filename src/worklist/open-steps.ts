// Open steps: what somebody must do in the registers, by role: to test, to answer, to activate, to finish, to review.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import type { Stage } from '../register-kit/entry.ts'
import { mayDo, statusesAt } from '../register-kit/lifecycle.ts'
import type { Register } from '../register-kit/register.ts'
import { capital } from '../register-kit/register-words.ts'
import { allRegisters } from '../register-kit/tied-registers.ts'
import { plainWords } from './due-work.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

type Row = { register: Register; id: string; name: string; number: string | null; changed_at: Date; kind: 'test' | 'answer' | 'activate' | 'draft' | 'overdue' | 'soon'; count: number; due: string | null; is_proposal: boolean; department: string | null; department_id: string | null }

export const stepSource: WorkSource = { path: 'stappen', words: { nl: 'Stappen in registers', en: 'Steps in registers' }, items: openSteps }

/** At most 300 a register. A process owner gets those of the own departments, because no others are visible. */
async function openSteps(scope: Scope): Promise<WorkItem[]> {
  const rows: Row[] = []
  for (const register of allRegisters()) rows.push(...await openWork(scope, register))
  return rows.filter((row) => mayDo(row.register, scope.actor, verbs[row.kind], row.department_id))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || (one.due ?? '9').localeCompare(other.due ?? '9')).map((row) => stepItem(scope, row))
}

function stepItem({ organisation: { slug } }: Scope, { register, id, name, number, kind, count, due, is_proposal, department, changed_at }: Row): WorkItem {
  return {
    key: `step:${register.key}:${id}:${kind}`, words: `${say(leads[kind])}: ${name}`, plain: plainWords(leads[kind], register.words.one, number), register: register.key,
    href: `/${slug}/${register.path}/${id}${is_proposal ? '?weergave=voorstel' : ''}`, due, changedAt: changed_at,
    detail: [capital(say(register.words.one)), department, is_proposal && t('voorstel', 'proposal'), kind === 'answer' && (count === 1 ? t('1 opmerking staat open', '1 remark is open') : t(`${count} opmerkingen staan open`, `${count} remarks are open`))].filter(Boolean).join(' · '),
    icon: kind === 'test' ? 'eye' : kind === 'activate' ? 'check' : kind === 'answer' ? 'edit' : kind === 'draft' ? 'document' : 'calendar',
  }
}

const order: readonly Row['kind'][] = ['test', 'activate', 'answer', 'overdue', 'draft', 'soon']
/** The step that each task asks for: whoever may take it has the task. */
const verbs: Record<Row['kind'], string> = { test: 'advise', answer: 'answer', activate: 'activate', draft: 'change', overdue: 'review', soon: 'review' }

const leads: Record<Row['kind'], Words> = {
  test: { nl: 'Toetsen', en: 'Test' }, answer: { nl: 'Opmerkingen beantwoorden', en: 'Answer the remarks' }, activate: { nl: 'Activeren', en: 'Activate' },
  draft: { nl: 'Concept afmaken', en: 'Finish the draft' }, overdue: { nl: 'Nakijken', en: 'Review' }, soon: { nl: 'Binnenkort nakijken', en: 'Review soon' },
}

async function openWork(scope: Scope, register: Register): Promise<Row[]> {
  const today = dayOf(scope.now)
  const organisationId = scope.organisation.id
  const { title, number, department } = register.named
  const at = (...stages: readonly Stage[]) => sql`t.status = any(${statusesAt(register, ...stages)})`
  const tested = sql`exists (select from entry_advice a where a.organisation_id = t.organisation_id and a.register = ${register.key} and a.entry_id = t.id and a.revision = coalesce(p.revision, t.revision))`
  const open = sql`(select count(*) from entry_remark r where r.organisation_id = t.organisation_id and r.register = ${register.key} and r.entry_id = t.id and r.answer is null)`
  const inReview = sql`(${at('in_review')} or p.status = 'in_review')`
  const result = await sql<Omit<Row, 'register'>>`
    select w.id, w.name, w.number, w.changed_at, w.kind, w.count, w.due, w.is_proposal, w.department as department_id, d.name as department from (
      select t.id, t.${sql.ref(title)} as name, t.${sql.ref(number.field)} as number, coalesce(p.updated_at, t.updated_at) as changed_at, ${department ? sql.ref(`t.${department}`) : sql`null::uuid`} as department, p.status is not null as is_proposal, ${open} as count,
        case when ${at('active')} and p.status is null then t.review_due_on end as due,
        case when ${inReview} and not ${tested} then 'test'
          when ${open} > 0 then 'answer'
          when ${inReview} then 'activate'
          when ${at('draft')} or p.status = 'draft' then 'draft'
          when ${at('active')} and t.review_due_on < ${today} then 'overdue'
          when ${at('active')} and t.review_due_on <= ${dayAfter(today, 'P1M')} then 'soon' end as kind, t.sort_name
      from ${sql.table(register.table)} t left join entry_proposal p on p.organisation_id = t.organisation_id and p.register = ${register.key} and p.entry_id = t.id
      where t.organisation_id = ${organisationId} and not ${at('ended')} and ${register.visible(scope.actor)}
        and (${at('draft', 'in_review')} or p.status is not null or t.review_due_on <= ${dayAfter(today, 'P1M')}
          or exists (select from entry_remark r where r.organisation_id = t.organisation_id and r.register = ${register.key} and r.entry_id = t.id and r.answer is null))
    ) w left join department d on d.organisation_id = ${organisationId} and d.id = w.department
    where w.kind is not null
    order by case w.kind when 'test' then 0 when 'activate' then 1 when 'answer' then 2 when 'overdue' then 3 when 'draft' then 4 else 5 end, w.due nulls last, w.sort_name limit 300`.execute(scope.tx)
  return result.rows.map((row) => ({ ...row, register }))
}
