// Employee door page: where an administrator makes, renews or closes the secret address of the employees' forms.
import { Hono } from 'hono'
import { sayDay } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button } from '../page-kit/buttons.tsx'
import { CopyableCode } from '../page-kit/document.tsx'
import type { House } from '../people/house.ts'
import { type ManagementContext, managementPage, managementPath } from '../people/management.tsx'
import { onlyFor, type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { closeEmployeeDoor, employeeDoor, type EmployeeDoor, employeePath, renewEmployeeDoor } from '../case-kit/intake/employee-door.ts'
import { writeHistory } from '../register-kit/history.ts'

/** `/:slug/beheer/meldlink`; `withScope` has run before. */
export function employeeDoorRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/meldlink', '/beheer/meldlink/*']) app.use(path, async (c, next) => {
    onlyFor(c.get('who'), t('de beheerder en de privacy officer', 'the administrator and the privacy officer'), 'administrator', 'privacy_officer')
    await next()
  })
  app.get('/beheer/meldlink', async (c) => show(c, await scopeOf(c, house, employeeDoor)))
  app.post('/beheer/meldlink', async (c) => {
    const made = await scopeOf(c, house, async (scope) => {
      const token = await renewEmployeeDoor(scope)
      await writeHistory(scope, 'employee-door', [{ entryId: scope.organisation.id, verb: 'renew', note: null }])
      return { token, door: await employeeDoor(scope) }
    })
    return show(c, made.door, house.config.publicUrl + employeePath(c.get('who').organisation.slug, made.token))
  })
  app.post('/beheer/meldlink/sluiten', async (c) => {
    await scopeOf(c, house, async (scope) => {
      await closeEmployeeDoor(scope)
      await writeHistory(scope, 'employee-door', [{ entryId: scope.organisation.id, verb: 'close', note: null }])
    })
    return c.redirect(managementPath(c, 'meldlink'), 303)
  })

  function show(c: ManagementContext, door: EmployeeDoor | undefined, address?: string) {
    c.header('cache-control', 'no-store')
    return managementPage(c, house, {
      heading: t('Meldlink voor medewerkers', 'Reporting link for employees'), narrow: true,
      lead: <p>{t('Met deze link meldt een medewerker een datalek zonder in te loggen, ook buiten uw netwerk. Zet haar op intranet of in de e-mailhandtekening, niet op een openbare pagina.', 'With this link an employee reports a breach without signing in, also outside your network. Put it on the intranet or in an e-mail signature, not on a public page.')}</p>,
      children: (
        <>
          {address && <Alert tone="ok" heading={t('Bewaar deze link nu', 'Keep this link now')}><p>{t('Wij tonen haar maar één keer. Een eerdere link werkt niet meer.', 'We show it only once. An earlier link no longer works.')}</p></Alert>}
          {address && <CopyableCode label={t('Meldlink', 'Reporting link')}>{address}</CopyableCode>}
          <p>{door ? t(`Er is een link, gemaakt op ${sayDay(door.madeAt)} door ${door.by}.`, `There is a link, made on ${sayDay(door.madeAt)} by ${door.by}.`) : t('Er is nog geen link. Vanaf uw toegestane netwerken en met inloggen kunnen medewerkers het formulier wel openen.', 'There is no link yet. From your allowed networks and by signing in employees can open the form all the same.')}</p>
          <form method="post" action={managementPath(c, 'meldlink')}><Button look="primary">{door ? t('Nieuwe link maken', 'Make a new link') : t('Link maken', 'Make a link')}</Button></form>
          {door && <form method="post" action={managementPath(c, 'meldlink/sluiten')}><Button look="danger">{t('Link sluiten', 'Close the link')}</Button></form>}
        </>
      ),
    })
  }
  return app
}
