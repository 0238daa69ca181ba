// Routes: every page of this room on one sub-application; the front door mounts it before the registers.
import { Hono } from 'hono'
import { accountRoutes } from './account-pages.tsx'
import { appEnrolmentRoutes } from './app-enrolment.tsx'
import { doorManagementRoutes } from './door-pages.tsx'
import type { House } from './house.ts'
import { invitationRoutes } from './invitation-pages.tsx'
import { oidcRoutes } from './oidc-pages.tsx'
import { keptRoutes } from './kept-pages.tsx'
import { mailRoutes } from './mail-pages.tsx'
import { organisationRoutes } from './organisation-pages.tsx'
import { passkeyDoorRoutes } from './passkey-doors.tsx'
import { passkeyRoutes } from './passkey-pages.tsx'
import { personRoutes } from './person-pages.tsx'
import { proveAgainRoutes } from './prove-again.tsx'
import { roleRoutes } from './role-pages.tsx'
import { secondStepRoutes } from './second-step.tsx'
import { sessionRoutes } from './session-pages.tsx'
import { setUpRoutes } from './set-up-pages.tsx'
import { signInRoutes } from './sign-in.tsx'
import { tokenRoutes } from './token-pages.tsx'
import type { PeopleEnv } from './with-scope.ts'

/** Pages without an organisation in the scope: signing in, the second step, one's own account, the first visit. Mount before `withScope`. */
export function doorRoutes(house: House): Hono {
  const app = new Hono()
  for (const routes of [
    setUpRoutes(house), signInRoutes(house), oidcRoutes(house), invitationRoutes(house), secondStepRoutes(house), passkeyDoorRoutes(house),
    accountRoutes(house), appEnrolmentRoutes(house), passkeyRoutes(house), proveAgainRoutes(house), keptRoutes(house),
  ]) app.route('/', routes)
  return app
}

/** The administrator's pages, under `/:slug/beheer`. Mount under `/:slug` after `withScope`. */
export function managementRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const routes of [personRoutes(house), roleRoutes(house), organisationRoutes(house), doorManagementRoutes(house), sessionRoutes(house), tokenRoutes(house), mailRoutes(house)]) app.route('/', routes)
  return app
}
