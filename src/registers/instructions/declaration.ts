// Fields of an instruction: what a participant told its processor to do, from whom and how it came, and what became of it (art. 28 lid 3 onder a AVG; W-02).
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'

/** What an instruction asks for. */
export const kinds = {
  begin: ['Een verwerking beginnen', 'Begin a processing activity'], change: ['Een verwerking anders doen', 'Do a processing activity differently'], stop: ['Een verwerking stoppen', 'Stop a processing activity'],
  erase: ['Gegevens wissen', 'Erase data'], hand_over: ['Gegevens teruggeven of aan een ander geven', 'Return data or give them to another'], transfer: ['Gegevens buiten de EER brengen', 'Take data outside the EEA'],
  security: ['Anders beveiligen', 'Secure differently'], sub_processor: ['Over een subverwerker', 'About a sub-processor'], rights: ['Helpen bij rechten van mensen', 'Help with rights of people'], other: ['Iets anders', 'Something else'],
} as const

export const fields = {
  name: text('De instructie in het kort', 'The instruction in short', { most: 200, help: { nl: 'Eén zin, zonder namen van inwoners.', en: 'One sentence, without names of residents.' }, aliases: ['instructie', 'titel', 'onderwerp', 'naam', 'instruction', 'title'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'number'] }),
  participant: reference('Van welke deelnemer', 'From which participant', 'participant', { citation: 'art. 28 lid 3 onder a AVG', aliases: ['deelnemer', 'opdrachtgever', 'participant'] }),
  kind: choice('Wat vraagt de deelnemer', 'What the participant asks', kinds, { aliases: ['soort', 'kind'] }),
  instruction: longText('De instructie', 'The instruction', { citation: 'art. 28 lid 3 onder a AVG', help: { nl: 'Letterlijk, zoals de deelnemer haar gaf.', en: 'Literally, as the participant gave it.' }, aliases: ['tekst', 'omschrijving', 'inhoud', 'text'] }),
  service: reference('Voor welke dienst', 'For which service', 'services', { aliases: ['dienst', 'service'] }),
  processing: reference('Voor welke verwerking', 'For which processing activity', 'processing-activities', { citation: 'art. 30 lid 2 onder b AVG', aliases: ['verwerking', 'processing'] }),
  received_on: date('Ontvangen op', 'Received on', { aliases: ['datum', 'datum ontvangst', 'received'] }),
  given_by: text('Van wie (functie)', 'From whom (function)', { most: 200, help: { nl: 'De functie bij de deelnemer, bijvoorbeeld “teammanager Burgerzaken”.', en: 'The function at the participant, for instance “head of Civil Affairs”.' }, aliases: ['gegeven door', 'van wie', 'functie'] }),
  means: choice('Hoe kwam de instructie', 'How the instruction came', {
    agreement: ['In de verwerkersovereenkomst', 'In the processor agreement'], letter: ['Per brief', 'By letter'], email: ['Per e-mail', 'By e-mail'], portal: ['Via het portaal', 'Through the portal'],
    here: ['Vanuit de eigen omgeving van de deelnemer', 'From the participant’s own organisation here'], meeting: ['In een overleg', 'In a meeting'], spoken: ['Mondeling of telefonisch', 'By word of mouth or phone'],
  }, { aliases: ['kanaal', 'hoe ontvangen', 'means'] }),
  confirmed_on: date('Schriftelijk bevestigd op', 'Confirmed in writing on', { citation: 'art. 28 lid 3 onder a AVG', help: { nl: 'Nodig als de instructie in een overleg of mondeling kwam.', en: 'Needed where the instruction came in a meeting or by word of mouth.' } }),
  document: text('Waar staat het stuk', 'Where the document is', { most: 500, help: { nl: 'Zaaknummer of kenmerk. Het stuk zelf kunt u als bijlage toevoegen.', en: 'Case number or reference. The document itself can be added as an attachment.' }, aliases: ['zaaknummer', 'bijlage', 'document'] }),
  due_on: date('Uitvoeren vóór of op', 'To be carried out by', { aliases: ['deadline', 'einddatum', 'uiterlijk', 'due'] }),

  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Wie voert haar uit', 'Who carries it out', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'behandelaar', 'uitvoerder', 'owner'] }),
  note: longText('Eigen notitie', 'Own note', { isPublic: false, help: { nl: 'Alleen voor uw eigen organisatie. De deelnemer ziet dit niet.', en: 'For your own organisation only. The participant doesn’t see this.' }, aliases: ['notitie', 'toelichting', 'note'] }),

  acknowledged_on: date('Bevestigd op', 'Acknowledged on', { aliases: ['datum bevestiging'] }),
  acknowledged_by: reference('Bevestigd door', 'Acknowledged by', 'person', { identifies: 'person', isPublic: false }),
  reply: longText('Bericht aan de deelnemer', 'Message to the participant', { most: 5_000 }),

  objected_on: date('Bezwaar gemaakt op', 'Objected on', { citation: 'art. 28 lid 3 AVG' }),
  objection: longText('Waarom dit volgens ons niet mag', 'Why we think that this is not allowed', { most: 10_000, citation: 'art. 28 lid 3 AVG' }),
  objection_article: text('In strijd met', 'Infringes', { most: 300, help: { nl: 'Het artikel, bijvoorbeeld: art. 9 lid 1 AVG.', en: 'The article, for instance: art. 9(1) GDPR.' } }),
  objection_told_on: date('Aan de deelnemer verteld op', 'Told to the participant on', { citation: 'art. 28 lid 3 AVG' }),
  objection_answered_on: date('Antwoord van de deelnemer op', 'Answer of the participant on'),
  objection_answer: longText('Antwoord van de deelnemer', 'Answer of the participant', { most: 10_000 }),

  carried_out_on: date('Uitgevoerd op', 'Carried out on', { aliases: ['datum uitvoering', 'uitgevoerd'] }),
  done: longText('Wat is er gedaan', 'What was done', { most: 10_000, aliases: ['uitvoering', 'resultaat'] }),
  proof: text('Waaruit blijkt dat', 'Proof', { most: 1_000, citation: 'art. 28 lid 3 onder h AVG', help: { nl: 'Een verslag, logregel of certificaat, met waar het staat.', en: 'A report, log entry or certificate, and where it is.' }, aliases: ['bewijs', 'proof'] }),

  withdrawn_on: date('Ingetrokken op', 'Withdrawn on'),
  withdrawn_reason: longText('Waarom ingetrokken', 'Why it was withdrawn', { most: 10_000 }),
  replaced_by: reference('Vervangen door', 'Replaced by', 'instructions'),
} as const
