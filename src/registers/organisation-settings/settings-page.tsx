// Settings page: the form of an organisation's own settings, what its profile sets, and the history of all that.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { OrganisationKind } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { History } from '../../page-kit/history.tsx'
import { Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import type { Profile } from '../../policy/profiles.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import { fields, type SettingKey } from './declaration.ts'
import { ProfileEffects, saySecondFactor } from './profile-effects.tsx'
import { mayLeaveOutSecondFactor } from './rules.ts'
import type { Clash, InForce } from './settings.ts'

/** What the form shows, as typed. */
export type Typed = Readonly<Record<SettingKey, string>>

export type SettingsProps = {
  action: string; publicHref: string; kind: OrganisationKind; inForce: InForce; typed: Typed; revision: string; keptId?: string; faults: readonly Fault[]
  profiles: readonly Profile[]; events: readonly HistoryEvent[]; clash?: Clash
}

export function SettingsPage({ action, publicHref, kind, inForce, typed, revision, keptId, faults, profiles, events, clash }: SettingsProps) {
  const field = (name: SettingKey) => ({ name, label: say(fields[name].words), value: typed[name], error: faults.find(({ at }) => at === name)?.message })
  const profile = profiles.find(({ key }) => key === inForce.settings.profile)
  const isOffAgainstPolicy = inForce.settings.second_factor_required !== true && !mayLeaveOutSecondFactor(profile)
  return (
    <>
      <ErrorSummary faults={faults} />
      {clash && <ClashNote clash={clash} profiles={profiles} />}
      {isOffAgainstPolicy && (
        <Alert tone="warning" heading="De tweede stap bij het inloggen staat uit">
          <p>{inForce.isDemo ? 'In deze demo-omgeving mag dat. Met echte gegevens vraagt het beleid hem wel (norm M-10).' : 'Het beleid vraagt hem wel (norm M-10). Zet hem hieronder aan.'}</p>
        </Alert>
      )}
      {inForce.settings.dpo_contact === null && kind !== 'firm' && (
        <Alert tone="warning" heading="Het contact van de FG ontbreekt">
          <p>Burgers moeten de functionaris gegevensbescherming kunnen bereiken (art. 37 lid 7 AVG, norm H-08). Vul het hieronder in; het komt op het <a class="utrecht-link utrecht-link--html-a" href={publicHref}>openbare register</a>.</p>
        </Alert>
      )}
      <Form action={action} hidden={{ revision, ...(keptId ? { kept: keptId } : {}) }} guard>
        <Section heading="Gegevens" id="gegevens">
          <TextInput {...field('name')} />
          <TextInput {...field('tooi_uri')} optional hint={kind === 'municipality' ? 'Het vaste adres van uw gemeente in de lijst van overheidsorganisaties: https://identifier.overheid.nl/tooi/id/gemeente/gm met vier cijfers.' : 'Het vaste adres van uw organisatie in de lijst van overheidsorganisaties (TOOI), als u daar in staat.'} />
        </Section>
        <Section heading="Contact" id="contact" lead={<p>Deze gegevens staan op het openbare register.</p>}>
          <TextInput {...field('dpo_contact')} optional hint="Hoe burgers de functionaris gegevensbescherming bereiken, bijvoorbeeld een e-mailadres (art. 37 lid 7 AVG)." />
          <FieldRow>
            <TextInput {...field('contact_email')} type="email" optional />
            <TextInput {...field('contact_phone')} type="tel" optional />
          </FieldRow>
          <TextInput {...field('website')} type="url" optional />
          <TextArea {...field('contact_address')} optional rows={3} />
        </Section>
        <Section heading="Beleid en inloggen" id="beleid">
          <Select {...field('profile')} empty="Geen profiel: de standaard van Waarborg" width="full" hint="Het profiel bepaalt welke normen gelden en welke termijnen Waarborg aanhoudt." choices={profiles.map(({ key, title }) => ({ value: key, label: title }))} />
          <RadioGroup {...field('second_factor_required')} label="Tweede stap bij het inloggen" hint={`Volgens het profiel dat nu geldt: ${saySecondFactor(profile).toLowerCase()}.`} choices={[
            { value: 'yes', label: 'Verplicht voor iedereen', hint: 'Na het wachtwoord vraagt Waarborg een code van de telefoon. Wie er nog geen heeft, stelt hem in bij de volgende bladzijde die hij opent.' },
            { value: 'no', label: 'Ieder kiest zelf', hint: 'Kan alleen als het beleidsprofiel zegt dat er een andere manier is.' },
          ]} />
        </Section>
        <SubmitBar primary="Opslaan" />
      </Form>
      <Section heading="Wat een profiel instelt" id="profielen"><ProfileEffects profiles={profiles} chosen={inForce.settings.profile} /></Section>
      <Section heading="Geschiedenis" id="geschiedenis"><SettingsHistory events={events} profiles={profiles} /></Section>
    </>
  )
}

function ClashNote({ clash, profiles }: { clash: Clash; profiles: readonly Profile[] }) {
  return (
    <Alert tone="warning" heading={`${clash.by} heeft intussen ook gewijzigd`}>
      <p>Er is nog niets opgeslagen. Hieronder staat wat u typte; de andere wijzigingen van {clash.by} zijn al meegenomen. Slaat u op, dan geldt wat u typte.</p>
      <ul class="wb-list">
        {clash.conflicts.map(({ field, theirs }) => <li><strong>{say(fields[field as SettingKey].words)}</strong> is nu: {sayValueOf(field as SettingKey, theirs, profiles) || 'leeg'}</li>)}
      </ul>
    </Alert>
  )
}

function SettingsHistory({ events, profiles }: { events: readonly HistoryEvent[]; profiles: readonly Profile[] }): Child {
  if (events.length === 0) return <EmptyState heading="Nog niets gewijzigd" icon="history"><p>Elke wijziging komt hier te staan, met wie haar deed en wanneer.</p></EmptyState>
  return (
    <History
      label="Geschiedenis"
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg', what: 'Gewijzigd',
        changes: event.changes.flatMap(({ field, before, after }) => Object.hasOwn(fields, field)
          ? [{ field: say(fields[field as SettingKey].words), before: sayValueOf(field as SettingKey, before, profiles), after: sayValueOf(field as SettingKey, after, profiles) }] : []),
      }))}
    />
  )
}

function sayValueOf(field: SettingKey, value: unknown, profiles: readonly Profile[]): string {
  if (value === null || value === undefined) return ''
  if (field === 'second_factor_required') return value === true ? 'ja' : 'nee'
  if (field === 'profile') return profiles.find(({ key }) => key === value)?.title ?? String(value)
  return String(value)
}
