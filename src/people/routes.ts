// Routes: every page of this room on one sub-application; the front door mounts it before the registers.
import { Hono } from 'hono'
import { accountRoutes } from './account-pages.tsx'
import type { House } from './house.ts'
import { oidcRoutes } from './oidc-pages.tsx'
import { secondStepRoutes } from './second-step.tsx'
import { setUpRoutes } from './set-up-pages.tsx'
import { signInRoutes } from './sign-in.tsx'

/** Pages without an organisation in the scope: signing in, the second step, one's own account, the first visit. Mount before `withScope`. */
export function doorRoutes(house: House): Hono {
  const app = new Hono()
  for (const routes of [setUpRoutes(house), signInRoutes(house), oidcRoutes(house), secondStepRoutes(house), accountRoutes(house)]) app.route('/', routes)
  return app
}
