// Passkey button: a form whose button has the browser make or use a passkey (page-kit/islands/passkey.ts). Hidden where the browser can't.
import type { Child } from 'hono/jsx'
import { t } from '../ground/words.ts'
import { Button } from '../page-kit/buttons.tsx'
import { Icon } from '../page-kit/icons.tsx'
import type { RelyingParty } from './relying-party.ts'

/** `quiet` leaves out why there is no button: at the front door the password stands beside it. `children` are fields that go along. */
export function PasskeyForm({ party, kind, options, action, hidden, words, look, quiet, children }: {
  party: RelyingParty; kind: 'create' | 'get'; options: string; action: string; hidden?: Record<string, string>
  words: string; look?: 'primary' | 'secondary'; quiet?: boolean; children?: Child
}) {
  return (
    <wb-passkey
      data-kind={kind} data-options={options} data-origin={party.origin}
      data-busy={t('Volg de aanwijzingen van uw apparaat.', 'Follow the instructions of your device.')}
      data-cancelled={t('Het is afgebroken of duurde te lang. Probeer het opnieuw.', 'It was stopped or took too long. Try again.')}
      data-known={t('Dit apparaat heeft al een passkey voor uw account.', 'This device has a passkey for your account already.')}
      data-failed={t('Het lukt niet. Probeer het opnieuw, of kies een andere manier.', 'It doesn’t work. Try again, or choose another way.')}
      data-none={quiet ? undefined : t('Deze browser kent geen passkeys.', 'This browser doesn’t know passkeys.')}
      data-elsewhere={quiet ? undefined : t(`Passkeys werken alleen op het adres ${party.origin}.`, `Passkeys only work at the address ${party.origin}.`)}
    >
      <form class="wb-form" method="post" action={action} novalidate hidden>
        {Object.entries(hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <input type="hidden" name="response" autocomplete="off" />
        {children}
        <div class="wb-submit"><Button look={look} icon="shield">{words}</Button></div>
      </form>
      <p class="wb-hidden" role="status" data-status></p>
      <div class="wb-flash wb-flash--warning" role="alert" data-trouble hidden><Icon name="warning" /><p></p></div>
      {!quiet && <p data-without>{t('Een passkey werkt alleen met JavaScript. Zet het aan in uw browser.', 'A passkey only works with JavaScript. Turn it on in your browser.')}</p>}
    </wb-passkey>
  )
}
