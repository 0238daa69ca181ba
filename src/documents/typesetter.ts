// Typesetter: the process that sets documents, apart from the one that serves people: a large document takes seconds and much memory, and gives both back by ending.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { fallbackFont } from './fallback-font.ts'
import { printable, printableTitle } from './printable-text.ts'
import type { TemplateName } from './document-shapes.ts'

export type Order = { readonly id: number; readonly template: TemplateName; readonly data: unknown; readonly title: string; readonly language: string; readonly day: string | undefined; readonly logo: { readonly kind: string; readonly bytes: Uint8Array } | undefined }
type Outcome = { readonly pdf: Uint8Array } | { readonly fault: string }
/** `isLast`: the process ends after this answer. */
export type Delivery = { readonly id: number; readonly isLast: boolean; readonly outcome: Outcome }

/** Above this the process ends, since only then the memory goes back to the machine. */
const mostMemory = 400 * 1024 * 1024

const folder = fileURLToPath(new URL('./templates/', import.meta.url))
const font = fallbackFont()
const compiler = loadTypst().NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [font.bytes] }] })

/** The little of Typst that is used here. */
type Typst = {
  readonly NodeCompiler: { create(options: object): Compiler }
}
type Compiler = {
  compile(options: object): { readonly result?: object | null; takeDiagnostics(): { readonly shortDiagnostics: unknown } | null }
  pdf(document: object, options: { readonly pdfStandard: 'ua-1' }): Uint8Array
  evictCache(age: number): void
  mapShadow(path: string, bytes: Buffer): void
  unmapShadow(path: string): void
}

/**
 * The compiled part by itself: the package around it names platforms that its release doesn't have, which no lock file can hold.
 * Elsewhere than on Linux (x64) there is none yet: this process then ends, and whoever waits says so.
 */
function loadTypst(): Typst {
  const load = createRequire(import.meta.url)
  try {
    return load('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Typst
  } catch {
    return load('@myriaddreamin/typst-ts-node-compiler-linux-x64-musl') as Typst
  }
}

process.on('message', (order: Order) => {
  const outcome = deliver(order)
  compiler.evictCache(0)
  const isLast = process.memoryUsage.rss() > mostMemory
  process.send!({ id: order.id, isLast, outcome } satisfies Delivery, () => {
    if (isLast) process.exit(0)
  })
})
process.on('disconnect', () => process.exit(0))

function deliver(order: Order): Outcome {
  try {
    return { pdf: setDocument(order, font.hasGlyph) }
  } catch (error) {
    // A cluster of characters that each have a glyph may still have none together; then only plain letters are left as they are.
    if (!String(error).includes('could not be displayed')) return { fault: withoutText(error) }
    try {
      return { pdf: setDocument(order, () => false) }
    } catch (again) {
      return { fault: withoutText(again) }
    }
  }
}

function setDocument({ template, data, title, language, day, logo }: Order, hasGlyph: (code: number) => boolean): Uint8Array {
  const picture = logo && `${folder}logo.${logo.kind}`
  if (logo && picture) compiler.mapShadow(picture, Buffer.from(logo.bytes))
  try {
    return setPages({ template, data, title, language, day, ...(logo ? { logo: `logo.${logo.kind}` } : {}) }, hasGlyph)
  } finally {
    if (picture) compiler.unmapShadow(picture)
  }
}

function setPages({ template, data, title, language, day, logo }: Pick<Order, 'template' | 'data' | 'title' | 'language' | 'day'> & { readonly logo?: string }, hasGlyph: (code: number) => boolean): Uint8Array {
  const inputs = { data: JSON.stringify(printable(data, hasGlyph)), title: printableTitle(title, hasGlyph), language, ...(day === undefined ? {} : { day }), ...(logo === undefined ? {} : { logo }) }
  const compiled = compiler.compile({ mainFilePath: `${folder}${template}.typ`, inputs })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'))
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
}

// Diagnostics quote what they stumble over, and logs hold no text of people.
function withoutText(error: unknown): string {
  return String(error).replace(/`[^`]*`/g, '`…`').slice(0, 500)
}
