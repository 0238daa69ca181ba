// Fields of a processor agreement: what art. 28 lid 3 AVG and the policies ask of it (H-44, H-45, N-40, N-43, N-45).
import { choice, choices, date, duration, longText, number, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'

/** The eleven subjects of H-44, each with its place in the law. */
export const subjects = {
  scope: ['Onderwerp, aard, doel, duur en soort gegevens', 'Subject, nature, purpose, duration and kinds of data'],
  instructions: ['Alleen op schriftelijke instructie', 'Only on written instructions'],
  sub_processors: ['Subverwerkers', 'Sub-processors'],
  security: ['Beveiliging', 'Security'],
  confidentiality: ['Geheimhouding', 'Confidentiality'],
  rights: ['Hulp bij rechten van betrokkenen', 'Help with data subjects’ rights'],
  duties: ['Hulp bij datalekken, DPIA en raadpleging', 'Help with breaches, DPIA and consultation'],
  ending: ['Teruggeven of wissen na afloop', 'Return or erasure at the end'],
  audits: ['Audits en informatie', 'Audits and information'],
  transfers: ['Doorgifte buiten de EER', 'Transfers outside the EEA'],
  liability: ['Aansprakelijkheid', 'Liability'],
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
  sub_processing: choice('Subverwerkers inschakelen', 'Engaging sub-processors', { forbidden: ['Niet toegestaan', 'Not allowed'], specific: ['Alleen na toestemming per geval', 'Only after specific consent'], general: ['Algemene toestemming met recht van bezwaar', 'General consent with a right to object'] }, { citation: 'art. 28 lid 2 AVG' }),
  breach_notice: duration('Datalek melden binnen', 'Breach notice within', { unit: 'H', citation: 'art. 33 lid 2 AVG', help: { nl: 'Gemeenten spreken meestal 24 uur af.', en: 'Municipalities usually agree on 24 hours.' }, aliases: ['meldtermijn'] }),
  at_end: choice('Na afloop', 'At the end', { return: ['Gegevens terug', 'Data returned'], destroy: ['Gegevens vernietigen', 'Data destroyed'], both: ['Terug en daarna vernietigen', 'Returned, then destroyed'] }, { citation: 'art. 28 lid 3 onder g AVG' }),
  liability_per_event: number('Aansprakelijk per gebeurtenis', 'Liability per event', { most: 100_000_000, isPublic: false, unit: { nl: 'euro', en: 'euro' } }),
  liability_per_year: number('Aansprakelijk per jaar', 'Liability per year', { most: 100_000_000, isPublic: false, unit: { nl: 'euro', en: 'euro' } }),

  starts_on: date('Begint op', 'Starts on', { aliases: ['ingangsdatum', 'startdatum'] }),
  ends_on: date('Loopt tot en met', 'Runs until', { help: { nl: 'Leeg: zolang de hoofdovereenkomst loopt.', en: 'Empty: as long as the main contract runs.' }, aliases: ['einddatum', 'looptijd'] }),
  signed_on: date('Ondertekend op', 'Signed on', { citation: 'art. 28 lid 9 AVG', aliases: ['datum ondertekening', 'getekend op'] }),
  is_signed_by_both: yesNo('Door beide partijen ondertekend', 'Signed by both parties', { citation: 'art. 28 lid 9 AVG' }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
