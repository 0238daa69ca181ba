// The register of privacy meetings: DPO, privacy officer, CISO and ISO at one table, with an agenda of what is open (H-52).
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { sameSeries, standingOf } from './facts.ts'
import { meetingLifecycle } from './lifecycle.ts'
import { meetingRules } from './rules.ts'
import { visibleToParticipants } from './visibility.ts'

export const privacyMeetings = declareRegister({
  key: 'privacy-meetings', table: 'privacy_meeting', path: 'privacyoverleg', icon: 'people',
  words: {
    one: { nl: 'privacyoverleg', en: 'privacy meeting' }, many: { nl: 'Privacyoverleg', en: 'Privacy meetings' }, article: 'het',
    lead: { nl: 'Waar FG, privacy officer, CISO en ISO bespreken wat openstaat, met besluiten en acties (art. 38 lid 1 en art. 39 lid 1 AVG).', en: 'Where DPO, privacy officer, CISO and ISO talk over what is open, with decisions and actions (art. 38(1) and art. 39(1) GDPR).' },
    empty: { nl: 'Plan het eerste overleg. De agenda wordt voorgesteld uit wat er openstaat.', en: 'Plan the first meeting. Its agenda is proposed from what is open.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'when', words: { nl: 'Wanneer en met wie', en: 'When and with whom' }, fields: ['name', 'number', 'kind', 'department', 'planned_on', 'place', 'participants'] },
    { key: 'agenda', words: { nl: 'Wat er besproken wordt', en: 'What is talked about' }, fields: ['agenda'] },
    { key: 'minutes', words: { nl: 'Verslag', en: 'Minutes' }, fields: ['held_on', 'minutes', 'decisions', 'actions'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'PO' } },
  lifecycle: meetingLifecycle,
  rules: meetingRules,
  list: {
    columns: ['number', 'kind', 'department', 'planned_on', 'held_on', 'place', 'status', 'findings', 'updated_at'],
    shown: ['kind', 'planned_on', 'held_on', 'status', 'findings'],
    filters: [{ path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'deelnemer', name: 'participant', field: 'participants.person', words: { nl: 'Met', en: 'With' } }, { path: 'actie-van', name: 'actionOwner', field: 'actions.owner', words: { nl: 'Actie van', en: 'Action of' } }],
  },
  contributes: [{ to: 'privacy-meetings', key: 'standing', isForItself: true, facts: standingOf, reaches: sameSeries }],
  visible: visibleToParticipants, isPersonal: true,
})
