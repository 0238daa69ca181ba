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
  // Each step by itself: as one join the planner looks the kinds up for every finding, which takes twice as long.
  const { rows } = await sql<{ no: number; rule: string | null; found: number; grave: number }>`
    with part as materialized (select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) p (no int, over text, rule text, grave boolean)),
    hit as materialized (
      select distinct f.rule, f.entry_id from finding f join ${sql.table(register.table)} t on t.organisation_id = f.organisation_id and t.id = f.entry_id and t.status = any(${statusesAt(register, 'active')})
      where f.organisation_id = ${organisation} and f.register = ${register.key} and f.rule = any(${[...new Set(parts.map(({ rule }) => rule))]}::text[])),
    kind as materialized (select population, entry_id from entry_population where organisation_id = ${organisation} and register = ${register.key} and population = any(${[...new Set(parts.map(({ over }) => over))]}::text[])),
    each as materialized (
      select part.no, part.grave, hit.rule, hit.entry_id from part join hit on hit.rule = part.rule where part.over = 'all'
      union all select part.no, part.grave, hit.rule, hit.entry_id from part join hit on hit.rule = part.rule join kind on kind.population = part.over and kind.entry_id = hit.entry_id)
    select no, rule, count(*)::int as found, 0 as grave from each group by no, rule
    union all select no, null, count(*)::int, (count(*) filter (where is_grave))::int from (select no, entry_id, bool_or(grave) as is_grave from each group by no, entry_id) one group by no`.execute(scope.tx)
  return wanted.map((_one, no) => {
    const mine = rows.filter((row) => row.no === no)
    const whole = mine.find(({ rule }) => rule === null)
    const rules = mine.flatMap(({ rule, found }) => rule === null ? [] : [{ rule, severity: register.rules[rule]!.severity, entries: found }])
    return { grave: whole?.grave ?? 0, found: whole?.found ?? 0, rules: rules.toSorted((one, other) => order[one.severity] - order[other.severity] || other.entries - one.entries || one.rule.localeCompare(other.rule)) }
  })
}
