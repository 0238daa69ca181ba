// The register of disclosures to other controllers: each request with its decision, and what was given to whom (art. 5 lid 2, 6, 19 en 30 lid 1 onder d AVG; N-46, N-47, N-67, P-10).
import { dayOf } from '../../ground/clock.ts'
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'
import { decisionFields, fields, groundFields, ownFields, requestFields } from './declaration.ts'
import { disclosureLifecycle } from './lifecycle.ts'
import { disclosureRules } from './rules.ts'

const factors = ['link', 'context', 'nature', 'consequences', 'safeguards']
/** Asked of whoever answers a single question, before the decision; all else of the decision is filled by its steps. */
const beforehand = ['no_protocol']

type Values = Readonly<Record<string, unknown>>
const isSaid = (value: unknown) => typeof value === 'string' && value !== ''
/** Our own test begins once it is known what is wanted: whoever writes down the request needs none of it. */
const isDescribed = ({ purpose }: Values) => isSaid(purpose)

export const disclosures = declareRegister({
  key: 'disclosures', table: 'disclosure', path: 'verstrekkingen', icon: 'upload',
  words: {
    one: { nl: 'verstrekking', en: 'disclosure' }, many: { nl: 'Verstrekkingen', en: 'Disclosures' }, article: 'de',
    lead: { nl: 'Gegevens voor een andere verantwoordelijke: wie vraagt, wat mag, en wat is gegeven (art. 6 en 19 AVG).', en: 'Data for another controller: who asks, what is allowed, and what was given (art. 6 and 19 GDPR).' },
    empty: { nl: 'Vraagt een andere organisatie om gegevens? Leg het verzoek vast, besluit, en houd bij wat u geeft.', en: 'Does another organisation ask for data? Record the request, decide, and keep what you give.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'who', words: { nl: 'Wie vraagt wat', en: 'Who asks what' }, fields: ['name', 'number', 'kind', 'department', 'owner', 'recipient', 'recipient_contact', 'recipient_kind', 'processing', 'asked_on', 'note'] },
    { key: 'controller', words: { nl: 'Is de ontvanger zelf verantwoordelijk', en: 'Whether the recipient is a controller' }, fields: ['is_controller', 'controller_checked_on', 'relation'], concerns: isDescribed },
    { key: 'request', words: { nl: 'Het verzoek: zes punten', en: 'The request: six items' }, fields: [...Object.keys(requestFields), 'ends_on'] },
    { key: 'own', words: { nl: 'Onze eigen kant', en: 'Our own side' }, fields: Object.keys(ownFields).filter((key) => !factors.includes(key)), concerns: isDescribed },
    { key: 'compatible', words: { nl: 'Is het doel verenigbaar: vijf factoren', en: 'Whether the purpose is compatible: five factors' }, fields: factors, concerns: ({ compatibility }) => compatibility === 'compatible' },
    { key: 'ground', words: { nl: 'Grond om te verstrekken', en: 'Ground to disclose' }, fields: [...Object.keys(groundFields), ...beforehand], concerns: isDescribed },
    { key: 'decision', words: { nl: 'Besluit en protocol', en: 'Decision and protocol' }, fields: Object.keys(decisionFields).filter((key) => !beforehand.includes(key)), concerns: ({ decided_on }) => isSaid(decided_on) },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'VS' }, department: 'department', owner: 'owner' },
  lifecycle: disclosureLifecycle, rules: disclosureRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'recipient', 'kind', 'department', 'owner', 'status', 'findings', 'asked_on', 'starts_on', 'ends_on', 'ground', 'decided_on', 'protocol_known_on', 'review_due_on', 'updated_at'],
    shown: ['recipient', 'kind', 'status', 'asked_on', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'grond', name: 'ground', field: 'ground' },
      { path: 'ontvanger', name: 'recipientKind', field: 'recipient_kind' }, { path: 'verwerking', name: 'processing', field: 'processing' },
    ],
  },
  visible: visibleByDepartment({ register: 'disclosures', department: 'department', inForce: 'none: an employee sees no requests of others' }),
  alsoDone: { log_file: { nl: 'logboek ingelezen', en: 'log read in' } },
  start: (scope) => ({ ...ownStart(scope), asked_on: dayOf(scope.now) }),
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})
