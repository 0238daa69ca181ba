// File kinds: what an uploaded file really is, judged by its bytes and never by its name.
import { open, type FileHandle } from 'node:fs/promises'
import { Invalid, TooLarge } from '../../ground/refusals.ts'
import { megabytes } from './table.ts'

export type TableKind = 'csv' | 'zip' | 'json'

/**
 * Tells text from JSON and zip (XLSX and ODS are told apart once the zip is open) and refuses everything else by its own name.
 * @throws TooLarge above `maxBytes`; Invalid for an empty file or another kind.
 */
export async function tableKindOf(path: string, maxBytes: number): Promise<TableKind> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw refuse('Het bestand is leeg. Kies het bestand met het register zelf.')
    if (size > maxBytes) throw new TooLarge(`Het bestand is ${megabytes(size)}. Er kan hoogstens ${megabytes(maxBytes)} worden ingelezen. Verwijder afbeeldingen en ongebruikte bladen, of splits het bestand.`)
    const head = Buffer.alloc(Math.min(size, 4096))
    await file.read(head, 0, head.length, 0)
    if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse(await describeCompound(file, size))
    const other = signatures.find((signature) => head.includes(signature.bytes) && head.indexOf(signature.bytes) <= (signature.within ?? 0))
    if (other) throw refuse(`Dit is ${other.what}. Sla het register op als Excel-werkmap (.xlsx) of als CSV en kies dat bestand.`)
    if (/^\s*(<!doctype html|<html)/i.test(head.toString('latin1'))) throw refuse('Dit is een webpagina. Sla het register op als Excel-werkmap (.xlsx) of als CSV en kies dat bestand.')
    if (/^\s*<\?xml/i.test(head.toString('latin1'))) throw refuse('Dit is een XML-bestand. Sla het register op als Excel-werkmap (.xlsx) of als CSV en kies dat bestand.')
    if (/^\s*(?:[[{]\s*["{[\]}]|\[\s*(?:-?[\d.]+|true|false|null)\s*,)/.test(textOf(head))) return 'json'
    return 'csv'
  } finally {
    await file.close()
  }
}

export function refuse(message: string): Invalid {
  return new Invalid([{ at: 'file', message }], message)
}

const signatures: readonly { bytes: Buffer; what: string; within?: number }[] = [
  { bytes: Buffer.from('%PDF-'), what: 'een PDF-bestand', within: 1024 },
  { bytes: Buffer.from('\x89PNG', 'latin1'), what: 'een afbeelding (PNG)' },
  { bytes: Buffer.from('\xff\xd8\xff', 'latin1'), what: 'een afbeelding (JPEG)' },
  { bytes: Buffer.from('GIF8'), what: 'een afbeelding (GIF)' },
  { bytes: Buffer.from('II*\0', 'latin1'), what: 'een afbeelding (TIFF)' },
  { bytes: Buffer.from('MM\0*', 'latin1'), what: 'een afbeelding (TIFF)' },
  { bytes: Buffer.from('{\\rtf'), what: 'een tekstdocument (RTF)' },
  { bytes: Buffer.from('\x1f\x8b', 'latin1'), what: 'een ingepakt bestand (gzip)' },
  { bytes: Buffer.from('Rar!'), what: 'een ingepakt bestand (RAR)' },
  { bytes: Buffer.from('7z\xbc\xaf', 'latin1'), what: 'een ingepakt bestand (7z)' },
  { bytes: Buffer.from('MZ'), what: 'een programma' },
  { bytes: Buffer.from('\x7fELF', 'latin1'), what: 'een programma' },
  { bytes: Buffer.from('SQLite format 3\0', 'latin1'), what: 'een database (SQLite)' },
  { bytes: Buffer.from('PK\x05\x06', 'latin1'), what: 'een leeg zipbestand' },
]

/** The beginning as text, whichever Unicode it is in; enough to see brackets by. */
function textOf(head: Buffer): string {
  return starts(head, 0xff, 0xfe) ? head.toString('utf16le').slice(1) : head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
}

// An old .xls, an old .doc and a workbook with a password share one container; the names of the streams in it tell them apart.
async function describeCompound(file: FileHandle, size: number): Promise<string> {
  const buffer = Buffer.alloc(Math.min(size, 1024 * 1024))
  for (let at = 0; at < size; at += buffer.length - 64) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (buffer.subarray(0, bytesRead).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      return 'Dit Excel-bestand is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord weg (Bestand, Info, Werkmap beveiligen), sla het op en kies het opnieuw.'
    }
    if (bytesRead < buffer.length) break
  }
  return 'Dit is een bestand van een oude Office-versie (.xls of .doc). Open het in Excel of LibreOffice, kies Opslaan als “Excel-werkmap (.xlsx)” en kies dat bestand.'
}

function starts(head: Buffer, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}
