// Governance gaps: what is missing in who does what as a whole, that no single entry of a register can say. Pure.
import type { OrganisationKind } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { AppointmentInForce } from '../registers/dpo-appointments/actions.ts'
import { type MandateInForce, powersWithout } from '../registers/mandates/actions.ts'
import type { Power } from '../registers/mandates/declaration.ts'
import type { PortfolioInForce } from '../registers/portfolios/actions.ts'
import type { Step } from '../registers/responsibilities/actions.ts'

export type Division = {
  readonly kind: OrganisationKind
  readonly appointment: AppointmentInForce | undefined
  readonly mandates: readonly Pick<MandateInForce, 'powers'>[]
  /** Whether the policy has heads of departments decide by mandate (N-09). */
  readonly usesMandates: boolean
  readonly portfolios: readonly Pick<PortfolioInForce, 'subject'>[]
  readonly steps: readonly Pick<Step, 'accountable' | 'responsible'>[]
}

export type Gap =
  | { readonly what: 'no-appointment' | 'not-registered' | 'not-published' | 'no-portfolio' | 'no-steps'; readonly citation: string }
  | { readonly what: 'powers-without-mandate'; readonly citation: string; readonly powers: readonly Power[] }
  | { readonly what: 'steps-without-accountable' | 'steps-with-two' | 'steps-nobody-does'; readonly citation: string; readonly count: number }

/** In the order in which they weigh. */
export function gapsIn({ kind, appointment, mandates, usesMandates, portfolios, steps }: Division): Gap[] {
  const powers = usesMandates || mandates.length > 0 ? powersWithout(mandates) : []
  const isAppointed = appointment !== undefined && appointment.outcome !== 'none'
  const counted = (what: 'steps-without-accountable' | 'steps-with-two' | 'steps-nobody-does', is: (step: (typeof steps)[number]) => boolean): Gap[] => {
    const count = steps.filter(is).length
    return count > 0 ? [{ what, count, citation: 'art. 24 lid 1 AVG' }] : []
  }
  return [
    // A firm may have none, but only after a test, which is an entry too (art. 37 lid 1 onder b en c AVG).
    ...(appointment === undefined || (appointment.outcome === 'none' && kind !== 'firm') ? [{ what: 'no-appointment' as const, citation: 'art. 37 lid 1 AVG' }] : []),
    ...(isAppointed && appointment.registeredOn === null ? [{ what: 'not-registered' as const, citation: 'art. 37 lid 7 AVG' }] : []),
    ...(isAppointed && appointment.publishedOn === null ? [{ what: 'not-published' as const, citation: 'art. 37 lid 7 AVG' }] : []),
    ...(powers.length > 0 ? [{ what: 'powers-without-mandate' as const, powers, citation: 'art. 10:3 Awb' }] : []),
    ...counted('steps-without-accountable', ({ accountable }) => accountable.length === 0),
    ...counted('steps-with-two', ({ accountable }) => accountable.length > 1),
    ...counted('steps-nobody-does', ({ responsible }) => responsible.length === 0),
    ...(portfolios.some(({ subject }) => subject === 'privacy') ? [] : [{ what: 'no-portfolio' as const, citation: 'art. 24 lid 1 AVG' }]),
    ...(steps.length === 0 ? [{ what: 'no-steps' as const, citation: 'art. 24 lid 1 AVG' }] : []),
  ]
}

export function sayGap(gap: Gap): string {
  switch (gap.what) {
    case 'no-appointment': return t('Er is geen FG-aanwijzing van kracht.', 'No appointment of a DPO is in force.')
    case 'not-registered': return t('De FG is niet aangemeld bij de Autoriteit Persoonsgegevens.', 'The DPO isn’t registered with the supervisory authority.')
    case 'not-published': return t('De contactgegevens van de FG zijn niet bekendgemaakt.', 'The contact details of the DPO aren’t published.')
    case 'no-portfolio': return t('Niemand in het bestuur of de directie is aanspreekbaar op privacy.', 'Nobody of the board or directors answers for privacy.')
    case 'no-steps': return t('De taken zijn nog niet verdeeld.', 'The tasks haven’t been divided yet.')
    case 'powers-without-mandate': return gap.powers.length === 1
      ? t('1 van de twaalf bevoegdheden valt onder geen enkel mandaat.', '1 of the twelve powers stands in no mandate.')
      : t(`${gap.powers.length} van de twaalf bevoegdheden vallen onder geen enkel mandaat.`, `${gap.powers.length} of the twelve powers stand in no mandate.`)
    case 'steps-without-accountable': return gap.count === 1 ? t('Voor 1 stap is niemand eindverantwoordelijk.', 'For 1 step nobody is accountable.') : t(`Voor ${gap.count} stappen is niemand eindverantwoordelijk.`, `For ${gap.count} steps nobody is accountable.`)
    case 'steps-with-two': return gap.count === 1 ? t('Voor 1 stap is meer dan één rol eindverantwoordelijk.', 'For 1 step more than one role is accountable.') : t(`Voor ${gap.count} stappen is meer dan één rol eindverantwoordelijk.`, `For ${gap.count} steps more than one role is accountable.`)
    case 'steps-nobody-does': return gap.count === 1 ? t('1 stap wordt door niemand uitgevoerd.', '1 step is carried out by nobody.') : t(`${gap.count} stappen worden door niemand uitgevoerd.`, `${gap.count} steps are carried out by nobody.`)
  }
}

/** Register, by its path, where a gap is mended. */
export function whereToMend(gap: Gap): string {
  switch (gap.what) {
    case 'no-appointment':
    case 'not-registered':
    case 'not-published': return 'fg-aanwijzingen'
    case 'powers-without-mandate': return 'mandaten'
    case 'no-portfolio': return 'portefeuilles'
    case 'steps-without-accountable': return 'verantwoordelijkheden?bevinding=accountable-missing'
    case 'steps-with-two': return 'verantwoordelijkheden?bevinding=accountable-double'
    case 'steps-nobody-does': return 'verantwoordelijkheden?bevinding=responsible-missing'
    case 'no-steps': return 'verantwoordelijkheden'
  }
}
