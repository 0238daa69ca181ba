// Ask form: by what somebody is looked for, over which period, why, and for which case; what was typed stands in the page, never in an address.
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { isId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, FieldRow, Form, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { faultAt, type Fields } from '../../people/form-input.ts'
import { identifierKinds, identifierWords, readIdentifier } from './identifier.ts'
import { needsReference } from './may-ask.ts'
import type { About, Why } from './question.ts'

export const askedKinds = { betrokkene: 'subject', medewerker: 'employee', handeling: 'trace' } as const
export type AskedPath = keyof typeof askedKinds

export const askedWords: Readonly<Record<About['kind'], Words>> = {
  subject: { nl: 'Wie zag de gegevens van deze persoon?', en: 'Who saw this person’s data?' },
  employee: { nl: 'Wat zag deze medewerker?', en: 'What did this employee see?' },
  trace: { nl: 'Eén handeling met alles wat erbij hoort', en: 'One act with all that belongs to it' },
}

type Typed = Pick<Fields, 'one'>

/** What was asked and why, or everything that is wrong with it. @throws Invalid */
export function readAsked(scope: Scope, kind: About['kind'], typed: Typed): { about: About; why: Why } {
  const faults: Fault[] = []
  const about = readAbout(kind, typed, faults)
  const reason = typed.one('reason')
  const reference = typed.one('reference')
  if (reason.length < 10) faults.push({ at: 'reason', message: t('Schrijf op waarom u dit vraagt, in minstens tien tekens.', 'Write down why you ask this, in ten characters at least.') })
  if (reason.length > 1000) faults.push({ at: 'reason', message: t('Dit is te lang: hoogstens 1000 tekens.', 'This is too long: 1000 characters at most.') })
  if (reference.length > 60) faults.push({ at: 'reference', message: t('Dit is te lang: hoogstens 60 tekens.', 'This is too long: 60 characters at most.') })
  if (kind === 'employee' && reference === '' && needsReference(scope.actor)) faults.push({ at: 'reference', message: t('Bij welke zaak of welk incident hoort dit? Een privacy officer vraagt alleen daarvoor naar een medewerker.', 'To which case or incident does this belong? A privacy officer asks about an employee only for one.') })
  const [fromOn, untilOn] = kind === 'trace' ? [null, null] : [readDay(typed.one('from'), 'from', faults), readDay(typed.one('until'), 'until', faults)]
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) faults.push({ at: 'until', message: t('Het einde ligt vóór het begin.', 'The end lies before the beginning.') })
  if (faults.length > 0 || !about) throw new Invalid(faults)
  return { about, why: { reason, reference: reference === '' ? null : reference, fromOn, untilOn } }
}

function readAbout(kind: About['kind'], typed: Typed, faults: Fault[]): About | undefined {
  if (kind === 'trace') {
    const traceId = typed.one('trace').toLowerCase().replaceAll('-', '')
    if (/^[0-9a-f]{32}$/.test(traceId)) return { kind, traceId }
    faults.push({ at: 'trace', message: t('Een handeling heeft een kenmerk van 32 tekens: cijfers en de letters a tot en met f.', 'An act has a mark of 32 signs: digits and the letters a to f.') })
    return undefined
  }
  if (kind === 'employee') {
    const [person, user] = [typed.one('person'), typed.one('user')]
    if (isId(person)) return { kind, by: 'person', value: person }
    if (user !== '' && user.length <= 200) return { kind, by: 'user', value: user }
    faults.push({ at: 'person', message: t('Kies een collega, of vul in hoe een applicatie de medewerker noemt.', 'Choose a colleague, or fill in how an application names the employee.') })
    return undefined
  }
  const found = readIdentifier({ kind: typed.one('kind'), value: typed.one('value'), type: typed.one('type'), person: typed.one('person') })
  if (!Array.isArray(found)) return { kind, identifier: found }
  faults.push(...found)
  return undefined
}

function readDay(text: string, at: string, faults: Fault[]): string | null {
  if (text === '') return null
  const day = readTypedDate(text)
  if (day === null) faults.push({ at, message: t(`${text} is geen bestaande datum.`, `${text} is no existing date.`) })
  return day
}

/** Thirteen months: a year, and the month that is under way. */
export function usualFrom(scope: Pick<Scope, 'now'>): string {
  return dayAfter(dayOf(scope.now), '-P13M')
}

/** The day after, for a question that ends before a moment. */
export function dayAfterThat(day: string): string {
  return dayAfter(day, 'P1D')
}

export type Offered = { readonly people: readonly { readonly id: string; readonly name: string }[]; readonly types: readonly string[] }

export function AskForm({ action, kind, typed, faults, offered, scope }: { action: string; kind: About['kind']; typed: Typed; faults: readonly Fault[]; offered: Offered; scope: Scope }) {
  const error = (at: string) => faultAt(faults, at)
  const people = offered.people.map(({ id, name }) => ({ value: id, label: name, lang: 'nl' as const }))
  return (
    <Form action={action} defaultAction="ask">
      <ErrorSummary faults={faults} />
      {kind === 'subject' && (
        <>
          <RadioGroup name="kind" label={t('Waarmee zoekt u', 'By what do you look')} value={typed.one('kind') || 'bsn'} error={error('kind')} choices={identifierKinds.map((one) => ({ value: one, label: say(identifierWords[one]) }))} />
          <TextInput name="value" label={t('Nummer of adres', 'Number or address')} value={typed.one('value')} error={error('value')} hint={t('Zoals de applicatie het opslaat. Wij bewaren het verzegeld.', 'As the application keeps it. We keep it sealed.')} maxlength={200} optional />
          <FieldRow>
            <Select name="person" label={t('Of de collega', 'Or the colleague')} value={typed.one('person')} error={error('person')} choices={people} optional />
            <TextInput name="type" label={t('Of het soort nummer', 'Or the kind of number')} value={typed.one('type')} error={error('type')} hint={offered.types.length > 0 ? t(`In gebruik: ${offered.types.slice(0, 5).join(', ')}`, `In use: ${offered.types.slice(0, 5).join(', ')}`) : undefined} maxlength={200} optional />
          </FieldRow>
        </>
      )}
      {kind === 'employee' && (
        <FieldRow>
          <Select name="person" label={t('Collega', 'Colleague')} value={typed.one('person')} error={error('person')} choices={people} optional />
          <TextInput name="user" label={t('Of: hoe een applicatie de medewerker noemt', 'Or: how an application names the employee')} value={typed.one('user')} error={error('user')} maxlength={200} optional />
        </FieldRow>
      )}
      {kind === 'trace' && <TextInput name="trace" label={t('Kenmerk van de handeling (trace-id)', 'Mark of the act (trace id)')} value={typed.one('trace')} error={error('trace')} maxlength={40} />}
      {kind !== 'trace' && (
        <FieldRow>
          <DateInput name="from" label={t('Van', 'From')} value={typed.one('from') || usualFrom(scope)} error={error('from')} hint={t('Leeg: vanaf het begin.', 'Empty: from the beginning.')} optional />
          <DateInput name="until" label={t('Tot en met', 'Up to and including')} value={typed.one('until')} error={error('until')} hint={t('Leeg: tot nu.', 'Empty: until now.')} optional />
        </FieldRow>
      )}
      <TextArea name="reason" label={t('Waarom vraagt u dit', 'Why do you ask this')} value={typed.one('reason')} error={error('reason')} hint={t('Deze reden blijft bewaard bij de vraag. Zonder namen.', 'This reason is kept with the question. Without names.')} maxlength={1000} rows={3} />
      <TextInput name="reference" label={t('Nummer van de zaak of het incident', 'Number of the case or incident')} value={typed.one('reference')} error={error('reference')} maxlength={60} optional={!(kind === 'employee' && needsReference(scope.actor))} />
      <Alert><p>{t('Uw vraag staat zelf ook in het logboek, met uw naam. Wie het aangaat, kan haar daar terugvinden.', 'Your question stands in the log too, with your name. Whoever it concerns can find it there.')}</p></Alert>
      <SubmitBar primary={t('Vragen', 'Ask')} primaryAction="ask" />
    </Form>
  )
}
