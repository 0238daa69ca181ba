// Choices: radios and checkboxes, also in long grouped lists, and the three-way answer yes, no or not filled in.
import { controlAttributes, FieldGroup, fieldId, type FieldProps } from './field.tsx'
import type { Choice, ChoiceGroup } from './inputs.tsx'
import { text } from './texts.ts'

export function RadioGroup(props: FieldProps & { value?: string; choices: readonly Choice[]; inline?: boolean }) {
  return (
    <FieldGroup {...props}>
      <div class={props.inline ? 'wb-choices wb-choices--inline' : 'wb-choices'}>
        {props.choices.map((choice, index) => <Box kind="radio" field={props} choice={choice} first={index === 0} checked={choice.value === (props.value ?? '')} />)}
      </div>
    </FieldGroup>
  )
}

/** Ja, nee, or not filled in: sends `yes`, `no` or an empty text. `value` true, false, or null/undefined. */
export function YesNoUnknown(props: FieldProps & { value?: boolean | null }) {
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : ''
  const choices = [{ value: 'yes', label: text('yes') }, { value: 'no', label: text('no') }, { value: '', label: text('unknown') }]
  return <RadioGroup {...props} value={value} choices={choices} inline />
}

/** One checkbox with its own label (consent, "also the departments below"). Sends `yes` when checked. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  return (
    <div class={props.error ? 'wb-field utrecht-form-field utrecht-form-field--invalid' : 'wb-field utrecht-form-field'}>
      {props.error && <p class="wb-error" id={`${fieldId(props.name)}-fout`}><span>{props.error}</span></p>}
      <Box kind="checkbox" field={props} choice={{ value: props.value ?? 'yes', label: props.label, hint: props.hint }} first checked={props.checked ?? false} />
      {props.after && <div class="wb-field__after">{props.after}</div>}
    </div>
  )
}

const filterFrom = 15

/** Many from a list; more than 15 get a box that filters them (with JavaScript) and scroll in their own region. */
export function CheckboxGroup(props: FieldProps & { values?: readonly string[]; choices: readonly (Choice | ChoiceGroup)[]; columns?: boolean }) {
  const groups: ChoiceGroup[] = []
  for (const choice of props.choices) {
    if ('choices' in choice) groups.push(choice)
    else if (groups.at(-1)?.label === '') groups[groups.length - 1] = { label: '', choices: [...groups.at(-1)?.choices ?? [], choice] }
    else groups.push({ label: '', choices: [choice] })
  }
  const count = groups.reduce((sum, group) => sum + group.choices.length, 0)
  const chosen = new Set(props.values ?? [])
  const lists = groups.map((group, groupIndex) => (
    <div class="wb-choices__group" data-group>
      {group.label && <p class="wb-choices__title" id={`${fieldId(props.name)}-groep-${groupIndex}`}>{group.label}</p>}
      <div
        class={props.columns || count > filterFrom ? 'wb-choices wb-choices--columns' : 'wb-choices'}
        role={group.label ? 'group' : undefined} aria-labelledby={group.label ? `${fieldId(props.name)}-groep-${groupIndex}` : undefined}
      >
        {group.choices.map((choice, index) => (
          <Box kind="checkbox" field={props} choice={choice} first={groupIndex === 0 && index === 0} checked={chosen.has(choice.value)} />
        ))}
      </div>
    </div>
  ))
  return (
    <FieldGroup {...props}>
      {count > filterFrom
        ? <wb-filter class="wb-filter" data-label={text('filterOptions')} data-chosen={text('chosen')}><div class="wb-choices__scroll" role="group" tabindex={0} aria-label={props.label}>{lists}</div></wb-filter>
        : lists}
    </FieldGroup>
  )
}

function Box({ kind, field, choice, first, checked }: { kind: 'radio' | 'checkbox'; field: FieldProps; choice: Choice; first: boolean; checked: boolean }) {
  // The first box carries the field's own id, so that the error summary's link lands on it.
  const id = first ? fieldId(field.name) : fieldId(`${field.name}-${choice.value || 'leeg'}`)
  const hintId = choice.hint && `${id}-keuze`
  const described = [first && field.error && `${fieldId(field.name)}-fout`, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div class="wb-choice">
      <input
        class={kind === 'radio' ? 'utrecht-radio-button utrecht-radio-button--html-input wb-box' : 'utrecht-checkbox utrecht-checkbox--html-input wb-box'}
        type={kind} id={id} name={field.name} value={choice.value} checked={checked} disabled={choice.disabled}
        aria-describedby={described} aria-invalid={kind === 'checkbox' ? controlAttributes(field)['aria-invalid'] : undefined}
      />
      <label class="wb-choice__label" for={id}>{choice.label}</label>
      {choice.hint && <p class="wb-choice__hint" id={hintId || undefined}>{choice.hint}</p>}
    </div>
  )
}
