// Notice tally: says the first few of a kind one by one and counts the rest, so that ten thousand formulas don't give ten thousand notices.
import type { Notice } from './table.ts'

const shown = 5

export class NoticeTally {
  private readonly waiting: Notice[] = []
  private readonly counts = new Map<string, { count: number; sum: (count: number) => string }>()

  /** @param sum words for those beyond the first five, given their number. */
  add(kind: string, row: number | null, message: string, sum: (count: number) => string): void {
    const known = this.counts.get(kind) ?? { count: 0, sum }
    known.count++
    this.counts.set(kind, known)
    if (known.count <= shown) this.waiting.push({ row, message })
  }

  /** The notices since the last time. */
  take(): Notice[] {
    return this.waiting.splice(0)
  }

  /** One closing notice per kind that had more than five. */
  rest(): Notice[] {
    return [...this.counts.values()].filter(({ count }) => count > shown).map(({ count, sum }) => ({ row: null, message: sum(count - shown) }))
  }
}
