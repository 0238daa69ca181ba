// Sealed content: what is said of a person in the course of a case, kept under the organisation's key and tied to the row that holds it.
import { seal, unseal } from '../../ground/keys.ts'
import type { Organisation } from '../../ground/scope.ts'

/** `place` names the column and the row (`collection-asked:<id>`): what is sealed for one can't be read as another. */
export function sealJson(organisation: Pick<Organisation, 'key'>, place: string, content: unknown): Buffer {
  return seal(organisation.key, place, JSON.stringify(content))
}

export function unsealJson<T>(organisation: Pick<Organisation, 'key'>, place: string, sealed: Buffer): T {
  return JSON.parse(unseal(organisation.key, place, sealed).toString('utf8')) as T
}
