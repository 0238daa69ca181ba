// Reading process: reads one document that somebody else made, apart from the process that serves people, and ends. It may write nothing, start nothing and reach nobody.
import { CannotRead, type Piece, type Reader, readingLimits, type ReadingLimits, type Said } from './document-text.ts'

const batchCharacters = 64 * 1024
const limits: ReadingLimits = { ...readingLimits, ...(JSON.parse(process.argv[2] ?? '{}') as Partial<ReadingLimits>) }

// Nothing here fetches; what was smuggled in by a document finds no door either.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name)

try {
  await read(await everything())
} catch (error) {
  await tell({ kind: 'unreadable', because: error instanceof CannotRead ? error.because : 'damaged' })
}
process.disconnect()

async function read(bytes: Buffer): Promise<void> {
  const { formatOf } = await import('./format-of.ts')
  const format = await formatOf(bytes, limits)
  const reader: Reader = format.format === 'pdf' ? (await import('./pdf-pages.ts')).pdfPages : (await import('./office-paragraphs.ts')).officeParagraphs(format)
  const pieces = await reader(bytes, limits, { total: (total) => { void tell({ kind: 'places', total }) } })
  let batch: Piece[] = []
  let waiting = 0
  let characters = 0
  for await (const piece of pieces) {
    characters += piece.text.length
    if (characters > limits.characters) throw new CannotRead('too-much-text')
    batch.push(piece)
    waiting += piece.text.length + 20
    if (waiting < batchCharacters) continue
    await tell({ kind: 'pieces', pieces: batch })
    batch = []
    waiting = 0
  }
  await tell({ kind: 'pieces', pieces: batch })
  await tell({ kind: 'done', format: format.format })
}

async function everything(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function tell(said: Said): Promise<void> {
  return new Promise((resolve) => { process.send!(said, () => resolve()) })
}
