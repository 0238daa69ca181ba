// Account pages: one's own password, second step, sessions and sign-ins.
import { type Context, Hono } from 'hono'
import { sayMoment } from '../ground/clock.ts'
import { Alert, Badge } from '../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../page-kit/buttons.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { Table } from '../page-kit/table.tsx'
import { isId } from '../ground/ids.ts'
import { NotAllowed } from '../ground/refusals.ts'
import { findAccount, setPassword } from './accounts.ts'
import { type Faults, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { withOnward } from './local-path.ts'
import { membershipsOf } from './organisations.ts'
import { isOwnPassword } from './own-password.ts'
import { leastPasswordLength } from './passwords.ts'
import { recoveryCodesLeft, renewRecoveryCodes } from './second-factor.ts'
import { RecoveryCodes } from './second-step.tsx'
import { currentSession, endSessions, endSessionOf, listSessions, originOf } from './sessions.ts'
import { noteSignIn, ownSignIns } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'
import { lacksSecondFactor } from './with-scope.ts'

/** `/account` and what is done there. */
export function accountRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/account', async (c) => {
    const session = await holder(c, house)
    return session instanceof Response ? session : showAccount(c, house, session, [])
  })
  app.post('/account/wachtwoord', async (c) => {
    const session = await holder(c, house)
    if (session instanceof Response) return session
    const fields = await readFields(c)
    const faults = await changePassword(c, house, session, fields.raw('current'), fields.raw('password'), fields.raw('again'))
    return faults.length > 0 ? showAccount(c, house, session, faults) : c.redirect('/account?klaar=wachtwoord', 303)
  })
  app.post('/account/herstelcodes', async (c) => {
    const session = await holder(c, house)
    if (session instanceof Response) return session
    refuseLimited(session)
    const fields = await readFields(c)
    const faults = await wrongPassword(house, session, fields.raw('password'), 'recoveryPassword')
    if (faults.length > 0) return showAccount(c, house, session, faults)
    const codes = await house.database.transaction().execute((tx) => renewRecoveryCodes(tx, session.accountId))
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'recovery_codes_made', accountId: session.accountId })
    c.header('cache-control', 'no-store')
    return c.html(<RecoveryCodes codes={codes} onward="/account" />)
  })
  app.post('/account/sessies', async (c) => {
    const session = await holder(c, house)
    if (session instanceof Response) return session
    const only = (await readFields(c)).one('session')
    const organisationId = session.limitedTo ?? undefined
    if (only === session.id) {
      await endSessionOf(c, house)
      return c.redirect('/inloggen?uitgelogd=1', 303)
    }
    if (only && !isId(only)) return c.redirect('/account', 303)
    const ended = await endSessions(house, session.accountId, only ? { only, organisationId } : { except: session.id, organisationId })
    if (ended > 0) await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'session_ended', accountId: session.accountId })
    return c.redirect('/account?klaar=sessies', 303)
  })
  return app
}

/** The session of whoever may see the account: signed in and past the second step when one is set. */
async function holder(c: Context, house: House): Promise<Session | Response> {
  const session = await currentSession(c, house)
  if (!session) return c.redirect(withOnward('/inloggen', '/account'), 303)
  if ((await lacksSecondFactor(house, session, false)) === 'ask') return c.redirect(withOnward('/tweede-stap', '/account'), 303)
  return session
}

async function changePassword(c: Context, house: House, session: Session, current: string, password: string, again: string): Promise<Faults> {
  refuseLimited(session)
  const wrong = await wrongPassword(house, session, current, 'current')
  if (wrong.length > 0) return wrong
  if (password !== again) return [{ at: 'again', message: 'De twee nieuwe wachtwoorden zijn niet gelijk.' }]
  const about = (await membershipsOf(house.database, session.accountId)).map((one) => one.name)
  const outcome = await orFaults(() => setPassword(house.database, house.clock(), session.accountId, password, about))
  if (outcome.faults) return outcome.faults
  // Whoever knew the old password must be out now.
  await endSessions(house, session.accountId, { except: session.id })
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'password_changed', accountId: session.accountId })
  return []
}

async function wrongPassword(house: House, session: Session, password: string, at: string): Promise<Faults> {
  return (await isOwnPassword(house, session.accountId, password)) ? [] : [{ at, message: 'Dit is niet uw huidige wachtwoord.' }]
}

function refuseLimited(session: Session): void {
  if (session.limitedTo !== null) throw new NotAllowed('U bent ingelogd via uw organisatie. Uw wachtwoord wijzigt u daar, of log in met uw wachtwoord van Waarborg.')
}

const doneWords: Record<string, string> = { wachtwoord: 'Uw wachtwoord is gewijzigd. Andere sessies zijn beëindigd.', sessies: 'De sessie is beëindigd.' }

async function showAccount(c: Context, house: House, session: Session, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  const sessions = await listSessions(house, session.accountId, session.limitedTo ?? undefined)
  const events = await ownSignIns(house.database, session.accountId)
  const left = account?.hasSecondFactor ? await recoveryCodesLeft(house.database, session.accountId) : 0
  const done = doneWords[c.req.query('klaar') ?? '']
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <PlainPage heading="Mijn account" failed={faults.length > 0} wide flash={done ? { tone: 'ok', words: done } : undefined} lead={account?.email && <p>{account.email}</p>}>
      <p><a class="utrecht-link utrecht-link--html-a" href="/organisaties">Terug naar uw organisatie</a></p>
      <ErrorSummary faults={faults} />
      {session.limitedTo === null && account?.hasPassword && (
        <Section heading="Wachtwoord" id="wachtwoord">
          <Form action="/account/wachtwoord">
            <TextInput name="current" label="Huidig wachtwoord" type="password" autocomplete="current-password" error={faultAt(faults, 'current')} />
            <TextInput name="password" label="Nieuw wachtwoord" hint={`Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`} type="password" autocomplete="new-password" error={faultAt(faults, 'password')} />
            <TextInput name="again" label="Nieuw wachtwoord, nog een keer" type="password" autocomplete="new-password" error={faultAt(faults, 'again')} />
            <SubmitBar primary="Wachtwoord wijzigen" />
          </Form>
        </Section>
      )}
      <Section heading="Tweede stap" id="tweede-stap">
        {account?.hasSecondFactor
          ? <>
            <p>De tweede stap staat aan. U hebt nog {left} {left === 1 ? 'herstelcode' : 'herstelcodes'}.</p>
            {left < 3 && <Alert tone="warning" heading="U hebt bijna geen herstelcodes meer">Maak hieronder nieuwe.</Alert>}
            <Form action="/account/herstelcodes">
              <TextInput name="password" label="Uw wachtwoord" type="password" autocomplete="current-password" error={faultAt(faults, 'recoveryPassword')} />
              <SubmitBar primary="Nieuwe herstelcodes maken"><ButtonLink href="/account/tweede-stap">Andere telefoon instellen</ButtonLink></SubmitBar>
            </Form>
          </>
          : <><p>De tweede stap staat nog niet aan. Met een code van uw telefoon is uw account beter beschermd.</p><ButtonLink look="primary" href="/account/tweede-stap">Tweede stap instellen</ButtonLink></>}
      </Section>
      <Section heading="Waar u bent ingelogd" id="sessies">
        <Table
          caption="Uw sessies" captionHidden rows={sessions}
          columns={[
            { key: 'device', header: 'Apparaat', names: true, cell: (row) => <>{row.device} {row.id === session.id && <Badge tone="info">Deze sessie</Badge>}</> },
            { key: 'ip', header: 'Adres', cell: (row) => row.ip },
            { key: 'seen', header: 'Laatst gezien', cell: (row) => sayMoment(row.lastSeenAt), oneLine: true },
            { key: 'end', header: 'Beëindigen', cell: (row) => (
              <form method="post" action="/account/sessies"><Button small name="session" value={row.id}>Beëindigen<span class="wb-hidden"> {row.device}</span></Button></form>
            ) },
          ]}
        />
        {sessions.length > 1 && <form method="post" action="/account/sessies"><Button>Alle andere sessies beëindigen</Button></form>}
      </Section>
      <Section heading="Laatste gebeurtenissen" id="gebeurtenissen">
        <Table
          caption="Wat er met uw account gebeurde" captionHidden rows={events}
          columns={[
            { key: 'at', header: 'Wanneer', cell: (row) => sayMoment(row.at), oneLine: true },
            { key: 'what', header: 'Wat', names: true, cell: (row) => row.what },
            { key: 'device', header: 'Apparaat', cell: (row) => row.device },
            { key: 'ip', header: 'Adres', cell: (row) => row.ip },
          ]}
        />
      </Section>
    </PlainPage>,
  )
}
