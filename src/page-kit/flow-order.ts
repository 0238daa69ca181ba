// Flow order: in which order the boxes of each column stand, so that few lines cross; by repeated averaging (barycentre), always the same for the same picture.

/** Something that takes a place in a column: a box, or the lane along which lines pass a column that they don't stop at. */
export type Place = { readonly key: string; readonly group: number; readonly isLast: boolean }
/** Lines between neighbouring columns: from a place in column `column` to one in the next. */
export type Step = { readonly column: number; readonly from: string; readonly to: string }

const sweeps = 8

/** Orders each column's places. Groups keep their order and what is last of its group stays last; the rest goes where the fewest lines cross. */
export function ordered<P extends Place>(columns: readonly (readonly P[])[], steps: readonly Step[]): P[][] {
  let present = columns.map((places) => places.toSorted((a, b) => a.group - b.group || Number(a.isLast) - Number(b.isLast)))
  let best = present
  let fewest = crossings(present, steps)
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    present = swept(present, steps, sweep % 2 === 0)
    const count = crossings(present, steps)
    if (count < fewest) [best, fewest] = [present, count]
  }
  return best
}

/** How many pairs of lines cross, counted between each two neighbouring columns. */
export function crossings(columns: readonly (readonly Place[])[], steps: readonly Step[]): number {
  let count = 0
  for (let column = 0; column + 1 < columns.length; column++) {
    const left = new Map(columns[column]!.map(({ key }, index) => [key, index]))
    const right = new Map(columns[column + 1]!.map(({ key }, index) => [key, index]))
    const ends = steps.filter((step) => step.column === column).map(({ from, to }) => [left.get(from)!, right.get(to)!] as const).sort(([a, b], [c, d]) => a - c || b - d)
    count += inversions(ends.map(([, to]) => to), right.size)
  }
  return count
}

/** How many pairs stand in falling order; with a binary indexed tree, since a full map has some hundreds of lines and is counted again and again. */
function inversions(values: readonly number[], size: number): number {
  const tree = new Uint32Array(size + 1)
  let count = 0
  for (const [seen, value] of values.entries()) {
    let notAbove = 0
    for (let at = value + 1; at > 0; at -= at & -at) notAbove += tree[at]!
    count += seen - notAbove
    for (let at = value + 1; at <= size; at += at & -at) tree[at]!++
  }
  return count
}

function swept<P extends Place>(columns: readonly P[][], steps: readonly Step[], toTheRight: boolean): P[][] {
  const result = [...columns]
  const order = columns.map((_, index) => index)
  for (const column of toTheRight ? order.slice(1) : order.slice(0, -1).reverse()) {
    const neighbour = positions(result[toTheRight ? column - 1 : column + 1]!)
    const own = positions(result[column]!)
    const seen = new Map<string, number[]>()
    for (const step of steps) {
      if (step.column !== (toTheRight ? column - 1 : column)) continue
      const [here, there] = toTheRight ? [step.to, step.from] : [step.from, step.to]
      const others = seen.get(here)
      if (others) others.push(neighbour.get(there)!)
      else seen.set(here, [neighbour.get(there)!])
    }
    const wish = new Map(result[column]!.map(({ key }) => [key, mean(seen.get(key)) ?? own.get(key)!]))
    result[column] = result[column]!.toSorted((a, b) => a.group - b.group || Number(a.isLast) - Number(b.isLast) || wish.get(a.key)! - wish.get(b.key)! || own.get(a.key)! - own.get(b.key)!)
  }
  return result
}

/** Where each place stands in its column, from 0 at the top to 1 at the bottom, so that long and short columns compare. */
function positions(places: readonly Place[]): Map<string, number> {
  return new Map(places.map(({ key }, index) => [key, (index + 0.5) / places.length]))
}

function mean(values: readonly number[] | undefined): number | undefined {
  return values === undefined || values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}
