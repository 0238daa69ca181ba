// Make package: the job that makes an answer package out of what was frozen: read piece by piece, packed and sealed as it goes; a crash in between leaves a row that is taken up again, and no file that belongs to nothing.
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { renderPdf } from '../../documents/render-pdf.ts'
import { dropReceived, keepFile, readFile, receiveFile, type ReceivedFile } from '../../ground/files.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { Scope } from '../../ground/scope.ts'
import { packedZip } from '../../ground/zip-writer.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { unsealJson } from '../collection/sealed-content.ts'
import { answerFiles } from '../log-answers/answer-files.ts'
import type { PackageContent } from './package-content.ts'
import { asDocument, packageFiles } from './package-files.ts'
import { contentPlace } from './packages.ts'

/** A process that dies while it packs leaves the work to others after this long. */
const leaseMs = 15 * 60_000
const mostAttempts = 5

type Claimed = { readonly id: string; readonly attempts: number; readonly content: Buffer }

/** Makes the packages of one organisation that are due, one by one. @returns how many were tried */
export async function makePackages(house: JobHouse, place: JobPlace, signal?: AbortSignal): Promise<number> {
  for (let tried = 0; ; tried++) {
    const claimed = signal?.aborted ? undefined : await inPlace(house, place, claim)
    if (!claimed) return tried
    let file: ReceivedFile | undefined
    try {
      file = await pack(house, place, claimed)
      const made = file
      await inPlace(house, place, (scope) => settle(scope, claimed, made))
    } catch (error) {
      log.error('package-fault', { organisation: place.organisation.id, package: claimed.id, attempt: claimed.attempts, ...traceOf(error) })
      if (file) await dropReceived({ database: house.database, organisation: place.organisation }, file.id)
      await inPlace(house, place, (scope) => giveBack(scope, claimed))
    }
  }
}

/** The attempt is counted before it is made, so that a crash counts too. */
async function claim(scope: Scope): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with due as (select id from answer_package where organisation_id = ${scope.organisation.id} and next_attempt_at <= ${scope.now} and ends_at > ${scope.now} order by next_attempt_at, id limit 1 for update skip locked)
    update answer_package p set state = 'making', attempts = p.attempts + 1, done = 0, next_attempt_at = ${new Date(scope.now.getTime() + leaseMs)} from due
    where p.organisation_id = ${scope.organisation.id} and p.id = due.id returning p.id, p.attempts, p.content`.execute(scope.tx)
  return rows[0]
}

async function pack(house: JobHouse, place: JobPlace, { id, content: sealed }: Claimed): Promise<ReceivedFile> {
  const content = unsealJson<PackageContent>(place.organisation, contentPlace(id), sealed)
  const at = { database: house.database, organisation: place.organisation }
  const document = asDocument(content)
  const pdf = await renderPdf('entry', document, { title: `${document.entry.title} – ${content.organisation}`, language: content.language, day: content.madeOn })
  const progress = (done: number) => inPlace(house, place, (scope) => scope.tx.updateTable('answer_package').set({ done }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute())
  await progress(1)
  const log = content.log ? await answerFiles(content.log.answer, content) : []
  let done = 3 + log.length
  const parts = packageFiles(content, pdf, async function* (file) {
    await progress(done++)
    yield* readFile(at, file)
  }, log)
  return receiveFile(at, house.clock(), packedZip(parts), nameOf(content))
}

/** Only whoever holds the claim still may finish it; another try may have overtaken a slow one. */
async function settle(scope: Scope, { id, attempts }: Claimed, file: ReceivedFile): Promise<void> {
  await keepFile(scope, file.id)
  const { rows } = await sql<{ register: string; entryId: string }>`
    update answer_package set state = 'ready', file_id = ${file.id}, size = ${file.size}, sha256 = ${Buffer.from(file.sha256, 'hex')}, made_at = ${scope.now}, next_attempt_at = null, done = parts
    where organisation_id = ${scope.organisation.id} and id = ${id} and state = 'making' and attempts = ${attempts} returning register, entry_id as "entryId"`.execute(scope.tx)
  const found = rows[0]
  if (!found) throw new Error('the package was taken over')
  await recordAccess(scope, { name: 'Antwoordpakket gemaakt', subjects: [{ type: 'subject', id: found.entryId }] })
  await writeHistory(scope, found.register, [{ entryId: found.entryId, verb: 'package_make' }])
}

async function giveBack(scope: Scope, { id, attempts }: Claimed): Promise<void> {
  const isOver = attempts >= mostAttempts
  await scope.tx.updateTable('answer_package').set({ state: isOver ? 'failed' : 'waiting', next_attempt_at: isOver ? null : new Date(scope.now.getTime() + attempts * 60_000) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', '=', 'making').where('attempts', '=', attempts).execute()
}

function nameOf({ number, language }: PackageContent): string {
  return `${language === 'nl' ? 'gegevens' : 'data'}${number === null ? '' : `-${number.replace(/[^\w-]+/g, '-')}`}.zip`
}
