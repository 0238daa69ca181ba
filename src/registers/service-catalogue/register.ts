// The register of services: the catalogue of what an organisation does for its participants, tied to processing, systems, sub-processors and agreements (art. 28 en art. 30 lid 2 AVG; W-05).
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { serviceRules } from './rules.ts'
import { uncovered } from './uncovered.ts'

export const services = declareRegister({
  key: 'services', table: 'service', path: 'diensten', icon: 'list',
  words: {
    one: { nl: 'dienst', en: 'service' }, many: { nl: 'Diensten', en: 'Services' }, article: 'de',
    lead: { nl: 'Wat u voor deelnemers doet, en welke verwerkingen en overeenkomsten daarbij horen (art. 28 en art. 30 lid 2 AVG).', en: 'What you do for participants, and which processing and agreements go with it (art. 28 and art. 30(2) GDPR).' },
    empty: { nl: 'Leg vast welke diensten u levert en wie ze afneemt. Daaruit volgt wat elke deelnemer van u mag zien.', en: 'Record which services you give and who takes them. From that follows what each participant may see.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['name', 'number', 'kind', 'description', 'department', 'owner', 'contact', 'out_of_hours'] },
    { key: 'for', words: { nl: 'Voor wie, en met welke afspraken', en: 'For whom, and by which agreement' }, fields: ['participants'] },
    { key: 'with', words: { nl: 'Wat erbij hoort', en: 'What goes with it' }, fields: ['processings', 'systems', 'sub_processors'] },
    { key: 'security', words: { nl: 'Beveiliging', en: 'Security' }, fields: ['security_level', 'measures', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'D' }, department: 'department', owner: 'owner' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'process_owner'], end: ['privacy_officer'], import: ['privacy_officer'] }, {
    active: { nl: 'In gebruik', en: 'In use' }, ended: { nl: 'Gestopt', en: 'Stopped' }, end: { nl: 'Dienst stoppen', en: 'Stop the service' }, reopen: { nl: 'Weer aanbieden', en: 'Offer again' },
    endExplained: { nl: 'De dienst stopt voor alle deelnemers. Schrijf op of hun gegevens zijn teruggegeven of gewist (art. 28 lid 3 onder g AVG).', en: 'The service stops for all participants. Write down whether their data were returned or erased (art. 28(3)(g) GDPR).' },
  }),
  rules: serviceRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'kind', 'department', 'owner', 'security_level', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['kind', 'department', 'security_level', 'findings', 'updated_at'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'deelnemer', name: 'participant', field: 'participants.participant' },
      { path: 'verwerking', name: 'processing', field: 'processings.processing' }, { path: 'subverwerker', name: 'subProcessor', field: 'sub_processors.processor' }, { path: 'beveiliging', name: 'securityLevel', field: 'security_level' },
    ],
  },
  visible: visibleToColleagues({ register: 'services', inForce: 'active' }),
  contributes: [{ to: 'services', key: 'uncovered', isForItself: true, facts: uncovered, reaches: async () => [] }],
  check: ({ participants }) => participants.flatMap(({ since_on, until_on, agreement_on, agreement_until_on }, index) => [
    ...(since_on !== null && until_on !== null && until_on < since_on ? [{ at: `participants.${index}.until_on`, message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : []),
    ...(agreement_on !== null && agreement_until_on !== null && agreement_until_on < agreement_on ? [{ at: `participants.${index}.agreement_until_on`, message: { nl: 'De overeenkomst eindigt vóór de ondertekening.', en: 'The agreement ends before it was signed.' } }] : []),
  ]),
})
