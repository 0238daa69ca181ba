// Read input: from the raw values of a form or a program to an input that may be kept, or every fault at once.
import { type Fault, Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import type { AnyInput, Lookups } from './entry.ts'
import { emptyInput, type Fields } from './field-types.ts'
import { loadLookupsFor } from './lookups.ts'
import { parseInput } from './parse.ts'
import type { Verb } from './register.ts'
import { chosenOutOfUse } from './retired.ts'
import { resolveReferences } from './typed-references.ts'

export type ReadInput = { readonly input: AnyInput; readonly faults: readonly Fault[]; readonly lookups: Lookups }

/** A field that isn't among the raw values keeps what it had in `before`. Values out of use may stay where they stood, and entries of registers are given by id, number or name. */
export async function readInput(scope: Scope, { fields }: { readonly fields: Fields }, raw: AnyInput, before: AnyInput = emptyInput(fields)): Promise<ReadInput> {
  const resolved = await resolveReferences(scope, fields, raw, before)
  const lookups = await loadLookupsFor(scope, fields, [resolved.raw, before])
  const { input, faults } = parseInput(fields, resolved.raw, lookups, before)
  return { input, lookups, faults: [...resolved.faults, ...faults, ...chosenOutOfUse(fields, before, input, lookups)] }
}

/** What a step of the lifecycle asks, parsed. @throws Invalid naming each field that is wrong or missing */
export async function readStep(scope: Scope, verb: Pick<Verb, 'fields' | 'required'>, raw: AnyInput): Promise<AnyInput> {
  const fields = verb.fields ?? {}
  const { input, faults } = await readInput(scope, { fields }, raw)
  const missing = (verb.required ?? []).filter((key) => isEmpty(input[key]) && !faults.some(({ at }) => at === key))
    .map((key) => ({ at: key, message: t(`Vul “${say(fields[key]!.words)}” in.`, `Fill in “${say(fields[key]!.words)}”.`) }))
  if (faults.length + missing.length > 0) throw new Invalid([...faults, ...missing])
  return input
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
