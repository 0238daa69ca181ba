import { test } from 'node:test'
import assert from 'node:assert/strict'
import { inLanguage } from '../ground/words.ts'
import type { AppointmentInForce } from '../registers/dpo-appointments/actions.ts'
import { type Power, powers } from '../registers/mandates/declaration.ts'
import { type Division, gapsIn, sayGap, whereToMend } from './governance-gaps.ts'

const appointed: AppointmentInForce = { id: '1', outcome: 'own', personId: '2', name: 'Fenna', email: 'fg@duinrade.example', phone: null, body: 'College', endsOn: null, registeredOn: '2025-01-02', publishedOn: '2025-01-02' }
const all = Object.keys(powers) as Power[]
const whole: Division = {
  kind: 'municipality', appointment: appointed, usesMandates: true, mandates: [{ powers: all.slice(0, 5) }, { powers: all.slice(5) }], portfolios: [{ subject: 'privacy' }], steps: [{ accountable: ['process_owner'], responsible: ['process_owner', 'iso'] }],
}
const without = { ...appointed, outcome: 'none', personId: null, registeredOn: null, publishedOn: null }

const cases: readonly (readonly [what: string, change: Partial<Division>, gaps: readonly string[]])[] = [
  ['nothing is missing', {}, []],
  ['no appointment', { appointment: undefined }, ['no-appointment']],
  ['a public body without a DPO', { appointment: without }, ['no-appointment']],
  ['a firm without a DPO after a test', { kind: 'firm', appointment: without }, []],
  ['a firm that said nothing', { kind: 'firm', appointment: undefined }, ['no-appointment']],
  ['not told to the authority, not published', { appointment: { ...appointed, registeredOn: null, publishedOn: null } }, ['not-registered', 'not-published']],
  ['one power in no mandate', { mandates: [{ powers: all.slice(1) }] }, ['powers-without-mandate']],
  ['no mandates where the policy asks them', { mandates: [] }, ['powers-without-mandate']],
  ['no mandates where it doesn’t', { mandates: [], usesMandates: false }, []],
  ['mandates that leave something out, whatever the policy', { mandates: [{ powers: ['rights'] }], usesMandates: false }, ['powers-without-mandate']],
  ['no portfolio holder for privacy', { portfolios: [{ subject: 'employees' }] }, ['no-portfolio']],
  ['no steps', { steps: [] }, ['no-steps']],
  ['a step with nobody, one with two', { steps: [{ accountable: [], responsible: [] }, { accountable: ['iso', 'ciso'], responsible: ['iso'] }] }, ['steps-without-accountable', 'steps-with-two', 'steps-nobody-does']],
]

test('N-09 N-13 H-50: what is missing in who does what as a whole, and where to mend it', () => {
  for (const [what, change, gaps] of cases) {
    const found = gapsIn({ ...whole, ...change })
    assert.deepEqual(found.map((gap) => gap.what), gaps, what)
    for (const gap of found) {
      assert.match(whereToMend(gap), /^(fg-aanwijzingen|mandaten|portefeuilles|verantwoordelijkheden)/)
      const said = (['nl', 'en'] as const).map((language) => inLanguage(language, () => sayGap(gap)))
      assert.ok(said.every((words) => /^[A-Z0-9].*\.$/.test(words)) && said[0] !== said[1], said.join())
    }
  }
})

test('N-09: the powers that nobody has are named, in the order of the policy', () => {
  const [gap] = gapsIn({ ...whole, mandates: [{ powers: all.filter((power) => power !== 'rights' && power !== 'archiving') }] })
  assert.deepEqual(gap, { what: 'powers-without-mandate', powers: ['archiving', 'rights'], citation: 'art. 10:3 Awb' })
  assert.equal(all.length, 12)
})
