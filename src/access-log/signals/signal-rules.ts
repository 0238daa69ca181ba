// Signal rules: when use of personal data asks for a second look: pure, with what counts as unusual given along (N-39; art. 32 lid 1 onder d AVG: testing regularly whether measures work).
import type { Words } from '../../ground/words.ts'

export const signalKinds = ['watched', 'colleague', 'volume', 'unknown_activity', 'outside_hours', 'silent_source'] as const
export type SignalKind = (typeof signalKinds)[number]

export const signalWords: Readonly<Record<SignalKind, Words>> = {
  watched: { nl: 'Persoon bij wie we extra opletten', en: 'Person we watch over' }, colleague: { nl: 'Gegevens van een collega', en: 'Data of a colleague' }, volume: { nl: 'Ongewoon veel personen', en: 'Unusually many people' },
  unknown_activity: { nl: 'Verwerking niet in het register', en: 'Activity not in the register' }, outside_hours: { nl: 'Buiten kantooruren', en: 'Outside office hours' }, silent_source: { nl: 'Applicatie legt niets meer vast', en: 'Application logs nothing any more' },
}

export const signalWhy: Readonly<Record<SignalKind, Words>> = {
  watched: { nl: 'Iemand bekeek gegevens van een persoon bij wie u extra oplet. Hoort dat bij het werk van deze medewerker?', en: 'Somebody looked at data of a person you watch over. Does it belong to this employee’s work?' },
  colleague: { nl: 'Een medewerker bekeek gegevens van een collega. Dat kan bij het werk horen, bijvoorbeeld als die collega ook inwoner is.', en: 'An employee looked at data of a colleague. It may belong to the work, for instance when that colleague is a resident too.' },
  volume: { nl: 'Een medewerker gebruikte gegevens van veel meer mensen dan anders, en dan anderen met hetzelfde werk.', en: 'An employee used data of many more people than usual, and than others with the same work.' },
  unknown_activity: { nl: 'Gegevens zijn gebruikt voor iets wat niet in het register van verwerkingen staat (art. 30 lid 1 AVG).', en: 'Data were used for something that isn’t in the register of processing activities (art. 30(1) GDPR).' },
  outside_hours: { nl: 'Een medewerker gebruikte persoonsgegevens terwijl het kantoor dicht was.', en: 'An employee used personal data while the office was shut.' },
  silent_source: { nl: 'Deze applicatie stuurde langer niets dan u hebt afgesproken. Staat het vastleggen daar uit?', en: 'This application sent nothing for longer than you agreed. Was logging turned off there?' },
}

/** One record, as far as rules look at it. Pseudonyms in hex. */
export type SeenRecord = { readonly startedAt: Date; readonly actor: string | null; readonly subject: string | null; readonly activity: string; readonly isOwn: boolean }

export type Surroundings = {
  readonly isKnownActivity: (activity: string) => boolean
  readonly isOpenAt: (moment: Date) => boolean
  /** Id of the colleague behind a pseudonym. */
  readonly personBehind: (pseudonym: string) => string | undefined
  /** Id of the watch that a person stands on. */
  readonly watchOn: (pseudonym: string) => string | undefined
  readonly watchesOfficeHours: boolean
}

export type Noticed = { readonly kind: Exclude<SignalKind, 'volume' | 'silent_source'>; readonly watch?: string }

/** What one record gives cause for. */
export function noticed({ startedAt, actor, subject, activity, isOwn }: SeenRecord, around: Surroundings): Noticed[] {
  const found: Noticed[] = []
  if (!around.isKnownActivity(activity)) found.push({ kind: 'unknown_activity' })
  // Without a data subject nobody's data were used; without an employee it was a task of the application.
  if (subject === null || actor === null) return found
  const colleague = around.personBehind(subject)
  const watch = around.watchOn(subject)
  if (watch !== undefined) found.push({ kind: 'watched', watch })
  // In this product colleagues are named on every page, as owners and handlers: that is no looking into their data.
  if (colleague !== undefined && !isOwn && colleague !== around.personBehind(actor)) found.push({ kind: 'colleague' })
  if (around.watchesOfficeHours && !(isOwn && colleague !== undefined) && !around.isOpenAt(startedAt)) found.push({ kind: 'outside_hours' })
  return found
}

export type Thresholds = { readonly least: number; readonly timesOwn: number; readonly timesPeers: number }
export const usualThresholds: Thresholds = { least: 50, timesOwn: 3, timesPeers: 3 }

/** A history or a group smaller than this says nothing. */
const [leastDays, leastPeers] = [5, 3]
/** Where there is nothing to compare with. */
const timesAlone = 4

/**
 * Whether somebody used data of unusually many different people on a day: against the median of their own last thirty days on which they worked with data, and of others with the same activity on that day.
 * Where both are known both must say so: a mailing that everybody works on isn't unusual, nor is somebody who always has the most.
 */
export function isUnusualVolume({ today, own, peers }: { readonly today: number; readonly own: readonly number[]; readonly peers: readonly number[] }, { least, timesOwn, timesPeers }: Thresholds): boolean {
  if (today < least) return false
  const tests = [...(own.length >= leastDays ? [today > timesOwn * median(own)] : []), ...(peers.length >= leastPeers ? [today > timesPeers * median(peers)] : [])]
  return tests.length === 0 ? today >= least * timesAlone : tests.every(Boolean)
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
