// Flow registered: what the registers of systems and processors themselves say of a point on a flow map: no agreement in force, not encrypted on the move.
import type { Scope } from '../../ground/scope.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import type { FlowMark } from './flow-model.ts'

/** By the id of a system or processor. */
export type RegisteredMarks = ReadonlyMap<string, readonly FlowMark[]>

/** Rules of other registers whose findings are worth seeing on a map. */
const marksByRule: Readonly<Record<string, FlowMark>> = { 'agreement-missing': 'no-agreement', 'portable-unencrypted': 'unencrypted' }

/** Of every registered system and processor that these lookups name. */
export async function registeredMarks(scope: Scope, { references }: Lookups): Promise<RegisteredMarks> {
  const ids = [...references.processors?.keys() ?? [], ...references.systems?.keys() ?? []]
  if (ids.length === 0) return new Map()
  const found = await scope.tx.selectFrom('finding').select(['entry_id', 'rule']).distinct().where('organisation_id', '=', scope.organisation.id)
    .where('register', 'in', ['processors', 'systems']).where('rule', 'in', Object.keys(marksByRule)).where('entry_id', 'in', ids).execute()
  return new Map([...Map.groupBy(found, ({ entry_id }) => entry_id)].map(([id, rows]) => [id, rows.map(({ rule }) => marksByRule[rule]!)]))
}
