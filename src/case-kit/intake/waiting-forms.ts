// Waiting forms: what was sent while others were being taken in becomes a case within seconds; what can't is tried again, and in the end shown to a person.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { Refusal } from '../../ground/refusals.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { inPlace, type JobPlace } from '../../people/job-scope.ts'
import type { CaseRegister } from '../outside.ts'
import type { WayIn } from './forms.ts'
import { isRushing } from './rush.ts'
import { makeCase, openInput } from './make-case.ts'

/** Pauses after the first, second … time that a register couldn't take it. */
const pausesSeconds = [10, 60, 600, 3600]

const restMs = 500

/** Makes cases of what is due, one transaction each, until nothing is or `most` were made. @returns how many were tried */
export async function makeWaiting(house: Pick<House, 'database' | 'clock'>, place: JobPlace, registers: readonly CaseRegister[], most = 500, signal?: AbortSignal): Promise<number> {
  for (let tried = 0; ; tried++) {
    // Whoever is still to be told “received” goes first; the case itself can wait.
    if (tried > 0 && isRushing()) await wait(restMs)
    const id = tried >= most || signal?.aborted ? undefined : await inPlace(house, place, nextDue)
    if (id === undefined) return tried
    try {
      await inPlace(house, place, (scope) => makeOne(scope, registers, id))
    } catch (error) {
      log.error('intake-not-made', { organisation: place.organisation.id, form: id, ...traceOf(error) })
      if (error instanceof Refusal) await inPlace(house, place, (scope) => hold(scope, id))
    }
  }
}

/** Takes one in hand: counted, and put off, before it is tried. */
async function nextDue(scope: Scope): Promise<string | undefined> {
  const { rows: [row] } = await sql<{ id: string; attempts: number }>`
    select id, attempts from intake_form where organisation_id = ${scope.organisation.id} and next_attempt_at <= ${scope.now} order by next_attempt_at, id limit 1 for update skip locked`.execute(scope.tx)
  if (!row) return undefined
  const pause = pausesSeconds[row.attempts]
  if (pause === undefined) {
    await hold(scope, row.id)
    return nextDue(scope)
  }
  await scope.tx.updateTable('intake_form').set({ attempts: row.attempts + 1, next_attempt_at: new Date(scope.now.getTime() + pause * 1000) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', row.id).execute()
  return row.id
}

async function makeOne(scope: Scope, registers: readonly CaseRegister[], id: string): Promise<void> {
  const row = await scope.tx.selectFrom('intake_form').select(['register', 'intake', 'content', 'sent_at', 'language', 'state']).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row?.state !== 'waiting') return
  const wayIn = wayInOf(registers, row.register, row.intake)
  if (!wayIn) return hold(scope, id)
  await inLanguage(row.language as Language, () => makeCase(scope, wayIn, { id, sentAt: row.sent_at!, input: openInput(scope.organisation, id, row.content!) }))
}

/** A person looks at it. */
async function hold(scope: Scope, id: string): Promise<void> {
  await scope.tx.updateTable('intake_form').set({ state: 'held', next_attempt_at: null }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export function wayInOf(registers: readonly CaseRegister[], register: string, key: string): WayIn | undefined {
  const cases = registers.find((one) => one.register.key === register)
  const intake = cases?.intakes.find((one) => one.key === key)
  return cases && intake && { cases, intake }
}
