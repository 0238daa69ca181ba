// Role pages: who holds which role, since and until when, for which department, given by whom and why; and what each role may do.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf, sayShortDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { type Role, roles, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert, Badge, EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { Select } from '../page-kit/inputs.tsx'
import { FilterBar, Pagination, Table } from '../page-kit/table.tsx'
import { readEvents } from './history.ts'
import type { House } from './house.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { PastEvents } from './past-events.tsx'
import { listHolders, type RoleReport } from './role-holders.ts'
import { RoleRights } from './role-rights.tsx'
import { sayGiver, Until } from './role-terms.tsx'
import { conflicts, isRole, roleTasks, roleWords } from './roles.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

const eventsAPage = 25
const roleVerbs = ['grant_role', 'change_role', 'end_role', 'close', 'reopen'] as const

/** `/beheer/rollen` and below; to be mounted under `/:slug` after `withScope`. */
export function roleRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/rollen', '/beheer/rollen/*']) app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/rollen', (c) => showRoles(c, house))
  app.get('/beheer/rollen/rechten', (c) => managementPage(c, house, {
    heading: t('Wat elke rol mag', 'What each role may do'), crumbs: crumbs(c),
    lead: <p>{t(
      'Iemand mag wat zijn of haar rollen samen mogen. Een rol voor een afdeling geldt voor die afdeling en alles daaronder.',
      'Somebody may do what all of that person’s roles may. A role for a department holds for that department and everything below it.',
    )}</p>,
    children: <RoleRights permissions={house.permissions?.() ?? []} />,
  }))
  app.get('/beheer/rollen/geschiedenis', (c) => showHistory(c, house))
  return app
}

async function showRoles(c: ManagementContext, house: House): Promise<Response> {
  const typed = c.req.query('rol') ?? ''
  const role = isRole(typed) ? typed : undefined
  const report = await readingPersons(c, house, (scope) => listHolders(scope, role), (found) => found.holders.map((holder) => holder.personId), 'roles')
  const here = managementPath(c, 'rollen')
  return managementPage(c, house, {
    heading: t('Rollen', 'Roles'),
    lead: <p>{t('Een rol geven, verlengen of beëindigen doet u op de pagina van de persoon.', 'You give, extend or end a role on the person’s page.')}</p>,
    actions: <><ButtonLink href={`${here}/rechten`}>{t('Wat elke rol mag', 'What each role may do')}</ButtonLink> <ButtonLink icon="history" href={`${here}/geschiedenis`}>{t('Geschiedenis', 'History')}</ButtonLink></>,
    children: (
      <>
        {report.clashes.length > 0 && (
          <Alert tone="warning" heading={t('Deze rollen gaan niet samen', 'These roles don’t go together')}>
            <ul class="wb-list">{report.clashes.map((clash) => <li><Link href={managementPath(c, `personen/${clash.personId}`)}>{clash.name}</Link>: {clash.why}</li>)}</ul>
          </Alert>
        )}
        <FilterBar
          action={here} clearHref={here} active={role ? [{ label: t('Rol', 'Role'), value: say(roleWords[role]), removeHref: here }] : []}
        >
          <Select
            name="rol" label={t('Rol', 'Role')} empty={t('Alle, behalve medewerker', 'All but employee')} value={role ?? ''}
            choices={roles.map((one) => ({ value: one, label: `${say(roleWords[one])} (${report.counts[one] ?? 0})` }))}
          />
        </FilterBar>
        <HolderTable c={c} report={report} today={dayOf(house.clock())} role={role} />
        {report.isCut && <p>{t('Hier staan de eerste 500. Kies een rol om minder te zien.', 'These are the first 500. Choose a role to see fewer.')}</p>}
        <Section heading={t('Welke rollen niet samengaan', 'Which roles don’t go together')} id="botsingen">
          <p>{t('De FG houdt toezicht op de verwerkingen. Wie daar zelf over beslist, kan dat toezicht niet houden (art. 38 lid 6 AVG). Daarom weigert Waarborg:',
            'The DPO supervises processing. Whoever decides on it can’t supervise it too (art. 38(6) GDPR). That is why Waarborg refuses:')}</p>
          <ul class="wb-list">
            {conflicts.map(({ roles: [one, other], why }) => <li><strong>{say(roleWords[one])} {t('met', 'with')} {other === 'management' ? t('een leidinggevende functie', 'a management function') : say(roleWords[other])}</strong>: {say(why)}.</li>)}
          </ul>
        </Section>
      </>
    ),
  })
}

function HolderTable({ c, report, today, role }: { c: ManagementContext; report: RoleReport; today: string; role: Role | undefined }): Child {
  return (
    <Table
      caption={role ? say(roleWords[role]) : t('Wie welke rol heeft', 'Who holds which role')} captionHidden={!role} rows={report.holders}
      empty={<EmptyState heading={t('Niemand heeft deze rol', 'Nobody holds this role')} icon="people">{role && say(roleTasks[role])}</EmptyState>}
      columns={[
        {
          key: 'name', header: t('Wie', 'Who'), names: true,
          cell: (row) => <><Link href={managementPath(c, `personen/${row.personId}`)}>{row.name}</Link>{!row.isActive && <> <Badge tone="negative">{t('uitgezet', 'turned off')}</Badge></>}</>,
        },
        { key: 'role', header: t('Rol', 'Role'), cell: (row) => say(roleWords[row.role]) },
        { key: 'for', header: t('Voor', 'For'), cell: (row) => row.department ?? t('hele organisatie', 'whole organisation') },
        { key: 'from', header: t('Vanaf', 'From'), oneLine: true, cell: (row) => sayShortDay(row.validFrom) },
        { key: 'until', header: t('Tot en met', 'Until'), cell: (row) => <Until validUntil={row.validUntil} today={today} /> },
        { key: 'by', header: t('Gegeven door', 'Given by'), cell: (row) => sayGiver(row) },
        { key: 'why', header: t('Waarom', 'Why'), cell: (row) => row.reason ?? '–' },
      ]}
    />
  )
}

async function showHistory(c: ManagementContext, house: House): Promise<Response> {
  const typed = c.req.query('voor') ?? ''
  const before = isId(typed) ? typed : undefined
  const events = await readingPersons(c, house, (scope) => readEvents(scope, 'persons', { verbs: roleVerbs, before, limit: eventsAPage + 1 }), (found) => found.map((event) => event.entryId), 'role-history')
  const shown = events.slice(0, eventsAPage)
  const here = managementPath(c, 'rollen/geschiedenis')
  return managementPage(c, house, {
    heading: t('Geschiedenis van rollen', 'History of roles'), narrow: true, crumbs: crumbs(c),
    children: (
      <>
        <PastEvents events={shown} label={t('Geschiedenis van rollen', 'History of roles')} naming />
        {(before !== undefined || events.length > eventsAPage) && <Pagination previous={before && here} next={events.length > eventsAPage ? `${here}?voor=${shown.at(-1)!.id}` : undefined} />}
      </>
    ),
  })
}

/** Reads something with persons in it, and leaves the access records in the same transaction. */
function readingPersons<T>(
  c: Context<PeopleEnv>, house: House, work: (scope: Scope) => Promise<T>, persons: (found: T) => string[], purpose: string,
): Promise<T> {
  return scopeOf(c, house, async (scope) => {
    const found = await work(scope)
    await house.onPersonsRead?.(scope, [...new Set(persons(found))], purpose)
    return found
  })
}

function crumbs(c: ManagementContext) {
  return [{ words: t('Rollen', 'Roles'), href: managementPath(c, 'rollen') }]
}
