// Chain bare: what the list of processors and a page of the chain map show, asked by hand.
import type { Question } from './bare-sql.ts'

const head = `t.id, t.name, t.number, t.status, t.country, t.revision, t.updated_at, t.review_due_on, t.findings_blocking, t.findings_serious, t.findings_attention, t.department,
  (select d.name from department d where d.organisation_id = t.organisation_id and d.id = t.department) as department_name, (select k.label_nl from catalogue_term k where k.organisation_id = t.organisation_id and k.catalogue = 'country' and k.key = t.country) as country_name`

/** A page of the list and how many there are, counted up to 1,001. */
export function reviewQuestions(organisation: string, order: string, where = 'true'): Question[] {
  const from = `from processor t where t.organisation_id = $1 and ${where}`
  return [[`select ${head} ${from} order by ${order} limit 26`, [organisation]], [`select count(*) from (select ${from} limit 1001) found`, [organisation]], [`select * from saved_view t where t.organisation_id = $1 and t.register = 'processors'`, [organisation]]]
}

/** A page of processors with how many there are, those behind them, their guarantees, how many processors each company serves, and the words of countries and departments. */
export function chainQuestions(organisation: string, { from, where = 'true' }: { readonly from: number; readonly where?: string }): Question[] {
  const own = `from processor t where t.organisation_id = $1 and t.status = 'active' and ${where}`
  const page = `select t.id ${own} order by t.sort_name, t.id limit 20 offset ${from}`
  return [
    [`select ${head} ${own} order by t.sort_name, t.id limit 20 offset ${from}`, [organisation]], [`select count(*) ${own}`, [organisation]],
    [`select s.* from processor_sub_processors s where s.organisation_id = $1 and s.entry_id in (${page}) order by s.entry_id, s.position`, [organisation]],
    [`select g.* from processor_guarantees g where g.organisation_id = $1 and g.entry_id in (${page})`, [organisation]],
    [`select u.name, count(distinct u.entry_id) from processor_sub_processors u where u.organisation_id = $1 and u.name in (select s.name from processor_sub_processors s where s.organisation_id = $1 and s.entry_id in (${page})) group by u.name`, [organisation]],
    [`select p.id, p.name from processor p where p.organisation_id = $1 and p.name in (select s.name from processor_sub_processors s where s.organisation_id = $1 and s.entry_id in (${page}))`, [organisation]],
    [`select k.key, k.label_nl, k.marks from catalogue_term k where k.organisation_id = $1 and k.catalogue = 'country'`, [organisation]], [`select d.id, d.name from department d where d.organisation_id = $1`, [organisation]],
  ]
}
