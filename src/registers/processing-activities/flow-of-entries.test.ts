import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inLanguage } from '../../ground/words.ts'
import type { ActivityInput } from './declaration.ts'
import { flowOfEntries } from './flow-of-entries.ts'
import type { FlowMap } from './flow-model.ts'
import { protectionOf } from './flow-points.ts'
import { shortened } from './flow-shorten.ts'
import { abroad, by, entry, ids, lookups, names, store, to } from './flow.fixtures.ts'

const flow = (input: Partial<ActivityInput>, options?: { outside: boolean }) => flowOfEntries([entry(input)], names, options)
const here = `processing:${ids.one}`
const nodes = (map: FlowMap) => map.nodes.filter(({ kind }) => kind !== 'processing').map(({ id, words, marks }) => [id, words, ...marks])
const edges = (map: FlowMap) => map.edges.map(({ from, to: end, marks, words }) => [from === here ? '•' : from, end === here ? '•' : end, ...marks, ...(words ? [`“${words}”`] : [])])

describe('H-65: the flow map of one processing', () => {
  const cases: readonly { name: string; input: Partial<ActivityInput>; nodes: readonly (readonly string[])[]; edges: readonly (readonly string[])[] }[] = [
    { name: 'nothing filled in: the processing by itself', input: {}, nodes: [], edges: [] },
    {
      name: 'whose data, and where they come from', input: { subject_categories: ['residents'], sources: ['data-subject', 'brp'] },
      nodes: [['subject:residents', 'Inwoners'], ['source:brp', 'Basisregistratie Personen (BRP)'], ['source:data-subject', 'Betrokkene zelf']],
      edges: [['subject:residents', '•'], ['source:brp', '•'], ['source:data-subject', '•']],
    },
    {
      name: 'systems: by reference with a link, by name without; the same name is the same system', input: { stores: [store(null, { system: ids.system }), store('zaaksysteem  vlier', { kind: 'central' }), store('Lijst.xlsx', { kind: 'spreadsheet', is_encrypted: false, is_portable: true })] },
      nodes: [['system:lijstxlsx', 'Lijst.xlsx', 'unencrypted', 'portable'], [`system:#${ids.system}`, 'Zaaksysteem Vlier']],
      edges: [['•', 'system:lijstxlsx', '“Spreadsheet, niet versleuteld, ook op laptop of telefoon”'], ['•', `system:#${ids.system}`, '“Centrale database”']],
    },
    {
      name: 'recipients: by name, else by category; a row without either says so', input: { recipients: [to('uwv', 'UWV', 'Uitkering'), to('uwv'), to(null, null, 'Alles'), to('care-provider', 'Huisarts De Wilg')] },
      nodes: [['recipient:huisarts de wilg', 'Huisarts De Wilg'], ['recipient:?', 'Ontvanger niet genoemd', 'unnamed'], ['recipient:uwv', 'UWV']],
      edges: [['•', 'recipient:huisarts de wilg'], ['•', 'recipient:?', '“Alles”'], ['•', 'recipient:uwv', '“Uitkering”']],
    },
    {
      name: 'H-24: processors, and whether an agreement is in force', input: { processors: [by('Boomvalk', { service: 'Beheer' }), by('Wulp', { agreement: 'none' }), by(null, { processor: ids.processor, agreement: null }), by('Merel', { agreement: null })] },
      nodes: [['processor:boomvalk', 'Boomvalk'], [`processor:#${ids.processor}`, 'Boomvalk Software B.V.'], ['processor:merel', 'Merel', 'no-agreement'], ['processor:wulp', 'Wulp', 'no-agreement']],
      edges: [['•', 'processor:boomvalk', '“Beheer; verwerkersovereenkomst: van kracht”'], ['•', `processor:#${ids.processor}`], ['•', 'processor:merel'], ['•', 'processor:wulp', '“verwerkersovereenkomst: geen”']],
    },
    {
      name: 'a transfer runs by way of the processor that it names', input: { processors: [by('AdHarbor Inc.')], transfers: [abroad('US', 'AdHarbor, Inc', 'standard-clauses')] },
      nodes: [['processor:adharbor inc', 'AdHarbor Inc.'], ['country:US', 'Verenigde Staten', 'partly-adequate', 'outside']],
      edges: [['•', 'processor:adharbor inc', '“verwerkersovereenkomst: van kracht”'], ['processor:adharbor inc', 'country:US', 'outside', '“Modelcontractbepalingen van de Commissie (SCC)”']],
    },
    {
      name: 'a transfer to somebody who is named nowhere else, to a country without decision and without safeguard', input: { transfers: [abroad('IN', 'Callcentre Ltd'), abroad(null, null)] },
      nodes: [['recipient:callcentre ltd', 'Callcentre Ltd'], ['recipient:?', 'Ontvanger niet genoemd', 'unnamed'], ['country:IN', 'India', 'not-adequate', 'outside'], ['country:?', 'Land niet genoemd', 'unnamed', 'outside']],
      edges: [['•', 'recipient:callcentre ltd'], ['•', 'recipient:?'], ['recipient:callcentre ltd', 'country:IN', 'outside', 'unsafeguarded', '“geen waarborg vastgelegd”'], ['recipient:?', 'country:?', 'outside', 'unsafeguarded', '“geen waarborg vastgelegd”']],
    },
    {
      name: 'a country within the EEA needs no safeguard', input: { transfers: [abroad('DE', 'Amt')] },
      nodes: [['recipient:amt', 'Amt'], ['country:DE', 'Duitsland', 'eea']], edges: [['•', 'recipient:amt'], ['recipient:amt', 'country:DE']],
    },
  ]
  for (const { name, input, nodes: wantedNodes, edges: wantedEdges } of cases) {
    test(name, () => {
      const map = flow(input)
      assert.deepEqual(nodes(map), wantedNodes)
      assert.deepEqual(edges(map), wantedEdges)
    })
  }

  test('the processing itself: its department, a link, and what makes its data delicate', () => {
    const [node] = flowOfEntries([entry({ department: ids.burgerzaken, data_categories: ['name', 'health', 'bsn'] }, ids.one, 'draft')], names).nodes
    assert.deepEqual(node, { id: here, kind: 'processing', column: 'processing', words: 'Aanvragen bijzondere bijstand', detail: 'Burgerzaken', href: `/duinrade/verwerkingen/${ids.one}`, marks: ['special', 'bsn', 'not-active'], entries: 1 })
  })

  test('what is registered leads to its page', () => {
    const map = flow({ stores: [store(null, { system: ids.system })], processors: [by(null, { processor: ids.processor })] })
    assert.deepEqual(map.nodes.map(({ href }) => href), [`/duinrade/verwerkingen/${ids.one}`, `/duinrade/systemen/${ids.system}`, `/duinrade/verwerkers/${ids.processor}`])
  })

  test('H-24 M-10: what the registers themselves say of a system or processor stands on the map and beside the flow', () => {
    const map = flowOfEntries([entry({ stores: [store(null, { system: ids.system, is_encrypted: null, kind: null })], processors: [by(null, { processor: ids.processor, agreement: null, service: 'Beheer' })] })],
      { ...names, marked: new Map([[ids.processor, ['no-agreement']], [ids.system, ['unencrypted']]]) })
    assert.deepEqual(nodes(map).map(([, , ...marks]) => marks), [['unencrypted'], ['no-agreement']])
    assert.deepEqual(map.edges.map(({ words }) => words), [undefined, 'Beheer; geen overeenkomst van kracht'])
  })

  test('only what leaves the EEA: recipients and processors without a transfer are left out', () => {
    const map = flow({ recipients: [to('uwv')], processors: [by('Boomvalk'), by('AdHarbor Inc.')], transfers: [abroad('US', 'AdHarbor Inc.'), abroad('DE', 'Amt')], sources: ['brp'] }, { outside: true })
    assert.deepEqual(nodes(map).map(([id]) => id), ['source:brp', 'processor:adharbor inc', 'country:US'])
  })

  test('in English', () => inLanguage('en', () => assert.equal(flow({ transfers: [abroad(null, null)] }).nodes.at(-1)!.words, 'Country not named')))
})

test('several processings: a point counts those that touch it, and one that is registered takes in its name elsewhere', () => {
  const map = flowOfEntries([entry({ processors: [by(null, { processor: ids.processor })], sources: ['brp'] }), entry({ name: 'Paspoorten', processors: [by('BOOMVALK software b.v.')], sources: ['brp'] }, ids.two)], names)
  assert.deepEqual(map.nodes.filter(({ kind }) => kind !== 'processing').map(({ id, entries }) => [id, entries]), [['source:brp', 2], [`processor:#${ids.processor}`, 2]])
  assert.deepEqual(map.edges.map(({ entries }) => entries), [1, 1, 1, 1])
})

test('H-65: how a country protects data changes on the days on which a decision begins and ends', () => {
  const decided = { marks: ['adequate'], validFrom: '2021-06-28', validUntil: '2031-12-27' }
  const cases = [
    [undefined, '2026-11-22', 'not-adequate'], [{ marks: ['eea'], validFrom: null, validUntil: null }, '2026-11-22', 'eea'], [{ marks: [], validFrom: null, validUntil: null }, '2026-11-22', 'not-adequate'],
    [decided, '2021-06-27', 'not-adequate'], [decided, '2021-06-28', 'adequate'], [decided, '2031-12-27', 'adequate'], [decided, '2031-12-28', 'not-adequate'],
    [{ ...decided, marks: ['adequate', 'adequacy-partial'] }, '2026-11-22', 'partly-adequate'],
  ] as const
  for (const [country, day, wanted] of cases) assert.equal(protectionOf(country, day), wanted, `${JSON.stringify(country)} on ${day}`)
})

/** Any handful of entries. */
const name = fc.constantFrom('Boomvalk', 'boomvalk', 'AdHarbor Inc.', 'Zaaksysteem Vlier', 'Ünï', null)
const keys = (catalogue: string) => fc.uniqueArray(fc.constantFrom(...[...lookups.terms.get(catalogue)!.keys()].slice(0, 12)), { maxLength: 5 })
const inputs = fc.record({
  subject_categories: keys('subject-category'), sources: keys('data-source'), data_categories: keys('data-category'),
  stores: fc.array(fc.tuple(name, fc.constantFrom(null, ids.system)).map(([words, system]) => store(words, { system })), { maxLength: 4 }),
  recipients: fc.array(fc.tuple(fc.constantFrom(null, 'uwv', 'care-provider'), name).map(([key, words]) => to(key, words)), { maxLength: 4 }),
  processors: fc.array(fc.tuple(name, fc.constantFrom(null, ids.processor)).map(([words, processor]) => by(words, { processor })), { maxLength: 4 }),
  transfers: fc.array(fc.tuple(fc.constantFrom('US', 'DE', 'IN', null), name, fc.constantFrom(null, 'standard-clauses')).map(([country, words, instrument]) => abroad(country, words, instrument)), { maxLength: 3 }),
})

test('whatever is filled in: every edge joins two points, runs one way, and both orders of entries give the same map', () => {
  fc.assert(fc.property(fc.array(inputs, { maxLength: 6 }), (all) => {
    const entries = all.map((input, index) => entry({ ...input, name: `Verwerking ${index}` }, `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`))
    const map = flowOfEntries(entries, names)
    const known = new Set(map.nodes.map(({ id }) => id))
    assert.equal(known.size, map.nodes.length)
    for (const { from, to: end, entries: count } of map.edges) {
      assert.ok(known.has(from) && known.has(end))
      assert.ok(count >= 1 && count <= entries.length)
    }
    assert.deepEqual(flowOfEntries(entries.toReversed(), names).nodes.map(({ id, entries: count }) => [id, count]), map.nodes.map(({ id, entries: count }) => [id, count]))
  }))
})

describe('a map is shortened', () => {
  const many = flowOfEntries(Array.from({ length: 20 }, (_, index) => entry({ name: `Verwerking ${index}`, processors: Array.from({ length: index + 1 }, (__, number) => by(`Leverancier ${number}`)), ...(index === 0 ? { transfers: [abroad('IN', 'Verweg Ltd')] } : {}) }, `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`)), names)
  const limits = { subject: 3, source: 3, processing: 3, system: 3, recipient: 3, processor: 3, country: 3 }

  test('what most touch stays, the others are one box that says how many', () => {
    const short = shortened(many, limits)
    assert.deepEqual(short.nodes.filter(({ kind }) => kind === 'processor').map(({ words, entries, hidden }) => [words, entries, hidden]), [['Leverancier 0', 20, undefined], ['Leverancier 1', 19, undefined], ['Leverancier 2', 18, undefined], ['en 17 andere verwerkers', undefined, 17]])
  })

  test('a flow to the others says at least how many processings', () => {
    const edge = shortened(many, limits).edges.find(({ from, to: end }) => from === 'processing:+' && end === 'processor:+')
    assert.equal(edge?.entries, 1)
  })

  test('H-65: what leaves the EEA is never hidden while something else could be', () => {
    const outside = shortened(flowOfEntries([entry({ recipients: ['a', 'b', 'c', 'd', 'e'].flatMap((word) => [to(null, word)]), transfers: [abroad('IN', 'z')] }), entry({ name: 'B', recipients: ['a', 'b', 'c', 'd', 'e'].map((word) => to(null, word)) }, ids.two)], names), limits)
    assert.ok(outside.nodes.some(({ id }) => id === 'recipient:z'))
  })

  test('one too many is shown: “and 1 other” says nothing', () => {
    const short = shortened(flow({ processors: ['a', 'b', 'c', 'd'].map((word) => by(word)) }), limits)
    assert.equal(short.nodes.filter(({ kind }) => kind === 'processor').length, 4)
  })

  test('no edge ends nowhere, and nothing is lost from the count', () => {
    fc.assert(fc.property(fc.array(inputs, { maxLength: 8 }), (all) => {
      const whole = flowOfEntries(all.map((input, index) => entry({ ...input, name: `V ${index}` }, `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`)), names)
      const short = shortened(whole, { ...limits, recipient: 1 })
      const known = new Set(short.nodes.map(({ id }) => id))
      for (const edge of short.edges) assert.ok(known.has(edge.from) && known.has(edge.to), JSON.stringify(edge))
      const count = (map: FlowMap) => map.nodes.reduce((sum, { hidden }) => sum + (hidden ?? 1), 0)
      assert.equal(count(short), count(whole))
    }))
  })
})
