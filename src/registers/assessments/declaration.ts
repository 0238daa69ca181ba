// Fields of an assessment: what is assessed and by whom, its risks, what others said of it, what was decided, and what came of it (art. 35 en 36 AVG; H-14, H-15, H-19, H-55).
import { choice, date, type InputOf, longText, number, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'

export const registerKey = 'assessments'

export const kinds = {
  purchase: ['Vooronderzoek bij een inkoop', 'Preliminary investigation for a purchase'],
  pre_dpia: ['Pre-DPIA', 'Pre-assessment (pre-DPIA)'],
  dpia: ['DPIA', 'DPIA'],
  iama: ['Mensenrechten en algoritmes (IAMA)', 'Human rights and algorithms (IAMA)'],
} as const
export type Kind = keyof typeof kinds

export const reasons = {
  new_processing: ['Nieuwe verwerking', 'New processing'], changed_purpose: ['Ander of nieuw doel', 'Changed or new purpose'], new_technology: ['Nieuwe techniek', 'New technology'],
  risk_changed: ['Risico of omgeving veranderde', 'Risk or environment changed'], never_done: ['Nooit eerder gedaan', 'Never done before'], three_years: ['Drie jaar geleden', 'Three years ago'],
  purchase: ['Inkoop van software', 'Purchase of software'], cooperation: ['Samenwerking', 'Cooperation'],
} as const

export const outcomes = { dpia_required: ['DPIA verplicht', 'DPIA required'], dpia_advised: ['DPIA aangeraden', 'DPIA advised'], not_required: ['DPIA niet nodig', 'DPIA not required'] } as const

const aboutFields = {
  name: text('Naam', 'Name', { most: 200, aliases: ['naam', 'titel', 'dpia', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  kind: choice('Soort toets', 'Kind of assessment', kinds, { citation: 'art. 35 lid 1 AVG', aliases: ['soort', 'kind'] }),
  why: choice('Waarom nu', 'Why now', reasons, { citation: 'art. 35 lid 1 en 11 AVG', aliases: ['aanleiding', 'reden', 'why'] }),
  why_note: longText('Toelichting op de aanleiding', 'Note on why', { most: 5000 }),
  processings: rows('Verwerkingen', 'Processing activities', ['verwerking', 'processing activity'], { processing: reference('Verwerking', 'Processing activity', 'processing-activities'), note: text('Toelichting', 'Note') }, { citation: 'art. 35 lid 1 AVG', aliases: ['verwerkingen'] }),
  system: reference('Systeem of software', 'System or software', 'systems', { help: { nl: 'Bij een inkoop: het systeem dat u wilt kopen, als het al in het register staat.', en: 'With a purchase: the system that you want to buy, if it is in the register already.' }, aliases: ['systeem', 'software'] }),
  follows: reference('Vervolg op', 'Follows', registerKey, { help: { nl: 'De toets die hierdoor wordt vervangen of waar deze uit volgt.', en: 'The assessment that this replaces or follows from.' } }),
} as const

const peopleFields = {
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, citation: 'art. 35 lid 1 AVG', help: { nl: 'Wie de toets aanvraagt, laat uitvoeren en op het advies antwoordt. Niet de FG: die adviseert.', en: 'Who asks for the assessment, has it carried out and answers the advice. Not the DPO, who advises.' }, aliases: ['eigenaar', 'proceseigenaar'] }),
  editor: reference('Wie de pen vasthoudt', 'Who holds the pen', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Meestal de privacybeheerder of de ISO. Niet de FG.', en: 'Mostly the privacy manager or the ISO. Not the DPO.' }, aliases: ['opsteller', 'redacteur'] }),
  team: rows('Team', 'People taking part', ['lid', 'member'], {
    person: reference('Wie', 'Who', 'person', { identifies: 'person', isPublic: false }),
    part: choice('Als', 'As', { privacy_officer: ['Privacybeheerder', 'Privacy manager'], iso: ['Informatiebeveiliger (ISO)', 'Information security officer (ISO)'], ciso: ['De CISO', 'The CISO'], adviser: ['Adviseur', 'Adviser'], expert: ['Deskundige', 'Expert'], user: ['Gebruiker', 'User'] }),
  }, { isPublic: false }),
  asked_on: date('Gevraagd op', 'Asked on', { aliases: ['aangevraagd'] }),
  started_on: date('Begonnen op', 'Started on', { aliases: ['startdatum'] }),
  needed_by: date('Nodig vóór', 'Needed by'),
} as const

const left = { nl: 'Na de maatregelen.', en: 'After the measures.' }
export const riskFields = {
  framework: reference('Risicokader', 'Risk framework', 'risk-frameworks', { citation: 'art. 35 lid 7 onder c AVG', help: { nl: 'Het kader waaronder deze toets is gemaakt. Het blijft gelden voor deze toets.', en: 'The framework under which this assessment was made. It keeps holding for this assessment.' } }),
  risks: rows('Risico’s', 'Risks', ['risico', 'risk'], {
    risk: longText('Wat kan er misgaan', 'What may go wrong', { most: 2000 }),
    for_whom: text('Voor wie', 'For whom'),
    source: text('Waardoor', 'By what'),
    likelihood: number('Kans', 'Likelihood', { least: 1, most: 6 }),
    impact: number('Gevolg', 'Impact', { least: 1, most: 6 }),
    measures: longText('Maatregelen', 'Measures', { most: 2000 }),
    left_likelihood: number('Kans na maatregelen', 'Likelihood after measures', { least: 1, most: 6, help: left }),
    left_impact: number('Gevolg na maatregelen', 'Impact after measures', { least: 1, most: 6, help: left }),
  }, { citation: 'art. 35 lid 7 onder c en d AVG' }),
  requirements: rows('Eisen voor de inkoop', 'Requirements for the tender', ['eis', 'requirement'], {
    requirement: longText('Eis', 'Requirement', { most: 2000 }),
    subject: choice('Gaat over', 'Is about', { security: ['Beveiliging', 'Security'], privacy: ['Privacy van mensen', 'Privacy'] }),
    weight: choice('Hoe zwaar', 'How weighty', { must: ['Moet', 'Must'], wish: ['Wens', 'Wish'] }),
    source: text('Volgt uit', 'Follows from'),
  }, { citation: 'art. 25 lid 1 en art. 32 lid 1 AVG' }),
} as const

const viewFields = {
  subjects_asked: choice('Mening van betrokkenen', 'Views of data subjects', { asked: ['Gevraagd', 'Asked'], not_asked: ['Niet gevraagd', 'Not asked'] }, { citation: 'art. 35 lid 9 AVG' }),
  subjects_how: longText('Hoe is het gevraagd', 'How it was asked', { most: 5000, citation: 'art. 35 lid 9 AVG' }),
  subjects_result: longText('Wat zeiden zij, en wat deed u ermee', 'What they said, and what you did with it', { most: 10_000 }),
  subjects_why_not: longText('Waarom niet gevraagd', 'Why not asked', { most: 5000 }),
  staff_watched: yesNo('Worden medewerkers gevolgd of gecontroleerd', 'Are employees watched or checked', { citation: 'art. 27 lid 1 onder k en l WOR' }),
  council_decision: choice('Ondernemingsraad', 'Works council', { consented: ['Stemt in', 'Consents'], refused: ['Stemt niet in', 'Doesn’t consent'], court: ['Vervangen door de rechter', 'Replaced by the court'] }, { citation: 'art. 27 lid 1 onder k en l en lid 4 WOR' }),
  council_on: date('Antwoord van de ondernemingsraad op', 'Answer of the works council on'),
  council_note: longText('Toelichting van de ondernemingsraad', 'Note of the works council', { most: 10_000 }),
} as const

const adviceFields = {
  advice_asked_on: date('Advies gevraagd op', 'Advice asked on', { citation: 'art. 35 lid 2 AVG' }),
  advice_outcome: choice('Advies', 'Advice', { positive: ['Positief', 'Positive'], conditions: ['Positief met voorwaarden', 'Positive with conditions'], negative: ['Negatief', 'Negative'] }, { citation: 'art. 35 lid 2 en art. 39 lid 1 onder c AVG' }),
  advice: longText('Het advies', 'The advice', { most: 20_000 }),
  advice_on: date('Advies gegeven op', 'Advice given on'),
  advice_by: reference('Advies van', 'Advice of', 'person', { identifies: 'person', isPublic: false }),
  answer: choice('Antwoord op het advies', 'Answer to the advice', { followed: ['Gevolgd', 'Followed'], partly: ['Deels gevolgd', 'Partly followed'], deviated: ['Afgeweken', 'Deviated'] }, { citation: 'art. 35 lid 2 en art. 38 lid 1 AVG' }),
  answer_reasons: longText('Waarom', 'Why', { most: 10_000 }),
  answered_on: date('Beantwoord op', 'Answered on'),
  answered_by: reference('Beantwoord door', 'Answered by', 'person', { identifies: 'person', isPublic: false }),
} as const

export const decisionFields = {
  is_lawful: yesNo('Mag het van de wet', 'Is it lawful', { citation: 'art. 6 lid 1 AVG' }),
  outcome: choice('Uitkomst van de pre-DPIA', 'Outcome of the pre-DPIA', outcomes, { citation: 'art. 35 lid 1, 3 en 4 AVG' }),
  outcome_reasons: longText('Waarom deze uitkomst', 'Why this outcome', { most: 10_000 }),
  decision: choice('Besluit', 'Decision', { start: ['Kan van start of doorgaan', 'May start or go on'], after_actions: ['Kan na de acties', 'May after the actions'], not_start: ['Gaat niet door', 'Doesn’t go ahead'] }, { citation: 'art. 24 lid 1 AVG' }),
  decided_on: date('Vastgesteld op', 'Adopted on', { citation: 'art. 35 lid 1 AVG', aliases: ['vastgesteld', 'datum'] }),
  decided_by: reference('Vastgesteld door', 'Adopted by', 'governing_body', { aliases: ['orgaan'] }),
  decision_number: text('Nummer van het besluit', 'Number of the decision', { most: 100 }),
  decision_note: longText('Toelichting op het besluit', 'Note on the decision', { most: 10_000 }),
  high_risk_stays: yesNo('Er blijft een hoog risico', 'A high risk stays', { citation: 'art. 36 lid 1 AVG' }),
} as const

const authorityFields = {
  authority_asked_on: date('AP geraadpleegd op', 'Authority consulted on', { citation: 'art. 36 lid 1 AVG' }),
  authority_sent: longText('Wat u de AP stuurde', 'What you sent to the authority', { most: 10_000, citation: 'art. 36 lid 3 AVG' }),
  authority_answer: choice('Antwoord van de AP', 'Answer of the authority', {
    no_objection: ['Geen bezwaar', 'No objection'], advice: ['Schriftelijk advies', 'Written advice'], forbidden: ['Verboden of gestopt', 'Forbidden or stopped'], silent: ['Geen antwoord binnen de termijn', 'No answer within the term'],
  }, { citation: 'art. 36 lid 2 en art. 58 AVG' }),
  authority_answered_on: date('Antwoord van de AP op', 'Answer of the authority on'),
  authority_advice: longText('Wat de AP schreef', 'What the authority wrote', { most: 20_000 }),
} as const

const afterFields = {
  actions: rows('Acties', 'Actions', ['actie', 'action'], {
    action: text('Wat', 'What', { most: 200 }),
    owner: reference('Wie', 'Who', 'person', { identifies: 'person', isPublic: false }),
    due_on: date('Klaar op', 'Due'),
    task: reference('Taak', 'Task', 'tasks', { help: { nl: 'Waarborg maakt de taak bij het vaststellen.', en: 'Waarborg makes the task at adoption.' } }),
  }, { citation: 'art. 35 lid 7 onder d AVG' }),
  test_outcome: choice('Toets van de FG', 'The DPO’s test', { sufficient: ['Voldoende', 'Sufficient'], insufficient: ['Niet voldoende', 'Not sufficient'] }, { citation: 'art. 39 lid 1 onder b en c AVG' }),
  test_actions: longText('Over de acties', 'On the actions', { most: 10_000 }),
  test_procedure: longText('Over de werkwijze en de resultaten', 'On the procedure and results', { most: 10_000 }),
  tested_on: date('Getoetst op', 'Tested on'),
  tested_by: reference('Getoetst door', 'Tested by', 'person', { identifies: 'person', isPublic: false }),
  review_from: date('Opnieuw bekijken telt vanaf', 'Review counts from', { citation: 'art. 35 lid 11 AVG' }),
  is_published: yesNo('Samenvatting op de openbare site', 'Summary on the public site', { isPublic: false }),
  public_summary: longText('Samenvatting voor inwoners', 'Summary for citizens', { most: 5000, help: { nl: 'In gewone taal: wat onderzocht u, welke risico’s zijn er, en wat doet u daaraan?', en: 'In plain language: what did you assess, which risks are there, and what do you do about them?' } }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const

export const fields = { ...aboutFields, ...peopleFields, ...riskFields, ...viewFields, ...adviceFields, ...decisionFields, ...authorityFields, ...afterFields } as const
export type AssessmentInput = InputOf<typeof fields>

const isIn = (...wanted: readonly Kind[]) => ({ kind }: Values): boolean => typeof kind !== 'string' || kind === '' || wanted.includes(kind as Kind)

type Values = Readonly<Record<string, unknown>>
/** What is asked only once the assessment has begun: whoever asks for one needs none of it. */
const isBegun = ({ started_on }: Values): boolean => typeof started_on === 'string' && started_on !== ''

export const sections = [
  { key: 'about', words: { nl: 'Wat wordt getoetst', en: 'What is assessed' }, fields: Object.keys(aboutFields) },
  { key: 'people', words: { nl: 'Wie en wanneer', en: 'Who and when' }, fields: Object.keys(peopleFields) },
  { key: 'risks', words: { nl: 'Risico’s en maatregelen', en: 'Risks and measures' }, fields: ['framework', 'risks'], concerns: (values: Values) => isBegun(values) && isIn('dpia', 'iama')(values) },
  { key: 'requirements', words: { nl: 'Eisen voor de inkoop', en: 'Requirements for the tender' }, fields: ['requirements'], concerns: ({ kind }: Values) => kind === 'purchase' },
  { key: 'views', words: { nl: 'Betrokkenen en ondernemingsraad', en: 'Data subjects and works council' }, fields: Object.keys(viewFields), concerns: (values: Values) => isBegun(values) && isIn('dpia', 'iama')(values) },
  { key: 'advice', words: { nl: 'Advies en antwoord', en: 'Advice and answer' }, fields: Object.keys(adviceFields), concerns: isBegun },
  { key: 'decision', words: { nl: 'Besluit', en: 'Decision' }, fields: Object.keys(decisionFields), concerns: isBegun },
  { key: 'authority', words: { nl: 'Voorafgaande raadpleging van de AP', en: 'Prior consultation of the authority' }, fields: Object.keys(authorityFields), concerns: ({ high_risk_stays }: Values) => high_risk_stays === true || high_risk_stays === 'yes' },
  { key: 'after', words: { nl: 'Acties, toets en vervolg', en: 'Actions, test and what follows' }, fields: Object.keys(afterFields), concerns: isBegun },
]
