// The story of an agreement beside the checklist, through the front door: a document comes in, is read, decided on, fills the register, and is compared with a newer one.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { agreementDocx, agreementPdf, wrapped, type WrittenAgreement, writtenAgreement } from '../../../../test/support/agreement-files.ts'
import { lockedPdf, plainPdf } from '../../../../test/support/made-pdf.ts'
import { publicUrl } from '../../../../test/support/people.ts'
import { product } from '../../../../test/support/product.ts'
import { type Story, storyOf } from '../../../../test/support/register-story.ts'
import { plain, type Visitor, visitorOf } from '../../../../test/support/register-visitor.ts'
import { jobPlace } from '../../../people/job-scope.ts'
import { makeHouse } from '../../../web.tsx'
import { checklist } from '../checklist.ts'
import { runReading } from './reading-job.ts'

const path = 'verwerkersovereenkomsten'

describe('H-44: the text of an agreement beside the checklist', () => {
  let story: Story
  let id: string
  let reader: Visitor
  before(async () => {
    story = await storyOf()
    reader = await visitorOf(story.house, 'Rik Lezer', ['auditor'])
    const processor = await story.officer.make('verwerkers', { name: 'Kadeheer Automatisering B.V.' })
    id = await story.owner.make(path, { name: 'Overeenkomst zaaksysteem', processor, department: story.house.departments.burgerzaken })
  })

  const page = (person: Visitor, more = '') => person.page(`/${path}/${id}/passages${more}`)
  const send = (person: Visitor, part: string, fields: Record<string, string | readonly string[]>) => person.send(`/${path}/${id}/passages/${part}`, fields)
  async function upload(person: Visitor, bytes: Buffer, name: string): Promise<Response> {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name))
    const cookie = [...person.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const { app } = await product()
    return app.request(`${publicUrl}/${story.house.slug}/${path}/${id}/passages/bestand`, { method: 'POST', body: form, headers: { cookie, origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } }, { incoming: { socket: { remoteAddress: '192.0.2.7' } } })
  }
  const newest = () => story.house.scoped(async ({ tx, organisation }) =>
    tx.selectFrom('agreement_reading').selectAll().where('organisation_id', '=', organisation.id).where('entry_id', '=', id).orderBy('id', 'desc').executeTakeFirstOrThrow())
  /** What a job does, here and now. */
  async function work() {
    const house = makeHouse((await product()).deps)
    await runReading(house, await jobPlace(house, story.house.organisation.id, { kind: 'system', task: 'test' }), (await newest()).id)
    return newest()
  }
  async function readIn(bytes: Buffer, name: string) {
    const response = await upload(story.owner, bytes, name)
    assert.equal(response.status, 303, plain(await response.text()))
    return work()
  }
  /** The hidden marks of the form as it stands now. */
  async function marks(person: Visitor) {
    return Object.fromEntries([...(await page(person)).matchAll(/name="(lezing|was\.[a-z]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  }

  test('a document comes in, is read with its progress, and each point shows its passage with the page and why; who may not change it sees no form', async () => {
    assert.match(plain(await story.owner.page(`/${path}/${id}`)), /nog niet naast de checklist gelegd/)
    assert.equal((await upload(reader, agreementPdf(writtenAgreement('numbered-articles')), 'overeenkomst.pdf')).status, 403)
    assert.equal((await upload(story.owner, agreementPdf(writtenAgreement('numbered-articles')), 'overeenkomst.pdf')).status, 303)
    assert.match(plain(await page(story.owner)), /“overeenkomst\.pdf” wordt gelezen/)
    assert.equal((await upload(story.owner, agreementPdf(writtenAgreement('prose')), 'tweede.pdf')).status, 409, 'one at a time')
    const progress = await (await story.owner.get(`/${story.house.slug}/${path}/${id}/passages/voortgang.json`)).json() as { done: boolean }
    assert.equal(progress.done, false)

    const reading = await work()
    assert.deepEqual([reading.state, reading.format, reading.places], ['read', 'pdf', 8])
    const shown = plain(await page(story.owner))
    for (const words of ['Pagina 3, Artikel 5 Beveiliging', 'Zeker, gevonden op', 'uiterlijk binnen 24 uur', 'Geen passage gevonden.', 'art. 28 lid 3 onder c en art. 32 AVG']) assert.ok(shown.includes(words), words)
    assert.ok(!(await page(reader)).includes('name="outcome.security"'))
    assert.match(plain(await page(reader)), /Leverancier treft passende technische en organisatorische maatregelen/)
    assert.match(plain(await story.owner.page(`/${path}/${id}`)), /“overeenkomst\.pdf” is gelezen; over 0 van de 19 punten is beslist/)
  })

  test('a person decides, with who and when; what is unclear is refused at its point and nothing is lost; who was first isn’t overwritten', async () => {
    const seen = await marks(story.owner)
    const refused = await send(story.owner, 'besluiten', { ...seen, 'outcome.security': 'covered', 'passage.security': '0', 'note.security': 'Ook bijlage 2', 'outcome.audits': 'partly', 'passage.audits': 'own', 'place.audits': '99', 'outcome.annexsubs': 'covered', 'passage.annexsubs': '' })
    assert.equal(refused.status, 400)
    const again = plain(await refused.text())
    for (const words of ['Vul een pagina in van 1 tot en met 8', 'Kies de passage, of schrijf waar dit is geregeld', 'Ook bijlage 2']) assert.ok(again.includes(words), words)
    assert.match(plain(await page(story.owner)), /19 nog te beslissen/, 'nothing was half-written')

    assert.equal((await send(story.owner, 'besluiten', { ...seen, 'outcome.security': 'covered', 'passage.security': '0', 'outcome.audits': 'partly', 'passage.audits': '0', 'outcome.annexsubs': 'not_covered', 'passage.annexsubs': '' })).status, 303)
    const shown = plain(await page(story.owner))
    for (const words of ['1 geregeld', '1 deels geregeld', '1 niet geregeld', '16 nog te beslissen', 'Olga Eigenaar']) assert.ok(shown.includes(words), words)
    assert.match(plain(await story.owner.page(`/${path}/${id}/geschiedenis`)), /tekst naast de checklist gelegd.*Passende beveiliging: geregeld/i)

    const late = await send(story.officer, 'besluiten', { ...seen, 'outcome.security': 'not_covered', 'passage.security': '' })
    assert.equal(late.status, 400)
    assert.match(plain(await late.text()), /Olga Eigenaar besloot hier intussen over/)
    assert.equal((await send(reader, 'besluiten', { ...seen, 'outcome.security': 'not_covered', 'passage.security': '' })).status, 403)
    const decisions = await story.house.scoped(({ tx, organisation }) => tx.selectFrom('agreement_decision').selectAll().where('organisation_id', '=', organisation.id).execute())
    assert.equal(decisions.length, 3)
    assert.ok(decisions.every(({ content }) => !content.includes('maatregelen')), 'what stands in the document is sealed')
  })

  test('when that person says so, the decisions fill what the agreement covers', async () => {
    const seen = await marks(story.owner)
    const all = Object.fromEntries(checklist.filter(({ key }) => !['audits', 'annexsubs', 'annexcontacts'].includes(key)).flatMap(({ key }) => [[`outcome.${key}`, 'covered'], [`passage.${key}`, '0']]))
    assert.equal((await send(story.owner, 'besluiten', { ...seen, ...all })).status, 303)
    const filled = await send(story.owner, 'onderwerpen', { lezing: seen.lezing! })
    assert.equal(filled.status, 303, plain(await filled.text()))
    const row = await story.house.scoped(({ tx, organisation }) => tx.selectFrom('processor_agreement').select(['subjects', 'points']).where('organisation_id', '=', organisation.id).where('id', '=', id).executeTakeFirstOrThrow())
    assert.ok(row.subjects.includes('security') && row.subjects.includes('sub_processors') && !row.subjects.includes('audits'), row.subjects.join())
    assert.ok(row.points.includes('breach') && !row.points.includes('audits'))
  })

  test('a newer document is compared: what is the same is taken over, what changed or went is told', async () => {
    const newer: WrittenAgreement = { pages: writtenAgreement('numbered-articles').pages.map((paragraphs) => paragraphs.filter(({ covers }) => !covers.includes('subliable'))
      .map((one) => one.covers.includes('breach') ? { ...one, text: one.text.replace('binnen 24 uur', 'binnen tweeënzeventig uur') } : one)) }
    const reading = await readIn(await agreementDocx(newer), 'overeenkomst-2.docx')
    assert.deepEqual([reading.state, reading.format], ['read', 'docx'])
    const states = await story.house.scoped(({ tx, organisation }) => tx.selectFrom('agreement_former').select(['item_key', 'state']).where('organisation_id', '=', organisation.id).execute())
    const of = (state: string) => states.filter((one) => one.state === state).map(({ item_key }) => item_key).toSorted()
    assert.deepEqual([of('changed'), of('gone'), of('none')], [['breach'], ['subliable'], ['annexsubs']])
    const shown = plain(await page(story.owner))
    for (const words of ['1 veranderd en 1 verdwenen', 'Passage veranderd', 'Passage verdwenen', 'binnen 24 uur', 'binnen tweeënzeventig uur', 'Alinea']) assert.ok(shown.includes(words), words)

    const seen = await marks(story.owner)
    assert.equal((await send(story.owner, 'overnemen', { lezing: seen.lezing! })).status, 303)
    const after = plain(await page(story.owner))
    assert.ok(after.includes('4 nog te beslissen'), after.slice(after.indexOf('nog te beslissen') - 80, after.indexOf('nog te beslissen') + 20))
    assert.equal((await send(story.owner, 'besluiten', { lezing: '00000000-0000-7000-8000-000000000000' })).status, 409, 'of an older document')
  })

  test('a document that can’t be read says why, a scan says which pages, and an attachment of another kind isn’t offered', async () => {
    const locked = await readIn(lockedPdf(), 'dicht.pdf')
    assert.deepEqual([locked.state, locked.because], ['unreadable', 'password'])
    assert.match(plain(await page(story.owner)), /“dicht\.pdf” is niet te lezen.*beveiligd met een wachtwoord/)
    const lying = await upload(story.owner, Buffer.from('%PDF-1.7 niet'), 'overeenkomst.docx')
    assert.equal(lying.status, 400)
    assert.match(plain(await lying.text()), /de inhoud is een PDF-bestand/)

    const lines = wrapped('De verwerker houdt de persoonsgegevens geheim en verplicht zijn medewerkers met toegang daartoe.')
    const scan = await readIn(plainPdf([{ lines, isScan: true, isInvisible: true }, { lines: [], isScan: true }, { lines: [], isScan: true }]), 'scan.pdf')
    assert.deepEqual([scan.state, scan.ocr_pages, scan.picture_pages], ['read', [1], [2, 3]])
    const shown = plain(await page(story.owner))
    for (const words of ['tekst die een computer heeft herkend: pagina 1', 'zonder tekst erachter: pagina 2–3']) assert.ok(shown.includes(words), words)
    assert.equal((await send(story.owner, 'lezen', { bijlage: 'geen' })).status, 400)
  })

  test('with its file go the passages; what was decided stays', async () => {
    const files = await story.house.scoped(({ tx, organisation }) => tx.selectFrom('entry_attachment').select(['id', 'name']).where('organisation_id', '=', organisation.id).where('entry_id', '=', id).where('name', '=', 'overeenkomst.pdf').execute())
    const removed = await story.owner.send(`/${path}/${id}/bijlagen/${files[0]!.id}/verwijderen`, { reason: 'Vervangen door een nieuwere.' })
    assert.equal(removed.status, 303)
    const left = await story.house.scoped(async ({ tx, organisation }) => ({
      readings: (await tx.selectFrom('agreement_reading').select(['id']).where('organisation_id', '=', organisation.id).where('name', '=', 'overeenkomst.pdf').where('file_id', 'is', null).execute()),
      passages: await tx.selectFrom('agreement_passage as p').innerJoin('agreement_reading as r', (join) => join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.reading_id')).select('p.item_key').where('p.organisation_id', '=', organisation.id).where('r.name', '=', 'overeenkomst.pdf').execute(),
      decisions: await tx.selectFrom('agreement_decision').select('id').where('organisation_id', '=', organisation.id).execute(),
    }))
    assert.equal(left.readings.length, 1)
    assert.equal(left.passages.length, 0)
    assert.ok(left.decisions.length > 18)
  })
})
