// The story of requests through the front door: who asks before anything else, every right from receipt to end, in time and late, extended, suspended, partly, refused and withdrawn.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { answerKindOf } from './deadlines.ts'
import { figuresOf, together } from './figures.ts'
import { requestCases } from './outside.ts'
import { isRestricted, isSuppressed } from './restrictions.ts'
import { requests } from './register.ts'
import { type RightKey, rightKeys, rightOf } from './rights.ts'
import type { RequestInput } from './step-kit.ts'

type Story = Awaited<ReturnType<typeof storyOf>>
const day = 86_400_000
const at = (daysAgo: number) => new Date(Date.now() - daysAgo * day)

/** A request as the form of the public site brings it, so many days ago. */
function receive({ house }: Story, right: RightKey, input: Partial<RequestInput> = {}, daysAgo = 0): Promise<string> {
  return house.scoped(async (scope) => (await requestCases.intakes[0]!.receive(scope, { ...emptyInput(requests.fields), right, request: 'Alles over mij.', subject_name: 'Wies de Vraag', subject_email: 'wies@voorbeeld.example', received_at: scope.now.toISOString(), channel: 'web', ...input })).id, at(daysAgo))
}
const entryOf = ({ house }: Story, id: string) => house.scoped((scope) => loadEntry(scope, requests, id))
const inputOf = async (story: Story, id: string) => (await entryOf(story, id)).input as RequestInput
const statusOf = async (story: Story, id: string) => (await entryOf(story, id)).system.status
/** A step by the system, which may do everything at any moment. */
const act = ({ house }: Story, id: string, verb: string, values: Record<string, unknown> = {}, daysAgo = 0) => house.scoped((scope) => perform(scope, requests, verb, id, { ...emptyInput(requests.lifecycle.verbs[verb]!.fields ?? {}), ...values }), at(daysAgo))
const termOf = async (story: Story, id: string, kind: string) => (await entryOf(story, id)).deadlines!.find((one) => one.kind === kind)
const identify = (story: Story, id: string, daysAgo = 0) => act(story, id, 'identify', { identity_means: 'shown' }, daysAgo)

/** A decision that the law asks nothing more of. */
const grantedFor: Partial<Record<RightKey, Partial<RequestInput>>> = {
  rectification: { decided_case: 'inaccurate' }, erasure: { decided_case: 'not_needed' }, restriction: { decided_case: 'needed_for_claim' }, portability: { bases: ['contract'] }, automated: { is_seen_by_person: true },
}

describe('requests at a municipality (H-27..H-36, M-13, M-14)', () => {
  let story: Story
  before(async () => { story = await storyOf() })

  test('H-27 H-29 H-36 M-13 M-14: access comes in, who it is comes first, the wizard refuses what the law doesn’t allow, and a part is answered in time with a ground and its weighing', async () => {
    const { officer, dpo, owner, house, step } = story
    const id = await receive(story, 'access', {}, 2)
    assert.match(plain(await officer.page(`/verzoeken/${id}`)), /Kijk eerst wie dit vraagt\. Zonder dat begint u er niet aan/)
    const early = await officer.send(`/verzoeken/${id}/beslissen`, { outcome: 'granted', _action: 'decide' })
    assert.equal(early.status, 409)
    assert.match(plain(await early.text()), /Leg eerst vast wie dit vraagt/)
    assert.equal((await officer.send(`/verzoeken/${id}/stap/scope`, { about: 'Alles' })).status, 409, 'nor anything else')
    const copied = await officer.send(`/verzoeken/${id}/stap/identify`, { identity_means: 'not_needed' })
    assert.equal(copied.status, 400, 'not needed needs a reason')
    await step(officer, 'verzoeken', id, 'identify', { identity_means: 'shown', identity_note: 'Aan de balie, pas gezien.' })
    await step(officer, 'verzoeken', id, 'scope', { about: 'Het dossier van de bijstand', department: house.departments.burgerzaken })
    await step(owner, 'verzoeken', id, 'collect')

    assert.equal((await dpo.get(`/${house.slug}/verzoeken/${id}/beslissen`)).status, 403, 'who supervises decides nothing (art. 38 lid 6 AVG)')
    const looked = await owner.send(`/verzoeken/${id}/beslissen`, { outcome: 'partial', grounds: ['', 'administrative_burden'], reasons: 'Het was ons te veel werk.', _action: 'check' })
    assert.match(plain(await looked.text()), /Veel werk is op zichzelf geen grond om te weigeren/)
    const refused = await owner.send(`/verzoeken/${id}/beslissen`, { outcome: 'partial', grounds: ['', 'rights_of_others'], reasons: '', weighing: '', _action: 'decide' })
    assert.equal(refused.status, 400)
    const said = plain(await refused.text())
    for (const part of [/Schrijf de afweging op/, /Schrijf in gewone woorden waarom/, /Bezwaar maken tegen dit besluit/]) assert.match(said, part)
    assert.equal(await statusOf(story, id), 'collecting')

    const revision = String((await entryOf(story, id)).system.revision)
    const decision = { outcome: 'partial', grounds: ['', 'rights_of_others'], weighing: 'Een melder in het dossier loopt gevaar als de naam bekend wordt.', reasons: 'U krijgt alles, maar de naam van een ander is onleesbaar gemaakt.', granted_part: 'Het hele dossier', refused_part: 'De naam van een melder', decided_for: house.body, revision, _action: 'decide' }
    const second = { ...decision, reasons: 'Dit typte een collega.' }
    assert.equal((await owner.send(`/verzoeken/${id}/beslissen`, decision)).status, 303)
    const overtaken = await officer.send(`/verzoeken/${id}/beslissen`, second)
    assert.equal(overtaken.status, 409, 'two people deciding at once')
    assert.match(plain(await overtaken.text()), /Over dit verzoek is al besloten/)
    assert.equal((await inputOf(story, id)).reasons, decision.reasons)

    await step(owner, 'verzoeken', id, 'send_answer', { answer: 'Deels.', hours_spent: '6' })
    assert.ok((await termOf(story, id, 'answer'))!.metAt)
    await step(officer, 'verzoeken', id, 'close', { note: '' })
    assert.equal(await statusOf(story, id), 'closed')
  })

  test('N-14 H-56: when the one changes it, the other’s decision waits, with all that was typed', async () => {
    const { officer, owner, step, house } = story
    const id = await receive(story, 'information', { department: house.departments.burgerzaken })
    await step(officer, 'verzoeken', id, 'identify', { identity_means: 'portal' })
    const revision = String((await entryOf(story, id)).system.revision)
    await step(owner, 'verzoeken', id, 'scope', { about: 'Alleen de nieuwsbrief' })
    const waits = await officer.send(`/verzoeken/${id}/beslissen`, { outcome: 'granted', reasons: 'Dit blijft staan.', revision, _action: 'decide' })
    assert.equal(waits.status, 409)
    const page = await waits.text()
    assert.match(plain(page), /Een collega wijzigde dit verzoek intussen/)
    assert.match(page, /Dit blijft staan\./)
  })

  for (const right of rightKeys) {
    test(`${rightOf(right).norms.join(' ')}: ${right} from receipt to end, granted and in time`, async () => {
      const id = await receive(story, right, { subject_email: `${right.replaceAll('_', '-')}@voorbeeld.example` }, 5)
      const kind = answerKindOf(right)
      assert.ok(await termOf(story, id, kind), `the clock of ${kind} runs`)
      assert.equal((await entryOf(story, id)).deadlines!.length, 1, 'and no other')
      await identify(story, id, 4)
      await act(story, id, 'scope', { about: 'Wat er in de brief staat.' }, 3)
      if (rightOf(right).collects) await act(story, id, 'collect', {}, 3)
      await act(story, id, 'decide', { outcome: 'granted', ...grantedFor[right] }, 1)
      await act(story, id, 'send_answer', { answer: 'Ja.' })
      const { metAt, dueAt } = (await termOf(story, id, kind))!
      assert.ok(metAt! < dueAt)
      if (rightOf(right).tellsRecipients) {
        await assert.rejects(act(story, id, 'close'), /Licht eerst de ontvangers in/)
        await act(story, id, 'tell_recipients', { recipients: [{ recipient: 'Zorgaanbieder De Linde', what: 'Het adres is verbeterd', told_on: dayOf(new Date()), why_not: null }] })
      }
      await act(story, id, 'close')
      assert.equal(await statusOf(story, id), 'closed')
    })
  }

  test('H-30: rectification is decided within the four weeks of the policy; H-27 N-19: the rest within a month; H-09: police data within six weeks', async () => {
    const starts: [RightKey, string][] = [['rectification', 'P4W'], ['access', 'P1M'], ['information', 'P1M'], ['police_access', 'P6W'], ['police_correction', 'P4W']]
    for (const [right, duration] of starts) {
      const found = (await termOf(story, await receive(story, right), answerKindOf(right)))!
      assert.equal(found.term.duration, duration, right)
    }
  })

  test('H-27: extended once with a reason by two months from receipt, told within the first month; a late notice is found, and after the first month it can’t be done', async () => {
    const { rulesOn } = story
    const id = await receive(story, 'access', {}, 20)
    await identify(story, id, 19)
    await act(story, id, 'extend', { why: 'complex', reason: 'Zes afdelingen zoeken mee.' }, 10)
    const found = (await termOf(story, id, 'answer'))!
    assert.ok(found.dueAt.getTime() - found.startedAt.getTime() > 85 * day, 'one plus two months')
    const notice = (await termOf(story, id, 'tell_extension'))!
    assert.equal(notice.metAt, null)
    await act(story, id, 'tell_extension', { told_on: dayOf(at(1)) })
    assert.ok((await termOf(story, id, 'tell_extension'))!.metAt)
    assert.ok(!(await rulesOn(id)).includes('extension-untold'))
    await assert.rejects(act(story, id, 'extend', { why: 'complex', reason: 'Nog eens.' }), /kan nu niet/)

    const late = await receive(story, 'access', {}, 40)
    await identify(story, late, 39)
    await assert.rejects(act(story, late, 'extend', { why: 'many', reason: 'Te veel.' }), /De eerste maand is voorbij/)
    await act(story, late, 'add_information', { information: 'Waar blijft het?' })
    assert.ok((await rulesOn(late)).includes('answer-late'), 'late is said')
  })

  test('M-13: asking who somebody is lets the term stand still; the answer lets it run on, and the end moves by as long', async () => {
    const id = await receive(story, 'access', {}, 20)
    const first = (await termOf(story, id, 'answer'))!.dueAt
    await act(story, id, 'ask_identity', { reason: 'Het adres klopt niet met het onze.' }, 18)
    assert.equal((await story.house.scoped(async (scope) => requestCases.news(scope, await loadEntry(scope, requests, id)))).status.nl, 'Wacht op u')
    await act(story, id, 'add_information', { information: 'Mijn oude adres was Duinweg 3.' }, 11)
    const found = (await termOf(story, id, 'answer'))!
    assert.equal(found.suspendedAt, null)
    assert.ok(Math.round((found.dueAt.getTime() - first.getTime()) / day) >= 6, 'a week stood still')
    await identify(story, id)
    assert.equal((await inputOf(story, id)).additions.length, 1)
  })

  test('H-34 W-12: erasure is refused only with a case and an exception of the law; H-36: the ten grounds ask the eight considerations', async () => {
    const id = await receive(story, 'erasure')
    await identify(story, id)
    await assert.rejects(act(story, id, 'decide', { outcome: 'refused', grounds: ['legal_duty'], reasons: 'De wet vraagt dat wij dit bewaren.' }), { name: 'Invalid' })
    await assert.rejects(act(story, id, 'decide', { outcome: 'refused', decided_case: 'not_needed', grounds: ['uavg_j'], reasons: 'Wij innen nog een vordering.', essence_kept: true, is_necessary: true, is_proportionate: true }), { name: 'Invalid' })
    assert.equal(await statusOf(story, id), 'identified')
    await act(story, id, 'decide', { outcome: 'refused', decided_case: 'not_needed', grounds: ['legal_duty'], law: 'art. 52 lid 4 AWR: zeven jaar bewaren', reasons: 'De belastingwet vraagt dat wij dit zeven jaar bewaren.' })
    assert.equal((await inputOf(story, id)).outcome, 'refused')
    await act(story, id, 'send_answer')
    await act(story, id, 'close')
  })

  test('H-31 H-33: while an objection is weighed the data aren’t used; the mark is a pseudonym, and lifting it is told beforehand', async () => {
    const { house, rulesOn, officer } = story
    const id = await receive(story, 'objection', { subject_email: 'Bezwaar@Voorbeeld.example' })
    const marked = (email: string) => house.scoped((scope) => isRestricted(scope, { email }))
    assert.equal(await marked('bezwaar@voorbeeld.example'), false)
    await identify(story, id)
    assert.equal(await marked('bezwaar@voorbeeld.example'), true)
    assert.equal(await marked('iemand@voorbeeld.example'), false)
    const page = await officer.send('/verzoeken/beperkingen', { email: 'BEZWAAR@voorbeeld.example' })
    assert.match(plain(await page.text()), /Niet gebruiken: het gebruik is beperkt/)
    assert.match(plain(await officer.page(`/verzoeken/${id}`)), /geen bezwaar tegen een besluit \(Awb\)/)
    await act(story, id, 'decide', { outcome: 'refused', bases: ['public_task'], grounds: ['compelling_grounds'], weighing: 'De wet verplicht ons deze controle te doen, en wij wogen uw ziekte mee.', reasons: 'Wij moeten deze controle doen.' })
    await act(story, id, 'send_answer')
    assert.ok((await inputOf(story, id)).restriction_lifted_on === null, 'still restricted until somebody is told')
    await act(story, id, 'lift_restriction', { lift_told_on: dayOf(new Date()) })
    assert.equal(await marked('bezwaar@voorbeeld.example'), false)
    assert.ok(!(await rulesOn(id)).includes('lifting-untold'))
  })

  test('W-12 N-14: an objection under the Awb is another thing, within six weeks, and decided within six weeks after', async () => {
    const id = await receive(story, 'access', {}, 12)
    await identify(story, id, 11)
    await act(story, id, 'decide', { outcome: 'nothing_held' }, 10)
    await act(story, id, 'send_answer', {}, 10)
    await act(story, id, 'object', { reason: 'U hebt vast meer.' }, 2)
    const input = await inputOf(story, id)
    assert.equal(input.objection_kind, 'objection')
    assert.ok(input.objection_counts_from! >= dayAfter(dayOf(at(10)), 'P6W'))
    assert.ok(await termOf(story, id, 'decide_objection'))
    await assert.rejects(act(story, id, 'close'), /Er loopt een bezwaar/)
    await act(story, id, 'decide_objection', { objection_outcome: 'dismissed', reason: 'Wij zochten overal.' })
    assert.ok((await termOf(story, id, 'decide_objection'))!.metAt)
    await act(story, id, 'close')
  })

  test('H-62: withdrawn ends it all; a notice of default starts two weeks; an answer isn’t made by writing it in the form', async () => {
    const { officer, step } = story
    const id = await receive(story, 'objection', { subject_email: 'weg@voorbeeld.example' }, 3)
    await identify(story, id, 2)
    await act(story, id, 'withdraw', { reason: 'Het hoeft niet meer.' })
    assert.equal(await story.house.scoped((scope) => isRestricted(scope, { email: 'weg@voorbeeld.example' })), false)
    assert.ok((await termOf(story, id, 'answer'))!.lapsedAt)

    const late = await receive(story, 'access', {}, 50)
    await step(officer, 'verzoeken', late, 'record_default', { default_received_on: dayOf(at(1)) })
    const found = (await termOf(story, late, 'after_default'))!
    assert.equal(found.term.duration, 'P2W')
    const form = await officer.send(`/verzoeken/${late}/wijzigen`, { title: 'Inzage', answered_on: dayOf(new Date()), revision: String((await entryOf(story, late)).system.revision) })
    assert.equal(form.status, 400)
    assert.match(plain(await form.text()), /Dit leggen de stappen van het verzoek vast/)
  })

  test('N-14 H-48: the register in figures, by period, in the page and as CSV', async () => {
    const { officer, house } = story
    const all = together(await house.scoped((scope) => figuresOf(scope, { from: dayOf(at(100)), until: dayOf(new Date()), department: null })))
    assert.ok(all.received > 15 && all.inTime >= 12 && all.refused >= 2 && all.extended >= 1 && all.suspended >= 1 && all.withdrawn >= 1 && all.openLate >= 2, JSON.stringify(all))
    assert.match(plain(await officer.page(`/verzoeken/cijfers?van=${dayOf(at(100))}`)), /Inzage.*Samen/)
    assert.match(await officer.page(`/verzoeken/cijfers.csv?van=${dayOf(at(100))}`), /Recht[;,]Ontvangen[\s\S]*Inzage/)
  })
})

describe('requests at a firm (P-18..P-21, W-12)', () => {
  let story: Story
  before(async () => { story = await storyOf('firm', 'ipmarketing-2018') })

  test('P-18 P-19: an objection to marketing stops it at once; a colleague asks before a mailing, for one and for a list, and nobody reads who stands on it', async () => {
    const { house, officer } = story
    await receive(story, 'marketing', { subject_email: 'Stop@Voorbeeld.example', subject_phone: '06 2000 0000' })
    const asked = (one: string) => house.scoped((scope) => isSuppressed(scope, one))
    assert.deepEqual([await asked('stop@voorbeeld.example'), await asked('+31620000000'), await asked('ja@voorbeeld.example')], [true, true, false])
    const worker = await visitorOf(house, 'Cor Collega', ['employee'])
    assert.match(plain(await (await worker.send('/verzoeken/niet-benaderen', { address: 'stop@voorbeeld.example', _action: 'check' })).text()), /Nee: niet benaderen/)
    const list = await (await worker.send('/verzoeken/niet-benaderen', { addresses: 'ja@voorbeeld.example\n=stop@voorbeeld.example\nstop@voorbeeld.example', _action: 'list' })).text()
    assert.match(list, /ja@voorbeeld\.example[;,]nee\r?\n"?'=stop@voorbeeld\.example"?[;,]nee\r?\nstop@voorbeeld\.example[;,]ja/)
    assert.equal((await worker.send('/verzoeken/niet-benaderen', { changed: 'stop@voorbeeld.example', _action: 'remove' })).status, 403)
    assert.match(plain(await (await officer.send('/verzoeken/niet-benaderen', { changed: 'stop@voorbeeld.example', _action: 'remove' })).text()), /Van de lijst gehaald/)
    assert.equal(await asked('stop@voorbeeld.example'), false)
    const refused = await officer.send('/verzoeken/niet-benaderen', { address: 'geen adres', _action: 'check' })
    assert.equal(refused.status, 400)
  })

  test('P-19 M-13: who signed in at the portal is known from the start; what outsiders read names no colleague and no notes', async () => {
    const { house, officer } = story
    const id = await receive(story, 'access', { identity_means: 'portal', identity_checked_on: dayOf(new Date()), identity_note: 'DigiD, niveau midden', channel: 'portal' })
    assert.equal(await statusOf(story, id), 'identified')
    await act(story, id, 'scope', { about: 'Geheime notitie', handler: officer.personId })
    const news = await house.scoped(async (scope) => requestCases.news(scope, await loadEntry(scope, requests, id)))
    assert.doesNotMatch(JSON.stringify(news), /Petra|Geheime|Wies/)
    assert.ok(news.dueOn)
    assert.deepEqual(news.steps.map(({ isDone }) => isDone), [true, true, false, false])
    assert.equal(requestCases.contact((await inputOf(story, id)))!.email, 'wies@voorbeeld.example')
  })

  test('H-62: a repeated request is recognised on the desk, and named by how alike it is', async () => {
    const { officer } = story
    const first = await receive(story, 'erasure', { subject_email: 'twee@voorbeeld.example' }, 2)
    const second = await receive(story, 'erasure', { subject_email: 'twee@voorbeeld.example' }, 1)
    const page = plain(await officer.page(`/verzoeken/${second}`))
    assert.match(page, /Deze persoon vroeg eerder iets .*Waarschijnlijk twee keer gestuurd: dezelfde naam en hetzelfde e-mailadres, hetzelfde recht/)
    assert.ok((await officer.page(`/verzoeken/${second}`)).includes(`/verzoeken/${first}"`))
  })

  test('M-22: reading a request leaves a record for whoever asked, under one pseudonym in list and page', async () => {
    const { house, officer } = story
    const id = await receive(story, 'portability', { subject_name: 'Ina Inzage', subject_email: 'ina@voorbeeld.example' })
    const count = () => house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('access_record').select(({ fn }) => fn.countAll().as('count')).where('organisation_id', '=', organisation.id).where('subject_type', '=', 'urn:waarborg:subject').executeTakeFirstOrThrow()).count)
    const before = Number(await count())
    await officer.page(`/verzoeken/${id}`)
    assert.equal(Number(await count()), before + 1, 'once for one person, however much names them')
  })
})
