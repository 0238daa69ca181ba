import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { contrast, mix, readColour, untilClear } from './colour.ts'
import { contrastOnWhite, houseStylesheet, leastContrast } from './house-style.ts'

describe('colours', () => {
  for (const [typed, read] of [['#15538A', '#15538a'], [' 15538a ', '#15538a'], ['#155', undefined], ['blue', undefined], ['#15538a80', undefined], ['#15538g', undefined], ['', undefined]] as const) {
    test(`"${typed}" is read as ${read}`, () => assert.equal(readColour(typed), read))
  }

  test('contrast is that of WCAG: 21 for black on white, 1 for the same, whichever comes first', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.equal(contrast('#123456', '#123456'), 1)
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
    assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48')
  })

  test('a colour that is clear enough stays; another is drawn no further than it must', () => {
    assert.equal(mix('#000000', '#ffffff', 0.5), '#808080')
    assert.equal(untilClear('#15538a', '#000000', '#ffffff', 4.5), '#15538a')
    const drawn = untilClear('#999999', '#000000', '#ffffff', 4.5)
    assert.ok(contrast(drawn, '#ffffff') >= 4.5 && contrast(drawn, '#ffffff') < 4.9, drawn)
  })
})

describe('a house style from one colour', () => {
  const tokens = (css: string, place: 0 | 1) => new Map([...css.split('@media')[place]!.matchAll(/(--[\w-]+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!] as const))
  const anyAccent = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`).filter((colour) => contrastOnWhite(colour) >= leastContrast)

  test('whatever readable accent is chosen: words, buttons and header are readable in light and in dark', () => {
    fc.assert(fc.property(anyAccent, (accent) => {
      const css = houseStylesheet(accent)
      const light = tokens(css, 0)
      const dark = tokens(css, 1)
      const violet = (of: Map<string, string>, step: number) => of.get(`--voorbeeld-kleuren-violet-${step}`)!
      const readable = (words: string, ground: string, least = 4.5) => assert.ok(contrast(words, ground) >= least, `${accent}: ${words} on ${ground} is ${contrast(words, ground)}`)
      for (const ground of ['#ffffff', '#f6f8fa', '#eef1f5']) readable(violet(light, 500), ground)
      for (const ground of ['#111925', '#17212f', '#1f2b3c', violet(dark, 50), violet(dark, 100)]) readable(violet(dark, 500), ground)
      readable(violet(light, 600), violet(light, 100))
      readable(violet(dark, 600), violet(dark, 100))
      // The primary button: words of the paper's colour on the accent.
      readable('#ffffff', violet(light, 500))
      readable('#111925', violet(dark, 500))
      readable('#ffffff', light.get('--wb-header-background')!, 7)
      readable(light.get('--wb-header-subtle')!, light.get('--wb-header-background')!)
      readable('#f2f6fb', dark.get('--wb-header-background')!, 7)
      readable('#a6b4c7', dark.get('--wb-header-background')!)
      // Lines of controls and the shield in the mark.
      readable(violet(light, 400), '#ffffff', 3)
      readable(violet(dark, 400), '#111925', 3)
      readable('#ffffff', light.get('--wb-mark-background')!, 3)
      readable('#f2f6fb', dark.get('--wb-mark-background')!, 3)
    }))
  })

  test('nothing but tokens is overridden, and paper keeps the light ones', () => {
    const css = houseStylesheet('#15538a')
    assert.deepEqual(css.replaceAll(/--[\w-]+:#[0-9a-f]{6};?/g, '').split('\n'), [
      '.voorbeeld-theme{}', '@media screen and (prefers-color-scheme:dark){.voorbeeld-theme[data-scheme=device]{}}', '@media screen{.voorbeeld-theme[data-scheme=dark]{}}',
    ])
  })
})
