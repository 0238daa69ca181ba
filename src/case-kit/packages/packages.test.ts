// Answer packages through the front door: made by the job, fetched by link and code, counted, limited, ended and destroyed; and a crash between making and keeping leaves nothing loose.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { unzipped } from '../../../test/support/office-files.ts'
import { activitiesOf, caseRegister, openCase, visitor } from '../../../test/support/case-pages.tsx'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { dropReceived, keepFile, receiveFile } from '../../ground/files.ts'
import { openContent } from '../../people/mail.ts'
import { type JobHouse, jobPlace, type JobPlace } from '../../people/job-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { checkTask } from '../collection/checking.ts'
import { addTaskFile } from '../collection/task-files.ts'
import { actOnTask, ask } from '../collection/tasks.ts'
import { makePackages } from './make-package.ts'
import { packagesForOutside, pathOfPackage } from './outside-packages.ts'
import { destroyEnded, readPackages } from './packages.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

describe('an answer package (H-28, H-35, N-20, P-20)', () => {
  let house: Tenant
  let officer: Awaited<ReturnType<typeof visitor>>
  let signIn: () => Promise<void>
  let jobs: JobHouse
  let place: JobPlace
  let [caseId, personId, taskId] = ['', '', '']
  const base = () => `/${house.slug}/systemen/${caseId}/pakket`
  const packages = () => house.scoped((scope) => readPackages(scope, caseRegister.key, caseId))
  const clock = async (moment: string | undefined) => (await product()).setClock(moment)
  const order = async (fields: Record<string, string> = {}) => {
    const response = await officer.post(base(), fields)
    assert.equal(response.status, 303, plain(await response.text()).slice(0, 1500))
    await makePackages(jobs, place)
    return (await packages())[0]!
  }
  const door = (id: string) => pathOfPackage({ organisation: house.organisation }, id)

  before(async () => {
    const { deps, database, masterKey } = await product()
    house = await tenant()
    await clock('2026-11-02T10:00:00Z')
    const petra = await house.person('Petra Privacy', { role: 'privacy_officer', validFrom: '2026-01-01' })
    personId = petra.personId
    signIn = async () => { officer = await visitor(petra) }
    await signIn()
    jobs = { database, master: masterKey, clock: deps.clock! }
    place = await jobPlace(jobs, house.organisation.id, { kind: 'system', task: 'test' })
    caseId = await openCase(house, personId)
    activitiesOf.set(caseId, [await house.scoped((scope) => createEntry(scope, processingActivities, {
      ...emptyInput(processingActivities.fields), name: 'Leerlingenvervoer', purposes: [{ purpose: 'Vervoer regelen', kind: 'main', compatibility: null }], data_categories: ['name'], legal_bases: [{ basis: 'contract', law: null, article: null, explanation: null }],
      automated_decisions: false, sources: ['data-subject'],
    }))])
    const at = { database, organisation: house.organisation }
    const received = [await receiveFile(at, deps.clock!(), stream(pdf), 'dossier.pdf'), await receiveFile(at, deps.clock!(), stream(pdf), 'van-een-ander.pdf')]
    taskId = (await house.scoped(async (scope) => {
      const task = await ask(scope, { register: caseRegister.key, entryId: caseId, party: 'department', aboutId: house.departments.burgerzaken, aboutName: 'Burgerzaken', personId, contactEmail: null, language: 'nl', asked: { question: 'Alles', finders: [], number: null }, periodFrom: null, periodUntil: null, dueOn: '2026-11-09' })
      for (const file of received) await addTaskFile(scope, task.id, file)
      await actOnTask(scope, task, 'deliver', { answer: { note: 'Alleen voor collega’s', data: 'Schoolpas: =77' } })
      return task
    }, deps.clock!())).id
  })

  test('isn’t made before what was delivered was checked, and the page says what the register lacks', async () => {
    const page = plain(await (await officer.get(base())).text())
    assert.match(page, /Kijk eerst na: Burgerzaken/)
    assert.match(page, /Leerlingenvervoer: Hoe lang wij de gegevens bewaren/)
    const early = await officer.post(base(), { kind: 'access' })
    assert.equal(early.status, 409)
    assert.match(await early.text(), /art\. 15 lid 4 AVG/)
    assert.deepEqual(await packages(), [])
    await house.scoped(async (scope) => {
      const given = await scope.tx.selectFrom('collection_file').select('id').where('organisation_id', '=', scope.organisation.id).where('task_id', '=', taskId).where('name', '=', 'dossier.pdf').executeTakeFirstOrThrow()
      await checkTask(scope, taskId, { others: 'withheld', given: [given.id], isPortable: true })
    }, new Date('2026-11-02T10:30:00Z'))
  })

  test('holds an overview, JSON, CSV and the files that were checked; it is sealed, and the person gets at it by link and code', async () => {
    const made = await order({ kind: 'access', language: 'nl' })
    assert.deepEqual([made.state, made.done, made.downloads], ['ready', made.parts, 0])
    const stored = await house.scoped(({ tx, organisation }) => tx.selectFrom('stored_file_piece').select('bytes').where('organisation_id', '=', organisation.id).where('file_id', '=', made.fileId!).execute())
    assert.ok(stored.every(({ bytes }) => !bytes.includes('PK\x03\x04')), 'sealed at rest')
    const citizen = await visitor()
    const asked = await citizen.get(door(made.id))
    assert.equal(asked.status, 200)
    assert.doesNotMatch(await asked.text(), /Noa|Burgerzaken|systemen/)
    const fetched = await citizen.post(door(made.id), { code: made.code!.toUpperCase().replace('-', ' ') })
    assert.equal(fetched.headers.get('content-type'), 'application/zip')
    assert.match(fetched.headers.get('content-security-policy') ?? '', /sandbox/)
    const parts = await unzipped(Buffer.from(await fetched.arrayBuffer()))
    assert.deepEqual([...parts.keys()], ['overzicht.pdf', 'gegevens.json', 'gegevens.csv', 'bestanden/dossier.pdf'])
    assert.ok(parts.get('overzicht.pdf')!.subarray(0, 5).equals(Buffer.from('%PDF-')))
    assert.ok(parts.get('bestanden/dossier.pdf')!.equals(pdf))
    const json = JSON.parse(parts.get('gegevens.json')!.toString('utf8')) as { processingActivities: { facts: { about: string }[] }[]; sources: { data: unknown[]; partsLeftOut: boolean }[] }
    assert.deepEqual(json.processingActivities[0]!.facts.map(({ about }) => about), ['purposes', 'categories', 'recipients', 'source', 'automated'])
    assert.deepEqual(json.sources.map(({ data, partsLeftOut }) => [data, partsLeftOut]), [[[{ name: 'Schoolpas', value: '=77' }], true]])
    assert.match(parts.get('gegevens.csv')!.toString('utf8'), /Schoolpas;"?'=77/)
    assert.doesNotMatch([...parts.values()].map(String).join(), /Alleen voor collega/)
    assert.equal((await packages())[0]!.downloads, 1)
    assert.match(plain(await (await officer.get(`${base()}/${made.id}`)).text()), /Opgehaald 2 nov 2026, 11:00/)
  })

  test('a guessed code is limited, a guessed link leads nowhere, and the last download is the last', async () => {
    const made = await order({ kind: 'access', downloads: '1' })
    const citizen = await visitor()
    for (const wrong of [door(made.id).replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')), `/openbaar/${house.slug}/pakket/${made.id}`]) assert.equal((await citizen.get(wrong)).status, 404)
    const guesses: number[] = []
    for (let guess = 0; guess < 6; guess++) guesses.push((await citizen.post(door(made.id), { code: `aaaa-aaa${guess + 2}` })).status)
    assert.deepEqual(guesses, [400, 400, 400, 400, 400, 429])
    assert.equal((await citizen.post(door(made.id), { code: made.code! })).status, 429, 'the right code has to wait too')
    await clock('2026-11-02T10:20:00Z')
    const both = await Promise.all([citizen.post(door(made.id), { code: made.code! }), citizen.post(door(made.id), { code: made.code! })])
    // The second finds nothing any more, or must wait as a guess beside a guess would: that depends on which is further.
    const [first, second] = both.map(({ status }) => status).toSorted((one, other) => one - other)
    assert.ok(first === 200 && (second === 404 || second === 429), `${first} ${second}`)
    assert.equal((await citizen.get(door(made.id))).status, 404)
  })

  test('the status page names it; the mail with the link has no code and no name', async () => {
    const made = await order({ kind: 'access' })
    const shown = await house.scoped((scope) => packagesForOutside(scope, caseRegister, caseId), new Date('2026-11-02T10:30:00Z'))
    assert.ok(shown.some(({ id, path, downloadsLeft }) => id === made.id && path === door(made.id) && downloadsLeft === 5))
    assert.equal((await officer.post(`${base()}/${made.id}/mailen`, {})).status, 303)
    const words = await house.scoped(async ({ tx, organisation }) => {
      const row = await tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', organisation.id).where('kind', '=', 'letter').executeTakeFirstOrThrow()
      return JSON.stringify(openContent(house.organisation, row.id, row.content!))
    })
    assert.ok(words.includes(door(made.id)))
    assert.ok(!words.includes(made.code!) && !/Noa/.test(words))
  })

  test('what goes along is only what the person gave, to another organisation only with recorded written consent (H-35, P-20)', async () => {
    assert.equal((await officer.post(base(), { kind: 'portability', to_name: 'Andere gemeente' })).status, 400)
    assert.equal((await officer.post(base(), { kind: 'access', to_name: 'Andere gemeente', consent_on: '01-11-2026', consent_note: 'brief' })).status, 400)
    const made = await order({ kind: 'portability', to_name: 'Andere gemeente', consent_on: '01-11-2026', consent_note: 'Brief van 1 november' })
    assert.deepEqual([made.kind, made.toName, made.consentOn], ['portability', 'Andere gemeente', '2026-11-01'])
    const history = await house.scoped(({ tx, organisation }) => tx.selectFrom('history_event').select('note').where('organisation_id', '=', organisation.id).where('verb', '=', 'package_order_to').executeTakeFirstOrThrow())
    assert.match(history.note ?? '', /Andere gemeente, 2026-11-01, Brief van 1 november/)
    assert.ok(!(await house.scoped((scope) => packagesForOutside(scope, caseRegister, caseId), new Date('2026-11-02T10:30:00Z'))).some(({ id }) => id === made.id), 'not for the person’s own page')
  })

  test('killed between making and keeping: the file is swept, the row is taken up again, and there is one package', async () => {
    assert.equal((await officer.post(base(), { kind: 'access' })).status, 303)
    const waiting = (await packages())[0]!
    // As it stands when the process dies after the bytes and before the row: claimed, with a file that belongs to nothing.
    await house.scoped(({ tx, organisation }) => tx.updateTable('answer_package').set({ state: 'making', attempts: 1, next_attempt_at: new Date('2026-11-02T10:36:00Z') }).where('organisation_id', '=', organisation.id).where('id', '=', waiting.id).execute())
    const loose = await receiveFile({ database: jobs.database, organisation: house.organisation }, new Date('2026-11-02T10:21:00Z'), stream(pdf), 'half.pdf')
    assert.equal(await makePackages(jobs, place), 0, 'its lease is still good')
    await clock('2026-11-02T10:40:00Z')
    assert.equal(await makePackages(jobs, place), 1)
    assert.deepEqual([(await packages())[0]!.state, (await packages()).filter(({ id }) => id === waiting.id).length], ['ready', 1])
    await dropReceived({ database: jobs.database, organisation: house.organisation }, loose.id)
    await assert.rejects(house.scoped((scope) => keepFile(scope, loose.id)))
  })

  test('once its day has passed it can’t be fetched, and the job destroys it with every byte; renewed it has another link and code', async () => {
    const made = await order({ kind: 'access', days: '10' })
    assert.equal((await officer.post(`${base()}/${made.id}/vernieuwen`, {})).status, 303)
    await makePackages(jobs, place)
    const [renewed, old] = (await packages()).filter(({ id }) => id >= made.id)
    assert.deepEqual([old!.state, renewed!.state, renewed!.code === made.code], ['destroyed', 'ready', false])
    const citizen = await visitor()
    assert.equal((await citizen.get(door(made.id))).status, 404)
    await clock('2026-12-03T00:30:00Z')
    assert.equal((await citizen.get(door(renewed!.id))).status, 404, 'before the job came by')
    assert.equal((await citizen.post(door(renewed!.id), { code: renewed!.code! })).status, 404)
    const count = await house.scoped((scope) => destroyEnded(scope), new Date('2026-12-03T00:30:00Z'))
    assert.ok(count >= 5)
    assert.equal(await house.scoped((scope) => destroyEnded(scope), new Date('2026-12-03T00:30:00Z')), 0)
    const left = await house.scoped(({ tx, organisation }) => tx.selectFrom('stored_file').select('id').where('organisation_id', '=', organisation.id).execute())
    assert.equal(left.length, 2, 'only what was delivered is left')
    assert.ok((await packages()).every(({ state, code, fileId }) => state === 'destroyed' && code === null && fileId === null))
    await signIn()
    assert.match(plain(await (await officer.get(`${base()}/${renewed!.id}`)).text()), /Vernietigd/)
    await clock(undefined)
  })
})

async function* stream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
