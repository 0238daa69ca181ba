// Import flow: an organisation with a privacy officer who brings files through the pages of the import, with the jobs done on the spot.
import { Hono } from 'hono'
import { Refusal } from '../../src/ground/refusals.ts'
import type { House } from '../../src/people/house.ts'
import { doorRoutes } from '../../src/people/routes.ts'
import { type PeopleEnv, withScope } from '../../src/people/with-scope.ts'
import { runStage } from '../../src/register-kit/exchange-flow/import-jobs.ts'
import { readRun } from '../../src/register-kit/exchange-flow/import-runs.ts'
import { registerDoors } from '../../src/register-doors.tsx'
import { books } from '../../src/tied-rooms.ts'
import type { Role } from '../../src/ground/scope.ts'
import type { Grant } from '../../src/people/persons.ts'
import { browser, publicUrl } from './people.ts'
import { product, tenant, type Tenant } from './product.ts'
import { throwAwayFolder } from './throw-away.ts'

export type Importer = Awaited<ReturnType<typeof importer>>

/** An organisation, and whoever is asked for (a privacy officer by default), signed in. */
export async function importer(options: { register?: string; house?: Tenant; maxUploadBytes?: number; roles?: readonly (Role | Grant)[]; name?: string } = {}) {
  const { deps, database, masterKey } = await product()
  const own = options.house ?? await tenant()
  const book = books.find(({ register }) => register.key === (options.register ?? 'processing-activities'))!
  const dataFolder = throwAwayFolder('import')
  const house: House = {
    database, master: masterKey, config: { publicUrl, trustedProxies: 0 }, clock: () => deps.clock?.() ?? new Date(),
    frame: (_c, who) => ({ organisation: who.organisation.name, homeHref: `/${who.organisation.slug}`, navigation: [] }),
  }
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, error.status)
    throw error
  })
  app.route('/', doorRoutes(house))
  const inside = new Hono<PeopleEnv>()
  inside.use('*', withScope(house))
  inside.route(`/${book.register.path}`, registerDoors(house, deps.jobs, book, { dataFolder, maxUploadBytes: options.maxUploadBytes ?? 50 * 1024 * 1024 }))
  app.route('/:slug', inside)
  const { personId, accountId, cookies } = await own.person(options.name ?? 'Pia Officer', ...options.roles ?? ['privacy_officer'])
  const visitor = browser(app)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  const base = `/${own.slug}/${book.register.path}`
  const actor = { kind: 'person' as const, personId, accountId }
  const run = (id: string) => own.scoped((scope) => readRun(scope, book.register.key, id))

  /** Does the job that the pages asked for, here and now. */
  const work = async (id: string): Promise<void> => {
    const { status } = await run(id)
    if (status === 'checking' || status === 'writing' || status === 'undoing') await runStage(house, status, own.organisation.id, actor, id)
  }
  const upload = (name: string, content: Buffer | string): Promise<Response> => {
    const form = new FormData()
    form.set('file', new File([typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)], name))
    const cookie = [...visitor.cookies].map(([cookieName, value]) => `${cookieName}=${value}`).join('; ')
    return Promise.resolve(app.request(`${publicUrl}${base}/import`, { method: 'POST', body: form, headers: { cookie, origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } }, { incoming: { socket: { remoteAddress: '192.0.2.1' } } }))
  }
  return {
    ...visitor, tenant: own, house, app, base, actor, run, work, upload, personId,
    /** Uploads a file that is accepted. Gives the id of its import. */
    async bring(name: string, content: Buffer | string): Promise<string> {
      const response = await upload(name, content)
      if (response.status !== 303) throw new Error(`the upload gave ${response.status}: ${(await response.text()).match(/wb-error-summary[^]*?<\/ul>/)?.[0]}`)
      return response.headers.get('location')!.split('/').at(-2)!
    },
    /** Sends the columns page as it was proposed, with some of it changed, and has the file checked. */
    async check(id: string, changes: Record<string, string> = {}): Promise<void> {
      const { choices } = await run(id)
      const { columns, starts, ...rest } = choices as { columns: (string | null)[]; starts: Record<string, string | null> } & Record<string, string | null>
      const fields = { ...Object.fromEntries(columns.map((field, index) => [`columns.${index}`, field ?? ''])), ...Object.fromEntries([...Object.entries(rest), ...Object.entries(starts).map(([name, value]) => [`starts.${name}`, value] as const)].map(([name, value]) => [name, value ?? ''])), ...changes }
      const response = await visitor.post(`${base}/import/${id}/kolommen`, fields)
      if (response.status !== 303) throw new Error(`the columns gave ${response.status}: ${await response.text()}`)
      await work(id)
    },
    async write(id: string): Promise<void> {
      const response = await visitor.post(`${base}/import/${id}/inlezen`, {})
      if (response.status !== 303) throw new Error(`the confirmation gave ${response.status}`)
      await work(id)
    },
    async undo(id: string): Promise<void> {
      await visitor.post(`${base}/import/${id}/ongedaan`, {})
      await work(id)
    },
  }
}
