// Pages: what an administrator sees and does with webhooks, through the front door.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Hono } from 'hono'
import { testDatabase } from '../../../test/support/database.ts'
import { member, organisation, type Sandbox, sandbox, signIn } from '../../../test/support/people.ts'
import { behaviours, redirecting, target, type Target } from '../../../test/support/targets.ts'
import { happening, isSignedBy } from '../../../test/support/webhooks.ts'
import type { Role } from '../../ground/scope.ts'
import { inLanguage } from '../../ground/words.ts'
import { type PeopleEnv, withScope } from '../../people/with-scope.ts'
import { announce } from '../../register-kit/announce.ts'
import { allRegisters, tieRegisters } from '../../register-kit/tied-registers.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { sendDue } from './courier.ts'
import { eventSchemaRoutes } from './event.ts'
import { webhookRoutes } from './routes.tsx'

describe('pages about webhooks', () => {
  let box: Sandbox
  const targets: Target[] = []
  let last = 10
  before(async () => {
    if (allRegisters().length === 0) tieRegisters([processingActivities])
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey, { allowsLoopbackProvider: true })
    const inside = new Hono<PeopleEnv>()
    inside.use('*', async (c, next) => inLanguage(c.req.header('accept-language') === 'en' ? 'en' : 'nl', next))
    inside.use('*', withScope(box.house))
    inside.route('/', webhookRoutes(box.house))
    box.app.route('/:slug', inside)
  })
  after(() => Promise.all(targets.map((one) => one.stop())))

  async function started(...args: Parameters<typeof target>): Promise<Target> {
    const one = await target(...args)
    targets.push(one)
    return one
  }

  async function place(role: Role = 'administrator') {
    const tenant = await organisation(box)
    const visitor = await signIn(box, await member(box, tenant, { roles: [{ role }], name: 'Bea Beheer' }), { ip: `198.51.109.${last++}` })
    const at = (path = '') => `/${tenant.slug}/beheer/webhooks${path}`
    const page = async (path = '', headers?: HeadersInit) => (await visitor.get(at(path), headers)).text()
    return {
      tenant, visitor, at, page,
      make: async (fields: Record<string, string | readonly string[]>) => {
        const html = await (await visitor.post(at('/nieuw'), { name: 'Zaaksysteem', ...fields })).text()
        return { html, secret: /value="(whsec_[A-Za-z0-9+/=]{44})"/.exec(html)?.[1] ?? '', id: /beheer\/webhooks\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '' }
      },
      happen: (verb = 'activate') => tenant.scoped((scope) => announce(scope, [happening({ verb })])),
      send: async () => {
        const where = { organisation: tenant.organisation, actor: { kind: 'system', task: 'test' } } as const
        return await sendDue(box.house, where, false) + await sendDue(box.house, where, true)
      },
    }
  }

  test('are the administrator’s alone; an empty list says what belongs there', async () => {
    const admin = await place()
    const html = await admin.page()
    assert.match(html, /Nog geen webhooks/)
    assert.match(html, /alleen kenmerken, geen inhoud en geen namen/)
    assert.match(await admin.page('', { 'accept-language': 'en' }), /No webhooks yet/)
    for (const role of ['privacy_officer', 'dpo', 'auditor', 'employee'] as const) {
      const { visitor, at } = await place(role)
      assert.equal((await visitor.get(at())).status, 403, role)
      assert.equal((await visitor.post(at('/nieuw'), { name: 'x', target: 'https://haken.example/' })).status, 403, role)
    }
  })

  test('a webhook is made; its secret is shown once and signs what it sends; a test message tells at once whether the address works', async () => {
    const { visitor, at, page, make, happen, send } = await place()
    const receiver = await started(behaviours.fine)
    const form = await page('/nieuw')
    for (const part of ['value="processing-activities"', '>Verwerkingen<', 'value="drop_proposal"', '>Voorstel ingetrokken<', '>In elk register<']) assert.ok(form.includes(part), part)
    assert.doesNotMatch(form, />\s*(?:processing-activities|drop_proposal|activate)\s*</, 'keys are for programs')
    const { secret, id } = await make({ target: receiver.url, registers: 'processing-activities', verbs: ['activate', 'end'] })
    assert.ok(secret && id)
    for (const path of ['', `/${id}`, `/${id}/wijzigen`]) assert.ok(!(await page(path)).includes(secret), path)
    assert.match(await page(`/${id}`), /Nog geen berichten/)

    const tested = await visitor.post(at(`/${id}/test`), {})
    assert.equal(tested.status, 303)
    const shown = await (await visitor.get(tested.headers.get('location')!)).text()
    assert.match(shown, /Het testbericht is aangekomen[\s\S]*204 in \d+ ms/)
    assert.ok(isSignedBy(secret, receiver.received[0]!))
    assert.equal(JSON.parse(receiver.received[0]!.body).type, 'nl.waarborg.webhooks.test')

    await happen('change')
    await happen('activate')
    assert.equal(await send(), 1)
    const list = await page(`/${id}`)
    for (const pattern of [/Geactiveerd: Verwerkingen/, /Bezorgd/, /Poging 1 van 8/, />204</, /\d+ ms/]) assert.match(list, pattern)
    const event = receiver.received.at(-1)!.headers['webhook-id'] as string
    assert.ok(list.includes(event))
    assert.equal((await visitor.post(at(`/${id}/opnieuw`), { event })).headers.get('location'), `${at(`/${id}`)}?klaar=opnieuw`)
    assert.equal(await send(), 1)
    assert.equal(receiver.received.at(-1)!.headers['webhook-id'], event)
    assert.equal((await visitor.post(at(`/${id}/opnieuw`), { event: 'x' })).status, 404)
  })

  test('what is wrong stands at its field, and nothing that was typed is lost', async () => {
    const { tenant, visitor, at } = await place()
    const wrong = await visitor.post(at('/nieuw'), { name: '', target: 'http://10.0.0.1/haak?wie=ik', registers: ['nergens'], verbs: ['activate', 'DROP TABLE'] })
    assert.equal(wrong.status, 400)
    const html = await wrong.text()
    for (const pattern of [/id="veld-name-fout"/, /id="veld-target-fout"/, /Kies registers uit de lijst/, /Kies gebeurtenissen uit de lijst/, /value="http:\/\/10\.0\.0\.1\/haak\?wie=ik"/, /value="activate" checked/]) assert.match(html, pattern)
    for (const address of ['https://169.254.169.254/', 'https://[::ffff:10.0.0.1]/', 'https://3232235777/', 'ftp://haken.example/', 'https://haken.example:8443/', 'https://wie:wat@haken.example/', `https://haken.example/${'x'.repeat(1000)}`, 'geen adres', '']) {
      assert.equal((await visitor.post(at('/nieuw'), { name: 'x', target: address })).status, 400, address)
    }
    const kept = await tenant.scoped((scope) => scope.tx.selectFrom('webhook_subscription').select('id').where('organisation_id', '=', scope.organisation.id).execute())
    assert.deepEqual(kept, [])
  })

  test('pausing, resuming, a new secret, changing and removing each leave history; two administrators notice each other', async () => {
    const { tenant, visitor, at, page, make } = await place()
    const { id, secret } = await make({ target: 'https://haken.example/een' })
    const step = async (path: string, fields: Record<string, string> = {}) => (await visitor.post(at(`/${id}/${path}`), fields)).status
    assert.equal(await step('pauzeren'), 303)
    assert.match(await page(`/${id}`), /Deze webhook is gepauzeerd/)
    const replayed = await visitor.post(at(`/${id}/opnieuw`), { which: 'given_up' })
    assert.match(await replayed.text(), /Hervat hem eerst/)
    assert.equal(await step('hervatten'), 303)
    const renewed = await (await visitor.post(at(`/${id}/geheim`), {})).text()
    assert.match(renewed, /value="whsec_/)
    assert.ok(!renewed.includes(secret))
    assert.match(await page(`/${id}`), /Het oude geheim geldt nog/)
    assert.equal(await step('oud-geheim'), 303)
    assert.doesNotMatch(await page(`/${id}`), /Het oude geheim geldt nog/)
    assert.equal(await step('wijzigen', { name: 'Postkamer', target: 'https://haken.example/twee', verbs: 'end', revision: '1' }), 303)
    const clash = await visitor.post(at(`/${id}/wijzigen`), { name: 'Anders', target: 'https://haken.example/drie', revision: '1' })
    assert.equal(clash.status, 400)
    assert.match(await clash.text(), /Een andere beheerder[\s\S]*value="Anders"/)
    const history = await page(`/${id}`)
    for (const words of ['Aangemaakt', 'Gepauzeerd', 'Hervat', 'Nieuw geheim gemaakt', 'Oud geheim ingetrokken', 'Gewijzigd', 'Zaaksysteem', 'Postkamer', 'Bea Beheer']) assert.ok(history.includes(words), words)
    assert.match(await page(`/${id}/verwijderen`), /Postkamer verwijderen\?/)
    assert.equal(await step('verwijderen'), 303)
    assert.equal((await visitor.get(at(`/${id}`))).status, 404)
    const events = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select('verb').where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).orderBy('id').execute())
    assert.deepEqual(events.map(({ verb }) => verb), ['create', 'pause', 'resume', 'renew_secret', 'withdraw_secret', 'change', 'remove'])
  })

  test('trouble is told in words: while it lasts, when it was given up, and when the webhook stopped', async () => {
    const { tenant, visitor, at, page, make, happen, send } = await place()
    const receiver = await started(redirecting('https://elders.example/'))
    const { id } = await make({ target: receiver.url })
    const tested = await visitor.post(at(`/${id}/test`), {})
    assert.match(await (await visitor.get(tested.headers.get('location')!)).text(), /niet aangekomen[\s\S]*307: het adres verwijst door/)
    assert.doesNotMatch(await page(`/${id}`), /Berichten mislukken/, 'a test that fails says nothing of what was really to be told')
    await happen()
    await send()
    const failing = await page(`/${id}`)
    assert.match(failing, /Berichten mislukken/)
    assert.match(failing, /Wordt opnieuw geprobeerd/)
    await tenant.scoped(async (scope) => {
      await scope.tx.updateTable('webhook_delivery').set({ state: 'given_up', due_at: null, attempt: 8 }).where('organisation_id', '=', scope.organisation.id).where('verb', '=', 'activate').execute()
    })
    assert.match(await page(`/${id}`), /Eén bericht is opgegeven[\s\S]*Opgegeven berichten opnieuw versturen/)
    await tenant.scoped(async (scope) => {
      await scope.tx.updateTable('webhook_subscription').set({ status: 'paused', paused_because: 'failures', paused_at: scope.now }).where('organisation_id', '=', scope.organisation.id).execute()
    })
    assert.match(await page(`/${id}`), /Deze webhook is gestopt[\s\S]*Een dag lang mislukte elk bericht/)
    assert.match(await page(), /Gestopt na fouten/)
  })

  test('there are at most twenty; many messages come in pages', async () => {
    const { tenant, visitor, at, page, make } = await place()
    const { id } = await make({ target: 'https://haken.example/' })
    for (let one = 1; one < 20; one++) assert.ok((await make({ name: `Nummer ${one}`, target: 'https://haken.example/' })).id)
    const more = await visitor.post(at('/nieuw'), { name: 'Te veel', target: 'https://haken.example/' })
    assert.match(await more.text(), /Er zijn al 20 webhooks/)
    await tenant.scoped((scope) => announce(scope, Array.from({ length: 60 }, () => happening())))
    const first = await page(`/${id}`)
    const older = /href="[^"]*(\?voor=[0-9a-f-]{36})#berichten"/.exec(first)![1]!
    const rows = (html: string) => html.match(/name="event"/g)?.length
    assert.deepEqual([rows(first), rows(await page(`/${id}${older}`))], [50, 10])
  })

  test('the schema of a message can be read by everybody', async () => {
    const answer = await eventSchemaRoutes().request('/schemas/webhook-event-1.json')
    assert.equal(answer.status, 200)
    assert.deepEqual((await answer.json() as { required: string[] }).required, ['id', 'register', 'verb', 'revision', 'status', 'url'])
  })

  test('an id that is none, or another organisation’s, is not found (P-01)', async () => {
    const mine = await place()
    const theirs = await place()
    const { id } = await theirs.make({ target: 'https://haken.example/' })
    for (const wrong of ['x', '1', "'%20or%20true", '00000000-0000-0000-0000-000000000000', id]) {
      for (const path of ['', '/wijzigen', '/verwijderen']) assert.equal((await mine.visitor.get(mine.at(`/${wrong}${path}`))).status, 404, wrong + path)
      for (const path of ['wijzigen', 'test', 'geheim', 'pauzeren', 'hervatten', 'oud-geheim', 'verwijderen', 'opnieuw']) {
        assert.equal((await mine.visitor.post(mine.at(`/${wrong}/${path}`), { name: 'x', target: 'https://haken.example/', revision: '1', which: 'given_up' })).status, 404, `${wrong} ${path}`)
      }
    }
    assert.match(await theirs.page(`/${id}`), /Zaaksysteem/)
  })
})
