// Field types: the unit of reuse. Each field of a register is one of these; form, import, export, history and search follow from it.
import type { Words } from '../ground/words.ts'

type Common = {
  readonly words: Words
  /** One sentence beside the field: what to fill in, in plain words. */
  readonly help?: Words
  /** Article that asks for the field (`art. 30 lid 1 onder b AVG`). */
  readonly citation?: string
  /** Other headings under which registers in the wild keep it; for import. */
  readonly aliases?: readonly string[]
  /** False keeps the field off the public page. */
  readonly isPublic?: boolean
  /** Whether the value identifies a data subject, so that reading it leaves an access record. */
  readonly identifies?: 'person'
}

export type Choice = { readonly key: string; readonly words: Words }

export type TextField = Common & { readonly type: 'text'; readonly most: number }
/** `markdown`: a whole text with headings, that is shown with their numbers and compared section by section. */
export type LongTextField = Common & { readonly type: 'longText'; readonly most: number; readonly format?: 'markdown' }
/** A whole number from `least` to `most`. */
export type NumberField = Common & { readonly type: 'number'; readonly least: number; readonly most: number; readonly unit?: Words }
export type YesNoField = Common & { readonly type: 'yesNo' }
export type DateField = Common & { readonly type: 'date' }
/** A moment to the minute, kept as `2026-11-22T13:05:00.000Z` and read and typed in Dutch time. */
export type MomentField = Common & { readonly type: 'moment' }
/** `unit`: the one that a form begins with; years unless said. */
export type DurationField = Common & { readonly type: 'duration'; readonly unit?: 'Y' | 'M' | 'W' | 'D' | 'H' }
export type ChoiceField<K extends string = string> = Common & { readonly type: 'choice'; readonly choices: readonly (Choice & { readonly key: K })[] }
/** Several of a few fixed choices; kept in one column. */
export type ChoicesField = Common & { readonly type: 'choices'; readonly choices: readonly Choice[] }
export type TermField = Common & { readonly type: 'term'; readonly catalogue: string }
export type TermsField = Common & { readonly type: 'terms'; readonly catalogue: string }
/** What every organisation has; other targets are keys of registers, checked when these are tied together. */
export const baseTargets = ['department', 'governing_body', 'person', 'participant'] as const
export type BaseTarget = (typeof baseTargets)[number]
export type ReferenceTarget = BaseTarget | (string & {})
export type ReferenceField = Common & { readonly type: 'reference'; readonly to: ReferenceTarget }
export type CellField = TextField | LongTextField | NumberField | YesNoField | DateField | MomentField | DurationField | ChoiceField | TermField | ReferenceField
export type RowsField<C extends Record<string, CellField> = Record<string, CellField>> = Common & { readonly type: 'rows'; readonly columns: C; readonly one: Words }
export type Field = CellField | ChoicesField | TermsField | RowsField
export type Fields = Readonly<Record<string, Field>>

/** What a field holds once parsed. Empty is null (or an empty list); a day is `2026-11-22`; a moment `2026-11-22T13:05:00.000Z`; a duration `P5Y`; a reference an id. */
export type ValueOf<F> =
  F extends { type: 'yesNo' } ? boolean | null
    : F extends { type: 'number' } ? number | null
    : F extends ChoiceField<infer K> ? K | null
      : F extends { type: 'terms' | 'choices' } ? string[]
        : F extends { type: 'rows'; columns: infer C } ? { [K in keyof C]: ValueOf<C[K]> }[]
          : string | null

export type InputOf<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> }

type Rest<F> = Omit<F, 'type' | 'words' | 'most' | 'least'>

export const text = (nl: string, en: string, rest: Rest<TextField> & { most?: number } = {}): TextField => ({ type: 'text', words: { nl, en }, most: 300, ...rest })
export const longText = (nl: string, en: string, rest: Rest<LongTextField> & { most?: number } = {}): LongTextField => ({ type: 'longText', words: { nl, en }, most: 20_000, ...rest })
export const number = (nl: string, en: string, rest: Rest<NumberField> & { least?: number; most?: number } = {}): NumberField => ({ type: 'number', words: { nl, en }, least: 0, most: 1_000_000_000, ...rest })
export const yesNo = (nl: string, en: string, rest: Rest<YesNoField> = {}): YesNoField => ({ type: 'yesNo', words: { nl, en }, ...rest })
export const date = (nl: string, en: string, rest: Rest<DateField> = {}): DateField => ({ type: 'date', words: { nl, en }, ...rest })
export const moment = (nl: string, en: string, rest: Rest<MomentField> = {}): MomentField => ({ type: 'moment', words: { nl, en }, ...rest })
export const duration = (nl: string, en: string, rest: Rest<DurationField> = {}): DurationField => ({ type: 'duration', words: { nl, en }, ...rest })
export const term = (nl: string, en: string, catalogue: string, rest: Omit<Rest<TermField>, 'catalogue'> = {}): TermField => ({ type: 'term', words: { nl, en }, catalogue, ...rest })
export const terms = (nl: string, en: string, catalogue: string, rest: Omit<Rest<TermsField>, 'catalogue'> = {}): TermsField => ({ type: 'terms', words: { nl, en }, catalogue, ...rest })
export const reference = (nl: string, en: string, to: ReferenceTarget, rest: Omit<Rest<ReferenceField>, 'to'> = {}): ReferenceField => ({ type: 'reference', words: { nl, en }, to, ...rest })

/** Choices are written `{ key: ['Nederlands', 'English'] }`. */
export function choice<K extends string>(nl: string, en: string, choices: Record<K, readonly [string, string]>, rest: Omit<Rest<ChoiceField>, 'choices'> = {}): ChoiceField<K> {
  const list = (Object.entries(choices) as [K, readonly [string, string]][]).map(([key, [dutch, english]]) => ({ key, words: { nl: dutch, en: english } }))
  return { type: 'choice', words: { nl, en }, choices: list, ...rest }
}

/** Choices as for `choice`, of which several may hold at once. */
export function choices(nl: string, en: string, of: Record<string, readonly [string, string]>, rest: Omit<Rest<ChoicesField>, 'choices'> = {}): ChoicesField {
  return { type: 'choices', words: { nl, en }, choices: Object.entries(of).map(([key, [dutch, english]]) => ({ key, words: { nl: dutch, en: english } })), ...rest }
}

/** A repeating group; `one` names a single row (`doel`). */
export function rows<C extends Record<string, CellField>>(nl: string, en: string, one: readonly [string, string], columns: C, rest: Omit<Rest<RowsField<C>>, 'columns' | 'one'> = {}): RowsField<C> {
  return { type: 'rows', words: { nl, en }, one: { nl: one[0], en: one[1] }, columns, ...rest }
}

/** Whether a field holds a text with headings of its own, which is shown and compared as such and says little in a cell. */
export function isWholeText(field: Field): boolean {
  return field.type === 'longText' && field.format === 'markdown'
}

/** The value of a field before anybody filled it in. */
export function emptyValue(field: Field): null | [] {
  return field.type === 'terms' || field.type === 'rows' || field.type === 'choices' ? [] : null
}

/** The input of a register in which nothing is filled in. */
export function emptyInput<F extends Fields>(fields: F): InputOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, emptyValue(field)])) as InputOf<F>
}

/** An input of an earlier declaration with everything that came since, as empty; fields that are gone are left out. */
export function completed<F extends Fields>(fields: F, input: Readonly<Record<string, unknown>>): InputOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => {
    const value = input[key] ?? emptyValue(field)
    if (field.type !== 'rows') return [key, value]
    const columns = Object.keys(field.columns)
    return [key, (value as Record<string, unknown>[]).map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))]
  })) as InputOf<F>
}
