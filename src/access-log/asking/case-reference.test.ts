import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { inScope } from '../../ground/scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { requests } from '../../registers/requests/register.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { caseOf } from './case-reference.ts'

describe('the case that a question to the log names', () => {
  let house: Tenant
  let other: Tenant
  let number = ''
  let id = ''
  before(async () => {
    [house, other] = [await tenant(), await tenant()]
    id = await house.scoped((scope) => createEntry(scope, requests, { ...emptyInput(requests.fields), title: 'Inzage', right: 'access', channel: 'letter', language: 'nl', received_at: scope.now.toISOString(), subject_name: 'Noa de Wind' }))
    number = (await house.scoped(({ tx, organisation }) => sql<{ number: string }>`select ${sql.ref(requests.named.number.field)} as number from ${sql.table(requests.table)} where organisation_id = ${organisation.id} and id = ${id}`.execute(tx))).rows[0]!.number
  })

  const asked = async (who: Tenant, text: string, ...roles: Parameters<Tenant['person']>[1][]) => {
    const { database } = await product()
    const { personId, accountId } = await who.person('Petra', ...roles)
    const assignments = roles.map((role) => ({ role: role as 'dpo', departmentIds: undefined }))
    return inScope(database, { organisation: who.organisation, actor: { kind: 'person', personId, accountId, name: '', assignments } }, (scope) => caseOf(scope, text))
  }

  test('has an address for who may see it', async () => {
    assert.deepEqual(await asked(house, number, 'privacy_officer'), { words: number, href: `/${house.slug}/${requests.path}/${id}` })
  })

  test('is words only for who may not, in another organisation, and where there is no such case', async () => {
    assert.deepEqual(await asked(house, number, 'administrator'), { words: number })
    assert.deepEqual(await asked(other, number, 'privacy_officer'), { words: number })
    for (const text of ['', 'Z-0', 'een brief van 3 mei', "x' or 1=1 --"]) assert.deepEqual(await asked(house, text, 'dpo'), { words: text })
  })
})
