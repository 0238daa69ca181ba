// Fallback font: UnifontEX (SIL Open Font License), which has a glyph for nearly every character, for what the book face of the compiler lacks.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

export type Font = { readonly bytes: Buffer; readonly hasGlyph: (code: number) => boolean }

/** Reads the font out of its package, where it stands as WOFF, which the compiler doesn't read. */
export function fallbackFont(): Font {
  const path = createRequire(import.meta.url).resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff')
  const tables = tablesOf(readFileSync(path))
  const ranges = rangesOf(tables.find(({ tag }) => tag === 'cmap')!.bytes)
  return { bytes: sfntOf(tables), hasGlyph: (code) => isWithin(ranges, code) }
}

type FontTable = { readonly tag: string; readonly checksum: number; readonly bytes: Buffer }

// WOFF 1.0: a header of 44 bytes, 20 bytes a table, and each table deflated where that made it shorter.
function tablesOf(woff: Buffer): FontTable[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * 20
    const [offset, packed, size, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(at + place)) as [number, number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    return { tag: woff.toString('latin1', at, at + 4), checksum, bytes: packed < size ? inflateSync(bytes) : bytes }
  })
}

function sfntOf(tables: readonly FontTable[]): Buffer {
  const power = Math.floor(Math.log2(tables.length))
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(2 ** power * 16, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10)
  const pieces: Buffer[] = [head]
  let offset = head.length
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const filling = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    pieces.push(bytes, filling)
    offset += bytes.length + filling.length
  }
  return Buffer.concat(pieces)
}

/** Groups of the table of characters for all of Unicode (format 12): first and last code of each, in order. */
function rangesOf(cmap: Buffer): { first: Uint32Array; last: Uint32Array } {
  const places = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4))
  const at = places.find((place) => cmap.readUInt16BE(place) === 12)
  if (at === undefined) throw new Error('The fallback font has no table of all Unicode characters')
  const count = cmap.readUInt32BE(at + 12)
  const first = new Uint32Array(count)
  const last = new Uint32Array(count)
  for (let index = 0; index < count; index++) {
    first[index] = cmap.readUInt32BE(at + 16 + index * 12)
    last[index] = cmap.readUInt32BE(at + 20 + index * 12)
  }
  return { first, last }
}

function isWithin({ first, last }: { first: Uint32Array; last: Uint32Array }, code: number): boolean {
  let low = 0
  let high = first.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (code < first[middle]!) high = middle - 1
    else if (code > last[middle]!) low = middle + 1
    else return true
  }
  return false
}
