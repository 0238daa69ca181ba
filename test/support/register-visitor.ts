// Register visitor: somebody signed in at the pages of every declared register, as the kit makes them from the declaration alone.
import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import type { Role } from '../../src/ground/scope.ts'
import type { Grant } from '../../src/people/persons.ts'
import { doorRoutes } from '../../src/people/routes.ts'
import { type PeopleEnv, withScope } from '../../src/people/with-scope.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { type RegisterParts, registerRoutes } from '../../src/register-kit/web/register-routes.tsx'
import { makeHouse } from '../../src/web.tsx'
import { browser, goodPassword } from './people.ts'
import { product, type Tenant } from './product.ts'

export type Visitor = Awaited<ReturnType<typeof visitorOf>>

/** A person with these roles in an organisation, signed in; with `parts` at pages that stand by themselves, where other rooms add just these, of all registers or of those that are given. */
export async function visitorOf(own: Tenant, name: string, roles: readonly (Role | Grant)[], parts?: RegisterParts, registers: readonly Register[] = allRegisters()) {
  const person = await own.person(name, ...roles)
  const visitor = parts ? await elsewhere(person.email, parts, registers) : person
  return {
    ...visitor, personId: person.personId,
    /** Text of a page below the organisation. */
    page: async (path: string) => (await visitor.get(`/${own.slug}${path}`)).text(),
    /** Sends a form to a page below the organisation. */
    send: (path: string, fields: Record<string, string | readonly string[]>) => visitor.post(`/${own.slug}${path}`, fields),
    /** Makes an entry by its form. @returns its id */
    async make(path: string, fields: Record<string, string | readonly string[]>): Promise<string> {
      const response = await visitor.post(`/${own.slug}/${path}/nieuw`, fields)
      if (response.status !== 303) throw new Error(`the form gave ${response.status}: ${plain(await response.text())}`)
      return /\/([0-9a-f-]{36})\?/.exec(response.headers.get('location') ?? '')![1]!
    },
  }
}

async function elsewhere(email: string, parts: RegisterParts, registers: readonly Register[]) {
  const { deps } = await product()
  const house = makeHouse(deps)
  const app = new Hono()
  app.route('/', doorRoutes(house))
  const inside = new Hono<PeopleEnv>()
  inside.use('*', withScope(house))
  for (const register of registers) inside.route(`/${register.path}`, registerRoutes(house, register, parts))
  app.route('/:slug', inside)
  const visitor = browser(app, { ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` })
  const signedIn = await visitor.post('/inloggen', { email, password: goodPassword })
  if (signedIn.status !== 303) throw new Error(`signing in gave ${signedIn.status}`)
  return visitor
}

/** What a page says, without its tags. */
export function plain(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
