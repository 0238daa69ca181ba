// Collaboration mount: comments, attachments and saved views of processing activities, on bare pages around the real product's database and people.
import { Hono } from 'hono'
import { failurePage } from '../../src/failure-page.tsx'
import { limitBody, refuseForged, securityHeaders } from '../../src/ground/http-guards.ts'
import { inLanguage } from '../../src/ground/words.ts'
import { assetRoutes, prepareAssets } from '../../src/page-kit/assets.ts'
import { Page } from '../../src/page-kit/layout.tsx'
import { type PeopleEnv, scopeOf, withScope } from '../../src/people/with-scope.ts'
import { takeKeptForm } from '../../src/people/kept-forms.ts'
import { doorRoutes } from '../../src/people/routes.ts'
import { isAttachmentUpload } from '../../src/register-kit/collaboration/attachment-routes.tsx'
import { Attachments, loadAttachments } from '../../src/register-kit/collaboration/attachments-part.tsx'
import type { Collaboration } from '../../src/register-kit/collaboration/book.ts'
import { commentIslands, Comments, loadComments, typedComment } from '../../src/register-kit/collaboration/comments-part.tsx'
import { collaborationOf } from '../../src/register-kit/collaboration/of-register.ts'
import { collaborationRoutes } from '../../src/register-kit/collaboration/routes.ts'
import { loadSavedViews, SavedViews } from '../../src/register-kit/collaboration/saved-views-part.tsx'
import { processingActivities } from '../../src/registers/processing-activities/register.ts'
import { makeHouse } from '../../src/web.tsx'
import { homeRoutes } from '../../src/worklist/home.tsx'
import type { Person } from './filled-tenant.ts'
import { browser, publicUrl } from './people.ts'
import { product } from './product.ts'

export const megabyte = 1024 * 1024

/** An application with `/verwerkingen` (the views), `/verwerkingen/:id` (comments and attachments) and the routes behind them; its clock moves by itself unless set. */
export async function mount(options: { maxUploadBytes?: number; collaboration?: Partial<Collaboration>; publicUrl?: string } = {}) {
  const { deps } = await product()
  let now: Date | undefined
  const url = options.publicUrl ?? publicUrl
  const house = makeHouse({ ...deps, config: { ...deps.config, publicUrl: url }, clock: () => now ?? new Date() })
  const collaboration: Collaboration = { ...collaborationOf(processingActivities), ...options.collaboration }
  const maxUploadBytes = options.maxUploadBytes ?? 5 * megabyte
  const app = new Hono()
  app.onError((error, c) => failurePage(error, c))
  app.use((c, next) => inLanguage(c.req.header('accept-language')?.startsWith('en') ? 'en' : 'nl', next))
  app.use(securityHeaders(url))
  app.route('/', assetRoutes)
  app.use(async (_c, next) => { await prepareAssets(); await next() })
  app.use(limitBody(isAttachmentUpload), refuseForged(url))
  app.route('/', doorRoutes(house))
  const inside = new Hono<PeopleEnv>()
  inside.use('*', withScope(house))
  inside.route('/', homeRoutes(house))
  inside.route('/verwerkingen', collaborationRoutes(house, collaboration, { maxUploadBytes }))
  inside.get('/verwerkingen', (c) => scopeOf(c, house, async (scope) => {
    const views = await loadSavedViews(scope, collaboration, c.req.url)
    if (views.redirect) return c.redirect(views.redirect, 302)
    return c.html(<Page {...house.frame(c, c.get('who'))} heading="Verwerkingen"><SavedViews {...views.shown} /></Page>)
  }))
  inside.get('/verwerkingen/:id', (c) => scopeOf(c, house, async (scope) => {
    const entry = await collaboration.open(scope, c.req.param('id'))
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading={entry.title} islands={commentIslands}>
        <Comments {...await loadComments(scope, collaboration, entry, typedComment(Object.fromEntries(kept?.fields ?? [])))} />
        <Attachments {...await loadAttachments(scope, collaboration, entry, maxUploadBytes)} />
      </Page>)
  }))
  app.route('/:slug', inside)
  return {
    app, house, collaboration,
    /** Moves the clock from now; without minutes it runs by itself again. */
    later: (minutes?: number) => { now = minutes === undefined ? undefined : new Date(Date.now() + minutes * 60_000) },
    /** The same person, with the same session, at this application. */
    as(person: Person) {
      const visitor = browser(app)
      for (const [name, value] of person.cookies) visitor.cookies.set(name, value)
      const cookie = () => [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
      return {
        ...visitor, cookie, personId: person.personId, name: person.name,
        /** Sends a form with a file. */
        async upload(path: string, file: { bytes: Uint8Array<ArrayBuffer> | string; name: string } | undefined, fields: Record<string, string> = {}) {
          const form = new FormData()
          for (const [name, value] of Object.entries(fields)) form.append(name, value)
          if (file) form.append('file', new Blob([file.bytes]), file.name)
          return app.request(url + path, { method: 'POST', body: form, headers: { cookie: cookie(), origin: url, host: new URL(url).host } })
        },
      }
    },
  }
}

export type Mounted = Awaited<ReturnType<typeof mount>>
