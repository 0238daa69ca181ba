// Filling routes: every page of a questionnaire that is being filled in, under an assessment's own address.
import { Hono } from 'hono'
import type { Config } from '../../../ground/config.ts'
import type { House } from '../../../people/house.ts'
import type { PeopleEnv } from '../../../people/with-scope.ts'
import type { FillingBook } from './filling-book.ts'
import { questionRoutes } from './question-routes.tsx'
import { sectionRoutes } from './section-routes.tsx'
import { wholeRoutes } from './whole-routes.tsx'

/** Under the address of the register: `/:id/invullen…`. */
export function fillingRoutes(house: House, book: FillingBook, place: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', wholeRoutes(house, book, place))
  app.route('/', sectionRoutes(house, book))
  app.route('/', questionRoutes(house, book))
  return app
}
