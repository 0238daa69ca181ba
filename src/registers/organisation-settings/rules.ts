// Rules: which settings an organisation may have. Pure.
import type { Fault } from '../../ground/refusals.ts'
import type { OrganisationKind } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Profile } from '../../policy/profiles.ts'
import type { Settings } from './declaration.ts'

/** Whether the policy lets the organisation leave out the second step; without a profile the product's own default holds: it doesn't. */
export function mayLeaveOutSecondFactor(profile: Pick<Profile, 'second_factor'> | undefined): boolean {
  return profile?.second_factor === 'as_policy_says'
}

/**
 * What is wrong with the settings, each at its field. `before` is what is in force: a second step that is off already (a demo) may stay off
 * as long as the profile stays too.
 */
export function settingFaults(settings: Settings, before: Settings, kind: OrganisationKind, profiles: readonly Pick<Profile, 'key' | 'title' | 'second_factor'>[]): Fault[] {
  const faults: Fault[] = []
  const check = (at: keyof Settings, isRight: boolean, message: string) => { if (!isRight) faults.push({ at, message }) }
  check('name', settings.name !== null, t('Vul de naam van de organisatie in.', 'Fill in the name of the organisation.'))
  check('contact_email', settings.contact_email === null || /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(settings.contact_email), t(
    'Dit is geen e-mailadres. Schrijf bijvoorbeeld privacy@gemeente.example.', 'This is no e-mail address. Write for example privacy@gemeente.example.'))
  check('contact_phone', settings.contact_phone === null || /^\+?[\d ()-]{3,25}$/.test(settings.contact_phone), t(
    'Dit is geen telefoonnummer. Gebruik cijfers en spaties, bijvoorbeeld 14 023.', 'This is no telephone number. Use digits and spaces, for example 14 023.'))
  check('website', settings.website === null || /^https:\/\/[^\s"<>/]+\.[^\s"<>]+$/.test(settings.website), t(
    'Vul een adres in dat begint met https://, bijvoorbeeld https://www.gemeente.example.', 'Fill in an address that begins with https://, for example https://www.gemeente.example.'))
  if (settings.tooi_uri !== null) check('tooi_uri', isTooiUri(settings.tooi_uri, kind), kind === 'municipality'
    ? t('Dit is geen TOOI-adres van een gemeente. Het ziet er zo uit: https://identifier.overheid.nl/tooi/id/gemeente/gm0000, met het nummer van uw gemeente.',
      'This is no TOOI address of a municipality. It looks like this: https://identifier.overheid.nl/tooi/id/gemeente/gm0000, with the number of your municipality.')
    : t('Dit is geen TOOI-adres. Het begint met https://identifier.overheid.nl/tooi/id/ en eindigt op een code met een nummer.',
      'This is no TOOI address. It begins with https://identifier.overheid.nl/tooi/id/ and ends in a code with a number.'))
  const profile = profiles.find(({ key }) => key === settings.profile)
  check('profile', settings.profile === null || profile !== undefined, t('Dit beleidsprofiel bestaat niet. Kies opnieuw uit de lijst.', 'This policy profile doesn’t exist. Choose from the list again.'))
  const turnsOff = settings.second_factor_required !== true && (before.second_factor_required === true || before.profile !== settings.profile)
  if (turnsOff && !mayLeaveOutSecondFactor(profile)) {
    faults.push({ at: 'second_factor_required', message: profile
      ? t(`Het beleidsprofiel “${profile.title}” vraagt een tweede stap bij het inloggen (norm M-10, art. 32 lid 1 AVG). Laat die verplicht, of kies een profiel dat een andere manier kent.`,
        `The policy profile “${profile.title}” asks for a second step at sign-in (norm M-10, art. 32(1) GDPR). Keep it required, or choose a profile that knows another way.`)
      : t('Zonder beleidsprofiel geldt de standaard: een tweede stap is verplicht (norm M-10, art. 32 lid 1 AVG). Alleen een profiel dat een andere manier kent, laat u zelf kiezen.',
        'Without a policy profile the default holds: a second step is required (norm M-10, art. 32(1) GDPR). Only a profile that knows another way leaves you the choice.') })
  }
  return faults
}

/** The organisation's own address in the register of government organisations (TOOI): `…/tooi/id/gemeente/gm0344`. */
export function isTooiUri(text: string, kind: OrganisationKind): boolean {
  return kind === 'municipality'
    ? /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/gemeente\/gm\d{4}$/.test(text)
    : /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/[a-z][a-z_-]*\/[a-z]{2,8}\d{2,10}$/.test(text)
}
