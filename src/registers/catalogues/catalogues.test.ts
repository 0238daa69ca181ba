// The story of the catalogues through the front door: reading, own terms, out of use, a new release, history, and who may do what.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { goodPassword } from '../../../test/support/people.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'

type Person = Awaited<ReturnType<Tenant['person']>>

async function cast() {
  const house = await tenant()
  const officer = await house.person('Petra Privacy', 'privacy_officer')
  return { house, officer, at: (path = '') => `/${house.slug}/catalogi${path}` }
}

const activity = (house: Tenant, more: Record<string, string | readonly string[]> = {}) => ({ name: 'Parkeervergunning', role: 'controller', department: house.departments.burgerzaken, ...more })

async function made(person: Person, house: Tenant, fields: Record<string, string | readonly string[]>): Promise<string> {
  const response = await person.post(`/${house.slug}/verwerkingen/nieuw`, fields)
  assert.equal(response.status, 303)
  return /verwerkingen\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')![1]!
}

async function textOf(person: Person, path: string): Promise<string> {
  const response = await person.get(path)
  assert.equal(response.status, 200, path)
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('whoever oversees the register reads the catalogues; only privacy officer and administrator change them; an employee reads none', async () => {
  const { house, officer, at } = await cast()
  const before = await textOf(officer, at('/recipient'))
  for (const role of ['dpo', 'ciso', 'iso', 'auditor'] as const) {
    const person = await house.person(`Iemand ${role}`, role)
    for (const path of ['', '/recipient', '/verschil']) assert.equal((await person.get(at(path))).status, 200, `${role} ${path}`)
    const html = await (await person.get(at('/measure/encryption-at-rest'))).text()
    assert.doesNotMatch(html, /Buiten gebruik zetten|Eigen waarde toevoegen/)
    assert.equal((await person.get(at('/recipient/nieuw'))).status, 403, role)
    assert.equal((await person.post(at('/recipient/nieuw'), { label: 'Stichting' })).status, 403, role)
    assert.equal((await person.post(at('/measure/encryption-at-rest/stand'), { stand: 'uit' })).status, 403, role)
    assert.equal((await person.post(at('/verschil'), { _action: 'all' })).status, 403, role)
  }
  const employee = await house.person('Wim Werknemer', { role: 'employee', departmentId: house.departments.burgerzaken })
  for (const path of ['', '/recipient', '/measure/encryption-at-rest', '/verschil']) assert.equal((await employee.get(at(path))).status, 403, path)
  assert.doesNotMatch(await (await employee.get(`/${house.slug}`)).text(), /Catalogi/)
  const beheerder = await house.person('Ada Beheer', 'administrator')
  assert.equal((await beheerder.post(at('/recipient/nieuw'), { label: 'Stichting De Brug' })).status, 303)
  assert.notEqual(await textOf(officer, at('/recipient')), before)
})

test('M-07: an own term is added with its marks, found, changed, and its history says who did what', async () => {
  const { officer, at } = await cast()
  const refused = await officer.post(at('/data-category/nieuw'), { label: 'Adres', note: 'Onthoud mij', marks: ['special'] })
  assert.equal(refused.status, 400)
  const again = await refused.text()
  for (const words of ['staat al in deze lijst', 'Onthoud mij', '<title>Fout:']) assert.ok(again.includes(words), words)
  assert.match(again, /value="special" checked/)

  const added = await officer.post(at('/data-category/nieuw'), { label: 'Gezichtsscan', labelEn: 'Face scan', note: 'Opname voor herkenning.', marks: ['special', 'sensitive'], synonyms: 'gezichtsprofiel\r\nfacescan\r\n' })
  assert.equal(added.headers.get('location'), `${at('/data-category/own-gezichtsscan')}?gedaan=toegevoegd`)
  assert.match(await textOf(officer, at('/data-category?herkomst=eigen')), /Gezichtsscan eigen .*Opname voor herkenning\. .*gezichtsprofiel, facescan .*Bijzonder/)
  assert.match(await textOf(officer, at('/data-category?q=facescan')), /1 van \d+ waarden/)
  assert.match(await textOf(officer, at('/data-category?q=bestaatniet')), /Niets gevonden/)

  const form = await (await officer.get(at('/data-category/own-gezichtsscan/wijzigen'))).text()
  const seen = /name="seen" value="([^"]+)"/.exec(form)![1]!
  assert.equal((await officer.post(at('/data-category/own-gezichtsscan/wijzigen'), { label: 'Gezichtsopname', marks: ['special'], seen })).status, 303)
  const late = await officer.post(at('/data-category/own-gezichtsscan/wijzigen'), { label: 'Te laat getypt', seen })
  assert.equal(late.status, 409)
  const both = await late.text()
  assert.match(both, /value="Te laat getypt"/)
  assert.match(both, /intussen gewijzigd[\s\S]*Gezichtsopname/)
  const page = await textOf(officer, at('/data-category/own-gezichtsscan'))
  assert.match(page, /Geschiedenis Gewijzigd Petra Privacy .* Naam Was: Gezichtsscan Werd: Gezichtsopname .*Toegevoegd Petra Privacy/)
  assert.match(await textOf(officer, at('/data-category')), /Gezichtsopname: Gewijzigd/)
})

test('a shipped term can\'t be changed, a closed list takes no own term, and what isn\'t there is not found', async () => {
  const { officer, at } = await cast()
  assert.equal((await officer.post(at('/measure/encryption-at-rest/wijzigen'), { label: 'Versleuteld', seen: 'x' })).status, 409)
  assert.match(await textOf(officer, at('/legal-basis/nieuw')), /een eigen grondslag bestaat niet/)
  assert.equal((await officer.post(at('/legal-basis/nieuw'), { label: 'Omdat het kan' })).status, 409)
  assert.doesNotMatch(await textOf(officer, at('/legal-basis')), /Eigen waarde toevoegen/)
  for (const path of ['/niets', '/measure/niets', '/__proto__', '/measure/__proto__']) assert.equal((await officer.get(at(path))).status, 404, path)
  assert.equal((await officer.post(at('/measure/niets/stand'), { stand: 'uit' })).status, 404)
  assert.equal((await officer.post(at('/measure/encryption-at-rest/stand'), { stand: 'weg' })).status, 404)
})

test('a retired term stays on the entry that has it, is found there as a finding, and can\'t be chosen anew', async () => {
  const { house, officer, at } = await cast()
  const kept = await made(officer, house, activity(house, { 'legal_bases.0.basis': 'public-task', 'legal_bases.0.law': 'participatiewet', data_categories: ['', 'name', 'bsn'] }))
  assert.match(await textOf(officer, at('/sector-law?q=participatiewet')), /Participatiewet/)
  assert.equal((await officer.post(at('/sector-law/participatiewet/stand'), { stand: 'uit' })).status, 303)
  assert.equal((await officer.post(at('/data-category/bsn/stand'), { stand: 'uit' })).status, 303)

  assert.match(await textOf(officer, `/${house.slug}/verwerkingen/${kept}`), /Participatiewet/)
  const findings = await house.scoped((scope) => scope.tx.selectFrom('finding').select('rule').where('entry_id', '=', kept).execute())
  assert.ok(findings.some(({ rule }) => rule === 'law-expired'), 'the finding appears at once')
  const fresh = await (await officer.get(`/${house.slug}/verwerkingen/nieuw`)).text()
  assert.doesNotMatch(fresh, /value="participatiewet"|name="data_categories" value="bsn"/)
  const refused = await officer.post(`/${house.slug}/verwerkingen/nieuw`, activity(house, { name: 'Nieuw', data_categories: ['', 'bsn'] }))
  assert.equal(refused.status, 400)
  const own = await (await officer.get(`/${house.slug}/verwerkingen/${kept}/wijzigen`)).text()
  assert.match(own, /name="data_categories" value="bsn" checked/)

  assert.match(await textOf(officer, at('/sector-law/participatiewet')), /buiten gebruik\. Verwerkingen die haar hebben, houden haar/)
  assert.equal((await officer.post(at('/sector-law/participatiewet/stand'), { stand: 'in' })).status, 303)
  const after = await house.scoped((scope) => scope.tx.selectFrom('finding').select('rule').where('entry_id', '=', kept).execute())
  assert.ok(!after.some(({ rule }) => rule === 'law-expired'), 'and goes with the term\'s return')
})

test('uses are counted once per entry, lead to the list, and count only what the reader may see', async () => {
  const { house, officer, at } = await cast()
  await made(officer, house, activity(house, { data_categories: ['', 'name'], 'legal_bases.0.basis': 'public-task', 'legal_bases.1.basis': 'public-task', 'legal_bases.1.article': 'art. 2' }))
  await made(officer, house, activity(house, { name: 'Belasting', department: house.departments.belastingen, data_categories: ['', 'name'] }))
  const html = await (await officer.get(at('/data-category/name'))).text()
  assert.match(html, new RegExp(`href="/${house.slug}/verwerkingen\\?gegevens=name">2<`))
  assert.match(await (await officer.get(at('/legal-basis/public-task'))).text(), /grondslag=public-task">1</)
  const owner = await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken })
  assert.match(await (await owner.get(at('/data-category/name'))).text(), /gegevens=name">1</)
  const other = await cast()
  assert.match(await textOf(other.officer, other.at('/data-category/name')), /Verwerkingen 0 /)
})

test('changing an own term\'s name lets the entries that have it be found by the new one', async () => {
  const { house, officer, at } = await cast()
  await officer.post(at('/measure/nieuw'), { label: 'Waakhond' })
  await made(officer, house, activity(house, { measures: ['', 'own-waakhond'] }))
  const seen = /name="seen" value="([^"]+)"/.exec(await (await officer.get(at('/measure/own-waakhond/wijzigen'))).text())![1]!
  assert.equal((await officer.post(at('/measure/own-waakhond/wijzigen'), { label: 'Ganzenwacht', seen })).status, 303)
  assert.match(await textOf(officer, `/${house.slug}/verwerkingen?q=ganzenwacht`), /Parkeervergunning/)
  assert.doesNotMatch(await textOf(officer, `/${house.slug}/verwerkingen?q=waakhond`), /Parkeervergunning/)
})

test('a release is shown as added, changed and withdrawn, and taken over in part or whole, each with its history', async () => {
  const { house, officer, at } = await cast()
  assert.match(await textOf(officer, at('/verschil')), /Alles is bijgewerkt/)
  await house.scoped(async (scope) => {
    await sql`update catalogue_term set key = 'old-hosting' where catalogue = 'service' and key = 'hosting'`.execute(scope.tx)
    await sql`update catalogue_term set label_nl = 'Helpdesk', origin = 'waarborg 2025-01', version = '2025-01' where catalogue = 'service' and key = 'service-desk'`.execute(scope.tx)
  })
  assert.match(await textOf(officer, at()), /Er zijn 3 verschillen/)
  assert.match(await textOf(officer, at('/verschil')), /Nieuw .*Gewijzigd .*Naam was Helpdesk wordt Servicedesk .*Vervallen/)
  assert.match((await officer.post(at('/verschil'), { _action: 'chosen' })).headers.get('location') ?? '', /gedaan=niets/)
  assert.match((await officer.post(at('/verschil'), { _action: 'chosen', term: ['service/service-desk', 'service/niets', 'rommel'] })).headers.get('location') ?? '', /overgenomen-1$/)
  assert.match(await textOf(officer, at('/service/service-desk')), /Wijziging uit een uitgave overgenomen Petra Privacy .*Was: Helpdesk Werd: Servicedesk/)
  assert.match((await officer.post(at('/verschil'), { _action: 'all' })).headers.get('location') ?? '', /overgenomen-2$/)
  assert.match(await textOf(officer, at('/service?stand=buiten-gebruik')), /1 van 1[34] waarden/)
  assert.match(await textOf(officer, at('/verschil')), /Alles is bijgewerkt/)
})

test('an expired session in mid-form loses nothing that was typed', async () => {
  const { house, officer, at } = await cast()
  await officer.get(at('/purpose/nieuw'))
  await house.scoped((scope) => sql`update session set ended_at = ${scope.now} where account_id = ${officer.accountId}`.execute(scope.tx))
  const kept = await officer.post(at('/purpose/nieuw'), { label: 'Tuinfeest houden', synonyms: 'bbq' })
  const door = new URL(kept.headers.get('location') ?? '', 'http://x')
  const back = await officer.post(`/${house.slug}/inloggen`, { email: officer.email, password: goodPassword, verder: door.searchParams.get('verder') ?? '' })
  const form = await (await officer.get(back.headers.get('location') ?? '')).text()
  assert.match(form, /value="Tuinfeest houden"/)
  assert.match(form, />\s*bbq\s*<\/textarea>/)
})

test('markup and SQL in a term are shown as text', async () => {
  const { officer, at } = await cast()
  const nasty = `<script>alert(1)</script>'); drop table catalogue_term --`
  assert.equal((await officer.post(at('/purpose/nieuw'), { label: nasty.replace(';', ''), note: nasty, synonyms: nasty })).status, 303)
  const html = await (await officer.get(at('/purpose?herkomst=eigen'))).text()
  assert.ok(!html.includes('<script>alert') && html.includes('&lt;script&gt;alert'))
})
