// Filling: a DPIA is filled in by two people at once, from beginning to a new version of the questionnaire, at its own pages.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { addDefinition, dropDefinition } from '../../../questionnaires/definition.ts'
import { pixel } from '../../../questionnaires/national-file/national-file.fixtures.ts'
import { canonical, type Json } from '../../../questionnaires/national-file/shape.ts'
import { emptyInput } from '../../../register-kit/field-types.ts'
import { createEntry } from '../../../register-kit/perform.ts'
import { publicUrl } from '../../../../test/support/people.ts'
import { product } from '../../../../test/support/product.ts'
import { storyOf, type Story } from '../../../../test/support/register-story.ts'
import { plain, type Visitor } from '../../../../test/support/register-visitor.ts'
import { processingActivities } from '../../processing-activities/register.ts'
import { assessments } from '../register.ts'
import { answerOf, fillingState, freeze, openFilling, reportBlocks } from './filling.ts'
import { saveAnswer } from './save-answer.ts'

const inUse = readFileSync(new URL('../../../../test/national-forms/dpia-3.0-in-use.json', import.meta.url), 'utf8')

describe('H-14 H-55 a questionnaire with several people', () => {
  let story: Story
  let processing: string
  before(async () => {
    story = await storyOf()
    processing = await story.house.scoped((scope) => createEntry(scope, processingActivities, {
      ...emptyInput(processingActivities.fields), name: 'Bijzondere bijstand', department: story.house.departments.burgerzaken, description: 'Inwoners vragen bijstand aan.', proportionality: 'Het doel weegt zwaarder.',
      purposes: [{ purpose: 'Recht vaststellen', kind: 'main', compatibility: null }, { purpose: 'Uitbetalen', kind: 'sub', compatibility: null }], data_categories: ['name', 'bsn'],
      legal_bases: [{ basis: 'public-task', law: null, article: 'art. 35', explanation: null }],
    }))
  })

  /** A DPIA that is being filled in. */
  const begin = (kind: 'dpia' | 'pre_dpia' = 'dpia', follows: string | null = null): Promise<string> => story.house.scoped(async (scope) => {
    const id = await createEntry(scope, assessments, { ...emptyInput(assessments.fields), name: `Toets ${kind}`, kind, department: story.house.departments.burgerzaken, owner: story.owner.personId, follows, processings: [{ processing, note: null }] })
    await scope.tx.updateTable('impact_assessment').set({ status: 'filling' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
    await openFilling(scope, id, kind === 'dpia' ? 'dpia' : 'prescan', { processing })
    return id
  })
  const stateOf = (id: string) => story.house.scoped((scope) => fillingState(scope, id))
  const answers = (id: string, question: string) => story.house.scoped((scope) => answerOf(scope, id, question))
  /** The hidden field beside an answer, as the page shows it. */
  const seenIn = (page: string, address: string) => new RegExp(`name="s\\.${address.replace(/[.[\]]/g, '\\$&')}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const path = (id: string, more = '') => `/dpias/${id}/invullen${more}`
  const upload = async (who: Visitor, to: string, bytes: Buffer | string, name: string, fields: Record<string, string> = {}): Promise<Response> => {
    const form = new FormData()
    for (const [key, value] of Object.entries(fields)) form.set(key, value)
    form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
    const cookie = [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    return (await product()).app.request(`${publicUrl}/${story.house.slug}${to}`, { method: 'POST', body: form, headers: { cookie, origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } }, { incoming: { socket: { remoteAddress: '10.1.1.1' } } })
  }

  test('what the register knows is there at once, marked; what changes there is offered', async () => {
    const id = await begin()
    assert.deepEqual(await answers(id, '5.1.1'), ['Recht vaststellen', 'Uitbetalen'])
    assert.deepEqual([await answers(id, '1.1'), await answers(id, '11.1.1.1'), await answers(id, '3.1.1')], [['Inwoners vragen bijstand aan.'], ['Rechtsgrond taak van algemeen belang'], ['Bijzondere bijstand']])
    assert.match(plain(await story.owner.page(path(id, '/deel/14'))), /Overgenomen uit het register op/)
    assert.doesNotMatch(plain(await story.owner.page(path(id))), /Het register zegt/)
    await story.house.scoped(async (scope) => { await scope.tx.updateTable('processing_activity').set({ proportionality: 'Opnieuw gewogen.' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', processing).execute() })
    assert.match(plain(await story.owner.page(path(id))), /Het register zegt bij één vraag iets anders/)
    assert.match(plain(await story.owner.page(path(id, '/register'))), /14\.2.*Opnieuw gewogen\..*Nu staat hier: Het doel weegt zwaarder\./)
    assert.equal((await story.owner.send(path(id, '/register'), { take: '14.2' })).status, 303)
    assert.deepEqual(await answers(id, '14.2'), ['Opnieuw gewogen.'])
  })

  test('two people at once: different answers go together, the same answer waits for a choice and nothing is lost', async () => {
    const id = await begin()
    const [mine, theirs] = [await story.owner.page(path(id, '/deel/14')), await story.officer.page(path(id, '/deel/14'))]
    assert.match(plain(theirs), /Olga Eigenaar werkt nu ook aan dit deel/)
    const form = (page: string, values: Record<string, string>) => Object.fromEntries(Object.entries(values).flatMap(([address, value]) => [[`a.${address}`, value], [`s.${address}`, seenIn(page, address)]]))
    assert.equal((await story.owner.send(path(id, '/deel/14'), form(mine, { '14.1': 'Van Olga', '14.2': 'Olga over evenredigheid' }))).status, 303)
    const second = await story.officer.send(path(id, '/deel/14'), form(theirs, { '14.1': 'Van Petra', '14.2': 'Opnieuw gewogen.' }))
    assert.match(second.headers.get('location')!, /botsing=1/)
    assert.deepEqual([await answers(id, '14.1'), await answers(id, '14.2')], [['Van Olga'], ['Olga over evenredigheid']], 'what Petra didn’t touch stays as Olga wrote it')
    const shown = await story.owner.page(path(id, '/deel/14'))
    assert.match(plain(shown), /Twee mensen wijzigden dit antwoord tegelijk.*Van Olga.*Van Petra/)
    assert.equal((await stateOf(id))!.conflicts, 1)
    await assert.rejects(story.house.scoped((scope) => freeze(scope, id)), /schreven twee mensen tegelijk/)
    const choice = /name="(c\.[0-9a-f-]{36})"/.exec(shown)![1]!
    assert.equal((await story.owner.send(path(id, '/deel/14'), { [choice]: 'take', done: 'yes' })).status, 303)
    assert.deepEqual([await answers(id, '14.1'), (await stateOf(id))!.conflicts, (await stateOf(id))!.completedTasks], [['Van Petra'], 0, ['14']])
    const history = plain(await story.owner.page(path(id, '/vraag/14.1')))
    assert.match(history, /gekozen uit twee teksten\s+Van Olga\s+Van Petra/)
    assert.match(history, /Olga Eigenaar\s+ingevuld/)
  })

  test('answer by answer, as the page itself saves; a refusal says why and keeps nothing', async () => {
    const id = await begin()
    const send = (who: Visitor, fields: Record<string, string | string[]>) => who.send(path(id, '/antwoord'), fields)
    const first = await send(story.owner, { address: '15.1.1', value: 'true', seen: '0.' })
    const { seen } = await first.json() as { seen: string }
    assert.equal(seen.split('.')[0], '1')
    assert.equal((await send(story.officer, { address: '15.1.1', value: 'false', seen: '0.' })).status, 409)
    assert.equal((await send(story.officer, { address: '15.1.1', value: 'true', seen: '0.' })).status, 200, 'who writes the same has no quarrel')
    for (const [fields, status] of [[{ address: '15.1.1', value: 'misschien', seen }, 400], [{ address: '99', value: 'x', seen: '0.' }, 404], [{ address: '2.1.1', value: 'x', seen: '0.' }, 404], [{ address: '19.5.6', value: '31-31-2026', seen: '0.' }, 400]] as const) {
      assert.equal((await send(story.owner, fields)).status, status, JSON.stringify(fields))
    }
    assert.equal((await send(story.dpo, { address: '0', value: 'x', seen: '0.' })).status, 403, 'who advises doesn’t fill in')
    assert.deepEqual(await answers(id, '15.1.1'), ['true'])
    const bad = await story.owner.send(path(id, '/deel/19'), { 'a.19.4.1': 'Gemeente', 's.19.4.1': '0.', 'a.19.5.6': 'morgen', 's.19.5.6': '0.' })
    assert.equal(bad.status, 400)
    const page = await bad.text()
    assert.ok(page.includes('value="Gemeente"') && page.includes('value="morgen"'), 'everything typed comes back')
    assert.deepEqual(await answers(id, '19.4.1'), [], 'and nothing was half written')
  })

  test('copies are added and taken away; what follows them does too; pictures and remarks', async () => {
    const id = await begin()
    assert.equal((await story.owner.send(path(id, '/deel/3'), { _action: 'add:3.1:' })).status, 303)
    const page = await story.owner.page(path(id, '/deel/3'))
    await story.owner.send(path(id, '/deel/3'), { 'a.3.1.1[1]': 'Controle', 's.3.1.1[1]': seenIn(page, '3.1.1[1]') })
    assert.match(plain(await story.owner.page(path(id, '/deel/8'))), /Gegevensverwerking Bijzondere bijstand.*Gegevensverwerking Controle/)
    assert.equal((await story.owner.send(path(id, '/deel/8'), { _action: 'add:8.1:' })).status, 409, 'a group that follows another has no copies of its own')
    assert.equal((await story.owner.send(path(id, '/deel/3'), { _action: 'remove:3.1:1' })).status, 303)
    assert.deepEqual(await answers(id, '3.1.1'), ['Bijzondere bijstand'])
    assert.equal((await story.owner.send(path(id, '/antwoord'), { address: '3.1.1[1]', value: 'te laat', seen: '0.' })).status, 404, 'what was taken away isn’t written to')
    assert.equal((await upload(story.owner, path(id, '/vraag/1.2.1%5B0%5D/afbeelding'), Buffer.from(pixel, 'base64'), 'plaat.png', { title: 'Stroomschema' })).status, 303)
    assert.equal((await upload(story.owner, path(id, '/vraag/1.2.1%5B0%5D/afbeelding'), '<svg/>', 'plaat.svg')).status, 400)
    const source = /src="([^"]+\/afbeelding\/[0-9a-f]{64})"[^>]*alt="Stroomschema"/.exec(await story.owner.page(path(id, '/deel/1')))![1]!
    const picture = await story.owner.get(source)
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png'])
    await story.dpo.send(path(id, '/vraag/1.1'), { _action: 'remark', remark: 'Wat is hier nieuw?' })
    assert.match(plain(await story.owner.page(path(id, '/deel/1'))), /Frits Gegevens.*Wat is hier nieuw\?/)
    const remark = /value="(resolve:[0-9a-f-]{36})"/.exec(await story.owner.page(path(id, '/vraag/1.1')))![1]!
    assert.equal((await story.owner.send(path(id, '/vraag/1.1'), { _action: remark })).status, 303)
    assert.equal((await stateOf(id))!.remarks, 0)
  })

  test('the State’s file in use goes in and comes out the same; what is wrong is said and nothing changes', async () => {
    const id = await begin()
    const refused = await upload(story.owner, path(id, '/inlezen'), inUse.replace('"_index": 0', '"_index": "nul"'), 'dpia.json')
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /_index” ontbreekt of is geen heel getal/)
    assert.deepEqual(await answers(id, '1.1'), ['Inwoners vragen bijstand aan.'])
    assert.equal((await upload(story.owner, path(id, '/inlezen'), inUse, 'dpia.json')).status, 303)
    const out = await (await story.owner.get(`/${story.house.slug}${path(id, '/bestand')}`)).text()
    assert.equal(canonical(JSON.parse(out) as Json), canonical(JSON.parse(inUse) as Json))
    const page = await story.owner.page(path(id, '/deel/14'))
    await story.owner.send(path(id, '/deel/14'), { 'a.14.1': 'Nieuw', 's.14.1': seenIn(page, '14.1') })
    const changed = JSON.parse(await (await story.owner.get(`/${story.house.slug}${path(id, '/bestand')}`)).text()) as { metadata: { urn: string; createdAt: string }; answers: Record<string, { value: unknown }> }
    assert.deepEqual([changed.answers['14.1']!.value, changed.metadata.urn], ['Nieuw', 'urn:nl:dpia:3.0'])
    assert.notEqual(changed.metadata.createdAt, '2026-04-12T12:17:47.759Z')
    const blocks = await story.house.scoped((scope) => reportBlocks(scope, id))
    assert.ok(blocks.some((block) => block.kind === 'heading' && block.text === '17. Maatregelen') && blocks.some((block) => block.kind === 'text' && block.markdown === 'Nieuw'))
  })

  test('H-15 a pre-scan says at once whether a DPIA is needed, and why', async () => {
    const id = await begin('pre_dpia')
    assert.match(plain(await story.owner.page(path(id))), /Nog geen uitkomst/)
    await story.owner.send(path(id, '/deel/3'), { 'a.3.1': ['', 'Lijst AP: Zwarte lijsten'], 's.3.1': '0.' })
    assert.match(plain(await story.owner.page(path(id))), /Een DPIA is verplicht.*“Zwarte lijsten” staat op de lijst van de Autoriteit Persoonsgegevens/)
    assert.equal((await stateOf(id))!.outcome!.level, 'required')
    const after = await story.owner.page(path(await begin('dpia', id), '/deel/14'))
    assert.doesNotMatch(plain(after), /Eerder ingevuld/)
    assert.match(plain(await story.owner.page(path(await begin('dpia', id), '/deel/16'))), /Eerder ingevuld.*Welke groepen betrokkenen kun je onderscheiden\?.*Zwarte lijsten/)
  })

  test('what is final doesn’t change any more', async () => {
    const id = await begin()
    await story.house.scoped((scope) => freeze(scope, id))
    assert.equal((await story.owner.send(path(id, '/antwoord'), { address: '1.1', value: 'x', seen: '1.' })).status, 409)
    assert.doesNotMatch(await story.owner.page(path(id, '/deel/1')), /action="[^"]*invullen\/deel\/1"/, 'no form to send')
    await assert.rejects(story.house.scoped((scope) => saveAnswer(scope, id, '1.1', 'x', 1)), /vastgesteld/)
  })

  describe('a new version under open answers', () => {
    const text = readFileSync(new URL('../../../questionnaires/data/dpia-3.0.yaml', import.meta.url), 'utf8')
    let id: string
    before(async () => {
      id = await begin()
      await story.house.scoped(async (scope) => {
        await saveAnswer(scope, id, '14.1', 'Subsidiair', 0)
        await saveAnswer(scope, id, '1.1', 'Voorstel', 1)
        await saveAnswer(scope, id, '17.3', 'Aanvaardbaar', 0)
        await scope.tx.insertInto('assessment_section').values({ organisation_id: scope.organisation.id, assessment_id: id, section: '14', completed_at: scope.now }).execute()
      })
      // 14.1 reads otherwise, 17.3 is gone, 14.3 is new.
      addDefinition(text.replace('version: "3.0"', 'version: "3.1"').replace('De beoordeling van de subsidiariteit', 'Beoordeel of het met minder kan')
        .replace(/\s+- task: >-\s+Onderbouwing acceptatie resterende risico's\s+id: "17\.3"\s+type:\s+- open_text\s+repeatable: false/, '')
        .replace('        - task: De beoordeling van de proportionaliteit', '        - task: Wat als het niet doorgaat?\n          id: "14.3"\n          type:\n            - open_text\n          repeatable: false\n        - task: De beoordeling van de proportionaliteit'), 'dpia-3.1')
    })
    after(() => { dropDefinition('dpia', '3.1') })

    test('what changes is shown first; answers stay, a changed question is confirmed, a gone one is kept apart', async () => {
      assert.match(plain(await story.owner.page(path(id))), /Er is een nieuwe versie van deze vragenlijst: 3\.1/)
      const shown = plain(await story.owner.page(path(id, '/versie')))
      assert.match(shown, /14\.1 Beoordeel of het met minder kan.*Eerst: De beoordeling van de subsidiariteit.*Subsidiair.*Nieuw.*14\.3 Wat als het niet doorgaat\?.*Vervallen.*17\.3.*Aanvaardbaar/)
      assert.equal((await story.owner.send(path(id, '/versie'), {})).status, 303)
      assert.deepEqual([await answers(id, '14.1'), await answers(id, '1.1'), (await stateOf(id))!.version, (await stateOf(id))!.completedTasks], [['Subsidiair'], ['Voorstel'], '3.1', []])
      assert.match(plain(await story.owner.page(path(id))), /Niet meer in de vragenlijst.*17\.3.*Aanvaardbaar/)
      assert.match(plain(await story.owner.page(path(id, '/deel/14'))), /In versie 3\.0 luidde deze vraag anders: “\s*De beoordeling van de subsidiariteit/)
      assert.equal((await story.owner.send(path(id, '/vraag/14.1'), { _action: 'confirm' })).status, 303)
      assert.doesNotMatch(plain(await story.owner.page(path(id, '/deel/14'))), /luidde deze vraag anders/)
      const out = JSON.parse(await (await story.owner.get(`/${story.house.slug}${path(id, '/bestand')}`)).text()) as { metadata: { urn: string }; answers: Record<string, { value: unknown }> }
      assert.deepEqual([out.metadata.urn, out.answers['17.3']!.value], ['urn:nl:dpia:3.1', 'Aanvaardbaar'])
    })
  })
})
