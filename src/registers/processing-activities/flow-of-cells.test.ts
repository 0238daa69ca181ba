import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cells } from './flow-cells.ts'
import type { FlowNode } from './flow-model.ts'
import { flowOfCells } from './flow-of-cells.ts'
import { restOf } from './flow-shorten.ts'
import { ids, names } from './flow.fixtures.ts'

const department = (id: string, entries: number): FlowNode => ({ id: `processing:${id}`, kind: 'processing', column: 'processing', words: id, marks: [], entries })
const groups = [department('Burgerzaken', 10), department('Belastingen', 6)]
const cell = (kind: Cells['cells'][number]['kind'], group: number, raw: string, entries: number, isWeak = false) => ({ kind, group, raw, entries, isWeak })
const transfer = (group: number, recipient: string | null, country: string | null, isSafeguarded: boolean, entries: number) => ({ group, recipient, country, isSafeguarded, entries })
const draw = (cells: Partial<Cells>, options = { outside: false }, others?: FlowNode) => flowOfCells({ cells: [], transfers: [], isCut: false, ...cells }, groups, others, names, options)
const points = (map: ReturnType<typeof draw>) => map.nodes.filter(({ kind }) => kind !== 'processing').map(({ id, entries, marks }) => [id, entries, ...marks])
const lines = (map: ReturnType<typeof draw>) => map.edges.map(({ from, to, entries, marks }) => [from, to, entries, ...marks])

test('counts of the groups add up at a point; each group has its own line', () => {
  const map = draw({ cells: [cell('source', 0, '@brp', 8), cell('source', 1, '@brp', 2), cell('system', 1, '=Kluis', 1, true)] })
  assert.deepEqual(points(map), [['source:brp', 10], ['system:kluis', 1, 'unencrypted']])
  assert.deepEqual(lines(map), [['source:brp', 'processing:Burgerzaken', 8], ['source:brp', 'processing:Belastingen', 2], ['processing:Belastingen', 'system:kluis', 1]])
})

test('spellings that fold to the same are one, and so is a name that is registered', () => {
  const map = draw({ cells: [cell('processor', 0, `#${ids.processor}`, 3), cell('processor', 0, '=boomvalk software BV', 2), cell('processor', 1, '=Grutto', 1), cell('processor', 1, '=GRUTTO.', 1)] })
  assert.deepEqual(points(map), [[`processor:#${ids.processor}`, 5], ['processor:grutto', 2]])
})

test('recipients by category, else by name, else unnamed', () => {
  assert.deepEqual(points(draw({ cells: [cell('recipient', 0, '@uwv', 3), cell('recipient', 0, '=UWV', 1), cell('recipient', 0, '?', 1)] })), [['recipient:uwv', 4], ['recipient:?', 1, 'unnamed']])
})

test('H-65: a transfer runs by way of the processor of that name, which isn’t counted twice; without safeguard it says so', () => {
  const map = draw({ cells: [cell('processor', 0, '=AdHarbor Inc.', 4, true)], transfers: [transfer(0, 'AdHarbor Inc', 'US', false, 3), transfer(0, null, null, true, 1), transfer(1, 'Amt', 'DE', false, 1)] })
  assert.deepEqual(points(map), [['recipient:amt', 1], ['recipient:?', 1, 'unnamed'], ['processor:adharbor inc', 4, 'no-agreement'], ['country:US', 3, 'partly-adequate', 'outside'], ['country:DE', 1, 'eea'], ['country:?', 1, 'unnamed', 'outside']])
  assert.deepEqual(lines(map).filter(([, to]) => String(to).startsWith('country:')), [['recipient:amt', 'country:DE', 1], ['recipient:?', 'country:?', 1, 'outside'], ['processor:adharbor inc', 'country:US', 3, 'outside', 'unsafeguarded']])
  assert.deepEqual(lines(map).find(([, to]) => to === 'processor:adharbor inc'), ['processing:Burgerzaken', 'processor:adharbor inc', 4])
})

test('only what leaves the EEA', () => {
  const map = draw({ cells: [cell('recipient', 0, '@uwv', 3), cell('processor', 0, '=AdHarbor Inc.', 4), cell('source', 0, '@brp', 1)], transfers: [transfer(0, 'AdHarbor Inc.', 'US', true, 3), transfer(1, 'Amt', 'DE', true, 1)] }, { outside: true })
  assert.deepEqual(points(map).map(([id]) => id), ['source:brp', 'processor:adharbor inc', 'country:US'])
})

test('what isn’t in one of the groups belongs to the others, or is left out when there are none', () => {
  const cells = [cell('source', -1, '@brp', 7)]
  assert.deepEqual(lines(draw({ cells }, { outside: false }, restOf('processing', 12))), [['source:brp', 'processing:+', 7]])
  assert.deepEqual(lines(draw({ cells })), [])
})
