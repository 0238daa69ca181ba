// Agreements: how long reading an agreement of 100 pages and laying it beside the checklist takes, and what others notice of it, beside a bare extraction of its text by the same library in this process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { readDocument } from '../src/document-reading/read-document.ts'
import { findCalmly } from '../src/registers/agreements/passages/reading-job.ts'
import { agreementPdf, writtenAgreement } from '../test/support/agreement-files.ts'
import { markdown, milliseconds } from './measure.ts'

const rounds = Number(process.argv[2] ?? 10)
const goalMs = 3_000
const written = writtenAgreement('long-framework')
const files = [{ pages: 100, bytes: agreementPdf(written) }, { pages: 300, bytes: agreementPdf({ pages: [...written.pages, ...written.pages, ...written.pages] }) }]

const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
pdfium.PDFiumExt_Init()

const rows: string[][] = []
for (const { pages, bytes } of files) {
  const [read, found, bare, busy, quiet, stopped]: [number[], number[], number[], number[], number[], number[]] = [[], [], [], [], [], []]
  let passages = 0
  await ours(bytes)
  await bareText(bytes)
  // In turn, so that a busy moment of the machine falls on all.
  for (let round = 0; round < rounds; round++) {
    const mine = await watched(() => ours(bytes))
    read.push(mine.result.readMs)
    found.push(mine.result.findMs)
    passages = mine.result.passages
    busy.push(mine.longestMs)
    const theirs = await watched(() => milliseconds(() => bareText(bytes)))
    bare.push(theirs.result)
    stopped.push(theirs.longestMs)
    quiet.push((await watched(() => new Promise((resolve) => { setTimeout(resolve, mine.result.readMs + mine.result.findMs) }))).longestMs)
  }
  const whole = read.map((ms, index) => ms + found[index]!)
  rows.push([`${pages} pages, ${Math.round(bytes.length / 1024)} kB, ${passages} passages`, ms(middle(whole)), ms(Math.max(...whole)), ms(middle(read)), ms(middle(found)), ms(middle(bare)), `${(middle(whole) / middle(bare)).toFixed(1)} x`,
    ms(middle(busy)), ms(middle(quiet)), `${(middle(busy) / middle(quiet)).toFixed(1)} x`, ms(middle(stopped)), pages === 100 ? (middle(whole) < goalMs ? 'yes' : 'no') : '–'])
}
process.stdout.write(`\nReading and checking an agreement, ${rounds} rounds each, load ${loadavg()[0]!.toFixed(1)}; milliseconds\n\n${markdown([
  'agreement', 'whole p50', 'slowest', 'reading p50', 'finding p50', 'bare PDFium p50', 'whole beside bare', 'longest turn of this process meanwhile, p50', 'the same with nothing to do', 'ratio', 'longest turn during bare', '< 3 s',
], rows)}\n`)
process.exit(0)

async function ours(bytes: Buffer) {
  const begun = performance.now()
  const outcome = await readDocument((async function* () { for (let at = 0; at < bytes.length; at += 512 * 1024) yield bytes.subarray(at, at + 512 * 1024) })())
  if (outcome.kind !== 'read') throw new Error(outcome.because)
  const readMs = performance.now() - begun
  const passages = await findCalmly(outcome.text)
  return { readMs, findMs: performance.now() - begun - readMs, passages: passages.length }
}

/** The text of each page and nothing else, with PDFium loaded already. */
async function bareText(bytes: Buffer): Promise<number> {
  const heap = () => (pdfium.pdfium as WrappedPdfiumModule['pdfium'] & { readonly HEAPU8: Uint8Array }).HEAPU8
  const { malloc, free } = pdfium.pdfium.wasmExports
  const place = malloc(bytes.length)
  heap().set(bytes, place)
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '')
  let letters = 0
  for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index++) {
    const page = pdfium.FPDF_LoadPage(document, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const count = pdfium.FPDFText_CountChars(text)
    const buffer = malloc((count + 1) * 2)
    pdfium.FPDFText_GetText(text, 0, count, buffer)
    letters += Buffer.from(heap().slice(buffer, buffer + count * 2)).toString('utf16le').length
    free(buffer)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
  }
  pdfium.FPDF_CloseDocument(document)
  free(place)
  return letters
}

/** With the longest time that this process did something else than answer. */
async function watched<T>(work: () => Promise<T>): Promise<{ result: T; longestMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // It counts from one turn to the next, so there must be one before the work.
  await new Promise((resolve) => { setTimeout(resolve, 5) })
  const result = await work()
  // A turn that took long is noted at its end only.
  await new Promise((resolve) => { setTimeout(resolve, 5) })
  delay.disable()
  return { result, longestMs: delay.max / 1e6 }
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
}

function ms(value: number): string {
  return value.toFixed(0)
}
