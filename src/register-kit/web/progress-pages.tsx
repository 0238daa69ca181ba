// Progress pages: which findings each department has, and how far it is with looking at its entries again.
import { dayAfter, sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Bar } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import type { DepartmentRow, Overview } from '../department-progress.ts'
import { statusesAt } from '../lifecycle.ts'
import { listAddress } from '../list-query.ts'
import type { Register } from '../register.ts'
import { lower } from '../register-words.ts'

type Props = { register: Register; base: string; overview: Overview }

export function ReviewProgress({ register, base, overview, today }: Props & { today: string }) {
  const withActive = overview.departments.filter(({ active }) => active > 0)
  if (withActive.length === 0) {
    return <EmptyState heading={t('Er is nog niets om na te kijken', 'There is nothing to review yet')} icon="calendar"><p>{t('Zodra er iets van kracht is, staat hier wat is nagekeken en wat nog moet.', 'As soon as something is in force, what was reviewed and what must be stands here.')}</p></EmptyState>
  }
  const soon = dayAfter(today, 'P2M')
  const list = (row: DepartmentRow, change: Record<string, string | readonly string[]>) => departmentList(register, base, row, change)
  return (
    <Table
      caption={t('Nakijken per afdeling', 'Review per department')} captionHidden rows={withActive}
      columns={[
        { key: 'name', header: t('Afdeling', 'Department'), names: true, cell: (row) => <MaybeLink href={list(row, { status: statusesAt(register, 'active'), sorteer: 'review_due_on' })}>{sayName(register, row)}</MaybeLink> },
        { key: 'progress', header: t('Voortgang', 'Progress'), cell: (row) => <Bar label={sayName(register, row)} value={row.reviewed} max={row.active} words={t(`${row.reviewed} van ${row.active} bij`, `${row.reviewed} of ${row.active} up to date`)} tone={row.overdue > 0 ? 'warning' : 'positive'} /> },
        { key: 'overdue', header: t('Te laat', 'Overdue'), numeric: true, cell: (row) => <MaybeLink href={row.overdue > 0 ? list(row, { controle: 'overdue' }) : undefined}>{String(row.overdue)}</MaybeLink> },
        { key: 'next', header: t('Eerstvolgende vóór', 'Next before'), oneLine: true, cell: (row) => row.next === null ? '–' : row.next < today ? `${sayDay(row.next)} (${t('te laat', 'overdue')})` : row.next <= soon ? `${sayDay(row.next)} (${t('binnenkort', 'soon')})` : sayDay(row.next) },
      ]}
    />
  )
}

export function FindingsOverview({ register, base, overview }: Props) {
  const many = lower(say(register.words.many))
  if (overview.departments.length === 0) {
    return <EmptyState heading={t(`Er zijn nog geen ${many}`, `There are no ${many} yet`)} icon={register.icon}><p>{t('Zodra er iets in het register staat, leest u hier wat eraan ontbreekt of niet klopt.', 'As soon as the register holds something, you read here what is missing or wrong.')}</p></EmptyState>
  }
  const link = (row: DepartmentRow, severity: 'blocking' | 'serious' | 'attention' | 'none', count: number) =>
    <MaybeLink href={count > 0 ? departmentList(register, base, row, { ernst: severity }) : undefined}>{String(count)}</MaybeLink>
  return (
    <>
      <Section id="afdelingen" heading={register.named.department === undefined ? t('In het register', 'In the register') : t('Per afdeling', 'Per department')} lead={<p>{t(`Aantal ${many} waarin iets ontbreekt, iets ernstigs staat of iets aandacht vraagt.`, `Number of ${many} in which something is missing, serious or asks for attention.`)}</p>}>
        <Table
          caption={t('Bevindingen per afdeling', 'Findings per department')} captionHidden rows={overview.departments}
          columns={[
            { key: 'name', header: t('Afdeling', 'Department'), names: true, cell: (row) => <MaybeLink href={departmentList(register, base, row, {})}>{sayName(register, row)}</MaybeLink> },
            { key: 'total', header: say(register.words.many), numeric: true, cell: (row) => row.total },
            { key: 'blocking', header: t('Ontbreekt', 'Missing'), numeric: true, cell: (row) => link(row, 'blocking', row.blocking) },
            { key: 'serious', header: t('Ernstig', 'Serious'), numeric: true, cell: (row) => link(row, 'serious', row.serious) },
            { key: 'attention', header: t('Aandacht', 'Attention'), numeric: true, cell: (row) => link(row, 'attention', row.attention) },
            { key: 'clean', header: t('In orde', 'In order'), numeric: true, cell: (row) => link(row, 'none', row.clean) },
          ]}
        />
      </Section>
      <Section id="soorten" heading={t('Per soort', 'Per kind')}>
        <Table
          caption={t('Bevindingen per soort', 'Findings per kind')} captionHidden rows={overview.rules} empty={<p>{t('Er zijn geen bevindingen.', 'There are no findings.')}</p>}
          columns={[
            { key: 'rule', header: t('Bevinding', 'Finding'), names: true, cell: ({ rule }) => <Link href={`${base}?bevinding=${rule}`}>{Object.hasOwn(register.rules, rule) ? say(register.rules[rule]!.words) : rule}</Link> },
            { key: 'citation', header: t('Artikel', 'Article'), cell: ({ rule }) => Object.hasOwn(register.rules, rule) ? sayCitation(register.rules[rule]!.citation) : '' },
            { key: 'entries', header: say(register.words.many), numeric: true, cell: ({ entries }) => entries },
          ]}
        />
      </Section>
    </>
  )
}

/** The list of one department's entries; of all where the register has no departments. An entry without one can't be filtered on. */
function departmentList(register: Register, base: string, row: DepartmentRow, change: Record<string, string | readonly string[]>): string | undefined {
  const { department } = register.named
  const filter = register.list.filters.find(({ field }) => field === department)
  if (department !== undefined && (row.id === null || !filter)) return undefined
  return listAddress(base, new URLSearchParams(), { ...(filter && row.id !== null ? { [filter.path]: row.id } : {}), ...change })
}

function sayName(register: Register, row: DepartmentRow): string {
  return row.name ?? (register.named.department === undefined ? say(register.words.many) : t('Zonder afdeling', 'Without a department'))
}

function MaybeLink({ href, children }: { href: string | undefined; children: string }) {
  return href === undefined ? <>{children}</> : <Link href={href}>{children}</Link>
}
