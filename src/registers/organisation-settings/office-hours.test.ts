// Office hours through the front door: typed as people write them, refused at their day, kept with history, and back to the usual ones.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { usualOfficeHours } from '../../calendar/office-hours.ts'
import { readOfficeHours } from '../../people/office-hours.ts'
import { digestOf } from './office-hours.ts'

describe('office hours of an organisation', () => {
  let house: Tenant
  let admin: Awaited<ReturnType<Tenant['person']>>
  let officer: Awaited<ReturnType<Tenant['person']>>
  before(async () => {
    house = await tenant()
    admin = await house.person('Ada Beheer', 'administrator')
    officer = await house.person('Petra Privacy', 'privacy_officer')
  })
  const save = (person: typeof admin, days: readonly string[], seen = digestOf(usualOfficeHours)) =>
    person.post(`/${house.slug}/organisatie/kantooruren`, { hours_seen: seen, ...Object.fromEntries(days.map((day, index) => [`hours.${index + 1}`, day])) })
  const kept = () => house.scoped((scope) => readOfficeHours(scope))

  test('only an administrator changes them; a wrong day is named, and nothing is kept', async () => {
    assert.equal((await save(officer, ['09:00–17:00'])).status, 403)
    const refused = await save(admin, ['09:00–17:00', '17:00–09:00', 'altijd', '25:00–26:00'])
    const page = await refused.text()
    assert.equal(refused.status, 400)
    for (const words of ['Dinsdag: schrijf van wanneer', 'Woensdag: schrijf', 'Donderdag: schrijf']) assert.match(plain(page), new RegExp(words))
    assert.doesNotMatch(plain(page), /Maandag: schrijf/)
    assert.match(page, /value="altijd"/, 'what was typed stays')
    assert.equal(await kept(), undefined)
  })

  test('are kept as typed in many ways, with history; a form of before somebody else’s change is refused; empty goes back to the usual ones', async () => {
    const saved = await save(admin, ['8.30 - 17', '08:30–17:00', '9 tot 12.30', '', '08:30–17:00', '', ''])
    assert.equal(saved.headers.get('location'), `/${house.slug}/organisatie?gedaan=kantooruren#kantooruren`)
    const hours = (await kept())!
    assert.deepEqual([hours[0], hours[2], hours[3], hours[6]], [{ from: '08:30', until: '17:00' }, { from: '09:00', until: '12:30' }, null, null])
    assert.match(plain(await (await admin.get(`/${house.slug}/organisatie?gedaan=kantooruren`)).text()), /De kantooruren zijn opgeslagen.*Kantooruren: donderdag Was: 08:30–17:00 Werd: gesloten/s)
    assert.equal((await save(admin, ['10–12'])).status, 409)
    assert.equal((await save(admin, ['', '', '', '', '', '', ''], digestOf(hours))).status, 303)
    assert.equal(await kept(), undefined)
  })
})
