// Home: what must I do today, and how does the register stand.
import { Hono } from 'hono'
import { dayOf, sayDay } from '../ground/clock.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Card, Columns } from '../page-kit/document.tsx'
import { Page } from '../page-kit/layout.tsx'
import { Bar, Counters, TaskList } from '../page-kit/progress.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { departmentProgress, type DepartmentRow, type Overview } from '../registers/processing-activities/review-page.tsx'
import { tasksOf } from './tasks.ts'

export function homeRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/', (c) => scopeOf(c, house, async (scope) => {
    const base = `/${scope.organisation.slug}/verwerkingen`
    const overview = await departmentProgress(scope)
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading="Vandaag" lead={<p>{sayDay(dayOf(scope.now))}. Wat er op u wacht, en hoe het register ervoor staat.</p>}>
        <Home base={base} scope={scope} tasks={await tasksOf(scope, base)} overview={overview} />
      </Page>)
  }))
  return app
}

function Home({ base, scope, tasks, overview }: { base: string; scope: Scope; tasks: Awaited<ReturnType<typeof tasksOf>>; overview: Overview }) {
  const total = sum(overview, 'total')
  const isEditor = hasRole(scope.actor, 'privacy_officer', 'process_owner')
  return (
    <Columns wide>
      <Card heading="Wat moet ik doen?">
        {tasks.length > 0 ? <TaskList tasks={tasks} /> : <NothingToDo scope={scope} base={base} total={total} />}
      </Card>
      <div class="wb-stack">
        <Card heading="Het register" action={<Link href={base}>Alle verwerkingen</Link>}>
          {total === 0
            ? <NothingYet scope={scope} base={base} />
            : (
              <Counters items={!isEditorOrOverseer(scope) ? [{ value: sum(overview, 'active'), words: 'actief in uw afdeling', href: base }] : [
                { value: sum(overview, 'active'), words: 'actief', href: `${base}?status=active` },
                { value: total - sum(overview, 'active'), words: 'in de maak', href: `${base}?status=draft&status=in_review` },
                { value: sum(overview, 'overdue'), words: 'te laat nagekeken', href: `${base}?controle=overdue`, tone: sum(overview, 'overdue') > 0 ? 'warning' : 'positive' },
                { value: sum(overview, 'serious'), words: 'met iets ernstigs', href: `${base}?ernst=serious`, tone: sum(overview, 'serious') > 0 ? 'negative' : 'positive' },
              ]} />
            )}
        </Card>
        {overview.departments.length > 0 && isEditorOrOverseer(scope) && (
          <Card heading="In orde per afdeling" action={<Link href={`${base}/bevindingen`}>Alle bevindingen</Link>}>
            {overview.departments.slice(0, 12).map((row) => <Bar label={row.name ?? 'Zonder afdeling'} value={row.clean} max={row.total} words={`${row.clean} van ${row.total} zonder bevindingen`} tone={row.clean === row.total ? 'positive' : 'warning'} />)}
          </Card>
        )}
        {isEditor && <p><Link href={`${base}/nakijken`}>Jaarlijks nakijken: zo ver is elke afdeling</Link></p>}
      </div>
    </Columns>
  )
}

function NothingYet({ scope, base }: { scope: Scope; base: string }) {
  if (hasRole(scope.actor, 'privacy_officer')) return <EmptyState heading="Nog leeg" icon="list" action={<ButtonLink look="primary" href={`${base}/import`}>Register importeren</ButtonLink>}><p>Begin met het register dat u nu in Excel hebt.</p></EmptyState>
  return <EmptyState heading="Nog leeg" icon="list"><p>{isEditorOrOverseer(scope) ? 'Zodra een privacy officer of proceseigenaar het register vult, ziet u het hier.' : 'Van uw afdeling staat nog geen actieve verwerking in het register.'}</p></EmptyState>
}

function NothingToDo({ scope, base, total }: { scope: Scope; base: string; total: number }) {
  if (!isEditorOrOverseer(scope)) {
    return <EmptyState heading="Er wacht niets op u" icon="ok" action={<ButtonLink href={`/openbaar/${scope.organisation.slug}/verwerkingen`}>Openbaar register bekijken</ButtonLink>}><p>Zodra er iets voor u te doen is, staat het hier. U kunt wel lezen wat uw organisatie met persoonsgegevens doet.</p></EmptyState>
  }
  return <EmptyState heading="Er wacht niets op u" icon="ok" action={total > 0 && <ButtonLink href={`${base}/bevindingen`}>Bevindingen bekijken</ButtonLink>}><p>Niets te toetsen, te beantwoorden of na te kijken.</p></EmptyState>
}

function isEditorOrOverseer(scope: Scope): boolean {
  return hasRole(scope.actor, 'dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'auditor', 'administrator')
}

function sum(overview: Overview, key: Exclude<keyof DepartmentRow, 'id' | 'name' | 'next'>): number {
  return overview.departments.reduce((total, row) => total + row[key], 0)
}
