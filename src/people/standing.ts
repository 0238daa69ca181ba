// Standing: who is asking, as one question answers it: the organisation of the address, the session of the browser, and the person with today's roles.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Assignment, OrganisationKind, Role } from '../ground/scope.ts'
import { withReach } from './departments.ts'
import type { House } from './house.ts'
import { foundOrganisation, type FoundOrganisation, slugShape } from './organisations.ts'
import type { SessionRow } from './sessions.ts'

export type Asking = {
  readonly found: FoundOrganisation
  /** Also one that is over. */
  readonly session: SessionRow | undefined
  /** The active person of the session's account here. */
  readonly person: { readonly id: string; readonly name: string; readonly assignments: readonly Assignment[]; readonly lastVisitAt: Date | null } | undefined
  /** From where the organisation may be opened; empty is everywhere. */
  readonly networks: readonly string[]
}

type Row = {
  id: string; slug: string; name: string; kind: OrganisationKind; profile: string | null; key_wrapped: Buffer; is_demo: boolean; second_factor_required: boolean
  session_id: string | null; account_id: string; limited_to: string | null; method: string; second_factor_at: Date | null; proved_at: Date
  last_seen_at: Date; expires_at: Date; ended_at: Date | null
  person_id: string | null; person_name: string; roles: { role: Role; department_id: string | null }[]; departments: { id: string; parentId: string | null }[]
  networks: string[]; last_visit_at: Date | null
}

/** Undefined when there is no such organisation. Every page asks this, so it is one question (migration 0014). */
export async function whoAsks(house: House, slug: string, sessionHash: Buffer | undefined): Promise<Asking | undefined> {
  if (!slugShape.test(slug)) return undefined
  const found = await sql<Row>`select * from standing_of(${slug}, ${sessionHash ?? null}, ${dayOf(house.clock())})`.execute(house.database)
  const row = found.rows[0]
  if (!row) return undefined
  const { session_id, person_id } = row
  return {
    found: foundOrganisation(house.master, row),
    session: session_id === null ? undefined : { ...row, id: session_id },
    person: person_id === null ? undefined : { id: person_id, name: row.person_name, assignments: withReach(row.roles, row.departments), lastVisitAt: row.last_visit_at },
    networks: row.networks,
  }
}
