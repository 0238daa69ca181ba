import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inLanguage } from '../../ground/words.ts'
import { mostLogoBytes, readLogo } from './logo.ts'
import { jpeg, png, webp } from './logo.fixtures.ts'

const faultOf = (bytes: Buffer) => readLogo(bytes).fault ?? ''

describe('a logo is what its own bytes say', () => {
  for (const [kind, bytes] of [['png', png(120, 40)], ['jpeg', jpeg(120, 40)], ['webp', webp(120, 40)]] as const) {
    test(`${kind} is taken as such`, () => assert.deepEqual(readLogo(bytes), { logo: { type: `image/${kind}`, bytes } }))
    test(`${kind} that is cut short is refused`, () => assert.match(faultOf(bytes.subarray(0, 14)), /beschadigd/))
    test(`${kind} of more than 2,000 pixels is refused with its size`, () => {
      const wide = { png, jpeg, webp }[kind](9000, 40)
      assert.match(faultOf(wide), /9000 bij 40 punten/)
    })
  }

  for (const svg of ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '\uFEFF<?xml version="1.0"?><svg/>', '  <!-- x --><svg/>', '<!DOCTYPE svg><svg/>']) {
    test(`SVG is refused with the reason: ${svg.slice(0, 20)}`, () => assert.match(faultOf(Buffer.from(svg)), /SVG kan programma’s/))
  }

  for (const [what, bytes] of [['nothing', Buffer.alloc(0)], ['a page', Buffer.from('<html><img src=x></html>')], ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')], ['a PDF', Buffer.from('%PDF-1.7')]] as const) {
    test(`${what} is refused`, () => assert.match(faultOf(bytes), /geen PNG, JPEG of WebP/))
  }

  test('200 kB is the most', () => {
    const full = Buffer.concat([png(10, 10), Buffer.alloc(mostLogoBytes - png(10, 10).length)])
    assert.equal(readLogo(full).fault, undefined)
    assert.match(faultOf(Buffer.concat([full, Buffer.alloc(1)])), /te groot: hooguit 200 kB/)
    assert.match(inLanguage('en', () => faultOf(Buffer.concat([full, Buffer.alloc(1)]))), /too large: at most 200 kB/)
  })

  test('no bytes whatsoever make it fall over', () => {
    const heads = [png(9, 9), jpeg(9, 9), webp(9, 9), Buffer.alloc(0)].map((bytes) => bytes.subarray(0, 12))
    fc.assert(fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      readLogo(Buffer.concat([head, rest]))
    }), { numRuns: 2000 })
  })
})
