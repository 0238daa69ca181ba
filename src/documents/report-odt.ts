// Report as ODT: OpenDocument text (ISO/IEC 26300), with real headings, tables with their head and caption, its language, title, mark and a numbered footer.
import { odtBlock, odtFile, odtParagraph, odtWords } from './odt-parts.ts'
import type { Picture } from './render-pdf.ts'
import type { ReportPart, SetReport } from './report-parts.ts'

/** A logo that word processors don't read (WebP) is left out. */
export function reportOdt(data: SetReport, { title, logo }: { readonly title: string; readonly logo?: Picture }): Buffer {
  let count = 0
  const table = (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[], isRoomy = false) => {
    count++
    const cell = (style: string, text: string) => `<table:table-cell table:style-name="cell" office:value-type="string">${odtParagraph(style, odtWords(text))}</table:table-cell>`
    const columns = widths.map((width) => `<table:table-column table:style-name="${columnStyle(width)}"/>`).join('')
    return `<table:table table:name="table${count}" table:style-name="table">${columns}<table:table-header-rows><table:table-row>${head.map((words) => cell('CellHead', words)).join('')}</table:table-row></table:table-header-rows>`
      + `${rows.map((row) => `<table:table-row${isRoomy ? ' table:style-name="roomy"' : ''}>${row.map((words) => cell('Cell', words)).join('')}</table:table-row>`).join('')}</table:table>${odtParagraph('Text', '')}`
  }
  const part = (one: ReportPart) => {
    if (one.kind === 'heading') return odtBlock({ ...one, depth: one.level }, 1)
    if (one.kind !== 'table') return odtBlock(one, 1)
    return (one.caption === '' ? '' : odtParagraph('Caption', odtWords(one.caption))) + table(one.head, one.rows, one.widths, one.isRoomy)
  }
  const body = odtParagraph('Letterhead', odtWords(data.organisation)) + (data.letterhead === null ? '' : odtParagraph('Small', odtWords(data.letterhead)))
    + odtParagraph('Title', odtWords(data.title)) + (data.subtitle === null ? '' : odtParagraph('Text', odtWords(data.subtitle)))
    + (data.facts.length === 0 ? '' : table([data.words.fact, data.words.value], data.facts.map(({ label, value }) => [label, value]), [1, 2])) + data.parts.map(part).join('')
  const widths = new Set([1, 2, ...data.parts.flatMap((one) => one.kind === 'table' ? one.widths : [])])
  return odtFile(body, { organisation: data.organisation, language: data.language, accent: data.accent, title, mark: data.mark, logo }, tableStyles + [...widths].map((width) =>
    `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 1000)}*"/></style:style>`).join(''))
}

const columnStyle = (width: number) => `column${Math.round(width * 1000)}`
const tableStyles = '<style:style style:name="table" style:family="table"><style:table-properties style:width="16cm" table:align="margins"/></style:style>'
  + '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #969696"/></style:style>'
  + '<style:style style:name="roomy" style:family="table-row"><style:table-row-properties style:min-row-height="1.6cm"/></style:style>'
