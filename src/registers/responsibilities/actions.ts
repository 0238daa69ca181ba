// What responsibilities are used for: beginning with the steps of a release; and, for other rooms, who has a part in a step today.
import { sql } from 'kysely'
import { NotAllowed } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { mayDo } from '../../register-kit/lifecycle.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Process } from './declaration.ts'
import { responsibilities } from './register.ts'
import type { ResponsibilityInput } from './rules.ts'
import { startingSteps } from './starting-steps.ts'

export { type Assignee, assigneesFor, holdersOf, type Step, stepFor, stepsInForce } from './assignees.ts'

/** Steps of this release that aren't here yet, by their fixed key; one that lapsed here counts as here. */
export async function missingSteps(scope: Scope): Promise<readonly ResponsibilityInput[]> {
  const there = await sql<{ key: string | null }>`select step as key from responsibility where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  const keys = new Set(there.rows.map(({ key }) => key))
  return startingSteps().filter(({ step }) => !keys.has(step))
}

/** Adds the steps of this release that aren't here yet, of some processes or of all. @returns how many. @throws NotAllowed */
export async function beginWithSteps(scope: Scope, of?: readonly Process[]): Promise<number> {
  if (!mayDo(responsibilities, scope.actor, 'create', null)) throw new NotAllowed(t('Dit is voorbehouden aan privacy officers en beheerders.', 'This is reserved for privacy officers and administrators.'))
  // Locked, so that of two who begin at the same moment the second finds the steps of the first.
  await sql`select from organisation where id = ${scope.organisation.id} for no key update`.execute(scope.tx)
  const missing = (await missingSteps(scope)).filter(({ process }) => of === undefined || of.includes(process as Process))
  const taken = await sql<{ number: string | null }>`select number from responsibility where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  const numbers = new Set(taken.rows.map(({ number }) => number))
  for (const step of missing) await createEntry(scope, responsibilities, { ...step, number: numbers.has(step.number) ? null : step.number })
  return missing.length
}
