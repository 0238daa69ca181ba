import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activityKeys } from './known-activity.ts'

const id = '0199f0c2-7d1e-7abc-8def-0123456789ab'

const cases: readonly { text: string; ids?: string[]; has?: string[]; hasNot?: string[] }[] = [
  { text: `urn:uuid:${id}`, ids: [id] },
  { text: `URN:UUID:${id.toUpperCase()}`, ids: [id] },
  { text: `https://privacy.example/openbaar/duinrade/verwerkingen/${id}`, ids: [id] },
  { text: `https://privacy.example/openbaar/duinrade/verwerkingen/${id}/versies/3`, ids: [id] },
  { text: id, ids: [id] },
  { text: `${id}0`, ids: [] },
  { text: `0${id}`, ids: [] },
  { text: 'VW-2026-K7M2', ids: [], has: ['VW-2026-K7M2'] },
  { text: 'urn:verwerking:VW-2026-K7M2', has: ['VW-2026-K7M2'] },
  { text: 'https://register.example/v?nummer=VW-12&taal=nl', has: ['VW-12'], hasNot: ['VW-1', 'VW-12&taal=nl'] },
  { text: 'https://register.example/verwerkingen/VW%2012', has: ['VW 12'] },
  { text: 'https://register.example/%E0%A4%A/7', has: ['7'] },
  { text: 'a\u0000', hasNot: ['a\u0000'] },
  { text: '', ids: [], has: [] },
  { text: 'x'.repeat(61), hasNot: ['x'.repeat(61)] },
]

describe('ids and numbers in the name of an activity (N-39)', () => {
  for (const { text, ids, has = [], hasNot = [] } of cases) {
    test(JSON.stringify(text.slice(0, 80)), () => {
      const keys = activityKeys(text)
      if (ids) assert.deepEqual(keys.ids, ids)
      for (const number of has) assert.ok(keys.numbers.includes(number), number)
      for (const number of hasNot) assert.ok(!keys.numbers.includes(number), number)
    })
  }
})
