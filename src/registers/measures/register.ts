// The register of improvement measures: what is done to meet the norms of the policy better, through plan, do, check and act (art. 24 lid 1 en 2 AVG; M-04, N-06).
import { declareRegister } from '../../register-kit/register.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { measureLifecycle } from './lifecycle.ts'
import { measureRules } from './rules.ts'
import { unknownNorms } from './unknown-norms.ts'

export const measures = declareRegister({
  key: 'measures', table: 'improvement_measure', path: 'maatregelen', icon: 'check',
  words: {
    one: { nl: 'maatregel', en: 'measure' }, many: { nl: 'Maatregelen', en: 'Measures' }, article: 'de',
    lead: { nl: 'Wat u doet om beter aan uw beleid te voldoen: bedenken, uitvoeren, nagaan en bijstellen (art. 24 AVG).', en: 'What you do to meet your policy better: plan, do, check and act (art. 24 GDPR).' },
    empty: { nl: 'Kies op het normbord een norm die beter kan, en maak daar een maatregel voor.', en: 'Choose a norm on the norm board that can be better, and make a measure for it.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat en waarvoor', en: 'What, and what for' }, fields: ['name', 'number', 'norms', 'kind'] },
    { key: 'plan', words: { nl: 'Plan: wie, wanneer en hoe', en: 'Plan: who, when and how' }, fields: ['department', 'owner', 'due_on', 'description'] },
    { key: 'check', words: { nl: 'Check: wat kwam eruit', en: 'Check: what came of it' }, fields: ['checked_on', 'result', 'evidence'] },
    { key: 'act', words: { nl: 'Act: wat past u aan', en: 'Act: what you adjust' }, fields: ['follow_up', 'follows'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'M' }, department: 'department', owner: 'owner' },
  lifecycle: measureLifecycle,
  rules: measureRules,
  list: {
    columns: ['number', 'kind', 'department', 'owner', 'status', 'due_on', 'checked_on', 'findings', 'updated_at'],
    shown: ['owner', 'status', 'due_on', 'findings'],
    filters: [{ path: 'afdeling', name: 'department', field: 'department' }, { path: 'wie', name: 'owner', field: 'owner' }, { path: 'soort', name: 'kind', field: 'kind' }],
  },
  visible: visibleByDepartment({ register: 'measures', department: 'department', inForce: 'plan' }),
  contributes: [{ to: 'measures', key: 'unknown-norms', isForItself: true, facts: unknownNorms }],
})
