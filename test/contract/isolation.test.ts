// Isolation: one organisation reaches nothing of another's entries, for every register through every door: pages, files, the API, references, search and messages.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { newId } from '../../src/ground/ids.ts'
import type { Fields } from '../../src/register-kit/field-types.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { allRegisters, filterField } from '../../src/register-kit/tied-registers.ts'
import { wireName } from '../../src/register-kit/wire.ts'
import '../../src/tied-rooms.ts'
import { bodyOf, description, program } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { type Furnished, furnishedEntry } from '../support/furnished.ts'
import { product, type Tenant, tenant } from '../support/product.ts'
import { samplesFor, sentByForm, sentByProgram } from '../support/sample-input.ts'
import { rowsByTable, tenantTables } from '../support/tenant-tables.ts'

const theirMark = 'Zwaluwoog'
const ownMark = 'Kwartelveer'
/** For a filter that takes no id. */
const notTheirs = 'niets'

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

async function make() {
  const [mine, theirs] = [await settle(ownMark), await settle(theirMark)]
  // Everything that one can do here between two people and two programs: a DPO may not hold the other roles (art. 38 lid 6 AVG).
  const { house } = mine
  const owner = { role: 'process_owner' as const, departmentId: house.departments.burgerzaken }
  const askers = [await house.person('Alles Mag', 'privacy_officer', 'administrator', 'ciso', 'iso', owner), await house.person('Frits Gegevens', 'dpo')]
  const programs = [await program(house, { roles: ['privacy_officer', 'ciso', 'iso', owner] }), await program(house, { roles: ['dpo'] })]
  const stranger = await theirs.house.person('Wim Elders', { role: 'employee', departmentId: theirs.house.departments.burgerzaken })
  const { superUrl } = await testDatabase()
  const tables = (await tenantTables(superUrl, 'waarborg_app')).filter(({ name }) => name !== 'sign_in_event')
  return { mine, theirs, askers, programs, stranger, rowsOf: (house: Tenant) => rowsByTable(superUrl, tables, house.organisation.id) }
}

async function settle(mark: string) {
  const house = await tenant()
  const samples = await samplesFor(house, mark)
  const writer = await house.person(`Schrijver ${mark}`, 'privacy_officer')
  const furnished = new Map<string, Furnished>()
  for (const register of allRegisters()) furnished.set(register.key, await furnishedEntry(house, register, samples, mark, writer))
  return { house, samples, furnished }
}

// A courier of another test must find nothing of ours to bring.
after(async () => {
  if (!made) return
  for (const { house } of [(await made).mine, (await made).theirs]) {
    await house.scoped(async ({ tx, organisation }) => {
      await tx.updateTable('webhook_subscription').set({ status: 'paused', paused_because: 'person' }).where('organisation_id', '=', organisation.id).execute()
      await tx.updateTable('webhook_delivery').set({ state: 'delivered', due_at: null }).where('organisation_id', '=', organisation.id).execute()
    })
  }
})

const mentions = (text: string) => [...text.matchAll(new RegExp(theirMark, 'gi'))].map(({ index }) => text.slice(Math.max(0, index - 80), index + 40))

for (const register of allRegisters() as readonly Register[]) {
  const { key, path, fields } = register

  /** Addresses of this register's routes with their ids in them, under a slug; those that hang on an entry also under an entry of one's own. */
  async function addresses(method: string, slug: string): Promise<{ path: string; isTheirs: boolean }[]> {
    const { app } = await product()
    const { mine, theirs } = await setting()
    const [own, other] = [mine.furnished.get(key)!, theirs.furnished.get(key)!]
    const verbs = Object.keys(register.lifecycle.verbs)
    const idsOf = (route: string): Readonly<Record<string, readonly string[]>> => ({
      id: route.includes('/import/') ? [other.importRun] : /:(remark|comment|attachment|letter|list|pack|forwarded)\b/.test(route) ? [other.entry, own.entry] : [other.entry],
      remark: [other.remark], comment: [other.comment], attachment: [other.attachment], view: [other.view], cause: [other.cause], version: ['1'], verb: verbs,
      // A list, a sending, a package and a forwarding hang on a case that came that far; an id of theirs is none here.
      letter: [other.letter], list: [other.letter], sending: [other.letter], word: ['gekomen'], pack: [other.entry], logAnswer: [other.entry], forwarded: [other.entry],
      // Nor is a proposal, a version of a text, or an answer.
      proposal: [other.entry], article: ['closing'], format: ['pdf'], number: ['1'], file: ['rapport.pdf'], section: ['1'], address: ['1.1'], digest: ['0'.repeat(64)],
    })
    const routes = [...new Set(app.routes.filter((route) => route.method === method && (route.path === `/:slug/${path}` || route.path.startsWith(`/:slug/${path}/`))).map((route) => route.path))]
    assert.ok(routes.length >= 10, `${routes.length} routes`)
    return routes.flatMap((route) => {
      const names = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => name !== 'slug')
      const found = names.reduce<string[]>((so, name) => so.flatMap((one) => (idsOf(route)[name] ?? assert.fail(`say in this test which id of the other organisation stands for :${name} in ${route}`)).map((id) => one.replace(`:${name}`, id))), [route.replace(':slug', slug)])
      return found.map((one) => ({ path: one, isTheirs: names.some((name) => name !== 'version' && name !== 'verb') }))
    })
  }

  describe(`P-01: ${key} of another organisation`, () => {
    test('no page shows or reaches it, under either name', async () => {
      const { mine, theirs, askers, stranger } = await setting()
      // Who has no part in an organisation has no role there either: one person is enough.
      for (const { path: address } of await addresses('GET', theirs.house.slug)) assert.equal((await askers[0]!.get(address)).status, 404, address)
      for (const asker of askers) {
        for (const { path: address, isTheirs } of await addresses('GET', mine.house.slug)) {
          const response = await asker.get(address)
          if (isTheirs) assert.ok([403, 404].includes(response.status), `${address}: ${response.status}`)
          else assert.ok(response.status < 500, `${address}: ${response.status}`)
          assert.deepEqual(mentions(await response.text()), [], address)
        }
      }
      for (const { path: address } of (await addresses('GET', mine.house.slug)).slice(0, 10)) assert.equal((await stranger.get(address)).status, 404, address)
    })

    test('no form changes it, whatever ids are sent along; nor does it come to stand in one’s own', async () => {
      const { mine, theirs, askers, stranger, rowsOf } = await setting()
      const before = await rowsOf(theirs.house)
      const other = theirs.furnished.get(key)!
      const sent = {
        ...sentByForm(fields, theirs.samples.input(register, 1)), revision: '1', outcome: 'agreed', note: 'x', body: 'x', reason: 'x', comment: 'x', viewName: 'x', mentions: 'x', [`answer-${other.remark}`]: 'x',
        ids: other.entry, gekozen: other.entry, chosen: other.entry, entry: other.entry, id: other.entry, actie: 'step.review', action: 'step.review', cause: other.cause,
      }
      for (const { path: address } of await addresses('POST', theirs.house.slug)) assert.equal((await askers[0]!.post(address, sent)).status, 404, address)
      for (const asker of askers) {
        for (const { path: address, isTheirs } of await addresses('POST', mine.house.slug)) {
          const response = await asker.post(address, sent)
          // 409: under an entry of one's own there is no such remark to answer (any more).
          if (isTheirs) assert.ok([400, 403, 404, 409].includes(response.status), `${address}: ${response.status}`)
          else assert.ok(response.status < 500, `${address}: ${response.status}`)
          if (response.status >= 400) assert.deepEqual(mentions(await response.text()).filter((around) => !wasTyped(around)), [], address)
        }
      }
      for (const { path: address } of (await addresses('POST', mine.house.slug)).slice(0, 10)) assert.equal((await stranger.post(address, sent)).status, 404, address)
      assert.deepEqual(await rowsOf(theirs.house), before)
    })

    test('no operation of the API reads or changes it, under either name', async () => {
      const { mine, theirs, programs, rowsOf } = await setting()
      const before = await rowsOf(theirs.house)
      const other = theirs.furnished.get(key)!
      const content = sentByProgram(fields, mine.samples.input(register, 0))
      let asked = 0
      for (const [template, operations] of Object.entries(description.paths).filter(([one]) => one.startsWith(`/{organisation}/${key}/{id}`))) {
        for (const method of Object.keys(operations).filter((name) => name !== 'parameters')) {
          const address = (slug: string) => template.replace('{organisation}', slug).replace('{id}', other.entry).replace('{version}', '1')
          const body = method === 'put' || method === 'patch' ? content : method === 'post' ? {} : undefined
          for (const { call, token } of programs) {
            assert.equal((await call(method.toUpperCase(), address(mine.house.slug), body, { 'if-match': '*' })).status, 404, `${method} ${template}`)
            assert.equal((await call(method.toUpperCase(), address(theirs.house.slug), body, { 'if-match': '*' })).status, 401, `${method} ${template}`)
            assert.equal((await call(method.toUpperCase(), address(theirs.house.slug), body, { authorization: `Bearer ${token.slice(0, -4)}aaaa` })).status, 401)
            asked++
          }
        }
      }
      assert.ok(asked >= 20)
      for (const { call } of programs) for (const address of [`/${theirs.house.slug}`, `/${theirs.house.slug}/${key}`, `/${theirs.house.slug}/persons`, `/${theirs.house.slug}/departments`]) assert.equal((await call('GET', address)).status, 401)
      assert.equal((await programs[0]!.call('POST', `/${theirs.house.slug}/${key}`, content)).status, 401)
      assert.deepEqual(await rowsOf(theirs.house), before)
    })

    test('no field can point at what is theirs: by id, number or name; each is refused at its place', async () => {
      const { mine, theirs, programs: [officer], askers: [asker] } = await setting()
      const { call, at } = officer!
      for (const [name, target] of referencesOf(fields)) {
        for (const value of [...theirs.samples.pools.get(target) ?? [], ...(allRegisters().some((other) => other.key === target) ? [`Doel ${theirMark} ${allRegisters().find((other) => other.key === target)!.words.one.nl} 1`] : [])]) {
          const [field, column] = name.split('.') as [string, string?]
          const content = column === undefined ? { [wireName(field)]: value } : { [wireName(field)]: [{ [wireName(column)]: value }] }
          const { errors } = await bodyOf<{ errors: { pointer: string }[] }>(await call('POST', at(`/${key}`), { [wireName(register.named.title)]: 'Wijst naar een ander', ...content }), 400)
          assert.deepEqual(errors.map(({ pointer }) => pointer), [column === undefined ? `#/${wireName(field)}` : `#/${wireName(field)}/0/${wireName(column)}`])
          const page = await asker!.post(`/${mine.house.slug}/${path}/nieuw`, { [register.named.title]: 'Wijst naar een ander', [column === undefined ? field : `${field}.0.${column}`]: value })
          assert.equal(page.status, 400, `${name} = ${value}`)
        }
      }
    })

    test('lists, filters, search, lookups and files name nothing of it', async () => {
      const { mine, theirs, programs: [officer], askers: [asker] } = await setting()
      const { call, at } = officer!
      const other = theirs.furnished.get(key)!
      const base = `/${mine.house.slug}/${path}`
      const cursor = Buffer.from(JSON.stringify([`${register.words.one.nl} ${theirMark}`.toLowerCase(), other.entry])).toString('base64url')
      for (const query of [`na=${cursor}`, `voor=${cursor}`, `import=${other.importRun}`, 'q=%25', 'filters=open', ...register.list.filters.map(({ path: name, field }) => `${name}=${idFor(field)}&filters=open`)]) {
        for (const address of [`${base}?${query}`, `${base}/export?${query}`, `${base}/export/bestand?formaat=csv&${query}`]) {
          const response = await asker!.get(address)
          assert.equal(response.status, 200, address)
          assert.deepEqual(mentions(await response.text()), [], address)
        }
      }
      for (const { name, field } of register.list.filters) {
        const id = idFor(field)
        if (id === notTheirs) continue
        assert.deepEqual((await bodyOf<{ entries: unknown[] }>(await call('GET', at(`/${key}?${name}=${id}`)))).entries, [], name)
      }
      for (const address of [`/${key}?q=${theirMark}`, `/${key}?after=${cursor}`, `/${key}?size=100`]) assert.deepEqual(mentions(JSON.stringify((await bodyOf<{ entries: unknown[] }>(await call('GET', at(address)))).entries)), [], address)
      for (const format of ['csv', 'json']) assert.deepEqual(mentions(await (await asker!.get(`${base}/export/bestand?formaat=${format}`)).text()), [])
      assert.deepEqual(mentions(await (await asker!.get(`/${mine.house.slug}/zoeken.json?q=${theirMark}`)).text()), [])
      assert.ok((await (await asker!.get(`/${mine.house.slug}/zoeken.json?q=${ownMark}`)).text()).includes(ownMark), 'one’s own is found')

      function idFor(field: string): string {
        const declared = filterField(fields, field)
        return declared?.type === 'reference' ? theirs.samples.pools.get(declared.to)![0]! : notTheirs
      }
    })

    test('what happens there is told to nobody here', async () => {
      const { mine, theirs } = await setting()
      const hear = (house: Tenant) => house.scoped(async ({ tx, organisation, now }) => {
        await tx.insertInto('webhook_subscription').values({ organisation_id: organisation.id, id: newId(), name: `Luistert ${newId()}`, target: 'https://luistert.example/', registers: [key], verbs: [], status: 'active', secret: Buffer.from('x'), created_at: now }).execute()
      })
      for (const { house } of [mine, theirs]) await hear(house)
      const heard = (house: Tenant) => house.scoped(({ tx, organisation }) => tx.selectFrom('webhook_delivery').select(['entry_id', 'verb']).where('organisation_id', '=', organisation.id).where('register', '=', key).execute())
      const before = await heard(mine.house)
      const them = await program(theirs.house)
      const { id } = await bodyOf<{ id: string }>(await them.call('POST', them.at(`/${key}`), { [wireName(register.named.title)]: 'Stil gemaakt' }), 201)
      assert.deepEqual((await heard(theirs.house)).filter(({ entry_id }) => entry_id === id).map(({ verb }) => verb), ['create'])
      assert.deepEqual(await heard(mine.house), before)
    })
  })
}

/** Fields and columns that point at something, with what. */
function referencesOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, field]): [string, string][] => field.type === 'reference' ? [[name, field.to]]
    : field.type === 'rows' ? Object.entries(field.columns).flatMap(([column, cell]): [string, string][] => cell.type === 'reference' ? [[`${name}.${column}`, cell.to]] : []) : [])
}

/** The words that were typed come back in the form they were typed in. */
function wasTyped(around: string): boolean {
  return /value="|<textarea|Voorbeeld/.test(around)
}
