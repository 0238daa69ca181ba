// Legal terms: how long the law gives, as dated data: what holds on a day, what held before, and what is only proposed.
import type { Said, Term } from './duration.ts'
import type { Regime } from './regimes.ts'

export type LegalTerm = {
  readonly key: LegalTermKey
  readonly words: Said
  readonly term: Term
  readonly regime: Regime
  readonly citation: string
  readonly validFrom: string | null
  /** The first day on which it no longer holds. */
  readonly validUntil: string | null
  /** proposed: shown as what may come, never counted with. */
  readonly status: 'in_force' | 'proposed'
  /** What a reader must know before leaning on it. */
  readonly note?: Said
}

export type LegalTermKey = 'answer-request' | 'extend-request' | 'refuse-request' | 'inform-subject' | 'report-authority' | 'prior-consultation' | 'extend-consultation' | 'court-petition'
  | 'objection' | 'decide-objection' | 'extend-objection' | 'handle-complaint' | 'extend-complaint' | 'after-default' | 'decide-disclosure' | 'extend-disclosure' | 'police-access' | 'extend-police-access' | 'report-police-breach'

const calendar = (duration: string): Term => ({ duration, clock: 'calendar' })
const elapsed = (duration: string): Term => ({ duration, clock: 'elapsed' })
const avg = '2018-05-25'

function inForce(key: LegalTermKey, nl: string, en: string, term: Term, regime: Regime, { citation, from }: { citation: string; from: string }, note?: Said): LegalTerm {
  return { key, words: { nl, en }, term, regime, citation, validFrom: from, validUntil: null, status: 'in_force', ...(note ? { note } : {}) }
}

export const legalTerms: readonly LegalTerm[] = [
  inForce('answer-request', 'Antwoord op een verzoek', 'Answer to a request', calendar('P1M'), 'eu', { citation: 'art. 12 lid 3 AVG', from: avg }),
  inForce('extend-request', 'Verlenging van een verzoek', 'Extension of a request', calendar('P2M'), 'eu', { citation: 'art. 12 lid 3 AVG', from: avg }, { nl: 'Gerekend vanaf de ontvangst: een plus twee maanden. De verlenging meldt u binnen de eerste maand.', en: 'Counted from receipt: one plus two months. You tell of the extension within the first month.' }),
  inForce('refuse-request', 'Weigering van een verzoek', 'Refusal of a request', calendar('P1M'), 'eu', { citation: 'art. 12 lid 4 AVG', from: avg }),
  inForce('inform-subject', 'Informatie als gegevens van elders komen', 'Information where data come from elsewhere', calendar('P1M'), 'eu', { citation: 'art. 14 lid 3 onder a AVG', from: avg }),
  inForce('report-authority', 'Melding van een datalek aan de AP', 'Notification of a breach to the authority', elapsed('PT72H'), 'eu', { citation: 'art. 33 lid 1 AVG', from: avg }),
  {
    key: 'report-authority', words: { nl: 'Melding van een datalek aan de AP', en: 'Notification of a breach to the authority' }, term: elapsed('PT96H'), regime: 'eu', citation: 'COM(2025) 837 (voorstel)', validFrom: null, validUntil: null, status: 'proposed',
    note: { nl: 'Een voorstel van de Europese Commissie. Het geldt nu niet: blijf bij 72 uur.', en: 'A proposal of the European Commission. It doesn’t hold now: keep to 72 hours.' },
  },
  inForce('prior-consultation', 'Advies van de AP bij voorafgaande raadpleging', 'Advice of the authority on prior consultation', calendar('P8W'), 'eu', { citation: 'art. 36 lid 2 AVG', from: avg }),
  inForce('extend-consultation', 'Verlenging van de voorafgaande raadpleging', 'Extension of the prior consultation', calendar('P6W'), 'eu', { citation: 'art. 36 lid 2 AVG', from: avg }),
  inForce('court-petition', 'Verzoekschrift bij de rechtbank', 'Petition to the court', calendar('P6W'), 'dutch', { citation: 'art. 35 lid 2 UAVG', from: avg }),
  inForce('objection', 'Bezwaar of beroep', 'Objection or appeal', calendar('P6W'), 'dutch', { citation: 'art. 6:7 Awb', from: '1994-01-01' }),
  inForce('decide-objection', 'Beslissing op bezwaar', 'Decision on an objection', calendar('P6W'), 'dutch', { citation: 'art. 7:10 lid 1 Awb', from: '2009-10-01' }, { nl: 'Twaalf weken als er een adviescommissie is. De termijn begint na de dag waarop de bezwaartermijn is verstreken.', en: 'Twelve weeks with an advisory committee. The term begins after the day on which the term for objection has passed.' }),
  inForce('extend-objection', 'Verdaging van de beslissing op bezwaar', 'Postponement of the decision on an objection', calendar('P6W'), 'dutch', { citation: 'art. 7:10 lid 3 Awb', from: '2009-10-01' }),
  inForce('handle-complaint', 'Afhandeling van een klacht', 'Handling of a complaint', calendar('P6W'), 'dutch', { citation: 'art. 9:11 lid 1 Awb', from: '1999-07-01' }),
  inForce('extend-complaint', 'Verdaging van een klacht', 'Postponement of a complaint', calendar('P4W'), 'dutch', { citation: 'art. 9:11 lid 2 Awb', from: '1999-07-01' }),
  inForce('after-default', 'Tijd na een ingebrekestelling', 'Time after a notice of default', calendar('P2W'), 'dutch', { citation: 'art. 4:17 lid 3 Awb', from: '2009-10-01' }),
  inForce('decide-disclosure', 'Beslissing op een Woo-verzoek', 'Decision on a request for public information', calendar('P4W'), 'dutch', { citation: 'art. 4.4 lid 1 Woo', from: '2022-05-01' }),
  inForce('extend-disclosure', 'Verdaging van een Woo-verzoek', 'Postponement of a request for public information', calendar('P2W'), 'dutch', { citation: 'art. 4.4 lid 2 Woo', from: '2022-05-01' }),
  inForce('police-access', 'Antwoord op een verzoek over politiegegevens', 'Answer to a request about police data', calendar('P6W'), 'dutch', { citation: 'art. 25 lid 1 Wpg', from: '2019-01-01' }),
  inForce('extend-police-access', 'Verlenging van een verzoek over politiegegevens', 'Extension of a request about police data', calendar('P4W'), 'dutch', { citation: 'art. 25 lid 2 Wpg', from: '2019-01-01' }),
  inForce('report-police-breach', 'Melding van een datalek met politiegegevens', 'Notification of a breach of police data', elapsed('PT72H'), 'dutch', { citation: 'art. 33a Wpg', from: '2019-01-01' }),
]

/** What the law gives on a day (`2026-11-22`). @throws RangeError for a day on which it gave nothing */
export function legalTermOn(key: LegalTermKey, day: string, terms: readonly LegalTerm[] = legalTerms): LegalTerm {
  const found = findLegalTerm(key, day, terms)
  if (!found) throw new RangeError(`No legal term “${key}” on ${day}`)
  return found
}

/** As `legalTermOn`, and undefined for a day on which the law gave nothing. */
export function findLegalTerm(key: LegalTermKey, day: string, terms: readonly LegalTerm[] = legalTerms): LegalTerm | undefined {
  return terms.find((one) => one.key === key && holdsOn(one, day))
}

/** What is proposed in its place, to be shown and never to be counted with. */
export function proposedTerms(key: LegalTermKey, terms: readonly LegalTerm[] = legalTerms): readonly LegalTerm[] {
  return terms.filter((one) => one.key === key && one.status === 'proposed')
}

function holdsOn({ status, validFrom, validUntil }: LegalTerm, day: string): boolean {
  return status === 'in_force' && (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil)
}
