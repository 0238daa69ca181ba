// An exemplary measure, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'

export const exemplaryMeasure: InputOf<typeof fields> = {
  ...emptyInput(fields),
  name: 'Bewaartermijnen nalopen in het zaaksysteem', number: 'M-001', norms: [{ norm: 'H-07' }], kind: 'once', owner: '019a0000-0000-7000-8000-000000000003', due_on: '2027-02-01',
  description: 'Per zaaktype de termijn vergelijken met de selectielijst.', checked_on: '2026-11-02', result: 'Twaalf zaaktypen aangepast.', evidence: 'Zaak Z-2026-118',
}
