// Versions: the profiles that an organisation adopted itself, newest first.
import type { Scope } from '../../ground/scope.ts'

export type Version = {
  readonly id: string; readonly number: number; readonly basedOn: string; readonly note: string | null; readonly validFrom: string
  readonly proposedAt: Date; readonly proposedBy: string; readonly adoptedAt: Date; readonly adoptedBy: string
}

export async function listVersions(scope: Scope): Promise<Version[]> {
  const rows = await scope.tx.selectFrom('policy_profile_version as v')
    .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'v.organisation_id').onRef('p.id', '=', 'v.proposed_by'))
    .innerJoin('person as a', (join) => join.onRef('a.organisation_id', '=', 'v.organisation_id').onRef('a.id', '=', 'v.adopted_by'))
    .select(['v.id', 'v.number', 'v.based_on', 'v.note', 'v.valid_from', 'v.proposed_at', 'v.adopted_at', 'p.name as proposer', 'a.name as adopter'])
    .where('v.organisation_id', '=', scope.organisation.id).orderBy('v.number', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, basedOn: row.based_on, note: row.note, validFrom: row.valid_from, proposedAt: row.proposed_at, proposedBy: row.proposer, adoptedAt: row.adopted_at, adoptedBy: row.adopter,
  }))
}

/** The version that holds on a day; undefined while the organisation follows a profile as shipped. */
export function inForceOn(versions: readonly Version[], day: string): Version | undefined {
  return versions.filter(({ validFrom }) => validFrom <= day).toSorted((one, other) => other.validFrom.localeCompare(one.validFrom) || other.number - one.number)[0]
}
