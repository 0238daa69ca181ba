// Uploads: receives one file of a form into a temporary folder while it streams in, and never holds more than a piece of it.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { Refusal, TooLarge } from '../../ground/refusals.ts'
import { refuse } from './file-kind.ts'
import { megabytes } from './table.ts'

export type Upload = {
  /** Where the file stands; the receiver removes it with `removeUpload`. */
  readonly path: string
  /** The sender's name for it, fit to show; never used as a path. */
  readonly name: string
  readonly size: number
  /** Hex. */
  readonly sha256: string
  /** The form's other fields; the first value of each. */
  readonly fields: Readonly<Record<string, string>>
}

const roomForFields = 256 * 1024

/**
 * Streams the one file of a multipart form into `folder`. Whatever goes wrong, nothing is left behind.
 * @throws TooLarge by Content-Length before a byte is read, or while reading; Invalid when there is no file, more than one, or the form breaks off.
 */
export async function receiveUpload(request: Request, maxBytes: number, folder: string): Promise<Upload> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(contentType)) throw refuse('Kies een bestand en verstuur het formulier opnieuw.')
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes + roomForFields) {
    // The connection is told to end rather than to drink what nobody will read.
    await request.body?.cancel().catch(() => {})
    throw tooLarge(maxBytes)
  }
  if (!request.body) throw refuse('Kies een bestand en verstuur het formulier opnieuw.')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${crypto.randomUUID()}.upload`)
  try {
    return await receive(request.body as ReadableStream<Uint8Array>, { 'content-type': contentType }, maxBytes, path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Removes a received file; harmless when it is gone already. */
export async function removeUpload({ path }: Pick<Upload, 'path'>): Promise<void> {
  await rm(path, { force: true })
}

type Stored = Pick<Upload, 'name' | 'size' | 'sha256'>

async function receive(body: ReadableStream<Uint8Array>, headers: BusboyHeaders, maxBytes: number, path: string): Promise<Upload> {
  const form = new Busboy({ headers, limits: { fileSize: maxBytes, files: 2, fields: 100, fieldSize: roomForFields, fieldNameSize: 200, parts: 110, headerPairs: 50 } })
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  const state: { file: Promise<Stored | null> | null; arriving: BusboyFileStream | null; failure: Error | null } = { file: null, arriving: null, failure: null }
  const stop = (error: Error) => {
    state.failure ??= error
    state.arriving?.destroy(error)
    form.destroy(error)
  }
  form.on('field', (name, value, _isNameCut, isValueCut) => {
    if (isValueCut) stop(refuse('Een veld van het formulier is te lang.'))
    fields[name] ??= value
  })
  form.on('fieldsLimit', () => stop(refuse('Het formulier heeft te veel velden.')))
  form.on('partsLimit', () => stop(refuse('Het formulier heeft te veel onderdelen.')))
  form.on('file', (_field, stream, filename) => {
    if (state.file) {
      stream.resume()
      stop(refuse('Kies één bestand tegelijk.'))
      return
    }
    state.arriving = stream
    stream.once('limit', () => stop(tooLarge(maxBytes)))
    state.file = store(stream, shownName(filename), path).catch((error: Error) => {
      stop(error)
      return null
    })
  })
  try {
    await pipeline(Readable.fromWeb(body), form)
  } catch (error) {
    // A form that breaks off never ends its file by itself.
    stop(error instanceof Error ? error : new Error(String(error)))
  }
  const stored = await state.file
  if (state.failure) throw state.failure instanceof Refusal || isOurFault(state.failure) ? state.failure : refuse('Het bestand kwam niet volledig aan. Verstuur het opnieuw.')
  if (!stored) throw refuse('Kies een bestand en verstuur het formulier opnieuw.')
  if (stored.size === 0) throw refuse(stored.name === '' ? 'Kies een bestand en verstuur het formulier opnieuw.' : 'Het bestand is leeg. Kies het bestand met het register zelf.')
  return { path, ...stored, fields: { ...fields } }
}

// A full or closed disk is no fault of the sender and may not be told as one.
function isOurFault(error: Error & { code?: unknown }): boolean {
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE', 'EIO'].includes(String(error.code))
}

async function store(stream: BusboyFileStream, name: string, path: string): Promise<Stored> {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(stream, async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      size += piece.length
      yield piece
    }
  }, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { name, size, sha256: hash.digest('hex') }
}

/** The file's own name without folders, control characters and characters that turn text around; 120 characters at most. */
export function shownName(filename: string | undefined): string {
  const last = (filename ?? '').toWellFormed().split(/[\\/]/).at(-1)!
  // oxlint-disable-next-line no-control-regex -- taking these out is what it is for
  const plain = last.normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim()
  if (plain.length <= 120) return plain
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, 119 - ending.length)}…${ending}`
}

function tooLarge(maxBytes: number): TooLarge {
  return new TooLarge(`Het bestand is groter dan ${megabytes(maxBytes)}. Verwijder afbeeldingen en ongebruikte bladen, of splits het bestand.`)
}
