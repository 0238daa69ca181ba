// Rule cases: a table of cases for the rules of a register, each of which must fire and stay silent as written; and the form that every rule must have.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { emptyInput, type Field, type Fields, type InputOf } from '../../src/register-kit/field-types.ts'
import { findingsOf, type Rule, type RuleContext, type Rules, sayFinding } from '../../src/register-kit/rules.ts'
import { inLanguage } from '../../src/ground/words.ts'

export type Case<I> = { readonly entry: Partial<I>; readonly on?: Partial<RuleContext>; readonly details?: readonly string[] }
export type Cases<I> = { readonly fires: readonly [Case<I>, ...Case<I>[]]; readonly silent: readonly [Case<I>, ...Case<I>[]] }

/** Writes cases of one register: a change of the exemplary entry, on an ordinary day unless said. */
export function caseOf<F extends Fields>() {
  return (entry: Partial<InputOf<F>>, on: Partial<RuleContext> = {}, details?: readonly string[]): Case<InputOf<F>> => ({ entry, on, ...(details ? { details } : {}) })
}

/** Tests every rule of a book against its cases, from an entry in which nothing is wrong. */
export function testRules<F extends Fields, K extends string>({ book, fields, exemplary, context, cases }: {
  readonly book: Readonly<Record<K, Rule<InputOf<F>>>>; readonly fields: F; readonly exemplary: InputOf<F>; readonly context: RuleContext; readonly cases: Readonly<Record<K, Cases<InputOf<F>>>>
}): void {
  const rules: Rules = book
  const ask = ({ entry, on }: Case<InputOf<F>>) => findingsOf(rules, { ...exemplary, ...entry }, { ...context, ...on })

  describe('each rule finds what is wrong and leaves alone what isn’t', () => {
    for (const [key, { norms, citation, field, severity }] of Object.entries(rules)) {
      const { fires, silent } = cases[key as K]
      it(`${key} (${norms.join(', ')}; ${citation})`, () => {
        for (const one of fires) {
          const found = ask(one).filter(({ rule }) => rule === key)
          assert.ok(found.length > 0, `fires on ${JSON.stringify(one.entry)} ${JSON.stringify(one.on)}`)
          if (one.details) assert.deepEqual(found.map(({ detail }) => detail), one.details)
          for (const finding of found) assert.deepEqual([finding.field, finding.severity], [field, severity])
        }
        for (const one of silent) assert.deepEqual(ask(one).filter(({ rule }) => rule === key), [], `is silent on ${JSON.stringify(one.entry)} ${JSON.stringify(one.on)}`)
      })
    }

    it('with cases for every rule, and for none that is gone', () => assert.deepEqual(Object.keys(cases).toSorted(), Object.keys(rules).toSorted()))
    it('and nothing at all in the exemplary entry', () => assert.deepEqual(ask({ entry: {} }), []))
    it('and nothing in an empty one that has ended', () => assert.deepEqual(findingsOf(rules, emptyInput(fields), { ...context, stage: 'ended' }), []))
  })

  it('any input of the right shape gives findings that can be said in both languages, twice the same', () => {
    const entry = fc.record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueOf(field)])))
    const around = fc.record({ organisationKind: fc.constantFrom('municipality', 'service_organisation', 'firm'), stage: fc.constantFrom('draft', 'in_review', 'active', 'ended') } as const)
    fc.assert(fc.property(entry, around, (input, on) => {
      const before = JSON.stringify(input)
      const found = findingsOf(rules, input, { ...context, ...on })
      assert.deepEqual(findingsOf(rules, input, { ...context, ...on }), found)
      assert.equal(JSON.stringify(input), before)
      for (const language of ['nl', 'en'] as const) inLanguage(language, () => assert.ok(found.every((finding) => sayFinding(rules, finding) !== '')))
    }), { numRuns: 200 })
  })
}

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'yesNo': return fc.constantFrom(true, false, null)
    case 'number': return fc.option(fc.integer({ min: field.least, max: field.most }), { nil: null })
    case 'choice': return fc.constantFrom(null, ...field.choices.map(({ key }) => key))
    case 'choices': return fc.subarray(field.choices.map(({ key }) => key))
    case 'date': return fc.constantFrom(null, '2024-02-29', '0001-01-01', '9999-12-31', '2026-11-22')
    case 'moment': return fc.constantFrom(null, '2024-02-29T10:00:00.000Z', '1801-01-01T00:00:00.000Z', '2199-12-31T22:59:00.000Z', '2026-11-22T13:05:00.000Z')
    case 'duration': return fc.constantFrom(null, 'P1D', 'PT24H', 'PT25H', 'P1M', 'PT30M')
    case 'terms': return fc.array(fc.constantFrom('onbekend', 'health', 'bsn', 'name'), { maxLength: 3 })
    case 'term': return fc.constantFrom(null, 'onbekend', 'NL', 'US')
    case 'rows': return fc.array(fc.record(Object.fromEntries(Object.entries<Field>(field.columns).map(([key, cell]) => [key, valueOf(cell)]))), { maxLength: 3 })
    default: return fc.option(fc.string({ minLength: 1 }), { nil: null })
  }
}
