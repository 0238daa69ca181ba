// Lists: for every register a page and a program get the same entries in the same order, whatever they filter on, and those are the ones that hold the value.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fold } from '../../src/ground/letters.ts'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import type { Field } from '../../src/register-kit/field-types.ts'
import { proposalChoices, reviewChoices, severityChoices, sortsOf } from '../../src/register-kit/list-address.ts'
import { hasProposals } from '../../src/register-kit/lifecycle.ts'
import type { Filter, Register } from '../../src/register-kit/register.ts'
import { allRegisters, filterField } from '../../src/register-kit/tied-registers.ts'
import { wireName } from '../../src/register-kit/wire.ts'
import '../../src/tied-rooms.ts'
import { bodyOf, program } from '../support/api.ts'
import { listedIds, textOf } from '../support/pages.ts'
import { tenant } from '../support/product.ts'
import { samplesFor } from '../support/sample-input.ts'
import { stockOf } from '../support/stock.ts'

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

async function make() {
  const house = await tenant()
  const samples = await samplesFor(house)
  return { house, samples, officer: await house.person('Petra Privacy', 'privacy_officer'), api: await program(house) }
}

for (const register of allRegisters() as readonly Register[]) {
  const { key, path, fields, list, lifecycle, rules } = register

  describe(`the list of ${key}`, () => {
    let filled: ReturnType<typeof fill> | undefined

    async function fill() {
      const found = await setting()
      const { house, samples } = found
      // Some in each state, each with other values; one with nothing but its name.
      let variant = 0
      for (const status of Object.keys(lifecycle.statuses)) await stockOf(house, register, { status, proposal: 'none' }, [samples.input(register, variant++), samples.input(register, variant++)])
      if (hasProposals(register)) for (const proposal of proposalChoices) await stockOf(house, register, { status: lifecycle.inForce, proposal }, [samples.input(register, variant++)])
      return found
    }

    /** What page and program list; asserts that they are the same. */
    async function listed(page: Record<string, string>, api: Record<string, string>): Promise<string[]> {
      const { house, officer, api: { call, at } } = await (filled ??= fill())
      const where = `${new URLSearchParams(api)}`
      const answer = await bodyOf<{ entries: { id: string }[] }>(await call('GET', at(`/${key}?size=100&${where}`)))
      const base = `/${house.slug}/${path}`
      // A page may begin with what ends first; a program reads by name unless it asks.
      const html = await officer.get(`${base}?aantal=100&${new URLSearchParams({ sorteer: 'name', ...page })}`)
      assert.equal(html.status, 200, where)
      const ids = answer.entries.map(({ id }) => id)
      const shown = await html.text()
      assert.deepEqual(listedIds(shown, base), ids, where)
      assert.doesNotMatch(textOf(shown), /niet begrepen/, where)
      return ids
    }

    /** Inputs of all entries, by id; nothing changes them. */
    let read: ReturnType<typeof readInputs> | undefined
    const inputs = () => read ??= readInputs()
    async function readInputs(): Promise<Map<string, Record<string, unknown>>> {
      const { api: { call, at } } = await (filled ??= fill())
      const { entries } = await bodyOf<{ entries: (Record<string, unknown> & { id: string })[] }>(await call('GET', at(`/${key}?size=100`)))
      assert.ok(entries.length >= 6 && entries.length < 100)
      return new Map(entries.map((entry) => [entry.id, entry]))
    }

    test('in each order, both ways', async () => {
      for (const sort of sortsOf(register)) {
        for (const direction of ['asc', 'desc'] as const) {
          const ids = await listed({ sorteer: sort, volgorde: direction }, { sort: `${direction === 'desc' ? '-' : ''}${wireName(sort)}` })
          const entries = await inputs()
          assert.equal(ids.length, entries.size)
          if (sort !== 'name') continue
          const names = ids.map((id) => fold(String(entries.get(id)![wireName(register.named.title)])))
          assert.deepEqual(names, direction === 'asc' ? names.toSorted(byCode) : names.toSorted(byCode).toReversed())
        }
      }
    })

    for (const filter of list.filters) {
      test(`filtered on ${filter.name}`, async () => {
        const { samples } = await (filled ??= fill())
        const field = filterField(fields, filter.field)!
        const entries = await inputs()
        const held = new Map([...entries].map(([id, entry]) => [id, valuesIn(entry, filter, field.type === 'yesNo')]))
        const values = [...new Set([...[...held.values()].flat(), ...unusedValues(field, samples)])].slice(0, 5)
        assert.ok(values.length > 1, 'values to filter on')
        for (const value of values) {
          const ids = await listed({ [filter.path]: field.type === 'yesNo' ? (value === 'true' ? 'yes' : 'no') : value, sorteer: 'name' }, { [filter.name]: value, sort: 'name' })
          assert.deepEqual(ids.toSorted(), [...held].flatMap(([id, own]) => own.includes(value) ? [id] : []).toSorted(), `${filter.name}=${value}`)
        }
        assert.equal((await listed({ sorteer: 'name' }, { sort: 'name' })).length, entries.size)
      })
    }

    test('by state, by words, by findings, by review, by proposal, and by all of that at once', async () => {
      const entries = await inputs()
      for (const status of Object.keys(lifecycle.statuses)) {
        const ids = await listed({ status }, { status })
        assert.deepEqual(ids.toSorted(), [...entries].flatMap(([id, entry]) => entry.status === status ? [id] : []).toSorted(), status)
        assert.ok(ids.length > 0, status)
      }
      const [title, number] = [register.named.title, register.named.number.field].map(wireName) as [string, string]
      for (const entry of [...entries.values()].slice(0, 3)) {
        assert.ok((await listed({ q: String(entry[number]) }, { q: String(entry[number]) })).includes(entry.id as string), 'found by its number')
        assert.ok((await listed({ q: String(entry[title]) }, { q: String(entry[title]) })).includes(entry.id as string), 'found by its name')
      }
      if (Object.keys(rules).length > 0) {
        for (const severity of severityChoices) {
          const ids = await listed({ ernst: severity }, { severity })
          const has = ({ findings }: Record<string, unknown>) => {
            const counts = findings as Record<string, number>
            const sum = counts.blocking! + counts.serious! + counts.attention!
            return severity === 'none' ? sum === 0 : severity === 'any' ? sum > 0 : counts[severity]! > 0
          }
          assert.deepEqual(ids.toSorted(), [...entries].flatMap(([id, entry]) => has(entry) ? [id] : []).toSorted(), severity)
        }
        let found = 0
        for (const rule of Object.keys(rules).slice(0, 12)) found += (await listed({ bevinding: rule }, { rule })).length
        assert.ok(found > 0, 'some rule finds something')
      }
      if (register.reviewBy) for (const review of reviewChoices) await listed({ controle: review }, { review })
      if (hasProposals(register)) {
        for (const proposal of proposalChoices) {
          assert.deepEqual((await listed({ voorstel: proposal }, { proposal })).toSorted(), [...entries].flatMap(([id, entry]) => (entry.proposal as { status: string } | null)?.status === proposal ? [id] : []).toSorted())
        }
      }
      const everything = list.filters.slice(0, 3).map((filter) => ({ filter, value: valuesIn([...entries.values()].at(-1)!, filter, filterField(fields, filter.field)!.type === 'yesNo')[0] })).filter(({ value }) => value !== undefined)
      const page = Object.fromEntries(everything.map(({ filter, value }) => [filter.path, filterField(fields, filter.field)!.type === 'yesNo' ? (value === 'true' ? 'yes' : 'no') : value!]))
      assert.ok((await listed({ ...page, q: 'voorbeeld', sorteer: 'updated_at', volgorde: 'desc' }, { ...Object.fromEntries(everything.map(({ filter, value }) => [filter.name, value!])), q: 'voorbeeld', sort: '-updatedAt' })).length > 0)
    })

    test('each column that can be chosen shows its value, and its heading in both languages', async () => {
      const { house, officer } = await (filled ??= fill())
      const page = await (await officer.get(`/${house.slug}/${path}?${list.columns.map((name) => `kolom=${name}`).join('&')}&aantal=100`)).text()
      const rows = [...page.matchAll(/<tr\b[^]*?<\/tr>/g)].map(([row]) => textOf(row))
      const entries = await inputs()
      for (const entry of entries.values()) {
        const title = String(entry[wireName(register.named.title)])
        // Of several that begin alike (`… 1`, `… 12`) the one that isn't more.
        const row = rows.filter((one) => one.includes(title)).toSorted((one, other) => one.length - other.length).find((one) => one.includes(`${title} `)) ?? assert.fail(`no row for ${title}`)
        for (const name of list.columns) {
          const field = fields[name]
          if (field?.type !== 'choice' || entry[wireName(name)] === null) continue
          const said = field.choices.find((choice) => choice.key === entry[wireName(name)])!.words.nl
          assert.ok(row.includes(said), `${name}: “${said}” in “${row}”`)
        }
      }
    })
  })
}

/** Values of a filter that an entry holds, as the API's address writes them. A yes/no that nobody filled in counts as no. */
function valuesIn(entry: Record<string, unknown>, { field: at }: Filter, isYesNo: boolean): string[] {
  const [key, column] = at.split('.').map(wireName) as [string, string?]
  const value = column === undefined ? isYesNo ? entry[key] === true : entry[key] : (entry[key] as AnyInput[]).map((row) => row[column])
  return Array.isArray(value) ? [...new Set(value.filter((one) => one !== null).map(String))] : value === null ? [] : [String(value)]
}

/** Values that the filter knows and perhaps no entry holds. */
function unusedValues(field: Field, { pools }: Awaited<ReturnType<typeof samplesFor>>): readonly string[] {
  if (field.type === 'choice') return field.choices.map(({ key }) => key)
  if (field.type === 'yesNo') return ['true', 'false']
  return field.type === 'reference' ? pools.get(field.to) ?? [] : ['nobody-has-this']
}

const byCode = (one: string, other: string) => one < other ? -1 : one > other ? 1 : 0
