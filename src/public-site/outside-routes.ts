// Outside routes: every page by which somebody without an account brings a case and follows it.
import { type Context, Hono } from 'hono'
import type { House } from '../people/house.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { employeeFormRoutes } from './employee-forms.tsx'
import { caseFormRoutes, isFormUpload } from './case-forms.tsx'
import { outsideLimits } from './outside-limits.ts'
import { portalParts } from './partner-portal/all-parts.ts'
import { isPortalUpload, partnerPortalRoutes } from './partner-portal/portal-doors.tsx'
import { portalRoutes } from './portal-pages.tsx'
import { portalSignInRoutes } from './portal-sign-in.tsx'
import { statusRoutes } from './status-page.tsx'
import { isStatusUpload } from './status-page-steps.tsx'

export function outsideRoutes(house: House, registers: readonly CaseRegister[]): Hono {
  const limits = outsideLimits(house)
  const app = new Hono()
  app.route('/', caseFormRoutes(house, registers, limits))
  app.route('/', employeeFormRoutes(house, registers, limits))
  app.route('/', portalSignInRoutes(house, limits))
  app.route('/', portalRoutes(house, registers, portalParts, limits))
  app.route('/', partnerPortalRoutes(house, limits, portalParts))
  app.route('/', statusRoutes(house, registers, limits))
  return app
}

/** Requests that bring files from outside: free of the ordinary limit on bodies, since they have their own. */
export function isOutsideUpload(registers: readonly CaseRegister[]): (c: Context) => boolean {
  const isForm = isFormUpload(registers)
  return (c) => isForm(c) || isStatusUpload(c) || isPortalUpload(c)
}
