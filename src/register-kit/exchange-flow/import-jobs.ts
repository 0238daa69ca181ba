// Import jobs: the long parts of an import, each safe to run again after a crash, and the broom for what nobody finished.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type JobActor, jobActor, type JobOf, type Jobs, type QueueOf } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'
import { NotFound, Refusal } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import { inPlace, type JobHouse, type JobPlace, jobPlace } from '../../people/job-scope.ts'
import { dropStagedBefore } from './import-rows.ts'
import { moveRun, type RunStatus } from './import-runs.ts'
import { checkImport } from './import-check.ts'
import { type Book, bookOf } from './importing.ts'
import { undoImport } from './import-undo.ts'
import { writeImport } from './import-write.ts'

const payload = z.object({ importId: z.uuid() })
type Payload = z.infer<typeof payload>

/** A worker that was killed is noticed within half a minute, and the job runs again. */
function watched(queue: QueueOf<Payload>): QueueOf<Payload> {
  return { ...queue, options: { ...queue.options, heartbeatSeconds: 30 } }
}

export const importCheckQueue = watched(declareQueue('import-check', payload, { timeLimit: 3600, perKey: 'one running' }))
export const importWriteQueue = watched(declareQueue('import-write', payload, { timeLimit: 3600, perKey: 'one running' }))
export const importUndoQueue = watched(declareQueue('import-undo', payload, { timeLimit: 3600, perKey: 'one running' }))
/** Housekeeping, not a business deadline: one job waits for each import. */
export const importSweepQueue = declareQueue('import-sweep', z.object({}))

export const importQueues = [importCheckQueue, importWriteQueue, importUndoQueue, importSweepQueue]

export const stagedDays = 30

type Stage = 'checking' | 'writing' | 'undoing'
const stages: Record<Stage, { queue: QueueOf<Payload>; work: (house: JobHouse, place: JobPlace, book: Book, importId: string) => Promise<void> }> = {
  checking: { queue: importCheckQueue, work: checkImport },
  writing: { queue: importWriteQueue, work: (house, place, book, importId) => writeImport(house, place, book, importId) },
  undoing: { queue: importUndoQueue, work: undoImport },
}

/** Asks for the work of a stage, in the transaction that moved the run there. */
export async function enqueueStage(scope: Scope, jobs: Jobs, stage: Stage, importId: string): Promise<void> {
  await jobs.enqueue(scope.tx, stages[stage].queue, { organisationId: scope.organisation.id, actor: jobActor(scope.actor), payload: { importId } }, { key: importId })
}

/** Staged rows of an import that is never finished go after thirty days. */
export async function enqueueSweep(scope: Scope, jobs: Jobs): Promise<void> {
  const startAfter = new Date(scope.now.getTime() + (stagedDays * 24 + 1) * 3_600_000)
  await jobs.enqueue(scope.tx, importSweepQueue, { organisationId: scope.organisation.id, actor: { kind: 'system', task: 'import-sweep' }, payload: {} }, { startAfter })
}

/** Runs the work of a stage here and now; a refusal, or a fault at the last try, becomes the run's failure in words. */
export async function runStage(house: JobHouse, stage: Stage, organisationId: string, actor: JobActor, importId: string, isLastTry = true): Promise<void> {
  const place = await jobPlace(house, organisationId, actor)
  try {
    const { book, language } = await inPlace(house, place, (scope) => bookOfRun(scope, importId))
    await inLanguage(language, () => stages[stage].work(house, place, book, importId))
  } catch (error) {
    if (!(error instanceof Refusal) && !isLastTry) throw error
    if (!(error instanceof Refusal)) log.error('import-failed', { import: importId, stage, ...traceOf(error) })
    await inPlace(house, place, (scope) => fail(scope, importId, stage, error instanceof Refusal ? error.message : t('Er ging iets mis bij het verwerken; er is niets gewijzigd. Probeer het opnieuw.', 'Something went wrong in the processing; nothing was changed. Try again.')))
  }
}

/** Carries out the jobs in this process. */
export async function workImports(jobs: Jobs, house: JobHouse): Promise<void> {
  for (const stage of Object.keys(stages) as Stage[]) {
    await jobs.work(stages[stage].queue, async (job: JobOf<Payload>) => {
      if (job.organisationId) await runStage(house, stage, job.organisationId, job.actor, job.payload.importId, job.attempt >= 3)
    })
  }
  await jobs.work(importSweepQueue, async ({ organisationId, actor }) => {
    if (organisationId) await inPlace(house, await jobPlace(house, organisationId, actor), (scope) => dropStagedBefore(scope, new Date(scope.now.getTime() - stagedDays * 24 * 3_600_000)))
  })
}

/** The register that a file is read into, and the language of whoever chose its columns. @throws NotFound */
async function bookOfRun(scope: Scope, importId: string): Promise<{ book: Book; language: Language }> {
  const found = await sql<{ register: string; language: string | null }>`select register, choices->>'language' as language from import_run where organisation_id = ${scope.organisation.id} and id = ${importId}`.execute(scope.tx)
  const book = found.rows[0] && bookOf(found.rows[0].register)
  if (!book) throw new NotFound()
  return { book, language: found.rows[0]!.language === 'en' ? 'en' : 'nl' }
}

// An undo that fails leaves a finished import, not a failed one.
async function fail(scope: Scope, importId: string, stage: Stage, failure: string): Promise<void> {
  const to: RunStatus = stage === 'undoing' ? 'done' : stage === 'writing' ? 'ready' : 'mapping'
  await moveRun(scope, importId, [stage], to, { failure, progress: 0 }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
