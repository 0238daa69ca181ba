// Outside management: the pages inside an organisation on what comes in from outside: the employees' link, the portal, and messages to look at.
import { Hono } from 'hono'
import type { House } from '../people/house.ts'
import type { PeopleEnv } from '../people/with-scope.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { employeeDoorRoutes } from './employee-door-page.tsx'
import { reportRoutes } from './employee-forms.tsx'
import { heldFormRoutes } from './held-forms-page.tsx'
import { portalManagementRoutes } from './portal-management.tsx'
import { statusLinkRoutes } from './status-link-page.tsx'

/** Under `/:slug`; `withScope` has run before. */
export function outsideManagement(house: House, registers: readonly CaseRegister[]): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', reportRoutes(registers))
  app.route('/', employeeDoorRoutes(house))
  app.route('/', statusLinkRoutes(house, registers))
  app.route('/', portalManagementRoutes(house))
  app.route('/', heldFormRoutes(house, registers))
  return app
}
