// The product in a test: the whole application on the tests' database, an organisation of one's own, and people who are signed in.
import { randomInt } from 'node:crypto'
import { after } from 'node:test'
import { Hono } from 'hono'
import { copyCatalogues } from '../../src/catalogues/tenant-terms.ts'
import { readConfig } from '../../src/ground/config.ts'
import { newId } from '../../src/ground/ids.ts'
import { type Jobs, openJobs } from '../../src/ground/jobs.ts'
import { inScope, type OrganisationKind, type Organisation, type Role, type Scope } from '../../src/ground/scope.ts'
import { createAccount } from '../../src/people/accounts.ts'
import { createOrganisation, findOrganisation } from '../../src/people/organisations.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { addPerson, type Grant } from '../../src/people/persons.ts'
import { originOf, startSession } from '../../src/people/sessions.ts'
import { noteSignIn } from '../../src/people/sign-in-events.ts'
import { browser, goodPassword } from './people.ts'
import { type Deps, makeApp, makeHouse } from '../../src/web.tsx'
import { testDatabase } from './database.ts'

export type Product = Awaited<ReturnType<typeof openProduct>>
let shared: ReturnType<typeof openProduct> | undefined
const stops: (() => Promise<void>)[] = []
// Not inside a test: a hook made there would run when that test ends.
after(async () => {
  for (const stop of stops) await stop()
})

/** The application on the shared database; its clock stands still where a test puts it. */
export function product(): ReturnType<typeof openProduct> {
  return shared ??= openProduct()
}

async function openProduct() {
  const { app: database, appUrl, masterKey } = await testDatabase()
  const jobs: Jobs = await openJobs(appUrl)
  stops.push(() => jobs.stop(2_000))
  let now: Date | undefined
  const deps: Deps = { config: readConfig({ PUBLIC_URL: 'http://waarborg.test' }), database, jobs, masterKey, isReady: async () => true, clock: () => now ?? new Date(), perSession: 100_000, perAddress: 1_000_000 }
  const house = makeHouse(deps)
  const app = makeApp(deps, house)
  // Where somebody comes in who gave the right password; that the door asks for it, and what it costs to guess, is tested at the door itself.
  const hall = new Hono().post('/:account', async (c) => {
    const accountId = c.req.param('account')
    await startSession(c, house, { accountId, method: 'password' })
    await noteSignIn(database, house.clock(), originOf(c, house), { what: 'signed_in', accountId })
    return c.body(null, 204)
  })
  return { app, hall, deps, database, masterKey, setClock: (moment: string | undefined) => { now = moment === undefined ? undefined : new Date(moment) } }
}

let sharedHash: Promise<string> | undefined

/** An organisation with catalogues, two departments and whoever is asked for; nobody else in the database sees it. */
export async function tenant(options: { kind?: OrganisationKind; profile?: string } = {}) {
  const { app, hall, database, masterKey } = await product()
  const slug = `t${newId().replaceAll('-', '').slice(8, 30)}`
  const made = await createOrganisation(database, masterKey, { name: `Gemeente ${slug}`, slug, kind: options.kind ?? 'municipality', profile: options.profile ?? 'gemeente-heemstede-2026', secondFactorRequired: false }, async (scope) => {
    await copyCatalogues(scope)
    const departments = { burgerzaken: newId(), belastingen: newId() }
    await scope.tx.insertInto('department').values([
      { organisation_id: scope.organisation.id, id: departments.burgerzaken, name: 'Burgerzaken' },
      { organisation_id: scope.organisation.id, id: departments.belastingen, name: 'Belastingen' },
    ]).execute()
    const body = await scope.tx.selectFrom('governing_body').select('id').where('organisation_id', '=', scope.organisation.id).orderBy('position').executeTakeFirstOrThrow()
    return { departments, body: body.id }
  })
  const organisation = (await findOrganisation(database, masterKey, slug))!.organisation
  return {
    ...made, slug, organisation,
    scoped: <T>(work: (scope: Scope) => Promise<T>, now?: Date) => inScope(database, { organisation, actor: { kind: 'system', task: 'test' }, now }, work),
    /** A person with these roles, signed in in a browser of the own. */
    async person(name: string, ...grants: (Role | Grant)[]) {
      sharedHash ??= hashPassword(goodPassword)
      const email = `p${newId().slice(9)}@voorbeeld.example`
      const accountId = await createAccount(database, new Date(), { email, passwordHash: await sharedHash })
      const personId = await inScope(database, { organisation, actor: { kind: 'system', task: 'test' } }, async (scope) => {
        const id = await addPerson(scope, { name, email, accountId, roles: grants.map((grant) => typeof grant === 'string' ? { role: grant } : grant) })
        // A test may put the clock to a day before today: who came in for it has the roles by then.
        await scope.tx.updateTable('role_assignment').set({ valid_from: '2020-01-01' }).where('organisation_id', '=', organisation.id).where('person_id', '=', id).execute()
        return id
      })
      // An address of one's own: what comes from one address is braked.
      const ip = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
      const [visitor, entering] = [browser(app, { ip }), browser(hall, { ip })]
      const { status } = await entering.post(`/${accountId}`, {})
      if (status !== 204) throw new Error(`coming in gave ${status}`)
      for (const [name, value] of entering.cookies) visitor.cookies.set(name, value)
      return { ...visitor, personId, accountId, email, name }
    },
  }
}

export type Tenant = Awaited<ReturnType<typeof tenant>>
export type { Organisation }
