// A breach that was handled to the end, and who tells the authority of it; all invented.
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import type { NotificationContext } from './notification-context.ts'
import type { BreachInput } from './step-kit.ts'

export const wrongRecipient: BreachInput = {
  ...emptyInput(fields), name: 'Brief aan verkeerd adres', number: 'DL-2026-7KQ4', channel: 'colleague', received_at: '2026-11-20T09:00:00.000Z', judgement: 'yes', role: 'controller', regime: 'gdpr',
  who_involved: 'Aanvragers van een uitkering', what_happened: 'Twaalf besluiten gingen naar het adres van een ander.', how_happened: 'De bijlagen zijn verwisseld bij het inpakken.', where_happened: 'Postkamer', why_happened: 'Er was geen tweede controle.', data_described: 'Naam, adres en inkomen',
  occurred_from: '2026-11-19T13:00:00.000Z', occurred_until: '2026-11-19T15:00:00.000Z', is_ongoing: false, discovered_at: '2026-11-20T08:30:00.000Z', discovered_how: 'Een ontvanger belde.', aware_at: '2026-11-20T09:10:00.000Z',
  kinds: ['confidentiality'], cause: 'misdirected', data_categories: ['name-address', 'income', 'bsn', 'sick-leave', 'hobby'], subject_categories: ['benefit-recipients'], subjects_min: 12, subjects_max: 12, records_number: 12, countries: ['NL'], protection: 'no', protection_note: 'Papier.',
  containment: 'De ontvangers zijn gebeld en gaven de brieven terug.', enisa_data: 'financial', enisa_raised: ['vulnerable'], enisa_lowered: [], enisa_ease: 'maximum', enisa_confidentiality: 'known', enisa_integrity: 'none', enisa_availability: 'none', enisa_malicious: false,
  consequence_kinds: ['control', 'fraud'], likely_consequences: 'Anderen weten van de uitkering.', risk: 'high', weigh_reasons: 'Kwetsbare mensen en hun inkomen.', report_decision: 'report', inform_decision: 'inform', informed_at: '2026-11-21T10:00:00.000Z', informed_how: ['letter'], informed_number: 12,
  informed_text: 'Wat er is gebeurd en wat u kunt doen.', notified_at: '2026-11-21T11:00:00.000Z', measures: [{ measure: 'Vier ogen bij het inpakken', norm: 'H-37', owner: null, due_on: null, done_on: null }], evaluated_at: '2026-11-21T12:00:00.000Z',
}

export const telling: NotificationContext = {
  organisation: { name: 'Gemeente Duinrade', kind: 'municipality', address: 'Duinplein 1, 1000 AA Duinrade', email: 'post@duinrade.example', phone: '14 000', registrationNumber: '00000000' }, reporter: { name: 'Petra Officier', function: 'privacy officer', phone: '14 000', email: 'petra@duinrade.example' },
  dpo: 'Fatima Groen, fg@duinrade.example', processor: null, participant: null, number: 'DL-2026-7KQ4', notification: 'first', now: new Date('2026-11-21T11:00:00.000Z'), label: (_, key) => key === 'hobby' ? 'Hobby' : key,
}
