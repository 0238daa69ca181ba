// Actions: what other rooms may ask of disclosures: to whom data of a person went, so that they hear of a correction (art. 19 AVG).
import type { Scope } from '../../ground/scope.ts'
import { type FoundRecipient, recipientsOf } from './log.ts'
import { personOf, readSubject, type Subject } from './subject-marks.ts'

export type KnownPerson = { readonly name: string | null; readonly birthDate: string | null; readonly reference: string | null }

/** By name and date of birth together, and by a reference or citizen service number; nothing when none of these is known. The newest first. */
export function recipientsOfPerson(scope: Scope, { name, birthDate, reference }: KnownPerson): Promise<FoundRecipient[]> {
  const known = reference === null ? undefined : readSubject(reference)
  const subjects: Subject[] = [...(name !== null && birthDate !== null ? [personOf(name, birthDate)] : []), ...(known && 'kind' in known ? [known] : [])]
  return recipientsOf(scope, subjects)
}
