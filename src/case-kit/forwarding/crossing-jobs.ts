// Crossing jobs: brings messages from one organisation to another by opening the scope of each in turn, and tells how far forwarded cases are.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { dropReceived, readFile, receiveFile, type ReceivedFile } from '../../ground/files.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, jobPlace, type JobPlace } from '../../people/job-scope.ts'
import { findOrganisation } from '../../people/organisations.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { lookOut } from '../packages/look-out.ts'
import { arrive } from './arrivals.ts'
import { claimCrossing, type ClaimedCrossing, type CrossedFile, markCrossed, openCrossing, putOff, sendAcross } from './crossings.ts'
import { forwardedBy, openArrivals, standingBecomes } from './forwarded.ts'
import { forwardsOf } from './tied-forwards.ts'
import { topicOf } from './topics.ts'

const crossQueue = declareQueue('crossing', z.object({}), { timeLimit: 300, retries: 0, perKey: 'one waiting' })
const standingQueue = declareQueue('crossing-standings', z.object({}), { timeLimit: 900 })
export const crossingQueues = [crossQueue, standingQueue]

const system = { kind: 'system', task: 'crossing' } as const

/** Carries crossings in this process until the jobs stop. */
export async function workCrossings(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(crossQueue, async ({ organisationId, signal }) => {
    if (organisationId !== null) await carryCrossings(house, await jobPlace(house, organisationId, system), AbortSignal.any([signal, jobs.stopping]))
  })
  await jobs.work(standingQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select standings_open() as id`.execute(house.database)
    for (const { id } of rows) if (!signal.aborted) await inPlace(house, await jobPlace(house, id, system), tellStandings)
  })
  await jobs.schedule(standingQueue, '*/2 * * * *', {})
  void lookOut(jobs, async () => {
    const { rows } = await sql<{ id: string }>`select crossings_due(${house.clock()}) as id`.execute(house.database)
    if (rows.length === 0) return
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of rows) await jobs.enqueue(tx, crossQueue, { organisationId: id, actor: system, payload: {} }, { key: id })
    })
  })
}

/** Brings everything that is due of one organisation. @returns how many arrived */
export async function carryCrossings(house: JobHouse, from: JobPlace, signal?: AbortSignal): Promise<number> {
  for (let arrived = 0; ;) {
    const claimed = signal?.aborted ? undefined : await inPlace(house, from, claimCrossing)
    if (!claimed) return arrived
    if (await carry(house, from, claimed)) arrived++
  }
}

/** The receiver's transaction first: after a crash in between it comes again, and is known there. */
async function carry(house: JobHouse, from: JobPlace, claimed: ClaimedCrossing): Promise<boolean> {
  try {
    const crossing = openCrossing(from.organisation, claimed)
    const receiver = await findOrganisation(house.database, house.master, claimed.toSlug)
    if (!receiver) throw new Error('no such organisation')
    const to = await jobPlace(house, receiver.organisation.id, system)
    const files = crossing.kind === 'case' ? await bringFiles(house, from, to, crossing.files ?? []) : []
    try {
      await inPlace(house, to, (scope) => arrive(scope, claimed.id, { slug: from.organisation.slug, name: from.organisation.name }, crossing, files))
    } finally {
      // What was kept stays; what came a second time, or was refused, goes at once.
      for (const { id } of files) await dropReceived({ database: house.database, organisation: to.organisation }, id)
    }
    await inPlace(house, from, (scope) => markCrossed(scope, claimed.id))
    return true
  } catch (error) {
    log.error('crossing-fault', { organisation: from.organisation.id, message: claimed.id, attempt: claimed.attempts, ...traceOf(error) })
    const crossing = openCrossing(from.organisation, claimed)
    await inPlace(house, from, async (scope) => {
      if (await putOff(scope, claimed)) return
      if (crossing.kind === 'message') return topicOf(crossing.topic)?.undelivered?.(scope, crossing.body)
      if (crossing.kind !== 'case') return
      const one = await forwardedBy(scope, crossing.reference)
      if (one) await standingBecomes(scope, one, 'refused', scope.now)
    })
    return false
  }
}

/** Read in the sender's fence, sealed anew in the receiver's. */
async function bringFiles(house: JobHouse, from: JobPlace, to: JobPlace, files: readonly CrossedFile[]): Promise<ReceivedFile[]> {
  if (files.length === 0) return []
  const { database } = house
  // One that was taken away while this waited keeps the case from nothing.
  const there = await inPlace(house, from, ({ tx, organisation }) => tx.selectFrom('stored_file').select('id').where('organisation_id', '=', organisation.id).where('id', 'in', files.map(({ id }) => id)).execute())
  const brought: ReceivedFile[] = []
  for (const file of files.filter(({ id }) => there.some((one) => one.id === id))) {
    brought.push(await receiveFile({ database, organisation: to.organisation }, house.clock(), buffers(readFile({ database, organisation: from.organisation }, file)), file.name))
  }
  return brought
}

async function* buffers(stream: ReadableStream<Uint8Array>): AsyncIterable<Buffer> {
  for await (const piece of stream) yield Buffer.from(piece)
}

/** Tells the service organisation how far the cases are that came from it: accepted, answered, and nothing else. */
export async function tellStandings(scope: Scope): Promise<void> {
  for (const one of await openArrivals(scope)) {
    const forwards = forwardsOf(one.register)
    const entry = forwards && await loadEntry(scope, forwards.register, one.entryId).catch(() => undefined)
    const state = entry && forwards.standing(entry)
    if (state && one.otherSlug !== null && await standingBecomes(scope, one, state, scope.now)) await sendAcross(scope, one.otherSlug, { kind: 'standing', reference: one.reference, state, at: scope.now.toISOString() })
  }
}
