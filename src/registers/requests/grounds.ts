// Grounds: the cases in which a right may be asked for, and the legal bases and facts on which it depends (art. 16 tot en met 22 AVG).
import type { Words } from '../../ground/words.ts'
import type { RightKey } from './rights.ts'

export type RightCase = { readonly key: string; readonly words: Words; readonly citation: string }

/** H-34: the policy's five cases, with 17(1)(f) that it lacks. */
export const erasureCases = {
  not_needed: { words: { nl: 'De gegevens zijn niet meer nodig voor het doel.', en: 'The data are no longer needed for the purpose.' }, citation: 'art. 17 lid 1 onder a AVG' },
  consent_withdrawn: { words: { nl: 'De toestemming is ingetrokken en er is geen andere grondslag.', en: 'Consent was withdrawn and there is no other legal basis.' }, citation: 'art. 17 lid 1 onder b AVG' },
  objected: { words: { nl: 'Er is bezwaar gemaakt en geen grond weegt zwaarder, of het gaat om reclame.', en: 'Somebody objected and no ground weighs more, or it is direct marketing.' }, citation: 'art. 17 lid 1 onder c AVG' },
  unlawful: { words: { nl: 'De gegevens zijn onrechtmatig verwerkt.', en: 'The data were processed unlawfully.' }, citation: 'art. 17 lid 1 onder d AVG' },
  legal_duty: { words: { nl: 'Een wet zegt dat de gegevens weg moeten, bijvoorbeeld omdat de bewaartermijn voorbij is.', en: 'A law says that the data must go, for instance because the retention period is over.' }, citation: 'art. 17 lid 1 onder e AVG' },
  child_service: { words: { nl: 'De gegevens zijn verzameld voor een online dienst aan een kind.', en: 'The data were collected for an online service to a child.' }, citation: 'art. 17 lid 1 onder f AVG' },
} as const satisfies Readonly<Record<string, Omit<RightCase, 'key'>>>

/** H-33: the four cases. */
export const restrictionCases = {
  accuracy_contested: { words: { nl: 'Iemand zegt dat de gegevens niet kloppen, en dat wordt nagegaan.', en: 'Somebody says that the data are wrong, and that is being checked.' }, citation: 'art. 18 lid 1 onder a AVG' },
  unlawful_not_erased: { words: { nl: 'De verwerking is onrechtmatig, maar iemand wil geen wissen.', en: 'The processing is unlawful, but somebody opposes erasure.' }, citation: 'art. 18 lid 1 onder b AVG' },
  needed_for_claim: { words: { nl: 'Wij hebben de gegevens niet meer nodig, maar iemand heeft ze nodig voor een rechtsvordering.', en: 'We no longer need the data, but somebody needs them for a legal claim.' }, citation: 'art. 18 lid 1 onder c AVG' },
  objection_pending: { words: { nl: 'Er is bezwaar gemaakt en dat wordt nog gewogen.', en: 'Somebody objected and that is still being weighed.' }, citation: 'art. 18 lid 1 onder d AVG' },
} as const satisfies Readonly<Record<string, Omit<RightCase, 'key'>>>

export const rectificationCases = {
  inaccurate: { words: { nl: 'De gegevens kloppen niet.', en: 'The data are wrong.' }, citation: 'art. 16 AVG' },
  incomplete: { words: { nl: 'De gegevens zijn niet volledig voor het doel.', en: 'The data are incomplete for the purpose.' }, citation: 'art. 16 AVG' },
} as const satisfies Readonly<Record<string, Omit<RightCase, 'key'>>>

const casesByRight: Readonly<Partial<Record<RightKey, Readonly<Record<string, Omit<RightCase, 'key'>>>>>> = { erasure: erasureCases, restriction: restrictionCases, rectification: rectificationCases }

/** The cases from which a decision on a right names one; none for a right that anybody has without a case. */
export function casesOf(right: RightKey): readonly RightCase[] {
  return Object.entries(casesByRight[right] ?? {}).map(([key, one]) => ({ key, ...one }))
}

export type LegalBasis = 'consent' | 'contract' | 'legal_obligation' | 'vital_interest' | 'public_task' | 'legitimate_interest'

/** What is known of the processing that a request is about; null while nobody looked. */
export type ProcessingFacts = {
  readonly bases: readonly LegalBasis[] | null
  /** Done by a computer: for portability, and for decisions by a computer alone. */
  readonly isAutomated: boolean | null
  readonly isProvidedBySubject?: boolean | null
  readonly isMarketing?: boolean | null
  readonly isDecidedByComputer?: boolean | null
}

export type Condition = { readonly holds: boolean | null; readonly words: Words; readonly citation: string }

/** On what a right depends in this case, and whether that holds; null where it isn't known yet. None for rights that always hold. */
export function conditionsOf(right: RightKey, facts: ProcessingFacts): readonly Condition[] {
  return conditions[right]?.(facts) ?? []
}

const basedOn = (bases: readonly LegalBasis[] | null, wanted: readonly LegalBasis[]) => bases === null ? null : bases.some((basis) => wanted.includes(basis))

const conditions: Readonly<Partial<Record<RightKey, (facts: ProcessingFacts) => readonly Condition[]>>> = {
  portability: ({ bases, isAutomated, isProvidedBySubject = null }) => [
    { holds: basedOn(bases, ['consent', 'contract']), citation: 'art. 20 lid 1 onder a AVG', words: { nl: 'De verwerking rust op toestemming of een overeenkomst. Bij een publieke taak geldt dit recht niet (art. 20 lid 3 AVG).', en: 'The processing rests on consent or a contract. For a public task this right doesn’t hold (art. 20 lid 3 AVG).' } },
    { holds: isAutomated, citation: 'art. 20 lid 1 onder b AVG', words: { nl: 'De gegevens staan in een computer, niet op papier.', en: 'The data are in a computer, not on paper.' } },
    { holds: isProvidedBySubject, citation: 'art. 20 lid 1 AVG', words: { nl: 'Iemand gaf de gegevens zelf, ook door een dienst te gebruiken.', en: 'Somebody provided the data themselves, also by using a service.' } },
  ],
  objection: ({ bases, isMarketing = null }) => [
    {
      holds: isMarketing === true ? true : basedOn(bases, ['public_task', 'legitimate_interest']), citation: 'art. 21 lid 1 AVG',
      words: { nl: 'De verwerking rust op een publieke taak of een gerechtvaardigd belang, of is voor reclame.', en: 'The processing rests on a public task or a legitimate interest, or is for direct marketing.' },
    },
  ],
  automated: ({ isDecidedByComputer = null }) => [
    { holds: isDecidedByComputer, citation: 'art. 22 lid 1 AVG', words: { nl: 'Alleen een computer nam het besluit, en het heeft grote gevolgen voor iemand.', en: 'A computer alone took the decision, and it has great effects for somebody.' } },
  ],
}
