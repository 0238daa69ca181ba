// Rules on what is learnt from a breach: measures with an owner, a day and a norm, and an evaluation (art. 24 lid 1 en art. 33 lid 5 AVG; P-16, W-11).
import type { Rule } from '../../register-kit/rules.ts'
import { isSuspected, type JudgedInput, passed } from './rule-kit.ts'

const row = (index: number) => `rij ${index + 1}`

export const lessonRules = {
  'measures-missing': {
    field: 'measures', severity: 'attention', citation: 'art. 33 lid 3 onder d AVG', norms: ['W-11', 'M-15', 'P-16'],
    words: { nl: 'Er staat geen maatregel om herhaling te voorkomen.', en: 'There is no measure to prevent repetition.' }, advice: { nl: 'Bedenk wat er anders moet, door wie en wanneer.', en: 'Think of what must be different, by whom and when.' },
    finds: (input) => isSuspected(input) && input.weighed_at !== null && input.measures.length === 0,
  },
  'measure-owner-missing': {
    field: 'measures', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['W-11', 'P-16'],
    words: { nl: 'Een maatregel heeft geen eigenaar of geen dag.', en: 'A measure has no owner or no day.' }, advice: { nl: 'Kies wie het doet, en wanneer het klaar is.', en: 'Choose who does it, and when it is ready.' },
    finds: ({ measures }) => measures.flatMap(({ owner, due_on, done_on }, index) => done_on === null && (owner === null || due_on === null) ? [row(index)] : []),
  },
  'measure-overdue': {
    field: 'measures', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['W-11'],
    words: { nl: 'Een maatregel is te laat.', en: 'A measure is late.' }, advice: { nl: 'Voer hem uit, of spreek een andere dag af.', en: 'Carry it out, or agree on another day.' },
    finds: ({ measures }, { today }) => measures.flatMap(({ due_on, done_on }, index) => due_on !== null && done_on === null && due_on < today ? [row(index)] : []),
  },
  'measure-norm-odd': {
    field: 'measures', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['W-11'],
    words: { nl: 'Een norm is een letter, een streepje en twee cijfers, zoals H-37.', en: 'A norm is a letter, a hyphen and two digits, such as H-37.' }, advice: { nl: 'Verbeter de norm bij de maatregel, of laat haar leeg.', en: 'Put the norm at the measure right, or leave it empty.' },
    finds: ({ measures }) => measures.flatMap(({ norm }, index) => norm !== null && !/^[A-Z]-\d{2}$/.test(norm) ? [row(index)] : []),
  },
  'evaluation-missing': {
    field: 'evaluation', severity: 'attention', citation: 'art. 32 lid 1 onder d AVG', norms: ['P-16'],
    words: { nl: 'Een maand na de afhandeling is het datalek nog niet geëvalueerd.', en: 'A month after it was dealt with the breach wasn’t evaluated yet.' }, advice: { nl: 'Kies “Evalueren”: hoe voorkomt u herhaling?', en: 'Choose “Evaluate”: how do you prevent repetition?' },
    finds: ({ report_settled_at, controller_told_at, role, evaluation }, { today }) => evaluation === null && passed(role === 'processor' ? controller_told_at : report_settled_at, 31, today),
  },
} satisfies Record<string, Rule<JudgedInput>>
