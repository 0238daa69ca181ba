// The register of breaches and security incidents: every one of them, reported or not, with facts, consequences and measures (art. 33 lid 5 AVG; H-37, M-15, P-14).
import { forwardHistory } from '../../case-kit/forwarding/forward-words.ts'
import { letterHistory } from '../../case-kit/letters/letters.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { breachDeadlines } from './deadlines.ts'
import { fields, lessonFields } from './declaration.ts'
import { factFields } from './fields-facts.ts'
import { informingFields, reportingFields, weighingFields } from './fields-decisions.ts'
import { reportFields } from './fields-report.ts'
import { breachLifecycle } from './lifecycle.ts'
import { futureFaults } from './moments.ts'
import { breachRules } from './rules.ts'
import { visibleBreaches } from './visibility.ts'

const moments = Object.entries(fields).flatMap(([key, { type }]) => type === 'moment' ? [key] : [])
/** The keys before a field, and from it on. */
const split = (keys: readonly string[], at: string): [string[], string[]] => [keys.slice(0, keys.indexOf(at)), keys.slice(keys.indexOf(at))]
const [whoReports, whatHappened] = split(Object.keys(reportFields), 'who_involved')
const [judging, found] = split(Object.keys(factFields), 'occurred_from')
const [facts, contained] = split(found, 'containment')
const [weighing, advising] = split(Object.keys(weighingFields), 'advice')
const [deciding, notifying] = split(Object.keys(reportingFields), 'draft_sent_at')
const [informing, elsewhere] = split(Object.keys(informingFields), 'controller_told_at')

/** Parts that come later stay out of the way until there is something to weigh. */
const isJudged = ({ judgement }: Readonly<Record<string, unknown>>) => judgement === 'yes' || judgement === 'doubt'
const isWeighed = ({ risk }: Readonly<Record<string, unknown>>) => typeof risk === 'string' && risk !== ''

export const breaches = declareRegister({
  key: 'breaches', table: 'breach', path: 'datalekken', icon: 'warning',
  words: {
    one: { nl: 'datalek', en: 'breach' }, many: { nl: 'Datalekken', en: 'Breaches' }, article: 'het',
    lead: { nl: 'Alle datalekken en beveiligingsincidenten, gemeld of niet, met feiten, gevolgen en maatregelen (art. 33 lid 5 AVG).', en: 'All breaches and security incidents, reported or not, with facts, consequences and measures (art. 33(5) GDPR).' },
    empty: { nl: 'Is er iets misgegaan met persoonsgegevens, of denkt u dat? Meld het meteen, ook bij twijfel. De 72 uur loopt vanaf het moment dat u het weet.', en: 'Did something go wrong with personal data, or do you think so? Report it at once, also when in doubt. The 72 hours run from the moment you know.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'report', words: { nl: 'De melding', en: 'The report' }, fields: whoReports },
    { key: 'what', words: { nl: 'Wat er is gebeurd', en: 'What happened' }, fields: whatHappened },
    { key: 'judgement', words: { nl: 'Incident of datalek', en: 'Incident or breach' }, fields: judging },
    { key: 'facts', words: { nl: 'De feiten', en: 'The facts' }, fields: facts },
    { key: 'containment', words: { nl: 'Schade beperken en waarschuwen', en: 'Limiting damage and warning' }, fields: contained },
    { key: 'weighing', words: { nl: 'Ernst en weging', en: 'Severity and weighing' }, fields: weighing, concerns: isJudged },
    { key: 'advice', words: { nl: 'Advies en twijfel', en: 'Advice and dilemmas' }, fields: advising, concerns: isJudged },
    { key: 'deciding', words: { nl: 'Besluit over melden', en: 'Decision to report' }, fields: deciding, concerns: isWeighed },
    { key: 'notifying', words: { nl: 'Melding aan de AP', en: 'Notification to the authority' }, fields: notifying, concerns: isWeighed },
    { key: 'informing', words: { nl: 'Mensen inlichten', en: 'Informing people' }, fields: informing, concerns: isWeighed },
    { key: 'elsewhere', words: { nl: 'Anderen inlichten', en: 'Telling others' }, fields: elsewhere, concerns: isJudged },
    { key: 'lessons', words: { nl: 'Maatregelen en lessen', en: 'Measures and lessons' }, fields: Object.keys(lessonFields), concerns: isJudged },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'DL' }, department: 'department', owner: 'owner' },
  lifecycle: breachLifecycle, rules: breachRules, deadlines: breachDeadlines,
  list: {
    columns: ['number', 'status', 'due_at', 'received_at', 'aware_at', 'department', 'owner', 'judgement', 'cause', 'role', 'risk', 'report_decision', 'notified_at', 'informed_at', 'findings', 'updated_at'],
    shown: ['number', 'status', 'due_at', 'aware_at', 'risk', 'report_decision', 'findings'],
    order: 'due_at',
    filters: [
      { path: 'afdeling', name: 'department', field: 'department' }, { path: 'behandelaar', name: 'owner', field: 'owner' }, { path: 'datalek', name: 'judgement', field: 'judgement' }, { path: 'incident', name: 'isSecurityIncident', field: 'is_security_incident' },
      { path: 'oorzaak', name: 'cause', field: 'cause' }, { path: 'risico', name: 'risk', field: 'risk' }, { path: 'melden', name: 'reportDecision', field: 'report_decision' }, { path: 'inlichten', name: 'informDecision', field: 'inform_decision' },
      { path: 'rol', name: 'role', field: 'role' }, { path: 'kanaal', name: 'channel', field: 'channel' }, { path: 'deelnemer', name: 'participant', field: 'participant' }, { path: 'verwerker', name: 'processor', field: 'processor' },
      { path: 'verwerking', name: 'processing', field: 'processings.processing' }, { path: 'systeem', name: 'system', field: 'systems.system' },
    ],
  },
  visible: visibleBreaches, isPersonal: true, alsoDone: { ...letterHistory, ...forwardHistory },
  start: ({ now }) => ({ received_at: minuteOf(now), language: 'nl', channel: 'colleague', role: 'controller' }),
  check: (input, { now, before }) => [
    ...futureFaults(input, moments, now, before),
    ...(input.subjects_min !== null && input.subjects_max !== null && input.subjects_max < input.subjects_min ? [{ at: 'subjects_max', message: { nl: '“Hooguit” is minder dan “minstens”.', en: '“At most” is less than “at least”.' } }] : []),
    ...(input.occurred_from !== null && input.occurred_until !== null && input.occurred_until < input.occurred_from ? [{ at: 'occurred_until', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the beginning.' } }] : []),
  ],
})
