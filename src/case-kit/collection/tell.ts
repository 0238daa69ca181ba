// Tell: the message to whoever is asked for data: that it is asked, that the day comes near, that it has passed. It names no person: what is asked stands behind the link.
import { sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Words } from '../../ground/words.ts'
import { enqueueMail } from '../../people/mail.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import { secretOf } from './private-address.ts'
import type { Task } from './tasks.ts'

export type Telling = 'asked' | 'again' | 'soon' | 'late'

/** In the transaction of what is told. */
export async function tellAsked(scope: Scope, task: Task, telling: Telling): Promise<void> {
  const lines = [lineOf(scope, task, telling)]
  const link = { words: { nl: 'Bekijk wat er wordt gevraagd', en: 'See what is asked' }, path: pathOfTask(scope, task) }
  if (task.personId !== null) await enqueueMail(scope, { personId: task.personId, kind: 'notice', subject: subjects[telling], lines, link })
  else await enqueueOutside(scope, { to: task.contactEmail!, kind: 'letter', language: task.language, subject: subjects[telling], lines: [...lines, privacy], link })
}

/** For a colleague in the product; for somebody elsewhere the private link. */
export function pathOfTask({ organisation }: Pick<Scope, 'organisation'>, { id, personId, linkVersion }: Pick<Task, 'id' | 'personId' | 'linkVersion'>): string {
  return personId === null ? `/openbaar/${organisation.slug}/ophalen/${secretOf(organisation, 'collection', id, linkVersion)}` : `/${organisation.slug}/ophalen/${id}`
}

const subjects: Readonly<Record<Telling, Words>> = {
  asked: { nl: 'Er wordt u om gegevens gevraagd', en: 'You are asked for data' }, again: { nl: 'Er wordt u opnieuw om gegevens gevraagd', en: 'You are asked for data again' },
  soon: { nl: 'Herinnering: er wordt u om gegevens gevraagd', en: 'Reminder: you are asked for data' }, late: { nl: 'Te laat: er wordt u om gegevens gevraagd', en: 'Late: you are asked for data' },
}

const privacy: Words = { nl: 'De link is alleen voor u. Stuur dit bericht niet door.', en: 'The link is for you only. Don’t pass this message on.' }

function lineOf({ organisation: { name } }: Scope, { aboutName, dueOn, asked: { number } }: Task, telling: Telling): Words {
  const day = (language: 'nl' | 'en') => inLanguage(language, () => sayDay(dueOn))
  const about = number === null ? '' : ` (${number})`
  switch (telling) {
    case 'soon': return { nl: `${name} vroeg gegevens van “${aboutName}”${about}. Lever ze uiterlijk ${day('nl')} aan, of laat weten dat er niets is.`, en: `${name} asked for data of “${aboutName}”${about}. Deliver them by ${day('en')}, or say that there are none.` }
    case 'late': return { nl: `${name} vroeg gegevens van “${aboutName}”${about}. Ze waren nodig op ${day('nl')}. Lever ze vandaag aan: de wet geeft een vaste termijn voor het antwoord.`, en: `${name} asked for data of “${aboutName}”${about}. They were needed on ${day('en')}. Deliver them today: the law gives a fixed term for the answer.` }
    default: return { nl: `${name} heeft gegevens nodig van “${aboutName}”${about}. Lever ze uiterlijk ${day('nl')} aan, of laat weten dat er niets is.`, en: `${name} needs data of “${aboutName}”${about}. Deliver them by ${day('en')}, or say that there are none.` }
  }
}
