// An exemplary processor agreement, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { fields, subjects } from './declaration.ts'

export const exemplaryAgreement: InputOf<typeof fields> = {
  ...emptyInput(fields),
  name: 'Verwerkersovereenkomst zaaksysteem', number: 'O-001', processor: '019a0000-0000-7000-8000-000000000005', owner: '019a0000-0000-7000-8000-000000000003', main_contract: 'Raamcontract zaaksysteem 2024',
  processings: [{ processing: '019a0000-0000-7000-8000-000000000007', note: null }], model: 'own', subjects: Object.keys(subjects), sub_processing: 'specific', breach_notice: 'PT24H', at_end: 'both',
  liability_per_event: 1_000_000, liability_per_year: 2_500_000, starts_on: '2024-03-01', ends_on: '2028-02-29', signed_on: '2024-02-12', is_signed_by_both: true,
}
