// Filling routes: every page of a questionnaire that is being filled in, under an assessment's own address.
import { Hono } from 'hono'
import type { Config } from '../../../ground/config.ts'
import type { House } from '../../../people/house.ts'
import type { PeopleEnv } from '../../../people/with-scope.ts'
import type { FillingBook } from './filling-book.ts'

/** Under the address of the register: `/:id/invullen…`. */
export function fillingRoutes(_house: House, _book: FillingBook, _place: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
}
