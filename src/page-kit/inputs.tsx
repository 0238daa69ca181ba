// Inputs: controls with one value: text, number, choice from a list, date, duration, file.
import { controlAttributes, Field, FieldGroup, fieldId, type FieldProps } from './field.tsx'
import { type DurationParts, partsOfDuration } from './duration.ts'
import { text } from './texts.ts'

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean; /** Of the label, where it isn’t the reader’s. */ lang?: 'nl' }
export type ChoiceGroup = { label: string; choices: readonly Choice[] }
type Width = 'short' | 'medium' | 'full'

export function TextInput(props: FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'password'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url'
  maxlength?: number
  width?: Width
  readonly?: boolean
  autofocus?: boolean
  placeholder?: string
}) {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)} class={inputClass(props.width)} type={props.type ?? 'text'} value={props.value ?? ''} autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode} maxlength={props.maxlength} readonly={props.readonly} autofocus={props.autofocus} placeholder={props.placeholder}
      />
    </Field>
  )
}

export function TextArea(props: FieldProps & { value?: string; rows?: number; maxlength?: number; readonly?: boolean }) {
  return (
    <Field {...props}>
      {/* A browser drops one newline after the opening tag; a leading newline of the value must survive. */}
      <textarea {...controlAttributes(props)} class="utrecht-textarea utrecht-textarea--html-textarea wb-input" rows={props.rows ?? 4} maxlength={props.maxlength} readonly={props.readonly}>
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    </Field>
  )
}

/** A whole or decimal number, typed as text so that a wrong value comes back as it was typed. */
export function NumberInput(props: FieldProps & { value?: string | number; decimal?: boolean; unit?: string; width?: Width }) {
  return (
    <Field {...props}>
      <span class="wb-joined">
        <input {...controlAttributes(props)} class={inputClass(props.width ?? 'short', 'wb-input--number')} type="text" inputmode={props.decimal ? 'decimal' : 'numeric'} value={props.value ?? ''} autocomplete="off" />
        {props.unit && <span class="wb-unit">{props.unit}</span>}
      </span>
    </Field>
  )
}

/** Choice from a short list. `empty` is the word of the empty choice; `null` leaves it out. */
export function Select(props: FieldProps & { value?: string; choices: readonly (Choice | ChoiceGroup)[]; empty?: string | null; width?: Width }) {
  return (
    <Field {...props}>
      <select {...controlAttributes(props)} class={`utrecht-select utrecht-select--html-select wb-input wb-input--${props.width ?? 'medium'}`}>
        {props.empty !== null && <option value="">{props.empty ?? text('choose')}</option>}
        {props.choices.map((choice) => 'choices' in choice
          ? <optgroup label={choice.label}>{choice.choices.map((inner) => <Option {...inner} chosen={props.value} />)}</optgroup>
          : <Option {...choice} chosen={props.value} />)}
      </select>
    </Field>
  )
}

/** A day. `value` is `2026-12-31`, or what was typed when that wasn't a date (see readTypedDate). */
export function DateInput(props: FieldProps & { value?: string; min?: string; max?: string }) {
  const isDate = !props.value || /^\d{4}-\d\d-\d\d$/.test(props.value)
  const hint = props.hint ?? (isDate ? undefined : text('dateHint'))
  return (
    <Field {...props} hint={hint}>
      <input {...controlAttributes({ ...props, hint })} class={inputClass('short', 'wb-input--date')} type={isDate ? 'date' : 'text'} value={props.value ?? ''} min={props.min} max={props.max} autocomplete="off" placeholder={isDate ? undefined : text('datePattern')} />
    </Field>
  )
}

/** A day and a time of it, in Dutch time. `value` is `2026-12-31T14:05`, or what was typed when that wasn't a moment (see readTypedMoment). */
export function MomentInput(props: FieldProps & { value?: string; min?: string; max?: string }) {
  const isMoment = !props.value || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(props.value)
  const hint = props.hint ?? (isMoment ? undefined : text('momentHint'))
  return (
    <Field {...props} hint={hint}>
      <input {...controlAttributes({ ...props, hint })} class={inputClass('short', 'wb-input--moment')} type={isMoment ? 'datetime-local' : 'text'} value={props.value ?? ''} min={props.min} max={props.max} autocomplete="off" placeholder={isMoment ? undefined : text('momentPattern')} />
    </Field>
  )
}

/** A duration of one unit; one of several stands whole in the amount. `value` is what joinDuration made, or the two parts as they were typed; sends `name.amount` and `name.unit`. `unit`: the one that an empty field begins with. */
export function DurationInput(props: FieldProps & { value?: string | DurationParts; unit?: string }) {
  const parts = typeof props.value === 'object' ? props.value : partsOfDuration(props.value ?? '')
  const attributes = controlAttributes(props)
  return (
    <FieldGroup {...props}>
      <span class="wb-joined">
        <label class="wb-hidden" for={fieldId(props.name)}>{text('amount')}</label>
        <input {...attributes} name={`${props.name}.amount`} class={inputClass('short', 'wb-input--number')} type="text" inputmode="numeric" value={parts.amount} autocomplete="off" />
        <label class="wb-hidden" for={fieldId(`${props.name}.unit`)}>{text('unit')}</label>
        <select id={fieldId(`${props.name}.unit`)} name={`${props.name}.unit`} class="utrecht-select utrecht-select--html-select wb-input wb-input--short" aria-invalid={attributes['aria-invalid']}>
          {([['Y', 'years'], ['M', 'months'], ['W', 'weeks'], ['D', 'days'], ['H', 'hours']] as const).map(([unit, words]) => <option value={unit} selected={unit === (parts.unit || (props.unit ?? 'Y'))}>{text(words)}</option>)}
        </select>
      </span>
    </FieldGroup>
  )
}

/** A file to send. `limit` is the greatest size in words (`50 MB`). The form needs enctype multipart. */
export function FileInput(props: FieldProps & { accept?: string; multiple?: boolean; limit?: string }) {
  const hint = [props.hint, props.limit && `${text('fileLimit')} ${props.limit}.`].filter(Boolean).join(' ') || undefined
  return (
    <Field {...props} hint={hint}>
      <input {...controlAttributes({ ...props, hint })} class="wb-file" type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  )
}

function Option({ value, label, disabled, lang, chosen }: Choice & { chosen?: string }) {
  return <option value={value} lang={lang} disabled={disabled} selected={value === chosen}>{label}</option>
}

function inputClass(width: Width = 'full', extra?: string): string {
  return `utrecht-textbox utrecht-textbox--html-input wb-input wb-input--${width}${extra ? ` ${extra}` : ''}`
}
