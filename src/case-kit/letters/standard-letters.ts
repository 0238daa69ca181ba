// Standard letters: all of them, by key, and those that fit a case, the ones for its present state first.
import type { OrganisationKind } from '../../ground/scope.ts'
import { isPublicBody } from '../remedies.ts'
import { breachLetters } from './standard/breach-letters.ts'
import { breachReports } from './standard/breach-reports.ts'
import { complaintLetters } from './standard/complaint-letters.ts'
import { requestAnswers } from './standard/request-answers.ts'
import { requestIntake } from './standard/request-intake.ts'
import { requestOthers } from './standard/request-others.ts'
import { requestRefusals } from './standard/request-refusals.ts'
import { requestTerm } from './standard/request-term.ts'
import type { StandardLetter } from './standard-letter.ts'

export const standardLetters: readonly StandardLetter[] = [...requestIntake, ...requestTerm, ...requestAnswers, ...requestRefusals, ...requestOthers, ...breachReports, ...breachLetters, ...complaintLetters]

export function standardLetter(key: string): StandardLetter | undefined {
  return standardLetters.find((one) => one.key === key)
}

/** Those of a register for this kind of organisation, the ones that fit the state first. */
export function lettersFor(register: string, status: string, kind: OrganisationKind): { readonly fitting: readonly StandardLetter[]; readonly others: readonly StandardLetter[] } {
  const all = standardLetters.filter((one) => one.register === register && (one.isPublicBodyOnly !== true || isPublicBody(kind)))
  return { fitting: all.filter(({ fits }) => fits.includes(status)), others: all.filter(({ fits }) => !fits.includes(status)) }
}
