// Kinds: what somebody of a processor may propose in the portal, each with the fields that it is told in: those of the register itself wherever there are.
import type { Words } from '../../../ground/words.ts'
import { date, type Fields, text } from '../../../register-kit/field-types.ts'
import { fields } from '../declaration.ts'

const { contact, contact_email, contact_phone, out_of_hours, contacts, security_measures, guarantees, sub_processors } = fields
const sub = sub_processors.columns

export const proposalKinds = {
  contacts: { words: { nl: 'Contactgegevens', en: 'Contact details' }, fields: { contact, contact_email, contact_phone, out_of_hours, contacts }, required: [] },
  security: { words: { nl: 'Beveiliging', en: 'Security' }, fields: { security_measures: { ...security_measures, words: { nl: 'Hoe u onze gegevens beveiligt', en: 'How you secure our data' } } }, required: ['security_measures'] },
  guarantee: { words: { nl: 'Certificaat of verklaring', en: 'Certificate or statement' }, fields: { kind: guarantees.columns.kind, scope: guarantees.columns.scope, valid_until_on: guarantees.columns.valid_until_on }, required: ['kind'] },
  sub_processor: {
    words: { nl: 'Toestemming voor een subverwerker', en: 'Consent to a sub-processor' }, required: ['name', 'service', 'country'],
    fields: { name: sub.name, service: sub.service, country: sub.country, engaged_by: sub.engaged_by, reaches_participants: sub.reaches_participants, since_on: { ...sub.since_on, words: { nl: 'Vanaf wanneer', en: 'From when' } }, instrument: { ...sub.instrument, help: { nl: 'Alleen buiten de Europese Economische Ruimte.', en: 'Only outside the European Economic Area.' } } },
  },
  sub_processor_end: {
    words: { nl: 'Subverwerker gestopt', en: 'Sub-processor stopped' }, required: ['name', 'stopped_on'],
    fields: { name: sub.name, stopped_on: sub.stopped_on, copies_deleted_on: sub.copies_deleted_on },
  },
  successor: {
    words: { nl: 'Opvolger', en: 'Successor' }, required: ['name', 'email'],
    fields: { name: text('Naam van de opvolger', 'Name of the successor', { most: 200 }), email: text('E-mailadres van de opvolger', 'E-mail address of the successor', { most: 254 }), from_on: date('Vanaf wanneer', 'From when') },
  },
} as const satisfies Readonly<Record<string, { readonly words: Words; readonly fields: Fields; readonly required: readonly string[] }>>

export type ProposalKind = keyof typeof proposalKinds

export function isProposalKind(text: string): text is ProposalKind {
  return Object.hasOwn(proposalKinds, text)
}
