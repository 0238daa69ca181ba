// Count findings: on how many entries in force of a register the rules of each norm have a finding, and which of them on how many; one pass over what is kept.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { statusesAt } from '../lifecycle.ts'
import type { Register } from '../register.ts'
import type { Severity } from '../rules.ts'
import type { RuleFigure } from './figures.ts'

export type WantedFindings = { readonly over: string; readonly rules: readonly string[] }
export type FoundFindings = { readonly grave: number; readonly found: number; readonly rules: readonly RuleFigure[] }

const order: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, attention: 2 }

/** In the order of what is wanted; rules that the register doesn't have are left out. */
export async function countFindings(scope: Scope, register: Register, wanted: readonly WantedFindings[]): Promise<FoundFindings[]> {
  const parts = wanted.flatMap(({ over, rules }, no) => rules.flatMap((rule) => {
    const severity = Object.hasOwn(register.rules, rule) ? register.rules[rule]!.severity : undefined
    return severity === undefined ? [] : [{ no, over, rule, grave: severity !== 'attention' }]
  }))
  if (parts.length === 0) return wanted.map(() => ({ grave: 0, found: 0, rules: [] }))
  const organisation = scope.organisation.id
  const { rows } = await sql<{ no: number; rule: string | null; found: number; grave: number }>`
    with part as materialized (select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) p (no int, over text, rule text, grave boolean)),
    hit as materialized (
      select distinct f.rule, f.entry_id from finding f join ${sql.table(register.table)} t on t.organisation_id = f.organisation_id and t.id = f.entry_id and t.status = any(${statusesAt(register, 'active')})
      where f.organisation_id = ${organisation} and f.register = ${register.key} and f.rule = any(${[...new Set(parts.map(({ rule }) => rule))]}::text[]))
    select part.no, hit.rule, count(distinct hit.entry_id)::int as found, (count(distinct hit.entry_id) filter (where part.grave))::int as grave
    from part join hit on hit.rule = part.rule
      left join entry_population p on p.organisation_id = ${organisation} and p.register = ${register.key} and p.population = part.over and p.entry_id = hit.entry_id
    where part.over = 'all' or p.entry_id is not null
    group by grouping sets ((part.no), (part.no, hit.rule))`.execute(scope.tx)
  return wanted.map((_one, no) => {
    const mine = rows.filter((row) => row.no === no)
    const whole = mine.find(({ rule }) => rule === null)
    const rules = mine.flatMap(({ rule, found }) => rule === null ? [] : [{ rule, severity: register.rules[rule]!.severity, entries: found }])
    return { grave: whole?.grave ?? 0, found: whole?.found ?? 0, rules: rules.toSorted((one, other) => order[one.severity] - order[other.severity] || other.entries - one.entries || one.rule.localeCompare(other.rule)) }
  })
}
