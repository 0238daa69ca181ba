// Published parts: what of the assessments and arrangements of an organisation the public may read, and whether there is any of it.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { assessments } from '../registers/assessments/register.ts'
import { covenants } from '../registers/covenants/register.ts'

/** Over the alias `t`: assessments with a published summary; what is no longer in force isn't shown. */
export const isPublishedAssessment = ({ organisation }: Pick<Scope, 'organisation'>) =>
  sql<boolean>`t.organisation_id = ${organisation.id} and t.public_summary is not null and t.status in ('consulting', 'carrying_out', 'testing', 'concluded') and ${assessments.visible({ kind: 'public' })}`

/** Over the alias `t`: arrangements in force and meant for the public. */
export const isPublicArrangement = ({ organisation }: Pick<Scope, 'organisation'>) => sql<boolean>`t.organisation_id = ${organisation.id} and ${covenants.visible({ kind: 'public' })}`

/** The parts in which there is something to read. */
export async function publishedParts(scope: Pick<Scope, 'organisation' | 'tx'>): Promise<('assessments' | 'arrangements')[]> {
  const { rows: [found] } = await sql<{ assessments: boolean; arrangements: boolean }>`
    select exists (select from impact_assessment t where ${isPublishedAssessment(scope)}) as assessments, exists (select from covenant t where ${isPublicArrangement(scope)}) as arrangements`.execute(scope.tx)
  return (['assessments', 'arrangements'] as const).filter((part) => found![part])
}
