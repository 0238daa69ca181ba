// Workbooks for tests: made by code, well-formed and hostile, so that no file of anybody's stands in the repository.
import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { crc32, deflateRawSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { packedZip } from '../../src/ground/zip-writer.ts'

export type SheetCell = string | number | boolean | Date | null | { t: string; v?: unknown; f?: string; z?: string }
export type SheetOf = { name: string; rows: readonly (readonly SheetCell[])[]; isHidden?: boolean; merges?: readonly string[]; hiddenRows?: readonly number[]; hiddenColumns?: readonly number[] }

/** An XLSX or ODS of the given sheets. `merges` as `B4:B6`; rows count from 1, columns from 0. */
export function workbook(sheets: readonly SheetOf[], kind: 'xlsx' | 'ods' | 'xlsb' | 'biff8' = 'xlsx', date1904 = false): Buffer {
  const book: WorkBook = utils.book_new()
  for (const { name, rows, merges, hiddenRows, hiddenColumns } of sheets) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]), { UTC: true })
    if (merges) sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    if (hiddenRows) sheet['!rows'] = sparse(hiddenRows.map((row) => row - 1))
    if (hiddenColumns) sheet['!cols'] = sparse(hiddenColumns)
    utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 as const : 0 as const })), WBProps: { date1904 } }
  return write(book, { type: 'buffer', bookType: kind, compression: true }) as Buffer
}

/** A zip of any parts, packed. */
export function zipOf(parts: Record<string, string | Iterable<string>>): Promise<Buffer> {
  return buffer(Readable.from(packedZip(Object.entries(parts).map(([name, text]) => ({ name, text: typeof text === 'string' ? [text] : text })))))
}

/** A minimal XLSX around the XML of one sheet. */
export function rawWorkbook(sheetXml: string | Iterable<string>, more: Record<string, string | Iterable<string>> = {}): Promise<Buffer> {
  const sharedStrings = 'xl/sharedStrings.xml' in more
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${sharedStrings ? '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' : ''}</Types>`,
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  })
}

/** The XML of a sheet with one inline text per cell. */
export function sheetXml(rows: readonly (readonly string[])[], prolog = ''): string {
  return `${prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row.map((text, column) => `<c r="${utils.encode_cell({ r: index, c: column })}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`
}

/** A workbook of well under a megabyte whose sheet unpacks to `megabytes` of blanks. */
export function zipBomb(megabytes: number): Promise<Buffer> {
  const blank = ' '.repeat(1024 * 1024)
  return rawWorkbook((function* () {
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    for (let count = 0; count < megabytes; count++) yield blank
    yield '</sheetData></worksheet>'
  })())
}

/** A zip that lies: its directory says the part is small, the part unpacks to `megabytes`. */
export function lyingZipBomb(megabytes: number): Buffer {
  const bytes = Buffer.alloc(megabytes * 1024 * 1024, 32)
  const packed = deflateRawSync(bytes)
  const parts = [['[Content_Types].xml', deflateRawSync(Buffer.from('<Types/>')), 8], ['xl/workbook.xml', packed, 100]] as const
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data, claimed] of parts) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(data.length, 4)
    sizes.writeUInt32LE(claimed, 8)
    const length = Buffer.from([name.length, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('504b0304140000000800000021', 'hex'), Buffer.alloc(1), sizes, length, Buffer.from(name)])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    directory.push(Buffer.concat([Buffer.from('504b01021400140000000800000021', 'hex'), Buffer.alloc(1), sizes, length, Buffer.alloc(10), place, Buffer.from(name)]))
    pieces.push(local, data)
    offset += local.length + data.length
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

function sparse(indexes: readonly number[]): { hidden: boolean }[] {
  const list: { hidden: boolean }[] = []
  for (const index of indexes) list[index] = { hidden: true }
  return list
}
