// An exemplary processor agreement, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { exclusions, fields, promises, subjects } from './declaration.ts'

export const exemplaryAgreement: InputOf<typeof fields> = {
  ...emptyInput(fields),
  name: 'Verwerkersovereenkomst zaaksysteem', number: 'O-001', processor: '019a0000-0000-7000-8000-000000000005', owner: '019a0000-0000-7000-8000-000000000003', main_contract: 'Raamcontract zaaksysteem 2024',
  processings: [{ processing: '019a0000-0000-7000-8000-000000000007', note: null }], model: 'own', subjects: Object.keys(subjects), sub_processing: 'specific', breach_notice: 'PT24H', at_end: 'both',
  liability_per_event: 1_000_000, liability_per_year: 2_500_000, starts_on: '2024-03-01', ends_on: '2028-02-29', signed_on: '2024-02-12', is_signed_by_both: true,
  own_signatory: 'E. Linde', own_signatory_role: 'Afdelingshoofd', own_signed_on: '2024-02-10', their_signatory: 'K. Wilg', their_signatory_role: 'Directeur', their_signed_on: '2024-02-12',
  secrecy: 'agreement', promises: Object.keys(promises), liability_excluded: Object.keys(exclusions), force_majeure: 'limited', governing_law: 'dutch', court: 'Rechtbank Midden-Nederland',
  our_contact: 'Servicedesk informatiebeveiliging', our_out_of_hours: 'Piketdienst, dag en nacht', renewal: 'agreed',
}
