// The register of DPO appointments (art. 37 AVG): each appointment with its decision, publication, registration and end, or the test why there is none.
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { standingOf } from './facts.ts'
import { appointmentRules } from './rules.ts'

export const dpoAppointments = declareRegister({
  key: 'dpo-appointments', table: 'dpo_appointment', path: 'fg-aanwijzingen', icon: 'shield',
  words: {
    one: { nl: 'FG-aanwijzing', en: 'DPO appointment' }, many: { nl: 'FG-aanwijzingen', en: 'DPO appointments' }, article: 'de',
    lead: { nl: 'Wie de functionaris gegevensbescherming is, en hoe dat is geregeld (art. 37 AVG).', en: 'Who the data protection officer is, and how that is arranged (art. 37 GDPR).' },
    empty: { nl: 'Leg vast wie de FG is, wie dat besloot, waar de contactgegevens staan en wanneer u de FG aanmeldde bij de Autoriteit Persoonsgegevens.', en: 'Record who the DPO is, who decided so, where the contact details stand and when you registered the DPO with the authority.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'who', words: { nl: 'Wie', en: 'Who' }, fields: ['name', 'number', 'outcome', 'dpo', 'assessment', 'qualities'] },
    { key: 'decision', words: { nl: 'Het besluit', en: 'The decision' }, fields: ['body', 'decided_on', 'decision_reference', 'starts_on', 'ends_on'] },
    { key: 'known', words: { nl: 'Bekend bij iedereen en bij de AP', en: 'Known to everybody and to the authority' }, fields: ['contact_email', 'contact_phone', 'published_at', 'published_on', 'registered_on', 'registration_number'] },
    { key: 'independence', words: { nl: 'Onafhankelijk', en: 'Independent' }, fields: ['independence', 'other_tasks', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'FG' } },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'administrator'], end: ['privacy_officer', 'administrator'], import: ['privacy_officer', 'administrator'] }, {
    active: { nl: 'Aangewezen', en: 'Appointed' }, ended: { nl: 'Afgelopen', en: 'Ended' }, end: { nl: 'Aanwijzing beëindigen', en: 'End the appointment' }, reopen: { nl: 'Weer aanwijzen', en: 'Appoint again' },
    endExplained: { nl: 'De FG stopt. Meld de wisseling ook bij de Autoriteit Persoonsgegevens (art. 37 lid 7 AVG).', en: 'The DPO stops. Tell the authority of the change too (art. 37(7) GDPR).' },
  }),
  rules: appointmentRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'outcome', 'dpo', 'body', 'decided_on', 'starts_on', 'ends_on', 'published_on', 'registered_on', 'registration_number', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['dpo', 'ends_on', 'registered_on', 'findings'],
    filters: [{ path: 'uitkomst', name: 'outcome', field: 'outcome' }, { path: 'fg', name: 'dpo', field: 'dpo' }, { path: 'orgaan', name: 'body', field: 'body' }],
  },
  visible: visibleToColleagues({ register: 'dpo-appointments', inForce: 'active' }),
  contributes: [{ to: 'dpo-appointments', key: 'standing', isForItself: true, facts: standingOf, reaches: async () => [] }],
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})
