// Fields of a processor: who it is, whom to call, its guarantees, audits and sub-processors (art. 28 AVG; H-43, H-64, M-08, N-42, N-43, W-08).
import { choice, date, longText, reference, rows, term, text, yesNo } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van de verwerker', 'Name of the processor', { most: 200, aliases: ['naam', 'verwerker', 'leverancier', 'bedrijf', 'processor', 'name', 'supplier'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'id', 'kenmerk', 'crediteurnummer'] }),
  chamber_number: text('KvK-nummer', 'Chamber of commerce number', { most: 8, help: { nl: 'Acht cijfers.', en: 'Eight digits.' }, aliases: ['kvk', 'kvk-nummer', 'handelsregister'] }),
  services: longText('Wat doet de verwerker voor ons', 'What the processor does for us', { citation: 'art. 28 lid 3 AVG', aliases: ['dienst', 'diensten', 'omschrijving', 'service'] }),
  country: term('Land van vestiging', 'Country of establishment', 'country', { aliases: ['land', 'country'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Contracteigenaar', 'Contract owner', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'contracteigenaar', 'contractmanager'] }),
  contact: text('Contact bij de verwerker', 'Contact at the processor', { isPublic: false, help: { nl: 'Bij voorkeur een functie of team, geen persoon.', en: 'Preferably a function or team, not a person.' }, aliases: ['contactpersoon', 'contact'] }),
  contact_email: text('E-mailadres', 'E-mail address', { isPublic: false, aliases: ['e-mail', 'email'] }),
  contact_phone: text('Telefoon', 'Phone', { most: 60, isPublic: false, aliases: ['telefoonnummer'] }),
  out_of_hours: text('Bereikbaar buiten kantooruren', 'Contact out of hours', { isPublic: false, citation: 'art. 33 lid 2 AVG', help: { nl: 'Voor datalekken: waar belt u ’s nachts of in het weekend?', en: 'For breaches: whom do you call at night or in the weekend?' } }),
  contacts: rows('Andere contacten', 'Other contacts', ['contactgegeven', 'contact detail'], {
    purpose: choice('Waarvoor', 'What for', {
      breach: ['Datalekken', 'Breaches'], out_of_hours: ['Datalekken buiten kantooruren', 'Breaches out of hours'], security: ['Beveiliging', 'Security'], privacy: ['Privacy of FG', 'Privacy or DPO'], contract: ['Contractbeheer', 'Contract management'], audit: ['Aankondiging van audits', 'Announcement of audits'],
    }),
    who: text('Functie of naam', 'Function or name'),
    email: text('E-mailadres', 'E-mail address'),
    phone: text('Telefoon', 'Phone', { most: 60 }),
    hours: text('Wanneer bereikbaar', 'When', { most: 200 }),
  }, { isPublic: false, citation: 'art. 33 lid 2 AVG', aliases: ['contacten', 'contactpersonen'] }),
  reaches_participants: yesNo('Kan bij gegevens van deelnemers', 'Can reach participants’ data', { help: { nl: 'Alleen voor dienstverleners die voor andere organisaties verwerken.', en: 'Only for service organisations that process for others.' } }),

  security_measures: longText('Hoe de verwerker beveiligt', 'How the processor secures', { citation: 'art. 28 lid 3 onder c en art. 32 AVG', isPublic: false, help: { nl: 'Voor de bijlage bij de overeenkomst.', en: 'For the annex of the agreement.' }, aliases: ['beveiligingsmaatregelen', 'maatregelen'] }),
  guarantees: rows('Waarborgen', 'Guarantees', ['waarborg', 'guarantee'], {
    kind: choice('Soort', 'Kind', { iso_27001: ['ISO 27001', 'ISO 27001'], nen_7510: ['NEN 7510', 'NEN 7510'], isae_3402: ['ISAE 3402 of SOC 2', 'ISAE 3402 or SOC 2'], tpm: ['Verklaring van een derde (TPM)', 'Third-party memorandum'], data_pro: ['Data Pro-certificaat', 'Data Pro certificate'], own_statement: ['Eigen verklaring', 'Own statement'] }),
    scope: text('Waarvoor geldt het', 'Scope', { most: 500 }),
    valid_until_on: date('Geldig tot', 'Valid until'),
    seen_on: date('Bewijs gezien op', 'Proof seen on'),
    proof: text('Waar het bewijs staat', 'Where the proof is', { help: { nl: 'Naam van de bijlage, of waar het te vinden is.', en: 'Name of the attachment, or where it can be found.' } }),
  }, { citation: 'art. 28 lid 1 AVG', isPublic: false, aliases: ['certificaten', 'certificering', 'waarborgen'] }),
  last_audit_on: date('Laatste audit', 'Last audit', { citation: 'art. 28 lid 3 onder h AVG', isPublic: false, help: { nl: 'Voor audits die niet in het register van audits staan.', en: 'For audits that aren’t in the register of audits.' }, aliases: ['audit', 'datum audit'] }),
  audited_by: choice('Audit door', 'Audit by', { own: ['Onszelf', 'Ourselves'], independent: ['Onafhankelijke partij', 'Independent party'] }, { isPublic: false }),

  sub_processors: rows('Subverwerkers', 'Sub-processors', ['subverwerker', 'sub-processor'], {
    name: text('Naam', 'Name'),
    service: text('Wat doet de subverwerker', 'Service', { most: 1000 }),
    country: term('Land', 'Country', 'country'),
    engaged_by: text('Ingeschakeld door', 'Engaged by', { help: { nl: 'Leeg: door de verwerker zelf. Anders de subverwerker die haar inschakelt.', en: 'Empty: by the processor itself. Else the sub-processor that engages it.' } }),
    reaches_participants: yesNo('Kan bij gegevens van deelnemers', 'Can reach participants’ data'),
    since_on: date('Werkt mee sinds', 'Takes part since'),
    consent: choice('Toestemming', 'Consent', { none: ['Geen toestemming', 'No consent'], asked: ['Gevraagd', 'Asked'], conditional: ['Toestemming onder voorwaarden', 'Consent with conditions'], given: ['Toestemming gegeven', 'Consent given'], refused: ['Geweigerd', 'Refused'] }),
    asked_on: date('Gevraagd op', 'Asked on'),
    consented_on: date('Besloten op', 'Decided on'),
    consented_by: reference('Besloten door', 'Decided by', 'person', { identifies: 'person', isPublic: false }),
    conditions: text('Voorwaarden', 'Conditions', { most: 2000 }),
    instrument: choice('Instrument bij doorgifte', 'Instrument of transfer', { adequacy: ['Adequaatheidsbesluit', 'Adequacy decision'], scc: ['Modelcontract van de EU (SCC)', 'EU standard contractual clauses'], bcr: ['Bindende bedrijfsvoorschriften', 'Binding corporate rules'], other: ['Anders', 'Other'] }),
    transfer_consent_on: date('Toestemming voor doorgifte op', 'Consent to the transfer on'),
    stopped_on: date('Gestopt op', 'Stopped on'),
    copies_deleted_on: date('Kopieën gewist op', 'Copies deleted on'),
  }, { citation: 'art. 28 lid 2 en 4 AVG', aliases: ['subverwerkers', 'onderaannemers'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
