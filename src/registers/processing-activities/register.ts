// The register of processing activities (art. 30 AVG, art. 31d Wpg) as the kit knows it.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { overseers, visibleByDepartment } from '../../register-kit/visibility.ts'
import { type ActivityInput, fields, registerKey, sections, table } from './declaration.ts'
import { recordAssessment } from './record-assessment.ts'
import { ruleBook } from './rules.ts'

export { beyond, purposeAndMeans, type PurposeAndMeans } from './purpose-and-means.ts'
export type { Assessed } from './record-assessment.ts'

const inRegister = visibleByDepartment({ register: registerKey, department: 'department', inForce: 'active', published: sql<boolean>`(t.version > 0 and t.is_published)` })

// The DPO tests and advises but decides nothing (art. 38 lid 6 AVG); the mandated owner activates in the body's name (H-50, N-32).
const tested = testedLifecycle(fields, { edit: ['privacy_officer', 'process_owner'], test: ['dpo'], decide: ['process_owner'], import: ['privacy_officer'] }, {
  activate: { nl: 'Activeren', en: 'Activate' },
  activateExplained: { nl: 'De verwerking wordt van kracht als nieuwe versie, namens de verwerkingsverantwoordelijke. Is zij openbaar, dan staat deze versie meteen in het openbare register.', en: 'The processing activity comes into force as a new version, in the name of the controller. If it is public, this version stands in the public register at once.' },
  testExplained: { nl: 'U toetst en adviseert; de proceseigenaar beslist (art. 38 lid 6 AVG). Opmerkingen moeten beantwoord zijn vóór het activeren.', en: 'You test and advise; the process owner decides (art. 38(6) GDPR). Remarks must be answered before activation.' },
  end: {
    words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' },
    explain: { nl: 'De verwerking stopt. Zij blijft met haar geschiedenis in het register staan als beëindigd en is niet meer in het openbare overzicht van actieve verwerkingen.', en: 'The processing stops. It stays in the register as ended, with its history, and leaves the public list of active processing activities.' },
  },
})

export const processingActivities = declareRegister({
  key: registerKey, table, path: 'verwerkingen', icon: 'list',
  words: {
    one: { nl: 'verwerking', en: 'processing activity' }, many: { nl: 'Verwerkingen', en: 'Processing activities' }, article: 'de',
    lead: { nl: 'Wat uw organisatie met persoonsgegevens doet (art. 30 AVG).', en: 'What your organisation does with personal data (art. 30 GDPR).' },
    empty: {
      nl: 'Het register beschrijft wat uw organisatie met persoonsgegevens doet: waarvoor, op welke grond, van wie en hoe lang (art. 30 AVG). Hebt u al een register in Excel? Importeer het dan; Waarborg laat zien wat eraan ontbreekt.',
      en: 'The register describes what your organisation does with personal data: what for, on which ground, whose and how long (art. 30 GDPR). Do you have a register in Excel already? Import it; Waarborg shows what is missing.',
    },
  },
  fields, sections, schemaVersion: 2,
  named: { title: 'name', number: { field: 'number', prefix: 'V' }, department: 'department', owner: 'owner' },
  lifecycle: { ...tested, verbs: { ...tested.verbs, record_assessment: recordAssessment } },
  rules: ruleBook, reviewBy: 'review_every', gate: ['pre-dpia-missing', 'dpia-outstanding', 'consultation-waits', 'assessment-refused'],
  list: {
    columns: ['number', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'role', 'regime', 'controller_body', 'is_published'],
    shown: ['department', 'status', 'findings', 'review_due_on'],
    filters: [
      { path: 'afdeling', name: 'department', field: 'department' },
      // Names of colleagues are for those whose task asks for them (N-02).
      { path: 'eigenaar', name: 'owner', field: 'owner', roles: [...overseers, 'process_owner'] },
      { path: 'deelnemer', name: 'participant', field: 'participants.participant', words: { nl: 'Verwerkt voor', en: 'Processed for' } },
      { path: 'rol', name: 'role', field: 'role' },
      { path: 'wet', name: 'regime', field: 'regime' },
      { path: 'openbaar', name: 'isPublished', field: 'is_published', words: { nl: 'Openbaar register', en: 'Public register' } },
      { path: 'grondslag', name: 'legalBasis', field: 'legal_bases.basis' },
      { path: 'gegevens', name: 'dataCategory', field: 'data_categories' },
      { path: 'systeem', name: 'system', field: 'stores.system', words: { nl: 'Systeem', en: 'System' } },
      { path: 'verwerker', name: 'processor', field: 'processors.processor', words: { nl: 'Verwerker', en: 'Processor' } },
    ],
  },
  visible: inRegister,
  contributes: [
    { to: 'systems', key: 'processing-activities', isForItself: true, facts: (scope, ids) => usesOf(scope, 'processing_activity_stores', 'system', ids) },
    { to: 'processors', key: 'processing-activities', isForItself: true, facts: (scope, ids) => usesOf(scope, 'processing_activity_processors', 'processor', ids) },
  ],
  /** A new entry begins as most are: as controller, under the GDPR, in the own department. */
  start({ actor }): Partial<ActivityInput> {
    return { role: 'controller', regime: 'gdpr', ...ownStart({ actor }) }
  },
})

/** How many processing activities that haven't ended name each of these. */
async function usesOf(scope: Scope, table: string, column: string, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ id: string; count: number }>`
    select c.${sql.ref(column)} as id, count(distinct c.entry_id) as count from ${sql.table(table)} c join processing_activity t on t.organisation_id = c.organisation_id and t.id = c.entry_id
    where c.organisation_id = ${scope.organisation.id} and c.${sql.ref(column)} = any(${ids}::uuid[]) and t.status <> 'ended' group by 1`.execute(scope.tx)
  return new Map([...ids.map((id) => [id, 0] as const), ...found.rows.map(({ id, count }) => [id, count] as const)])
}
