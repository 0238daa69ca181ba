import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openLogDoors } from '../../../test/support/access-log-doors.ts'
import { ownCertificate } from '../../../test/support/own-certificate.ts'
import { type Tenant, tenant } from '../../../test/support/product.ts'
import { sentRecord } from '../../../test/support/sent-records.ts'
import { findRecords } from '../../access-record/find.ts'
import { subjectName } from '../../access-record/subject-name.ts'
import { inScope } from '../../ground/scope.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { BadSetting, readConfig } from '../../ground/config.ts'
import { credentialHash, newLogToken, readFingerprint, shownBy } from './credentials.ts'
import { makeCredential, revokeCredential } from './source-credentials.ts'
import { forgetSources, sourceOf } from './source-of.ts'
import { addSource, endSource, findSource, silentDays } from './sources.ts'

const day = (count: number, from = new Date()) => new Date(from.getTime() + count * 86_400_000).toISOString().slice(0, 10)
const fingerprint = randomBytes(32).toString('hex')
const input = { name: 'Zaaksysteem', description: '', systemId: null, caretakerId: null, silentAfterDays: '3' }

describe('sources of the access log (N-39)', () => {
  let house: Awaited<ReturnType<typeof openLogDoors>>
  let mine: Tenant
  let theirs: Tenant
  let officer: Awaited<ReturnType<Tenant['person']>>
  before(async () => {
    house = await openLogDoors()
    ;[mine, theirs] = [await tenant(), await tenant()]
    officer = await mine.person('Bea Beheer', 'administrator')
  })
  after(() => house.stop())
  const source = (of: Tenant, name: string) => of.scoped((scope) => addSource(scope, { ...input, name }))
  const token = (of: Tenant, id: string, expiresOn = day(30), certificate?: string) => of.scoped((scope) => makeCredential(scope, id, { note: '', expiresOn, certificate }))
  const asked = (bearer: string | undefined, certificate?: string, address = '192.0.2.7') => { forgetSources(); return sourceOf(house.house, { bearer, certificate, address }) }
  const at = (path: string) => `/${mine.slug}/logboek/bronnen${path}`
  const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

  test('what a token opens: its own source of its own organisation, without an address that names it', async () => {
    const [own, other] = [await source(mine, 'Balie'), await source(theirs, 'Balie')]
    const [ownToken, otherToken] = [await token(mine, own), await token(theirs, other)]
    const found = await asked(ownToken.bearer)
    assert.deepEqual([found?.organisation.id, found?.sourceId, found?.name], [mine.organisation.id, own, 'Balie'])
    assert.equal((await asked(otherToken.bearer))?.organisation.id, theirs.organisation.id)
    const rows = await mine.scoped(({ tx }) => sql<{ row: string }>`select to_jsonb(k)::text as row from access_source_credential k`.execute(tx))
    assert.ok(rows.rows.length > 0 && rows.rows.every(({ row }) => !row.includes(ownToken.bearer.slice(13))), 'only its hash is kept')
  })

  test('everything else is the same nothing: unknown, cut, of the REST API, or no token at all', async () => {
    const { bearer } = await token(mine, await source(mine, 'Kassa'))
    const other = bearer.endsWith('A') ? 'B' : 'A'
    for (const wrong of [undefined, '', 'wbl_', newLogToken().token, bearer.slice(0, -1), `${bearer.slice(0, -1)}${other}`, bearer.slice(0, 12), bearer.toUpperCase(), bearer.replace('wbl_', 'wbg_')]) assert.equal(await asked(wrong), undefined, String(wrong))
    const api = await officer.get(`/api/v1/${mine.slug}/systems`, { authorization: `Bearer ${bearer}` })
    assert.equal(api.status, 401, 'a token of a source opens nothing but the log')
  })

  test('two work side by side until one is revoked; ended and expired ones don’t; all within a second', async () => {
    const id = await source(mine, 'Twee tokens')
    const [first, second] = [await token(mine, id), await token(mine, id)]
    assert.ok(await asked(first.bearer) && await asked(second.bearer))
    await mine.scoped((scope) => revokeCredential(scope, id, first.id))
    assert.equal(await asked(first.bearer), undefined)
    assert.ok(await asked(second.bearer))
    await assert.rejects(() => mine.scoped((scope) => revokeCredential(scope, id, first.id)), /al ingetrokken/)
    await assert.rejects(() => theirs.scoped((scope) => revokeCredential(scope, id, second.id)), { name: 'NotFound' })
    const later = { ...house.house, clock: () => new Date(Date.now() + 40 * 86_400_000) }
    forgetSources()
    assert.equal(await sourceOf(later, { bearer: second.bearer, certificate: undefined, address: '192.0.2.7' }), undefined, 'its end date has passed')
    await mine.scoped((scope) => endSource(scope, id))
    assert.equal(await asked(second.bearer), undefined)
    await assert.rejects(() => token(mine, id), /beëindigd/)
  })

  test('a second of memory is one question, however many ask; after it the database is asked again', async () => {
    const id = await source(mine, 'Druk')
    const made = await token(mine, id)
    forgetSources()
    const shown = { bearer: made.bearer, certificate: undefined, address: '192.0.2.7' }
    const found = await Promise.all(Array.from({ length: 50 }, () => sourceOf(house.house, shown)))
    assert.equal(new Set(found).size, 1)
    await mine.scoped((scope) => endSource(scope, id))
    const real = performance.now.bind(performance)
    performance.now = () => real() + 1_001
    try {
      assert.equal(await sourceOf(house.house, shown), undefined)
    } finally {
      performance.now = real
    }
  })

  test('a certificate counts with its own number and for its own organisation, only behind a trusted proxy', async () => {
    const [own, other] = [await source(mine, 'Met certificaat'), await source(theirs, 'Met certificaat')]
    const [ownNumber, otherNumber] = [(await token(mine, own, day(30), fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:'))).bearer, (await token(theirs, other, day(30), fingerprint)).bearer]
    assert.match(ownNumber, /^wbl_[a-z0-9]{8}$/)
    assert.equal((await asked(ownNumber, fingerprint))?.sourceId, own)
    assert.equal((await asked(otherNumber, fingerprint))?.sourceId, other, 'a supplier may use one certificate for both')
    for (const certificate of [undefined, randomBytes(32).toString('hex'), `${fingerprint}, ${fingerprint}`]) assert.equal(await asked(ownNumber, certificate), undefined)
    assert.equal(await asked(undefined, fingerprint), undefined)
    const headers = { authorization: `Bearer ${ownNumber}`, 'x-client-cert': fingerprint, 'x-forwarded-for': '203.0.113.9' }
    const settings = (trustedProxies: number, logCertHeader?: string) => ({ config: { publicUrl: '', trustedProxies, logCertHeader } })
    assert.deepEqual(shownBy(settings(1, 'x-client-cert'), headers, '10.0.0.1'), { bearer: ownNumber, certificate: fingerprint, address: '203.0.113.9' })
    for (const config of [settings(0, 'x-client-cert'), settings(1)]) assert.equal(shownBy(config, headers, '10.0.0.1').certificate, undefined)
    assert.throws(() => readConfig({ LOG_CERT_HEADER: 'X-Client-Cert' }), BadSetting)
    assert.equal(readConfig({ LOG_CERT_HEADER: 'X-Client-Cert', TRUSTED_PROXIES: '1' }).logCertHeader, 'x-client-cert')
  })

  test('a certificate is read as proxies write it', () => {
    const pem = ownCertificate('balie.example').cert
    const own = readFingerprint(pem) ?? assert.fail('a PEM is a certificate')
    const bare = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
    for (const form of [encodeURIComponent(pem), pem.replaceAll('\n', ' '), pem.replaceAll('\n', '\t'), bare, encodeURIComponent(bare), own, own.toUpperCase().replace(/(..)(?=.)/g, '$1:')]) assert.equal(readFingerprint(form), own)
    for (const wrong of ['', 'geen', own.slice(0, 40), `${own} ${own}`, `${pem}${pem}`, '%E0%A4%A', 'A'.repeat(30_000), bare.slice(0, -8)]) assert.equal(readFingerprint(wrong), undefined, wrong.slice(0, 40))
    assert.equal(credentialHash({ bearer: 'wbl_abcdefgh', certificate: undefined }), undefined)
  })

  test('networks that the organisation allows hold for sources too', async () => {
    const { bearer } = await token(theirs, await source(theirs, 'Van binnen'))
    await theirs.scoped(({ tx, organisation }) => sql`insert into allowed_network (organisation_id, id, network, note) values (${organisation.id}, gen_random_uuid(), '198.51.100.0/24', '')`.execute(tx))
    assert.ok(await asked(bearer, undefined, '198.51.100.20'))
    for (let knock = 0; knock < 3; knock++) await assert.rejects(() => asked(bearer, undefined, '192.0.2.7'), { name: 'NotAllowed' })
    const noted = await theirs.scoped(({ tx, organisation }) => tx.selectFrom('sign_in_event').select('ip').where('organisation_id', '=', organisation.id).where('what', '=', 'network_refused').execute())
    assert.deepEqual(noted, [{ ip: '192.0.2.7' }], 'written down once a minute')
  })

  test('from the empty page to the first record and its end, as people do it', async () => {
    const fresh = await tenant()
    const visitor = await fresh.person('Piet Privacy', 'privacy_officer')
    const list = `/${fresh.slug}/logboek/bronnen`
    assert.match(await textOf(visitor.get(list)), /Nog geen toepassing logt/)
    const refused = await visitor.post(`${list}/nieuw`, { name: '', silentAfterDays: 'vaak', systemId: 'x', caretakerId: '' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /Geef de bron een naam[\s\S]*Dit systeem bestaat niet[\s\S]*heel aantal dagen/)
    const added = await visitor.post(`${list}/nieuw`, { name: 'Zaaksysteem', description: 'Openen van zaken', systemId: '', caretakerId: visitor.personId, silentAfterDays: '3' })
    const form = added.headers.get('location') ?? ''
    assert.match(form, /\/logboek\/bronnen\/[0-9a-f-]{36}\/token$/)
    assert.match(await textOf(visitor.post(form, { note: '', expiresOn: day(800) })), /hoogstens twee jaar/)
    const made = await textOf(visitor.post(form, { note: 'productie', expiresOn: day(90) }))
    const bearer = /wbl_[a-z0-9]{8}_[\w-]{43}/.exec(made)?.[0] ?? assert.fail(made.slice(-800))
    assert.ok(made.includes(`OTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer%20${bearer}`))
    const page = form.replace(/\/token$/, '')
    const before = await textOf(visitor.get(page))
    assert.ok(before.includes(bearer.slice(0, 12)) && !before.includes(bearer.slice(13)), 'shown once')
    assert.match(before, /Nog niets gestuurd/)

    const record = sentRecord()
    const sent = await house.send('/log/v1/records', JSON.stringify([record]), { authorization: `Bearer ${bearer}` })
    assert.deepEqual(sent.json(), { accepted: 1, duplicates: 0, rejected: [] })
    const action = { actieId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', actieNaam: 'Opvragen', verwerkingId: '48086bf2-11b7-4603-9526-67d7c3bb6587', verwerkingsactiviteitUrl: 'https://var.example/1', tijdstip: new Date().toISOString(), vertrouwelijkheid: 'vertrouwelijk', verwerkteObjecten: ['999990019', '999990020'].map((objectId) => ({ objecttype: 'persoon', soortObjectId: 'BSN', objectId })) }
    for (const duplicates of [0, 3]) {
      const vng = await house.send('/log/v1/verwerkingsacties', JSON.stringify(action), { authorization: `Bearer ${bearer}` })
      assert.deepEqual(vng.json(), { accepted: 3, duplicates, rejected: [] })
    }
    const { type, id } = subjectName('BSN', '999990020')
    const found = await fresh.scoped((scope) => findRecords(scope, { subjects: logPseudonyms(fresh.organisation.logKeys, type, id) }))
    assert.deepEqual(found.records.map(({ name, isSecret }) => [name, isSecret]), [['Opvragen', true]])
    await house.restart()
    assert.match(await textOf(visitor.get(page)), /4 vandaag, 4 in totaal/)
    assert.match(await textOf(visitor.get(list)), /Zaaksysteem[\s\S]*Stuurt[\s\S]*Piet Privacy/)

    const stale = await visitor.post(`${page}/wijzigen`, { name: 'Zaak', description: '', systemId: '', caretakerId: '', silentAfterDays: '', revision: '7' })
    assert.match(await stale.text(), /intussen gewijzigd[\s\S]*value="Zaak"/)
    assert.equal((await visitor.post(`${page}/wijzigen`, { name: 'Zaaksysteem 2', description: 'Openen van zaken', systemId: '', caretakerId: visitor.personId, silentAfterDays: '5', revision: '1' })).status, 303)
    const credential = /toegang\/([0-9a-f-]{36})\/intrekken/.exec(await textOf(visitor.get(page)))?.[1] ?? assert.fail('no button to revoke')
    assert.equal((await visitor.post(`${page}/toegang/${credential}/intrekken`, {})).status, 303)
    assert.equal((await house.send('/log/v1/records', JSON.stringify([record]), { authorization: `Bearer ${bearer}` })).status, 401)
    assert.match(await textOf(visitor.get(page)), /kan niet binnenkomen/)
    assert.match(await textOf(visitor.get(`${page}/beeindigen`)), /Zaaksysteem 2 beëindigen/)
    assert.equal((await visitor.post(`${page}/beeindigen`, {})).status, 303)
    const ended = await textOf(visitor.get(page))
    assert.match(ended, /Deze bron is beëindigd/)
    for (const happened of ['Toegevoegd', 'Gewijzigd', 'Token gemaakt', 'Token ingetrokken', 'Beëindigd']) assert.ok(ended.includes(happened), happened)
    assert.ok(!ended.includes('/intrekken"') && !ended.includes('aansluiten'))
  })

  test('who manages, who reads, and who sees nothing of it (H-27)', async () => {
    const id = await source(mine, 'Rechten')
    for (const [role, reads, manages] of [['administrator', 200, 200], ['privacy_officer', 200, 200], ['ciso', 200, 200], ['dpo', 200, 403], ['auditor', 200, 403], ['iso', 403, 403], ['process_owner', 403, 403], ['employee', 403, 403]] as const) {
      const visitor = await mine.person(`Collega ${role}`, { role, ...(role === 'process_owner' ? { departmentId: mine.departments.burgerzaken } : {}) })
      const status = async (path: string) => (await visitor.get(at(path))).status
      assert.deepEqual([await status(''), await status(`/${id}`), await status('/nieuw'), await status(`/${id}/wijzigen`), await status(`/${id}/token`), await status(`/${id}/beeindigen`)], [reads, reads, manages, manages, manages, manages], role)
      if (manages === 403) for (const path of ['/nieuw', `/${id}/wijzigen`, `/${id}/token`, `/${id}/certificaat`, `/${id}/beeindigen`]) assert.equal((await visitor.post(at(path), { name: 'X' })).status, 403, `${role} ${path}`)
    }
    const stranger = await theirs.person('Ander', 'administrator')
    await theirs.scoped(({ tx }) => sql`delete from allowed_network`.execute(tx))
    for (const path of [`/${id}`, `/${id}/wijzigen`, `/${id}/token`]) assert.equal((await stranger.get(`/${theirs.slug}/logboek/bronnen${path}`)).status, 404)
  })

  test('silence is counted from the last record, or from the beginning', async () => {
    const now = new Date('2026-11-20T12:00:00Z')
    const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
    const cases: readonly [number | null, number | null, boolean, number | null][] = [[1, 3, false, null], [3, 3, false, 3], [10, 3, false, 10], [null, 3, false, 20], [10, null, false, null], [10, 3, true, null]]
    for (const [last, silentAfterDays, isEnded, expected] of cases) {
      assert.equal(silentDays({ lastAt: last === null ? null : before(last), createdAt: before(20), silentAfterDays, endedAt: isEnded ? now : null }, now), expected)
    }
    const id = await inScope(house.house.database, { organisation: mine.organisation, actor: { kind: 'system', task: 'test' }, now: before(5) }, (scope) => addSource(scope, { ...input, name: 'Stil' }))
    const stored = await mine.scoped((scope) => findSource(scope, id), now)
    assert.equal(silentDays(stored, now), 5)
  })
})
