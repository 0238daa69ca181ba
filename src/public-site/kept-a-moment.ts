// Kept a moment: what is the same for everybody who comes, remembered for a second, so that a rush (a breach in the news) asks it of the database once.

/** Long enough for a rush, too short for anybody to see something old. */
const keptMs = 1000
const mostKept = 200

export type KeptAMoment<T> = (key: string, make: () => Promise<T>) => Promise<T>

/** Who comes while it is being made waits for the same; what fails isn't kept. By the machine's own running time: a clock that is set back changes nothing. */
export function keptAMoment<T>(ms = keptMs, elapsed: () => number = () => performance.now()): KeptAMoment<T> {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<T> }>()
  return (key, make) => {
    const known = kept.get(key)
    if (known && elapsed() - known.at < ms) return known.value
    const value = make()
    const entry = { at: elapsed(), value }
    kept.delete(key)
    kept.set(key, entry)
    value.catch(() => { if (kept.get(key) === entry) kept.delete(key) })
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    return value
  }
}
