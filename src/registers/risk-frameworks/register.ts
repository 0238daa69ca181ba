// The register of risk frameworks: by which scale the organisation weighs risks for people, and which it accepts (art. 24 lid 1 AVG; H-55).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields, registerKey } from './declaration.ts'
import { frameworkLifecycle } from './lifecycle.ts'
import { frameworkRules } from './rules.ts'

export { isAbove, levelOf, levelWords, riskLevels, scaleOf, usualScale, type RiskLevel, type RiskScale } from './risk-levels.ts'

export const riskFrameworks = declareRegister({
  key: registerKey, table: 'risk_framework', path: 'risicokaders', icon: 'shield',
  words: {
    one: { nl: 'risicokader', en: 'risk framework' }, many: { nl: 'Risicokaders', en: 'Risk frameworks' }, article: 'het',
    lead: { nl: 'Hoe u risico’s voor mensen weegt, en welk risico u hoogstens accepteert (art. 24 lid 1 AVG).', en: 'How you weigh risks for people, and which risk you accept at most (art. 24(1) GDPR).' },
    empty: { nl: 'Leg vast hoe u kans en gevolg weegt, en laat het managementteam bepalen welk risico mag blijven. DPIA’s rekenen ermee.', en: 'Record how you weigh likelihood and impact, and have the management team decide which risk may stay. Assessments count with it.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['name', 'number', 'replaces', 'note'] },
    { key: 'scales', words: { nl: 'Schalen en grenzen', en: 'Scales and bands' }, fields: ['likelihoods', 'impacts', 'medium_from', 'high_from', 'very_high_from'] },
    { key: 'appetite', words: { nl: 'Risicobereidheid', en: 'Appetite' }, fields: ['appetite', 'appetite_note'] },
    { key: 'adoption', words: { nl: 'Vaststelling', en: 'Adoption' }, fields: ['adopted_on', 'adopted_by', 'decision_number'] },
    { key: 'check', words: { nl: 'Jaarlijkse controle en rapport', en: 'Yearly check and report' }, fields: ['ciso_checked_on', 'ciso_check', 'dpo_checked_on', 'dpo_check', 'reported_on', 'report', 'isms_place'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'RK' } },
  lifecycle: frameworkLifecycle, rules: frameworkRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'status', 'appetite', 'adopted_on', 'adopted_by', 'ciso_checked_on', 'dpo_checked_on', 'reported_on', 'findings', 'review_due_on', 'updated_at'],
    shown: ['status', 'appetite', 'adopted_on', 'findings', 'review_due_on'],
    filters: [{ path: 'bereidheid', name: 'appetite', field: 'appetite' }],
  },
  visible: visibleToColleagues({ register: registerKey, inForce: 'adopted' }),
  start: () => ({
    likelihoods: ['Zeer klein', 'Klein', 'Mogelijk', 'Groot', 'Zeer groot'].map((name, index) => ({ level: index + 1, name, meaning: null })),
    impacts: ['Verwaarloosbaar', 'Beperkt', 'Merkbaar', 'Ernstig', 'Zeer ernstig'].map((name, index) => ({ level: index + 1, name, meaning: null })), medium_from: 5, high_from: 10, very_high_from: 17,
  }),
})

/** The framework that holds now: the one adopted last. */
export async function frameworkInForce({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<string | null> {
  const { rows: [found] } = await sql<{ id: string }>`select id from risk_framework where organisation_id = ${organisation.id} and status = 'adopted' order by adopted_on desc nulls last, id desc limit 1`.execute(tx)
  return found?.id ?? null
}
