// Fields of the decision: on what it leans, who took it in whose name, what was answered and to whom it was told, and what somebody did against it (art. 12 lid 4, 19 en 23 AVG; art. 34, 35 en 41 UAVG).
import { choice, choices, date, longText, number, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'
import { considerations, exceptions, refutedGrounds } from './exceptions.ts'
import { erasureCases, rectificationCases, restrictionCases } from './grounds.ts'
import { outcomeWords } from './rights.ts'
import { choicesOf, paired } from './worded-choices.ts'

const inside = { isPublic: false } as const

export const legalBases = {
  consent: ['Toestemming', 'Consent'], contract: ['Overeenkomst', 'Contract'], legal_obligation: ['Wettelijke plicht', 'Legal obligation'], vital_interest: ['Vitaal belang', 'Vital interest'], public_task: ['Publieke taak', 'Public task'], legitimate_interest: ['Gerechtvaardigd belang', 'Legitimate interest'],
} as const

/** What the wizard asks and the decision rests on. */
export const weighingFields = {
  bases: choices('Waarop rust het gebruik van de gegevens', 'On what the use of the data rests', legalBases, { ...inside, citation: 'art. 6 lid 1 AVG' }),
  is_marketing: yesNo('Het gaat om reclame', 'It is about marketing', { ...inside, citation: 'art. 21 lid 2 AVG' }),
  is_automated: yesNo('De gegevens staan in een computer', 'The data are in a computer', { ...inside, citation: 'art. 20 lid 1 onder b AVG' }),
  is_provided: yesNo('De persoon gaf de gegevens zelf', 'The person provided the data', { ...inside, citation: 'art. 20 lid 1 AVG' }),
  is_decided_by_computer: yesNo('Alleen een computer nam het besluit', 'A computer alone took the decision', { ...inside, citation: 'art. 22 lid 1 AVG' }),
  decided_case: choice('Welk geval is het', 'Which case it is', { ...choicesOf(erasureCases), ...choicesOf(restrictionCases), ...choicesOf(rectificationCases) }, { ...inside, citation: 'art. 16, 17 lid 1 en 18 lid 1 AVG' }),
  outcome: choice('Besluit', 'Decision', paired(outcomeWords), { citation: 'art. 12 lid 3 en 4 AVG', aliases: ['besluit', 'uitkomst', 'decision'] }),
  grounds: choices('Gronden om te weigeren of te beperken', 'Grounds to refuse or limit', { ...choicesOf(exceptions), ...choicesOf(refutedGrounds) }, { ...inside, citation: 'art. 12 lid 4 AVG' }),
  weighing: longText('De afweging, of waaruit het blijkt', 'The weighing, or what shows it', { ...inside, most: 10_000, citation: 'art. 12 lid 5 en art. 15 lid 4 AVG' }),
  law: text('Welke wet en welk artikel', 'Which law and which article', { ...inside, most: 300 }),
  essence_kept: yesNo('De kern van het recht blijft staan', 'The essence of the right stays intact', { ...inside, citation: 'art. 23 lid 1 AVG' }),
  is_necessary: yesNo('Het is nodig: met minder gaat het niet', 'It is necessary: less won’t do', { ...inside, citation: 'art. 41 lid 1 UAVG' }),
  is_proportionate: yesNo('Het weegt op tegen wat de persoon verliest', 'It outweighs what the person loses', { ...inside, citation: 'art. 41 lid 1 UAVG' }),
  considerations: rows('Wat is meegewogen', 'What was considered', ['overweging', 'consideration'], { consideration: choice('Overweging', 'Consideration', paired(considerations)), answer: longText('Wat daaruit kwam', 'What came of it', { most: 5000 }) }, { ...inside, citation: 'art. 41 lid 2 UAVG' }),
  is_seen_by_person: yesNo('Een mens die het mag wijzigen, keek ernaar', 'A person who may change it looked at it', { ...inside, citation: 'art. 22 lid 3 AVG' }),
  granted_part: longText('Wat de persoon wel krijgt', 'What the person does get', { ...inside, most: 5000 }),
  refused_part: longText('Wat de persoon niet krijgt', 'What the person doesn’t get', { ...inside, most: 5000 }),
  reasons: longText('Uitleg voor de persoon', 'Explanation for the person', { ...inside, most: 10_000, citation: 'art. 12 lid 1 en 4 AVG', help: { nl: 'In gewone taal: dit komt in de brief.', en: 'In plain language: this goes into the letter.' } }),
} as const

export const decidedFields = {
  ...weighingFields,
  decided_on: date('Besloten op', 'Decided on', inside),
  decided_by: reference('Besloten door', 'Decided by', 'person', { ...inside, identifies: 'person' }),
  decided_for: reference('Namens', 'In the name of', 'governing_body', { ...inside, citation: 'art. 10:1 Awb' }),
  mandate: reference('Op grond van mandaat', 'By mandate', 'mandates', { ...inside, citation: 'art. 10:3 Awb' }),
  answer: longText('Het antwoord in het kort', 'The answer in short', { ...inside, aliases: ['antwoord', 'answer'] }),
  answered_on: date('Beantwoord op', 'Answered on', { citation: 'art. 12 lid 3 AVG', aliases: ['datum antwoord', 'answered'] }),
  recipients: rows('Wie er bericht van kreeg', 'Who was told', ['ontvanger', 'recipient'], {
    recipient: text('Ontvanger', 'Recipient', { most: 200 }), what: text('Wat is verteld', 'What was told', { most: 500 }), told_on: date('Op', 'On'), why_not: text('Of: waarom het niet kon', 'Or: why it wasn’t possible', { most: 500 }),
  }, { ...inside, citation: 'art. 19 AVG' }),
  no_recipients: yesNo('De gegevens zijn aan niemand gegeven', 'The data were given to nobody', { ...inside, citation: 'art. 19 AVG' }),

  objection_kind: choice('Wat deed iemand tegen het antwoord', 'What somebody did against the answer', { objection: ['Bezwaar bij ons (Awb)', 'Objection with us (Awb)'], petition: ['Verzoek aan de rechtbank (UAVG)', 'Petition to the court (UAVG)'], appeal: ['Beroep bij de rechter (Awb)', 'Appeal to the court (Awb)'], mediation: ['Bemiddeling door de AP', 'Mediation by the authority'] }, { ...inside, citation: 'art. 34, 35 en 36 UAVG' }),
  objection_received_on: date('Bezwaar of beroep ontvangen op', 'Objection or appeal received on', { ...inside, citation: 'art. 6:7 Awb' }),
  objection_counts_from: date('Termijn voor bezwaar eindigt op', 'The term for objection ends on', { ...inside, citation: 'art. 7:10 lid 1 Awb' }),
  objection_outcome: choice('Uitkomst van bezwaar of beroep', 'Outcome of the objection or appeal', { upheld: ['Gegrond: het besluit wordt anders', 'Upheld: the decision changes'], partly: ['Deels gegrond', 'Partly upheld'], dismissed: ['Ongegrond', 'Dismissed'], inadmissible: ['Niet-ontvankelijk', 'Inadmissible'], withdrawn: ['Ingetrokken', 'Withdrawn'] }, inside),
  objection_decided_on: date('Op bezwaar beslist op', 'Objection decided on', { ...inside, citation: 'art. 7:10 Awb' }),
  hours_spent: number('Uren werk', 'Hours of work', { ...inside, most: 10_000, unit: { nl: 'uur', en: 'hours' } }),
} as const
