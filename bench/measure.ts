// Measure: times of the product beside those of the same facts in bare SQL, taken in turn so that both meet the same machine, and the table they end in.

export type Timed = { readonly p50: number; readonly p95: number; readonly times: number }
/** `cpu` is the processor time of this process for one request: what other work on the machine changes little. */
export type Pair = { readonly what: string; readonly ours: Timed; readonly bare: Timed; readonly cpu: number; readonly isWithin: boolean }

/** At most this many times the bare SQL, and so many milliseconds for all that isn't SQL: who asks, what may be seen, and drawing the page. */
export const allowed = { times: 2, ms: 5 } as const

/** What takes so long that `rounds` of it would last longer is asked fewer times, but never fewer than twenty. */
const longestMs = 30_000
/** So often each line is asked before the first is measured, unless that would take it longer than a tenth of the time for measuring. */
const warmRounds = 60

export type Line = {
  readonly what: string
  /** `round` varies what is asked. */
  readonly ours: (round: number) => Promise<unknown>
  readonly bare: (round: number) => Promise<unknown>
  /** Fewer than the others. */
  readonly rounds?: number
}

/** Each line beside its bare SQL, after all of them have warmed up: in a process that has just begun the first line would pay for compiling what the others use too. `onPair`: as they come. */
export async function compareAll(lines: readonly Line[], rounds: number, onPair: (pair: Pair) => void = () => {}): Promise<Pair[]> {
  const spent = lines.map(() => 0)
  for (let round = 0; round < warmRounds; round++) {
    for (const [at, { ours, bare }] of lines.entries()) {
      if (spent[at]! > longestMs / 10) continue
      spent[at]! += await milliseconds(() => ours(round)) + await milliseconds(() => bare(round))
    }
  }
  const pairs: Pair[] = []
  for (const line of lines) {
    pairs.push(await compare(line, Math.min(line.rounds ?? rounds, rounds)))
    onPair(pairs.at(-1)!)
  }
  return pairs
}

/** In turn, so that both meet the same machine. */
async function compare({ what, ours, bare }: Line, rounds: number): Promise<Pair> {
  const [one, other]: [number[], number[]] = [[], []]
  const started = performance.now()
  let cpu = 0
  for (let round = 0; round < rounds && (round < 20 || performance.now() - started < longestMs); round++) {
    const before = process.cpuUsage()
    one.push(await milliseconds(() => ours(round)))
    const { user, system } = process.cpuUsage(before)
    cpu += (user + system) / 1000
    other.push(await milliseconds(() => bare(round)))
  }
  const pair = { ours: timed(one), bare: timed(other), cpu: cpu / one.length }
  return { what, ...pair, isWithin: pair.ours.p95 <= allowed.times * pair.bare.p95 + allowed.ms }
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function timed(values: readonly number[]): Timed {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
  return { p50: at(0.5), p95: at(0.95), times: values.length }
}

/** Lines of a Markdown table, as they can stand in `docs/bench.md`. */
export function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!)).join(' | ')} |`
  return [line(heads), `|${widths.map((width, index) => index === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`).join('|')}|`, ...rows.map(line)].join('\n')
}

export function pairRow({ what, ours, bare, cpu, isWithin }: Pair): string[] {
  const ms = (value: number) => value.toFixed(1)
  return [what, String(ours.times), ms(ours.p50), ms(ours.p95), ms(bare.p50), ms(bare.p95), `${(ours.p95 / bare.p95).toFixed(1)} x`, ms(cpu), isWithin ? 'ja' : 'nee']
}
