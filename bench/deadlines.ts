// Deadlines: how many ends are found a second, and how many are kept in the database beside a bare insert of the same rows.
import { sql } from 'kysely'
import { dueOf, type Reckoning } from '../src/calendar/due.ts'
import { newId } from '../src/ground/ids.ts'
import { insertRows } from '../src/ground/insert-rows.ts'
import { inScope, type Organisation, type Scope } from '../src/ground/scope.ts'
import type { House } from '../src/people/house.ts'
import { keepDeadlines } from '../src/register-kit/deadlines/keep-deadlines.ts'
import { questions } from '../src/registers/questions/register.ts'
import type { Rate } from './exchange.ts'
import { milliseconds } from './measure.ts'

const atOnce = 250

/** Ends of every kind of term, from a moment of their own each, and nothing else: no database. The baseline is adding a month to a date. */
export async function measureEnds(rows: number): Promise<Rate> {
  const terms: readonly Pick<Reckoning, 'term' | 'regime' | 'extension'>[] = [
    { term: { duration: 'P1M', clock: 'calendar' }, regime: 'eu' }, { term: { duration: 'P1M', clock: 'calendar' }, extension: { duration: 'P2M', clock: 'calendar' }, regime: 'eu' }, { term: { duration: 'P6W', clock: 'calendar' }, regime: 'dutch' },
    { term: { duration: 'PT72H', clock: 'elapsed' }, regime: 'eu' }, { term: { duration: 'P5D', clock: 'working' }, regime: 'own' }, { term: { duration: 'PT16H', clock: 'working' }, regime: 'own' },
  ]
  const start = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 3_677_000)
  const ours = await milliseconds(async () => { for (let index = 0; index < rows; index++) dueOf({ start: start(index), ...terms[index % terms.length]! }) })
  const ends: number[] = []
  const bare = await milliseconds(async () => { for (let index = 0; index < rows; index++) { const date = start(index); ends.push(date.setUTCMonth(date.getUTCMonth() + 1)) } })
  return { what: 'termijnen: einde berekenen', rows, ours: rows / (ours / 1000), bare: rows / (bare / 1000), baseline: 'een maand bij een datum optellen', grownMb: 0 }
}

/** Deadlines that begin with new entries, as an import brings them (many at once) and as a person makes them (one by one); both taken back. */
export async function measureKept(house: House, organisation: Organisation, rows: number): Promise<Rate[]> {
  const rates: Rate[] = []
  for (const [what, size] of [['veel tegelijk', atOnce], ['één voor één', 1]] as const) {
    const count = size === 1 ? Math.min(rows, 1000) : rows
    let kept: readonly Record<string, unknown>[] = []
    const ours = await takenBack(house, organisation, async (scope) => {
      const spent = await milliseconds(() => inParts(count, size, (amount) => keepDeadlines(scope, questions, 'create', Array.from({ length: amount }, () => ({ id: newId(), after: { status: 'open', input: {} } })))))
      kept = (await sql<Record<string, unknown>>`select * from deadline where organisation_id = ${organisation.id} and register = 'questions' order by id desc limit ${count}`.execute(scope.tx)).rows
      return spent
    })
    if (kept.length !== count) throw new Error(`${kept.length} of ${count} deadlines were kept`)
    const bare = await takenBack(house, organisation, (scope) => {
      let at = 0
      return milliseconds(() => inParts(count, size, (amount) => insertRows(scope.tx, 'deadline', kept.slice(at, at += amount))))
    })
    rates.push({ what: `termijnen: bijhouden, ${what}`, rows: count, ours: count / (ours / 1000), bare: count / (bare / 1000), baseline: 'INSERT van dezelfde regels', grownMb: 0 })
  }
  return rates
}

async function inParts(count: number, size: number, work: (amount: number) => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += size) await work(Math.min(size, count - done))
}

/** Does the work in a transaction that is undone. */
async function takenBack(house: House, organisation: Organisation, work: (scope: Scope) => Promise<number>): Promise<number> {
  let spent = 0
  const undone = new Error('undone')
  await inScope(house.database, { organisation, actor: { kind: 'system', task: 'bench' }, now: new Date() }, async (scope) => {
    spent = await work(scope)
    throw undone
  }).catch((error: unknown) => { if (error !== undone) throw error })
  return spent
}
