// Document text: what comes out of an uploaded document, or why nothing does, and how much may come out.

export type DocumentFormat = 'pdf' | 'docx' | 'odt'

/** `ocr`: a picture of a page with letters behind it that a machine guessed. `picture`: a page that only a person can read. */
export type PieceKind = 'text' | 'ocr' | 'picture' | 'empty'

/** A page of a PDF, or a paragraph of a text document. */
export type Piece = {
  /** Page or paragraph, from 1. */
  readonly place: number
  readonly kind: PieceKind
  /** Of a heading that the file itself calls one; a PDF page has none. */
  readonly level: number | null
  readonly text: string
}

export type DocumentText = { readonly format: DocumentFormat; readonly pieces: readonly Piece[] }

export type Unreadable =
  | 'empty' | 'not-a-document' | 'old-office' | 'other-format' | 'password' | 'macros' | 'damaged' | 'references'
  | 'too-large' | 'too-many-places' | 'too-much-text' | 'too-much-memory' | 'too-slow'

export type ReadingOutcome =
  | { readonly kind: 'read'; readonly text: DocumentText }
  /** `place`: the last page or paragraph that was read before it stopped. */
  | { readonly kind: 'unreadable'; readonly because: Unreadable; readonly place: number | null }

export type ReadingLimits = {
  readonly bytes: number
  readonly seconds: number
  /** Of the memory in which a PDF is opened, and of the rest, each. */
  readonly memoryMegabytes: number
  readonly pages: number
  readonly paragraphs: number
  readonly characters: number
  /** Of the parts of a zip that are unpacked, together. */
  readonly inflatedBytes: number
}

export const readingLimits: ReadingLimits = {
  bytes: 100 * 1024 * 1024, seconds: 60, memoryMegabytes: 512, pages: 3_000, paragraphs: 100_000, characters: 10_000_000, inflatedBytes: 100 * 1024 * 1024,
}

/** What the reading process says, piece by piece. */
export type Said =
  | { readonly kind: 'places'; readonly total: number }
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'done'; readonly format: DocumentFormat }
  | { readonly kind: 'unreadable'; readonly because: Unreadable }

/** A reader of one format hands on its pieces as it goes; `total` says how many there will be, where that is known. */
export type Reader = (bytes: Buffer, limits: ReadingLimits, say: { readonly total: (total: number) => void }) => AsyncIterable<Piece> | Promise<AsyncIterable<Piece>>

/** Thrown within the reading process only: its main file turns it into what it says. */
export class CannotRead extends Error {
  readonly because: Unreadable

  constructor(because: Unreadable) {
    super(because)
    this.because = because
  }
}

/** The exit code that says that a PDF asked for more memory than it may have. */
export const outOfMemoryCode = 71
