// The story of questions through the front door: a colleague asks, the triangle answers, everybody reads it, and the next one finds it before asking.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { excerpt } from './actions.ts'
import { tellingWords } from './similar.ts'

test('the words by which a question is recognised are those that say something', () => {
  assert.deepEqual(tellingWords('Mag ik een kopie van een paspoort bewaren?'), ['paspoort', 'bewaren', 'kopie'])
  assert.deepEqual(tellingWords('BSN in de mail?'), ['mail', 'bsn'])
  assert.deepEqual(tellingWords('Hoe moet dat met de gegevens?'), [])
})

test('an excerpt is plain words, ended at a word', () => {
  assert.equal(excerpt('## Kort\n\n- **Nee**, dat mag [niet](https://voorbeeld.example).'), 'Kort Nee, dat mag niet.')
  assert.equal(excerpt('een twee drie', 9), 'een twee …')
  assert.equal(excerpt(null), '')
})

describe('N-15 P-13: a question from the work floor', () => {
  test('is asked in a small form, answered in time by the triangle, shared with all colleagues, and found by the next one who asks', async () => {
    const { house, dpo, officer, owner, step, rulesOn } = await storyOf('firm', 'ipmarketing-2018')
    const { burgerzaken, belastingen } = house.departments
    const asker = await visitorOf(house, 'Vera Vraagt', [{ role: 'employee', departmentId: burgerzaken }])
    const colleague = await visitorOf(house, 'Cor Collega', [{ role: 'employee', departmentId: belastingen }])

    const refused = await asker.send('/vragen/stellen', { title: '', question: 'Blijft dit staan?' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /Blijft dit staan\?/)
    const made = await asker.send('/vragen/stellen', { title: 'Mag ik een kopie van een paspoort bewaren?', question: 'Een klant stuurt een kopie.', department: burgerzaken })
    assert.equal(made.status, 303, plain(await made.text()).slice(0, 500))
    const id = /vragen\/([0-9a-f-]{36})/.exec(made.headers.get('location')!)![1]!

    assert.match(plain(await asker.page('/kennisbank')), /Uw eigen vragen Mag ik een kopie van een paspoort bewaren\? Wacht op antwoord/)
    assert.equal((await colleague.get(`/${house.slug}/vragen/${id}`)).status, 404, 'not yet for others')
    assert.equal((await owner.get(`/${house.slug}/vragen/${id}`)).status, 404)
    assert.match(plain(await officer.page(`/vragen/${id}`)), /Antwoord/)
    const term = () => house.scoped(({ tx, organisation }) => tx.selectFrom('deadline').select(['kind', 'duration', 'clock', 'policy', 'met_at']).where('organisation_id', '=', organisation.id).where('entry_id', '=', id).executeTakeFirstOrThrow())
    assert.deepEqual(await term(), { kind: 'answer', duration: 'P2D', clock: 'working', policy: 'ipmarketing-2018', met_at: null })

    assert.equal((await asker.send(`/vragen/${id}/stap/reply`, { answer: 'Ja hoor.' })).status, 403, 'who asks doesn’t answer')
    await step(dpo, 'vragen', id, 'reply', { answer: '**Nee.** Bekijk het paspoort en noteer het nummer.' })
    assert.deepEqual(await rulesOn(id), ['source-missing'])
    assert.ok((await term()).met_at, 'answered in time')
    assert.match(await asker.page(`/vragen/${id}`), /<strong>Nee\.<\/strong>/)
    assert.equal((await colleague.get(`/${house.slug}/vragen/${id}`)).status, 404, 'answered for who asked')
    await step(officer, 'vragen', id, 'publish')

    assert.match(plain(await colleague.page('/kennisbank?q=paspoort')), /Mag ik een kopie van een paspoort bewaren\? Nee\. Bekijk het paspoort/)
    const similar = await colleague.send('/vragen/stellen', { title: 'Paspoort: kopie maken?', department: belastingen })
    assert.equal(similar.status, 200)
    const shown = await similar.text()
    assert.match(plain(shown), /Dit is misschien al beantwoord Mag ik een kopie van een paspoort bewaren\?/)
    assert.match(shown, /value="Paspoort: kopie maken\?"/, 'what was typed stays')
    assert.equal((await colleague.send('/vragen/stellen', { title: 'Paspoort: kopie maken?', department: belastingen, _action: 'ask' })).status, 303)
    assert.doesNotMatch(await colleague.page(`/vragen/${id}`), /Vera Vraagt/, 'nobody learns who asked')

    await step(dpo, 'vragen', id, 'hide')
    assert.equal((await colleague.get(`/${house.slug}/vragen/${id}`)).status, 404)
    assert.equal((await asker.get(`/${house.slug}/vragen/${id}`)).status, 200)
  })
})
