// Statement parts: what people stated on a norm, the newest first, and the form to state how it stands.
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { DurationInput, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { sayDuration } from '../../page-kit/duration.ts'
import { partsOf } from '../../policy/evidence.ts'
import type { Norm } from '../../policy/profiles.ts'
import { ageOf, type Statement, stands } from '../../register-kit/norms/statements.ts'
import { NormBadge } from './board-page.tsx'
import { statusWords } from './norm-words.ts'

export type TypedStatement = { readonly stands: string; readonly text: string; readonly document: string; readonly validFor: string; readonly faults: readonly Fault[] }

export const nothingTyped: TypedStatement = { stands: '', text: '', document: '', validFor: '', faults: [] }

/** For how long the policy lets a statement on this norm count. */
export function mostValid({ evidence }: Norm): string {
  const manual = partsOf(evidence).find((part) => part.kind === 'manual')
  return manual?.kind === 'manual' ? manual.valid_for : 'P1Y'
}

export function StatementList({ base, statements, now }: { base: string; statements: readonly Statement[]; now: Date }) {
  if (statements.length === 0) {
    return (
      <EmptyState heading={t('Nog niemand heeft hier iets over verklaard', 'Nobody has stated anything on this yet')} icon="document">
        <p>{t('Deze norm is niet uit gegevens te meten. Iemand die het weet, legt hier vast hoe het ervoor staat.', 'This norm can’t be measured from data. Somebody who knows records here how it stands.')}</p>
      </EmptyState>
    )
  }
  return (
    <ul class="wb-remarks">
      {statements.map((statement) => (
        <li id={`verklaring-${statement.id}`}>
          <p><NormBadge status={statement.stands} /> <Link href={`${base}/normverklaringen/${statement.id}`}>{t(`Verklaring van ${sayDay(statement.statedAt)}`, `Statement of ${sayDay(statement.statedAt)}`)}</Link></p>
          <p class="wb-difference">{statement.text}</p>
          <p class="wb-subtle wb-small">{statement.by}. {sayAge(statement, now)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Whether a statement still counts, and until when. */
export function sayAge(statement: Statement, now: Date): string {
  if (statement.withdrawnAt) return t(`Ingetrokken op ${sayDay(statement.withdrawnAt)} door ${statement.withdrawnByName}: ${statement.withdrawnReason}`, `Withdrawn on ${sayDay(statement.withdrawnAt)} by ${statement.withdrawnByName}: ${statement.withdrawnReason}`)
  const { age, validUntil, countsUntil } = ageOf(statement, dayOf(now))
  if (age === 'valid') return t(`Geldig tot en met ${sayDay(validUntil)}.`, `Valid until ${sayDay(validUntil)}.`)
  if (age === 'old') return t(`Verlopen op ${sayDay(validUntil)}. Tot en met ${sayDay(countsUntil)} vraagt de norm aandacht; daarna is zij niet meer te meten.`, `Lapsed on ${sayDay(validUntil)}. Until ${sayDay(countsUntil)} the norm asks attention; after that it can’t be measured.`)
  return t(`Verlopen op ${sayDay(validUntil)}; telt niet meer.`, `Lapsed on ${sayDay(validUntil)}; counts no more.`)
}

export function StatementForm({ action, norm, typed }: { action: string; norm: Norm; typed: TypedStatement }) {
  const fault = (at: string) => typed.faults.find((one) => one.at === at)?.message
  const most = mostValid(norm)
  return (
    <Details summary={t('Verklaren hoe het ervoor staat', 'State how it stands')} open={typed !== nothingTyped}>
      <Form action={action} guard>
        <ErrorSummary faults={typed.faults} />
        <RadioGroup name="stands" label={t('Hoe staat het ervoor?', 'How does it stand?')} value={typed.stands} error={fault('stands')} choices={stands.map((value) => ({ value, label: say(statusWords[value]) }))} />
        <TextArea name="text" label={t('Waaruit blijkt dat?', 'What shows this?')} value={typed.text} maxlength={5000} error={fault('text')} hint={t('Wat hebt u gezien of nagegaan? Noem geen namen van inwoners.', 'What did you see or check? Don’t write names of residents.')} />
        <TextInput name="document" label={t('Document of zaak', 'Document or case')} optional value={typed.document} maxlength={1000} error={fault('document')} hint={t('Een zaaknummer, een titel of een adres. Bestanden voegt u toe zodra de verklaring er is.', 'A case number, a title or an address. You can add files once the statement is there.')} />
        <DurationInput name="valid_for" label={t('Hoe lang geldt dit?', 'For how long does this hold?')} value={typed.validFor || most} error={fault('valid_for')} hint={t(`Het beleid laat hoogstens ${sayDuration(most)} toe.`, `The policy allows at most ${sayDuration(most)}.`)} />
        <SubmitBar primary={t('Verklaren', 'State this')} />
      </Form>
    </Details>
  )
}
