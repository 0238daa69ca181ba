// The story of assessments through the front door: from a pre-DPIA to tested actions, and the review three years later.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { product } from '../../../test/support/product.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { sweepBatch } from '../../register-kit/sweep.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { riskFrameworks } from '../risk-frameworks/register.ts'
import { fields } from './declaration.ts'
import { saveAnswer } from './filling/save-answer.ts'
import { assessments } from './register.ts'

describe('H-14 H-15 H-19 H-20 H-55 H-66 N-33: assessments', () => {
  after(async () => (await product()).setClock(undefined))

  test('a pre-DPIA says that a DPIA is required; the DPIA is advised on, answered, adopted, put to the authority, carried out, tested, and looked at again after three years', async () => {
    const { house, officer, dpo, iso, owner, step, change, rulesOn } = await storyOf()
    const { burgerzaken } = house.departments
    const ciso = await visitorOf(house, 'Cas Veiligheid', ['ciso'])
    const refused = async (person: typeof owner, id: string, verb: string, form: Record<string, string> = {}, status = 400) => assert.equal((await person.send(`/dpias/${id}/stap/${verb}`, form)).status, status, verb)
    const statusOf = (id: string) => house.scoped(async ({ tx, organisation }) => (await loadEntries(tx, assessments, organisation.id, [id]))[0]!.system.status)
    const activity = (id: string) => house.scoped(async ({ tx, organisation }) => (await loadEntries(tx, processingActivities, organisation.id, [id]))[0]!.input)
    const started = (response: Response) => /dpias\/([0-9a-f-]{36})/.exec(response.headers.get('location')!)![1]!

    // The management team's framework: drafted, adopted, checked by both, reported (H-55).
    const framework = await house.scoped((scope) => createEntry(scope, riskFrameworks, { ...emptyInput(riskFrameworks.fields), ...riskFrameworks.start!(scope), name: 'Risicokader 2026', appetite: 'medium' }))
    await step(ciso, 'risicokaders', framework, 'adopt', { adopted_by: 'Managementteam' })
    await step(ciso, 'risicokaders', framework, 'review', { found: 'Past nog.' })
    await step(dpo, 'risicokaders', framework, 'review', { found: 'Past nog.' })
    await step(ciso, 'risicokaders', framework, 'report', { report: 'Kader werkt.', isms_place: 'ISMS 4.1' })
    assert.deepEqual(await rulesOn(framework), [])

    // A new activity waits; the page says why it needs an assessment, and begins one.
    const form = activityForm(house, { name: 'Camera’s op het plein', owner: owner.personId, pre_dpia_outcome: '', pre_dpia_on: '', pre_dpia_note: '', camera: 'yes' })
    const processing = await owner.make('verwerkingen', form)
    assert.equal((await owner.send(`/verwerkingen/${processing}/stap/submit`, {})).status, 400)
    assert.match(plain(await owner.page('/dpias/kiezen')), /Camera’s op het plein Burgerzaken Nieuwe verwerking zonder pre-DPIA/)
    const pre = started(await owner.send('/dpias/kiezen', { processing, kind: 'pre_dpia', why: 'new_processing' }))
    await step(owner, 'dpias', pre, 'begin')
    await refused(owner, pre, 'ask_advice')
    await house.scoped((scope) => saveAnswer(scope, pre, '3.1', ['Lijst AP: Cameratoezicht'], 0))
    await step(owner, 'dpias', pre, 'ask_advice')
    await refused(iso, pre, 'advise_beforehand', { advice_outcome: 'positive', advice: 'Doe een DPIA.' }, 403)
    await step(officer, 'dpias', pre, 'advise_beforehand', { advice_outcome: 'positive', advice: 'Doe een DPIA.' })
    await refused(dpo, pre, 'decide_outcome', { is_lawful: 'yes', outcome: 'dpia_required', outcome_reasons: 'Lijst van de AP.' }, 403)
    const denied = await owner.send(`/dpias/${pre}/stap/decide_outcome`, { is_lawful: 'yes', outcome: 'not_required', outcome_reasons: 'Valt mee.' })
    assert.match(plain(await denied.text()), /Een DPIA is verplicht: “Cameratoezicht” staat op de lijst/)
    await step(owner, 'dpias', pre, 'decide_outcome', { is_lawful: 'yes', outcome: 'dpia_required', outcome_reasons: 'Lijst van de AP.' })
    assert.equal(await statusOf(pre), 'concluded')
    assert.deepEqual([(await activity(processing)).pre_dpia_outcome, (await activity(processing)).dpia_status], ['dpia_required', null])
    assert.match(plain(await owner.page(`/verwerkingen/${processing}/geschiedenis`)), /uitkomst van een toets overgenomen/i)
    assert.equal((await owner.send(`/verwerkingen/${processing}/stap/submit`, {})).status, 400, 'the DPIA isn’t there')

    // The DPIA: asked by the owner, carried out with privacy manager and ISO; a DPO can't lead it (N-33).
    const dpia = started(await owner.send('/dpias/kiezen', { processing, kind: 'dpia', why: 'new_processing' }))
    const risks = { 'risks.0.risk': 'Mensen worden ongemerkt gevolgd', 'risks.0.for_whom': 'Bezoekers', 'risks.0.likelihood': '5', 'risks.0.impact': '4', 'risks.0.measures': 'Minder camera’s', 'risks.0.left_likelihood': '3', 'risks.0.left_impact': '4' }
    const about = { name: 'DPIA camera’s', kind: 'dpia', why: 'new_processing', 'processings.0.processing': processing, department: burgerzaken, owner: owner.personId, editor: officer.personId, asked_on: '2026-11-22',
      'team.0.person': officer.personId, 'team.0.part': 'privacy_officer', 'team.1.person': iso.personId, 'team.1.part': 'iso', 'team.2.person': dpo.personId, 'team.2.part': 'adviser' }
    const led = await officer.send(`/dpias/${dpia}/wijzigen`, { ...about, editor: dpo.personId, revision: /name="revision" value="(\d+)"/.exec(await officer.page(`/dpias/${dpia}/wijzigen`))![1]! })
    assert.match(plain(await led.text()), /De FG adviseert en houdt toezicht/)
    await change(officer, 'dpias', dpia, about)
    await step(owner, 'dpias', dpia, 'begin')
    assert.equal((await activity(processing)).dpia_status, 'in_progress')
    const inForm = { ...about, started_on: '2026-11-22', framework, ...risks, 'actions.0.action': 'Camera’s afplakken', 'actions.0.owner': iso.personId, 'actions.0.due_on': '2027-03-01' }
    await step(officer, 'dpias', dpia, 'go_on')
    await refused(officer, dpia, 'ask_advice')
    await change(officer, 'dpias', dpia, inForm)
    await refused(officer, dpia, 'ask_advice')
    await refused(officer, dpia, 'consult', { subjects_asked: 'asked' })
    await step(officer, 'dpias', dpia, 'consult', { subjects_asked: 'asked', subjects_how: 'Avond op het plein', subjects_result: 'Liever minder camera’s' })
    await step(officer, 'dpias', dpia, 'council', { staff_watched: 'yes', council_decision: 'refused', council_on: '2026-11-20' })
    assert.match(plain(await officer.page(`/dpias/${dpia}`)), /Vóór maatregelen.*Zeer groot.*Zeer hoog 1 risico:.*Na maatregelen.*Er blijft een hoog risico|Er blijft een hoog risico.*Vóór maatregelen/)
    await step(officer, 'dpias', dpia, 'ask_advice')
    assert.match(plain(await dpo.page('/mijn-werk')), /Advies geven/)
    await refused(officer, dpia, 'advise', { advice_outcome: 'positive', advice: 'Prima.' }, 403)
    await step(dpo, 'dpias', dpia, 'advise', { advice_outcome: 'conditions', advice: 'Verlaag de kans.' })
    await refused(dpo, dpia, 'answer_advice', { answer: 'followed' }, 403)
    await refused(owner, dpia, 'answer_advice', { answer: 'deviated' })
    await step(owner, 'dpias', dpia, 'answer_advice', { answer: 'deviated', answer_reasons: 'Nu niet haalbaar.' })
    await refused(owner, dpia, 'adopt', { decision: 'start' })
    await step(officer, 'dpias', dpia, 'council', { staff_watched: 'yes', council_decision: 'consented', council_on: '2026-11-22' })
    for (const other of [officer, dpo, ciso]) await refused(other, dpia, 'adopt', { decision: 'start' }, 403)
    await step(owner, 'dpias', dpia, 'adopt', { decision: 'start' })

    // A high risk stays: the processing waits for the authority, whose term is extended and stands still (art. 36 AVG).
    assert.equal(await statusOf(dpia), 'consulting')
    assert.deepEqual([(await activity(processing)).dpia_status, (await rulesOn(processing)).includes('consultation-waits'), (await rulesOn(dpia)).includes('authority-unasked')], ['done', true, true])
    await step(owner, 'dpias', dpia, 'ask_authority', { authority_sent: 'De DPIA en de stukken.' })
    const term = (kind: string) => house.scoped(({ tx, organisation }) => tx.selectFrom('deadline').select(['duration', 'due_on', 'suspended_at', 'met_at', 'policy']).where('organisation_id', '=', organisation.id).where('entry_id', '=', dpia).where('kind', '=', kind).executeTakeFirstOrThrow())
    const first = await term('consultation')
    assert.equal(first.duration, 'P8W')
    await step(owner, 'dpias', dpia, 'extend_consultation', { reason: 'Ingewikkeld' })
    assert.ok((await term('consultation')).due_on! > first.due_on!)
    await step(owner, 'dpias', dpia, 'suspend_consultation', { ground: 'information', reason: 'De AP vraagt het plan.' })
    assert.ok((await term('consultation')).suspended_at)
    await step(owner, 'dpias', dpia, 'resume_consultation')
    await refused(owner, dpia, 'authority_answers', { authority_answer: 'silent' })
    await step(owner, 'dpias', dpia, 'authority_answers', { authority_answer: 'advice', authority_advice: 'Minder camera’s.' })
    assert.ok((await term('consultation')).met_at)
    await step(owner, 'verwerkingen', processing, 'submit')
    await step(dpo, 'verwerkingen', processing, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', processing, 'activate')

    // Actions are tasks; the DPO tests them.
    assert.match(plain(await iso.page('/mijn-werk')), /Camera’s afplakken/)
    await refused(officer, dpia, 'finish_actions')
    const task = await house.scoped(({ tx, organisation }) => tx.selectFrom('task').select('id').where('organisation_id', '=', organisation.id).where('name', '=', 'Camera’s afplakken').executeTakeFirstOrThrow())
    await step(iso, 'taken', task.id, 'finish', { outcome: 'Gedaan.' })
    await step(officer, 'dpias', dpia, 'finish_actions')
    await refused(officer, dpia, 'test_actions', { test_outcome: 'sufficient', test_actions: 'Gezien.', test_procedure: 'Goed.' }, 403)
    await step(dpo, 'dpias', dpia, 'test_actions', { test_outcome: 'sufficient', test_actions: 'Gezien.', test_procedure: 'Goed.' })
    assert.equal(await statusOf(dpia), 'concluded')
    assert.deepEqual((await rulesOn(dpia)).filter((rule) => rule !== 'above-appetite'), [])

    // The report as it was adopted, in three formats, with its digest.
    assert.match(plain(await officer.page(`/dpias/${dpia}`)), /Ongewijzigd sinds het vaststellen\. SHA-256: [0-9a-f]{16}/)
    const { version } = await house.scoped(({ tx, organisation }) => tx.selectFrom('assessment_report').select('version').where('organisation_id', '=', organisation.id).where('assessment_id', '=', dpia).executeTakeFirstOrThrow())
    for (const [format, type] of [['pdf', 'application/pdf'], ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['odt', 'application/vnd.oasis.opendocument.text']] as const) {
      const report = await officer.get(`/${house.slug}/dpias/${dpia}/rapport/versie/${version}/rapport.${format}`)
      assert.deepEqual([report.status, report.headers.get('content-type')], [200, type])
    }
    assert.equal((await officer.get(`/${house.slug}/dpias/${dpia}/rapport/rapport.exe`)).status, 404)

    // A summary for citizens, once it was chosen.
    assert.doesNotMatch(await (await officer.get(`/openbaar/${house.slug}/dpias`)).text(), /DPIA camera’s/)
    await refused(officer, dpia, 'publish', { is_published: 'yes' })
    await step(officer, 'dpias', dpia, 'publish', { is_published: 'yes', public_summary: 'Wij hangen minder camera’s op.' })
    assert.match(plain(await (await officer.get(`/openbaar/${house.slug}/dpias`)).text()), /DPIA camera’s Wij hangen minder camera’s op\. DPIA · vastgesteld op/)

    // A new purpose isn't covered: it stands at both, and can't come into force (H-20).
    await step(owner, 'verwerkingen', processing, 'propose')
    const filled = await activity(processing)
    await change(owner, 'verwerkingen', processing, { ...form, pre_dpia_outcome: 'dpia_required', pre_dpia_on: String(filled.pre_dpia_on), pre_dpia_note: String(filled.pre_dpia_note), dpia_status: 'done', dpia_on: String(filled.dpia_on), 'purposes.1.purpose': 'Tellen van bezoekers', 'purposes.1.kind': 'side', 'purposes.1.compatibility': 'Verwant' })
    const blocked = await owner.send(`/verwerkingen/${processing}/stap/submit`, {})
    assert.match(plain(await blocked.text()), /doel of techniek bij gekomen die niet is getoetst\. \(Tellen van bezoekers\)/)
    await step(owner, 'dpias', dpia, 'review', { found: 'Tellen past binnen deze DPIA.' })
    await step(owner, 'verwerkingen', processing, 'submit')

    // Three years later: the term of the policy is over, the finding stands, and a new DPIA takes the place of this one.
    assert.equal((await term('review')).policy, 'gemeente-heemstede-2026')
    const later = new Date(Date.parse(`${(await term('review')).due_on}T10:00:00Z`) + 2 * 86_400_000)
    assert.ok(later.getTime() - Date.now() > 1094 * 86_400_000)
    await house.scoped((scope) => sweepBatch(scope, assessments, undefined), later)
    assert.ok((await rulesOn(dpia)).includes('review-late'))
    ;(await product()).setClock(later.toISOString())
    const laterOwner = await visitorOf(house, 'Otto Opvolger', [{ role: 'process_owner', departmentId: burgerzaken }])
    assert.match(plain(await laterOwner.page('/mijn-werk')), /Opnieuw bekijken/)
    await step(laterOwner, 'dpias', dpia, 'redo', { why: 'three_years' })
    const next = await house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('impact_assessment').select(['id', 'why', 'status']).where('organisation_id', '=', organisation.id).where('follows', '=', dpia).executeTakeFirstOrThrow()))
    assert.deepEqual([next.why, next.status, await statusOf(dpia)], ['three_years', 'asked', 'concluded'])
    ;(await product()).setClock(undefined)
  })

  test('H-14 a preliminary investigation yields requirements as a document; N-33 a DPO can’t own an assessment', async () => {
    const { house, officer, dpo, owner, step, rulesOn } = await storyOf()
    const about = { name: 'Nieuw zaaksysteem', kind: 'purchase', why: 'purchase', department: house.departments.burgerzaken, owner: owner.personId }
    const id = await owner.make('dpias', { ...about, 'requirements.0.requirement': 'Inloggen in twee stappen', 'requirements.0.subject': 'security', 'requirements.0.weight': 'must', 'requirements.1.requirement': 'Gegevens zijn te wissen', 'requirements.1.subject': 'privacy', 'requirements.1.weight': 'must' })
    for (const verb of ['begin', 'ask_advice']) await step(owner, 'dpias', id, verb)
    await step(dpo, 'dpias', id, 'advise_beforehand', { advice_outcome: 'conditions', advice: 'Vraag ook om een log.' })
    await step(owner, 'dpias', id, 'answer_advice', { answer: 'followed' })
    await step(owner, 'dpias', id, 'set_requirements')
    assert.deepEqual(await rulesOn(id), [])
    assert.equal((await owner.get(`/${house.slug}/dpias/${id}/rapport/rapport.docx`)).status, 200)

    const led = await officer.make('dpias', { ...about, name: 'Door de FG', owner: dpo.personId })
    assert.deepEqual((await rulesOn(led)).filter((rule) => rule === 'dpo-leads'), ['dpo-leads'])
    assert.match(plain(await officer.page(`/dpias/${led}`)), /De FG kan deze toets niet leiden/)
    assert.equal((await officer.send(`/dpias/${led}/stap/begin`, {})).status, 400)
    assert.equal((await dpo.get(`/${house.slug}/dpias/nieuw`)).status, 403, 'nor begins one')
    await house.scoped((scope) => assert.rejects(perform(scope, assessments, 'begin', led), /leiden of schrijven|klopt/))
    assert.ok(Object.keys(fields).length > 40)
  })
})
