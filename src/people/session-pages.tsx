// Session pages: who is signed in to this organisation now, for the administrator, who may end it.
import { Hono } from 'hono'
import { sayMoment } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { Badge, EmptyState } from '../page-kit/alerts.tsx'
import { Button, Link } from '../page-kit/buttons.tsx'
import { ErrorSummary } from '../page-kit/form.tsx'
import { Table } from '../page-kit/table.tsx'
import { type Faults, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { endVisitor, listVisitors, type Visitor } from './session-visits.ts'
import { idleMinutes, originOf } from './sessions.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/sessies`; to be mounted under `/:slug` after `withScope`. */
export function sessionRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.use('/beheer/sessies', async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/sessies', (c) => showSessions(c, house, []))
  app.post('/beheer/sessies', async (c) => {
    const wanted = (await readFields(c)).one('session')
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => endVisitor(scope, house, wanted, originOf(c, house))))
    return outcome.faults ? showSessions(c, house, outcome.faults) : c.redirect(`${managementPath(c, 'sessies')}?klaar=sessie`, 303)
  })
  return app
}

async function showSessions(c: ManagementContext, house: House, faults: Faults): Promise<Response> {
  const visitors = await scopeOf(c, house, async (scope) => {
    const found = await listVisitors(scope)
    await house.onPersonsRead?.(scope, [...new Set(found.map((visitor) => visitor.personId))], 'sessions')
    return found
  })
  const own = c.get('who').session.id
  const hours = idleMinutes / 60
  return managementPage(c, house, {
    heading: t('Sessies', 'Sessions'), failed: faults.length > 0,
    lead: <p>{t(
      `Wie nu bij deze organisatie is ingelogd. Wie hier langer dan ${hours} uur niets deed, staat er niet bij. Iemand overal uitloggen doet u op de pagina van die persoon.`,
      `Who is signed in to this organisation now. Whoever did nothing here for more than ${hours} hours isn’t listed. To sign somebody out everywhere, go to that person’s page.`,
    )}</p>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Table
          caption={t('Sessies', 'Sessions')} captionHidden rows={visitors} empty={<EmptyState heading={t('Niemand is ingelogd', 'Nobody is signed in')} icon="people" />}
          columns={[
            {
              key: 'name', header: t('Wie', 'Who'), names: true,
              cell: (row) => <><Link href={managementPath(c, `personen/${row.personId}`)}>{row.name}</Link> {row.sessionId === own && <Badge tone="info">{t('Uw sessie', 'Your session')}</Badge>}</>,
            },
            { key: 'device', header: t('Apparaat', 'Device'), cell: (row) => row.device },
            { key: 'ip', header: t('Adres', 'Address'), cell: (row) => row.ip },
            { key: 'how', header: t('Ingelogd met', 'Signed in with'), cell: (row) => sayMethod(row) },
            { key: 'since', header: t('Hier sinds', 'Here since'), cell: (row) => sayMoment(row.firstSeenAt) },
            { key: 'seen', header: t('Laatst gezien', 'Last seen'), cell: (row) => sayMoment(row.lastSeenAt) },
            { key: 'end', header: t('Beëindigen', 'End'), cell: (row) => (
              <form
                method="post" action={managementPath(c, 'sessies')}
              >
                <Button small name="session" value={row.sessionId}>{t('Beëindigen', 'End')}<span class="wb-hidden"> {row.name}, {row.device}</span></Button>
              </form>
            ) },
          ]}
        />
      </>
    ),
  })
}

function sayMethod({ method, hasSecondFactor }: Visitor): string {
  const how = method === 'oidc' ? t('Inlogdienst', 'Sign-in service') : method === 'passkey' ? t('Passkey', 'Passkey') : t('Wachtwoord', 'Password')
  if (method === 'passkey') return how
  return hasSecondFactor ? t(`${how} en tweede stap`, `${how} and second step`) : t(`${how}, zonder tweede stap`, `${how}, without a second step`)
}
