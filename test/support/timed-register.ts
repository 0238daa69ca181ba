// Timed register: the register of systems with deadlines of each kind, for tests of how deadlines are kept.
import type { Register } from '../../src/register-kit/register.ts'
import { extendStep, resumeStep, suspendStep } from '../../src/register-kit/deadlines/deadline-steps.ts'
import { systems } from '../../src/registers/systems/register.ts'

const { lifecycle } = systems

/** `answer` begins with the entry and ends by a review; `request` runs from one date to another, and may be extended and stand still. */
export const timed: Register = {
  ...systems,
  deadlines: {
    answer: {
      words: { nl: 'Antwoord', en: 'Answer' }, startsAt: 'created', endsBy: { verbs: ['review'] },
      term: { parameter: 'answer_within', fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'eigen beleid' },
    },
    request: {
      words: { nl: 'Besluit op het verzoek', en: 'Decision on the request' }, startsAt: { field: 'used_since_on' }, endsBy: { field: 'security_audit_on' }, maySuspend: true,
      term: { parameter: 'decide_within', fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'eu', citation: 'art. 12 lid 3 AVG' },
      extension: { parameter: 'extend_by_max', fallback: { duration: 'P2M', clock: 'calendar' }, regime: 'eu', citation: 'art. 12 lid 3 AVG' },
      ceiling: { term: 'answer-request', extension: 'extend-request' },
    },
  },
  lifecycle: {
    ...lifecycle,
    verbs: { ...lifecycle.verbs, extend: extendStep('request', ['privacy_officer']), suspend: suspendStep('request', ['privacy_officer']), resume: resumeStep('request', ['privacy_officer']) },
  },
  list: { ...systems.list, columns: [...systems.list.columns, 'due_at'], shown: [...systems.list.shown, 'due_at'] },
}
