// An exemplary processor, invented, without a single finding. For tests.
import { completed, type InputOf } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'

export const exemplaryProcessor: InputOf<typeof fields> = completed(fields, {
  name: 'Vlierveld Zaaksystemen B.V.', number: 'P-001', chamber_number: '00000001', services: 'Levert en beheert het zaaksysteem.', country: 'NL', owner: '019a0000-0000-7000-8000-000000000003',
  contact: 'Servicedesk', contact_email: 'servicedesk@vlierveld.example', out_of_hours: 'Storingsdienst, dag en nacht',
  guarantees: [{ kind: 'iso_27001', scope: 'Hosting en beheer', valid_until_on: '2027-06-30', seen_on: '2026-02-10' }], last_audit_on: '2025-10-01', audited_by: 'independent',
  sub_processors: [{ name: 'Rekenhal Noord B.V.', service: 'Datacentrum', country: 'NL', consent: 'given', asked_on: '2025-01-08', consented_on: '2025-01-20', since_on: '2025-02-01', reaches_participants: false }],
})
