// People: organisations, members and a browser that keeps its cookies, for tests through the front door.
import { Hono } from 'hono'
import { generateSync } from 'otplib'
import { securityHeaders, limitBody, limitRate, refuseForged } from '../../src/ground/http-guards.ts'
import { Refusal } from '../../src/ground/refusals.ts'
import type { Database } from '../../src/ground/database.ts'
import type { MasterKey } from '../../src/ground/keys.ts'
import type { Scope } from '../../src/ground/scope.ts'
import { newId } from '../../src/ground/ids.ts'
import { createAccount } from '../../src/people/accounts.ts'
import type { House } from '../../src/people/house.ts'
import { takeKeptForm } from '../../src/people/kept-forms.ts'
import { createOrganisation, findOrganisation, type NewOrganisation } from '../../src/people/organisations.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { addPerson, type Grant } from '../../src/people/persons.ts'
import { doorRoutes, managementRoutes } from '../../src/people/routes.ts'
import { inScope } from '../../src/ground/scope.ts'
import { sessionKeyOf } from '../../src/people/sessions.ts'
import { type PeopleEnv, withScope } from '../../src/people/with-scope.ts'

export const publicUrl = 'http://waarborg.test'
export const goodPassword = 'paarse olifant in de sloot'
let sharedHash: Promise<string> | undefined

export type Sandbox = { house: House; app: Hono; setClock: (moment: string) => void; later: (seconds: number) => void }

/** A house with its own clock, and an application with one page that shows and takes a form. */
export function sandbox(database: Database, master: MasterKey, options: Partial<House> = {}): Sandbox {
  let now = new Date()
  const house: House = {
    database, master, config: { publicUrl, trustedProxies: 0 }, clock: () => now,
    frame: (_c, who) => ({ organisation: who.organisation.name, homeHref: `/${who.organisation.slug}`, navigation: [] }),
    ...options,
  }
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, error.status)
    throw error
  })
  app.use(securityHeaders(house.config.publicUrl), limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: (c) => sessionKeyOf(c, house) }), limitBody(), refuseForged(house.config.publicUrl))
  app.route('/', doorRoutes(house))
  const inside = new Hono<PeopleEnv>()
  inside.use('*', withScope(house))
  inside.get('/', (c) => c.text(`home of ${c.get('who').actor.name} at ${c.get('who').organisation.slug}: ${JSON.stringify(c.get('who').actor.assignments)}`))
  inside.get('/form', async (c) => c.json((await takeKeptForm(c, house, c.get('who').session.accountId)) ?? { fields: [] }))
  inside.post('/form', async (c) => c.text(`saved ${new URLSearchParams(await c.req.text()).get('text')}`))
  inside.route('/', managementRoutes(house))
  app.route('/:slug', inside)
  return { house, app, setClock: (moment) => { now = new Date(moment) }, later: (seconds) => { now = new Date(now.getTime() + seconds * 1000) } }
}

/** An organisation of one's own; by default without the second factor. @returns its slug and a way to open its scope. */
export async function organisation(box: Sandbox, options: Partial<NewOrganisation> = {}) {
  const slug = `t${newId().replaceAll('-', '').slice(8, 30)}`
  await createOrganisation(box.house.database, box.house.master, { name: `Gemeente ${slug}`, slug, kind: 'municipality', secondFactorRequired: false, ...options }, async () => {}, box.house.clock())
  const found = await findOrganisation(box.house.database, box.house.master, slug)
  if (!found) throw new Error('the organisation was not made')
  return { slug, id: found.organisation.id, organisation: found.organisation, scoped: <T>(work: (scope: Scope) => Promise<T>) =>
    inScope(box.house.database, { organisation: found.organisation, actor: { kind: 'system', task: 'test' }, now: box.house.clock() }, work) }
}

export type Tenant = Awaited<ReturnType<typeof organisation>>

/** A person with an account and the good password. */
export async function member(box: Sandbox, tenant: Tenant, options: { roles?: readonly Grant[]; accountId?: string; name?: string; email?: string; departmentId?: string } = {}) {
  sharedHash ??= hashPassword(goodPassword)
  const email = options.email ?? `p${newId().slice(9)}@voorbeeld.example`
  const accountId = options.accountId ?? await createAccount(box.house.database, box.house.clock(), { email, passwordHash: await sharedHash })
  const personId = await tenant.scoped((scope) =>
    addPerson(scope, { name: options.name ?? `Persoon ${email.slice(1, 6)}`, email, accountId, departmentId: options.departmentId, roles: options.roles ?? [{ role: 'employee' }] }))
  return { email, accountId, personId }
}

/** A browser: keeps cookies, sends Origin, doesn't follow redirects by itself. */
export function browser(app: Hono, options: { ip?: string; userAgent?: string } = {}) {
  const cookies = new Map<string, string>()
  let page: string | undefined
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('user-agent', options.userAgent ?? 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0')
    headers.set('host', new URL(publicUrl).host)
    const response = await app.request(publicUrl + path, { ...init, headers }, { incoming: { socket: { remoteAddress: options.ip ?? '192.0.2.1' } } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get: async (path: string, headers?: HeadersInit) => {
      const response = await ask(path, { headers })
      if (response.status === 200) page = path
      return response
    },
    post: (path: string, fields: Record<string, string | readonly string[]>, headers: Record<string, string> = {}) => {
      const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]))))
      return ask(path, { method: 'POST', body, headers: { origin: publicUrl, ...(page ? { referer: publicUrl + page } : {}), ...headers } })
    },
  }
}

export type Browser = ReturnType<typeof browser>

/** Signs in by password. @returns where it leads. */
export async function signIn(box: Sandbox, who: { email: string }, options: { path?: string; onward?: string; ip?: string; password?: string } = {}): Promise<Browser & { led: Response }> {
  const visitor = browser(box.app, { ip: options.ip })
  const led = await visitor.post(options.path ?? '/inloggen', { email: who.email, password: options.password ?? goodPassword, ...(options.onward ? { verder: options.onward } : {}) })
  return { ...visitor, led }
}

/** The code that an authenticator app shows at the sandbox's moment. */
export function codeOf(box: Sandbox, secret: string, stepsAway = 0): string {
  return generateSync({ secret, epoch: Math.floor(box.house.clock().getTime() / 1000) + stepsAway * 30 })
}

/** The secret as the enrolment page shows it. */
export function secretOn(html: string): string {
  const shown = /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]
  if (!shown) throw new Error('no secret on this page')
  return shown.replaceAll(' ', '')
}

/** Sets the second factor for somebody who is signed in. @returns the secret and the recovery codes. */
export async function enrol(box: Sandbox, visitor: Browser): Promise<{ secret: string; recovery: string[]; response: Response }> {
  const secret = secretOn(await (await visitor.get('/account/tweede-stap')).text())
  const response = await visitor.post('/account/tweede-stap', { code: codeOf(box, secret) })
  const recovery = [...(await response.clone().text()).matchAll(/<code>([a-z0-9-]{19})<\/code>/g)].map((found) => found[1] ?? '')
  return { secret, recovery, response }
}
