// Workbook parts: opens a zip, checks that it is a workbook of bearable size, and takes out only the parts that hold cells.
import { stat } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { refuse, saveAs } from './file-kind.ts'
import { grouped, type Limits, megabytes } from './table.ts'
import type { Part } from '../../ground/zip-writer.ts'

export type WorkbookParts = { readonly kind: 'xlsx' | 'ods'; readonly parts: readonly Part[] }

/**
 * The parts with cells, unpacked. What an archive says about its sizes is checked first and not believed after: unpacking stops at the limit.
 * @throws Invalid for another kind of zip or a damaged one; TooLarge for a zip bomb.
 */
export async function readParts(path: string, limits: Limits): Promise<WorkbookParts> {
  const { size } = await stat(path)
  const zip = await openPromise(path, { autoClose: false, strictFileNames: false }).catch(() => { throw damaged() })
  try {
    if (zip.entryCount > limits.zipEntries) {
      throw new TooLarge(t(`Het bestand bestaat uit ${grouped(zip.entryCount)} onderdelen; een gewone werkmap heeft er hoogstens ${grouped(limits.zipEntries)}. Sla het blad met het register apart op en kies dat bestand.`,
        `The file consists of ${grouped(zip.entryCount)} parts; an ordinary workbook has at most ${grouped(limits.zipEntries)}. Save the sheet with the register apart and choose that file.`))
    }
    const entries = await entriesOf(zip)
    const kind = await kindOf(zip, entries)
    const wanted = entries.filter((entry) => holdsCells(kind, entry.fileName))
    const inflated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    const wantedSize = wanted.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (inflated > limits.inflatedBytes || (wantedSize > 50 * 1024 * 1024 && wantedSize / size > 300)) throw tooLargeInside(inflated, limits)
    const parts: Part[] = []
    let read = 0
    for (const entry of wanted) {
      const bytes = await inflate(zip, entry, limits.inflatedBytes - read, limits)
      read += bytes.length
      // A workbook never declares a document type; who does wants the reader to fetch or multiply something.
      if (bytes.subarray(0, 4096).includes('<!DOCTYPE') || bytes.subarray(0, 4096).includes('<!ENTITY')) {
        throw refuse(`${t('Het bestand bevat verwijzingen (DOCTYPE) die niet in een werkmap horen.', 'The file holds references (DOCTYPE) that don’t belong in a workbook.')} ${saveAgain()}`)
      }
      parts.push({ name: entry.fileName, bytes })
    }
    return { kind, parts }
  } finally {
    zip.close()
  }
}

export function damaged() {
  return refuse(`${t('Het bestand is beschadigd of niet volledig.', 'The file is damaged or not whole.')} ${saveAgain()}`)
}

function saveAgain(): string {
  return t('Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en kies dat bestand.', 'Open it in Excel or LibreOffice, save it anew as .xlsx and choose that file.')
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch {
    throw damaged()
  }
  if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1)) {
    throw refuse(t('Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord weg, sla het op en kies het opnieuw.', 'This file is protected by a password. Take the password off, save it and choose it again.'))
  }
  return entries
}

async function kindOf(zip: ZipFile, entries: readonly Entry[]): Promise<'xlsx' | 'ods'> {
  const names = new Set(entries.map((entry) => entry.fileName.replaceAll('\\', '/').toLowerCase()))
  const inFolder = (folder: string) => [...names].some((name) => name.startsWith(folder))
  const other = (nl: string, en: string) => refuse(`${t(nl, en)} ${saveAs()}`)
  if (names.has('xl/workbook.bin')) throw other('Dit is een binaire Excel-werkmap (.xlsb).', 'This is a binary Excel workbook (.xlsb).')
  if (inFolder('xl/') && names.has('[content_types].xml')) return 'xlsx'
  const mimetype = entries.find((entry) => entry.fileName === 'mimetype')
  if (mimetype && mimetype.uncompressedSize < 200) {
    const type = (await inflate(zip, mimetype, 200)).toString('latin1').trim()
    if (type === 'application/vnd.oasis.opendocument.spreadsheet' && names.has('content.xml')) return 'ods'
    throw other('Dit is een LibreOffice-document, maar geen rekenblad.', 'This is a LibreOffice document, but no spreadsheet.')
  }
  if (inFolder('word/')) throw other('Dit is een Word-document. Kopieer de tabel naar Excel.', 'This is a Word document. Copy the table to Excel.')
  if (inFolder('ppt/')) throw other('Dit is een PowerPoint-presentatie.', 'This is a PowerPoint presentation.')
  if ([...names].some((name) => name.endsWith('.iwa'))) throw other('Dit is een Numbers-bestand.', 'This is a Numbers file.')
  throw other('Dit is een zipbestand met andere inhoud dan een werkmap. Pak het uit.', 'This is a zip file that holds something other than a workbook. Unpack it.')
}

// Pictures, remarks, charts, links to other workbooks and macros are never unpacked.
function holdsCells(kind: 'xlsx' | 'ods', name: string): boolean {
  if (kind === 'ods') return ['mimetype', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml', 'META-INF/manifest.xml'].includes(name)
  return name === '[Content_Types].xml' || name === '_rels/.rels' || /^xl\/(?!calcChain)[^/]+\.xml$/i.test(name) || /^xl\/(worksheets|theme|persons|_rels)\/[^/]+\.(xml|rels)$/i.test(name)
}

async function inflate(zip: ZipFile, entry: Entry, most: number, limits?: Limits): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length
      if (size > most) throw limits ? tooLargeInside(size, limits) : damaged()
      pieces.push(piece as Buffer)
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : damaged()
  }
  return Buffer.concat(pieces, size)
}

function tooLargeInside(bytes: number, limits: Limits): TooLarge {
  const [size, most] = [megabytes(bytes), megabytes(limits.inflatedBytes)]
  return new TooLarge(t(`De inhoud van het bestand is uitgepakt ${size} of meer; hoogstens ${most} kan, en niet alles mag uit herhaling bestaan. Sla alleen het blad met het register op als .xlsx en kies dat bestand.`,
    `Unpacked, the content of the file is ${size} or more; at most ${most} fits, and not all of it may be repetition. Save only the sheet with the register as .xlsx and choose that file.`))
}
