// Fields of a breach: the report, the facts, the weighing, what was decided and told to whom, and what was learnt (art. 33 lid 5 AVG).
import { date, longText, moment, reference, rows, text } from '../../register-kit/field-types.ts'
import { informingFields, reportingFields, weighingFields } from './fields-decisions.ts'
import { factFields } from './fields-facts.ts'
import { reportFields } from './fields-report.ts'

export const lessonFields = {
  measures: rows('Maatregelen tegen herhaling', 'Measures against repetition', ['maatregel', 'measure'], {
    measure: text('Maatregel', 'Measure', { most: 1000 }),
    norm: text('Welke norm', 'Which norm', { most: 10, help: { nl: 'Bijvoorbeeld H-37.', en: 'For example H-37.' } }),
    owner: reference('Wie doet het', 'Who does it', 'person', { identifies: 'person', isPublic: false }),
    due_on: date('Klaar vóór', 'Due'),
    done_on: date('Gedaan op', 'Done on'),
  }, { citation: 'art. 33 lid 3 onder d AVG', isPublic: false, aliases: ['verbetermaatregelen'] }),
  lessons: longText('Wat leren wij hiervan', 'What we learn from this', { citation: 'art. 33 lid 5 AVG', aliases: ['lessen', 'geleerd'] }),
  evaluation: longText('Evaluatie', 'Evaluation', { citation: 'art. 32 lid 1 onder d AVG', aliases: ['evaluatie'] }),
  evaluated_at: moment('Geëvalueerd op', 'Evaluated at'),
  advice_test: longText('Zijn de adviezen uitgevoerd', 'Whether the advice was carried out', { most: 5000, citation: 'art. 39 lid 1 onder b AVG' }),
  advice_tested_at: moment('Uitvoering van de adviezen getoetst op', 'Carrying out of the advice tested at'),
  additions: rows('Aanvullingen', 'Additions', ['aanvulling', 'addition'], {
    at: moment('Op', 'At'),
    told_by: text('Van', 'From', { most: 200 }),
    text: longText('Wat kwam erbij', 'What was added', { most: 5000 }),
  }, { isPublic: false }),
  closed_note: longText('Bij het afsluiten', 'At closing', { most: 5000 }),
} as const

export const fields = { ...reportFields, ...factFields, ...weighingFields, ...reportingFields, ...informingFields, ...lessonFields } as const
