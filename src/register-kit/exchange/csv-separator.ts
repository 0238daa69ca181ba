// Separators: which character divides the cells of a CSV file, judged on its first lines with quoted cells left out.

const candidates = [';', '\t', ','] as const

export type CsvOpening = {
  readonly separator: string
  /** Characters before the first row: Excel's own `sep=;` line. */
  readonly skip: number
}

/** Judges the opening of a file, 64 kB at most. A file of one column gets `;`. */
export function openingOf(sample: string): CsvOpening {
  const declared = /^sep=(.)(\r\n|\n|\r)/.exec(sample)
  if (declared) return { separator: declared[1]!, skip: declared[0].length }
  const rows = candidates.map((separator) => ({ separator, counts: countPerRow(sample, separator) }))
  const scores = rows.map(({ separator, counts }) => ({ separator, score: scoreOf(counts) }))
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
  return { separator: best.score > 0 ? best.separator : ';', skip: 0 }
}

// The right separator cuts most rows into the same number of cells. A comma in running text does so in few rows.
function scoreOf(counts: readonly number[]): number {
  const filled = counts.filter((count) => count > 0)
  if (filled.length < counts.length / 2) return 0
  if (filled.length === 0) return 0
  const most = [...new Set(filled)].map((count) => ({ count, rows: filled.filter((each) => each === count).length })).reduce((one, other) => (other.rows > one.rows || (other.rows === one.rows && other.count > one.count) ? other : one))
  return (most.rows / counts.length) * (1 + Math.log2(1 + most.count))
}

function countPerRow(sample: string, separator: string): number[] {
  const counts: number[] = []
  let count = 0
  let isQuoted = false
  let isBlank = true
  for (let at = 0; at < sample.length && counts.length < 30; at++) {
    const character = sample[at]!
    if (character === '"' && (isQuoted || at === 0 || /[\r\n]/.test(sample[at - 1]!) || sample[at - 1] === separator)) {
      if (isQuoted && sample[at + 1] === '"') at++
      else isQuoted = !isQuoted
      isBlank = false
    } else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (!isBlank) counts.push(count)
      count = 0
      isBlank = true
    } else {
      if (!isQuoted && character === separator) count++
      else isBlank = false
    }
  }
  if (!isBlank && counts.length === 0) counts.push(count)
  return counts
}
