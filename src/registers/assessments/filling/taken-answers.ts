// Taken answers: the answers that an entry in the register of processing activities gives, worked out from the mapping alone.
import { inLanguage } from '../../../ground/words.ts'
import type { AnyInput, Lookups } from '../../../register-kit/entry.ts'
import type { Fields } from '../../../register-kit/field-types.ts'
import { sayCell, sayValue } from '../../../register-kit/say-value.ts'
import { addressOf, type Definition } from '../../../questionnaires/item.ts'
import type { AnswerValue, Copy } from '../../../questionnaires/sheet.ts'
import { type Cell, mapping, type Mapped, term } from './register-mapping.ts'

export type TakenAnswer = { readonly address: string; readonly value: AnswerValue; readonly field: string }
export type Taken = { readonly answers: readonly TakenAnswer[]; readonly copies: readonly Copy[] }

/** In Dutch, whoever reads: the questionnaires are. */
export function takenAnswers(definition: Definition, fields: Fields, input: AnyInput, lookups: Lookups): Taken {
  return inLanguage('nl', () => {
    const counts = new Map<string, number>()
    const all = mapping[definition.key].filter((one) => definition.byId.has('question' in one ? one.question : one.group)).map((one) => fromField(one, counts, definition, fields, input, lookups))
    return { answers: all.flatMap(({ answers }) => answers), copies: all.flatMap(({ copies }) => copies) }
  })
}

function fromField(one: Mapped, counts: Map<string, number>, definition: Definition, fields: Fields, input: AnyInput, lookups: Lookups): Taken {
  const { field } = one
  const value = input[field]
  const isEmpty = value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0) || (field === 'algorithm' && (value === 'none' || value === 'no'))
  if (isEmpty) return { answers: [], copies: [] }
  if (!('group' in one)) {
    if ('isThere' in one) return { answers: [{ address: one.question, value: 'true', field }], copies: [] }
    const says = 'each' in one ? rowsOf(fields, field, value).map((row) => sayColumn(one.each, row, fields, field, lookups)).filter((said) => said !== '') : sayValue(fields[field]!, value, lookups)
    const isOfMany = definition.byId.get(one.question)!.types.includes('open_text')
    return { answers: says.length === 0 ? [] : [{ address: one.question, value: isOfMany ? says.join('\n') : String(says[0]), field }], copies: [] }
  }
  const answers: TakenAnswer[] = []
  const copies: Copy[] = []
  for (const row of rowsOf(fields, field, value)) {
    const cells = Object.entries(one.cells).map(([question, cell]) => [question, sayColumn(cell, row, fields, field, lookups)] as const).filter(([, said]) => said.length > 0)
    if (!cells.some(([question]) => !('always' in one.cells[question]!))) continue
    const index = counts.get(one.group) ?? 0
    counts.set(one.group, index + 1)
    copies.push({ group: one.group, index, parent: one.in ?? null, position: index, isRemoved: false })
    answers.push(...cells.map(([question, said]) => ({ address: addressOf(question, index), value: said, field })))
  }
  return { answers, copies }
}

/** Rows as they are; the terms of a list, and a single value, as rows of one column. */
function rowsOf(fields: Fields, field: string, value: unknown): AnyInput[] {
  const declared = fields[field]!
  if (declared.type === 'rows') return value as AnyInput[]
  return declared.type === 'terms' ? (value as string[]).map((key) => ({ [term]: key })) : [{ [field]: value }]
}

function sayColumn(cell: Cell, row: AnyInput, fields: Fields, field: string, lookups: Lookups): string | readonly string[] {
  if ('always' in cell) return cell.always
  const said = (column: string) => {
    const declared = fields[field]!
    if (declared.type === 'terms') return sayValue(declared, [row[term]], lookups)[0] ?? ''
    if (declared.type !== 'rows') return sayValue(declared, row[column], lookups)[0] ?? ''
    return sayCell(declared.columns[column]!, row[column], lookups)
  }
  if ('firstOf' in cell) return cell.firstOf.map(said).find((one) => one !== '') ?? ''
  if ('joined' in cell) return cell.joined.map(said).filter((one) => one !== '').join(', ')
  return 'as' in cell ? cell.as[String(row[cell.column])] ?? '' : said(cell.column)
}
