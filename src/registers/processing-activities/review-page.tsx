// Review page: how far each department is with the yearly look at its entries, and which findings it has.
import { sql } from 'kysely'
import { dayAfter, dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Bar } from '../../page-kit/progress.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { registerKey } from './declaration.ts'
import { ruleBook } from './rules.ts'
import { visibleActivities } from './visibility.ts'

export type DepartmentRow = { id: string | null; name: string | null; total: number; active: number; reviewed: number; overdue: number; next: string | null; blocking: number; serious: number; attention: number; clean: number }
export type Overview = { readonly departments: readonly DepartmentRow[]; readonly rules: readonly { rule: string; entries: number }[] }

/** Figures per department over what the actor may see; `reviewed` counts active entries whose review isn't overdue. */
export async function departmentProgress(scope: Scope): Promise<Overview> {
  const today = dayOf(scope.now)
  const departments = await sql<DepartmentRow>`
    select t.department as id, d.name, count(*) as total,
      count(*) filter (where t.status = 'active') as active,
      count(*) filter (where t.status = 'active' and t.review_due_on >= ${today}) as reviewed,
      count(*) filter (where t.status = 'active' and (t.review_due_on is null or t.review_due_on < ${today})) as overdue,
      min(t.review_due_on) filter (where t.status = 'active') as next,
      count(*) filter (where t.findings_blocking > 0) as blocking, count(*) filter (where t.findings_serious > 0) as serious, count(*) filter (where t.findings_attention > 0) as attention,
      count(*) filter (where t.findings_blocking + t.findings_serious + t.findings_attention = 0) as clean
    from processing_activity t left join department d on d.organisation_id = t.organisation_id and d.id = t.department
    where t.organisation_id = ${scope.organisation.id} and t.status <> 'ended' and ${visibleActivities(scope.actor)}
    group by t.department, d.name order by d.name nulls last`.execute(scope.tx)
  const rules = await sql<{ rule: string; entries: number }>`
    select f.rule, count(distinct f.entry_id) as entries from finding f join processing_activity t on t.organisation_id = f.organisation_id and t.id = f.entry_id
    where f.organisation_id = ${scope.organisation.id} and f.register = ${registerKey} and t.status <> 'ended' and ${visibleActivities(scope.actor)}
    group by f.rule order by entries desc, f.rule`.execute(scope.tx)
  return { departments: departments.rows, rules: rules.rows }
}

export function ReviewProgress({ base, overview, today }: { base: string; overview: Overview; today: string }) {
  const withActive = overview.departments.filter(({ active }) => active > 0)
  if (withActive.length === 0) return <EmptyState heading="Er is nog niets om na te kijken" icon="calendar"><p>Zodra verwerkingen actief zijn, staat hier per afdeling welke zijn nagekeken en welke nog moeten.</p></EmptyState>
  const soon = dayAfter(today, 'P2M')
  return (
    <Table
      caption="Jaarlijks nakijken per afdeling" captionHidden rows={withActive}
      columns={[
        { key: 'name', header: 'Afdeling', names: true, cell: (row) => row.id ? <Link href={`${base}?afdeling=${row.id}&status=active&sorteer=review_due_on`}>{row.name}</Link> : 'Zonder afdeling' },
        { key: 'progress', header: 'Voortgang', cell: (row) => <Bar label={row.name ?? 'Zonder afdeling'} value={row.reviewed} max={row.active} words={`${row.reviewed} van ${row.active} bij`} tone={row.overdue > 0 ? 'warning' : 'positive'} /> },
        { key: 'overdue', header: 'Te laat', numeric: true, cell: (row) => row.overdue > 0 && row.id ? <Link href={`${base}?afdeling=${row.id}&controle=overdue`}>{row.overdue}</Link> : String(row.overdue) },
        { key: 'next', header: 'Eerstvolgende vóór', oneLine: true, cell: (row) => row.next === null ? '–' : row.next < today ? `${sayDay(row.next)} (te laat)` : row.next <= soon ? `${sayDay(row.next)} (binnenkort)` : sayDay(row.next) },
      ]}
    />
  )
}

export function FindingsOverview({ base, overview }: { base: string; overview: Overview }) {
  if (overview.departments.length === 0) return <EmptyState heading="Er zijn nog geen verwerkingen" icon="list"><p>Zodra er verwerkingen zijn, staat hier wat eraan ontbreekt of niet klopt.</p></EmptyState>
  const link = (row: DepartmentRow, severity: 'blocking' | 'serious' | 'attention' | 'none', count: number) => count > 0 && row.id ? <Link href={`${base}?afdeling=${row.id}&ernst=${severity}`}>{count}</Link> : String(count)
  return (
    <>
      <Section id="afdelingen" heading="Per afdeling" lead={<p>Aantal verwerkingen waarin iets ontbreekt, iets ernstigs staat of iets aandacht vraagt.</p>}>
        <Table
          caption="Bevindingen per afdeling" captionHidden rows={overview.departments}
          columns={[
            { key: 'name', header: 'Afdeling', names: true, cell: (row) => row.id ? <Link href={`${base}?afdeling=${row.id}`}>{row.name}</Link> : 'Zonder afdeling' },
            { key: 'total', header: 'Verwerkingen', numeric: true, cell: (row) => row.total },
            { key: 'blocking', header: 'Ontbreekt', numeric: true, cell: (row) => link(row, 'blocking', row.blocking) },
            { key: 'serious', header: 'Ernstig', numeric: true, cell: (row) => link(row, 'serious', row.serious) },
            { key: 'attention', header: 'Aandacht', numeric: true, cell: (row) => link(row, 'attention', row.attention) },
            { key: 'clean', header: 'In orde', numeric: true, cell: (row) => link(row, 'none', row.clean) },
          ]}
        />
      </Section>
      <Section id="soorten" heading="Per soort">
        <Table
          caption="Bevindingen per soort" captionHidden rows={overview.rules} empty={<p>Er zijn geen bevindingen.</p>}
          columns={[
            { key: 'rule', header: 'Bevinding', names: true, cell: (row) => <Link href={`${base}?bevinding=${row.rule}`}>{Object.entries(ruleBook).find(([key]) => key === row.rule)?.[1].words.nl ?? row.rule}</Link> },
            { key: 'citation', header: 'Artikel', cell: (row) => Object.entries(ruleBook).find(([key]) => key === row.rule)?.[1].citation },
            { key: 'entries', header: 'Verwerkingen', numeric: true, cell: (row) => row.entries },
          ]}
        />
      </Section>
    </>
  )
}
