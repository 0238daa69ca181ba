import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Branch, treeOf, type TreeRow } from './tree.ts'

const row = (id: string, parent: string | null): TreeRow => ({ id, parent, title: id, number: null, level: null, status: 'active' })
const said = (branches: readonly Branch[]): string => branches.map(({ id, under }) => under.length === 0 ? id : `${id}(${said(under)})`).join(' ')

test('H-02: documents hang under each other', () => {
  assert.equal(said(treeOf([row('beleid', null), row('verklaring', 'beleid'), row('werkwijze', 'beleid'), row('bijlage', 'werkwijze')])), 'beleid(verklaring werkwijze(bijlage))')
})

test('what hangs under something hidden stands at the top, and a circle is shown once', () => {
  assert.equal(said(treeOf([row('los', 'verborgen'), row('a', 'b'), row('b', 'c'), row('c', 'a')])), 'los a(c(b))')
})

test('each document stands in the tree exactly once, whatever hangs under what', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  fc.assert(fc.property(fc.array(fc.constantFrom(null, ...ids, 'weg'), { minLength: 6, maxLength: 6 }), (parents) => {
    const walk = (branches: readonly Branch[]): string[] => branches.flatMap(({ id, under }) => [id, ...walk(under)])
    assert.deepEqual(walk(treeOf(ids.map((id, place) => row(id, parents[place] ?? null)))).toSorted(), ids)
  }))
})
