// The story of the register through the front door: draft, test by the DPO, activation, proposal, versions, visibility, two people at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'

type Person = Awaited<ReturnType<Tenant['person']>>

const complete = (house: Tenant, more: Record<string, string | readonly string[]> = {}): Record<string, string | readonly string[]> => ({
  name: 'Aanvragen bijzondere bijstand', role: 'controller', regime: 'gdpr', description: 'Inwoners vragen bijzondere bijstand aan en krijgen een besluit.',
  controller_body: house.body, department: house.departments.burgerzaken,
  'purposes.0.purpose': 'Beoordelen of een inwoner recht heeft op bijzondere bijstand', 'purposes.0.kind': 'main',
  'legal_bases.0.basis': 'public-task', 'legal_bases.0.law': 'participatiewet', 'legal_bases.0.article': 'art. 35',
  subject_categories: ['', 'residents'], data_categories: ['', 'name', 'contact'],
  'retention_rules.0.applies_to': 'Het dossier', 'retention_rules.0.source': 'own', 'retention_rules.0.term.amount': '5', 'retention_rules.0.term.unit': 'Y', 'retention_rules.0.starts_at': 'na het besluit',
  'retention_rules.0.explanation': 'Nodig voor bezwaar en beroep', pre_dpia_outcome: 'not_required', pre_dpia_on: '2026-01-15', pre_dpia_note: 'Gedaan vóór Waarborg, ligt in het dossier.', is_published: 'yes', public_summary: 'Wij beoordelen uw aanvraag.',
  ...more,
})

async function cast() {
  const house = await tenant()
  return {
    house,
    officer: await house.person('Petra Privacy', 'privacy_officer'),
    dpo: await house.person('Frits Gegevens', 'dpo'),
    owner: await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }),
    other: await house.person('Bert Belasting', { role: 'process_owner', departmentId: house.departments.belastingen }),
  }
}

async function made(person: Person, house: Tenant, fields: Record<string, string | readonly string[]>): Promise<string> {
  const response = await person.post(`/${house.slug}/verwerkingen/nieuw`, fields)
  assert.equal(response.status, 303, await failureOf(response))
  return /verwerkingen\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')![1]!
}

async function step(person: Person, house: Tenant, id: string, verb: string, fields: Record<string, string> = {}): Promise<Response> {
  return person.post(`/${house.slug}/verwerkingen/${id}/stap/${verb}`, fields)
}

async function failureOf(response: Response): Promise<string> {
  return (await response.clone().text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000)
}

async function activated(people: Awaited<ReturnType<typeof cast>>, fields: Record<string, string | readonly string[]> = {}): Promise<string> {
  const { house, officer, dpo, owner } = people
  const id = await made(officer, house, complete(house, fields))
  for (const [person, verb, values] of [[officer, 'submit', {}], [dpo, 'advise', { outcome: 'agreed' }], [owner, 'activate', {}]] as const) {
    const response = await step(person, house, id, verb, values)
    assert.equal(response.status, 303, `${verb}: ${await failureOf(response)}`)
  }
  return id
}

const page = async (person: Person, path: string) => (await person.get(path)).text()

test('H-07 H-50 N-32: a draft is submitted, tested by the DPO, its remarks answered, and activated by the owner', async () => {
  const { house, officer, dpo, owner } = await cast()
  const id = await made(officer, house, complete(house))
  const address = `/${house.slug}/verwerkingen/${id}`
  assert.match(await page(officer, address), /Concept/)

  assert.equal((await step(owner, house, id, 'activate')).status, 409, 'a draft can’t be activated')
  assert.equal((await step(officer, house, id, 'submit')).status, 303)
  assert.equal((await step(owner, house, id, 'activate')).status, 409, 'untested')
  assert.equal((await step(owner, house, id, 'advise', { outcome: 'agreed' })).status, 403, 'only the DPO tests')
  assert.equal((await step(dpo, house, id, 'advise', { outcome: 'remarks', note: 'Waarom vijf jaar?' })).status, 303)
  assert.equal((await step(dpo, house, id, 'activate')).status, 403, 'the DPO decides nothing (art. 38 lid 6 AVG)')
  const refused = await step(owner, house, id, 'activate')
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Beantwoord eerst de opmerking/)

  const remark = /id="opmerking-([0-9a-f-]{36})"/.exec(await page(owner, address))![1]!
  assert.equal((await owner.post(`${address}/opmerkingen/${remark}`, { [`answer-${remark}`]: 'Zo staat het in de selectielijst.' })).status, 303)
  assert.equal((await step(owner, house, id, 'activate', { note: 'Eerste versie' })).status, 303)
  const shown = await page(owner, address)
  assert.match(shown, /Actief/)
  assert.match(shown, /versie 1/)
  const history = await page(dpo, `${address}/geschiedenis`)
  for (const done of ['Aangemaakt', 'Ter toetsing aangeboden', 'Getoetst', 'Opmerking beantwoord', 'Geactiveerd']) assert.match(history, new RegExp(done))
  assert.match(history, /Petra Privacy/)
})

test('H-15: without the outcome of the pre-DPIA an entry can’t be offered; the refusal names the field', async () => {
  const { house, officer } = await cast()
  const id = await made(officer, house, complete(house, { pre_dpia_outcome: '' }))
  const response = await step(officer, house, id, 'submit')
  assert.equal(response.status, 400)
  assert.match(await response.text(), /pre-DPIA/)
})

test('H-07: an active entry stays public unchanged while its revision is under review, then a new version stands beside the old one', async () => {
  const people = await cast()
  const { house, officer, dpo, owner } = people
  const { app } = await product()
  const id = await activated(people)
  const address = `/${house.slug}/verwerkingen/${id}`
  const publicPage = async (path = '') => (await app.request(`http://waarborg.test/openbaar/${house.slug}/verwerkingen/${id}${path}`)).text()
  assert.match(await publicPage(), /Aanvragen bijzondere bijstand/)

  assert.equal((await step(officer, house, id, 'propose')).status, 303)
  const form = await page(officer, `${address}/wijzigen`)
  const revision = /name="revision" value="(\d+)"/.exec(form)![1]!
  const changed = await officer.post(`${address}/wijzigen`, complete(house, { revision, name: 'Bijzondere bijstand (nieuw)' }))
  assert.equal(changed.status, 303, await failureOf(changed))
  assert.equal((await step(officer, house, id, 'submit')).status, 303)
  assert.match(await page(officer, address), /Aanvragen bijzondere bijstand/)
  assert.doesNotMatch(await publicPage(), /\(nieuw\)/)
  assert.match(await page(dpo, `${address}/vergelijken?van=nu&amp;naar=voorstel`.replace('&amp;', '&')), /Eén veld verschilt/)

  assert.equal((await step(dpo, house, id, 'advise', { outcome: 'agreed' })).status, 303)
  assert.equal((await step(owner, house, id, 'activate', {})).status, 303)
  assert.match(await publicPage(), /\(nieuw\)/)
  assert.doesNotMatch(await publicPage('/versies/1'), /\(nieuw\)/)
  assert.match(await page(owner, `${address}/vergelijken?van=1&naar=2`), /Eén veld verschilt/)
})

test('two people editing: what only one changed is merged, the rest is shown side by side and nothing is lost', async () => {
  const { house, officer, owner } = await cast()
  const id = await made(officer, house, complete(house))
  const address = `/${house.slug}/verwerkingen/${id}/wijzigen`
  assert.equal((await owner.post(address, complete(house, { revision: '1', name: 'Naam van Olga', task: 'Taak van Olga' }))).status, 303)
  const conflict = await officer.post(address, complete(house, { revision: '1', name: 'Naam van Petra', further_use: 'Tekst van Petra' }))
  assert.equal(conflict.status, 409)
  const html = await conflict.text()
  for (const words of ['Olga Eigenaar', 'Naam van Petra', 'Naam van Olga', 'Taak van Olga', 'Tekst van Petra']) assert.ok(html.includes(words), words)
  const revision = /name="revision" value="(\d+)"/.exec(html)![1]!
  const resolved = await officer.post(address, complete(house, { revision, name: 'Naam van Petra', task: 'Taak van Olga', further_use: 'Tekst van Petra', 'conflict.name': 'theirs' }))
  assert.equal(resolved.status, 303, await failureOf(resolved))
  const shown = await page(officer, `/${house.slug}/verwerkingen/${id}`)
  for (const words of ['Naam van Olga', 'Taak van Olga', 'Tekst van Petra']) assert.ok(shown.includes(words), words)
})

test('a form that is sent after the entry was offered for review comes back with what was typed, and why it can’t be saved', async () => {
  const { house, officer, owner } = await cast()
  const id = await made(officer, house, complete(house))
  assert.equal((await step(officer, house, id, 'submit')).status, 303)
  const late = await owner.post(`/${house.slug}/verwerkingen/${id}/wijzigen`, complete(house, { revision: '1', name: 'Te laat getypt' }))
  assert.equal(late.status, 409)
  const html = await late.text()
  assert.match(html, /Te laat getypt/)
  assert.match(html, /in toetsing/)
})

test('N-02: a manager sees only the own department in list, search, count, entry and history', async () => {
  const { house, officer, owner, other } = await cast()
  const id = await made(officer, house, complete(house, { name: 'Geheim van Burgerzaken' }))
  await made(officer, house, complete(house, { name: 'Aanslagen opleggen', department: house.departments.belastingen }))
  const list = `/${house.slug}/verwerkingen`
  assert.match(await page(owner, list), /Geheim van Burgerzaken/)
  const seen = await page(other, list)
  assert.doesNotMatch(seen, /Geheim van Burgerzaken/)
  assert.match(seen, /1 verwerking</)
  assert.doesNotMatch(await page(other, `${list}?q=geheim`), /Geheim van Burgerzaken/)
  assert.doesNotMatch(await page(other, `/${house.slug}/zoeken?q=geheim`), /Geheim van Burgerzaken/)
  assert.doesNotMatch(await page(other, `${list}/bevindingen`), /Burgerzaken/)
  for (const path of ['', '/geschiedenis', '/wijzigen', '/vergelijken', '/versies/1']) assert.equal((await other.get(`${list}/${id}${path}`)).status, 404, path)
  assert.equal((await step(other, house, id, 'submit')).status, 404)
})

test('another organisation’s entry is not found by its id through any page', async () => {
  const one = await cast()
  const two = await cast()
  const id = await activated(one)
  for (const path of ['', '/wijzigen', '/geschiedenis', '/versies/1', '/vergelijken']) {
    assert.equal((await two.officer.get(`/${two.house.slug}/verwerkingen/${id}${path}`)).status, 404, path)
    assert.equal((await two.officer.get(`/${one.house.slug}/verwerkingen/${id}${path}`)).status, 404, path)
  }
  assert.equal((await step(two.owner, two.house, id, 'end', { reason: 'x' })).status, 404)
  const { app } = await product()
  assert.equal((await app.request(`http://waarborg.test/openbaar/${two.house.slug}/verwerkingen/${id}`)).status, 404)
})

test('bad input: every fault at once at its field, and what was typed comes back as typed', async () => {
  const { house, officer } = await cast()
  const response = await officer.post(`/${house.slug}/verwerkingen/nieuw`, complete(house, {
    name: '', pre_dpia_on: '31-02-2026', 'legal_bases.0.basis': 'because-i-say-so', 'retention_rules.0.term.amount': 'vijf', description: '<script>alert(1)</script> \'; drop table person; --',
  }))
  assert.equal(response.status, 400)
  const html = await response.text()
  for (const words of ['Dit is geen datum', 'staat niet in de lijst', 'Dit is geen termijn', 'value="31-02-2026"', '&lt;script&gt;', 'drop table person']) assert.ok(html.includes(words), words)
  assert.doesNotMatch(html, /<script>alert/)
})

test('adding and removing a row works without JavaScript and keeps what was typed', async () => {
  const { house, officer } = await cast()
  const address = `/${house.slug}/verwerkingen/nieuw`
  const added = await (await officer.post(address, complete(house, { _action: 'add:purposes', purposes: '' }))).text()
  assert.match(added, /name="purposes\.1\.purpose"/)
  assert.match(added, /Beoordelen of een inwoner recht heeft/)
  const removed = await (await officer.post(address, complete(house, { _action: 'remove:purposes:0', purposes: '' }))).text()
  assert.doesNotMatch(removed, /Beoordelen of een inwoner recht heeft/)
})

test('H-07: yearly review gives a real due date; the board counts what is late', async () => {
  const { setClock } = await product()
  try {
    setClock('2027-03-02T09:00:00Z')
    const people = await cast()
    const { house, owner } = people
    const id = await activated(people)
    assert.match(await page(owner, `/${house.slug}/verwerkingen/${id}`), /2 maart 2028/)
    setClock('2028-03-03T09:00:00Z')
    const again = await house.person('Olga Later', { role: 'process_owner', departmentId: house.departments.burgerzaken })
    assert.match(await page(again, `/${house.slug}/verwerkingen?controle=overdue`), /bijzondere bijstand/)
    assert.match(await page(again, `/${house.slug}/verwerkingen/nakijken`), /0 van 1 bij/)
    assert.equal((await step(again, house, id, 'review', {})).status, 303)
    assert.match(await page(again, `/${house.slug}/verwerkingen/nakijken`), /1 van 1 bij/)
    assert.match(await page(again, `/${house.slug}/verwerkingen/${id}`), /3 maart 2029/)
  } finally {
    setClock(undefined)
  }
})

test('list: words in any Dutch form and partial words, filters, sort and keyset paging stand in the address', async () => {
  const { house, officer } = await cast()
  for (let number = 0; number < 30; number++) await made(officer, house, { name: `Vergunning ${String(number).padStart(2, '0')}`, department: number % 2 === 0 ? house.departments.burgerzaken : house.departments.belastingen })
  await made(officer, house, { name: 'Évenementenvergunningen verlenen' })
  const list = `/${house.slug}/verwerkingen`
  assert.match(await page(officer, `${list}?q=evenementen`), /Évenementenvergunningen/)
  assert.match(await page(officer, `${list}?q=nementenverg`), /Évenementenvergunningen/, 'part of a word')
  assert.match(await page(officer, `${list}?q=vergunningen`), /Vergunning 07/, 'another form of the word')
  const first = await page(officer, list)
  assert.match(first, /31 verwerkingen/)
  const next = /href="([^"]+)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = await page(officer, next)
  assert.match(second, /Vergunning 29/)
  assert.doesNotMatch(second, /Vergunning 00/)
  const back = /href="([^"]+)" rel="prev"/.exec(second)![1]!.replaceAll('&amp;', '&')
  assert.match(await page(officer, back), /Vergunning 00/)
  assert.match(await page(officer, `${list}?afdeling=${house.departments.belastingen}`), /15 verwerkingen/)
  assert.match(await page(officer, `${list}?sorteer=name&volgorde=desc&aantal=50`), /Vergunning 29[\s\S]+Vergunning 00/)
  assert.match(await page(officer, `${list}?afdeling=x'--&sorteer=drop&na=zzz`), /niet begrepen/)
})

test('N-39: reading an entry that names its owner leaves access records, pseudonymous', async () => {
  const { house, officer, owner } = await cast()
  const id = await made(officer, house, complete(house, { owner: owner.personId }))
  const count = () => house.scoped(async (scope) => (await scope.tx.selectFrom('access_record').selectAll().where('organisation_id', '=', scope.organisation.id).execute()))
  const before = (await count()).length
  await page(officer, `/${house.slug}/verwerkingen/${id}`)
  const records = await count()
  assert.equal(records.length, before + 2, 'one for the act and one for the data subject')
  assert.ok(!JSON.stringify(records).includes(owner.personId))
  assert.ok(!JSON.stringify(records).includes('Olga'))
})
