// Account pages: one's own password, second step, sessions and sign-ins.
import { type Context, Hono } from 'hono'
import { isId } from '../ground/ids.ts'
import { NotAllowed } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Link } from '../page-kit/buttons.tsx'
import { ErrorSummary } from '../page-kit/form.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { PasswordSection, ReminderSection, SecondStepSection } from './account-sections.tsx'
import { findAccount, setPassword } from './accounts.ts'
import { RecoveryCodes } from './app-enrolment.tsx'
import { type Faults, orFaults, readFields } from './form-input.ts'
import { holderOf, isSureByPasskey, mayEnrol, provenHolder } from './holder.ts'
import type { House } from './house.ts'
import { membershipsOf } from './organisations.ts'
import { isOwnPassword } from './own-password.ts'
import { EventSection, SessionSection } from './own-visits.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { listPasskeys } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'
import { recoveryCodesLeft, renewRecoveryCodes } from './second-factor.ts'
import { endSessionOf, endSessions, listSessions, originOf } from './sessions.ts'
import { noteSignIn, ownSignIns } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

/** `/account` and what is done there; second steps are set up in app-enrolment.tsx and passkey-pages.tsx. */
export function accountRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/account', async (c) => {
    const session = await holderOf(c, house, '/account')
    return session instanceof Response ? session : showAccount(c, house, session, [])
  })
  app.post('/account/wachtwoord', async (c) => {
    const session = await mayChange(c, house)
    if (session instanceof Response) return session
    const fields = await readFields(c)
    const faults = await changePassword(c, house, session, fields.raw('current'), fields.raw('password'), fields.raw('again'))
    return faults.length > 0 ? showAccount(c, house, session, faults) : c.redirect('/account?klaar=wachtwoord', 303)
  })
  app.post('/account/herstelcodes', async (c) => {
    const session = await mayChange(c, house)
    if (session instanceof Response) return session
    const account = await findAccount(house.database, session.accountId)
    // Codes without a second factor would open nothing, and stay behind for when there is one.
    if (!account?.hasSecondFactor) return c.redirect('/account#tweede-stap', 303)
    const proven = account.hasPassword ? session : await provenHolder(c, house, '/account')
    if (proven instanceof Response) return proven
    const fields = await readFields(c)
    const faults = account.hasPassword ? await wrongPassword(house, session, fields.raw('recoveryPassword'), 'recoveryPassword') : []
    if (faults.length > 0) return showAccount(c, house, session, faults)
    const codes = await house.database.transaction().execute((tx) => renewRecoveryCodes(tx, session.accountId))
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'recovery_codes_made', accountId: session.accountId })
    c.header('cache-control', 'no-store')
    return c.html(<RecoveryCodes codes={codes} onward="/account" />)
  })
  app.post('/account/sessies', async (c) => {
    const session = await holderOf(c, house, '/account')
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
    return c.redirect(`/account?klaar=${only ? 'sessie' : 'sessies'}#sessies`, 303)
  })
  return app
}

/** Past the second step, and not vouched for by a provider where the account has a password of its own. */
async function mayChange(c: Context, house: House): Promise<Session | Response> {
  const session = await holderOf(c, house, '/account')
  if (session instanceof Response || session.limitedTo === null) return session
  const mine = await mayEnrol(c, house, '/account')
  if (mine instanceof Response) {
    throw new NotAllowed(t(
      'U bent ingelogd via uw organisatie. Log in met uw wachtwoord van Waarborg om dit te wijzigen.',
      'You are signed in through your organisation. Sign in with your Waarborg password to change this.',
    ))
  }
  return mine
}

async function changePassword(c: Context, house: House, session: Session, current: string, password: string, again: string): Promise<Faults> {
  const account = await findAccount(house.database, session.accountId)
  // An account of an organisation's provider has no password; an administrator's link is the way to get one.
  if (!account?.hasPassword) {
    return [{ at: '', message: t('Uw account heeft geen wachtwoord: u logt in via uw organisatie.', 'Your account has no password: you sign in through your organisation.') }]
  }
  const wrong = await wrongPassword(house, session, current, 'current')
  if (wrong.length > 0) return wrong
  if (password !== again) return [{ at: 'again', message: t('De twee nieuwe wachtwoorden zijn niet gelijk.', 'The two new passwords aren’t the same.') }]
  const about = (await membershipsOf(house.database, session.accountId)).map((one) => one.name)
  const outcome = await orFaults(() => setPassword(house.database, house.clock(), session.accountId, password, about))
  if (outcome.faults) return outcome.faults
  // Whoever knew the old password must be out now.
  await endSessions(house, session.accountId, { except: session.id })
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'password_changed', accountId: session.accountId })
  return []
}

/** The password is asked again, unless a passkey has just proved more. */
async function wrongPassword(house: House, session: Session, password: string, at: string): Promise<Faults> {
  if (isSureByPasskey(house, session) || (await isOwnPassword(house, session.accountId, password))) return []
  return [{ at, message: t('Dit is niet uw huidige wachtwoord.', 'This isn’t your current password.') }]
}

function sayDone(what: string | undefined): string | undefined {
  const words: Record<string, () => string> = {
    wachtwoord: () => t('Uw wachtwoord is gewijzigd. Andere sessies zijn beëindigd.', 'Your password has been changed. Other sessions have been ended.'),
    sessie: () => t('De sessie is beëindigd.', 'The session has been ended.'),
    sessies: () => t('Alle andere sessies zijn beëindigd.', 'All other sessions have been ended.'),
    passkey: () => t('De passkey is toegevoegd.', 'The passkey has been added.'),
    'passkey-weg': () => t(
      'De passkey is weggehaald. Kijk hieronder of u nog overal ingelogd wilt blijven.',
      'The passkey has been removed. See below whether you want to stay signed in everywhere.',
    ),
    'app-weg': () => t('De app voor inlogcodes is weggehaald.', 'The authenticator app has been removed.'),
  }
  return what !== undefined && Object.hasOwn(words, what) ? words[what]?.() : undefined
}

async function showAccount(c: Context, house: House, session: Session, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  if (!account) throw new Error('session without account')
  const { accountId } = session
  const party = relyingParty(house.config.publicUrl)
  const passkeys = await listPasskeys(house.database, accountId)
  const sessions = await listSessions(house, accountId, session.limitedTo ?? undefined)
  const events = await ownSignIns(house.database, accountId)
  const memberships = (await membershipsOf(house.database, accountId)).filter(({ organisationId }) => session.limitedTo === null || session.limitedTo === organisationId)
  const codesLeft = account.hasSecondFactor ? await recoveryCodesLeft(house.database, accountId) : 0
  const asksPassword = account.hasPassword && !isSureByPasskey(house, session)
  const done = sayDone(c.req.query('klaar'))
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <PlainPage
      heading={t('Mijn account', 'My account')} failed={faults.length > 0} wide lead={account.email && <p>{account.email}</p>}
      flash={done ? { tone: 'ok', words: done } : undefined}
    >
      <p><Link href="/organisaties">{t('Terug naar uw organisatie', 'Back to your organisation')}</Link></p>
      <ErrorSummary faults={faults} />
      {session.limitedTo === null && account.hasPassword && <PasswordSection session={session} asksPassword={asksPassword} faults={faults} />}
      <SecondStepSection account={account} asksPassword={asksPassword} codesLeft={codesLeft} faults={faults} />
      <PasskeySection account={account} party={party} passkeys={passkeys} />
      <ReminderSection memberships={memberships} />
      <SessionSection session={session} sessions={sessions} />
      <EventSection events={events} />
    </PlainPage>,
  )
}
