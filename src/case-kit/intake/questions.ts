// Questions: the fields that a way in asks for, in plain words, and what somebody typed read as the input of a case.
import { type Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, say, t } from '../../ground/words.ts'
import { isMailAddress } from '../../people/mail-outside.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import { emptyInput, type Field, type Fields, type InputOf } from '../../register-kit/field-types.ts'
import { readInput } from '../../register-kit/read-input.ts'
import { tidy } from '../../register-kit/parse.ts'
import type { Intake, Question } from '../outside.ts'
import type { WayIn } from './forms.ts'

export type Asked = { readonly key: string; readonly field: Field; readonly isRequired: boolean; readonly question: Question }

/** In order. Names of colleagues and of what is in a register are nobody's business outside: of references only that to a department can be asked. */
export function askedBy({ cases, intake }: WayIn): Asked[] {
  return intake.questions.flatMap((question): Asked[] => {
    const declared = cases.register.fields[question.field]
    if (!declared || (declared.type === 'reference' && (declared.to !== 'department' || intake.door === 'public'))) return []
    const { citation: _law, help, ...plain } = declared
    return [{ key: question.field, question, isRequired: question.isRequired === true, field: { ...plain, words: question.words ?? declared.words, ...choicesIn(declared, question), ...(question.help ?? help ? { help: question.help ?? help } : {}) } as Field }]
  })
}

function choicesIn(field: Field, { choices }: Question): object {
  return choices && field.type === 'choice' ? { choices: field.choices.map((one) => ({ ...one, words: choices[one.key] ?? one.words })) } : {}
}

export function fieldsAsked(asked: readonly Asked[]): Fields {
  return Object.fromEntries(asked.map(({ key, field }) => [key, field]))
}

export type ReadAnswers = { readonly input: AnyInput; readonly faults: readonly Fault[]; readonly lookups: Lookups }

/** What was typed for these questions, with every fault; a question that must be answered and wasn't is one. */
export async function readAnswers(scope: Scope, asked: readonly Asked[], raw: AnyInput): Promise<ReadAnswers> {
  const fields = fieldsAsked(asked)
  const typed = Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(fields, key)))
  const { input, faults, lookups } = await readInput(scope, { fields }, typed)
  const missing = asked.filter(({ key, isRequired }) => isRequired && isEmpty(input[key]) && !faults.some(({ at }) => at === key || at.startsWith(`${key}.`)))
  const addresses = asked.filter(({ key, field }) => isAddressField(key, field) && typeof input[key] === 'string' && !isMailAddress(input[key]))
  return {
    input, lookups,
    faults: [
      ...faults,
      ...missing.map(({ key, field }) => ({ at: key, message: t(`Vul dit in: ${say(field.words)}`, `Fill this in: ${say(field.words)}`) })),
      ...addresses.map(({ key }) => ({ at: key, message: t('Dit is geen e-mailadres. Vul één adres in, zoals naam@voorbeeld.example.', 'This is no e-mail address. Fill in one address, such as name@voorbeeld.example.') })),
    ],
  }
}

/** The whole input of a new case: what was answered, what is fixed, and when, how and in which language it came. */
export function wholeInput(scope: Scope, { cases: { register }, intake }: WayIn, answers: AnyInput): AnyInput {
  const has = (key: string) => Object.hasOwn(register.fields, key)
  return {
    ...emptyInput(register.fields), ...register.start?.(scope),
    ...(has('language') ? { language: currentLanguage() } : {}), ...(register.fields.received_at?.type === 'moment' ? { received_at: scope.now.toISOString() } : {}),
    ...intake.fixed, ...answers,
  }
}

/** What the register itself says of the input, as far as whoever filled in the form can mend it. */
export function checkAnswers(scope: Scope, { cases: { register }, intake }: WayIn, input: AnyInput): Fault[] {
  const found = register.check?.(input as InputOf<Fields>, { organisationKind: scope.organisation.kind, now: scope.now }) ?? []
  return found.filter(({ at }) => intake.questions.some(({ field }) => field === at.split('.')[0])).map(({ at, message }) => ({ at, message: say(message) }))
}

/** By the name of the field, as every register of cases calls it (`reporter_email`). */
function isAddressField(key: string, field: Field): boolean {
  return field.type === 'text' && /(^|_)email$/.test(key)
}

/** Free text of the answers, for looking at as a whole. */
export function textsOf(asked: readonly Asked[], input: AnyInput): { readonly key: string; readonly text: string }[] {
  return asked.flatMap(({ key, field }) => {
    const value = input[key]
    if (typeof value === 'string' && (field.type === 'longText' || (field.type === 'text' && !contactField.test(key)))) return [{ key, text: tidy(value, true) }]
    if (field.type !== 'rows' || !Array.isArray(value)) return []
    return (value as AnyInput[]).flatMap((row) => Object.entries(field.columns).flatMap(([column, cell]) => (cell.type === 'text' || cell.type === 'longText') && typeof row[column] === 'string' ? [{ key, text: row[column] }] : []))
  })
}

/** Where a name, an address or a telephone number is what is asked. */
const contactField = /(^|_)(name|email|phone|address|contact)$/

export function isContactQuestion(key: string): boolean {
  return contactField.test(key)
}

/** Faults of what a public form may not ask, for the test over all registers. Pure. */
export function faultsOfIntake(wayIn: WayIn): string[] {
  const { cases: { register }, intake } = wayIn
  const name = `${register.key}/${intake.key}`
  const unknown = [...intake.questions.map(({ field }) => field), ...Object.keys(intake.fixed)].filter((key) => !Object.hasOwn(register.fields, key)).map((key) => `${name}: there is no field ${key}`)
  const shown = askedBy(wayIn).map(({ key }) => key)
  return [...unknown, ...intake.questions.filter(({ field }) => Object.hasOwn(register.fields, field) && !shown.includes(field)).map(({ field }) => `${name}: ${field} can’t be asked of people outside`), ...pathFaults(intake, name)]
}

function pathFaults({ path }: Intake, name: string): string[] {
  const taken = ['status', 'medewerkers', 'portaal', 'beleid', 'verwerkingen', 'contact', 'rechten', 'privacyverklaring', 'cookies', 'toegankelijkheid', 'logo']
  return /^[a-z][a-z-]*(\/[a-z][a-z-]*)?$/.test(path) && !taken.includes(path) ? [] : [`${name}: its address is taken or can’t be used: ${path}`]
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
