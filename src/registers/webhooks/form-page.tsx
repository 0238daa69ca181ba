// Form page: what a webhook is asked: its name, where its messages go, and of what it is told.
import type { Child } from 'hono/jsx'
import { t } from '../../ground/words.ts'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import { type Faults, faultAt, type Fields } from '../../people/form-input.ts'
import type { SubscriptionInput } from './subscriptions.ts'
import { registerChoices, verbChoices } from './words.ts'

export const emptyInput: SubscriptionInput = { name: '', target: '', registers: [], verbs: [] }

export function inputOf(fields: Fields): SubscriptionInput {
  return { name: fields.one('name'), target: fields.one('target'), registers: fields.all('registers').filter(Boolean), verbs: fields.all('verbs').filter(Boolean) }
}

export function SubscriptionForm({ action, cancel, values, revision, faults, button }: { action: string; cancel: string; values: SubscriptionInput; revision?: number; faults: Faults; button: string }): Child {
  return (
    <>
      <ErrorSummary faults={faults} />
      <Form action={action} hidden={revision === undefined ? undefined : { revision: String(revision) }} guard>
        <TextInput name="name" label={t('Naam', 'Name')} value={values.name} error={faultAt(faults, 'name')} maxlength={120} hint={t('Waaraan u hem herkent, bijvoorbeeld “Zaaksysteem”.', 'By which you recognise it, for instance “Case system”.')} />
        <TextInput name="target" label={t('Adres', 'Address')} type="url" inputmode="url" value={values.target} error={faultAt(faults, 'target')} maxlength={1000} hint={t('Waar de berichten heen gaan. Begint met https://.', 'Where the messages go. Begins with https://.')} />
        <CheckboxGroup
          name="registers" label={t('Registers', 'Registers')} optional values={values.registers} error={faultAt(faults, 'registers')} choices={registerChoices()}
          hint={t('Kiest u niets, dan gelden alle registers, ook die er later bijkomen.', 'If you choose nothing, all registers count, also those that come later.')}
        />
        <CheckboxGroup
          name="verbs" label={t('Gebeurtenissen', 'Events')} optional columns values={values.verbs} error={faultAt(faults, 'verbs')} choices={verbChoices()}
          hint={t('Kiest u niets, dan gelden alle gebeurtenissen.', 'If you choose nothing, all events count.')}
        />
        <SubmitBar primary={button} cancel={{ words: t('Annuleren', 'Cancel'), href: cancel }} />
      </Form>
    </>
  )
}
