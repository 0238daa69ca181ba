// Field: the frame around every control: label, hint, error and the ids that tie them together.
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { text } from './texts.ts'

export type FieldProps = {
  /** Path of the field as the form sends it (`name`, `purposes.2.purpose`). */
  name: string
  label: string
  hint?: string
  /** What is wrong and how to mend it; shown at the field and marked aria-invalid. */
  error?: string
  /** Marks the label with "niet verplicht". */
  optional?: boolean
  /** Hides the label for the eye (in a table of rows); assistive technology still reads it. */
  labelHidden?: boolean
  /** Of the label, where it isn’t the reader’s. */
  lang?: 'nl'
  /** Under the control: for instance a FindingNote. */
  after?: Child
}

/** The id of a field's control, and the target of a link from the error summary: `purposes.2.purpose` → `veld-purposes-2-purpose`. */
export function fieldId(name: string): string {
  return `veld-${name.replace(/[^\w-]+/g, '-')}`
}

/** Attributes that every control needs: id, name, aria-describedby and aria-invalid. */
export function controlAttributes({ name, hint, error }: FieldProps) {
  const described = [error && `${fieldId(name)}-fout`, hint && `${fieldId(name)}-uitleg`].filter(Boolean).join(' ')
  return { id: fieldId(name), name, 'aria-describedby': described || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}

/** Frame for one control with a label. */
export function Field(props: FieldProps & { children?: Child }) {
  return (
    <div class={props.error ? 'wb-field utrecht-form-field utrecht-form-field--invalid' : 'wb-field utrecht-form-field'}>
      <label class={props.labelHidden ? 'wb-hidden' : 'utrecht-form-label wb-label'} for={fieldId(props.name)}>
        <Label {...props} />{props.optional && <OptionalMark />}
      </label>
      <HintAndError {...props} />
      {props.children}
      {props.after && <div class="wb-field__after">{props.after}</div>}
    </div>
  )
}

/** Frame for controls that answer one question together (radios, checkboxes, an amount with its unit). */
export function FieldGroup(props: FieldProps & { children?: Child }) {
  const { 'aria-describedby': describedBy } = controlAttributes(props)
  return (
    <fieldset
      class={props.error ? 'wb-field wb-group utrecht-form-field utrecht-form-field--invalid' : 'wb-field wb-group utrecht-form-field'}
      aria-describedby={describedBy}
    >
      <legend class={props.labelHidden ? 'wb-hidden' : 'utrecht-form-label wb-label'}><Label {...props} />{props.optional && <OptionalMark />}</legend>
      <HintAndError {...props} />
      {props.children}
      {props.after && <div class="wb-field__after">{props.after}</div>}
    </fieldset>
  )
}

function Label({ label, lang }: Pick<FieldProps, 'label' | 'lang'>) {
  return lang ? <span lang={lang}>{label}</span> : <>{label}</>
}

function OptionalMark() {
  return <span class="wb-optional"> ({text('optional')})</span>
}

function HintAndError({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && <p class="wb-hint" id={`${fieldId(name)}-uitleg`}>{hint}</p>}
      {error && <p class="wb-error" id={`${fieldId(name)}-fout`}><Icon name="error" /><span><span class="wb-hidden">{text('errorTitle')}: </span>{error}</span></p>}
    </>
  )
}
