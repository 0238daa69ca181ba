// Log lines: what somebody typed of a single disclosure, or sent as lines of a file, read as what went out; each fault with its line, and nothing of a person repeated in it. Pure.
import type { Fault } from '../../ground/refusals.ts'
import { t, type Words, say } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { mostSubjects, readSubject, readSubjects, type Subject } from './subject-marks.ts'

/** A line that can be kept; whom and on which ground follow from the disclosure. */
export type LogLine = { readonly on: string; readonly what: string; readonly people: number; readonly note: string | null; readonly subjects: readonly Subject[] }

export const mostLines = 10_000
/** In this order, or under these headings in any. */
export const columns = ['datum', 'gegevens', 'aantal', 'persoon', 'toelichting'] as const
const headings: Readonly<Record<string, (typeof columns)[number]>> = {
  datum: 'datum', date: 'datum', dag: 'datum', gegevens: 'gegevens', wat: 'gegevens', data: 'gegevens', what: 'gegevens', aantal: 'aantal', 'aantal mensen': 'aantal', people: 'aantal', number: 'aantal',
  persoon: 'persoon', bsn: 'persoon', person: 'persoon', personen: 'persoon', toelichting: 'toelichting', opmerking: 'toelichting', note: 'toelichting',
}

export type Typed = { readonly on: string; readonly what: string; readonly people: string; readonly subjects: string; readonly note: string }

/** A single disclosure from its form. */
export function readTyped(typed: Typed, today: string): { readonly line: LogLine | undefined; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const { subjects, faults: unread } = readSubjects(typed.subjects)
  for (const { line, message } of unread.slice(0, 20)) faults.push({ at: 'subjects', message: t(`Regel ${line}: ${message.nl}`, `Line ${line}: ${message.en}`) })
  if (subjects.length > mostSubjects) faults.push({ at: 'subjects', message: t(`Meer dan ${mostSubjects} mensen tegelijk gaat niet. Lees ze in uit een bestand.`, `More than ${mostSubjects} people at once isn’t possible. Read them in from a file.`) })
  const line = lineOf({ datum: typed.on, gegevens: typed.what, aantal: typed.people === '' && subjects.length > 0 ? String(subjects.length) : typed.people, toelichting: typed.note }, subjects, today, (column, message) => faults.push({ at: { datum: 'on', gegevens: 'what', aantal: 'people', persoon: 'subjects', toelichting: 'note' }[column], message: say(message) }))
  return { line: faults.length === 0 ? line : undefined, faults }
}

/** Lines of a file, with or without headings; `faults` tells per line what is wrong. */
export function readRows(rows: readonly { readonly number: number; readonly cells: readonly string[] }[], today: string): { readonly lines: readonly LogLine[]; readonly faults: readonly { readonly row: number; readonly message: string }[] } {
  const faults: { row: number; message: string }[] = []
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const named = filled[0]?.cells.map((cell) => headings[cell.trim().toLowerCase()])
  const hasHeadings = named !== undefined && named.filter(Boolean).length >= 2
  const order = hasHeadings ? named : columns
  const body = hasHeadings ? filled.slice(1) : filled
  if (body.length === 0) faults.push({ row: 0, message: t('Er staan geen regels in dit bestand.', 'There are no lines in this file.') })
  if (body.length > mostLines) faults.push({ row: 0, message: t(`Het bestand heeft meer dan ${mostLines} regels. Deel het op.`, `The file has more than ${mostLines} lines. Split it.`) })
  const lines = faults.length > 0 ? [] : body.map(({ number, cells }) => {
    const of = Object.fromEntries(order.flatMap((column, index) => (column === undefined ? [] : [[column, (cells[index] ?? '').trim()]]))) as Partial<Record<(typeof columns)[number], string>>
    const wrong = (message: Words) => faults.push({ row: number, message: say(message) })
    const subjects = (of.persoon ?? '') === '' ? [] : [readSubject(of.persoon!)]
    for (const subject of subjects) if (!('kind' in subject)) wrong(subject)
    return lineOf(pick(of), subjects.filter((subject): subject is Subject => 'kind' in subject), today, (_column, message) => wrong(message))
  })
  return { lines: faults.length > 0 ? [] : lines.flatMap((line) => line ?? []), faults }
}

function pick({ datum, gegevens, toelichting, aantal }: Partial<Record<string, string>>) {
  return { datum: datum ?? '', gegevens: gegevens ?? '', toelichting: toelichting ?? '', aantal: aantal || '1' }
}

function lineOf({ datum, gegevens, aantal, toelichting }: Record<'datum' | 'gegevens' | 'aantal' | 'toelichting', string>, subjects: readonly Subject[], today: string, wrong: (column: (typeof columns)[number], message: Words) => void): LogLine | undefined {
  const on = readTypedDate(datum)
  const people = /^\d{1,9}$/.test(aantal.replace(/\.(?=\d{3})/g, '')) ? Number(aantal.replace(/\.(?=\d{3})/g, '')) : 0
  const what = gegevens.trim()
  const note = toelichting.trim() || null
  if (on === null) wrong('datum', { nl: 'Vul een bestaande dag in, zoals 31-12-2026.', en: 'Fill in an existing day, such as 31-12-2026.' })
  else if (on > today) wrong('datum', { nl: 'Deze dag moet nog komen.', en: 'This day is still to come.' })
  if (what === '' || what.length > 2000) wrong('gegevens', { nl: 'Vul in welke gegevens zijn gegeven, in hoogstens 2000 tekens.', en: 'Fill in which data were given, in 2000 characters at most.' })
  if (people < 1 || people > 100_000_000) wrong('aantal', { nl: 'Vul in over hoeveel mensen het ging: een heel getal vanaf 1.', en: 'Fill in about how many people it was: a whole number from 1.' })
  else if (people < subjects.length) wrong('aantal', { nl: 'Er staan meer mensen bij dan het aantal zegt.', en: 'More people are named than the number says.' })
  if (note !== null && note.length > 2000) wrong('toelichting', { nl: 'De toelichting is te lang: hoogstens 2000 tekens.', en: 'The note is too long: 2000 characters at most.' })
  return on === null || on > today || what === '' || what.length > 2000 || people < 1 || people > 100_000_000 || people < subjects.length || (note !== null && note.length > 2000) ? undefined : { on, what, people, note, subjects }
}
