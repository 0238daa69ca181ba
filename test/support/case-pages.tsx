// Case pages: a register of cases as the kit sees one, standing on the table of systems, with pages of its own beside those of the product.
import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import { failurePage } from '../../src/failure-page.tsx'
import { doorRoutes } from '../../src/people/routes.ts'
import { type PeopleEnv, withScope } from '../../src/people/with-scope.ts'
import { emptyInput } from '../../src/register-kit/field-types.ts'
import { createEntry, perform } from '../../src/register-kit/perform.ts'
import { registerRoutes } from '../../src/register-kit/web/register-routes.tsx'
import { processingActivities } from '../../src/registers/processing-activities/register.ts'
import { processors } from '../../src/registers/processors/register.ts'
import { systems } from '../../src/registers/systems/register.ts'
import { makeHouse } from '../../src/web.tsx'
import { browser, goodPassword, publicUrl } from './people.ts'
import { product, type Tenant } from './product.ts'
import { timed } from './timed-register.ts'
import { packageDoor } from '../../src/case-kit/packages/package-door.tsx'
import { collectionDoor } from '../../src/case-kit/collection/outside-door.tsx'
import { type CollectionParts, collectionParts } from '../../src/case-kit/collection/parts.tsx'
import { taskRoutes } from '../../src/case-kit/collection/task-routes.tsx'

/** Which activities each case is about, by its id: what a real register keeps in a field. */
export const activitiesOf = new Map<string, readonly string[]>()

export const caseRegister = timed
export const caseParts: CollectionParts = collectionParts(caseRegister, {
  keeper: 'review', deadline: 'request', isForwarded: true,
  finders: ({ input }) => [
    { key: 'name', words: { nl: 'Naam', en: 'Name' }, value: String(input.name), isUsual: true },
    { key: 'note', words: { nl: 'Adres', en: 'Address' }, value: String(input.note ?? '') },
  ],
  activities: ({ id }) => activitiesOf.get(id) ?? [], registers: { activities: processingActivities, systems, processors },
  recipient: ({ input }) => ({ name: String(input.name), email: 'inwoner@voorbeeld.example', address: null, language: 'nl' }),
})

/** A case that came in on a day, with its clock running. */
export async function openCase(house: Tenant, owner: string, { on = '2026-11-02', name = 'Verzoek van Noa de Wind' }: { on?: string; name?: string } = {}): Promise<string> {
  return house.scoped(async (scope) => {
    const id = await createEntry(scope, caseRegister, { ...emptyInput(caseRegister.fields), name, owner, note: 'Dorpsstraat 1', used_since_on: on })
    await perform(scope, caseRegister, 'review', id)
    return id
  }, new Date(`${on}T09:00:00Z`))
}

let app: Promise<Hono> | undefined

/** The pages of the cases, of tasks and packages, with the doors for outsiders. */
function pages(): Promise<Hono> {
  return app ??= (async () => {
    const { deps } = await product()
    const house = makeHouse(deps)
    const made = new Hono()
    made.onError((error, c) => failurePage(error, c))
    made.route('/', doorRoutes(house))
    made.route('/', collectionDoor(house, 1_000_000))
    made.route('/', packageDoor(house))
    const inside = new Hono<PeopleEnv>()
    inside.use('*', withScope(house))
    inside.route('/', taskRoutes(house, 1_000_000))
    inside.route(`/${caseRegister.path}`, caseParts.routes(house))
    inside.route(`/${caseRegister.path}`, registerRoutes(house, caseRegister, { related: caseParts.related }))
    made.route('/:slug', inside)
    return made
  })()
}

/** Somebody signed in at these pages; without a person somebody from outside. */
export async function visitor(person?: { email: string }) {
  const site = await pages()
  const one = browser(site, { ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` })
  if (person) {
    const signedIn = await one.post('/inloggen', { email: person.email, password: goodPassword })
    if (signedIn.status !== 303) throw new Error(`signing in gave ${signedIn.status}`)
  }
  return {
    ...one,
    upload(path: string, name: string, bytes: Buffer) {
      const body = new FormData()
      body.set('file', new File([new Uint8Array(bytes)], name))
      return site.request(publicUrl + path, { method: 'POST', body, headers: { origin: publicUrl, host: new URL(publicUrl).host, cookie: [...one.cookies].map(([key, value]) => `${key}=${value}`).join('; ') } }, { incoming: { socket: { remoteAddress: '192.0.2.9' } } })
    },
  }
}
