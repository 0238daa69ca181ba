// Page kind: whether the letters of a PDF page are its own, were guessed by a machine behind a picture of the page, or aren't there.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { PieceKind } from './document-text.ts'

const [textObject, pathObject, imageObject, formObject] = [1, 2, 3, 5] as const
const invisible = 3
/** A stamp or page number on a scan is no text of the page. */
const fewLetters = 40
/** Of the page that pictures cover. */
const wholePage = 0.7
/** Letters that were drawn as lines. */
const manyPaths = 300
const mostObjects = 5_000

export function pageKind(pdfium: WrappedPdfiumModule, page: number, text: string): PieceKind {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  const found = lookOver(pdfium, page)
  const isPicture = found.covered >= wholePage
  if (letters < fewLetters) return isPicture || (letters === 0 && (found.pictures > 0 || found.paths > manyPaths)) ? 'picture' : letters === 0 ? 'empty' : 'text'
  return isPicture && found.hidden > found.shown ? 'ocr' : 'text'
}

type Found = { covered: number; pictures: number; paths: number; hidden: number; shown: number }

function lookOver(pdfium: WrappedPdfiumModule, page: number): Found {
  const found: Found = { covered: 0, pictures: 0, paths: 0, hidden: 0, shown: 0 }
  const area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
  const corners = pdfium.pdfium.wasmExports.malloc(16)
  let left = mostObjects
  const shareOf = (object: number) => {
    if (!pdfium.FPDFPageObj_GetBounds(object, corners, corners + 4, corners + 8, corners + 12)) return 0
    const at = (index: number) => pdfium.pdfium.getValue(corners + index * 4, 'float')
    return area > 0 ? Math.abs((at(2) - at(0)) * (at(3) - at(1))) / area : 0
  }
  const see = (object: number, depth: number, share: number | undefined) => {
    if (left-- <= 0) return
    const type = pdfium.FPDFPageObj_GetType(object)
    if (type === pathObject) found.paths++
    if (type === textObject) {
      if (pdfium.FPDFTextObj_GetTextRenderMode(object) === invisible) found.hidden++
      else found.shown++
    }
    if (type === imageObject) {
      found.pictures++
      const covers = share ?? shareOf(object)
      found.covered += covers
      // Letters that lie under a picture of the whole page are as hidden as those without ink.
      if (covers >= wholePage) {
        found.hidden += found.shown
        found.shown = 0
      }
    }
    if (type !== formObject || depth >= 4) return
    const count = pdfium.FPDFFormObj_CountObjects(object)
    const ofForm = share ?? shareOf(object)
    for (let index = 0; index < count && left > 0; index++) see(pdfium.FPDFFormObj_GetObject(object, index), depth + 1, ofForm)
  }
  const count = pdfium.FPDFPage_CountObjects(page)
  for (let index = 0; index < count && left > 0; index++) see(pdfium.FPDFPage_GetObject(page, index), 0, undefined)
  pdfium.pdfium.wasmExports.free(corners)
  return found
}
