// Forms of a source: what it is, and what it comes in with.
import type { Child } from 'hono/jsx'
import { dayAfter } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { type Choice, DateInput, NumberInput, Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { faultAt, type Faults, type Fields } from '../../people/form-input.ts'
import { type CredentialInput, longestTerm, usualTerm } from './source-credentials.ts'
import { type ShownSource, type SourceInput, usualSilence } from './sources.ts'

export const emptySource: SourceInput = { name: '', description: '', systemId: null, caretakerId: null, silentAfterDays: String(usualSilence) }

export function sourceInput(fields: Fields): SourceInput {
  return { name: fields.one('name'), description: fields.one('description'), systemId: fields.one('systemId') || null, caretakerId: fields.one('caretakerId') || null, silentAfterDays: fields.one('silentAfterDays') }
}

export function inputOf({ name, description, systemId, caretakerId, silentAfterDays }: ShownSource): SourceInput {
  return { name, description: description ?? '', systemId, caretakerId, silentAfterDays: silentAfterDays === null ? '' : String(silentAfterDays) }
}

export function SourceForm({ action, cancel, values, revision, systems, people, faults, button }: { action: string; cancel: string; values: SourceInput; revision?: number; systems: readonly Choice[]; people: readonly Choice[]; faults: Faults; button: string }): Child {
  return (
    <>
      <ErrorSummary faults={faults} />
      <Form action={action} hidden={revision === undefined ? undefined : { revision: String(revision) }} guard>
        <TextInput name="name" label={t('Naam van de toepassing', 'Name of the application')} value={values.name} error={faultAt(faults, 'name')} maxlength={120} hint={t('Bijvoorbeeld “Zaaksysteem” of “Balie burgerzaken”.', 'For example “Case system” or “Civil affairs desk”.')} />
        <TextArea name="description" label={t('Omschrijving', 'Description')} optional value={values.description} error={faultAt(faults, 'description')} rows={3} hint={t('Welke handelingen stuurt zij, en welke niet?', 'Which acts does it send, and which not?')} />
        <Select name="systemId" label={t('Welk systeem uit het register is dit', 'Which system of the register is this')} optional value={values.systemId ?? ''} choices={systems} error={faultAt(faults, 'systemId')} />
        <Select name="caretakerId" label={t('Wie zorgt ervoor', 'Who looks after it')} optional value={values.caretakerId ?? ''} choices={people} error={faultAt(faults, 'caretakerId')} hint={t('Wie u belt als er niets meer komt.', 'Whom you call when nothing comes any more.')} />
        <NumberInput name="silentAfterDays" label={t('Na hoeveel dagen stilte valt het op', 'After how many days of silence does it stand out')} optional unit={t('dagen', 'days')} value={values.silentAfterDays} error={faultAt(faults, 'silentAfterDays')} hint={t('Leeg: nooit. Denk aan weekenden en feestdagen.', 'Empty: never. Think of weekends and holidays.')} />
        <SubmitBar primary={button} cancel={{ words: t('Annuleren', 'Cancel'), href: cancel }} />
      </Form>
    </>
  )
}

export function credentialInput(fields: Fields, kind: 'token' | 'certificate'): CredentialInput {
  return { note: fields.one('note'), expiresOn: readTypedDate(fields.one('expiresOn')), certificate: kind === 'certificate' ? fields.one('certificate') : undefined }
}

export function CredentialForm({ action, cancel, kind, fields, today, faults }: { action: string; cancel: string; kind: 'token' | 'certificate'; fields: Fields | undefined; today: string; faults: Faults }): Child {
  return (
    <>
      <ErrorSummary faults={faults} />
      <Form action={action} guard>
        {kind === 'certificate' && <TextArea
          name="certificate" label={t('Certificaat van de toepassing', 'Certificate of the application')} value={fields?.one('certificate') ?? ''} error={faultAt(faults, 'certificate')} rows={4}
          hint={t('De SHA-256-vingerafdruk, of het certificaat zelf. Nooit de geheime sleutel.', 'The SHA-256 fingerprint, or the certificate itself. Never the secret key.')}
        />}
        <TextInput name="note" label={t('Waar wordt het gebruikt', 'Where it is used')} optional value={fields?.one('note') ?? ''} error={faultAt(faults, 'note')} maxlength={100} hint={t('Bijvoorbeeld “productie, server 2”.', 'For example “production, server 2”.')} />
        <DateInput
          name="expiresOn" label={t('Werkt tot en met', 'Works until')} value={fields ? fields.one('expiresOn') : dayAfter(today, usualTerm)} min={today} max={dayAfter(today, longestTerm)} error={faultAt(faults, 'expiresOn')}
          hint={t('Hoogstens twee jaar. Maak op tijd een nieuw: het oude blijft werken tot u het intrekt.', 'Two years at most. Make a new one in time: the old one keeps working until you revoke it.')}
        />
        <SubmitBar primary={kind === 'token' ? t('Token maken', 'Make the token') : t('Certificaat toevoegen', 'Add the certificate')} cancel={{ words: t('Annuleren', 'Cancel'), href: cancel }} />
      </Form>
    </>
  )
}
