// Parts: what the pages of breaches have beyond what the declaration gives: the desk of one breach, and how the year stands above the list.
import { Hono } from 'hono'
import { sql } from 'kysely'
import { collectionParts } from '../../case-kit/collection/parts.tsx'
import { letterParts } from '../../case-kit/letters/letter-parts.tsx'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { authorityRoutes } from './authority-page.tsx'
import { deskOpening } from './desk-opening.tsx'
import { deskSections } from './desk-sections.tsx'
import { breachForwarding } from './forwarding.ts'
import { logSection } from './log-section.tsx'
import { breaches } from './register.ts'

const forwarding = collectionParts(breaches, breachForwarding)
const letters = letterParts(breaches)

/** For `registerDoors`. */
export const breachParts = { notice: thisYear, opening: deskOpening, related: sections, routes }

async function sections(scope: Scope, entry: Entry) {
  return <>{await deskSections(scope, entry)}{await logSection(scope, entry)}{await letters.related(scope, entry)}{await forwarding.related(scope, entry)}</>
}

function routes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const some of [authorityRoutes, forwarding.routes, letters.routes]) app.route('/', some(house))
  return app
}

/** Of those that the reader may see; late is said as it is. */
async function thisYear(scope: Scope) {
  const year = dayOf(scope.now).slice(0, 4)
  const { rows: [counts] } = await sql<{ all: number; reported: number; late: number; open: number }>`
    select count(*)::int as all, count(*) filter (where t.notified_at is not null)::int as reported, count(*) filter (where t.notified_at > t.aware_at + interval '72 hours')::int as late, count(*) filter (where t.status not in ('closed', 'no_breach'))::int as open
    from breach t where t.organisation_id = ${scope.organisation.id} and t.received_at >= ${`${year}-01-01`}::date::timestamp at time zone 'Europe/Amsterdam' and ${breaches.visible(scope.actor)}`.execute(scope.tx)
  if (!counts || counts.all === 0) return null
  return <p>{t(`In ${year}: ${counts.all} meldingen, waarvan ${counts.open} open. ${counts.reported} gemeld aan de AP, waarvan ${counts.late} later dan 72 uur.`, `In ${year}: ${counts.all} reports, ${counts.open} of them open. ${counts.reported} reported to the authority, ${counts.late} of them later than 72 hours.`)}</p>
}
