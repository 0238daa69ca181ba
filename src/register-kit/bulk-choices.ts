// Bulk choices: what somebody may do with several entries of a register at once, and what has to be asked for it.
import { Invalid } from '../ground/refusals.ts'
import { type Actor, hasRole, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import type { BulkAction } from './bulk.ts'
import type { AnyInput } from './entry.ts'
import type { Field, Fields } from './field-types.ts'
import { readInput, readStep } from './read-input.ts'
import type { Register, Verb } from './register.ts'

export type BulkChoice = {
  /** `step.review`, `set.department`, `add.data_categories`. */
  readonly key: string
  readonly kind: BulkAction['kind']
  /** The verb, or the field. */
  readonly name: string
  readonly words: string
}

/** Steps that ask nothing but words, and fields that hold one or some of a few values. */
export function bulkChoices({ lifecycle: { verbs }, fields }: Register, actor: Actor): BulkChoice[] {
  const may = ({ roles }: Verb) => hasRole(actor, ...roles)
  const steps = Object.entries(verbs).flatMap(([name, verb]) => may(verb) && asksOnlyWords(verb) ? [choice('step', name, say(verb.words))] : [])
  if (!may(verbs.change!)) return steps
  return [
    ...steps,
    ...Object.entries(fields).flatMap(([name, field]) => isSettable(field) ? [choice('set', name, say(field.words))] : []),
    ...Object.entries(fields).flatMap(([name, field]) => isList(field) ? [choice('add', name, t(`${say(field.words)}: toevoegen`, `${say(field.words)}: add`)), choice('take', name, t(`${say(field.words)}: weghalen`, `${say(field.words)}: take away`))] : []),
  ]
}

/** What must be filled in before it can be done. */
export function fieldsAsked(register: Register, { kind, name }: BulkChoice): { readonly fields: Fields; readonly required: readonly string[] } {
  if (kind !== 'step') return { fields: { [name]: register.fields[name]! }, required: [name] }
  const verb = register.lifecycle.verbs[name]!
  return { fields: verb.fields ?? {}, required: verb.required ?? [] }
}

/** The action with what was filled in. @throws Invalid naming what is wrong */
export async function readBulkAction(scope: Scope, register: Register, { kind, name }: BulkChoice, raw: AnyInput): Promise<BulkAction> {
  if (kind === 'step') return { kind, verb: name, values: await readStep(scope, register.lifecycle.verbs[name]!, raw) }
  const { input, faults } = await readInput(scope, { fields: { [name]: register.fields[name]! } }, raw)
  if (faults.length > 0) throw new Invalid(faults)
  const value = input[name]
  if (value === null || (Array.isArray(value) && value.length === 0)) throw new Invalid([{ at: name, message: t('Kies eerst een waarde.', 'Choose a value first.') }])
  return { kind, field: name, value }
}

function choice(kind: BulkAction['kind'], name: string, words: string): BulkChoice {
  return { key: `${kind}.${name}`, kind, name, words }
}

function asksOnlyWords({ act, offered, fields }: Verb): boolean {
  return act !== undefined && (offered === 'button' || offered === 'form') && Object.values(fields ?? {}).every(({ type }) => type === 'longText')
}

function isSettable({ type }: Field): boolean {
  return type === 'choice' || type === 'yesNo' || type === 'term' || type === 'reference'
}

function isList({ type }: Field): boolean {
  return type === 'terms' || type === 'choices'
}
