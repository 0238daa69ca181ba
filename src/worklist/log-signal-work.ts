// Log signal work: signals of the access log that nobody explained yet, as one thing to do a kind, for who watches over privacy and security (N-39).
import { sql } from 'kysely'
import { assignmentsOf, type Role } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { WorkSource } from './work-item.ts'

const watchers: readonly Role[] = ['privacy_officer', 'ciso']

export const logSignalSource: WorkSource = {
  path: 'signalen', words: { nl: 'Signalen uit het logboek', en: 'Signals of the access log' },
  async items(scope) {
    if (scope.actor.kind !== 'person' || !assignmentsOf(scope.actor).some(({ role, departmentIds }) => departmentIds === undefined && watchers.includes(role))) return []
    const { id, slug } = scope.organisation
    const { rows: [row] } = await sql<{ count: number; changedAt: Date | null }>`
      select count(*)::int as count, max(made_at) as "changedAt" from (select made_at from access_signal where organisation_id = ${id} and state = 'open' limit 1000) as open`.execute(scope.tx)
    if (!row || row.count === 0 || row.changedAt === null) return []
    return [{
      key: 'access-signals', words: t(`Verklaar signalen uit het logboek (${row.count})`, `Explain signals of the access log (${row.count})`), plain: { nl: 'Verklaar signalen uit het logboek', en: 'Explain signals of the access log' },
      href: `/${slug}/logboek/signalen`, detail: t('Is er een verklaring, of is het een incident?', 'Is there an explanation, or is it an incident?'), due: null, changedAt: row.changedAt, icon: 'eye',
    }]
  },
}
