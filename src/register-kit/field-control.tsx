// Field control: the form control for any declared field, drawn from raw values so that what was typed comes back as it was typed.
import type { Child } from 'hono/jsx'
import { say, t } from '../ground/words.ts'
import { CheckboxGroup, RadioGroup, YesNoUnknown } from '../page-kit/choices.tsx'
import { sayCitation } from '../page-kit/citation.ts'
import { DateInput, DurationInput, MomentInput, NumberInput, Select, TextArea, TextInput } from '../page-kit/inputs.tsx'
import { Rows } from '../page-kit/rows.tsx'
import { readTypedMoment, writeLocalMoment } from '../page-kit/typed-dates.ts'
import type { AnyInput, Term } from './entry.ts'
import type { CellField, Field } from './field-types.ts'
import type { FormState } from './form-state.ts'
import { capital } from './register-words.ts'

type Marks = {
  /** Whether the form goes on without it: false leaves "not filled in" out of the choices, true says so behind the label. */
  optional?: boolean
  after?: Child
}

export function FieldControl({ name, field, state, optional, after }: Marks & { name: string; field: Field; state: FormState }) {
  if (field.type === 'rows') return <RowsControl name={name} field={field} state={state} after={after} />
  if (field.type === 'terms' || field.type === 'choices') {
    const raw = state.raw[name]
    const values = Array.isArray(raw) ? raw.map(String) : []
    const choices = field.type === 'terms' ? termChoices(state.lookups.terms.get(field.catalogue), values) : field.choices.map(({ key, words }) => ({ value: key, label: say(words) }))
    return (
      <>
        {/* Says that the list is in the form, also when nothing is ticked. */}
        <input type="hidden" name={name} value="" />
        <CheckboxGroup {...frame(name, field, state)} values={values} choices={choices} after={after} />
      </>
    )
  }
  return <CellControl name={name} field={field} value={state.raw[name]} state={state} optional={optional} after={after} />
}

function RowsControl({ name, field, state, after }: { name: string; field: Extract<Field, { type: 'rows' }>; state: FormState; after?: Child }) {
  const raw = state.raw[name]
  const rows = Array.isArray(raw) ? raw as AnyInput[] : []
  const { hint, error } = frame(name, field, state)
  const one = say(field.one)
  return (
    <div class="wb-field" id={`veld-${name}-groep`}>
      {/* Says that the list is in the form, also when no row is left. */}
      <input type="hidden" name={name} value="" />
      <Rows
        name={name} legend={say(field.words)} hint={hint} error={error} count={rows.length} rowWords={capital(one)} addWords={t(`${capital(one)} toevoegen`, `Add ${one}`)}
        render={(path, index) => Object.entries(field.columns).map(([key, cell]) => <CellControl name={`${path}.${key}`} field={cell} value={index < 0 ? '' : rows[index]?.[key]} state={state} />)}
      />
      {after && <div class="wb-field__after">{after}</div>}
    </div>
  )
}

function CellControl({ name, field, value, state, optional, after }: Marks & { name: string; field: CellField; value: unknown; state: FormState }) {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  const shared = { ...frame(name, field, state), optional, after }
  switch (field.type) {
    case 'text': return <TextInput {...shared} value={text} />
    case 'longText': return <TextArea {...shared} value={text} rows={Math.min(field.format === 'markdown' ? 30 : 12, Math.max(field.format === 'markdown' ? 12 : 3, text.split('\n').length + 1))} />
    case 'number': return <NumberInput {...shared} value={text} unit={field.unit && say(field.unit)} />
    case 'yesNo': return <YesNoUnknown {...shared} value={text === 'yes' ? true : text === 'no' ? false : null} />
    case 'date': return <DateInput {...shared} value={text} />
    case 'moment': return <MomentInput {...shared} value={localMoment(text)} />
    case 'duration': return <DurationInput {...shared} value={text} unit={field.unit} />
    case 'choice': {
      const choices = field.choices.map(({ key, words }) => ({ value: key, label: say(words) }))
      return choices.length <= 3 && !name.includes('.')
        ? <RadioGroup {...shared} value={text} choices={optional === false ? choices : [...choices, { value: '', label: t('niet ingevuld', 'not filled in') }]} inline />
        : <Select {...shared} value={text} choices={choices} />
    }
    case 'term': return <Select {...shared} value={text} choices={termChoices(state.lookups.terms.get(field.catalogue), [text])} width="full" />
    case 'reference': return <ReferenceControl {...{ field, state, text, shared }} />
  }
}

function localMoment(text: string): string {
  const moment = readTypedMoment(text)
  return moment === null ? text : writeLocalMoment(new Date(moment))
}

function ReferenceControl({ field, state, text, shared }: { field: Extract<CellField, { type: 'reference' }>; state: FormState; text: string; shared: ReturnType<typeof frame> & Marks }) {
  const written = state.typed?.get(field.to)
  if (written) {
    const how = t('Typ het nummer of de hele naam.', 'Type the number or the whole name.')
    return <TextInput {...shared} hint={[shared.hint, how].filter(Boolean).join(' ')} value={written.get(text) ?? text} width="full" />
  }
  const options = [...state.lookups.references[field.to] ?? []].filter(([id, { isActive }]) => isActive || id === text)
  return <Select {...shared} value={text} choices={options.map(([id, { label }]) => ({ value: id, label }))} width="full" />
}

function frame(name: string, field: Field, state: FormState) {
  return {
    name,
    label: say(field.words),
    hint: [field.help && say(field.help), field.citation && `(${sayCitation(field.citation)})`].filter(Boolean).join(' ') || undefined,
    error: state.faults.filter(({ at }) => at === name).map(({ message }) => message).join(' ') || undefined,
  }
}

/** Active terms, and those that are chosen already even if they were retired since; marks stand behind the label. */
function termChoices(terms: ReadonlyMap<string, Term> | undefined, chosen: readonly string[]) {
  return [...terms?.values() ?? []].filter(({ key, isActive }) => isActive || chosen.includes(key)).map(({ key, label, marks }) => {
    const said = marks.flatMap((mark) => sayMark(mark) ?? [])
    return { value: key, label: said.length > 0 ? `${label} (${said.join(', ')})` : label }
  })
}

function sayMark(mark: string): string | undefined {
  switch (mark) {
    case 'special': return t('bijzonder', 'special')
    case 'criminal': return t('strafrechtelijk', 'criminal')
    case 'bsn': return 'BSN'
    case 'sensitive': return t('gevoelig', 'sensitive')
    case 'minor': return t('minderjarig', 'minor')
    case 'vulnerable': return t('kwetsbaar', 'vulnerable')
    default: return undefined
  }
}
