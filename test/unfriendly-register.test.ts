// The unfriendly register, tested as the import meets it: 500 rows are found, none is lost, and what is wrong is told.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readDay } from '../src/register-kit/exchange/read-day.ts'
import { openTable } from '../src/register-kit/exchange/read-table.ts'
import type { TableRow } from '../src/register-kit/exchange/table.ts'
import { fields } from '../src/registers/processing-activities/declaration.ts'
import { unfriendlyRegister } from './support/unfriendly-register.ts'

test('H-07 an unfriendly sheet of 500 rows is read whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waarborg-unfriendly-'))
  try {
    const made = unfriendlyRegister()
    await writeFile(join(folder, 'register.xlsx'), made.bytes)
    const table = await openTable(join(folder, 'register.xlsx'), { fields: Object.entries(fields).map(([key, field]) => ({ key, label: field.words, aliases: field.aliases })) })
    assert.deepEqual([table.sheet, table.headingRows], [made.sheet, [made.headingRow]])
    assert.deepEqual(table.columns.map(({ field, also }) => field ?? `(${also})`), ['department', 'number', 'name', 'purposes', 'subject_categories', 'data_categories', 'legal_bases', '(legal_bases)', 'recipients', 'transfers', 'retention_rules', 'is_published', 'dpia_on', 'pre_dpia_outcome'])
    const rows: TableRow[] = []
    for await (const row of table.rows) rows.push(row)
    const entries = rows.slice(0, 500)
    assert.equal(rows.length, 501)
    assert.deepEqual(entries.map(({ cells }) => cells[2]!.replace(/\s+/g, ' ').trim()), made.names)
    assert.equal(entries.filter(({ cells }) => cells[0] === '').length, 0)
    const numbers = entries.map(({ cells }) => cells[1]!)
    assert.deepEqual(numbers.filter((number, index) => numbers.indexOf(number) !== index), made.duplicates)
    const days = entries.map(({ cells }) => readDay(cells[12]!))
    assert.ok(days.filter(({ value }) => value !== null).length >= 390)
    assert.ok(days.some(({ fault }) => fault))
    const told = table.notices.map(({ message }) => message).join('\n')
    for (const part of [/“Toelichting”/, /“Kladblok”/, /samengevoegd/, /formule/, /verborgen/]) assert.match(told, part)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
