// The public site through the front door: a statement published, changed, compared and taken back, and what citizens read then and later.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { activityForm } from '../../test/support/filled-tenant.ts'
import { browser } from '../../test/support/people.ts'
import { product } from '../../test/support/product.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { storyOf, type Story } from '../../test/support/register-story.ts'
import { cookies } from '../ground/cookies.ts'
import { loadProfiles } from '../policy/profiles.ts'
import { statementPublished } from './norm-rules.ts'
import { rightTerms } from './statement-source.ts'
import { statementOn } from './statements.ts'

describe('the public site of an organisation', () => {
  let story: Story
  let entry: string
  const citizen = async () => browser((await product()).app)
  const open = async (path: string, language = 'nl') => {
    const visitor = await citizen()
    if (language !== 'nl') visitor.cookies.set('taal', language)
    return visitor.get(`/openbaar/${story.house.slug}${path}`)
  }
  const read = async (path: string, language = 'nl') => plain(await (await open(path, language)).text())
  const norm = () => story.house.scoped((scope) => statementPublished.measure(scope, {}))
  const publish = (note = '') => story.officer.send('/openbare-site/publiceren', { note })
  const inForce = async (more: Record<string, string | readonly string[]>): Promise<string> => {
    const { house, officer, dpo, owner, step } = story
    const id = await officer.make('verwerkingen', activityForm(house, { owner: owner.personId, sources: ['', 'data-subject'], automated_decisions: 'no', ...more }))
    await step(officer, 'verwerkingen', id, 'submit')
    await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', id, 'activate')
    return id
  }

  before(async () => {
    story = await storyOf()
    await story.house.scoped((scope) => scope.tx.updateTable('organisation').set({ contact_email: 'privacy@duinrade.example', dpo_contact: 'fg@duinrade.example' }).where('id', '=', scope.organisation.id).execute())
    entry = await inForce({})
  })

  test('before anything is published the page says so, with whom to ask; the norm isn’t met', async () => {
    assert.match(await read('/privacyverklaring'), /heeft hier nog geen privacyverklaring gepubliceerd/)
    assert.equal((await open(`/uitleg/${entry}`)).status, 200)
    assert.equal((await norm()).status, 'not_met')
  })

  test('H-08 H-10 H-11: an officer publishes; citizens read the whole and each activity in both languages; a form can link to it', async () => {
    assert.equal((await story.owner.get(`/${story.house.slug}/openbare-site`)).status, 403)
    assert.equal((await story.dpo.send('/openbare-site/publiceren', {})).status, 403)
    assert.match(plain(await story.officer.page('/openbare-site')), /Er staat nog geen privacyverklaring op de site.*of mensen de gegevens moeten geven \(art\. 13 lid 2 onder e AVG\)/)
    assert.match(plain(await story.officer.page('/openbare-site/voorbeeld')), /Er is nog niets gepubliceerd.*Aanvragen bijzondere bijstand/)
    assert.equal((await publish('Eerste versie')).status, 303)
    assert.match(await read('/privacyverklaring'), /Versie 1, gepubliceerd op.*fg@duinrade\.example.*Aanvragen bijzondere bijstand.*Eerste versie/)
    assert.match(await read(`/privacyverklaring/verwerkingen/${entry}`), /Taak van algemeen belang of openbaar gezag, Participatiewet, art\. 35/)
    assert.match(await read(`/privacyverklaring/verwerkingen/${entry}`, 'en'), /Public task or official authority.*You may object/)
    const whole = await (await open('/privacyverklaring/volledig')).text()
    assert.match(whole, new RegExp(`id="${entry}-doelen"`))
    assert.equal(new Set([...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).size, [...whole.matchAll(/ id="/g)].length, 'each id once')
    assert.match(await read(`/uitleg/${entry}`), /Wat wij met uw gegevens doen.*gebruikt deze gegevens voor/)
    assert.match(await story.officer.page(`/openbare-site/uitleg?verwerking=${entry}`), new RegExp(`/uitleg/${entry}&quot;&gt;Meer uitleg`))
    const found = await norm()
    assert.deepEqual([found.status, found.words.nl], ['attention', 'Versie 1 is gepubliceerd; bij 1 van 1 verwerkingen ontbreekt nog iets'])
    const again = await publish()
    assert.equal(again.status, 409)
    assert.match(plain(await again.text()), /Er is niets veranderd sinds versie 1/)
  })

  test('an own text fills what was missing; what is being written is not public until it is published; the notice tells that something moved', async () => {
    const text = await story.officer.make('openbare-teksten', { name: 'Camera’s in de hal', place: 'section', text: 'In de hal hangen **camera’s**.' })
    await story.officer.make('openbare-teksten', { name: 'Bijstand', place: 'processing', processing: entry, provision: 'needed', consequence: 'Dan kunnen wij niet beslissen.' })
    assert.doesNotMatch(await read('/privacyverklaring'), /Camera’s in de hal/)
    assert.match(plain(await story.officer.page('/openbare-site')), /Sindsdien is er iets veranderd.*2 eigen teksten gewijzigd/)
    assert.match(plain(await story.officer.page('/openbare-site/verschil')), /Camera’s in de hal.*nieuw/)
    assert.equal((await norm()).status, 'attention')
    await publish('Camera’s erbij')
    assert.match(await (await open('/privacyverklaring')).text(), /<h2[^>]*lang="nl">Camera’s in de hal<\/h2><div lang="nl"><p>In de hal hangen <strong>camera’s<\/strong>/)
    assert.equal((await norm()).status, 'met')
    assert.deepEqual(await story.rulesOn(text), ['english-missing'])
    assert.match(await read('/privacyverklaring/vergelijken?van=1&naar=2'), /Camera’s in de hal.*nieuw/)
  })

  test('older versions stay as they were, also after the register moved on; what is taken out of the public register is gone from all of them', async () => {
    const second = await inForce({ name: 'Kermis', public_summary: 'Wij geven vergunningen voor de kermis.' })
    assert.equal((await norm()).words.nl, 'Versie 2 is gepubliceerd; het register of de teksten zijn daarna veranderd')
    await publish()
    assert.match(await read('/privacyverklaring'), /Kermis/)
    assert.doesNotMatch(await read('/privacyverklaring/versies/2'), /Kermis/)
    assert.match(await read('/privacyverklaring/versies/2'), /Dit is een oudere versie/)
    await story.house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ is_published: false }).where('organisation_id', '=', scope.organisation.id).where('id', '=', second).execute())
    assert.doesNotMatch(await read('/privacyverklaring/versies/3'), /Kermis/)
    assert.equal((await open(`/privacyverklaring/versies/3/verwerkingen/${second}`)).status, 404)
    assert.match(plain(await story.officer.page('/openbare-site/versies/3')), /Kermis/)
  })

  test('what was said on a day; a version that was taken back can’t be read any more, the one before it holds again, and the reason is kept', async () => {
    assert.equal((await story.officer.send('/openbare-site/terugnemen/3', { note: ' ' })).status, 400)
    assert.equal((await story.officer.send('/openbare-site/terugnemen/3', { note: 'Kermis hoort er niet in.' })).status, 303)
    assert.equal((await story.officer.send('/openbare-site/terugnemen/3', { note: 'Nog eens' })).status, 409)
    assert.equal((await open('/privacyverklaring/versies/3')).status, 404)
    assert.match(await read('/privacyverklaring'), /Versie 2, gepubliceerd op/)
    assert.match(plain(await story.officer.page('/openbare-site')), /teruggenomen.*Kermis hoort er niet in\./)
    await story.house.scoped(async (scope) => {
      for (const [version, at] of [[1, '2026-01-10T12:00:00Z'], [2, '2026-03-01T12:00:00Z'], [3, '2026-05-01T12:00:00Z']] as const) await scope.tx.updateTable('privacy_statement').set({ published_at: new Date(at) }).where('organisation_id', '=', scope.organisation.id).where('version', '=', version).execute()
      await scope.tx.updateTable('privacy_statement').set({ taken_back_at: new Date('2026-06-01T12:00:00Z') }).where('organisation_id', '=', scope.organisation.id).where('version', '=', 3).execute()
      const on: readonly (readonly [string, number | undefined])[] = [['2026-01-09', undefined], ['2026-01-10', 1], ['2026-03-01', 2], ['2026-05-31', 3], ['2026-06-01', 2], ['2026-11-01', 2]]
      for (const [day, version] of on) assert.equal((await statementOn(scope, day))?.version, version, day)
    })
    assert.equal((await open('/privacyverklaring/op-dag?dag=10-01-2026')).headers.get('location'), `/openbaar/${story.house.slug}/privacyverklaring/versies/1`)
    for (const [day, words] of [['2026-05-15', /teruggenomen/], ['2026-01-01', /stond hier geen privacyverklaring/], ['31-02-2026', /een bestaande dag/], ['', /een bestaande dag/]] as const) {
      const response = await open(`/privacyverklaring/op-dag?dag=${day}`)
      assert.equal(response.status, 404, day)
      assert.match(plain(await response.text()), words)
    }
  })

  test('as a PDF for people who read it on paper or by ear', async () => {
    const response = await open('/privacyverklaring/versies/2/pdf')
    const pdf = Buffer.from(await response.arrayBuffer())
    assert.deepEqual([response.headers.get('content-type'), pdf.subarray(0, 5).toString()], ['application/pdf', '%PDF-'])
    assert.match(pdf.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  test('H-10 N-58: rights with the terms of the policy, never longer than the law; remedies by kind of organisation', async () => {
    assert.match(await read('/rechten'), /Binnen 1 maand\..*Over een verbetering hoort u binnen 4 weken\..*Bezwaar maken tegen dit besluit/)
    const firm = await storyOf('firm', 'ict-wbw-2022')
    const page = plain(await (await (await citizen()).get(`/openbaar/${firm.house.slug}/rechten`)).text())
    assert.match(page, /hooguit 8 weken langer.*Naar de rechtbank/)
    assert.doesNotMatch(page, /Maak dan bezwaar bij|Politiegegevens/)
    await firm.house.scoped(async (scope) => {
      const profile = structuredClone(loadProfiles().find(({ key }) => key === 'ict-wbw-2022')!)
      await scope.tx.insertInto('policy_profile_version').values({ organisation_id: scope.organisation.id, id: entry, number: 1, based_on: profile.key, content: JSON.stringify({ ...profile, parameters: { ...profile.parameters, decide_within: 'P3M' } }), note: 'x', proposed_at: scope.now, proposed_by: firm.officer.personId, adopted_at: scope.now, adopted_by: firm.dpo.personId, valid_from: '2026-01-01' }).execute()
      assert.equal((await rightTerms(scope)).decide, 'P1M')
    })
  })

  test('settings: parts can be closed and say so; accessibility and security tell what was filled in; who saves over another is stopped; the last change can be undone', async () => {
    const fields = { revision: '0', is_open: 'yes', shows_register: 'no', shows_policies: 'yes', known_issues: 'De pdf’s van vóór 2020.', security_contact: 'mailto:lek@duinrade.example', security_until: '2099-01-01' }
    assert.match(await read('/toegankelijkheid'), /D – voldoet niet.*Nog geen buitenstaander heeft deze pagina’s onderzocht.*Nationale ombudsman/)
    assert.equal((await story.officer.send('/openbare-site', { ...fields, meets_all: 'yes' })).status, 400)
    assert.equal((await story.officer.send('/openbare-site', fields)).status, 303)
    assert.equal((await story.officer.send('/openbare-site', fields)).status, 409)
    const closed = await open('/verwerkingen')
    assert.equal(closed.status, 404)
    assert.match(plain(await closed.text()), /heeft het register hier niet openbaar gemaakt/)
    assert.doesNotMatch(await (await open('/rechten')).text(), /href="[^"]*\/verwerkingen"/)
    assert.match(await read('/toegankelijkheid'), /De pdf’s van vóór 2020\./)
    assert.equal(await (await open('/security.txt')).text(), 'Contact: mailto:lek@duinrade.example\nExpires: 2099-01-01T00:00:00.000Z\nPreferred-Languages: nl, en\n')
    assert.equal((await story.officer.send('/openbare-site', { ...fields, revision: '1', is_open: 'no' })).status, 303)
    for (const path of ['', '/privacyverklaring', '/rechten', '/beleid']) assert.equal((await open(path)).status, 404, path)
    for (const path of ['/contact', '/cookies', '/toegankelijkheid']) assert.equal((await open(path)).status, 200, path)
    assert.equal((await story.officer.send('/openbare-site/ongedaan', {})).status, 303)
    assert.equal((await open('/rechten')).status, 200)
    assert.match(plain(await story.officer.page('/openbare-site')), /Geschiedenis.*Instellingen gewijzigd.*De openbare site staat open/)
    const map = await (await open('/sitemap.xml')).text()
    assert.match(map, new RegExp(`<loc>http://waarborg\\.test/openbaar/${story.house.slug}/privacyverklaring/verwerkingen/${entry}</loc>`))
    assert.match(await (await (await citizen()).get('/robots.txt')).text(), /Disallow: \/\n/)
  })

  test('W-15: cookies are set from the one list only, and the page names each; a visit leaves nothing behind', async () => {
    const root = join(import.meta.dirname, '..')
    const setters = globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\./.test(file) && /\b(?:setCookie|setSignedCookie|deleteCookie)\b|['"]set-cookie['"]/i.test(readFileSync(join(root, file), 'utf8')))
    assert.deepEqual(setters, ['ground/cookies.ts'])
    const page = await read('/cookies')
    for (const { name } of Object.values(cookies)) assert.ok(page.includes(name), name)
    const counts = () => story.house.scoped(async ({ tx }) => [await tx.selectFrom('history_event').select((count) => count.fn.countAll().as('n')).executeTakeFirst(), await tx.selectFrom('access_record').select((count) => count.fn.countAll().as('n')).executeTakeFirst()])
    const before = await counts()
    for (const path of ['', '/privacyverklaring', '/rechten', '/contact', '/cookies', '/toegankelijkheid', `/uitleg/${entry}`]) assert.deepEqual((await open(path)).headers.getSetCookie(), [], path)
    assert.deepEqual(await counts(), before)
  })

  test('an entry that ends leaves the next statement, and stays in the ones before it', async () => {
    await story.step(story.owner, 'verwerkingen', entry, 'end', { reason: 'Overgedragen aan de regio.' })
    await publish()
    assert.doesNotMatch(await read('/privacyverklaring'), /Aanvragen bijzondere bijstand/)
    assert.match(await read('/privacyverklaring/versies/2'), /Aanvragen bijzondere bijstand/)
  })
})
