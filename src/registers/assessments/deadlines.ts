// Deadlines of an assessment: the adviser's, the authority's eight weeks, and looking again after three years (art. 35 lid 11 en art. 36 lid 2 AVG; H-20).
import type { DeadlineDeclaration } from '../../register-kit/deadline-declaration.ts'

export const assessmentDeadlines: Readonly<Record<string, DeadlineDeclaration>> = {
  advice: {
    words: { nl: 'Advies geven', en: 'Give advice' }, startsAt: { verb: 'ask_advice' }, term: { fallback: { duration: 'P10D', clock: 'working' }, regime: 'own', citation: 'eigen beleid' },
    endsBy: { verbs: ['advise', 'advise_beforehand', 'rework', 'stop'] },
  },
  consultation: {
    words: { nl: 'Antwoord van de AP', en: 'Answer of the authority' }, startsAt: { field: 'authority_asked_on' }, appliesTo: ({ kind }) => kind === 'dpia',
    term: { fallback: { duration: 'P8W', clock: 'calendar' }, regime: 'eu', citation: 'art. 36 lid 2 AVG' }, extension: { fallback: { duration: 'P6W', clock: 'calendar' }, regime: 'eu', citation: 'art. 36 lid 2 AVG' },
    ceiling: { term: 'prior-consultation', extension: 'extend-consultation' }, maySuspend: true, endsBy: { verbs: ['authority_answers'], field: 'authority_answered_on' },
  },
  review: {
    words: { nl: 'Opnieuw bekijken', en: 'Look at it again' }, startsAt: { field: 'review_from' }, appliesTo: ({ kind }) => kind !== 'purchase',
    term: { parameter: 'dpia_review_every', fallback: { duration: 'P3Y', clock: 'calendar' }, regime: 'own', citation: 'art. 35 lid 11 AVG' }, endsBy: { verbs: ['redo'], statuses: ['archived'] },
  },
}
