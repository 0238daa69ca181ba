// Drift: what is written down in two places must say the same.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { schemaFile, typesOf } from '../scripts/db-types.ts'
import { testDatabase } from './support/database.ts'

test('the types of the tables are those of the migrations (npm run db:types)', async () => {
  const { ownerUrl } = await testDatabase()
  assert.equal(readFileSync(schemaFile, 'utf8'), await typesOf(ownerUrl))
})
