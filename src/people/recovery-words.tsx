// Recovery words: what to do for whoever forgot the password or lost the second factor, said wherever somebody stands before a closed door.
import type { Child } from 'hono/jsx'
import { t } from '../ground/words.ts'

export function ForgottenPassword(): Child {
  return (
    <>
      <p><strong>{t('Wachtwoord vergeten', 'Forgotten password')}</strong></p>
      <ul class="wb-list">
        <li>{t(
          'Hebt u een passkey? Log daarmee in en kies bij Mijn account meteen een nieuw wachtwoord.',
          'Do you have a passkey? Sign in with it and choose a new password at My account right away.',
        )}</li>
        <li>{t(
          'Anders: vraag een beheerder van uw organisatie om een herstellink. Daarmee kiest u een nieuw wachtwoord.',
          'Otherwise: ask an administrator of your organisation for a recovery link. With it you choose a new password.',
        )}</li>
      </ul>
    </>
  )
}

export function LostSecondFactor(): Child {
  return (
    <>
      <p><strong>{t('Telefoon of passkey kwijt', 'Lost phone or passkey')}</strong></p>
      <ul class="wb-list">
        <li>{t(
          'Vul bij de tweede stap een van uw herstelcodes in. Die kreeg u toen u de tweede stap instelde.',
          'At the second step, enter one of your recovery codes. You got them when you set up the second step.',
        )}</li>
        <li>{t(
          'Herstelcodes ook kwijt? Vraag een beheerder van uw organisatie om een herstellink die ook de tweede stap wist. Daarna stelt u een nieuwe in.',
          'Recovery codes lost too? Ask an administrator of your organisation for a recovery link that also removes the second step. Then you set up a new one.',
        )}</li>
        <li>{t(
          'Hoort uw account bij meer organisaties, of bent u de enige beheerder? Dan helpt de technisch beheerder van Waarborg u.',
          'Does your account belong to several organisations, or are you the only administrator? Then the technical administrator of Waarborg helps you.',
        )}</li>
      </ul>
    </>
  )
}

export function SignOut(): Child {
  return <form method="post" action="/uitloggen"><button class="utrecht-button utrecht-button--subtle wb-button" type="submit">{t('Uitloggen', 'Sign out')}</button></form>
}
