// The story of who does what through the front door: beginning with the eight processes, changing them, who is assigned, the DPO's appointment in public, and what is missing.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { axeViolations, closeBrowser, sidewaysScroll, withPage } from '../../test/support/browser.ts'
import { type Story, storyOf } from '../../test/support/register-story.ts'
import { plain, type Visitor, visitorOf } from '../../test/support/register-visitor.ts'
import { served, signIn } from '../../test/support/served.ts'
import { dayOf } from '../ground/clock.ts'
import { newId } from '../ground/ids.ts'
import { grantRole } from '../people/persons.ts'
import { assigneesFor, stepFor } from '../registers/responsibilities/actions.ts'

const page = '/wie-doet-wat'

describe('who does what', () => {
  let story: Story
  let employee: Visitor
  const stepId = (step: string) => story.house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('responsibility').select('id').where('organisation_id', '=', organisation.id).where('step', '=', step).executeTakeFirstOrThrow()).id)
  const assigned = (process: 'breaches' | 'register', step: string, department?: string) => story.house.scoped(async (scope) => (await assigneesFor(scope, process, step, { department })).map(({ name, part, standsInFor }) => `${part}: ${name}${standsInFor ? ` for ${standsInFor}` : ''}`))
  before(async () => {
    story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    employee = await visitorOf(story.house, 'Wim Werkt', ['employee'])
  })
  after(closeBrowser)

  test('H-50 before anything is recorded the page says what is missing to who oversees, and only the roles to an employee', async () => {
    const { officer } = story
    const seen = plain(await officer.page(page))
    for (const words of ['Er is geen FG-aanwijzing van kracht.', '12 van de twaalf bevoegdheden vallen onder geen enkel mandaat.', 'Niemand in het bestuur of de directie is aanspreekbaar op privacy.', 'Begin met de acht processen']) assert.ok(seen.includes(words), words)
    const read = plain(await employee.page(page))
    assert.match(read, /Functionaris gegevensbescherming \(FG\).*Frits Gegevens.*Privacy officer.*Petra Privacy/)
    assert.doesNotMatch(read, /Wat er ontbreekt|Begin met de acht processen/)
    assert.equal((await employee.send(`${page}/begin`, {})).status, 403)
  })

  test('H-50 H-51 H-52 H-53 H-54 H-55 H-56 H-57 it begins with eight processes of fifty steps, once; a step with nobody or two accountable is a finding and a gap', async () => {
    const { officer, rulesOn, change } = story
    const begun = await officer.send(`${page}/begin`, {})
    assert.equal(begun.headers.get('location'), `/${story.house.slug}${page}?toegevoegd=50#stappen`)
    assert.equal((await officer.send(`${page}/begin`, {})).headers.get('location'), `/${story.house.slug}${page}?toegevoegd=0#stappen`)
    const matrix = await employee.page(page)
    assert.equal(matrix.match(/<caption/g)?.length, 8, 'a table for each process')
    assert.match(plain(matrix), /Melden bij de Autoriteit Persoonsgegevens I wordt geïnformeerd R voert uit A eindverantwoordelijk/)
    const id = await stepId('keep-current')
    const fields = { name: 'Zorgen dat de verwerkingen actueel zijn', process: 'register', nature: 'work', step: 'keep-current', responsible: ['', 'process_owner'] }
    await change(officer, 'verantwoordelijkheden', id, { ...fields, accountable: [''] })
    assert.deepEqual(await rulesOn(id), ['accountable-missing'])
    assert.match(plain(await officer.page(page)), /Voor 1 stap is niemand eindverantwoordelijk\./)
    await change(officer, 'verantwoordelijkheden', id, { ...fields, accountable: ['', 'process_owner', 'iso'] })
    assert.deepEqual(await rulesOn(id), ['accountable-double'])
    await change(officer, 'verantwoordelijkheden', id, { ...fields, accountable: ['', 'process_owner'] })
    assert.deepEqual(await rulesOn(id), [])
  })

  test('H-53 a step says who is assigned today: by role and department, as the department itself divided it, and whoever stands in', async () => {
    const { house, officer, owner } = story
    const { burgerzaken, belastingen } = house.departments
    await visitorOf(house, 'Bea Belasting', [{ role: 'process_owner', departmentId: belastingen }])
    assert.deepEqual(await assigned('register', 'supply-activities', burgerzaken), ['responsible: Olga Eigenaar', 'accountable: Olga Eigenaar', 'informed: Petra Privacy', 'informed: Frits Gegevens'])
    assert.deepEqual(await assigned('register', 'supply-activities'), ['responsible: Bea Belasting', 'responsible: Olga Eigenaar', 'accountable: Bea Belasting', 'accountable: Olga Eigenaar', 'informed: Petra Privacy', 'informed: Frits Gegevens'])
    assert.deepEqual(await assigned('register', 'bestaat-niet'), [])
    await officer.make('verantwoordelijkheden', { name: 'Melden via de balie', process: 'register', step: 'supply-activities', department: burgerzaken, responsible: ['', 'privacy_officer'], accountable: ['', 'process_owner'] })
    assert.deepEqual(await assigned('register', 'supply-activities', burgerzaken), ['responsible: Petra Privacy', 'accountable: Olga Eigenaar'])
    await house.scoped(async ({ tx, organisation, now }) => {
      await tx.insertInto('work_absence').values({ organisation_id: organisation.id, person_id: owner.personId, stand_in_id: officer.personId, from_on: dayOf(now), until_on: dayOf(now), created_at: now }).execute()
    })
    assert.deepEqual(await assigned('register', 'supply-activities', burgerzaken), ['responsible: Petra Privacy', 'accountable: Petra Privacy for Olga Eigenaar'])
    assert.equal(stepFor([{ departmentId: 'x' }], []), undefined)
  })

  test('H-54 a step is handed out as tasks for whoever carries it out, in their own work', async () => {
    const { house, officer, iso, step } = story
    const id = await stepId('analyse')
    await step(officer, 'verantwoordelijkheden', id, 'hand_out', { department: house.departments.burgerzaken, due_on: '2031-03-01', about: 'Datalek met een verkeerd geadresseerde brief' })
    const made = await house.scoped(async ({ tx, organisation }) => tx.selectFrom('task').select(['name', 'owner', 'role', 'due_on', 'norm']).where('organisation_id', '=', organisation.id).orderBy('id').execute())
    assert.deepEqual(made.map(({ owner, role }) => owner ?? role), [story.owner.personId, officer.personId, iso.personId, 'ciso'])
    assert.ok(made.every(({ name, due_on, norm }) => name === 'Het lek analyseren' && due_on === '2031-03-01' && norm === null), 'this policy has no norm on it')
    assert.match(plain(await iso.page('/mijn-werk')), /Het lek analyseren/)
    assert.equal((await iso.send(`/verantwoordelijkheden/${id}/stap/hand_out`, { due_on: '2031-03-01' })).status, 403)
  })

  test('N-13 M-06 the appointment of a DPO: registered, published, and its contact data in public; a task that conflicts is refused, and found where it came about', async () => {
    const { house, officer, dpo, rulesOn, step } = story
    const iso = await officer.make('fg-aanwijzingen', { name: 'Aanwijzing FG', outcome: 'own', dpo: dpo.personId, body: house.body, decided_on: '2025-01-10', starts_on: '2025-01-15', contact_email: 'fg@voorbeeld.example' })
    assert.deepEqual(await rulesOn(iso), ['independence-missing', 'not-published', 'not-registered', 'qualities-missing'])
    const open = `/openbaar/${house.slug}/verwerkingen`
    assert.doesNotMatch(plain(await (await officer.get(open)).text()), /fg@voorbeeld/)
    await story.change(officer, 'fg-aanwijzingen', iso, {
      name: 'Aanwijzing FG', outcome: 'own', dpo: dpo.personId, body: house.body, decided_on: '2025-01-10', starts_on: '2025-01-15', contact_email: 'fg@voorbeeld.example', published_at: 'Op de website', published_on: '2025-01-15',
      registered_on: '2025-01-16', registration_number: 'FG-1', qualities: 'Jurist.', independence: 'Doet verslag aan het college.',
    })
    assert.deepEqual(await rulesOn(iso), [])
    assert.match(plain(await (await officer.get(open)).text()), /Functionaris gegevensbescherming fg@voorbeeld\.example/)
    await assert.rejects(house.scoped((scope) => grantRole(scope, dpo.personId, { role: 'ciso' })), /art\. 38 lid 6 AVG|Invalid/)
    await house.scoped(({ tx, organisation }) => tx.insertInto('role_assignment').values({ organisation_id: organisation.id, id: newId(), person_id: dpo.personId, role: 'ciso', valid_from: '2020-01-01' }).execute())
    await story.sweep(dayOf(new Date()))
    assert.deepEqual(await rulesOn(iso), ['conflicting-role'])
    await step(officer, 'fg-aanwijzingen', iso, 'end', { reason: 'Opgevolgd.' })
    assert.doesNotMatch(plain(await (await officer.get(open)).text()), /fg@voorbeeld/)
  })

  test('N-09 N-07 the norm on mandates turns to met when every power stands in one, and back; two portfolios for one subject contradict each other', async () => {
    const { house, officer, dpo, owner, rulesOn, step } = story
    const powers = ['work_processes', 'purpose_and_means', 'allocate_means', 'responsibility', 'prepare_agreements', 'sign_agreements', 'infrastructure', 'archiving', 'impact_assessment', 'rights', 'report_processing', 'report_breaches']
    const mandate = { may_undermandate: 'no', body: house.body, decided_on: '2025-01-10', decision_reference: 'Z1', starts_on: '2025-01-15' }
    await officer.make('mandaten', { ...mandate, name: 'Mandaat teammanagers', holder_role: 'process_owner', powers: ['', ...powers.slice(1)] })
    assert.equal(await story.norm('N-09'), 'not_met')
    const last = await officer.make('mandaten', { ...mandate, name: 'Mandaat werkprocessen', holder: owner.personId, substitute: officer.personId, powers: ['', powers[0]!] })
    assert.equal(await story.norm('N-09'), 'met')
    await step(officer, 'mandaten', last, 'end', { reason: 'Ingetrokken.' })
    assert.equal(await story.norm('N-09'), 'not_met')
    assert.deepEqual(await rulesOn(await officer.make('mandaten', { ...mandate, name: 'Mandaat aan de FG', holder: dpo.personId, substitute: dpo.personId, powers: ['', 'rights'] })), ['holder-is-dpo', 'substitute-is-holder'])
    const portfolio = { subject: 'privacy', body: house.body, holder_name: 'Wethouder bedrijfsvoering', decided_on: '2025-01-10' }
    const one = await officer.make('portefeuilles', { ...portfolio, name: 'Bedrijfsvoering' })
    const two = await officer.make('portefeuilles', { ...portfolio, name: 'Informatievoorziening' })
    assert.deepEqual([await rulesOn(one), await rulesOn(two)], [['subject-twice'], ['subject-twice']])
    await step(officer, 'portefeuilles', two, 'end', { reason: 'Het college koos.' })
    assert.deepEqual(await rulesOn(one), [])
    assert.match(plain(await employee.page(page)), /Bedrijfsvoering Wethouder bedrijfsvoering.*Mandaat teammanagers Proceseigenaar/)
  })

  test('H-50 the matrix is read at 320 pixels and by assistive technology', { timeout: 360_000 }, async () => {
    const at = await served()
    await withPage({ viewport: { width: 320, height: 700 } }, async (tab) => {
      await signIn(tab, at, await story.house.person('Kees Klein', 'employee'))
      await tab.goto(`${at}/${story.house.slug}${page}`)
      assert.equal(await sidewaysScroll(tab), 0)
      assert.deepEqual(await axeViolations(tab), [])
      assert.equal(await tab.getByRole('rowheader', { name: 'Melden aan de betrokkenen' }).count(), 1)
    })
  })
})
