// Sharing sketches: with whom the demo's organisations share data and on which terms, what was given, which carriers were destroyed and who has which device. All of it is invented.
import type { OrganisationKind } from '../ground/scope.ts'
import type { InputOf } from '../register-kit/field-types.ts'
import { subjectFields, type fields as covenantFields } from '../registers/covenants/declaration.ts'
import type { fields as carrierFields } from '../registers/data-carriers/declaration.ts'
import type { fields as disclosureFields } from '../registers/disclosures/declaration.ts'
import type { fields as deviceFields } from '../registers/issued-devices/declaration.ts'

/** Days from today for each date; negative is past. */
type Dated<T> = { readonly [K in keyof T]?: T[K] } & { readonly days?: Partial<Record<keyof T & string, number>> }
/** Verb, days ago, and what its form says; day fields as numbers of days ago. */
export type Deed = readonly [verb: string, daysAgo: number, values?: Readonly<Record<string, unknown>>]

export type CovenantSketch = Dated<InputOf<typeof covenantFields>> & { readonly made: number; readonly deeds: readonly Deed[] }
export type DisclosureSketch = Dated<InputOf<typeof disclosureFields>> & { readonly made: number; readonly deeds: readonly Deed[]; readonly log?: readonly { readonly daysAgo: number; readonly what: string; readonly people: number; readonly subjects?: string }[] }
export type CarrierSketch = Dated<InputOf<typeof carrierFields>> & { readonly made: number; readonly deeds: readonly Deed[] }
/** `of`: the nth person of the organisation has it. */
export type DeviceSketch = Dated<InputOf<typeof deviceFields>> & { readonly made: number; readonly deeds: readonly Deed[]; readonly of: number }

const settled = Object.fromEntries(Object.keys(subjectFields).map((key) => [key, 'Vastgelegd in het convenant, met een bijlage per partner.'])) as Partial<InputOf<typeof covenantFields>>
const duties = { rights_by: 'us', information_by: 'each', breach_by: 'each', dpia_by: 'us', transfer_moment: 'Op het moment dat een partner een melding in het gezamenlijke overleg brengt.', liability_split: 'Ieder draagt de schade door eigen handelen.', liability_is_internal: true } as const
const partner = (organisation: string, role: 'joint' | 'own') => ({ organisation, role, contact: 'De contactpersoon privacy', signed_on: null })

const municipalCovenants: readonly CovenantSketch[] = [
  {
    ...settled, ...duties, name: 'Zorg- en veiligheidshuis: casusoverleg', kind: 'joint', aim: 'Mensen met zorg- en veiligheidsproblemen samen helpen.', partners: [partner('Politie', 'joint'), partner('GGD Duinrand', 'joint'), partner('Reclassering Noordzijde', 'joint')],
    dpia_outcome: 'accepted', dpia_place: 'Bijlage: DPIA casusoverleg', protocol: 'Privacyprotocol casusoverleg 2.1', essence: 'De gemeente, de politie, de GGD en de reclassering bespreken samen hoe zij iemand het beste kunnen helpen. Iedereen brengt alleen in wat nodig is. De gemeente beantwoordt verzoeken over uw gegevens.',
    contact_point: 'Klantcontact van de gemeente', is_essence_public: true, made: 470, days: { dpia_on: -465, protocol_on: -460, starts_on: -440, signed_on: -450 }, deeds: [['submit', 458], ['advise', 455, { outcome: 'agreed', note: null }], ['activate', 445, { signed_on: 448 }], ['review', 80, { note: 'Nagekeken met alle partners. Alles klopt.' }]],
  },
  {
    ...settled, ...duties, s_audits: null, name: 'Aanpak woonoverlast', kind: 'covenant', aim: 'Overlast in de wijk verminderen.', partners: [partner('Woningstichting Rijnvliet', 'own')], dpia_outcome: 'not_required', dpia_place: 'Pre-DPIA woonoverlast', made: 410, days: { dpia_on: -408, starts_on: -380, ends_on: 60, signed_on: -390 },
    deeds: [['submit', 400], ['advise', 398, { outcome: 'agreed', note: null }], ['activate', 390, { signed_on: 392 }]],
  },
  { name: 'Samenwerking regionale inkoop jeugdhulp', kind: 'protocol', aim: 'Jeugdhulp samen inkopen.', partners: [partner('Regio Westerkust', 'joint')], made: 18, deeds: [] },
]

const standing = { security: 'ISO 27001-certificaat, versleutelde aanlevering', further_use: 'Alleen voor dit doel; geen koppeling met andere bestanden', is_controller: true, own_basis: 'public-task', secrecy: 'none', compatibility: 'law', has_task: true, undertakes: true } as const
const municipalDisclosures: readonly DisclosureSketch[] = [
  {
    ...standing, name: 'Adressen voor de waterschapsbelasting', kind: 'standing', recipient: 'Waterschap Duin en Rijn', purpose: 'Belasting heffen', partner_basis: 'art. 6 lid 1 onder e AVG; art. 123 Waterschapswet', controllership: 'De wet geeft het waterschap deze taak.', own_law: 'Wet WOZ',
    data: [{ what: 'Naam en adres van eigenaren', category: 'name', interest: 'Om de aanslag te versturen', is_given: true }, { what: 'Inkomen', category: 'income', interest: null, is_given: false }], made: 210, days: { asked_on: -210, controller_checked_on: -205, starts_on: -190 },
    deeds: [['grant', 200, { reason: 'De wet geeft het waterschap deze taak. Het inkomen geven wij niet.' }], ['send_protocol', 198, { policy_on: 199, protocol_sent_on: 198 }], ['acknowledge_protocol', 194, { protocol_known_on: 194, protocol_known_by: 'De secretaris' }]],
    log: [{ daysAgo: 180, what: 'Naam en adres van eigenaren', people: 4120 }, { daysAgo: 88, what: 'Wijzigingen naam en adres', people: 312 }, { daysAgo: 12, what: 'Naam en adres na verhuizing', people: 1, subjects: 'K-20417' }],
  },
  {
    name: 'Politie vraagt een adres', kind: 'one_off', recipient: 'Politie', purpose: 'Opsporing', partner_basis: 'art. 126nc Sv', data: [{ what: 'Adres', category: null, interest: 'Vordering', is_given: true }], is_controller: true, own_basis: 'legal-obligation', own_law: 'art. 126nc Sv', compatibility: 'law', secrecy: 'lifted', secrecy_note: 'De vordering gaat voor op de geheimhouding.', has_task: true, undertakes: true, no_protocol: 'demand',
    made: 25, days: { asked_on: -25, controller_checked_on: -25 }, deeds: [['grant', 25, { reason: 'Vordering van de officier van justitie.' }]], log: [{ daysAgo: 25, what: 'Adres', people: 1, subjects: 'K-31188' }],
  },
  {
    ...standing, name: 'Woningstichting wil inkomens van huurders', kind: 'standing', recipient: 'Woningstichting Rijnvliet', purpose: 'Passend toewijzen', partner_basis: 'gerechtvaardigd belang', controllership: 'Eigen register', own_law: null, has_task: false, data: [{ what: 'Inkomen', category: 'income', interest: null, is_given: null }],
    made: 60, days: { asked_on: -60, controller_checked_on: -55, starts_on: -30 }, deeds: [['refuse', 50, { reason: 'Er is geen wettelijke taak en er zijn geen toestemmingen. De woningstichting kan huurders zelf vragen.' }]],
  },
  { name: 'GGD vraagt adressen voor een onderzoek', kind: 'standing', recipient: 'GGD Duinrand', purpose: 'Gezondheidsonderzoek', partner_basis: 'art. 2 Wpg (publieke gezondheid)', data: [{ what: 'Naam en adres', category: 'name', interest: 'Uitnodigen voor het onderzoek', is_given: null }], made: 6, days: { asked_on: -6 }, deeds: [] },
]

const firmDisclosures: readonly DisclosureSketch[] = [
  {
    name: 'Adreslijst naar de drukker van de klant', kind: 'standing', recipient: 'Drukkerij Papaver', purpose: 'Mailing van de klant drukken', partner_basis: 'art. 6 lid 1 onder b AVG', controllership: 'De klant koos deze drukker zelf.', data: [{ what: 'Naam en adres', category: 'name', interest: 'Voor de mailing', is_given: true }], security: 'Versleutelde aanlevering', further_use: 'Wissen na de mailing',
    is_controller: true, own_basis: 'consent', compatibility: 'law', secrecy: 'none', asked_by_customer: true, has_consent: true, is_consent_written: true, undertakes: true, made: 90, days: { asked_on: -90, controller_checked_on: -88, consent_on: -89, starts_on: -85 },
    deeds: [['grant', 87, { reason: 'De klant vroeg het per brief en stemde op schrift toe.' }], ['send_protocol', 86, { policy_on: 86, protocol_sent_on: 86 }], ['acknowledge_protocol', 85, { protocol_known_on: 85, protocol_known_by: 'De directeur' }]], log: [{ daysAgo: 70, what: 'Naam en adres', people: 860 }],
  },
  { name: 'Verzekeraar vraagt klantgegevens', kind: 'one_off', recipient: 'Verzekeraar Noordstar', purpose: 'Fraudeonderzoek', made: 30, days: { asked_on: -30 }, deeds: [['refuse', 28, { reason: 'De klant vroeg hier niet om, en er is geen wettelijke plicht.' }]] },
]

const carriers: readonly CarrierSketch[] = [
  { name: 'Schijven uit de oude opslagkast', kind: 'disk', serial: 'SN-5520 tot en met SN-5531', held: 'Back-ups van het zaaksysteem', made: 150, deeds: [['destroy', 140, { destroyed_on: 140, method: 'shredded', standard: 'DIN 66399 H-4', by: 'firm', firm: 'Snipper & Zoon', witness: null, certificate: 'SZ-2041', certificate_on: 140 }]] },
  { name: 'Back-uptapes van 2019', kind: 'tape', inventory: 'T-0190', held: 'Back-ups van het personeelssysteem', made: 60, deeds: [['destroy', 40, { destroyed_on: 40, method: 'degaussed', standard: 'NIST 800-88', by: 'firm', firm: 'Snipper & Zoon', witness: null, certificate: null, certificate_on: null }]] },
  { name: 'Schijf uit de multifunctional op de begane grond', kind: 'copier', serial: 'MFP-77-0031', held: 'Gescande brieven', made: 5, deeds: [] },
]

const secured = { is_encrypted: true, is_managed: true, is_locked: true } as const
const devices: readonly DeviceSketch[] = [
  { ...secured, name: 'Laptop 14 inch', kind: 'laptop', inventory: 'L-1041', of: 0, made: 300, days: { issued_on: -300, instruction_on: -300 }, deeds: [] },
  { ...secured, name: 'Telefoon', kind: 'phone', inventory: 'M-2208', of: 1, made: 290, days: { issued_on: -290, instruction_on: -290 }, deeds: [] },
  { ...secured, is_managed: false, name: 'Tablet voor buitendienst', kind: 'tablet', inventory: 'T-0093', of: 2, made: 120, days: { issued_on: -120 }, deeds: [] },
  { ...secured, name: 'Laptop 13 inch', kind: 'laptop', inventory: 'L-0877', of: 3, made: 400, days: { issued_on: -400, instruction_on: -399 }, deeds: [['take_back', 30, { returned_on: 30, state: 'good', is_wiped: true }]] },
  { name: 'Toegangspas archief', kind: 'token', inventory: 'P-0310', of: 1, made: 200, days: { issued_on: -200, instruction_on: -200 }, deeds: [['lose', 9, { lost_on: 10, lost_how: 'Verloren op weg naar huis. De pas is meteen geblokkeerd.', has_data: false, is_wiped_afar: true, report: false }]] },
]

/** What an organisation of this kind shares, destroys and issues. */
export function sharingOf(kind: OrganisationKind): { readonly covenants: readonly CovenantSketch[]; readonly disclosures: readonly DisclosureSketch[]; readonly carriers: readonly CarrierSketch[]; readonly devices: readonly DeviceSketch[] } {
  if (kind === 'firm') return { covenants: [], disclosures: firmDisclosures, carriers: carriers.slice(0, 1), devices }
  if (kind === 'municipality') return { covenants: municipalCovenants, disclosures: municipalDisclosures, carriers: carriers.slice(0, 2), devices }
  return { covenants: municipalCovenants.slice(2), disclosures: municipalDisclosures.slice(1, 2), carriers, devices }
}
