// Form page: drafting or changing an entry; findings and faults stand at the field, and two people's versions are merged.
import { say, t } from '../../ground/words.ts'
import type { Fault } from '../../ground/refusals.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { WithContents } from '../../page-kit/document.tsx'
import { ConflictField, ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FieldControl } from '../field-control.tsx'
import type { FormState } from '../form-state.ts'
import type { Register, Section as DeclaredSection } from '../register.ts'
import { lower, thisOne } from '../register-words.ts'
import type { Finding } from '../rules.ts'
import { sayValue } from '../say-value.ts'
import { FindingNotes } from './finding-notes.tsx'

export type FormProps = {
  register: Register
  action: string
  cancelHref: string
  state: FormState
  /** The revision that the form started from; empty for a new entry. */
  revision: string
  findings: readonly Finding[]
  /** What was typed when the session was over stands in the form again. */
  kept?: boolean
  conflict?: Conflict
  keptId?: string
}

export type Conflict = { readonly by: string; readonly fields: readonly { field: string; mine: unknown; theirs: unknown }[]; readonly takenOver: readonly string[] }

export function EntryForm({ register, action, cancelHref, state, revision, findings, kept, conflict, keptId }: FormProps) {
  const { fields } = register
  const shown = register.sections.filter((section) => concerns(section, state, findings))
  const hidden = register.sections.filter((section) => !shown.includes(section))
  return (
    <WithContents sections={shown.map((section) => ({ id: section.key, words: say(section.words), count: state.faults.filter(({ at }) => section.fields.includes(at.split('.')[0]!)).length || undefined }))}>
      <ErrorSummary faults={state.faults.map(({ at, message }) => ({ at, message: `${labelOf(register, at)}${message}` }))} />
      {kept && (
        <Alert tone="info" heading={t('Wat u typte is bewaard', 'What you typed is kept')}>
          {t('Uw sessie was verlopen. Hieronder staat alles wat u had ingevuld. Kijk het na en sla het op.', 'Your session had ended. Below is everything that you had filled in. Look it over and save it.')}
        </Alert>
      )}
      {conflict && <ConflictNote register={register} conflict={conflict} />}
      <Form action={action} hidden={{ revision, ...(keptId ? { kept: keptId } : {}) }} guard>
        {conflict?.fields.map(({ field, mine, theirs }) => (
          <ConflictField
            name={`conflict.${field}`} label={say(fields[field]!.words)} by={conflict.by}
            mine={sayValue(fields[field]!, mine, state.lookups).join('; ')} theirs={sayValue(fields[field]!, theirs, state.lookups).join('; ')}
          />
        ))}
        {shown.map((section) => (
          <Section id={section.key} heading={say(section.words)}>
            {section.fields.map((key) => <FieldControl name={key} field={fields[key]!} state={state} after={<FindingNotes rules={register.rules} findings={findings.filter(({ field }) => field === key)} />} />)}
          </Section>
        ))}
        {hidden.length > 0 && <HiddenNote hidden={hidden} />}
        <SubmitBar primary={t('Opslaan', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: cancelHref }} />
      </Form>
    </WithContents>
  )
}

/** What is wrong, each with the label of its field before it. */
export function labelledFaults(register: Register, faults: readonly Fault[]): Fault[] {
  return faults.map(({ at, message }) => ({ at: '', message: `${labelOf(register, at)}${message}` }))
}

function ConflictNote({ register, conflict }: { register: Register; conflict: Conflict }) {
  const names = conflict.takenOver.map((field) => lower(say(register.fields[field]!.words))).join(', ')
  const count = conflict.fields.length
  return (
    <Alert tone="warning" heading={t(`${conflict.by} heeft ${thisOne(register)} intussen ook gewijzigd`, `${conflict.by} has changed ${thisOne(register)} too meanwhile`)}>
      {names !== '' && <p>{t('Overgenomen van de ander, omdat u daar niets veranderde', 'Taken over from the other, because you changed nothing there')}: {names}.</p>}
      {count > 0
        ? <p>{t(
          `Bij ${count === 1 ? 'één veld' : `${count} velden`} typte u allebei iets anders. Kies hieronder welke versie blijft en sla opnieuw op. Er is niets verloren.`,
          `At ${count === 1 ? 'one field' : `${count} fields`} you both typed something else. Choose below which version stays and save again. Nothing is lost.`)}</p>
        : <p>{t('Uw wijzigingen en die van de ander gaan over verschillende velden en zijn samengevoegd. Kijk het na en sla opnieuw op.', 'Your changes and the other’s are about different fields and have been merged. Look it over and save again.')}</p>}
    </Alert>
  )
}

/** Some sections come only with a certain answer; whoever changes the answer learns where they are. */
function HiddenNote({ hidden }: { hidden: readonly DeclaredSection[] }) {
  const names = hidden.map(({ words }) => `“${say(words)}”`).join(', ')
  return <p class="wb-subtle">{t(
    `Met wat nu is ingevuld ${hidden.length === 1 ? 'hoort' : 'horen'} ${names} er niet bij. Verandert dat door uw antwoorden? Sla dan op: daarna komen de velden die daarbij horen.`,
    `With what is filled in now, ${names} ${hidden.length === 1 ? 'doesn’t' : 'don’t'} belong here. Do your answers change that? Then save: after that come the fields that go with them.`)}</p>
}

function concerns(section: DeclaredSection, state: FormState, findings: readonly Finding[]): boolean {
  if (section.concerns?.(state.raw) ?? true) return true
  return section.fields.some((key) => isTouched(state.raw[key]) || findings.some(({ field }) => field === key) || state.faults.some(({ at }) => at.split('.')[0] === key))
}

function isTouched(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
}

/** `Doelen, regel 2: ` for a fault in a row; the field's own label otherwise. */
function labelOf(register: Register, at: string): string {
  const [key, index] = at.split('.')
  const field = key !== undefined && Object.hasOwn(register.fields, key) ? register.fields[key] : undefined
  if (!field) return ''
  return index === undefined ? `${say(field.words)}: ` : `${say(field.words)}, ${t('regel', 'row')} ${Number(index) + 1}: `
}
