import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { layFlow } from './flow-layout.ts'
import { crossings, ordered, type Place, type Step } from './flow-order.ts'
import type { Box, FlowPicture } from './flow-picture.ts'
import { stack } from './flow-stack.ts'
import { effortOf } from '../../test/support/effort.ts'

const box = fc.record({
  words: fc.string({ minLength: 1, maxLength: 60 }), detail: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }), tags: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 2 }),
  look: fc.constantFrom<Box['look']>('plain', 'main', 'caution', 'alarm', 'rest'),
})
const heading = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: undefined })

/** Any picture: up to five columns of up to two groups, and lines between any two boxes, also such as can't be drawn. */
const pictures: fc.Arbitrary<FlowPicture> = fc.record({
  columns: fc.array(fc.array(fc.record({ heading, boxes: fc.array(box, { maxLength: 6 }) }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
  ends: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 5000 })), { maxLength: 60 }),
}).map(({ columns, ends }) => {
  let number = 0
  const numbered = columns.map((groups, column) => ({ heading: `Kolom ${column}`, groups: groups.map((group) => ({ ...group, boxes: group.boxes.map((one) => ({ ...one, id: `b${number++}` })) })) }))
  return { columns: numbered, lines: ends.map(([from, to, weight]) => ({ from: `b${from}`, to: `b${to}`, weight })) }
})

describe('layout of a flow picture', () => {
  test('every box stands once, on the paper, and none overlaps another in its column', () => {
    fc.assert(fc.property(pictures, (picture) => {
      const { boxes, width, height } = layFlow(picture)
      assert.deepEqual(boxes.map((one) => one.box.id).sort(), picture.columns.flatMap(({ groups }) => groups.flatMap((group) => group.boxes.map(({ id }) => id))).sort())
      for (const one of boxes) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width + 0.2 && one.y + one.height <= height, JSON.stringify(one))
        for (const line of one.lines) assert.ok(line.y > 0 && line.y < one.height)
      }
      for (const column of new Set(boxes.map((one) => one.column))) {
        const own = boxes.filter((one) => one.column === column).toSorted((a, b) => a.y - b.y)
        for (const [index, one] of own.slice(1).entries()) assert.ok(one.y >= own[index]!.y + own[index]!.height + 4, 'overlap')
      }
    }), { numRuns: 200 })
  })

  test('every line that runs to the right is drawn from box to box; others are left out', () => {
    fc.assert(fc.property(pictures, (picture) => {
      const { boxes, lines } = layFlow(picture)
      const placed = new Map(boxes.map((one) => [one.box.id, one]))
      const wanted = picture.lines.filter(({ from, to }) => (placed.get(from)?.column ?? Infinity) < (placed.get(to)?.column ?? -Infinity))
      assert.deepEqual(lines.map(({ line }) => line), wanted)
      for (const { line, path, thickness } of lines) {
        const numbers = path.match(/-?[\d.]+/g)!.map(Number)
        const [from, to] = [placed.get(line.from)!, placed.get(line.to)!]
        assert.ok(Math.abs(numbers[0]! - from.x - from.width) < 0.2 && numbers[1]! >= from.y && numbers[1]! <= from.y + from.height, `begins beside its box: ${path}`)
        assert.ok(Math.abs(numbers.at(-2)! - to.x) < 0.2 && numbers.at(-1)! >= to.y && numbers.at(-1)! <= to.y + to.height, `ends beside its box: ${path}`)
        assert.ok(thickness >= 1 && thickness <= 5)
      }
    }), { numRuns: 200 })
  })

  test('the same picture is laid the same way', () => {
    fc.assert(fc.property(pictures, (picture) => assert.deepEqual(layFlow(structuredClone(picture)), layFlow(picture))), { numRuns: 50 })
  })

  test('groups keep their order in a column, and what stands for the rest comes last in its group', () => {
    fc.assert(fc.property(pictures, (picture) => {
      const { boxes } = layFlow(picture)
      const place = new Map(picture.columns.flatMap(({ groups }) => groups.flatMap((group, index) => group.boxes.map(({ id, look }) => [id, index * 2 + Number(look === 'rest')] as const))))
      for (const column of new Set(boxes.map((one) => one.column))) {
        const ranks = boxes.filter((one) => one.column === column).toSorted((a, b) => a.y - b.y).map((one) => place.get(one.box.id)!)
        assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b))
      }
    }), { numRuns: 100 })
  })

  test('a line that passes a column runs between its boxes, not through them', () => {
    const column = (heading: string, ...ids: readonly string[]) => ({ heading, groups: [{ boxes: ids.map((id) => ({ id, words: id })) }] })
    const { boxes, lines } = layFlow({ columns: [column('a', 'a1'), column('b', 'b1', 'b2', 'b3'), column('c', 'c1')], lines: [{ from: 'a1', to: 'c1' }, ...['b1', 'b2', 'b3'].map((to) => ({ from: 'a1', to }))] })
    const height = Number(/ ([\d.]+)L/.exec(lines[0]!.path)![1])
    for (const one of boxes.filter(({ column: at }) => at === 1)) assert.ok(height < one.y || height > one.y + one.height, `${height} runs through ${one.box.id}`)
  })

  test('a full map of four hundred lines is laid within a second', () => {
    const ids = (kind: string, count: number) => Array.from({ length: count }, (_, index) => ({ id: `${kind}${index}`, words: `${kind} nummer ${index}` }))
    const columns = [ids('bron', 14), ids('verwerking', 15), ids('systeem', 10), ids('ontvanger', 20), ids('land', 10)].map((boxes, index) => ({ heading: String(index), groups: [{ boxes }] }))
    const lines = Array.from({ length: 400 }, (_, index) => index % 3 === 0 ? { from: `bron${index % 14}`, to: `verwerking${(index * 7) % 15}` } : { from: `verwerking${index % 15}`, to: `${index % 3 === 1 ? 'systeem' : 'ontvanger'}${(index * 11) % 10}` })
    const efforts = Array.from({ length: 3 }, () => effortOf(() => layFlow({ columns, lines })))
    assert.ok(Math.min(...efforts) < 800, `${Math.round(Math.min(...efforts))} ms`)
  })
})

describe('order', () => {
  const place = (key: string): Place => ({ key, group: 0, isLast: false })

  test('two lines that cross are untangled', () => {
    const columns = [['a', 'b'], ['x', 'y']].map((keys) => keys.map(place))
    const steps: Step[] = [{ column: 0, from: 'a', to: 'y' }, { column: 0, from: 'b', to: 'x' }]
    assert.equal(crossings(columns, steps), 1)
    assert.equal(crossings(ordered(columns, steps), steps), 0)
  })

  test('never more crossings than before', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 25 }), (left, right, ends) => {
      const columns = [Array.from({ length: left }, (_, index) => place(`l${index}`)), Array.from({ length: right }, (_, index) => place(`r${index}`))]
      const steps = ends.map(([from, to]) => ({ column: 0, from: `l${from % left}`, to: `r${to % right}` }))
      assert.ok(crossings(ordered(columns, steps), steps) <= crossings(columns, steps))
    }))
  })
})

describe('stack', () => {
  const one = { height: 10, gap: 5 }

  test('each gets its wish where there is room, and a block shares the distance where there is none', () => {
    const cases: readonly (readonly [readonly (number | undefined)[], readonly number[]])[] = [
      [[5, 50], [0, 45]],
      [[20, 20], [7.5, 22.5]],
      [[0, 0], [0, 15]],
      [[undefined, undefined], [0, 15]],
      [[100, 5], [40, 55]],
    ]
    for (const [wishes, tops] of cases) assert.deepEqual(stack(wishes.map(() => one), wishes), tops)
  })
})
