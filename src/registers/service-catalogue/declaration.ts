// Fields of a service that an organisation gives to its participants: what it is, which processing goes with it, who takes it and by which agreement (art. 28 lid 3 en art. 30 lid 2 AVG; W-05).
import { choice, date, longText, reference, rows, term, terms, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van de dienst', 'Name of the service', { most: 200, help: { nl: 'Zoals deelnemers haar kennen.', en: 'As participants know it.' }, aliases: ['naam', 'dienst', 'dienstnaam', 'service', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'dienstnummer', 'number'] }),
  kind: term('Soort dienst', 'Kind of service', 'service', { aliases: ['soort', 'categorie', 'kind'] }),
  description: longText('Wat houdt de dienst in', 'What the service is', { citation: 'art. 28 lid 3 AVG', aliases: ['omschrijving', 'beschrijving', 'description'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Wie is verantwoordelijk voor de dienst', 'Who answers for the service', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'dienstverantwoordelijke', 'servicemanager', 'owner'] }),
  contact: text('Contact voor deelnemers', 'Contact for participants', { help: { nl: 'Een team of functie, met e-mailadres of telefoonnummer.', en: 'A team or function, with an e-mail address or phone number.' }, aliases: ['contact', 'contactpersoon'] }),
  out_of_hours: text('Bereikbaar buiten kantooruren', 'Contact out of hours', { help: { nl: 'Waar belt een deelnemer ’s nachts of in het weekend?', en: 'Whom does a participant call at night or in the weekend?' } }),

  participants: rows('Welke deelnemers nemen de dienst af', 'Which participants take the service', ['deelnemer', 'participant'], {
    participant: reference('Deelnemer', 'Participant', 'participant'),
    since_on: date('Sinds', 'Since'),
    until_on: date('Tot en met', 'Until'),
    agreement: text('Verwerkersovereenkomst (kenmerk)', 'Processor agreement (reference)', { most: 200 }),
    agreement_on: date('Ondertekend op', 'Signed on'),
    agreement_until_on: date('Overeenkomst loopt tot en met', 'Agreement runs until'),
  }, { citation: 'art. 28 lid 3 en art. 30 lid 2 onder a AVG', aliases: ['deelnemers', 'afnemers', 'klanten', 'participants'] }),

  processings: rows('Welke verwerkingen horen erbij', 'Which processing activities go with it', ['verwerking', 'processing activity'], {
    processing: reference('Verwerking', 'Processing activity', 'processing-activities', { help: { nl: 'Een verwerking waarin u verwerker bent.', en: 'A processing activity in which you are the processor.' } }),
    note: text('Toelichting', 'Note', { most: 1000 }),
  }, { citation: 'art. 30 lid 2 onder b AVG', aliases: ['verwerkingen', 'processings'] }),
  systems: rows('Met welke systemen', 'With which systems', ['systeem', 'system'], {
    system: reference('Systeem', 'System', 'systems'),
    note: text('Toelichting', 'Note', { most: 1000 }),
  }, { aliases: ['systemen', 'applicaties', 'systems'] }),
  sub_processors: rows('Met welke subverwerkers', 'With which sub-processors', ['subverwerker', 'sub-processor'], {
    processor: reference('Uit het register van verwerkers', 'From the register of processors', 'processors'),
    what: text('Wat doet de subverwerker', 'What the sub-processor does', { most: 1000 }),
  }, { citation: 'art. 28 lid 2 en 4 AVG', aliases: ['subverwerkers', 'leveranciers', 'sub-processors'] }),

  security_level: choice('Hoe zwaar is de dienst beveiligd', 'How heavily the service is secured', {
    standard: ['Standaard, voor gewone gegevens', 'Standard, for common data'], raised: ['Verhoogd, ook voor bijzondere gegevens en BSN', 'Raised, also for special data and the citizen service number'], high: ['Hoog, ook voor wat niet mag uitlekken', 'High, also for what must not leak'],
  }, { citation: 'art. 32 lid 1 AVG', aliases: ['beveiligingsniveau', 'security level'] }),
  measures: terms('Beveiligingsmaatregelen', 'Security measures', 'measure', { citation: 'art. 30 lid 2 onder d AVG', aliases: ['maatregelen', 'measures'] }),
  note: longText('Toelichting', 'Note', { isPublic: false, help: { nl: 'Alleen voor uw eigen organisatie. Deelnemers zien dit niet.', en: 'For your own organisation only. Participants don’t see this.' } }),
} as const
