// Fields of a complaint or question of an outsider: what happened, how grave it is, who handles it, what was found, and what changed because of it (hoofdstuk 9 Awb; H-32, W-13, W-18, P-13).
import { choice, date, longText, moment, reference, text, yesNo } from '../../register-kit/field-types.ts'

/** The law's own grounds for not taking up a complaint (art. 9:8 Awb). */
export const refusalGrounds = {
  handled_before: ['Deze klacht is eerder behandeld (lid 1 onder a)', 'This complaint was handled before (1)(a)'], over_a_year: ['Het gebeurde meer dan een jaar geleden (lid 1 onder b)', 'It happened more than a year ago (1)(b)'],
  objection: ['Bezwaar was mogelijk (lid 1 onder c)', 'An objection was possible (1)(c)'], appeal: ['Beroep is of was mogelijk (lid 1 onder d)', 'An appeal is or was possible (1)(d)'], other_court: ['Het ligt of lag bij een andere rechter (lid 1 onder e)', 'It is or was before another court (1)(e)'],
  criminal: ['Er loopt een strafzaak (lid 1 onder f)', 'Criminal proceedings run (1)(f)'], no_interest: ['Belang of gewicht is duidelijk te klein (lid 2)', 'Interest or weight is clearly too small (2)'],
} as const

export const fields = {
  title: text('Onderwerp', 'Subject', { most: 200, help: { nl: 'Eén zin, zonder namen.', en: 'One sentence, without names.' }, aliases: ['onderwerp', 'klacht', 'titel', 'subject'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'klachtnummer', 'zaaknummer', 'number'] }),
  kind: choice('Soort', 'Kind', { complaint: ['Klacht', 'Complaint'], question: ['Vraag', 'Question'], handling: ['Niet eens met hoe iets ging', 'Disagrees with how something went'] }, { aliases: ['soort', 'kind'] }),
  description: longText('Wat is er gebeurd', 'What happened', { isPublic: false, aliases: ['omschrijving', 'toelichting', 'gebeurtenis', 'description'] }),
  wish: longText('Wat moet er volgens de indiener gebeuren', 'What whoever complains wants to happen', { most: 5_000, isPublic: false, aliases: ['wens', 'gewenste oplossing'] }),
  department: reference('Over welke afdeling', 'About which department', 'department', { aliases: ['afdeling', 'team'] }),
  complained_about: reference('Over welke collega', 'About which colleague', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Wie dit is, behandelt de klacht niet (art. 9:7 Awb).', en: 'This person doesn’t handle the complaint (art. 9:7 Awb).' }, aliases: ['beklaagde'] }),
  processing: reference('Over welke verwerking', 'About which processing activity', 'processing-activities', { aliases: ['verwerking', 'processing'] }),
  request: reference('Over welk verzoek', 'About which request', 'requests', { help: { nl: 'Wie aan dat verzoek werkte, behandelt de klacht niet.', en: 'Whoever worked on that request doesn’t handle the complaint.' }, aliases: ['verzoek'] }),
  breach: reference('Over welk datalek', 'About which breach', 'breaches', { help: { nl: 'Wie aan dat datalek werkte, behandelt de klacht niet.', en: 'Whoever worked on that breach doesn’t handle the complaint.' }, aliases: ['datalek'] }),

  received_at: moment('Ontvangen', 'Received', { citation: 'art. 9:11 lid 1 Awb', aliases: ['ontvangen op', 'datum ontvangst', 'received'] }),
  channel: choice('Hoe kwam het binnen', 'How it came in', {
    portal: ['Mijn omgeving', 'Portal'], web: ['Formulier op de website', 'Form on the website'], desk: ['Balie', 'Desk'], letter: ['Brief', 'Letter'], email: ['E-mailbericht', 'E-mail message'], phone: ['Telefoon', 'Phone'],
    colleague: ['Collega', 'Colleague'], processor: ['Verwerker', 'Processor'], participant: ['Deelnemer', 'Participant'], other: ['Anders', 'Otherwise'],
  }, { aliases: ['kanaal', 'channel'] }),
  reporter_name: text('Naam van de indiener', 'Name of whoever complains', { most: 200, identifies: 'person', isPublic: false, citation: 'art. 9:4 lid 2 Awb', aliases: ['naam', 'klager', 'name'] }),
  reporter_email: text('E-mailadres van de indiener', 'E-mail address of whoever complains', { most: 254, identifies: 'person', isPublic: false, aliases: ['e-mail', 'mail', 'email'] }),
  reporter_phone: text('Telefoon van de indiener', 'Phone of whoever complains', { most: 40, identifies: 'person', isPublic: false, aliases: ['telefoon', 'phone'] }),
  reporter_address: text('Postadres van de indiener', 'Postal address of whoever complains', { most: 500, identifies: 'person', isPublic: false, citation: 'art. 9:4 lid 2 Awb', aliases: ['adres', 'address'] }),
  language: choice('Taal van de indiener', 'Language of whoever complains', { nl: ['Nederlands', 'Dutch'], en: ['Engels', 'English'] }, { aliases: ['taal', 'language'] }),
  confirmed_at: moment('Ontvangst bevestigd', 'Receipt confirmed', { citation: 'art. 9:6 Awb', aliases: ['ontvangstbevestiging'] }),

  significance: choice('Gevolgen', 'Impact', { none: ['Geen grote gevolgen', 'No significant impact'], potential: ['Misschien grote gevolgen', 'Potentially significant'], significant: ['Grote gevolgen', 'Significant'] }, { citation: 'art. 24 lid 1 AVG', aliases: ['impact', 'ernst'] }),
  significance_reason: longText('Waarom', 'Why', { most: 5_000, isPublic: false }),
  data_in_danger: yesNo('Er zijn gegevens in gevaar', 'Data are in danger', { citation: 'art. 32 lid 1 AVG', help: { nl: 'Bij “ja” krijgt de directie meteen bericht. Is het een datalek? Leg het dan ook vast bij de datalekken.', en: 'With “yes” the directors are told at once. Is it a breach? Then record it among the breaches too.' } }),
  directors_told_at: moment('Directie ingelicht', 'Directors informed', { aliases: ['directie ingelicht'] }),

  route: choice('Wie beslist', 'Who decides', { governing_body: ['College of ander bestuursorgaan', 'Governing body'], management: ['Directie', 'Directors'], dpo: ['Functionaris gegevensbescherming (FG)', 'Data protection officer (DPO)'], privacy_officer: ['Privacy officer (privacybeheerder)', 'Privacy officer'] }, { aliases: ['route', 'beslisser'] }),
  handler: reference('Behandelaar', 'Handler', 'person', { identifies: 'person', isPublic: false, citation: 'art. 9:7 lid 1 Awb', aliases: ['behandelaar', 'handler'] }),
  talk_outcome: choice('Samen opgelost?', 'Settled together?', { agreed: ['Ja, de indiener is tevreden', 'Yes, to satisfaction'], not_agreed: ['Geprobeerd, niet gelukt', 'Tried, without result'], declined: ['De indiener wilde dat niet', 'Declined by whoever complains'] }, { citation: 'art. 9:5 Awb' }),
  talk_note: longText('Wat is er besproken', 'What was talked about', { most: 10_000, isPublic: false }),
  hearing: choice('Gehoord', 'Heard', { heard: ['Ja', 'Yes'], waived: ['De indiener zag ervan af', 'Waived by whoever complains'], clearly_unfounded: ['Klacht is kennelijk ongegrond', 'Complaint is clearly unfounded'], no_answer: ['Geen antwoord op de uitnodiging', 'No answer to the invitation'] }, { citation: 'art. 9:10 Awb' }),
  heard_on: date('Gehoord op', 'Heard on', { citation: 'art. 9:10 lid 1 Awb' }),
  hearing_report: longText('Verslag van het horen', 'Report of the hearing', { isPublic: false, citation: 'art. 9:10 lid 3 Awb' }),

  judgement: choice('Oordeel', 'Judgement', { founded: ['Gegrond', 'Founded'], partly: ['Deels gegrond', 'Partly founded'], unfounded: ['Ongegrond', 'Unfounded'], not_taken_up: ['Niet in behandeling genomen', 'Not taken up'] }, { citation: 'art. 9:12 lid 1 Awb', aliases: ['oordeel', 'uitkomst'] }),
  judgement_reason: longText('Bevindingen en reden', 'Findings and reason', { isPublic: false, citation: 'art. 9:12 lid 1 Awb', aliases: ['bevindingen', 'motivering'] }),
  refusal_ground: choice('Waarom niet in behandeling', 'Why not taken up', refusalGrounds, { citation: 'art. 9:8 Awb' }),
  answer: longText('Antwoord aan de indiener', 'Answer to whoever complains', { isPublic: false, citation: 'art. 9:12 lid 1 Awb', aliases: ['antwoord', 'afhandeling'] }),
  answered_at: moment('Beantwoord', 'Answered', { citation: 'art. 9:11 lid 1 Awb', aliases: ['beantwoord op', 'afgehandeld op'] }),
  remedies_named: yesNo('Het antwoord noemt waar iemand daarna heen kan', 'The answer says where somebody can turn next', { citation: 'art. 9:12 lid 2 Awb en art. 77 AVG' }),

  changed_practice: longText('Wat doen wij voortaan anders', 'What we do differently from now on', { most: 10_000, aliases: ['maatregel', 'aanpassing'] }),
  practice_task: reference('Taak om het anders te gaan doen', 'Task to do so', 'tasks'),
  practice_measure: reference('Maatregel', 'Measure', 'measures'),
  no_change_reason: longText('Waarom hoeft er niets te veranderen', 'Why nothing needs to change', { most: 5_000 }),
  practice_told_at: moment('Verteld wat er verandert', 'Told what changes'),
} as const
