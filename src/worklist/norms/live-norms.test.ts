// Live norms through the front door: for every kind of evidence a norm isn't met, is met once what it asks for was entered by its page, and isn't any more when that is gone.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { openJobs } from '../../ground/jobs.ts'
import { writeLocalMoment } from '../../page-kit/typed-dates.ts'
import { loadProfiles } from '../../policy/profiles.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { publicUrl } from '../../../test/support/people.ts'
import { product } from '../../../test/support/product.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { makeHouse } from '../../web.tsx'
import { snapshotQueue, workSnapshots } from './snapshot-jobs.ts'
import { lastSnapshot, takeSnapshot } from './snapshots.ts'

const like = { src: '1', article: 'art. 5 lid 2 AVG', principle: 'lawful_and_careful', role: 'dpo', capability: 'GOV', text: 'Een norm om mee te proeven of het klopt.' } as const
/** One norm for each kind of evidence, as an organisation may adopt them. */
const norms = [
  { id: 'Z-01', evidence: { kind: 'findings', in: [{ register: 'systems', rules: ['portable-unencrypted'] }] } },
  { id: 'Z-02', evidence: { kind: 'reviewed', register: 'systems', where: { kind: ['paper'] } } },
  { id: 'Z-03', evidence: { kind: 'closed_within_term', register: 'questions', deadline: 'answer' } },
  { id: 'Z-04', evidence: { kind: 'in_force', register: 'systems', where: { kind: ['spreadsheet'], is_source: [true] } } },
  { id: 'Z-05', evidence: { kind: 'recent', register: 'year-plans', field: 'judged_on', within: 'plan_every' } },
  { id: 'Z-06', evidence: { kind: 'roles_filled', roles: ['ciso'] } },
  { id: 'Z-07', evidence: { kind: 'setting', setting: 'allowed_networks' } },
  { id: 'Z-08', evidence: { kind: 'rule', rule: 'every-department-plans' } },
  { id: 'Z-09', evidence: { kind: 'manual', valid_for: 'P1Y' } },
  { id: 'Z-10', evidence: { kind: 'all', of: [{ kind: 'in_force', register: 'measures' }, { kind: 'manual', valid_for: 'P6M' }] } },
  { id: 'Z-12', evidence: { kind: 'findings', in: [{ register: 'systems', over: 'with_supplier', rules: ['supplier-missing', 'outside-eea'] }] } },
  { id: 'Z-11', evidence: { kind: 'findings', in: [{ register: 'systems', over: 'digital', rules: ['second-factor-missing'] }] }, conflicts: 'De wet zegt hier iets anders (art. 32 lid 1 AVG).' },
  { id: 'Z-13', evidence: { kind: 'closed_within_term', register: 'complaints', deadline: 'handling' } },
  { id: 'Z-14', evidence: { kind: 'findings', in: [{ register: 'complaints', over: 'complaints', rules: ['practice-unchanged', 'change-untold'] }] } },
  { id: 'Z-15', evidence: { kind: 'rule', rule: 'way-in-open', with: { register: 'breaches', door: 'employee' } } },
  { id: 'Z-16', evidence: { kind: 'findings', in: [{ register: 'breaches', over: 'suspected', rules: ['aware-missing'] }] } },
  { id: 'Z-17', evidence: { kind: 'findings', in: [{ register: 'requests', over: 'access', rules: ['receipt-missing'] }] } },
  { id: 'Z-18', evidence: { kind: 'rule', rule: 'letters-at-hand', with: { register: 'requests' } } },
].map((norm) => ({ ...like, ...norm }))

describe('each kind of evidence, through the pages (H-46, M-04, N-06, N-11)', () => {
  let story: Awaited<ReturnType<typeof storyOf>>
  let admin: Awaited<ReturnType<typeof visitorOf>>
  let base: string

  before(async () => {
    story = await storyOf()
    admin = await visitorOf(story.house, 'Bea Beheer', ['administrator'])
    base = `/${story.house.slug}`
    const profile = { ...loadProfiles()[0]!, sections: [], norms }
    await story.house.scoped(async (scope) => {
      await scope.tx.insertInto('policy_profile_version').values({
        organisation_id: scope.organisation.id, id: newId(), number: 1, based_on: profile.key, content: JSON.stringify(profile), proposed_at: scope.now, proposed_by: story.officer.personId, adopted_at: scope.now, adopted_by: story.dpo.personId, valid_from: '2020-01-01',
      }).execute()
    })
  })

  /** How a norm stands, as its page says. */
  async function stands(id: string): Promise<string> {
    const page = await story.dpo.page(`/normen/${id}`)
    return /<h1[^>]*>Norm [A-Z]-\d\d<\/h1>[\s\S]*?wb-badge--status">[\s\S]*?<\/svg>([^<]+)</.exec(page)?.[1] ?? plain(page).slice(0, 500)
  }
  const backdate = (table: string, column: string, id: string) => story.house.scoped(async (scope) => {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${new Date(scope.now.getTime() - 3 * 366 * 86_400_000)} where organisation_id = ${scope.organisation.id} and ${table === 'deadline' ? sql`entry_id` : sql`id`} = ${id}`.execute(scope.tx)
  })

  test('findings: over nothing it can’t be measured; a serious one, repaired, made again, removed', async () => {
    const { officer, change, step } = story
    const bare = { name: 'Laptops buitendienst', kind: 'unstructured', is_portable: 'yes' }
    assert.equal(await stands('Z-01'), 'Niet te meten')
    const id = await officer.make('systemen', bare)
    assert.equal(await stands('Z-01'), 'Niet voldaan')
    assert.match(await story.dpo.page('/normen/Z-01'), /href="[^"]*\/systemen\?bevinding=portable-unencrypted&(amp;)?status=active"/)
    await change(officer, 'systemen', id, { ...bare, is_encrypted: 'yes' })
    assert.equal(await stands('Z-01'), 'Voldaan')
    await change(officer, 'systemen', id, { ...bare, is_encrypted: 'no' })
    assert.equal(await stands('Z-01'), 'Niet voldaan')
    await step(officer, 'systemen', id, 'remove')
    assert.equal(await stands('Z-01'), 'Niet te meten')
  })

  test('findings over a kind of entries: an entry counts as soon as it is of that kind, and no longer than that', async () => {
    const { officer, change, step } = story
    const bare = { name: 'Rekenblad', kind: 'central', hosting: 'own' }
    const id = await officer.make('systemen', bare)
    assert.equal(await stands('Z-12'), 'Niet te meten')
    await change(officer, 'systemen', id, { ...bare, hosting: 'cloud' })
    assert.match(await stands('Z-12'), /^(Aandacht|Niet voldaan)$/)
    assert.match(plain(await story.dpo.page('/normen/Z-12')), /0 van 1 zonder bevinding/)
    await change(officer, 'systemen', id, bare)
    assert.equal(await stands('Z-12'), 'Niet te meten')
    await step(officer, 'systemen', id, 'remove')
  })

  test('reviewed: too late, reviewed, too late again; other kinds of entries don’t count', async () => {
    const { officer, step } = story
    const id = await officer.make('systemen', { name: 'Archiefkelder', kind: 'paper' })
    assert.equal(await stands('Z-02'), 'Voldaan')
    await backdate('information_system', 'review_due_on', id)
    assert.equal(await stands('Z-02'), 'Niet voldaan')
    await step(officer, 'systemen', id, 'review')
    assert.equal(await stands('Z-02'), 'Voldaan')
    await step(officer, 'systemen', id, 'end', { reason: 'Leeg.' })
    assert.equal(await stands('Z-02'), 'Niet te meten')
  })

  test('closed within term: a question late, put aside; one in time; and late again (P-13)', async () => {
    const { officer, step } = story
    assert.equal(await stands('Z-03'), 'Niet te meten')
    const late = await officer.make('vragen', { title: 'Mag dit?' })
    await backdate('deadline', 'due_at', late)
    assert.equal(await stands('Z-03'), 'Niet voldaan')
    await step(officer, 'vragen', late, 'close', { reason: 'Ingetrokken.' })
    const quick = await officer.make('vragen', { title: 'En dit?' })
    await step(officer, 'vragen', quick, 'reply', { answer: 'Ja.' })
    assert.equal(await stands('Z-03'), 'Voldaan')
    const other = await officer.make('vragen', { title: 'Of dit?' })
    await backdate('deadline', 'due_at', other)
    assert.equal(await stands('Z-03'), 'Niet voldaan')
  })

  test('in force: none, one of the kind that is asked, ended', async () => {
    const { officer, step } = story
    await officer.make('systemen', { name: 'Lijst zonder bron', kind: 'spreadsheet', is_source: 'no' })
    assert.equal(await stands('Z-04'), 'Niet voldaan')
    const id = await officer.make('systemen', { name: 'Lijst', kind: 'spreadsheet', is_source: 'yes' })
    assert.equal(await stands('Z-04'), 'Voldaan')
    await step(officer, 'systemen', id, 'end', { reason: 'Overgezet.' })
    assert.equal(await stands('Z-04'), 'Niet voldaan')
  })

  test('recent, and a rule of a room: year plans judged this year, for every department (N-11)', async () => {
    const { officer, change, house } = story
    assert.deepEqual([await stands('Z-05'), await stands('Z-08')], ['Niet voldaan', 'Niet voldaan'])
    const year = String(new Date().getFullYear())
    const plan = (department: string, judged: Record<string, string> = {}) => ({ name: `Plan ${department.slice(-4)}`, year, department, ...judged })
    const today = dayOf(new Date())
    const [one, other] = [house.departments.burgerzaken, house.departments.belastingen]
    const first = await officer.make('jaarplannen', plan(one, { judged_on: today, judged_by: house.body }))
    assert.deepEqual([await stands('Z-05'), await stands('Z-08')], ['Voldaan', 'Niet voldaan'])
    const second = await officer.make('jaarplannen', plan(other))
    assert.equal(await stands('Z-08'), 'Aandacht')
    await change(officer, 'jaarplannen', second, plan(other, { judged_on: today, judged_by: house.body }))
    assert.equal(await stands('Z-08'), 'Voldaan')
    for (const [id, department] of [[first, one], [second, other]] as const) await change(officer, 'jaarplannen', id, plan(department, { judged_on: '2020-01-31' }))
    assert.equal(await stands('Z-05'), 'Niet voldaan')
  })

  test('roles filled: nobody, somebody, nobody again (H-05, M-06)', async () => {
    assert.equal(await stands('Z-06'), 'Niet voldaan')
    const person = await visitorOf(story.house, 'Cis Oo', ['employee'])
    assert.equal((await admin.send(`/beheer/personen/${person.personId}/rollen`, { role: 'ciso', reason: 'Benoemd' })).status, 303)
    assert.equal(await stands('Z-06'), 'Voldaan')
    const held = await story.house.scoped((scope) => scope.tx.selectFrom('role_assignment').select('id').where('organisation_id', '=', scope.organisation.id).where('role', '=', 'ciso').executeTakeFirstOrThrow())
    assert.equal((await admin.send(`/beheer/personen/${person.personId}/rollen`, { end: held.id })).status, 303)
    assert.equal(await stands('Z-06'), 'Niet voldaan')
  })

  test('setting: only from the own network, and from everywhere again (P-12)', async () => {
    assert.equal(await stands('Z-07'), 'Niet voldaan')
    assert.equal((await admin.send('/beheer/aanmeldingen/netwerken', { network: '0.0.0.0/0', note: 'Alles' })).status, 303)
    assert.equal(await stands('Z-07'), 'Voldaan')
    const network = await story.house.scoped((scope) => scope.tx.selectFrom('allowed_network').select('id').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.equal((await admin.send('/beheer/aanmeldingen/netwerken', { remove: network.id })).status, 303)
    assert.equal(await stands('Z-07'), 'Niet voldaan')
  })

  test('manual: stated with who, when and what shows it; what is wrong is named and nothing lost; withdrawn keeps what was said', async () => {
    const { dpo, house } = story
    assert.equal(await stands('Z-09'), 'Niet te meten')
    const wrong = await dpo.send('/normen/Z-09/verklaringen', { stands: '', text: 'Gezien <b>', document: '', 'valid_for.amount': '2', 'valid_for.unit': 'Y' })
    assert.equal(wrong.status, 400)
    const again = await wrong.text()
    assert.match(again, /Gezien &lt;b&gt;/)
    for (const words of ['Kies hoe het ervoor staat.', 'Dit is langer dan het beleid toelaat.']) assert.ok(again.includes(words), words)
    const bad = await dpo.send('/normen/Z-09/verklaringen', { stands: 'not_met', text: 'Nog niet geregeld.', 'valid_for.amount': '3', 'valid_for.unit': 'M' })
    assert.equal(bad.status, 303)
    assert.equal(await stands('Z-09'), 'Niet voldaan')
    const made = await dpo.send('/normen/Z-09/verklaringen', { stands: 'met', text: 'Bekeken met de griffier.', document: 'https://zaak.example/12', 'valid_for.amount': '1', 'valid_for.unit': 'Y' })
    assert.equal(made.status, 303)
    assert.equal(await stands('Z-09'), 'Voldaan')
    const address = made.headers.get('location')!.replace(/\?.*/, '')
    const page = plain(await (await dpo.get(address)).text())
    assert.match(page, /Bekeken met de griffier\..*https:\/\/zaak\.example\/12.*Frits Gegevens.*Geldig tot en met/)
    const file = new FormData()
    file.append('description', 'Verslag')
    file.append('file', new Blob(['Wat er is afgesproken.'], { type: 'text/plain' }), 'verslag.txt')
    const headers = { cookie: [...dpo.cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }
    assert.equal((await (await product()).app.request(`${publicUrl}${address}/bijlagen`, { method: 'POST', body: file, headers }, { incoming: { socket: { remoteAddress: '192.0.2.1' } } })).status, 303)
    assert.match(plain(await (await dpo.get(address)).text()), /verslag\.txt/)
    assert.equal((await dpo.post(`${address}/intrekken`, { reason: '' })).status, 400)
    assert.equal((await dpo.post(`${address}/intrekken`, { reason: 'Het bleek niet zo te zijn.' })).status, 303)
    assert.equal((await dpo.post(`${address}/intrekken`, { reason: 'Nog eens.' })).status, 409)
    assert.equal(await stands('Z-09'), 'Niet voldaan')
    assert.match(plain(await dpo.page('/normen/Z-09')), /Bekeken met de griffier\..*Ingetrokken op .* door Frits Gegevens: Het bleek niet zo te zijn\./)
    const auditor = await visitorOf(house, 'Aad Auditor', ['auditor'])
    assert.equal((await auditor.send('/normen/Z-09/verklaringen', { stands: 'met', text: 'x', 'valid_for.amount': '1', 'valid_for.unit': 'M' })).status, 403)
    assert.doesNotMatch(await auditor.page('/normen/Z-09'), /Verklaren hoe het ervoor staat/)
    const employee = await visitorOf(house, 'Emma Werk', ['employee'])
    for (const path of ['/normen', '/normen/Z-09', '/normen/export/json']) assert.equal((await employee.get(base + path)).status, 403, path)
    assert.equal((await employee.get(address)).status, 403)
  })

  test('all: one rule that can’t be measured keeps the whole from being met (M-04)', async () => {
    const { officer, dpo, step } = story
    assert.equal(await stands('Z-10'), 'Niet voldaan')
    // As the button on the norm's page sends it: the form of a new measure, with the norm filled in.
    const form = await officer.send('/maatregelen/nieuw', { 'norms.0.norm': 'Z-10', _action: 'add:norms' })
    assert.match(await form.text(), /name="norms\.0\.norm"[^>]*value="Z-10"|value="Z-10"[^>]*name="norms\.0\.norm"/)
    const id = await officer.make('maatregelen', { name: 'Plan maken', 'norms.0.norm': 'Z-10' })
    assert.equal(await stands('Z-10'), 'Niet te meten')
    assert.match(plain(await dpo.page('/normen/Z-10')), /Plan maken/)
    assert.equal((await dpo.send('/normen/Z-10/verklaringen', { stands: 'met', text: 'Klaar.', 'valid_for.amount': '1', 'valid_for.unit': 'M' })).status, 303)
    assert.equal(await stands('Z-10'), 'Voldaan')
    await step(officer, 'maatregelen', id, 'close')
    assert.equal(await stands('Z-10'), 'Niet voldaan')
  })

  test('complaints: founded without a change, told, closed and still counted, late (H-32)', async () => {
    const { officer, dpo, step } = story
    assert.deepEqual([await stands('Z-13'), await stands('Z-14')], ['Niet te meten', 'Niet te meten'])
    const made = { title: 'Brief bij de buren', kind: 'complaint', description: 'Zo ging het.', reporter_email: 'klager@voorbeeld.example', received_at: '' }
    const id = await officer.make('klachten', made)
    await step(officer, 'klachten', id, 'assign', { handler: dpo.personId })
    await step(officer, 'klachten', id, 'judge', { judgement: 'founded', judgement_reason: 'Het klopt.' })
    assert.equal(await stands('Z-14'), 'Niet voldaan')
    await step(officer, 'klachten', id, 'plan_change', { changed_practice: 'Twee mensen kijken mee.' })
    assert.equal(await stands('Z-14'), 'Voldaan')
    const term = await officer.make('klachten', { ...made, title: 'Nog een', received_at: '01-11-2026 10:00' })
    await backdate('deadline', 'due_at', term)
    assert.equal(await stands('Z-13'), 'Niet voldaan')
    await step(officer, 'klachten', term, 'withdraw', {})
    assert.equal(await stands('Z-13'), 'Niet te meten', 'what was withdrawn counts for nothing')
    const quick = await officer.make('klachten', { ...made, title: 'Een vraag', kind: 'question', received_at: writeLocalMoment(new Date(Date.now() - 60_000)) })
    await step(officer, 'klachten', quick, 'assign', { handler: dpo.personId })
    await step(officer, 'klachten', quick, 'respond', { answer: 'Zo zit het.' })
    assert.equal(await stands('Z-13'), 'Voldaan')
    await story.house.scoped((scope) => sql`update complaint set status = 'closed', ended_on = ${dayOf(scope.now)} where organisation_id = ${scope.organisation.id} and id = ${id}`.execute(scope.tx))
    assert.equal(await stands('Z-14'), 'Voldaan', 'a case that was brought to its end counts for a year')
    await story.house.scoped((scope) => sql`update complaint set ended_on = '2020-01-31' where organisation_id = ${scope.organisation.id} and id = ${id}`.execute(scope.tx))
    assert.equal(await stands('Z-14'), 'Niet te meten')
  })

  test('breaches and requests: of the kind that the norm concerns, wrong, put right (H-37, H-27)', async () => {
    const { officer, change } = story
    assert.deepEqual([await stands('Z-16'), await stands('Z-17'), await stands('Z-18')], ['Niet te meten', 'Niet te meten', 'Voldaan'])
    const breach = { name: 'Tas weg', judgement: 'yes', role: 'controller' }
    const lost = await officer.make('datalekken', breach)
    assert.equal(await stands('Z-16'), 'Niet voldaan')
    await change(officer, 'datalekken', lost, { ...breach, aware_at: writeLocalMoment(new Date(Date.now() - 3_600_000)) })
    assert.equal(await stands('Z-16'), 'Voldaan')
    const request = { title: 'Inzage', right: 'access', received_at: '' }
    const asked = await officer.make('verzoeken', request)
    assert.equal(await stands('Z-17'), 'Niet voldaan')
    await change(officer, 'verzoeken', asked, { ...request, received_at: writeLocalMoment(new Date(Date.now() - 3_600_000)) })
    assert.equal(await stands('Z-17'), 'Voldaan')
  })

  test('a way in: employees have none without signing in, one by the own network, none again (N-49)', async () => {
    assert.equal(await stands('Z-15'), 'Aandacht')
    assert.equal((await admin.send('/beheer/aanmeldingen/netwerken', { network: '0.0.0.0/0', note: 'Alles' })).status, 303)
    assert.equal(await stands('Z-15'), 'Voldaan')
    const network = await story.house.scoped((scope) => scope.tx.selectFrom('allowed_network').select('id').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.equal((await admin.send('/beheer/aanmeldingen/netwerken', { remove: network.id })).status, 303)
    assert.equal(await stands('Z-15'), 'Aandacht')
  })

  test('a norm that conflicts with law says so and explains itself, whatever its figures', async () => {
    await story.officer.make('systemen', { name: 'Zaken', kind: 'central', has_second_factor: 'no' })
    assert.equal(await stands('Z-11'), 'Strijdig met de wet')
    assert.match(plain(await story.dpo.page('/normen/Z-11')), /De wet zegt hier iets anders \(art\. 32 lid 1 AVG\).*Waarborg voert de wet uit/)
  })

  test('the board: counts, groups, filters in the address, and files; what isn’t in the policy isn’t there', async () => {
    const { dpo } = story
    const board = plain(await dpo.page('/normen'))
    assert.match(board, /Normbord.*Per beginsel.*Rechtmatig en zorgvuldig.*Z-0/)
    const filtered = await dpo.page('/normen?status=conflicts&weergave=onderdeel&rol=dpo')
    assert.match(filtered, /Z-11/)
    assert.doesNotMatch(filtered.slice(filtered.indexOf('id="oogopslag"')), /Z-0\d/)
    assert.match(plain(await dpo.page('/normen?q=bestaat-niet')), /Geen norm past hierbij/)
    assert.equal((await dpo.get(`${base}/normen?status=%00&beginsel=x&weergave=%ff`)).status, 200)
    const json = await (await dpo.get(`${base}/normen/export/json?status=conflicts`)).json() as { norms: { id: string; status: string }[] }
    assert.deepEqual(json.norms.map(({ id, status }) => [id, status]), [['Z-11', 'conflicts']])
    assert.match(await (await dpo.get(`${base}/normen/export/csv`)).text(), /Z-01;/)
    const pdf = await dpo.get(`${base}/normen/export/pdf?status=conflicts`)
    assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), '%PDF-')
    for (const kind of ['xlsx', 'ods']) assert.equal((await dpo.get(`${base}/normen/export/${kind}`)).status, 200)
    for (const path of ['/normen/H-07', '/normen/x', '/normen/export/exe', `/normverklaringen/${newId()}`, '/normverklaringen/x']) assert.equal((await dpo.get(base + path)).status, 404, path)
    assert.equal((await dpo.send('/normen/Z-01/verklaringen', { stands: 'met', text: 'x' })).status, 404, 'measured, not stated')
  })

  test('snapshots: evidence that is deleted turns the norm back and the trend keeps both days; a day without one is a gap, never filled', async () => {
    const { officer, house, step, dpo } = story
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000)
    const id = await officer.make('systemen', { name: 'Nog een lijst', kind: 'spreadsheet', is_source: 'yes' })
    assert.equal(await house.scoped(takeSnapshot, day(5)), true)
    assert.equal(await house.scoped(takeSnapshot, day(5)), false, 'once a day')
    await step(officer, 'systemen', id, 'remove')
    assert.equal(await house.scoped(takeSnapshot, day(4)), true)
    assert.equal(await house.scoped(takeSnapshot, day(2)), true)
    const page = await dpo.page('/normen/Z-04')
    const runs = [...page.slice(page.indexOf('id="verloop"')).matchAll(/<tr[^>]*><th[^>]*>([^<]*)<\/th><td[^>]*><div>(?:<em>)?([^<]*)/g)].map((found) => found[2])
    assert.deepEqual(runs.slice(0, 5), ['Voldaan', 'Niet voldaan', 'Niet gemeten', 'Niet voldaan', 'Niet gemeten'])
    assert.equal(runs.at(-1), 'Niet voldaan')
    assert.equal([...page.matchAll(/class="wb-trend__gap"/g)].length, 2)
    assert.match(plain(await dpo.page('/normen')), /De laatste dagopname is van .*In de trend blijven die dagen leeg/)
    const kept = await house.scoped((scope) => scope.tx.selectFrom('norm_status_change').select(['day', 'status']).where('organisation_id', '=', scope.organisation.id).where('norm', '=', 'Z-04').orderBy('day').execute())
    assert.deepEqual(kept.map(({ status }) => status), ['met', 'not_met'])
  })

  test('the morning’s job takes a snapshot of the organisation that it names', async () => {
    const { deps } = await product()
    const jobs = await openJobs((await testDatabase()).appUrl)
    try {
      await workSnapshots(jobs, makeHouse(deps))
      await story.house.scoped(({ tx, organisation }) => jobs.enqueue(tx, snapshotQueue, { organisationId: organisation.id, actor: { kind: 'system', task: 'norm-snapshot' }, payload: {} }, { key: organisation.id }))
      const today = dayOf(new Date())
      const taken = () => story.house.scoped(async (scope) => await lastSnapshot(scope) === today)
      for (const until = Date.now() + 90_000; !await taken() && Date.now() < until;) await new Promise((go) => { setTimeout(go, 200) })
      assert.equal(await taken(), true)
    } finally {
      await jobs.stop(1000)
    }
  })
})
