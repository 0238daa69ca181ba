// Create and read: what a program or a form fills in for any register comes back the same: as JSON, on the page in both languages, in a version and in the form.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inLanguage, type Language } from '../../src/ground/words.ts'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { isChild } from '../../src/register-kit/register.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { loadLookupsFor } from '../../src/register-kit/lookups.ts'
import { sayValue } from '../../src/register-kit/say-value.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import '../../src/tied-rooms.ts'
import { bodyOf, program } from '../support/api.ts'
import { controlsOf, spaced, textOf } from '../support/pages.ts'
import { tenant } from '../support/product.ts'
import { samplesFor, sentByForm, sentByProgram } from '../support/sample-input.ts'

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

async function make() {
  const house = await tenant()
  return { house, samples: await samplesFor(house), officer: await house.person('Petra Privacy', 'privacy_officer'), api: await program(house) }
}

type WireEntry = Record<string, unknown> & { id: string; revision: number; version: number }
const variants = [0, 1, 2, 3]

for (const register of allRegisters() as readonly Register[]) {
  const { key, path, fields, lifecycle } = register

  /** What people read for the values of an input: one text for each item. */
  const saidOf = async (input: AnyInput, language: Language) => {
    const { house } = await setting()
    return inLanguage(language, () => house.scoped(async (scope) => {
      const lookups = await loadLookupsFor(scope, fields, [input])
      return Object.entries(fields).flatMap(([name, field]) => sayValue(field, input[name], lookups).map((text) => ({ name, text: spaced(text) })))
    }))
  }

  const assertSays = async (html: string, input: AnyInput, language: Language, where: string) => {
    const text = textOf(html)
    const said = await saidOf(input, language)
    assert.ok(said.length >= Object.keys(fields).length - 1, where)
    assert.deepEqual(said.filter((one) => !text.includes(one.text)), [], where)
  }

  describe(`an entry of ${key}`, () => {
    test('HTML = JSON: every field that a program fills in comes back the same, and stands on its page in Dutch and English', async () => {
      const { house, samples, officer, api: { call, at } } = await setting()
      for (const variant of variants) {
        const input = samples.input(register, variant)
        assert.deepEqual(Object.entries(input).filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0)).map(([name]) => name), [], 'the sample fills every field')
        const sent = sentByProgram(fields, input)
        const entry = await bodyOf<WireEntry>(await call('POST', at(`/${key}`), sent), 201)
        assert.deepEqual(Object.fromEntries(Object.keys(sent).map((name) => [name, entry[name]])), sent)
        assert.deepEqual(await bodyOf(await call('GET', at(`/${key}/${entry.id}`))), entry)
        const listed = await bodyOf<{ entries: WireEntry[] }>(await call('GET', at(`/${key}?size=100`)))
        assert.deepEqual(listed.entries.find(({ id }) => id === entry.id), entry)
        for (const language of ['nl', 'en'] as const) {
          officer.cookies.set('taal', language)
          await assertSays(await (await officer.get(`/${house.slug}/${path}/${entry.id}`)).text(), input, language, `the page in ${language}, variant ${variant}`)
        }
        officer.cookies.delete('taal')
        if (entry.version > 0) {
          assert.deepEqual((await bodyOf<{ content: unknown }>(await call('GET', at(`/${key}/${entry.id}/versions/1`)))).content, sent)
          await assertSays(await (await officer.get(`/${house.slug}/${path}/${entry.id}/versies/1`)).text(), input, 'nl', `the version, variant ${variant}`)
        }
        const history = await bodyOf<{ events: { verb: string; changes: { field: string; after: unknown }[] }[] }>(await call('GET', at(`/${key}/${entry.id}/history`)))
        assert.deepEqual(history.events.map(({ verb }) => verb), ['create'])
        assert.deepEqual(Object.fromEntries(history.events[0]!.changes.map(({ field, after }) => [field, after])), sent)
        await assertSays(await (await officer.get(`/${house.slug}/${path}/${entry.id}/geschiedenis`)).text(), input, 'nl', `the history, variant ${variant}`)
      }
    })

    test('a form fills in what a program does; sent again as it was shown it changes nothing', async () => {
      const { house, samples, officer, api: { call, at } } = await setting()
      const base = `/${house.slug}/${path}`
      for (const variant of variants) {
        const input = { ...samples.input(register, variant), [register.named.number.field]: `F-${variant}` }
        const response = await officer.post(`${base}/nieuw`, sentByForm(fields, input))
        assert.equal(response.status, 303, textOf(await response.text()).slice(0, 2000))
        const id = /\/([0-9a-f-]{36})\?/.exec(response.headers.get('location')!)![1]!
        const entry = await bodyOf<WireEntry>(await call('GET', at(`/${key}/${id}`)))
        const sent = sentByProgram(fields, input)
        assert.deepEqual(Object.fromEntries(Object.keys(sent).map((name) => [name, entry[name]])), sent)
        const shown = controlsOf(await (await officer.get(`${base}/${id}/wijzigen`)).text(), /\/wijzigen$/)
        const again = await officer.post(`${base}/${id}/wijzigen`, shown)
        assert.equal(again.status, 303, textOf(await again.text()).slice(0, 2000))
        const after = await bodyOf<WireEntry>(await call('GET', at(`/${key}/${id}`)))
        assert.deepEqual({ ...after, updatedAt: '' }, { ...entry, updatedAt: '' }, `variant ${variant}`)
      }
    })

    test('emptied, only its title and number are left, and the page says which fields are empty', async () => {
      const { house, samples, officer, api: { call, at } } = await setting()
      const made = await call('POST', at(`/${key}`), { ...sentByProgram(fields, samples.input(register, 0)), number: undefined, [register.named.number.field]: 'LEEG-1' })
      const { id, [register.named.title]: title } = await bodyOf<WireEntry>(made, 201)
      const emptied = await bodyOf<WireEntry>(await call('PUT', at(`/${key}/${id}`), { [register.named.title]: title }, { 'if-match': made.headers.get('etag')! }))
      const content = sentByProgram(fields, { ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, isChild(field) || field.type === 'choices' ? [] : null])), [register.named.title]: title, [register.named.number.field]: 'LEEG-1' })
      assert.deepEqual(Object.fromEntries(Object.keys(content).map((name) => [name, emptied[name]])), content)
      const page = textOf(await (await officer.get(`/${house.slug}/${path}/${id}`)).text())
      assert.match(page, new RegExp(`${String(title)}.*LEEG-1.*(Niet ingevuld|bevinding)`))
      assert.ok(Object.hasOwn(lifecycle.statuses, emptied.status as string))
    })
  })
}
