// Wire round trip: an activity written as JSON for programs is read back by the import as the very same values.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { loadCatalogues } from '../../catalogues/load.ts'
import type { Labels, Lookups, Term } from '../../register-kit/entry.ts'
import { openTable } from '../../register-kit/exchange/read-table.ts'
import { writeJson } from '../../register-kit/exchange/write-json.ts'
import { namesIn } from '../../register-kit/exchange-flow/names.ts'
import { readOwn } from '../../register-kit/exchange-flow/own-notation.ts'
import { contentToWire } from '../../register-kit/wire.ts'
import { fields } from './declaration.ts'
import { emptyActivity, exampleIds, exemplaryController, exemplaryPolice, exemplaryProcessor } from './rules.fixtures.ts'

const noTerm = { isActive: true, validFrom: null, validUntil: null, note: null, citation: null, term: null, disposal: null }
const labels = (...ids: string[]): Labels => new Map(ids.map((id) => [id, { label: `Naam ${id.slice(-2)}`, isActive: true }]))
const lookups: Lookups = {
  terms: new Map(loadCatalogues().map(({ catalogue, terms }) => [catalogue, new Map(terms.map(({ key, label, marks }): [string, Term] => [key, { key, words: label, label: label.nl, marks, ...noTerm }]))])),
  references: { department: labels(exampleIds.department), governing_body: labels(exampleIds.body), person: labels(exampleIds.person), participant: labels(exampleIds.participant), processors: labels(exampleIds.processor), systems: labels(exampleIds.system) },
}

test('H-07 an activity written as JSON and read by the import is the same in every field', async () => {
  const odd = { ...exemplaryController, name: '=1+1 | a;b', description: '- een\n- twee | drie; vier\\n', purposes: [{ purpose: 'a | b\nc\\', kind: null, compatibility: ' ; ' }, { purpose: null, kind: 'sub' as const, compatibility: null }] }
  const inputs = [exemplaryController, exemplaryProcessor, exemplaryPolice, odd, { ...emptyActivity, name: 'Alleen een naam' }]
  const folder = await mkdtemp(join(tmpdir(), 'waarborg-wire-'))
  try {
    const path = join(folder, 'register.json')
    await writeFile(path, await buffer(writeJson(inputs.map((input) => contentToWire(fields, input)), { register: 'processing-activities', exportedAt: new Date('2026-11-22T10:00:00Z'), organisation: 'duinrade' })))
    const table = await openTable(path, { fields: Object.entries(fields).map(([key, field]) => ({ key, label: field.words, aliases: field.aliases, field })) })
    assert.deepEqual(table.columns.map(({ field }) => field), Object.keys(fields))
    const names = namesIn(lookups)
    for await (const row of table.rows) {
      assert.deepEqual(row.messages, [])
      const input = inputs[row.number - 1]! as Record<string, unknown>
      for (const [index, [key, field]] of Object.entries(fields).entries()) {
        const cell = row.cells[index]!
        const empty = field.type === 'terms' || field.type === 'rows' ? [] : null
        assert.deepEqual(cell === '' ? empty : readOwn(field, cell, names), input[key], `${row.number} ${key}: ${cell}`)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
