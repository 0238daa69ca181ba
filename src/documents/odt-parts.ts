// ODT parts: what letters and reports in OpenDocument text (ISO/IEC 26300) share: words with their weight, headings, lists, the logo, the look, and the parts of the file itself.
import { type Part, storedZip } from '../ground/zip-writer.ts'
import type { Language } from '../ground/words.ts'
import type { LetterBlock, Run } from './letter-blocks.ts'
import { fitted } from './picture-size.ts'
import type { Picture } from './render-pdf.ts'
import { escapedXml } from './xml-text.ts'

export const odtType = 'application/vnd.oasis.opendocument.text'

export type OdtLook = { readonly organisation: string; readonly language: Language; readonly accent: string | null; readonly title: string; readonly mark?: string | null; readonly logo?: Picture | undefined }

/** A file out of the body of its text; the logo, where there is one, stands before it. `styles` are styles of the text's own. */
export function odtFile(body: string, look: OdtLook, styles = ''): Buffer {
  const picture = pictureOf(look.logo)
  const files = [['content.xml', content(body, look, picture, styles)], ['styles.xml', stylesXml(look)], ['meta.xml', meta(look)]] as const
  const manifest = [['/', odtType], ...files.map(([name]) => [name, 'text/xml']), ...(picture ? [[picture.name, picture.type]] : [])]
    .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('')
  const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) })
  return storedZip([
    // First and unpacked: readers look for it at a fixed place.
    part('mimetype', odtType),
    part('META-INF/manifest.xml', `${head}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">${manifest}</manifest:manifest>`),
    ...files.map(([name, text]) => part(name, text)), ...(picture ? [{ name: picture.name, bytes: picture.bytes }] : []),
  ])
}

export const odtParagraph = (style: string, xml: string) => `<text:p text:style-name="${style}">${xml}</text:p>`
/** Heading of level 1 and below; how deep it looks stops at two. */
export const odtHeading = (level: number, xml: string) => `<text:h text:style-name="Heading${level === 1 ? 1 : 2}" text:outline-level="${Math.min(level, 10)}">${xml}</text:h>`

/** Headings of depth 1 get level `from`. */
export function odtBlock(block: LetterBlock, from: 1 | 2): string {
  if (block.kind === 'paragraph') return odtParagraph('Text', odtRuns(block.runs))
  if (block.kind === 'heading') return odtHeading(block.depth + from - 1, odtRuns(block.runs))
  return `<text:list text:style-name="${block.isNumbered ? 'numbers' : 'bullets'}">${block.items.map((item) => `<text:list-item>${odtParagraph('Text', odtRuns(item))}</text:list-item>`).join('')}</text:list>`
}

// A run of spaces counts as one unless it is written as an element.
export function odtWords(text: string): string {
  return escapedXml(text).replace(/ {2,}/g, (run) => `<text:s text:c="${run.length}"/>`).replaceAll('\t', '<text:tab/>').replaceAll('\n', '<text:line-break/>')
}

function odtRuns(runs: readonly Run[]): string {
  return runs.map(({ text, isStrong, isEmphasis }) => isStrong || isEmphasis ? `<text:span text:style-name="${isStrong && isEmphasis ? 'both' : isStrong ? 'strong' : 'emphasis'}">${odtWords(text)}</text:span>` : odtWords(text)).join('')
}

type OdtPicture = { readonly name: string; readonly type: string; readonly bytes: Buffer }

function pictureOf(logo: Picture | undefined): OdtPicture | undefined {
  return logo && logo.kind !== 'webp' ? { name: `Pictures/logo.${logo.kind}`, type: logo.kind === 'png' ? 'image/png' : 'image/jpeg', bytes: logo.bytes } : undefined
}

function content(body: string, look: OdtLook, logo: OdtPicture | undefined, styles: string): string {
  const { language, country } = localeOf(look)
  const size = logo && fitted(logo.bytes, 1.6, 6.4)
  const picture = logo === undefined || size === undefined ? '' : `<text:p><draw:frame draw:name="logo" text:anchor-type="as-char" svg:width="${size.width.toFixed(2)}cm" svg:height="${size.height.toFixed(2)}cm"><draw:image xlink:href="${logo.name}" xlink:type="simple"/><svg:title>${escapedXml(look.organisation)}</svg:title></draw:frame></text:p>`
  return `${head}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles>`
    + `<style:style style:name="strong" style:family="text"><style:text-properties fo:font-weight="bold" fo:language="${language}" fo:country="${country}"/></style:style>`
    + '<style:style style:name="emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    + '<style:style style:name="both" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>'
    + '<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.6cm" text:min-label-width="0.6cm"/></text:list-level-style-bullet></text:list-style>'
    + '<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:space-before="0.6cm" text:min-label-width="0.6cm"/></text:list-level-style-number></text:list-style>'
    + `${styles}</office:automatic-styles><office:body><office:text>${picture}${body}</office:text></office:body></office:document-content>`
}

function stylesXml(look: OdtLook): string {
  const { language, country } = localeOf(look)
  const paragraph = (name: string, shape: string, how: string, outline = '') =>
    `<style:style style:name="${name}" style:family="paragraph"${outline}><style:paragraph-properties ${shape}/><style:text-properties ${how}/></style:style>`
  const accent = look.accent ?? '#3c3c3c'
  return `${head}<office:document-styles ${spaces} office:version="1.3"><office:styles>`
    + `<style:default-style style:family="paragraph"><style:text-properties fo:language="${language}" fo:country="${country}" fo:font-size="11pt" style:font-name="Liberation Sans" fo:font-family="Liberation Sans"/></style:default-style>`
    + paragraph('Text', 'fo:margin-bottom="0.3cm" fo:line-height="120%"', 'fo:font-size="11pt"') + paragraph('To', 'fo:margin-top="1.2cm" fo:margin-bottom="0.6cm"', 'fo:font-size="11pt"')
    + paragraph('Small', 'fo:margin-bottom="0.1cm"', 'fo:font-size="9pt"') + paragraph('Letterhead', 'fo:margin-bottom="0.1cm"', `fo:font-size="14pt" fo:font-weight="bold" fo:color="${accent}"`)
    + paragraph('Title', 'fo:margin-top="0.8cm" fo:margin-bottom="0.5cm"', `fo:font-size="22pt" fo:font-weight="bold" fo:color="${accent}"`)
    + paragraph('Cell', 'fo:margin-bottom="0cm"', 'fo:font-size="10pt"') + paragraph('CellHead', 'fo:margin-bottom="0cm"', 'fo:font-size="10pt" fo:font-weight="bold"')
    + paragraph('Caption', 'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', 'fo:font-size="11pt" fo:font-weight="bold"')
    + paragraph('Heading1', 'fo:margin-top="0.6cm" fo:margin-bottom="0.4cm" fo:keep-with-next="always"', 'fo:font-size="14pt" fo:font-weight="bold"', ' style:default-outline-level="1"')
    + paragraph('Heading2', 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-size="12pt" fo:font-weight="bold"', ' style:default-outline-level="2"')
    + paragraph('Footer', 'fo:text-align="center"', 'fo:font-size="9pt"') + paragraph('Mark', 'fo:text-align="end"', 'fo:font-size="10pt" fo:font-weight="bold"')
    + '</office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>'
    + `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${look.mark ? `<style:header>${odtParagraph('Mark', odtWords(look.mark))}</style:header>` : ''}`
    + `<style:footer>${odtParagraph('Footer', `${odtWords(look.organisation)} · <text:page-number text:select-page="current"/>`)}</style:footer></style:master-page></office:master-styles></office:document-styles>`
}

function meta(look: OdtLook): string {
  const { language, country } = localeOf(look)
  return `${head}<office:document-meta ${spaces} office:version="1.3"><office:meta><dc:title>${escapedXml(look.title)}</dc:title><dc:creator>${escapedXml(look.organisation)}</dc:creator><dc:language>${language}-${country}</dc:language></office:meta></office:document-meta>`
}

function localeOf({ language }: OdtLook): { readonly language: string; readonly country: string } {
  return language === 'nl' ? { language: 'nl', country: 'NL' } : { language: 'en', country: 'GB' }
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
// Names of vocabularies, which nothing ever fetches; put together, so that no file of ours holds an address of elsewhere.
const outside = (host: string, path: string) => ['http:', '', host, ...path.split('/')].join('/')
const spaces = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`), `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`, `xmlns:draw="${oasis}:drawing:1.0"`, `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  `xmlns:xlink="${outside('www.w3.org', '1999/xlink')}"`, `xmlns:dc="${outside('purl.org', 'dc/elements/1.1')}/"`,
].join(' ')
