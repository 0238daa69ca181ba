// Rules on work instructions: there is a text, somebody keeps it, it says for whom it is, and it is looked at again (art. 24 lid 2 en art. 32 lid 4 AVG; N-54).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type Input = InputOf<typeof fields>

export const instructionRules = {
  'text-missing': {
    field: 'body', severity: 'serious', citation: 'art. 32 lid 4 AVG', norms: ['N-54'],
    words: { nl: 'De instructie heeft nog geen tekst.', en: 'The instruction has no text yet.' }, advice: { nl: 'Schrijf op wat een collega doet, stap voor stap.', en: 'Write down what a colleague does, step by step.' },
    finds: ({ body }) => body === null,
  },
  'subject-missing': {
    field: 'subject', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['N-54'],
    words: { nl: 'Er staat niet over welk onderwerp dit gaat.', en: 'It doesn’t say which subject this is about.' }, advice: { nl: 'Kies een onderwerp, of “Iets anders”.', en: 'Choose a subject, or “Something else”.' },
    finds: ({ subject }) => subject === null,
  },
  'subject-uncovered': {
    field: 'subject', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['N-54'],
    words: { nl: 'Over dit onderwerp geldt nog geen werkinstructie.', en: 'No work instruction on this subject is in force yet.' }, advice: { nl: 'Maak deze instructie af en laat haar gelden.', en: 'Finish this instruction and put it into force.' },
    finds: ({ subject }, { stage, ownFact }) => stage === 'draft' && subject !== null && subject !== 'other' && ownFact?.('is_covered') === false,
  },
  'audience-missing': {
    field: 'audience', severity: 'attention', citation: 'art. 32 lid 4 AVG', norms: ['N-54'],
    words: { nl: 'Er staat niet voor wie de instructie is.', en: 'It doesn’t say for whom the instruction is.' }, advice: { nl: 'Noem de collega’s die zo werken.', en: 'Name the colleagues who work this way.' },
    finds: ({ audience }) => audience === null,
  },
  'owner-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['N-54'],
    words: { nl: 'Niemand houdt deze instructie bij.', en: 'Nobody keeps this instruction.' }, advice: { nl: 'Kies wie haar bijhoudt.', en: 'Choose who keeps it.' },
    finds: ({ owner }) => owner === null,
  },
  'review-overdue': {
    field: 'body', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-54'],
    words: { nl: 'De instructie is te lang niet nagekeken.', en: 'The instruction hasn’t been reviewed in time.' }, advice: { nl: 'Klopt zij nog? Kies “Jaarlijks nagekeken”, of wijzig haar.', en: 'Is it still right? Choose “Reviewed”, or change it.' },
    finds: (_, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
} satisfies Record<string, Rule<Input>>
