import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { findRecords } from '../../access-record/find.ts'
import { activityUri, unnamedActivity } from '../../access-record/own-activity.ts'
import { recordAccess } from '../../access-record/record.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { newId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { product, type Tenant, tenant } from '../../../test/support/product.ts'
import { termFault } from '../retention/keep-for.ts'

for (const [typed, isRight] of [['P6M', true], ['P5Y', true], ['P20Y', true], ['P25W', false], ['P27W', true], ['P5M', false], ['P21Y', false], ['P241M', false], ['P240M', true], ['PT24H', false], ['', false], ['P', false], ['5 jaar', false], ['P0Y', false], ['P99999Y', false]] as const) {
  test(`term ${typed || 'nothing'} ${isRight ? 'may be kept' : 'is refused'}`, () => assert.equal(termFault(typed) === undefined, isRight))
}

describe('N-39: settings and keys of the access log', () => {
  type Person = Awaited<ReturnType<Tenant['person']>>
  let house: Tenant
  let administrator: Person
  let officer: Person
  let dpo: Person
  let wim: Person
  let stranger: Person
  const path = (rest: string) => `/${house.slug}/logboek/${rest}`
  const text = async (who: Person, rest: string) => (await (await who.get(path(rest))).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const seen = (scope: Scope) => findRecords(scope, { subjects: logPseudonyms(scope.organisation.logKeys, 'person', wim.personId) })
  const read = (name: string) => house.scoped((scope) => recordAccess(scope, { name, subjects: [{ type: 'person', id: wim.personId }] }))
  const names = async () => (await house.scoped(seen)).records.map(({ name }) => name).filter((name) => name.startsWith('Proef')).toSorted()

  before(async () => {
    house = await tenant()
    administrator = await house.person('Ada Beheer', 'administrator')
    officer = await house.person('Petra Privacy', 'privacy_officer')
    dpo = await house.person('Frits Gegevens', 'dpo')
    wim = await house.person('Wim Werk', 'employee')
    stranger = await (await tenant()).person('Vreemd', 'administrator', 'privacy_officer', 'dpo')
  })

  test('administrator and privacy officer change, DPO, CISO and auditor read, others see nothing; nothing crosses', async () => {
    const [ciso, auditor] = [await house.person('Cees', 'ciso'), await house.person('Anja', 'auditor')]
    for (const who of [administrator, officer, dpo, ciso, auditor]) for (const page of ['instellingen', 'bewaren']) assert.equal((await who.get(path(page))).status, 200, `${who.name} ${page}`)
    for (const page of ['instellingen', 'bewaren', 'sleutels/vernietigen']) {
      assert.equal((await wim.get(path(page))).status, 403, page)
      assert.equal((await stranger.get(path(page))).status, 404, page)
    }
    for (const who of [dpo, ciso, auditor, wim]) for (const page of ['instellingen', 'sleutels/vervangen', 'sleutels/vernietigen']) assert.equal((await who.post(path(page), {})).status, 403, `${who.name} ${page}`)
    assert.equal((await officer.post(path('sleutels/vernietigen'), { name: house.organisation.name, reason: 'x' })).status, 403, 'destroying is the administrator’s')
    for (const page of ['instellingen', 'sleutels/vervangen', 'sleutels/vernietigen', 'bewaren', `bewaren/${newId()}/beeindigen`]) assert.equal((await stranger.post(path(page), {})).status, 404, page)
    for (const who of [administrator, ciso, auditor]) for (const page of ['bewaren', `bewaren/${newId()}/beeindigen`]) assert.equal((await who.post(path(page), {})).status, 403, `${who.name} ${page}`)
    assert.doesNotMatch(await text(dpo, 'instellingen'), /Opslaan|Sleutel vervangen|Sleutels vernietigen/)
    assert.doesNotMatch(await text(officer, 'instellingen'), /Sleutels vernietigen/)
    assert.equal(house.organisation.logKeys.all().length, 1)
  })

  test('term and own activity are kept with history; what can’t be is refused with what was typed; the own work is then logged under that activity', async () => {
    const own = await house.scoped((scope) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Privacy beheren', number: 'V-1' }))
    const other = await (await tenant()).scoped((scope) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Van een ander' }))
    const change = (own_activity: string, amount: string, unit: string, who = officer) => who.post(path('instellingen'), { own_activity, 'keep_for.amount': amount, 'keep_for.unit': unit })
    for (const [activity, amount, unit] of [['', '3', 'M'], ['', '21', 'Y'], ['', 'x', 'Y'], [other, '5', 'Y'], [own, '5', 'Y'], ['x', '5', 'Y']] as const) assert.equal((await change(activity, amount, unit)).status, 400, `${activity} ${amount}${unit}`)
    await read('Proef vooraf')
    await house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ status: 'active' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', own).execute())
    assert.equal((await change(own, '18', 'M')).status, 303)
    await read('Proef erna')
    const { records } = await house.scoped(seen)
    assert.deepEqual(Object.fromEntries(records.filter(({ name }) => name.startsWith('Proef')).map(({ name, activity }) => [name, activity])), { 'Proef vooraf': unnamedActivity, 'Proef erna': activityUri(own) })
    assert.match(await text(administrator, 'instellingen'), /Instellingen gewijzigd.*5 jaar.*18 maanden/)
    assert.match(await text(dpo, 'instellingen'), /Privacy beheren \(V-1\)/)
  })

  test('a rotated key: one question finds old and new; destroyed keys: nothing is found, and only after proof, reason and the name', async () => {
    await read('Proef één')
    assert.equal((await officer.post(path('sleutels/vervangen'), {})).status, 303)
    await read('Proef twee')
    assert.deepEqual((await names()).filter((name) => /één|twee/.test(name)).length, 2)
    const all = (await names()).length
    assert.match(await text(dpo, 'instellingen'), /nummer 2.*Sleutel vervangen/)
    const destroy = (name: string, reason: string) => administrator.post(path('sleutels/vernietigen'), { name, reason })
    assert.match(await text(administrator, 'sleutels/vernietigen'), /kan niet ongedaan.*back-up/)
    for (const [name, reason] of [['', 'Opgeheven'], ['Gemeente', 'Opgeheven'], [house.organisation.name, '']] as const) assert.equal((await destroy(name, reason)).status, 400)
    const { setClock } = await product()
    setClock(new Date(Date.now() + 11 * 60_000).toISOString())
    for (const asked of [await administrator.get(path('sleutels/vernietigen')), await destroy(house.organisation.name, 'Opgeheven')]) assert.match(asked.headers.get('location') ?? '', /^\/account\/bevestigen\?verder=/)
    setClock(undefined)
    assert.equal((await names()).length, all, 'nothing was destroyed yet')
    assert.equal((await destroy(house.organisation.name, 'Opgeheven')).status, 303)
    assert.deepEqual(await names(), [])
    await read('Proef drie')
    assert.deepEqual(await names(), ['Proef drie'])
    assert.match(await text(officer, 'instellingen'), /nummer 3.*Sleutels vernietigd.*Opgeheven/)
  })

  test('what must stay longer is made and ended by page; what is wrong stands at its field, with what was typed', async () => {
    assert.equal((await dpo.post(path('bewaren'), { subjectId: '123456782', subjectType: 'bsn', reason: 'Klacht over inzien', caseReference: 'KL-7', from: '1-1-2026' })).status, 303)
    const wrong = await officer.post(path('bewaren'), { from: '31-02-2026', reason: 'Onderzoek' })
    assert.equal(wrong.status, 400)
    assert.match(await wrong.text(), /geen bestaande dag[^]*Onderzoek/)
    for (const form of [{ reason: 'Leeg' } as Record<string, string>, { personId: 'x', reason: 'x' }, { personId: stranger.personId, reason: 'x' }, { trace: 'zz', reason: 'x' }]) assert.equal((await officer.post(path('bewaren'), form)).status, 400, JSON.stringify(form))
    assert.equal((await officer.post(path('bewaren'), { personId: wim.personId, reason: 'Integriteit' })).status, 303)
    const page = await (await officer.get(path('bewaren'))).text()
    assert.doesNotMatch(page, /123456782/)
    assert.match(page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), /Klacht over inzien \(KL-7\) regels over één betrokkene, vanaf 1 januari 2026/)
    const [end] = page.match(/bewaren\/[0-9a-f-]{36}\/beeindigen/)!
    assert.equal((await officer.post(path(end), {})).status, 303)
    assert.equal((await officer.post(path(end), {})).status, 404)
    assert.match(await text(dpo, 'bewaren'), /beëindigd op/)
  })
})
