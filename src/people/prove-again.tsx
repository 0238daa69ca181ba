// Prove again: asks who it is once more, before somebody gets or loses a way into the account.
import { type Context, Hono } from 'hono'
import { t } from '../ground/words.ts'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { findAccount } from './accounts.ts'
import { type Faults, faultAt, readFields } from './form-input.ts'
import { mayEnrol } from './holder.ts'
import type { House } from './house.ts'
import { localPath } from './local-path.ts'
import { isOwnPassword } from './own-password.ts'
import { PasskeyForm } from './passkey-button.tsx'
import { SignOut } from './recovery-words.tsx'
import { relyingParty } from './relying-party.ts'
import { proveAgain } from './sessions.ts'
import type { Session } from './signed-in.ts'

/** `/account/bevestigen`: by password, or by the second step once more (second-step.tsx). */
export function proveAgainRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/account/bevestigen', async (c) => {
    const session = await mayEnrol(c, house, '/account/bevestigen')
    return session instanceof Response ? session : show(c, house, session, localPath(c.req.query('verder')), [])
  })
  app.post('/account/bevestigen', async (c) => {
    const session = await mayEnrol(c, house, '/account/bevestigen')
    if (session instanceof Response) return session
    const fields = await readFields(c)
    const onward = localPath(fields.one('verder'))
    if (!(await isOwnPassword(house, session.accountId, fields.raw('password')))) {
      return show(c, house, session, onward, [{ at: 'password', message: t('Dit wachtwoord klopt niet.', 'This password isn’t right.') }])
    }
    await proveAgain(house, session)
    return c.redirect(onward ?? '/account', 303)
  })
  return app
}

async function show(c: Context, house: House, session: Session, onward: string | undefined, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  const party = relyingParty(house.config.publicUrl)
  const hidden = { verder: onward ?? '/account' }
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <PlainPage
      heading={t('Bevestig dat u het bent', 'Confirm that it is you')} failed={faults.length > 0}
      lead={<p>{t(
        'U gaat wijzigen hoe uw account opengaat. Daarom vragen wij het nog een keer.',
        'You are about to change how your account opens. That is why we ask once more.',
      )}</p>}
    >
      <ErrorSummary faults={faults} />
      {account?.hasPasskey && party && <PasskeyForm party={party} kind="get" options="/tweede-stap/passkey/opdracht" action="/tweede-stap/passkey" hidden={hidden} words={t('Bevestigen met een passkey', 'Confirm with a passkey')} />}
      {account?.hasPassword && (
        <Form action="/account/bevestigen" hidden={hidden}>
          <TextInput name="password" label={t('Uw wachtwoord', 'Your password')} type="password" autocomplete="current-password" error={faultAt(faults, 'password')} />
          <SubmitBar primary={t('Bevestigen', 'Confirm')} />
        </Form>
      )}
      {account?.hasApp && !account.hasPassword && (
        <Form action="/tweede-stap" hidden={hidden}>
          <TextInput name="code" label={t('Code uit de app', 'Code from the app')} autocomplete="one-time-code" width="medium" />
          <SubmitBar primary={t('Bevestigen', 'Confirm')} />
        </Form>
      )}
      {!account?.hasPassword && !account?.hasSecondFactor && <><p>{t(
        'Log uit en opnieuw in via uw organisatie. Kom daarna binnen tien minuten hier terug.',
        'Sign out and sign in again through your organisation. Then come back here within ten minutes.',
      )}</p><SignOut /></>}
    </PlainPage>,
  )
}
