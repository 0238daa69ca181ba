// Beside: one reading with everything that stands on its page: passages, decisions, and what became of those on the document before.
import type { Scope } from '../../../ground/scope.ts'
import { type Decision, decisionsById, decisionsOn } from './decisions.ts'
import type { Passage } from './find-passages.ts'
import { type Former, formerOf, passagesOf, type Reading } from './readings.ts'

export type Beside = {
  readonly reading: Reading
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  readonly decisions: ReadonlyMap<string, Decision>
  readonly former: ReadonlyMap<string, Former>
  /** Decisions on the document before, by their id. */
  readonly before: ReadonlyMap<string, Decision>
}

export async function besideOf(scope: Scope, reading: Reading): Promise<Beside> {
  const former = await formerOf(scope, reading.id)
  return {
    reading, former, passages: await passagesOf(scope, reading.id), decisions: await decisionsOn(scope, reading.id),
    before: await decisionsById(scope, [...former.values()].map(({ decisionId }) => decisionId)),
  }
}
