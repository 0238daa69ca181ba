// Regimes: by whose rules a term ends: those of Europe, of Dutch law, or the organisation's own; each with its articles.
import type { Length, Said } from './duration.ts'
import type { HolidayList } from './holiday-lists.ts'

/** eu: set in a European act; dutch: set in a Dutch act or AMvB; own: set in a policy, agreement or plan. */
export type Regime = 'eu' | 'dutch' | 'own'

type Cited = { readonly citation: string }

export type RegimeRules = {
  readonly words: Said
  /** What moves the end, and what a working day is. */
  readonly citation: string
  readonly holidays: HolidayList
  /** Why hours run on; why the day itself doesn't count; why an end moves. */
  readonly elapsed: Cited
  readonly counted: Cited
  readonly moved: Cited
  /** Whether an end on a Saturday, Sunday or holiday moves to the next working day. */
  readonly moves: boolean
}

const own: Cited = { citation: 'het eigen beleid of de overeenkomst' }
const termsAct: Cited = { citation: 'art. 1 tot en met 4 Algemene termijnenwet' }

export const regimes: Readonly<Record<Regime, RegimeRules>> = {
  eu: {
    words: { nl: 'Europese termijn', en: 'European term' }, citation: 'art. 3 Verordening (EEG, Euratom) 1182/71', holidays: 'eu', moves: true,
    elapsed: { citation: 'art. 3 lid 3 en 4 Verordening (EEG, Euratom) 1182/71' }, counted: { citation: 'art. 3 lid 1 en lid 2 onder c Verordening (EEG, Euratom) 1182/71' }, moved: { citation: 'art. 3 lid 4 Verordening (EEG, Euratom) 1182/71' },
  },
  dutch: { words: { nl: 'Nederlandse wettelijke termijn', en: 'Dutch statutory term' }, ...termsAct, holidays: 'dutch', moves: true, elapsed: { citation: 'art. 4 onder a Algemene termijnenwet' }, counted: termsAct, moved: { citation: 'art. 1 lid 1 Algemene termijnenwet' } },
  own: { words: { nl: 'Eigen termijn', en: 'Own term' }, ...own, holidays: 'office', moves: false, elapsed: own, counted: own, moved: own },
}

/** Why the Algemene termijnenwet leaves a term alone, by how it is written (art. 4 onder a); undefined where it applies. */
export function excludedFromDutchLaw({ years, months, weeks, days, hours, minutes }: Length): Said | undefined {
  if (hours + minutes > 0) return { nl: 'de termijn is omschreven in uren', en: 'the term is written in hours' }
  if (years > 0) return { nl: 'de termijn is omschreven in jaren', en: 'the term is written in years' }
  if (months > 3) return { nl: 'de termijn is langer dan drie maanden', en: 'the term is longer than three months' }
  if (weeks > 12) return { nl: 'de termijn is langer dan twaalf weken', en: 'the term is longer than twelve weeks' }
  if (days > 90) return { nl: 'de termijn is langer dan 90 dagen', en: 'the term is longer than 90 days' }
  return undefined
}

/** At least three days, so that two working days belong in it (art. 2 Algemene termijnenwet). */
export function isThreeDaysOrMore({ years, months, weeks, days }: Length): boolean {
  return years + months + weeks > 0 || days >= 3
}
