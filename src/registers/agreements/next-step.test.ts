// What an agreement waits for, from draft to report.
import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import { nextStepOf } from './next-step.ts'
import type { AgreementInput } from './rules-shape.ts'

const on = '2026-11-20'
const cases: readonly (readonly [stage: Parameters<typeof nextStepOf>[0], more: Partial<AgreementInput>, made: number | undefined, sent: number | undefined, by: string | undefined])[] = [
  ['draft', { processor: null }, undefined, undefined, undefined],
  ['draft', {}, undefined, undefined, 'text'], ['draft', { model: 'processor' }, undefined, undefined, 'send_out'], ['draft', {}, 1, undefined, 'send_out'],
  ['draft', { negotiation: 'with_processor' }, 1, 1, 'take_answer'], ['draft', { negotiation: 'remarks' }, 1, 1, 'text'], ['draft', { negotiation: 'remarks' }, 2, 1, 'send_out'], ['draft', { negotiation: 'agreed' }, 2, 2, 'submit'],
  ['in_review', {}, 1, 1, 'sign_ours'], ['in_review', { own_signed_on: on }, 1, 1, 'sign_theirs'], ['in_review', { own_signed_on: on, their_signed_on: on }, 1, 1, 'activate'],
  ['in_review', { signed_on: on, is_signed_by_both: true }, 1, 1, 'activate'],
  ['active', {}, 1, 1, undefined], ['active', { return_asked_on: on }, 1, 1, 'record_return'], ['ended', { return_asked_on: on }, 1, 1, 'record_return'], ['ended', { return_asked_on: on, returned_on: on }, 1, 1, undefined],
]

test('N-40: the one thing that an agreement waits for follows from where it stands', () => {
  for (const [stage, more, made, sent, by] of cases) {
    const input = { ...emptyInput(fields), processor: 'somebody', ...more } as AgreementInput
    assert.equal(nextStepOf(stage, input, { made, sent })?.by, by, `${stage} ${JSON.stringify(more)} ${made} ${sent}`)
  }
})
