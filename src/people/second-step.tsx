// Second step: what is asked after the password, by a code or a passkey.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Details } from '../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { findAccount } from './accounts.ts'
import { beginAttempt, endAttempt, watchAddress, watchFactor } from './attempts.ts'
import { type Faults, faultAt, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { localPath, withOnward } from './local-path.ts'
import { PasskeyForm } from './passkey-button.tsx'
import { LostSecondFactor, SignOut } from './recovery-words.tsx'
import { relyingParty } from './relying-party.ts'
import { acceptCode, acceptRecoveryCode, recoveryCodesLeft } from './second-factor.ts'
import { currentSession, originOf, passSecondFactor } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

/** `/tweede-stap`; answering by passkey stands in passkey-doors.tsx. */
export function secondStepRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/tweede-stap', async (c) => {
    const session = await currentSession(c, house)
    const onward = localPath(c.req.query('verder'))
    if (!session) return c.redirect(withOnward('/inloggen', onward), 303)
    if (session.secondFactorAt) return c.redirect(onward ?? '/organisaties', 303)
    return askSecondStep(c, house, session, onward, [])
  })
  app.post('/tweede-stap', async (c) => {
    const fields = await readFields(c)
    const onward = localPath(fields.one('verder'))
    const session = await currentSession(c, house)
    if (!session) return c.redirect(withOnward('/inloggen', onward), 303)
    return tryCode(c, house, session, fields.one('code'), onward)
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
    return askSecondStep(c, house, session, onward, [{ at: '', message: refused.message }], 429)
  }
  const isApp = /^[\d\s]+$/.test(code)
  const isRight = isApp ? await acceptCode(house, session.accountId, code) : await acceptRecoveryCode(house, session.accountId, code)
  if (!isRight) {
    await noteSignIn(house.database, now, origin, { what: 'second_factor_wrong', accountId: session.accountId })
    return askSecondStep(c, house, session, onward, [{ at: 'code', message: t(
      'Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app en vul die in.',
      'This code isn’t right or has been used. Wait for the next code in your app and enter that.',
    ) }], 401)
  }
  await endAttempt(house.database, watches)
  await passSecondFactor(c, house, session)
  await noteSignIn(house.database, now, origin, { what: isApp ? 'second_factor_passed' : 'recovery_code_used', accountId: session.accountId })
  if (!isApp && (await recoveryCodesLeft(house.database, session.accountId)) < 3) return c.redirect('/account?herstelcodes=weinig', 303)
  return c.redirect(onward ?? '/organisaties', 303)
}

/** The page that asks for the second step: a passkey, a code, or a recovery code. */
export async function askSecondStep(c: Context, house: House, session: Session, onward: string | undefined, faults: Faults, status: 200 | 401 | 429 = 200): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  const party = relyingParty(house.config.publicUrl)
  const hidden = onward ? { verder: onward } : undefined
  const byPasskey = account?.hasPasskey && party
  c.header('cache-control', 'no-store')
  c.status(status)
  return c.html(
    <PlainPage heading={t('Tweede stap', 'Second step')} failed={faults.length > 0}>
      <ErrorSummary faults={faults} heading={t('De tweede stap lukt nog niet', 'The second step doesn’t work yet')} />
      {byPasskey && <PasskeyForm party={party} kind="get" options="/tweede-stap/passkey/opdracht" action="/tweede-stap/passkey" hidden={hidden} words={t('Verder met een passkey', 'Continue with a passkey')} look="primary" />}
      {account?.hasApp
        ? <CodeForm
            hidden={hidden} error={faultAt(faults, 'code')} autofocus={!byPasskey} label={t('Code', 'Code')}
            hint={t('De zes cijfers uit de app op uw telefoon, of een van uw herstelcodes.', 'The six digits from the app on your phone, or one of your recovery codes.')}
          />
        : <Details summary={t('Herstelcode gebruiken', 'Use a recovery code')} open={faults.some(({ at }) => at === 'code') || !byPasskey}>
            <CodeForm hidden={hidden} error={faultAt(faults, 'code')} label={t('Herstelcode', 'Recovery code')} />
          </Details>}
      <Details summary={t('Ik kan de tweede stap niet zetten', 'I can’t take the second step')}><LostSecondFactor /></Details>
      <SignOut />
    </PlainPage>,
  )
}

function CodeForm({ hidden, label, hint, error, autofocus }: { hidden: Record<string, string> | undefined; label: string; hint?: string; error: string | undefined; autofocus?: boolean }): Child {
  return (
    <Form action="/tweede-stap" hidden={hidden}>
      <TextInput name="code" label={label} hint={hint} autocomplete="one-time-code" width="medium" error={error} autofocus={autofocus} />
      <SubmitBar primary={t('Verder', 'Continue')} />
    </Form>
  )
}
