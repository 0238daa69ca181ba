// Fields of the report of a breach: who tells it, and the nine, seven or eleven questions that are asked of whoever found it, without names (N-49, P-14, N-41).
import { choice, longText, moment, reference, text } from '../../register-kit/field-types.ts'

const noNames = { nl: 'Zonder namen en zonder BSN.', en: 'Without names and without citizen service numbers.' }

export const reportFields = {
  name: text('Titel', 'Title', { most: 200, help: { nl: 'Kort, en zonder namen van mensen.', en: 'Short, and without names of people.' }, aliases: ['titel', 'onderwerp', 'incident', 'title'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'meldingsnummer', 'number'] }),
  channel: choice('Hoe kwam de melding binnen', 'How the report came in', {
    colleague: ['Via een collega', 'By a colleague'], portal: ['Via het portaal', 'By the portal'], web: ['Via de website', 'By the website'], desk: ['Aan de balie', 'At the desk'], letter: ['Per brief', 'By letter'], email: ['Per e-mail', 'By e-mail'],
    phone: ['Per telefoon', 'By phone'], processor: ['Via een verwerker', 'By a processor'], participant: ['Via een deelnemer', 'By a participant'], other: ['Anders', 'Otherwise'],
  }, { aliases: ['kanaal', 'channel'] }),
  language: choice('Taal van de melder', 'Language of the reporter', { nl: ['Nederlands', 'Dutch'], en: ['Engels', 'English'] }, { isPublic: false }),
  received_at: moment('Binnengekomen op', 'Received at', { aliases: ['ontvangen', 'meldingsdatum', 'datum melding', 'received'] }),
  reporter_name: text('Naam van de melder', 'Name of the reporter', { identifies: 'person', isPublic: false, aliases: ['melder', 'gemeld door', 'reporter'] }),
  reporter_email: text('E-mailadres van de melder', 'E-mail address of the reporter', { identifies: 'person', isPublic: false }),
  reporter_phone: text('Telefoon van de melder', 'Phone of the reporter', { most: 60, identifies: 'person', isPublic: false }),
  manager_email: text('E-mailadres van de leidinggevende', 'E-mail address of the manager', { identifies: 'person', isPublic: false, help: { nl: 'De leidinggevende krijgt bericht van de melding.', en: 'The manager is told of the report.' } }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Behandelaar', 'Handler', 'person', { identifies: 'person', isPublic: false, aliases: ['behandelaar', 'eigenaar', 'owner'] }),

  who_involved: longText('Om welke mensen gaat het', 'Which people it is about', { most: 5000, help: { nl: 'De groep, bijvoorbeeld “aanvragers van een uitkering”. Zonder namen.', en: 'The group, for instance “applicants for a benefit”. Without names.' }, citation: 'art. 33 lid 3 onder a AVG', aliases: ['wie', 'betrokkenen', 'who'] }),
  what_happened: longText('Wat is er gebeurd', 'What happened', { help: noNames, citation: 'art. 33 lid 3 onder a AVG', aliases: ['wat', 'omschrijving', 'beschrijving', 'samenvatting', 'what'] }),
  data_described: longText('Om welke gegevens gaat het', 'Which data it is about', { most: 5000, help: { nl: 'De soorten gegevens, niet de gegevens zelf.', en: 'The kinds of data, not the data themselves.' }, aliases: ['welke gegevens', 'gegevens', 'data'] }),
  where_happened: longText('Waar is het gebeurd', 'Where it happened', { most: 5000, help: { nl: 'De plek, het systeem of de map waar de gegevens vandaan komen.', en: 'The place, system or folder that the data come from.' }, aliases: ['waar', 'plaats', 'where'] }),
  how_happened: longText('Hoe is het gebeurd', 'How it happened', { most: 5000, help: noNames, aliases: ['hoe', 'how'] }),
  why_happened: longText('Waardoor kon het gebeuren', 'Why it could happen', { most: 5000, help: { nl: 'De oorzaak, voor zover u die kent.', en: 'The cause, as far as you know it.' }, aliases: ['waarom', 'oorzaak omschreven', 'why'] }),
  when_described: text('Wanneer is het gebeurd', 'When it happened', { most: 500, help: { nl: 'Een dag en tijd, of een periode. Een schatting mag.', en: 'A day and time, or a period. An estimate will do.' }, aliases: ['wanneer', 'when'] }),
  action_taken: longText('Wat is er al gedaan', 'What was done already', { most: 5000, help: { nl: 'Bijvoorbeeld: de ontvanger gebeld, het wachtwoord gewijzigd.', en: 'For instance: called the recipient, changed the password.' }, aliases: ['actie', 'genomen actie', 'oplossing', 'action'] }),
  copy_where: longText('Is er een kopie van de gegevens', 'Whether there is a copy of the data', { most: 2000, isPublic: false, help: { nl: 'Voeg een kopie als bijlage toe en stuur haar nooit per e-mail.', en: 'Add a copy as an attachment and never send it by e-mail.' } }),
} as const
