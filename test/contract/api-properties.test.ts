// API properties: whatever anybody sends to any operation, the answer is one that the description knows, nothing breaks, and what is refused leaves nothing behind.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Register } from '../../src/register-kit/register.ts'
import { childKeys, childTable } from '../../src/register-kit/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { wireName } from '../../src/register-kit/wire.ts'
import '../../src/tied-rooms.ts'
import { bodyOf, description, program } from '../support/api.ts'
import { type Tenant, tenant } from '../support/product.ts'
import { type Known, type RandomRequest, requestsFor } from '../support/random-requests.ts'
import { samplesFor } from '../support/sample-input.ts'
import { statesOf, stockOf } from '../support/stock.ts'

/** The same each time; another seed by FUZZ_SEED, more of it by FUZZ_RUNS. A failure prints the seed and the path that lead to it. No limit of time: a request that is given up goes on beside the next. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)
const runs = Number(process.env.FUZZ_RUNS ?? 3)

const operations = Object.entries(description.paths).flatMap(([template, path]) => Object.entries(path).flatMap(([method, operation]) => method === 'parameters' ? [] : [{ template, method: method.toUpperCase(), operation }]))

describe('P-01: any request to any operation of the API', () => {
  let house: Tenant
  let known: Known
  let api: Awaited<ReturnType<typeof program>>
  before(async () => {
    house = await tenant()
    const samples = await samplesFor(house)
    const found = await house.scoped((scope) => scope.tx.selectFrom('catalogue_term').select(['catalogue', 'key']).where('organisation_id', '=', scope.organisation.id).execute())
    known = { pools: samples.pools, terms: new Map([...Map.groupBy(found, ({ catalogue }) => catalogue)].map(([catalogue, terms]) => [catalogue, terms.map(({ key }) => key)])) }
    for (const register of allRegisters()) for (const state of statesOf(register)) await stockOf(house, register, state, [{ ...samples.input(register, 0), [register.named.number.field]: null }])
    // May do everything that a program can: an outsider gets no further than this.
    const owner = { role: 'process_owner' as const, departmentId: house.departments.burgerzaken }
    api = await program(house, { roles: ['privacy_officer', 'ciso', 'iso', owner] })
  })

  /** Statuses that were answered, so that nobody takes a door that stays shut for one that holds. */
  const met = new Set<number>()

  test('every operation is tried', () => assert.ok(operations.length >= 40, `${operations.length} operations`))

  for (const [index, { template, method, operation }] of operations.entries()) {
    const register = allRegisters().find(({ key }) => template.startsWith(`/{organisation}/${key}`) && ['/', undefined].includes(template.slice(`/{organisation}/${key}`.length)[0] as '/' | undefined))
    test(`${method} ${template}: described, never a fault, and refused without a trace`, { timeout: 360_000 }, async () => {
      let trace: string | undefined
      await fc.assert(fc.asyncProperty(requestsFor(operation, known), async (request) => {
        // First: it makes an entry where all have been removed.
        const address = await addressOf(template, register, request, () => { trace = undefined })
        if (method !== 'GET') trace ??= await traceOf(register)
        const answer = await api.call(method, address, request.body, { ...request.headers })
        met.add(answer.status)
        if (method === 'GET') return
        // What a refusal left as it was is as sound as before it, and the next request begins from it.
        if (answer.status >= 400) return assert.equal(await traceOf(register), trace, `${answer.status} left something behind`)
        trace = undefined
        assert.deepEqual(await unsound(register!), [], `after ${answer.status}`)
      }), { seed: seed + index, numRuns: runs, endOnFailure: true })
    })
  }

  test('addresses and methods that nobody described are refused in the same form', async () => {
    const segment = fc.oneof(fc.constantFrom(...allRegisters().map(({ key }) => key), 'persons', 'catalogues', 'findings', 'history', '%00', '..', '%2f', '__proto__', '*'), fc.webSegment().map((text) => text.slice(0, 12)).filter((text) => !/%.?$/.test(text)))
    await fc.assert(fc.asyncProperty(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'), fc.array(segment, { maxLength: 5 }), async (method, segments) => {
      const path = `/${house.slug}/${segments.join('/')}`
      const before = await traceOf(undefined)
      if (!new URL(`http://waarborg.test/api/v1${path}`).pathname.startsWith('/api/v1/')) return
      const answer = await api.call(method, path, method === 'GET' ? undefined : '{}')
      if (answer.status >= 400) assert.equal(await traceOf(undefined), before)
    }), { seed, numRuns: runs * 10, endOnFailure: true })
  })

  test('what was sent was taken and refused in every way', () => {
    assert.deepEqual([200, 201, 204, 400, 404, 409, 412, 415, 428].filter((status) => !met.has(status)), [])
  })

  test('what is sent as JSON never reaches the prototypes of this process', () => {
    assert.equal(Object.hasOwn(Object.prototype, 'isAdmin'), false)
    assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined)
  })

  async function addressOf(template: string, register: Register | undefined, { id, version, query }: RandomRequest, onMade: () => void): Promise<string> {
    const path = template.replace('{organisation}', house.slug).replace('{catalogue}', () => 'text' in id ? id.text : [...known.terms.keys()][id.there % known.terms.size]!).replace('{version}', () => version)
    const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString()
    return `${path.includes('{id}') ? path.replace('{id}', 'text' in id ? id.text : await entryAt(register!, id.there, onMade)) : path}${search === '' ? '' : `?${search}`}`
  }

  /** One of the entries that are there now; a new one when all have been removed. */
  async function entryAt(register: Register, place: number, onMade: () => void): Promise<string> {
    const { rows } = await house.scoped((scope) => sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id} order by id`.execute(scope.tx))
    if (rows.length > 0) return rows[place % rows.length]!.id
    onMade()
    return (await bodyOf<{ id: string }>(await api.call('POST', api.at(`/${register.key}`), { [wireName(register.named.title)]: 'Weer een' }), 201)).id
  }

  /** Everything that a write of this register may touch: how many rows, and the transactions that wrote them. Whatever is written, changed or removed shows. */
  async function traceOf(register: Register | undefined): Promise<string> {
    const tables = [...(register ? [register] : allRegisters()).flatMap((one) => [one.table, ...childKeys(one.fields).map((name) => childTable(one, name))]), 'history_event', 'history_change', 'entry_proposal', 'entry_version', 'entry_remark', 'entry_advice', 'finding', 'webhook_delivery']
    return house.scoped(async (scope) => {
      const parts = tables.map((name) => sql`select ${sql.lit(name)} as name, count(*) as count, sum(t.xmin::text::bigint) as written from ${sql.table(name)} t where t.organisation_id = ${scope.organisation.id}`)
      return JSON.stringify((await sql`${sql.join(parts, sql` union all `)} order by 1`.execute(scope.tx)).rows)
    })
  }

  /** Entries that something is amiss with: no history of how they came, a title that is gone, a version or proposal that doesn’t fit. */
  async function unsound(register: Register): Promise<unknown[]> {
    return house.scoped(async (scope) => (await sql`
      select t.id, t.status, t.revision, t.version from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and (
        ${sql.ref(`t.${register.named.title}`)} is null or ${sql.ref(`t.${register.named.number.field}`)} is null
        or not exists (select from history_event e where e.organisation_id = t.organisation_id and e.register = ${register.key} and e.entry_id = t.id and e.verb = 'create')
        or t.version <> (select count(*) from entry_version v where v.organisation_id = t.organisation_id and v.register = ${register.key} and v.entry_id = t.id)
        or exists (select from entry_proposal p where p.organisation_id = t.organisation_id and p.register = ${register.key} and p.entry_id = t.id and t.status <> ${register.lifecycle.inForce}))`.execute(scope.tx)).rows)
  }
})
