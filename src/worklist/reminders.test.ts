// Reminders over real SMTP: a digest as often as somebody chose, of what is late, due or new, never twice; and what stays late told once to whoever is accountable.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { mailServer, type MailServer, settingsFor } from '../../test/support/mail-server.ts'
import { goodPassword } from '../../test/support/people.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { openPost } from '../ground/mail.ts'
import { jobPlace } from '../people/job-scope.ts'
import { sendDueMail } from '../people/mail-courier.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry } from '../register-kit/perform.ts'
import { tasks } from '../registers/tasks/register.ts'
import { workDay, workDayHereQueue, workDays } from './daily-work.ts'
import { digestMail } from './digest.ts'
import type { WorkItem } from './work-item.ts'

type Person = Awaited<ReturnType<Tenant['person']>>

describe('what a digest says', () => {
  const item = (key: string, due: string | null, changedAt?: Date): WorkItem => ({ key, words: `Werk ${key}`, plain: { nl: '', en: '' }, href: `/x/${key}`, detail: '', due, icon: 'check', ...(changedAt ? { changedAt } : {}) })
  const today = '2027-03-10'
  const yesterday = new Date('2027-03-09T06:15:00Z')
  const says = (items: readonly WorkItem[], since?: Date) => digestMail(items, { today, since, slug: 'x' })
  const headings = (items: readonly WorkItem[], since?: Date) => says(items, since)?.lines.flatMap((line) => 'heading' in line ? [line.heading.nl] : [])
  const old = new Date('2027-01-01T00:00:00Z')
  const cases: readonly (readonly [string, readonly WorkItem[], readonly string[] | undefined])[] = [
    ['nothing: no mail', [], undefined],
    ['what was known and isn’t due: no mail', [item('a', null, old), item('b', '2027-04-01', old)], undefined],
    ['late and due', [item('a', '2027-03-09', old), item('b', '2027-03-10', old), item('c', '2027-03-17', old)], ['Te laat (1)', 'Vandaag (1)', 'Binnen een week (1)']],
    ['new or changed since the last one', [item('a', '2027-04-01', new Date('2027-03-09T12:00:00Z')), item('b', null, old)], ['Nieuw of gewijzigd (1)']],
  ]
  for (const [why, items, expected] of cases) test(why, () => assert.deepEqual(headings(items, yesterday), expected))
  test('a term goes by its number, not by what its entry is called', () => {
    const mail = says([{ ...item('deadline:1', '2027-03-10', old), words: 'Antwoorden: verzoek van Jan', plain: { nl: 'Antwoorden: verzoek V-1', en: 'Answer: request V-1' }, isPlainByMail: true, dueWords: '10 mrt 2027, 14:05' }])!
    assert.deepEqual(mail.lines[1], { item: { nl: 'Antwoorden: verzoek V-1 (10 mrt 2027, 14:05)', en: 'Antwoorden: verzoek V-1 (10 mrt 2027, 14:05)' }, path: '/x/deadline:1' })
    assert.doesNotMatch(JSON.stringify(mail), /Jan/)
  })
  test('the first one holds all of it; a long list is counted; comments are counted and never named', () => {
    const mail = says([...Array.from({ length: 25 }, (_, index) => item(String(index), null, old)), { ...item('mention:1', null), words: 'Jan noemde u' }])!
    assert.equal(mail.subject.nl, 'Uw werk')
    assert.deepEqual(mail.lines.slice(21), [{ nl: 'En nog 5.', en: 'En nog 5.' }, { nl: 'Er is 1 reactie voor u.', en: 'Er is 1 reactie voor u.' }])
    assert.doesNotMatch(JSON.stringify(mail), /Jan/)
  })
})

describe('sent', () => {
  let server: MailServer
  let house: Tenant
  let officer: Person
  let owner: Person
  let wim: Person
  let opened: Awaited<ReturnType<typeof product>>

  before(async () => {
    opened = await product()
    // A Sunday in the winter; Monday follows.
    opened.setClock('2027-02-07T05:15:00Z')
    server = await mailServer()
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    owner = await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken })
    wim = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
  })
  after(async () => {
    opened.setClock(undefined)
    await server.stop()
  })

  /** The morning of a day, run twice, as after a crash; and what then goes over the line. */
  async function morning(day: string): Promise<{ to: string; subject: string; text: string }[]> {
    opened.setClock(`${day}T05:15:00Z`)
    const jobs = { database: opened.database, master: opened.masterKey, clock: opened.deps.clock!, config: opened.deps.config }
    await workDay(jobs, house.organisation.id)
    await workDay(jobs, house.organisation.id)
    server.received.length = 0
    await sendDueMail(jobs, await jobPlace(jobs, house.organisation.id, { kind: 'system', task: 'mail' }), openPost(settingsFor(server.port)))
    return server.received.map((one) => ({ to: one.to[0]!, subject: one.headers.get('subject')!, text: one.text })).toSorted((one, other) => one.to.localeCompare(other.to))
  }
  const make = async (fields: Record<string, string>) => {
    const made = await officer.post(`/${house.slug}/taken/nieuw`, fields)
    assert.equal(made.status, 303)
  }
  const choose = async (person: Person, digest: string, language = 'nl') => person.post(`/${house.slug}/mijn-werk/herinneringen`, { digest, language })

  test('nobody gets what they didn’t ask for; a choice that isn’t there is refused', async () => {
    await make({ name: 'Sleutels natellen', owner: wim.personId, department: house.departments.burgerzaken, due_on: '2027-02-09', recurrence: 'once' })
    assert.deepEqual(await morning('2027-02-07'), [])
    const refused = await choose(wim, 'hourly', 'fr')
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /Kies hoe vaak u een overzicht wilt\. Kies een taal/)
    assert.equal((await choose(wim, 'daily')).status, 303)
    assert.equal((await choose(owner, 'weekly', 'en')).status, 303)
    assert.match(await (await wim.get(`/${house.slug}/mijn-werk/herinneringen`)).text(), /value="daily" checked/)
  })

  test('daily: what is due soon, in the own language, with a link; once a day; when there is nothing left, nothing', async () => {
    const sent = await morning('2027-02-07')
    assert.deepEqual(sent.map(({ to, subject }) => [to, subject]), [[wim.email, 'Uw werk']])
    assert.match(sent[0]!.text, new RegExp(`BINNEN EEN WEEK \\(1\\)\\n\\n- Sleutels natellen \\(9 februari 2027\\)\\n  http://waarborg.test/${house.slug}/taken/`))
    assert.match(sent[0]!.text, new RegExp(`Zelf kiezen of u deze e-mail krijgt:\\nhttp://waarborg.test/${house.slug}/mijn-werk/herinneringen`))
    assert.deepEqual((await morning('2027-02-07')).length, 0)
    assert.deepEqual((await morning('2027-02-09')).map(({ subject }) => subject), ['Uw werk: 1 voor vandaag'])
  })

  test('weekly: on the first morning that the server runs in a week, in English for whoever chose so', async () => {
    opened.setClock('2027-02-09T05:15:00Z')
    await officer.post('/inloggen', { email: officer.email, password: goodPassword })
    assert.equal((await officer.post(`/${house.slug}/mijn-werk/herinneringen/te-laat`, { days: '10' })).status, 303)
    await make({ name: 'Pasjes nakijken', owner: owner.personId, due_on: '2027-03-30', recurrence: 'once' })
    assert.deepEqual(await morning('2027-02-10').then((sent) => sent.filter(({ to }) => to === owner.email)), [], 'Tuesday was this week’s, and there was nothing then')
    // Monday’s morning was missed: Wednesday has it, and Thursday nothing.
    const wednesday = (await morning('2027-02-17')).filter(({ to }) => to === owner.email)
    assert.deepEqual(wednesday.map(({ subject }) => subject), ['Your work'])
    assert.match(wednesday[0]!.text, /NEW OR CHANGED \(1\)\n\n- Pasjes nakijken \(30 March 2027\)/)
    assert.deepEqual((await morning('2027-02-18')).filter(({ to }) => to === owner.email), [])
  })

  test('late by the days that the organisation chose: told once to the owner of the department, not to who sees nothing of it, and again only for another day', async () => {
    opened.setClock('2027-02-18T05:15:00Z')
    for (const person of [officer, wim]) await person.post('/inloggen', { email: person.email, password: goodPassword })
    assert.equal((await wim.post(`/${house.slug}/mijn-werk/herinneringen/te-laat`, { days: '1' })).status, 403)
    assert.equal((await officer.post(`/${house.slug}/mijn-werk/herinneringen/te-laat`, { days: '0' })).status, 400)
    await choose(wim, 'none')
    assert.deepEqual(await morning('2027-02-18'), [])
    const told = await morning('2027-02-19')
    assert.deepEqual(told.map(({ to, subject }) => [to, subject]), [[owner.email, 'One task or term is late']])
    assert.match(told[0]!.text, /- Sleutels natellen \(9 February 2027\)/)
    assert.deepEqual(await morning('2027-02-20'), [])
    await house.scoped((scope) => scope.tx.updateTable('task').set({ due_on: '2027-02-11', owner: owner.personId }).where('organisation_id', '=', scope.organisation.id).where('name', '=', 'Sleutels natellen').execute())
    assert.deepEqual((await morning('2027-02-21')).map(({ to }) => to), [officer.email], 'whoever is to do it isn’t told on')
  })
})

test('the job of a morning works on one organisation and leaves the digest in its outbox', async () => {
  const { deps, database, masterKey } = await product()
  const house = await tenant()
  const wim = await house.person('Wim Werkt', 'privacy_officer')
  await house.scoped(async (scope) => {
    await scope.tx.insertInto('mail_choice').values({ organisation_id: scope.organisation.id, person_id: wim.personId, language: 'nl', digest: 'daily' }).execute()
    await createEntry(scope, tasks, { ...emptyInput(tasks.fields), name: 'Sleutels natellen', owner: wim.personId })
  })
  await workDays(deps.jobs, { database, master: masterKey, clock: deps.clock! })
  await database.transaction().execute((tx) => deps.jobs.enqueue(tx, workDayHereQueue, { organisationId: house.organisation.id, actor: { kind: 'system', task: 'test' }, payload: {} }))
  const kinds = () => house.scoped((scope) => scope.tx.selectFrom('mail_message').select('kind').where('organisation_id', '=', scope.organisation.id).execute())
  for (let turn = 0; turn < 600 && (await kinds()).length === 0; turn++) await wait(100)
  assert.deepEqual(await kinds(), [{ kind: 'digest' }])
})
