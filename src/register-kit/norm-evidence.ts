// Norm evidence: what of each register a norm of a policy may be measured by: its rules, kinds of entries, fields, reviews and deadlines. Pure.
import type { Scope } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import type { z } from 'zod'
import type { KnownEvidence, KnownField } from '../policy/known-evidence.ts'
import type { AnyInput } from './entry.ts'
import type { Field, Fields, InputOf } from './field-types.ts'
import type { Register } from './register.ts'

export type NormStanding = 'met' | 'attention' | 'not_met' | 'not_measurable'
/** `conflicts`: the policy says otherwise than the law, whatever the figures. */
export type NormStatus = NormStanding | 'conflicts'

/** Whether a norm on this kind of entries concerns an entry. `found`: the rules that have a finding on it. */
type Concerns<I> = (input: I, found: ReadonlySet<string>) => boolean

/** A register whose entries can measure norms, with the kinds of its entries that a norm may concern: else a norm on police data would be met by a register without any. */
export type Measured = { readonly register: Register; readonly populations: Readonly<Record<string, Concerns<AnyInput>>> }

/** `all` is always one of the populations. */
export function measuredBy<F extends Fields>(register: Register<F>, populations: Readonly<Record<string, Concerns<InputOf<F>>>> = {}): Measured {
  const given = Object.entries(populations).map(([key, concerns]) => [key, (input: AnyInput, found: ReadonlySet<string>) => concerns(input as InputOf<F>, found)] as const)
  return { register, populations: { all: () => true, ...Object.fromEntries(given) } }
}

/** The kinds of entries that an entry belongs to, but for `all`. */
export function populationsOf({ populations }: Measured, input: AnyInput, found: Iterable<string>): string[] {
  const rules = new Set(found)
  return Object.entries(populations).flatMap(([key, concerns]) => key !== 'all' && concerns(input, rules) ? [key] : [])
}

/** What a named rule of a room says: how the norm stands, why, and where that can be seen (below the organisation's address). */
export type RuleMeasure = { readonly status: NormStanding; readonly words: Words; readonly path?: string }

/** A rule that a room brings for what no other kind of evidence can say; `asks` is the shape of what a profile gives it. */
export type NormRule = { readonly words: Words; readonly asks: z.ZodType; measure(scope: Scope, given: Readonly<Record<string, unknown>>): Promise<RuleMeasure> }
export type NormRules = Readonly<Record<string, NormRule>>

/** What profiles may lean on; hand it to `loadProfiles` to have that checked. */
export function knownRules(measured: readonly Measured[], rules: NormRules = {}): KnownEvidence {
  return {
    registers: Object.fromEntries(measured.map(({ register, populations }) => [register.key, {
      rules: Object.keys(register.rules), populations: Object.keys(populations), isReviewed: register.reviewBy !== undefined, deadlines: Object.keys(register.deadlines ?? {}),
      fields: Object.fromEntries(Object.entries<Field>(register.fields).map(([key, field]) => [key, knownField(field)])),
    }])),
    rules: Object.fromEntries(Object.entries(rules).map(([key, { asks }]) => [key, asks])),
  }
}

function knownField(field: Field): KnownField {
  if (field.type === 'choice' || field.type === 'choices') return { values: field.choices.map(({ key }) => key) }
  if (field.type === 'yesNo') return { values: [true, false] }
  return field.type === 'date' || field.type === 'moment' ? { isDay: true } : {}
}
