// Lekhoven's systems, processors and agreements: taken over from a list of 2018, so that much is still missing.
import { active, draft, kept } from '../life.ts'
import { type Days, type Resources, resourcesOf } from '../resources.ts'

export function resources(on: Days): Resources {
  const { processor, system, agreement } = resourcesOf(on)
  const asIn2018 = { out_of_hours: null, last_audit_on: null, audited_by: null }
  return {
    processors: [
      processor('ICT Westerwaard', 'Informatie', 'Beheert servers, werkplekken en back-ups.', {
        findings: [], contact_email: 'servicedesk@ict-westerwaard.example', sub_processors: [{ name: 'Reservehal Polder B.V.', service: 'Tweede datacentrum', country: 'NL', consent: 'given', conditions: null }],
      }),
      processor('Vlierveld Zaaksystemen B.V.', 'Informatie', 'Levert en beheert het zaaksysteem.', { findings: [] }),
      processor('Waterbies Burgersoftware B.V.', 'Publiekszaken', 'Levert en onderhoudt de applicatie voor burgerzaken.', { ...asIn2018, findings: ['out-of-hours-missing', 'audit-missing'] }),
      processor('Boomvalk Sociaal B.V.', 'Sociale Zaken', 'Levert de applicatie voor het sociaal domein.', {
        findings: ['sub-processor-without-consent'], sub_processors: [{ name: 'Rekenhal Noord B.V.', service: 'Hosting', country: 'NL', consent: null, conditions: null }],
      }),
      processor('Rietzanger Salarisdiensten B.V.', 'Personeel', 'Voert de salarisadministratie uit.', { ...asIn2018, findings: ['guarantees-missing', 'guarantee-expired'], guarantees: [{ kind: 'iso_27001', scope: null, valid_until_on: on(420), seen_on: on(1200) }] }),
      processor('Korenwolf Drukwerk B.V.', 'Financiën en Belastingen', 'Drukt en verzendt aanslagen.', { findings: [] }),
      processor('Raadsvenster B.V.', 'Griffie', 'Raadsinformatie en uitzending.', { findings: ['services-missing', 'contact-missing'], services: null, contact: null, contact_email: null }),
      processor('Wulp Media B.V.', 'Informatie', 'Verstuurt de nieuwsbrief.', { findings: [], life: kept(60, 'officer') }),
      processor('Talentscan Inc.', 'Personeel', 'Beoordeelt cv’s met een rekenmodel.', { findings: ['agreement-missing', 'outside-eea', 'guarantees-missing'], chamber_number: null, country: 'US', guarantees: [], last_audit_on: null, audited_by: null, life: kept(90, 'officer') }),
      processor('Oeverloper Enquêtes B.V.', 'Publiekszaken', 'Deed het bewonersonderzoek.', { life: kept(743, 'officer', { ended: { on: 150, reason: 'Het onderzoek is klaar; de adressen zijn gewist.' } }) }),
    ],
    systems: [
      system('Zaaksysteem Vlier', 'Informatie', 'Zaken en post van alle afdelingen.', { findings: [], supplier: 'Vlierveld Zaaksystemen B.V.', data_categories: ['name-address', 'communication-content'] }),
      system('Waterbies Burgerzaken', 'Publiekszaken', 'Basisregistratie personen en reisdocumenten.', { findings: [], supplier: 'Waterbies Burgersoftware B.V.', data_categories: ['name-address', 'bsn', 'birth-date'], is_source: true }),
      system('Boomvalk Sociaal', 'Sociale Zaken', 'Dossiers van bijstand, schulden, Wmo en jeugd.', { findings: ['review-overdue'], supplier: 'Boomvalk Sociaal B.V.', data_categories: ['name-address', 'bsn', 'health', 'debt'], life: kept(720, 'iso') }),
      system('Rietzanger Personeel', 'Personeel', 'Personeelsdossiers en salarissen.', { findings: ['audit-due'], supplier: 'Rietzanger Salarisdiensten B.V.', data_categories: ['name-address', 'bsn', 'income'], security_audit_on: null }),
      system('Belastingpakket Lek', 'Financiën en Belastingen', 'Heffing, inning en WOZ.', { findings: [], hosting: 'supplier', supplier: 'ICT Westerwaard', data_categories: ['name-address', 'bsn', 'bank-account'] }),
      system('Raadsvenster', 'Griffie', 'Vergaderstukken en video van de raad.', { findings: [], supplier: 'Raadsvenster B.V.', data_categories: ['name', 'photo'], confidentiality: 'low' }),
      system('Veiligheidsmap', 'Veiligheid en Handhaving', 'Stukken over openbare orde.', { findings: ['access-open', 'logging-missing'], kind: 'unstructured', supplier: 'ICT Westerwaard', data_categories: ['name-address', 'criminal'], has_access_control: false, has_logging: false }),
      system('Archiefkelder', 'Informatie', 'Papieren dossiers van vóór 2012.', { findings: ['unused', 'erasure-impossible'], kind: 'paper', hosting: null, data_categories: ['name-address', 'special-unspecified'], has_second_factor: null, backup: null, security_audit_on: null, retention_by: 'none' }),
      system('Wagenpark Volger', 'Ruimte en Vergunningen', 'Ritten van dienstauto’s.', { findings: ['kind-missing', 'unused'], kind: null, supplier: 'ICT Westerwaard', data_categories: ['location', 'vehicle'], has_second_factor: null, has_access_control: null }),
      system('Laptops buitendienst', 'Ruimte en Vergunningen', 'Foto’s en adressen van controles.', { findings: ['portable-unencrypted', 'unused'], kind: 'unstructured', data_categories: ['name-address', 'photo'], is_portable: true, is_encrypted: false, life: kept(240, 'owner') }),
    ],
    agreements: [
      agreement('ICT Westerwaard', 'Informatie', ['Post en archief', 'Basisregistratie personen'], { findings: [] }),
      agreement('Vlierveld Zaaksystemen B.V.', 'Informatie', ['Post en archief', 'Woo-verzoeken en bezwaren', 'Omgevingsvergunningen'], { findings: [] }),
      agreement('Waterbies Burgersoftware B.V.', 'Publiekszaken', ['Basisregistratie personen', 'Reisdocumenten'], { findings: ['brp-unchecked', 'sub-processing-general'], sub_processing: 'general', is_brp: true }),
      agreement('Boomvalk Sociaal B.V.', 'Sociale Zaken', ['Bijstandsuitkeringen', 'Schulddienstverlening', 'Wmo-meldingen en voorzieningen', 'Jeugdhulp'], { findings: [] }),
      agreement('Rietzanger Salarisdiensten B.V.', 'Personeel', [], { findings: ['processings-missing', 'breach-notice-long', 'at-end-open', 'main-contract-missing'], breach_notice: null, at_end: null, main_contract: null }),
      agreement('Korenwolf Drukwerk B.V.', 'Financiën en Belastingen', ['Belastingheffing en WOZ'], { findings: ['liability-missing'], model: 'processor', model_motivation: 'Zelfde inhoud als ons model.', model_approved_on: on(530), liability_per_event: null, liability_per_year: null }),
      agreement('Raadsvenster B.V.', 'Griffie', ['Raadsvergaderingen: verslag en uitzending'], { findings: ['ends-soon'], ends_on: on(-38) }),
      agreement('Wulp Media B.V.', 'Informatie', ['Nieuwsbrief Lekhoven'], { findings: [], signed_on: on(70), starts_on: on(60), life: active(24) }),
      agreement('Oeverloper Enquêtes B.V.', 'Publiekszaken', ['Meldpunt openbare ruimte'], { name: 'Verwerkersovereenkomst bewonersonderzoek', life: active(170, { ended: { on: 149, reason: 'Opdracht klaar, gegevens gewist.' } }) }),
      agreement('Talentscan Inc.', 'Personeel', ['Sollicitatieplatform in de cloud'], { signed_on: null, is_signed_by_both: false, model: 'processor', sub_processing: null, starts_on: null, ends_on: null, transfers: [{ country: 'US', instrument: 'scc', scc_module: 'two', adequacy_until: null, assessed_on: null, note: 'Beoordeling van de doorgifte loopt.' }], life: draft(40) }),
    ],
  }
}
