// Fields of a system or store: what it is, which data, where and with whom, how secured (art. 32 AVG; N-36, M-10).
import { choice, date, longText, number, reference, term, terms, text, yesNo } from '../../register-kit/field-types.ts'

const level = { low: ['Laag', 'Low'], medium: ['Midden', 'Medium'], high: ['Hoog', 'High'] } as const

export const fields = {
  name: text('Naam van het systeem', 'Name of the system', { most: 200, aliases: ['naam', 'systeem', 'applicatie', 'applicatienaam', 'system', 'application', 'name', 'opslag'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'id', 'kenmerk', 'code', 'cmdb-nummer'] }),
  kind: choice('Soort opslag', 'Kind of store', {
    central: ['Centrale database', 'Central database'], decentral: ['Decentrale database', 'Decentral database'], spreadsheet: ['Spreadsheet', 'Spreadsheet'], paper: ['Papier', 'Paper'], unstructured: ['Losse documenten', 'Unstructured documents'],
  }, { citation: 'art. 5 lid 1 onder f AVG', help: { nl: 'Gegevens staan bij voorkeur in een centrale database.', en: 'Data preferably live in a central database.' }, aliases: ['soort', 'type', 'kind'] }),
  description: longText('Waarvoor dient het', 'What it is for', { aliases: ['omschrijving', 'doel', 'functie', 'description'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'organisatieonderdeel', 'team'] }),
  owner: reference('Systeemeigenaar', 'System owner', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'owner', 'system owner'] }),
  application_manager: reference('Functioneel beheerder', 'Application manager', 'person', { identifies: 'person', isPublic: false, aliases: ['beheerder', 'applicatiebeheerder'] }),
  used_since_on: date('In gebruik sinds', 'In use since'),
  user_count: number('Aantal gebruikers', 'Number of users', { most: 10_000_000, aliases: ['gebruikers', 'users'] }),

  data_categories: terms('Persoonsgegevens in het systeem', 'Personal data in the system', 'data-category', { citation: 'art. 30 lid 1 onder c AVG', aliases: ['persoonsgegevens', 'gegevens', 'personal data'] }),
  is_source: yesNo('Is dit de bron van deze gegevens?', 'Is this the source of these data?'),

  hosting: choice('Waar draait het', 'Where it runs', { own: ['Op eigen apparatuur', 'On own equipment'], supplier: ['Bij de leverancier', 'At the supplier'], cloud: ['In een publieke cloud', 'In a public cloud'] }, { aliases: ['hosting', 'locatie'] }),
  supplier: reference('Leverancier of beheerder', 'Supplier', 'processors', { citation: 'art. 28 AVG', help: { nl: 'Een leverancier die bij de gegevens kan, is een verwerker.', en: 'A supplier who can reach the data is a processor.' }, aliases: ['leverancier', 'supplier', 'vendor', 'verwerker'] }),
  country: term('Land waar de gegevens staan', 'Country where the data are', 'country', { citation: 'art. 44 AVG', aliases: ['land', 'country', 'datalocatie'] }),

  availability: choice('Beschikbaarheid', 'Availability', level, { citation: 'art. 32 lid 1 onder b AVG' }),
  integrity: choice('Integriteit', 'Integrity', level, { citation: 'art. 32 lid 1 onder b AVG' }),
  confidentiality: choice('Vertrouwelijkheid', 'Confidentiality', level, { citation: 'art. 32 lid 1 onder b AVG' }),
  is_portable: yesNo('Ook op laptop of telefoon', 'Also on laptop or phone', { aliases: ['laptop', 'mobiel'] }),
  is_encrypted: yesNo('Versleuteld opgeslagen', 'Encrypted at rest', { citation: 'art. 32 lid 1 onder a AVG', aliases: ['versleuteld', 'encryptie', 'encrypted'] }),
  is_encrypted_in_transit: yesNo('Versleuteld onderweg', 'Encrypted in transit', { citation: 'art. 32 lid 1 onder a AVG' }),
  has_second_factor: yesNo('Inloggen in twee stappen', 'Multi-factor authentication', { citation: 'art. 32 AVG', aliases: ['mfa', '2fa', 'tweestaps'] }),
  has_access_control: yesNo('Toegang per rol geregeld', 'Access per role', { citation: 'art. 32 AVG' }),
  has_logging: yesNo('Raadplegen wordt gelogd', 'Consulting is logged', { citation: 'art. 32 AVG', aliases: ['logging'] }),
  security_audit_on: date('Laatste beveiligingsonderzoek', 'Last security audit', { citation: 'art. 32 lid 1 onder d AVG', aliases: ['audit', 'pentest'] }),
  backup: choice('Back-up', 'Back-up', { daily: ['Dagelijks', 'Daily'], weekly: ['Wekelijks', 'Weekly'], none: ['Geen', 'None'] }),
  retention_by: choice('Wissen na de bewaartermijn', 'Erasing after the retention term', { automatic: ['Gaat vanzelf', 'By itself'], manual: ['Doet een medewerker', 'By hand'], none: ['Kan of gebeurt niet', 'Isn’t done'] }, { citation: 'art. 5 lid 1 onder e AVG' }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
