// Uploads: receives one file of a form into a temporary folder while it streams in, and never holds more than a piece of it.
import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { Refusal, TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { emptyFile, refuse } from './file-kind.ts'
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

type Take<Taken> = (stream: AsyncIterable<Buffer>, name: string, before: Readonly<Record<string, string>>) => Promise<Taken>

/**
 * Streams the one file of a multipart form into `folder`. Whatever goes wrong, nothing is left behind.
 * @throws TooLarge by Content-Length before a byte is read, or while reading; Invalid when there is no file, more than one, or the form breaks off.
 */
export async function receiveUpload(request: Request, maxBytes: number, folder: string): Promise<Upload> {
  const path = join(folder, `${crypto.randomUUID()}.upload`)
  try {
    const { taken, fields } = await receiveForm(request, { bytes: maxBytes, tooLarge: () => tooLarge(maxBytes) }, async (stream, name) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return store(stream, name, path)
    })
    if (taken.size === 0) throw refuse(taken.name === '' ? chooseFile() : emptyFile())
    return { path, ...taken, fields }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Removes a received file; harmless when it is gone already. */
export async function removeUpload({ path }: Pick<Upload, 'path'>): Promise<void> {
  await rm(path, { force: true })
}

/**
 * Hands the bytes of the one file of a multipart form to `take` while they come in, and gives back what that made of them with the form's other fields.
 * `take` also gets the fields that came before the file; more may follow it. It cleans up after itself when its stream fails; when this throws after `take` was done (a second file, a form that breaks off), its caller does.
 * @throws what `most.tooLarge` makes, by Content-Length or while reading; what `take` throws; Invalid when there is no file, more than one, or the form breaks off.
 */
export async function receiveForm<Taken>(
  request: Request, most: { bytes: number; tooLarge: () => Error }, take: Take<Taken>,
): Promise<{ taken: Taken; fields: Readonly<Record<string, string>> }> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(contentType)) throw refuse(chooseFile())
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > most.bytes + roomForFields) {
    // The connection is told to end rather than to drink what nobody will read.
    await request.body?.cancel().catch(() => {})
    throw most.tooLarge()
  }
  if (!request.body) throw refuse(chooseFile())
  return receive(request.body as ReadableStream<Uint8Array>, { 'content-type': contentType }, most, take)
}

type Stored = Pick<Upload, 'name' | 'size' | 'sha256'>

async function receive<Taken>(
  body: ReadableStream<Uint8Array>, headers: BusboyHeaders, most: { bytes: number; tooLarge: () => Error }, take: Take<Taken>,
): Promise<{ taken: Taken; fields: Readonly<Record<string, string>> }> {
  const form = new Busboy({ headers, limits: { fileSize: most.bytes, files: 2, fields: 100, fieldSize: roomForFields, fieldNameSize: 200, parts: 110, headerPairs: 50 } })
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  const state: { file: Promise<{ taken: Taken } | null> | null; arriving: BusboyFileStream | null; failure: Error | null } = { file: null, arriving: null, failure: null }
  const stop = (error: Error) => {
    state.failure ??= error
    state.arriving?.destroy(error)
    form.destroy(error)
  }
  form.on('field', (name, value, _isNameCut, isValueCut) => {
    if (isValueCut) stop(refuse(t('Een veld van het formulier is te lang.', 'A field of the form is too long.')))
    fields[name] ??= value
  })
  form.on('fieldsLimit', () => stop(refuse(t('Het formulier heeft te veel velden.', 'The form has too many fields.'))))
  form.on('partsLimit', () => stop(refuse(t('Het formulier heeft te veel onderdelen.', 'The form has too many parts.'))))
  form.on('file', (_field, stream, filename) => {
    if (state.file) {
      stream.resume()
      stop(refuse(t('Kies één bestand tegelijk.', 'Choose one file at a time.')))
      return
    }
    state.arriving = stream
    // Whoever takes the bytes may not be reading yet when the form is refused; what reads later gets the same error.
    stream.on('error', () => {})
    stream.once('limit', () => stop(most.tooLarge()))
    state.file = take(stream, shownName(filename), { ...fields }).then((taken) => ({ taken }), (error: Error) => {
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
  const file = await state.file
  if (state.failure) throw state.failure instanceof Refusal || isOurFault(state.failure) ? state.failure : refuse(t('Het bestand kwam niet volledig aan. Verstuur het opnieuw.', 'The file didn’t arrive whole. Send it again.'))
  if (!file) throw refuse(chooseFile())
  return { taken: file.taken, fields: { ...fields } }
}

// A full or closed disk, or what the database says (SQLSTATE), is no fault of the sender and may not be told as one.
function isOurFault(error: Error & { code?: unknown }): boolean {
  return /^\d[0-9A-Z]{4}$/.test(String(error.code)) || ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE', 'EIO'].includes(String(error.code))
}

// The file is open before a byte is read and closed whatever happens, so that nothing can make it anew after its receiver removed it.
async function store(stream: AsyncIterable<Buffer>, name: string, path: string): Promise<Stored> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of stream) {
      hash.update(piece)
      size += piece.length
      await file.writeFile(piece)
    }
  } finally {
    await file.close()
  }
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
  return new TooLarge(t(`Het bestand is groter dan ${megabytes(maxBytes)}. Verwijder afbeeldingen en ongebruikte bladen, of splits het bestand.`, `The file is larger than ${megabytes(maxBytes)}. Remove pictures and unused sheets, or split the file.`))
}

function chooseFile(): string {
  return t('Kies een bestand en verstuur het formulier opnieuw.', 'Choose a file and send the form again.')
}
