// Exchange: for every register an export holds every field in every format, and read back it changes nothing; read into an empty organisation it gives equal entries.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { read as readWorkbook, utils } from '@e965/xlsx'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { formats } from '../../src/register-kit/exchange-flow/export-formats.ts'
import { loadLookupsFor } from '../../src/register-kit/lookups.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { sayValue } from '../../src/register-kit/say-value.ts'
import { loadEntries } from '../../src/register-kit/store.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { ownProperties, wireName } from '../../src/register-kit/wire.ts'
import '../../src/tied-rooms.ts'
import { type Importer, importer } from '../support/import-flow.ts'
import { type Tenant, tenant } from '../support/product.ts'
import { type Samples, samplesFor } from '../support/sample-input.ts'
import { stockOf } from '../support/stock.ts'

const variants = [0, 1, 2, 3]
/** Those that are read back; a PDF is for reading. */
const readable = formats.map(({ key }) => key).filter((key) => key !== 'pdf')

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

/** Two organisations in which the same things have the same names, each under ids of its own. */
async function make() {
  const [full, empty] = [await tenant(), await tenant()]
  return { full, empty, samples: await samplesFor(full), twins: await samplesFor(empty) }
}

for (const register of allRegisters() as readonly Register[]) {
  const { key, fields, named } = register

  describe(`${key} in files`, () => {
    let filled: ReturnType<typeof fill> | undefined
    const ready = () => filled ??= fill()

    async function fill() {
      const { full, empty, samples, twins } = await setting()
      await stockOf(full, register, { status: register.lifecycle.start, proposal: 'none' }, variants.map((variant) => samples.input(register, variant)))
      await stockOf(full, register, { status: register.lifecycle.inForce, proposal: 'none' }, [{ ...samples.input(register, 0), [named.number.field]: 'VAN-KRACHT' }])
      return { samples, twins, here: await importer({ register: key, house: full }), there: await importer({ register: key, house: empty, name: 'Pia Elders' }) }
    }

    async function exported({ get, base }: Importer, format: string): Promise<Buffer> {
      const response = await get(`${base}/export/bestand?formaat=${format}`)
      assert.equal(response.status, 200)
      return Buffer.from(await response.arrayBuffer())
    }

    async function checked({ bring, check, run }: Importer, format: string, content: Buffer) {
      const id = await bring(`register.${format}`, content)
      await check(id)
      const { status, created, updated, unchanged, refused, failure } = await run(id)
      assert.equal(status, 'ready', String(failure))
      return { id, counts: { created, updated, unchanged, refused } }
    }

    for (const format of readable) {
      test(`${format}: every field of every entry is in it`, async () => {
        const { samples, here } = await ready()
        const rows = await valuesIn(format, await exported(here, format))
        const headings = format === 'json' ? Object.keys(fields).map(wireName) : Object.values(fields).map(({ words }) => words.nl)
        for (const variant of variants) {
          const number = samples.input(register, variant)[named.number.field]
          const row = rows.find((one) => Object.values(one).includes(number)) ?? assert.fail(`${String(number)} isn’t in it`)
          assert.deepEqual(headings.filter((heading) => (row[heading] ?? '') === ''), [], `variant ${variant}`)
        }
        if (format === 'json') assert.deepEqual(Object.keys(rows[0]!).toSorted(), [...headings, ...ownProperties].toSorted())
      })

      test(`${format}: read back it changes nothing; in an empty organisation it gives equal entries${format === 'json' ? ', once' : ''}`, async () => {
        const { samples, twins, here, there } = await ready()
        const content = await exported(here, format)
        const again = await checked(here, format, content)
        const count = variants.length + 3
        assert.deepEqual(again.counts, { created: 0, updated: 0, unchanged: count, refused: 0 })

        const moved = format === 'json' ? withTwins(content, samples, twins) : content
        const { id, counts } = await checked(there, format, moved)
        // What fields point at is there already, under the same names and numbers.
        assert.deepEqual(counts, { created: count - 2, updated: 0, unchanged: 2, refused: 0 }, 'what would happen')
        await there.write(id)
        assert.deepEqual(await readableInputs(there.tenant, register), await readableInputs(here.tenant, register))
        // What was read is written alike, whatever file it came from.
        if (format === 'json') assert.deepEqual((await checked(there, format, moved)).counts, { created: 0, updated: 0, unchanged: count, refused: 0 }, 'a second time')
        await there.undo(id)
        assert.equal((await readableInputs(there.tenant, register)).length, 2, 'taken back')
      })
    }
  })
}

/** Entries by number, with what their references are called instead of ids. */
function readableInputs(house: Tenant, register: Register): Promise<AnyInput[]> {
  return house.scoped(async (scope) => {
    const { rows } = await scope.tx.executeQuery<{ id: string }>({ ...scope.tx.selectFrom(register.table as 'person').select('id').where('organisation_id', '=', scope.organisation.id).orderBy('id').compile() })
    const inputs = (await loadEntries(scope.tx, register, scope.organisation.id, rows.map(({ id }) => id))).map(({ input }) => input as AnyInput)
    const lookups = await loadLookupsFor(scope, register.fields, inputs)
    const named = inputs.map((input) => Object.fromEntries(Object.entries(register.fields).map(([name, field]) => {
      const pointsElsewhere = field.type === 'reference' || (field.type === 'rows' && Object.values(field.columns).some(({ type }) => type === 'reference'))
      return [name, pointsElsewhere ? sayValue(field, input[name], lookups) : field.type === 'terms' ? (input[name] as string[]).toSorted() : input[name]]
    })))
    const number = register.named.number.field
    return named.toSorted((one, other) => String(one[number]) < String(other[number]) ? -1 : 1)
  })
}

/** JSON points by id: whoever moves it elsewhere says what is what there. */
function withTwins(content: Buffer, { pools }: Samples, twins: Samples): Buffer {
  let text = content.toString('utf8')
  for (const [target, ids] of pools) for (const [index, id] of ids.entries()) text = text.replaceAll(id, twins.pools.get(target)![index]!)
  return Buffer.from(text)
}

/** Rows by heading, read with others' libraries. */
async function valuesIn(format: string, content: Buffer): Promise<Record<string, unknown>[]> {
  if (format === 'json') return (JSON.parse(content.toString('utf8')) as { entries: Record<string, unknown>[] }).entries
  if (format === 'csv') return parseCsv(content, { bom: true, columns: true, delimiter: [';', ','], relax_quotes: true }) as Record<string, string>[]
  const book = readWorkbook(content)
  return utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!, { raw: false, defval: '' })
}
