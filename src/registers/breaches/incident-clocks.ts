// Incident clocks: every term that may run for one incident, towards whom and by which law, as dated data: what held on the day, and how sure it is.
import type { Term } from '../../calendar/duration.ts'
import type { Words } from '../../ground/words.ts'

export type ClockFacts = {
  readonly role: 'controller' | 'processor' | 'joint' | null
  readonly regime: 'gdpr' | 'wpg' | 'both' | null
  readonly isCyberIncident: boolean | null
  readonly isReportedByProcessor: boolean
  /** `2026-11-22`: by whose law it is asked. */
  readonly day: string
}

export type IncidentClock = {
  readonly key: 'authority' | 'police' | 'controller' | 'processor' | 'cyber_warning' | 'cyber_report' | 'cyber_final' | 'subjects'
  readonly words: Words
  /** Towards whom. */
  readonly towards: Words
  /** Null where the law only says “without undue delay”. */
  readonly term: Term | null
  /** From which moment it runs. */
  readonly from: Words
  readonly citation: string
  /** law: the law’s own; agreement: what policy or contract says, the law gives no number. */
  readonly source: 'law' | 'agreement'
  readonly validFrom: string | null
  /** seen: read in the text of the law; memory: check before leaning on it. */
  readonly certainty: 'seen' | 'memory'
  applies(facts: ClockFacts): boolean
}

const hours = (duration: string): Term => ({ duration, clock: 'elapsed' })
const aware: Words = { nl: 'vanaf het moment dat u het weet', en: 'from the moment you know it' }
const ap: Words = { nl: 'de Autoriteit Persoonsgegevens', en: 'the supervisory authority' }
const csirt: Words = { nl: 'het CSIRT en de bevoegde autoriteit', en: 'the CSIRT and the competent authority' }
const cyber = { validFrom: '2026-08-15', certainty: 'seen', source: 'law', applies: ({ isCyberIncident }: ClockFacts) => isCyberIncident === true } as const

export const incidentClocks: readonly IncidentClock[] = [
  { key: 'authority', words: { nl: 'Melding van het datalek', en: 'Notification of the breach' }, towards: ap, term: hours('PT72H'), from: aware, citation: 'art. 33 lid 1 AVG', source: 'law', validFrom: '2018-05-25', certainty: 'memory', applies: ({ role, regime }) => role !== 'processor' && regime !== 'wpg' },
  { key: 'police', words: { nl: 'Melding van het datalek met politiegegevens', en: 'Notification of the breach of police data' }, towards: ap, term: hours('PT72H'), from: aware, citation: 'art. 33a Wpg', source: 'law', validFrom: '2019-01-01', certainty: 'memory', applies: ({ role, regime }) => role !== 'processor' && (regime === 'wpg' || regime === 'both') },
  { key: 'controller', words: { nl: 'Bericht aan de verantwoordelijke', en: 'Telling the controller' }, towards: { nl: 'de verantwoordelijke of deelnemer', en: 'the controller or participant' }, term: hours('PT24H'), from: aware, citation: 'art. 33 lid 2 AVG', source: 'agreement', validFrom: '2018-05-25', certainty: 'memory', applies: ({ role }) => role === 'processor' },
  { key: 'processor', words: { nl: 'Bericht van de verwerker', en: 'Notice of the processor' }, towards: { nl: 'ons', en: 'us' }, term: hours('PT24H'), from: { nl: 'vanaf het moment dat de verwerker het weet', en: 'from the moment the processor knows it' }, citation: 'art. 33 lid 2 AVG', source: 'agreement', validFrom: '2018-05-25', certainty: 'memory', applies: ({ role, isReportedByProcessor }) => isReportedByProcessor && role !== 'processor' },
  { key: 'cyber_warning', words: { nl: 'Vroegtijdige waarschuwing', en: 'Early warning' }, towards: csirt, term: hours('PT24H'), from: aware, citation: 'art. 26 lid 1 Cbw', ...cyber },
  { key: 'cyber_report', words: { nl: 'Melding van het significante incident', en: 'Notification of the significant incident' }, towards: csirt, term: hours('PT72H'), from: aware, citation: 'art. 27 lid 1 Cbw', ...cyber },
  { key: 'cyber_final', words: { nl: 'Eindverslag', en: 'Final report' }, towards: csirt, term: { duration: 'P1M', clock: 'calendar' }, from: { nl: 'vanaf de melding; duurt het incident nog voort, dan een voortgangsverslag en het eindverslag een maand na afloop', en: 'from the notification; if the incident goes on, a progress report, and the final one a month after its end' }, citation: 'art. 29 Cbw', ...cyber },
  { key: 'subjects', words: { nl: 'Mensen inlichten bij een hoog risico', en: 'Informing people with a high risk' }, towards: { nl: 'de mensen om wie het gaat', en: 'the people concerned' }, term: null, from: { nl: 'meteen, zonder onnodig uitstel', en: 'at once, without undue delay' }, citation: 'art. 34 lid 1 AVG', source: 'law', validFrom: '2018-05-25', certainty: 'memory', applies: ({ role, regime }) => role !== 'processor' && regime !== 'wpg' },
]

/** The clocks that run for an incident, by the law of its day. */
export function clocksOf(facts: ClockFacts): readonly IncidentClock[] {
  return incidentClocks.filter(({ applies, validFrom }) => (validFrom === null || validFrom <= facts.day) && applies(facts))
}
