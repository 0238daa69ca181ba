// Account sections: the parts of the account page.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { Alert, Badge, StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import type { Account } from './accounts.ts'
import { type Faults, faultAt } from './form-input.ts'
import type { ShownPasskey } from './passkeys.ts'
import { leastPasswordLength } from './passwords.ts'
import type { RelyingParty } from './relying-party.ts'
import type { ShownSession } from './sessions.ts'
import type { ShownEvent } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

type Shown = {
  session: Session; account: Account; faults: Faults
  /** False when a passkey has just proved more than a password would. */
  asksPassword: boolean
  passkeys: readonly ShownPasskey[]; party: RelyingParty | undefined; sessions: readonly ShownSession[]; events: readonly ShownEvent[]; codesLeft: number
}

export function PasswordSection({ session, asksPassword, faults }: Shown): Child {
  return (
    <Section heading={t('Wachtwoord', 'Password')} id="wachtwoord">
      {asksPassword && session.method === 'passkey' && (
        <p>{t('Huidig wachtwoord vergeten? ', 'Forgotten your current password? ')}<Link href={`/account/bevestigen?verder=${encodeURIComponent('/account#wachtwoord')}`}>{t('Bevestig met uw passkey', 'Confirm with your passkey')}</Link></p>
      )}
      <Form action="/account/wachtwoord">
        {asksPassword && <TextInput name="current" label={t('Huidig wachtwoord', 'Current password')} type="password" autocomplete="current-password" error={faultAt(faults, 'current')} />}
        <TextInput
          name="password" label={t('Nieuw wachtwoord', 'New password')} type="password" autocomplete="new-password" error={faultAt(faults, 'password')}
          hint={t(`Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`, `At least ${leastPasswordLength} characters. A sentence of a few words is easy to remember.`)}
        />
        <TextInput name="again" label={t('Nieuw wachtwoord, nog een keer', 'New password, once more')} type="password" autocomplete="new-password" error={faultAt(faults, 'again')} />
        <SubmitBar primary={t('Wachtwoord wijzigen', 'Change password')} />
      </Form>
    </Section>
  )
}

export function RecoverySection({ account, asksPassword, codesLeft, faults }: Shown): Child {
  return (
    <Section heading={t('Tweede stap', 'Second step')} id="tweede-stap">
      {account.hasApp
        ? <><p>{t('U gebruikt een app met inlogcodes.', 'You use an authenticator app.')}</p>
          <ButtonGroup><ButtonLink href="/account/tweede-stap">{t('Andere telefoon instellen', 'Set up another phone')}</ButtonLink><ButtonLink look="subtle" href="/account/tweede-stap/weghalen">{t('App weghalen', 'Remove the app')}</ButtonLink></ButtonGroup></>
        : <><p>{account.hasPasskey
          ? t('U zet de tweede stap met een passkey. Een app met inlogcodes kan er ook bij.', 'You take the second step with a passkey. You can add an authenticator app too.')
          : t('De tweede stap staat nog niet aan. Met een code van uw telefoon of een passkey is uw account beter beschermd.', 'The second step is not on yet. With a code from your phone or a passkey your account is better protected.')}</p>
          <ButtonGroup><ButtonLink look={account.hasPasskey ? 'secondary' : 'primary'} href="/account/tweede-stap">{t('App met inlogcodes instellen', 'Set up an authenticator app')}</ButtonLink></ButtonGroup></>}
      {account.hasSecondFactor && (
        <>
          <p>{codesLeft === 1 ? t('U hebt nog 1 herstelcode, voor als u uw telefoon of passkey kwijt bent.', 'You have 1 recovery code left, for when your phone or passkey is lost.')
            : t(`U hebt nog ${codesLeft} herstelcodes, voor als u uw telefoon of passkey kwijt bent.`, `You have ${codesLeft} recovery codes left, for when your phone or passkey is lost.`)}</p>
          {codesLeft < 3 && <Alert tone="warning" heading={t('U hebt bijna geen herstelcodes meer', 'You have almost no recovery codes left')}>{t('Maak hieronder nieuwe.', 'Make new ones below.')}</Alert>}
          <Form action="/account/herstelcodes">
            {asksPassword && <TextInput name="password" label={t('Uw wachtwoord', 'Your password')} type="password" autocomplete="current-password" error={faultAt(faults, 'recoveryPassword')} />}
            <SubmitBar primary={t('Nieuwe herstelcodes maken', 'Make new recovery codes')} />
          </Form>
        </>
      )}
    </Section>
  )
}

export function PasskeySection({ account, party, passkeys }: Shown): Child {
  return (
    <Section
      heading={t('Passkeys', 'Passkeys')} id="passkeys"
      lead={<p>{account.hasPassword ? t('Een passkey is een sleutel op uw eigen apparaat. U logt ermee in met uw vinger, gezicht of pincode.', 'A passkey is a key on your own device. You sign in with it by finger, face or PIN.')
        : t('Een passkey is een sleutel op uw eigen apparaat. U zet er de tweede stap mee; inloggen doet u via uw organisatie.', 'A passkey is a key on your own device. You take the second step with it; you sign in through your organisation.')}</p>}
    >
      {passkeys.length > 0 && (
        <Table
          caption={t('Uw passkeys', 'Your passkeys')} captionHidden rows={passkeys}
          columns={[
            { key: 'name', header: t('Naam', 'Name'), names: true, cell: (row) => <>{row.name} {row.isRefused && <StatusBadge tone="negative">{t('Geweigerd: misschien is er een kopie', 'Refused: there may be a copy')}</StatusBadge>}</> },
            { key: 'added', header: t('Toegevoegd', 'Added'), cell: (row) => sayMoment(row.createdAt), oneLine: true },
            { key: 'used', header: t('Laatst gebruikt', 'Last used'), cell: (row) => (row.lastUsedAt ? sayMoment(row.lastUsedAt) : t('Nog niet', 'Not yet')), oneLine: true },
            { key: 'remove', header: t('Weghalen', 'Remove'), cell: (row) => <ButtonLink small href={`/account/passkeys/${row.id}/weghalen`}>{t('Weghalen', 'Remove')}<span class="wb-hidden"> {row.name}</span></ButtonLink> },
          ]}
        />
      )}
      {party
        ? <ButtonGroup><ButtonLink icon="plus" href="/account/passkeys/nieuw">{t('Passkey toevoegen', 'Add a passkey')}</ButtonLink></ButtonGroup>
        : <p class="wb-subtle">{t('Op dit adres kunnen passkeys niet: daarvoor heeft Waarborg een eigen naam met https nodig. Uw technisch beheerder regelt dat.', 'Passkeys are not possible at this address: Waarborg needs a name of its own with https. Your technical administrator can arrange that.')}</p>}
    </Section>
  )
}

export function SessionSection({ session, sessions }: Shown): Child {
  const ways: Record<string, string> = {
    password: t('wachtwoord', 'password'), passkey: t('passkey', 'passkey'), oidc: t('uw organisatie', 'your organisation'), invitation: t('uitnodiging', 'invitation'), setup: t('eerste inrichting', 'first set-up'),
  }
  return (
    <Section heading={t('Waar u bent ingelogd', 'Where you are signed in')} id="sessies" lead={<p>{t('Kent u een apparaat niet? Beëindig de sessie en wijzig uw wachtwoord.', 'Do you not know a device? End the session and change your password.')}</p>}>
      <Table
        caption={t('Uw sessies', 'Your sessions')} captionHidden rows={sessions}
        columns={[
          { key: 'device', header: t('Apparaat', 'Device'), names: true, cell: (row) => <>{row.device} {row.id === session.id && <Badge tone="info">{t('Deze sessie', 'This session')}</Badge>}</> },
          { key: 'way', header: t('Via', 'By'), cell: (row) => ways[row.method] ?? row.method },
          { key: 'ip', header: t('Netwerkadres', 'Network address'), cell: (row) => row.ip },
          { key: 'begun', header: t('Begonnen', 'Begun'), cell: (row) => sayMoment(row.createdAt), oneLine: true },
          { key: 'seen', header: t('Laatst gezien', 'Last seen'), cell: (row) => sayMoment(row.lastSeenAt), oneLine: true },
          { key: 'end', header: t('Beëindigen', 'End'), cell: (row) => (
            <form method="post" action="/account/sessies"><Button small name="session" value={row.id}>{t('Beëindigen', 'End')}<span class="wb-hidden"> {row.device}, {sayMoment(row.createdAt)}</span></Button></form>
          ) },
        ]}
      />
      {sessions.length > 1 && <form method="post" action="/account/sessies"><Button>{t('Alle andere sessies beëindigen', 'End all other sessions')}</Button></form>}
    </Section>
  )
}

export function EventSection({ events }: Shown): Child {
  return (
    <Section heading={t('Laatste gebeurtenissen', 'Latest events')} id="gebeurtenissen" lead={<p>{t('Wij bewaren een jaar lang wat er bij het inloggen gebeurde.', 'We keep what happened at signing in for a year.')}</p>}>
      <Table
        caption={t('Wat er met uw account gebeurde', 'What happened to your account')} captionHidden rows={events}
        columns={[
          { key: 'at', header: t('Wanneer', 'When'), cell: (row) => sayMoment(row.at), oneLine: true },
          { key: 'what', header: t('Wat', 'What'), names: true, cell: (row) => row.what },
          { key: 'device', header: t('Apparaat', 'Device'), cell: (row) => row.device },
          { key: 'ip', header: t('Netwerkadres', 'Network address'), cell: (row) => row.ip },
        ]}
      />
    </Section>
  )
}
