// Case form request: what a form sent: its texts in order, and its files taken in while they stream; a file that may not come is told, and the texts stay.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import type { Context } from 'hono'
import { dropReceived, type FilePlace, type ReceivedFile } from '../ground/files.ts'
import { type Fault, Invalid, Refusal } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { mostFiles, mostFormFileBytes, receiveFromOutside } from '../case-kit/intake/form-files.ts'
import { shownName } from '../register-kit/exchange/upload.ts'

export type SentForm = { readonly entries: readonly (readonly [string, string])[]; readonly files: readonly ReceivedFile[]; readonly faults: readonly Fault[] }

/** More than all files together may be: nobody needs to send it. */
const mostBytes = 110 * 1024 * 1024

class CutOff extends Error {}

/** Never throws for a file: what is wrong with one is a fault at `file`. @throws Invalid for a form that can't be read */
export async function readSentForm(c: Context, place: FilePlace, now: Date): Promise<SentForm> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    const form = await c.req.formData().catch(() => { throw unreadable() })
    return { entries: [...form.entries()].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : []), files: [], faults: [] }
  }
  const { body } = c.req.raw
  if (!body) throw unreadable()
  return receive(body as ReadableStream<Uint8Array>, { 'content-type': type }, (bytes, name) => receiveFromOutside(place, now, bytes, name), ({ id }) => dropReceived(place, id))
}

async function receive(body: ReadableStream<Uint8Array>, headers: BusboyHeaders, take: (bytes: AsyncIterable<Buffer>, name: string) => Promise<ReceivedFile>, drop: (file: ReceivedFile) => Promise<void>): Promise<SentForm> {
  const form = new Busboy({ headers, limits: { fileSize: mostFormFileBytes, files: mostFiles + 1, fields: 500, fieldSize: 256 * 1024, fieldNameSize: 200, parts: 520, headerPairs: 50 } })
  const entries: [string, string][] = []
  /** By their place in the form: a small file is done before a large one that came first. */
  const slots: (ReceivedFile | undefined)[] = []
  const faults: Fault[] = []
  const work: Promise<void>[] = []
  let failure: Error | undefined
  const arriving = new Set<BusboyFileStream>()
  const stop = (error: Error) => {
    failure ??= error
    for (const stream of arriving) stream.destroy(error)
    form.destroy(error)
  }
  const takeOne = async (stream: BusboyFileStream, name: string) => {
    const place = slots.push(undefined) - 1
    arriving.add(stream)
    // Whoever reads hears of it by reading; nobody else needs to.
    stream.on('error', () => {})
    stream.once('limit', () => stop(new CutOff()))
    try {
      if (name === '') return
      if (place >= mostFiles) throw new Invalid([{ at: 'file', message: t(`U kunt hoogstens ${mostFiles} bestanden meesturen.`, `You can send at most ${mostFiles} files.`) }])
      // A reader that stops half-way must not break the form's own reading.
      slots[place] = await take(stream.iterator({ destroyOnReturn: false }), name)
    } catch (error) {
      if (error instanceof Invalid) faults.push(...error.faults)
      else if (!(error instanceof CutOff)) stop(error as Error)
    } finally {
      stream.resume()
      arriving.delete(stream)
    }
  }
  form.on('field', (name, value, _isNameCut, isValueCut) => {
    if (isValueCut) stop(new Invalid([{ at: name, message: t('Deze tekst is te lang.', 'This text is too long.') }]))
    else entries.push([name, value])
  })
  form.on('file', (_field, stream, filename) => { work.push(takeOne(stream, shownName(filename))) })
  try {
    await pipeline(Readable.fromWeb(body), counted(() => new CutOff()), form)
  } catch (error) {
    stop(error as Error)
  }
  await Promise.all(work)
  if (failure instanceof CutOff) faults.push({ at: 'file', message: t(`Een bestand is groter dan ${mostFormFileBytes / 1024 / 1024} MB. De rest is bewaard; maak dit bestand kleiner.`, `A file is larger than ${mostFormFileBytes / 1024 / 1024} MB. The rest is kept; make this file smaller.`) })
  else if (failure) {
    for (const file of slots) if (file) await drop(file)
    throw failure instanceof Refusal || isOurs(failure) ? failure : unreadable()
  }
  return { entries, files: slots.filter((file) => file !== undefined), faults }
}

/** Breaks off a request that goes on and on. */
function counted(tooMuch: () => Error) {
  let bytes = 0
  return async function* (source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      bytes += piece.length
      if (bytes > mostBytes) throw tooMuch()
      yield piece
    }
  }
}

/** What the database says of itself (SQLSTATE) is no fault of the sender. */
function isOurs(error: Error & { code?: unknown }): boolean {
  return /^\d[0-9A-Z]{4}$/.test(String(error.code))
}

function unreadable(): Invalid {
  return new Invalid([{ at: '', message: t('Het formulier kwam niet volledig aan. Verstuur het opnieuw.', 'The form didn’t arrive whole. Send it again.') }], t('Het formulier kwam niet volledig aan. Verstuur het opnieuw.', 'The form didn’t arrive whole. Send it again.'))
}
