// Subject page: the subjects on which there must be a work instruction, with the one in force, or what is missing (N-54).
import { Hono } from 'hono'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { FindingNote, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { listEntries, type ListRow, readListQuery } from '../../register-kit/list-query.ts'
import { baseOf, showPage, toRegister } from '../../register-kit/web/visit.tsx'
import { workInstructions } from './register.ts'
import { requiredSubjects, type RequiredSubject, subjectLaw } from './subjects.ts'

type SubjectRow = { readonly subject: RequiredSubject; readonly inForce: readonly ListRow[]; readonly drafts: readonly ListRow[] }

/** `/onderwerpen`, among the addresses of the register. */
export function subjectRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/onderwerpen', (c) => scopeOf(c, house, async (scope) => {
    const rows = await subjectRows(scope)
    const covered = rows.filter(({ inForce }) => inForce.length > 0).length
    return showPage(c, house, workInstructions, {
      heading: t('Acht onderwerpen', 'Eight subjects'), crumbs: [toRegister(c, workInstructions)],
      lead: <p>{t(`Over deze onderwerpen hoort er een werkinstructie te zijn. Over ${covered} van ${rows.length} geldt er een.`, `There should be a work instruction on each of these subjects. On ${covered} of ${rows.length} one is in force.`)}</p>,
      children: <SubjectTable base={baseOf(c, workInstructions)} rows={rows} mayWrite={hasRole(scope.actor, ...workInstructions.lifecycle.verbs.create!.roles)} />,
    })
  }))
  return app
}

async function subjectRows(scope: Scope): Promise<SubjectRow[]> {
  const { query } = readListQuery(workInstructions, new URLSearchParams())
  const { rows } = await listEntries(scope, workInstructions, { ...query, status: ['draft', 'active'], columns: ['subject'], size: 500 })
  const about = (subject: string, status: string) => rows.filter((row) => row.values.subject === subject && row.status === status)
  return (Object.keys(requiredSubjects) as RequiredSubject[]).map((subject) => ({ subject, inForce: about(subject, 'active'), drafts: about(subject, 'draft') }))
}

function SubjectTable({ base, rows, mayWrite }: { base: string; rows: readonly SubjectRow[]; mayWrite: boolean }) {
  return (
    <Table<SubjectRow>
      caption={t('Onderwerpen van werkinstructies', 'Subjects of work instructions')} captionHidden rows={rows}
      columns={[
        { key: 'subject', header: t('Onderwerp', 'Subject'), names: true, cell: ({ subject }) => <>{say(requiredSubjects[subject])}<br /><span class="wb-subtle">{sayCitation(subjectLaw[subject].citation)}</span></> },
        {
          key: 'instructions', header: t('Werkinstructie', 'Work instruction'),
          cell: ({ inForce, drafts }) => inForce.length > 0
            ? <ul class="wb-values">{inForce.map(({ id, title }) => <li><Link href={`${base}/${id}`}>{title}</Link></li>)}</ul>
            : <FindingNote severity="warning" words={t('Er geldt geen werkinstructie.', 'No work instruction is in force.')} todo={drafts.length > 0 ? t('Maak het concept af en laat het gelden.', 'Finish the draft and put it into force.') : mayWrite ? t('Schrijf er een.', 'Write one.') : undefined} action={drafts.length > 0 && <ul class="wb-values">{drafts.map(({ id, title }) => <li><Link href={`${base}/${id}`}>{title}</Link></li>)}</ul>} />,
        },
        { key: 'state', header: t('Stand', 'State'), oneLine: true, cell: ({ inForce, drafts }) => inForce.length > 0 ? <StatusBadge tone="positive">{t('Geldt', 'In force')}</StatusBadge> : drafts.length > 0 ? <StatusBadge tone="info">{t('Concept', 'Draft')}</StatusBadge> : <StatusBadge tone="warning">{t('Ontbreekt', 'Missing')}</StatusBadge> },
      ]}
    />
  )
}
