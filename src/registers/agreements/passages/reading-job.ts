// Reading job: reads a document of an agreement in the background, looks for passages in short turns so that nobody has to wait, and compares with the document before.
import { z } from 'zod'
import type { DocumentText } from '../../../document-reading/document-text.ts'
import { readDocument } from '../../../document-reading/read-document.ts'
import { readFile } from '../../../ground/files.ts'
import { declareQueue, jobActor, type Jobs } from '../../../ground/jobs.ts'
import { log, traceOf } from '../../../ground/log.ts'
import type { Scope } from '../../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace, jobPlace } from '../../../people/job-scope.ts'
import { comparePassage } from './compare-passages.ts'
import { decisionsOn } from './decisions.ts'
import { type Passage, startFinding } from './find-passages.ts'
import { paragraphsOf } from './paragraphs.ts'
import { endReading, type Former, isUnderWay, keepOutcome, markProgress, type Reading, readingById, readingsOf } from './readings.ts'

const readQueue = declareQueue('agreement-read', z.object({ readingId: z.uuid() }), { timeLimit: 600, retries: 2 })
export const passageQueues = [readQueue]

/** Asks for it in the transaction that began the reading. */
export async function enqueueReading(scope: Scope, jobs: Jobs, readingId: string): Promise<void> {
  await jobs.enqueue(scope.tx, readQueue, { organisationId: scope.organisation.id, actor: jobActor(scope.actor), payload: { readingId } })
}

/** Carries out the jobs in this process. */
export async function workPassages(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(readQueue, async ({ organisationId, actor, payload, attempt, signal }) => {
    if (organisationId !== null) await runReading(house, await jobPlace(house, organisationId, actor), payload.readingId, { isLastTry: attempt >= 2, signal: AbortSignal.any([signal, jobs.stopping]) })
  })
}

/** Reads, finds and keeps; what can't be read says why, and a fault of ours at the last try says so too. */
export async function runReading(house: JobHouse, place: JobPlace, readingId: string, { isLastTry = true, signal }: { isLastTry?: boolean; signal?: AbortSignal } = {}): Promise<void> {
  const reading = await inPlace(house, place, (scope) => readingById(scope, readingId))
  // Removed with its agreement, or done by an earlier try.
  if (!reading || !isUnderWay(reading)) return
  try {
    await read(house, place, reading, signal)
  } catch (error) {
    if (!isLastTry || signal?.aborted) throw error
    log.error('agreement-read-failed', { organisation: place.organisation.id, reading: readingId, ...traceOf(error) })
    await inPlace(house, place, (scope) => endReading(scope, readingId, { state: 'failed' }))
  }
}

async function read(house: JobHouse, place: JobPlace, reading: Reading, signal: AbortSignal | undefined): Promise<void> {
  const size = reading.fileId === null ? undefined : await inPlace(house, place, (scope) => sizeOf(scope, reading.fileId!))
  // The file was removed while this waited.
  if (size === undefined) return inPlace(house, place, (scope) => endReading(scope, reading.id, { state: 'failed' }))
  const tell = progressOf(house, place, reading.id)
  const outcome = await readDocument(readFile({ database: house.database, organisation: place.organisation }, { id: reading.fileId!, size }), { onProgress: tell.told, ...(signal ? { signal } : {}) })
  await tell.settled()
  if (outcome.kind === 'unreadable') return inPlace(house, place, (scope) => endReading(scope, reading.id, { state: 'unreadable', because: outcome.because, stoppedAt: outcome.place }))
  const passages = await findCalmly(outcome.text, signal)
  const decided = await inPlace(house, place, (scope) => decidedBefore(scope, reading))
  const former = decided.length === 0 ? [] : await compareCalmly(decided, outcome.text)
  await inPlace(house, place, (scope) => keepOutcome(scope, reading, { format: outcome.text.format, kinds: outcome.text.pieces, passages, former }))
}

/** At most one note of progress is on its way at a time; the process that reads goes faster than the database. */
function progressOf(house: JobHouse, place: JobPlace, readingId: string): { told: (done: number, total: number | null) => void; settled: () => Promise<void> } {
  let underWay: Promise<void> | undefined
  return {
    told: (done, total) => {
      underWay ??= inPlace(house, place, (scope) => markProgress(scope, readingId, done, total)).catch(() => {}).finally(() => { underWay = undefined })
    },
    settled: async () => { await underWay },
  }
}

const turn = 15

/** In turns of some milliseconds, between which others are served. */
export async function findCalmly(text: DocumentText, signal?: AbortSignal): Promise<Passage[]> {
  const finder = startFinding(text.pieces)
  while (finder.next(turn)) {
    signal?.throwIfAborted()
    await breathe()
  }
  return finder.found()
}

type DecidedBefore = { readonly key: string; readonly decisionId: string; readonly quote: string | null }

/** Of the document before this one on which somebody decided. */
async function decidedBefore(scope: Scope, reading: Reading): Promise<DecidedBefore[]> {
  for (const earlier of await readingsOf(scope, reading.entryId)) {
    if (earlier.id >= reading.id || earlier.state !== 'read') continue
    const decisions = await decisionsOn(scope, earlier.id)
    if (decisions.size > 0) return [...decisions.values()].map(({ key, id, quote }) => ({ key, decisionId: id, quote }))
  }
  return []
}

async function compareCalmly(decided: readonly DecidedBefore[], text: DocumentText): Promise<Former[]> {
  const paragraphs = paragraphsOf(text.pieces)
  const former: Former[] = []
  for (const { key, decisionId, quote } of decided) {
    const compared = quote === null ? null : comparePassage(quote, paragraphs)
    former.push(compared === null ? { key, decisionId, state: 'none', place: null, quote: null }
      : compared.state === 'gone' ? { key, decisionId, state: 'gone', place: null, quote: null } : { key, decisionId, ...compared })
    await breathe()
  }
  return former
}

async function sizeOf(scope: Scope, fileId: string): Promise<number | undefined> {
  const found = await scope.tx.selectFrom('stored_file').select('size').where('organisation_id', '=', scope.organisation.id).where('id', '=', fileId).executeTakeFirst()
  return found?.size ?? undefined
}

function breathe(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve) })
}
