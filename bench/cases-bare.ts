// Cases, bare: what the desk list and the overview of terms show, asked by hand.
import type { Question } from './bare-sql.ts'

const open = 'd.met_at is null and d.lapsed_at is null'
/** The first term that runs for each case. */
const firstDue = (register: string) => `(select d.entry_id, min(d.due_at) as due_at from deadline d where d.organisation_id = $1 and d.register = '${register}' and ${open} and d.suspended_at is null group by d.entry_id)`
const names = `(select d.name from department d where d.organisation_id = t.organisation_id and d.id = t.department) as department_name,
  (select p.status from entry_proposal p where p.organisation_id = t.organisation_id and p.entry_id = t.id limit 1) as proposal`

export type DeskList = { readonly register: 'requests' | 'breaches'; readonly where?: string; readonly order?: string; readonly values?: readonly unknown[] }

/** The rows of a page with the term of each, and how many there are, counted up to 1,001. */
export function desk(organisation: string, { register, where = 'true', order = 'f.due_at nulls last, t.id', values = [] }: DeskList): Question[] {
  const [table, columns] = register === 'requests' ? ['subject_request', 't.title, t.number, t."right", t.received_at, t.status, t.handler'] : ['breach', 't.name, t.number, t.status, t.aware_at, t.risk, t.report_decision']
  const joined = order.includes('f.due_at') ? `left join ${firstDue(register)} f on f.entry_id = t.id` : ''
  return [
    [`select t.id, t.revision, t.updated_at, t.findings_blocking, t.findings_serious, t.findings_attention, ${columns}, ${names},
      (select d.due_at from deadline d where d.organisation_id = $1 and d.register = '${register}' and d.entry_id = t.id and ${open} order by d.suspended_at is not null, d.due_at limit 1) as first_due
      from ${table} t ${joined} where t.organisation_id = $1 and ${where} order by ${order} limit 26`, [organisation, ...values]],
    [`select count(*) from (select from ${table} t where t.organisation_id = $1 and ${where} limit 1001) found`, [organisation, ...values]],
  ]
}

/** Every running term over both registers, what ends first first, and how many of each. */
export function overview(organisation: string, now: Date, isLate = false): Question[] {
  const standing = isLate ? 'and d.suspended_at is null and d.due_at <= $2' : ''
  const of = (register: string, table: string, title: string, owner: string) => `
    select d.id, d.entry_id, t.${title} as title, t.number, t.status, d.kind, d.citation, d.due_on, d.due_at, d.extended_at, d.suspended_at,
      (select x.name from department x where x.organisation_id = t.organisation_id and x.id = t.department) as department, (select x.name from person x where x.organisation_id = t.organisation_id and x.id = t.${owner}) as owner
    from deadline d join ${table} t on t.organisation_id = d.organisation_id and t.id = d.entry_id where d.organisation_id = $1 and d.register = '${register}' and ${open} ${standing}`
  return [
    [`select * from (${of('requests', 'subject_request', 'title', 'handler')} union all ${of('breaches', 'breach', 'name', 'owner')}) c order by case when c.suspended_at is null then c.due_at else 'infinity' end, c.id limit 51`, isLate ? [organisation, now] : [organisation]],
    [`select d.register, count(*) filter (where d.suspended_at is null and d.due_at <= $2) as late, count(*) filter (where d.suspended_at is null and d.due_at > $2 and d.due_at <= $2 + interval '1 day') as day,
      count(*) filter (where d.suspended_at is null and d.due_at > $2 and d.due_at <= $2 + interval '7 days') as week, count(*) filter (where d.suspended_at is not null) as suspended, count(*) from deadline d
      where d.organisation_id = $1 and d.register in ('requests', 'breaches') and ${open} group by d.register`, [organisation, now]],
  ]
}
