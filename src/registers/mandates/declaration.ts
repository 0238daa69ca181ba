// Fields of a mandate: who may decide what in the name of which governing body, by which decision and for how long (art. 10:1 tot en met 10:12 Awb; N-09).
import { choice, choices, date, longText, reference, text } from '../../register-kit/field-types.ts'

/** The twelve powers that a policy may give to heads of departments (N-09). */
export const powers = {
  work_processes: ['Werkprocessen inrichten volgens de AVG', 'Design work processes by the GDPR'],
  purpose_and_means: ['Doel en middelen van een verwerking bepalen', 'Set purpose and means of a processing activity'],
  allocate_means: ['Mensen en geld inzetten, ook voor bewustwording', 'Allocate people and money, also for awareness'],
  responsibility: ['Bepalen wie (mede) verantwoordelijk is', 'Decide who is (jointly) responsible'],
  prepare_agreements: ['Protocollen en verwerkersovereenkomsten voorbereiden', 'Prepare protocols and processor agreements'],
  sign_agreements: ['Protocollen en verwerkersovereenkomsten ondertekenen', 'Sign protocols and processor agreements'],
  infrastructure: ['Technische infrastructuur voor de verwerking regelen', 'Arrange the technical infrastructure'],
  archiving: ['Gegevens archiveren', 'Archive data'],
  impact_assessment: ['Een DPIA of soortgelijke toets inzetten', 'Use a DPIA or a similar assessment'],
  rights: ['De rechten van betrokkenen waarborgen', 'Safeguard the rights of data subjects'],
  report_processing: ['Verwerkingen melden bij de FG', 'Report processing to the DPO'],
  report_breaches: ['Datalekken en andere incidenten melden', 'Report breaches and other incidents'],
} as const
export type Power = keyof typeof powers

/** Roles in the product that a mandate may be given to: never to who supervises (art. 38 lid 6 AVG). */
const holderRoles = {
  process_owner: ['Proceseigenaar', 'Process owner'], privacy_officer: ['Privacy officer (privacybeheerder)', 'Privacy officer'], ciso: ['CISO (informatiebeveiliging)', 'CISO (information security)'], iso: ['Informatiebeveiliger (ISO)', 'Information security officer (ISO)'],
} as const

export const fields = {
  name: text('Naam van het mandaat', 'Name of the mandate', { most: 200, aliases: ['mandaat', 'naam', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'mandaatnummer'] }),
  holder: reference('Gemandateerde persoon', 'Holder', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Laat leeg als het mandaat bij een rol of functie hoort.', en: 'Leave empty when the mandate belongs to a role or job function.' }, aliases: ['gemandateerde', 'houder'] }),
  holder_role: choice('Gemandateerde rol', 'Role of the holder', holderRoles, { help: { nl: 'Het mandaat geldt voor ieder met deze rol op de afdeling hieronder.', en: 'The mandate holds for everybody with this role at the department below.' }, aliases: ['rol', 'role'] }),
  holder_function: text('Gemandateerde functie', 'Job function of the holder', { most: 200, help: { nl: 'Precies zoals de functie bij Organen en functies heet: het mandaat geldt voor ieder met die functie.', en: 'Exactly as the function is called at Bodies and functions: the mandate holds for everybody with it.' }, aliases: ['functie', 'function'] }),
  substitute: reference('Vervanger bij afwezigheid', 'Substitute during absence', 'person', { identifies: 'person', isPublic: false, citation: 'art. 10:3 Awb', aliases: ['vervanger', 'plaatsvervanger'] }),
  department: reference('Afdeling', 'Department', 'department', { help: { nl: 'Het mandaat geldt voor deze afdeling en alles daaronder. Leeg: de hele organisatie.', en: 'The mandate holds for this department and all below it. Empty: the whole organisation.' }, aliases: ['afdeling', 'team'] }),

  powers: choices('Bevoegdheden', 'Powers', powers, { citation: 'art. 10:3 Awb', aliases: ['bevoegdheid', 'bevoegdheden', 'powers'] }),
  limits: longText('Grenzen en voorwaarden', 'Limits and conditions', { citation: 'art. 10:6 Awb', help: { nl: 'Bijvoorbeeld tot welk bedrag, of na advies van wie.', en: 'For instance up to which amount, or after whose advice.' }, aliases: ['grenzen', 'voorwaarden', 'beperkingen'] }),
  may_undermandate: choice('Ondermandaat', 'Undermandate', { no: ['Mag niet', 'Not allowed'], yes: ['Mag', 'Allowed'], with_consent: ['Mag met instemming van de mandaatgever', 'Allowed with the consent of the body'] }, { citation: 'art. 10:9 Awb', aliases: ['ondermandaat'] }),

  body: reference('Mandaat van', 'Mandate from', 'governing_body', { citation: 'art. 10:3 Awb', aliases: ['orgaan', 'bestuursorgaan', 'mandaatgever'] }),
  decided_on: date('Datum van het besluit', 'Date of the decision', { citation: 'art. 10:5 lid 2 Awb', aliases: ['besluitdatum', 'datum besluit'] }),
  decision_reference: text('Kenmerk van het besluit', 'Reference of the decision', { aliases: ['zaaknummer', 'besluit', 'besluitnummer'] }),
  starts_on: date('Geldt vanaf', 'Holds from', { aliases: ['ingangsdatum', 'vanaf'] }),
  ends_on: date('Geldt tot en met', 'Holds until', { aliases: ['einddatum', 'tot en met'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
