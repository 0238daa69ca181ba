// Fields of the appointment of a data protection officer: who, by whom, until when, where published and under which number known to the supervisor (art. 37 tot en met 39 AVG; N-13, M-06).
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van de aanwijzing', 'Name of the appointment', { most: 200, aliases: ['aanwijzing', 'naam', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk'] }),
  outcome: choice('Uitkomst', 'Outcome', {
    own: ['Een eigen FG is aangewezen', 'An own DPO is appointed'], shared: ['Een FG is samen met anderen aangewezen', 'A DPO is appointed together with others'], hired: ['Een FG van buiten is aangewezen', 'A DPO from outside is appointed'],
    none: ['Geen FG, na een toets', 'No DPO, after a test'],
  }, { citation: 'art. 37 AVG', aliases: ['soort', 'vorm'] }),
  dpo: reference('Functionaris gegevensbescherming', 'Data protection officer', 'person', { identifies: 'person', citation: 'art. 37 lid 1 AVG', isPublic: false, aliases: ['fg', 'functionaris', 'dpo'] }),
  assessment: longText('Toets: waarom geen FG nodig is', 'Test: why no DPO is needed', { citation: 'art. 37 lid 1 onder b en c AVG', help: { nl: 'Volgt of observeert u mensen op grote schaal, of verwerkt u veel bijzondere of strafrechtelijke gegevens? Dat u geen overheid bent, is op zichzelf geen reden.', en: 'Do you monitor people on a large scale, or process many special or criminal data? Being no public body isn’t a reason by itself.' }, aliases: ['toets'] }),
  qualities: longText('Deskundigheid', 'Professional qualities', { citation: 'art. 37 lid 5 AVG', isPublic: false, aliases: ['deskundigheid', 'opleiding'] }),

  body: reference('Aangewezen door', 'Appointed by', 'governing_body', { citation: 'art. 37 lid 1 AVG', aliases: ['orgaan', 'aangewezen door'] }),
  decided_on: date('Datum van het besluit', 'Date of the decision', { aliases: ['besluitdatum'] }),
  decision_reference: text('Kenmerk van het besluit', 'Reference of the decision', { aliases: ['zaaknummer', 'besluitnummer'] }),
  starts_on: date('Geldt vanaf', 'Holds from', { aliases: ['ingangsdatum', 'vanaf'] }),
  ends_on: date('Geldt tot en met', 'Holds until', { aliases: ['einddatum', 'tot en met'] }),

  contact_email: text('E-mailadres van de FG', 'E-mail address of the DPO', { most: 300, citation: 'art. 37 lid 7 AVG', aliases: ['e-mail', 'email'] }),
  contact_phone: text('Telefoonnummer van de FG', 'Telephone number of the DPO', { most: 60, citation: 'art. 37 lid 7 AVG', aliases: ['telefoon'] }),
  published_at: text('Waar bekendgemaakt', 'Where published', { citation: 'art. 37 lid 7 AVG', help: { nl: 'Bijvoorbeeld de privacyverklaring op uw website.', en: 'For instance the privacy statement on your website.' }, aliases: ['gepubliceerd op', 'vindplaats'] }),
  published_on: date('Bekendgemaakt op', 'Published on', { citation: 'art. 37 lid 7 AVG' }),
  registered_on: date('Aangemeld bij de AP op', 'Registered with the authority on', { citation: 'art. 37 lid 7 AVG', aliases: ['aangemeld', 'datum aanmelding'] }),
  registration_number: text('Nummer bij de AP', 'Number at the authority', { most: 60, citation: 'art. 37 lid 7 AVG', aliases: ['fg-nummer', 'registratienummer'] }),

  independence: longText('Hoe de onafhankelijkheid is geregeld', 'How independence is arranged', { citation: 'art. 38 lid 3 AVG', help: { nl: 'Geen instructies, niet gestraft voor de taken, en rechtstreeks verslag aan de hoogste leiding.', en: 'No instructions, not penalised for the tasks, and reporting directly to the highest management.' }, aliases: ['onafhankelijkheid'] }),
  other_tasks: longText('Andere taken, en waarom die niet botsen', 'Other tasks, and why they don’t conflict', { citation: 'art. 38 lid 6 AVG', isPublic: false, aliases: ['andere taken', 'nevenfuncties'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
