// Given form: the form by which a participant gives an instruction, answers an objection or withdraws, and what it types read as hostile; in its own organisation here and in the portal.
import { dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { type Given, givenShape, outcomes } from './messages.ts'
import { kindWords } from './given-words.ts'

/** What PostgreSQL can't keep goes, before anything is looked at. */
const plain = (typed: string) => typed.replaceAll('\0', '').trim()

type Typed = { readonly one: (name: string) => string }
export const nothingTyped: Typed = { one: () => '' }

/** @throws Invalid */
export function readGiven(scope: Scope, { one }: Typed): Given {
  const words = (name: string, most: number, empty: string): { value: string; faults: Fault[] } => {
    const value = plain(one(name))
    return { value, faults: value === '' ? [{ at: name, message: empty }] : value.length > most ? [tooLong(name, most)] : [] }
  }
  const title = words('title', 200, t('Schrijf de instructie in één zin op.', 'Write the instruction in one sentence.'))
  const text = words('text', 20_000, t('Schrijf op wat er moet gebeuren.', 'Write what must be done.'))
  const givenBy = words('given_by', 200, t('Vul uw functie in.', 'Fill in your function.'))
  const service = plain(one('service'))
  const due = readDue(one('due_on'))
  const kind = kindWords().find(({ value }) => value === one('kind'))?.value
  const faults = [...title.faults, ...kind ? [] : [{ at: 'kind', message: t('Kies wat u vraagt.', 'Choose what you ask.') }], ...text.faults, ...givenBy.faults, ...service.length > 200 ? [tooLong('service', 200)] : [], ...due.faults]
  if (faults.length > 0) throw new Invalid(faults)
  return givenShape.parse({ title: title.value, kind, text: text.value, givenBy: givenBy.value, givenOn: dayOf(scope.now), dueOn: due.day, service: service || null })
}

/** @throws Invalid */
export function readAnswer({ one }: Typed): { readonly outcome: (typeof outcomes)[number]; readonly answer: string; readonly text: string | null } {
  const outcome = outcomes.find((known) => known === one('outcome'))
  const answer = plain(one('answer'))
  const text = plain(one('new_text'))
  const faults = [
    ...outcome ? [] : [{ at: 'outcome', message: t('Kies wat er met de instructie moet gebeuren.', 'Choose what is to become of the instruction.') }],
    ...answer === '' ? [{ at: 'answer', message: t('Schrijf uw antwoord op.', 'Write your answer.') }] : answer.length > 10_000 ? [tooLong('answer', 10_000)] : [],
    ...outcome === 'changed' && text === '' ? [{ at: 'new_text', message: t('Schrijf de nieuwe instructie op.', 'Write the new instruction.') }] : text.length > 20_000 ? [tooLong('new_text', 20_000)] : [],
  ]
  if (faults.length > 0 || !outcome) throw new Invalid(faults)
  return { outcome, answer, text: outcome === 'changed' ? text : null }
}

/** @throws Invalid */
export function readReason({ one }: Typed): string {
  const reason = plain(one('reason'))
  if (reason === '') throw new Invalid([{ at: 'reason', message: t('Schrijf op waarom u de instructie intrekt.', 'Write why you withdraw the instruction.') }])
  if (reason.length > 1_000) throw new Invalid([tooLong('reason', 1_000)])
  return reason
}

type Shown = { readonly typed: Typed; readonly faults: readonly Fault[] }
const at = (faults: readonly Fault[], name: string) => faults.find((one) => one.at === name)?.message

/** `services`: names to choose from, where they are known. */
export function GivenFields({ typed, faults, services }: Shown & { services?: readonly string[] }) {
  const hint = t('Zoals u haar kent.', 'As you know it.')
  return (
    <>
      <TextInput name="title" label={t('De instructie in het kort', 'The instruction in short')} hint={t('Eén zin, zonder namen van inwoners.', 'One sentence, without names of residents.')} maxlength={200} value={typed.one('title')} error={at(faults, 'title')} />
      <Select name="kind" label={t('Wat vraagt u', 'What you ask')} empty={t('Maak een keuze', 'Choose')} choices={kindWords()} value={typed.one('kind')} error={at(faults, 'kind')} />
      <TextArea name="text" label={t('Wat moet er gebeuren', 'What must be done')} hint={t('Schrijf het zo op dat de verwerker precies weet wat wel en niet mag.', 'Write it so that the processor knows exactly what is and isn’t allowed.')} rows={8} maxlength={20_000} value={typed.one('text')} error={at(faults, 'text')} />
      {services
        ? <Select name="service" label={t('Voor welke dienst', 'For which service')} optional empty={t('Geen dienst in het bijzonder', 'No service in particular')} choices={services.map((name) => ({ value: name, label: name }))} value={typed.one('service')} error={at(faults, 'service')} />
        : <TextInput name="service" label={t('Voor welke dienst', 'For which service')} hint={hint} optional maxlength={200} value={typed.one('service')} error={at(faults, 'service')} />}
      <DateInput name="due_on" label={t('Uitvoeren vóór of op', 'To be carried out by')} optional value={typed.one('due_on')} error={at(faults, 'due_on')} />
      <TextInput name="given_by" label={t('Uw functie', 'Your function')} hint={t('Dit ziet de verwerker; uw naam niet.', 'The processor sees this; your name it doesn’t.')} maxlength={200} value={typed.one('given_by')} error={at(faults, 'given_by')} />
    </>
  )
}

export function AnswerFields({ typed, faults }: Shown) {
  return (
    <>
      <RadioGroup
        name="outcome" label={t('Wat moet er met de instructie gebeuren', 'What is to become of the instruction')} value={typed.one('outcome')} error={at(faults, 'outcome')}
        choices={[{ value: 'kept', label: t('Zij blijft zoals zij is', 'It stays as it is') }, { value: 'changed', label: t('Zij wordt anders', 'It is changed') }, { value: 'withdrawn', label: t('Zij vervalt', 'It is withdrawn') }]}
      />
      <TextArea name="answer" label={t('Uw antwoord', 'Your answer')} hint={t('Waarom mag het volgens u wel, of wat verandert u?', 'Why do you think that it is allowed, or what do you change?')} rows={4} maxlength={10_000} value={typed.one('answer')} error={at(faults, 'answer')} />
      <TextArea name="new_text" label={t('De nieuwe instructie', 'The new instruction')} hint={t('Alleen als zij anders wordt.', 'Only if it is changed.')} optional rows={4} maxlength={20_000} value={typed.one('new_text')} error={at(faults, 'new_text')} />
    </>
  )
}

export function ReasonField({ typed, faults }: Shown) {
  return <TextInput name="reason" label={t('Waarom trekt u haar in', 'Why you withdraw it')} maxlength={1_000} value={typed.one('reason')} error={at(faults, 'reason')} />
}

function readDue(typed: string): { readonly day: string | null; readonly faults: readonly Fault[] } {
  if (typed.trim() === '') return { day: null, faults: [] }
  const day = readTypedDate(typed)
  return { day, faults: day === null ? [{ at: 'due_on', message: t('Dit is geen dag. Schrijf bijvoorbeeld 31-12-2026.', 'This is no day. Write for instance 31-12-2026.') }] : [] }
}

function tooLong(name: string, most: number): Fault {
  return { at: name, message: t(`Dit is te lang. Gebruik hoogstens ${most} tekens.`, `This is too long. Use at most ${most} characters.`) }
}
