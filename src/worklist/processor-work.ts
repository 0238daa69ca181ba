// Processor work: what processors proposed and wait for an answer to, recommendations of audits that fall due, proofs that run out, and contacts whose access ends (H-43, N-42, N-43).
import { sql } from 'kysely'
import { addDays } from '../calendar/days.ts'
import { dayOf } from '../ground/clock.ts'
import { hasRole, personOf, type Scope } from '../ground/scope.ts'
import { t, type Words } from '../ground/words.ts'
import { mayDo } from '../register-kit/lifecycle.ts'
import { processorAudits } from '../registers/processor-audits/register.ts'
import { processors } from '../registers/processors/register.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

/** So long before the end somebody is reminded of a proof. */
const proofDays = 60
/** A proposal should have its answer within this; consent that is asked for holds up somebody else's work. */
const answerDays = 14

type Row = { id: string; name: string | null; number: string | null; department: string | null; count: number; on: string; changedAt: Date }

export const processorSource: WorkSource = {
  path: 'verwerkers', words: { nl: 'Verwerkers', en: 'Processors' },
  async items(scope, until) {
    const me = personOf(scope.actor)
    if (me === null) return []
    const { id: organisation, slug } = scope.organisation
    const today = dayOf(scope.now)
    const item = (key: string, row: Row, said: Words, path: string, due: string, register = 'processors'): WorkItem => ({
      key: `${key}:${row.id}`, words: t(`${said.nl}: ${row.name ?? ''}`, `${said.en}: ${row.name ?? ''}`), plain: { nl: [said.nl, row.number].filter(Boolean).join(' '), en: [said.en, row.number].filter(Boolean).join(' ') },
      href: `/${slug}/${path}`, register, detail: [row.number, row.count > 1 && String(row.count)].filter(Boolean).join(' · '), due, changedAt: row.changedAt, icon: 'building',
    })
    const proposed = await rows(scope, sql`select t.id, t.name, t.number, t.department, count(*)::int as count, min(p.made_at) as "changedAt", min(p.made_at)::date::text as on
      from partner_proposal p join processor t on t.organisation_id = p.organisation_id and t.id = p.processor where p.organisation_id = ${organisation} and p.state = 'open' and ${processors.visible(scope.actor)} group by t.id, t.name, t.number, t.department`)
    const mine = (row: Row) => mayDo(processors, scope.actor, 'change', row.department)
    const proofs = await rows(scope, sql`select t.id, t.name, t.number, t.department, count(*)::int as count, min(g.valid_until_on)::text as on, max(t.updated_at) as "changedAt"
      from processor t join processor_guarantees g on g.organisation_id = t.organisation_id and g.entry_id = t.id
      where t.organisation_id = ${organisation} and t.status = 'active' and t.owner = ${me} and g.valid_until_on >= ${today} and g.valid_until_on <= ${addDays(today, proofDays)} group by t.id, t.name, t.number, t.department`)
    const recommended = await rows(scope, sql`select t.id, t.name, t.number, t.department, count(*)::int as count, min(p.due_on)::text as on, max(t.updated_at) as "changedAt"
      from processor_audit t join processor_audit_points p on p.organisation_id = t.organisation_id and p.entry_id = t.id
      where t.organisation_id = ${organisation} and t.status = 'held' and t.owner = ${me} and p.done_on is null and p.due_on <= ${until} and ${processorAudits.visible(scope.actor)} group by t.id, t.name, t.number, t.department`)
    const leaving = hasRole(scope.actor, 'privacy_officer', 'administrator') ? await rows(scope, sql`select t.id, t.name, t.number, t.department, count(*)::int as count, min(i.expires_at)::date::text as on, max(i.asked_at) as "changedAt"
      from portal_invitation i join processor t on t.organisation_id = i.organisation_id and t.id = i.party_id
      where i.organisation_id = ${organisation} and i.register = 'processors' and i.ended_at is null and i.asked_at is not null and i.expires_at <= ${new Date(scope.now.getTime() + 14 * 86_400_000)} and t.status = 'active' group by t.id, t.name, t.number, t.department`) : []
    return [
      ...proposed.filter(mine).map((row) => item('partner-proposal', row, { nl: 'Voorstel van een verwerker', en: 'Proposal of a processor' }, `verwerkers/${row.id}/voorstellen`, addDays(row.on, answerDays))),
      ...proofs.map((row) => item('proof', row, { nl: 'Bewijs loopt af', en: 'Proof runs out' }, `verwerkers/${row.id}`, row.on)),
      ...recommended.map((row) => item('recommendation', row, { nl: 'Aanbeveling van een audit', en: 'Recommendation of an audit' }, `audits/${row.id}`, row.on, 'processor-audits')),
      ...leaving.map((row) => item('portal-access', row, { nl: 'Contact bevestigde niet: toegang tot het portaal loopt af', en: 'Contact didn’t confirm: access to the portal ends' }, 'beheer/portaal', row.on)),
    ]
  },
}

async function rows(scope: Scope, query: ReturnType<typeof sql>): Promise<Row[]> {
  return (await sql<Row>`${query} order by "on", id limit 100`.execute(scope.tx)).rows
}
