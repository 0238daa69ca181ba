// Pages of any register, from its declaration alone: made, changed, versioned and ended; what points where; and a large register typed by number.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { plain, type Visitor, visitorOf } from '../../../test/support/register-visitor.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { newId } from '../../ground/ids.ts'
import { processors } from '../../registers/processors/register.ts'
import { systems } from '../../registers/systems/register.ts'
import { emptyInput } from '../field-types.ts'
import { mostOffered } from '../lookups.ts'
import { newEntry } from '../perform.ts'
import { insertEntries } from '../store.ts'

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)![1]!

describe('a register without a test beforehand', () => {
  let house: Tenant
  let officer: Visitor
  let employee: Visitor
  before(async () => {
    house = await tenant()
    officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    employee = await visitorOf(house, 'Wim Werk', [{ role: 'employee', departmentId: house.departments.burgerzaken }])
  })

  test('an entry is made, changed with a version each time, ended with a reason, and taken up again', async () => {
    const id = await officer.make('systemen', { name: 'Zaaksysteem', kind: 'central', user_count: '1.200', is_encrypted: 'yes', data_categories: ['', 'name', 'bsn'] })
    const at = `/systemen/${id}`
    const shown = plain(await officer.page(at))
    for (const words of ['Zaaksysteem', 'In gebruik', '1.200', 'versie 1', 'Uit gebruik nemen', 'Jaarlijks nagekeken']) assert.ok(shown.includes(words), words)
    const form = await officer.page(`${at}/wijzigen`)
    assert.match(form, /value="1200"/)
    assert.equal((await officer.send(`${at}/wijzigen`, { revision: revisionIn(form), name: 'Zaaksysteem 2', kind: 'central', user_count: 'veel', data_categories: '' })).status, 400)
    const again = await officer.send(`${at}/wijzigen`, { revision: revisionIn(form), name: 'Zaaksysteem 2', kind: 'central', user_count: '', data_categories: '' })
    assert.equal(again.status, 303, plain(await again.text()))
    assert.match(plain(await officer.page(`${at}/vergelijken?van=1&naar=2`)), /3 velden verschillen/)
    assert.match(plain(await officer.page(`${at}/versies/1`)), /Zaaksysteem, versie 1/)
    assert.match(plain(await officer.page(`${at}/geschiedenis?veld=name`)), /Geschiedenis: Naam van het systeem.*Zaaksysteem 2/)

    const refused = await officer.send(`${at}/stap/end`, { reason: ' ' })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /Vul “Waarom, en wat gebeurt er met de gegevens\?” in/)
    assert.equal((await officer.send(`${at}/stap/end`, { reason: 'Vervangen' })).status, 303)
    assert.match(plain(await officer.page(`${at}/wijzigen`)), /is uit gebruik en staat nu niet open voor wijziging.*Weer in gebruik nemen/)
    assert.equal((await officer.send(`${at}/stap/reopen`, {})).status, 303)
    assert.match(plain(await officer.page(at)), /In gebruik/)
  })

  test('what a step asks is drawn from its declaration, with the field of a remark chosen already', async () => {
    const id = await officer.make('verwerkersovereenkomsten', { name: 'Hosting 2026' })
    const page = await officer.page(`/verwerkersovereenkomsten/${id}/stap/remark?veld=model`)
    assert.match(page, /<option value="model" selected/)
    assert.equal((await officer.send(`/verwerkersovereenkomsten/${id}/stap/remark`, { field: 'model', body: 'Welk model is dit?' })).status, 303)
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten/${id}`)), /Toets en opmerkingen.*Welk model is dit\?/)
    for (const verb of ['change', 'answer', 'create', 'import', 'nothing', 'toString']) assert.equal((await officer.send(`/verwerkersovereenkomsten/${id}/stap/${verb}`, {})).status, 404, verb)
  })

  test('a step on a page that somebody overtook is not taken, and what was typed stays', async () => {
    const id = await officer.make('systemen', { name: 'Ingehaald' })
    const stale = revisionIn(await officer.page(`/systemen/${id}/stap/end`))
    await officer.send(`/systemen/${id}/wijzigen`, { revision: stale, name: 'Ingehaald door een ander' })
    const late = await officer.send(`/systemen/${id}/stap/end`, { revision: stale, reason: 'Verhuisd naar elders' })
    assert.equal(late.status, 409)
    const html = await late.text()
    assert.match(html, /Er is intussen iets gewijzigd/)
    assert.match(html, /Verhuisd naar elders/)
    assert.equal((await officer.send(`/systemen/${id}/stap/end`, { revision: revisionIn(html), reason: 'Verhuisd naar elders' })).status, 303)
  })

  test('N-02: whoever may only read gets no buttons, no boxes to tick, and no page that changes', async () => {
    const id = await officer.make('systemen', { name: 'Alleen lezen' })
    const list = await employee.page('/systemen')
    assert.match(list, /Alleen lezen/)
    assert.doesNotMatch(list, /Nieuw systeem|Wijzig wat is aangevinkt|samen\.gekozen|Importeren</)
    assert.doesNotMatch(await employee.page(`/systemen/${id}`), /\/stap\/|\/wijzigen/)
    for (const path of ['/nieuw', `/${id}/wijzigen`, `/${id}/stap/end`]) {
      assert.equal((await employee.get(`/${house.slug}/systemen${path}`)).status, 403, path)
      assert.equal((await employee.send(`/systemen${path}`, { name: 'Toch', reason: 'Toch' })).status, 403, path)
    }
  })

  test('the filters are drawn only for whoever opens them; what is filtered on stays when words are typed', async () => {
    await officer.make('systemen', { name: 'Papieren dossiers', kind: 'paper', department: house.departments.burgerzaken })
    const closed = await officer.page(`/systemen?afdeling=${house.departments.burgerzaken}`)
    assert.doesNotMatch(closed, /<select[^>]*name="afdeling"/)
    assert.match(closed, /href="[^"]*filters=open"/)
    assert.match(closed, new RegExp(`<input type="hidden" name="afdeling" value="${house.departments.burgerzaken}"`))
    assert.match(plain(closed), /Afdeling: Burgerzaken/)
    const open = await officer.page(`/systemen?afdeling=${house.departments.burgerzaken}&filters=open`)
    assert.match(open, /<select[^>]*name="afdeling"/)
    assert.match(open, /<select[^>]*name="leverancier"|name="soort"/)
  })

  test('overviews: findings per department and kind, review per department; not for what a register doesn’t have', async () => {
    assert.match(plain(await officer.page('/systemen/bevindingen')), /Per afdeling.*Per soort.*Er staat niet wat voor opslag dit is/)
    assert.match(plain(await officer.page('/verwerkers/nakijken')), /Nakijken/)
  })

  test('parts of other rooms are asked for the entry and shown in their places; a saved view may open the list elsewhere', async () => {
    const guest = await visitorOf(house, 'Gerda Gast', ['privacy_officer'], {
      actions: (_scope, entry) => `knop-${entry.id}`, related: () => 'erbij-hoort', beside: () => 'ernaast', elsewhere: () => 'elders', listActions: () => 'lijstknop',
      above: async (_scope, address) => ({ redirect: new URL(address).search === '' ? '/elders' : undefined, shown: 'weergaven' }),
    })
    const id = await guest.make('systemen', { name: 'Met delen' })
    const page = await guest.page(`/systemen/${id}`)
    for (const words of [`knop-${id}`, 'erbij-hoort', 'ernaast']) assert.ok(page.includes(words), words)
    assert.equal((await guest.get(`/${house.slug}/systemen`)).headers.get('location'), '/elders')
    const list = await guest.page('/systemen?q=delen')
    assert.ok(list.includes('weergaven') && list.includes('lijstknop'))
  })
})

describe('registers that point at each other', () => {
  let house: Tenant
  let officer: Visitor
  let employee: Visitor
  before(async () => {
    house = await tenant()
    officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    employee = await visitorOf(house, 'Wim Werk', [{ role: 'employee', departmentId: house.departments.belastingen }])
  })

  test('an entry links to what it points at, and says who uses it, with the list of those', async () => {
    const supplier = await officer.make('verwerkers', { name: 'Hostbedrijf' })
    const system = await officer.make('systemen', { name: 'Zaaksysteem', supplier })
    await officer.make('verwerkingen', { name: 'Paspoorten', role: 'controller', department: house.departments.burgerzaken, 'stores.0.system': system, 'processors.0.processor': supplier })
    const system_ = await officer.page(`/systemen/${system}`)
    assert.match(system_, new RegExp(`href="/${house.slug}/verwerkers/${supplier}"[^>]*>Hostbedrijf`))
    assert.match(system_, new RegExp(`href="/${house.slug}/verwerkingen\\?systeem=${system}"[^>]*>1 verwerking<`))
    assert.match(plain(system_), /Gebruikt in.*1 verwerking \(Systemen en opslag\) Paspoorten/)
    const supplier_ = plain(await officer.page(`/verwerkers/${supplier}`))
    assert.match(supplier_, /Gebruikt in.*1 verwerking \(Verwerkers\) Paspoorten/)
    assert.match(supplier_, /1 systeem \(Leverancier of beheerder\) Zaaksysteem/)

    const seen = await employee.page(`/systemen/${system}`)
    assert.match(plain(seen), /Hostbedrijf/)
    assert.doesNotMatch(seen, /Paspoorten/, 'another department’s draft is nobody’s business here')
    assert.equal((await officer.send(`/verwerkers/${supplier}/stap/remove`, {})).status, 409, 'what is pointed at stays')
  })

  test('what is hidden can’t be pointed at to read its name', async () => {
    const owner = await visitorOf(house, 'Olga Eigenaar', [{ role: 'process_owner', departmentId: house.departments.belastingen }])
    const hidden = await officer.make('verwerkingen', { name: 'Geheim onderzoek', department: house.departments.burgerzaken })
    const response = await owner.send('/verwerkersovereenkomsten/nieuw', { name: 'Slim', department: house.departments.belastingen, 'processings.0.processing': hidden })
    assert.equal(response.status, 400)
    const html = await response.text()
    assert.match(html, /Deze keuze bestaat niet/)
    assert.doesNotMatch(html, /Geheim onderzoek/)
    for (const open of ['', '&filters=open']) assert.doesNotMatch(await owner.page(`/verwerkersovereenkomsten?verwerking=${hidden}${open}`), /Geheim onderzoek/, 'nor filtered on')
    assert.match(plain(await officer.page(`/verwerkersovereenkomsten?verwerking=${hidden}`)), /Verwerking: Geheim onderzoek/)
  })

  test('of a register too large for a list, entries are typed by number or whole name; none or several is said', async () => {
    const big = await tenant()
    const person = await visitorOf(big, 'Petra Privacy', ['privacy_officer'])
    await big.scoped(async (scope) => {
      const entries = Array.from({ length: mostOffered + 5 }, (_, index) => newEntry(scope, processors, { ...emptyInput(processors.fields), name: index < 2 ? 'Tweeling BV' : `Leverancier ${index}`, number: `L-${index}` }))
      await insertEntries(scope.tx, processors, scope.organisation.id, entries)
    })
    assert.match(plain(await person.page('/systemen/nieuw')), /Typ het nummer of de hele naam/)
    const none = await person.send('/systemen/nieuw', { name: 'Een', supplier: 'Niemand BV' })
    assert.equal(none.status, 400)
    const none_ = await none.text()
    assert.match(none_, /staat niets met de naam of het nummer “Niemand BV”/)
    assert.match(none_, /value="Niemand BV"/, 'what was typed stays')
    const several = await person.send('/systemen/nieuw', { name: 'Een', supplier: 'tweeling bv' })
    assert.equal(several.status, 400)
    assert.match(plain(await several.text()), /Er zijn meer verwerkers met de naam “tweeling bv”. Typ het nummer: L-[01], L-[01]/)
    for (const typed of ['L-700', 'leverancier 700', 'Leverancier 700 (L-700)']) {
      const id = await person.make('systemen', { name: 'Een', supplier: typed })
      assert.match(plain(await person.page(`/systemen/${id}`)), /Leverancier 700/, typed)
      const form = await person.page(`/systemen/${id}/wijzigen`)
      assert.match(form, /value="Leverancier 700 \(L-700\)"/)
      assert.equal((await person.send(`/systemen/${id}/wijzigen`, { revision: revisionIn(form), name: 'Een', supplier: 'Leverancier 700 (L-700)' })).status, 303)
    }
    await big.scoped(async (scope) => assert.deepEqual([...new Set((await scope.tx.selectFrom('information_system').select('version').where('organisation_id', '=', scope.organisation.id).execute()).map(({ version }) => version))], [1], 'saving it unchanged is no change'))
  })

  test('a form of any register takes hostile input without a fault of ours', async () => {
    const hostile: Record<string, string | readonly string[]>[] = [
      { name: 'x', supplier: newId() }, { name: 'x', supplier: 'a\0b' }, { name: 'x', 'supplier.0.x': '1' }, { name: 'x', data_categories: ['', 'x'.repeat(5000)] }, { name: 'x', 'guarantees.9999.kind': 'y', '__proto__.a': 'b' },
    ]
    for (const fields of hostile) {
      for (const { path } of [systems, processors]) assert.ok([303, 400].includes((await officer.send(`/${path}/nieuw`, fields)).status), JSON.stringify(fields).slice(0, 60))
    }
  })
})
