// Remedies: where somebody may go who disagrees with what an organisation decided, or hears nothing: by kind of organisation, as letters and status pages say it.
import type { Term } from '../calendar/duration.ts'
import { type LegalTermKey, legalTermOn } from '../calendar/legal-terms.ts'
import type { OrganisationKind } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import { complaintRoutes, decisionRoutes, type Place, petitionRoutes, policeRoutes, supervisorRoutes } from './remedy-words.ts'

export const remedyKeys = ['talk', 'objection', 'default_notice', 'appeal_on_silence', 'petition', 'petition_on_silence', 'mediation', 'ombudsman', 'civil_court', 'authority'] as const
export type RemedyKey = (typeof remedyKeys)[number]

export type { Place } from './remedy-words.ts'

export type Remedy = {
  readonly key: RemedyKey
  readonly heading: Words
  /** What somebody may do, until when and how, in plain words: whole sentences for a letter. */
  readonly words: Words
  readonly citation: string
  /** How long the law gives for it, where it gives a term: the length and its key in the calendar. */
  readonly term?: { readonly key: LegalTermKey; readonly length: Term }
}

/** What was decided: `not_taken_up` is a request that wasn't dealt with (identity, manifestly unfounded); `late` is no answer in time. */
export type RemedyOutcome = 'granted' | 'partial' | 'refused' | 'not_taken_up' | 'late' | 'extended'

/** `information` is what art. 13 and 14 ask; `police_access` and `police_correction` are of the Wpg; the others are art. 15 to 22. */
export type RemedyRight = 'information' | 'access' | 'rectification' | 'erasure' | 'restriction' | 'recipients' | 'portability' | 'objection' | 'automated' | 'police_access' | 'police_correction'

/** A public body's decision on art. 15 to 22 is a decision under the Awb (art. 34 UAVG); a firm's answer isn't (art. 35 UAVG). */
export function isPublicBody(kind: OrganisationKind): boolean {
  return kind !== 'firm'
}

/**
 * The ways open to whoever made a request, the first to take first. `place` says who decided, as letters name it.
 * @throws RangeError for a day before these laws held
 */
export function remediesFor(kind: OrganisationKind, right: RemedyRight, outcome: RemedyOutcome, place: Place = {}): readonly Remedy[] {
  return routesFor(kind, right, outcome, place).map((route) => withTerm(route, place.on ?? '2018-05-25'))
}

/** The ways open after a complaint was handled, or wasn't in time (art. 9:12 lid 2 Awb; art. 77 en 79 AVG; P-22, W-18). */
export function remediesForComplaint(kind: OrganisationKind, place: Place = {}): readonly Remedy[] {
  const own = isPublicBody(kind) ? [complaintRoutes.ombudsman()] : [complaintRoutes.court()]
  return [...own, supervisorRoutes.complaint()].map((route) => withTerm(route, place.on ?? '2018-05-25'))
}

/** What a policy says of remedies against the law, and what the product says in its place. */
export const remedyConflicts: readonly { readonly norm: string; readonly words: Words; readonly citation: string }[] = [
  {
    norm: 'W-12', citation: 'art. 34 UAVG, art. 6:7 Awb en art. 77 AVG',
    words: {
      nl: 'Het beleid stuurt wie bezwaar heeft naar de AP. Bezwaar tegen een besluit gaat naar de organisatie zelf; daarnaast kan iemand een klacht indienen bij de AP.',
      en: 'The policy sends whoever objects to the authority. An objection to a decision goes to the organisation itself; besides, somebody can lodge a complaint with the authority.',
    },
  },
  {
    norm: 'P-22', citation: 'art. 35 lid 1 en 2 UAVG',
    words: {
      nl: 'Het beleid noemt de kantonrechter en zes weken als er geen antwoord komt. Het verzoek gaat naar de rechtbank, en zonder antwoord is er geen termijn.',
      en: 'The policy names the subdistrict court, and six weeks when no answer comes. The petition goes to the district court, and without an answer there is no term.',
    },
  },
  {
    norm: 'W-18', citation: 'art. 77 lid 1 AVG',
    words: {
      nl: 'Er samen uitkomen is goed, maar geen voorwaarde: iemand mag meteen een klacht indienen bij de AP.',
      en: 'Settling it together is good, but no condition: somebody may lodge a complaint with the authority at once.',
    },
  },
]

type Route = Omit<Remedy, 'term'> & { readonly legalTerm?: LegalTermKey }

function routesFor(kind: OrganisationKind, right: RemedyRight, outcome: RemedyOutcome, place: Place): readonly Route[] {
  if (right === 'police_access' || right === 'police_correction') {
    return outcome === 'late' ? [decisionRoutes.defaultNotice(place), decisionRoutes.onSilence(), supervisorRoutes.complaint()]
      : outcome === 'extended' ? [supervisorRoutes.complaint()] : [policeRoutes.objection(place), policeRoutes.mediation(), supervisorRoutes.complaint()]
  }
  // Art. 34 and 35 UAVG speak of requests under art. 15 to 22 only.
  if (right === 'information') return [isPublicBody(kind) ? complaintRoutes.own(place) : complaintRoutes.court(), supervisorRoutes.complaint()]
  // An extension is no decision to object to (art. 6:3 Awb).
  if (outcome === 'extended') return [complaintRoutes.talk(place), supervisorRoutes.complaint()]
  if (isPublicBody(kind)) {
    return outcome === 'late' ? [decisionRoutes.defaultNotice(place), decisionRoutes.onSilence(), supervisorRoutes.complaint()]
      : [decisionRoutes.objection(place), supervisorRoutes.mediationInAppeal(), supervisorRoutes.complaint()]
  }
  return outcome === 'late' ? [petitionRoutes.onSilence(), supervisorRoutes.complaint()] : [petitionRoutes.afterAnswer(), supervisorRoutes.mediation(), supervisorRoutes.complaint()]
}

function withTerm({ legalTerm, ...route }: Route, day: string): Remedy {
  return legalTerm ? { ...route, term: { key: legalTerm, length: legalTermOn(legalTerm, day).term } } : route
}
