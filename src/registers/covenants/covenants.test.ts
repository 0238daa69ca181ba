// The story of a covenant through the front door: the DPIA first, signed by all, in force, its essence public, checked after a year, and ended with the data destroyed; and the relation help that leads to it.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { product } from '../../../test/support/product.ts'
import { type Form, storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { sweepBatch } from '../../register-kit/sweep.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { subjectFields } from './declaration.ts'
import { covenants } from './register.ts'

const path = 'convenanten'
const today = dayOf(new Date())
const on = (duration: string) => dayAfter(today, duration)
const complete: Form = {
  name: 'Samen tegen woonoverlast', kind: 'joint', 'partners.0.organisation': 'Woningstichting Duinzicht', 'partners.0.role': 'joint', 'partners.0.contact': 'Teamleider wonen',
  ...Object.fromEntries(Object.keys(subjectFields).map((key) => [key, 'Dit is zo afgesproken.'])),
  rights_by: 'us', information_by: 'each', breach_by: 'each', dpia_by: 'us', transfer_moment: 'Bij de melding', liability_split: 'Ieder de helft', liability_is_internal: 'yes', protocol: 'Protocol woonoverlast 1.0', protocol_on: on('-P5D'),
  essence: 'De gemeente en de woningstichting delen meldingen van overlast.', contact_point: 'Klantcontactcentrum', is_essence_public: 'yes', starts_on: on('P20D'),
}

describe('covenants', () => {
  after(async () => (await product()).setClock(undefined))

  test('H-23 H-42 N-05 N-60: the DPIA comes first, then signatures; in force it covers its processing and is public; checked after a year; ended with the data destroyed', async () => {
    const { setClock, app } = await product()
    const story = await storyOf()
    const { house, officer, dpo, owner, step } = story
    const look = (day: string) => house.scoped(async (scope) => { for (const register of [covenants, processingActivities]) await sweepBatch(scope, register, undefined) }, new Date(`${day}T04:00:00Z`))
    const activity = await officer.make('verwerkingen', { ...activityForm(house), role: 'joint_controller', 'joint_controllers.0.name': 'Woningstichting Duinzicht' })
    assert.ok((await story.rulesOn(activity)).includes('joint-arrangement-missing'))
    const id = await owner.make(path, { ...complete, department: house.departments.burgerzaken, 'processings.0.processing': activity })

    const refused = await owner.send(`/${path}/${id}/stap/submit`, {})
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /geen DPIA of pre-DPIA/)
    await story.change(owner, path, id, { ...complete, department: house.departments.burgerzaken, 'processings.0.processing': activity, dpia_outcome: 'high', dpia_on: on('-P2D'), dpia_place: 'Bijlage DPIA' })
    assert.match(plain(await (await owner.send(`/${path}/${id}/stap/submit`, {})).text()), /hoog risico over/)
    await story.change(owner, path, id, { ...complete, department: house.departments.burgerzaken, 'processings.0.processing': activity, dpia_outcome: 'accepted', dpia_on: on('-P2D'), dpia_place: 'Bijlage DPIA' })
    await step(owner, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    const unsigned = await owner.send(`/${path}/${id}/stap/activate`, {})
    assert.equal(unsigned.status, 400)
    assert.match(plain(await unsigned.text()), /Nog niet iedereen heeft getekend/)
    assert.equal((await owner.send(`/${path}/${id}/stap/activate`, { signed_on: on('P1D') })).status, 400, 'tomorrow')
    assert.equal((await dpo.send(`/${path}/${id}/stap/activate`, { signed_on: today })).status, 403, 'the DPO supervises and doesn’t sign')
    const hidden = await app.request(`/openbaar/${house.slug}/samenwerkingen/${id}`)
    assert.equal(hidden.status, 404)
    await step(owner, path, id, 'activate', { signed_on: today })
    assert.ok(!(await story.rulesOn(id)).includes('unsigned'))

    assert.ok((await story.rulesOn(activity)).includes('joint-arrangement-missing'), 'not begun yet')
    await look(on('P21D'))
    assert.ok(!(await story.rulesOn(activity)).includes('joint-arrangement-missing'), 'covered by the register')
    const page = plain(await (await app.request(`/openbaar/${house.slug}/samenwerkingen/${id}`)).text())
    assert.match(page, /delen meldingen van overlast/)
    assert.match(page, /Klantcontactcentrum/)
    assert.doesNotMatch(page, /Teamleider wonen|Ieder de helft|Petra|Olga/)
    assert.match(await (await app.request(`/openbaar/${house.slug}/samenwerkingen`)).text(), new RegExp(`samenwerkingen/${id}`))
    const map = await (await app.request(`/openbaar/${house.slug}/sitemap.xml`)).text()
    assert.deepEqual([/<loc>[^<]*\/samenwerkingen</.test(map), /<loc>[^<]*\/dpias</.test(map)], [true, false], 'the site map names what there is to read')

    await look(on('P1Y2D'))
    assert.ok((await story.rulesOn(id)).includes('review-overdue'))
    setClock(`${on('P1Y2D')}T10:00:00Z`)
    const later = await visitorOf(house, 'Olga Een Jaar Later', [{ role: 'process_owner', departmentId: house.departments.burgerzaken }])
    await step(later, path, id, 'review', { note: 'Klopt nog.' })
    assert.ok(!(await story.rulesOn(id)).includes('review-overdue'))
    const early = await later.send(`/${path}/${id}/stap/end`, { reason: 'Gestopt', data_at_end: 'destroyed', data_at_end_on: on('P1Y3D') })
    assert.equal(early.status, 400, 'not before the data are gone')
    await step(later, path, id, 'end', { reason: 'De samenwerking is gestopt; verslag in de bijlage.', data_at_end: 'destroyed', data_at_end_on: on('P1Y2D') })
    assert.equal((await app.request(`/openbaar/${house.slug}/samenwerkingen/${id}`)).status, 404)
    await look(on('P1Y3D'))
    assert.ok((await story.rulesOn(activity)).includes('joint-arrangement-missing'))
  })

  test('N-17: the relation help tells the relations apart without JavaScript and keeps the answers with the entry', async () => {
    const { house, owner, dpo } = await storyOf()
    const asked = await owner.page('/relatiewijzer?personal=yes&external=yes&decides=together')
    assert.match(plain(asked), /Gezamenlijk verantwoordelijk/)
    assert.match(plain(asked), /art\. 26 AVG/)
    assert.match(plain(await owner.page('/relatiewijzer?personal=yes')), /Nog niet duidelijk/)
    const department = house.departments.burgerzaken
    const made = async (answers: Form, action: string) => {
      const response = await owner.send('/relatiewijzer', { personal: 'yes', external: 'yes', ...answers, name: 'Jeugd in de buurt', partner: 'Stichting Duinjeugd', department, _action: action })
      assert.equal(response.status, 303, plain(await response.text()))
      return response.headers.get('location')!.replace(`/${house.slug}`, '')
    }
    const joint = await made({ decides: 'together' }, 'joint')
    assert.match(joint, /^\/convenanten\//)
    const page = plain(await owner.page(joint))
    assert.match(page, /Wij samen met de ander/)
    assert.match(page, /Stichting Duinjeugd/)
    const disclosure = await made({ decides: 'them' }, 'disclosure')
    assert.match(disclosure, /^\/verstrekkingen\//)
    assert.match(plain(await owner.page(disclosure)), /De ander, voor het eigen werk/)
    assert.match(plain(await owner.page(disclosure)), /niet nagegaan of de ontvanger zelf verantwoordelijk is/)
    const agreement = await made({ decides: 'us', instructed: 'yes', own_use: 'no' }, 'agreement')
    assert.match(agreement, /^\/verwerkersovereenkomsten\//)
    assert.match(plain(await owner.page(agreement)), /werkt alleen in uw opdracht/)
    assert.equal((await owner.send('/relatiewijzer', { personal: 'yes', external: 'yes', decides: 'us', instructed: 'yes', own_use: 'no', name: 'x', partner: 'y', department, _action: 'joint' })).status, 400, 'no other entry than the outcome')
    assert.equal((await owner.send('/relatiewijzer', { personal: 'yes', external: 'yes', decides: 'them', name: '', partner: '', department: 'elsewhere', _action: 'disclosure' })).status, 400)
    assert.equal((await dpo.send('/relatiewijzer', { personal: 'yes', external: 'yes', decides: 'them', name: 'x', partner: 'y', department, _action: 'disclosure' })).status, 403)
  })
})
