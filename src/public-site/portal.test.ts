// The portal: a citizen whom a provider vouches for files with the identity established and finds the own cases back; a processor comes in by its link and a mailed code.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { heldForms, refuseHeld, releaseHeld } from '../case-kit/intake/held-forms.ts'
import { endInvitation, invitePartner, listInvitations } from '../case-kit/intake/portal-invitations.ts'
import { savePortalProvider } from '../case-kit/intake/portal-provider.ts'
import { openContent } from '../people/mail.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry } from '../register-kit/perform.ts'
import { breachCases } from '../registers/breaches/outside.ts'
import { processors } from '../registers/processors/register.ts'
import { requestCases } from '../registers/requests/outside.ts'
import { testProvider } from '../../test/support/identity-provider.ts'
import { outsideApp, testCases, type Visitor, visitorFrom } from '../../test/support/outside.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { makeHouse } from '../web.tsx'

const start = '2026-11-22T10:00:00Z'

describe('who shows who they are', () => {
  let house: Tenant
  let other: Tenant
  let opened: Awaited<ReturnType<typeof product>>
  let provider: Awaited<ReturnType<typeof testProvider>>
  let app: ReturnType<typeof outsideApp>
  let officer: Awaited<ReturnType<Tenant['person']>>
  let count = 0
  const at = (seconds: number) => opened.setClock(new Date(Date.parse(start) + seconds * 1000).toISOString())
  const scoped: Tenant['scoped'] = (work) => house.scoped(work, opened.deps.clock!())
  const base = () => `/openbaar/${house.slug}`
  const visitor = () => visitorFrom(app, `203.0.115.${++count}`)

  before(async () => {
    opened = await product()
    at(0)
    app = outsideApp({ ...makeHouse(opened.deps), allowsLoopbackProvider: true }, [testCases, requestCases, breachCases])
    house = await tenant()
    other = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer', 'administrator')
    provider = await testProvider([house.slug])
    await scoped((scope) => savePortalProvider(scope, {
      label: 'Inloggen met DigiD', issuer: provider.issuer, clientId: 'waarborg', clientSecret: 'geheim-van-de-test', scopes: 'openid profile', subjectClaim: 'sub', nameClaim: 'name', birthClaim: 'birthdate', levelClaim: 'acr',
      acceptedLevels: ['urn:test:sterk'], isEnabled: true, revision: 0,
    }, true))
  })
  after(async () => {
    opened.setClock(undefined)
    await provider.stop()
  })

  async function comes(person: Parameters<typeof provider.says>[0], who = visitor()): Promise<{ who: Visitor; answer: Response }> {
    provider.says(person)
    const there = await who.get(`${base()}/portaal/inloggen?verder=${encodeURIComponent(`${base()}/verzoek/ingelogd`)}`)
    assert.equal(there.status, 303, plain(await there.clone().text()))
    return { who, answer: await who.get(await provider.walk(there.headers.get('location')!)) }
  }

  async function files(who: Visitor, path: string, fields: Record<string, string>): Promise<Response> {
    at(0)
    const page = await who.text(`${path}?stap=alles`)
    at(60)
    const saved = await who.send(path, { _stap: 'alles', _sinds: /name="_sinds" value="([^"]+)"/.exec(page)?.[1] ?? '', ...fields, _action: 'next' })
    assert.equal(saved.status, 303, plain(await saved.text()))
    return who.send(path, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
  }

  test('H-62: a citizen signs in at the broker, files a request with identity and level established, and finds it back; no identifier is kept', async () => {
    const jan = { sub: '999999990', acr: 'urn:test:sterk', name: 'Jan de Vries', birthdate: '1980-02-03' }
    const { who, answer } = await comes(jan)
    assert.equal(answer.headers.get('location'), `${base()}/verzoek/ingelogd`)
    assert.match(await who.text(`${base()}/verzoek/ingelogd?stap=alles`), /value="Jan de Vries"/)
    const sent = await files(who, `${base()}/verzoek/ingelogd`, { right: 'access', request: 'Alles', subject_name: 'Iemand anders' })
    assert.equal(sent.status, 303)
    const request = await scoped((scope) => scope.tx.selectFrom('subject_request').selectAll().where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.deepEqual([request.status, request.channel, request.identity_means, request.subject_name, request.subject_birth_date], ['identified', 'portal', 'portal', 'Jan de Vries', '1980-02-03'])
    assert.match(request.identity_note!, /Inloggen met DigiD, niveau urn:test:sterk/)
    const page = await who.text(`${base()}/portaal`)
    assert.match(plain(page), new RegExp(`Jan de Vries.*${request.number}`))
    const followed = await who.send(/action="([^"]+\/zaken\/[^"]+)"/.exec(page)![1]!, {})
    assert.match(plain(await who.text(followed.headers.get('location')!)), new RegExp(`Uw zaak ${request.number}`))
    const kept = JSON.stringify(await scoped(async (scope) => [await scope.tx.selectFrom('intake_form').selectAll().execute(), await scope.tx.selectFrom('portal_session').selectAll().execute()]))
    assert.doesNotMatch(kept, /999999990|de Vries/)

    const again = (await comes(jan)).who
    assert.match(plain(await again.text(`${base()}/portaal`)), new RegExp(String(request.number)), 'the same person at another time')
    const neighbour = (await comes({ ...jan, sub: '888888880', name: 'An de Boer' })).who
    assert.doesNotMatch(plain(await neighbour.text(`${base()}/portaal`)), new RegExp(String(request.number)))
    assert.equal((await neighbour.send(/action="([^"]+\/zaken\/[^"]+)"/.exec(page)![1]!, {})).status, 404)
    assert.doesNotMatch(plain(await again.text(`/openbaar/${other.slug}/portaal`)), /de Vries/)
  })

  test('too low a level, and a way back that another browser began, open nothing', async () => {
    const low = await comes({ sub: '777777770', acr: 'urn:test:zwak', name: 'Te Laag' })
    assert.deepEqual([low.answer.status, /te laag niveau/.test(await low.answer.text())], [403, true])
    assert.equal((await low.who.get(`${base()}/verzoek/ingelogd`)).status, 403)
    provider.says({ sub: '777777770', acr: 'urn:test:sterk' })
    const there = await visitor().get(`${base()}/portaal/inloggen`)
    assert.equal((await visitor().get(await provider.walk(there.headers.get('location')!))).status, 403)
  })

  test('a session that ends in mid-form returns all text and attachments after signing in again', async () => {
    const { who } = await comes({ sub: '666666660', acr: 'urn:test:sterk', name: 'Mid Form' })
    const path = `${base()}/verzoek/ingelogd`
    await who.upload(path, { _stap: 'alles', right: 'access', subject_name: 'Mid Form', request: 'Eerste deel' }, [{ name: 'bewijs.pdf', bytes: Buffer.from('%PDF-1.7 %%EOF') }])
    at(2 * 3600)
    const over = await who.send(path, { _stap: '2', _bezig: '1', request: 'Eerste deel, en het tweede', _action: 'next' })
    assert.equal(over.status, 403)
    assert.match(plain(await over.text()), /Wat u invulde, is bewaard/)
    await comes({ sub: '666666660', acr: 'urn:test:sterk', name: 'Mid Form' }, who)
    const back = await who.text(`${path}?stap=alles`)
    assert.match(back, /Eerste deel, en het tweede/)
    assert.match(back, /bijlage 1\.pdf/)
    at(0)
  })

  test('N-41: a processor comes in by its own link and a mailed code, answers the eleven items, and stands as the processor of the breach', async () => {
    const processor = await scoped((scope) => createEntry(scope, processors, { ...emptyInput(processors.fields), name: 'Cloud Noord' }))
    const invited = await officer.post(`/${house.slug}/beheer/portaal/uitnodigingen`, { party: `processors:${processor}`, name: 'Wil Werk', email: 'wil@cloudnoord.example', language: 'nl' })
    assert.equal(invited.status, 303, plain(await invited.clone().text()))
    const mails = () => scoped(async (scope) => (await scope.tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('id').execute()).map(({ id, content }) => openContent(scope.organisation, id, content!)).filter(({ outside }) => outside?.to === 'wil@cloudnoord.example'))
    const link = (await mails())[0]!.link!.path
    const who = visitor()
    const codeOf = async () => /code is ([a-z0-9-]{9})/.exec(JSON.stringify((await mails()).at(-1)!.lines))![1]!
    await who.send(link, { _action: 'code' })
    await who.send(link, { _action: 'code' })
    assert.equal((await mails()).length, 2, 'pressing twice fills nobody’s mailbox')
    const code = await codeOf()
    for (let index = 0; index < 5; index++) assert.equal((await who.send(link, { _action: 'open', code: 'aaaa-bbbb' })).status, 400)
    assert.equal((await who.send(link, { _action: 'open', code })).status, 400, 'five wrong ones and the right one is over')
    at(120)
    await who.send(link, { _action: 'code' })
    assert.equal((await who.send(link, { _action: 'open', code: ` ${(await codeOf()).toUpperCase()} ` })).status, 303)
    assert.equal((await who.send(link, { _action: 'open', code: await codeOf() })).status, 400, 'a code works once')
    assert.match(plain(await who.text(`${base()}/portaal`)), /Wil Werk/)
    assert.equal((await who.get(`${base()}/verzoek/ingelogd`)).status, 403, 'a form for citizens')
    const sent = await files(who, `${base()}/datalek/verwerker`, { what_happened: 'Een schijf is gestolen', who_involved: 'Klanten', data_described: 'Namen', discovered_at: '2026-11-22T09:00', likely_consequences: 'Spam' })
    assert.equal(sent.status, 303, plain(await sent.text()))
    const breach = await scoped((scope) => scope.tx.selectFrom('breach').selectAll().where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.deepEqual([breach.channel, breach.reporter_name, breach.reporter_email], ['processor', 'Wil Werk', 'wil@cloudnoord.example'])
    const [invitation] = await scoped(listInvitations)
    assert.equal(invitation!.party, 'Cloud Noord')
    await scoped((scope) => endInvitation(scope, invitation!.id))
    assert.equal((await who.get(`${base()}/datalek/verwerker`)).status, 403)
    await assert.rejects(scoped((scope) => invitePartner(scope, { register: 'processors', partyId: processor, name: '', email: 'a@b\r\nbcc:c', language: 'nl' })), { name: 'Invalid' })
  })

  test('N-49, H-37: an employee reports with nine questions from the organisation’s network, by its link or signed in, and nobody else; the menu leads there in one click', async () => {
    const path = `${base()}/datalek/medewerker`
    const outsider = visitor()
    const shut = await outsider.get(path)
    assert.equal(shut.status, 403)
    assert.match(await shut.text(), new RegExp(`href="${base()}/datalek"`), 'M-16: the form for everybody is named')
    const link = await officer.post(`/${house.slug}/beheer/meldlink`, {})
    const address = new RegExp(`/openbaar/${house.slug}/medewerkers/[\\w-]{43}`).exec(await link.text())![0]
    const colleague = visitor()
    assert.equal((await colleague.get(address)).status, 303)
    const page = await colleague.text(`${path}?stap=alles`)
    assert.equal((await colleague.get(path)).status, 200)
    assert.ok((page.match(/class="utrecht-form-label wb-label"/g) ?? []).length >= 9)
    await officer.post(`/${house.slug}/beheer/meldlink`, {})
    assert.deepEqual([(await colleague.get(path)).status, (await visitor().get(address)).status], [403, 404], 'renewed: the old link is over')
    await scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: house.organisation.id, id: crypto.randomUUID(), network: '198.51.100.0/24', note: '' }).execute())
    assert.deepEqual([(await visitorFrom(app, '198.51.100.9').get(path)).status, (await outsider.get(path)).status], [200, 403])
    await scoped((scope) => scope.tx.deleteFrom('allowed_network').where('organisation_id', '=', house.organisation.id).execute())
    const home = await (await officer.get(`/${house.slug}`)).text()
    assert.match(home, new RegExp(`href="/${house.slug}/melden"`))
    assert.equal((await officer.get(`/${house.slug}/melden`)).headers.get('location'), path)
    assert.match(await (await officer.get(path)).text(), /Terug naar Waarborg/)
    assert.match(await (await officer.get(`${path}?stap=alles`)).text(), /value="Petra Privacy"/)
  })

  test('what was held is work for the privacy officer: dealt with as of when it was sent, or erased with a reason', async () => {
    for (const title of ['Toch echt', 'Reclame']) {
      at(0)
      const who = visitor()
      const page = await who.text(`${base()}/melden?stap=alles`)
      await who.send(`${base()}/melden`, { _stap: 'alles', _sinds: /name="_sinds" value="([^"]+)"/.exec(page)![1]!, title, sources: 'echt@voorbeeld.example', website: 'x', _action: 'next' })
      await who.send(`${base()}/melden`, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
    }
    at(3600)
    const ids = (await scoped((scope) => scope.tx.selectFrom('intake_form').select('id').where('organisation_id', '=', scope.organisation.id).where('state', '=', 'held').orderBy('id').execute())).map(({ id }) => id)
    assert.equal(ids.length, 2)
    assert.match(plain(await (await officer.get(`/${house.slug}/mijn-werk`)).text()), /Berichten van buiten nakijken: 2/)
    assert.deepEqual((await scoped((scope) => heldForms(scope, [testCases]))).map(({ input, doubts }) => [input.title, doubts.includes('trap')]), [['Toch echt', true], ['Reclame', true]])
    const made = await scoped((scope) => releaseHeld(scope, [testCases], ids[0]!))
    const entry = await scoped((scope) => scope.tx.selectFrom('question').select('created_at').where('organisation_id', '=', scope.organisation.id).where('id', '=', made.id).executeTakeFirstOrThrow())
    assert.equal(entry.created_at.toISOString(), '2026-11-22T10:00:00.000Z')
    await assert.rejects(scoped((scope) => refuseHeld(scope, ids[1]!, ' ')), { name: 'Invalid' })
    await scoped((scope) => refuseHeld(scope, ids[1]!, 'Reclame'))
    const gone = await scoped((scope) => scope.tx.selectFrom('intake_form').select(['state', 'content', 'reason']).where('organisation_id', '=', scope.organisation.id).where('id', '=', ids[1]!).executeTakeFirstOrThrow())
    assert.deepEqual(gone, { state: 'refused', content: null, reason: 'Reclame' })
  })
})
