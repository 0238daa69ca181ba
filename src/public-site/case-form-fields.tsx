// Case form fields: a question drawn for somebody outside: in plain words, and so that their browser can fill in what it knows of them.
import { say } from '../ground/words.ts'
import { TextArea, TextInput } from '../page-kit/inputs.tsx'
import type { Asked } from '../case-kit/intake/questions.ts'
import { FieldControl } from '../register-kit/field-control.tsx'
import type { FormState } from '../register-kit/form-state.ts'

export function AskedControl({ asked, state }: { asked: Asked; state: FormState }) {
  const { key, field, isRequired } = asked
  const purpose = purposeOf(key)
  if (!purpose || (field.type !== 'text' && field.type !== 'longText')) return <FieldControl name={key} field={field} state={state} optional={!isRequired} />
  const value = typeof state.raw[key] === 'string' ? state.raw[key] : ''
  const shared = { name: key, label: say(field.words), hint: field.help && say(field.help), optional: !isRequired, error: state.faults.filter(({ at }) => at === key).map(({ message }) => message).join(' ') || undefined, value }
  if (field.type === 'longText') return <TextArea {...shared} rows={3} />
  return <TextInput {...shared} type={purpose.type} inputmode={purpose.type === 'email' ? 'email' : undefined} autocomplete={purpose.autocomplete} maxlength={field.most} />
}

type Purpose = { readonly type: 'text' | 'email' | 'tel'; readonly autocomplete: string }

/** What a question asks about the person who fills in (WCAG 1.3.5); of somebody else the browser knows nothing. */
function purposeOf(key: string): Purpose | undefined {
  const [, who, what] = /^(reporter|subject|contact|representative|manager)_(name|email|phone|address)$/.exec(key) ?? []
  if (!who || !what) return undefined
  const type = what === 'email' ? 'email' as const : what === 'phone' ? 'tel' as const : 'text' as const
  const isOwn = who === 'reporter' || who === 'subject' || who === 'contact'
  return { type, autocomplete: !isOwn ? 'off' : what === 'phone' ? 'tel' : what === 'address' ? 'street-address' : what }
}
