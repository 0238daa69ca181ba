// Flow stack: how high the things of one column stand: each as near as can be to where it wants to be, in order, and never one over another.

export type Stacked = { readonly height: number; /** Room that must stay free above it, when something stands there. */ readonly gap: number }

/**
 * Tops of the things in a column, given the middles that they would like (undefined: no wish). No top is above 0.
 * Least squares with a fixed order: things that would overlap move as one block (pool adjacent violators).
 */
export function stack(things: readonly Stacked[], wishes: readonly (number | undefined)[]): number[] {
  const offsets: number[] = []
  let offset = 0
  for (const [index, { height, gap }] of things.entries()) {
    if (index > 0) offset += gap
    offsets.push(offset)
    offset += height
  }
  const blocks: { sum: number; weight: number; count: number }[] = []
  for (const [index, { height }] of things.entries()) {
    const wish = wishes[index]
    // Without a wish of its own a thing goes along with its neighbour above, or stays at the top.
    const top = wish === undefined ? (blocks.at(-1) ? valueOf(blocks.at(-1)!) : 0) : wish - height / 2 - offsets[index]!
    const weight = wish === undefined ? 0.01 : 1
    blocks.push({ sum: top * weight, weight, count: 1 })
    while (blocks.length > 1 && valueOf(blocks.at(-2)!) >= valueOf(blocks.at(-1)!)) {
      const { sum, weight: more, count } = blocks.pop()!
      const above = blocks.at(-1)!
      blocks[blocks.length - 1] = { sum: above.sum + sum, weight: above.weight + more, count: above.count + count }
    }
  }
  const tops = blocks.flatMap((block) => Array.from({ length: block.count }, () => Math.max(0, valueOf(block))))
  return tops.map((top, index) => Math.round((top + offsets[index]!) * 10) / 10)
}

function valueOf({ sum, weight }: { sum: number; weight: number }): number {
  return sum / weight
}
