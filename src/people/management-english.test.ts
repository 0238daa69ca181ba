import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { dayOf } from '../ground/clock.ts'
import { addDepartment } from './departments.ts'
import { inLanguage } from '../ground/words.ts'
import { browser, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

// Words that stand on these pages in Dutch and are no English words; a name of a body is data and stays as it is.
const dutch = new RegExp(`\\b(${[
  'een', 'het', 'niet', 'geen', 'deze', 'voor', 'naar', 'wordt', 'kies', 'vul', 'uw', 'wie', 'wat', 'welke', 'mag', 'nog', 'ook', 'rol', 'rollen', 'persoon', 'personen', 'afdeling', 'afdelingen', 'beheerder', 'medewerker', 'naam',
  'wachtwoord', 'opslaan', 'toevoegen', 'annuleren', 'beëindigen', 'sessies', 'apparaat', 'netwerk', 'inloggen', 'inlogdienst', 'lezen', 'wijzigen', 'intrekken', 'gemaakt', 'geschiedenis', 'toegang', 'vanaf', 'gegeven', 'leidinggevend', 'functie',
  'bestuursorgaan', 'deelnemer', 'werkt', 'verplicht', 'bijvoorbeeld', 'hoogstens', 'alleen', 'tweede', 'stap',
].join('|')})\\b`, 'i')

describe('the administrator’s pages speak English too', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey, { registers: [{ key: 'systems', words: { nl: 'Systemen', en: 'Systems' } }], permissions: () => [{ register: { nl: 'Systemen', en: 'Systems' }, verbs: [{ words: { nl: 'Aanmaken', en: 'Create' }, roles: ['ciso'] }] }] })
  })
  let last = 10
  const ip = () => `198.51.113.${last++}`
  const inEnglish = <T>(work: () => T): T => inLanguage('en', work)

  /** What people read, without tags, addresses and the names that are data. */
  async function read(response: Response): Promise<string> {
    const html = await response.text()
    const words = html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ' ').replace(/&[#\w]+;/g, ' ')
    const attributes = [...html.matchAll(/(?:aria-label|placeholder|data-label)="([^"]*)"/g)].map(([, value]) => value)
    return [words, ...attributes].join(' ').replace(/College van burgemeester en wethouders|Burgemeester|Gemeenteraad|Ambtenaar van de burgerlijke stand|Inspecteur \(belastingen\)|Ontvanger \(invordering\)|Gemeente t\w+|Bestuur\b|Directie/g, '')
  }
  const assertEnglish = (words: string, about: string) => {
    const found = dutch.exec(words)
    assert.equal(found, null, `${about}: …${words.slice(Math.max(0, (found?.index ?? 0) - 80), (found?.index ?? 0) + 80)}…`)
  }

  test('each page, each refusal and what was done', async () => {
    const tenant = await organisation(box, { kind: 'service_organisation' })
    const admin = await member(box, tenant, { roles: [{ role: 'administrator' }, { role: 'auditor', validUntil: '2999-01-01' }], name: 'Ann Admin' })
    const person = await member(box, tenant, { roles: [{ role: 'dpo' }], name: 'Pete Person' })
    const department = await tenant.scoped((scope) => addDepartment(scope, { name: 'Permits' }))
    const visitor = await signIn(box, admin, { ip: ip() })
    const at = (path: string) => `/${tenant.slug}/beheer/${path}`
    const ask = (path: string) => inEnglish(() => visitor.get(at(path)))
    const send = (path: string, fields: Record<string, string | readonly string[]>) => inEnglish(() => visitor.post(at(path), fields))
    await send(`personen/${person.personId}/rollen`, { role: 'privacy_officer', reason: 'Appointed', validUntil: '31-12-2998' })
    const made = await send('tokens/nieuw', { name: 'Program', 'roles.0.role': 'ciso', expiresOn: dayOf(new Date(box.house.clock().getTime() + 5 * 86_400_000)), reach: 'some', registers: 'systems' })
    const token = /beheer\/tokens\/([0-9a-f-]{36})"/.exec(await made.clone().text())?.[1] ?? assert.fail('no token')
    assertEnglish(await read(made), 'token made')

    assert.match(await read(await visitor.get(at('personen'))), dutch, 'the words above are those of the pages')
    const pages = ['personen', 'personen/nieuw', `personen/${person.personId}`, `personen/${admin.personId}`, 'afdelingen', `afdelingen/${department}`, 'organisatie', 'rollen', 'rollen?rol=iso', 'rollen/rechten', 'rollen/geschiedenis', 'sessies', 'tokens',
      'tokens/nieuw', `tokens/${token}`]
    for (const path of pages) {
      const response = await ask(path)
      assert.equal(response.status, 200, path)
      assertEnglish(await read(response), path)
    }
    for (const done of ['opgeslagen', 'toegevoegd', 'rol', 'sessies', 'sessie', 'uitgezet', 'aangezet', 'gewist', 'ontkoppeld', 'ingetrokken']) assertEnglish(await read(await ask(`personen?klaar=${done}`)), done)

    const refusals: readonly [path: string, fields: Record<string, string | readonly string[]>][] = [
      ['personen/nieuw', { role: 'auditor' }], ['personen/nieuw', { name: 'x', email: person.email, role: 'process_owner', department: 'x', jobFunction: 'x', roleDepartment: 'x', reason: 'x'.repeat(501), validFrom: '1-1-2020', validUntil: '1-1-2019' }],
      [`personen/${person.personId}/rollen`, { role: '' }], [`personen/${person.personId}/rollen`, { role: 'ciso', reason: 'x' }], [`personen/${person.personId}/rollen`, { role: 'iso', validUntil: 'x' }],
      [`personen/${person.personId}/rollen`, { role: 'administrator', roleDepartment: department, reason: 'x' }],
      [`personen/${admin.personId}/toegang`, { active: 'nee' }], [`personen/${admin.personId}/herstel`, { lost: 'password' }], [`personen/${person.personId}/herstel`, {}], [`personen/${person.personId}/link`, {}],
      ['afdelingen', { name: '' }], ['afdelingen', { name: 'Permits' }], ['afdelingen', { name: 'x'.repeat(201) }], [`afdelingen/${department}`, { name: 'Permits', parent: department }],
      ['organisatie/bestuursorganen', { bodyName: '' }], ['organisatie/deelnemers', { participantName: 'x', participantKind: '' }], ['organisatie/functies', { functionName: '' }],
      ['tokens/nieuw', { name: '', 'roles.0.role': '', expiresOn: '' }], ['tokens/nieuw', { name: 'Program', 'roles.0.role': 'administrator', 'roles.1.role': 'process_owner', 'roles.2.role': 'iso', 'roles.2.department': 'x', reach: 'some', expiresOn: '1-1-2020' }],
      ['tokens/nieuw', { name: 'y', 'roles.0.role': 'dpo', 'roles.1.role': 'ciso', reach: 'some', registers: 'x', expiresOn: '1-1-2999' }],
    ]
    for (const [path, fields] of refusals) {
      const response = await send(path, fields)
      assert.equal(response.status, 400, `${path} ${JSON.stringify(fields)}`)
      assertEnglish(await read(response), `${path} ${JSON.stringify(fields)}`)
    }
    const end = /name="end" value="([^"]+)"><span>End<span class="wb-hidden"> Administrator/.exec(await (await ask(`personen/${admin.personId}`)).text())?.[1] ?? ''
    assertEnglish(await read(await send(`personen/${admin.personId}/rollen`, { end })), 'last administrator')
    assert.equal((await send(`tokens/${token}/intrekken`, {})).status, 303)
    assertEnglish(await read(await send(`tokens/${token}/intrekken`, {})), 'revoked twice')

    const link = await send(`personen/${person.personId}/herstel`, { lost: ['password', 'second_factor'] })
    const path = /value="http:\/\/waarborg\.test([^"]+)"/.exec(await link.clone().text())?.[1] ?? assert.fail('no link')
    assertEnglish(await read(link), 'link')
    const self = browser(box.app, { ip: ip() })
    assertEnglish(await read(await inEnglish(() => self.get(path))), 'invitation')
    assertEnglish(await read(await inEnglish(() => self.post(path, { password: 'paarse olifant in de sloot', again: 'x' }))), 'invitation refused')
    const employee = await signIn(box, person, { ip: ip() })
    assertEnglish(await (await inEnglish(() => employee.get(at('tokens')))).text(), 'not allowed')
    await tenant.scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: tenant.id, id: crypto.randomUUID(), network: '203.0.113.0/24' }).execute())
    assertEnglish((await (await inEnglish(() => employee.get(at('tokens')))).text()).replace(/Gemeente t\w+/, ''), 'network')
  })
})
