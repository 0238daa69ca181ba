// Request terms: what may happen to a term on the way: extending it, letting it stand still, and what the law allows at most.
import { type Due, dueOf, type Interval, type Reason, type Reckoning } from './due.ts'
import { dayOf } from '../ground/clock.ts'
import { findLegalTerm, type LegalTermKey } from './legal-terms.ts'

/** Why a term may stand still: of a request who somebody is or what they mean (art. 12 lid 6 en overweging 63 AVG), of a prior consultation what the authority asks (art. 36 lid 2 AVG); the law knows no others. */
export const suspensionGrounds = ['identity', 'specification', 'information'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

export const suspensionCitations: Readonly<Record<SuspensionGround, string>> = { identity: 'art. 12 lid 6 AVG', specification: 'overweging 63 AVG', information: 'art. 36 lid 2 AVG' }

export type Bounded = { readonly due: Due; readonly isCut: boolean }

/** A term of a policy with the law's own above it: whichever ends first holds, and the policy's is said to be cut. */
export function dueWithin(reckoning: Reckoning, ceiling: { term: LegalTermKey; extension?: LegalTermKey } | undefined): Bounded {
  const due = dueOf(reckoning)
  if (!ceiling) return { due, isCut: false }
  const day = dayOf(reckoning.start)
  const most = findLegalTerm(ceiling.term, day)
  // Of before the law: then nothing stands above the policy.
  if (!most) return { due, isCut: false }
  const more = reckoning.extension && ceiling.extension ? findLegalTerm(ceiling.extension, day) : undefined
  const latest = dueOf({ ...reckoning, term: most.term, regime: most.regime, extension: more?.term })
  if (due.at <= latest.at) return { due, isCut: false }
  const cut: Reason = { words: { nl: 'Het beleid geeft meer tijd dan de wet; de wet gaat voor', en: 'The policy gives more time than the law; the law goes first' }, citation: (more ?? most).citation }
  return { due: { ...latest, steps: [...latest.steps, cut] }, isCut: true }
}

export const noticeRule = { citation: 'art. 12 lid 3 en 4 AVG' } as const

/** The last moment to tell somebody of an extension or a refusal: within the first month, whatever comes after (art. 12 lid 3 en 4 AVG); undefined of before the law. */
export function noticeDue(start: Date, suspensions: readonly Interval[] = []): Due | undefined {
  const found = findLegalTerm('refuse-request', dayOf(start))
  return found && dueOf({ start, term: found.term, regime: found.regime, suspensions })
}

export type ExtensionRefused = 'extended-before' | 'too-late'

/** Whether an extension may still be given: once, and told within the term that it lengthens (art. 12 lid 3 AVG). */
export function extensionRefused(deadline: { readonly extendedAt: Date | null; readonly dueAt: Date }, now: Date): ExtensionRefused | undefined {
  if (deadline.extendedAt !== null) return 'extended-before'
  return now.getTime() >= deadline.dueAt.getTime() ? 'too-late' : undefined
}

