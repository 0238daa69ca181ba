// The register of systems and stores: where personal data live, from a central database to paper (N-36), and how they are kept safe (art. 32 AVG, M-10).
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { systemRules } from './rules.ts'

export const systems = declareRegister({
  key: 'systems', table: 'information_system', path: 'systemen', icon: 'database',
  words: {
    one: { nl: 'systeem', en: 'system' }, many: { nl: 'Systemen', en: 'Systems' }, article: 'het',
    lead: { nl: 'Waar persoonsgegevens staan: databases, spreadsheets, papier en losse documenten (art. 32 AVG).', en: 'Where personal data live: databases, spreadsheets, paper and loose documents (art. 32 GDPR).' },
    empty: { nl: 'Leg vast in welke systemen en op welke plekken persoonsgegevens staan. Verwerkingen kunnen er dan naar verwijzen, en u ziet wat er nog niet veilig is.', en: 'Record in which systems and places personal data live. Processing activities can then point at them, and you see what isn’t safe yet.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['name', 'number', 'kind', 'description', 'department', 'owner', 'application_manager', 'used_since_on', 'user_count'] },
    { key: 'data', words: { nl: 'Welke gegevens', en: 'Which data' }, fields: ['data_categories', 'is_source'] },
    { key: 'where', words: { nl: 'Waar en bij wie', en: 'Where, and with whom' }, fields: ['hosting', 'supplier', 'country'] },
    { key: 'security', words: { nl: 'Hoe beveiligd', en: 'How secured' }, fields: ['availability', 'integrity', 'confidentiality', 'is_portable', 'is_encrypted', 'is_encrypted_in_transit', 'has_second_factor', 'has_access_control', 'has_logging', 'security_audit_on', 'backup'] },
    { key: 'retention', words: { nl: 'Hoe lang', en: 'How long' }, fields: ['retention_by', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'S' }, department: 'department', owner: 'owner' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'process_owner', 'iso', 'ciso'], end: ['privacy_officer', 'iso', 'ciso'], import: ['privacy_officer', 'iso'] }, {
    active: { nl: 'In gebruik', en: 'In use' }, ended: { nl: 'Uit gebruik', en: 'Out of use' }, end: { nl: 'Uit gebruik nemen', en: 'Take out of use' }, reopen: { nl: 'Weer in gebruik nemen', en: 'Take up again' },
    endExplained: { nl: 'Het systeem blijft met zijn geschiedenis in het register staan. Schrijf op waar de gegevens zijn gebleven.', en: 'The system stays in the register with its history. Write down where the data went.' },
  }),
  rules: systemRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'kind', 'department', 'owner', 'supplier', 'hosting', 'country', 'status', 'findings', 'review_due_on', 'updated_at', 'is_encrypted', 'has_second_factor'],
    shown: ['kind', 'department', 'supplier', 'status', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'leverancier', name: 'supplier', field: 'supplier' }, { path: 'land', name: 'country', field: 'country' },
      { path: 'gegevens', name: 'dataCategory', field: 'data_categories' }, { path: 'versleuteld', name: 'isEncrypted', field: 'is_encrypted' }, { path: 'twee-stappen', name: 'hasSecondFactor', field: 'has_second_factor' },
    ],
  },
  visible: visibleToColleagues({ register: 'systems', inForce: 'active' }),
})
