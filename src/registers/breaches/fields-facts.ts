// Fields of the facts of a breach: when it was, what kind, whose data and how many, and in which role we hold them (art. 33 lid 3 AVG; N-24, N-41, N-50).
import { choice, choices, longText, moment, number, reference, rows, terms, text, yesNo } from '../../register-kit/field-types.ts'

export const factFields = {
  is_security_incident: yesNo('Is het ook een beveiligingsincident', 'Whether it is a security incident too', { help: { nl: 'Beide worden naast elkaar afgehandeld.', en: 'Both are handled side by side.' }, aliases: ['beveiligingsincident', 'security incident'] }),
  judgement: choice('Is het een datalek', 'Whether it is a breach', { yes: ['Ja', 'Yes'], doubt: ['Dat is niet zeker: behandelen als datalek', 'Not certain: handle as a breach'], no: ['Nee, alleen een incident', 'No, an incident only'] }, { citation: 'art. 4 onder 12 AVG', aliases: ['datalek', 'breach'] }),
  judgement_reasons: longText('Waarom', 'Why', { most: 5000, citation: 'art. 33 lid 5 AVG' }),
  dangers: choices('Wat loopt nog meer gevaar', 'What else is in danger', { customers: ['Klanten', 'Customers'], processes: ['Het werk zelf', 'Processes'], finance: ['Geld', 'Finance'], reputation: ['De goede naam', 'The good name'] }, { isPublic: false, help: { nl: 'Kiest u iets, dan krijgt de directie bericht.', en: 'If you choose anything, the directors are told.' } }),
  occurred_from: moment('Begonnen op', 'Began at', { help: { nl: 'Een schatting mag.', en: 'An estimate will do.' }, citation: 'art. 33 lid 5 AVG', aliases: ['begin', 'datum incident', 'datum inbreuk'] }),
  occurred_until: moment('Geëindigd op', 'Ended at', { aliases: ['einde', 'einde inbreuk'] }),
  is_ongoing: yesNo('Duurt het nog voort', 'Whether it goes on still'),
  discovered_at: moment('Ontdekt op', 'Discovered at', { help: { nl: 'Het eerste moment waarop iemand het zag, ook bij een verwerker.', en: 'The first moment at which somebody saw it, at a processor too.' }, aliases: ['ontdekt', 'datum ontdekking', 'discovered'] }),
  discovered_how: longText('Hoe is het ontdekt', 'How it was discovered', { most: 5000, aliases: ['hoe ontdekt'] }),
  aware_at: moment('Bij ons bekend sinds', 'Known to us since', { help: { nl: 'Vanaf dit moment telt de 72 uur: toen het redelijk zeker was dat er een datalek is.', en: 'From this moment the 72 hours count: when it was reasonably certain that there is a breach.' }, citation: 'art. 33 lid 1 AVG', aliases: ['kennisname', 'bekend sinds', 'aware'] }),

  role: choice('Onze rol', 'Our role', { controller: ['Verwerkingsverantwoordelijke', 'Controller'], processor: ['Verwerker voor een ander', 'Processor for another'], joint: ['Samen met een ander verantwoordelijk', 'Joint controller'] }, { citation: 'art. 33 lid 1 en 2 AVG', aliases: ['rol', 'role'] }),
  regime: choice('Welke wet', 'Which law', { gdpr: ['AVG', 'GDPR'], wpg: ['Wet politiegegevens', 'Police Data Act'], both: ['AVG en Wet politiegegevens', 'GDPR and Police Data Act'] }, { citation: 'art. 33a Wpg', aliases: ['wet', 'regime'] }),
  participant: reference('Deelnemer', 'Participant', 'participant', { help: { nl: 'Voor wie u de gegevens verwerkt, of met wie samen.', en: 'For whom you process the data, or together with whom.' }, citation: 'art. 33 lid 2 AVG', aliases: ['deelnemer', 'opdrachtgever'] }),
  controller_name: text('Andere verantwoordelijke', 'Other controller', { help: { nl: 'Als die geen deelnemer is.', en: 'If it is no participant.' }, citation: 'art. 33 lid 2 AVG' }),
  processor: reference('Verwerker bij wie het gebeurde', 'Processor where it happened', 'processors', { citation: 'art. 33 lid 2 AVG', aliases: ['verwerker', 'processor'] }),
  processings: rows('Verwerkingen', 'Processing activities', ['verwerking', 'processing activity'], { processing: reference('Verwerking', 'Processing activity', 'processing-activities') }, { aliases: ['verwerkingen'] }),
  systems: rows('Systemen', 'Systems', ['systeem', 'system'], { system: reference('Systeem', 'System', 'systems') }, { aliases: ['systemen'] }),

  kinds: choices('Soort inbreuk', 'Kind of breach', {
    confidentiality: ['Vertrouwelijkheid: iemand zag wat niet mocht', 'Confidentiality: somebody saw what wasn’t theirs'], integrity: ['Juistheid: gegevens zijn gewijzigd', 'Integrity: data were changed'], availability: ['Beschikbaarheid: gegevens zijn weg', 'Availability: data are gone'],
  }, { citation: 'art. 4 onder 12 en art. 33 lid 3 onder a AVG', help: { nl: 'Er kunnen er meer zijn.', en: 'There may be more than one.' }, aliases: ['soort', 'biv', 'type inbreuk'] }),
  cause: choice('Wat voor incident', 'What kind of incident', {
    misdirected: ['Verstuurd of afgegeven aan een verkeerde ontvanger', 'Sent or handed to a wrong recipient'], lost_device: ['Apparaat, gegevensdrager of papier kwijt of gestolen', 'Device, carrier or paper lost or stolen'], lost_mail: ['Brief of pakket kwijt of geopend terug', 'Letter or parcel lost or returned opened'],
    hacking: ['Hacking, malware of phishing', 'Hacking, malware or phishing'], disposal: ['Bij het oud papier of op een afgedankt apparaat', 'With waste paper or on a discarded device'], published: ['Per ongeluk gepubliceerd', 'Published by accident'],
    wrong_customer: ['Gegevens van een ander getoond in een portaal', 'Data of somebody else shown in a portal'], spoken: ['Mondeling verteld aan wie het niet mocht weten', 'Told to somebody who wasn’t to know'], insider: ['Ingezien door een eigen medewerker die dat niet mocht', 'Looked into by an own employee who wasn’t to'], other: ['Iets anders', 'Something else'],
  }, { citation: 'art. 33 lid 3 onder a AVG', aliases: ['oorzaak', 'aard incident', 'cause'] }),
  data_categories: terms('Soorten gegevens', 'Kinds of data', 'data-category', { citation: 'art. 33 lid 3 onder a AVG', aliases: ['categorieën gegevens', 'persoonsgegevens'] }),
  subject_categories: terms('Groepen mensen', 'Groups of people', 'subject-category', { citation: 'art. 33 lid 3 onder a AVG', aliases: ['categorieën betrokkenen'] }),
  subjects_min: number('Aantal mensen, minstens', 'Number of people, at least', { citation: 'art. 33 lid 3 onder a AVG', aliases: ['aantal betrokkenen', 'aantal min'] }),
  subjects_max: number('Aantal mensen, hooguit', 'Number of people, at most', { aliases: ['aantal max'] }),
  records_number: number('Aantal gegevensrecords', 'Number of records', { citation: 'art. 33 lid 3 onder a AVG', aliases: ['records'] }),
  countries: terms('Landen waar deze mensen wonen', 'Countries where these people live', 'country', { aliases: ['landen'] }),
  protection: choice('Waren de gegevens onleesbaar voor anderen', 'Whether the data were unintelligible to others', { yes: ['Ja, helemaal', 'Yes, all of it'], partly: ['Deels', 'Partly'], no: ['Nee', 'No'], unknown: ['Onbekend', 'Unknown'] }, { citation: 'art. 34 lid 3 onder a AVG', help: { nl: 'Bijvoorbeeld versleuteld, met een sleutel die veilig is.', en: 'For instance encrypted, with a key that is safe.' }, aliases: ['versleuteld', 'encrypted'] }),
  protection_note: longText('Toelichting op de bescherming vooraf', 'Note on the protection beforehand', { most: 5000 }),
  containment: longText('Wat is gedaan om de schade te beperken', 'What was done to limit the damage', { citation: 'art. 33 lid 3 onder d AVG', help: { nl: 'Bijvoorbeeld: systeem afgesloten, rechten ingetrokken, gegevens laten wissen.', en: 'For instance: system isolated, rights withdrawn, data had erased.' }, aliases: ['maatregelen', 'schadebeperking'] }),
  contained_at: moment('Schade beperkt op', 'Damage limited at'),
  dpo_warned_at: moment('FG en CISO gewaarschuwd op', 'DPO and CISO warned at'),
  directors_told_at: moment('Directie ingelicht op', 'Directors told at'),
} as const
