// Outside routes: every page by which somebody without an account brings a case and follows it.
import { Hono } from 'hono'
import type { House } from '../people/house.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { caseFormRoutes } from './case-forms.tsx'
import { outsideLimits } from './outside-limits.ts'

export function outsideRoutes(house: House, registers: readonly CaseRegister[]): Hono {
  const limits = outsideLimits(house)
  const app = new Hono()
  app.route('/', caseFormRoutes(house, registers, limits))
  return app
}
