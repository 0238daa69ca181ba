// The REST API: described by OpenAPI, guarded by tokens, and the same entries as the pages show.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeToken } from '../src/people/api-tokens.ts'
import { allRegisters } from '../src/register-kit/tied-registers.ts'
import { product, tenant } from './support/product.ts'

test('a token makes, reads, changes and removes an entry of each register', async () => {
  const { app } = await product()
  const house = await tenant()
  const officer = await house.person('Beheerder', 'administrator')
  void officer
  const { token } = await house.scoped((scope) => makeToken(scope, { registers: allRegisters() }, { name: 'Koppeling', grants: [{ role: 'privacy_officer', departmentId: null }], registers: undefined, mayWrite: true, expiresOn: '2027-01-01' }))
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => app.request(`http://waarborg.test/api/v1/${house.slug}${path}`, {
    method, headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, body: body === undefined ? undefined : JSON.stringify(body),
  })
  for (const register of allRegisters()) {
    const made = await call('POST', `/${register.key}`, { name: `Proef ${register.key}` })
    const text = await made.text()
    assert.equal(made.status, 201, text)
    const { id } = JSON.parse(text) as { id: string }
    const read = await call('GET', `/${register.key}/${id}`)
    assert.equal(read.status, 200)
    const etag = read.headers.get('etag')!
    const list = await call('GET', `/${register.key}?q=proef`)
    assert.equal(list.status, 200, await list.clone().text())
    assert.equal((await list.json() as { entries: unknown[] }).entries.length, 1)
    const changed = await call('PATCH', `/${register.key}/${id}`, { name: 'Anders' }, { 'if-match': etag })
    assert.equal(changed.status, 200, await changed.clone().text())
    assert.equal((await call('PATCH', `/${register.key}/${id}`, { name: 'Nog' }, { 'if-match': etag })).status, 412)
    for (const part of ['findings', 'versions', 'history']) assert.equal((await call('GET', `/${register.key}/${id}/${part}`)).status, 200, part)
  }
  const description = await app.request('http://waarborg.test/api/v1/openapi.json')
  assert.equal(description.status, 200)
})
