import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { startTestServer } from '../../test/support/server.ts'
import { type Database, openDatabase } from '../ground/database.ts'
import { openMasterKey } from '../ground/keys.ts'
import { newSetupCode } from './set-up.ts'
import { browser, sandbox, type Sandbox } from '../../test/support/people.ts'

// A database of its own: here no organisation may exist.
let server: Awaited<ReturnType<typeof startTestServer>>
let database: Database
let box: Sandbox
const copied: string[] = []
before(async () => {
  server = await startTestServer()
  database = openDatabase(server.appUrl)
  box = sandbox(database, openMasterKey(server.keysFolder), { afterCreate: async (scope) => { copied.push(scope.organisation.slug) } })
})
after(async () => {
  await database.destroy()
  await server.stop()
})

const form = { name: 'Gemeente Duinrade', slug: 'duinrade', kind: 'municipality', personName: 'Bea Beheer', email: 'bea@duinrade.example', password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' }

test('the first visit asks the one-time code, and shows everything typed again when something is wrong', async () => {
  const old = await newSetupCode(database) ?? ''
  const code = await newSetupCode(database) ?? ''
  assert.match(code, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  const visitor = browser(box.app)
  assert.equal((await visitor.get('/inloggen')).headers.get('location'), '/instellen')
  assert.equal((await visitor.get('/instellen')).status, 200)
  for (const wrong of ['', 'aaaa-bbbb-cccc-dddd', old]) {
    const refused = await visitor.post('/instellen', { ...form, code: wrong })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /Deze code klopt niet/)
  }
  box.later(60)
  for (const [changes, message] of [[{ slug: 'openbaar' }, /gebruikt Waarborg zelf/], [{ slug: 'A b' }, /3 tot 40 tekens/], [{ password: 'kort', again: 'kort' }, /minstens 12/], [{ again: 'anders' }, /niet gelijk/], [{ kind: 'x' }, /Kies wat voor/]] as const) {
    const refused = await visitor.post('/instellen', { ...form, code, ...changes })
    assert.equal(refused.status, 400)
    const html = await refused.text()
    assert.match(html, message)
    assert.match(html, /value="Bea Beheer"/)
    assert.ok(!html.includes('zeven wilde ganzen'))
  }
})

test('guessing the code makes waiting', async () => {
  const visitor = browser(box.app, { ip: '203.0.113.50' })
  const statuses: number[] = []
  for (let time = 0; time < 6; time++) statuses.push((await visitor.post('/instellen', { ...form, code: `gok${time}` })).status)
  assert.deepEqual(statuses, [400, 400, 400, 400, 400, 429])
})

test('of two who set up at once with the right code one succeeds; then the page is gone', async () => {
  const code = await newSetupCode(database) ?? ''
  const visitors = [browser(box.app, { ip: '203.0.113.51' }), browser(box.app, { ip: '203.0.113.52' })] as const
  const answers = await Promise.all(visitors.map((visitor, index) => visitor.post('/instellen', { ...form, code: code.toUpperCase(), slug: `duinrade${index}`, email: `bea${index}@duinrade.example` })))
  assert.deepEqual(answers.map((answer) => answer.status).sort((one, two) => one - two), [303, 404])
  const index = answers.findIndex((answer) => answer.status === 303)
  assert.deepEqual(copied.at(-1), `duinrade${index}`)
  const visitor = visitors[index] ?? assert.fail()
  assert.equal((await visitor.get(`/duinrade${index}`)).headers.get('location')?.split('?')[0], '/account/tweede-stap', 'M-10: the administrator sets the second step first')
  assert.equal((await visitor.get('/instellen')).status, 404)
  assert.equal((await visitor.post('/instellen', { ...form, code })).status, 404)
  assert.equal(await newSetupCode(database), undefined)
})
