// An exemplary system, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'

export const exemplarySystem: InputOf<typeof fields> = {
  ...emptyInput(fields),
  name: 'Zaaksysteem Vlier', number: 'S-001', kind: 'central', description: 'Zaken van inwoners, van aanvraag tot besluit.', owner: '019a0000-0000-7000-8000-000000000003',
  data_categories: ['name-address', 'bsn'], is_source: false, hosting: 'supplier', supplier: '019a0000-0000-7000-8000-000000000005', country: 'NL',
  availability: 'high', integrity: 'high', confidentiality: 'high', is_portable: false, is_encrypted: true, is_encrypted_in_transit: true, has_second_factor: true, has_access_control: true, has_logging: true,
  security_audit_on: '2026-03-02', backup: 'daily', retention_by: 'automatic',
}
