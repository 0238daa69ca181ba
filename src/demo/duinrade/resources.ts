// Duinrade's systems, processors and agreements: nearly all in order, with what a careful privacy officer still has to chase.
import { active, draft, kept, offered } from '../life.ts'
import { type Days, type Resources, resourcesOf } from '../resources.ts'

export function resources(on: Days): Resources {
  const { processor, system, agreement } = resourcesOf(on)
  return {
    processors: [
      processor('ICT Westerwaard', 'ICT', 'Beheert servers, werkplekken en back-ups.', {
        findings: [], contact_email: 'servicedesk@ict-westerwaard.example', guarantees: [{ kind: 'isae_3402', scope: 'Beheer van werkplekken en servers', valid_until_on: on(-200), seen_on: on(100) }],
        sub_processors: [{ name: 'Reservehal Polder B.V.', service: 'Tweede datacentrum', country: 'NL', consent: 'given', conditions: null }],
      }),
      processor('Vlierveld Zaaksystemen B.V.', 'Informatie en Archief', 'Levert en beheert het zaaksysteem.', { findings: [], life: kept(744, 'officer', { reviewed: [310, 40], changes: [{ on: 130, values: { out_of_hours: 'Wachtdienst, ook in het weekend' } }] }) }),
      processor('Waterbies Burgersoftware B.V.', 'Burgerzaken', 'Levert en onderhoudt de applicatie voor burgerzaken.', { findings: [] }),
      processor('Boomvalk Sociaal B.V.', 'Jeugd en Wmo', 'Levert de applicatie voor het sociaal domein.', {
        findings: [], sub_processors: [{ name: 'Rekenhal Noord B.V.', service: 'Hosting', country: 'NL', consent: 'conditional', conditions: 'Alleen in Nederland, en na melding van elke verhuizing.' }],
      }),
      processor('Rietzanger Salarisdiensten B.V.', 'HR', 'Voert de salarisadministratie uit.', { findings: [] }),
      processor('Korenwolf Drukwerk B.V.', 'Belastingen', 'Drukt en verzendt brieven.', { findings: ['guarantee-expired'], guarantees: [
        { kind: 'iso_27001', scope: 'Drukkerij', valid_until_on: on(-90), seen_on: on(300) }, { kind: 'own_statement', scope: 'Vernietiging van misdrukken', valid_until_on: on(25), seen_on: on(400) },
      ] }),
      processor('Grutto Heffingen B.V.', 'Belastingen', 'Levert de belastingapplicatie.', { findings: [] }),
      processor('Klapekster Leerplicht B.V.', 'Onderwijs en Leerplicht', 'Levert de leerplichtapplicatie.', { findings: ['audit-missing'], last_audit_on: on(900) }),
      processor('Steenloper Handhaving B.V.', 'Vergunningen, Toezicht en Handhaving', 'Levert handhelds en de boa-applicatie.', { findings: [] }),
      processor('Kluut Toezichtcentrale B.V.', 'Openbare Orde en Veiligheid', 'Kijkt camerabeelden uit.', { findings: ['out-of-hours-missing'], out_of_hours: null }),
      processor('Spreekbuis Raadsinformatie B.V.', 'Griffie', 'Levert het raadsinformatiesysteem en de uitzending.', { findings: [] }),
      processor('Ooievaarsnest Verzuim B.V.', 'HR', 'Levert het verzuimsysteem.', { findings: ['guarantee-unseen'], guarantees: [{ kind: 'nen_7510', scope: 'Verzuimsysteem', valid_until_on: on(-250), seen_on: null }] }),
      processor('Wulp Media B.V.', 'Communicatie', 'Verstuurt de nieuwsbrief.', { findings: ['outside-eea', 'sub-processor-without-consent'], sub_processors: [{ name: 'Pinetree Mail Inc.', service: 'Aflevering van e-mail', country: 'US', consent: 'none', conditions: null }] }),
      processor('Wulp Webtelling B.V.', 'Communicatie', 'Telt bezoeken op een server in Nederland.', { findings: [] }),
      processor('Peilstok Onderzoek B.V.', 'Klantcontact', 'Verstuurt vragenlijsten en maakt de rapportage.', { findings: [] }),
      processor('Uurwerk Afspraken B.V.', 'Klantcontact', 'Levert de planningsmodule.', { findings: ['guarantees-missing'], guarantees: [] }),
      processor('Zeespiegel Data B.V.', 'Jeugd en Wmo', 'Maakt en beheert het dashboard.', { findings: [] }),
      processor('Tapuit Telling B.V.', 'Economie en Centrum', 'Beheert de sensoren en levert aantallen.', { findings: [] }),
      processor('Palimpsest Scans B.V.', 'Informatie en Archief', 'Scant en indexeert archiefstukken.', { findings: ['agreement-missing'] }),
      processor('Schorrezilt Financieel B.V.', 'Financiën', 'Levert en beheert het financieel pakket.', { findings: ['agreement-missing', 'unused', 'review-overdue'], life: kept(742, 'owner') }),
      processor('Zandloper Archiefbewaring B.V.', 'Informatie en Archief', 'Bewaarde papieren archief.', { life: kept(745, 'officer', { ended: { on: 85, reason: 'Het archief is terug in eigen huis. De verklaring van vernietiging van de kopieën zit in het dossier.' } }) }),
    ],
    systems: [
      system('Zaaksysteem Vlier', 'Informatie en Archief', 'Zaken van inwoners en bedrijven, van aanvraag tot besluit.', {
        findings: [], supplier: 'Vlierveld Zaaksystemen B.V.', data_categories: ['name-address', 'email', 'bsn', 'communication-content'], user_count: 640, life: kept(727, 'iso', { reviewed: [330, 45], changes: [{ on: 210, values: { has_logging: true, user_count: 655 } }] }),
      }),
      system('Waterbies Burgerzaken', 'Burgerzaken', 'Basisregistratie personen, reisdocumenten en akten.', { findings: [], supplier: 'Waterbies Burgersoftware B.V.', data_categories: ['name-address', 'birth-date', 'bsn', 'nationality'], is_source: true, availability: 'high', user_count: 46 }),
      system('Boomvalk Sociaal', 'Jeugd en Wmo', 'Dossiers van bijstand, schuldhulp, Wmo en jeugd.', { findings: [], supplier: 'Boomvalk Sociaal B.V.', data_categories: ['name-address', 'bsn', 'health', 'debt', 'income'], user_count: 210 }),
      system('Grutto Belastingen', 'Belastingen', 'Heffen en innen van gemeentelijke belastingen.', { findings: [], supplier: 'Grutto Heffingen B.V.', data_categories: ['name-address', 'bsn', 'bank-account'], user_count: 31 }),
      system('Klapekster Leerplicht', 'Onderwijs en Leerplicht', 'Verzuimmeldingen en gesprekken.', { findings: [], supplier: 'Klapekster Leerplicht B.V.', data_categories: ['name-address', 'birth-date', 'bsn', 'school-attendance'] }),
      system('Rietzanger Personeel', 'HR', 'Personeelsdossiers en salarissen.', { findings: [], supplier: 'Rietzanger Salarisdiensten B.V.', data_categories: ['name-address', 'bsn', 'bank-account', 'income'] }),
      system('Ooievaarsnest Verzuim', 'HR', 'Verzuimmeldingen en re-integratie.', { findings: [], supplier: 'Ooievaarsnest Verzuim B.V.', data_categories: ['name', 'sick-leave'] }),
      system('Financieel pakket Schor', 'Financiën', 'Facturen, betalingen en verplichtingen.', { findings: ['supplier-without-agreement', 'second-factor-missing'], supplier: 'Schorrezilt Financieel B.V.', data_categories: ['name-address', 'bank-account'], has_second_factor: false }),
      system('Beheeromgeving Westerwaard', 'ICT', 'Accounts, rechten en logbestanden van werkplekken.', { findings: [], supplier: 'ICT Westerwaard', data_categories: ['user-account', 'technical'] }),
      system('Spreekbuis Raadsinformatie', 'Griffie', 'Vergaderstukken en opnamen van de raad.', { findings: [], supplier: 'Spreekbuis Raadsinformatie B.V.', data_categories: ['name', 'photo'], confidentiality: 'low' }),
      system('Steenloper Boa', 'Vergunningen, Toezicht en Handhaving', 'Bonnen en processen-verbaal, ook op handhelds.', { findings: [], supplier: 'Steenloper Handhaving B.V.', data_categories: ['name-address', 'bsn', 'criminal'], is_portable: true }),
      system('Veilige map OOV', 'Openbare Orde en Veiligheid', 'Stukken over openbare orde, alleen voor drie medewerkers.', { findings: [], kind: 'unstructured', supplier: 'ICT Westerwaard', data_categories: ['name-address', 'criminal'] }),
      system('Beeldopslag Havenstraat', 'Openbare Orde en Veiligheid', 'Camerabeelden van het uitgaansgebied, 28 dagen.', { findings: [], supplier: 'Kluut Toezichtcentrale B.V.', data_categories: ['camera-images'] }),
      system('Kluis vertrouwenspersonen', 'HR', 'Papieren verslagen van meldingen, in een kluis met twee sleutels.', {
        findings: [], kind: 'paper', hosting: null, data_categories: ['name', 'complaint'], is_encrypted: null, is_encrypted_in_transit: null, has_second_factor: null, has_logging: null, security_audit_on: null, backup: null, retention_by: 'manual',
      }),
      system('Wulp Nieuwsbrief', 'Communicatie', 'Adressen van wie zich inschreef.', { findings: [], supplier: 'Wulp Media B.V.', data_categories: ['email', 'preferences'], confidentiality: 'medium' }),
      system('Wulp Webtelling', 'Communicatie', 'Tellingen van bezoek aan de website.', { findings: [], supplier: 'Wulp Webtelling B.V.', data_categories: ['technical'], confidentiality: 'low' }),
      system('Vragenlijsten Peilstok', 'Klantcontact', 'Antwoorden op vragenlijsten, zonder naam.', { findings: [], supplier: 'Peilstok Onderzoek B.V.', data_categories: ['email'], confidentiality: 'medium' }),
      system('Uurwerk Afspraken', 'Klantcontact', 'Afspraken aan de balie.', { findings: ['audit-due'], supplier: 'Uurwerk Afspraken B.V.', data_categories: ['name', 'email', 'phone'], security_audit_on: on(1100) }),
      system('Tapuit Telling', 'Economie en Centrum', 'Aantallen bezoekers per uur.', { findings: [], supplier: 'Tapuit Telling B.V.', data_categories: ['technical', 'location'] }),
      system('Netwerkschijf afdeling', 'ICT', 'Losse documenten van alle afdelingen.', { findings: ['logging-missing', 'erasure-impossible'], kind: 'unstructured', supplier: 'ICT Westerwaard', data_categories: ['name-address', 'communication-content'], has_logging: false, retention_by: 'none' }),
      system('Waarborg', 'Juridische Zaken', 'Het register van verwerkingen, en wie wat bekeek.', { findings: [], supplier: 'ICT Westerwaard', data_categories: ['name', 'email', 'user-account'] }),
      system('Datapunt sociaal domein', 'Jeugd en Wmo', 'Tellingen voor het dashboard.', { findings: ['unused'], supplier: 'Zeespiegel Data B.V.', data_categories: ['postal-code', 'age'] }),
      system('Gymzalen.xlsx', 'Sport en Verenigingen', 'x', { findings: ['decentral-unexplained', 'guarded-data-in-spreadsheet', 'unused'], description: null, kind: 'spreadsheet', data_categories: ['name-address', 'bsn'], confidentiality: 'medium', life: kept(300, 'owner') }),
      system('Klantenbalie Kokmeeuw', 'Klantcontact', 'Proef met chatten aan de balie.', {
        findings: ['supplier-missing', 'outside-eea', 'security-unanswered', 'unused'], hosting: 'cloud', country: 'US', data_categories: ['name', 'communication-content'], has_second_factor: null, has_access_control: null, life: kept(28, 'owner'),
      }),
      system('Belastingapplicatie Plevier', 'Belastingen', 'De vorige belastingapplicatie.', { supplier: 'Grutto Heffingen B.V.', life: kept(728, 'iso', { ended: { on: 260, reason: 'De gegevens zijn overgezet naar Grutto Belastingen; de oude database is gewist.' } }) }),
    ],
    agreements: [
      agreement('ICT Westerwaard', 'ICT', ['Accounts en toegang beheren', 'Basisregistratie personen bijhouden', 'Schuldhulpverlening'], { findings: [] }),
      agreement('Vlierveld Zaaksystemen B.V.', 'Informatie en Archief', ['Post registreren en archiveren', 'Bezwaarschriften behandelen', 'Omgevingsvergunningen behandelen'], { findings: [] }),
      agreement('Waterbies Burgersoftware B.V.', 'Burgerzaken', ['Basisregistratie personen bijhouden', 'Paspoorten en identiteitskaarten uitgeven', 'Akten van de burgerlijke stand opmaken'], { findings: [], is_brp: true, brp_checked_on: on(505) }),
      agreement('Boomvalk Sociaal B.V.', 'Jeugd en Wmo', ['Wmo-voorzieningen toekennen', 'Jeugdhulp toeleiden en betalen', 'Algemene bijstand verlenen', 'Schuldhulpverlening'], {
        findings: [], life: active(158, { test: { outcome: 'remarks', note: 'De bijlage over beveiliging is van vorig jaar.', answer: 'De nieuwe bijlage is toegevoegd.' } }),
      }),
      agreement('Rietzanger Salarisdiensten B.V.', 'HR', ['Personeels- en salarisadministratie'], { findings: [] }),
      agreement('Korenwolf Drukwerk B.V.', 'Belastingen', ['Gemeentelijke belastingen opleggen', 'Onroerende zaken waarderen (WOZ)'], { findings: [] }),
      agreement('Grutto Heffingen B.V.', 'Belastingen', ['Gemeentelijke belastingen opleggen', 'Belastingen invorderen'], {
        findings: ['ends-soon'], ends_on: on(-55), life: active(166, { changes: [{ on: 8, stage: 'offered', why: 'Verlengd met twee jaar', values: { ends_on: on(-785) } }] }),
      }),
      agreement('Klapekster Leerplicht B.V.', 'Onderwijs en Leerplicht', ['Leerplicht en schoolverzuim'], { findings: [], renewal: 'silent', renewal_period: 'P1Y', notice_term: 'P3M' }),
      agreement('Steenloper Handhaving B.V.', 'Vergunningen, Toezicht en Handhaving', ['Opsporing door boa’s openbare ruimte'], { findings: [] }),
      agreement('Kluut Toezichtcentrale B.V.', 'Openbare Orde en Veiligheid', ['Cameratoezicht uitgaansgebied'], { findings: ['signed-after-start'], starts_on: on(640), signed_on: on(612) }),
      agreement('Spreekbuis Raadsinformatie B.V.', 'Griffie', ['Raadsvergaderingen opnemen en uitzenden'], { findings: [] }),
      agreement('Ooievaarsnest Verzuim B.V.', 'HR', ['Verzuim en re-integratie'], { findings: ['breach-notice-long'], breach_notice: 'PT48H' }),
      agreement('Wulp Media B.V.', 'Communicatie', ['Digitale nieuwsbrief'], { findings: [], model: 'processor', model_motivation: 'Wulp Media werkt alleen met zijn eigen voorwaarden; de inhoud is gelijkwaardig.', model_approved_on: on(560) }),
      agreement('Wulp Webtelling B.V.', 'Communicatie', ['Websitestatistiek'], { findings: [], model: 'processor', model_motivation: 'Zelfde inhoud als ons model; nagelopen met de checklist.', model_approved_on: on(500) }),
      agreement('Peilstok Onderzoek B.V.', 'Klantcontact', ['Klanttevredenheid meten'], { findings: [] }),
      agreement('Uurwerk Afspraken B.V.', 'Klantcontact', ['Afspraken aan de balie plannen'], {
        findings: ['subjects-missing', 'sub-processing-general', 'liability-missing'], subjects: ['scope', 'instructions', 'security', 'confidentiality', 'liability'], sub_processing: 'general', liability_per_event: null, liability_per_year: null,
      }),
      agreement('Zeespiegel Data B.V.', 'Jeugd en Wmo', ['Dashboard sociaal domein'], { findings: [] }),
      agreement('Tapuit Telling B.V.', 'Economie en Centrum', ['Bezoekers tellen in het centrum (wifi)'], { findings: [] }),
      agreement('Palimpsest Scans B.V.', 'Informatie en Archief', ['Post registreren en archiveren'], { life: active(190, { ended: { on: 44, reason: 'Het scannen is klaar. De scans zijn geleverd en bij Palimpsest gewist; het verslag zit in het dossier.' } }) }),
      agreement('Schorrezilt Financieel B.V.', 'Financiën', ['Facturen betalen en innen'], { signed_on: null, is_signed_by_both: null, starts_on: null, negotiation: 'agreed', life: offered(12) }),
      agreement('Kluut Toezichtcentrale B.V.', 'Openbare Orde en Veiligheid', ['Cameratoezicht uitgaansgebied'], {
        name: 'Verwerkersovereenkomst Kluut, nieuwe camera’s', signed_on: null, is_signed_by_both: null, starts_on: null, ends_on: null, main_contract: null, subjects: ['scope'], life: draft(6),
      }),
    ],
  }
}
