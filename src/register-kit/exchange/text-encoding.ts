// Text encodings: which one a CSV file is written in, decided by reading all of it once before a row is made.
import { createReadStream } from 'node:fs'
import { t } from '../../ground/words.ts'
import { refuse, saveAs } from './file-kind.ts'
import type { TextEncoding } from './table.ts'

/**
 * UTF-16 and UTF-8 by their byte order mark; else UTF-8 when every byte of the file is valid UTF-8, else Windows-1252, which Excel writes in the Netherlands.
 * @throws Invalid when the bytes aren't text at all.
 */
export async function encodingOf(path: string): Promise<TextEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let isFirst = true
  let bytes = 0
  let nulls = 0
  for await (const chunk of createReadStream(path)) {
    const buffer = chunk as Buffer
    if (isFirst) {
      if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
      if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be'
      const bare = bareUtf16(buffer.subarray(0, 4096))
      if (bare) return bare
      isFirst = false
    }
    bytes += buffer.length
    nulls += countNulls(buffer)
    if (isUtf8) isUtf8 = accepts(utf8, buffer)
  }
  if (nulls > bytes / 100 + 8) throw refuse(`${t('Dit is geen tekstbestand en ook geen spreadsheet die wij kennen.', 'This is no text file, nor a spreadsheet that we know.')} ${saveAs()}`)
  if (isUtf8) isUtf8 = accepts(utf8)
  return isUtf8 ? 'utf-8' : 'windows-1252'
}

/** The text of the file in pieces, without byte order mark. */
export async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const last = decoder.decode()
  if (last !== '') yield last
}

export const encodingNames: Record<TextEncoding, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 (LE)', 'utf-16be': 'UTF-16 (BE)', 'windows-1252': 'Windows-1252' }

function accepts(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

// Western text in UTF-16 without its mark: nearly every second byte is zero, and nearly no other.
function bareUtf16(head: Buffer): TextEncoding | null {
  const odd = countNulls(head.filter((_, index) => index % 2 === 1))
  const even = countNulls(head.filter((_, index) => index % 2 === 0))
  const half = head.length / 2
  if (half >= 4 && odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (half >= 4 && even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

function countNulls(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count++
  return count
}
