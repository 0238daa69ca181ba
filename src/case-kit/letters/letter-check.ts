// Letter check: what must be right before a letter is final: nothing left to fill in, a subject, and no citizen service number without a reason (N-31; art. 46 UAVG). Pure.
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { isMailAddress } from '../../people/mail-outside.ts'
import { scanText } from '../text-scan.ts'
import { gapsIn } from './fill-letter.ts'
import type { Letter, LetterContent } from './letter-store.ts'

/** Merge fields that a list of receivers fills in. */
export const listFields = ['naam', 'name', 'adres', 'address', 'salutation'] as const

type Checked = LetterContent & Pick<Letter, 'isForList'>

/** Faults that keep a text from being saved at all. */
export function unfit({ subject, body, email, address, addressee }: LetterContent): Fault[] {
  const longest = [['addressee', addressee, 200], ['address', address, 500], ['email', email, 254], ['subject', subject, 200], ['body', body, 50_000]] as const
  return [
    ...longest.flatMap(([at, text, most]) => (text ?? '').length > most ? [{ at, message: t(`Dit is te lang: hoogstens ${most} tekens.`, `This is too long: ${most} characters at most.`) }] : []),
    ...(email !== null && !isMailAddress(email) ? [{ at: 'email', message: t('Dit is geen geldig e-mailadres. Vul één adres in, zoals naam@duinrade.example.', 'This is no valid e-mail address. Fill in one address, such as name@duinrade.example.') }] : []),
    ...[['subject', subject], ['addressee', addressee ?? '']].flatMap(([at, text]) => /[\r\n]/.test(text!) ? [{ at: at!, message: t('Schrijf dit op één regel.', 'Write this on one line.') }] : []),
  ]
}

/** Faults that keep a letter from being made final. */
export function unfinished(letter: Checked): Fault[] {
  const gaps = (text: string) => gapsIn(text, letter.isForList ? listFields : [])
  const open = (at: string, found: readonly string[]): Fault[] => found.length === 0 ? [] : [{
    at, message: found.length === 1 ? t(`Vul nog in: ${found[0]}.`, `Still to fill in: ${found[0]}.`) : t(`Vul nog ${found.length} plekken in: ${found.slice(0, 5).join('; ')}.`, `Still ${found.length} places to fill in: ${found.slice(0, 5).join('; ')}.`),
  }]
  const hasBsn = [letter.subject, letter.body, letter.addressee ?? '', letter.address ?? ''].some((text) => scanText(text).some(({ kind }) => kind === 'bsn'))
  return [
    ...unfit(letter),
    ...(letter.subject.trim() === '' ? [{ at: 'subject', message: t('Vul een onderwerp in.', 'Fill in a subject.') }] : open('subject', gaps(letter.subject))),
    ...(letter.body.trim() === '' ? [{ at: 'body', message: t('Schrijf de brief.', 'Write the letter.') }] : open('body', gaps(letter.body))),
    ...(!letter.isForList && (letter.addressee ?? '').trim() === '' ? [{ at: 'addressee', message: t('Vul in aan wie de brief is.', 'Fill in to whom the letter is.') }] : []),
    ...(hasBsn && (letter.bsnReason ?? '').trim() === '' ? [{ at: 'bsnReason', message: t(
      'In deze brief staat waarschijnlijk een BSN. Haal het weg. Moet het er echt in staan? Schrijf dan waarom.', 'This letter seems to hold a BSN (citizen service number). Take it out. Must it really stand there? Then write why.',
    ) }] : []),
  ]
}
