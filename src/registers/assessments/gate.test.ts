// The gate: an activity of which the assessment isn't there can't come into force, whichever door is tried (art. 35 lid 1 en art. 36 AVG; H-15, H-19).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { program } from '../../../test/support/api.ts'
import { importer } from '../../../test/support/import-flow.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { newId } from '../../ground/ids.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { parts } from '../../register-kit/web/bulk-pages.tsx'
import { loadEntries } from '../../register-kit/store.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { type AssessmentInput, fields } from './declaration.ts'
import { assessments } from './register.ts'

describe('H-15 H-19 the gate', () => {
  test('page, API, import, bulk action and job: none brings an activity into force without its pre-DPIA, its DPIA, or while the authority hasn’t answered', async () => {
    const { house, officer, dpo, owner, step, change, rulesOn } = await storyOf()
    const token = await program(house, { roles: [{ role: 'process_owner', departmentId: house.departments.burgerzaken }] })
    const brought = await importer({ house })
    const statusOf = (id: string) => house.scoped(async ({ tx, organisation }) => (await loadEntries(tx, processingActivities, organisation.id, [id]))[0]!.system.status)
    const outcome = { pre_dpia_outcome: 'not_required', pre_dpia_on: '2026-01-15', pre_dpia_note: 'Gedaan vóór Waarborg.' }
    const form = (more: Record<string, string> = {}) => activityForm(house, { name: 'Camera’s in het park', ...outcome, ...more })

    /** Each door tried on an entry that is in review; `why` is what the page says. */
    const shut = async (id: string, why: RegExp) => {
      assert.equal(await statusOf(id), 'in_review')
      const page = await owner.send(`/verwerkingen/${id}/stap/activate`, {})
      assert.equal(page.status, 400, 'page')
      assert.match(plain(await page.text()), why, 'page')
      const api = await token.call('POST', token.at(`/processing-activities/${id}/activations`), {})
      assert.equal(api.status, 400, 'API')
      const bulk = await owner.send('/verwerkingen/samen/doen', { [parts.cause]: newId(), [parts.action]: 'step.activate', [parts.ids]: id, [parts.asked]: '1', [parts.list]: '', note: '' })
      assert.match(`${bulk.status} ${plain(await bulk.text())}`, /303|200/, 'bulk')
      await assert.rejects(house.scoped((scope) => perform(scope, processingActivities, 'activate', id)), /Vul eerst aan wat de wet/, 'job')
      const { number } = await house.scoped(async ({ tx, organisation }) => (await loadEntries(tx, processingActivities, organisation.id, [id]))[0]!.input)
      // A file that knows the entry offers it as in use: it is told so, and nothing is.
      const run = await brought.bring('register.csv', `Nummer;Naam;Omschrijving\n${number};Camera’s in het park;Anders\n`)
      await brought.check(run, { status: 'active' })
      await brought.write(run).catch(() => undefined)
      assert.equal(await statusOf(id), 'in_review', 'no door opened')
    }

    const id = await officer.make('verwerkingen', form())
    await step(owner, 'verwerkingen', id, 'submit')
    await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })

    // A DPIA turns out to be required, and isn't there.
    const record = (assessed: object) => house.scoped((scope) => perform(scope, processingActivities, 'record_assessment', id, { assessed, note: 'Pre-DPIA vastgesteld' }))
    await record({ pre_dpia_outcome: 'dpia_required' })
    await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })
    await shut(id, /Een DPIA is verplicht, maar nog niet vastgesteld/)

    // Adopted, but a high risk stays and the authority hasn't answered.
    const dpia = await house.scoped((scope) => createEntry(scope, assessments, { ...emptyInput(fields), name: 'DPIA camera’s', kind: 'dpia', why: 'new_processing', owner: owner.personId, department: house.departments.burgerzaken, processings: [{ processing: id, note: null }] }))
    const set = (more: Partial<AssessmentInput>, status: string) => house.scoped(async ({ tx, organisation }) => {
      await tx.updateTable('impact_assessment').set({ ...more, status } as never).where('organisation_id', '=', organisation.id).where('id', '=', dpia).execute()
    })
    await set({ decided_on: '2026-10-01', decision: 'start', high_risk_stays: true }, 'consulting')
    await record({ dpia_status: 'done', dpia_on: '2026-10-01' })
    await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })
    await shut(id, /Er blijft een hoog risico, en de AP heeft nog niet geantwoord/)

    // Without any outcome it isn't even offered; by hand it needs a date and where it was done.
    await step(owner, 'verwerkingen', id, 'withdraw')
    await set({ kind: 'iama' }, 'stopped')
    for (const [more, why] of [[{ pre_dpia_outcome: '', pre_dpia_on: '', pre_dpia_note: '' }, 'pre-dpia-missing'], [{ pre_dpia_note: '' }, 'pre-dpia-unexplained'], [{ pre_dpia_on: '' }, 'pre-dpia-unexplained']] as const) {
      await change(officer, 'verwerkingen', id, form({ ...more, dpia_status: '', dpia_on: '' }))
      assert.ok((await rulesOn(id)).includes(why), why)
      assert.equal((await owner.send(`/verwerkingen/${id}/stap/submit`, {})).status, 400, why)
    }
    await change(officer, 'verwerkingen', id, form({ dpia_status: '', dpia_on: '' }))
    await step(owner, 'verwerkingen', id, 'submit')
    await step(dpo, 'verwerkingen', id, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', id, 'activate')
    assert.equal(await statusOf(id), 'active')
    assert.match(plain(await owner.page(`/verwerkingen/${id}`)), /gedaan vóór of buiten Waarborg Pre-DPIA, 15 januari 2026/)

    // What an import brings in as in use already comes in as a draft where the gate is shut, and in force where it isn't.
    const run = await brought.bring('bestaand.csv', 'Naam;Omschrijving;Uitkomst pre-DPIA;Datum pre-DPIA\nWijkbus;Rijdt al jaren;;\nBuurtfeest;Elk jaar;niet nodig;15-01-2026\nCamera;Hangt er al;DPIA verplicht;15-01-2026\n')
    await brought.check(run, { status: 'active' })
    await brought.write(run)
    const came = await house.scoped(({ tx, organisation }) => tx.selectFrom('processing_activity').select(['id', 'name', 'status', 'version', 'imported_by']).where('organisation_id', '=', organisation.id).where('name', 'in', ['Wijkbus', 'Buurtfeest', 'Camera']).orderBy('name').execute())
    assert.deepEqual(came.map(({ name, status, version, imported_by }) => [name, status, version, imported_by !== null]), [['Buurtfeest', 'active', 1, true], ['Camera', 'draft', 0, false], ['Wijkbus', 'draft', 0, false]])
    assert.ok((await rulesOn(came[2]!.id)).includes('pre-dpia-missing') && (await rulesOn(came[0]!.id)).includes('imported-as-active'))
    assert.match(plain(await officer.page(`/verwerkingen/import/${run}`)), /2 verwerkingen kwamen als concept binnen/)
  })
})
