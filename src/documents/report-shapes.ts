// Report shapes: a document of several pages as the registers give it (an agreement, a report on a DPIA): facts, and blocks of text, tables and signatures.
import type { Language } from '../ground/words.ts'

/** Every text in it is already in its language. */
export type ReportDocument = {
  readonly organisation: string
  /** The line under the name, as the organisation chose it. */
  readonly letterhead: string | null
  /** `#rrggbb`, for the rule under the letterhead and the headings. */
  readonly accent: string | null
  readonly hasLogo: boolean
  readonly language: Language
  /** Above each page of what isn't final: `Concept`. */
  readonly mark: string | null
  readonly title: string
  readonly subtitle: string | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly blocks: readonly Block[]
}

/** Headings within `markdown` come under the heading before them. A level that is skipped is closed up. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly markdown: string }
  /** Every row has as many cells as the head; a caption may be empty. */
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Empty texts leave room to write. */
  | { readonly kind: 'signatures'; readonly parties: readonly Signature[] }

export type Signature = { readonly party: string; readonly name: string; readonly function: string; readonly date: string }
