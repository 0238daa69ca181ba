// Several entries at once: seen beforehand, refused where it isn't allowed, done with history, and taken back where nobody changed it since.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { tenant, type Tenant } from '../../test/support/product.ts'
import { plain, type Visitor, visitorOf } from '../../test/support/register-visitor.ts'
import { newId } from '../ground/ids.ts'
import { systems } from '../registers/systems/register.ts'
import { mostAtOnce } from './bulk.ts'
import { emptyInput } from './field-types.ts'
import { newEntry, settleNew } from './perform.ts'
import { insertEntries } from './store.ts'

type Sent = Record<string, string | readonly string[]>

const hiddenIn = (html: string): Sent => {
  const found: Record<string, string[]> = {}
  for (const [, name, value] of html.slice(html.indexOf('samen/doen"')).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) (found[name!] ??= []).push(value!)
  return found
}
/** Sends what the preview holds, as pressing its button would. */
const confirm = (person: Visitor, path: string, preview: string) => person.send(`/${path}/samen/doen`, hiddenIn(preview))

async function preview(person: Visitor, path: string, ids: readonly string[], action: string, asked: Sent = {}): Promise<string> {
  const response = await person.send(`/${path}/samen`, { 'samen.gekozen': ids, 'samen.doen': action, 'samen.gevraagd': 'yes', ...asked })
  const html = await response.text()
  assert.equal(response.status, 200, plain(html))
  return html
}

describe('fields of several entries', () => {
  let house: Tenant
  let officer: Visitor
  let owner: Visitor
  before(async () => {
    house = await tenant()
    officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    owner = await visitorOf(house, 'Olga Eigenaar', [{ role: 'process_owner', departmentId: house.departments.burgerzaken }])
  })
  const made = (names: readonly string[], more: Sent = {}) => Promise.all(names.map((name) => officer.make('systemen', { name, ...more })))

  test('are asked once, shown per entry with what is and what comes, changed with a history each, and set back', async () => {
    const [one, two, same] = await made(['Eén', 'Twee']).then(async (ids) => [...ids, await officer.make('systemen', { name: 'Drie', department: house.departments.belastingen })]) as [string, string, string]
    const asking = await officer.send('/systemen/samen', { 'samen.gekozen': [one, two, same], 'samen.doen': 'set.department' })
    assert.match(plain(await asking.text()), /3 systemen.*Afdeling/)
    const empty = await officer.send('/systemen/samen', { 'samen.gekozen': [one, two, same], 'samen.doen': 'set.department', 'samen.gevraagd': 'yes', department: '' })
    assert.equal(empty.status, 400)
    assert.match(plain(await empty.text()), /Kies eerst een waarde/)

    const shown = await preview(officer, 'systemen', [one, two, same], 'set.department', { department: house.departments.belastingen })
    assert.match(plain(shown), /2 systemen: wordt gewijzigd 1 systeem: blijft gelijk/)
    assert.match(plain(shown), /Eén wordt gewijzigd – Belastingen/)
    assert.doesNotMatch(plain(await officer.page(`/systemen/${one}`)), /Belastingen/, 'a preview changes nothing')
    assert.doesNotMatch(plain(await officer.page(`/systemen/${one}`)), /versie 2/)

    const done = await confirm(officer, 'systemen', shown)
    assert.equal(done.status, 303)
    const report = done.headers.get('location')!.replace(`/${house.slug}`, '')
    assert.match(plain(await officer.page(report)), /2 systemen gewijzigd\. 1 systeem niet gewijzigd\..*Ongedaan maken/)
    for (const id of [one, two]) assert.match(plain(await officer.page(`/systemen/${id}/geschiedenis`)), /Gewijzigd Petra Privacy.*Afdeling Was: Niet ingevuld Werd: Belastingen/)
    const cause = /samen\/([0-9a-f-]{36})/.exec(report)![1]!
    assert.match(plain(await officer.page(`/systemen?import=${cause}`)), /2 systemen/)

    const twice = await confirm(officer, 'systemen', shown)
    assert.equal(twice.headers.get('location'), `/${house.slug}/systemen/samen/${cause}`, 'pressed twice is done once')

    const form = await officer.page(`/systemen/${two}/wijzigen`)
    await officer.send(`/systemen/${two}/wijzigen`, { revision: /name="revision" value="(\d+)"/.exec(form)![1]!, name: 'Twee', department: house.departments.burgerzaken })
    const undone = await officer.send(`/systemen/samen/${cause}/ongedaan`, {})
    assert.match(plain(await undone.text()), /1 systeem: gewijzigd 1 systeem: blijft gelijk.*Twee blijft gelijk Sindsdien opnieuw gewijzigd/)
    assert.doesNotMatch(plain(await officer.page(`/systemen/${one}`)), /Belastingen/)
    assert.match(plain(await officer.page(`/systemen/${two}`)), /Burgerzaken/, 'what somebody chose since stays')
  })

  test('terms are added and taken away, beside what was there', async () => {
    const [first, second] = await Promise.all([officer.make('systemen', { name: 'Met naam', data_categories: ['', 'name'] }), officer.make('systemen', { name: 'Met BSN', data_categories: ['', 'bsn'] })])
    assert.equal((await confirm(officer, 'systemen', await preview(officer, 'systemen', [first, second], 'add.data_categories', { data_categories: ['', 'bsn', 'contact'] }))).status, 303)
    const keys = async () => house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('information_system_data_categories').select(['entry_id', 'key']).where('organisation_id', '=', organisation.id).orderBy('position').execute()))
    const of = async (id: string) => (await keys()).filter(({ entry_id }) => entry_id === id).map(({ key }) => key)
    assert.deepEqual([await of(first), await of(second)], [['name', 'bsn', 'contact'], ['bsn', 'contact']])
    await confirm(officer, 'systemen', await preview(officer, 'systemen', [first, second], 'take.data_categories', { data_categories: ['', 'bsn'] }))
    assert.deepEqual([await of(first), await of(second)], [['name', 'contact'], ['contact']])
  })

  test('N-02: what the role doesn’t allow is refused per entry, and what may not be seen isn’t there', async () => {
    const [own, other] = await Promise.all([officer.make('systemen', { name: 'Van Burgerzaken', department: house.departments.burgerzaken }), officer.make('systemen', { name: 'Van Belastingen', department: house.departments.belastingen })])
    const shown = await preview(owner, 'systemen', [own, other, newId()], 'set.is_encrypted', { is_encrypted: 'yes' })
    assert.match(plain(shown), /1 systeem: wordt gewijzigd 1 systeem: kan niet/)
    assert.match(plain(shown), /Van Belastingen kan niet Uw rol staat “wijzigen” hier niet toe/)
    const moved = await preview(owner, 'systemen', [own], 'set.department', { department: house.departments.belastingen })
    assert.match(plain(moved), /U kunt dit alleen aan uw eigen afdeling geven/)
    assert.doesNotMatch(moved, /samen\/doen/, 'nothing to confirm')
    const result = plain(await (await confirm(owner, 'systemen', shown)).text())
    assert.match(result, /1 systeem: gewijzigd 1 systeem: niet gelukt/)
    assert.match(plain(await officer.page(`/systemen/${other}`)), /Niet ingevuld: [^.]*versleuteld opgeslagen/)

    const hidden = await officer.make('verwerkingen', { name: 'Verborgen', department: house.departments.belastingen })
    assert.doesNotMatch(await preview(owner, 'verwerkingen', [hidden], 'set.role', { role: 'processor' }), /Verborgen/)
  })

  test('more than fits at once is refused with the limit; nothing chosen, nothing said and made-up actions are too', async () => {
    const big = await tenant()
    const person = await visitorOf(big, 'Petra Privacy', ['privacy_officer'])
    await big.scoped(async (scope) => {
      await insertEntries(scope.tx, systems, scope.organisation.id, Array.from({ length: mostAtOnce + 1 }, (_, index) => newEntry(scope, systems, { ...emptyInput(systems.fields), name: `Systeem ${index}`, kind: index < 3 ? 'paper' : null })))
    })
    const all = await person.send('/systemen/samen', { 'samen.alles': 'yes', 'samen.lijst': '', 'samen.doen': 'set.kind' })
    assert.equal(all.status, 400)
    assert.match(plain(await all.text()), /hooguit 500 systemen tegelijk/)
    const some = await person.send('/systemen/samen', { 'samen.alles': 'yes', 'samen.lijst': 'soort=paper&aantal=25', 'samen.doen': 'set.kind', 'samen.gevraagd': 'yes', kind: 'central' })
    assert.match(plain(await some.text()), /3 systemen: wordt gewijzigd/)
    assert.match(plain(await (await person.send('/systemen/samen', { 'samen.gekozen': newId() })).text()), /Wat wilt u doen\?/)
    for (const sent of [{}, { 'samen.gekozen': 'no id', 'samen.doen': 'set.kind' }, { 'samen.gekozen': newId(), 'samen.doen': 'set.name' }, { 'samen.gekozen': newId(), 'samen.doen': 'step.change' }, { 'samen.gekozen': newId(), 'samen.doen': 'step.__proto__' }] as Sent[]) {
      assert.equal((await person.send('/systemen/samen', sent)).status, 400, JSON.stringify(sent))
      assert.ok([400, 404].includes((await person.send('/systemen/samen/doen', { ...sent, 'samen.kenmerk': newId() })).status))
    }
    assert.equal((await person.get(`/${big.slug}/systemen/samen/${newId()}`)).status, 404)
    assert.equal((await person.get(`/${big.slug}/systemen/samen`)).status, 303)
  })

  test('all that a filter shows are changed in one go, each with its own history and findings', async () => {
    const big = await tenant()
    const person = await visitorOf(big, 'Petra Privacy', ['privacy_officer'])
    await big.scoped(async (scope) => {
      const entries = Array.from({ length: 60 }, (_, index) => newEntry(scope, systems, { ...emptyInput(systems.fields), name: `Systeem ${index}` }))
      await insertEntries(scope.tx, systems, scope.organisation.id, entries)
      await settleNew(scope, systems, entries, 'create')
    })
    const of = (rule: string) => big.scoped(async ({ tx, organisation }) => (await tx.selectFrom('finding').select('entry_id').where('organisation_id', '=', organisation.id).where('rule', '=', rule).execute()).length)
    assert.equal(await of('kind-missing'), 60)
    const shown = await (await person.send('/systemen/samen', { 'samen.alles': 'yes', 'samen.lijst': 'q=systeem', 'samen.doen': 'set.kind', 'samen.gevraagd': 'yes', kind: 'spreadsheet' })).text()
    assert.match(plain(shown), /60 systemen: wordt gewijzigd/)
    assert.equal((await confirm(person, 'systemen', shown)).status, 303)
    const { events, changed } = await big.scoped(async ({ tx, organisation }) => ({
      events: await tx.selectFrom('history_event').select(['entry_id', 'cause_id']).where('organisation_id', '=', organisation.id).where('verb', '=', 'change').execute(),
      changed: await tx.selectFrom('information_system').select('id').where('organisation_id', '=', organisation.id).where('kind', '=', 'spreadsheet').where('version', '=', 2).execute(),
    }))
    assert.deepEqual([events.length, new Set(events.map(({ cause_id }) => cause_id)).size, changed.length], [60, 1, 60])
    assert.deepEqual([await of('kind-missing'), await of('decentral-unexplained')], [0, 60])
  })
})

describe('steps, and a register with a test beforehand', () => {
  let house: Tenant
  let officer: Visitor
  let dpo: Visitor
  let owner: Visitor
  before(async () => {
    house = await tenant()
    officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    dpo = await visitorOf(house, 'Frits Gegevens', ['dpo'])
    owner = await visitorOf(house, 'Olga Eigenaar', [{ role: 'process_owner', departmentId: house.departments.burgerzaken }])
  })

  test('a step is taken where it can be, with one note for all, and refused with the reason where not', async () => {
    const [one, two, ended] = await Promise.all(['Eén', 'Twee', 'Weg'].map((name) => officer.make('systemen', { name }))) as [string, string, string]
    await officer.send(`/systemen/${ended}/stap/end`, { reason: 'Vervangen' })
    const asking = await officer.send('/systemen/samen', { 'samen.gekozen': [one, two, ended], 'samen.doen': 'step.review' })
    assert.match(plain(await asking.text()), /U verklaart dat u dit hebt nagekeken/)
    const shown = await preview(officer, 'systemen', [one, two, ended], 'step.review', { note: 'In één keer nagelopen' })
    assert.match(plain(shown), /2 systemen: wordt gewijzigd 1 systeem: kan niet.*Weg kan niet “Jaarlijks nagekeken” kan nu niet: dit systeem is uit gebruik/)
    const result = await confirm(officer, 'systemen', shown)
    assert.match(plain(await result.text()), /2 systemen: gewijzigd 1 systeem: niet gelukt/)
    assert.match(plain(await officer.page(`/systemen/${two}/geschiedenis`)), /Nagekeken Petra Privacy.*In één keer nagelopen/)
    assert.match(plain(await (await officer.send('/systemen/samen', { 'samen.gekozen': [one], 'samen.doen': 'step.end', 'samen.gevraagd': 'yes', reason: '' })).text()), /Vul “Waarom, en wat gebeurt er met de gegevens\?” in/)
  })

  test('what blocks a step is found before it is done: offering what isn’t complete', async () => {
    const id = await officer.make('verwerkingen', { name: 'Onaf', department: house.departments.burgerzaken })
    const shown = await preview(officer, 'verwerkingen', [id], 'step.submit')
    assert.match(plain(shown), /1 verwerking: kan niet/)
    assert.doesNotMatch(shown, /samen\/doen/)
    assert.match(plain(await officer.page(`/verwerkingen/${id}`)), /Concept/)
  })

  test('H-07 H-50: what is in force gets a proposal beside it, said beforehand; undoing drops what holds nothing else', async () => {
    const draft = await officer.make('verwerkersovereenkomsten', { name: 'In concept', department: house.departments.burgerzaken })
    const [first, second] = await Promise.all(['Van kracht A', 'Van kracht B'].map((name) => officer.make('verwerkersovereenkomsten', { name, department: house.departments.burgerzaken }))) as [string, string]
    await house.scoped(({ tx, organisation }) => tx.updateTable('processor_agreement').set({ status: 'active', version: 1 }).where('organisation_id', '=', organisation.id).where('id', 'in', [first, second]).execute())
    const shown = await preview(officer, 'verwerkersovereenkomsten', [draft, first, second], 'set.department', { department: house.departments.belastingen })
    assert.match(plain(shown), /1 verwerkersovereenkomst: wordt gewijzigd 2 verwerkersovereenkomsten: wordt een voorstel Ter informatie: Wat van kracht is, verandert niet meteen/)
    const done = await confirm(officer, 'verwerkersovereenkomsten', shown)
    assert.equal(done.status, 303, plain(await done.clone().text()))
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${first}`)), /Er is een voorstel voor een wijziging \(in concept\)/)
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${first}`)), /Afdeling Burgerzaken/)
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${first}?weergave=voorstel`)), /Afdeling gewijzigd Belastingen/)

    const form = await officer.page(`/verwerkersovereenkomsten/${second}/wijzigen`)
    await officer.send(`/verwerkersovereenkomsten/${second}/wijzigen`, { revision: /name="revision" value="(\d+)"/.exec(form)![1]!, name: 'Van kracht B, nieuwe naam', department: house.departments.belastingen })
    const cause = /samen\/([0-9a-f-]{36})/.exec(done.headers.get('location')!)![1]!
    const undone = await officer.send(`/verwerkersovereenkomsten/samen/${cause}/ongedaan`, {})
    assert.equal(undone.status, 303, plain(await undone.clone().text()))
    assert.doesNotMatch(plain(await officer.page(`/verwerkersovereenkomsten/${first}`)), /voorstel voor een wijziging/, 'a proposal with nothing else goes')
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${second}?weergave=voorstel`)), /Van kracht B, nieuwe naam.*Afdeling Burgerzaken/, 'one with more stays, without this')
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${draft}`)), /Afdeling Burgerzaken/)
    assert.equal((await dpo.send(`/verwerkersovereenkomsten/samen/${cause}/ongedaan`, {})).status, 200)
  })

  test('N-32: the choices are those of the role: a DPO changes nothing, an owner decides', async () => {
    await officer.make('verwerkingen', { name: 'Iets', department: house.departments.burgerzaken })
    const choices = async (person: Visitor) => (await person.send('/verwerkingen/samen', { 'samen.gekozen': newId() })).text()
    assert.doesNotMatch(await dpo.page('/verwerkingen'), /Wijzig wat is aangevinkt|samen\.gekozen/)
    assert.match(await officer.page('/verwerkingen'), /Wijzig wat is aangevinkt/)
    assert.match(await choices(officer), /<option value="set\.department"/)
    assert.doesNotMatch(await choices(officer), /<option value="step\.activate"/)
    assert.match(await choices(owner), /<option value="step\.activate"/)
    assert.doesNotMatch(await choices(owner), /<option value="(step\.(advise|remark|change|answer)|set\.(name|number))"/)
    assert.equal((await dpo.send('/verwerkingen/samen', { 'samen.gekozen': newId(), 'samen.doen': 'set.department' })).status, 400)
  })
})
