// Report blocks: a questionnaire as it is filled in, as headings, texts and tables for a document; only what is asked and answered.
import type { Block } from '../../../documents/report-shapes.ts'
import { sayDay } from '../../../ground/clock.ts'
import { t } from '../../../ground/words.ts'
import { plainWords } from '../../../questionnaires/description.ts'
import type { Item } from '../../../questionnaires/item.ts'
import { choicesOf, layoutOf, type Part, type QuestionPart, type RepeatedPart } from '../../../questionnaires/layout.ts'
import { type AnswerValue, isFilled, type Sheet } from '../../../questionnaires/sheet.ts'

/** From this many columns on, each copy stands by itself: a table would be too narrow to read. */
const mostColumns = 5

export function blocksOf(sheet: Sheet): Block[] {
  return sheet.definition.sections.flatMap((section) => {
    const blocks = blocksFor(sheet, layoutOf(sheet, section), 2)
    return section.types.includes('informational') && blocks.length === 0 ? [] : [heading(1, titleOf(sheet, section)), ...(blocks.length > 0 ? blocks : [text(t('Niet ingevuld.', 'Not filled in.'))])]
  })
}

/** What an answer says, in words; empty when nothing was answered. */
export function sayAnswer(sheet: Sheet, item: Item, value: AnswerValue | undefined): string {
  if (!isFilled(value, item)) return ''
  const labels = new Map(choicesOf(sheet, item, []).map((choice) => [choice.value, choice.label]))
  if (value === null) return labels.get('null') ?? t('Niet van toepassing', 'Not applicable')
  if (typeof value === 'string') return item.types.includes('date') && /^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value) : labels.get(value) ?? value
  if (Array.isArray(value)) return value.map((one: string) => labels.get(one) ?? one).join('; ')
  const picture = value as Exclude<AnswerValue, string | null | readonly string[]>
  return [t('Afbeelding', 'Picture'), picture.title, picture.description, picture.source && `${t('bron', 'source')}: ${picture.source}`].filter(Boolean).join(', ')
}

function blocksFor(sheet: Sheet, part: Part, level: 2 | 3): Block[] {
  if (!part.isAsked) return []
  if (part.kind === 'question') return questionBlocks(sheet, part, level)
  if (part.kind === 'repeated') return repeatedBlocks(sheet, part, level)
  const inner = part.parts.flatMap((one) => blocksFor(sheet, one, 3))
  return inner.length === 0 || part.item.parent === null ? inner : [heading(level, titleOf(sheet, part.item)), ...inner]
}

function questionBlocks(sheet: Sheet, { item, address }: QuestionPart, level: 2 | 3): Block[] {
  const said = sayAnswer(sheet, item, sheet.answers.get(address))
  return said === '' ? [] : item.parent === null ? [text(said)] : [heading(level, titleOf(sheet, item)), text(said)]
}

function repeatedBlocks(sheet: Sheet, { item, copies }: RepeatedPart, level: 2 | 3): Block[] {
  const columns = item.isGroup ? item.children : [item]
  const isFlat = columns.every((column) => !column.isGroup && (!column.isRepeatable || column === item)) && columns.length <= mostColumns
  if (!isFlat) {
    const shown = copies.flatMap(({ label, parts }) => {
      const inner = parts.flatMap((one) => blocksFor(sheet, one, 3))
      return inner.length === 0 ? [] : [text(`**${label.replaceAll('*', '')}**`), ...inner]
    })
    return shown.length === 0 ? [] : [heading(level, titleOf(sheet, item)), ...shown]
  }
  const rows = copies.map(({ label, parts }) => [label, ...parts.map((one) => one.kind === 'question' && one.isAsked ? sayAnswer(sheet, one.item, sheet.answers.get(one.address)) : '')]).filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  return rows.length === 0 ? [] : [{ kind: 'table', caption: titleOf(sheet, item), head: [t('Onderdeel', 'Part'), ...columns.map((column) => plainWords(column.words))], rows }]
}

export function titleOf({ definition }: Sheet, item: Item): string {
  const isNumbered = item.hasOfficialId && (definition.prefixesIds || item.parent === null)
  return isNumbered ? `${item.id}. ${plainWords(item.words)}` : plainWords(item.words)
}

function heading(level: 1 | 2 | 3, words: string): Block {
  return { kind: 'heading', level, text: words }
}

function text(markdown: string): Block {
  return { kind: 'text', markdown }
}
