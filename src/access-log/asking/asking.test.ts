import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { activityUri } from '../../access-record/own-activity.ts'
import type { LogRecord } from '../../access-record/log-record.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { rowsOf } from '../../../test/support/scratch-rows.ts'
import { actorsOf } from './colleagues.ts'

const bsn = '123456782'
type Person = Awaited<ReturnType<Tenant['person']>>

/** All that a page says. */
const plainText = async (response: Response) => (await response.clone().text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('questions to the access log (N-39)', () => {
  let [us, them]: Tenant[] = []
  let [dpo, officer, auditor, clerk, colleague, stranger]: Person[] = []
  let activity = ''
  const week = new Date(Date.now() - 7 * 86_400_000)

  /** As an application sends: an act by an employee with a line for each person below it. */
  async function log(house: Tenant, { actor, people, name = 'Dossier bekeken', at = week, more = {} }: { actor: { kind: string; id: string } | null; people: readonly (readonly [type: string, id: string])[]; name?: string; at?: Date; more?: Partial<LogRecord> }): Promise<string> {
    const [traceId, parent] = [randomBytes(16), randomBytes(8)]
    await house.scoped(async (scope) => {
      const key = scope.organisation.logKeys.all()[0]!
      const act: LogRecord = {
        traceId, spanId: parent, parentSpanId: null, status: 'Ok', name, startedAt: at.getTime(), endedAt: at.getTime() + 40, activity: activityUri(activity), actor: actor && logPseudonym(key, actor.kind, actor.id),
        subject: null, subjectType: null, isSecret: false, details: JSON.stringify({ resource: { 'service.name': 'Zaaksysteem' } }), ...more,
      }
      await writeBatch(scope, 'received', [act, ...people.map(([type, id]): LogRecord => ({ ...act, spanId: randomBytes(8), parentSpanId: parent, actor: null, subject: logPseudonym(key, type, id), subjectType: type }))])
    })
    return traceId.toString('hex')
  }
  const ask = async (who: Person, kind: string, fields: Record<string, string>) => who.post(`/${us!.slug}/logboek/vragen/nieuw/${kind}`, { reason: 'Vraag van een inwoner over inzage', ...fields })
  const answered = async (who: Person, kind: string, fields: Record<string, string>) => {
    const sent = await ask(who, kind, fields)
    assert.equal(sent.status, 303, await plainText(sent))
    const place = sent.headers.get('location')!
    return { place, words: await plainText(await who.get(place)) }
  }

  before(async () => {
    us = await tenant()
    them = await tenant()
    dpo = await us.person('Frits Frank', 'dpo')
    officer = await us.person('Petra Post', 'privacy_officer')
    auditor = await us.person('Arie Audit', 'auditor')
    clerk = await us.person('Klaas Kijker', 'employee')
    colleague = await us.person('Coby Collega', 'employee')
    stranger = await them.person('Vera Vreemd', 'dpo')
    activity = await us.scoped((scope) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Bijzondere bijstand', number: 'VW-42' }))
    await log(us, { actor: { kind: 'user', id: clerk.email }, people: [['bsn', bsn], ['bsn', '111222333']] })
    await log(us, { actor: { kind: 'user', id: 'u-99' }, people: [['bsn', bsn]], name: 'Adres opgezocht', more: { activity: 'urn:onbekend' } })
    await log(us, { actor: { kind: 'user', id: 'u-99' }, people: [['bsn', bsn]], name: 'Politiedossier bekeken', more: { isSecret: true } })
    await log(us, { actor: { kind: 'person', id: clerk.personId }, people: [['person', colleague.personId], ['klantnummer', 'K-7']] })
    await log(them, { actor: { kind: 'user', id: stranger.email }, people: [['bsn', bsn]], name: 'Elders bekeken' })
  })

  test('who saw this person: names of colleagues, codes for others, the activity of the register or that it is none; and nothing of another organisation', async () => {
    const { words, place } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: '1234.56.782', reference: 'VZ-1' })
    for (const part of ['Klaas Kijker', 'Bijzondere bijstand', 'Dossier bekeken', 'urn:onbekend', 'niet in het register', 'Zaaksysteem', 'Politiedossier bekeken', 'geheim', 'BSN: 123456782', 'VZ-1']) assert.ok(words.includes(part), `${part} in ${words}`)
    assert.match(words, /medewerker [0-9A-F]{8} van Zaaksysteem/)
    assert.doesNotMatch(words, /Elders bekeken/)
    assert.match(place, /\/logboek\/vragen\/[0-9a-f-]{36}$/)
  })

  test('no address, export or later page holds the number by which somebody was looked for, and it stands sealed', async () => {
    const { place } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    const html = await (await dpo!.get(place)).text()
    assert.deepEqual([...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address!).filter((address) => address.includes(bsn)), [])
    const { sealed } = await us!.scoped((scope) => scope.tx.selectFrom('access_question').select('sealed').where('organisation_id', '=', scope.organisation.id).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow())
    assert.ok(!sealed.includes(bsn))
  })

  test('asking and reading again stand in the log themselves, with who asked', async () => {
    const { place } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    assert.match(await plainText(await officer!.get(place)), /Logboek bevraagd/)
    const { words } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    assert.match(words, /Petra Post.*Antwoord uit het logboek bekeken/)
    assert.match(words, /Frits Frank.*Logboek bevraagd/)
  })

  test('what is under secrecy is counted for a privacy officer and shown to the DPO', async () => {
    const { words } = await answered(officer!, 'betrokkene', { kind: 'bsn', value: bsn })
    assert.doesNotMatch(words, /Politiedossier/)
    assert.match(words, /Weggelaten wegens geheimhouding: 1\b/)
  })

  for (const [fields, at] of [[{ kind: 'bsn', value: '123456789' }, 'elfproef'], [{ kind: 'bsn', value: bsn, reason: 'kort' }, 'waarom u dit vraagt'], [{ kind: 'bsn', value: bsn, from: '2026-13-01' }, 'geen bestaande datum'], [{ kind: 'raar', value: '1' }, 'Kies waarmee']] as const) {
    test(`a fault comes back with what was typed: ${at}`, async () => {
      const sent = await ask(dpo!, 'betrokkene', fields)
      assert.equal(sent.status, 400)
      assert.match(await plainText(sent), new RegExp(at, 'i'))
    })
  }

  test('what did this employee see: also the people below an act, of how many different ones, by activity', async () => {
    const { words } = await answered(dpo!, 'medewerker', { person: clerk!.personId })
    for (const part of ['Gegevens van 4 verschillende personen', 'Coby Collega', '(klantnummer)', 'Bijzondere bijstand']) assert.ok(words.includes(part), `${part} in ${words}`)
    const { words: other } = await answered(dpo!, 'medewerker', { user: 'u-99' })
    assert.match(other, /Adres opgezocht/)
    assert.doesNotMatch(other, /Klaas/)
  })

  test('a privacy officer asks about an employee only for a case, and hears how much is under secrecy', async () => {
    assert.equal((await ask(officer!, 'medewerker', { person: clerk!.personId })).status, 400)
    const { words } = await answered(officer!, 'medewerker', { user: 'u-99', reference: 'DL-1' })
    // The act and whom it was about.
    assert.match(words, /Weggelaten wegens geheimhouding: 2\b/)
    assert.match(words, /Gegevens van 1 persoon, in 2 regels\./)
    assert.match((await answered(dpo!, 'medewerker', { user: 'u-99' })).words, /Onder geheimhouding: 2 hiervan.*in 4 regels\./)
  })

  test('what is held of months that are over is counted as before', async () => {
    const { superUrl } = await testDatabase()
    const summary = async () => /Gegevens van .*? regels/.exec((await answered(dpo!, 'medewerker', { person: clerk!.personId })).words)![0]
    const before = await summary()
    const [moved] = await rowsOf<{ count: number }>(superUrl, `with gone as (delete from access_record where organisation_id = $1 and name = 'Dossier bekeken' returning *), held as (insert into access_record_held select * from gone returning 1) select count(*)::int as count from held`, [us!.organisation.id])
    assert.ok(moved!.count >= 6)
    assert.equal(await summary(), before)
  })

  test('one act with all that belongs to it, and the filters and files of an answer', async () => {
    const trace = await log(us!, { actor: { kind: 'user', id: 'u-1' }, people: [['bsn', '999990019'], ['bsn', bsn]], name: 'Lijst bekeken' })
    const { place } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    assert.match(await plainText(await dpo!.get(`${place}/handeling/${trace}`)), /3 regels in het logboek/)
    const narrowed = await plainText(await dpo!.get(`${place}?activiteit=${encodeURIComponent('urn:onbekend')}&filters=ja`))
    assert.match(narrowed, /Adres opgezocht/)
    assert.doesNotMatch(narrowed, /Lijst bekeken/)
    const csv = await (await dpo!.get(`${place}/bestand?formaat=csv`)).text()
    assert.match(csv, /Klaas Kijker/)
    const lines = (await (await dpo!.get(`${place}/bestand?formaat=ndjson`)).text()).trim().split('\n').map((line) => JSON.parse(line) as { name: string; inRegister: boolean })
    assert.ok(lines.some(({ name, inRegister }) => name === 'Adres opgezocht' && !inRegister))
    assert.ok(![csv, JSON.stringify(lines)].some((text) => text.includes(bsn)))
  })

  test('after the keys were rotated one question finds old and new records', async () => {
    us!.organisation.logKeys.rotate(new Date())
    await log(us!, { actor: { kind: 'user', id: clerk!.email }, people: [['bsn', bsn]], name: 'Na de wisseling bekeken' })
    const { words } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    for (const part of ['Na de wisseling bekeken', 'Dossier bekeken']) assert.ok(words.includes(part), `${part} in ${words}`)
    assert.ok((await us!.scoped((scope) => actorsOf(scope, clerk!.personId))).length >= 6)
  })

  test('an auditor sees who asked what and why, not the answers; an employee hears whom to ask; another organisation finds nothing', async () => {
    const { place } = await answered(dpo!, 'betrokkene', { kind: 'bsn', value: bsn })
    assert.match(await plainText(await auditor!.get(`/${us!.slug}/logboek/vragen`)), /Frits Frank.*Vraag van een inwoner/)
    assert.equal((await auditor!.get(place)).status, 403)
    for (const path of ['', '/vragen', '/verwerkingen']) assert.equal((await auditor!.get(`/${us!.slug}/logboek${path}`)).status, 200)
    const refused = await clerk!.get(`/${us!.slug}/logboek`)
    assert.equal(refused.status, 403)
    assert.match(await plainText(refused), /Vraag het de FG/)
    assert.equal((await clerk!.get(`/${us!.slug}/logboek/bij-een-incident`)).status, 200)
    assert.equal((await stranger!.get(`/${them!.slug}${place.slice(us!.slug.length + 1)}`)).status, 404)
  })
})
