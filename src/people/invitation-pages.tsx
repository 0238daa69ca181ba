// Invitation pages: what somebody sees who opens the link that an administrator handed over.
import { type Context, Hono } from 'hono'
import { inScope, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { ButtonLink } from '../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { findAccount } from './accounts.ts'
import { type Faults, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { findInvitation, hasOwnAccount, joinWithAccount, joinWithPassword, resetPassword } from './invitations.ts'
import { withOnward } from './local-path.ts'
import { type FoundOrganisation, findOrganisation } from './organisations.ts'
import { leastPasswordLength } from './passwords.ts'
import { currentSession, endSessions, originOf, startSession } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'
import { lacksSecondFactor } from './with-scope.ts'

/** `/:slug/uitnodiging/:token`. */
export function invitationRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/:slug/uitnodiging/:token', async (c) => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug'))
    return found ? showInvitation(c, house, found, []) : c.notFound()
  })
  app.post('/:slug/uitnodiging/:token', async (c) => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug'))
    return found ? accept(c, house, found) : c.notFound()
  })
  return app
}

async function accept(c: Context, house: House, found: FoundOrganisation): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const fields = await readFields(c)
  const slug = found.organisation.slug
  const holder = await trustedHolder(c, house)
  const outcome = await orFaults(() => asSystem(house, found, async (scope): Promise<{ accountId: string; how: 'account' | 'password' | 'reset'; secondFactorReset?: boolean }> => {
    const invitation = await findInvitation(scope, token)
    if (invitation.purpose === 'reset_password') return { ...await resetPassword(scope, token, fields.raw('password'), fields.raw('again')), how: 'reset' }
    if (fields.one('_action') === 'account' && holder) {
      await joinWithAccount(scope, token, holder.accountId)
      return { accountId: holder.accountId, how: 'account' }
    }
    return { accountId: await joinWithPassword(scope, token, fields.raw('password'), fields.raw('again')), how: 'password' }
  }))
  if (outcome.faults) return showInvitation(c, house, found, outcome.faults)
  const { accountId, how, secondFactorReset } = outcome.done
  const about = { accountId, organisationId: found.organisation.id }
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: how === 'reset' ? 'password_changed' : 'joined', ...about })
  if (secondFactorReset) await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'second_factor_removed', ...about })
  if (how === 'reset') {
    await endSessions(house, accountId, {})
    return c.redirect(`/${slug}/inloggen`, 303)
  }
  if (how === 'password') await startSession(c, house, { accountId, method: 'invitation' })
  return c.redirect(`/${slug}`, 303)
}

/** The session of whoever is signed in by an own password (not by another organisation's provider) and past the second step. */
async function trustedHolder(c: Context, house: House): Promise<Session | undefined> {
  const session = await currentSession(c, house)
  if (!session || session.limitedTo !== null) return undefined
  return (await lacksSecondFactor(house, session, false)) === 'ask' ? undefined : session
}

async function showInvitation(c: Context, house: House, found: FoundOrganisation, faults: Faults): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const here = `/${found.organisation.slug}/uitnodiging/${encodeURIComponent(token)}`
  const holder = await trustedHolder(c, house)
  const holderEmail = holder && (await findAccount(house.database, holder.accountId))?.email
  const { invitation, isKnown } = await asSystem(house, found, async (scope) => {
    const open = await findInvitation(scope, token)
    return { invitation: open, isKnown: open.purpose === 'join' && await hasOwnAccount(scope, open) }
  })
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  const isReset = invitation.purpose === 'reset_password'
  return c.html(
    <PlainPage heading={isReset ? t('Nieuw wachtwoord kiezen', 'Choose a new password') : t(
      `Welkom bij ${found.organisation.name}`,
      `Welcome to ${found.organisation.name}`,
    )} organisation={found.organisation.name} failed={faults.length > 0} lead={<p>{invitation.name}, {invitation.email}</p>}>
      <ErrorSummary faults={faults} />
      {holder && !isReset && (
        <Form action={here}>
          <p>{t(`U bent ingelogd${holderEmail ? ` als ${holderEmail}` : ''}. U kunt met dit account meedoen.`, `You are signed in${holderEmail ? ` as ${holderEmail}` : ''}. You can join with this account.`)}</p>
          <SubmitBar primary={t('Meedoen met dit account', 'Join with this account')} primaryAction="account" />
        </Form>
      )}
      {!holder && isKnown && (
        <>
          <Alert tone="info" heading={t('U hebt al een account', 'You have an account already')}>
            {t(
              'Met dit e-mailadres is al een account gemaakt. Log daarmee in; daarna kunt u meedoen.',
              'An account has been made with this e-mail address already. Sign in with it; then you can join.',
            )}
          </Alert>
          <ButtonLink look="primary" href={withOnward('/inloggen', here)}>{t('Inloggen', 'Sign in')}</ButtonLink>
        </>
      )}
      {(isReset || (!holder && !isKnown)) && (
        <Form action={here}>
          {invitation.resetsSecondFactor && <p>{t(
            'Met deze link vervalt ook uw tweede stap. U stelt die bij het inloggen opnieuw in.',
            'This link also resets your second step. You set it up again when you sign in.',
          )}</p>}
          <TextInput
            name="password" label={t('Wachtwoord', 'Password')} type="password" autocomplete="new-password" error={faultAt(faults, 'password')}
            hint={t(
              `Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`,
              `At least ${leastPasswordLength} characters. A sentence of a few words is easy to remember.`,
            )}
          />
          <TextInput
            name="again" label={t('Wachtwoord, nog een keer', 'Password, once more')} type="password" autocomplete="new-password"
            error={faultAt(faults, 'again')}
          />
          <SubmitBar primary={isReset ? t('Wachtwoord opslaan', 'Save the password') : t('Account maken', 'Make an account')} />
        </Form>
      )}
      {!isReset && !holder && !isKnown && <p><a class="utrecht-link utrecht-link--html-a" href={withOnward('/inloggen', here)}>{t(
        'Ik heb al een account met een ander e-mailadres',
        'I have an account with another e-mail address',
      )}</a></p>}
    </PlainPage>,
  )
}

function asSystem<T>(house: House, found: FoundOrganisation, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inScope(house.database, { organisation: found.organisation, actor: { kind: 'system', task: 'invitation' }, now: house.clock() }, work)
}
