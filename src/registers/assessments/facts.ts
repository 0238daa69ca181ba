// Facts: what the rules of activities may know of their assessments, and those of assessments of their tasks, terms and people (art. 35 en 36 AVG; H-15, H-20).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { beyond, processingActivities, type PurposeAndMeans } from '../processing-activities/register.ts'
import { type AssessmentInput } from './declaration.ts'
import { frameworkOf } from './framework-of.ts'
import { aboveAppetite } from './may-proceed.ts'

/** As the rules of processing activities read it (AssessedHere). */
type OnActivity = { readonly hasPreDpia: boolean; readonly hasDpia: boolean; readonly isRunning: boolean; readonly waits: boolean; readonly isRefused: boolean; readonly basis: PurposeAndMeans | null }

/** By id of the activity; one in which nothing is known of isn't in it. */
export async function onActivities({ organisation, tx }: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, OnActivity>> {
  type Row = { id: string; kind: string | null; status: string; decision: string | null; answer: string | null; started: boolean; decided: string | null; purposes: string[] | null; means: string[] | null }
  const { rows } = await sql<Row>`
    select distinct on (c.processing, t.id) c.processing as id, t.kind, t.status, t.decision, t.authority_answer as answer, t.started_on is not null as started, t.decided_on as decided, b.purposes, b.means
    from impact_assessment_processings c join impact_assessment t on t.organisation_id = c.organisation_id and t.id = c.entry_id
      left join assessment_basis b on b.organisation_id = c.organisation_id and b.assessment_id = t.id and b.processing_id = c.processing
    where c.organisation_id = ${organisation.id} and c.processing = any(${ids}::uuid[]) and t.status <> 'stopped' order by c.processing, t.id`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, summed(own)]))

  function summed(own: readonly Row[]): OnActivity {
    const decided = own.filter((one) => one.decided !== null && ['consulting', 'carrying_out', 'testing', 'concluded'].includes(one.status)).toSorted((one, other) => one.decided!.localeCompare(other.decided!))
    const last = (kinds: readonly string[]) => decided.findLast(({ kind }) => kinds.includes(kind ?? ''))
    const [preDpia, dpia] = [last(['pre_dpia']), last(['dpia'])]
    const based = decided.findLast(({ kind, purposes }) => purposes !== null && (kind === 'dpia' || kind === 'pre_dpia'))
    const word = last(['pre_dpia', 'dpia'])
    return {
      hasPreDpia: preDpia !== undefined && preDpia.decision !== 'not_start', hasDpia: dpia !== undefined, waits: dpia?.status === 'consulting',
      isRunning: own.some(({ kind, status, started }) => kind === 'dpia' && started && ['filling', 'weighing', 'at_adviser', 'advised', 'deciding'].includes(status)),
      isRefused: word !== undefined && (word.decision === 'not_start' || word.answer === 'forbidden'),
      basis: based ? { purposes: based.purposes!, means: based.means! } : null,
    }
  }
}

export type Standing = {
  /** Names of actions whose task is late. */
  readonly lateActions: readonly string[]
  readonly isReviewLate: boolean
  /** What its activities have that wasn't there when it was made. */
  readonly outgrown: readonly string[]
  /** Fields in which a DPO stands who may only advise. */
  readonly dpoIn: readonly string[]
  /** Places in the list of risks that lie above what is accepted. */
  readonly aboveAppetite: readonly number[]
  readonly isReported: boolean
}

/** By id of the assessment, for its own rules. */
export async function standings(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { organisation, tx, now } = scope
  type Row = { id: string; framework: string | null; late: string[]; reviewLate: boolean; dpoIn: string[]; reported: boolean }
  const { rows } = await sql<Row>`
    select t.id, t.framework,
      array(select k.name from impact_assessment_actions a join task k on k.organisation_id = a.organisation_id and k.id = a.task where a.organisation_id = t.organisation_id and a.entry_id = t.id and k.status = 'open' and k.due_on < (${now}::timestamptz at time zone 'Europe/Amsterdam')::date order by a.position) as late,
      exists (select from deadline d where d.organisation_id = t.organisation_id and d.register = 'assessments' and d.entry_id = t.id and d.kind = 'review' and d.met_at is null and d.lapsed_at is null and d.due_at <= ${now}) as "reviewLate",
      array(select distinct w.at from (select 'owner' as at, t.owner as person union all select 'editor', t.editor union all select 'team', m.person from impact_assessment_team m where m.organisation_id = t.organisation_id and m.entry_id = t.id and m.part is distinct from 'adviser') w
        join role_assignment r on r.organisation_id = t.organisation_id and r.person_id = w.person and r.role = 'dpo') as "dpoIn",
      exists (select from assessment_report f where f.organisation_id = t.organisation_id and f.assessment_id = t.id) as reported
    from impact_assessment t where t.organisation_id = ${organisation.id} and t.id = any(${ids}::uuid[])`.execute(tx)
  const outgrown = await outgrownOf(scope, ids)
  const risks = await risksOf(scope, ids)
  return new Map(await Promise.all(rows.map(async ({ id, framework, late, reviewLate, dpoIn, reported }): Promise<[string, Standing]> => {
    const own = risks.get(id) ?? []
    return [id, { lateActions: late, isReviewLate: reviewLate, dpoIn: dpoIn.toSorted(), isReported: reported, outgrown: outgrown.get(id) ?? [], aboveAppetite: own.length === 0 ? [] : aboveAppetite(own, await frameworkOf(scope, { framework })) }]
  })))
}

async function outgrownOf({ organisation, tx }: Scope, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; processing: string; purposes: string[]; means: string[] }>`
    select b.assessment_id as id, b.processing_id as processing, b.purposes, b.means from assessment_basis b join processing_activity p on p.organisation_id = b.organisation_id and p.id = b.processing_id and p.status <> 'ended'
    where b.organisation_id = ${organisation.id} and b.assessment_id = any(${ids}::uuid[]) order by b.assessment_id, b.processing_id`.execute(tx)
  const activities = new Map((await loadEntries(tx, processingActivities, organisation.id, [...new Set(rows.map(({ processing }) => processing))])).map(({ system, input }) => [system.id, input]))
  const found = new Map<string, string[]>()
  for (const { id, processing, purposes, means } of rows) {
    const more = beyond({ purposes, means }, activities.get(processing) ?? {})
    if (more.length > 0) found.set(id, [...new Set([...found.get(id) ?? [], ...more])])
  }
  return found
}

async function risksOf({ organisation, tx }: Scope, ids: readonly string[]): Promise<Map<string, AssessmentInput['risks']>> {
  const { rows } = await sql<{ id: string; left_likelihood: number | null; left_impact: number | null }>`select entry_id as id, left_likelihood, left_impact from impact_assessment_risks where organisation_id = ${organisation.id} and entry_id = any(${ids}::uuid[]) order by entry_id, position`.execute(tx)
  const none = { risk: null, for_whom: null, source: null, likelihood: null, impact: null, measures: null }
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ left_likelihood, left_impact }) => ({ ...none, left_likelihood, left_impact }))]))
}
