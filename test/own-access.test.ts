// Own access: every register's changes leave access records in their own transaction, by page, API and job alike; what doesn't happen leaves none (N-39).
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { findRecords } from '../src/access-record/find.ts'
import { logPseudonym } from '../src/ground/log-keys.ts'
import { claimMail } from '../src/people/mail-outbox.ts'
import { enqueueMail } from '../src/people/mail.ts'
import { enqueueOutside } from '../src/people/mail-outside.ts'
import { addPerson, changePerson } from '../src/people/persons.ts'
import { inPlace, jobPlace } from '../src/people/job-scope.ts'
import { Refusal } from '../src/ground/refusals.ts'
import type { Scope } from '../src/ground/scope.ts'
import { carryOutBulk } from '../src/register-kit/bulk.ts'
import { newId } from '../src/ground/ids.ts'
import { createEntry, loadEntry, perform } from '../src/register-kit/perform.ts'
import { subjectsIn } from '../src/register-kit/reading.ts'
import type { Register } from '../src/register-kit/register.ts'
import { allRegisters } from '../src/register-kit/tied-registers.ts'
import { systems } from '../src/registers/systems/register.ts'
import { emptyInput } from '../src/register-kit/field-types.ts'
import '../src/tied-rooms.ts'
import { program } from './support/api.ts'
import { product, type Tenant, tenant } from './support/product.ts'
import { type Samples, samplesFor } from './support/sample-input.ts'

describe('N-39: the product logs itself', () => {
  let house: Tenant
  let samples: Samples
  type Row = { name: string; trace: string; isAct: boolean; details: string; activity: string }

  before(async () => {
    house = await tenant()
    samples = await samplesFor(house)
  })

  const recordsIn = async ({ tx, organisation }: Scope) => (await sql<Row & { span: string }>`
    select encode(span_id, 'hex') as span, encode(trace_id, 'hex') as trace, name, subject_id is null as "isAct", details, activity from access_record where organisation_id = ${organisation.id}`.execute(tx)).rows
  let known = new Set<string>()
  /** What came since it was asked last. */
  const fresh = async (): Promise<Row[]> => {
    const rows = await house.scoped(recordsIn)
    const found = rows.filter(({ span }) => !known.has(span))
    known = new Set(rows.map(({ span }) => span))
    return found
  }
  /** Acts by name, with how many data subjects each has. */
  const acts = (rows: readonly Row[]) => rows.filter(({ isAct }) => isAct).map(({ name, trace }) => [name, rows.filter((row) => row.trace === trace && !row.isAct).length])
  const nameOf = (register: Register, verb: string) => `${register.lifecycle.verbs[verb]!.words.nl}: ${register.words.one.nl}`

  for (const register of allRegisters() as readonly Register[]) {
    test(`${register.key}: made and changed by a task of the system; taken back or refused, nothing is left`, async () => {
      const input = samples.input(register)
      const expected = subjectsIn(register.fields, [input]).length
      await fresh()
      await assert.rejects(house.scoped(async (scope) => {
        await createEntry(scope, register, input)
        assert.equal((await recordsIn(scope)).filter(({ span, name }) => !known.has(span) && name === nameOf(register, 'create')).length, expected === 0 ? 0 : expected + 1, 'in the transaction of the act')
        throw new Error('no')
      }), /^Error: no$/)
      assert.deepEqual(await fresh(), [], 'taken back')
      const id = await house.scoped((scope) => createEntry(scope, register, input))
      const made = await fresh()
      assert.deepEqual(acts(made).filter(([name]) => name === nameOf(register, 'create')), expected === 0 ? [] : [[nameOf(register, 'create'), expected]])
      assert.ok(made.every(({ details }) => details.includes('"waarborg.task":"test"')))
      if (!register.lifecycle.verbs.change) return
      let refused = false
      try {
        await house.scoped(async (scope) => {
          const now = await loadEntry(scope, register, id)
          await perform(scope, register, 'change', id, { ...now.input, [register.named.title]: 'Anders genoemd' })
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refused = true
      }
      const changed = acts(await fresh()).filter(([name]) => name === nameOf(register, 'change'))
      assert.equal(changed.length, refused || expected === 0 ? 0 : 1, refused ? 'refused' : 'changed')
      if (changed.length > 0) assert.ok(Number(changed[0]![1]) >= expected)
    })
  }

  test('thirty people in a list leave thirty-one records, by page, by API and by export', async () => {
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const owners: string[] = []
    await house.scoped(async (scope) => { for (let index = 0; index < 30; index++) owners.push(await addPerson(scope, { name: `Collega ${index}`, email: `c${index}-${newId()}@voorbeeld.example` })) })
    await house.scoped(async (scope) => { for (const [index, owner] of owners.entries()) await createEntry(scope, systems, { ...emptyInput(systems.fields), name: `Dertig ${index}`, owner }) })
    const api = await program(house)
    await fresh()
    await (await officer.get(`/${house.slug}/systemen?q=Dertig&aantal=100&kolom=owner`)).text()
    assert.deepEqual(acts(await fresh()), [['Lijst bekeken: Systemen', 30]])
    await api.call('GET', api.at('/systems?q=Dertig&size=100'))
    assert.deepEqual(acts(await fresh()), [['API: lijst gelezen (systems)', 30]])
    await (await officer.get(`/${house.slug}/systemen/export/bestand?formaat=csv&q=Dertig`)).text()
    assert.deepEqual(acts(await fresh()), [['Geëxporteerd: Systemen', 30]])
  })

  test('several at once are one act with each person once', async () => {
    const ids = await house.scoped(async (scope) => (await sql<{ id: string }>`select id from ${sql.table(systems.table)} where organisation_id = ${scope.organisation.id} and name like 'Dertig %' order by name limit 10`.execute(scope.tx)).rows.map(({ id }) => id))
    await fresh()
    await house.scoped((scope) => carryOutBulk(scope, systems, ids, { kind: 'set', field: 'note', value: 'Nagekeken' }, newId()))
    assert.deepEqual(acts(await fresh()), [['Samen gewijzigd: Systemen', 10]])
  })

  test('a job acts under its own name; a message brought and a colleague’s changed role leave their record too', async () => {
    const { database, masterKey } = await product()
    const at = { database, master: masterKey, clock: () => new Date() }
    const place = await jobPlace(at, house.organisation.id, { kind: 'system', task: 'nightly' })
    const colleague = await house.person('Wim Werk', 'employee')
    await fresh()
    await inPlace(at, place, (scope) => createEntry(scope, systems, { ...emptyInput(systems.fields), name: 'Van de nacht', owner: colleague.personId }))
    const [made] = await fresh()
    assert.match(made!.details, /"waarborg.task":"nightly"/)
    await house.scoped((scope) => enqueueMail(scope, { personId: colleague.personId, kind: 'notice', subject: { nl: 'Dag', en: 'Hello' }, lines: [] }))
    await inPlace(at, place, (scope) => claimMail(scope, 3))
    assert.deepEqual(acts(await fresh()), [['E-mailadres opgezocht om een bericht te versturen', 1]])
    const outsider = 'Inwoner.Een@voorbeeld.example'
    await house.scoped((scope) => enqueueOutside(scope, { to: outsider, kind: 'letter', language: 'nl', subject: { nl: 'Dag', en: 'Hello' }, lines: [] }))
    await inPlace(at, place, (scope) => claimMail(scope, 3))
    assert.deepEqual(acts(await fresh()), [['E-mailadres opgezocht om een bericht te versturen', 1]])
    const pseudonyms = house.organisation.logKeys.all().map((key) => logPseudonym(key, 'subject', outsider.toLowerCase()))
    const found = await house.scoped((scope) => findRecords(scope, { subjects: pseudonyms }))
    assert.deepEqual(found.records.map(({ name }) => name), ['E-mailadres opgezocht om een bericht te versturen'])
    await house.scoped((scope) => changePerson(scope, colleague.personId, { name: 'Wim Anders', email: colleague.email }))
    assert.deepEqual(acts(await fresh()), [['Gegevens van een collega gewijzigd', 1]])
  })
})
