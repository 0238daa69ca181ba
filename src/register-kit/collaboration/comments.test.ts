// Comments, through HTTP on real PostgreSQL: said, answered, changed, withdrawn, settled; and who hears of it.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { mount, type Mounted } from '../../../test/support/collaboration-mount.tsx'
import { activityForm, type Person, saveActivity } from '../../../test/support/filled-tenant.ts'
import { goodPassword } from '../../../test/support/people.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { newId } from '../../ground/ids.ts'
import { dropCollaboration } from './drop-collaboration.ts'

describe('comments', () => {
  let site: Mounted
  let house: Tenant
  let entry: string
  let officer: ReturnType<Mounted['as']>
  let dpo: ReturnType<Mounted['as']>
  let owner: ReturnType<Mounted['as']>
  let taxOwner: ReturnType<Mounted['as']>
  let auditor: ReturnType<Mounted['as']>
  let employee: ReturnType<Mounted['as']>
  let officerPerson: Person

  before(async () => {
    site = await mount()
    house = await tenant()
    officerPerson = await house.person('Petra Privacy', 'privacy_officer')
    officer = site.as(officerPerson)
    dpo = site.as(await house.person('Frits Gegevens', 'dpo'))
    owner = site.as(await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }))
    taxOwner = site.as(await house.person('Bas Belasting', { role: 'process_owner', departmentId: house.departments.belastingen }))
    auditor = site.as(await house.person('Anna Audit', 'auditor'))
    employee = site.as(await house.person('Wim Werk', { role: 'employee', departmentId: house.departments.burgerzaken }))
    entry = await saveActivity(officerPerson, house, activityForm(house, { name: 'Bijstand' }))
  })

  const path = (more = '', id = entry) => `/${house.slug}/verwerkingen/${id}${more}`
  const page = async (who: { get: (path: string) => Promise<Response> }, more = '', id = entry) => (await who.get(path(more, id))).text()
  const home = async (who: { get: (path: string) => Promise<Response> }) => (await who.get(`/${house.slug}`)).text()
  /** Says something. @returns the comment's id */
  async function say(who: ReturnType<Mounted['as']>, comment: string, mentions: readonly string[] = [], to = '/reacties', id = entry): Promise<string> {
    const response = await who.post(path(to, id), { comment, mentions })
    assert.equal(response.status, 303, await response.clone().text())
    return /#reactie-([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '')![1]!
  }
  const item = (html: string, id: string) => {
    const from = html.indexOf(`id="reactie-${id}"`)
    assert.ok(from > 0, 'the comment is on the page')
    return html.slice(from, html.indexOf('id="reactie-', from + 20) > 0 ? html.indexOf('id="reactie-', from + 20) : undefined)
  }
  const fresh = (name: string) => saveActivity(officerPerson, house, activityForm(house, { name }))

  test('an entry without comments says what belongs there; whoever sees the entry can say something, with line breaks and links but no markup', async () => {
    const id = await fresh('Zonder reacties')
    assert.match(await page(officer, '', id), /Nog geen reacties/)
    const said = await say(owner, 'Klopt dit?\nZie https://www.voorbeeld.nl/beleid. <b>Nee</b> javascript:alert(1)', [], '/reacties', id)
    const html = item(await page(officer, '', id), said)
    assert.match(html, /<strong>Olga Eigenaar<\/strong>/)
    assert.match(html, /Klopt dit\?<br\/>Zie <a [^>]*href="https:\/\/www\.voorbeeld\.nl\/beleid" rel="noreferrer noopener nofollow">[^<]+<\/a>\. &lt;b&gt;Nee&lt;\/b&gt; javascript:alert\(1\)/)
    assert.equal((await employee.get(path('', id))).status, 404, 'a draft isn’t for an employee')
  })

  test('who reads in English is spoken to in English', async () => {
    const html = await (await officer.get(path(), { 'accept-language': 'en' })).text()
    assert.match(html, /Who should see this\?/)
    assert.match(html, /Don’t write names or other data of residents/)
    assert.match((await (await officer.post(path('/reacties'), { comment: '' }, { 'accept-language': 'en' })).text()), /Write a comment first/)
  })

  test('the form advises against names of residents, and offers only colleagues who may see the entry', async () => {
    const html = await page(officer)
    assert.match(html, /Noem geen namen of andere gegevens van inwoners/)
    for (const who of [dpo, owner, auditor]) assert.match(html, new RegExp(`value="${who.personId}"`))
    for (const who of [taxOwner, employee, officer]) assert.doesNotMatch(html, new RegExp(`value="${who.personId}"`), who.name)
  })

  test('N-02: an employee is offered who answers for it or watches over it, not all colleagues of the department', async () => {
    const id = await fresh('Actief')
    await house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ status: 'active', version: 1 }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute())
    const other = site.as(await house.person('Willie Werk', { role: 'employee', departmentId: house.departments.burgerzaken }))
    assert.doesNotMatch(await page(employee, '', id), new RegExp(`value="${other.personId}"`))
    assert.match(await page(employee, '', id), new RegExp(`value="${owner.personId}"`))
    assert.match(await page(owner, '', id), new RegExp(`value="${other.personId}"`))
    await say(employee, 'Mag dit?', [owner.personId], '/reacties', id)
    assert.equal((await employee.post(path('/reacties', id), { comment: 'En jij?', mentions: other.personId })).status, 400)
  })

  test('who is named finds it on the first page, until they have seen the entry; the name stands out in the text', async () => {
    const said = await say(officer, 'Kijk jij hiernaar, @Frits Gegevens? @Olga Eigenaars niet.', [])
    assert.match(await home(dpo), new RegExp(`href="${path()}#reactie-${said}"[^>]*>Petra Privacy noemde u bij Bijstand`))
    assert.doesNotMatch(await home(owner), /noemde u bij Bijstand/)
    const html = item(await page(dpo), said)
    assert.match(html, /nieuw voor u/)
    assert.match(html, /<strong>@Frits Gegevens<\/strong>/)
    assert.match(html, /Bericht aan: Frits Gegevens/)
    assert.doesNotMatch(item(await page(dpo), said), /nieuw voor u/)
    assert.doesNotMatch(await home(dpo), /noemde u bij/)
  })

  test('a colleague who may not see the entry can’t be named; nothing typed is lost', async () => {
    const before = await page(officer)
    for (const id of [taxOwner.personId, newId(), 'x']) {
      const refused = await officer.post(path('/reacties'), { comment: 'Voor jou', mentions: [dpo.personId, id] })
      assert.equal(refused.status, 400)
      const html = await refused.text()
      assert.match(html, /mag dit niet zien/)
      assert.match(html, />\s*Voor jou\s*<\/textarea>/)
      assert.match(html, new RegExp(`value="${dpo.personId}" checked`))
      assert.match(html, /<title>Fout: /)
    }
    assert.equal((await page(officer)).match(/id="reactie-/g)?.length, before.match(/id="reactie-/g)?.length)
    await say(officer, 'Bas Belasting en @Bas Belasting mogen het niet zien')
    assert.doesNotMatch(await home(taxOwner), /noemde u/)
  })

  test('who loses sight of an entry finds no task of it any more', async () => {
    const leaver = site.as(await house.person('Lea Vertrekt', { role: 'process_owner', departmentId: house.departments.burgerzaken }))
    await say(officer, 'Nog even kijken', [leaver.personId])
    assert.match(await home(leaver), /noemde u bij Bijstand/)
    await house.scoped((scope) => scope.tx.updateTable('role_assignment').set({ department_id: house.departments.belastingen }).where('organisation_id', '=', scope.organisation.id).where('person_id', '=', leaver.personId).execute())
    assert.doesNotMatch(await home(leaver), /noemde u bij/)
    assert.equal((await leaver.get(path())).status, 404)
  })

  test('an answer stands under what it answers and reaches whoever spoke there; an answer to an answer joins the same thread', async () => {
    const question = await say(owner, 'Hoe lang bewaren we dit?')
    const answer = await say(officer, 'Vijf jaar.', [], `/reacties/${question}/antwoord`)
    assert.match(await home(owner), /Petra Privacy antwoordde u bij Bijstand/)
    assert.doesNotMatch(await home(officer), /antwoordde u/)
    const second = await say(owner, 'Dank.', [dpo.personId], `/reacties/${answer}/antwoord`)
    const html = await page(officer)
    assert.ok(html.indexOf(`reactie-${question}`) < html.indexOf(`reactie-${answer}`) && html.indexOf(`reactie-${answer}`) < html.indexOf(`reactie-${second}`))
    assert.equal((await house.scoped((scope) => scope.tx.selectFrom('entry_comment').select('parent_id').where('id', '=', second).executeTakeFirstOrThrow())).parent_id, question)
    assert.match(await home(dpo), /Olga Eigenaar noemde u bij Bijstand/)
    await page(dpo)
  })

  test('the own words can be changed for a quarter of an hour; what they were stays readable', async () => {
    const said = await say(owner, 'Zes jaar')
    assert.match(item(await page(owner), said), /wijzigen/)
    assert.doesNotMatch(item(await page(officer), said), /wijzigen/)
    site.later(14)
    for (const [index, words] of ['Vijf jaar', 'Vier jaar', 'Vier jaar'].entries()) assert.equal((await owner.post(path(`/reacties/${said}/wijzigen`), { comment: words })).status, 303, String(index))
    const html = item(await page(officer), said)
    assert.match(html, /Vier jaar/)
    assert.match(html, /gewijzigd/)
    assert.match(html, /Wat er eerst stond[\s\S]*Zes jaar[\s\S]*Vijf jaar/)
    assert.equal((await officer.post(path(`/reacties/${said}/wijzigen`), { comment: 'Tien jaar' })).status, 403)
    assert.equal((await officer.get(path(`/reacties/${said}/wijzigen`))).status, 403)
    site.later(16)
    const late = await owner.post(path(`/reacties/${said}/wijzigen`), { comment: 'Te laat getypt' })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /tot 15 minuten[\s\S]*Te laat getypt/)
    assert.equal((await owner.get(path(`/reacties/${said}/wijzigen`))).status, 409)
    site.later()
    const empty = await owner.post(path(`/reacties/${said}/wijzigen`), { comment: ' ' })
    assert.equal(empty.status, 400)
    assert.doesNotMatch(await page(officer), /Tien jaar|Te laat getypt/)
  })

  test('the own words can be withdrawn at any time: nothing of them is left, that they were there is', async () => {
    const said = await say(owner, 'Mevrouw Jansen belde hierover', [dpo.personId])
    await owner.post(path(`/reacties/${said}/wijzigen`), { comment: 'Een inwoner (Jansen) belde hierover' })
    assert.equal((await officer.post(path(`/reacties/${said}/intrekken`), {})).status, 403)
    assert.match(await page(owner, `/reacties/${said}/intrekken`), /Jansen[\s\S]*worden gewist/)
    site.later(100)
    assert.equal((await owner.post(path(`/reacties/${said}/intrekken`), {})).status, 303)
    site.later()
    const html = item(await page(officer), said)
    assert.match(html, /Deze reactie is ingetrokken/)
    assert.doesNotMatch(html, /Jansen/)
    assert.doesNotMatch(await home(dpo), /Olga Eigenaar noemde u/)
    assert.equal((await owner.post(path(`/reacties/${said}/intrekken`), {})).status, 403, 'once is enough')
    assert.equal((await owner.post(path(`/reacties/${said}/wijzigen`), { comment: 'Toch' })).status, 403)
    const left = await house.scoped(async ({ tx }) => [await tx.selectFrom('entry_comment').select('body').where('id', '=', said).execute(), await tx.selectFrom('entry_comment_earlier').selectAll().where('comment_id', '=', said).execute(),
      await tx.selectFrom('history_event').select(['verb', 'note', 'person_id']).where('entry_id', '=', entry).where('verb', '=', 'withdraw_comment').execute()])
    assert.deepEqual(left, [[{ body: null }], [], [{ verb: 'withdraw_comment', note: null, person_id: owner.personId }]])
  })

  test('a thread is settled and reopened, and an answer reopens it', async () => {
    const said = await say(owner, 'Wie pakt dit op?')
    assert.equal((await officer.post(path(`/reacties/${said}/afhandelen`), {})).status, 303)
    assert.match(await page(owner), /Afgehandeld \(1\)/)
    assert.match(item(await page(owner), said), /afgehandeld<\/span> <span class="wb-subtle">Petra Privacy/)
    assert.equal((await owner.post(path(`/reacties/${said}/heropenen`), {})).status, 303)
    assert.doesNotMatch(await page(owner), /Afgehandeld \(1\)/)
    await officer.post(path(`/reacties/${said}/afhandelen`), {})
    await say(officer, 'Ik toch', [], `/reacties/${said}/antwoord`)
    assert.doesNotMatch(await page(owner), /Afgehandeld \(1\)/)
  })

  test('an auditor reads along and says nothing; who may not see the entry finds nothing', async () => {
    const said = await say(owner, 'Voor de auditor te lezen')
    const html = await page(auditor)
    assert.match(html, /Voor de auditor te lezen/)
    assert.doesNotMatch(html, /<textarea|antwoorden|Afhandelen|intrekken/)
    for (const more of ['/reacties', `/reacties/${said}/antwoord`, `/reacties/${said}/wijzigen`, `/reacties/${said}/intrekken`, `/reacties/${said}/afhandelen`, `/reacties/${said}/heropenen`]) {
      assert.equal((await auditor.post(path(more), { comment: 'Toch' })).status, 403, more)
      assert.equal((await taxOwner.post(path(more), { comment: 'Toch' })).status, 404, more)
      assert.equal((await employee.post(path(more), { comment: 'Toch' })).status, 404, more)
      if (more !== '/reacties') assert.equal((await officer.post(path(more.replace(said, newId())), { comment: 'Toch' })).status, 404, more)
    }
    const elsewhere = await fresh('Elders')
    assert.equal((await officer.post(path(`/reacties/${said}/antwoord`, elsewhere), { comment: 'Toch' })).status, 404, 'a comment of another entry')
    assert.doesNotMatch(await page(officer), /Toch/)
  })

  test('hostile words: empty, too long, a NUL; what was typed comes back', async () => {
    for (const [comment, why] of [['', /Schrijf eerst/], ['  \n ', /Schrijf eerst/], ['é'.repeat(10_001), /hoogstens 10000 tekens/], ['a\0b', /niet bewaard/]] as const) {
      const refused = await officer.post(path('/reacties'), { comment })
      assert.equal(refused.status, 400)
      assert.match(await refused.text(), why)
    }
    assert.equal((await officer.post(path('/reacties'), { comment: 'x'.repeat(10_000) })).status, 303)
    const many = await officer.post(path('/reacties'), { comment: 'x', mentions: Array.from({ length: 31 }, newId) })
    assert.match(await many.text(), /hoogstens 30 collega’s/)
  })

  test('words that were sent when the session was over stand in the form again after signing in', async () => {
    await page(owner)
    const away = site.as(officerPerson)
    await away.get(path())
    away.cookies.clear()
    const turned = await away.post(path('/reacties'), { comment: 'Een half uur aan getypt' })
    const onward = new URL(turned.headers.get('location')!, 'http://local').searchParams.get('verder')!
    const back = await away.post('/inloggen', { email: officerPerson.email, password: goodPassword, verder: onward })
    assert.match(await (await away.get(back.headers.get('location')!)).text(), />\s*Een half uur aan getypt\s*<\/textarea>/)
    assert.doesNotMatch(await page(owner), /Een half uur/)
  })

  test('whoever reads what colleagues said leaves an access record', async () => {
    const id = await fresh('Met spoor')
    await say(owner, 'Dag', [], '/reacties', id)
    const count = () => house.scoped(async ({ tx }) => (await tx.selectFrom('access_record').select('span_id').where('name', '=', 'Reacties bekeken').execute()).length)
    const before = await count()
    await page(owner, '', id)
    assert.equal(await count(), before, 'one’s own words concern nobody else')
    await page(officer, '', id)
    assert.equal(await count(), before + 2)
  })

  test('entries that go take their comments along', async () => {
    const id = await fresh('Weg')
    const said = await say(owner, 'Dag', [officer.personId], '/reacties', id)
    await say(officer, 'Dag terug', [], `/reacties/${said}/antwoord`, id)
    await house.scoped((scope) => dropCollaboration(scope, 'processing-activities', [id]))
    const left = await house.scoped((scope) => scope.tx.selectFrom('entry_comment').selectAll().where('entry_id', '=', id).execute())
    assert.deepEqual(left, [])
    assert.ok((await page(officer)).includes('Wie pakt dit op?'), 'those of others stay')
  })
})
