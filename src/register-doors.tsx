// Register doors: everything that one register offers to people who are signed in, at its own addresses: pages, files in and out, comments, attachments, views.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Config } from './ground/config.ts'
import type { Jobs } from './ground/jobs.ts'
import type { Scope } from './ground/scope.ts'
import type { House } from './people/house.ts'
import type { PeopleEnv } from './people/with-scope.ts'
import { isAttachmentUpload } from './register-kit/collaboration/attachment-routes.tsx'
import { Attachments, loadAttachments } from './register-kit/collaboration/attachments-part.tsx'
import { collaborationOf, openedEntry } from './register-kit/collaboration/of-register.ts'
import { commentIslands, Comments, loadComments, typedComment } from './register-kit/collaboration/comments-part.tsx'
import { collaborationRoutes } from './register-kit/collaboration/routes.ts'
import { loadSavedViews, SavedViews } from './register-kit/collaboration/saved-views-part.tsx'
import type { ExportFormat } from './register-kit/exchange-flow/export-formats.ts'
import { exportRoutes } from './register-kit/exchange-flow/export-routes.tsx'
import { importRoutes } from './register-kit/exchange-flow/import-routes.tsx'
import type { Book } from './register-kit/exchange-flow/importing.ts'
import { loadEntry } from './register-kit/perform.ts'
import { subjectsIn } from './register-kit/reading.ts'
import { type RegisterParts, registerRoutes } from './register-kit/web/register-routes.tsx'
import { isAgreementUpload } from './registers/agreements/passages/passage-routes.tsx'

/** What a register has beyond what its declaration gives. */
export type OwnParts = RegisterParts & {
  readonly formats?: readonly ExportFormat[]
  /** Pages of its own, before those that take an entry's id. */
  readonly routes?: (house: House, jobs: Jobs, place: Place) => Hono<PeopleEnv>
  /** Above the list: what stands out for the register as a whole. */
  readonly notice?: (scope: Scope) => Child | Promise<Child>
}

type Place = Pick<Config, 'dataFolder' | 'maxUploadBytes'>

/** Addresses under `/:slug/<path of the register>`; `withScope` has run before. */
export function registerDoors(house: House, jobs: Jobs, book: Book, place: Place, own: OwnParts = {}): Hono<PeopleEnv> {
  const { register } = book
  const collaboration = collaborationOf(register, {
    identifies: async (scope, { id }) => subjectsIn(register.fields, [(await loadEntry(scope, register, id)).input]),
  })
  const app = new Hono<PeopleEnv>()
  app.route('/import', importRoutes(house, jobs, book, place))
  app.route('/export', exportRoutes(house, register, place, own.formats))
  app.route('/', collaborationRoutes(house, collaboration, place))
  if (own.routes) app.route('/', own.routes(house, jobs, place))
  app.route('/', registerRoutes(house, register, {
    ...own,
    above: async (scope, address) => {
      const { redirect, shown } = await loadSavedViews(scope, collaboration, address)
      return { redirect, shown: <>{await own.notice?.(scope)}<SavedViews {...shown} /></> }
    },
    islands: commentIslands,
    beside: async (scope, entry, typed) => {
      const opened = openedEntry(register, entry)
      const [comments, attachments] = [await loadComments(scope, collaboration, opened, typedComment(typed)), await loadAttachments(scope, collaboration, opened, place.maxUploadBytes)]
      return <><Comments {...comments} /><Attachments {...attachments} /></> satisfies Child
    },
  }))
  return app
}

/** Requests that bring a file, and have a limit of their own. */
export function isFileUpload(c: Context): boolean {
  return (c.req.method === 'POST' && /^\/[a-z][a-z0-9-]+\/[a-z-]+\/import$/.test(c.req.path)) || isAttachmentUpload(c) || isAgreementUpload(c)
}
