// Fields of an audit at a processor: announced in writing, by whom, at whose cost, what was asked and answered, what was found and what must be done by when (art. 28 lid 3 onder h AVG; N-42, M-08).
import { choice, date, longText, reference, rows, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van de audit', 'Name of the audit', { most: 200, aliases: ['naam', 'audit', 'titel', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  processor: reference('Verwerker', 'Processor', 'processors', { citation: 'art. 28 lid 3 onder h AVG', aliases: ['verwerker', 'leverancier', 'processor'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Wie begeleidt de audit', 'Who guides the audit', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'begeleider', 'owner'] }),
  manner: choice('Hoe', 'How', {
    own: ['Wij doen de audit zelf', 'We do the audit ourselves'], independent: ['Een onafhankelijke partij', 'An independent party'], memorandum: ['Verklaring van een derde (TPM)', 'Third-party memorandum'], own_statement: ['Eigen verklaring van de verwerker', 'The processor’s own statement'],
  }, { aliases: ['soort', 'wijze', 'door', 'manner'] }),
  auditor: text('Wie doet de audit', 'Who does the audit', { isPublic: false, help: { nl: 'Het bureau, of de functie bij ons.', en: 'The firm, or the function with us.' }, aliases: ['auditor', 'bureau'] }),
  subject: longText('Wat wordt nagegaan', 'What is looked into', { most: 4000, aliases: ['onderwerp', 'reikwijdte', 'scope'] }),
  cause: longText('Aanleiding', 'Cause', { most: 4000, isPublic: false, help: { nl: 'Nodig als er in het jaar hiervoor al een audit was.', en: 'Needed when there was an audit in the year before.' }, aliases: ['aanleiding', 'cause'] }),
  cost_rule: choice('Wie betaalt', 'Who pays', { us: ['Wij', 'We'], processor: ['De verwerker', 'The processor'], each: ['Ieder de eigen kosten', 'Each the own costs'], by_outcome: ['De verwerker, als hij tekortschoot', 'The processor, if it fell short'] }, { isPublic: false, aliases: ['kosten', 'kostenregel'] }),

  announced_on: date('Schriftelijk aangekondigd op', 'Announced in writing on', { aliases: ['aangekondigd', 'aankondiging'] }),
  planned_on: date('Gepland op', 'Planned on', { aliases: ['gepland', 'planning'] }),
  questions: rows('Vragen aan de verwerker', 'Questions to the processor', ['vraag', 'question'], {
    question: text('Vraag', 'Question', { most: 1000 }),
    answer: longText('Antwoord', 'Answer', { most: 4000 }),
    answered_on: date('Beantwoord op', 'Answered on'),
  }, { isPublic: false, aliases: ['vragen', 'vragenlijst'] }),

  held_on: date('Gehouden op', 'Held on', { citation: 'art. 28 lid 3 onder h AVG', aliases: ['datum audit', 'gehouden'] }),
  conclusion: choice('Oordeel', 'Conclusion', { sufficient: ['Voldoende', 'Sufficient'], improve: ['Verbeteringen nodig', 'Improvements needed'], insufficient: ['Onvoldoende', 'Insufficient'] }, { isPublic: false, aliases: ['oordeel', 'conclusie'] }),
  summary: longText('Wat kwam eruit', 'What came of it', { isPublic: false, aliases: ['samenvatting', 'uitkomst'] }),
  report_on: date('Rapport ontvangen op', 'Report received on', { isPublic: false, help: { nl: 'Voeg het rapport toe als bijlage.', en: 'Add the report as an attachment.' }, aliases: ['rapport'] }),
  points: rows('Bevindingen', 'Findings', ['bevinding', 'finding'], {
    finding: text('Bevinding', 'Finding', { most: 2000 }),
    severity: choice('Ernst', 'Severity', { high: ['Hoog', 'High'], medium: ['Middel', 'Medium'], low: ['Laag', 'Low'] }),
    recommendation: text('Aanbeveling', 'Recommendation', { most: 2000 }),
    due_on: date('Klaar op', 'Due'),
    answer: longText('Antwoord van de verwerker', 'The processor’s answer', { most: 4000 }),
    done_on: date('Gedaan op', 'Done on'),
  }, { isPublic: false, aliases: ['bevindingen', 'aanbevelingen'] }),
  note: longText('Toelichting voor onszelf', 'Note for ourselves', { isPublic: false }),
}
