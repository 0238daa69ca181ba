// Deadline words: how a deadline is said: where it stands, until when, how much time is left, and why it ends when it does.
import { daysBetween } from '../../calendar/days.ts'
import type { Reason } from '../../calendar/due.ts'
import { type DeadlineState, minutesLeft } from '../../calendar/state.ts'
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import { say, t, type Words } from '../../ground/words.ts'
import type { KeptDeadline } from './kept-deadline.ts'

export const stateWords: Readonly<Record<DeadlineState, Words>> = {
  late: { nl: 'Te laat', en: 'Late' }, running: { nl: 'Loopt', en: 'Running' }, extended: { nl: 'Verlengd', en: 'Extended' }, suspended: { nl: 'Staat stil', en: 'Standing still' },
  met: { nl: 'Gehaald', en: 'Kept' }, lapsed: { nl: 'Vervallen', en: 'Lapsed' },
}

/** `30 november 2026`: the whole day is still in time; `25 nov 2026, 10:00` where it ends at an hour. */
export function sayEnd({ dueOn, dueAt }: Pick<KeptDeadline, 'dueOn' | 'dueAt'>): string {
  return dueOn === null ? sayMoment(dueAt) : sayDay(dueOn)
}

/** `nog 3 dagen`, `nog 5 uur`, `2 dagen te laat`: in days for what ends with a day, else in hours once it is near. */
export function sayTimeLeft({ dueOn, dueAt }: Pick<KeptDeadline, 'dueOn' | 'dueAt'>, now: Date): string {
  const minutes = minutesLeft({ dueAt }, now)
  const isLate = now >= dueAt
  if (dueOn !== null) {
    const days = daysBetween(dayOf(now), dueOn)
    if (days === 0) return t('vandaag is de laatste dag', 'today is the last day')
    return isLate ? t(`${-days} ${-days === 1 ? 'dag' : 'dagen'} te laat`, `${-days} ${-days === 1 ? 'day' : 'days'} late`) : t(`nog ${days} ${days === 1 ? 'dag' : 'dagen'}`, `${days} ${days === 1 ? 'day' : 'days'} left`)
  }
  const { nl, en } = span(Math.abs(minutes))
  return isLate ? t(`${nl} te laat`, `${en} late`) : t(`nog ${nl}`, `${en} left`)
}

/** A step of a reckoning, its days as people write them. */
export function sayStep({ words }: Pick<Reason, 'words'>): string {
  return say(words).replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => sayDay(day))
}

function span(minutes: number): Words {
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return { nl: `${Math.floor(hours / 24)} dagen en ${hours % 24} uur`, en: `${Math.floor(hours / 24)} days and ${hours % 24} hours` }
  if (hours > 0) return { nl: `${hours} uur en ${minutes % 60} ${minutes % 60 === 1 ? 'minuut' : 'minuten'}`, en: `${hours} ${hours === 1 ? 'hour' : 'hours'} and ${minutes % 60} ${minutes % 60 === 1 ? 'minute' : 'minutes'}` }
  return { nl: `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`, en: `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` }
}
