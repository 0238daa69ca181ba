// The register of complaints and questions of outsiders: by whom they are handled, within which term, and what changed because of them (hoofdstuk 9 Awb; H-32, W-13, W-18, P-13, P-22).
import { letterHistory } from '../../case-kit/letters/letters.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { standingOf } from './facts.ts'
import { complaintLifecycle } from './lifecycle.ts'
import { complaintRules } from './rules.ts'
import { visibleComplaints } from './visibility.ts'

/** Clocks of a desk and of the server differ. */
const leeway = 15 * 60_000

export const complaints = declareRegister({
  key: 'complaints', table: 'complaint', path: 'klachten', icon: 'info',
  words: {
    one: { nl: 'klacht', en: 'complaint' }, many: { nl: 'Klachten', en: 'Complaints' }, article: 'de',
    lead: { nl: 'Klachten en vragen van mensen van buiten: wie ze behandelt, wat eruit kwam en wat er anders gaat (hoofdstuk 9 Awb).', en: 'Complaints and questions of people from outside: who handles them, what came of it and what changes (chapter 9 Awb).' },
    empty: { nl: 'Wie een klacht heeft, kan die kwijt op uw openbare site. Kwam er een binnen aan de balie, per brief of telefoon? Leg die dan hier vast.', en: 'Whoever has a complaint can send it from your public site. Did one come in at the desk, by letter or by phone? Then record it here.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Waarover', en: 'About what' }, fields: ['title', 'number', 'kind', 'description', 'wish', 'department', 'complained_about', 'processing', 'request', 'breach'] },
    { key: 'who', words: { nl: 'Van wie en wanneer', en: 'From whom, and when' }, fields: ['received_at', 'channel', 'reporter_name', 'reporter_email', 'reporter_phone', 'reporter_address', 'language', 'confirmed_at'] },
    { key: 'gravity', words: { nl: 'Hoe ernstig', en: 'How grave' }, fields: ['significance', 'significance_reason', 'data_in_danger', 'directors_told_at'] },
    { key: 'handling', words: { nl: 'Behandeling', en: 'Handling' }, fields: ['route', 'handler', 'talk_outcome', 'talk_note', 'hearing', 'heard_on', 'hearing_report'] },
    { key: 'judgement', words: { nl: 'Oordeel en antwoord', en: 'Judgement and answer' }, fields: ['judgement', 'judgement_reason', 'refusal_ground', 'answer', 'answered_at', 'remedies_named'] },
    { key: 'practice', words: { nl: 'Wat er anders gaat', en: 'What changes' }, fields: ['changed_practice', 'practice_task', 'practice_measure', 'no_change_reason', 'practice_told_at'] },
  ],
  named: { title: 'title', number: { field: 'number', prefix: 'KL' }, department: 'department', owner: 'handler' },
  lifecycle: complaintLifecycle, rules: complaintRules,
  deadlines: {
    receipt: {
      words: { nl: 'Ontvangst bevestigen', en: 'Confirm receipt' }, startsAt: { field: 'received_at' }, endsBy: { verbs: ['confirm_receipt'], field: 'confirmed_at', statuses: ['answered'] },
      // The law says that it is done, not how soon.
      term: { fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'art. 9:6 Awb' },
    },
    handling: {
      words: { nl: 'Antwoord aan de indiener', en: 'Answer to whoever complains' }, startsAt: { field: 'received_at' }, endsBy: { verbs: ['respond'], field: 'answered_at' },
      term: { parameter: 'answer_within', fallback: { duration: 'P6W', clock: 'calendar' }, regime: 'dutch', citation: 'art. 9:11 lid 1 Awb' },
      extension: { fallback: { duration: 'P4W', clock: 'calendar' }, regime: 'dutch', citation: 'art. 9:11 lid 2 Awb' },
      ceiling: { term: 'handle-complaint', extension: 'extend-complaint' },
    },
  },
  list: {
    columns: ['number', 'kind', 'department', 'handler', 'route', 'status', 'received_at', 'due_at', 'significance', 'data_in_danger', 'judgement', 'answered_at', 'channel', 'findings', 'updated_at'],
    shown: ['number', 'kind', 'received_at', 'due_at', 'handler', 'status', 'judgement'],
    order: 'due_at',
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'behandelaar', name: 'handler', field: 'handler' }, { path: 'gevolgen', name: 'significance', field: 'significance' },
      { path: 'gevaar', name: 'dataInDanger', field: 'data_in_danger' }, { path: 'oordeel', name: 'judgement', field: 'judgement' }, { path: 'kanaal', name: 'channel', field: 'channel' },
    ],
  },
  visible: visibleComplaints, isPersonal: true, alsoDone: letterHistory,
  contributes: [{ to: 'complaints', key: 'standing', isForItself: true, facts: standingOf, reaches: async () => [] }],
  start: ({ now }) => ({ received_at: minuteOf(now), kind: 'complaint', language: 'nl' }),
  check: ({ received_at, answered_at, handler, complained_about }, { now, before }) => [
    ...(received_at !== null && answered_at !== null && answered_at < received_at ? [{ at: 'answered_at', message: { nl: 'Het antwoord ligt vóór de ontvangst.', en: 'The answer lies before the receipt.' } }] : []),
    ...(received_at !== null && received_at !== before?.received_at && Date.parse(received_at) > now.getTime() + leeway ? [{ at: 'received_at', message: { nl: 'Dit moment is nog niet geweest.', en: 'This moment hasn’t been yet.' } }] : []),
    ...(handler !== null && handler === complained_about ? [{ at: 'complained_about', message: { nl: 'Over wie de klacht gaat, behandelt haar niet (art. 9:7 Awb).', en: 'Whom the complaint is about doesn’t handle it (art. 9:7 Awb).' } }] : []),
  ],
})
