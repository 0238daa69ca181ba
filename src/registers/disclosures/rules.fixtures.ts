// Fixtures: a standing disclosure in which nothing is wrong, for the tables of cases.
import { emptyInput } from '../../register-kit/field-types.ts'
import type { DisclosureInput } from './decision.ts'
import { fields } from './declaration.ts'

export const someone = '019a0000-0000-7000-8000-000000000003'
export const given = { what: 'Adres', category: 'address', interest: 'Om de post te bezorgen', is_given: true } as const

export const exemplary: DisclosureInput = {
  ...emptyInput(fields), name: 'Adressen voor de waterschapsbelasting', number: 'VS-001', kind: 'standing', recipient: 'Waterschap Duin en Rijn', processing: someone, asked_on: '2026-10-01', is_controller: true, controller_checked_on: '2026-10-05',
  purpose: 'Heffen van belasting', partner_basis: 'art. 6 lid 1 onder e AVG; art. 123 Waterschapswet', controllership: 'De wet geeft de taak.', data: [given, { what: 'Inkomen', category: null, interest: null, is_given: false }], security: 'ISO 27001', further_use: 'Alleen voor de heffing', starts_on: '2026-11-01',
  own_basis: 'public-task', own_law: 'art. 3.2 Wet BRP', compatibility: 'law', secrecy: 'none', has_task: true, undertakes: true, ground: 'task', decided_on: '2026-10-20', decided_by: someone, reason: 'De wet geeft de taak.',
  policy_on: '2026-10-21', protocol_sent_on: '2026-10-21', protocol_known_on: '2026-10-28', protocol_known_by: 'De secretaris',
}
