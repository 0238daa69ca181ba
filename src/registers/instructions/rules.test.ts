// Rules on instructions: a table of what fires and what doesn't (art. 28 lid 3 AVG; W-02).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { messageShape } from './messages.ts'
import { type InstructionInput, instructionRules } from './rules.ts'

const today = '2027-03-15'
const whole: InstructionInput = {
  ...emptyInput(fields), name: 'Logbestanden korter bewaren', participant: 'p', instruction: 'Bewaar logbestanden drie maanden.', service: 's', received_on: '2027-03-10', given_by: 'CISO', means: 'letter', due_on: '2027-04-01',
}
const objected = { objected_on: '2027-03-12', objection: 'Te kort voor de wet', objection_told_on: '2027-03-12' }

const cases: readonly (readonly [what: string, more: Partial<InstructionInput>, rules: readonly string[], own?: Record<string, unknown>])[] = [
  ['whole', {}, []],
  ['without a participant', { participant: null }, ['participant-missing']],
  ['without its text', { instruction: null }, ['text-missing']],
  ['by word of mouth', { means: 'spoken' }, ['not-in-writing']],
  ['in a meeting, and confirmed', { means: 'meeting', confirmed_on: '2027-03-11' }, []],
  ['from nobody knows whom', { given_by: null }, ['source-missing']], ['without a day', { received_on: null }, ['source-missing']],
  ['about nothing', { service: null }, ['about-missing']], ['about a processing activity only', { service: null, processing: 'v' }, []],
  ['about a service that isn’t taken', {}, ['beyond-service'], { 'service-not-taken': true }],
  ['a week old, to the day', { received_on: '2027-03-08' }, []], ['older than a week', { received_on: '2027-03-07' }, ['acknowledgement-late']], ['older, and acknowledged', { received_on: '2027-01-07', acknowledged_on: '2027-01-08' }, []],
  ['due today', { due_on: today }, []], ['due yesterday', { due_on: '2027-03-14' }, ['carrying-out-late']], ['late, but carried out', { due_on: '2027-03-14', carried_out_on: '2027-03-14' }, []],
  ['late, but it waits for an answer', { due_on: '2027-03-14', ...objected }, []],
  ['objected and told', objected, []], ['objected and not told', { ...objected, objection_told_on: null }, ['objection-not-told']],
  ['objected two weeks ago', { ...objected, objected_on: '2027-03-01' }, []], ['objected longer ago', { ...objected, objected_on: '2027-02-28' }, ['objection-unanswered']],
  ['objected and answered', { ...objected, objected_on: '2027-02-01', objection_told_on: null, objection_answered_on: '2027-02-03' }, []],
]

for (const [what, more, rules, own = {}] of cases) {
  test(`W-02: an instruction ${what}: ${rules.join(', ') || 'nothing'}`, () => {
    const context = { today, stage: 'active', ownFact: (key: string) => own[key] } as RuleContext
    assert.deepEqual(findingsOf(instructionRules as never, { ...whole, ...more }, context).map(({ rule }) => rule).toSorted(), [...rules].toSorted())
  })
}

test('what arrives from another organisation is parsed: unknown kinds, states, days and lengths aren’t taken', () => {
  const reference = '0198c0de-0000-7000-8000-000000000001'
  const given = { title: 'Kort', kind: 'other', text: 'Doe dit.', givenBy: 'CISO', givenOn: '2027-03-10', dueOn: null, service: null }
  const takes = (body: unknown) => messageShape.safeParse(body).success
  assert.ok(takes({ what: 'given', reference, given }))
  for (const bad of [null, {}, { what: 'given', reference: '1', given }, { what: 'given', reference, given: { ...given, kind: 'anything' } }, { what: 'given', reference, given: { ...given, givenOn: 'today' } }, { what: 'given', reference, given: { ...given, text: 'x'.repeat(20_001) } },
    { what: 'withdrawn', reference, reason: ' ' }, { what: 'answered', reference, outcome: 'maybe', answer: 'ja', text: null }, { what: 'state', reference, state: 'paid' }]) assert.equal(takes(bad), false, JSON.stringify(bad).slice(0, 100))
})
