import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { setActive } from './persons.ts'
import { browser, type Browser, codeOf, enrol, member, organisation, sandbox, type Sandbox, signIn, type Tenant } from '../../test/support/people.ts'

let box: Sandbox
const read: { purpose: string; ids: readonly string[] }[] = []
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey, { onPersonsRead: async (_scope, ids, purpose) => { read.push({ purpose, ids }) } })
})
let last = 10
const ip = () => `198.51.104.${last++}`

async function administrator(options: { kind?: 'service_organisation' } = {}) {
  const tenant = await organisation(box, options)
  const admin = await member(box, tenant, { roles: [{ role: 'administrator' }], name: 'Bea Beheer' })
  return { tenant, admin, visitor: await signIn(box, admin, { ip: ip() }), at: (path: string) => `/${tenant.slug}/beheer/${path}` }
}
const linkOn = (html: string): string => /value="http:\/\/waarborg\.test(\/[^"]+\/uitnodiging\/[\w-]{43})"/.exec(html)?.[1] ?? assert.fail('no link shown')

/** Adds a person through the page. @returns the link and the id. */
async function added(visitor: Browser, tenant: Tenant, fields: Record<string, string>) {
  const answer = await visitor.post(`/${tenant.slug}/beheer/personen/nieuw`, { reason: 'Nieuw in dienst', ...fields })
  assert.equal(answer.status, 200, await answer.clone().text())
  const html = await answer.text()
  return { link: linkOn(html), id: /beheer\/personen\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '' }
}

test('each management page is for administrators only, and opens for them', async () => {
  const { tenant, visitor, at } = await administrator()
  const employee = await signIn(box, await member(box, tenant, { roles: [{ role: 'privacy_officer' }] }), { ip: ip() })
  for (const path of ['personen', 'personen/nieuw', 'afdelingen', 'organisatie', 'inlogdienst', 'aanmeldingen', 'rollen', 'rollen/rechten', 'rollen/geschiedenis', 'sessies', 'tokens', 'tokens/nieuw']) {
    assert.equal((await visitor.get(at(path))).status, 200, path)
    assert.equal((await employee.get(at(path))).status, 403, path)
  }
  for (const path of ['personen/nieuw', 'afdelingen', 'organisatie/functies', 'inlogdienst', 'inlogdienst/proef', 'aanmeldingen/netwerken', 'sessies', 'tokens/nieuw', `tokens/${tenant.id}/intrekken`]) assert.equal((await employee.post(at(path), { name: 'x' })).status, 403, path)
})

test('an administrator adds a person, who chooses a password by a link that works once', async () => {
  const { tenant, visitor, at } = await administrator()
  const { link, id } = await added(visitor, tenant, { name: 'Nora Nieuw', email: 'Nora.Nieuw@Voorbeeld.example', role: 'privacy_officer' })
  assert.match(await (await visitor.get(at('personen'))).text(), /Uitgenodigd/)
  const nora = browser(box.app, { ip: ip() })
  assert.match(await (await nora.get(link)).text(), /Nora Nieuw/)
  const weak = await nora.post(link, { password: 'Nora Nieuw 2026', again: 'Nora Nieuw 2026' })
  assert.equal(weak.status, 400)
  assert.match(await weak.text(), /lijkt op uw naam/)
  const joined = await nora.post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })
  assert.equal(joined.headers.get('location'), `/${tenant.slug}`)
  assert.match(await (await nora.get(`/${tenant.slug}`)).text(), /privacy_officer/)
  assert.equal((await browser(box.app, { ip: ip() }).get(link)).status, 404)
  assert.equal((await signIn(box, { email: 'nora.nieuw@voorbeeld.example' }, { password: 'zeven wilde ganzen', ip: ip() })).led.status, 303)
  assert.ok(read.some((one) => one.purpose === 'persons-list' && one.ids.includes(id)), 'reading persons goes through the hook')
})

test('a link ends after a week, and by a newer one', async () => {
  const { tenant, visitor, at } = await administrator()
  const { link, id } = await added(visitor, tenant, { name: 'Late Lex', email: `lex-${tenant.slug}@voorbeeld.example`, role: 'employee' })
  const newer = linkOn(await (await visitor.post(at(`personen/${id}/link`), {})).text())
  const lex = browser(box.app, { ip: ip() })
  assert.equal((await lex.get(link)).status, 404)
  assert.equal((await lex.get(newer)).status, 200)
  box.later(7 * 86_400 + 1)
  assert.equal((await lex.get(newer)).status, 404)
  assert.equal((await lex.post(newer, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })).status, 404)
})

test('a link never opens an account that exists: whoever owns it joins signed in', async () => {
  const home = await organisation(box)
  const person = await member(box, home)
  const { tenant, visitor } = await administrator()
  const { link } = await added(visitor, tenant, { name: 'Zelfde Mens', email: person.email, role: 'dpo' })
  const thief = browser(box.app, { ip: ip() })
  assert.match(await (await thief.get(link)).text(), /U hebt al een account/)
  assert.equal((await thief.post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })).status, 400)
  assert.equal((await thief.post(link, { _action: 'account' })).status, 400)
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 303, 'the password is what it was')

  const owner = await signIn(box, person, { ip: ip() })
  assert.match(await (await owner.get(link)).text(), new RegExp(`als ${person.email}`))
  assert.equal((await owner.post(link, { _action: 'account' })).headers.get('location'), `/${tenant.slug}`)
  assert.match(await (await owner.get(`/${tenant.slug}`)).text(), /"role":"dpo"/)
})

test('a forgotten password: a link by the administrator ends old sessions, but not for an account that serves others too', async () => {
  const { tenant, visitor, at } = await administrator()
  const person = await member(box, tenant)
  const there = await signIn(box, person, { ip: ip() })
  const link = linkOn(await (await visitor.post(at(`personen/${person.personId}/herstel`), { lost: 'password' })).text())
  const self = browser(box.app, { ip: ip() })
  assert.match(await (await self.get(link)).text(), /Nieuw wachtwoord kiezen/)
  assert.equal((await self.post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })).status, 303)
  assert.equal((await there.get(`/${tenant.slug}`)).status, 303)
  assert.equal((await signIn(box, person, { password: 'zeven wilde ganzen', ip: ip() })).led.status, 303)

  const late = linkOn(await (await visitor.post(at(`personen/${person.personId}/herstel`), { lost: 'password' })).text())
  const elsewhere = await organisation(box)
  await member(box, elsewhere, { accountId: person.accountId, email: person.email })
  assert.equal((await self.post(late, { password: 'acht wilde zwanen', again: 'acht wilde zwanen' })).status, 400, 'nor by a link of before')
  assert.equal((await signIn(box, person, { password: 'zeven wilde ganzen', ip: ip() })).led.status, 303)
  for (const lost of [['password'], ['second_factor'], ['password', 'second_factor']]) {
    const refused = await visitor.post(at(`personen/${person.personId}/herstel`), { lost })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /hoort bij meer organisaties/)
  }
})

test('roles: given, ended, and refused when they conflict (art. 38 lid 6 AVG)', async () => {
  const { tenant, visitor, at } = await administrator()
  const person = await member(box, tenant, { roles: [{ role: 'dpo' }] })
  const path = at(`personen/${person.personId}/rollen`)
  const refused = await visitor.post(path, { role: 'ciso', reason: 'Benoemd' })
  assert.equal(refused.status, 400)
  assert.match(await refused.text(), /art\. 38 lid 6 AVG/)
  assert.match(await (await visitor.post(path, { role: 'process_owner' })).text(), /Kies de afdeling waarvoor/)
  assert.equal((await visitor.post(path, { role: 'auditor', validUntil: '31-12-2999', reason: 'Controle van het jaar' })).status, 303)
  assert.equal((await visitor.post(path, { role: 'iets' })).status, 400)
  const html = await (await visitor.get(at(`personen/${person.personId}`))).text()
  assert.match(html, /31 dec 2999/)
  const id = /name="end" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await visitor.post(path, { end: id })).status, 303)
  const verbs = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select('verb').where('entry_id', '=', person.personId).orderBy('id').execute())
  assert.deepEqual(verbs.map((row) => row.verb), ['add', 'grant_role', 'grant_role', 'end_role'])
  const inTwoTenants = await administrator()
  assert.equal((await inTwoTenants.visitor.post(inTwoTenants.at(`personen/${person.personId}/rollen`), { role: 'auditor', validUntil: '31-12-2999', reason: 'x' })).status, 404)
  assert.equal((await inTwoTenants.visitor.get(inTwoTenants.at(`personen/${person.personId}`))).status, 404)
})

test('a management function makes somebody no DPO (art. 38 lid 6 AVG)', async () => {
  const { tenant, visitor, at } = await administrator()
  await visitor.post(at('organisatie/functies'), { functionName: 'Teamleider', isManagement: 'ja' })
  const functionId = await tenant.scoped((scope) => scope.tx.selectFrom('job_function').select('id').executeTakeFirstOrThrow())
  const refused = await visitor.post(at('personen/nieuw'), { name: 'Leo Leider', email: `leo-${tenant.slug}@voorbeeld.example`, jobFunction: functionId.id, role: 'dpo', reason: 'Benoemd' })
  assert.match(await refused.text(), /wie leiding geeft/)
  const dpo = await member(box, tenant, { roles: [{ role: 'dpo' }] })
  assert.match(await (await visitor.post(at(`personen/${dpo.personId}`), { name: 'F', email: dpo.email, jobFunction: functionId.id })).text(), /wie leiding geeft/)
})

test('who is closed is out at once; oneself and the last administrator can\'t be closed', async () => {
  const { tenant, admin, visitor, at } = await administrator()
  const person = await member(box, tenant)
  const there = await signIn(box, person, { ip: ip() })
  assert.equal((await there.get(`/${tenant.slug}`)).status, 200)
  assert.equal((await visitor.post(at(`personen/${person.personId}/toegang`), { active: 'nee' })).status, 303)
  assert.equal((await there.get(`/${tenant.slug}`)).status, 303, 'the session is gone')
  assert.equal((await signIn(box, person, { path: `/${tenant.slug}/inloggen`, ip: ip() })).led.status, 401)
  assert.equal((await visitor.post(at(`personen/${person.personId}/toegang`), { active: 'ja' })).status, 303)
  assert.equal((await signIn(box, person, { path: `/${tenant.slug}/inloggen`, ip: ip() })).led.status, 303)

  assert.match(await (await visitor.post(at(`personen/${admin.personId}/toegang`), { active: 'nee' })).text(), /U kunt uzelf niet uitzetten/)
  const second = await member(box, tenant, { roles: [{ role: 'administrator' }] })
  const other = await signIn(box, second, { ip: ip() })
  assert.equal((await other.post(at(`personen/${admin.personId}/toegang`), { active: 'nee' })).status, 303)
  const html = await (await other.get(at(`personen/${second.personId}`))).text()
  const end = /name="end" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.match(await (await other.post(at(`personen/${second.personId}/rollen`), { end })).text(), /laatste beheerder/)
  await assert.rejects(tenant.scoped((scope) => setActive(scope, second.personId, false)), /laatste beheerder/, 'nor by the command line')
})

test('an administrator ends a person\'s sessions, and takes away a lost second factor', async () => {
  const { tenant, visitor, at } = await administrator()
  const person = await member(box, tenant)
  const there = await signIn(box, person, { ip: ip() })
  const { secret } = await enrol(box, there)
  assert.equal((await visitor.post(at(`personen/${person.personId}/sessies`), {})).status, 303)
  assert.equal((await there.get(`/${tenant.slug}`)).status, 303)
  box.later(60)
  const again = await signIn(box, person, { ip: ip() })
  assert.match(again.led.headers.get('location') ?? '', /tweede-stap/)
  assert.equal((await visitor.post(at(`personen/${person.personId}/herstel`), { lost: 'second_factor' })).status, 303)
  const free = await signIn(box, person, { ip: ip() })
  assert.equal(free.led.headers.get('location'), '/organisaties')
  assert.equal((await free.post('/tweede-stap', { code: codeOf(box, secret) })).status, 401, 'the old telephone is worth nothing')
  const html = await (await visitor.get(at('aanmeldingen'))).text()
  assert.match(html, /Tweede stap gewist door een beheerder/)
})

test('the sign-ins of one organisation are not shown to another', async () => {
  const { tenant, visitor, at } = await administrator()
  const person = await member(box, tenant, { name: 'Zichtbare Zus' })
  await signIn(box, person, { password: 'zo fout als maar kan', ip: '203.0.113.201' })
  const html = await (await visitor.get(at('aanmeldingen'))).text()
  assert.match(html, /Zichtbare Zus/)
  assert.match(html, /203\.0\.113\.201/)
  const other = await administrator()
  const theirs = await (await other.visitor.get(other.at('aanmeldingen'))).text()
  assert.doesNotMatch(theirs, /Zichtbare Zus|203\.0\.113\.201/)
})

test('departments: a tree without circles, names once', async () => {
  const { tenant, visitor, at } = await administrator()
  assert.equal((await visitor.post(at('afdelingen'), { name: 'Sociaal' })).status, 303)
  assert.equal((await visitor.post(at('afdelingen'), { name: 'Sociaal' })).status, 400)
  const id = async (name: string) => (await tenant.scoped((scope) => scope.tx.selectFrom('department').select('id').where('name', '=', name).executeTakeFirstOrThrow())).id
  const top = await id('Sociaal')
  assert.equal((await visitor.post(at('afdelingen'), { name: 'Bijstand', parent: top })).status, 303)
  const leaf = await id('Bijstand')
  const circle = await visitor.post(at(`afdelingen/${top}`), { name: 'Sociaal', parent: leaf, active: 'ja' })
  assert.match(await circle.text(), /kan niet onder zichzelf vallen/)
  assert.equal((await visitor.post(at(`afdelingen/${top}`), { name: 'Sociaal domein', active: 'ja' })).status, 303)
  const other = await administrator()
  assert.equal((await other.visitor.post(other.at('afdelingen'), { name: 'Vreemd', parent: top })).status, 404)
  assert.equal((await other.visitor.get(other.at(`afdelingen/${top}`))).status, 404)
})

test('the organisation\'s bodies and participants', async () => {
  const { visitor, at } = await administrator({ kind: 'service_organisation' })
  assert.equal((await visitor.post(at('organisatie/deelnemers'), { participantName: 'Gemeente Duinrade', participantKind: 'municipality' })).status, 303)
  assert.equal((await visitor.post(at('organisatie/bestuursorganen'), { bodyName: 'Raad van toezicht' })).status, 303)
  const html = await (await visitor.get(at('organisatie'))).text()
  for (const words of ['Gemeente Duinrade', 'Raad van toezicht', 'Directie']) assert.ok(html.includes(words), words)
})

test('P-12: an administrator can\'t shut out the own network', async () => {
  const { tenant, visitor, at } = await administrator()
  const path = at('aanmeldingen/netwerken')
  assert.match(await (await visitor.post(path, { network: '10.0.0.0/8' })).text(), /buitensluiten/)
  assert.match(await (await visitor.post(path, { network: 'tien punt nul' })).text(), /bijvoorbeeld 192\.0\.2\.0\/24/)
  assert.equal((await visitor.post(path, { network: '198.51.104.0/24', note: 'Stadhuis' })).status, 303)
  assert.equal((await visitor.post(path, { network: '2001:db8::1/32', note: 'IPv6' })).status, 303)
  const person = await member(box, tenant)
  assert.equal((await (await signIn(box, person, { ip: '203.0.113.9' })).get(`/${tenant.slug}`)).status, 403)
  const html = await (await visitor.get(at('aanmeldingen'))).text()
  assert.match(html, /2001:db8::\/32/)
  assert.match(html, /Geweigerd: netwerk niet toegestaan/)
})

test('the identity provider\'s secret never comes back in a page', async () => {
  const { visitor, at } = await administrator()
  const fields = { label: 'Inloggen', issuer: 'https://login.voorbeeld.nl', clientId: 'abc', clientSecret: 'zeer-geheim-ding', scopes: 'openid', 'mappings.0.group': 'fg', 'mappings.0.role': 'dpo', 'mappings.0.department': '' }
  assert.match(await (await visitor.post(at('inlogdienst'), { ...fields, issuer: 'http://login.voorbeeld.nl' })).text(), /beginnend met https/)
  assert.equal((await visitor.post(at('inlogdienst'), fields)).status, 303)
  const html = await (await visitor.get(at('inlogdienst'))).text()
  assert.doesNotMatch(html, /zeer-geheim-ding/)
  assert.match(html, /value="fg"/)
  assert.match(await (await visitor.post(at('inlogdienst'), { ...fields, revision: '7' })).text(), /intussen gewijzigd/)
})

test('text that people type is shown as text', async () => {
  const { tenant, visitor, at } = await administrator()
  const nasty = `<script>alert('x')</script>"'; drop table person; --`
  const { id } = await added(visitor, tenant, { name: nasty, email: `nasty-${tenant.slug}@voorbeeld.example`, role: 'employee' })
  for (const path of ['personen', `personen/${id}`]) {
    const html = await (await visitor.get(at(path))).text()
    assert.ok(!html.includes('<script>alert'), path)
    assert.ok(html.includes('&lt;script&gt;alert'), path)
  }
})
