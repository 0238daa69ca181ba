// Invitation mail: what somebody reads who gets the link of an invitation or of a recovery by e-mail.
import type { Scope } from '../ground/scope.ts'
import type { Mail } from './mail.ts'

export function linkMail({ organisation }: Scope, personId: string, kind: 'invitation' | 'recovery', token: string): Mail {
  const path = `/${organisation.slug}/uitnodiging/${token}`
  const { name } = organisation
  const once = { nl: 'De link werkt één keer en een week lang. Geef hem aan niemand anders.', en: 'The link works once and for a week. Give it to nobody else.' }
  if (kind === 'invitation') {
    return {
      personId, kind, subject: { nl: `Uitnodiging voor Waarborg bij ${name}`, en: `Invitation to Waarborg at ${name}` },
      lines: [{ nl: `${name} nodigt u uit om met Waarborg te werken. Daarin staat wat de organisatie met persoonsgegevens doet.`, en: `${name} invites you to work with Waarborg. It holds what the organisation does with personal data.` }, once],
      link: { words: { nl: 'Meedoen', en: 'Join' }, path },
    }
  }
  return {
    personId, kind, subject: { nl: `Weer inloggen bij Waarborg van ${name}`, en: `Sign in again at Waarborg of ${name}` },
    lines: [
      { nl: `Een beheerder van ${name} helpt u om weer in te loggen. Met de link kiest u een nieuw wachtwoord.`, en: `An administrator of ${name} helps you to sign in again. With the link you choose a new password.` }, once,
      { nl: 'Hebt u hier niet om gevraagd? Doe dan niets en zeg het tegen uw beheerder.', en: 'Didn’t you ask for this? Then do nothing and tell your administrator.' },
    ],
    link: { words: { nl: 'Nieuw wachtwoord kiezen', en: 'Choose a new password' }, path },
  }
}
