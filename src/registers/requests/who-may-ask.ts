// Who may ask: whether somebody may use a right for another: a child, somebody under guardianship, somebody who has died; as dated law (art. 5 lid 4 UAVG; overweging 27 AVG).
import type { Words } from '../../ground/words.ts'

export type Asking = {
  readonly subjectKind: 'self' | 'minor' | 'ward' | 'deceased' | null
  /** `2015-03-01`, where it is known. */
  readonly birthDate: string | null
  readonly asker: 'subject' | 'parent' | 'guardian' | 'lawyer' | 'authorised' | 'heir'
  /** The day on which it is asked. */
  readonly day: string
}

export type MayAsk = { readonly may: boolean | null; readonly words: Words; readonly citation: string }

/** From this day a child of twelve to fifteen may ask too; before it, the parent alone until sixteen. */
export const childrenAskFrom = '2026-09-01'

/** Null where it depends on what somebody shows (an authorisation, a court order). */
export function mayAsk({ subjectKind, birthDate, asker, day }: Asking): MayAsk {
  const age = birthDate === null ? null : ageOn(birthDate, day)
  if (subjectKind === 'deceased') return { may: false, citation: 'overweging 27 AVG', words: { nl: 'De AVG geldt niet voor wie is overleden. Kijk of een andere wet iets geeft.', en: 'The GDPR doesn’t hold for who has died. See whether another law gives something.' } }
  if (asker === 'lawyer' || asker === 'authorised') return { may: null, citation: 'art. 12 lid 2 AVG', words: { nl: 'Dit mag met een machtiging van de persoon zelf: leg vast wat u zag.', en: 'This is allowed with an authorisation of the person: record what you saw.' } }
  if (subjectKind === 'ward' || asker === 'guardian') {
    return asker === 'guardian' ? { may: null, citation: 'art. 5 lid 4 onder c UAVG', words: { nl: 'De curator, bewindvoerder of mentor vraagt, voor zover het onder zijn taak valt: leg de beschikking vast die u zag.', en: 'The guardian asks, as far as it is within their task: record the court order that you saw.' } }
      : { may: null, citation: 'art. 5 lid 4 onder c UAVG', words: { nl: 'De persoon vraagt zelf, tenzij die daar niet over mag beslissen: dan vraagt de vertegenwoordiger.', en: 'The person asks themself, unless they may not decide on it: then the representative asks.' } }
  }
  if (age === null) return asker === 'subject' ? self : { may: null, citation: 'art. 5 lid 4 UAVG', words: { nl: 'Een ouder of voogd mag vragen voor een kind onder 16: stel de leeftijd en het gezag vast.', en: 'A parent or guardian may ask for a child under 16: establish the age and the authority.' } }
  return forAge(age, asker, day)
}

const self: MayAsk = { may: true, citation: 'art. 12 lid 2 AVG', words: { nl: 'De persoon vraagt zelf.', en: 'The person asks themself.' } }

function forAge(age: number, asker: Asking['asker'], day: string): MayAsk {
  const isNew = day >= childrenAskFrom
  if (asker === 'subject') {
    if (age >= 16 || (isNew && age >= 12)) return self
    return { may: false, citation: isNew ? 'art. 5 lid 4 onder a UAVG' : 'art. 5 lid 4 UAVG', words: { nl: `Onder ${isNew ? '12' : '16'} jaar vraagt een ouder of voogd.`, en: `Under ${isNew ? '12' : '16'} a parent or guardian asks.` } }
  }
  return age < 16 ? { may: true, citation: isNew && age >= 12 ? 'art. 5 lid 4 onder b UAVG' : 'art. 5 lid 4 UAVG', words: { nl: 'De wettelijk vertegenwoordiger mag vragen: leg vast waaruit het gezag blijkt.', en: 'The legal representative may ask: record what shows the authority.' } }
    : { may: false, citation: 'art. 5 lid 4 UAVG', words: { nl: 'Vanaf 16 jaar vraagt iemand zelf, of geeft een machtiging.', en: 'From 16 on somebody asks themself, or gives an authorisation.' } }
}

function ageOn(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)
}
