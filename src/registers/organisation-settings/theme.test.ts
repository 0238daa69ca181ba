// The house style through the front door: who, what is refused and why, where it shows, that it stays within its own organisation, and the way back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicUrl } from '../../../test/support/people.ts'
import { product, tenant } from '../../../test/support/product.ts'
import { digestOf, neutralTheme, readTheme } from '../../people/house-styles.ts'
import { readHistory } from '../../register-kit/history.ts'
import { jpeg, png } from './logo.fixtures.ts'
import { accentFaults, themeKey } from './theme.ts'

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof tenant>>['person']>>

async function cast() {
  const house = await tenant()
  const admin = await house.person('Ada Beheer', 'administrator')
  return { house, admin, settings: `/${house.slug}/organisatie`, neutral: digestOf(neutralTheme) }
}

/** Sends the form as a browser does, with a file or with the empty one of a form where none was chosen. */
async function save(person: Person, settings: string, fields: Record<string, string>, file = new File([], '')): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('logo', file)
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await product()).app.request(`${publicUrl}${settings}/huisstijl`, { method: 'POST', body, headers: { cookie, origin: publicUrl } })
}

const picture = (bytes: Buffer, name = 'logo.png', type = 'image/png') => new File([new Uint8Array(bytes)], name, { type })

test('a colour shows on pages, sign-in and public register by a stylesheet of its own, and of nobody else', async () => {
  const { house, admin, settings, neutral } = await cast()
  const other = await cast()
  const pages = [`/${house.slug}`, `/${house.slug}/inloggen`, `/openbaar/${house.slug}/verwerkingen`]
  for (const page of pages) assert.doesNotMatch(await (await admin.get(page)).text(), /huisstijl\.css/, page)
  const saved = await save(admin, settings, { accent: '#7A1F5C', letterhead: 'Gemeente Duinrade, team privacy', seen: neutral }, picture(png(120, 40)))
  assert.equal(saved.headers.get('location'), `${settings}?gedaan=huisstijl#huisstijl`)
  for (const page of pages) {
    const html = await (await admin.get(page)).text()
    const sheet = /<link rel="stylesheet" href="(\/openbaar\/[^"]+huisstijl\.css\?v=[\w-]{12})"/.exec(html)?.[1]
    assert.ok(sheet !== undefined && sheet.startsWith(`/openbaar/${house.slug}/`), page)
    assert.match(html, /<img class="wb-logo" src="\/openbaar\/[^"]+\/logo\?v=[\w-]{12}" alt=""/, page)
    assert.ok(page.endsWith('inloggen') || html.includes('Gemeente Duinrade, team privacy'), page)
    assert.doesNotMatch(html, /<style|\sstyle="/, 'nothing inline')
    const css = await admin.get(sheet)
    assert.equal(css.headers.get('content-type'), 'text/css; charset=utf-8')
    assert.equal(css.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.match(await css.text(), /--voorbeeld-kleuren-violet-500:#7a1f5c/)
  }
  const logo = await admin.get(`/openbaar/${house.slug}/logo`)
  assert.deepEqual([logo.headers.get('content-type'), logo.headers.get('cache-control'), logo.headers.get('x-content-type-options')], ['image/png', 'no-cache', 'nosniff'])
  assert.deepEqual(Buffer.from(await logo.arrayBuffer()), png(120, 40))
  for (const page of [`/${other.house.slug}`, `/openbaar/${other.house.slug}/verwerkingen`]) assert.doesNotMatch(await (await other.admin.get(page)).text(), /huisstijl|wb-logo/)
  for (const file of ['huisstijl.css', 'logo']) assert.equal((await admin.get(`/openbaar/${other.house.slug}/${file}`)).status, 404, file)
})

test('back to neutral takes everything away and stays in the history', async () => {
  const { house, admin, settings, neutral } = await cast()
  await save(admin, settings, { accent: '#7a1f5c', letterhead: 'Team privacy', seen: neutral }, picture(jpeg(60, 60), 'foto.png', 'image/png'))
  const theme = await house.scoped((scope) => readTheme(scope))
  assert.equal((await admin.get(`/openbaar/${house.slug}/logo`)).headers.get('content-type'), 'image/jpeg', 'by its bytes, whatever it was called')
  // Saving again without a file keeps the logo; the box takes it away.
  await save(admin, settings, { accent: '', letterhead: '', seen: digestOf(theme) })
  const kept = await house.scoped((scope) => readTheme(scope))
  assert.deepEqual(kept, { ...neutralTheme, logo: theme.logo })
  assert.equal((await admin.post(`${settings}/huisstijl/neutraal`, {})).headers.get('location'), `${settings}?gedaan=neutraal#huisstijl`)
  assert.deepEqual(await house.scoped((scope) => readTheme(scope)), neutralTheme)
  assert.doesNotMatch(await (await admin.get(`/${house.slug}`)).text(), /huisstijl|wb-logo|wb-letterhead/)
  const events = await house.scoped((scope) => readHistory(scope, themeKey, house.organisation.id))
  assert.deepEqual(events.map(({ changes }) => changes.map(({ field }) => field).toSorted()), [['logo'], ['accent', 'letterhead'], ['accent', 'letterhead', 'logo']])
  assert.match(await (await admin.get(settings)).text(), /Accentkleur[\s\S]+#7a1f5c/)
})

test('what is wrong is said at its field, with the figure, and nothing is saved', async () => {
  const { house, admin, settings, neutral } = await cast()
  const refused = await save(admin, settings, { accent: '#8fb8de', letterhead: 'x'.repeat(121), seen: neutral }, picture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
  assert.equal(refused.status, 400)
  const html = await refused.text()
  for (const field of ['accent', 'letterhead', 'logo']) assert.ok(html.includes(`href="#veld-${field}"`), field)
  assert.match(html, /De kleur #8fb8de heeft op wit een contrast van 2,08 : 1\. Voor leesbare woorden is ten minste 4,5 : 1 nodig/)
  assert.match(html, /SVG kan programma’s/)
  assert.match(html, /value="#8fb8de"/)
  assert.deepEqual(await house.scoped((scope) => readTheme(scope)), neutralTheme)
})

for (const [typed, expected] of [['', undefined], ['#15538a', undefined], ['767676', undefined], ['#777777', /4,47 : 1/], ['#ffff00', /1,07 : 1/], ['red', /geen kleur/], ['#15538a;}', /geen kleur/]] as const) {
  test(`accent "${typed}" is ${expected ? 'refused' : 'taken'}`, () => {
    const message = accentFaults(typed)[0]?.message
    if (expected) assert.match(message ?? '', expected)
    else assert.equal(message, undefined)
  })
}

test('two administrators: who saved over an older page is told so and loses nothing', async () => {
  const { house, admin, settings, neutral } = await cast()
  const other = await house.person('Bo Beheer', 'administrator')
  await save(other, settings, { accent: '#7a1f5c', letterhead: '', seen: neutral })
  const late = await save(admin, settings, { accent: '#15538a', letterhead: 'Mijn naam', seen: neutral })
  assert.equal(late.status, 409)
  const html = await late.text()
  assert.match(html, /Deze pagina was verouderd/)
  assert.match(html, /value="Mijn naam"/)
  const seen = /name="seen" value="([\w-]{12})"/.exec(html)![1]!
  assert.equal((await save(admin, settings, { accent: '#15538a', letterhead: 'Mijn naam', seen })).status, 303)
})

test('only the administrator of the organisation itself chooses', async () => {
  const { house, settings, neutral } = await cast()
  const officer = await house.person('Petra Privacy', 'privacy_officer')
  const stranger = await cast()
  for (const [person, status] of [[officer, 403], [stranger.admin, 404]] as const) {
    assert.equal((await save(person, settings, { accent: '#7a1f5c', letterhead: '', seen: neutral })).status, status)
    assert.equal((await person.post(`${settings}/huisstijl/neutraal`, {})).status, status)
  }
  assert.deepEqual(await house.scoped((scope) => readTheme(scope)), neutralTheme)
})
