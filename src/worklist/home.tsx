// Home: what must I do today, and how does the register stand.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf, sayDay } from '../ground/clock.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Card, Columns } from '../page-kit/document.tsx'
import { Page } from '../page-kit/layout.tsx'
import { Bar, Counters, TaskList } from '../page-kit/progress.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { departmentProgress, type DepartmentRow, type Overview } from '../register-kit/department-progress.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { normCard } from './norms/norm-card.tsx'
import { workOf } from './sources.ts'
import { asTask, type WorkItem } from './work-item.ts'

/** Of what waits, so much that the page stays a page. */
const shownAtHome = 20

export function homeRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/', (c) => scopeOf(c, house, async (scope) => {
    const base = `/${scope.organisation.slug}/verwerkingen`
    const overview = await departmentProgress(scope, processingActivities)
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading={t('Vandaag', 'Today')} actions={<ButtonLink icon="flag" href={`/${scope.organisation.slug}/melden`}>{t('Datalek melden', 'Report a breach')}</ButtonLink>} lead={<p>{sayDay(dayOf(scope.now))}. {t('Wat er op u wacht, en hoe het register ervoor staat.', 'What is waiting for you, and how the register stands.')}</p>}>
        <Home base={base} scope={scope} work={await workOf(scope)} overview={overview} norms={await normCard(scope)} />
      </Page>)
  }))
  return app
}

function Home({ base, scope, work, overview, norms }: { base: string; scope: Scope; work: readonly WorkItem[]; overview: Overview; norms: Child }) {
  const total = sum(overview, 'total')
  const isEditor = hasRole(scope.actor, 'privacy_officer', 'process_owner')
  return (
    <Columns wide>
      <Card heading={t('Wat moet ik doen?', 'What do I have to do?')} action={<Link href={`/${scope.organisation.slug}/mijn-werk`}>{t('Al mijn werk', 'All my work')}</Link>}>
        {work.length > 0 ? <TaskList tasks={work.slice(0, shownAtHome).map((item) => asTask(item, scope))} /> : <NothingToDo scope={scope} base={base} total={total} />}
        {work.length > shownAtHome && <p><Link href={`/${scope.organisation.slug}/mijn-werk`}>{t(`En nog ${work.length - shownAtHome}`, `And ${work.length - shownAtHome} more`)}</Link></p>}
      </Card>
      <div class="wb-stack">
        {norms}
        <Card heading={t('Het register', 'The register')} action={<Link href={base}>{t('Alle verwerkingen', 'All processing activities')}</Link>}>
          {total === 0
            ? <NothingYet scope={scope} base={base} />
            : (
              <Counters items={!isEditorOrOverseer(scope) ? [{ value: sum(overview, 'active'), words: t('actief in uw afdeling', 'active in your department'), href: base }] : [
                { value: sum(overview, 'active'), words: t('actief', 'active'), href: `${base}?status=active` },
                { value: total - sum(overview, 'active'), words: t('in de maak', 'in the making'), href: `${base}?status=draft&status=in_review` },
                { value: sum(overview, 'overdue'), words: t('te laat nagekeken', 'review overdue'), href: `${base}?controle=overdue`, tone: sum(overview, 'overdue') > 0 ? 'warning' : 'positive' },
                { value: sum(overview, 'serious'), words: t('met iets ernstigs', 'with something serious'), href: `${base}?ernst=serious`, tone: sum(overview, 'serious') > 0 ? 'negative' : 'positive' },
              ]} />
            )}
        </Card>
        {overview.departments.length > 0 && isEditorOrOverseer(scope) && (
          <Card heading={t('In orde per afdeling', 'In order by department')} action={<Link href={`${base}/bevindingen`}>{t('Alle bevindingen', 'All findings')}</Link>}>
            {overview.departments.slice(0, 12).map((row) => <Bar label={row.name ?? t('Zonder afdeling', 'Without department')} value={row.clean} max={row.total} words={t(`${row.clean} van ${row.total} zonder bevindingen`, `${row.clean} of ${row.total} without findings`)} tone={row.clean === row.total ? 'positive' : 'warning'} />)}
          </Card>
        )}
        {isEditor && <p><Link href={`${base}/nakijken`}>{t('Jaarlijks nakijken: zo ver is elke afdeling', 'Yearly review: how far each department is')}</Link></p>}
      </div>
    </Columns>
  )
}

function NothingYet({ scope, base }: { scope: Scope; base: string }) {
  if (hasRole(scope.actor, 'privacy_officer')) return <EmptyState heading={t('Nog leeg', 'Still empty')} icon="list" action={<ButtonLink look="primary" href={`${base}/import`}>{t('Register importeren', 'Import a register')}</ButtonLink>}><p>{t('Begin met het register dat u nu in Excel hebt.', 'Begin with the register that you have in Excel now.')}</p></EmptyState>
  return (
    <EmptyState heading={t('Nog leeg', 'Still empty')} icon="list">
      <p>{isEditorOrOverseer(scope)
        ? t('Zodra een privacy officer of proceseigenaar het register vult, ziet u het hier.', 'As soon as a privacy officer or process owner fills the register, you see it here.')
        : t('Van uw afdeling staat nog geen actieve verwerking in het register.', 'No active processing activity of your department stands in the register yet.')}</p>
    </EmptyState>
  )
}

function NothingToDo({ scope, base, total }: { scope: Scope; base: string; total: number }) {
  if (!isEditorOrOverseer(scope)) {
    return (
      <EmptyState heading={t('Er wacht niets op u', 'Nothing is waiting for you')} icon="ok" action={<ButtonLink href={`/openbaar/${scope.organisation.slug}/verwerkingen`}>{t('Openbaar register bekijken', 'View the public register')}</ButtonLink>}>
        <p>{t('Zodra er iets voor u te doen is, staat het hier. U kunt wel lezen wat uw organisatie met persoonsgegevens doet.',
          'As soon as there is something for you to do, it stands here. You can read what your organisation does with personal data.')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState heading={t('Er wacht niets op u', 'Nothing is waiting for you')} icon="ok" action={total > 0 && <ButtonLink href={`${base}/bevindingen`}>{t('Bevindingen bekijken', 'View the findings')}</ButtonLink>}>
      <p>{t('Niets te toetsen, te beantwoorden of na te kijken.', 'Nothing to test, to answer or to review.')}</p>
    </EmptyState>
  )
}

function isEditorOrOverseer(scope: Scope): boolean {
  return hasRole(scope.actor, 'dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'auditor', 'administrator')
}

function sum(overview: Overview, key: Exclude<keyof DepartmentRow, 'id' | 'name' | 'next'>): number {
  return overview.departments.reduce((total, row) => total + row[key], 0)
}
