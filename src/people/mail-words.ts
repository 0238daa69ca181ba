// Mail words: what an administrator reads of the state of a message and of why it wasn't sent.
import { sayMoment } from '../ground/clock.ts'
import { say, t, type Words } from '../ground/words.ts'
import type { BadgeTone } from '../page-kit/alerts.tsx'
import type { MailStanding, MailState } from './mail-outbox.ts'
import { mailKinds } from './mail.ts'

export function sayMailKind(kind: string): string {
  const known = (mailKinds as Readonly<Record<string, { words: Words } | undefined>>)[kind]
  return known ? say(known.words) : kind
}

const states: Readonly<Record<MailState, { words: Words; many: Words; tone: BadgeTone }>> = {
  waiting: { words: { nl: 'Wacht', en: 'Waiting' }, many: { nl: 'Wachten', en: 'Waiting' }, tone: 'info' },
  sending: { words: { nl: 'Wordt verstuurd', en: 'Being sent' }, many: { nl: 'Worden verstuurd', en: 'Being sent' }, tone: 'info' },
  sent: { words: { nl: 'Verstuurd', en: 'Sent' }, many: { nl: 'Verstuurd', en: 'Sent' }, tone: 'positive' },
  failed: { words: { nl: 'Niet gelukt', en: 'Failed' }, many: { nl: 'Niet gelukt', en: 'Failed' }, tone: 'negative' },
  uncertain: { words: { nl: 'Onzeker', en: 'Uncertain' }, many: { nl: 'Onzeker', en: 'Uncertain' }, tone: 'warning' },
  dropped: { words: { nl: 'Vervallen', en: 'Dropped' }, many: { nl: 'Vervallen', en: 'Dropped' }, tone: 'neutral' },
}

export function mailState(state: MailState): { words: string; many: string; tone: BadgeTone } {
  const { words, many, tone } = states[state]
  return { words: say(words), many: say(many), tone }
}

/** Why it isn't sent, and what comes next; empty when there is nothing to say. */
export function sayMailTrouble({ state, trouble, smtpStatus, attempts, nextAttemptAt }: MailStanding): string {
  const why = trouble === null ? '' : `${sayTrouble(trouble)}${smtpStatus === null || trouble === 'by_hand' ? '' : ` (${smtpStatus})`}.`
  const next = state === 'waiting' && attempts > 0 && nextAttemptAt ? t(`Poging ${attempts} mislukte; de volgende is ${sayMoment(nextAttemptAt)}.`, `Attempt ${attempts} failed; the next one is ${sayMoment(nextAttemptAt)}.`) : ''
  return state === 'sent' ? '' : [why, next].filter(Boolean).join(' ')
}

function sayTrouble(trouble: string): string {
  switch (trouble) {
    case 'refused': return t('De mailserver weigerde dit adres of dit bericht', 'The mail server refused this address or this message')
    case 'temporary': return t('De mailserver kon dit nu niet aannemen', 'The mail server couldn’t take this now')
    case 'unreachable': return t('De mailserver was niet bereikbaar', 'The mail server couldn’t be reached')
    case 'timeout': return t('De mailserver gaf geen antwoord', 'The mail server didn’t answer')
    case 'tls': return t('De verbinding met de mailserver was niet veilig te maken', 'The connection with the mail server couldn’t be made secure')
    case 'login': return t('De mailserver accepteerde de inloggegevens niet', 'The mail server didn’t accept the credentials')
    case 'broken_off': return t('De verbinding brak af of de server stopte tijdens het versturen: misschien is het bericht toch aangekomen', 'The connection broke off or the server stopped while sending: the message may have arrived after all')
    case 'too_old': return t('Het bericht wachtte zo lang dat niemand er nog iets aan had', 'The message waited so long that it was of no use any more')
    case 'person_gone': return t('De persoon is uitgezet', 'The person’s access is turned off')
    case 'by_hand': return t('Een beheerder heeft het laten vervallen', 'An administrator dropped it')
    default: return t('Er ging iets mis', 'Something went wrong')
  }
}
