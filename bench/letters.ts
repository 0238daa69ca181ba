// Letters: how many letters a second become a PDF by the product, beside a bare Typst compile of the same template and data in this process.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { LetterDocument } from '../src/documents/document-shapes.ts'
import { fallbackFont } from '../src/documents/fallback-font.ts'
import { letterBlocks } from '../src/documents/letter-blocks.ts'
import { renderPdf } from '../src/documents/render-pdf.ts'
import { fillLetter, mergeFieldsIn } from '../src/case-kit/letters/fill-letter.ts'
import { standardLetters } from '../src/case-kit/letters/standard-letters.ts'

type Bare = { NodeCompiler: { create(options: object): { compile(options: object): { result?: object }; pdf(document: object, options: object): Uint8Array; evictCache(age: number): void } } }

const count = Number(process.argv[2] ?? 300)
const options = { title: 'Brief', language: 'nl', day: '2026-11-22' } as const
const made = (index: number): LetterDocument => {
  const letter = standardLetters[index % standardLetters.length]!
  const body = fillLetter(letter.body.nl, Object.fromEntries(mergeFieldsIn(letter.body.nl).map((field) => [field, `De waarde van ${field} in zaak ${index}, met een paar woorden erbij.`])), (field) => field)
  return { organisation: 'Gemeente Duinrade', letterhead: 'Samen', accent: '#15538a', hasLogo: false, sender: ['Plein 1, 1234 AB Duinrade', 'info@duinrade.example'], mark: null, language: 'nl', letters: [{ to: [`Persoon ${index}`, 'Straat 1'], facts: [{ label: 'Datum', value: '22 november 2026' }], subject: letter.subject.nl, blocks: letterBlocks(body) }] }
}

const folder = fileURLToPath(new URL('../src/documents/templates/', import.meta.url))
const compiler = (createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Bare).NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [fallbackFont().bytes] }] })
const bare = (data: LetterDocument) => {
  const { result } = compiler.compile({ mainFilePath: `${folder}letter.typ`, inputs: { data: JSON.stringify(data), ...options } })
  compiler.pdf(result!, { pdfStandard: 'ua-1' })
  compiler.evictCache(0)
}

for (let index = 0; index < 20; index++) { await renderPdf('letter', made(index), options); bare(made(index)) }
// In turns of fifty, so that a busy moment of the machine falls on both.
const spent = { product: 0, bare: 0 }
for (let from = 0; from < count; from += 50) {
  const turn = Array.from({ length: Math.min(50, count - from) }, (_, index) => from + index)
  let begun = performance.now()
  for (const index of turn) await renderPdf('letter', made(index), options)
  spent.product += performance.now() - begun
  begun = performance.now()
  for (const index of turn) bare(made(index))
  spent.bare += performance.now() - begun
}
const rate = (ms: number) => (count / (ms / 1000)).toFixed(1)
process.stdout.write(`letters/s with the PDF: ${rate(spent.product)} by the product, ${rate(spent.bare)} by a bare compile: ${(spent.product / spent.bare).toFixed(2)} x the time (${count} letters)\n`)
process.exit(0)
