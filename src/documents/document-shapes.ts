// Document shapes: what each template is given. Every text in it is already in the language of the reader, and is set as it stands.
import type { Language } from '../ground/words.ts'
import type { LetterBlock } from './letter-blocks.ts'
import type { SetReport } from './report-parts.ts'
import type { TextBlock } from './text-blocks.ts'

export type DocumentField = { readonly label: string; readonly values: readonly string[] }
/** `texts`: whole texts with headings of their own, under the fields. */
export type DocumentSection = { readonly heading: string; readonly fields: readonly DocumentField[]; readonly texts?: readonly (readonly TextBlock[])[] }
export type DocumentEntry = { readonly title: string; readonly number: string; readonly status: string; readonly sections: readonly DocumentSection[] }

type Opening = {
  /** Name of the organisation. */
  readonly organisation: string
  /** Name of the register. */
  readonly heading: string
  /** What the document holds, in sentences: the number of entries, the filter. May be empty. */
  readonly lead: string
  /** The day in words (`22 november 2026`). */
  readonly made: string
  readonly language: Language
}

export type RegisterDocument = Opening & { readonly entries: readonly DocumentEntry[] }

/** A table about an entry, such as its findings or versions; `none` is said when it has no rows. */
export type DocumentTable = { readonly heading: string; readonly none: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
export type EntryDocument = Opening & { readonly entry: DocumentEntry; readonly tables: readonly DocumentTable[] }

/** One letter on paper: to whom, the lines of facts above it, and what it says. */
export type LetterPage = { readonly to: readonly string[]; readonly facts: readonly { readonly label: string; readonly value: string }[]; readonly subject: string; readonly blocks: readonly LetterBlock[] }

/** One letter or many under the letterhead of one organisation, each from a new page. */
export type LetterDocument = {
  readonly organisation: string
  /** The line under the name, as the organisation chose it. */
  readonly letterhead: string | null
  /** `#rrggbb`, for the rule under the letterhead and the headings. */
  readonly accent: string | null
  readonly hasLogo: boolean
  /** Address and reach of the organisation. */
  readonly sender: readonly string[]
  /** Above each page of what isn't final: `Concept`. */
  readonly mark: string | null
  readonly language: Language
  readonly letters: readonly LetterPage[]
}

export type Templates = { readonly register: RegisterDocument; readonly entry: EntryDocument; readonly letter: LetterDocument; readonly report: SetReport }
export type TemplateName = keyof Templates
