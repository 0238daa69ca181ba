// Visibility: for every register each role sees just the entries of the declared predicate: in the list, search, count, export, API and history; what is hidden isn't there.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { inScope } from '../../src/ground/scope.ts'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { countEntries, readListQuery } from '../../src/register-kit/list-query.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { wireName } from '../../src/register-kit/wire.ts'
import '../../src/tied-rooms.ts'
import { bodyOf } from '../support/api.ts'
import { listedIds } from '../support/pages.ts'
import { product, tenant } from '../support/product.ts'
import { actorOf, castOf } from '../support/reaches.ts'
import { samplesFor } from '../support/sample-input.ts'
import { statesOf, stockOf } from '../support/stock.ts'

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

async function make() {
  const house = await tenant()
  return { house, samples: await samplesFor(house), cast: await castOf(house) }
}

for (const register of allRegisters() as readonly Register[]) {
  const { key, path, named } = register
  /** Of this register alone: a search shows a few of each. */
  const word = `zichtproef${key.replaceAll('-', '')}`

  describe(`who sees what of ${key}`, () => {
    /** In each state one of each department, and one of none. */
    const fill = async () => {
      const found = await setting()
      const { burgerzaken, belastingen } = found.house.departments
      for (const state of statesOf(register)) {
        const departments = named.department === undefined ? [null] : [burgerzaken, belastingen, null]
        await stockOf(found.house, register, state, departments.map((department, index): AnyInput => ({
          ...found.samples.input(register, 0), [named.title]: `${word} ${state.status} ${state.proposal} ${index}`, [named.number.field]: null, ...(named.department === undefined ? {} : { [named.department]: department }),
        })))
      }
      return found
    }
    let filled: ReturnType<typeof fill> | undefined
    const ready = () => filled ??= fill()

    const pageParts = ['', '/geschiedenis', '/wijzigen', '/versies/1', '/vergelijken', '/reacties', '/bijlagen', '/stap/end']
    const apiParts = ['', '/history', '/findings', '/versions', '/versions/1']
    const turns = new Map<readonly string[], number>()
    /** All parts of a hidden entry for the first who may not see it; for the next ones the entry itself and one other in turn: they ask the same predicate. */
    const partsInTurn = (parts: readonly string[]): readonly string[] => {
      const turn = turns.get(parts) ?? 0
      turns.set(parts, turn + 1)
      return turn === 0 ? parts : [parts[0]!, parts[1 + turn % (parts.length - 1)]!]
    }

    /** All entries with whether the predicate shows them to this actor. */
    async function declared(actor: Parameters<Register['visible']>[0]): Promise<Map<string, boolean>> {
      const { house } = await ready()
      const { rows } = await house.scoped((scope) => sql<{ id: string; isSeen: boolean | null }>`select t.id, ${register.visible(actor)} as "isSeen" from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id}`.execute(scope.tx))
      return new Map(rows.map(({ id, isSeen }) => [id, isSeen === true]))
    }

    test('N-02: list, search, count, export and API show each role the same entries, and history, form, versions and steps of the others aren’t there', async () => {
      const { house, cast } = await ready()
      const { database } = await product()
      const base = `/${house.slug}/${path}`
      const differing = new Set<string>()
      for (const [place, player] of cast.entries()) {
        const actor = actorOf(player, player.person.personId)
        const all = await declared(actor)
        const seen = [...all].flatMap(([id, isSeen]) => isSeen ? [id] : []).toSorted()
        const hidden = [...all].flatMap(([id, isSeen]) => isSeen ? [] : [id])
        differing.add(seen.join())
        assert.deepEqual(listedIds(await (await player.person.get(`${base}?aantal=100`)).text(), base).toSorted(), seen, `${player.label}: the list`)
        // Each asks in one more way, the next one in another: they all ask the same predicate.
        const way = place % 4
        if (way === 0) {
          const { query } = readListQuery(register, new URLSearchParams())
          assert.equal(await inScope(database, { organisation: house.organisation, actor }, (scope) => countEntries(scope, register, query)), seen.length, `${player.label}: the count`)
        }
        if (way === 1) {
          const found = (await (await player.person.get(`/${house.slug}/zoeken.json?q=${word}`)).json() as { results: { href: string }[] }).results.flatMap(({ href }) => href.startsWith(`${base}/`) ? [href.split('/').at(-1)!] : [])
          assert.deepEqual(found.filter((one) => !seen.includes(one)), [], `${player.label}: search`)
          assert.ok(seen.length === 0 || found.length > 0, `${player.label}: search finds what is seen`)
        }
        if (way === 2) {
          const { entries } = await (await player.person.get(`${base}/export/bestand?formaat=json`)).json() as { entries: { id: string }[] }
          assert.deepEqual(entries.map((one) => one.id).toSorted(), seen, `${player.label}: the export`)
        }
        if (way !== 2 && player.api) {
          const listed = await bodyOf<{ entries: { id: string }[] }>(await player.api.call('GET', player.api.at(`/${key}?size=100`)))
          assert.deepEqual(listed.entries.map((one) => one.id).toSorted(), seen, `${player.label}: the API’s list`)
        }
        const [id] = hidden
        if (id !== undefined) {
          for (const part of partsInTurn(pageParts)) assert.equal((await player.person.get(`${base}/${id}${part}`)).status, 404, `${player.label}: ${part}`)
          if (player.api) for (const part of partsInTurn(apiParts)) assert.equal((await player.api.call('GET', player.api.at(`/${key}/${id}${part}`))).status, 404, `${player.label}: ${part} of the API`)
        }
        for (const id of seen.slice(0, 1)) {
          for (const part of ['', '/geschiedenis']) assert.equal((await player.person.get(`${base}/${id}${part}`)).status, 200, `${player.label}: ${part}`)
          if (player.api) await bodyOf(await player.api.call('GET', player.api.at(`/${key}/${id}/history`)))
        }
      }
      assert.ok(differing.size > 1, 'not everybody sees the same')
    })

    test('the public, and whoever has no role, see nothing beyond what is published; a token only the registers it was given', async () => {
      const { house } = await ready()
      const nobody = await house.person('Zonder Rol')
      assert.deepEqual([...await declared({ kind: 'person', personId: nobody.personId, accountId: nobody.accountId, name: '', assignments: [] })].filter(([, isSeen]) => isSeen), [])
      const response = await nobody.get(`/${house.slug}/${path}`)
      assert.ok(response.status === 403 || listedIds(await response.text(), `/${house.slug}/${path}`).length === 0)
      const shown = [...await declared({ kind: 'public' })].filter(([, isSeen]) => isSeen).map(([id]) => id)
      const published = await house.scoped((scope) => sql<{ id: string }>`select t.id from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and t.version > 0`.execute(scope.tx))
      assert.deepEqual(shown.filter((id) => !published.rows.some((row) => row.id === id)), [], 'only what once was in force')
      const officer = { tokenId: house.organisation.id, assignments: [{ role: 'privacy_officer' as const, departmentIds: undefined }], mayWrite: true }
      assert.ok([...await declared({ kind: 'token', registers: undefined, ...officer })].every(([, isSeen]) => isSeen))
      assert.ok([...await declared({ kind: 'token', registers: ['another'], ...officer })].every(([, isSeen]) => !isSeen))
      assert.ok([...await declared({ kind: 'system', task: 'x' })].every(([, isSeen]) => isSeen))
    })

    test('an employee’s list names no entry that is hidden', async () => {
      const { house, cast } = await ready()
      const title = wireName(named.title)
      const employee = cast.find(({ role, of }) => role === 'employee' && of === 'own')!
      const seen = await declared(actorOf(employee, employee.person.personId))
      const page = await (await employee.person.get(`/${house.slug}/${path}?aantal=100`)).text()
      const { entries } = await bodyOf<{ entries: Record<string, unknown>[] }>(await cast.find(({ role, of }) => role === 'privacy_officer' && of === 'whole')!.api!.call('GET', `/${house.slug}/${key}?size=100`))
      assert.equal(entries.length, seen.size)
      for (const entry of entries) assert.equal(page.includes(`>${String(entry[title])}<`), seen.get(entry.id as string), String(entry[title]))
    })
  })
}
