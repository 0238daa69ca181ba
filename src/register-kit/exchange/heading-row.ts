// The heading row: where in the first rows of a sheet the headings stand, below titles and blank rows, in one row or two.
import { headingScore, type KnownField } from './recognise-headings.ts'
import { isBlankRow, type TableRow } from './table.ts'

export type HeadingRow = {
  readonly headings: readonly string[]
  /** Row numbers taken up by the headings; the data begin below the last. */
  readonly rows: readonly number[]
  readonly score: number
}

/**
 * The best candidate among the first rows, by the number of headings that are recognised. When none is, the first row with two or more filled cells.
 * Returns null when every row is blank.
 */
export function findHeadingRow(rows: readonly TableRow[], fields: readonly KnownField[]): HeadingRow | null {
  const filled = rows.filter(({ cells }) => !isBlankRow(cells))
  const scored = filled.map((row) => ({ row, score: headingScore(row.cells, fields) }))
  const candidates: HeadingRow[] = scored.map(({ row, score }) => ({ headings: trimmed(row.cells), rows: [row.number], score }))
  scored.forEach(({ row, score }, index) => {
    const next = scored[index + 1]
    if (next && next.row.number === row.number + 1) candidates.push(...asPair(row, score, next.row, next.score, fields))
  })
  const best = candidates.reduce<HeadingRow | null>((one, other) => (one === null || other.score > one.score ? other : one), null)
  if (best && best.score >= 1) return best
  const fallback = filled.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2) ?? filled[0]
  return fallback ? { headings: trimmed(fallback.cells), rows: [fallback.number], score: 0 } : null
}

/** A heading row that a person chose. */
export function headingRowAt(rows: readonly TableRow[], number: number): HeadingRow | null {
  const row = rows.find((each) => each.number === number)
  return row && !isBlankRow(row.cells) ? { headings: trimmed(row.cells), rows: [number], score: 0 } : null
}

// Two rows are one heading when the lower also reads as headings: "Bewaartermijn" above "Termijn" and "Vanaf". A row of data rarely does.
function asPair(upper: TableRow, upperScore: number, lower: TableRow, lowerScore: number, fields: readonly KnownField[]): HeadingRow[] {
  const lowerFilled = lower.cells.filter((cell) => cell.trim() !== '').length
  if (lowerScore < 1 || lowerScore < lowerFilled / 2) return []
  const width = Math.max(upper.cells.length, lower.cells.length)
  const headings = Array.from({ length: width }, (_, column) => {
    const above = (upper.cells[column] ?? '').trim()
    const below = (lower.cells[column] ?? '').trim()
    return below === '' || below === above ? above : below
  })
  const score = headingScore(headings, fields)
  return score > Math.max(upperScore, lowerScore) ? [{ headings: trimmed(headings), rows: [upper.number, lower.number], score }] : []
}

function trimmed(cells: readonly string[]): string[] {
  const clean = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  while (clean.at(-1) === '') clean.pop()
  return clean
}
