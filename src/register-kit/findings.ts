// Findings as they are kept: the rules' outcome per entry, so that lists can filter on it and the norm board can count.
import { sql } from 'kysely'
import { insertRows } from '../ground/insert-rows.ts'
import type { Scope } from '../ground/scope.ts'
import type { Register } from './register.ts'
import type { Finding, Severity } from './rules.ts'


/** Brings the kept findings of entries up to date: those that stay keep their `since`. Also the counters on the entries' rows. */
export async function putFindings(scope: Scope, register: Register, entries: readonly { id: string; findings: readonly Finding[]; isNew?: boolean }[]): Promise<void> {
  if (entries.length === 0) return
  const organisationId = scope.organisation.id
  const rows = entries.flatMap(({ id, findings }) => unique(findings).map(({ rule, field, severity, detail }) =>
    ({ organisation_id: organisationId, register: register.key, entry_id: id, rule, field, severity, detail, since: scope.now })))
  const old = entries.filter(({ isNew }) => !isNew).map(({ id }) => id)
  if (old.length > 0) {
    await sql`delete from finding f where f.organisation_id = ${organisationId} and f.register = ${register.key} and f.entry_id = any(${old}::uuid[])
      and not exists (select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n (entry_id uuid, rule text, detail text, severity text, field text)
        where n.entry_id = f.entry_id and n.rule = f.rule and n.detail = f.detail and n.severity = f.severity and n.field = f.field)`.execute(scope.tx)
    await sql`insert into finding select n.* from jsonb_populate_recordset(null::finding, ${JSON.stringify(rows)}::jsonb) n on conflict do nothing`.execute(scope.tx)
  } else {
    await insertRows(scope.tx, 'finding', rows)
  }
  const counts = entries.map(({ id, findings }) => ({ id, ...countBySeverity(unique(findings)) }))
  await sql`update ${sql.table(register.table)} t set findings_blocking = n.blocking, findings_serious = n.serious, findings_attention = n.attention
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) n (id uuid, blocking integer, serious integer, attention integer)
    where t.organisation_id = ${organisationId} and t.id = n.id
      and (t.findings_blocking, t.findings_serious, t.findings_attention) is distinct from (n.blocking, n.serious, n.attention)`.execute(scope.tx)
}

export function countBySeverity(findings: readonly { severity: Severity }[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { blocking: count('blocking'), serious: count('serious'), attention: count('attention') }
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.rule}\n${finding.detail.slice(0, 500)}`, { ...finding, detail: finding.detail.slice(0, 500) }])).values()]
}
