// Status page: by a private link that can't be guessed, ends, and is renewed only to the address on file; what is read there and what can be done from it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeStatusLink, renewStatusLink, statusPath } from '../case-kit/status-links/links.ts'
import { openContent } from '../people/mail.ts'
import { newToken } from '../people/tokens.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { outsideApp, testCases, type Visitor, visitorFrom } from '../../test/support/outside.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { makeHouse } from '../web.tsx'

const start = '2026-11-22T10:00:00Z'

describe('the status page', () => {
  let house: Tenant
  let opened: Awaited<ReturnType<typeof product>>
  let who: Visitor
  let count = 0
  const { register } = testCases

  before(async () => {
    opened = await product()
    opened.setClock(start)
    house = await tenant()
    who = visitor()
  })
  after(() => opened.setClock(undefined))

  const visitor = () => visitorFrom(outsideApp(makeHouse(opened.deps)), `203.0.114.${++count}`)
  const scoped: Tenant['scoped'] = (work) => house.scoped(work, opened.deps.clock!())
  const make = (more: Record<string, unknown> = {}) => scoped(async (scope) => {
    const id = await createEntry(scope, register, { ...emptyInput(register.fields), title: 'Geheim onderwerp', question: 'Interne tekst', sources: 'melder@voorbeeld.example', ...more })
    return { id, address: statusPath(house.slug, await makeStatusLink(scope, { register: register.key, entryId: id })), input: await scope.tx.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirstOrThrow() }
  })
  const mails = () => scoped(async (scope) => (await scope.tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('id').execute()).map(({ id, content }) => openContent(scope.organisation, id, content!)))

  test('shows number, state, steps and the last day for an answer, and nothing that colleagues write; nobody indexes or keeps it', async () => {
    const { address, input } = await make()
    const response = await who.get(address)
    const page = plain(await response.text())
    assert.match(page, new RegExp(`Uw zaak ${input.number}.*In behandeling.*uiterlijk antwoord op 24 december 2026.*Ontvangen.*Beantwoord.*Aanvullen.*Intrekken`))
    assert.doesNotMatch(page, /Geheim onderwerp|Interne tekst/)
    assert.deepEqual(['cache-control', 'x-robots-tag'].map((name) => response.headers.get(name)), ['no-store', 'noindex, nofollow'])
    const secure = visitorFrom(outsideApp({ ...makeHouse(opened.deps), config: { ...opened.deps.config, publicUrl: 'https://waarborg.test' } }))
    assert.equal((await secure.get(address)).headers.get('referrer-policy'), 'no-referrer')
    const stored = await scoped((scope) => scope.tx.selectFrom('status_link').select('token_hash').where('organisation_id', '=', scope.organisation.id).execute())
    assert.ok(stored.every(({ token_hash }) => token_hash.length === 32 && !address.includes(token_hash.toString('base64url'))))
  })

  test('a guessed link, one that is over, one of another organisation and one that was replaced get the same answer, and guessing is braked', async () => {
    const { id, address } = await make()
    const old = await make()
    await scoped((scope) => perform(scope, register, 'withdraw', old.id, { reason: null }))
    const elsewhere = await tenant()
    const replaced = (await make()).address
    const target = await scoped(async (scope) => (await scope.tx.selectFrom('status_link').select('entry_id').where('organisation_id', '=', scope.organisation.id).orderBy('id', 'desc').executeTakeFirstOrThrow()).entry_id!)
    await scoped((scope) => renewStatusLink(scope, { register: register.key, entryId: target }))
    opened.setClock('2027-11-20T10:00:00Z')
    assert.equal((await who.get(old.address)).status, 200, 'a year after closing')
    opened.setClock('2027-11-30T10:00:00Z')
    const guesses = [statusPath(house.slug, newToken()), old.address, address.replace(house.slug, elsewhere.slug), replaced, statusPath(house.slug, 'x'), statusPath(house.slug, `${newToken()}`)]
    const answers = new Set<string>()
    for (const guess of guesses) {
      const response = await who.get(guess)
      answers.add(`${response.status} ${plain(await response.text()).replaceAll(guess, '').replaceAll(elsewhere.slug, house.slug)}`)
    }
    assert.equal(answers.size, 1, [...answers].join('\n'))
    assert.match([...answers][0]!, /^404 .*werkt niet \(meer\)/)
    const flood = visitor()
    const statuses = []
    for (let index = 0; index < 22; index++) statuses.push((await flood.get(statusPath(house.slug, newToken()))).status)
    assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429])
    opened.setClock(start)
    assert.ok(id)
  })

  test('adding with a file and withdrawing work from the page; what can’t be done any more is gone, and a wrong file loses no text', async () => {
    const { id, address } = await make()
    const revision = /name="revision" value="(\d+)"/.exec(await who.text(`${address}/add_information`))![1]!
    const wrong = await who.upload(`${address}/add_information`, { revision, information: 'Nog een bijlage' }, [{ name: 'x.pdf', bytes: Buffer.from('MZ\0\0') }])
    assert.deepEqual([wrong.status, /Nog een bijlage/.test(await wrong.text())], [400, true])
    const added = await who.upload(`${address}/add_information`, { revision, information: 'Nog een bijlage' }, [{ name: 'Jan Jansen.pdf', bytes: Buffer.from('%PDF-1.7 %%EOF') }])
    assert.equal(added.headers.get('location'), `${address}?gedaan=add_information`)
    const again = await who.upload(`${address}/add_information`, { revision, information: 'Nog een bijlage' }, [])
    assert.deepEqual([again.status, /intussen iets veranderd/.test(await again.text())], [409, true], 'a double click adds once')
    const kept = await scoped((scope) => scope.tx.selectFrom('entry_attachment').select(['name', 'person_id']).where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).execute())
    assert.deepEqual(kept, [{ name: 'aanvulling 1.pdf', person_id: null }])
    await who.send(`${address}/withdraw`, { revision: String(Number(revision) + 1), reason: 'Opgelost' })
    assert.match(plain(await who.text(address)), /Gesloten/)
    assert.equal((await who.get(`${address}/add_information`)).status, 404)
    assert.equal((await who.get(`${address}/reply`)).status, 404, 'a step of colleagues is none')
  })

  test('a lost link goes to the address on file and nowhere else, and the answer never tells whether there is a case', async () => {
    const { address, input } = await make({ sources: 'Eigen@voorbeeld.example' })
    const ask = async (number: string, email: string) => plain(await (await visitor().send(`/openbaar/${house.slug}/status`, { number, email })).text()).replace(/t[0-9a-f]{22}/g, '')
    const before = (await mails()).length
    const answers = new Set([await ask('V-ONZIN2-X', 'eigen@voorbeeld.example'), await ask(input.number!, 'ander@voorbeeld.example'), await ask(input.number!, 'eigen@voorbeeld.example\r\nbcc: x@voorbeeld.example')])
    assert.deepEqual([(await mails()).length, (await who.get(address)).status], [before, 200])
    answers.add(await ask(input.number!.toLowerCase(), ' eigen@VOORBEELD.example '))
    assert.equal(answers.size, 1)
    const [mail, ...more] = (await mails()).slice(before)
    assert.deepEqual([more.length, mail!.outside!.to], [0, 'Eigen@voorbeeld.example'])
    assert.equal((await who.get(address)).status, 404, 'the lost one no longer works')
    assert.equal((await who.get(mail!.link!.path)).status, 200)
  })
})
