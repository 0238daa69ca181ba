// JSON in: the objects of a list as rows, their keys as headings. The file is gone through twice, since any entry may bring a key of its own.
import { TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { ownProperties, wireName } from '../wire.ts'
import { cleanText } from './cell-text.ts'
import { refuse } from './file-kind.ts'
import { jsonEntries, type JsonEntry } from './json-entries.ts'
import { jsonCell } from './json-cells.ts'
import type { KnownField } from './recognise-headings.ts'
import { type CellMessage, isBlankRow, type Limits, type RowSource, type TableRow } from './table.ts'
import { decoded, encodingOf } from './text-encoding.ts'

/** @throws Invalid, TooLarge for what is wrong anywhere in the file, before a row comes out. */
export async function openJson(path: string, { fields, limits }: { fields: readonly KnownField[]; limits: Limits }): Promise<RowSource> {
  const encoding = await encodingOf(path)
  const keys = await keysOf(jsonEntries(decoded(path, encoding)), limits)
  // What an export of ours says about the entry itself isn't written by an import; in a file of somebody else such a key may be anything.
  const isOurs = keys.includes('revision') && keys.includes('status')
  const columns = keys.filter((key) => !isOurs || !ownProperties.some((own) => own === key)).map((key) => columnOf(key, fields))
  const entries = jsonEntries(decoded(path, encoding))
  return {
    kind: 'json', encoding, separator: null, sheets: [], sheet: null, notices: [], headings: columns.map(({ heading }) => heading), rows: rowsOf(entries, columns, limits),
    async close() {
      await entries.return(undefined)
    },
  }
}

async function keysOf(entries: AsyncIterable<JsonEntry>, limits: Limits): Promise<string[]> {
  const keys = new Set<string>()
  let count = 0
  for await (const { values } of entries) {
    count++
    if (count > limits.rows) throw new TooLarge(t(`Het bestand heeft meer dan ${limits.rows.toLocaleString('nl-NL')} onderdelen; zoveel kan in één keer niet. Splits het bestand.`, `The file has more than ${limits.rows.toLocaleString('en-GB')} entries, too many at once. Split the file.`))
    for (const key of Object.keys(values)) keys.add(key)
    if (keys.size > limits.columns) throw refuse(t(`De onderdelen hebben samen meer dan ${limits.columns} verschillende velden; zoveel kan niet.`, `The entries have more than ${limits.columns} different fields together, too many.`))
  }
  if (keys.size === 0) throw refuse(t('Er staat geen enkel gevuld onderdeel in dit JSON-bestand.', 'There isn’t a single filled entry in this JSON file.'))
  return [...keys]
}

type Column = { readonly key: string; readonly heading: string; readonly field: KnownField['field'] }

function columnOf(key: string, fields: readonly KnownField[]): Column {
  const known = fields.find((field) => field.key === key || wireName(field.key) === key)
  const words = cleanText(key).value.replace(/(?<=[a-z\d])(?=[A-Z])|[_\s]+/g, ' ').slice(0, 200).trim()
  return { key, heading: known ? known.label.nl : words, field: known?.field }
}

async function* rowsOf(entries: AsyncIterable<JsonEntry>, columns: readonly Column[], limits: Limits): AsyncGenerator<TableRow, undefined> {
  for await (const entry of entries) {
    const messages: CellMessage[] = []
    const cells = columns.map((column, index) => cellOf(entry, column, index, limits, messages))
    if (!isBlankRow(cells) || messages.length > 0) yield { number: entry.number, cells, messages }
  }
}

function cellOf({ number, values }: JsonEntry, { key, heading, field }: Column, index: number, limits: Limits, messages: CellMessage[]): string {
  const tell = (level: CellMessage['level'], nl: string, en: string) => messages.push({ column: index, level, message: t(`Onderdeel ${number}, “${heading}”: ${nl}`, `Entry ${number}, “${heading}”: ${en}`) })
  const { text, fault, doubt } = jsonCell(Object.hasOwn(values, key) ? values[key] : null, field)
  if (fault !== undefined) tell('refused', fault, fault)
  if (doubt !== undefined) tell('notice', doubt, doubt)
  if (text.length > limits.cellCharacters) {
    const [length, most] = [text.length, limits.cellCharacters]
    tell('refused', `${length.toLocaleString('nl-NL')} tekens; hoogstens ${most.toLocaleString('nl-NL')} kan. Deze waarde is niet gelezen, de rest van het onderdeel wel.`, `${length.toLocaleString('en-GB')} characters; at most ${most.toLocaleString('en-GB')} fit. This value wasn’t read, the rest of the entry was.`)
    return ''
  }
  const { value, hasNulls } = cleanText(text)
  if (hasNulls) tell('notice', 'onleesbare tekens (NUL) zijn weggelaten.', 'unreadable characters (NUL) were left out.')
  return value.toWellFormed()
}
