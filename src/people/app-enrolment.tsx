// App enrolment: setting up an authenticator app, taking it away, and the recovery codes that are shown once.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { renderSVG } from 'uqr'
import { NotFound } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Confirm, ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { type Account, findAccount } from './accounts.ts'
import { type Faults, faultAt, orFaults, readFields } from './form-input.ts'
import { mayEnrol, provenHolder } from './holder.ts'
import type { House } from './house.ts'
import { localPath, withOnward } from './local-path.ts'
import { sayLastFactor } from './last-factor.ts'
import { isOwnPassword } from './own-password.ts'
import { relyingParty } from './relying-party.ts'
import { confirmEnrolment, type Enrolment, pendingEnrolment, removeApp } from './second-factor.ts'
import { originOf, passSecondFactor } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

/** `/account/tweede-stap` sets the app up; `.../weghalen` takes it away. */
export function appEnrolmentRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/account/tweede-stap', async (c) => {
    const session = await maySetApp(c, house)
    if (session instanceof Response) return session
    return showEnrolment(c, house, session, localPath(c.req.query('verder')), [])
  })
  app.post('/account/tweede-stap', async (c) => {
    const fields = await readFields(c)
    const session = await maySetApp(c, house)
    if (session instanceof Response) return session
    const onward = localPath(fields.one('verder'))
    const account = await findAccount(house.database, session.accountId)
    if (asksPassword(account) && !(await isOwnPassword(house, session.accountId, fields.raw('password')))) {
      return showEnrolment(c, house, session, onward, [{ at: 'password', message: t('Dit wachtwoord klopt niet.', 'This password isn’t right.') }])
    }
    const outcome = await orFaults(() => confirmEnrolment(house, session.accountId, fields.one('code')))
    if (outcome.faults) return showEnrolment(c, house, session, onward, outcome.faults)
    await passSecondFactor(c, house, session)
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'second_factor_set', accountId: session.accountId })
    c.header('cache-control', 'no-store')
    return c.html(<RecoveryCodes codes={outcome.done} onward={onward ?? '/organisaties'} />)
  })
  app.get('/account/tweede-stap/weghalen', async (c) => {
    const session = await provenHolder(c, house, '/account/tweede-stap/weghalen')
    if (session instanceof Response) return session
    const account = await findAccount(house.database, session.accountId)
    if (!account?.hasApp) throw new NotFound()
    c.header('cache-control', 'no-store')
    return c.html(
      <PlainPage heading={t('App voor inlogcodes weghalen', 'Remove the authenticator app')}>
        <Confirm
          action="/account/tweede-stap/weghalen" danger button={t('App weghalen', 'Remove the app')} cancel={{ words: t('Niet weghalen', 'Keep it'), href: '/account#tweede-stap' }}
          consequences={[t(
            'De codes van uw app werken daarna niet meer bij Waarborg.',
            'After this the codes of your app no longer work for Waarborg.',
          ), ...(account.hasPasskey ? [] : [await sayLastFactor(house, session.accountId)])]}
        />
      </PlainPage>,
    )
  })
  app.post('/account/tweede-stap/weghalen', async (c) => {
    const session = await provenHolder(c, house, '/account/tweede-stap/weghalen')
    if (session instanceof Response) return session
    if (!(await findAccount(house.database, session.accountId))?.hasApp) throw new NotFound()
    await removeApp(house.database, session.accountId)
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'app_removed', accountId: session.accountId })
    return c.redirect('/account?klaar=app-weg', 303)
  })
  return app
}

/** Whoever has a second factor but no password to ask again must have proved themselves a moment ago. */
async function maySetApp(c: Context, house: House): Promise<Session | Response> {
  const session = await mayEnrol(c, house, '/account/tweede-stap')
  if (session instanceof Response) return session
  const account = await findAccount(house.database, session.accountId)
  return account?.hasSecondFactor && !account.hasPassword ? provenHolder(c, house, '/account/tweede-stap') : session
}

async function showEnrolment(c: Context, house: House, session: Session, onward: string | undefined, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  const enrolment = await pendingEnrolment(house, session.accountId, account?.email ?? 'account')
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  const mayUsePasskey = relyingParty(house.config.publicUrl) !== undefined && !account?.hasSecondFactor
  return c.html(<EnrolmentPage enrolment={enrolment} onward={onward} asks={asksPassword(account)} offersPasskey={mayUsePasskey} faults={faults} />)
}

/** Whoever has a second factor says the password again before another app can take its place. */
function asksPassword(account: Account | undefined): boolean {
  return Boolean(account?.hasSecondFactor && account.hasPassword)
}

function EnrolmentPage({ enrolment, onward, asks, offersPasskey, faults }: {
  enrolment: Enrolment; onward: string | undefined
  /** The password, too. */
  asks: boolean
  offersPasskey: boolean; faults: Faults
}): Child {
  const picture = `data:image/svg+xml;base64,${Buffer.from(renderSVG(enrolment.uri, { border: 4, ecc: 'M' })).toString('base64')}`
  const groups = enrolment.secret.match(/.{1,4}/g)?.join(' ') ?? enrolment.secret
  return (
    <PlainPage
      heading={t('Tweede stap instellen', 'Set up the second step')} failed={faults.length > 0}
      lead={<p>{t(
        'Na uw wachtwoord vraagt Waarborg voortaan een code van uw telefoon. Zo is uw account veilig, ook als iemand uw wachtwoord kent.',
        'From now on Waarborg asks for a code from your phone after your password. That keeps your account safe, even when somebody knows your password.',
      )}</p>}
    >
      <ErrorSummary faults={faults} />
      {offersPasskey && (
        <p>
          {t('Liever een vingerafdruk, gezicht of pincode van uw apparaat?', 'Rather use a fingerprint, face or PIN of your device?')}{' '}
          <Link href={withOnward('/account/passkeys/nieuw', onward)}>{t('Maak een passkey', 'Make a passkey')}</Link>
        </p>
      )}
      <ol class="wb-list">
        <li>{t(
          'Zet een app voor inlogcodes op uw telefoon, bijvoorbeeld een van uw organisatie.',
          'Put an authenticator app on your phone, for instance one from your organisation.',
        )}</li>
        <li>{t('Scan met die app deze QR-code, of neem de sleutel over.', 'Scan this QR code with the app, or copy the key.')}</li>
        <li>{t('Vul de code in die de app laat zien.', 'Enter the code that the app shows.')}</li>
      </ol>
      <p><img src={picture} width="220" height="220" alt={t('QR-code met de sleutel die hieronder ook als tekst staat', 'QR code with the key that is also written below')} /></p>
      <p>{t('Sleutel', 'Key')}: <code>{groups}</code></p>
      <Form action={withOnward('/account/tweede-stap', onward)} hidden={onward ? { verder: onward } : undefined}>
        {asks && <TextInput name="password" label={t('Uw wachtwoord', 'Your password')} type="password" autocomplete="current-password" error={faultAt(faults, 'password')} />}
        <TextInput name="code" label={t('Code uit de app', 'Code from the app')} autocomplete="one-time-code" inputmode="numeric" width="medium" error={faultAt(faults, 'code')} />
        <SubmitBar primary={t('Instellen', 'Set up')} />
      </Form>
    </PlainPage>
  )
}

/** Shown once, right after they were made. */
export function RecoveryCodes({ codes, onward }: { codes: readonly string[]; onward: string }): Child {
  return (
    <PlainPage heading={t('Uw herstelcodes', 'Your recovery codes')}>
      <Alert tone="warning" heading={t('Bewaar deze codes nu', 'Keep these codes now')}>{t(
        'U ziet ze maar één keer. Print ze, of zet ze in uw wachtwoordkluis. Elke code werkt één keer, als uw telefoon of passkey kwijt of stuk is.',
        'You see them only once. Print them, or put them in your password manager. Each code works once, when your phone or passkey is lost or broken.',
      )}</Alert>
      <ul class="wb-list">{codes.map((code) => <li><code>{code}</code></li>)}</ul>
      <ButtonLink look="primary" href={onward}>{t('Ik heb ze bewaard', 'I have kept them')}</ButtonLink>
    </PlainPage>
  )
}
