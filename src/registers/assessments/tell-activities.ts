// Tell activities: what an assessment writes into the activities that it is about, and of which purpose and means it was made, so that a later change stands out (H-15, H-20).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { workingInput } from '../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { type Assessed, processingActivities, purposeAndMeans } from '../processing-activities/register.ts'
import { type AssessmentInput, registerKey } from './declaration.ts'

/** The activities that haven't ended, each once. */
export async function activitiesOf({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { processings }: Pick<AssessmentInput, 'processings'>): Promise<string[]> {
  const ids = [...new Set(processings.flatMap(({ processing }) => processing === null ? [] : [processing]))]
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from processing_activity where organisation_id = ${organisation.id} and id = any(${ids}::uuid[]) and status <> 'ended' order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Through the corridor, as a step of the system in the activity's own history: whoever adopts needn't have rights on the register. */
export async function tellActivities(scope: Scope, assessmentId: string, input: AssessmentInput, assessed: Assessed, note: string): Promise<void> {
  const system: Scope = { ...scope, actor: { kind: 'system', task: `${registerKey}:${assessmentId}` } }
  for (const id of await activitiesOf(scope, input)) await perform(system, processingActivities, 'record_assessment', id, { assessed, note })
}

/** Keeps the purpose and means of each activity as they are now, proposals with them: that is what was assessed. */
export async function keepBasis(scope: Scope, assessmentId: string, input: AssessmentInput): Promise<void> {
  const system: Scope = { ...scope, actor: { kind: 'system', task: registerKey } }
  for (const id of await activitiesOf(scope, input)) {
    const { purposes, means } = purposeAndMeans(workingInput(await loadEntry(system, processingActivities, id)))
    await sql`insert into assessment_basis (organisation_id, assessment_id, processing_id, purposes, means, kept_at) values (${scope.organisation.id}, ${assessmentId}, ${id}, ${purposes}::text[], ${means}::text[], ${scope.now})
      on conflict (organisation_id, assessment_id, processing_id) do update set purposes = excluded.purposes, means = excluded.means, kept_at = excluded.kept_at`.execute(scope.tx)
  }
}
