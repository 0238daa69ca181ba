// Receiving: a body that came in through a door is unpacked, read and handed over for its source, and whatever became of it is put in the shape of that door.
import { newId } from '../../ground/ids.ts'
import { log, traceOf } from '../../ground/log.ts'
import { Refusal } from '../../ground/refusals.ts'
import type { Language } from '../../ground/words.ts'
import type { LogSource } from '../sources/source-of.ts'
import { type Answered, answerOf, refusalOf, type Style } from './answers.ts'
import { doorKinds } from './door-kinds.ts'
import type { Ingest } from './submit.ts'
import { whyLater } from './try-later.ts'
import { unpack } from './unpack.ts'
import { Unreadable } from './unreadable.ts'

/** What a request says of itself, besides its body and who sent it. */
export type Asked = { readonly route: string; /** Content type, one that this door takes. */ readonly type: string; readonly isPacked: boolean; readonly language: Language }

/** @param sent the body as it was sent. Never throws */
export async function receive(ingest: Ingest, source: LogSource, { route, type, isPacked, language }: Asked, sent: Buffer): Promise<Answered> {
  const { style, read } = doorKinds.get(route)!.kinds[type]!
  try {
    if (!isPacked) return answerOf(style, await ingest.submit(source, read(sent)), language)
    const body = await unpack(sent)
    try {
      return answerOf(style, await ingest.submit(source, read(body.bytes)), language)
    } finally {
      body.release()
    }
  } catch (error) {
    return refused(error, style, route, language)
  }
}

/** What was thrown, as an answer; a fault of ours goes to the log with its reference. */
export function refused(error: unknown, style: Style, route: string, language: Language): Answered {
  if (error instanceof Unreadable) return refusalOf(style, error.status, error.words, language)
  const later = whyLater(error)
  if (later) return refusalOf(style, later.status, later.words, language, { 'retry-after': String(later.retryAfterSeconds) })
  if (error instanceof Refusal) return refusalOf(style, error.status, { nl: error.message, en: error.message }, language)
  const id = newId()
  log.error('fault', { id, method: 'POST', route, ...traceOf(error) })
  return refusalOf(style, 500, { nl: `Dit is een fout in Waarborg. Noem bij navraag dit kenmerk: ${id}.`, en: `This is a fault in Waarborg. Mention this reference when you ask about it: ${id}.` }, language)
}
