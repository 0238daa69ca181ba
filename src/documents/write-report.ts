// Writing a report: one document as PDF/UA for reading, and as DOCX and ODT for who works on in a word processor.
import { docxType } from './letter-docx.ts'
import { odtType } from './odt-parts.ts'
import { type Picture, renderPdf } from './render-pdf.ts'
import { reportDocx } from './report-docx.ts'
import { reportOdt } from './report-odt.ts'
import { setReport } from './report-parts.ts'
import type { ReportDocument } from './report-shapes.ts'

export type ReportFormat = 'pdf' | 'docx' | 'odt'
export const reportTypes: Readonly<Record<ReportFormat, string>> = { pdf: 'application/pdf', docx: docxType, odt: odtType }

export type ReportOptions = {
  /** For the title bar and the properties of the file; the title of the document unless said otherwise. */
  readonly title?: string
  /** `2026-11-22`, for the properties of the PDF. */
  readonly day?: string
  readonly logo?: Picture
}

/**
 * A logo that can't be set doesn't keep a report from being made: then it stands there without.
 * @throws TooLarge for a PDF of more pages than `document-size.ts` allows; Refused where the typesetter doesn't run.
 */
export async function writeReport(document: ReportDocument, { title = document.title, day, logo }: ReportOptions, format: ReportFormat): Promise<Buffer> {
  const data = { ...setReport(document), hasLogo: document.hasLogo && logo !== undefined }
  const options = { title, ...(data.hasLogo && logo ? { logo } : {}) }
  if (format === 'docx') return reportDocx(data, options)
  if (format === 'odt') return reportOdt(data, options)
  const forPdf = { title, language: document.language, ...(day === undefined ? {} : { day }) }
  try {
    return Buffer.from(await renderPdf('report', data, { ...forPdf, ...options }))
  } catch (error) {
    if (!data.hasLogo) throw error
    return Buffer.from(await renderPdf('report', { ...data, hasLogo: false }, forPdf))
  }
}
