import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { inLanguage } from '../ground/words.ts'
import { authenticator } from '../../test/support/authenticator.ts'
import { testDatabase } from '../../test/support/database.ts'
import { browser, type Browser, enrol, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey, { config: { publicUrl: 'http://localhost:3000', trustedProxies: 0 } })
})
let last = 10
const ip = () => `198.51.104.${last++}`

/** What a page says to people: its text, and what stands in labels, hints and the messages of an island. */
function said(html: string): string {
  const attributes = [...html.matchAll(/\s(?:aria-label|alt|placeholder|title|data-(?:busy|cancelled|known|failed|none|elsewhere))="([^"]*)"/g)].map((found) => found[1])
  return [...attributes, html.replace(/<code>[^<]*<\/code>/g, '').replace(/<[^>]+>/g, ' ')].join(' ')
}

const dutch = /\b(uw|een|het|niet|voor|met|van|wachtwoord|inloggen|herstelcode|vul|kies|tekens|bij|naam|weghalen|sinds|meer|op|apparaat|adres|laatst|opnieuw|klopt|beheer|toegevoegd|ingelogd|organisatie|afdeling|rol|opslaan)\b/gi

async function speaksEnglish(where: string, ask: () => Promise<Response>): Promise<string> {
  const html = await (await inLanguage('en', ask)).text()
  // The name of the tenant and of its body's roles are data; the address of a page may be Dutch.
  const words = said(html).replace(/Gemeente t\w+/g, '').match(dutch) ?? []
  assert.deepEqual(words, [], where)
  return html
}

async function everyPage(visitor: Browser, paths: readonly string[]): Promise<void> {
  for (const path of paths) await speaksEnglish(path, () => visitor.get(path))
}

test('every page of signing in speaks English to whoever reads English', async () => {
  const tenant = await organisation(box, { secondFactorRequired: true })
  const stranger = browser(box.app, { ip: ip() })
  await everyPage(stranger, [`/${tenant.slug}/inloggen`, '/inloggen?uitgelogd=1&verder=/x%3Fbewaard=y'])
  await speaksEnglish('nothing typed', () => stranger.post('/inloggen', {}))
  await speaksEnglish('wrong password', () => stranger.post('/inloggen', { email: 'a@voorbeeld.example', password: 'x' }))
  await speaksEnglish('unknown passkey', () => stranger.post('/inloggen/passkey', { response: '{}' }))
  for (let time = 0; time < 5; time++) await stranger.post('/inloggen', { email: 'b@voorbeeld.example', password: 'x' })
  assert.match(await speaksEnglish('waiting', () => stranger.post('/inloggen', { email: 'b@voorbeeld.example', password: 'x' })), /Too many attempts/)

  const person = await member(box, tenant, { roles: [{ role: 'administrator' }] })
  const visitor = await signIn(box, person, { ip: ip() })
  await everyPage(visitor, ['/account', '/account/tweede-stap', '/account/passkeys/nieuw', '/account/bevestigen', '/account/bewaard'])
  await speaksEnglish('wrong code', () => visitor.post('/account/tweede-stap', { code: '1' }))
  const device = authenticator({ origin: 'http://localhost:3000', rpId: 'localhost' })
  const asked = await (await visitor.post('/account/passkeys/opdracht', {})).json() as { challenge: string; user: { id: string } }
  await speaksEnglish('no name', () => visitor.post('/account/passkeys', { name: '', response: '{}' }))
  await speaksEnglish('recovery codes', () => visitor.post('/account/passkeys', { name: 'Phone', response: device.make(asked) }))
  const id = /\/account\/passkeys\/([0-9a-f-]{36})/.exec(await (await visitor.get('/account')).text())?.[1]
  await everyPage(visitor, [`/account/passkeys/${id}/weghalen`])
  await enrol(box, visitor)
  await everyPage(visitor, [
    '/account/tweede-stap', '/account/tweede-stap/weghalen', '/account?klaar=wachtwoord', '/account?klaar=sessies', '/account?klaar=sessie', '/account?klaar=passkey-weg', '/account?klaar=passkey', '/account?klaar=app-weg',
  ])
  await speaksEnglish('wrong current password', () => visitor.post('/account/wachtwoord', { current: 'x', password: 'y', again: 'z' }))
  const html = await speaksEnglish('the account with all of it', () => visitor.get('/account'))
  assert.match(html, /Firefox on Windows[\s\S]*Passkey added/)
  const back = await signIn(box, person, { ip: ip() })
  await everyPage(back, ['/tweede-stap'])
  await speaksEnglish('wrong second step', () => back.post('/tweede-stap', { code: '000000' }))
  await speaksEnglish('unreadable passkey', () => back.post('/tweede-stap/passkey', { response: '{}' }))
})

test('the administrator’s pages about sign-in services and sign-ins speak English too', async () => {
  const tenant = await organisation(box)
  const visitor = await signIn(box, await member(box, tenant, { roles: [{ role: 'administrator' }] }), { ip: ip() })
  const base = `/${tenant.slug}/beheer`
  for (const [where, ask] of [
    ['service', () => visitor.get(`${base}/inlogdienst`)], ['service refused', () => visitor.post(`${base}/inlogdienst`, { issuer: 'x' })], ['trial', () => visitor.post(`${base}/inlogdienst/proef`, {})],
    ['sign-ins', () => visitor.get(`${base}/aanmeldingen`)], ['network refused', () => visitor.post(`${base}/aanmeldingen/netwerken`, { network: 'x' })],
  ] as const) await speaksEnglish(where, ask)
  const started = await speaksEnglish('provider away', () => visitor.get(`/${tenant.slug}/inloggen/organisatie`))
  assert.match(started, /Signing in didn’t work/)
})
