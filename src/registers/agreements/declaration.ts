// Fields of a processor agreement: what art. 28 lid 3 AVG and the policies ask of it (H-40, H-44, H-45, N-40, N-43, N-44, N-45, N-63, N-65, N-66).
import { choice, choices, date, duration, longText, number, reference, rows, term, text, yesNo } from '../../register-kit/field-types.ts'
import { checklist } from './checklist.ts'
import { subjects } from './subjects.ts'

export { subjects }

/** What the processor promises besides (N-63), each a subject of the generated agreement. */
export const promises = {
  decides_nothing: ['Beslist zelf niets over de gegevens', 'Decides nothing on the data by itself'],
  verifies_demands: ['Toetst een vordering van een overheid en waarschuwt ons eerst', 'Verifies a demand of an authority and warns us first'],
  secrecy_survives: ['Geheimhouding blijft na afloop', 'Secrecy survives the end'],
  answers_for_subs: ['Staat in voor wie hij inschakelt', 'Answers for whom it engages'],
  renegotiates: ['Overlegt opnieuw als de wet verandert', 'Negotiates anew when the law changes'],
} as const

/** What a limit of liability doesn't cover (N-65). */
export const exclusions = {
  death: ['Overlijden', 'Death'], injury: ['Letsel', 'Injury'], intent: ['Opzet of grove schuld', 'Intent or gross negligence'], property: ['Intellectueel eigendom', 'Intellectual property'],
} as const

export const fields = {
  name: text('Naam van de overeenkomst', 'Name of the agreement', { most: 200, aliases: ['naam', 'overeenkomst', 'contract', 'titel', 'agreement', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'contractnummer', 'zaaknummer', 'kenmerk'] }),
  processor: reference('Verwerker', 'Processor', 'processors', { citation: 'art. 28 lid 3 AVG', aliases: ['verwerker', 'leverancier', 'partij', 'processor'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Wie de overeenkomst sluit en bijhoudt.', en: 'Who concludes the agreement and keeps it current.' }, aliases: ['eigenaar', 'contracteigenaar'] }),
  main_contract: text('Hoofdovereenkomst', 'Main contract', { most: 300, aliases: ['hoofdcontract', 'hoofdovereenkomst'] }),
  processings: rows('Voor welke verwerkingen', 'For which processing activities', ['verwerking', 'processing activity'], {
    processing: reference('Verwerking', 'Processing activity', 'processing-activities'),
    note: text('Toelichting', 'Note', { most: 1000 }),
  }, { citation: 'art. 28 lid 3 AVG' }),

  model: choice('Welk model', 'Which model', { own: ['Ons eigen model', 'Our own model'], processor: ['Model van de verwerker', 'The processor’s model'] }, { aliases: ['model'] }),
  model_motivation: longText('Waarom het model van de verwerker?', 'Why the processor’s model?', { most: 4000, isPublic: false }),
  model_approved_on: date('Afwijkend model goedgekeurd op', 'Other model approved on', { isPublic: false }),
  subjects: choices('Geregelde onderwerpen', 'Subjects that are covered', subjects, { citation: 'art. 28 lid 3 AVG', aliases: ['onderwerpen'] }),
  points: choices('Punt voor punt', 'Point by point', Object.fromEntries(checklist.map(({ key, words }) => [key, [words.nl, words.en] as const])), { citation: 'art. 28 lid 3 en 4 AVG', help: { nl: 'Wat er in deze overeenkomst staat. De onderwerpen hierboven zijn hiervan de samenvatting.', en: 'What stands in this agreement. The subjects above are its summary.' } }),
  secrecy: choice('Waar staat de geheimhouding', 'Where secrecy is agreed', { agreement: ['In deze overeenkomst', 'In this agreement'], contract: ['In de hoofdovereenkomst', 'In the main contract'], statement: ['In een aparte verklaring', 'In a separate statement'], none: ['Nergens', 'Nowhere'] }, { citation: 'art. 28 lid 3 onder b AVG' }),
  promises: choices('Verder beloofd door de verwerker', 'Promised by the processor besides', promises, { citation: 'art. 28 lid 3 en art. 29 AVG' }),
  is_brp: yesNo('Werkt de verwerker voor ons met de BRP', 'Does the processor work for us with the BRP', { help: { nl: 'De basisregistratie personen. Dan geldt ook art. 7 van het Besluit BRP.', en: 'The registry of persons. Then art. 7 of its decree holds too.' } }),
  brp_checked_on: date('Nagekeken met art. 7 Besluit BRP op', 'Checked against art. 7 of the BRP decree on', { isPublic: false, help: { nl: 'Lees het artikel op wetten.overheid.nl: Waarborg heeft de tekst niet.', en: 'Read the article at wetten.overheid.nl: Waarborg doesn’t hold its text.' } }),
  transfers: rows('Doorgifte buiten de EER', 'Transfers outside the EEA', ['doorgifte', 'transfer'], {
    country: term('Land', 'Country', 'country'),
    instrument: choice('Waarop steunt het', 'What it rests on', { adequacy: ['Adequaatheidsbesluit', 'Adequacy decision'], scc: ['Modelcontract van de Commissie (SCC)', 'Standard contractual clauses'], bcr: ['Bindende bedrijfsvoorschriften', 'Binding corporate rules'], derogation: ['Uitzondering van art. 49', 'Derogation of art. 49'] }),
    scc_module: choice('Welke module', 'Which module', { two: ['2: van ons naar een verwerker', '2: from us to a processor'], three: ['3: van verwerker naar subverwerker', '3: from processor to sub-processor'], four: ['4: van verwerker naar verantwoordelijke', '4: from processor to controller'] }),
    adequacy_until: date('Besluit geldt tot', 'Decision holds until'),
    assessed_on: date('Doorgifte beoordeeld op', 'Transfer assessed on'),
    note: text('Toelichting', 'Note', { most: 1000 }),
  }, { citation: 'art. 44 tot en met 49 AVG', help: { nl: 'Leeg: de gegevens blijven in de EER.', en: 'Empty: the data stay in the EEA.' } }),
  sub_processing: choice('Subverwerkers inschakelen', 'Engaging sub-processors', { forbidden: ['Niet toegestaan', 'Not allowed'], specific: ['Alleen na toestemming per geval', 'Only after specific consent'], general: ['Algemene toestemming met recht van bezwaar', 'General consent with a right to object'] }, { citation: 'art. 28 lid 2 AVG' }),
  breach_notice: duration('Datalek melden binnen', 'Breach notice within', { unit: 'H', citation: 'art. 33 lid 2 AVG', help: { nl: 'Gemeenten spreken meestal 24 uur af.', en: 'Municipalities usually agree on 24 hours.' }, aliases: ['meldtermijn'] }),
  at_end: choice('Na afloop', 'At the end', { return: ['Gegevens terug', 'Data returned'], destroy: ['Gegevens vernietigen', 'Data destroyed'], both: ['Terug en daarna vernietigen', 'Returned, then destroyed'] }, { citation: 'art. 28 lid 3 onder g AVG' }),
  liability_per_event: number('Aansprakelijk per gebeurtenis', 'Liability per event', { most: 100_000_000, isPublic: false, unit: { nl: 'euro', en: 'euro' } }),
  liability_per_year: number('Aansprakelijk per jaar', 'Liability per year', { most: 100_000_000, isPublic: false, unit: { nl: 'euro', en: 'euro' } }),

  liability_excluded: choices('De grens geldt niet bij', 'The limit doesn’t cover', exclusions, { citation: 'art. 82 AVG', isPublic: false }),
  force_majeure: choice('Overmacht', 'Force majeure', { limited: ['Met grenzen: niet bij eigen personeel of leveranciers', 'Limited: not for own staff or suppliers'], law: ['Zoals in de wet (art. 6:75 BW)', 'As in the law (art. 6:75 Civil Code)'], wide: ['Ruimer dan de wet', 'Wider than the law'] }, { isPublic: false }),
  governing_law: choice('Welk recht geldt', 'Governing law', { dutch: ['Nederlands recht', 'Dutch law'], other: ['Ander recht', 'Other law'] }, { isPublic: false }),
  court: text('Welke rechtbank', 'Which court', { most: 200, isPublic: false, help: { nl: 'Bijvoorbeeld: Rechtbank Midden-Nederland.', en: 'For example: Rechtbank Midden-Nederland.' } }),
  our_contact: text('Contact bij ons', 'Contact on our side', { most: 300, isPublic: false, help: { nl: 'Bij voorkeur een functie of team, met e-mail en telefoon.', en: 'Preferably a function or team, with e-mail and phone.' } }),
  our_out_of_hours: text('Bij ons bereikbaar buiten kantooruren', 'Our contact out of hours', { most: 300, isPublic: false, citation: 'art. 33 lid 2 AVG' }),

  starts_on: date('Begint op', 'Starts on', { aliases: ['ingangsdatum', 'startdatum'] }),
  ends_on: date('Loopt tot en met', 'Runs until', { help: { nl: 'Leeg: zolang de hoofdovereenkomst loopt.', en: 'Empty: as long as the main contract runs.' }, aliases: ['einddatum', 'looptijd'] }),
  renewal: choice('Verlenging', 'Renewal', { none: ['Stopt op de einddatum', 'Stops at the end date'], agreed: ['Alleen als beide partijen dat willen', 'Only if both parties want so'], silent: ['Vanzelf (stilzwijgend)', 'By itself (silent)'] }, { isPublic: false }),
  renewal_period: duration('Steeds verlengd met', 'Each time renewed by', { unit: 'Y', isPublic: false }),
  notice_term: duration('Opzegtermijn', 'Notice term', { unit: 'M', isPublic: false, aliases: ['opzegtermijn'] }),
  notice_from_on: date('Beslissen over verlengen vanaf', 'Decide on renewal from', { isPublic: false, help: { nl: 'Leeg: Waarborg rekent dit uit, een maand voor de laatste dag van opzeggen.', en: 'Empty: Waarborg works it out, a month before the last day of notice.' } }),
  negotiation: choice('Overleg met de verwerker', 'Talks with the processor', { with_processor: ['Ligt bij de verwerker', 'With the processor'], remarks: ['Terug met opmerkingen', 'Back with remarks'], agreed: ['Akkoord', 'Agreed'] }, { isPublic: false, help: { nl: 'De stappen houden dit bij.', en: 'The steps keep this.' } }),
  own_signatory: text('Voor ons getekend door', 'Signed for us by', { most: 200, isPublic: false }),
  own_signatory_role: text('Functie', 'Function', { most: 200, isPublic: false }),
  own_signed_on: date('Door ons getekend op', 'Signed by us on', { isPublic: false, citation: 'art. 28 lid 9 AVG' }),
  their_signatory: text('Voor de verwerker getekend door', 'Signed for the processor by', { most: 200, isPublic: false }),
  their_signatory_role: text('Functie bij de verwerker', 'Function at the processor', { most: 200, isPublic: false }),
  their_signed_on: date('Door de verwerker getekend op', 'Signed by the processor on', { isPublic: false, citation: 'art. 28 lid 9 AVG' }),
  signed_on: date('Ondertekend op', 'Signed on', { citation: 'art. 28 lid 9 AVG', aliases: ['datum ondertekening', 'getekend op'] }),
  is_signed_by_both: yesNo('Door beide partijen ondertekend', 'Signed by both parties', { citation: 'art. 28 lid 9 AVG' }),

  return_asked_on: date('Gevraagd om gegevens op', 'Data asked for on', { isPublic: false, citation: 'art. 28 lid 3 onder g AVG' }),
  return_asked: choice('Wat is gevraagd', 'What was asked', { return: ['Gegevens terug', 'Data returned'], destroy: ['Gegevens vernietigen', 'Data destroyed'], both: ['Terug en daarna vernietigen', 'Returned, then destroyed'] }, { isPublic: false }),
  return_format: text('In welke vorm', 'In which form', { most: 500, isPublic: false, help: { nl: 'Bijvoorbeeld: CSV, of vernietiging met certificaat.', en: 'For example: CSV, or destruction with a certificate.' } }),
  return_by_on: date('Uiterlijk op', 'On at the latest', { isPublic: false }),
  returned_on: date('Gedaan op', 'Done on', { isPublic: false }),
  return_report: text('Verslag van de verwerker', 'The processor’s report', { most: 500, isPublic: false, help: { nl: 'Waar het te vinden is. Voeg het als bijlage toe.', en: 'Where it is found. Add it as an attachment.' } }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
