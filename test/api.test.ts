// The REST API: held against the NL API Design Rules and its own description; guarded by tokens; conditions, faults and steps.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { join } from 'node:path'
import spectralCore from '@stoplight/spectral-core'
import spectralFunctions from '@stoplight/spectral-functions'
import spectralRulesets from '@stoplight/spectral-rulesets'
import { parse } from 'yaml'
import { allRegisters } from '../src/register-kit/tied-registers.ts'
import { wireName } from '../src/register-kit/wire.ts'
import { bodyOf, description, operationAt, program } from './support/api.ts'
import { product, tenant } from './support/product.ts'

describe('the description', () => {
  test('keeps the NL API Design Rules 2.2, by the published linter rules', async () => {
    // The published ruleset as data: its functions are Spectral's own, by name.
    const { rules } = parse(readFileSync(join(import.meta.dirname, 'data/adr-linter-2.2.yaml'), 'utf8')) as { rules: Record<string, unknown> }
    const functions: Record<string, unknown> = { ...spectralFunctions }
    const withFunctions = (rule: unknown): unknown => {
      if (typeof rule !== 'object' || rule === null || !('then' in rule)) return rule
      const actions = 'then'
      const thens = [rule.then].flat() as { function: string }[]
      return Object.fromEntries(Object.entries(rule).map(([key, value]) => key !== actions ? [key, value] : [key, thens.map((then) => ({ ...then, function: functions[then.function] ?? assert.fail(`Spectral has no ${then.function}`) }))]))
    }
    const spectral = new spectralCore.Spectral()
    spectral.setRuleset({ extends: [[spectralRulesets.oas, 'off']], rules: Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, withFunctions(rule)])) } as never)
    const found = await spectral.run(JSON.parse(JSON.stringify(description)))
    assert.deepEqual(found.filter(({ code }) => code !== 'nlgov:servers-use-https').map(({ code, message, path }) => `${code}: ${message} (${path.join('.')})`), [])
    assert.ok(Object.keys(rules).length > 20)
    // The same rules do find what is wrong.
    const broken = JSON.parse(JSON.stringify(description).replaceAll('"/{organisation}/persons"', '"/{organisation}/Persons_All"').replaceAll('API-Version', 'X-Version')) as Record<string, unknown>
    const codes = new Set((await spectral.run(broken)).map(({ code }) => String(code)))
    assert.deepEqual(['nlgov:missing-version-header', 'nlgov:paths-kebab-case'].filter((code) => codes.has(code)), ['nlgov:missing-version-header', 'nlgov:paths-kebab-case'])
  })

  test('is served without a token, and names each operation once', async () => {
    const { app } = await product()
    const answer = await app.request('http://waarborg.test/api/v1/openapi.json')
    assert.deepEqual(await bodyOf(answer), JSON.parse(JSON.stringify(description)))
    const ids = Object.values(description.paths).flatMap((path) => Object.entries(path).flatMap(([method, operation]) => method === 'parameters' ? [] : [operation.operationId]))
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(operationAt('GET', '/duinrade/systems/1/findings')?.template, '/{organisation}/systems/{id}/findings')
  })
})

describe('a program', () => {
  test('makes, reads, changes, lists and removes an entry of each register', async () => {
    const house = await tenant()
    const { call, at } = await program(house)
    for (const { key, lifecycle, named, deadlines } of allRegisters()) {
      const [title, number] = [wireName(named.title), wireName(named.number.field)]
      const made = await call('POST', at(`/${key}`), { [title]: `Proef ${key}` })
      const entry = await bodyOf<{ id: string } & Record<string, unknown>>(made, 201)
      assert.equal(made.headers.get('location'), `http://waarborg.test/api/v1/${house.slug}/${key}/${entry.id}`)
      const read = await call('GET', at(`/${key}/${entry.id}`))
      const etag = read.headers.get('etag')!
      assert.deepEqual(await bodyOf(read), entry)
      assert.equal((await call('GET', at(`/${key}/${entry.id}`), undefined, { 'if-none-match': etag })).status, 304)
      assert.deepEqual((await bodyOf<{ entries: unknown[] }>(await call('GET', at(`/${key}?q=proef`)))).entries, [entry])
      assert.equal((await call('PATCH', at(`/${key}/${entry.id}`), { [title]: 'Anders' })).status, 428)
      const changed = await call('PATCH', at(`/${key}/${entry.id}`), { [title]: 'Anders' }, { 'if-match': etag })
      assert.equal((await bodyOf(changed))[number], entry[number])
      const stale = await call('PATCH', at(`/${key}/${entry.id}`), { [title]: 'Nog anders' }, { 'if-match': etag })
      assert.equal(stale.status, 412)
      assert.equal(stale.headers.get('etag'), changed.headers.get('etag'))
      const whole = await call('PUT', at(`/${key}/${entry.id}`), await bodyOf(await call('GET', at(`/${key}/${entry.id}`))), { 'if-match': changed.headers.get('etag')! })
      assert.equal((await bodyOf(whole))[title], 'Anders')
      for (const part of ['findings', 'versions', 'history', ...(lifecycle.verbs.remark ? ['remarks', 'advice'] : []), ...(deadlines ? ['deadlines'] : [])]) await bodyOf(await call('GET', at(`/${key}/${entry.id}/${part}`)))
      assert.equal((await call('DELETE', at(`/${key}/${entry.id}`), undefined, { 'if-match': '*' })).status, 204)
      assert.equal((await call('GET', at(`/${key}/${entry.id}`))).status, 404)
    }
  })

  test('H-24 H-43: takes the steps of an agreement through its sub-resources; the finding at its processor goes when it comes into force', async () => {
    const house = await tenant()
    const officer = await program(house)
    const dpo = await program(house, { roles: ['dpo'] })
    const { at } = officer
    const { id: processor } = await bodyOf<{ id: string }>(await officer.call('POST', at('/processors'), { name: 'Voorbeeldsoft B.V.' }), 201)
    const rulesOf = async () => (await bodyOf<{ findings: { rule: string }[] }>(await officer.call('GET', at(`/processors/${processor}/findings`)))).findings.map(({ rule }) => rule)
    assert.ok((await rulesOf()).includes('agreement-missing'))
    const { id } = await bodyOf<{ id: string }>(await officer.call('POST', at('/agreements'), { name: 'Overeenkomst hosting', processor, subjects: ['scope', 'security'] }), 201)
    await bodyOf(await officer.call('POST', at(`/agreements/${id}/submissions`)))
    assert.equal((await officer.call('POST', at(`/agreements/${id}/advice`), { outcome: 'agreed' })).status, 403)
    assert.equal((await officer.call('POST', at(`/agreements/${id}/activations`), {})).status, 409, 'untested')
    await bodyOf(await dpo.call('POST', at(`/agreements/${id}/advice`), { outcome: 'agreed' }))
    const refused = await bodyOf<{ errors: { pointer: string }[] }>(await officer.call('POST', at(`/agreements/${id}/activations`), {}), 400)
    assert.deepEqual(refused.errors.map(({ pointer }) => pointer), ['#/signedOn'])
    const activated = await bodyOf<{ status: string; version: number; signedOn: string }>(await officer.call('POST', at(`/agreements/${id}/activations`), { signedOn: '2026-01-05', isSignedByBoth: true, note: 'Getekend' }))
    assert.deepEqual([activated.status, activated.version, activated.signedOn], ['active', 1, '2026-01-05'])
    assert.ok(!(await rulesOf()).includes('agreement-missing'))
    await bodyOf(await officer.call('POST', at(`/agreements/${id}/endings`), { reason: 'Contract afgelopen; gegevens vernietigd.' }))
    assert.ok((await rulesOf()).includes('agreement-missing'))
  })

  test('hears every fault at once, each at its place', async () => {
    const house = await tenant()
    const { call, at } = await program(house)
    const body = await bodyOf<{ errors: { pointer: string; detail: string }[] }>(await call('POST', at('/processing-activities'), {
      name: 'x'.repeat(201), role: 'boss', purposes: [{ purpose: 'goed' }, { kind: 'whole', bogus: 1 }], dataCategories: ['nothing'], owner: '019a0000-0000-7000-8000-000000000001', bogus: true, preDpiaOn: '2026-02-30',
    }), 400)
    assert.deepEqual(body.errors.map(({ pointer }) => pointer).toSorted(), ['#/bogus', '#/dataCategories', '#/name', '#/owner', '#/preDpiaOn', '#/purposes/1/bogus', '#/purposes/1/kind', '#/role'])
    const query = await bodyOf<{ errors: { name: string }[] }>(await call('GET', at('/systems?size=0&sort=colour&bogus=1&kind=a&department=b&after=c&q=1&q=2')), 400)
    assert.deepEqual(query.errors.map(({ name }) => name).toSorted(), ['after', 'bogus', 'department', 'q', 'size', 'sort'])
    for (const bad of ['{', '[]', '"text"', 'null', '{"name": "a\\u0000b"}']) assert.equal((await call('POST', at('/systems'), bad)).status, bad.includes('0000') ? 201 : 400, bad)
    assert.equal((await call('POST', at('/systems'), 'name=x', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415)
    assert.equal((await call('POST', at('/systems'), `{"name":"${'x'.repeat(2_000_000)}"}`)).status, 413)
    assert.equal((await call('PUT', at('/systems'), {})).status, 405)
    assert.equal((await call('GET', at('/nothing'))).status, 404)
    assert.match(((await bodyOf<{ detail: string }>(await call('GET', at('/nothing'), undefined, { 'accept-language': 'en' }), 404))).detail, /doesn’t exist/)
  })

  test('TENANCY: a token of another organisation, a wrong, an expired or a narrower one gets no further than it may', async () => {
    const [house, other] = [await tenant(), await tenant()]
    const { call, at, token } = await program(house)
    const stranger = await program(other)
    const { id } = await bodyOf<{ id: string }>(await call('POST', at('/systems'), { name: 'Zaaksysteem' }), 201)
    for (const path of ['', '/systems', `/systems/${id}`, '/persons']) assert.equal((await stranger.call('GET', `/${house.slug}${path}`)).status, 401, path)
    assert.equal((await stranger.call('GET', `/${other.slug}/systems/${id}`)).status, 404)
    assert.equal((await call('GET', at('/systems'), undefined, { authorization: `Bearer ${token.slice(0, -1)}x` })).status, 401)
    assert.equal((await call('GET', at('/systems'), undefined, { authorization: '' })).status, 401)
    const reader = await program(house, { mayWrite: false, registers: ['systems'] })
    assert.equal((await reader.call('GET', at(`/systems/${id}`))).status, 200)
    assert.equal((await reader.call('POST', at('/systems'), { name: 'x' })).status, 403)
    assert.equal((await reader.call('GET', at('/processors'))).status, 403)
    const owner = await program(house, { roles: [{ role: 'process_owner', departmentId: house.departments.burgerzaken }] })
    const hidden = await bodyOf<{ id: string }>(await call('POST', at('/processing-activities'), { name: 'Elders', department: house.departments.belastingen }), 201)
    assert.equal((await owner.call('GET', at(`/processing-activities/${hidden.id}`))).status, 404)
    assert.deepEqual((await bodyOf<{ entries: unknown[] }>(await owner.call('GET', at('/processing-activities')))).entries, [])
  })

  test('goes through a long list by keyset: each entry once, also while others are made', async () => {
    const house = await tenant()
    const { call, at } = await program(house)
    for (let index = 0; index < 7; index++) await bodyOf(await call('POST', at('/systems'), { name: `Systeem ${index}` }), 201)
    const seen: string[] = []
    let next: string | undefined = at('/systems?size=3&sort=-name')
    while (next) {
      const page: { entries: { name: string }[]; links: { next?: { href: string } } } = await bodyOf(await call('GET', next))
      seen.push(...page.entries.map(({ name }) => name))
      if (seen.length === 3) await bodyOf(await call('POST', at('/systems'), { name: 'Systeem 9' }), 201)
      next = page.links.next?.href.replace('http://waarborg.test/api/v1', '')
    }
    assert.deepEqual(seen, ['Systeem 6', 'Systeem 5', 'Systeem 4', 'Systeem 3', 'Systeem 2', 'Systeem 1', 'Systeem 0'])
  })
})
