// Norms: those whose proof stands in no single room, shown on real entries through the front door: the gap is found, told with what to do, and gone once repaired.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationKind } from '../src/ground/scope.ts'
import { ruleBook, type RuleKey } from '../src/registers/processing-activities/rules.ts'
import { activityForm, plainText, saveActivity, type Person } from './support/filled-tenant.ts'
import { product, tenant, type Tenant } from './support/product.ts'
import { storyOf } from './support/register-story.ts'

type Form = Record<string, string | readonly string[]>

async function cast(kind: OrganisationKind = 'municipality', profile?: string) {
  const house = await tenant({ kind, profile })
  return {
    house,
    officer: await house.person('Petra Privacy', 'privacy_officer', 'administrator'),
    dpo: await house.person('Frits Gegevens', 'dpo'),
    owner: await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }),
  }
}
type Cast = Awaited<ReturnType<typeof cast>>

async function rulesOn(house: Tenant, id: string): Promise<string[]> {
  const rows = await house.scoped((scope) => scope.tx.selectFrom('finding').select('rule').where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).execute())
  return rows.map(({ rule }) => rule)
}

/** Saves `broken`, sees each rule's words on the page beside what to do, repairs it, and sees them gone. @returns the id */
async function foundAndRepaired({ house, officer }: Cast, rules: readonly RuleKey[], broken: Form, repaired: Form): Promise<string> {
  const id = await saveActivity(officer, house, activityForm(house, broken))
  const address = `/${house.slug}/verwerkingen/${id}`
  const found = await rulesOn(house, id)
  assert.deepEqual(rules.filter((rule) => !found.includes(rule)), [], 'found')
  const page = await (await officer.get(address)).text()
  for (const rule of rules) {
    assert.ok(page.includes(escaped(ruleBook[rule].words.nl)), `${rule} stands on the page`)
    assert.ok(page.includes(escaped(ruleBook[rule].advice.nl)), `${rule} says what to do`)
  }
  const form = await (await officer.get(`${address}/wijzigen`)).text()
  for (const rule of rules) assert.ok(form.includes(`name="${ruleBook[rule].field}`), `${rule}: its field can be filled in`)
  const saved = await officer.post(`${address}/wijzigen`, activityForm(house, { ...broken, ...repaired, revision: '1' }))
  assert.equal(saved.status, 303, await plainText(saved))
  const left = await rulesOn(house, id)
  assert.deepEqual(rules.filter((rule) => left.includes(rule)), [], 'gone once repaired')
  return id
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

async function published(people: Cast, fields: Form = {}): Promise<string> {
  const { house, officer, dpo, owner } = people
  const id = await saveActivity(officer, house, activityForm(house, fields))
  const steps: readonly (readonly [Person, string, Record<string, string>])[] = [[officer, 'submit', {}], [dpo, 'advise', { outcome: 'agreed' }], [owner, 'activate', {}]]
  for (const [person, verb, values] of steps) assert.equal((await person.post(`/${house.slug}/verwerkingen/${id}/stap/${verb}`, values)).status, 303, verb)
  return id
}

async function publicPage(house: Tenant, path = ''): Promise<string> {
  return (await (await product()).app.request(`http://waarborg.test/openbaar/${house.slug}/verwerkingen${path}`)).text()
}

test('H-06: a processing of the council has the council as its controller, also for the public', async () => {
  const people = await cast()
  const council = await people.house.scoped((scope) => scope.tx.selectFrom('governing_body').select('id').where('organisation_id', '=', scope.organisation.id).where('name', '=', 'Gemeenteraad').executeTakeFirstOrThrow())
  const id = await published(people, { name: 'Brieven aan de raad', controller_body: council.id })
  assert.match(await (await people.officer.get(`/${people.house.slug}/verwerkingen/${id}`)).text(), /Gemeenteraad/)
  assert.match(await publicPage(people.house, `/${id}`), /Gemeenteraad/)
})

test('H-08: the register is public with the contact details of the DPO; whether an entry is public must be decided and a no explained', async () => {
  const people = await cast()
  await foundAndRepaired(people, ['publication-undecided'], { is_published: '' }, { is_published: 'yes' })
  await foundAndRepaired(people, ['not-published-unexplained'], { is_published: 'no' }, { not_published_reason: 'Het toezicht zou niet meer werken.' })
  const id = await published(people)
  const { house } = people
  await house.scoped((scope) => scope.tx.updateTable('organisation').set({ dpo_contact: 'fg@duinrade.example', contact_email: 'privacy@duinrade.example' }).where('id', '=', scope.organisation.id).execute())
  for (const page of [await publicPage(house), await publicPage(house, `/${id}`)]) {
    assert.match(page, /Functionaris gegevensbescherming/)
    assert.match(page, /fg@duinrade\.example/)
  }
})

test('H-12: use for a new purpose is assessed, with advice, and the outcome is on record', async () => {
  const people = await cast()
  const id = await foundAndRepaired(people, ['further-use-unassessed', 'further-use-unadvised'],
    { further_use: 'De gegevens gaan ook naar onderzoekers.' }, { further_use: 'Getoetst: het onderzoek past bij het eerste doel. De FG gaf op 3 maart advies.' })
  assert.match(await (await people.officer.get(`/${people.house.slug}/verwerkingen/${id}/geschiedenis?veld=further_use`)).text(), /onderzoekers[\s\S]*FG gaf/)
})

test('H-16: proportionality, subsidiarity and surplus data are settled', async () => {
  await foundAndRepaired(await cast(), ['proportionality-missing', 'subsidiarity-missing', 'surplus-unsettled'], { sources: ['', 'data-subject'] },
    { proportionality: 'Het doel weegt op.', subsidiarity: 'Het kan niet met minder.', surplus_data: 'Wij vernietigen het en zeggen dat de inwoner.' })
})

test('H-22: a dashboard has a purpose that somebody set, and a named audience', async () => {
  await foundAndRepaired(await cast(), ['dashboard-purpose-missing', 'dashboard-audience-missing'], { dashboard: 'yes' },
    { dashboard_purpose: 'Werkvoorraad volgen, vastgesteld door het MT.', dashboard_audience: 'Teamleiders, zonder namen.' })
})

test('H-25: council meetings that are recorded are announced, and the recordings are kept', async () => {
  await foundAndRepaired(await cast(), ['council-recording-not-kept', 'council-recording-not-announced'],
    { name: 'Opname van raadsvergaderingen', description: 'De griffie neemt elke raadsvergadering op en zet de opname op de website.', 'retention_rules.0.disposal': 'destroy' },
    { is_announced: 'yes', 'retention_rules.0.disposal': 'keep_permanently', 'retention_rules.0.term.amount': '' })
})

test('H-26: police data that the mayor received show the switch of regime, the secrecy and the purpose of the provision', async () => {
  const people = await cast()
  await foundAndRepaired(people, ['received-unmarked'], { sources: ['', 'police'] }, { received_from_police: 'no' })
  const id = await foundAndRepaired(people, ['received-purpose-missing', 'received-secrecy-unmarked'], { sources: ['', 'police'], received_from_police: 'yes' },
    { police_provision_purpose: 'Handhaving van de openbare orde', police_secrecy: 'yes' })
  const page = await (await people.officer.get(`/${people.house.slug}/verwerkingen/${id}`)).text()
  for (const words of ['Ontvangen van de politie', 'Handhaving van de openbare orde', 'Geheimhoudingsplicht reist mee']) assert.ok(page.includes(words), words)
})

test('H-65: the register holds transfers outside the EU with their safeguard, and the contacts of joint controllers', async () => {
  const people = await cast()
  await foundAndRepaired(people, ['transfer-unsafeguarded'], { 'transfers.0.country': 'IN', 'transfers.0.recipient': 'Voorbeeld Ltd' },
    { 'transfers.0.instrument': 'standard-clauses', 'transfers.0.explanation': 'Getoetst op 3 maart.' })
  await foundAndRepaired(people, ['joint-contact-missing'], { role: 'joint_controller', 'joint_controllers.0.name': 'Gemeente Lekhoven' }, { 'joint_controllers.0.contact': 'privacy@lekhoven.example' })
})

test('N-16: the privacy office keeps the whole register, a process owner the own department, others none of it', async () => {
  const { house, officer, owner } = await cast('municipality', 'gemeente-nieuwegein-2018')
  const employee = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
  const auditor = await house.person('Ada Audit', 'auditor')
  const { belastingen } = house.departments
  const elsewhere = activityForm(house, { department: belastingen })
  const status = async (person: Person, form: Form) => (await person.post(`/${house.slug}/verwerkingen/nieuw`, form)).status
  assert.equal(await status(officer, elsewhere), 303)
  assert.equal(await status(owner, elsewhere), 400)
  assert.equal(await status(owner, activityForm(house)), 303)
  for (const person of [employee, auditor]) assert.equal(await status(person, activityForm(house)), 403)
})

test('N-57: of each processing is known whether one person’s data can be erased; visitors of the website aren’t profiled', async () => {
  const people = await cast('municipality', 'gemeente-nieuwegein-2018')
  await foundAndRepaired(people, ['erasure-unanswered'], {}, { is_erasure_possible: 'yes' })
  await foundAndRepaired(people, ['erasure-impossible-unexplained'], { is_erasure_possible: 'no' }, { erasure_note: 'De back-up is alleen in zijn geheel te wissen.' })
  await foundAndRepaired(people, ['visitors-profiled'], { subject_categories: ['', 'website-visitors'], profiling: 'yes', profiling_note: 'x' }, { profiling: 'no' })
})

test('W-01: processor for participants and controller for the own staff are kept apart, entry by entry', async () => {
  const people = await cast('service_organisation', 'ict-wbw-2022')
  const { house, officer } = people
  await foundAndRepaired(people, ['role-missing'], { role: '' }, { role: 'controller' })
  await foundAndRepaired(people, ['participants-missing'], { role: 'processor' }, { 'participants.0.participant': await participant(house) })
  await saveActivity(officer, house, activityForm(house, { name: 'Eigen personeel', role: 'controller' }))
  await saveActivity(officer, house, activityForm(house, { name: 'Werkplekbeheer voor deelnemers', role: 'processor', 'participants.0.participant': await participant(house, 'Gemeente Lekhoven') }))
  const list = async (role: string) => (await officer.get(`/${house.slug}/verwerkingen?rol=${role}`)).text()
  assert.match(await list('processor'), /Werkplekbeheer voor deelnemers/)
  assert.doesNotMatch(await list('processor'), /Eigen personeel/)
  assert.match(await list('controller'), /Eigen personeel/)
})

test('W-02: a processing for participants names each of them with what is done for it; a participant’s own register is closed to the service organisation', async () => {
  const people = await cast('service_organisation', 'ict-wbw-2022')
  const { house, officer } = people
  const id = await foundAndRepaired(people, ['participant-categories-missing'], { role: 'processor', 'participants.0.participant': await participant(house) },
    { 'participants.0.categories': 'Meldingen opnemen en oplossen' })
  const page = await (await officer.get(`/${house.slug}/verwerkingen/${id}`)).text()
  assert.match(page, /Gemeente Duinrade/)
  assert.match(page, /Meldingen opnemen en oplossen/)
  const own = await tenant()
  assert.equal((await officer.get(`/${own.slug}/verwerkingen`)).status, 404)
})

test('P-12: the norm stands as soon as the organisation may be reached from its own networks only', async () => {
  const story = await storyOf('firm', 'ipmarketing-2018')
  assert.equal(await story.norm('P-12'), 'not_met')
  const administrator = await story.house.person('Ravi Beheer', 'administrator')
  // Visitors of a test come from addresses in this network.
  const added = await administrator.post(`/${story.house.slug}/beheer/aanmeldingen/netwerken`, { network: '10.0.0.0/8', note: 'Kantoor' })
  assert.ok(added.status < 400, await plainText(added))
  assert.equal(await story.norm('P-12'), 'met')
})

test('H-07 H-24 W-01: figures of norms are of one organisation’s entries in force only', async () => {
  const story = await storyOf()
  const { officer, dpo, owner, house, step } = story
  assert.equal(await story.norm('H-07'), 'not_measurable', 'nothing is in force')
  const id = await officer.make('verwerkingen', activityForm(house))
  assert.equal(await story.norm('H-07'), 'not_measurable', 'a draft counts for nothing')
  await step(officer, 'verwerkingen', id, 'submit')
  await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })
  await step(owner, 'verwerkingen', id, 'activate')
  assert.equal(await story.norm('H-07'), 'not_met', 'measures are missing')
  assert.equal(await (await storyOf()).norm('H-07'), 'not_measurable', 'another organisation has none of it')
})

async function participant(house: Tenant, name = 'Gemeente Duinrade'): Promise<string> {
  const officer = await house.person(`Beheer ${name}`, 'administrator')
  const added = await officer.post(`/${house.slug}/beheer/organisatie/deelnemers`, { participantName: name, participantKind: 'municipality', participantContact: 'privacy@deelnemer.example' })
  assert.equal(added.status, 303, await plainText(added))
  const row = await house.scoped((scope) => scope.tx.selectFrom('participant').select('id').where('organisation_id', '=', scope.organisation.id).where('name', '=', name).executeTakeFirstOrThrow())
  return row.id
}
