// Governance of the demo world: how mandates, appointments, portfolios and the division of tasks of an organisation are written down, with names and sound defaults.
import type { Fields, InputOf } from '../register-kit/field-types.ts'
import type { Register } from '../register-kit/register.ts'
import { dpoAppointments } from '../registers/dpo-appointments/register.ts'
import { type Power, powers } from '../registers/mandates/declaration.ts'
import { mandates } from '../registers/mandates/register.ts'
import { portfolios } from '../registers/portfolios/register.ts'
import type { Process } from '../registers/responsibilities/declaration.ts'
import { responsibilities } from '../registers/responsibilities/register.ts'
import { startingSteps } from '../registers/responsibilities/starting-steps.ts'
import { type Kept, kept } from './life.ts'
import type { Days } from './resources.ts'

type Sketch<F extends Fields> = Partial<InputOf<F>> & {
  readonly name: string
  readonly number: string
  readonly life: Kept<Partial<InputOf<F>>>
  /** Keys of the rules that must find something; empty for an exemplary entry, left out where nothing is promised. */
  readonly findings?: readonly string[]
}
type MandateSketch = Sketch<typeof mandates.fields>
type AppointmentSketch = Sketch<typeof dpoAppointments.fields>
type PortfolioSketch = Sketch<typeof portfolios.fields>
type StepSketch = Sketch<typeof responsibilities.fields>

/** References are by name. */
export type KeptBook = { readonly register: Register; readonly sketches: readonly { readonly name: string; readonly number: string; readonly life: Kept<object>; readonly findings?: readonly string[] }[] }
export type Governance = { readonly mandates: readonly MandateSketch[]; readonly appointments: readonly AppointmentSketch[]; readonly portfolios: readonly PortfolioSketch[]; readonly steps: readonly StepSketch[] }

/** The registers in the order in which they lean on each other. */
export function booksOf({ mandates: given, appointments, portfolios: held, steps }: Governance): KeptBook[] {
  return [{ register: portfolios, sketches: held }, { register: mandates, sketches: given }, { register: dpoAppointments, sketches: appointments }, { register: responsibilities, sketches: steps }]
}

export const allPowers = Object.keys(powers) as Power[]

/** Builders for one organisation; each entry begins as somebody careful would fill it in. */
export function governanceOf(on: Days, standard: { readonly body: string; readonly site: string }) {
  const made = { mandates: 0, appointments: 0, portfolios: 0 }
  const numbered = (kind: keyof typeof made, prefix: string) => `${prefix}-${String(++made[kind]).padStart(3, '0')}`
  return {
    mandate: (name: string, given: readonly Power[], more: Partial<MandateSketch> = {}): MandateSketch => ({
      name, number: numbered('mandates', 'M'), body: standard.body, powers: [...given], may_undermandate: 'no', decided_on: on(420), decision_reference: `Mandaatbesluit, onderdeel ${made.mandates}`, starts_on: on(410), ends_on: on(-900),
      limits: 'Na advies van de privacy officer; overeenkomsten boven een ton gaan naar het bestuur.', life: kept(300 - made.mandates, 'officer'), findings: [], ...more,
    }),
    appointment: (name: string, dpo: string, more: Partial<AppointmentSketch> = {}): AppointmentSketch => ({
      name, number: numbered('appointments', 'FG'), outcome: 'own', dpo, qualities: 'Jurist met jaren ervaring in toezicht, en elk jaar bijgeschoold.', body: standard.body, decided_on: on(500), decision_reference: 'Besluit aanwijzing FG', starts_on: on(490), ends_on: on(-600),
      contact_email: `fg@${standard.site}.example`, published_at: 'Privacyverklaring op de website', published_on: on(488), registered_on: on(487), registration_number: `FG-0${made.appointments}-0000`,
      independence: 'Krijgt geen instructies, heeft een eigen budget en doet rechtstreeks verslag aan de hoogste leiding.', other_tasks: 'Geen andere taken.', life: kept(290, 'officer'), findings: [], ...more,
    }),
    portfolio: (name: string, subject: NonNullable<PortfolioSketch['subject']>, more: Partial<PortfolioSketch> = {}): PortfolioSketch => ({
      name, number: numbered('portfolios', 'PF'), subject, body: standard.body, decided_on: on(220), decision_reference: 'Portefeuilleverdeling', starts_on: on(215), ends_on: on(-1200), life: kept(205, 'officer'), findings: [], ...more,
    }),
    /** The steps that come with the product, of some processes or of all; `changed` says by fixed key where this organisation decided otherwise. */
    steps: (of: readonly Process[] | 'all', changed: Readonly<Record<string, Partial<StepSketch>>> = {}): StepSketch[] => startingSteps().filter(({ process }) => of === 'all' || of.includes(process as Process))
      .map((step) => ({ ...step, name: step.name!, number: step.number!, life: kept(180, 'officer'), ...changed[step.step!] })),
  }
}
