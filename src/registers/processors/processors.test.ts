// The story of processors through the front door: guarantees, audits, sub-processors and whom to call; who leans on them; and taking them away.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'

const path = 'verwerkers'
const bare = { name: 'Vlierveld Zaaksystemen B.V.' }

describe('what a processor must show', () => {
  test('H-43: guarantees that hold today, with proof that somebody saw', async () => {
    const story = await storyOf()
    const id = await story.foundAndRepaired('processors', ['guarantees-missing'], bare, { 'guarantees.0.kind': 'iso_27001', 'guarantees.0.valid_until_on': '2030-06-30', 'guarantees.0.seen_on': '2026-02-10' })
    await story.foundAndRepaired('processors', ['guarantee-unseen'], { ...bare, 'guarantees.0.kind': 'own_statement' }, { 'guarantees.0.seen_on': '2026-02-10' })
    await story.sweep('2030-07-01')
    const rules = await story.rulesOn(id)
    assert.ok(rules.includes('guarantees-missing') && rules.includes('guarantee-expired'), 'time passes, and so does a certificate')
  })

  test('M-08: an audit in the last two years, by ourselves or an independent party', async () => {
    const story = await storyOf('service_organisation', 'ict-nml')
    const id = await story.foundAndRepaired('processors', ['audit-missing'], { ...bare, last_audit_on: '2020-01-01', audited_by: 'own' }, { last_audit_on: '2026-03-01' })
    await story.foundAndRepaired('processors', ['audit-party-missing'], { ...bare, last_audit_on: '2026-03-01' }, { audited_by: 'independent' })
    assert.equal(await story.norm('M-08'), 'not_met', 'there is no agreement yet')
    await story.sweep('2028-03-02')
    assert.ok((await story.rulesOn(id)).includes('audit-missing'))
  })

  test('N-40: what it does, and whom to reach, also out of hours', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    await story.foundAndRepaired('processors', ['services-missing', 'contact-missing', 'out-of-hours-missing'], bare,
      { services: 'Levert en beheert het zaaksysteem.', contact: 'Servicedesk', contact_email: 'servicedesk@vlierveld.example', out_of_hours: 'Storingsdienst' })
    const refused = await story.officer.send(`/${path}/nieuw`, { ...bare, contact_email: 'geen adres', chamber_number: '12' })
    assert.equal(refused.status, 400)
    const said = plain(await refused.text())
    for (const words of ['Dit is geen e-mailadres', 'Een KvK-nummer heeft acht cijfers']) assert.ok(said.includes(words), words)
  })

  test('the yearly review of a processor falls due from the day that it was made', async () => {
    const story = await storyOf()
    const id = await story.officer.make(path, bare)
    await story.sweep('2099-01-01')
    assert.ok((await story.rulesOn(id)).includes('review-overdue'))
    await story.step(story.officer, path, id, 'review')
    assert.ok(!(await story.rulesOn(id)).includes('review-overdue'))
  })
})

describe('who stands behind it', () => {
  test('N-43 W-08: sub-processors only with consent, with its conditions, named and in a known country', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const sub = { 'sub_processors.0.name': 'Rekenhal Noord B.V.' }
    await story.foundAndRepaired('processors', ['sub-processor-without-consent', 'sub-processor-unclear', 'country-missing'], { ...bare, ...sub },
      { country: 'NL', 'sub_processors.0.service': 'Datacentrum', 'sub_processors.0.country': 'NL', 'sub_processors.0.consent': 'given' })
    await story.foundAndRepaired('processors', ['sub-processor-conditions-missing'], { ...bare, ...sub, 'sub_processors.0.consent': 'conditional' }, { 'sub_processors.0.conditions': 'Alleen in Nederland' })
    const abroad = await story.foundAndRepaired('processors', ['outside-eea'], { ...bare, country: 'NL', ...sub, 'sub_processors.0.country': 'US' }, { 'sub_processors.0.country': 'DE' })
    assert.match(plain(await story.officer.page(`/${path}?subland=DE`)), /1 verwerker /)
    assert.match(await story.officer.page(`/${path}?subland=DE`), new RegExp(abroad))
  })

  test('N-43: what the agreement in force says on sub-processors holds for the processor at once', async () => {
    const { officer, owner, dpo, house, step, rulesOn } = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const id = await officer.make(path, { ...bare, 'sub_processors.0.name': 'Rekenhal Noord B.V.' })
    assert.ok((await rulesOn(id)).includes('sub-processor-without-consent'))
    const conclude = async (sub_processing: string) => {
      const agreement = await owner.make('verwerkersovereenkomsten', { name: `Met ${sub_processing}`, processor: id, department: house.departments.burgerzaken, sub_processing })
      await step(owner, 'verwerkersovereenkomsten', agreement, 'submit')
      await step(dpo, 'verwerkersovereenkomsten', agreement, 'advise', { outcome: 'agreed' })
      await step(owner, 'verwerkersovereenkomsten', agreement, 'activate', { signed_on: '2026-01-05', is_signed_by_both: 'yes' })
      return agreement
    }
    const general = await conclude('general')
    assert.ok(!(await rulesOn(id)).includes('sub-processor-without-consent'), 'art. 28 lid 2 AVG knows a general consent')
    await step(owner, 'verwerkersovereenkomsten', general, 'end', { reason: 'Vervangen.' })
    assert.ok((await rulesOn(id)).includes('sub-processor-without-consent'))
    await conclude('forbidden')
    assert.ok((await rulesOn(id)).includes('sub-processor-forbidden'))
  })

  test('W-08: a service organisation says of each party whether it reaches participants’ data', async () => {
    const story = await storyOf('service_organisation', 'ict-wbw-2022')
    await story.foundAndRepaired('processors', ['participants-chain'], bare, { reaches_participants: 'no' })
    assert.equal(await story.norm('W-08'), 'not_measurable', 'nobody reaches them')
    await story.officer.make(path, { ...bare, reaches_participants: 'yes' })
    assert.equal(await story.norm('W-08'), 'not_met', 'without an agreement')
  })

  test('a row without a name is called by its place, in the language of who reads', async () => {
    const { officer } = await storyOf()
    const id = await officer.make(path, { ...bare, 'sub_processors.0.service': 'Datacentrum' })
    assert.match(plain(await officer.page(`/${path}/${id}`)), /Deze subverwerker werkt zonder toestemming\. \(rij 1\)/)
    await officer.post('/taal', { taal: 'en', adres: '/' })
    assert.match(plain(await officer.page(`/${path}/${id}`)), /This sub-processor works without consent\. \(row 1\)/)
  })
})

describe('the chain as a picture', () => {
  test('N-43 W-08: who stands behind whom, with what asks for attention, in a picture and in a table; filters stand in the address; another organisation sees none of it', async () => {
    const story = await storyOf()
    const sub = (at: number, name: string, more: Record<string, string>) => Object.fromEntries(Object.entries({ name, service: 'Hosting', country: 'NL', consent: 'given', ...more }).map(([key, value]) => [`sub_processors.${at}.${key}`, value]))
    const first = await story.officer.make(path, { ...bare, country: 'NL', ...sub(0, 'Rekenhal Noord B.V.', {}), ...sub(1, 'Pinetree Inc.', { country: 'US', consent: 'none', engaged_by: 'Rekenhal Noord' }) })
    await story.officer.make(path, { name: 'Kring B.V.', country: 'NL', ...sub(0, 'kring bv', {}), ...sub(1, 'REKENHAL NOORD', {}) })
    const page = await story.officer.page(`/${path}/keten`)
    assert.match(plain(page), /bij 2 verwerkers/)
    assert.match(plain(page), /Kring B\.V\..*kring bv.*kring in de keten/)
    assert.match(plain(page), /Pinetree Inc\. \(via Rekenhal Noord\).*Geen toestemming/)
    assert.match(page, new RegExp(`<svg[^>]*role="group"[\\s\\S]*href="/${story.house.slug}/${path}/${first}"`))
    assert.doesNotMatch(plain(await story.officer.page(`/${path}/keten?let-op=kring`)), /Pinetree/)
    assert.doesNotMatch(plain(await story.officer.page(`/${path}/keten?verwerker=${first}`)), /Kring B\.V\./)
    await story.change(story.officer, path, first, { ...bare, country: 'NL', ...sub(0, 'Zaalverhuur Zuid B.V.', {}) })
    assert.match(plain(await story.officer.page(`/${path}/keten`)), /Zaalverhuur Zuid/, 'what is remembered follows a change at once')
    const other = await storyOf()
    assert.doesNotMatch(plain(await other.officer.page(`/${path}/keten`)), /Zaalverhuur|Kring B\.V\./)
  })
})

describe('who leans on it', () => {
  test('N-16: a processor that no activity names is unused; its page says who uses it; what is pointed at can’t be removed', async () => {
    const { officer, house, rulesOn, step } = await storyOf()
    const id = await officer.make(path, bare)
    assert.ok((await rulesOn(id)).includes('unused'))
    const activity = await officer.make('verwerkingen', { ...activityForm(house), 'processors.0.processor': id })
    assert.ok(!(await rulesOn(id)).includes('unused'))
    const page = await officer.page(`/${path}/${id}`)
    assert.match(plain(page), /Gebruikt in.*1 verwerking \(Verwerkers\) Aanvragen bijzondere bijstand/)
    assert.match(page, new RegExp(`href="/${house.slug}/verwerkingen/${activity}"`))

    const refused = await officer.send(`/${path}/${id}/stap/remove`, {})
    assert.equal(refused.status, 409)
    assert.match(plain(await refused.text()), /Er verwijst nog iets naar deze verwerker\. Haal die verwijzing eerst weg/)
    assert.match(plain(await officer.page(`/${path}/${id}`)), /Vlierveld/, 'it is still there, with all that is its own')

    await step(officer, 'verwerkingen', activity, 'remove')
    assert.ok((await rulesOn(id)).includes('unused'))
    await step(officer, path, id, 'remove')
    assert.equal((await officer.get(`/${house.slug}/${path}/${id}`)).status, 404)
  })

  test('what only a proposal points at can’t be removed either: the proposal must be able to come into force', async () => {
    const { officer, owner, dpo, house, step } = await storyOf()
    const id = await officer.make(path, bare)
    const activity = await officer.make('verwerkingen', activityForm(house))
    await step(officer, 'verwerkingen', activity, 'submit')
    await step(dpo, 'verwerkingen', activity, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', activity, 'activate')
    await step(owner, 'verwerkingen', activity, 'propose')
    const revision = /name="revision" value="(\d+)"/.exec(await owner.page(`/verwerkingen/${activity}/wijzigen`))![1]!
    assert.equal((await owner.send(`/verwerkingen/${activity}/wijzigen`, { ...activityForm(house), 'processors.0.processor': id, revision })).status, 303)
    const refused = await officer.send(`/${path}/${id}/stap/remove`, {})
    assert.equal(refused.status, 409)
    await step(owner, 'verwerkingen', activity, 'submit')
    await step(dpo, 'verwerkingen', activity, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', activity, 'activate')
  })

  test('H-43: a processor that has ended is a finding at the activity, the system and the agreement that still name it, until it is taken up again', async () => {
    const { officer, owner, house, rulesOn, step } = await storyOf()
    const id = await officer.make(path, bare)
    const activity = await officer.make('verwerkingen', { ...activityForm(house), 'processors.0.processor': id })
    const system = await officer.make('systemen', { name: 'Zaaksysteem Vlier', supplier: id })
    const agreement = await owner.make('verwerkersovereenkomsten', { name: 'Overeenkomst', processor: id, department: house.departments.burgerzaken })
    const told = async () => [(await rulesOn(activity)).includes('processor-ended'), (await rulesOn(system)).includes('supplier-ended'), (await rulesOn(agreement)).includes('processor-ended')]
    assert.deepEqual(await told(), [false, false, false])
    await step(officer, path, id, 'end', { reason: 'Gegevens zijn teruggegeven.' })
    assert.deepEqual(await told(), [true, true, true])
    assert.deepEqual(await rulesOn(id), [], 'what has ended has no findings of its own')
    assert.doesNotMatch(await officer.page('/systemen/nieuw'), /<option[^>]*>Vlierveld/, 'it can’t be chosen anew')
    await step(officer, path, id, 'reopen')
    assert.deepEqual(await told(), [false, false, false])
  })
})
