// Flow layout: where everything in a flow picture stands, in columns from left to right. Pure and always the same for the same picture.
//
// Written here rather than taken from elkjs: with fixed columns a layered layout is small, and elkjs stands under EPL-2.0, which is not among the licences
// that the EUPL-1.2 names as compatible (its appendix lists EPL-1.0), besides weighing 1.5 MB and needing a worker.
import { type Place, ordered, type Step } from './flow-order.ts'
import type { Box, FlowPicture, Line } from './flow-picture.ts'
import { tidied } from './flow-picture.ts'
import { stack } from './flow-stack.ts'
import { linesOf } from './flow-text.ts'

/** `isFirst`: where a tag begins, and its sign stands. */
export type TextLine = { readonly words: string; readonly kind: 'words' | 'detail' | 'tag'; readonly isFirst: boolean; readonly y: number }
export type PlacedBox = { readonly box: Box; readonly column: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly lines: readonly TextLine[] }
export type PlacedLine = { readonly line: Line; readonly path: string; readonly thickness: number }
export type PlacedHeading = { readonly words: string; readonly x: number; readonly y: number }
export type FlowLayout = {
  readonly width: number
  readonly height: number
  readonly headings: readonly PlacedHeading[]
  readonly groupHeadings: readonly PlacedHeading[]
  /** Middles of the gaps between columns, where the direction is shown. */
  readonly arrows: readonly number[]
  readonly boxes: readonly PlacedBox[]
  readonly lines: readonly PlacedLine[]
}

export const textSize = { words: 13.5, detail: 12, tag: 12, heading: 13.5, groupHeading: 12.5 } as const
/** The words of a main box stand in bold, and take more room. */
const boldness = 1.12
const lineHeight = { words: 17, detail: 15.5, tag: 16.5 } as const
const paperWidth = 1080
const headRoom = 36
const groupRoom = 24
const boxGap = 10
const edge = 10
const indent = 12
/** A sign stands before a tag. */
const signWidth = 16
const widestBox = 240
const narrowestGap: Readonly<Record<number, number>> = { 2: 160, 3: 110, 4: 70, 5: 54 }
const rounds = 12
const thinnest = 1.5
const thickest = 4.5

type Spot = Place & { readonly box?: Box; readonly lines: readonly TextLine[]; readonly height: number; readonly gap: number }

/** Lays a picture out. The work grows with the number of lines squared: a page draws hundreds, not thousands. */
export function layFlow(drawn: FlowPicture): FlowLayout {
  const picture = tidied(drawn)
  const count = Math.max(picture.columns.length, 1)
  const gap = narrowestGap[count] ?? 54
  const width = Math.min(widestBox, (paperWidth - (count - 1) * gap) / count)
  const pitch = count === 1 ? 0 : (paperWidth - width) / (count - 1)
  const { chains, steps } = chainsOf(picture)
  const spots = ordered(spotsOf(picture, chains, width), steps)
  const { tops, hasGroups } = heights(spots, steps, picture)
  const start = headRoom + (hasGroups ? groupRoom : 0)
  const place = new Map(spots.flatMap((column, index) => column.map((spot, at) => [spot.key, { x: round(index * pitch), y: round(tops[index]![at]! + start), height: spot.height, isLane: spot.box === undefined }] as const)))
  const boxes = spots.flatMap((column, index) => column.flatMap(({ key, box, lines, height }) => box ? [{ box, column: index, ...cornerOf(place, key), width, height, lines }] : []))
  return {
    width: paperWidth, height: Math.ceil(Math.max(start, ...boxes.map((box) => box.y + box.height), ...[...place.values()].map(({ y, height }) => y + height))) + 2,
    headings: picture.columns.map(({ heading }, column) => ({ words: heading, x: round(column * pitch), y: 15 })),
    groupHeadings: picture.columns.flatMap(({ groups }) => groups.flatMap(({ heading, boxes: own }) => heading === undefined ? [] : [{ words: heading, ...highest(boxes, own) }])),
    arrows: picture.columns.slice(1).map((_, column) => round(column * pitch + (width + pitch) / 2)),
    boxes, lines: drawLines(picture.lines, chains, steps, place, width),
  }
}

/** For each line the keys of the places that it runs through; between two columns that aren't neighbours it takes a lane, shared by all lines from the same box. */
function chainsOf(picture: FlowPicture): { chains: string[][]; steps: Step[] } {
  const columnOf = new Map(picture.columns.flatMap(({ groups }, column) => groups.flatMap(({ boxes }) => boxes.map(({ id }) => [id, column] as const))))
  const chains = picture.lines.map(({ from, to }) => {
    const [first, last] = [columnOf.get(from)!, columnOf.get(to)!]
    return [from, ...Array.from({ length: last - first - 1 }, (_, index) => laneKey(from, first + 1 + index)), to]
  })
  const steps = chains.flatMap((chain) => chain.slice(1).map((to, index) => ({ column: columnOf.get(chain[0]!)! + index, from: chain[index]!, to })))
  // Lines that share a lane are one line as far as order and height go.
  return { chains, steps: [...new Map(steps.map((step) => [`${step.from}\r${step.to}`, step])).values()] }
}

function laneKey(from: string, column: number): string {
  return `${from}\n${column}`
}

function spotsOf(picture: FlowPicture, chains: readonly string[][], width: number): Spot[][] {
  const lanes = new Map<string, number>()
  for (const chain of chains) for (const key of chain.slice(1, -1)) lanes.set(key, (lanes.get(key) ?? 0) + 1)
  return picture.columns.map(({ groups }, column) => [
    ...groups.flatMap(({ boxes }, group) => boxes.map((box) => {
      const lines = textOf(box, width)
      return { key: box.id, group, isLast: box.look === 'rest', box, lines, height: (lines.at(-1)?.y ?? lineHeight.words) + edge, gap: boxGap }
    })),
    ...[...lanes].filter(([key]) => key.endsWith(`\n${column}`)).map(([key, used]) => ({ key, group: 0, isLast: false, lines: [], height: Math.min(9, 2 + used), gap: boxGap - 1 })),
  ])
}

function textOf(box: Box, width: number): TextLine[] {
  const room = width - 2 * indent
  const texts = [
    ...linesOf(box.words, { width: room, size: textSize.words * (box.look === 'main' ? boldness : 1), most: box.look === 'main' ? 6 : 3 }).map((words, index) => ({ words, kind: 'words' as const, isFirst: index === 0 })),
    ...(box.detail ? linesOf(box.detail, { width: room, size: textSize.detail, most: 2 }).map((words, index) => ({ words, kind: 'detail' as const, isFirst: index === 0 })) : []),
    ...(box.tags ?? []).flatMap((tag) => linesOf(tag, { width: room - signWidth, size: textSize.tag, most: 2 }).map((words, index) => ({ words, kind: 'tag' as const, isFirst: index === 0 }))),
  ]
  let y = 2
  return texts.map((line) => ({ ...line, y: (y += lineHeight[line.kind]) }))
}

/** Tops of the places, after some rounds in which each moves towards the middle of what it is tied to. */
function heights(spots: readonly Spot[][], steps: readonly Step[], picture: FlowPicture): { tops: number[][]; hasGroups: boolean } {
  const headed = picture.columns.map(({ groups }) => groups.map(({ heading }) => heading !== undefined))
  const things = spots.map((column, index) => column.map((spot, at) => {
    const isNewGroup = at > 0 && column[at - 1]!.group !== spot.group
    return { height: spot.height, gap: isNewGroup && headed[index]![spot.group] ? groupRoom + boxGap : spot.gap }
  }))
  const tied = new Map<string, string[]>()
  for (const { from, to } of steps) {
    tied.set(from, [...(tied.get(from) ?? []), to])
    tied.set(to, [...(tied.get(to) ?? []), from])
  }
  let tops = things.map((column) => stack(column, column.map(() => undefined)))
  const tallest = Math.max(0, ...tops.map((column, index) => bottomOf(column, things[index]!)))
  tops = tops.map((column, index) => column.map((top) => top + (tallest - bottomOf(column, things[index]!)) / 2))
  for (let round = 0; round < rounds; round++) {
    const order = tops.map((_, index) => index)
    for (const column of round % 2 === 0 ? order : order.reverse()) {
      const middles = new Map(spots.flatMap((places, index) => places.map(({ key, height }, at) => [key, tops[index]![at]! + height / 2] as const)))
      tops[column] = stack(things[column]!, spots[column]!.map(({ key }, at) => {
        const others = tied.get(key)
        return others ? others.reduce((sum, other) => sum + middles.get(other)!, 0) / others.length : tops[column]![at]! + things[column]![at]!.height / 2
      }))
    }
  }
  const highestTop = Math.min(...tops.flat(), Infinity)
  return { tops: tops.map((column) => column.map((top) => top - highestTop)), hasGroups: headed.flat().some(Boolean) }
}

function bottomOf(tops: readonly number[], things: readonly { height: number }[]): number {
  return tops.length === 0 ? 0 : tops.at(-1)! + things.at(-1)!.height
}

type Corner = { readonly x: number; readonly y: number; readonly height: number; readonly isLane: boolean }

function drawLines(lines: readonly Line[], chains: readonly string[][], steps: readonly Step[], place: ReadonlyMap<string, Corner>, width: number): PlacedLine[] {
  const ports = portsOf(chains, place)
  const heaviest = Math.max(1, ...lines.map(({ weight }) => weight ?? 1))
  return lines.map((line, index) => {
    const chain = chains[index]!
    const points = chain.slice(1).map((to, at) => {
      const [start, end] = [place.get(chain[at]!)!, place.get(to)!]
      const from = { x: round(start.x + width), y: ports.get(`${index} ${at} out`)! }
      const into = { x: end.x, y: ports.get(`${index} ${at} in`)! }
      const bend = round((into.x - from.x) / 2)
      // Where it passes a lane the line runs on straight to the lane's other side, where its next step begins.
      return `${at === 0 ? `M${from.x} ${from.y}` : `L${from.x} ${from.y}`}C${round(from.x + bend)} ${from.y} ${round(into.x - bend)} ${into.y} ${into.x} ${into.y}`
    })
    return { line, path: points.join(''), thickness: round(thinnest + (thickest - thinnest) * Math.log2(line.weight ?? 1) / Math.max(1, Math.log2(heaviest))) }
  })
}

/** Heights at which lines leave and enter: side by side, in the order of what lies at their other end, so that they don't cross at the box. */
function portsOf(chains: readonly string[][], place: ReadonlyMap<string, Corner>): Map<string, number> {
  const sides = new Map<string, { port: string; order: readonly number[] }[]>()
  const middle = (key: string) => place.get(key)!.y + place.get(key)!.height / 2
  const add = (side: string, port: string, order: readonly number[]) => {
    const list = sides.get(side)
    if (list) list.push({ port, order })
    else sides.set(side, [{ port, order }])
  }
  for (const [index, chain] of chains.entries()) {
    for (let at = 0; at + 1 < chain.length; at++) {
      const further = middle(chain.at(-1)!)
      const before = middle(chain[0]!)
      add(`${chain[at]!}\nout`, `${index} ${at} out`, place.get(chain[at]!)!.isLane ? [further] : [middle(chain[at + 1]!), further])
      add(`${chain[at + 1]!}\nin`, `${index} ${at} in`, place.get(chain[at + 1]!)!.isLane ? [further] : [middle(chain[at]!), before])
    }
  }
  const ports = new Map<string, number>()
  for (const [side, list] of sides) {
    const { y, height, isLane } = place.get(side.slice(0, side.lastIndexOf('\n')))!
    const apart = Math.min(isLane ? 1 : 7, (height - (isLane ? 0 : 14)) / list.length)
    const sorted = list.toSorted((a, b) => a.order[0]! - b.order[0]! || (a.order[1] ?? 0) - (b.order[1] ?? 0))
    for (const [index, { port }] of sorted.entries()) ports.set(port, round(y + height / 2 + (index - (sorted.length - 1) / 2) * apart))
  }
  return ports
}

function cornerOf(place: ReadonlyMap<string, Corner>, key: string): { x: number; y: number } {
  const { x, y } = place.get(key)!
  return { x, y }
}

function highest(boxes: readonly PlacedBox[], own: readonly Box[]): { x: number; y: number } {
  const ids = new Set(own.map(({ id }) => id))
  const top = boxes.filter(({ box }) => ids.has(box.id)).toSorted((a, b) => a.y - b.y)[0]!
  return { x: top.x, y: round(top.y - 8) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
