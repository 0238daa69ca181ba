// PDF for tests: what a reader and a screen reader get from one, read by PDFium: text, tags, bookmarks, properties, and content without a tag.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** `T > TR > ...` as a tree: the type, and what stands in it. */
export type Tag = { readonly type: string; readonly children: readonly Tag[] }

export type ReadPdf = {
  readonly pages: readonly string[]
  /** All pages. */
  readonly text: string
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  /** Level (from 1) and words. */
  readonly bookmarks: readonly { readonly level: number; readonly title: string }[]
  readonly tags: readonly Tag[]
  /** Objects on the pages that are neither in the structure nor marked as decoration. */
  readonly untagged: number
  /** Metadata (XMP) as XML. */
  readonly metadata: string
}

let loaded: Promise<WrappedPdfiumModule> | undefined

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdfium = await (loaded ??= load())
  const place = pdfium.pdfium.wasmExports.malloc(bytes.length)
  heapOf(pdfium).set(bytes, place)
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '')
  if (document === 0) throw new Error('PDFium can’t open this PDF')
  try {
    const wide = (read: (buffer: number, length: number) => number) => utf16(pdfium, read)
    const pages: string[] = []
    const tags: Tag[] = []
    let untagged = 0
    for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index++) {
      const page = pdfium.FPDF_LoadPage(document, index)
      const text = pdfium.FPDFText_LoadPage(page)
      const count = pdfium.FPDFText_CountChars(text)
      pages.push(utf16(pdfium, (buffer, length) => (length === 0 ? (count + 1) * 2 : pdfium.FPDFText_GetText(text, 0, count, buffer) * 2)))
      pdfium.FPDFText_ClosePage(text)
      untagged += untaggedOn(pdfium, page)
      const tree = pdfium.FPDF_StructTree_GetForPage(page)
      for (let child = 0; child < pdfium.FPDF_StructTree_CountChildren(tree); child++) tags.push(tagOf(pdfium, pdfium.FPDF_StructTree_GetChildAtIndex(tree, child)))
      pdfium.FPDF_StructTree_Close(tree)
      pdfium.FPDF_ClosePage(page)
    }
    return {
      pages, text: pages.join('\n'), tags, untagged, isTagged: pdfium.FPDFCatalog_IsTagged(document), bookmarks: bookmarksOf(pdfium, document, 0, 1),
      title: wide((buffer, length) => pdfium.FPDF_GetMetaText(document, 'Title', buffer, length)), language: wide((buffer, length) => pdfium.FPDFCatalog_GetLanguage(document, buffer, length)),
      metadata: /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '',
    }
  } finally {
    pdfium.FPDF_CloseDocument(document)
    pdfium.pdfium.wasmExports.free(place)
  }
}

/** Types of a tree in the order in which they are read. */
export function typesIn(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ type, children }) => [type, ...typesIn(children)])
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

// Every text function of PDFium says how many bytes it wants, the closing zero included, when it is asked with nothing.
function utf16(pdfium: WrappedPdfiumModule, read: (buffer: number, length: number) => number): string {
  const length = read(0, 0)
  if (length <= 2) return ''
  const buffer = pdfium.pdfium.wasmExports.malloc(length)
  const written = read(buffer, length)
  const text = Buffer.from(heapOf(pdfium).slice(buffer, buffer + Math.min(written, length))).toString('utf16le')
  pdfium.pdfium.wasmExports.free(buffer)
  return text.replace(/\0+$/, '')
}

function tagOf(pdfium: WrappedPdfiumModule, element: number): Tag {
  const children: Tag[] = []
  for (let index = 0; index < pdfium.FPDF_StructElement_CountChildren(element); index++) {
    const child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
    if (child !== 0) children.push(tagOf(pdfium, child))
  }
  return { type: utf16(pdfium, (buffer, length) => pdfium.FPDF_StructElement_GetType(element, buffer, length)), children }
}

function untaggedOn(pdfium: WrappedPdfiumModule, page: number): number {
  let count = 0
  for (let index = 0; index < pdfium.FPDFPage_CountObjects(page); index++) {
    const object = pdfium.FPDFPage_GetObject(page, index)
    if (pdfium.FPDFPageObj_GetMarkedContentID(object) >= 0) continue
    const marks = Array.from({ length: pdfium.FPDFPageObj_CountMarks(object) }, (_, at) => markName(pdfium, pdfium.FPDFPageObj_GetMark(object, at)))
    if (!marks.includes('Artifact')) count++
  }
  return count
}

function markName(pdfium: WrappedPdfiumModule, mark: number): string {
  const size = pdfium.pdfium.wasmExports.malloc(4)
  const name = utf16(pdfium, (buffer, length) => {
    pdfium.FPDFPageObjMark_GetName(mark, buffer, length, size)
    return pdfium.pdfium.getValue(size, 'i32')
  })
  pdfium.pdfium.wasmExports.free(size)
  return name
}

function bookmarksOf(pdfium: WrappedPdfiumModule, document: number, parent: number, level: number): { level: number; title: string }[] {
  const found: { level: number; title: string }[] = []
  for (let mark = pdfium.FPDFBookmark_GetFirstChild(document, parent); mark !== 0; mark = pdfium.FPDFBookmark_GetNextSibling(document, mark)) {
    found.push({ level, title: utf16(pdfium, (buffer, length) => pdfium.FPDFBookmark_GetTitle(mark, buffer, length)) }, ...bookmarksOf(pdfium, document, mark, level + 1))
  }
  return found
}
