// Document shapes: what each template is given. Every text in it is already in the language of the reader, and is set as it stands.
import type { Language } from '../ground/words.ts'
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

export type Templates = { readonly register: RegisterDocument; readonly entry: EntryDocument }
export type TemplateName = keyof Templates
