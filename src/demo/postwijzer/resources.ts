// Postwijzer's systems, processors and agreements: few, and each of them touches every customer.
import { active, draft, kept } from '../life.ts'
import { type Days, type Resources, resourcesOf } from '../resources.ts'

export function resources(on: Days): Resources {
  const { processor, system, agreement } = resourcesOf(on)
  return {
    processors: [
      processor('Magazijn Meerkoet B.V.', 'Klantenservice', 'Pakt in en verzendt bestellingen.', { findings: [] }),
      processor('Wulp Media B.V.', 'Campagnes', 'Verstuurt de nieuwsbrief.', { findings: ['sub-processor-without-consent', 'outside-eea'], sub_processors: [{ name: 'Pinetree Mail Inc.', service: 'Aflevering van e-mail', country: 'US', consent: null, conditions: null }] }),
      processor('Korenwolf Drukwerk B.V.', 'Campagnes', 'Drukt en verzendt brieven.', { findings: [] }),
      processor('Wulp Webtelling B.V.', 'Campagnes', 'Telt bezoeken aan de website.', { findings: [] }),
      processor('Rietzanger Salarisdiensten B.V.', 'Kantoor', 'Voert de salarisadministratie uit.', { findings: ['guarantee-unseen'], guarantees: [{ kind: 'own_statement', scope: 'Salarisverwerking', valid_until_on: null, seen_on: null }] }),
      processor('Kompasroos Software B.V.', 'Klantenservice', 'Levert het klantsysteem.', { findings: ['agreement-missing', 'unused', 'guarantees-missing'], guarantees: [] }),
      processor('Belduif Telefonie B.V.', 'Klantenservice', 'Leverde de telefooncentrale.', { life: kept(720, 'officer', { ended: { on: 210, reason: 'Overgestapt; nummers en gesprekslijsten zijn gewist.' } }) }),
    ],
    systems: [
      system('Klantsysteem Kompasroos', 'Klantenservice', 'Klanten, bestellingen en vragen.', { findings: ['supplier-without-agreement'], supplier: 'Kompasroos Software B.V.', data_categories: ['name-address', 'email', 'phone'], is_source: true, confidentiality: 'high' }),
      system('Nieuwsbriefmodule Wulp', 'Campagnes', 'Adressen en voorkeuren van abonnees.', { findings: ['unused'], supplier: 'Wulp Media B.V.', data_categories: ['email', 'preferences'] }),
      system('Salarisportaal', 'Kantoor', 'Contracten en loonstroken.', { findings: ['unused'], supplier: 'Rietzanger Salarisdiensten B.V.', data_categories: ['name-address', 'bsn', 'bank-account'] }),
      system('Boekhouding Duiker', 'Kantoor', 'Facturen en betalingen.', { findings: ['second-factor-missing', 'unused'], data_categories: ['name-address', 'bank-account'], has_second_factor: false }),
      system('Camerarecorder ingang', 'Kantoor', 'Beelden van de ingang, vier weken.', { findings: ['security-unanswered', 'unused'], kind: 'decentral', data_categories: ['camera-images'], has_second_factor: null, is_encrypted_in_transit: null, backup: null }),
      system('Gekochte adressen.xlsx', 'Campagnes', 'Adressen van een leverancier, per campagne een tabblad.', { findings: ['erasure-impossible', 'unused'], kind: 'spreadsheet', data_categories: ['name-address', 'age'], retention_by: 'none', life: kept(340, 'owner') }),
      system('Webwinkel Kraanvogel', 'Klantenservice', 'Bestellingen en betalingen.', { findings: ['audit-due', 'unused'], data_categories: ['name-address', 'email'], security_audit_on: on(1300) }),
      system('Prijsvraagkaarten', 'Campagnes', 'Kaarten van de zomeractie, op papier.', { kind: 'paper', hosting: null, life: kept(160, 'iso', { ended: { on: 19, reason: 'De kaarten zijn vernietigd.' } }) }),
    ],
    agreements: [
      agreement('Magazijn Meerkoet B.V.', 'Klantenservice', ['Bestellingen leveren', 'Facturen en betalingen'], { findings: [] }),
      agreement('Wulp Media B.V.', 'Campagnes', ['E-mailnieuwsbrief met aanbiedingen'], { findings: [], model: 'processor', model_motivation: 'Wulp Media werkt alleen met zijn eigen voorwaarden; de inhoud is gelijkwaardig.', model_approved_on: on(505) }),
      agreement('Korenwolf Drukwerk B.V.', 'Campagnes', ['Brieven aan bestaande klanten'], { findings: ['ends-soon'], ends_on: on(-70) }),
      agreement('Wulp Webtelling B.V.', 'Campagnes', ['Websitebezoek meten'], { findings: [] }),
      agreement('Rietzanger Salarisdiensten B.V.', 'Kantoor', ['Personeels- en salarisadministratie'], { findings: [] }),
      agreement('Belduif Telefonie B.V.', 'Klantenservice', ['Klantvragen en klachten'], { life: active(290, { ended: { on: 205, reason: 'Dienst gestopt; gegevens gewist.' } }) }),
      agreement('Kompasroos Software B.V.', 'Klantenservice', ['Bestellingen leveren'], { signed_on: null, is_signed_by_both: null, starts_on: null, life: draft(30) }),
    ],
  }
}
