// Settings page: the form of an organisation's own settings, what its profile sets, and the history of all that.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { OrganisationKind } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
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
import { sayHoursChange } from './office-hours.ts'
import { OfficeHoursSection, type OfficeHoursSectionProps } from './office-hours-section.tsx'
import { sayThemeChange, ThemeSection, type ThemeSectionProps } from './theme-section.tsx'

/** What the form shows, as typed. */
export type Typed = Readonly<Record<SettingKey, string>>

export type SettingsProps = {
  action: string; publicHref: string; kind: OrganisationKind; inForce: InForce; typed: Typed; revision: string; keptId?: string; faults: readonly Fault[]
  profiles: readonly Profile[]; events: readonly HistoryEvent[]; clash?: Clash; theme: ThemeSectionProps; hours: OfficeHoursSectionProps
}

export function SettingsPage({ action, publicHref, kind, inForce, typed, revision, keptId, faults, profiles, events, clash, theme, hours }: SettingsProps) {
  const field = (name: SettingKey) => ({ name, label: say(fields[name].words), value: typed[name], error: faults.find(({ at }) => at === name)?.message })
  const profile = profiles.find(({ key }) => key === inForce.settings.profile)
  const isOffAgainstPolicy = inForce.settings.second_factor_required !== true && !mayLeaveOutSecondFactor(profile)
  return (
    <>
      <ErrorSummary faults={faults} />
      {clash && <ClashNote clash={clash} profiles={profiles} />}
      {isOffAgainstPolicy && (
        <Alert tone="warning" heading={t('De tweede stap bij het inloggen staat uit', 'The second step at sign-in is off')}>
          <p>{inForce.isDemo
            ? t('In deze demo-omgeving mag dat. Met echte gegevens vraagt het beleid hem wel (norm M-10).', 'In this demo that is allowed. With real data the policy does ask for it (norm M-10).')
            : t('Het beleid vraagt hem wel (norm M-10). Zet hem hieronder aan.', 'The policy does ask for it (norm M-10). Turn it on below.')}</p>
        </Alert>
      )}
      {inForce.settings.dpo_contact === null && kind !== 'firm' && (
        <Alert tone="warning" heading={t('Het contact van de FG ontbreekt', 'The contact of the DPO is missing')}>
          <p>
            {t('Burgers moeten de functionaris gegevensbescherming kunnen bereiken (art. 37 lid 7 AVG, norm H-08). Vul het hieronder in; u leest het terug op het',
              'Citizens must be able to reach the data protection officer (art. 37(7) GDPR, norm H-08). Fill it in below; you find it back on the')} <Link href={publicHref}>{t('openbare register', 'public register')}</Link>.
          </p>
        </Alert>
      )}
      <Form action={action} hidden={{ revision, ...(keptId ? { kept: keptId } : {}) }} guard>
        <Section heading={t('Gegevens', 'Details')} id="gegevens">
          <TextInput {...field('name')} />
          <TextInput {...field('tooi_uri')} optional hint={kind === 'municipality'
            ? t('Het vaste adres van uw gemeente in de lijst van overheidsorganisaties: https://identifier.overheid.nl/tooi/id/gemeente/gm met vier cijfers.',
              'The fixed address of your municipality in the list of government organisations: https://identifier.overheid.nl/tooi/id/gemeente/gm with four digits.')
            : t('Het vaste adres van uw organisatie in de lijst van overheidsorganisaties (TOOI), als u daar in staat.',
              'The fixed address of your organisation in the list of government organisations (TOOI), if it is in there.')} />
        </Section>
        <Section heading={t('Contact', 'Contact')} id="contact" lead={<p>{t('Deze gegevens staan op het openbare register.', 'These details stand on the public register.')}</p>}>
          <TextInput {...field('dpo_contact')} optional hint={t('Hoe burgers de functionaris gegevensbescherming bereiken, bijvoorbeeld een e-mailadres (art. 37 lid 7 AVG).',
            'How citizens reach the data protection officer, for example an e-mail address (art. 37(7) GDPR).')} />
          <FieldRow>
            <TextInput {...field('contact_email')} type="email" optional />
            <TextInput {...field('contact_phone')} type="tel" optional />
          </FieldRow>
          <TextInput {...field('website')} type="url" optional />
          <TextArea {...field('contact_address')} optional rows={3} />
        </Section>
        <Section heading={t('Beleid en inloggen', 'Policy and sign-in')} id="beleid">
          <Select
            {...field('profile')} empty={t('Geen profiel: de standaard van Waarborg', 'No profile: Waarborg’s own default')} width="full" choices={profiles.map(({ key, title }) => ({ value: key, label: title }))}
            hint={t('Het profiel bepaalt welke normen gelden en welke termijnen Waarborg aanhoudt.', 'The profile decides which norms hold and which terms Waarborg keeps to.')}
            after={<Link href={action.replace(/organisatie$/, 'beleidsprofiel')}>{t('Bekijk het profiel, of maak er een eigen versie van', 'View the profile, or make a version of your own')}</Link>}
          />
          <RadioGroup {...field('second_factor_required')} label={t('Tweede stap bij het inloggen', 'Second step at sign-in')} hint={`${t('Volgens het profiel dat nu geldt', 'By the profile that holds now')}: ${saySecondFactor(profile).toLowerCase()}.`} choices={[
            { value: 'yes', label: t('Verplicht voor iedereen', 'Required for everybody'), hint: t('Na het wachtwoord vraagt Waarborg een code van de telefoon. Wie er nog geen heeft, stelt hem in bij de volgende bladzijde die hij opent.',
              'After the password Waarborg asks for a code from the telephone. Who has none yet sets it at the next page they open.') },
            { value: 'no', label: t('Ieder kiest zelf', 'Each person chooses'), hint: t('Kan alleen als het beleidsprofiel zegt dat er een andere manier is.', 'Only possible if the policy profile says that there is another way.') },
          ]} />
        </Section>
        <SubmitBar primary={t('Opslaan', 'Save')} />
      </Form>
      <OfficeHoursSection {...hours} />
      <ThemeSection {...theme} />
      <Section heading={t('Wat een profiel instelt', 'What a profile sets')} id="profielen"><ProfileEffects profiles={profiles} chosen={inForce.settings.profile} /></Section>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis"><SettingsHistory events={events} profiles={profiles} /></Section>
    </>
  )
}

function ClashNote({ clash, profiles }: { clash: Clash; profiles: readonly Profile[] }) {
  return (
    <Alert tone="warning" heading={t(`${clash.by} heeft intussen ook gewijzigd`, `${clash.by} has made changes in the meantime`)}>
      <p>{t(`Er is nog niets opgeslagen. Hieronder staat wat u typte; de andere wijzigingen van ${clash.by} zijn al meegenomen. Slaat u op, dan geldt wat u typte.`,
        `Nothing has been saved yet. Below is what you typed; the other changes by ${clash.by} have been taken in. If you save, what you typed holds.`)}</p>
      <ul class="wb-list">
        {clash.conflicts.map(({ field, theirs }) => <li><strong>{say(fields[field as SettingKey].words)}</strong> {t('is nu', 'is now')}: {sayValueOf(field as SettingKey, theirs, profiles) || t('leeg', 'empty')}</li>)}
      </ul>
    </Alert>
  )
}

function SettingsHistory({ events, profiles }: { events: readonly HistoryEvent[]; profiles: readonly Profile[] }): Child {
  if (events.length === 0) return <EmptyState heading={t('Nog niets gewijzigd', 'Nothing changed yet')} icon="history"><p>{t('Elke wijziging komt hier te staan, met wie haar deed en wanneer.', 'Every change will stand here, with who made it and when.')}</p></EmptyState>
  return (
    <History
      label={t('Geschiedenis', 'History')}
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg', what: t('Gewijzigd', 'Changed'),
        changes: event.changes.flatMap(({ field, before, after }) => Object.hasOwn(fields, field)
          ? [{ field: say(fields[field as SettingKey].words), before: sayValueOf(field as SettingKey, before, profiles), after: sayValueOf(field as SettingKey, after, profiles) }]
          : [...sayThemeChange(field, before, after), ...sayHoursChange(field, before, after)]),
      }))}
    />
  )
}

function sayValueOf(field: SettingKey, value: unknown, profiles: readonly Profile[]): string {
  if (value === null || value === undefined) return ''
  if (field === 'second_factor_required') return value === true ? t('ja', 'yes') : t('nee', 'no')
  if (field === 'profile') return profiles.find(({ key }) => key === value)?.title ?? String(value)
  return String(value)
}
