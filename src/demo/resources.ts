// Resources: how the systems, processors and agreements of a demo organisation are written down: names instead of ids, sound defaults, an entry says what differs.
import { exclusions, type fields as agreementFields, promises, subjects } from '../registers/agreements/declaration.ts'
import type { fields as processorFields } from '../registers/processors/declaration.ts'
import type { fields as systemFields } from '../registers/systems/declaration.ts'
import type { InputOf } from '../register-kit/field-types.ts'
import { active, type Kept, kept, type Life } from './life.ts'

export type SystemValues = Partial<Omit<InputOf<typeof systemFields>, 'supplier'>> & { supplier?: string }
type ProcessorInput = InputOf<typeof processorFields>
export type ProcessorValues = Partial<Omit<ProcessorInput, 'guarantees' | 'sub_processors'>> & { guarantees?: readonly Partial<ProcessorInput['guarantees'][number]>[]; sub_processors?: readonly Partial<ProcessorInput['sub_processors'][number]>[] }
export type AgreementValues = Partial<Omit<InputOf<typeof agreementFields>, 'processor' | 'processings'>> & { processor?: string; processings?: readonly string[] }

type Sketched<V, L> = Omit<V, 'name' | 'department' | 'owner'> & {
  readonly name: string
  readonly department: string
  readonly life: L
  /** Keys of the rules that must find something; empty for an exemplary entry, left out where nothing is promised. */
  readonly findings?: readonly string[]
}
/** `supplier`: a processor by name. */
export type SystemSketch = Sketched<SystemValues, Kept<SystemValues>>
export type ProcessorSketch = Sketched<ProcessorValues, Kept<ProcessorValues>>
/** `processor` and `processings` by name. */
export type AgreementSketch = Sketched<AgreementValues, Life<AgreementValues>>
export type Resources = { readonly systems: readonly SystemSketch[]; readonly processors: readonly ProcessorSketch[]; readonly agreements: readonly AgreementSketch[] }

/** The day so many days ago; ahead when negative. */
export type Days = (daysAgo: number) => string

type More<S> = Partial<Omit<S, 'department'>>
type Standard<V> = Omit<V, 'name' | 'department' | 'owner'>

/** Builders for one organisation; each entry begins as somebody careful would fill it in. */
export function resourcesOf(on: Days, standards: { readonly processor?: Standard<ProcessorValues> } = {}) {
  const made = { processors: 0, systems: 0, agreements: 0 }
  return {
    processor(name: string, department: string, services: string, more: More<ProcessorSketch> = {}): ProcessorSketch {
      const number = ++made.processors
      return {
        name, department, services, number: `P-${String(number).padStart(3, '0')}`, chamber_number: String(number).padStart(8, '0'), country: 'NL', contact: 'Servicedesk', contact_email: `servicedesk@${addressOf(name)}.example`,
        out_of_hours: 'Storingsdienst, dag en nacht bereikbaar', guarantees: [{ kind: 'iso_27001', scope: 'Levering en beheer', valid_until_on: on(-300 - number * 9), seen_on: on(140 + number) }],
        last_audit_on: on(190 + number * 3), audited_by: 'independent', ...standards.processor, life: kept(736 + number / 2, 'officer', { reviewed: [60 + number * 5] }), ...more,
        sub_processors: (more.sub_processors ?? []).map((row) => ({ consented_on: row.consent === 'given' || row.consent === 'conditional' ? on(420 + number) : null, ...row })),
      }
    },
    system(name: string, department: string, description: string, more: More<SystemSketch> = {}): SystemSketch {
      const number = ++made.systems
      return {
        name, department, description, number: `S-${String(number).padStart(3, '0')}`, kind: 'central', hosting: more.supplier === undefined ? 'own' : 'supplier', country: 'NL', is_source: false,
        availability: 'medium', integrity: 'high', confidentiality: 'high', is_portable: false, is_encrypted: true, is_encrypted_in_transit: true, has_second_factor: true, has_access_control: true, has_logging: true,
        security_audit_on: on(120 + number * 6), backup: 'daily', retention_by: 'automatic', life: kept(715 + number / 2, 'iso', { reviewed: [50 + number * 4] }), ...more,
      }
    },
    /** With a processor, for processing activities that are in the register by then. */
    agreement(processor: string, department: string, processings: readonly string[], more: More<AgreementSketch> = {}): AgreementSketch {
      const number = ++made.agreements
      const signed = 480 + number * 11
      return {
        name: `Verwerkersovereenkomst ${processor.replace(/ (B\.V\.|Inc\.|Ltd)$/, '')}`, department, processor, processings, number: `O-${String(number).padStart(3, '0')}`, main_contract: `Contract ${processor}`, model: 'own',
        subjects: Object.keys(subjects), sub_processing: 'specific', breach_notice: 'PT24H', at_end: 'both', liability_per_event: 1_000_000, liability_per_year: 2_500_000, liability_excluded: Object.keys(exclusions), force_majeure: 'limited', governing_law: 'dutch', court: 'Rechtbank Midden-Nederland',
        secrecy: 'agreement', promises: Object.keys(promises), our_contact: 'Servicedesk informatiebeveiliging', our_out_of_hours: 'Piketdienst, dag en nacht bereikbaar', renewal: 'agreed',
        ...more.signed_on === null ? {} : { own_signatory: 'E. Linde', own_signatory_role: 'Afdelingshoofd', own_signed_on: on(signed + 2), their_signatory: 'K. Wilg', their_signatory_role: 'Directeur', their_signed_on: on(signed) },
        signed_on: on(signed), is_signed_by_both: true, starts_on: on(signed - 14), ends_on: on(-500 - number * 13), life: active(150 + number * 2), ...more,
      }
    },
  }
}

/** `Vlierveld Zaaksystemen B.V.` → `vlierveld`. */
function addressOf(name: string): string {
  return name.toLowerCase().split(' ')[0]!.replace(/[^a-z]/g, '')
}
