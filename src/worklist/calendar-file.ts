// Calendar file: a person's work as a calendar (RFC 5545): what is due on which day, and nothing that somebody typed but the numbers of entries.
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { addDays } from '../calendar/days.ts'
import { currentLanguage, say, t } from '../ground/words.ts'
import type { WorkItem } from './work-item.ts'

/** In the language of whoever reads; `host` makes the ids of events the world's own. */
export function calendarOf(items: readonly WorkItem[], { organisation, publicUrl, now }: { readonly organisation: string; readonly publicUrl: string; readonly now: Date }): string {
  const { hostname } = new URL(publicUrl)
  const calendar = ical({ name: `Waarborg: ${organisation}`, prodId: { company: 'Waarborg', product: 'Waarborg', language: currentLanguage().toUpperCase() }, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 })
  for (const { key, plain, due, dueTime, href } of items) {
    if (due === null) continue
    calendar.createEvent({
      // Whole days: a day in the Netherlands is that day in every calendar, whatever its time zone.
      id: `${key}@${hostname}`, allDay: true, start: midnight(due), end: midnight(addDays(due, 1)), stamp: now, url: publicUrl + href,
      summary: dueTime === undefined ? say(plain) : t(`${plain.nl}, vóór ${dueTime} uur`, `${plain.en}, before ${dueTime}`),
      transparency: ICalEventTransparency.TRANSPARENT, class: ICalEventClass.PRIVATE,
    })
  }
  return calendar.toString()
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
