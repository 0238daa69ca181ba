// Policy profiles: from a draft to a version in force through the front door, by four eyes; and what that does to work that runs and work that begins.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { product } from '../../../test/support/product.ts'
import { publicUrl } from '../../../test/support/people.ts'
import { plain, type Visitor } from '../../../test/support/register-visitor.ts'
import { type Story, storyOf } from '../../../test/support/register-story.ts'
import { visitorOf } from '../../../test/support/register-visitor.ts'
import { dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { codeOf } from '../../ground/postgres-roles.ts'
import { profileInForce } from '../../policy/in-force.ts'
import { loadProfiles, parameter } from '../../policy/profiles.ts'
import { readProfile } from '../../policy/read-profile.ts'
import { knownToProfiles } from '../../tied-rooms.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { questions } from '../questions/register.ts'
import { systems } from '../systems/register.ts'
import { profileFile } from './yaml-file.ts'

const [heemstede] = loadProfiles()

describe('a profile as a file', () => {
  for (const profile of loadProfiles()) {
    it(`${profile.key} comes back as it went`, () => assert.deepEqual(readProfile(`${profile.key}.yaml`, profileFile(profile), knownToProfiles), { profile, faults: [] }))
  }
})

describe('the policy profile of an organisation (H-07, H-27, P-13, P-15)', () => {
  let story: Story
  let administrator: Visitor
  let employee: Visitor
  const today = dayOf(new Date())
  const versions = () => story.house.scoped((scope) => scope.tx.selectFrom('policy_profile_version').select(['number', 'valid_from', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('number').execute())
  const revision = async () => (await story.house.scoped((scope) => scope.tx.selectFrom('policy_profile_draft').select('revision').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())).revision
  const inForce = (at?: Date) => story.house.scoped((scope) => profileInForce(scope), at)
  const send = async (who: Visitor, path: string, fields: Record<string, string | readonly string[]> = {}) => {
    const response = await who.send(`/beleidsprofiel${path}`, fields)
    return { status: response.status, text: plain(await response.text()) }
  }
  const upload = async (who: Visitor, text: string) => {
    const form = new FormData()
    form.set('revision', String(await revision()))
    form.set('file', new File([text], 'mijn-profiel.yaml'))
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const { app } = await product()
    const response = await app.request(`${publicUrl}/${story.house.slug}/beleidsprofiel/concept/bestand`, { method: 'POST', body: form, headers: { cookie, origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } },
      { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
    return { status: response.status, text: plain(await response.text()) }
  }
  const normForm = (id: string, more: Record<string, string | readonly string[]> = {}) => {
    const norm = heemstede!.norms.find((one) => one.id === id)!
    return { text: norm.text, role: norm.role, also: [...norm.also ?? []], evidence: 'keep', conflicts: norm.conflicts ?? '', note: norm.note ?? '', ...more }
  }
  const ask = (title: string) => story.house.scoped((scope) => createEntry(scope, questions, { ...emptyInput(questions.fields), title, question: 'Mag dit?' }))
  const term = async (id: string) => story.house.scoped((scope) => scope.tx.selectFrom('deadline').select(['duration', 'clock', 'policy_version', 'policy_version_id']).where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).executeTakeFirstOrThrow())
  const system = (name: string) => story.house.scoped(async (scope) => {
    const id = await createEntry(scope, systems, { ...emptyInput(systems.fields), name })
    return (await scope.tx.selectFrom('information_system').select('review_due_on').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirstOrThrow()).review_due_on
  })
  let before1: { question: string; review: string | null }

  before(async () => {
    story = await storyOf()
    administrator = await visitorOf(story.house, 'Aad Beheer', ['administrator'])
    employee = await visitorOf(story.house, 'Wim Werkt', ['employee'])
    before1 = { question: await ask('Eerste vraag'), review: await system('Eerste systeem') }
  })

  it('is the shipped one at first, with the ceilings of the law beside its terms, for everybody to read', async () => {
    assert.deepEqual({ ...await inForce(), profile: undefined }, { profile: undefined, versionId: null, version: '2026-2029' })
    const page = plain(await employee.page('/beleidsprofiel'))
    assert.match(page, /Beslissen op een verzoek 1 maand 1 maand \(art\. 12 lid 3 AVG\) H-27/)
    assert.match(page, /Uw organisatie volgt het profiel zoals het is meegeleverd/)
    assert.match(page, /H-03[\s\S]*Strijdig met de wet/)
    assert.equal((await send(employee, '/concept', { van: 'huidig' })).status, 403)
  })

  it('stands beside another profile, by principle where they share no norm', async () => {
    const page = plain(await employee.page('/beleidsprofiel/vergelijken?van=huidig&naar=ipmarketing-2018'))
    assert.match(page, /geen norm gemeen/)
    assert.match(page, /P-15: Volgens het beleid/)
    assert.equal((await employee.get(`/${story.house.slug}/beleidsprofiel/vergelijken?van=huidig&naar=bestaat-niet`)).status, 404)
  })

  it('is changed in a draft, where each form says what is wrong at its field and nothing is kept of it', async () => {
    assert.equal((await send(story.dpo, '/concept', { van: 'huidig' })).status, 303)
    assert.match((await send(story.officer, '/concept', { van: 'huidig' })).text, /Er is al een concept/)
    const change = async (id: string, more: Record<string, string | readonly string[]>) => send(story.dpo, `/concept/normen/${id}`, { ...normForm(id, more), revision: String(await revision()) })
    assert.match((await change('H-27', { 'decide_within.amount': '6', 'decide_within.unit': 'W', 'extend_by_max.amount': '2', 'extend_by_max.unit': 'M' })).text, /P6W is langer dan de wet toelaat: hoogstens P1M \(art\. 12 lid 3 AVG\)/)
    assert.match((await change('H-07', { 'review_every.amount': 'een jaar', 'review_every.unit': 'Y' })).text, /Dit is geen duur/)
    assert.match((await change('H-06', { role: 'koning' })).text, /Kies een van/)
    assert.match((await change('H-06', { text: 'Kort.' })).text, /te kort/)
    assert.match((await change('H-06', { evidence: 'own', evidence_text: 'kind: findings\nin: [{register: dromen, rules: [x]}]' })).text, /Het register “dromen” bestaat niet/)
    assert.match((await change('H-06', { evidence: 'own', evidence_text: 'kind: !!binary manual' })).text, /Regel 1: Labels/)
    assert.match((await change('H-03', { conflicts: '' })).text, /Norm H-03 botst met de wet/)
    assert.match((await send(story.dpo, '/concept/normen/H-06', { ...normForm('H-06'), revision: '99' })).text, /Iemand anders heeft dit intussen gewijzigd/)
    assert.equal((await send(story.dpo, '/concept/normen/Z-99', normForm('H-06'))).status, 404)
    assert.deepEqual(await story.house.scoped(async (scope) => (await scope.tx.selectFrom('policy_profile_draft').select('revision').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow()).revision), 1)
    assert.equal((await change('H-07', { 'review_every.amount': '6', 'review_every.unit': 'M', role: 'process_owner', evidence: 'manual', 'valid_for.amount': '2', 'valid_for.unit': 'Y' })).status, 303)
    const draft = plain(await story.dpo.page('/beleidsprofiel/concept'))
    assert.match(draft, /Systemen: opnieuw nakijken 1 met 1 jaar 6 maanden/)
    assert.match(draft, /een verklaring die 2 jaar geldt/)
  })

  it('sent back as a file with faults tells every one with its line, and takes over nothing', async () => {
    const file = profileFile(heemstede!)
    const lineOf = (text: string) => file.split('\n').findIndex((line) => line.includes(text)) + 1
    const bad = file.replace('review_every: P1Y', 'review_every: jaarlijks').replace('id: H-02', 'id: H-01').replace(/(id: H-04[\s\S]*?)role: management/, '$1role: koning').replace('- key: "1"\n', '- key: "1"\n    within: "1.2"\n')
    const { status, text } = await upload(story.dpo, bad)
    assert.equal(status, 400)
    assert.match(text, /5 fouten in het bestand/)
    for (const wanted of [new RegExp(`${lineOf('review_every: P1Y')}:\\d+ parameters\\.review_every Dit is geen duur`), /norms\.1\.id De norm H-01 staat er twee keer/, /norms\.3\.role Kies een van/, /hangt via 1\.2 onder zichzelf/]) assert.match(text, wanted)
    assert.match((await upload(story.dpo, file.replace('  - id: H-02\n', '  - capability: POLICY\n'))).text, /Deze sleutel staat er twee keer/)
    assert.match((await upload(story.dpo, file.replace('adopted:\n', 'adopted: &a\n'))).text, /Verwijzingen/)
    assert.match((await upload(story.dpo, 'x'.repeat(300_000))).text, /te groot/)
    assert.equal(await revision(), 2)
    assert.equal((await upload(story.dpo, file.replaceAll('review_every: P1Y', 'review_every: P6M').replace('parameters:\n', 'parameters:\n  answer_within:\n    duration: P2D\n    clock: working\n'))).status, 303)
    assert.equal(await revision(), 3)
  })

  it('is adopted by somebody who wrote nothing of it, from a day that isn’t past; never changed afterwards', async () => {
    const adopt = async (who: Visitor, day: string) => send(who, '/concept/vaststellen', { valid_from: day, revision: String(await revision()) })
    assert.match((await adopt(administrator, today)).text, /nog niet voorgelegd/)
    assert.match((await send(story.dpo, '/concept/voorleggen', { note: '' })).text, /Schrijf kort op/)
    assert.equal((await send(story.dpo, '/concept/voorleggen', { note: 'Vaker nakijken.' })).status, 303)
    for (const who of [story.dpo, story.officer, employee]) assert.equal((await adopt(who, today)).status, 403)
    // Whoever manages may, whatever their roles; and finds it among their work.
    const manager = await visitorOf(story.house, 'Mia Manager', ['employee'])
    await story.house.scoped(async (scope) => {
      const id = newId()
      await scope.tx.insertInto('job_function').values({ organisation_id: scope.organisation.id, id, name: 'Afdelingshoofd', is_management: true }).execute()
      await scope.tx.updateTable('person').set({ job_function_id: id }).where('organisation_id', '=', scope.organisation.id).where('id', '=', manager.personId).execute()
    })
    assert.match((await adopt(manager, '2020-01-01')).text, /terugwerkende kracht/)
    assert.match(plain(await manager.page('/mijn-werk')), /Stel het beleidsprofiel vast/)
    assert.doesNotMatch(plain(await employee.page('/mijn-werk')), /Stel het beleidsprofiel vast/)
    const both = await visitorOf(story.house, 'Bea Beide', ['privacy_officer', 'administrator'])
    assert.equal((await send(both, '/concept/terugnemen')).status, 303)
    assert.equal((await send(both, '/concept/voorleggen', { note: 'Vaker nakijken.' })).status, 303)
    assert.match((await adopt(both, today)).text, /Iemand anders stelt het vast/)
    const page = plain(await administrator.page('/beleidsprofiel/concept/vaststellen'))
    assert.match(page, /Vragen: Antwoord 1 met 5 werkdagen 2 werkdagen/)
    assert.match(page, /Lopende zaken houden de termijn waarmee zij begonnen/)
    assert.match((await adopt(administrator, '2020-01-01')).text, /terugwerkende kracht/)
    assert.match((await adopt(administrator, 'morgen')).text, /Vul een datum in/)
    assert.deepEqual(await versions(), [])
    assert.equal((await adopt(administrator, today)).status, 303)
    assert.deepEqual((await versions()).map(({ number, valid_from: from }) => [number, from]), [[1, today]])
    const policy = await inForce()
    assert.deepEqual([policy?.version, policy && parameter(policy.profile, 'review_every')], ['1', 'P6M'])
    await assert.rejects(story.house.scoped((scope) => sql`update policy_profile_version set note = 'anders'`.execute(scope.tx)), (error) => codeOf(error) === '42501')
  })

  it('gives new cases its terms, and leaves those that run as they began', async () => {
    assert.deepEqual(await term(before1.question), { duration: 'P5D', clock: 'working', policy_version: '2026-2029', policy_version_id: null })
    const { id } = await story.house.scoped((scope) => scope.tx.selectFrom('policy_profile_version').select('id').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.deepEqual(await term(await ask('Tweede vraag')), { duration: 'P2D', clock: 'working', policy_version: '1', policy_version_id: id })
    const due = await system('Tweede systeem')
    assert.ok(due! < before1.review!, `${due} comes before ${before1.review}`)
    const first = await story.house.scoped((scope) => scope.tx.selectFrom('information_system').select('review_due_on').where('organisation_id', '=', scope.organisation.id).where('name', '=', 'Eerste systeem').executeTakeFirstOrThrow())
    assert.equal(first.review_due_on, before1.review)
  })

  it('holds until the next one begins; versions stand side by side, and none begins before an earlier one', async () => {
    const soon = new Date(Date.parse(today) + 10 * 86_400_000)
    const day = soon.toISOString().slice(0, 10)
    const adopt = async (valid_from: string) => send(administrator, '/concept/vaststellen', { valid_from, revision: String(await revision()) })
    const begin = async (from: string) => {
      assert.equal((await send(story.dpo, '/concept', { van: from })).status, 303)
      assert.equal((await send(story.dpo, '/concept/voorleggen', { note: 'Terug naar het oude.' })).status, 303)
    }
    await begin('gemeente-heemstede-2026')
    assert.equal((await adopt(day)).status, 303)
    assert.equal((await inForce())?.version, '1')
    assert.equal((await inForce(soon))?.version, '2')
    await begin('versie-1')
    assert.match((await adopt(today)).text, /Een eerdere versie begint pas op/)
    assert.equal((await send(story.dpo, '/concept/weggooien')).status, 303)
    const page = plain(await employee.page('/beleidsprofiel/vergelijken?van=versie-1&naar=versie-2'))
    assert.match(page, /Vraag of klacht beantwoorden gewijzigd 2 werkdagen/i)
    const overview = plain(await employee.page('/beleidsprofiel'))
    assert.match(overview, /Versie 1 geldt nu/)
    assert.match(overview, /Eigen versie 2 geldt vanaf/)
    assert.match(await employee.page('/beleidsprofiel/versie/versie-2/bestand'), /review_every: P1Y/)
  })

  it('isn’t put aside by choosing another shipped profile in the settings', async () => {
    const response = await administrator.send('/organisatie', { name: 'Gemeente Proef', revision: '1', profile: 'ict-nml', second_factor_required: 'no' })
    assert.equal(response.status, 400)
    assert.match(plain(await response.text()), /eigen versie van het beleidsprofiel/i)
  })
})
