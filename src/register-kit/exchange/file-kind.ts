// File kinds: what an uploaded file really is, judged by its bytes and never by its name.
import { open, type FileHandle } from 'node:fs/promises'
import { Invalid, TooLarge } from '../../ground/refusals.ts'
import { t, type Words } from '../../ground/words.ts'
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
    if (size === 0) throw refuse(emptyFile())
    if (size > maxBytes) {
      throw new TooLarge(t(`Het bestand is ${megabytes(size)}. Er kan hoogstens ${megabytes(maxBytes)} worden ingelezen. Verwijder afbeeldingen en ongebruikte bladen, of splits het bestand.`,
        `The file is ${megabytes(size)}. At most ${megabytes(maxBytes)} can be read. Remove pictures and unused sheets, or split the file.`))
    }
    const head = Buffer.alloc(Math.min(size, 4096))
    await file.read(head, 0, head.length, 0)
    if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse(await describeCompound(file, size))
    const other = signatures.find((signature) => head.includes(signature.bytes) && head.indexOf(signature.bytes) <= (signature.within ?? 0))
    if (other) throw notThis(other.what)
    if (/^\s*(<!doctype html|<html)/i.test(head.toString('latin1'))) throw notThis({ nl: 'een webpagina', en: 'a web page' })
    if (/^\s*<\?xml/i.test(head.toString('latin1'))) throw notThis({ nl: 'een XML-bestand', en: 'an XML file' })
    if (/^\s*(?:[[{]\s*["{[\]}]|\[\s*(?:-?[\d.]+|true|false|null)\s*,)/.test(textOf(head))) return 'json'
    return 'csv'
  } finally {
    await file.close()
  }
}

export function refuse(message: string): Invalid {
  return new Invalid([{ at: 'file', message }], message)
}

export function emptyFile(): string {
  return t('Het bestand is leeg. Kies het bestand met het register zelf.', 'The file is empty. Choose the file with the register itself.')
}

/** What to do with a file of another kind. */
export function saveAs(): string {
  return t('Sla het register op als Excel-werkmap (.xlsx) of als CSV en kies dat bestand.', 'Save the register as an Excel workbook (.xlsx) or as CSV and choose that file.')
}

function notThis(what: Words): Invalid {
  return refuse(`${t(`Dit is ${what.nl}.`, `This is ${what.en}.`)} ${saveAs()}`)
}

const signatures: readonly { bytes: Buffer; what: Words; within?: number }[] = [
  { bytes: Buffer.from('%PDF-'), what: { nl: 'een PDF-bestand', en: 'a PDF file' }, within: 1024 },
  { bytes: Buffer.from('\x89PNG', 'latin1'), what: { nl: 'een afbeelding (PNG)', en: 'a picture (PNG)' } },
  { bytes: Buffer.from('\xff\xd8\xff', 'latin1'), what: { nl: 'een afbeelding (JPEG)', en: 'a picture (JPEG)' } },
  { bytes: Buffer.from('GIF8'), what: { nl: 'een afbeelding (GIF)', en: 'a picture (GIF)' } },
  { bytes: Buffer.from('II*\0', 'latin1'), what: { nl: 'een afbeelding (TIFF)', en: 'a picture (TIFF)' } },
  { bytes: Buffer.from('MM\0*', 'latin1'), what: { nl: 'een afbeelding (TIFF)', en: 'a picture (TIFF)' } },
  { bytes: Buffer.from('{\\rtf'), what: { nl: 'een tekstdocument (RTF)', en: 'a text document (RTF)' } },
  { bytes: Buffer.from('\x1f\x8b', 'latin1'), what: { nl: 'een ingepakt bestand (gzip)', en: 'a packed file (gzip)' } },
  { bytes: Buffer.from('Rar!'), what: { nl: 'een ingepakt bestand (RAR)', en: 'a packed file (RAR)' } },
  { bytes: Buffer.from('7z\xbc\xaf', 'latin1'), what: { nl: 'een ingepakt bestand (7z)', en: 'a packed file (7z)' } },
  { bytes: Buffer.from('MZ'), what: { nl: 'een programma', en: 'a program' } },
  { bytes: Buffer.from('\x7fELF', 'latin1'), what: { nl: 'een programma', en: 'a program' } },
  { bytes: Buffer.from('SQLite format 3\0', 'latin1'), what: { nl: 'een database (SQLite)', en: 'a database (SQLite)' } },
  { bytes: Buffer.from('PK\x05\x06', 'latin1'), what: { nl: 'een leeg zipbestand', en: 'an empty zip file' } },
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
      return t('Dit Excel-bestand is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord weg (Bestand, Info, Werkmap beveiligen), sla het op en kies het opnieuw.',
        'This Excel file is protected by a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it and choose it again.')
    }
    if (bytesRead < buffer.length) break
  }
  return t('Dit is een bestand van een oude Office-versie (.xls of .doc). Open het in Excel of LibreOffice, kies Opslaan als “Excel-werkmap (.xlsx)” en kies dat bestand.',
    'This is a file of an old version of Office (.xls or .doc). Open it in Excel or LibreOffice, choose Save as “Excel Workbook (.xlsx)” and choose that file.')
}

function starts(head: Buffer, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}
