// The register of covenants, arrangements between joint controllers and cooperation protocols (art. 26 AVG; H-23, H-42, N-05, N-60).
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { dutyFields, fields, subjectFields } from './declaration.ts'
import { covenantsInForce } from './in-force.ts'
import { covenantLifecycle } from './lifecycle.ts'
import { covenantRules } from './rules.ts'
import { visibleCovenants } from './visibility.ts'

export const covenants = declareRegister({
  key: 'covenants', table: 'covenant', path: 'convenanten', icon: 'people',
  words: {
    one: { nl: 'convenant', en: 'covenant' }, many: { nl: 'Convenanten en regelingen', en: 'Covenants and arrangements' }, article: 'het',
    lead: { nl: 'Met wie u samenwerkt, wie wat doet, en wat mensen daarvan mogen weten (art. 26 AVG).', en: 'With whom you cooperate, who does what, and what people may know of it (art. 26 GDPR).' },
    empty: { nl: 'Leg elk convenant, elke regeling en elk protocol vast. Twijfelt u over de vorm? De relatiewijzer helpt.', en: 'Record each covenant, arrangement and protocol. Not sure about the form? The relation help assists you.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Met wie en waarvoor', en: 'With whom, and what for' }, fields: ['name', 'number', 'kind', 'department', 'owner', 'aim', 'partners', 'processings', 'relation'] },
    { key: 'dpia', words: { nl: 'DPIA vóór deelname', en: 'DPIA before joining' }, fields: ['dpia_outcome', 'dpia_on', 'assessment', 'dpia_place'] },
    { key: 'subjects', words: { nl: 'Elf onderwerpen', en: 'Eleven subjects' }, fields: Object.keys(subjectFields) },
    { key: 'duties', words: { nl: 'Wie wat doet', en: 'Who does what' }, fields: [...Object.keys(dutyFields), 'protocol', 'protocol_on', 'transfers'] },
    { key: 'public', words: { nl: 'Wat mensen mogen weten', en: 'What people may know' }, fields: ['essence', 'contact_point', 'is_essence_public'] },
    { key: 'term', words: { nl: 'Ondertekening en looptijd', en: 'Signature and term' }, fields: ['signed_on', 'starts_on', 'ends_on', 'note'] },
    { key: 'end', words: { nl: 'Na afloop', en: 'At the end' }, fields: ['data_at_end', 'data_at_end_on'], concerns: () => false },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'CV' }, department: 'department', owner: 'owner' },
  lifecycle: covenantLifecycle, rules: covenantRules, reviewBy: 'covenant_review_every',
  list: {
    columns: ['number', 'kind', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'starts_on', 'ends_on', 'dpia_outcome', 'signed_on', 'is_essence_public'],
    shown: ['kind', 'status', 'ends_on', 'review_due_on', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'dpia', name: 'dpiaOutcome', field: 'dpia_outcome' },
      { path: 'verwerking', name: 'processing', field: 'processings.processing' }, { path: 'openbaar', name: 'isEssencePublic', field: 'is_essence_public' },
    ],
  },
  start: ownStart,
  visible: visibleCovenants,
  contributes: [{ to: 'processing-activities', key: 'covenants', facts: covenantsInForce }],
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})
