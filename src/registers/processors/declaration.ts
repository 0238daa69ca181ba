// Fields of a processor: who it is, its guarantees, audits and sub-processors (art. 28 AVG; H-43, M-08, N-43, W-08).
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
  reaches_participants: yesNo('Kan bij gegevens van deelnemers', 'Can reach participants’ data', { help: { nl: 'Alleen voor dienstverleners die voor andere organisaties verwerken.', en: 'Only for service organisations that process for others.' } }),

  guarantees: rows('Waarborgen', 'Guarantees', ['waarborg', 'guarantee'], {
    kind: choice('Soort', 'Kind', { iso_27001: ['ISO 27001', 'ISO 27001'], nen_7510: ['NEN 7510', 'NEN 7510'], isae_3402: ['ISAE 3402 of SOC 2', 'ISAE 3402 or SOC 2'], tpm: ['Verklaring van een derde (TPM)', 'Third-party memorandum'], data_pro: ['Data Pro-certificaat', 'Data Pro certificate'], own_statement: ['Eigen verklaring', 'Own statement'] }),
    scope: text('Waarvoor geldt het', 'Scope', { most: 500 }),
    valid_until_on: date('Geldig tot', 'Valid until'),
    seen_on: date('Bewijs gezien op', 'Proof seen on'),
  }, { citation: 'art. 28 lid 1 AVG', isPublic: false, aliases: ['certificaten', 'certificering', 'waarborgen'] }),
  last_audit_on: date('Laatste audit', 'Last audit', { citation: 'art. 28 lid 3 onder h AVG', isPublic: false, aliases: ['audit', 'datum audit'] }),
  audited_by: choice('Audit door', 'Audit by', { own: ['Onszelf', 'Ourselves'], independent: ['Onafhankelijke partij', 'Independent party'] }, { isPublic: false }),

  sub_processors: rows('Subverwerkers', 'Sub-processors', ['subverwerker', 'sub-processor'], {
    name: text('Naam', 'Name'),
    service: text('Wat doet de subverwerker', 'Service', { most: 1000 }),
    country: term('Land', 'Country', 'country'),
    consent: choice('Toestemming', 'Consent', { none: ['Geen toestemming', 'No consent'], conditional: ['Toestemming onder voorwaarden', 'Consent with conditions'], given: ['Toestemming gegeven', 'Consent given'] }),
    conditions: text('Voorwaarden', 'Conditions', { most: 2000 }),
  }, { citation: 'art. 28 lid 2 en 4 AVG', aliases: ['subverwerkers', 'onderaannemers'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
