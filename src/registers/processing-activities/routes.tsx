// Routes: the addresses of the register of processing activities, for people who are signed in.
import type { Hono } from 'hono'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import { registerRoutes } from '../../register-kit/web/register-routes.tsx'
import { processingActivities } from './register.ts'

/** Pages under `/:slug/verwerkingen`; `withScope` has run before. */
export function processingActivityRoutes(house: House): Hono<PeopleEnv> {
  return registerRoutes(house, processingActivities)
}
