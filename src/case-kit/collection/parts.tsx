// Parts: what a register of cases gets on its pages when data are collected for it, packed for the person, or forwarded; wired in its OwnParts.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Scope } from '../../ground/scope.ts'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import type { CollectionOptions } from './case-options.ts'

export type CollectionParts = {
  /** Sections under the entry: collection tasks, packages, forwarding. */
  readonly related: (scope: Scope, entry: Entry) => Promise<Child>
  /** Addresses under `/:slug/<path>/:id/ophalen`, `/pakket` and `/doorsturen`. */
  readonly routes: (house: House) => Hono<PeopleEnv>
}

/** For the OwnParts of a register of cases: call `related` among its sections and mount `routes` at `/`. */
export function collectionParts(_register: Register, _options: CollectionOptions): CollectionParts {
  return { related: async () => null, routes: () => new Hono<PeopleEnv>() }
}
