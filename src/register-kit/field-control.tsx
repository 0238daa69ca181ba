// Field control: the form control for any declared field, drawn from raw values so that what was typed comes back as it was typed.
import type { Child } from 'hono/jsx'
import { say, type Language } from '../ground/words.ts'
import { CheckboxGroup, RadioGroup, YesNoUnknown } from '../page-kit/choices.tsx'
import { DateInput, DurationInput, Select, TextArea, TextInput } from '../page-kit/inputs.tsx'
import { Rows } from '../page-kit/rows.tsx'
import type { Lookups, Term, AnyInput } from './entry.ts'
import type { CellField, Field, Fields } from './field-types.ts'

export type FormState = {
  readonly raw: Readonly<Record<string, unknown>>
  readonly faults: readonly { at: string; message: string }[]
  readonly lookups: Lookups
  readonly language?: Language
}

/** An input as raw form values: what the controls show before anybody typed. */
export function rawFromInput(fields: Fields, input: AnyInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => {
    const value = input[key]
    if (field.type === 'rows') return [key, (value as AnyInput[]).map((row) => rawFromInput(field.columns, row))]
    return [key, field.type === 'yesNo' ? (value === true ? 'yes' : value === false ? 'no' : '') : value ?? (field.type === 'terms' ? [] : '')]
  }))
}

export function FieldControl({ name, field, state, after }: { name: string; field: Field; state: FormState; after?: Child }) {
  if (field.type === 'rows') return <RowsControl name={name} field={field} state={state} after={after} />
  if (field.type === 'terms') {
    const values = (state.raw[name] as string[] | undefined) ?? []
    return (
      <>
        <input type="hidden" name={name} value="" />
        <CheckboxGroup {...frame(name, field, state)} values={values} choices={termChoices(state.lookups.terms.get(field.catalogue), values)} after={after} />
      </>
    )
  }
  return <CellControl name={name} field={field} value={state.raw[name]} state={state} after={after} />
}

function RowsControl({ name, field, state, after }: { name: string; field: Extract<Field, { type: 'rows' }>; state: FormState; after?: Child }) {
  const rows = (state.raw[name] as AnyInput[] | undefined) ?? []
  const language = state.language ?? 'nl'
  const { hint, error } = frame(name, field, state)
  return (
    <div class="wb-field" id={`veld-${name}-groep`}>
      {/* Says that the list is in the form, also when no row is left. */}
      <input type="hidden" name={name} value="" />
      <Rows
        name={name} legend={say(field.words, language)} hint={hint} error={error} count={rows.length} rowWords={capital(say(field.one, language))}
        addWords={`${capital(say(field.one, language))} toevoegen`}
        render={(path, index) => Object.entries(field.columns).map(([key, cell]) => <CellControl name={`${path}.${key}`} field={cell} value={index < 0 ? '' : rows[index]?.[key]} state={state} />)}
      />
      {after && <div class="wb-field__after">{after}</div>}
    </div>
  )
}

function CellControl({ name, field, value, state, after }: { name: string; field: CellField; value: unknown; state: FormState; after?: Child }) {
  const text = typeof value === 'string' ? value : ''
  const shared = { ...frame(name, field, state), after }
  switch (field.type) {
    case 'text': return <TextInput {...shared} value={text} />
    case 'longText': return <TextArea {...shared} value={text} rows={Math.min(12, Math.max(3, text.split('\n').length + 1))} />
    case 'yesNo': return <YesNoUnknown {...shared} value={text === 'yes' ? true : text === 'no' ? false : null} />
    case 'date': return <DateInput {...shared} value={text} />
    case 'duration': return <DurationInput {...shared} value={/^P.*\d[YMWD]$/.test(text) || text === '' ? text : { amount: text.replace(/^P|[YMWD]$/g, ''), unit: /[YMWD]$/.exec(text)?.[0] ?? 'Y' }} />
    case 'choice': {
      const choices = field.choices.map(({ key, words }) => ({ value: key, label: say(words, state.language) }))
      return choices.length <= 3 && !name.includes('.')
        ? <RadioGroup {...shared} value={text} choices={[...choices, { value: '', label: 'niet ingevuld' }]} inline />
        : <Select {...shared} value={text} choices={choices} />
    }
    case 'term': return <Select {...shared} value={text} choices={termChoices(state.lookups.terms.get(field.catalogue), [text])} width="full" />
    case 'reference': {
      const options = [...state.lookups.references[field.to]].filter(([id, { isActive }]) => isActive || id === text)
      return <Select {...shared} value={text} choices={options.map(([id, { label }]) => ({ value: id, label }))} width="full" />
    }
  }
}

function frame(name: string, field: Field, state: FormState) {
  return {
    name,
    label: say(field.words, state.language),
    hint: [field.help && say(field.help, state.language), field.citation && `(${field.citation})`].filter(Boolean).join(' ') || undefined,
    error: state.faults.filter(({ at }) => at === name).map(({ message }) => message).join(' ') || undefined,
  }
}

const markWords: Readonly<Record<string, string>> = { special: 'bijzonder', criminal: 'strafrechtelijk', bsn: 'BSN', sensitive: 'gevoelig', minor: 'minderjarig', vulnerable: 'kwetsbaar' }

/** Active terms, and those that are chosen already even if they were retired since; marks stand behind the label. */
function termChoices(terms: ReadonlyMap<string, Term> | undefined, chosen: readonly string[]) {
  return [...terms?.values() ?? []].filter(({ key, isActive }) => isActive || chosen.includes(key)).map(({ key, label, marks }) => {
    const said = marks.flatMap((mark) => markWords[mark] ?? [])
    return { value: key, label: said.length > 0 ? `${label} (${said.join(', ')})` : label }
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
