// Sign-in sweep: every night what happened at the door more than a year ago is forgotten (art. 5 lid 1 onder e AVG), and what ran out is cleared away.
import { sql } from 'kysely'
import { z } from 'zod'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { type Database, inOrganisation, type Tx } from '../ground/database.ts'
import { declareQueue, type Jobs } from '../ground/jobs.ts'
import { forgetAttempts } from './attempts.ts'
import type { JobHouse } from './job-scope.ts'
import { forgetChallenges } from './passkey-challenges.ts'

/** How long a sign-in event is kept: long enough to look into what went wrong, and to show who came in during a yearly audit. */
const keepSignInsFor = 'P1Y'

/** Every night at half past three, for all organisations one after another. */
export const signInSweepQueue = declareQueue('sign-in-sweep', z.object({}), { timeLimit: 3600 })
export const signInSweepQueues = [signInSweepQueue]

const batch = 5_000

/** Takes the sweep upon this process, and plans it. */
export async function workSignInSweep(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(signInSweepQueue, ({ signal }) => sweepSignIns(house, signal))
  await jobs.schedule(signInSweepQueue, '30 3 * * *', {})
}

/** Does the sweep: per organisation, and for what no organisation was meant by; in small statements, so that nobody at the door waits for it. */
export async function sweepSignIns(house: Pick<JobHouse, 'database' | 'clock'>, signal?: AbortSignal): Promise<void> {
  const now = house.clock()
  const olderThan = yearBefore(now)
  await repeat(() => forget(house.database, olderThan), signal)
  const found = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
  for (const { id } of found.rows) await repeat(() => inOrganisation(house.database, id, (tx) => forget(tx, olderThan)), signal)
  await forgetChallenges(house.database, now)
  await forgetAttempts(house.database, now)
  await house.database.deleteFrom('kept_form').where('expires_at', '<', now).execute()
}

/** Midnight (UTC) of the day a year ago: a whole day's difference with the Dutch one doesn't matter, the same answer all day does. */
function yearBefore(now: Date): Date {
  return new Date(`${dayAfter(dayOf(now), `-${keepSignInsFor}`)}T00:00:00Z`)
}

async function forget(db: Database | Tx, olderThan: Date): Promise<number> {
  const done = await sql<{ gone: number }>`select forget_sign_in_events(${olderThan}, ${batch}) as gone`.execute(db)
  return done.rows[0]?.gone ?? 0
}

async function repeat(work: () => Promise<number>, signal: AbortSignal | undefined): Promise<void> {
  while (!signal?.aborted && (await work()) === batch) continue
}
