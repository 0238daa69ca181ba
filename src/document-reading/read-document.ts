// Reading a document: starts the process that reads it, hands it the bytes as they come, and ends it when it takes too long, too much, or says too much. Documents are read one at a time.
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { Refused } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { outOfMemoryCode, type Piece, readingLimits, type ReadingLimits, type ReadingOutcome, type Said, type Unreadable } from './document-text.ts'

export type ReadingOptions = {
  /** How far it is: pages read, and how many there are (null for what has no pages). */
  readonly onProgress?: (done: number, total: number | null) => void
  readonly signal?: AbortSignal
  readonly limits?: Partial<ReadingLimits>
}

/**
 * The text of a PDF, DOCX or ODT. Whatever the file holds, this process only ever gets text back, and not more than `limits` allow.
 * @throws Refused where the reading process can't be started; the reason of `signal`; whatever `source` throws
 */
export async function readDocument(source: AsyncIterable<Uint8Array>, options: ReadingOptions = {}): Promise<ReadingOutcome> {
  const mine = queue.then(() => readNow(source, options))
  queue = mine.catch(() => {})
  return mine
}

let queue: Promise<unknown> = Promise.resolve()

async function readNow(source: AsyncIterable<Uint8Array>, { onProgress, signal, limits: given }: ReadingOptions): Promise<ReadingOutcome> {
  signal?.throwIfAborted()
  const limits = { ...readingLimits, ...given }
  const child = startReader(limits)
  const stop = () => { child.kill('SIGKILL') }
  signal?.addEventListener('abort', stop)
  const timer: { now?: NodeJS.Timeout } = {}
  try {
    const outcome = listen(child, limits, onProgress, timer)
    const fed = await feed(child, source, limits)
    if (fed === 'too-large') {
      stop()
      await outcome
      return { kind: 'unreadable', because: 'too-large', place: null }
    }
    const heard = await outcome
    signal?.throwIfAborted()
    if (heard === 'never-started') {
      throw new Refused(t('Op deze machine kan Waarborg nu geen documenten lezen: het onderdeel dat dat doet start niet. Vraag de beheerder te kijken.', 'Waarborg can’t read documents on this machine now: the part that does so doesn’t start. Ask the administrator to look.'))
    }
    return heard
  } finally {
    clearTimeout(timer.now)
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

/** @returns `too-large` as soon as there is more than may be read */
async function feed(child: ChildProcess, source: AsyncIterable<Uint8Array>, limits: ReadingLimits): Promise<'whole' | 'too-large'> {
  let size = 0
  let isTooLarge = false
  let ours: unknown
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of source) {
        size += piece.length
        isTooLarge = size > limits.bytes
        if (isTooLarge) return
        yield piece
      }
    } catch (error) {
      ours = error
      throw error
    }
  }
  // A process that ended early says by its end what was wrong; only a source that broke off is our own fault.
  await pipeline(Readable.from(counted(), { objectMode: false }), child.stdin!).catch(() => {})
  if (ours !== undefined) throw ours
  return isTooLarge ? 'too-large' : 'whole'
}

function listen(child: ChildProcess, limits: ReadingLimits, onProgress: ReadingOptions['onProgress'], timer: { now?: NodeJS.Timeout }): Promise<ReadingOutcome | 'never-started'> {
  const pieces: Piece[] = []
  let total: number | null = null
  let characters = 0
  let end: ReadingOutcome | undefined
  const unreadable = (because: Unreadable): ReadingOutcome => ({ kind: 'unreadable', because, place: pieces.at(-1)?.place ?? null })
  return new Promise((resolve) => {
    const killFor = (because: Unreadable) => {
      end ??= unreadable(because)
      child.kill('SIGKILL')
    }
    timer.now = setTimeout(() => killFor('too-slow'), limits.seconds * 1000)
    child.on('message', (said: Said) => {
      if (said.kind === 'places') total = said.total
      if (said.kind === 'unreadable') end ??= unreadable(said.because)
      if (said.kind === 'done') end ??= { kind: 'read', text: { format: said.format, pieces } }
      if (said.kind !== 'pieces') return
      // Counted here too: whoever took over the process could say anything.
      characters += said.pieces.reduce((sum, { text }) => sum + text.length, 0)
      if (characters > limits.characters) return killFor('too-much-text')
      pieces.push(...said.pieces)
      onProgress?.(pieces.length, total)
    })
    child.on('error', () => resolve('never-started'))
    child.on('exit', (code, signal) => {
      // Out of memory of its own: V8 ends the process by itself.
      const because = code === outOfMemoryCode || code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'too-much-memory' : 'damaged'
      resolve(end ?? (code === 1 && pieces.length === 0 ? 'never-started' : unreadable(because)))
    })
  })
}

// No environment: it needs no passwords. Reading its own code is all that it may do with files; Node runs its TypeScript by itself.
function startReader(limits: ReadingLimits): ChildProcess {
  const here = dirname(fileURLToPath(import.meta.url))
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const modules = wasm.slice(0, wasm.indexOf(`${sep}node_modules${sep}`) + `${sep}node_modules${sep}`.length)
  const mayRead = [`${here}${sep}`, modules, `${dirname(dirname(here))}${sep}package.json`].map((path) => `--allow-fs-read=${path}*`)
  return fork(new URL('./reading-process.ts', import.meta.url), [JSON.stringify(limits)], {
    execArgv: ['--permission', ...mayRead, `--max-old-space-size=${limits.memoryMegabytes}`, '--no-warnings'], env: {}, stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
}
