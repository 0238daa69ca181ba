// Answer words: what an answer from the access log says to the person, in plain words: what was searched, what the log itself holds and doesn't, and what was left out on which ground.
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { timeZone } from '../../ground/clock-changes.ts'
import { currentLanguage, say, t, type Words } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import { sayDuration } from '../../page-kit/duration.ts'
import type { KnownKind } from './known-as.ts'
import type { LogAct, LogAnswer } from './log-answer.ts'

export const answerHeading = () => t('Wie uw gegevens heeft gebruikt', 'Who used your data')

export function answerLead({ acts, organisation }: Pick<LogAnswer, 'acts' | 'organisation'>): string {
  return acts.length === 0 ? t(`In het logboek van ${organisation} staat niets over u in deze periode.`, `The log of ${organisation} holds nothing about you in this period.`)
    : t(`In het logboek van ${organisation} staat ${acts.length === 1 ? 'één keer' : `${acts.length} keer`} dat uw gegevens zijn gebruikt. U leest wanneer, wat er gebeurde en waarvoor.`, `The log of ${organisation} says ${acts.length === 1 ? 'once' : `${acts.length} times`} that your data were used. You read when, what was done and what for.`)
}

/** Where and how was searched, and what an honest reader must know of the log. */
export function aboutLines({ from, until, kinds, about, madeAt }: Pick<LogAnswer, 'from' | 'until' | 'kinds' | 'about' | 'madeAt'>): string[] {
  const names = kinds.map((kind) => say(yourKinds[kind])).join(', ')
  const { since, applications, keepFor, destroyedOn, unnamedUntil } = about
  const period = from === null && until === null ? t(`Wij zochten op ${sayMoment(new Date(madeAt))} in het hele logboek.`, `We searched the whole log on ${sayMoment(new Date(madeAt))}.`)
    : from === null ? t(`Wij zochten in het logboek tot en met ${sayDay(until!)}.`, `We searched the log until ${sayDay(until!)}.`)
      : t(`Wij zochten in het logboek vanaf ${sayDay(from)}${until === null ? '' : ` tot en met ${sayDay(until)}`}.`, `We searched the log from ${sayDay(from)}${until === null ? '' : ` until ${sayDay(until)}`}.`)
  return [
    `${period} ${t(`Wij zochten op: ${names}.`, `We searched by: ${names}.`)}`,
    since === null ? t('In het logboek staat nog niets.', 'The log holds nothing yet.') : t(`Het logboek begint in ${sayMonth(since)}. Wat daarvoor gebeurde, staat er niet in. Regels blijven ${sayDuration(keepFor)} bewaard.`, `The log begins in ${sayMonth(since)}. What happened before isn’t in it. Records are kept for ${sayDuration(keepFor)}.`),
    applications === 0 ? t('Alleen onze privacyadministratie schrijft in dit logboek. Onze andere toepassingen doen dat niet: wat daar gebeurde, leest u hier niet.', 'Only our privacy administration writes to this log. Our other applications don’t: what happened there you don’t read here.')
      : t(`In dit logboek ${applications === 1 ? 'schrijft één toepassing' : `schrijven ${applications} toepassingen`} van ons, en onze privacyadministratie. Andere toepassingen doen dat niet: wat daar gebeurde, leest u hier niet.`, `${applications === 1 ? 'One of our applications writes' : `${applications} of our applications write`} to this log, and our privacy administration. Other applications don’t: what happened there you don’t read here.`),
    ...(destroyedOn === null ? [] : [t(`Op ${sayDay(destroyedOn)} vernietigden wij de sleutels van het logboek. Wat daarvoor is vastgelegd, kan niemand meer aan een persoon verbinden.`, `On ${sayDay(destroyedOn)} we destroyed the keys of the log. What was recorded before that nobody can tie to a person any more.`)]),
    ...(unnamedUntil === null ? [] : [t(`Wat onze privacyadministratie tot en met ${sayDay(unnamedUntil)} vastlegde, kunnen wij niet op persoon terugzoeken.`, `What our privacy administration recorded until ${sayDay(unnamedUntil)} can’t be searched by person.`)]),
    t('U leest niet welke medewerker het was. U hebt recht om te weten welke organisaties uw gegevens kregen; een naam geven wij alleen als u die echt nodig hebt om uw rechten te gebruiken. Vraag het ons dan (art. 15 lid 1 onder c AVG).', 'You don’t read which employee it was. You have the right to know which organisations got your data; we give a name only if you really need it to use your rights. Then ask us (art. 15(1)(c) GDPR).'),
  ]
}

/** How many were left out, on which law; never which. */
export function withheldLines({ withheld }: Pick<LogAnswer, 'withheld'>): string[] {
  return withheld.map(({ law, count }) => count === 1
    ? t(`Eén keer staat er niet bij. Dat mogen wij weglaten op grond van ${law}. Welke het is, zeggen wij niet.`, `One isn’t here. We may leave it out under ${sayCitation(law)}. We don’t say which it is.`)
    : t(`${count} keer staat er niet bij. Dat mogen wij weglaten op grond van ${law}. Welke het zijn, zeggen wij niet.`, `${count} aren’t here. We may leave them out under ${sayCitation(law)}. We don’t say which they are.`))
}

export const actHeads = () => [t('Wanneer', 'When'), t('Wat er gebeurde', 'What was done'), t('Waarvoor', 'What for'), t('Door wie', 'By whom')] as const

export function sayAct(act: LogAct, organisation: string): readonly [string, string, string, string] {
  return [sayMoment(new Date(act.at)), act.isFailed ? `${act.what} (${t('niet gelukt', 'failed')})` : act.what, sayActivity(act), act.by === 'own' ? `${organisation}, ${t('privacyadministratie', 'privacy administration')}` : `${organisation}, ${t('een toepassing', 'an application')}`]
}

export function sayActivity({ activity }: Pick<LogAct, 'activity'>): string {
  return activity === null ? t('Staat niet in ons register', 'Isn’t in our register') : activity.title ?? t('Privacy beheren', 'Managing privacy')
}

const yourKinds: Readonly<Record<KnownKind, Words>> = {
  bsn: { nl: 'uw burgerservicenummer', en: 'your citizen service number' }, personeelsnummer: { nl: 'uw personeelsnummer', en: 'your employee number' },
  subject: { nl: 'uw naam', en: 'your name' }, other: { nl: 'een ander nummer van u', en: 'another number of yours' },
}

function sayMonth(month: string): string {
  return new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'nl-NL', { month: 'long', year: 'numeric', timeZone }).format(new Date(`${month}-15T12:00:00Z`))
}
