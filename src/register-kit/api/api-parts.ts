// API parts: what stands in the REST API without being a register: its routes, its description, and the key that a token may be narrowed to.
import type { Hono } from 'hono'
import type { Words } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import type { TokenEnv } from '../../people/token-door.ts'
import type { Schema } from './schemas.ts'

export type ApiPart = {
  /** Among the registers of a token, and the part of the address after the organisation. */
  readonly key: string
  readonly words: Words
  /** Addresses below it that are asked by POST, because what is asked may not stand in an address, and change nothing: a token that may only read may use them. */
  readonly readsAt: readonly string[]
  routes(house: House): Hono<TokenEnv>
  /** By path from the organisation on (`/{organisation}/…`), as OpenAPI has them. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly schemas: Readonly<Record<string, Schema>>
}

let tied: readonly ApiPart[] = []

export function tieApiParts(parts: readonly ApiPart[]): void {
  tied = parts
}

export function apiParts(): readonly ApiPart[] {
  return tied
}

/** Whether a request only reads although it is a POST. `path`: the whole of it. */
export function readsByPost(path: string): boolean {
  return tied.some(({ key, readsAt }) => readsAt.some((end) => new RegExp(`^/api/v1/[^/]+/${key}/${end}$`).test(path)))
}
