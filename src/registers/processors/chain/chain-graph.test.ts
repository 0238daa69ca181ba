// Chain graph: tables of who stands behind whom: circles said and not looped over, consent, third countries, one company under several spellings. No database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layFlow } from '../../../page-kit/flow-layout.ts'
import { companyKey } from '../sub-processor.ts'
import { chainGraph, type ChainMark, type Raw } from './chain-graph.ts'
import { chainPicture } from './chain-picture.ts'
import { chainAddress, chosen, readChainQuery } from './chain-query.ts'

type Sub = Partial<Raw['links'][number]> & { name: string | null }
const sub = (row: Sub): Raw['links'][number] => ({ service: null, country: 'NL', engaged_by: null, consent: 'given', since_on: null, stopped_on: null, instrument: null, transfer_consent_on: null, ...row })
const head = (id: string, links: readonly Sub[], more: Partial<Raw> = {}): Raw => ({ id, name: id, country: 'NL', department: null, isGeneral: false, guarantees: ['2030-01-01'], ...more, links: links.map(sub) })
const graph = (...raw: readonly Raw[]) => chainGraph(raw, '2026-11-22', (country) => country !== 'US')
const marks = (raw: readonly Raw[]): Record<string, ChainMark[]> => Object.fromEntries(graph(...raw).judged.map(({ processor, marks: own }) => [processor.id, [...own]]))
const names = { organisation: 'Org', country: (key: string) => key, processorHref: (id: string) => `/${id}`, companyHref: (name: string) => `/?${name}` }

for (const [one, other, isSame] of [['Rekenhal Noord B.V.', 'rekenhal noord bv', true], ['REKENHAL  NOORD', 'Rekenhal-Noord B. V.', true], ['Pinetree Inc.', 'pinetree', true], ['Rekenhal Noord', 'Rekenhal Zuid', false], ['Café Cloud N.V.', 'Cafe Cloud', true]] as const) {
  test(`${one} ${isSame ? 'is' : 'isn’t'} ${other}`, () => assert.equal(companyKey(one) === companyKey(other), isSame))
}

test('N-43: what asks for attention, per processor', () => {
  assert.deepEqual(marks([
    head('clean', [{ name: 'A' }]), head('asked', [{ name: 'A', consent: 'asked' }]), head('none', [{ name: 'A', consent: 'none' }]), head('general', [{ name: 'A', consent: null }], { isGeneral: true }), head('silent', [{ name: 'A', consent: null }]),
    head('abroad', [{ name: 'A', country: 'US' }]), head('abroad-agreed', [{ name: 'A', country: 'US', instrument: 'scc', transfer_consent_on: '2026-01-01' }]), head('seat', [], { country: 'US' }),
    head('stopped', [{ name: 'A', consent: 'none', country: 'US', stopped_on: '2026-01-01' }]), head('paper', [], { guarantees: ['2020-01-01'] }), head('forever', [], { guarantees: [null] }),
  ]), { clean: [], asked: [], none: ['no-consent'], general: [], silent: ['no-consent'], abroad: ['third-country'], 'abroad-agreed': [], seat: ['third-country'], stopped: [], paper: ['expired'], forever: [] })
})

test('circles: a processor that comes back by way of others, by its own name, or within one chain; each is said once and nothing loops', () => {
  assert.deepEqual(marks([head('A', [{ name: 'B' }]), head('B', [{ name: 'C B.V.' }]), head('C', [{ name: 'a' }]), head('D', [{ name: 'A' }])]), { A: ['circle'], B: ['circle'], C: ['circle'], D: [] })
  assert.deepEqual(marks([head('E', [{ name: 'e bv' }])]), { E: ['circle'] })
  assert.deepEqual(marks([head('F', [{ name: 'X', engaged_by: 'Y' }, { name: 'Y', engaged_by: 'X' }])]), { F: ['circle'] })
  const long = Array.from({ length: 20_000 }, (_, index) => head(`p${index}`, [{ name: `p${(index + 1) % 20_000}` }]))
  assert.ok(graph(...long).judged.every(({ marks: own }) => own.has('circle')), 'twenty thousand in one circle, without a stack that grows')
})

test('the picture: one box for one company, deeper ones further to the right, every line to the right, a circle drawn flat', () => {
  const found = graph(head('A', [{ name: 'Hal B.V.', country: 'US' }, { name: 'Diep', engaged_by: 'hal bv' }, { name: 'Dieper', engaged_by: 'Diep' }, { name: 'X', engaged_by: 'Y' }, { name: 'Y', engaged_by: 'X' }, { name: null }]), head('B', [{ name: 'hal', consent: 'none' }]))
  const picture = chainPicture(found.judged, found, names)
  assert.deepEqual(picture.columns.map(({ groups }) => groups.flatMap(({ boxes }) => boxes.map(({ words }) => words))), [['Org'], ['A', 'B'], ['Hal B.V.', 'X', 'Y', 'Zonder naam'], ['Diep'], ['Dieper'], ['NL', 'US']])
  const hal = picture.columns[2]!.groups[0]!.boxes[0]!
  assert.deepEqual([hal.detail, hal.look, hal.tags], ['bij 2 verwerkers', 'alarm', ['buiten de EER zonder toestemming of instrument', 'geen toestemming']])
  assert.equal(layFlow(picture).lines.length, picture.lines.length, 'no line is left out')
  const wide = graph(head('W', Array.from({ length: 100 }, (_, index) => ({ name: `Sub ${index}` }))))
  assert.equal(chainPicture(wide.judged, wide, names).columns[2]!.groups[0]!.boxes.at(-1)!.words, 'en 40 andere')
})

test('what is asked for stands in the address, and comes back from it', () => {
  const found = graph(head('A', [{ name: 'Hal', country: 'US' }]), head('B', [{ name: 'Zaal' }]))
  const of = (address: string) => chosen(found, readChainQuery(new URLSearchParams(address))).map(({ processor }) => processor.id)
  assert.deepEqual([of(''), of('land=US'), of('let-op=buiten-eer'), of('zoek=zaal'), of('let-op=kring'), of('let-op=onzin')], [['A', 'B'], ['A'], ['A'], ['B'], [], ['A', 'B']])
  const query = readChainQuery(new URLSearchParams('land=US&let-op=kring&vanaf=40&zoek=x'))
  assert.deepEqual(readChainQuery(new URL(chainAddress('http://x/keten', query)).searchParams), query)
  assert.equal(readChainQuery(new URLSearchParams('vanaf=-1&verwerker=1%27')).from, 0)
})
