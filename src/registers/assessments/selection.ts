// Selection: the processing activities that need an assessment most, each with why and which one: new, re-used, large, special categories, outstanding, outgrown, older than three years (art. 35 lid 1, 3 en 11 AVG; N-33).
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import { processingActivities } from '../processing-activities/register.ts'
import type { AssessmentInput, Kind } from './declaration.ts'

/** What is known of an activity that tells how much it needs an assessment. */
export type Signs = {
  readonly isNew: boolean
  readonly outcome: 'dpia_required' | 'dpia_advised' | 'not_required' | null
  readonly isDpiaDone: boolean
  readonly dpiaOn: string | null
  readonly isReused: boolean
  readonly isLarge: boolean
  readonly hasSpecial: boolean
  readonly hasVulnerable: boolean
  readonly isWatching: boolean
  readonly isOutgrown: boolean
  readonly hasHighAi: boolean
}

export type Wanted = { readonly kind: Kind; readonly why: NonNullable<AssessmentInput['why']>; readonly weight: number; readonly reasons: readonly Words[] }
export type Candidate = Wanted & { readonly id: string; readonly name: string; readonly number: string | null; readonly department: string | null }

/** Which assessment an activity needs, and how much; null where nothing asks for one. Pure. */
export function wantedFor(signs: Signs, today: string): Wanted | null {
  const isOutdated = signs.isDpiaDone && signs.dpiaOn !== null && dayAfter(signs.dpiaOn, 'P3Y') < today
  const isOutstanding = signs.outcome === 'dpia_required' && !signs.isDpiaDone
  const isUnjudged = signs.outcome === null
  if (!isOutstanding && !isOutdated && !isUnjudged && !signs.isOutgrown) return null
  const found: (readonly [boolean, number, string, string])[] = [
    [isOutstanding, 8, 'Een DPIA is verplicht, maar niet vastgesteld', 'A DPIA is required, but not adopted'],
    [signs.isOutgrown, 7, 'Nieuw doel of nieuwe techniek sinds de vorige toets', 'New purpose or technology since the last assessment'],
    [isOutdated, 5, 'De DPIA is ouder dan drie jaar', 'The DPIA is older than three years'],
    [isUnjudged && signs.isNew, 4, 'Nieuwe verwerking zonder pre-DPIA', 'New processing without a pre-DPIA'],
    [isUnjudged && !signs.isNew, 5, 'Loopt al, maar is nooit getoetst', 'Runs already, but was never assessed'],
    [signs.hasSpecial, 3, 'Bijzondere of strafrechtelijke gegevens', 'Special categories or criminal data'],
    [signs.isLarge, 3, 'Grote hoeveelheden gegevens', 'Large amounts of data'],
    [signs.isWatching, 2, 'Volgen, camera’s, profilering of besluiten zonder mens', 'Tracking, cameras, profiling or automated decisions'],
    [signs.isReused, 2, 'Gegevens worden voor een ander doel gebruikt', 'Data are re-used for another purpose'],
    [signs.hasHighAi, 3, 'Hoog risico volgens de AI-verordening', 'High risk under the AI Act'],
    [signs.hasVulnerable, 2, 'Kwetsbare mensen', 'Vulnerable people'],
  ]
  const reasons = found.filter(([holds]) => holds)
  return {
    kind: isOutstanding || isOutdated || (signs.isOutgrown && signs.isDpiaDone) ? 'dpia' : 'pre_dpia',
    why: isOutdated ? 'three_years' : signs.isOutgrown ? 'new_technology' : signs.isNew ? 'new_processing' : 'never_done',
    weight: reasons.reduce((sum, [, weight]) => sum + weight, 0), reasons: reasons.map(([, , nl, en]) => ({ nl, en })),
  }
}

const mostShown = 50

/** Of the activities of which we are the controller, that the actor may see and that have no assessment under way; the weightiest first. */
export async function candidates(scope: Scope): Promise<Candidate[]> {
  const has = (table: string, catalogue: string, ...marks: readonly string[]) => sql<boolean>`exists (select from ${sql.table(table)} c join catalogue_term k on k.organisation_id = c.organisation_id and k.catalogue = ${catalogue} and k.key = c.key
    where c.organisation_id = t.organisation_id and c.entry_id = t.id and k.marks && ${marks}::text[])`
  const { rows } = await sql<Signs & { id: string; name: string; number: string | null; department: string | null }>`
    select t.id, t.name, t.number, d.name as department, t.status in ('draft', 'in_review') as "isNew", t.pre_dpia_outcome as outcome, coalesce(t.dpia_status = 'done', false) as "isDpiaDone", t.dpia_on as "dpiaOn", t.further_use is not null as "isReused",
      coalesce(t.big_data, false) as "isLarge", coalesce(t.profiling or t.tracking or t.camera or t.automated_decisions, false) as "isWatching", coalesce(t.ai_act_class in ('high', 'prohibited'), false) as "hasHighAi",
      ${has('processing_activity_data_categories', 'data-category', 'special', 'criminal')} as "hasSpecial", ${has('processing_activity_subject_categories', 'subject-category', 'vulnerable')} as "hasVulnerable",
      exists (select from finding f where f.organisation_id = t.organisation_id and f.register = 'processing-activities' and f.entry_id = t.id and f.rule = 'assessment-outgrown') as "isOutgrown"
    from processing_activity t left join department d on d.organisation_id = t.organisation_id and d.id = t.department
    where t.organisation_id = ${scope.organisation.id} and t.status <> 'ended' and t.role is distinct from 'processor' and ${processingActivities.visible(scope.actor)}
      and not exists (select from impact_assessment_processings c join impact_assessment a on a.organisation_id = c.organisation_id and a.id = c.entry_id
        where c.organisation_id = t.organisation_id and c.processing = t.id and a.status in ('asked', 'filling', 'weighing', 'at_adviser', 'advised', 'deciding'))`.execute(scope.tx)
  const today = dayOf(scope.now)
  return rows.flatMap(({ id, name, number, department, ...signs }): Candidate[] => {
    const wanted = wantedFor(signs, today)
    return wanted ? [{ id, name, number, department, ...wanted }] : []
  }).toSorted((one, other) => other.weight - one.weight || one.name.localeCompare(other.name)).slice(0, mostShown)
}
