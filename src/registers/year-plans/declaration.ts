// Fields of a department's year plan for privacy: goals, means, planned activities, last year's result, and who judged it (art. 24 lid 1 AVG; N-11).
import { choice, date, longText, number, reference, rows, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Jaarplan', 'Year plan', { most: 200, aliases: ['naam', 'titel', 'jaarplan'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'number'] }),
  year: number('Jaar', 'Year', { least: 2018, most: 2100, aliases: ['jaar', 'year'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Opsteller', 'Author', 'person', { identifies: 'person', isPublic: false, aliases: ['opsteller', 'eigenaar', 'author'] }),
  goals: longText('Doelen', 'Goals', { citation: 'art. 24 lid 1 AVG', aliases: ['doelen', 'goals'] }),
  means: longText('Middelen', 'Means', { help: { nl: 'Mensen, uren en geld die ervoor zijn.', en: 'People, hours and money set aside.' }, aliases: ['middelen', 'means'] }),
  budget: number('Budget in euro’s', 'Budget in euros', { aliases: ['budget'] }),
  activities: rows('Geplande activiteiten', 'Planned activities', ['activiteit', 'activity'], {
    activity: text('Activiteit', 'Activity', { most: 500 }),
    planned_on: date('Gepland op', 'Planned on'),
    state: choice('Stand', 'State', { planned: ['Gepland', 'Planned'], done: ['Gedaan', 'Done'], dropped: ['Vervallen', 'Dropped'] }),
  }, { aliases: ['activiteiten', 'activities'] }),
  last_result: longText('Wat kwam er van vorig jaar terecht', 'Last year’s result', { aliases: ['resultaat vorig jaar', 'last result'] }),
  judged_by: reference('Beoordeeld door', 'Judged by', 'governing_body', { aliases: ['beoordeeld door', 'orgaan'] }),
  judged_on: date('Beoordeeld op', 'Judged on', { aliases: ['datum beoordeling'] }),
  judgement: choice('Oordeel', 'Judgement', { agreed: ['Akkoord', 'Agreed'], remarks: ['Akkoord met opmerkingen', 'Agreed with remarks'], refused: ['Niet akkoord', 'Not agreed'] }, { aliases: ['oordeel', 'judgement'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
