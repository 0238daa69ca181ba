// The register of audits at processors (art. 28 lid 3 onder h AVG; N-42, M-08).
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { lastAudits, previousAudits, sameProcessor } from './facts.ts'
import { auditLifecycle } from './lifecycle.ts'
import { auditRules } from './rules.ts'

export const processorAudits = declareRegister({
  key: 'processor-audits', table: 'processor_audit', path: 'audits', icon: 'search',
  words: {
    one: { nl: 'audit bij een verwerker', en: 'processor audit' }, many: { nl: 'Audits bij verwerkers', en: 'Audits at processors' }, article: 'de',
    lead: { nl: 'Of verwerkers doen wat is afgesproken: aangekondigd, met bevindingen en een termijn voor elke aanbeveling (art. 28 lid 3 onder h AVG).', en: 'Whether processors do what was agreed: announced, with findings and a term for each recommendation (art. 28(3)(h) GDPR).' },
    empty: { nl: 'Bereid de eerste audit voor: zelf, door een onafhankelijke partij, of met een verklaring. De verwerker beantwoordt uw vragen in zijn portaal.', en: 'Prepare the first audit: by yourselves, an independent party, or a statement. The processor answers your questions in its portal.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Bij wie en waarom', en: 'At whom and why' }, fields: ['name', 'number', 'processor', 'department', 'owner', 'manner', 'auditor', 'subject', 'cause', 'cost_rule'] },
    { key: 'asked', words: { nl: 'Aankondiging en vragen', en: 'Announcement and questions' }, fields: ['announced_on', 'planned_on', 'questions'] },
    { key: 'found', words: { nl: 'Uitkomst', en: 'Outcome' }, fields: ['held_on', 'conclusion', 'summary', 'report_on', 'points', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'AU' }, department: 'department', owner: 'owner' },
  lifecycle: auditLifecycle, rules: auditRules,
  deadlines: {
    report: {
      words: { nl: 'Rapport van de audit', en: 'Report of the audit' }, startsAt: { field: 'held_on' }, endsBy: { field: 'report_on', statuses: ['closed', 'cancelled'] },
      term: { fallback: { duration: 'P30D', clock: 'calendar' }, regime: 'own', citation: 'eigen beleid' },
    },
  },
  list: {
    columns: ['number', 'processor', 'department', 'owner', 'manner', 'status', 'planned_on', 'held_on', 'conclusion', 'findings', 'updated_at'],
    shown: ['processor', 'manner', 'planned_on', 'status', 'findings'],
    filters: [{ path: 'verwerker', name: 'processor', field: 'processor' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'hoe', name: 'manner', field: 'manner' }, { path: 'oordeel', name: 'conclusion', field: 'conclusion' }],
  },
  start: ownStart,
  visible: visibleByDepartment({ register: 'processor-audits', department: 'department', inForce: 'none: an employee sees no audits' }),
  contributes: [{ to: 'processors', key: 'audits', isForItself: true, facts: lastAudits }, { to: 'processor-audits', key: 'previous-audit', isForItself: true, facts: previousAudits, reaches: sameProcessor }],
  check: ({ planned_on, announced_on }) => planned_on !== null && announced_on !== null && planned_on < announced_on ? [{ at: 'planned_on', message: { nl: 'De audit is gepland vóór de aankondiging.', en: 'The audit is planned before its announcement.' } }] : [],
})
