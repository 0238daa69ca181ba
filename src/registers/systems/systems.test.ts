// The story of systems and stores through the front door: what kind they are, how they are kept safe, who uses them, and taking them out of use.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'

const path = 'systemen'
const bare = { name: 'Zaaksysteem Vlier' }

describe('N-36: where the data live', () => {
  test('the kind of store is known; what isn’t central is explained; a spreadsheet holds no data that ask for extra protection; laptops are encrypted', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    await story.foundAndRepaired('systems', ['kind-missing'], bare, { kind: 'central' })
    await story.foundAndRepaired('systems', ['decentral-unexplained'], { ...bare, kind: 'decentral' }, { description: 'Meetgegevens van de buitendienst; centraal kan pas na de verhuizing.' })
    await story.foundAndRepaired('systems', ['guarded-data-in-spreadsheet'], { ...bare, kind: 'spreadsheet', data_categories: ['', 'bsn', 'name'] }, { data_categories: ['', 'name'] })
    await story.foundAndRepaired('systems', ['portable-unencrypted'], { ...bare, kind: 'unstructured', is_portable: 'yes' }, { is_encrypted: 'yes' })
    assert.equal(await story.norm('N-36'), 'attention', 'no activity names them yet')
  })

  test('a system that no activity names is unused; its page says who uses it, and what is pointed at can’t be removed', async () => {
    const { officer, house, rulesOn, step } = await storyOf()
    const id = await officer.make(path, bare)
    assert.ok((await rulesOn(id)).includes('unused'))
    const activity = await officer.make('verwerkingen', { ...activityForm(house), 'stores.0.system': id })
    assert.ok(!(await rulesOn(id)).includes('unused'))
    assert.match(plain(await officer.page(`/${path}/${id}`)), /Gebruikt in.*1 verwerking \(Systemen en opslag\) Aanvragen bijzondere bijstand/)
    const refused = await officer.send(`/${path}/${id}/stap/remove`, {})
    assert.equal(refused.status, 409)
    assert.match(plain(await refused.text()), /Er verwijst nog iets naar dit systeem\. Haal die verwijzing eerst weg/)
    await step(officer, 'verwerkingen', activity, 'remove')
    assert.ok((await rulesOn(id)).includes('unused'))
    await step(officer, path, id, 'remove')
    assert.equal((await officer.get(`/${house.slug}/${path}/${id}`)).status, 404)
  })

  test('a system out of use is a finding at the activities that still name it, until it is taken up again', async () => {
    const { officer, iso, house, rulesOn, step } = await storyOf()
    const id = await iso.make(path, bare)
    const activity = await officer.make('verwerkingen', { ...activityForm(house), 'stores.0.system': id })
    await step(iso, path, id, 'end', { reason: 'Overgezet naar het nieuwe zaaksysteem.' })
    assert.ok((await rulesOn(activity)).includes('system-ended'))
    assert.match(plain(await officer.page(`/verwerkingen/${activity}`)), /Dit systeem is volgens het register uit gebruik\. \(Zaaksysteem Vlier\)/)
    await step(iso, path, id, 'reopen')
    assert.ok(!(await rulesOn(activity)).includes('system-ended'))
  })
})

describe('M-10: how they are kept safe', () => {
  test('encryption on the line, a second step, access per role and a recent audit; an empty answer counts as none', async () => {
    const story = await storyOf('service_organisation', 'ict-nml')
    const digital = { ...bare, kind: 'central' }
    const safe = { is_encrypted_in_transit: 'yes', has_second_factor: 'yes', has_access_control: 'yes' }
    await story.foundAndRepaired('systems', ['security-unanswered'], digital, safe)
    await story.foundAndRepaired('systems', ['transit-unencrypted', 'second-factor-missing', 'access-open'], { ...digital, is_encrypted_in_transit: 'no', has_second_factor: 'no', has_access_control: 'no' }, safe)
    const id = await story.foundAndRepaired('systems', ['audit-due'], { ...digital, ...safe, confidentiality: 'high', security_audit_on: '2019-05-01' }, { security_audit_on: '2026-05-01' })
    assert.equal(await story.norm('M-10'), 'met')
    await story.sweep('2028-05-02')
    assert.ok((await story.rulesOn(id)).includes('audit-due'))
    assert.equal(await story.norm('M-10'), 'attention')
  })

  test('N-37 N-39 H-18 H-41: back-up, logging, erasing, a classification that fits and an owner', async () => {
    const story = await storyOf()
    await story.foundAndRepaired('systems', ['backup-missing', 'logging-missing', 'erasure-impossible', 'confidentiality-low', 'owner-missing'],
      { ...bare, kind: 'central', data_categories: ['', 'health'], backup: 'none', has_logging: 'no', retention_by: 'none', confidentiality: 'low' },
      { backup: 'daily', has_logging: 'yes', retention_by: 'automatic', confidentiality: 'high', owner: story.owner.personId })
  })
})

describe('H-43 M-08: with whom', () => {
  test('a system that runs elsewhere names its supplier, and one abroad says so', async () => {
    const story = await storyOf()
    const supplier = await story.officer.make('verwerkers', { name: 'Vlierveld Zaaksystemen B.V.' })
    const id = await story.foundAndRepaired('systems', ['supplier-missing', 'outside-eea'], { ...bare, hosting: 'cloud', country: 'US' }, { supplier, country: 'NL' })
    assert.ok((await story.rulesOn(id)).includes('supplier-without-agreement'))
    assert.match(plain(await story.officer.page(`/verwerkers/${supplier}`)), /Gebruikt in.*1 systeem \(Leverancier of beheerder\) Zaaksysteem Vlier/)
    assert.match(plain(await story.officer.page(`/${path}?leverancier=${supplier}`)), /Zaaksysteem Vlier/)
  })

  test('N-02: the security officer keeps systems, an owner those of the own department; an employee reads what is in use', async () => {
    const { house, iso, owner, dpo } = await storyOf()
    const id = await iso.make(path, { ...bare, department: house.departments.belastingen })
    assert.equal((await owner.get(`/${house.slug}/${path}/${id}/wijzigen`)).status, 403)
    assert.equal((await dpo.get(`/${house.slug}/${path}/nieuw`)).status, 403, 'who supervises keeps nothing')
    const employee = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
    assert.equal((await employee.get(`/${house.slug}/${path}/${id}`)).status, 200)
    assert.equal((await iso.send(`/${path}/${id}/stap/end`, { reason: 'Vervangen.' })).status, 303)
    assert.equal((await employee.get(`/${house.slug}/${path}/${id}`)).status, 404)
  })
})
