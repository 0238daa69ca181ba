// Rules on questions from the work floor: what is asked gets an answer that rests on something, and everybody can learn from it (art. 24 lid 1 en art. 39 lid 1 onder a AVG; N-15).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type Input = InputOf<typeof fields>

export const questionRules = {
  'question-empty': {
    field: 'question', severity: 'attention', citation: 'art. 39 lid 1 onder a AVG', norms: ['N-15'],
    words: { nl: 'De vraag zelf is niet opgeschreven.', en: 'The question itself isn’t written down.' }, advice: { nl: 'Schrijf op wat iemand wil doen en met welke gegevens.', en: 'Write down what somebody wants to do and with which data.' },
    finds: ({ question, answer }) => question === null && answer === null,
  },
  'source-missing': {
    field: 'sources', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['N-15'],
    words: { nl: 'Er staat niet waarop het antwoord rust.', en: 'It doesn’t say what the answer rests on.' }, advice: { nl: 'Noem het artikel, de werkinstructie of de bron.', en: 'Name the article, the work instruction or the source.' },
    finds: ({ answer, sources }) => answer !== null && sources === null,
  },
  'review-overdue': {
    field: 'answer', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-15'],
    words: { nl: 'Het antwoord is lang niet nagekeken.', en: 'The answer hasn’t been reviewed for long.' }, advice: { nl: 'Klopt het nog? Kies “Jaarlijks nagekeken”, of wijzig het.', en: 'Is it still right? Choose “Reviewed”, or change it.' },
    finds: ({ answer }, { stage, reviewDueOn, today }) => answer !== null && stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
} satisfies Record<string, Rule<Input>>
