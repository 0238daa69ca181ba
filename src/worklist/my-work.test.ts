// My work through the front door: tasks by when they are due, filters in the address, handing over one task or all of them for a time, and finishing what recurs.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plain } from '../../test/support/register-visitor.ts'
import { goodPassword } from '../../test/support/people.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import type { AnyInput } from '../register-kit/entry.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry } from '../register-kit/perform.ts'
import type { Register } from '../register-kit/register.ts'
import { sweepBatch } from '../register-kit/sweep.ts'
import { measures } from '../registers/measures/register.ts'
import { askReading } from '../registers/policy-documents/campaigns.ts'
import { policyDocuments } from '../registers/policy-documents/register.ts'
import { privacyMeetings } from '../registers/privacy-meetings/register.ts'
import { tasks } from '../registers/tasks/register.ts'
import { yearPlans } from '../registers/year-plans/register.ts'
import { carryOutAbsences } from './absence.ts'

type Person = Awaited<ReturnType<Tenant['person']>>
let house: Tenant
let officer: Person
let wim: Person
let olga: Person
let setClock: Awaited<ReturnType<typeof product>>['setClock']

const day = (at: string) => new Date(`${at}T08:00:00Z`)

// In a suite of its own: hooks of the file would hold for every file of the process.
describe('my work', () => {
  before(async () => {
    ({ setClock } = await product())
    // A Wednesday.
    setClock('2027-03-10T08:00:00Z')
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    wim = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
    olga = await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken })
  })
  after(() => setClock(undefined))

  async function make(fields: Record<string, string>): Promise<string> {
    const made = await officer.post(`/${house.slug}/taken/nieuw`, fields)
    assert.equal(made.status, 303, plain(await made.clone().text()).slice(0, 600))
    return /taken\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')![1]!
  }

  /** A session lasts no week. */
  async function onDay(at: string, ...persons: Person[]): Promise<void> {
    setClock(`${at}T08:00:00Z`)
    for (const person of persons) await person.post('/inloggen', { email: person.email, password: goodPassword })
  }

  const page = async (person: Person, path: string) => (await person.get(`/${house.slug}${path}`)).text()
  const step = async (person: Person, id: string, verb: string, fields: Record<string, string> = {}) => (await person.post(`/${house.slug}/taken/${id}/stap/${verb}`, fields)).status
  /** Names under each heading of the list. */
  async function listed(person: Person, query = ''): Promise<Record<string, string[]>> {
    const html = await page(person, `/mijn-werk${query}`)
    return Object.fromEntries([...html.matchAll(/<section class="wb-section" id="([a-z-]+)".*?<\/section>/gs)].map(([section, id]) => [id, [...section.matchAll(/wb-task__link" href="[^"]*">([^<]*)</g)].map(([, words]) => words!)]))
  }

  describe('N-52: each activity has an owner and is one-off or recurring; progress is followed', () => {
    test('one list, by when it is due; a choice of it stands in the address; empty, it says so', async () => {
      assert.match(plain(await page(wim, '/mijn-werk')), /Er wacht niets op u/)
      for (const [name, due_on] of [['Te laat werk', '2027-03-09'], ['Werk van vandaag', '2027-03-10'], ['Werk van zondag', '2027-03-14'], ['Werk van maandag', '2027-03-15'], ['Ooit', '']] as const) await make({ name, due_on, owner: wim.personId, recurrence: 'once' })
      await make({ name: 'Van een ander', owner: olga.personId, due_on: '2027-03-10' })
      assert.deepEqual(await listed(wim), { 'te-laat': ['Te laat werk'], vandaag: ['Werk van vandaag'], 'deze-week': ['Werk van zondag'], later: ['Werk van maandag'], 'zonder-datum': ['Ooit'] })
      assert.deepEqual(await listed(wim, '?wanneer=vandaag'), { vandaag: ['Werk van vandaag'] })
      assert.deepEqual(await listed(wim, '?soort=termijnen'), {})
      assert.match(plain(await page(wim, '/mijn-werk?soort=termijnen')), /Hier wacht niets op u/)
      assert.match(plain(await page(wim, '')), /Wat moet ik doen\? Al mijn werk Te laat werk/)
    })

    test('whose task it is finishes it, also without a role that keeps tasks; a colleague can’t, nor drop it', async () => {
      const id = await make({ name: 'Sleutels natellen', owner: wim.personId, due_on: '2027-03-31', recurrence: 'quarter' })
      const other = await house.person('Wies Anders', { role: 'employee', departmentId: house.departments.burgerzaken })
      assert.equal(await step(other, id, 'finish', {}), 404)
      assert.equal(await step(wim, id, 'drop', { reason: 'Geen zin' }), 403)
      assert.equal(await step(wim, id, 'note_progress', { progress: 'Halverwege' }), 303)
      assert.equal(await step(wim, id, 'finish', { outcome: 'Alle zeven zijn er.' }), 303)
      assert.match(plain(await page(wim, `/taken/${id}`)), /Gedaan.*Halverwege.*10 maart 2027.*Alle zeven zijn er/)
      const next = await house.scoped((scope) => scope.tx.selectFrom('task').selectAll().where('organisation_id', '=', scope.organisation.id).where('follows', '=', id).execute())
      assert.deepEqual(next.map(({ name, due_on, owner, status, series_from }) => [name, due_on, owner, status, series_from]), [['Sleutels natellen', '2027-06-30', wim.personId, 'open', '2027-03-31']])
      assert.equal(await step(wim, id, 'reopen'), 303)
      assert.equal(await step(wim, id, 'finish'), 303)
      assert.equal((await house.scoped((scope) => scope.tx.selectFrom('task').select('id').where('organisation_id', '=', scope.organisation.id).where('follows', '=', id).execute())).length, 1, 'the next isn’t made twice')
      assert.ok((await listed(wim)).later!.includes('Sleutels natellen'))
    })

    test('a task for a role is on the list of whoever holds it, within the reach of the role', async () => {
      await make({ name: 'Voor de eigenaar', role: 'process_owner', department: house.departments.burgerzaken })
      await make({ name: 'Van Belastingen', role: 'process_owner', department: house.departments.belastingen })
      await make({ name: 'Voor alle privacy officers', role: 'privacy_officer' })
      const [hers, his] = [await listed(olga), await listed(officer)]
      assert.deepEqual([hers['zonder-datum'], his['zonder-datum']!.filter((name) => name.startsWith('Voor'))], [['Voor de eigenaar'], ['Voor alle privacy officers']])
      assert.ok(!(await listed(wim))['zonder-datum']!.includes('Voor de eigenaar'))
    })
  })

  describe('handing over', () => {
    test('a task goes to a colleague for a time, who hears of it by mail; whose it is stays visible, and it comes back', async () => {
      const id = await make({ name: 'Pasjes nakijken', owner: wim.personId, due_on: '2027-04-01', recurrence: 'once' })
      assert.equal((await olga.get(`/${house.slug}/taken/${id}`)).status, 404)
      assert.equal(await step(wim, id, 'hand_over', { to: olga.personId, 'period.amount': '1', 'period.unit': 'W', note: 'Ik ben op cursus.' }), 303)
      assert.ok(!(await listed(wim)).later!.includes('Pasjes nakijken'))
      assert.deepEqual((await listed(wim)).overgedragen, ['Pasjes nakijken'])
      assert.match(plain(await page(wim, '/mijn-werk')), /bij Olga Eigenaar tot en met 17 maart 2027/)
      assert.ok((await listed(olga)).later!.includes('Pasjes nakijken'))
      assert.match(plain(await page(olga, '/mijn-werk')), /Pasjes nakijken Taak · van Wim Werkt/)
      assert.match(plain(await page(olga, `/taken/${id}`)), /Voor wie Wim Werkt.*Nu overgedragen aan Olga Eigenaar.*17 maart 2027.*Ik ben op cursus/)
      const mail = await house.scoped((scope) => scope.tx.selectFrom('mail_message').select(['person_id', 'kind']).where('organisation_id', '=', scope.organisation.id).execute())
      assert.deepEqual(mail, [{ person_id: olga.personId, kind: 'delegation' }])
      // Past the last day it is hers no more, and the morning takes it back for good.
      await onDay('2027-03-18', wim, olga)
      assert.ok((await listed(wim)).later!.includes('Pasjes nakijken'))
      assert.ok(!(await listed(olga)).later?.includes('Pasjes nakijken'))
      await house.scoped(carryOutAbsences, day('2027-03-18'))
      assert.equal((await olga.get(`/${house.slug}/taken/${id}`)).status, 404)
      await onDay('2027-03-10', wim, olga)
    })

    test('whoever is away names a stand-in: what is open goes over, what comes in too, and all of it comes back', async () => {
      const refused = await wim.post(`/${house.slug}/mijn-werk/afwezig`, { standIn: wim.personId, from: '2027-03-20', until: '2027-03-09', note: '' })
      assert.equal(refused.status, 400)
      assert.match(plain(await refused.text()), /Kies een collega die uw taken overneemt.*Deze dag is al voorbij/)
      assert.equal((await wim.post(`/${house.slug}/mijn-werk/afwezig`, { standIn: olga.personId, from: '10-03-2027', until: '2027-03-20', note: 'Vakantie' })).status, 303)
      assert.match(plain(await page(wim, '/mijn-werk')), /Olga Eigenaar neemt uw taken waar Van 10 maart 2027 tot en met 20 maart 2027/)
      const { overgedragen, ...rest } = await listed(wim)
      assert.deepEqual([rest, overgedragen!.includes('Werk van vandaag')], [{}, true])
      assert.deepEqual((await listed(olga)).vandaag, ['Van een ander', 'Werk van vandaag'])
      const late = await make({ name: 'Kwam later', owner: wim.personId, recurrence: 'once' })
      await house.scoped(carryOutAbsences, day('2027-03-11'))
      assert.ok((await listed(olga))['zonder-datum']!.includes('Kwam later'))
      const mails = await house.scoped((scope) => scope.tx.selectFrom('mail_message').select('id').where('organisation_id', '=', scope.organisation.id).where('person_id', '=', olga.personId).execute())
      assert.equal(mails.length, 3, 'one for the task before, one for all, one for what came later')
      assert.equal((await wim.post(`/${house.slug}/mijn-werk/afwezig/terug`, {})).status, 303)
      assert.equal((await listed(wim)).overgedragen, undefined)
      assert.equal((await olga.get(`/${house.slug}/taken/${late}`)).status, 404)
    })
  })

  test('M-04 H-52 N-11 P-06: measures, actions of a meeting, planned activities and what must be read are on the list of whoever took them on, until they are done', async () => {
    const entry = (register: Register, input: AnyInput) => house.scoped((scope) => createEntry(scope, register, { ...emptyInput(register.fields), ...input }), day('2027-03-10'))
    const { burgerzaken } = house.departments
    await entry(measures, { name: 'Loket afschermen', owner: olga.personId, department: burgerzaken, due_on: '2027-03-12' })
    const action = { action: 'Posters ophangen', owner: wim.personId, due_on: '2027-03-11', done_on: null }
    await entry(privacyMeetings, { name: 'Privacyoverleg', actions: [action, { ...action, action: 'Al gedaan', done_on: '2027-03-01' }, { ...action, action: 'Van Olga', owner: olga.personId }] })
    await entry(yearPlans, { name: 'Jaarplan Burgerzaken', year: 2027, department: burgerzaken, owner: olga.personId, activities: [{ activity: 'Themaweek', planned_on: '2027-03-13', state: 'planned' }, { activity: 'Over een jaar', planned_on: '2028-03-13', state: null }] })
    const policy = await entry(policyDocuments, { title: 'Privacybeleid' })
    await house.scoped((scope) => askReading(scope, { id: policy, title: 'Privacybeleid', version: 1, within: 'P2D', aim: 100, departmentId: null }), day('2027-03-10'))
    assert.deepEqual((await listed(olga, '?soort=toegezegd'))['deze-week'], ['Van Olga', 'Loket afschermen', 'Themaweek'])
    assert.deepEqual([(await listed(wim, '?soort=toegezegd'))['deze-week'], (await listed(wim, '?soort=lezen'))['deze-week']], [['Posters ophangen'], ['Lezen: Privacybeleid']])
    assert.equal((await wim.post(`/${house.slug}/beleid/lezen/${policy}`, {})).status, 303)
    assert.deepEqual(await listed(wim, '?soort=lezen'), {})
  })

  test('N-53: a task of somebody who left is noticed by the next sweep, until somebody else has it', async () => {
    const lea = await house.person('Lea Vertrekt', { role: 'employee', departmentId: house.departments.burgerzaken })
    const id = await make({ name: 'Van wie vertrok', owner: lea.personId, due_on: '2027-05-01', recurrence: 'once' })
    const findings = () => house.scoped(async (scope) => {
      await sweepBatch(scope, tasks, undefined)
      return (await scope.tx.selectFrom('finding').select('rule').where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).execute()).map(({ rule }) => rule)
    }, day('2027-03-10'))
    const isActive = (is_active: boolean) => house.scoped((scope) => scope.tx.updateTable('person').set({ is_active }).where('organisation_id', '=', scope.organisation.id).where('id', '=', lea.personId).execute())
    assert.deepEqual(await findings(), [])
    await isActive(false)
    assert.deepEqual(await findings(), ['doer-gone'])
    assert.equal(await step(officer, id, 'hand_over', { to: olga.personId }), 303)
    assert.deepEqual(await findings(), [])
  })
})
