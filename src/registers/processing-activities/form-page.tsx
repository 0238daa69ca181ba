// Form page: drafting or changing a processing activity; findings and faults stand at the field, and two people's versions are merged.
import { say } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { WithContents } from '../../page-kit/document.tsx'
import { ConflictField, ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FieldControl, type FormState } from '../../register-kit/field-control.tsx'
import { sayValue } from '../../register-kit/say-value.ts'
import { type FieldKey, fields, type Section as DeclaredSection, sections } from './declaration.ts'
import { FindingNotes } from './entry-page.tsx'
import type { Finding } from './rules.ts'

export type FormProps = {
  action: string
  cancelHref: string
  state: FormState
  /** The revision that the form started from; empty for a new entry. */
  revision: string
  findings: readonly Finding[]
  kept?: boolean
  /** The entry doesn't stand open now; the form is shown all the same, so that nothing typed is lost. */
  isKept?: boolean
  conflict?: { by: string; fields: readonly { field: string; mine: unknown; theirs: unknown }[]; takenOver: readonly string[] }
  keptId?: string
}

export function ActivityForm({ action, cancelHref, state, revision, findings, kept, conflict, keptId }: FormProps) {
  const isPolice = state.raw.regime === 'police'
  const isProcessor = state.raw.role === 'processor'
  const concerns = (section: DeclaredSection) => isTouched(section, state) || findings.some(({ field }) => section.fields.includes(field))
  const shown = sections.filter((section) => section.key !== 'police' || isPolice || concerns(section)).filter((section) => section.only !== 'processor' || isProcessor || concerns(section))
  return (
    <WithContents sections={shown.map((section) => ({ id: section.key, words: say(section.words), count: state.faults.filter(({ at }) => section.fields.includes(at.split('.')[0] as FieldKey)).length || undefined }))}>
      <ErrorSummary faults={state.faults.map(({ at, message }) => ({ at, message: `${labelOf(at)}${message}` }))} />
      {kept && <Alert tone="info" heading="Wat u typte is bewaard">Uw sessie was verlopen. Hieronder staat alles wat u had ingevuld. Kijk het na en sla het op.</Alert>}
      {conflict && <ConflictNote conflict={conflict} />}
      <Form action={action} hidden={{ revision, ...(keptId ? { kept: keptId } : {}) }} guard>
        {conflict?.fields.map(({ field, mine, theirs }) => (
          <ConflictField
            name={`conflict.${field}`} label={say(fields[field as FieldKey].words)} by={conflict.by}
            mine={sayValue(fields[field as FieldKey], mine, state.lookups).join('; ')} theirs={sayValue(fields[field as FieldKey], theirs, state.lookups).join('; ')}
          />
        ))}
        {shown.map((section) => (
          <Section id={section.key} heading={say(section.words)}>
            {section.fields.map((key) => <FieldControl name={key} field={fields[key]} state={state} after={<FindingNotes findings={findings.filter((finding) => finding.field === key)} />} />)}
          </Section>
        ))}
        {!isPolice && !isProcessor && <p class="wb-subtle">Kiest u bij “Welke wet geldt” de Wpg, of bij “Rol” verwerker? Sla dan op: daarna komen de velden die daarbij horen.</p>}
        <SubmitBar primary="Opslaan" cancel={{ words: 'Annuleren', href: cancelHref }} />
      </Form>
    </WithContents>
  )
}

function ConflictNote({ conflict }: { conflict: NonNullable<FormProps['conflict']> }) {
  return (
    <Alert tone="warning" heading={`${conflict.by} heeft deze verwerking intussen ook gewijzigd`}>
      {conflict.takenOver.length > 0 && <p>Overgenomen van de ander, omdat u daar niets veranderde: {conflict.takenOver.map((field) => say(fields[field as FieldKey].words).toLowerCase()).join(', ')}.</p>}
      {conflict.fields.length > 0
        ? <p>Bij {conflict.fields.length === 1 ? 'één veld' : `${conflict.fields.length} velden`} typte u allebei iets anders. Kies hieronder welke versie blijft en sla opnieuw op. Er is niets verloren.</p>
        : <p>Uw wijzigingen en die van de ander gaan over verschillende velden en zijn samengevoegd. Kijk het na en sla opnieuw op.</p>}
    </Alert>
  )
}

function isTouched(section: DeclaredSection, state: FormState): boolean {
  return section.fields.some((key) => {
    const value = state.raw[key]
    return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
  })
}

/** `Doelen, regel 2: ` for a fault in a row; the field's own label otherwise. */
function labelOf(at: string): string {
  const [key, index] = at.split('.')
  const field = key && Object.hasOwn(fields, key) ? fields[key as FieldKey] : undefined
  if (!field) return ''
  return index === undefined ? `${say(field.words)}: ` : `${say(field.words)}, regel ${Number(index) + 1}: `
}
