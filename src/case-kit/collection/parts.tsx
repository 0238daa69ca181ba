// Parts: what a register of cases gets on its pages when data are collected for it, packed for the person, or forwarded; wired in its OwnParts.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import { forwardHistory } from '../forwarding/forward-words.ts'
import { forwardRoutes } from '../forwarding/forward-routes.tsx'
import { forwardSection } from '../forwarding/forward-section.tsx'
import { answerHistory } from '../log-answers/answer-history.ts'
import { answerRoutes } from '../log-answers/answer-routes.tsx'
import { answerSection } from '../log-answers/answer-section.tsx'
import { packageHistory } from '../packages/package-history.ts'
import { packageRoutes } from '../packages/package-routes.tsx'
import { packageSection } from '../packages/package-section.tsx'
import { askRoutes } from './ask-routes.tsx'
import type { CollectionOptions } from './case-options.ts'
import { collectionSection } from './collection-section.tsx'
import { doneWords } from './task-words.ts'
import { tieCollection } from './tied-collections.ts'

export type CollectionParts = {
  /** Sections under the entry: collection tasks, answers from the log, packages, forwarding. */
  readonly related: (scope: Scope, entry: Entry) => Promise<Child>
  /** Addresses under `/:slug/<path>/:id/ophalen`, `/logboek`, `/pakket` and `/doorsturen`. */
  readonly routes: (house: House) => Hono<PeopleEnv>
}

/** For the OwnParts of a register of cases: call `related` among its sections and mount `routes` at `/`. */
export function collectionParts(register: Register, options: CollectionOptions): CollectionParts {
  const tied = tieCollection(register, options)
  return {
    related: async (scope, entry) => <>{!options.onlyForwards && await collectionSection(scope, tied, entry)}{await answerSection(scope, tied, entry)}{await packageSection(scope, tied, entry)}{await forwardSection(scope, tied, entry)}</>,
    routes: (house) => {
      const app = new Hono<PeopleEnv>()
      if (!options.onlyForwards) app.route('/', askRoutes(house, tied))
      app.route('/', answerRoutes(house, tied))
      app.route('/', packageRoutes(house, tied))
      app.route('/', forwardRoutes(house, tied))
      return app
    },
  }
}

/** For a register's `alsoDone`: what its history says of collecting, packing and forwarding. */
export const collectionHistory: Readonly<Record<string, Words>> = { ...doneWords, ...answerHistory, ...packageHistory, ...forwardHistory }
