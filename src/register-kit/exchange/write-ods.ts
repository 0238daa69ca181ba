// Writing ODS: a table as an OpenDocument spreadsheet (ISO/IEC 26300), streamed row by row, the format that the Dutch government's list asks for.
//
// What comes back: every value as in write-table.ts, and without the control characters that XML can't hold and that no field of a register keeps.
import { Readable } from 'node:stream'
import { Refused } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { guardedText } from './cell-guard.ts'
import { cellName } from './table.ts'
import { isNumber, keepable, longestXlsxCell, type Rows, serialOf, widthOf, type WriteColumn } from './write-table.ts'
import { packedZip } from '../../ground/zip-writer.ts'

export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

const pieceLength = 64 * 1024

/**
 * ODS of one sheet with a frozen heading row, widths and a filter. Text is typed as text, so nothing in it runs.
 * The stream fails with Refused when a value is longer than Excel, which opens ODS too and cuts it off silently, can hold in a cell.
 */
export function writeOds(columns: readonly WriteColumn[], rows: Rows, sheetName = 'Register'): Readable {
  const name = nameOf(sheetName)
  return Readable.from(packedZip([
    { name: 'mimetype', text: [odsType], isStored: true },
    { name: 'META-INF/manifest.xml', text: [manifest] },
    { name: 'styles.xml', text: [styles] },
    { name: 'settings.xml', text: [settings(name)] },
    { name: 'content.xml', text: contentXml(columns, rows, name) },
  ]), { objectMode: false })
}

async function* contentXml(columns: readonly WriteColumn[], rows: Rows, name: string): AsyncGenerator<string> {
  const widths = [...new Set(columns.map(widthOf))]
  yield `${xmlHead}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles>${widths.map(widthXml).join('')}${cellStyles}</office:automatic-styles>`
  yield `<office:body><office:spreadsheet><table:table table:name="${name}">`
  yield columns.map((column) => `<table:table-column table:style-name="w${widthOf(column)}" table:default-cell-style-name="text"/>`).join('')
  yield `<table:table-header-rows>${rowXml(columns.map(({ heading }) => textXml(keepable(heading), 'heading')))}</table:table-header-rows>`
  let number = 1
  let waiting = ''
  for await (const row of rows) {
    number++
    waiting += rowXml(row.map((value, index) => cellXml(number, index, keepable(value), columns[index]?.kind ?? 'text')))
    // Many small pieces cost more to pack than the packing itself.
    if (waiting.length > pieceLength) {
      yield waiting
      waiting = ''
    }
  }
  yield waiting
  const range = `'${name}'.A1:'${name}'.${cellName(number, Math.max(columns.length - 1, 0))}`
  yield `</table:table><table:database-ranges><table:database-range table:name="register" table:target-range-address="${range}" table:display-filter-buttons="true"/></table:database-ranges>`
  yield '</office:spreadsheet></office:body></office:document-content>'
}

function cellXml(row: number, column: number, value: string, kind: NonNullable<WriteColumn['kind']>): string {
  if (value === '') return '<table:table-cell/>'
  if (kind === 'day' && serialOf(value) !== null) return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${value}"><text:p>${value}</text:p></table:table-cell>`
  if (kind === 'number' && isNumber(value)) return `<table:table-cell table:style-name="number" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  if (value.length > longestXlsxCell) {
    const [length, most] = [value.length, longestXlsxCell]
    throw new Refused(t(
      `Cel ${cellName(row, column)} zou ${length.toLocaleString('nl-NL')} tekens krijgen; in een rekenblad passen er hoogstens ${most.toLocaleString('nl-NL')}. Kies CSV of JSON.`,
      `Cell ${cellName(row, column)} would get ${length.toLocaleString('en-GB')} characters; a spreadsheet holds at most ${most.toLocaleString('en-GB')}. Choose CSV or JSON.`,
    ))
  }
  return textXml(value, 'text')
}

// Cells are of the number format "text", so that what looks like a formula stays text when somebody edits it.
function textXml(value: string, style: 'heading' | 'text'): string {
  const lines = guardedText(value).split('\n').map(lineXml)
  // Readers drop an empty paragraph at the start, but not a line break.
  const text = lines[0] === '' ? `<text:p>${lines.join('<text:line-break/>')}</text:p>` : lines.map((line) => `<text:p>${line}</text:p>`).join('')
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${text}</table:table-cell>`
}

// OpenDocument reads a run of spaces as one, and none at the edges of a paragraph, unless they are written as elements; other white
// space at an edge is kept from readers that trim too much.
function lineXml(line: string): string {
  const xml = escapeXml(line).replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`).replaceAll('\t', '<text:tab/>')
  return xml.trim() === xml ? xml : `<text:span>${xml}</text:span>`
}

function rowXml(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`
}

function escapeXml(value: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  return value.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (character) => entities[character]!)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

// The signs that Excel refuses in the name of a sheet, and those that would need escaping in a name or a range.
function nameOf(sheetName: string): string {
  return escapeXml(keepable(sheetName).replace(/[\\/?*[\]:&<>"'\s]/g, ' ').slice(0, 31).toWellFormed().trim()) || 'Register'
}

function widthXml(width: number): string {
  return `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.19).toFixed(2)}cm"/></style:style>`
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = [...['office', 'style', 'text', 'table', 'config', 'manifest'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`), `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`, `xmlns:number="${oasis}:datastyle:1.0"`].join(' ')

const wrapped = '<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/>'
const cellStyles = '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
  + '<number:text-style style:name="asText"><number:text-content/></number:text-style>'
  + '<number:date-style style:name="asDay"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>'
  + '<number:number-style style:name="asNumber"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>'
  + `<style:style style:name="heading" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="asText">${wrapped}<style:text-properties fo:font-weight="bold"/></style:style>`
  + `<style:style style:name="text" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="asText">${wrapped}</style:style>`
  + '<style:style style:name="day" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="asDay"><style:table-cell-properties style:vertical-align="top"/></style:style>'
  + '<style:style style:name="number" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="asNumber"><style:table-cell-properties style:vertical-align="top"/></style:style>'

const styles = `${xmlHead}<office:document-styles ${spaces} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="nl" fo:country="NL"/></style:default-style>`
  + '<style:style style:name="Default" style:family="table-cell"/></office:styles></office:document-styles>'

function settings(name: string): string {
  const item = (key: string, type: string, value: string) => `<config:config-item config:name="${key}" config:type="${type}">${value}</config:config-item>`
  const frozen = [item('VerticalSplitMode', 'short', '2'), item('VerticalSplitPosition', 'int', '1'), item('ActiveSplitRange', 'short', '2'), item('PositionBottom', 'int', '1')].join('')
  return `${xmlHead}<office:document-settings ${spaces} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>`
    + `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${name}">${frozen}</config:config-item-map-entry></config:config-item-map-named>`
    + '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
}

const manifest = `${xmlHead}<manifest:manifest ${spaces} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/>`
  + `${['content.xml', 'styles.xml', 'settings.xml'].map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`
