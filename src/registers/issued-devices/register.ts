// The register of issued devices: what people have of ours, how it is secured, and what came back (art. 32 AVG; W-06, N-62).
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { holdersGone } from './holders.ts'
import { deviceLifecycle } from './lifecycle.ts'
import { deviceRules } from './rules.ts'
import { visibleDevices } from './visibility.ts'

export const issuedDevices = declareRegister({
  key: 'issued-devices', table: 'issued_device', path: 'apparaten', icon: 'lock',
  words: {
    one: { nl: 'apparaat', en: 'device' }, many: { nl: 'Uitgegeven apparaten', en: 'Issued devices' }, article: 'het',
    lead: { nl: 'Laptops, telefoons, passen en sleutels: wie wat heeft, met uitleg en beveiliging, en wat terugkwam (art. 32 AVG).', en: 'Laptops, phones, passes and keys: who has what, with instruction and security, and what came back (art. 32 GDPR).' },
    empty: { nl: 'Leg vast wie welk apparaat heeft. Zo ziet u wat iemand moet inleveren die weggaat.', en: 'Record who has which device. So you see what a leaver must give back.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Het apparaat', en: 'The device' }, fields: ['name', 'number', 'kind', 'inventory', 'serial', 'department'] },
    { key: 'who', words: { nl: 'Wie het heeft', en: 'Who has it' }, fields: ['holder', 'outsider', 'issued_on', 'instruction_on'] },
    { key: 'secured', words: { nl: 'Beveiliging', en: 'Security' }, fields: ['is_encrypted', 'is_managed', 'is_locked'] },
    { key: 'back', words: { nl: 'Terug of kwijt', en: 'Returned or lost' }, fields: ['returned_on', 'state', 'is_wiped', 'lost_on', 'lost_how', 'has_data', 'is_wiped_afar', 'breach', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'AP' }, department: 'department' },
  lifecycle: deviceLifecycle, rules: deviceRules,
  list: {
    columns: ['number', 'kind', 'inventory', 'serial', 'holder', 'department', 'status', 'issued_on', 'instruction_on', 'is_encrypted', 'is_managed', 'returned_on', 'state', 'lost_on', 'findings', 'updated_at'],
    shown: ['kind', 'inventory', 'holder', 'status', 'issued_on', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'wie', name: 'holder', field: 'holder' },
      { path: 'versleuteld', name: 'isEncrypted', field: 'is_encrypted' }, { path: 'beheerd', name: 'isManaged', field: 'is_managed' },
    ],
  },
  visible: visibleDevices, isPersonal: true,
  contributes: [{ to: 'issued-devices', key: 'holder-gone', isForItself: true, facts: holdersGone, reaches: async () => [] }],
  check: ({ issued_on, returned_on }) => issued_on !== null && returned_on !== null && returned_on < issued_on ? [{ at: 'returned_on', message: { nl: 'Dit ligt vóór de uitgifte.', en: 'This lies before the issue.' } }] : [],
})
