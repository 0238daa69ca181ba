// The register of requests of data subjects: every right, from receipt to answer, each within its term (art. 12 tot en met 22 AVG; H-27..H-36, N-19..N-21, M-12..M-14, W-12, P-18..P-21).
import { collectionHistory } from '../../case-kit/collection/parts.tsx'
import { letterHistory } from '../../case-kit/letters/letters.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { requestDeadlines } from './deadlines.ts'
import { fields } from './declaration.ts'
import { factsOf } from './facts.ts'
import { requestLifecycle } from './lifecycle.ts'
import { requestRules } from './rules.ts'
import { visibleRequests } from './visibility.ts'

/** Clocks of a desk and of the server differ. */
const leeway = 15 * 60_000
const isSaid = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

export const requests = declareRegister({
  key: 'requests', table: 'subject_request', path: 'verzoeken', icon: 'people',
  words: {
    one: { nl: 'verzoek', en: 'request' }, many: { nl: 'Verzoeken', en: 'Requests' }, article: 'het',
    lead: { nl: 'Mensen die vragen om hun gegevens te zien, te verbeteren, te wissen of niet meer te gebruiken (art. 12 en 15 tot en met 22 AVG).', en: 'People who ask to see, correct or erase their data, or to stop their use (art. 12 and 15 to 22 GDPR).' },
    empty: { nl: 'Verzoeken komen binnen via uw openbare site. Kwam er een aan de balie, per brief of per telefoon? Leg die hier vast: schriftelijk hoeft niet.', en: 'Requests come in through your public site. Did one come in at the desk, by letter or by phone? Record it here: it needn’t be in writing.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'asked', words: { nl: 'Wat wordt gevraagd', en: 'What is asked' }, fields: ['title', 'number', 'right', 'under_brp', 'request', 'received_at', 'channel', 'language'] },
    { key: 'person', words: { nl: 'Om wie het gaat', en: 'Whom it is about' }, fields: ['subject_name', 'subject_kind', 'subject_email', 'subject_phone', 'subject_address', 'subject_birth_date', 'subject_reference'] },
    { key: 'representative', words: { nl: 'Wie het namens iemand vraagt', en: 'Who asks on somebody’s behalf' }, fields: ['representative_name', 'representative_role', 'representative_email', 'representative_address', 'representative_proof'] },
    { key: 'scope', words: { nl: 'Waar het over gaat, en wie het doet', en: 'What it is about, and who does it' }, fields: ['department', 'handler', 'about', 'period_from', 'period_until', 'processings', 'taken_with', 'note'] },
    { key: 'identity', words: { nl: 'Identiteit', en: 'Identity' }, fields: ['identity_means', 'identity_checked_on', 'identity_checked_by', 'identity_note', 'additions'], concerns: ({ identity_means, additions }) => isSaid(identity_means) || isSaid(additions) },
    { key: 'terms', words: { nl: 'Termijn', en: 'Term' }, fields: ['extended_on', 'extension_told_on', 'default_received_on'], concerns: ({ extended_on, default_received_on }) => isSaid(extended_on) || isSaid(default_received_on) },
    { key: 'marks', words: { nl: 'Beperking en reclame', en: 'Restriction and marketing' }, fields: ['restricted_on', 'restriction_case', 'restriction_lifted_on', 'lift_told_on', 'suppressed_on'], concerns: ({ restricted_on, suppressed_on }) => isSaid(restricted_on) || isSaid(suppressed_on) },
    {
      key: 'decision', words: { nl: 'Besluit', en: 'Decision' }, concerns: ({ outcome }) => isSaid(outcome),
      fields: ['outcome', 'decided_case', 'bases', 'is_marketing', 'is_automated', 'is_provided', 'is_decided_by_computer', 'is_seen_by_person', 'grounds', 'weighing', 'law', 'essence_kept', 'is_necessary', 'is_proportionate', 'considerations', 'granted_part', 'refused_part', 'reasons', 'decided_on', 'decided_by', 'decided_for', 'mandate'],
    },
    { key: 'answer', words: { nl: 'Antwoord en wie het hoorde', en: 'Answer, and who was told' }, fields: ['answer', 'answered_on', 'recipients', 'no_recipients', 'hours_spent'], concerns: ({ outcome, answered_on }) => isSaid(outcome) || isSaid(answered_on) },
    { key: 'remedy', words: { nl: 'Bezwaar of beroep tegen het besluit', en: 'Objection or appeal against the decision' }, fields: ['objection_kind', 'objection_received_on', 'objection_counts_from', 'objection_outcome', 'objection_decided_on'], concerns: ({ objection_kind }) => isSaid(objection_kind) },
    { key: 'ending', words: { nl: 'Hoe het eindigde', en: 'How it ended' }, fields: ['forwarded_to', 'forwarded_on', 'end_note'], concerns: ({ forwarded_to, end_note }) => isSaid(forwarded_to) || isSaid(end_note) },
  ],
  named: { title: 'title', number: { field: 'number', prefix: 'VZ' }, department: 'department', owner: 'handler' },
  lifecycle: requestLifecycle, rules: requestRules, deadlines: requestDeadlines,
  list: {
    columns: ['number', 'right', 'department', 'handler', 'status', 'received_at', 'due_at', 'subject_name', 'channel', 'outcome', 'decided_on', 'answered_on', 'extended_on', 'restricted_on', 'findings', 'updated_at'],
    shown: ['number', 'right', 'received_at', 'due_at', 'handler', 'status', 'findings'],
    order: 'due_at',
    filters: [
      { path: 'recht', name: 'right', field: 'right' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'behandelaar', name: 'handler', field: 'handler' }, { path: 'besluit', name: 'outcome', field: 'outcome' },
      { path: 'kanaal', name: 'channel', field: 'channel' }, { path: 'bezwaar', name: 'objectionKind', field: 'objection_kind' }, { path: 'verwerking', name: 'processing', field: 'processings.processing' },
    ],
  },
  visible: visibleRequests, isPersonal: true,
  alsoDone: { ...letterHistory, ...collectionHistory },
  contributes: [{ to: 'requests', key: 'facts', isForItself: true, facts: factsOf, reaches: async () => [] }],
  start: ({ now }) => ({ received_at: now.toISOString(), language: 'nl', subject_kind: 'self' }),
  check: ({ received_at, period_from, period_until }, { now, before }) => [
    ...(received_at !== null && received_at !== before?.received_at && Date.parse(received_at) > now.getTime() + leeway ? [{ at: 'received_at', message: { nl: 'Dit moment is nog niet geweest.', en: 'This moment hasn’t been yet.' } }] : []),
    ...(period_from !== null && period_until !== null && period_until < period_from ? [{ at: 'period_until', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : []),
  ],
})
