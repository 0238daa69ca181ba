// A processing activity with everything that art. 13 and 14 AVG ask, and an organisation to say it; all invented.
import { emptyInput } from '../register-kit/field-types.ts'
import type { Lookups } from '../register-kit/entry.ts'
import { fields } from '../registers/processing-activities/declaration.ts'
import { fields as textFields, type PublicText } from '../registers/public-texts/declaration.ts'
import type { NoticeSource } from './notice-words.ts'
import type { SiteFacts } from './shared-words.ts'

const none = { citation: null, isActive: true, validFrom: null, validUntil: null, note: null, term: null, disposal: null, marks: [] }
const catalogue = (words: Readonly<Record<string, string>>) => new Map(Object.entries(words).map(([key, label]) => [key, { key, words: { nl: label, en: label }, label, ...none }]))
export const lookups: Lookups = {
  terms: new Map([
    ['legal-basis', catalogue({ 'public-task': 'Taak van algemeen belang', 'legitimate-interest': 'Gerechtvaardigd belang', consent: 'Toestemming', contract: 'Overeenkomst', 'legal-obligation': 'Wettelijke verplichting' })],
    ['sector-law', catalogue({ participatiewet: 'Participatiewet' })], ['data-category', catalogue({ name: 'Naam', health: 'Gezondheid' })], ['subject-category', catalogue({ residents: 'Inwoners' })], ['data-source', catalogue({ 'data-subject': 'Betrokkene', brp: 'BRP' })],
    ['recipient', catalogue({ authority: 'Overheid' })], ['country', catalogue({ JP: 'Japan' })], ['transfer-instrument', catalogue({ 'adequacy-decision': 'Adequaatheidsbesluit' })], ['special-exception', catalogue({ care: 'Zorg' })], ['wpg-basis', catalogue({ daily: 'Dagelijkse politietaak' })],
  ]),
  references: { department: new Map(), person: new Map(), participant: new Map(), governing_body: new Map([['body', { label: 'College van Duinrade', isActive: true }]]), processors: new Map([['p', { label: 'Wolkje BV', isActive: true }]]) },
}

export function notice(more: Partial<NoticeSource['input']> = {}, beside?: Partial<PublicText>): NoticeSource {
  return {
    id: '0199c5a2-7d1e-7b54-9a60-3f1d2f8f2b11', version: 1, lookups, beside: beside && { ...emptyInput(textFields), ...beside },
    input: {
      ...emptyInput(fields), name: 'Bijstand', role: 'controller', regime: 'gdpr', controller_body: 'body', public_summary: 'Wij beoordelen uw aanvraag.',
      purposes: [{ purpose: 'Beoordelen of u bijstand krijgt', kind: 'main', compatibility: null }], legal_bases: [{ basis: 'public-task', law: 'participatiewet', article: 'art. 11', explanation: null }],
      data_categories: ['name', 'health'], subject_categories: ['residents'], sources: ['data-subject', 'brp'], special_exceptions: [{ exception: 'care', national_article: 'art. 30 UAVG', explanation: null }],
      recipients: [{ recipient: 'authority', name: 'UWV', what: 'uw inkomen' }], processors: [{ processor: 'p', name: null, service: 'bewaart het dossier', agreement: 'in_force', agreement_on: null }],
      transfers: [{ country: 'JP', recipient: 'Sakura KK', instrument: 'adequacy-decision', explanation: null }],
      retention_rules: [{ applies_to: 'Het dossier', source: 'own', selection: null, law: null, term: 'P5Y', starts_at: 'na het besluit', disposal: 'destroy', explanation: null }], automated_decisions: false, ...more,
    },
  }
}

export const site: SiteFacts = {
  name: 'Gemeente Duinrade', kind: 'municipality', base: '/openbaar/duinrade', hasDpo: true, on: '2026-11-22', terms: { decide: 'P1M', extend: 'P2M', rectify: 'P4W', profile: null },
  contact: { address: 'Duinweg 1\n1234 AB Duinrade', email: 'privacy@duinrade.example', phone: '14 023', dpo: 'fg@duinrade.example', website: 'https://duinrade.example' },
}
