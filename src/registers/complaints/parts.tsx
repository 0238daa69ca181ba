// Parts: what the pages of complaints have beyond what the declaration gives: where whoever complained can turn next, and how this year stands (art. 9:12 lid 2 en art. 9:12a Awb).
import { sql } from 'kysely'
import { letterParts } from '../../case-kit/letters/letter-parts.tsx'
import { remediesForComplaint } from '../../case-kit/remedies.ts'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { complaints } from './register.ts'

const letters = letterParts(complaints)

/** For `registerDoors`. */
export const complaintParts = { notice: thisYear, related: async (scope: Scope, entry: Entry) => <>{await letters.related(scope, entry)}{waysOn(scope, entry)}</>, routes: letters.routes }

/** Where somebody can turn who isn't content with the answer: what a letter and the phone must say. */
function waysOn({ organisation }: Scope, { input, system }: Entry) {
  if (input.kind === 'question' || complaints.lifecycle.statuses[system.status]?.stage === 'ended') return null
  return (
    <section class="wb-section" aria-labelledby="waarheen">
      <h2 id="waarheen">{t('Waar de indiener daarna heen kan', 'Where whoever complained can turn next')}</h2>
      <ul class="wb-values">
        {remediesForComplaint(organisation.kind).map(({ heading, words, citation }) => <li><strong>{say(heading)}</strong><br />{say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></li>)}
      </ul>
    </section>
  )
}

/** What a public body publishes each year: how many, how many in time, how many founded. Of those that the reader may see. */
async function thisYear(scope: Scope) {
  const year = dayOf(scope.now).slice(0, 4)
  const { rows: [counts] } = await sql<{ all: number; answered: number; inTime: number; founded: number }>`
    select count(*)::int as all, count(*) filter (where t.answered_at is not null)::int as answered, count(*) filter (where t.answered_at < d.due_at)::int as "inTime", count(*) filter (where t.judgement in ('founded', 'partly'))::int as founded
    from complaint t left join deadline d on d.organisation_id = t.organisation_id and d.register = 'complaints' and d.entry_id = t.id and d.kind = 'handling'
    where t.organisation_id = ${scope.organisation.id} and t.received_at >= ${`${year}-01-01`}::date at time zone 'Europe/Amsterdam' and ${complaints.visible(scope.actor)}`.execute(scope.tx)
  if (!counts || counts.all === 0) return null
  return <p>{t(`In ${year} kwamen er ${counts.all} binnen: ${counts.answered} beantwoord, waarvan ${counts.inTime} op tijd; ${counts.founded} (deels) gegrond.`, `In ${year} there were ${counts.all}: ${counts.answered} answered, ${counts.inTime} of them in time; ${counts.founded} founded, wholly or partly.`)}</p>
}
