// Metrics and the request log: what they tell, on which port, and that neither ever holds a person, an organisation's name or what somebody typed.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { Hono } from 'hono'
import { temporaryFolder } from '../../test/support/server.ts'
import { testDatabase } from '../../test/support/database.ts'
import { activityForm, saveActivity } from '../../test/support/filled-tenant.ts'
import { browser, goodPassword } from '../../test/support/people.ts'
import { freePort, startProduct, statusOf } from '../../test/support/processes.ts'
import { product, tenant } from '../../test/support/product.ts'
import { makeApp } from '../web.tsx'
import { BadSetting, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { countDelivery, countJob, metricsText, serveMetrics } from './metrics.ts'
import { observeRequests, type RequestLine } from './request-log.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
/** What a careless log would hold: a citizen service number, an address, a name, a secret of a link. */
const personal = { name: 'Jannigje Zwartkruis', bsn: '999990342', email: 'jannigje.zwartkruis@voorbeeld.example', secret: 'geheimpje-van-de-link' }
const traces = /zwartkruis|jannigje|999990342|geheimpje|olifant/i

describe('requests', () => {
  const lines: RequestLine[] = []
  let slug: string
  let organisationId: string
  let personId: string
  let entry: string
  before(async () => {
    const { deps } = await product()
    const house = await tenant()
    const officer = await house.person(personal.name, 'privacy_officer', 'administrator')
    entry = await saveActivity(officer, house, activityForm(house, { name: `Dossier ${personal.name}` }))
    const app = new Hono()
    app.use(observeRequests((line) => lines.push(line)))
    app.route('/', makeApp(deps))
    const visitor = browser(app)
    for (const [name, value] of officer.cookies) visitor.cookies.set(name, value)
    slug = house.slug
    organisationId = house.organisation.id
    personId = officer.personId
    const search = new URLSearchParams({ q: `${personal.name} ${personal.bsn}`, naam: personal.email })
    for (const path of ['', '/verwerkingen', '/verwerkingen/nieuw', `/verwerkingen/${entry}`, `/verwerkingen/${entry}/geschiedenis`, '/zoeken', '/zoeken.json', '/beheer/personen', `/beheer/personen/${personId}`, '/catalogi', '/catalogi/purpose', '/organisatie', `/${personal.bsn}`, `/verwerkingen/${personal.email}`]) {
      await visitor.get(`/${slug}${path}?${search}`, { 'x-request-id': personal.email, 'user-agent': personal.name, referer: `http://x.example/${personal.bsn}` })
    }
    await visitor.post(`/${slug}/verwerkingen/nieuw`, activityForm(house, { name: personal.name, description: `BSN ${personal.bsn}` }))
    await visitor.post(`/${slug}/verwerkingen/${entry}/stap/${personal.bsn}`, { note: personal.name })
    await visitor.post(`/${slug}/beheer/personen/nieuw`, { name: personal.name, email: `x.${personal.email}`, role: 'employee' })
    const stranger = browser(app)
    await stranger.post('/inloggen', { email: personal.email, password: goodPassword })
    await stranger.get(`/${slug}/uitnodiging/${personal.secret}`)
    await stranger.get(`/openbaar/${slug}/verwerkingen?q=${personal.bsn}`)
    await stranger.get(`/${encodeURIComponent(personal.name)}/verwerkingen`)
    await stranger.get(`/nergens/${personal.bsn}`)
  })

  test('each leaves one line with request id, route pattern, status, milliseconds, organisation and actor: ids only', () => {
    assert.equal(lines.length, 22)
    const shown = lines.find(({ route }) => route === '/:slug/verwerkingen/:id')
    assert.deepEqual({ ...shown, id: '', ms: 0 }, { id: '', method: 'GET', route: '/:slug/verwerkingen/:id', status: 200, ms: 0, organisation: organisationId, actor: personId })
    assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length)
    for (const line of lines) {
      assert.match(line.id, uuid)
      assert.match(line.route, /^\//)
      assert.doesNotMatch(line.route, new RegExp(`${uuid.source}|${slug}`))
      assert.ok(Number.isInteger(line.status) && line.ms >= 0)
    }
  })

  test('no line holds what somebody typed, in the address, the body, a cookie or a header', () => {
    assert.doesNotMatch(JSON.stringify(lines), traces)
    assert.ok(!JSON.stringify(lines).includes(slug))
  })

  test('metrics count them by route pattern and status; no label holds an id, a slug, an address or a name', async () => {
    countJob('findings-sweep', 'done', 12)
    countDelivery('given_up', 10_000)
    const text = await metricsText()
    assert.match(text, /waarborg_http_request_duration_seconds_count\{method="GET",route="\/:slug\/verwerkingen\/:id",status="200"\} \d+/)
    assert.match(text, /waarborg_http_request_duration_seconds_count\{method="POST",route="\/:slug\/verwerkingen\/nieuw",status="303"\} \d+/)
    assert.match(text, /waarborg_job_duration_seconds_count\{queue="findings-sweep",outcome="done"\} \d+/)
    assert.match(text, /waarborg_webhook_delivery_duration_seconds_count\{outcome="given_up"\} \d+/)
    assert.match(text, /waarborg_database_connections\{state="busy"\} \d+/)
    assert.doesNotMatch(text, uuid)
    assert.doesNotMatch(text, traces)
    for (const word of [slug, '@', 'voorbeeld.example', entry]) assert.ok(!text.includes(word), word)
    const values = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => `${label}=${value!.replace(/^\/.*/, '/')}`)
    assert.deepEqual([...new Set(values.map((one) => one.split('=')[0]!))].filter((label) => !known.has(label)), [])
  })

  const known = new Set(['method', 'route', 'status', 'le', 'queue', 'outcome', 'state', 'targets', 'version', 'node', 'kind', 'type', 'space', 'quantile', 'major', 'minor', 'patch'])
})

describe('the pool', () => {
  test('a connection in use is counted as such, and not once its pool has ended', async () => {
    const busy = async () => Number(/waarborg_database_connections\{state="busy"\} (\d+)/.exec(await metricsText())![1])
    const before = await busy()
    const database = openDatabase((await testDatabase()).appUrl, { connections: 1 })
    await database.transaction().execute(async (tx) => {
      await tx.selectFrom('applied_migration').select('name').execute()
      assert.equal(await busy(), before + 1)
    })
    await database.destroy()
    assert.equal(await busy(), before)
  })
})

describe('the port of the metrics', () => {
  test('off unless set; bad settings stop the start with a line that names them', () => {
    assert.equal(readConfig({}).metricsPort, undefined)
    assert.equal(readConfig({ METRICS_PORT: '' }).metricsPort, undefined)
    const { metricsPort, metricsHost } = readConfig({ METRICS_PORT: '9464' })
    assert.deepEqual([metricsPort, metricsHost], [9464, '127.0.0.1'])
    assert.equal(readConfig({ METRICS_HOST: '10.0.0.5' }).metricsHost, '10.0.0.5')
    assert.throws(() => readConfig({ METRICS_PORT: 'veel' }), /METRICS_PORT/)
    assert.throws(() => readConfig({ WEBHOOK_ALLOW_HOSTS: 'zaken.intern/pad' }), /WEBHOOK_ALLOW_HOSTS/)
    assert.equal(readConfig({ WEBHOOK_ALLOW_HOSTS: 'zaken.intern, http://10.0.0.1:8080' }).webhookAllowHosts.length, 2)
  })

  test('a port that is taken is a bad setting; what was started stops', async () => {
    const port = await freePort()
    const stop = await serveMetrics('127.0.0.1', port)
    await assert.rejects(serveMetrics('127.0.0.1', port), (error) => error instanceof BadSetting && /METRICS_PORT/.test(error.message))
    assert.deepEqual([await statusOf(port, '/metrics'), await statusOf(port, '/'), await statusOf(port, '/health/live')], [200, 404, 404])
    await stop()
    assert.equal(await statusOf(port, '/metrics'), 0)
  })

  test('the product serves them there, and not at its own door; applications that log have theirs, until it stops', { timeout: 360_000 }, async () => {
    const { ownerUrl, appUrl, keysFolder } = await testDatabase()
    const [metrics, logPort] = [await freePort(), await freePort()]
    const running = await startProduct({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, KEYS_DIR: keysFolder, DATA_DIR: temporaryFolder(), METRICS_PORT: String(metrics), LOG_PORT: String(logPort) })
    try {
      assert.equal((await fetch(`http://127.0.0.1:${logPort}/v1/traces`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status, 401)
      const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      for (const name of ['waarborg_build_info{', 'nodejs_eventloop_lag_seconds', 'process_resident_memory_bytes', 'waarborg_database_connections', 'route="/v1/traces",status="401"']) assert.ok(text.includes(name), name)
      const door = await fetch(`http://127.0.0.1:${running.port}/metrics`, { redirect: 'manual' })
      assert.equal(door.status, 404)
      assert.ok(!(await door.text()).includes('nodejs_'))
    } finally {
      running.child.kill('SIGTERM')
      assert.equal((await running.ended).code, 0)
    }
    assert.deepEqual([await statusOf(metrics, '/metrics'), await statusOf(logPort, '/v1/traces')], [0, 0])
  })
})
