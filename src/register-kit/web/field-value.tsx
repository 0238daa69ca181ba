// Field value: what a person reads for a field of an entry: a text with its lines, a list, or a link to the entry that is pointed at.
import type { Child } from 'hono/jsx'
import { t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { ValueList } from '../../page-kit/document.tsx'
import type { AnyInput, Lookups } from '../entry.ts'
import { type CellField, type Field, isWholeText } from '../field-types.ts'
import { nameInRow, sayCell, sayValue } from '../say-value.ts'
import { type EntryLinks, noLinks } from './entry-links.ts'
import { LongDocument } from './long-document.tsx'

export function FieldValue({ field, value, lookups, links = noLinks, isChanged }: { field: Field; value: unknown; lookups: Lookups; links?: EntryLinks; isChanged?: boolean }) {
  const mark = isChanged ? <><Badge tone="info">{t('gewijzigd', 'changed')}</Badge> </> : null
  if (!isFilled(value)) return mark
  if (field.type === 'rows') return <>{mark}<ValueList values={(value as AnyInput[]).map((row) => <Row columns={field.columns} row={row} lookups={lookups} links={links} />)} /></>
  if (field.type === 'terms' || field.type === 'choices') return <>{mark}<ValueList values={sayValue(field, value, lookups)} /></>
  if (isWholeText(field)) return <>{mark}<LongDocument text={String(value)} /></>
  return <>{mark}{cell(field, value, lookups, links)}</>
}

/** The filled cells of a row, parted by ` · `. */
function Row({ columns, row, lookups, links }: { columns: Readonly<Record<string, CellField>>; row: AnyInput; lookups: Lookups; links: EntryLinks }) {
  const said = Object.entries(columns).flatMap(([key, column]) => isFilled(row[key]) ? [<>{nameInRow(column)}{cell(column, row[key], lookups, links)}</>] : [])
  return <>{said.map((part, index) => <>{index > 0 && ' · '}{part}</>)}</>
}

function cell(field: CellField, value: unknown, lookups: Lookups, links: EntryLinks): Child {
  const said = sayCell(field, value, lookups)
  const href = field.type === 'reference' ? links(field.to, String(value)) : undefined
  return href && said !== '' ? <Link href={href}>{said}</Link> : lines(said)
}

/** A text with its line ends. */
export function lines(text: string): Child {
  const parts = text.split('\n')
  return parts.length === 1 ? text : parts.map((part, index) => <>{index > 0 && <br />}{part}</>)
}

export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}
