// Saved views, through HTTP on real PostgreSQL: kept, shared, opened by default, brought up to date and removed; and lists that changed since.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { mount, type Mounted } from '../../../test/support/collaboration-mount.tsx'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { newId } from '../../ground/ids.ts'
import { isSameView, viewAddress, viewText } from './view-parameters.ts'

const read = (text: string) => new URLSearchParams(text)

test('a view is what the list shows, not where one is in it nor how the filters were clicked together', () => {
  assert.equal(viewText(read('status=draft&q=&status=active&na=abc&voor=x&gedaan=remove&weergave=x&status=draft&sorteer=name')), 'sorteer=name&status=active&status=draft')
  assert.equal(isSameView(read('a=1&b=2&na=x'), read('b=2&a=1')), true)
  assert.equal(isSameView(read('a=1'), read('a=2')), false)
  assert.equal(viewAddress('/x', read('q=a+b&na=z'), 'id'), '/x?q=a+b&weergave=id')
  assert.equal(viewAddress('/x', read(''), 'id'), '/x?weergave=id')
})

describe('saved views', () => {
  let site: Mounted
  let house: Tenant
  let officer: ReturnType<Mounted['as']>
  let dpo: ReturnType<Mounted['as']>
  let owner: ReturnType<Mounted['as']>

  before(async () => {
    site = await mount()
    house = await tenant()
    officer = site.as(await house.person('Petra Privacy', 'privacy_officer'))
    dpo = site.as(await house.person('Frits Gegevens', 'dpo'))
    owner = site.as(await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }))
  })

  type Who = ReturnType<Mounted['as']>
  const list = (more = '') => `/${house.slug}/verwerkingen${more}`
  const page = async (who: Who, more = '') => (await who.get(list(more))).text()
  const newcomer = async (name: string, role: 'privacy_officer' | 'iso' = 'iso') => site.as(await house.person(name, role))
  async function keep(who: Who, viewName: string, parameters: string, more: Record<string, string> = {}): Promise<string> {
    const response = await who.post(list('/weergaven'), { viewName, parameters, ...more })
    assert.equal(response.status, 303, await response.clone().text())
    return /weergave=([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '')![1]!
  }
  const stored = (id: string) => house.scoped(({ tx }) => tx.selectFrom('saved_view').select(['name', 'parameters', 'is_shared']).where('id', '=', id).executeTakeFirst())
  const current = (html: string) => [...html.matchAll(/<a href="[^"]*" aria-current="page">([^<]*)<\/a>/g)].map(([, words]) => words)

  test('a list without views shows nothing of them; with filters on, the form to keep them stands above it', async () => {
    const who = await newcomer('Nieuw Hier')
    assert.doesNotMatch(await page(who), /Weergaven|bewaren/)
    assert.match(await page(who, '?status=active'), /Deze weergave bewaren/)
    assert.match(await page(who, '/weergaven'), /Nog geen weergaven/)
    assert.match(await (await who.get(list('/weergaven'), { 'accept-language': 'en' })).text(), /No views yet/)
  })

  test('what the list shows is kept under a name and stands above it, marked when one is there; pages and unknown words are left out', async () => {
    const id = await keep(officer, ' In  werking ', 'status=active&q=bij+stand&na=abc&kwaad=%3Cscript%3E&volgorde=omhoog')
    assert.deepEqual(await stored(id), { name: 'In werking', parameters: 'q=bij+stand&status=active', is_shared: false })
    const html = await page(officer, '?status=active&q=bij+stand')
    assert.match(html, new RegExp(`href="${list()}\\?q=bij\\+stand&amp;status=active&amp;weergave=${id}"`))
    assert.deepEqual(current(html), ['In werking'])
    assert.doesNotMatch(html, /Deze weergave bewaren/)
    assert.deepEqual(current(await page(officer, '?weergave=alle')), ['Alles'])
    assert.deepEqual(current(await page(officer, '?status=draft')), [])
    assert.doesNotMatch(await page(dpo), /In werking/, 'one’s own is one’s own')
    for (const more of [`/weergaven/${id}`, `/weergaven/${id}/verwijderen`]) assert.equal((await dpo.get(list(more))).status, 404)
    for (const more of [`/weergaven/${id}`, `/weergaven/${id}/verwijderen`, `/weergaven/${id}/filters`]) assert.equal((await dpo.post(list(more), { viewName: 'x', parameters: '' })).status, 404)
  })

  test('a view is shared by privacy officer, DPO or administrator; everybody may use it and only those may change it', async () => {
    const id = await keep(officer, 'Concepten', 'status=draft', { isShared: 'yes' })
    const html = await page(owner)
    assert.match(html, /Concepten \(gedeeld\)/)
    assert.doesNotMatch(await page(owner, '?status=active'), /Delen met de organisatie/)
    assert.match(await page(officer, '?status=ended'), /Delen met de organisatie/)
    assert.equal((await owner.post(list('/weergaven'), { viewName: 'Van mij', parameters: 'status=active', isShared: 'yes' })).status, 400)
    assert.equal((await owner.get(list(`/weergaven/${id}`))).status, 200)
    assert.equal((await owner.post(list(`/weergaven/${id}`), { viewName: 'Gekaapt', isShared: '', parameters: '' })).status, 303, 'only the own default is taken from it')
    for (const more of ['/filters', '/verwijderen']) assert.equal((await owner.post(list(`/weergaven/${id}${more}`), { parameters: 'status=ended' })).status, 403)
    assert.deepEqual(await stored(id), { name: 'Concepten', parameters: 'status=draft', is_shared: true })
    assert.equal((await dpo.post(list(`/weergaven/${id}`), { viewName: 'Alle concepten', isShared: 'yes', parameters: '' })).status, 303)
    assert.equal((await stored(id))?.name, 'Alle concepten')
    const taken = await officer.post(list('/weergaven'), { viewName: 'alle CONCEPTEN', parameters: 'status=ended', isShared: 'yes' })
    assert.equal(taken.status, 400)
    assert.match(await taken.text(), /al een gedeelde weergave[\s\S]*value="alle CONCEPTEN"/)
  })

  test('a list opens with the view that a person chose, by its bare address only, and everything stays one press away', async () => {
    const who = await newcomer('Karel Keuze')
    const id = await keep(who, 'Mijn begin', 'status=active', { isDefault: 'yes' })
    const other = await keep(who, 'Ander begin', 'status=draft')
    const opened = await who.get(list())
    assert.equal(opened.status, 302)
    assert.equal(opened.headers.get('location'), `${list()}?status=active&weergave=${id}`)
    assert.equal((await who.get(list('?weergave=alle'))).status, 200)
    assert.equal((await who.get(list('?q='))).status, 200)
    await who.post(list(`/weergaven/${other}`), { viewName: 'Ander begin', isDefault: 'yes', parameters: '' })
    assert.match((await who.get(list())).headers.get('location') ?? '', /status=draft/)
    assert.match(await page(who, '/weergaven'), /Ander begin<\/a> <span[^>]*>de lijst opent hiermee/)
    await who.post(list(`/weergaven/${other}`), { viewName: 'Ander begin', parameters: '' })
    assert.equal((await who.get(list())).status, 200)
    assert.equal((await dpo.get(list())).status, 200, 'nobody else’s list changes')
  })

  test('a shared view may be one’s default; when it isn’t shared any more, or goes, the list opens plainly again', async () => {
    const who = await newcomer('Lotte Lijst')
    const id = await keep(officer, 'Gedeeld begin', 'status=in_review', { isShared: 'yes', isDefault: 'yes' })
    await who.post(list(`/weergaven/${id}`), { isDefault: 'yes', parameters: '' })
    assert.match((await who.get(list())).headers.get('location') ?? '', /in_review/)
    await officer.post(list(`/weergaven/${id}`), { viewName: 'Gedeeld begin', isDefault: 'yes', parameters: '' })
    assert.equal((await who.get(list())).status, 200)
    assert.equal((await officer.get(list())).status, 302, 'for its maker it stays')
    await officer.post(list(`/weergaven/${id}/verwijderen`), {})
    assert.equal((await officer.get(list())).status, 200)
  })

  test('a view is renamed, brought up to date with what the list shows now, and removed after a question', async () => {
    const who = await newcomer('Ria Regel')
    const id = await keep(who, 'Oud', 'status=active')
    assert.match(await page(who, '?status=draft'), /weergaven\?nu=status%3Ddraft/)
    assert.match(await page(who, `/weergaven/${id}?nu=status%3Ddraft`), /Filters vervangen door die van nu/)
    assert.doesNotMatch(await page(who, `/weergaven/${id}`), /Filters vervangen/)
    assert.equal((await who.post(list(`/weergaven/${id}`), { viewName: 'Nieuw', parameters: 'status=draft' })).status, 303)
    assert.deepEqual(await stored(id), { name: 'Nieuw', parameters: 'status=active', is_shared: false })
    assert.equal((await who.post(list(`/weergaven/${id}/filters`), { parameters: 'status=draft&na=x' })).headers.get('location'), `${list()}?status=draft&weergave=${id}`)
    assert.equal((await stored(id))?.parameters, 'status=draft')
    assert.match(await page(who, `/weergaven/${id}/verwijderen`), /niet meer kiezen/)
    assert.equal((await who.post(list(`/weergaven/${id}/verwijderen`), {})).status, 303)
    assert.equal(await stored(id), undefined)
    assert.equal((await who.get(list(`/weergaven/${id}`))).status, 404)
  })

  test('what a list no longer understands is left out on use, with a word about it', async () => {
    const id = await keep(officer, 'Van vroeger', 'status=active')
    await house.scoped(({ tx }) => tx.updateTable('saved_view').set({ parameters: 'kleur=rood&status=active&status=weg&verdwenen=1' }).where('id', '=', id).execute())
    const html = await page(officer)
    const href = new RegExp(`href="([^"]*weergave=${id})"`).exec(html)![1]!.replaceAll('&amp;', '&')
    assert.match(href, /\?status=active&weergave=/)
    const used = await (await officer.get(href)).text()
    assert.match(used, /De weergave “Van vroeger” gebruikt iets wat deze lijst niet \(meer\) kent: kleur, status, verdwenen\. Dat is weggelaten/)
    assert.match(used, /Werk de weergave bij/)
    assert.deepEqual(current(used), ['Van vroeger'])
    assert.match(await page(officer, '/weergaven'), /Niet meer bekend in deze lijst: kleur, status, verdwenen/)
    await officer.post(list(`/weergaven/${id}/filters`), { parameters: 'status=active' })
    assert.doesNotMatch(await page(officer, `?status=active&weergave=${id}`), /Dat is weggelaten/)
  })

  test('the name must be one, free and short; what was typed comes back', async () => {
    const who = await newcomer('Vera Fout')
    await keep(who, 'Bezet', 'status=active')
    for (const [viewName, why] of [['', /Geef de weergave een naam/], ['x'.repeat(81), /hoogstens 80/], ['a\0b', /Geef de weergave een naam/], ['bezet', /U hebt al een weergave/]] as const) {
      const refused = await who.post(list('/weergaven'), { viewName, parameters: 'status=draft', isDefault: 'yes' })
      assert.equal(refused.status, 400)
      const html = await refused.text()
      assert.match(html, why)
      assert.match(html, /name="parameters" value="status=draft"/)
      assert.match(html, /name="isDefault" value="yes" checked/)
    }
    const long = new URLSearchParams(Array.from({ length: 90 }, (_, index) => ['status', index % 2 ? 'active' : 'draft'] as [string, string]))
    long.set('q', 'é'.repeat(1999))
    assert.match(await (await who.post(list('/weergaven'), { viewName: 'Lang', parameters: long.toString() })).text(), /te veel filters/)
    await keep(site.as(await house.person('Nog Iemand', 'iso')), 'Bezet', 'status=active')
  })

  test('fifty a person a register, also when forms come in together', async () => {
    const who = await newcomer('Fien Vijftig')
    await house.scoped(({ tx, organisation, now }) => tx.insertInto('saved_view').values(Array.from({ length: 49 }, (_, index) => ({
      organisation_id: organisation.id, id: newId(), register: 'processing-activities', person_id: who.personId, name: `W${index}`, parameters: '', is_shared: false, created_at: now, updated_at: now,
    }))).execute())
    const answers = await Promise.all(['A', 'B', 'C'].map((viewName) => who.post(list('/weergaven'), { viewName, parameters: 'status=active' })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted((one, other) => one - other), [303, 409, 409])
    assert.match(await answers.find(({ status }) => status === 409)!.text(), /al 50 weergaven/)
  })
})
