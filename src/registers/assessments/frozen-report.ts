// Frozen report: the report of an assessment as it was adopted, word for word with its digest; whoever reads it later sees what was decided on (art. 5 lid 2 AVG; H-66).
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { type ReportContent, reportOf } from './report-of.ts'

export type FrozenReport = { readonly version: number; readonly content: ReportContent; readonly digest: string; readonly madeAt: Date }

/** In Dutch, as everything that is kept for everybody; once for a version. */
export async function freezeReport(scope: Scope, entry: Entry, version: number): Promise<string> {
  const content = await inLanguage('nl', () => reportOf(scope, entry))
  const text = JSON.stringify(content)
  const digest = createHash('sha256').update(text).digest('hex')
  await sql`insert into assessment_report (organisation_id, assessment_id, version, content, digest, made_at) values (${scope.organisation.id}, ${entry.id}, ${version}, ${text}, ${digest}, ${scope.now}) on conflict do nothing`.execute(scope.tx)
  return digest
}

/** Newest first. */
export async function frozenReports({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, assessmentId: string, only?: number): Promise<FrozenReport[]> {
  const { rows } = await sql<Omit<FrozenReport, 'content'> & { content: string }>`
    select version, content, digest, made_at as "madeAt" from assessment_report
    where organisation_id = ${organisation.id} and assessment_id = ${assessmentId} and (${only ?? null}::int is null or version = ${only ?? null}) order by version desc`.execute(tx)
  return rows.map(({ content, ...rest }) => ({ ...rest, content: JSON.parse(content) as ReportContent }))
}

/** Whether what is kept is what was adopted. */
export function isUntouched({ content, digest }: Pick<FrozenReport, 'content' | 'digest'>): boolean {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex') === digest
}
