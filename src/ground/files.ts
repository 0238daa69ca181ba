// Files: bytes sealed piece by piece in the database under a key of the file's own, streamed in and out; a file is never held whole, nor written anywhere in plain.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, inOrganisation } from './database.ts'
import { refuse, watchContent } from './file-kinds.ts'
import { newId } from './ids.ts'
import { deriveKey, seal, unseal } from './keys.ts'
import { NotFound } from './refusals.ts'
import type { Organisation, Scope } from './scope.ts'
import { t } from './words.ts'

/** The most that one file may be, whatever the settings say. */
export const mostFileBytes = 100 * 1024 * 1024
const pieceBytes = 512 * 1024
const arrivingHours = 24

/** Where files of one organisation stand. Pieces come and go in transactions of their own: a slow sender or reader holds no connection. */
export type FilePlace = { readonly database: Database; readonly organisation: Pick<Organisation, 'id' | 'key'> }

export type ReceivedFile = {
  readonly id: string
  /** Fit to keep and show; its ending fits the content. */
  readonly name: string
  /** By content. */
  readonly contentType: string
  readonly size: number
  /** Hex. */
  readonly sha256: string
}

/**
 * Takes a file in. It isn't kept until `keepFile`, in the transaction of the act that needs it; whatever goes wrong before, nothing is left.
 * @throws Invalid (at `file`) for an empty file, an unknown or active kind, or a name that says otherwise than the content.
 */
export async function receiveFile(place: FilePlace, now: Date, bytes: AsyncIterable<Buffer>, name: string): Promise<ReceivedFile> {
  const id = newId()
  const key = randomBytes(32)
  const content = watchContent()
  const hash = createHash('sha256')
  let size = 0
  let position = 0
  const within = <T>(work: Parameters<typeof inOrganisation<T>>[2]) => inOrganisation(place.database, place.organisation.id, work)
  await within((tx) => tx.insertInto('stored_file').values({ organisation_id: place.organisation.id, id, key_sealed: seal(fileKeysKey(place), id, key), created_at: now }).execute())
  try {
    for await (const piece of inPieces(bytes)) {
      content.see(piece)
      hash.update(piece)
      size += piece.length
      const sealed = seal(key, purposeOf(id, position), piece)
      await within((tx) => tx.insertInto('stored_file_piece').values({ organisation_id: place.organisation.id, file_id: id, position, bytes: sealed }).execute())
      position++
    }
    if (size === 0) throw refuse(name === '' ? t('Kies een bestand.', 'Choose a file.') : t('Het bestand is leeg. Kies een bestand waar iets in staat.', 'The file is empty. Choose a file that holds something.'))
    const judged = content.judge(name)
    const sha256 = hash.digest()
    await within((tx) => tx.updateTable('stored_file').set({ content_type: judged.kind.type, size, sha256 })
      .where('organisation_id', '=', place.organisation.id).where('id', '=', id).execute())
    return { id, name: judged.name, contentType: judged.kind.type, size, sha256: sha256.toString('hex') }
  } catch (error) {
    await dropReceived(place, id)
    throw error
  }
}

/** Takes back a file that was received but not kept. */
export async function dropReceived(place: FilePlace, id: string): Promise<void> {
  await inOrganisation(place.database, place.organisation.id, (tx) =>
    tx.deleteFrom('stored_file').where('organisation_id', '=', place.organisation.id).where('id', '=', id).where('kept_at', 'is', null).execute())
}

/** From here on the file belongs to something; without this it is swept. @throws NotFound when it isn't there or is kept already */
export async function keepFile(scope: Scope, id: string): Promise<void> {
  const kept = await scope.tx.updateTable('stored_file').set({ kept_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('kept_at', 'is', null).where('size', 'is not', null).executeTakeFirst()
  if (kept.numUpdatedRows !== 1n) throw new NotFound()
}

/** The plain bytes, piece by piece as they are asked for. Breaks off, rather than ends, when a piece is gone or was changed. */
export function readFile(place: FilePlace, file: { readonly id: string; readonly size: number }): ReadableStream<Uint8Array> {
  let key: Buffer | undefined
  let position = 0
  let sent = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await inOrganisation(place.database, place.organisation.id, async (tx) => {
        key ??= await keyOf(place, tx, file.id)
        return tx.selectFrom('stored_file_piece').select('bytes')
          .where('organisation_id', '=', place.organisation.id).where('file_id', '=', file.id).where('position', '=', position).executeTakeFirst()
      })
      if (!key || !piece) throw new Error('a piece of a file is missing')
      const plain = unseal(key, purposeOf(file.id, position), piece.bytes)
      position++
      sent += plain.length
      controller.enqueue(new Uint8Array(plain))
      if (sent >= file.size) controller.close()
    },
  }, { highWaterMark: 0 })
}

/** Takes files away with every byte and their keys, in the scope's transaction. */
export async function eraseFiles(scope: Scope, ids: readonly string[]): Promise<void> {
  await sql`delete from stored_file where organisation_id = ${scope.organisation.id} and id = any(${ids}::uuid[])`.execute(scope.tx)
}

/** Takes away what came in more than a day ago and was never kept: the server stopped in the midst of it. */
export async function sweepReceived(scope: Scope): Promise<void> {
  const since = new Date(scope.now.getTime() - arrivingHours * 3_600_000)
  await scope.tx.deleteFrom('stored_file').where('organisation_id', '=', scope.organisation.id).where('kept_at', 'is', null).where('created_at', '<', since).execute()
}

/** Joins and cuts what comes in to pieces of one size; the last may be smaller. */
async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const part of bytes) {
    waiting.push(part)
    length += part.length
    while (length >= pieceBytes) {
      const joined = Buffer.concat(waiting)
      yield joined.subarray(0, pieceBytes)
      waiting = [joined.subarray(pieceBytes)]
      length -= pieceBytes
    }
  }
  if (length > 0) yield Buffer.concat(waiting)
}

async function keyOf(place: FilePlace, tx: Scope['tx'], id: string): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('stored_file').select('key_sealed').where('organisation_id', '=', place.organisation.id).where('id', '=', id).executeTakeFirst()
  return row && unseal(fileKeysKey(place), id, row.key_sealed)
}

function fileKeysKey({ organisation }: FilePlace): Buffer {
  return deriveKey(organisation.key, 'files')
}

/** Ties a piece to its file and place, so that pieces can't be put in another order or file. */
function purposeOf(id: string, position: number): string {
  return `file:${id}:${position}`
}
