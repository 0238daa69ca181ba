// Deadlines of a request: one term for the answer by its right, telling of an extension, the decision on an objection, and what a notice of default leaves (art. 12 lid 3 AVG; art. 25 en 28 Wpg; hoofdstuk 4 en 7 Awb).
import type { DeadlineDeclaration } from '../../register-kit/deadline-declaration.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { type RightKey, rightKeys, rightOf, rights } from './rights.ts'

type AnswerKind = 'answer' | 'inform' | 'rectify' | 'police_access' | 'police_correction'

/** Under which term a right is answered. */
export const answerKindOf = (right: RightKey | null): AnswerKind =>
  right === 'information' ? 'inform' : right === 'rectification' ? 'rectify' : right === 'police_access' || right === 'police_correction' ? right : 'answer'

const endsBy = { field: 'answered_on', statuses: ['answered', 'told'] } as const
const month = { duration: 'P1M', clock: 'calendar' } as const

function answer(kind: AnswerKind, right: RightKey): DeadlineDeclaration {
  const { clock } = rightOf(right)
  const isPolice = kind === 'police_access' || kind === 'police_correction'
  return {
    words: isPolice ? { nl: `Antwoord (${rights[right].words.nl.toLowerCase()})`, en: `Answer (${rights[right].words.en.toLowerCase()})` }
      : kind === 'rectify' ? { nl: 'Besluit over verbeteren', en: 'Decision on rectification' } : kind === 'inform' ? { nl: 'Uitleg geven', en: 'Explain' } : { nl: 'Antwoord aan de vrager', en: 'Answer to the person' },
    startsAt: { field: 'received_at' }, appliesTo: (input: AnyInput) => answerKindOf(input.right as RightKey | null) === kind, endsBy, term: clock.term,
    ...(clock.extension ? { extension: clock.extension } : {}),
    ...(kind === 'police_correction' ? {} : { ceiling: kind === 'police_access' ? { term: 'police-access' as const, extension: 'extend-police-access' as const } : { term: 'answer-request' as const, extension: 'extend-request' as const } }),
    maySuspend: true,
  }
}

const firstOf = (kind: AnswerKind): RightKey => rightKeys.find((right) => answerKindOf(right) === kind)!

export const requestDeadlines: Readonly<Record<string, DeadlineDeclaration>> = {
  answer: answer('answer', 'access'),
  inform: answer('inform', firstOf('inform')),
  rectify: answer('rectify', firstOf('rectify')),
  police_access: answer('police_access', 'police_access'),
  police_correction: answer('police_correction', 'police_correction'),
  tell_extension: {
    words: { nl: 'De verlenging vertellen', en: 'Telling of the extension' }, startsAt: { field: 'received_at' }, endsBy: { field: 'extension_told_on' },
    appliesTo: (input) => input.extended_on !== null && input.right !== 'police_access', term: { fallback: month, regime: 'eu', citation: 'art. 12 lid 3 AVG' }, ceiling: { term: 'refuse-request' },
  },
  decide_objection: {
    words: { nl: 'Beslissing op bezwaar (Awb)', en: 'Decision on the objection (Awb)' }, startsAt: { field: 'objection_counts_from' }, endsBy: { field: 'objection_decided_on' },
    appliesTo: (input) => input.objection_kind === 'objection', term: { fallback: { duration: 'P6W', clock: 'calendar' }, regime: 'dutch', citation: 'art. 7:10 lid 1 Awb' },
    extension: { fallback: { duration: 'P6W', clock: 'calendar' }, regime: 'dutch', citation: 'art. 7:10 lid 3 Awb' }, ceiling: { term: 'decide-objection', extension: 'extend-objection' },
  },
  after_default: {
    words: { nl: 'Antwoord na de ingebrekestelling', en: 'Answer after the notice of default' }, startsAt: { field: 'default_received_on' }, endsBy,
    term: { fallback: { duration: 'P2W', clock: 'calendar' }, regime: 'dutch', citation: 'art. 4:17 lid 3 Awb' }, ceiling: { term: 'after-default' },
  },
}
