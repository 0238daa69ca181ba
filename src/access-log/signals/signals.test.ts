import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { LogRecord } from '../../access-record/log-record.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { newId } from '../../ground/ids.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { workOf } from '../../worklist/sources.ts'
import { lookOnce } from './look.ts'
import { lookOverDay } from './night-look.ts'
import { listSignals } from './signals.ts'

type Person = Awaited<ReturnType<Tenant['person']>>
const plainText = async (response: Response) => (await response.clone().text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('signals of the access log (N-39)', () => {
  // A Monday.
  const [day, now] = ['2027-03-08', new Date('2027-03-09T09:00:00Z')]
  let house: Tenant
  let [officer, ciso, wim, coby]: Person[] = []
  let checkpoint = 0

  /** Sealed as the sealer does: that a batch has its place is all that is asked here. */
  async function log(records: readonly { actor?: string; subject?: readonly [type: string, id: string]; at?: string; activity?: string }[]): Promise<void> {
    await house.scoped(async (scope) => {
      const key = scope.organisation.logKeys.all()[0]!
      const batch = await writeBatch(scope, 'received', records.map(({ actor = wim!.email, subject, at = `${day}T10:00:00Z`, activity = 'VW-1' }): LogRecord => ({
        traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Dossier bekeken', startedAt: Date.parse(at), endedAt: Date.parse(at), activity, actor: logPseudonym(key, 'user', actor),
        subject: subject ? logPseudonym(key, ...subject) : null, subjectType: subject?.[0] ?? null, isSecret: false, details: '{"resource":{"service.name":"Zaaksysteem"}}',
      })))
      checkpoint++
      await sql`update access_batch set checkpoint = ${checkpoint}, checkpoint_position = 0 where organisation_id = ${scope.organisation.id} and id = ${batch}`.execute(scope.tx)
    }, now)
  }
  const look = () => house.scoped(lookOnce, now)
  const kinds = async () => (await house.scoped((scope) => listSignals(scope, {}), now)).rows.map(({ kind, count, state }) => `${kind} ${count} ${state}`).toSorted()
  const page = async (who: Person, path: string) => who.get(`/${house.slug}/logboek${path}`)

  before(async () => {
    (await product()).setClock(now.toISOString())
    house = await tenant()
    officer = await house.person('Petra Post', 'privacy_officer')
    ciso = await house.person('Chris Slot', 'ciso')
    wim = await house.person('Wim Werk', 'employee')
    coby = await house.person('Coby Collega', 'employee')
    await house.scoped((scope) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Bijstand', number: 'VW-1' }), now)
    const watched = await officer.post(`/${house.slug}/logboek/extra-opletten`, { label: 'Bekende zanger', kind: 'bsn', value: '999990019', reason: 'Veel belangstelling' })
    assert.equal(watched.status, 303, await plainText(watched))
  })

  after(async () => (await product()).setClock(undefined))

  test('what came in is looked at once: ordinary work gives nothing, the rest one signal a kind, day and employee', async () => {
    await log([{ subject: ['bsn', '123456782'] }, { subject: ['bsn', '123456782'] }])
    assert.equal(await look(), 1)
    assert.deepEqual(await kinds(), [])
    await log([
      { subject: ['bsn', '999990019'] }, { subject: ['email', coby!.email] }, { subject: ['email', coby!.email] }, { subject: ['email', wim!.email] },
      { subject: ['bsn', '123456782'], at: `${day}T21:30:00Z` }, { activity: 'urn:onbekend' }, { activity: 'urn:onbekend' }, { activity: 'urn:onbekend', at: '2026-06-01T10:00:00Z' },
    ])
    await look()
    assert.equal(await look(), 0)
    assert.deepEqual(await kinds(), ['colleague 2 open', 'outside_hours 1 open', 'unknown_activity 2 open', 'watched 1 open'])
  })

  test('the overview counts what was looked at, by day, activity and application', async () => {
    const words = await plainText(await page(officer!, ''))
    assert.match(words, /9 regels in 30 dagen/)
    assert.match(words, /4 open signalen/)
    assert.match(words, /urn:onbekend niet in het register/)
    assert.match(await plainText(await page(officer!, '/verwerkingen')), /Eén verwerking staat niet in het register.*Bijstand/)
  })

  test('an application that makes up activities gives fifty signals and one for all others', async () => {
    await log(Array.from({ length: 70 }, (_, index) => ({ activity: `urn:verzonnen:${index}`, at: '2027-03-06T10:00:00Z' })))
    await look()
    const made = (await house.scoped((scope) => listSignals(scope, { kind: 'unknown_activity', limit: 200 }))).rows.filter((row) => row.day === '2027-03-06')
    assert.equal(made.length, 51)
    assert.equal(made.find(({ about }) => about === '*')?.count, 20)
  })

  test('thousands of activities and users that an application makes up: signals, counts and comparisons stay few, and what the register knows is still counted apart', async () => {
    const made = Array.from({ length: 1_500 }, (_, index) => ({ actor: `verzonnen-${index}`, activity: `urn:verzonnen:${index}`, subject: ['bsn', '123456782'] as const, at: '2027-03-05T21:30:00Z' }))
    await log(made)
    await log([...made.slice(0, 10), { actor: 'echt', subject: ['bsn', '123456782'], at: '2027-03-05T21:30:00Z' }])
    await look()
    await house.scoped((scope) => lookOverDay(scope, '2027-03-05'), now)
    await house.scoped(async ({ tx, organisation: { id } }) => {
      const rows = async (query: RawBuilder<{ key: string; n: number }>) => (await query.execute(tx)).rows
      const signals = await rows(sql`select kind as key, count(*)::int as n from access_signal where organisation_id = ${id} and day = '2027-03-05' group by 1 order by 1`)
      assert.deepEqual(signals, [{ key: 'outside_hours', n: 501 }, { key: 'unknown_activity', n: 51 }])
      const counts = await rows(sql`select activity as key, records::int as n from access_day_count where organisation_id = ${id} and day = '2027-03-05' and service = 'Zaaksysteem' and activity not like 'urn:verzonnen:%' order by 1`)
      assert.deepEqual(counts.map(({ key }) => key), ['', 'VW-1'])
      assert.equal(counts[0]!.n + (await rows(sql`select '' as key, sum(records)::int as n from access_day_count where organisation_id = ${id} and day = '2027-03-05' and activity like 'urn:verzonnen:%'`))[0]!.n, 1_510)
      assert.deepEqual(await rows(sql`select '' as key, count(*)::int as n from access_day_count where organisation_id = ${id} and day = '2027-03-05'`), [{ key: '', n: 102 }])
    }, now)
    const shown = [await page(officer!, ''), await page(officer!, '/verwerkingen'), await page(officer!, '/signalen')]
    assert.deepEqual(shown.map(({ status }) => status), [200, 200, 200])
    assert.match(await plainText(shown[2]!), /nog meer medewerkers|nog meer verwerkingen/)
  })

  test('data of unusually many people in a day, looked at over the whole day, once', async () => {
    await log(Array.from({ length: 210 }, (_, index) => ({ actor: 'u-druk', subject: ['klant', `K-${index}`] as const, at: `${day}T11:00:00Z` })))
    await look()
    for (let again = 0; again < 2; again++) await house.scoped((scope) => lookOverDay(scope, day), now)
    const { rows: [volume] } = await house.scoped((scope) => listSignals(scope, { kind: 'volume' }))
    assert.equal(volume?.count, 210)
    assert.match(await plainText(await page(ciso!, `/signalen/${volume!.id}`)), /Verschillende personen.*210.*zelf, de laatste 30 dagen: onbekend.*persoon [0-9A-F]{8}/)
  })

  test('an application that went silent gives one signal for its silence', async () => {
    const id = newId()
    await house.scoped(async ({ tx, organisation }) => { await tx.insertInto('access_source').values({ organisation_id: organisation.id, id, name: 'Burgerzaken', silent_after_days: 3, created_at: new Date('2027-03-01T10:00:00Z') }).execute() })
    for (const on of ['2027-03-07', day]) await house.scoped((scope) => lookOverDay(scope, on), now)
    const { rows } = await house.scoped((scope) => listSignals(scope, { kind: 'silent_source' }))
    assert.deepEqual(rows.map(({ about, day: on, details }) => [about, on, details.service]), [[id, '2027-03-01', 'Burgerzaken']])
  })

  test('a signal is explained with a reason, and opens again when more comes', async () => {
    const { rows: [signal] } = await house.scoped((scope) => listSignals(scope, { kind: 'outside_hours' }))
    const path = `/${house.slug}/logboek/signalen/${signal!.id}`
    assert.match(await plainText(await officer!.get(path)), /Wim Werk.*Dossier bekeken/)
    assert.equal((await officer!.post(`${path}/verklaring`, { explanation: 'kort' })).status, 400)
    assert.equal((await officer!.post(`${path}/verklaring`, { explanation: 'Had dienst bij de crisisopvang' })).status, 303)
    assert.match(await plainText(await officer!.get(path)), /Verklaard.*Petra Post.*Had dienst/)
    await log([{ subject: ['bsn', '123456782'], at: `${day}T22:30:00Z` }])
    await look()
    assert.ok((await kinds()).includes('outside_hours 2 open'))
  })

  test('the button makes a breach with what the log knows and no name, once, and both point at each other', async () => {
    const { rows: [signal] } = await house.scoped((scope) => listSignals(scope, { kind: 'watched' }))
    const path = `/${house.slug}/logboek/signalen/${signal!.id}`
    const made = await ciso!.post(`${path}/incident`, {})
    assert.equal(made.status, 303, await plainText(made))
    const breach = made.headers.get('location')!
    assert.equal((await ciso!.post(`${path}/incident`, {})).headers.get('location'), breach)
    const words = await plainText(await ciso!.get(breach))
    assert.match(words, /Signaal uit het logboek: persoon bij wie we extra opletten/)
    assert.match(words, /onder code [0-9A-F]{8}/)
    assert.doesNotMatch(words, /Wim Werk|Bekende zanger|999990019/)
    assert.ok((await (await ciso!.get(breach)).text()).includes(path))
    assert.ok((await (await ciso!.get(path)).text()).includes(breach))
    assert.equal((await officer!.post(`${path}/verklaring`, { explanation: 'Toch een verklaring gevonden' })).status, 400)
  })

  test('open signals are work for the privacy officer and the CISO; a watch is known to DPO and privacy officer and gone when it ends', async () => {
    const work = await house.scoped((scope) => workOf({ ...scope, actor: { kind: 'person', personId: ciso!.personId, accountId: ciso!.accountId, name: '', assignments: [{ role: 'ciso', departmentIds: undefined }] } }, ['signalen']), now)
    assert.deepEqual(work.map(({ key }) => key), ['access-signals'])
    assert.equal((await page(ciso!, '/extra-opletten')).status, 403)
    assert.equal((await page(wim!, '/signalen')).status, 403)
    const list = await (await page(officer!, '/extra-opletten')).text()
    assert.match(list, /Bekende zanger/)
    assert.ok(!list.includes('999990019'))
    await officer!.post(/action="([^"]*\/einde)"/.exec(list)![1]!, {})
    assert.doesNotMatch(await (await page(officer!, '/extra-opletten')).text(), /Bekende zanger/)
  })

  test('thresholds are whole numbers within bounds', async () => {
    const path = `/${house.slug}/logboek/signalen/drempels`
    assert.equal((await officer!.post(path, { least: '0', timesOwn: 'veel', timesPeers: '3' })).status, 400)
    assert.equal((await officer!.post(path, { least: '20', timesOwn: '4', timesPeers: '5' })).status, 303)
    assert.match(await (await officer!.get(path)).text(), /value="20"/)
  })
})
