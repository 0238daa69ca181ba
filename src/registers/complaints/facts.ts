// Facts of complaints: who decides on them by the policy in force, and whether the handler had a hand in what is complained about.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { profileInForce } from '../../policy/in-force.ts'
import type { Profile, ResponsibleRole } from '../../policy/profile.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { fields } from './declaration.ts'

export type Route = NonNullable<InputOf<typeof fields>['route']>
export type Standing = { readonly route: Route; readonly isInvolved: boolean }

/** What the rules ask of each complaint. */
export async function standingOf(scope: Scope, ids: readonly string[]): Promise<Map<string, Standing>> {
  const route = await policyRoute(scope)
  const { rows } = await sql<{ id: string } & About>`select id, handler, complained_about, request, breach from complaint where organisation_id = ${scope.organisation.id} and id = any(${ids}::uuid[])`.execute(scope.tx)
  const standings = new Map<string, Standing>()
  for (const row of rows) standings.set(row.id, { route, isInvolved: row.handler !== null && await isInvolved(scope, row, row.handler) })
  return standings
}

type About = { handler: string | null; complained_about: string | null; request: string | null; breach: string | null }

/** Whether this person is the one complained about, or took a step in the case that the complaint is about. */
export async function isInvolved(scope: Scope, input: AnyInput, personId: string): Promise<boolean> {
  if (input.complained_about === personId) return true
  const cases = [input.request, input.breach].filter((id) => typeof id === 'string')
  if (cases.length === 0) return false
  const found = await sql`select from history_event where organisation_id = ${scope.organisation.id} and register in ('requests', 'breaches') and entry_id = any(${cases}::uuid[]) and person_id = ${personId} limit 1`.execute(scope.tx)
  return found.rows.length > 0
}

/** Who decides by the policy in force today. */
export async function policyRoute(scope: Scope): Promise<Route> {
  return routeBy((await profileInForce(scope))?.profile)
}

const routes: Partial<Record<ResponsibleRole, Route>> = { governing_body: 'governing_body', management: 'management', dpo: 'dpo', privacy_officer: 'privacy_officer' }

/** Whoever a policy's first norm on complaints names (H-32 the college, W-13 the DPO, P-13 the privacy officer); else the privacy officer. Pure. */
export function routeBy(profile: Profile | undefined): Route {
  const norm = profile?.norms.find(({ capability }) => capability === 'COMPLAINTS')
  return (norm && routes[norm.role]) ?? 'privacy_officer'
}
