// Rules on year plans: goals, means, activities, last year's result, and a judgement by a governing body before the year is half gone (N-11).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type Input = InputOf<typeof fields>

export const yearPlanRules = {
  'year-missing': {
    field: 'year', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Er staat niet voor welk jaar dit plan is.', en: 'It doesn’t say for which year this plan is.' }, advice: { nl: 'Vul het jaar in.', en: 'Fill in the year.' },
    finds: ({ year }) => year === null,
  },
  'department-missing': {
    field: 'department', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Er staat niet van welke afdeling dit plan is.', en: 'It doesn’t say of which department this plan is.' }, advice: { nl: 'Kies de afdeling.', en: 'Choose the department.' },
    finds: ({ department }) => department === null,
  },
  'goals-missing': {
    field: 'goals', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Het plan heeft geen doelen.', en: 'The plan has no goals.' }, advice: { nl: 'Schrijf op wat de afdeling dit jaar met privacy wil bereiken.', en: 'Write what the department wants to reach with privacy this year.' },
    finds: ({ goals }) => goals === null,
  },
  'means-missing': {
    field: 'means', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Er staat niet met welke middelen.', en: 'It doesn’t say by which means.' }, advice: { nl: 'Noem mensen, uren of geld. Een plan zonder middelen blijft een plan.', en: 'Name people, hours or money. A plan without means stays a plan.' },
    finds: ({ means, budget }) => means === null && budget === null,
  },
  'activities-missing': {
    field: 'activities', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Er zijn geen activiteiten gepland.', en: 'No activities are planned.' }, advice: { nl: 'Noem wat er gebeurt en wanneer.', en: 'Name what happens, and when.' },
    finds: ({ activities }) => activities.length === 0,
  },
  'last-result-missing': {
    field: 'last_result', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Er staat niet wat er van vorig jaar terecht kwam.', en: 'It doesn’t say what came of last year.' }, advice: { nl: 'Kijk terug, ook als er vorig jaar nog geen plan was.', en: 'Look back, also if there was no plan last year.' },
    finds: ({ last_result }) => last_result === null,
  },
  'unjudged': {
    field: 'judged_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-11'],
    words: { nl: 'Het bestuur heeft dit plan nog niet beoordeeld.', en: 'The governing body hasn’t judged this plan yet.' }, advice: { nl: 'Leg het plan voor, en vul in wie het wanneer beoordeelde.', en: 'Submit the plan, and fill in who judged it when.' },
    finds: ({ judged_by, judged_on }) => judged_by === null || judged_on === null,
  },
} satisfies Record<string, Rule<Input>>
