// Collaboration routes: comments, attachments and saved views of one register, on one sub-application.
import { Hono } from 'hono'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import { attachmentRoutes } from './attachment-routes.tsx'
import type { Collaboration } from './book.ts'
import { commentRoutes } from './comment-routes.tsx'
import { savedViewRoutes } from './saved-view-routes.tsx'

/** Pages under `/:slug/<register>`; mount after `withScope` and before the register's own routes, which would take `weergaven` for an entry. */
export function collaborationRoutes(house: House, collaboration: Collaboration, place: { maxUploadBytes: number }): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', savedViewRoutes(house, collaboration))
  app.route('/', commentRoutes(house, collaboration))
  app.route('/', attachmentRoutes(house, collaboration, place.maxUploadBytes))
  return app
}
