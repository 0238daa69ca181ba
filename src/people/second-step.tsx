// Second step: the code after the password, and setting it up for the first time.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { renderSVG } from 'uqr'
import { TooMany } from '../ground/refusals.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonLink } from '../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { findAccount } from './accounts.ts'
import { beginAttempt, endAttempt, watchAddress, watchFactor } from './attempts.ts'
import { type Faults, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { localPath, withOnward } from './local-path.ts'
import { membershipsOf } from './organisations.ts'
import { isOwnPassword } from './own-password.ts'
import { acceptCode, acceptRecoveryCode, confirmEnrolment, type Enrolment, pendingEnrolment, recoveryCodesLeft } from './second-factor.ts'
import { currentSession, originOf, passSecondFactor } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

/** `/tweede-stap` asks for the code; `/account/tweede-stap` sets it up. */
export function secondStepRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/tweede-stap', async (c) => {
    const session = await currentSession(c, house)
    const onward = localPath(c.req.query('verder'))
    if (!session) return c.redirect(withOnward('/inloggen', onward), 303)
    if (session.secondFactorAt) return c.redirect(onward ?? '/organisaties', 303)
    return askCode(c, onward, [])
  })
  app.post('/tweede-stap', async (c) => {
    const fields = await readFields(c)
    const onward = localPath(fields.one('verder'))
    const session = await currentSession(c, house)
    if (!session) return c.redirect(withOnward('/inloggen', onward), 303)
    return tryCode(c, house, session, fields.one('code'), onward)
  })
  app.get('/account/tweede-stap', async (c) => {
    const session = await mayEnrol(c, house)
    if (session instanceof Response) return session
    return showEnrolment(c, house, session, localPath(c.req.query('verder')), [])
  })
  app.post('/account/tweede-stap', async (c) => {
    const fields = await readFields(c)
    const session = await mayEnrol(c, house)
    if (session instanceof Response) return session
    const onward = localPath(fields.one('verder'))
    const account = await findAccount(house.database, session.accountId)
    if (account?.hasSecondFactor && !(await isOwnPassword(house, session.accountId, fields.raw('password')))) {
      return showEnrolment(c, house, session, onward, [{ at: 'password', message: 'Dit wachtwoord klopt niet.' }])
    }
    const outcome = await orFaults(() => confirmEnrolment(house, session.accountId, fields.one('code')))
    if (outcome.faults) return showEnrolment(c, house, session, onward, outcome.faults)
    await passSecondFactor(c, house, session)
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'second_factor_set', accountId: session.accountId })
    c.header('cache-control', 'no-store')
    return c.html(<RecoveryCodes codes={outcome.done} onward={onward ?? '/organisaties'} />)
  })
  return app
}

async function tryCode(c: Context, house: House, session: Session, code: string, onward: string | undefined): Promise<Response> {
  const now = house.clock()
  const origin = originOf(c, house)
  const watches = [watchAddress(origin.ip), watchFactor(session.accountId)]
  try {
    await beginAttempt(house.database, now, watches)
  } catch (refused) {
    if (!(refused instanceof TooMany)) throw refused
    await noteSignIn(house.database, now, origin, { what: 'waiting', accountId: session.accountId })
    c.header('retry-after', String(refused.retryAfterSeconds))
    return askCode(c, onward, [{ at: '', message: refused.message }], 429)
  }
  const isApp = /^[\d\s]+$/.test(code)
  const isRight = isApp ? await acceptCode(house, session.accountId, code) : await acceptRecoveryCode(house, session.accountId, code)
  if (!isRight) {
    await noteSignIn(house.database, now, origin, { what: 'second_factor_wrong', accountId: session.accountId })
    return askCode(c, onward, [{ at: 'code', message: 'Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app en vul die in.' }], 401)
  }
  await endAttempt(house.database, watches)
  await passSecondFactor(c, house, session)
  await noteSignIn(house.database, now, origin, { what: isApp ? 'second_factor_passed' : 'recovery_code_used', accountId: session.accountId })
  if (!isApp && (await recoveryCodesLeft(house.database, session.accountId)) < 3) return c.redirect('/account?herstelcodes=weinig', 303)
  return c.redirect(onward ?? '/organisaties', 303)
}

/**
 * Setting up is for the holder of the account: signed in, and past the present second step when there is one.
 * An organisation's provider can't vouch for an account that also opens other organisations.
 */
async function mayEnrol(c: Context, house: House): Promise<Session | Response> {
  const session = await currentSession(c, house)
  const onward = localPath(c.req.query('verder'))
  if (!session) return c.redirect(withOnward('/inloggen', withOnward('/account/tweede-stap', onward)), 303)
  const account = await findAccount(house.database, session.accountId)
  if (account?.hasSecondFactor && !session.secondFactorAt) return c.redirect(withOnward('/tweede-stap', onward), 303)
  if (session.limitedTo !== null && (account?.hasPassword || (await membershipsOf(house.database, session.accountId)).length > 1)) {
    return c.redirect(withOnward('/inloggen', withOnward('/account/tweede-stap', onward)), 303)
  }
  return session
}

function askCode(c: Context, onward: string | undefined, faults: Faults, status: 200 | 401 | 429 = 200): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.status(status)
  return c.html(
    <PlainPage heading="Tweede stap" failed={faults.length > 0} lead={<p>Open de app op uw telefoon en vul de code van zes cijfers in.</p>}>
      <ErrorSummary faults={faults} heading="De tweede stap lukt nog niet" />
      <Form action="/tweede-stap" hidden={onward ? { verder: onward } : undefined}>
        <TextInput name="code" label="Code" hint="Telefoon kwijt? Vul dan een van uw herstelcodes in." autocomplete="one-time-code" width="medium" error={faultAt(faults, 'code')} autofocus />
        <SubmitBar primary="Verder" />
      </Form>
      <form method="post" action="/uitloggen"><button class="utrecht-button utrecht-button--subtle wb-button" type="submit">Uitloggen</button></form>
    </PlainPage>,
  )
}

async function showEnrolment(c: Context, house: House, session: Session, onward: string | undefined, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  const enrolment = await pendingEnrolment(house, session.accountId, account?.email ?? 'account')
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(<EnrolmentPage enrolment={enrolment} onward={onward} asksPassword={account?.hasSecondFactor ?? false} faults={faults} />)
}

function EnrolmentPage({ enrolment, onward, asksPassword, faults }: { enrolment: Enrolment; onward: string | undefined; asksPassword: boolean; faults: Faults }): Child {
  const picture = `data:image/svg+xml;base64,${Buffer.from(renderSVG(enrolment.uri, { border: 4, ecc: 'M' })).toString('base64')}`
  const groups = enrolment.secret.match(/.{1,4}/g)?.join(' ') ?? enrolment.secret
  return (
    <PlainPage heading="Tweede stap instellen" failed={faults.length > 0} lead={<p>Na uw wachtwoord vraagt Waarborg voortaan een code van uw telefoon. Zo is uw account veilig, ook als iemand uw wachtwoord kent.</p>}>
      <ErrorSummary faults={faults} />
      <ol class="wb-list">
        <li>Zet een app voor inlogcodes op uw telefoon, bijvoorbeeld een van uw organisatie.</li>
        <li>Scan met die app deze QR-code, of neem de sleutel over.</li>
        <li>Vul de code in die de app laat zien.</li>
      </ol>
      <p><img src={picture} width="220" height="220" alt="QR-code met de sleutel die hieronder ook als tekst staat" /></p>
      <p>Sleutel: <code>{groups}</code></p>
      <Form action={withOnward('/account/tweede-stap', onward)} hidden={onward ? { verder: onward } : undefined}>
        {asksPassword && <TextInput name="password" label="Uw wachtwoord" type="password" autocomplete="current-password" error={faultAt(faults, 'password')} />}
        <TextInput name="code" label="Code uit de app" autocomplete="one-time-code" inputmode="numeric" width="medium" error={faultAt(faults, 'code')} />
        <SubmitBar primary="Instellen" />
      </Form>
    </PlainPage>
  )
}

/** Shown once, right after they were made. */
export function RecoveryCodes({ codes, onward }: { codes: readonly string[]; onward: string }): Child {
  return (
    <PlainPage heading="Uw herstelcodes">
      <Alert tone="warning" heading="Bewaar deze codes nu">U ziet ze maar één keer. Print ze, of zet ze in uw wachtwoordkluis. Elke code werkt één keer, als uw telefoon kwijt of stuk is.</Alert>
      <ul class="wb-list">{codes.map((code) => <li><code>{code}</code></li>)}</ul>
      <ButtonLink look="primary" href={onward}>Ik heb ze bewaard</ButtonLink>
    </PlainPage>
  )
}
