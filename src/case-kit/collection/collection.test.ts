// Collecting data for a case through the front door: a colleague and a processor are asked, deliver, are reminded once each, and what they give is checked before it counts.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { openContent } from '../../people/mail.ts'
import type { Role } from '../../ground/scope.ts'
import { newId } from '../../ground/ids.ts'
import { inPlace, jobPlace } from '../../people/job-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { processors } from '../../registers/processors/register.ts'
import { workOf } from '../../worklist/sources.ts'
import { activitiesOf, caseRegister, openCase, visitor } from '../../../test/support/case-pages.tsx'
import { remindOfTasks } from './reminders.ts'
import { readTasks } from './tasks.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const since = (role: Role) => ({ role, validFrom: '2026-01-01' })
/** Another last sign that decodes to the same bytes: 43 signs hold two bits more than 32 bytes. */
const sameBytesAs = (door: string) => door.slice(0, -1) + String.fromCharCode(door.charCodeAt(door.length - 1) + 1)
type Mail = { to: string; kind: string; subject: string; link: string; words: string }

describe('collecting data for a case (H-27, H-29, H-56, W-12)', () => {
  let house: Tenant
  let officer: Awaited<ReturnType<typeof visitor>>
  let colleague: Awaited<ReturnType<typeof visitor>>
  let signIn: () => Promise<void>
  let [caseId, colleagueId, officerId, processorId] = ['', '', '', '']
  const outsider = () => visitor()
  const at = (path: string) => `/${house.slug}${path}`
  const tasks = () => house.scoped((scope) => readTasks(scope, caseRegister.key, caseId))
  const taskOf = async (party: string) => (await tasks()).find((task) => task.party === party && task.state !== 'withdrawn')!
  const clock = async (moment: string | undefined) => (await product()).setClock(moment)
  /** What was put in the outbox since the last time. */
  const mail = (): Promise<Mail[]> => house.scoped(async ({ tx, organisation }) => {
    const rows = await tx.deleteFrom('mail_message').where('organisation_id', '=', organisation.id).returning(['id', 'person_id', 'kind', 'content']).execute()
    return rows.map(({ id, person_id, kind, content }) => {
      const opened = openContent(house.organisation, id, content!)
      return { to: person_id ?? opened.outside!.to, kind, subject: opened.subject.nl, link: opened.link?.path ?? '', words: JSON.stringify(opened) }
    }).toSorted((one, other) => one.to < other.to ? -1 : 1)
  })

  before(async () => {
    house = await tenant()
    await clock('2026-11-02T10:00:00Z')
    const [petra, cor] = [await house.person('Petra Privacy', since('privacy_officer')), await house.person('Cor Collega', since('employee'))]
    ;[officerId, colleagueId] = [petra.personId, cor.personId]
    signIn = async () => { [officer, colleague] = [await visitor(petra), await visitor(cor)] }
    await signIn()
    processorId = await house.scoped((scope) => createEntry(scope, processors, { ...emptyInput(processors.fields), name: 'Zorgsoft', contact_email: 'privacy@zorgsoft.example' }))
    const activity = await house.scoped((scope) => createEntry(scope, processingActivities, {
      ...emptyInput(processingActivities.fields), name: 'Leerlingenvervoer', department: house.departments.burgerzaken, owner: colleagueId, processors: [{ processor: processorId, name: null, service: null, agreement: null, agreement_on: null }],
    }))
    caseId = await openCase(house, officerId)
    activitiesOf.set(caseId, [activity])
  })

  test('proposes whom to ask, and asks them within the term of the case, telling no more of the person than was ticked', async () => {
    const form = await (await officer.get(at(`/systemen/${caseId}/ophalen`))).text()
    for (const text of ['Burgerzaken (afdeling)', 'Zorgsoft (verwerker)', 'Cor Collega · Leerlingenvervoer', 'privacy@zorgsoft.example', 'Naam: Verzoek van Noa de Wind', 'value="2026-11-09"', 'uiterlijk 2 december 2026']) assert.ok(form.includes(text), text)
    const wrong = await officer.post(at(`/systemen/${caseId}/ophalen`), { question: '', due: '31-11-2026', email: 'a@b.example,c@d.example' })
    assert.equal(wrong.status, 400)
    for (const fault of ['Kies aan wie u gegevens vraagt', 'Schrijf op welke gegevens', 'geen bestaande datum', 'Vul één adres in']) assert.match(await wrong.clone().text(), new RegExp(fault))
    const who = [`department:${house.departments.burgerzaken}`, `processor:${processorId}`]
    assert.equal((await officer.post(at(`/systemen/${caseId}/ophalen`), { who, question: 'Alles over deze persoon', from: '01-01-2024', due: '09-11-2026', finders: ['name'] })).status, 303)
    assert.deepEqual((await tasks()).map(({ party, state, dueOn, asked }) => [party, state, dueOn, asked.finders.length]), [['department', 'asked', '2026-11-09', 1], ['processor', 'asked', '2026-11-09', 1]])
    const told = await mail()
    assert.deepEqual(told.map(({ to, kind }) => [to, kind]), [[colleagueId, 'notice'], ['privacy@zorgsoft.example', 'letter']].toSorted(([one], [other]) => one! < other! ? -1 : 1))
    for (const { words } of told) assert.doesNotMatch(words, /Noa|Dorpsstraat/)
    const kept = await house.scoped(({ tx, organisation }) => tx.selectFrom('collection_task').select('asked').where('organisation_id', '=', organisation.id).execute())
    assert.ok(kept.every(({ asked }) => !asked.includes('Noa')), 'sealed at rest')
  })

  test('the colleague finds it in the own work, sees the question and not the case, delivers a file, and can’t send nothing', async () => {
    const { id } = await taskOf('department')
    const place = await jobPlace((await import('../../web.tsx')).makeHouse((await product()).deps), house.organisation.id, { kind: 'person', personId: colleagueId, accountId: newId() })
    const work = await inPlace({ database: (await product()).database, clock: () => new Date('2026-11-02T10:00:00Z') }, place, (scope) => workOf(scope, ['gegevens']))
    assert.deepEqual(work.map(({ href, due }) => [href, due]), [[at(`/ophalen/${id}`), '2026-11-09']])
    const page = await (await colleague.get(at(`/ophalen/${id}`))).text()
    assert.match(plain(page), /Alles over deze persoon/)
    assert.match(page, /Noa de Wind/)
    assert.doesNotMatch(page, /Dorpsstraat|Naar de zaak|Nakijken/)
    assert.equal((await colleague.post(at(`/ophalen/${id}/nakijken`), { others: 'none' })).status, 403)
    assert.equal((await colleague.get(at(`/systemen/${caseId}/ophalen`))).status === 200, false)
    assert.equal((await colleague.post(at(`/ophalen/${id}/antwoord`), { outcome: 'delivered' })).status, 400)
    assert.equal((await colleague.upload(at(`/ophalen/${id}/bestanden`), 'virus.exe', Buffer.from('MZ\0\0'))).status, 400)
    assert.equal((await colleague.upload(at(`/ophalen/${id}/bestanden`), 'dossier.pdf', pdf)).status, 303)
    assert.match(await (await colleague.post(at(`/ophalen/${id}/antwoord`), { outcome: 'nothing' })).text(), /U hebt gegevens aangeleverd/)
    assert.equal((await colleague.post(at(`/ophalen/${id}/antwoord`), { outcome: 'delivered', data: 'Schoolpas: 77', note: 'Gezocht in het archief' })).status, 303)
    assert.equal((await taskOf('department')).state, 'delivered')
    assert.equal((await colleague.upload(at(`/ophalen/${id}/bestanden`), 'nog.pdf', pdf)).status, 400)
    assert.match(await (await officer.get(at(`/systemen/${caseId}`))).text(), /Eén antwoord wacht op nakijken/)
  })

  test('somebody else finds nothing there, whatever the role in another organisation', async () => {
    const { id } = await taskOf('department')
    const employee = await visitor(await house.person('Eva Elders', since('employee')))
    assert.equal((await employee.get(at(`/ophalen/${id}`))).status, 404)
    const other = await tenant()
    const stranger = await visitor(await other.person('Stef Vreemd', since('privacy_officer')))
    assert.deepEqual([(await stranger.get(`/${other.slug}/ophalen/${id}`)).status, (await stranger.get(at(`/ophalen/${id}`))).status], [404, 404])
  })

  test('the processor delivers by its private link, which shows no more than is asked and ends when it is withdrawn', async () => {
    const task = await taskOf('processor')
    const { secretOf } = await import('./private-address.ts')
    const door = `/openbaar/${house.slug}/ophalen/${secretOf(house.organisation, 'collection', task.id, task.linkVersion)}`
    const visit = await outsider()
    const page = await visit.get(door)
    assert.equal(page.status, 200)
    assert.match(page.headers.get('referrer-policy') ?? '', /no-referrer/)
    const html = await page.text()
    assert.match(html, /Noa de Wind/)
    assert.doesNotMatch(html, /Dorpsstraat|Petra|Cor Collega/)
    assert.equal((await visit.post(`${door}/opgepakt`, {})).status, 303)
    assert.equal((await visit.upload(`${door}/bestanden`, 'uitvoer.csv', Buffer.from('naam;waarde\nNoa;1\n'))).status, 303)
    const file = /bestanden\/([0-9a-f-]{36})"/.exec(await (await visit.get(door)).text())![1]!
    assert.equal((await visit.get(`${door}/bestanden/${file}`)).status, 200)
    assert.equal((await visit.post(`${door}/antwoord`, { outcome: 'delivered' })).status, 303)
    assert.equal((await visit.get(`${door}/bestanden/${file}`)).status, 400, 'once answered the link gives nothing back')
    assert.doesNotMatch(await (await visit.get(door)).text(), /Noa/)
    for (const wrong of [sameBytesAs(door), `/openbaar/${house.slug}/ophalen/${task.id}`, `/openbaar/${house.slug}/ophalen/${secretOf(house.organisation, 'collection', task.id, 9)}`]) assert.equal((await visit.get(wrong)).status, 404, wrong)
  })

  test('nothing goes to the person before somebody checked it for data of others: who and when is kept (H-29)', async () => {
    const { id } = await taskOf('department')
    assert.equal((await officer.post(at(`/ophalen/${id}/nakijken`), {})).status, 400)
    const dossier = /name="given"[^>]*value="([0-9a-f-]{36})"/.exec(await (await officer.get(at(`/ophalen/${id}`))).text())![1]!
    const cut = await officer.post(at(`/ophalen/${id}/nakijken`), { others: 'withheld', given: dossier })
    assert.match(await cut.text(), /U zegt dat er iets hier blijft/)
    assert.equal((await officer.upload(at(`/ophalen/${id}/nagekeken`), 'dossier-zonder-anderen.pdf', pdf)).status, 303)
    const clean = [...(await (await officer.get(at(`/ophalen/${id}`))).text()).matchAll(/name="given"[^>]*value="([0-9a-f-]{36})"/g)].map(([, found]) => found!).find((found) => found !== dossier)!
    assert.equal((await officer.post(at(`/ophalen/${id}/nakijken`), { others: 'anonymised', given: clean })).status, 303)
    const checked = await taskOf('department')
    assert.deepEqual([checked.others, checked.checkedBy, checked.checkedAt?.toISOString()], ['anonymised', 'Petra Privacy', '2026-11-02T10:00:00.000Z'])
    assert.match(plain(await (await officer.get(at(`/ophalen/${id}`))).text()), /Petra Privacy · 2 nov 2026/)
  })

  test('a month of moved clock: one reminder before the day and one message after it, also over restarts and two sweeps at once; the handler hears of what is late', async () => {
    const late = await officer.post(at(`/systemen/${caseId}/ophalen`), { else: `department:${house.departments.belastingen}`, colleague: colleagueId, question: 'Aanslagen', due: '09-11-2026' })
    assert.equal(late.status, 303)
    await mail()
    const told: [string, string, string][] = []
    for (let day = 3; day <= 33; day++) {
      const moment = new Date(Date.UTC(2026, 10, day, 9))
      // Each sweep as after a restart: nothing is remembered but what the database holds.
      await Promise.all([house.scoped((scope) => remindOfTasks(scope), moment), house.scoped((scope) => remindOfTasks(scope), moment)])
      for (const { to, kind } of await mail()) told.push([moment.toISOString().slice(0, 10), to === colleagueId ? 'colleague' : to === officerId ? 'handler' : to, kind])
    }
    assert.deepEqual(told.map((one) => one.join(' ')).toSorted(), ['2026-11-07 colleague notice', '2026-11-10 colleague notice', '2026-11-10 handler escalation'])
    await clock('2026-11-12T10:00:00Z')
    await signIn()
    assert.match(plain(await (await officer.get(at(`/systemen/${caseId}`))).text()), /Eén antwoord is te laat.*9 nov 2026, te laat/)
  })

  test('asked again it is open once more; withdrawn it is nobody’s work; and history says each by party, never by person', async () => {
    const task = (await tasks()).find(({ aboutName }) => aboutName === 'Belastingen')!
    assert.equal((await colleague.post(at(`/ophalen/${task.id}/antwoord`), { outcome: 'refused' })).status, 400, 'a refusal needs a reason')
    assert.equal((await colleague.post(at(`/ophalen/${task.id}/antwoord`), { outcome: 'refused', note: 'Fiscale geheimhouding' })).status, 303)
    assert.equal((await officer.post(at(`/ophalen/${task.id}/opnieuw`), { due: '01-11-2026' })).status, 400)
    assert.equal((await officer.post(at(`/ophalen/${task.id}/opnieuw`), { due: '20-11-2026' })).status, 303)
    assert.deepEqual((await mail()).map(({ to, subject }) => [to, subject]), [[colleagueId, 'Er wordt u opnieuw om gegevens gevraagd']])
    assert.equal((await officer.post(at(`/ophalen/${task.id}/intrekken`), {})).status, 303)
    assert.equal((await colleague.post(at(`/ophalen/${task.id}/antwoord`), { outcome: 'nothing' })).status, 409)
    const events = await house.scoped(({ tx, organisation }) => tx.selectFrom('history_event').select(['verb', 'note']).where('organisation_id', '=', organisation.id).where('verb', 'like', 'collect_%').orderBy('id').execute())
    assert.deepEqual([...new Set(events.map(({ verb }) => verb))].toSorted(), ['collect_accept', 'collect_ask', 'collect_ask_again', 'collect_check', 'collect_deliver', 'collect_refuse', 'collect_withdraw'])
    assert.deepEqual([...new Set(events.map(({ note }) => String(note)))].toSorted(), ['Belastingen', 'Burgerzaken', 'Zorgsoft'])
    await clock(undefined)
  })
})
