// The story of an improvement measure through the front door: planned for a norm, carried out, checked, adjusted, closed; and what is wrong on the way.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'

describe('improvement measures (M-04, N-06, N-52)', () => {
  test('what is missing is found and gone once repaired; the board shows the phase, who, when and for which norms', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const { officer, owner, house, step } = story
    const id = await story.foundAndRepaired('measures', ['norm-unknown', 'owner-missing', 'kind-missing', 'overdue'], { name: 'Autorisaties nalopen', 'norms.0.norm': 'Q-01', due_on: '2020-01-01' }, { 'norms.0.norm': 'N-11', owner: owner.personId, kind: 'recurring', due_on: '2099-01-01' })
    const lane = async (phase: string) => plain((await officer.page('/maatregelen')).match(new RegExp(`id="pdca-${phase}"[^]*?</section>`))![0])
    assert.match(await lane('plan'), /Plan: bedenken 1 .*Autorisaties nalopen.*Olga Eigenaar · klaar op 1 jan 2099.*N-11/)
    for (const [verb, phase] of [['to_do', 'do'], ['to_check', 'check'], ['to_act', 'act'], ['to_check', 'check'], ['to_do', 'do']] as const) {
      await step(officer, 'maatregelen', id, verb)
      assert.match(await lane(phase), /Autorisaties nalopen/, phase)
    }
    assert.equal((await officer.send(`/maatregelen/${id}/stap/to_act`, {})).status, 409, 'from do nothing can be adjusted')
    assert.match(plain(await officer.page('/normen/N-11')), /Autorisaties nalopen/)
    await step(officer, 'maatregelen', id, 'close', { note: 'Werkt.' })
    assert.doesNotMatch(await officer.page('/maatregelen'), /pdca-kop/)
    await step(officer, 'maatregelen', id, 'reopen')
    assert.match(await lane('plan'), /Autorisaties nalopen/)
    // An owner of another department neither sees nor moves it.
    assert.equal((await owner.get(`/${house.slug}/maatregelen/${id}`)).status, 404)
  })
})
