// Deadlines through the doors: the clock on an entry's page with its reasons, lists that find what is late, the API and an export; and a policy that changes in between.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { program } from '../../../test/support/api.ts'
import { goodPassword } from '../../../test/support/people.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { plain, type Visitor, visitorOf } from '../../../test/support/register-visitor.ts'
import { timed } from '../../../test/support/timed-register.ts'
import { newId } from '../../ground/ids.ts'
import { loadProfiles } from '../../policy/profiles.ts'

describe('a register with a deadline', () => {
  let house: Tenant
  let officer: Visitor
  let email: string
  let id: string
  const clock = async (moment: string | undefined) => (await product()).setClock(moment)
  /** Another day: whoever was signed in signs in again. */
  const on = async (moment: string) => {
    await clock(moment)
    officer.cookies.clear()
    assert.equal((await officer.post('/inloggen', { email, password: goodPassword })).status, 303)
  }
  const list = async (filter: string) => plain(await officer.page(`/vragen?${filter}`))
  before(async () => {
    await clock('2026-11-23T10:00:00+01:00')
    house = await tenant()
    officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    email = (await house.scoped(({ tx, organisation }) => tx.selectFrom('person').select('email').where('organisation_id', '=', organisation.id).where('id', '=', officer.personId).executeTakeFirstOrThrow())).email!
    id = await officer.make('vragen', { title: 'Mag ik deze lijst mailen' })
  })
  after(() => clock(undefined))

  test('the page says what runs, until when, how long that is, and why: rule, article and policy', async () => {
    const page = plain(await officer.page(`/vragen/${id}`))
    assert.match(page, /Loopt Antwoord · tot en met 30 november 2026 · nog 7 dagen/)
    assert.match(page, /Begonnen op 23 november 2026 Regel Eigen termijn · eigen beleid/)
    assert.match(page, /noemt deze termijn niet. Dan houdt Waarborg 5 werkdagen aan.*5 werkdagen na 23 november 2026, dat zelf niet meetelt: 30 november 2026/)
    assert.match(page, /versie .+Deze termijn houdt die versie, ook als het beleid wijzigt/)
    officer.cookies.set('taal', 'en')
    assert.match(plain(await officer.page(`/vragen/${id}`)), /Running Answer · up to and including 30 November 2026 · 7 days left.*Own term · own policy or agreement/)
    officer.cookies.delete('taal')
  })

  test('a list shows the end, and finds what is late, due this week or running; never by colour alone', async () => {
    assert.match(await list(''), /Mag ik deze lijst mailen.*30 nov 2026/)
    assert.doesNotMatch(await list('termijn=week'), /Mag ik deze lijst mailen/)
    await on('2026-11-25T10:00:00Z')
    assert.match(await list('termijn=week'), /Mag ik deze lijst mailen/)
    assert.doesNotMatch(await list('termijn=late'), /Mag ik deze lijst mailen/)
    await on('2026-11-30T23:00:00Z')
    assert.match(await list('termijn=late'), /Termijn: Te laat.*Mag ik deze lijst mailen.*Te laat 30 nov 2026/)
    assert.doesNotMatch(await list('termijn=running'), /Mag ik deze lijst mailen/)
    assert.match(plain(await officer.page(`/vragen/${id}`)), /Te laat Antwoord · tot en met 30 november 2026 · 1 dag te laat/)
    assert.match(plain(await officer.page('/systemen?filters=open')), /Filters/)
    assert.doesNotMatch(await officer.page('/systemen?filters=open'), /name="termijn"/, 'not for a register without deadlines')
  })

  test('the API gives them as the description says, finds by them, and refuses what isn’t there', async () => {
    const api = await program(house)
    const { deadlines: [deadline] } = await (await api.call('GET', `/${house.slug}/questions/${id}/deadlines`)).json() as { deadlines: Record<string, unknown>[] }
    assert.deepEqual([deadline!.kind, deadline!.state, deadline!.isLate, deadline!.duration, deadline!.clock, deadline!.dueOn, deadline!.dueAt, (deadline!.policy as { key: string }).key], ['answer', 'late', true, 'P5D', 'working', '2026-11-30', '2026-11-30T23:00:00.000Z', 'gemeente-heemstede-2026'])
    const { entries } = await (await api.call('GET', `/${house.slug}/questions?deadline=late`)).json() as { entries: { id: string }[] }
    assert.deepEqual(entries.map((entry) => entry.id), [id])
    assert.equal((await api.call('GET', `/${house.slug}/questions?deadline=soon`)).status, 400)
    assert.equal((await api.call('GET', `/${house.slug}/systems?deadline=late`)).status, 400)
    assert.equal((await api.call('GET', `/${house.slug}/systems/${newId()}/deadlines`)).status, 404)
  })

  test('an export has a column for the end and one for where it stands', async () => {
    const file = await (await officer.get(`/${house.slug}/vragen/export/bestand?formaat=csv`)).text()
    const [heading, row] = file.split('\r\n')
    assert.match(heading!, /Antwoord: vóór[;,]"?Antwoord: stand/)
    assert.match(row!, /2026-11-30[;,]"?Te laat/)
  })

  test('a new version of the policy counts for what begins after it, and never for what runs', async () => {
    const shipped = loadProfiles().find(({ key }) => key === 'gemeente-heemstede-2026')!
    const versionId = newId()
    await house.scoped(({ tx, organisation, now }) => tx.insertInto('policy_profile_version').values({
      organisation_id: organisation.id, id: versionId, number: 1, based_on: shipped.key, content: JSON.stringify({ ...shipped, parameters: { ...shipped.parameters, answer_within: { duration: 'P1D', clock: 'working' } } }), note: null,
      proposed_at: now, proposed_by: officer.personId, adopted_at: now, adopted_by: officer.personId, valid_from: '2026-12-02',
    }).execute())
    await on('2026-12-01T10:00:00+01:00')
    const before = await officer.make('vragen', { title: 'Van de dag ervoor' })
    await on('2026-12-02T10:00:00+01:00')
    const fresh = await officer.make('vragen', { title: 'Van de dag zelf' })
    await officer.send(`/vragen/${before}/wijzigen`, { title: 'Van de dag ervoor', question: 'Toch nog een vraag' })
    const kept = (entry: string) => house.scoped(({ tx, organisation }) => tx.selectFrom('deadline').select(['due_on', 'duration', 'policy_version', 'policy_version_id']).where('organisation_id', '=', organisation.id).where('entry_id', '=', entry).executeTakeFirstOrThrow())
    assert.deepEqual([await kept(before), await kept(fresh)], [
      { due_on: '2026-12-08', duration: 'P5D', policy_version: shipped.version, policy_version_id: null }, { due_on: '2026-12-03', duration: 'P1D', policy_version: '1', policy_version_id: versionId },
    ])
  })

  test('answered in time or late, the page says so', async () => {
    await officer.send(`/vragen/${id}/stap/reply`, { answer: 'Nee, gebruik de beveiligde map.' })
    assert.match(plain(await officer.page(`/vragen/${id}`)), /Te laat gedaan Antwoord · gedaan op 2 december 2026, te laat: het kon tot en met 30 november 2026/)
  })
})

describe('a term that may be extended and stand still', () => {
  let officer: Visitor
  before(async () => {
    ;(await product()).setClock('2026-11-23T10:00:00+01:00')
    officer = await visitorOf(await tenant(), 'Petra Privacy', ['privacy_officer'], {}, [timed])
  })
  after(async () => (await product()).setClock(undefined))

  test('offers each step only when it can be taken, refuses what goes too far at its field, and shows what happened with the reason', async () => {
    const id = await officer.make('systemen', { name: 'Verzoek', used_since_on: '2026-11-02' })
    const page = async () => plain(await officer.page(`/systemen/${id}`))
    const step = (verb: string, fields: Record<string, string> = {}) => officer.send(`/systemen/${id}/stap/${verb}`, fields)
    assert.match(await page(), /Termijn verlengen Termijn laten stilstaan.*Termijnen Loopt Antwoord .*Loopt Besluit op het verzoek · tot en met 2 december 2026 · nog 9 dagen.*Verlengen of weigeren Vertel het uiterlijk op 2 december 2026/)
    assert.doesNotMatch(await page(), /Termijn weer laten lopen/)

    const empty = await step('extend', { reason: '' })
    assert.equal(empty.status, 400)
    const tooFar = await step('extend', { reason: 'Er zijn <b>veel</b> gegevens.', 'extend_by.amount': '3', 'extend_by.unit': 'M' })
    assert.equal(tooFar.status, 400)
    assert.match(plain(await tooFar.text()), /Dat is langer dan mag.*Er zijn &lt;b&gt;veel&lt;\/b&gt; gegevens/)

    assert.equal((await step('suspend', { ground: 'identity', reason: 'Wij weten niet wie u bent.' })).status, 303)
    assert.match(await page(), /Termijn weer laten lopen.*Staat stil Besluit op het verzoek · staat stil sinds 23 november 2026; het einde schuift op.*Wij weten niet wie u bent\. \(art\. 12 lid 6 AVG\)/)
    assert.doesNotMatch(await page(), /Termijn verlengen/)
    assert.equal((await step('resume')).status, 303)

    assert.equal((await step('extend', { reason: 'Er zijn veel gegevens.' })).status, 303)
    const shown = await page()
    assert.match(shown, /Verlengd Besluit op het verzoek · tot en met 2 februari 2027.*Verlengd 23 november 2026: Er zijn veel gegevens\./)
    assert.doesNotMatch(shown, /Termijn verlengen/)
    assert.match(plain(await officer.page(`/systemen/${id}/geschiedenis`)), /Termijn verlengd Petra Privacy.*Er zijn veel gegevens/)
  })
})
