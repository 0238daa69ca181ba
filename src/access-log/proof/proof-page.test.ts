import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { newId } from '../../ground/ids.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { carryCrossings } from '../../case-kit/forwarding/crossing-jobs.ts'
import { insertTie } from '../../case-kit/forwarding/ties.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import type { JobPlace } from '../../people/job-scope.ts'
import { carryChecks } from './proof-jobs.ts'
import { checkFile } from './check-file.ts'
import { checkOrganisation } from './check-organisation.ts'
import { publishDaily } from './publication.ts'
import { readPublished } from './published-lines.ts'
import { sealOrganisation } from './sealer.ts'

describe('page of the proof of the access log (N-39)', () => {
  let house: Tenant
  let folder: string
  const placeOf = ({ organisation }: Tenant): JobPlace => ({ organisation, actor: { kind: 'system', task: 'test' } })
  const jobs = async () => {
    const { deps } = await product()
    return { database: deps.database, master: deps.masterKey, clock: () => new Date(), config: { checkpointsFolder: folder } }
  }
  const log = (where: Tenant) => where.scoped((scope) => writeBatch(scope, 'own', [{
    traceId: Buffer.alloc(16, newId()), spanId: Buffer.alloc(8, 7), parentSpanId: null, status: 'Ok', name: 'Dossier geopend', startedAt: scope.now.getTime(), endedAt: scope.now.getTime(),
    activity: 'urn:uuid:1', actor: null, subject: null, subjectType: null, isSecret: false, details: null,
  }]))

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'proof-'))
    house = await tenant()
    await log(house)
    await sealOrganisation(await jobs(), placeOf(house))
    await log(house)
  })
  after(() => rmSync(folder, { recursive: true }))

  test('N-39: the auditor sees how far it is sealed, has it checked, and takes it along; an employee doesn’t', async () => {
    const auditor = await house.person('A. Uditor', 'auditor')
    const page = `/${house.slug}/logboek/bewijs`
    assert.match(await (await auditor.get(page)).text(), /Verzegeld tot .*Nog \d+ regels? te verzegelen/s)
    assert.match(await (await auditor.post(`${page}/controle`, { from: 'gisteren', until: '' })).text(), /Vul een dag in/)
    assert.equal((await auditor.post(`${page}/controle`, { from: '', until: '' })).status, 303)
    assert.match(await (await auditor.post(`${page}/controle`, { from: '', until: '' })).text(), /Er loopt al een controle/)
    assert.deepEqual(await (await auditor.get(`${page}/voortgang.json`)).json().then(({ done }) => done), false)
    await carryChecks(await jobs(), placeOf(house))
    const shown = await (await auditor.get(page)).text()
    assert.match(shown, /Klopt.*Nagerekend: 1 regel in 1 verzegeling /s)
    assert.match(shown, /A\. Uditor/)
    await sealOrganisation(await jobs(), placeOf(house))
    const taken = await auditor.get(`${page}/export?format=ndjson`)
    assert.match(taken.headers.get('content-disposition') ?? '', /\.ndjson"/)
    const file = join(folder, 'taken.ndjson')
    writeFileSync(file, await taken.text())
    assert.equal((await checkFile(file)).fault, null)
    assert.match(await (await auditor.get(`${page}/export?format=csv`)).text(), /Logboek geëxporteerd|Dossier geopend/)
    assert.equal((await auditor.get(`${page}/export?format=csv&export_from=morgen`)).status, 400)
    assert.equal((await auditor.post(`${page}/publicatie`, { mail: 'x@y.example', organisation: '' })).status, 403)
    const employee = await house.person('E. Mployee', 'employee')
    assert.equal((await employee.get(page)).status, 403)
    assert.equal((await employee.get(`${page}/export?format=ndjson`)).status, 403)
  })

  test('N-39: checkpoints go by mail and to another organisation, which can tell that the log was cut off', async () => {
    const other = await tenant()
    const reference = newId()
    const participantId = newId()
    await other.scoped(({ tx, organisation }) => tx.insertInto('participant').values({ organisation_id: organisation.id, id: participantId, name: 'Duinrade', kind: 'municipality' }).execute())
    await house.scoped((scope) => insertTie(scope, { reference, side: 'served', participantId: null, otherSlug: other.slug, otherName: 'Ander', state: 'agreed' }))
    await other.scoped((scope) => insertTie(scope, { reference, side: 'serves', participantId, otherSlug: house.slug, otherName: 'Duinrade', state: 'agreed' }))
    const officer = await house.person('P. Officer', 'privacy_officer')
    const page = `/${house.slug}/logboek/bewijs`
    assert.match(await (await officer.post(`${page}/publicatie`, { mail: 'geen adres', organisation: 'elders' })).text(), /geen geldig e-mailadres.*Kies een organisatie/s)
    assert.equal((await officer.post(`${page}/publicatie`, { mail: 'toezicht@elders.example', organisation: other.slug })).status, 303)
    await house.scoped(publishDaily)
    const mails = await house.scoped(({ tx, organisation }) => tx.selectFrom('mail_message').select('kind').where('organisation_id', '=', organisation.id).where('once_key', 'like', 'log-checkpoint:%').execute())
    assert.equal(mails.length, 1)
    assert.equal(await carryCrossings(await jobs(), placeOf(house)), 1)
    const dpo = await other.person('F. Ge', 'dpo')
    const kept = await (await dpo.get(`/${other.slug}/logboek/bewijs`)).text()
    assert.match(kept, /Duinrade.*Een reeks/s)
    const lines = await (await dpo.get(/href="([^"]*van-anderen[^"]*)"/.exec(kept)![1]!)).text()
    const file = join(folder, 'kept-by-other.txt')
    writeFileSync(file, lines)
    const published = await readPublished(file, house.organisation.id)
    const outcome = await checkOrganisation(await jobs(), placeOf(house), { published })
    assert.deepEqual([outcome.fault, outcome.compared], [null, 1])
    // As if the log had never come so far.
    const later = new Map([...published].map(([sequence, some]) => [sequence + 1_000, some]))
    assert.equal((await checkOrganisation(await jobs(), placeOf(house), { published: later })).fault?.kind, 'published_cut_off')
  })
})
