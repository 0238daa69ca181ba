// Account sections: password and second step on the account page; passkeys, sessions and events stand in files of their own.
import type { Child } from 'hono/jsx'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import type { Account } from './accounts.ts'
import { type Faults, faultAt } from './form-input.ts'
import type { Membership } from './organisations.ts'
import { leastPasswordLength } from './passwords.ts'
import type { Session } from './signed-in.ts'

type Shown = {
  session: Session
  account: Account
  faults: Faults
  /** False when a passkey has just proved more than a password would. */
  asksPassword: boolean
  codesLeft: number
}

export function PasswordSection({ session, asksPassword, faults }: Omit<Shown, 'account' | 'codesLeft'>): Child {
  const proof = `/account/bevestigen?verder=${encodeURIComponent('/account#wachtwoord')}`
  return (
    <Section heading={t('Wachtwoord', 'Password')} id="wachtwoord">
      {asksPassword && session.method === 'passkey' && (
        <p>{t('Huidig wachtwoord vergeten?', 'Forgotten your current password?')} <Link href={proof}>{t('Bevestig met uw passkey', 'Confirm with your passkey')}</Link></p>
      )}
      <Form action="/account/wachtwoord">
        {asksPassword && <OwnPassword name="current" label={t('Huidig wachtwoord', 'Current password')} faults={faults} />}
        <TextInput
          name="password" label={t('Nieuw wachtwoord', 'New password')} type="password" autocomplete="new-password" error={faultAt(faults, 'password')}
          hint={t(
            `Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`,
            `At least ${leastPasswordLength} characters. A sentence of a few words is easy to remember.`,
          )}
        />
        <TextInput
          name="again" label={t('Nieuw wachtwoord, nog een keer', 'New password, once more')} type="password" autocomplete="new-password" error={faultAt(faults, 'again')}
        />
        <SubmitBar primary={t('Wachtwoord wijzigen', 'Change password')} />
      </Form>
    </Section>
  )
}

export function SecondStepSection({ account, asksPassword, codesLeft, faults }: Omit<Shown, 'session'>): Child {
  return (
    <Section heading={t('Tweede stap', 'Second step')} id="tweede-stap">
      <p>{sayState(account)}</p>
      <ButtonGroup>
        <ButtonLink look={account.hasSecondFactor ? 'secondary' : 'primary'} href="/account/tweede-stap">
          {account.hasApp ? t('Andere telefoon instellen', 'Set up another phone') : t('App met inlogcodes instellen', 'Set up an authenticator app')}
        </ButtonLink>
        {account.hasApp && <ButtonLink look="subtle" href="/account/tweede-stap/weghalen">{t('App weghalen', 'Remove the app')}</ButtonLink>}
      </ButtonGroup>
      {account.hasSecondFactor && (
        <>
          <p>{sayCodesLeft(codesLeft)}</p>
          {codesLeft < 3 && <Alert tone="warning" heading={t('U hebt bijna geen herstelcodes meer', 'You have almost no recovery codes left')}>{t('Maak hieronder nieuwe.', 'Make new ones below.')}</Alert>}
          <Form action="/account/herstelcodes">
            {asksPassword && <OwnPassword name="recoveryPassword" label={t('Uw wachtwoord', 'Your password')} faults={faults} />}
            <ButtonGroup><Button>{t('Nieuwe herstelcodes maken', 'Make new recovery codes')}</Button></ButtonGroup>
          </Form>
        </>
      )}
    </Section>
  )
}

/** Mail and calendar are chosen for each organisation, where the work is. */
export function ReminderSection({ memberships }: { memberships: readonly Membership[] }): Child {
  if (memberships.length === 0) return <></>
  return (
    <Section heading={t('Herinneringen en agenda', 'Reminders and calendar')} id="herinneringen" lead={<p>{t('Kies of u uw werk per e-mail krijgt, en zet het in uw eigen agenda.', 'Choose whether you get your work by e-mail, and put it in your own calendar.')}</p>}>
      <ul class="wb-values">{memberships.map(({ slug, name }) => <li><Link href={`/${slug}/mijn-werk/herinneringen`}>{name}</Link></li>)}</ul>
    </Section>
  )
}

function OwnPassword({ name, label, faults }: { name: string; label: string; faults: Faults }): Child {
  return <TextInput name={name} label={label} type="password" autocomplete="current-password" error={faultAt(faults, name)} />
}

function sayState({ hasApp, hasPasskey }: Account): string {
  if (hasApp) return t('U gebruikt een app met inlogcodes.', 'You use an authenticator app.')
  if (hasPasskey) {
    return t('U zet de tweede stap met een passkey. Een app met inlogcodes kan er ook bij.', 'You take the second step with a passkey. You can add an authenticator app too.')
  }
  return t(
    'De tweede stap staat nog niet aan. Met een code van uw telefoon of een passkey is uw account beter beschermd.',
    'The second step isn’t on yet. With a code from your phone or a passkey your account is better protected.',
  )
}

function sayCodesLeft(left: number): string {
  const codes = left === 1 ? t('1 herstelcode', '1 recovery code') : t(`${left} herstelcodes`, `${left} recovery codes`)
  return t(`U hebt nog ${codes}, voor als u uw telefoon of passkey kwijt bent.`, `You have ${codes} left, for when your phone or passkey is lost.`)
}
