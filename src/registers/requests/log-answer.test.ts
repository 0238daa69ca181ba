// Who looked at my data: a request for access is answered from the access log, packed, and read by its person; what is secret is withheld and counted, and nothing is there before it was released.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { unzipped } from '../../../test/support/office-files.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { visitorFrom } from '../../../test/support/outside.ts'
import { activityUri } from '../../access-record/own-activity.ts'
import type { LogRecord } from '../../access-record/log-record.ts'
import { subjectName } from '../../access-record/subject-name.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { readKnown } from '../../case-kit/log-answers/known-as.ts'
import { withheldBy } from '../../case-kit/log-answers/gather-answer.ts'
import { readLogAnswers } from '../../case-kit/log-answers/log-answer.ts'
import { startPortalVisit, subjectHashOf } from '../../case-kit/intake/portal-sessions.ts'
import { makePackages } from '../../case-kit/packages/make-package.ts'
import { logForOutside } from '../../case-kit/packages/outside-packages.ts'
import { readPackages } from '../../case-kit/packages/packages.ts'
import { makeStatusLink, statusPath } from '../../case-kit/status-links/links.ts'
import { newId } from '../../ground/ids.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { jobPlace } from '../../people/job-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { factsOf } from './facts.ts'
import { requestCases } from './outside.ts'
import { requests } from './register.ts'

const bsn = '999999990'
const hour = 3_600_000

describe('numbers by which a person is known', () => {
  test('a BSN passes the eleven-proof, another number says what it is, and nothing at all is a fault', () => {
    const at = (...rows: [string, string, string][]) => readKnown(rows.map(([kind, value, type]) => ({ kind, value, type }))).faults.map((fault) => fault.at)
    assert.deepEqual([at(['bsn', '999.999.990', '']), at(['bsn', '123456789', '']), at(['', '12', '']), at(['other', '12', '']), at(['bsn', '', '']), at(['toString', '1', ''])], [[], ['value_0'], ['kind_0'], ['type_0'], ['value_0'], ['kind_0']])
    assert.deepEqual(readKnown([{ kind: 'bsn', value: '9999 99 990', type: '' }, { kind: 'other', value: ' 77 ', type: 'kvk' }, { kind: '', value: '', type: '' }]).known, [{ kind: 'bsn', type: 'bsn', value: bsn }, { kind: 'other', type: 'kvk', value: '77' }])
  })

  test('what is withheld: a record under secrecy, and each of a confidential activity by its own law (art. 41 lid 1 UAVG, art. 15 lid 4 AVG)', () => {
    const law = (isSecret: boolean, by: 'art. 15 lid 4 AVG' | 'art. 27 lid 1 Wpg' | null | undefined) => withheldBy({ isSecret }, by === undefined ? undefined : { withheldBy: by })
    assert.deepEqual([law(false, undefined), law(false, null), law(true, undefined), law(true, null), law(false, 'art. 15 lid 4 AVG'), law(true, 'art. 27 lid 1 Wpg')], [null, null, 'art. 41 lid 1 UAVG', 'art. 41 lid 1 UAVG', 'art. 15 lid 4 AVG', 'art. 27 lid 1 Wpg'])
  })
})

describe('who looked at my data (ACCESSLOG; art. 15 lid 1 onder c AVG)', () => {
  let story: Awaited<ReturnType<typeof storyOf>>
  let other: Tenant
  let [request, open, secret] = ['', '', '']
  const now = Date.now()
  const base = () => `/verzoeken/${request}/logboek`
  const outside = async () => visitorFrom((await product()).app as never, '203.0.113.77')
  const status = async () => {
    const token = await story.house.scoped((scope) => makeStatusLink(scope, { register: 'requests', entryId: request }))
    return (await outside()).text(statusPath(story.house.slug, token))
  }
  const answers = () => story.house.scoped((scope) => readLogAnswers(scope, { register: 'requests', entryId: request }))

  /** A record as an application would send it. */
  const looked = (house: Tenant, name: string, { value = bsn, activity = open, isSecret = false, ago = 24 }: { value?: string; activity?: string; isSecret?: boolean; ago?: number } = {}) => house.scoped(async (scope) => {
    const key = scope.organisation.logKeys.all()[0]!
    const kind = subjectName('BSN', value)
    const record: LogRecord = {
      traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name, startedAt: now - ago * hour, endedAt: now - ago * hour, activity: activityUri(activity), actor: logPseudonym(key, 'user', 'jansen'),
      subject: logPseudonym(key, kind.type, kind.id), subjectType: kind.type, isSecret, details: JSON.stringify({ resource: { 'service.name': 'zaaksysteem-geheim' } }),
    }
    await writeBatch(scope, 'received', [record])
  })

  before(async () => {
    story = await storyOf()
    other = await tenant()
    const { house } = story
    await house.scoped(async (scope) => {
      open = await createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Aanvragen bijstand' })
      secret = await createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Onderzoek naar fraude', withheld_ground: 'uavg_d' })
      request = (await requestCases.intakes[0]!.receive(scope, { ...emptyInput(requests.fields), right: 'access', request: 'Wie keek er naar mij?', subject_name: 'Wies de Vraag', received_at: scope.now.toISOString(), channel: 'web' })).id
    })
    await looked(house, 'Dossier bekeken', { ago: 400 * 24 })
    await looked(house, 'Over een ander', { value: '111222333' })
    await looked(other, 'Bij een andere gemeente')
    house.organisation.logKeys.rotate(new Date())
    await looked(house, 'Adres gewijzigd')
    await looked(house, 'Onder geheimhouding', { isSecret: true })
    await looked(house, 'Stil onderzoek', { activity: secret })
    await looked(house, 'Nog een onderzoek', { activity: secret, ago: 30 })
  })

  test('not before it is known who asks, and only by whoever handles the request (M-13)', async () => {
    const { officer, dpo, house, iso } = story
    assert.equal((await officer.get(`/${house.slug}${base()}`)).status, 404)
    await house.scoped((scope) => perform(scope, requests, 'identify', request, { ...emptyInput(requests.lifecycle.verbs.identify!.fields ?? {}), identity_means: 'shown' }))
    assert.match(plain(await officer.page(`/verzoeken/${request}`)), /Uit het logboek Nog niet gezocht/)
    assert.deepEqual([(await dpo.get(`/${house.slug}${base()}`)).status, (await iso.get(`/${house.slug}${base()}`)).status], [403, 404])
    const stranger = await other.person('Vera Vreemd', 'privacy_officer')
    assert.equal((await stranger.get(`/${other.slug}${base()}`)).status, 404)
  })

  test('a wrong BSN is refused with everything kept; the answer holds this person’s acts under old and new keys, and counts what is withheld', async () => {
    const { officer, house } = story
    const wrong = await officer.send(base(), { kind_0: 'bsn', value_0: '123456789', kind_1: 'other', value_1: '77', type_1: 'kvk', from: '2026-13-01' })
    assert.equal(wrong.status, 400)
    const back = await wrong.text()
    for (const part of [/elfproef/, /value="123456789"/, /value="kvk"/, /geen bestaande datum/]) assert.match(back, part)
    assert.equal((await answers()).length, 0)
    const made = await officer.send(base(), { kind_0: 'bsn', value_0: bsn })
    assert.equal(made.status, 303, plain(await made.text()))
    const address = made.headers.get('location')!
    assert.doesNotMatch(address, new RegExp(bsn))
    const page = plain(await officer.page(address.replace(`/${house.slug}`, '')))
    assert.match(page, /Adres gewijzigd.*Aanvragen bijstand.*Dossier bekeken/s)
    assert.match(page, /3 keer staat er niet bij\. Dat mogen wij weglaten op grond van art\. 41 lid 1 UAVG/)
    for (const part of [/Over een ander/, /andere gemeente/, /Onder geheimhouding/, /onderzoek/i, /jansen/, /zaaksysteem/, new RegExp(bsn)]) assert.doesNotMatch(page, part)
    assert.match(page, /Het logboek begint in .*Alleen onze privacyadministratie schrijft in dit logboek.*niet welke medewerker/s)
    const stored = await house.scoped(({ tx, organisation }) => tx.selectFrom('log_answer').selectAll().where('organisation_id', '=', organisation.id).executeTakeFirstOrThrow())
    assert.deepEqual([stored.act_count >= 2, stored.withheld_count, [stored.known, stored.content].some((sealed) => sealed.includes(bsn) || sealed.includes('Adres'))], [true, 3, false], 'sealed at rest')
    const asked = await house.scoped(({ tx, organisation }) => tx.selectFrom('access_record').select('name').where('organisation_id', '=', organisation.id).where('name', '=', 'Logboek doorzocht voor een verzoek om inzage').execute())
    assert.ok(asked.length >= 2, 'the question is in the log itself')
  })

  test('a shorter period is a new version; the old one stays', async () => {
    const { officer } = story
    const from = new Date(now - 72 * hour).toISOString().slice(0, 10)
    assert.equal((await officer.send(base(), { kind_0: 'bsn', value_0: bsn, from })).status, 303)
    const [newest, first] = await answers()
    assert.deepEqual([newest!.version, newest!.withheld, first!.version, first!.acts > newest!.acts || first!.acts >= 2], [2, 3, 1, true])
    assert.match(plain(await officer.page(`/verzoeken/${request}`)), /Versie 2.*Versie 1/s)
    assert.doesNotMatch(plain(await officer.page(`${base()}/${newest!.id}`)), /Dossier bekeken/)
    assert.match(plain(await officer.page(`${base()}/${first!.id}`)), /Dossier bekeken/)
    assert.equal((await officer.send(base(), { kind_0: 'bsn', value_0: bsn })).status, 303)
  })

  test('H-28: where applications write to the log, an access that wasn’t looked up in it is found; the answer then says how many write', async () => {
    const { officer, house } = story
    const [unasked, source] = [newId(), newId()]
    const unaskedOf = (ids: readonly string[]) => house.scoped(async (scope) => [...(await factsOf(scope, ids)).values()].map(({ isLogUnasked }) => isLogUnasked))
    assert.deepEqual(await unaskedOf([unasked]), [false], 'no application writes')
    await house.scoped(async ({ tx, organisation }) => {
      await tx.insertInto('access_source').values({ organisation_id: organisation.id, id: source, name: 'Zaaksysteem', created_at: new Date(now) }).execute()
      await tx.insertInto('access_source_day').values({ organisation_id: organisation.id, source_id: source, day: '2026-11-20', record_count: 3, first_at: new Date(now), last_at: new Date(now) }).execute()
    })
    assert.deepEqual([await unaskedOf([unasked]), await unaskedOf([request])], [[true], [false]])
    assert.equal((await officer.send(base(), { kind_0: 'bsn', value_0: bsn })).status, 303)
    const [newest] = await answers()
    assert.match(plain(await officer.page(`${base()}/${newest!.id}`)), /schrijft één toepassing van ons/)
  })

  test('the person finds nothing before the package is there; then a table by code or signed in, and the package holds a tagged PDF, CSV and NDJSON', async () => {
    const { officer, house } = story
    const { database, masterKey, deps } = await product()
    assert.doesNotMatch(await status(), /gegevens heeft gebruikt/)
    assert.equal(await house.scoped((scope) => logForOutside(scope, requests, request)), undefined)
    assert.equal((await officer.send(`/verzoeken/${request}/pakket`, { kind: 'access', language: 'nl' })).status, 303)
    assert.doesNotMatch(await status(), /gegevens heeft gebruikt/, 'asked for, and not made yet')
    const jobs = { database, master: masterKey, clock: deps.clock! }
    await makePackages(jobs, await jobPlace(jobs, house.organisation.id, { kind: 'system', task: 'test' }))
    const page = await status()
    const path = new RegExp(`/openbaar/${house.slug}/pakket/[^"]+/logboek`).exec(page)![0]
    const who = await outside()
    assert.doesNotMatch(await who.text(path), /Adres gewijzigd/)
    assert.equal((await who.send(path, { code: 'aaaa-aaa2' })).status, 400)
    const [made] = await house.scoped((scope) => readPackages(scope, 'requests', request))
    const read = plain(await (await who.send(path, { code: made!.code! })).text())
    assert.match(read, /Wie uw gegevens heeft gebruikt.*Adres gewijzigd.*Dossier bekeken/s)
    assert.doesNotMatch(read, /onderzoek|geheimhouding|jansen|zaaksysteem/i)

    const zip = await unzipped(Buffer.from(await (await who.send(path.replace('/logboek', ''), { code: made!.code! })).arrayBuffer()))
    assert.deepEqual([...zip.keys()], ['overzicht.pdf', 'gegevens.json', 'gegevens.csv', 'logboek.pdf', 'logboek.csv', 'logboek.ndjson'])
    const pdf = await readPdf(zip.get('logboek.pdf')!)
    assert.deepEqual([pdf.isTagged, pdf.language, pdf.untagged], [true, 'nl-NL', 0])
    assert.match(pdf.metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
    for (const words of ['Adres gewijzigd', 'art. 41 lid 1 UAVG']) assert.ok(pdf.text.replace(/\s+/g, ' ').includes(words), words)
    const [head, ...lines] = zip.get('logboek.ndjson')!.toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    assert.deepEqual([head!.format, head!.withheld, head!.acts === lines.length, lines.some(({ what }) => what === 'Dossier bekeken')], ['waarborg-log-answer', 3, true, true])
    assert.doesNotMatch([...zip.values()].map(String).join(), /onderzoek|jansen|zaaksysteem-geheim/)
  })

  test('who signed in at the portal reads it without a code; a neighbour doesn’t, and destroying the package ends it', async () => {
    const { officer, house } = story
    const visit = (subject: string) => house.scoped(async (scope) => startPortalVisit(scope, { kind: 'citizen', subjectHash: subjectHashOf(scope, 'https://login.example', subject), name: 'Wies', birthDate: null, level: null, provider: 'x' }))
    const form = newId()
    await house.scoped(async (scope) => scope.tx.insertInto('intake_form').values({ organisation_id: scope.organisation.id, id: form, register: 'requests', intake: 'citizen', state: 'received', browser_hash: Buffer.from(form), language: 'nl', begun_at: scope.now, sent_at: scope.now, entry_id: request, number: 'VZ-1', subject_hash: subjectHashOf(scope, 'https://login.example', 'wies') }).execute())
    const at = `/openbaar/${house.slug}/portaal`
    const own = await outside()
    own.cookies.set('waarborg_portaal', await visit('wies'))
    assert.match(await own.text(at), new RegExp(`${at}/zaken/${form}/logboek`))
    assert.match(plain(await (await own.send(`${at}/zaken/${form}/logboek`, {})).text()), /Adres gewijzigd/)
    const neighbour = await outside()
    neighbour.cookies.set('waarborg_portaal', await visit('buur'))
    assert.equal((await neighbour.send(`${at}/zaken/${form}/logboek`, {})).status, 404)
    assert.match(plain(await officer.page(`/verzoeken/${request}/geschiedenis`)), /gelezen door de persoon/)
    const [made] = await house.scoped((scope) => readPackages(scope, 'requests', request))
    assert.equal((await officer.send(`/verzoeken/${request}/pakket/${made!.id}/vernietigen`, {})).status, 303)
    assert.equal((await own.send(`${at}/zaken/${form}/logboek`, {})).status, 404)
    assert.doesNotMatch(await status(), /gegevens heeft gebruikt/)
  })
})
