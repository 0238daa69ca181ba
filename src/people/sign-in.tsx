// Sign in: by e-mail address and password, at the general door and at that of one organisation.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../page-kit/buttons.tsx'
import { Details } from '../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { accountByEmail, plainEmail } from './accounts.ts'
import { beginAttempt, endAttempt, watchAccount, watchAddress } from './attempts.ts'
import { type Faults, faultAt, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { providerOf } from './identity-provider.ts'
import { localPath, withOnward } from './local-path.ts'
import { type FoundOrganisation, findOrganisation, hasOrganisations, membershipsOf } from './organisations.ts'
import { PasskeyForm } from './passkey-button.tsx'
import { hashPassword, isPassword, mustRehash } from './passwords.ts'
import { ForgottenPassword, LostSecondFactor, SignOut } from './recovery-words.tsx'
import { relyingParty } from './relying-party.ts'
import { currentSession, endSessionOf, originOf, startSession } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'
import { lacksSecondFactor } from './with-scope.ts'

/** `/`, `/inloggen`, `/:slug/inloggen`, `/uitloggen` and `/organisaties`. */
export function signInRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/inloggen', async (c) => {
    if (!(await hasOrganisations(house.database))) return c.redirect('/instellen', 303)
    const session = await currentSession(c, house)
    if (session && !c.req.query('verder')) return c.redirect(await afterSignIn(house, session, undefined), 303)
    return showSignIn(c, house, undefined, {})
  })
  app.post('/inloggen', (c) => trySignIn(c, house, undefined))
  app.get('/:slug/inloggen', async (c) => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug'))
    return found ? showSignIn(c, house, found, {}) : c.notFound()
  })
  app.post('/:slug/inloggen', async (c) => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug'))
    return found ? trySignIn(c, house, found) : c.notFound()
  })
  app.post('/uitloggen', async (c) => {
    const session = await currentSession(c, house)
    if (session) await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'signed_out', accountId: session.accountId, organisationId: session.limitedTo })
    await endSessionOf(c, house)
    return c.redirect('/inloggen?uitgelogd=1', 303)
  })
  app.get('/', (c) => c.redirect('/organisaties', 303))
  app.get('/organisaties', async (c) => {
    const session = await currentSession(c, house)
    if (!session) return c.redirect(withOnward('/inloggen', '/organisaties'), 303)
    const memberships = (await membershipsOf(house.database, session.accountId)).filter((one) => session.limitedTo === null || one.organisationId === session.limitedTo)
    const [only] = memberships
    if (only && memberships.length === 1) return c.redirect(`/${only.slug}`, 303)
    return c.html(<ChooseOrganisation memberships={memberships} />)
  })
  return app
}

/** Where somebody goes once the password (or the provider) said yes: the second step, the page they came for, or their organisation. */
export async function afterSignIn(house: House, session: Session, onward: string | undefined, found?: FoundOrganisation): Promise<string> {
  const lacking = await lacksSecondFactor(house, session, found?.secondFactorRequired ?? false)
  if (lacking !== 'no') return withOnward(lacking === 'ask' ? '/tweede-stap' : '/account/tweede-stap', onward ?? (found && `/${found.organisation.slug}`))
  return onward ?? (found ? `/${found.organisation.slug}` : '/organisaties')
}

async function trySignIn(c: Context, house: House, found: FoundOrganisation | undefined): Promise<Response> {
  const fields = await readFields(c)
  const email = plainEmail(fields.one('email')).slice(0, 254)
  const onward = localPath(fields.one('verder'))
  const missing = [
    ...(email ? [] : [{ at: 'email', message: t('Vul uw e-mailadres in.', 'Enter your e-mail address.') }]),
    ...(fields.raw('password') ? [] : [{ at: 'password', message: t('Vul uw wachtwoord in.', 'Enter your password.') }]),
  ]
  if (missing.length > 0) return showSignIn(c, house, found, { email, onward, faults: missing })

  const now = house.clock()
  const origin = originOf(c, house)
  const watches = [watchAddress(origin.ip), watchAccount(email)]
  const account = await accountByEmail(house.database, email)
  try {
    await beginAttempt(house.database, now, watches)
  } catch (refused) {
    if (!(refused instanceof TooMany)) throw refused
    await noteSignIn(house.database, now, origin, { what: 'waiting', accountId: account?.id, organisationId: found?.organisation.id })
    c.header('retry-after', String(refused.retryAfterSeconds))
    return showSignIn(c, house, found, { email, onward, status: 429, faults: [{ at: '', message: refused.message }] })
  }
  const isRight = await isPassword(account?.passwordHash, fields.raw('password'))
  const maySignIn = isRight && account && (!found || await isMemberOf(house, account.id, found))
  if (!maySignIn) {
    await noteSignIn(house.database, now, origin, { what: 'password_wrong', accountId: account?.id, organisationId: found?.organisation.id })
    // The same words for an unknown address, a wrong password and somebody of another organisation: nobody learns who exists.
    return showSignIn(c, house, found, { email, onward, status: 401, faults: [{ at: 'password', message: t(
      'Het e-mailadres of het wachtwoord klopt niet. Let op hoofdletters.',
      'The e-mail address or the password isn’t right. Mind capital letters.',
    ) }] })
  }
  await endAttempt(house.database, watches)
  if (account.passwordHash && mustRehash(account.passwordHash)) {
    await house.database.updateTable('account').set({ password_hash: await hashPassword(fields.raw('password')) }).where('id', '=', account.id).where('password_hash', '=', account.passwordHash).execute()
  }
  const session = await startSession(c, house, { accountId: account.id, method: 'password' })
  await noteSignIn(house.database, now, origin, { what: 'signed_in', accountId: account.id })
  return c.redirect(await afterSignIn(house, session, onward, found), 303)
}

export async function isMemberOf(house: House, accountId: string, found: FoundOrganisation): Promise<boolean> {
  return (await membershipsOf(house.database, accountId)).some((one) => one.organisationId === found.organisation.id)
}

type Shown = { email?: string; onward?: string; faults?: Faults; status?: 401 | 429 }

export async function showSignIn(c: Context, house: House, found: FoundOrganisation | undefined, shown: Shown): Promise<Response> {
  const onward = shown.onward ?? localPath(c.req.query('verder'))
  const faults = shown.faults ?? []
  const provider = found && await providerOf(house, found.organisation)
  c.header('cache-control', 'no-store')
  c.status(shown.status ?? (faults.length > 0 ? 400 : 200))
  const party = relyingParty(house.config.publicUrl)
  const door = found ? `/${found.organisation.slug}/inloggen` : '/inloggen'
  const hidden = onward ? { verder: onward } : undefined
  return c.html(
    <PlainPage
      heading={t('Inloggen', 'Sign in')} organisation={found?.organisation.name} failed={faults.length > 0}
      banner={found?.isDemo && !found.secondFactorRequired
        ? t('Dit is een oefenomgeving met verzonnen gegevens. De tweede stap bij het inloggen (een code op uw telefoon) staat hier uit; in een echte omgeving staat die aan.',
          'This is a practice environment with invented data. The second step of signing in (a code on your phone) is off here; in a real environment it is on.') : undefined}
      flash={c.req.query('uitgelogd') ? { tone: 'ok', words: t('U bent uitgelogd.', 'You are signed out.') } : undefined}
    >
      <ErrorSummary faults={faults} heading={t('Inloggen lukt nog niet', 'Signing in doesn’t work yet')} />
      {onward?.includes('bewaard=') && faults.length === 0 && (
        <Alert tone="info" heading={t('Uw tekst is bewaard', 'Your text has been kept')}>{t(
          'Uw sessie was afgelopen. Wat u had ingevuld is bewaard: log in, dan staat het er weer.',
          'Your session had ended. What you had filled in has been kept: sign in and it is there again.',
        )}</Alert>
      )}
      {provider?.isEnabled && found && (
        <ButtonGroup><ButtonLink look="primary" href={withOnward(`${door}/organisatie`, onward)}>{provider.label}</ButtonLink></ButtonGroup>
      )}
      <Form action={door} hidden={hidden}>
        <TextInput name="email" label={t('E-mailadres', 'E-mail address')} type="email" autocomplete="username" value={shown.email} error={faultAt(faults, 'email')} autofocus={!shown.email} />
        <TextInput name="password" label={t('Wachtwoord', 'Password')} type="password" autocomplete="current-password" error={faultAt(faults, 'password')} />
        <SubmitBar primary={t('Inloggen', 'Sign in')} />
      </Form>
      {party && <PasskeyForm party={party} kind="get" options="/inloggen/passkey/opdracht" action={`${door}/passkey`} hidden={hidden} words={t('Inloggen met een passkey', 'Sign in with a passkey')} quiet />}
      <Details summary={t('Ik kan niet inloggen', 'I can’t sign in')}><ForgottenPassword /><br /><LostSecondFactor /></Details>
    </PlainPage>,
  )
}

function ChooseOrganisation({ memberships }: { memberships: readonly { slug: string; name: string }[] }): Child {
  return (
    <PlainPage heading={t('Kies een organisatie', 'Choose an organisation')}>
      {memberships.length === 0
        ? <Alert tone="warning" heading={t('U hoort nog bij geen organisatie', 'You don’t belong to an organisation yet')}>{t(
          'Vraag de beheerder van uw organisatie om u toe te voegen.',
          'Ask the administrator of your organisation to add you.',
        )}</Alert>
        : <ul class="wb-list">{memberships.map((one) => <li><a class="utrecht-link utrecht-link--html-a" href={`/${one.slug}`}>{one.name}</a></li>)}</ul>}
      <SignOut />
    </PlainPage>
  )
}
