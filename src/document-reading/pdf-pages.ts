// PDF pages: the text of each page by PDFium, which runs as WebAssembly: it has no files and no network, and its memory is held within bounds.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { CannotRead, outOfMemoryCode, type Piece, type Reader } from './document-text.ts'
import { pageKind } from './page-kind.ts'

const wrongPassword = 4
const mostOnPage = 1_000_000

// oxlint-disable-next-line require-await -- a reader hands its pages on as they come
export const pdfPages: Reader = async (bytes, limits, say) => {
  boundMemory(limits.memoryMegabytes * 1024 * 1024)
  const pdfium = await load()
  const place = pdfium.pdfium.wasmExports.malloc(bytes.length)
  if (place === 0) throw new CannotRead('too-much-memory')
  heapOf(pdfium).set(bytes, place)
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '')
  if (document === 0) throw new CannotRead(pdfium.FPDF_GetLastError() === wrongPassword ? 'password' : 'damaged')
  const total = pdfium.FPDF_GetPageCount(document)
  if (total === 0) throw new CannotRead('damaged')
  if (total > limits.pages) throw new CannotRead('too-many-places')
  say.total(total)
  return pages(pdfium, document, total)
}

// oxlint-disable-next-line require-await -- handed on one by one
async function* pages(pdfium: WrappedPdfiumModule, document: number, total: number): AsyncGenerator<Piece> {
  for (let index = 0; index < total; index++) {
    const page = pdfium.FPDF_LoadPage(document, index)
    if (page === 0) throw new CannotRead('damaged')
    const text = textOf(pdfium, page)
    yield { place: index + 1, kind: pageKind(pdfium, page, text), level: null, text }
    pdfium.FPDF_ClosePage(page)
  }
}

function textOf(pdfium: WrappedPdfiumModule, page: number): string {
  const opened = pdfium.FPDFText_LoadPage(page)
  if (opened === 0) return ''
  try {
    const count = pdfium.FPDFText_CountChars(opened)
    if (count > mostOnPage) throw new CannotRead('too-much-text')
    if (count <= 0) return ''
    const buffer = pdfium.pdfium.wasmExports.malloc((count + 1) * 2)
    const written = pdfium.FPDFText_GetText(opened, 0, count, buffer)
    const text = Buffer.from(heapOf(pdfium).slice(buffer, buffer + Math.max(0, written - 1) * 2)).toString('utf16le')
    pdfium.pdfium.wasmExports.free(buffer)
    return readable(text)
  } finally {
    pdfium.FPDFText_ClosePage(opened)
  }
}

/** PDFium marks a hyphen that only breaks a word at the end of a line; the word is made whole. */
function readable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- PDFium writes these marks
  return text.toWellFormed().replace(/[\u0002\ufffe\u00ad]\r?\n?/g, '').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/[ \t\u00a0]+/g, ' ')
    .replace(/[\ufb00-\ufb04]/g, (sign) => ['ff', 'fi', 'fl', 'ffi', 'ffl'][sign.charCodeAt(0) - 0xfb00]!)
}

async function load(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const module = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
  module.PDFiumExt_Init()
  return module
}

// Its types leave out the memory, which moves when it grows and is therefore asked for each time.
function heapOf(pdfium: WrappedPdfiumModule): Uint8Array {
  return (pdfium.pdfium as WrappedPdfiumModule['pdfium'] & { readonly HEAPU8: Uint8Array }).HEAPU8
}

// PDFium tries again with less when memory is refused, and may go on for long: a process that asks too much ends.
function boundMemory(most: number): void {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function growWithin(this: WebAssembly.Memory, pageCount: number): number {
    if (this.buffer.byteLength + pageCount * 65_536 > most) process.exit(outOfMemoryCode)
    return grow.call(this, pageCount)
  }
}
