// Fields of a portfolio: which member of the board or directors answers for privacy, in the name of which body, for what and until when (art. 24 AVG; N-07).
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van de portefeuille', 'Name of the portfolio', { most: 200, aliases: ['portefeuille', 'naam', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk'] }),
  subject: choice('Waarvoor', 'What for', {
    privacy: ['Privacy in het algemeen', 'Privacy in general'], employees: ['Gegevens van het eigen personeel', 'Data of the own staff'], public_order: ['Openbare orde en veiligheid', 'Public order and safety'],
    own_processing: ['Verwerkingen van het orgaan zelf', 'Processing of the body itself'], security: ['Informatiebeveiliging', 'Information security'],
  }, { citation: 'art. 24 lid 1 AVG', aliases: ['onderwerp', 'waarvoor'] }),
  body: reference('Namens', 'In the name of', 'governing_body', { citation: 'art. 4 onder 7 AVG', aliases: ['orgaan', 'namens'] }),
  department: reference('Afdeling', 'Department', 'department', { help: { nl: 'Alleen als de portefeuille één afdeling betreft.', en: 'Only when the portfolio concerns one department.' }, aliases: ['afdeling'] }),
  holder: reference('Portefeuillehouder in Waarborg', 'Portfolio holder in Waarborg', 'person', { identifies: 'person', isPublic: false, aliases: ['portefeuillehouder', 'houder'] }),
  holder_name: text('Portefeuillehouder', 'Portfolio holder', { most: 200, help: { nl: 'Naam of ambt, als deze persoon Waarborg niet gebruikt.', en: 'Name or office, when this person doesn’t use Waarborg.' }, aliases: ['wethouder', 'bestuurder'] }),
  substitute: reference('Vervanger', 'Substitute', 'person', { identifies: 'person', isPublic: false, aliases: ['vervanger'] }),
  decided_on: date('Datum van het besluit', 'Date of the decision', { aliases: ['besluitdatum'] }),
  decision_reference: text('Kenmerk van het besluit', 'Reference of the decision', { aliases: ['besluitnummer', 'zaaknummer'] }),
  starts_on: date('Geldt vanaf', 'Holds from', { aliases: ['vanaf', 'ingangsdatum'] }),
  ends_on: date('Geldt tot en met', 'Holds until', { aliases: ['einddatum', 'tot en met'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
