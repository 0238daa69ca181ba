// Passkey section: one's own passkeys on the account page.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { StatusBadge } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { Table } from '../page-kit/table.tsx'
import type { Account } from './accounts.ts'
import type { ShownPasskey } from './passkeys.ts'
import type { RelyingParty } from './relying-party.ts'

/** Without a `party` this address can't have passkeys; what was made elsewhere is still shown, and can be taken away. */
export function PasskeySection({ account, party, passkeys }: { account: Account; party: RelyingParty | undefined; passkeys: readonly ShownPasskey[] }): Child {
  return (
    <Section heading={t('Passkeys', 'Passkeys')} id="passkeys" lead={<p>{sayWhatFor(account)}</p>}>
      {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} />}
      {party
        ? <ButtonGroup><ButtonLink icon="plus" href="/account/passkeys/nieuw">{t('Passkey toevoegen', 'Add a passkey')}</ButtonLink></ButtonGroup>
        : <p class="wb-subtle">{sayImpossible()}</p>}
    </Section>
  )
}

function PasskeyTable({ passkeys }: { passkeys: readonly ShownPasskey[] }): Child {
  const refused = () => <StatusBadge tone="negative">{t('Geweigerd: misschien is er een kopie', 'Refused: there may be a copy')}</StatusBadge>
  return (
    <Table
      caption={t('Uw passkeys', 'Your passkeys')} captionHidden rows={passkeys}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: (row) => <>{row.name} {row.isRefused && refused()}</> },
        { key: 'added', header: t('Toegevoegd', 'Added'), cell: (row) => sayMoment(row.createdAt), oneLine: true },
        { key: 'used', header: t('Laatst gebruikt', 'Last used'), cell: (row) => (row.lastUsedAt ? sayMoment(row.lastUsedAt) : t('Nog niet', 'Not yet')), oneLine: true },
        {
          key: 'remove', header: t('Weghalen', 'Remove'),
          cell: (row) => <ButtonLink small href={`/account/passkeys/${row.id}/weghalen`}>{t('Weghalen', 'Remove')}<span class="wb-hidden"> {row.name}</span></ButtonLink>,
        },
      ]}
    />
  )
}

function sayWhatFor({ hasPassword }: Account): string {
  return hasPassword
    ? t('Een passkey is een sleutel op uw eigen apparaat. U logt ermee in met uw vinger, gezicht of pincode.', 'A passkey is a key on your own device. You sign in with it by finger, face or PIN.')
    : t(
      'Een passkey is een sleutel op uw eigen apparaat. U zet er de tweede stap mee; inloggen doet u via uw organisatie.',
      'A passkey is a key on your own device. You take the second step with it; you sign in through your organisation.',
    )
}

function sayImpossible(): string {
  return t(
    'Op dit adres kunnen passkeys niet: daarvoor heeft Waarborg een eigen naam met https nodig. Uw technisch beheerder regelt dat.',
    'Passkeys aren’t possible at this address: Waarborg needs a name of its own with https. Your technical administrator can arrange that.',
  )
}
