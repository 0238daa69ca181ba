// Lists: every filter, order, column and page of every declared register, and what isn't understood is left out and named.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import '../tied-rooms.ts'
import { newId } from '../ground/ids.ts'
import { type Actor, inScope, type Scope } from '../ground/scope.ts'
import { inLanguage } from '../ground/words.ts'
import { tenant, type Tenant } from '../../test/support/product.ts'
import { product } from '../../test/support/product.ts'
import { agreements } from '../registers/agreements/register.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { processors } from '../registers/processors/register.ts'
import { questions } from '../registers/questions/register.ts'
import { systems } from '../registers/systems/register.ts'
import { emptyInput } from './field-types.ts'
import { allEntryIds, countEntries, listAddress, listEntries, listParameters, readListQuery, writeCursor } from './list-query.ts'
import { filtersFor, sortsOf } from './list-address.ts'
import { createEntry, perform } from './perform.ts'
import type { Register } from './register.ts'
import { allRegisters, filterField } from './tied-registers.ts'

const queryOf = (register: Register, address: string) => readListQuery(register, new URLSearchParams(address)).query
const titles = async (scope: Scope, register: Register, address: string) => (await listEntries(scope, register, queryOf(register, address))).rows.map(({ title }) => title)
const make = (scope: Scope, register: Register, input: Record<string, unknown>) => createEntry(scope, register, { ...emptyInput(register.fields), ...input })

describe('what stands in an address', () => {
  test('is read by the names of the declared filters, and what can’t be is ignored and named', () => {
    const { query, ignored } = readListQuery(systems, new URLSearchParams({ q: ' burgerzaken ', soort: 'paper', afdeling: 'nobody', land: 'NL', versleuteld: 'maybe', sorteer: 'password', controle: 'overdue', voorstel: 'draft', bevinding: 'nothing', ernst: 'serious', aantal: '7', kolom: 'secret' }))
    assert.deepEqual(query.chosen, { soort: 'paper', land: 'NL' })
    assert.deepEqual(ignored.toSorted(), ['afdeling', 'bevinding', 'sorteer', 'versleuteld', 'voorstel'])
    assert.deepEqual([query.words, query.review, query.severity, query.sort, query.size, query.columns], ['burgerzaken', 'overdue', 'serious', 'name', 25, systems.list.shown])
  })

  test('a cursor that somebody made up is none, or lands on the nearest place', async () => {
    const house = await tenant()
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of ['zzz', '%00', made(null), made([]), made(['a']), made([{}, newId()]), made(['a', 'no id']), made('"'), 'W'.repeat(3000)]) assert.equal(queryOf(systems, `na=${cursor}`).after, undefined, cursor)
    await house.scoped(async (scope) => {
      await make(scope, systems, { name: 'Zaaksysteem' })
      for (const sort of sortsOf(systems)) {
        for (const value of ['\0', '', 'x'.repeat(5000), '2026-02-31', Number.MAX_VALUE, -1, 1.5, '1e999']) {
          for (const way of ['na', 'voor']) await listEntries(scope, systems, queryOf(systems, `sorteer=${sort}&${way}=${writeCursor([value, newId()])}`))
        }
      }
    })
  })

  test('links repeat what the list understands, once, and nothing else', () => {
    const parameters = listParameters(systems, `http://x/?soort=paper&soort=paper&evil=1&status=active&status=ended&q=${'a'.repeat(3000)}`)
    assert.equal(parameters.toString(), 'soort=paper&status=active&status=ended')
    assert.equal(listAddress('/x/systemen', parameters, { soort: undefined, na: 'y' }), '/x/systemen?status=active&status=ended&na=y')
    assert.equal(listAddress('/x/systemen', new URLSearchParams('na=a&voor=b'), {}), '/x/systemen')
  })
})

describe('every declared list', () => {
  let house: Tenant
  before(async () => { house = await tenant() })

  test('answers to each of its filters, orders and columns, in both directions and languages', async () => {
    await house.scoped(async (scope) => {
      for (const register of allRegisters()) {
        const values = register.list.filters.map(({ path, field }) => {
          const declared = filterField(register.fields, field)!
          return `${path}=${declared.type === 'reference' ? newId() : declared.type === 'yesNo' ? 'yes' : declared.type === 'choice' ? declared.choices[0]!.key : 'NL'}`
        })
        const system = ['q=abc', ...Object.keys(register.lifecycle.statuses).map((status) => `status=${status}`), 'status=active&status=ended', `import=${newId()}`, 'ernst=none', 'ernst=any', 'ernst=serious', 'controle=overdue', 'controle=soon', 'voorstel=draft', ...Object.keys(register.rules).map((rule) => `bevinding=${rule}`)]
        for (const address of [...values, ...system, values.join('&')]) {
          assert.deepEqual(await titles(scope, register, address), [], `${register.key}: ${address}`)
          assert.equal(await countEntries(scope, register, queryOf(register, address)), 0)
        }
        for (const sort of sortsOf(register)) for (const direction of ['asc', 'desc']) await titles(scope, register, `sorteer=${sort}&volgorde=${direction}`)
        const columns = register.list.columns.map((name) => `kolom=${name}`).join('&')
        for (const language of ['nl', 'en'] as const) await inLanguage(language, () => titles(scope, register, columns))
      }
    })
  })

  test('pages forward and back through the same order, without losing or repeating an entry', async () => {
    await house.scoped(async (scope) => {
      for (let index = 0; index < 60; index++) await make(scope, processors, { name: `Verwerker ${String(index % 7).padStart(2, '0')}` })
      for (const address of ['', 'volgorde=desc', 'sorteer=updated_at', 'sorteer=review_due_on', 'sorteer=findings&volgorde=asc']) {
        const all = await listEntries(scope, processors, { ...queryOf(processors, address), size: 100 })
        const seen: string[] = []
        let page = await listEntries(scope, processors, queryOf(processors, address))
        for (;;) {
          seen.push(...page.rows.map(({ id }) => id))
          if (!page.next) break
          page = await listEntries(scope, processors, queryOf(processors, `${address}&na=${writeCursor(page.next)}`))
        }
        assert.deepEqual(seen, all.rows.map(({ id }) => id), address)
        const back = await listEntries(scope, processors, queryOf(processors, `${address}&voor=${writeCursor(page.previous!)}`))
        assert.deepEqual(back.rows.map(({ id }) => id), seen.slice(25, 50), address)
      }
      assert.equal(await countEntries(scope, processors, queryOf(processors, '')), 60)
      assert.equal(await countEntries(scope, processors, queryOf(processors, ''), 10), 11, 'counting stops')
      assert.equal((await allEntryIds(scope, processors, queryOf(processors, ''), 7)).length, 7)
    })
  })
})

test('what ends first comes first; what has no deadline to run comes last, both ways along', async () => {
  const house = await tenant()
  await house.scoped(async (scope) => {
    for (let index = 0; index < 30; index++) await make({ ...scope, now: new Date(scope.now.getTime() - (index % 7) * 86_400_000) }, questions, { title: `Vraag ${index}`, question: 'Mag dit?' })
    const running = await listEntries(scope, questions, { ...queryOf(questions, 'sorteer=due_at'), size: 100 })
    for (const { id } of running.rows.slice(3, 8)) await perform(scope, questions, 'reply', id, { answer: 'Ja.' })
    for (const direction of ['asc', 'desc']) {
      const all = await listEntries(scope, questions, { ...queryOf(questions, `sorteer=due_at&volgorde=${direction}`), size: 100 })
      const ends = all.rows.map(({ deadline }) => deadline === null ? 'none' : deadline.dueAt)
      assert.deepEqual(ends, direction === 'asc' ? ends.toSorted() : ends.toSorted().toReversed())
      assert.equal(ends.filter((end) => end === 'none').length, 5)
      const first = await listEntries(scope, questions, { ...queryOf(questions, `sorteer=due_at&volgorde=${direction}`), size: 14 })
      const second = await listEntries(scope, questions, { ...queryOf(questions, `sorteer=due_at&volgorde=${direction}&na=${writeCursor(first.next!)}`), size: 25 })
      assert.deepEqual([...first.rows, ...second.rows].map(({ id }) => id), all.rows.map(({ id }) => id))
      const back = await listEntries(scope, questions, { ...queryOf(questions, `sorteer=due_at&volgorde=${direction}&voor=${writeCursor(second.previous!)}`), size: 14 })
      assert.deepEqual(back.rows.map(({ id }) => id), first.rows.map(({ id }) => id))
    }
  })
})

describe('filters and labels', () => {
  let house: Tenant
  let ids: { supplier: string; zaak: string; papier: string; activity: string }
  before(async () => {
    house = await tenant()
    await house.scoped(async (scope) => {
      const supplier = await make(scope, processors, { name: 'Hostbedrijf', country: 'JP', guarantees: [{ kind: 'iso_27001', scope: null, valid_until_on: null, seen_on: null }] })
      const zaak = await make(scope, systems, { name: 'Zaaksysteem', kind: 'central', supplier, department: house.departments.burgerzaken, is_encrypted: true, data_categories: ['name', 'bsn'] })
      const papier = await make(scope, systems, { name: 'Archiefkast', kind: 'paper', department: house.departments.belastingen, is_encrypted: false })
      const activity = await make(scope, processingActivities, { name: 'Paspoorten', role: 'controller', department: house.departments.burgerzaken, stores: [{ system: zaak, name: null, kind: null, is_portable: null, is_encrypted: null }], legal_bases: [{ basis: 'public-task', law: null, article: null, explanation: null }] })
      await perform(scope, systems, 'end', papier, { reason: 'Verhuisd' })
      await make(scope, agreements, { name: 'Overeenkomst hosting', processor: supplier })
      ids = { supplier, zaak, papier, activity }
    })
  })

  test('find what has the value, in a column, in a list of terms and in the rows', () => house.scoped(async (scope) => {
    const cases: [Register, string, string[]][] = [
      [systems, 'soort=central', ['Zaaksysteem']], [systems, `afdeling=${house.departments.belastingen}`, ['Archiefkast']], [systems, `leverancier=${ids.supplier}`, ['Zaaksysteem']],
      [systems, 'gegevens=bsn', ['Zaaksysteem']], [systems, 'versleuteld=yes', ['Zaaksysteem']], [systems, 'versleuteld=no', ['Archiefkast']], [systems, 'status=ended', ['Archiefkast']],
      [systems, 'status=active&status=ended', ['Archiefkast', 'Zaaksysteem']], [systems, 'q=archiefkasten', ['Archiefkast']], [systems, 'ernst=none', ['Archiefkast']], [systems, 'bevinding=second-factor-missing', []],
      [processors, 'land=JP', ['Hostbedrijf']], [processors, 'waarborg=iso_27001', ['Hostbedrijf']], [processors, 'waarborg=nen_7510', []],
      [processingActivities, `systeem=${ids.zaak}`, ['Paspoorten']], [processingActivities, `systeem=${ids.papier}`, []], [processingActivities, 'grondslag=public-task', ['Paspoorten']], [processingActivities, 'wet=police', []],
      [agreements, `verwerker=${ids.supplier}&status=draft`, ['Overeenkomst hosting']],
    ]
    for (const [register, address, wanted] of cases) assert.deepEqual(await titles(scope, register, address), wanted, `${register.key}?${address}`)
  }))

  test('a row says what its references and terms are called, in the reader’s language', () => house.scoped(async (scope) => {
    const address = 'kolom=supplier&kolom=department&kolom=country'
    const [, row] = (await listEntries(scope, systems, queryOf(systems, address))).rows
    assert.deepEqual([row!.labels.supplier, row!.labels.department, row!.values.supplier], ['Hostbedrijf', 'Burgerzaken', ids.supplier])
    const land = async () => (await listEntries(scope, processors, queryOf(processors, 'kolom=country'))).rows[0]!.labels.country
    assert.deepEqual([await inLanguage('nl', land), await inLanguage('en', land)], ['Japan', 'Japan'])
  }))

  test('N-02: a filter on a colleague is only for those whose task asks for it', async () => {
    const { database } = await product()
    const as = (role: 'employee' | 'privacy_officer'): Actor => ({ kind: 'person', personId: newId(), accountId: newId(), name: 'x', assignments: [{ role, departmentIds: role === 'employee' ? [house.departments.burgerzaken] : undefined }] })
    assert.equal(filtersFor(processingActivities, as('employee')).some(({ path }) => path === 'eigenaar'), false)
    assert.equal(filtersFor(processingActivities, as('privacy_officer')).some(({ path }) => path === 'eigenaar'), true)
    await house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ status: 'active' }).where('organisation_id', '=', scope.organisation.id).execute())
    const seen = (role: 'employee' | 'privacy_officer') => inScope(database, { organisation: house.organisation, actor: as(role) }, (scope) => titles(scope, processingActivities, `eigenaar=${newId()}`))
    assert.deepEqual([await seen('employee'), await seen('privacy_officer')], [['Paspoorten'], []], 'for an employee the filter isn’t there')
  })

  test('nobody finds an entry of another organisation, whatever is filtered on', async () => {
    const other = await tenant()
    await other.scoped(async (scope) => {
      for (const [register, address] of [[systems, ''], [systems, `leverancier=${ids.supplier}`], [processingActivities, `systeem=${ids.zaak}`], [systems, 'q=zaaksysteem']] as const) assert.deepEqual(await titles(scope, register, address), [])
    })
  })
})
