// The register of questions from the work floor: asked by anybody, answered by the triangle, open to all colleagues (N-15).
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { questionLifecycle } from './lifecycle.ts'
import { questionRules } from './rules.ts'
import { visibleToAsker } from './visibility.ts'

export const questions = declareRegister({
  key: 'questions', table: 'question', path: 'vragen', icon: 'info',
  words: {
    one: { nl: 'vraag', en: 'question' }, many: { nl: 'Vragen', en: 'Questions' }, article: 'de',
    lead: { nl: 'Vragen van de werkvloer over privacy, met het antwoord van de FG, de privacy officer en de CISO (art. 39 lid 1 onder a AVG).', en: 'Questions of the work floor on privacy, with the answer of the DPO, the privacy officer and the CISO (art. 39(1)(a) GDPR).' },
    empty: { nl: 'Twijfelt u of iets mag? Stel uw vraag. Wat wordt beantwoord, kunnen al uw collega’s lezen.', en: 'Do you doubt whether something is allowed? Ask. What is answered can be read by all your colleagues.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'question', words: { nl: 'De vraag', en: 'The question' }, fields: ['title', 'number', 'subject', 'question', 'department', 'processing', 'is_private'] },
    { key: 'answer', words: { nl: 'Het antwoord', en: 'The answer' }, fields: ['answer', 'sources', 'answered_by', 'answered_on'], concerns: ({ answer }) => answer !== null && answer !== undefined && answer !== '' },
  ],
  named: { title: 'title', number: { field: 'number', prefix: 'V' }, department: 'department' },
  lifecycle: questionLifecycle,
  rules: questionRules, reviewBy: 'review_every',
  deadlines: {
    answer: {
      words: { nl: 'Antwoord', en: 'Answer' }, startsAt: 'created', endsBy: { verbs: ['reply'], statuses: ['answered', 'published'] },
      // No law says how soon a colleague gets an answer: the policy does (P-13), and else a working week.
      term: { parameter: 'answer_within', fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'eigen beleid' },
    },
  },
  list: {
    columns: ['number', 'subject', 'department', 'status', 'findings', 'processing', 'answered_by', 'answered_on', 'is_private', 'due_at', 'review_due_on', 'updated_at'],
    shown: ['subject', 'department', 'status', 'due_at', 'answered_on', 'updated_at'],
    filters: [{ path: 'onderwerp', name: 'subject', field: 'subject' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'verwerking', name: 'processing', field: 'processing' }],
  },
  visible: visibleToAsker,
  start({ actor }) {
    const own = actor.kind === 'person' ? actor.assignments.find(({ departmentIds }) => departmentIds !== undefined) : undefined
    return { department: own?.departmentIds?.[0] ?? null }
  },
})
