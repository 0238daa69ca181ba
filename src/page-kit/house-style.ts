// House style: from one accent colour to the tokens that pages in an organisation's colour need, light and dark. Overrides tokens, nothing else. Pure.
import { contrast, mix, untilClear } from './colour.ts'

/** Words in the accent must be readable on white paper (WCAG 1.4.3). */
export const leastContrast = 4.5

export function contrastOnWhite(accent: string): number {
  return contrast(accent, white)
}

/** The stylesheet of an organisation with this accent (`#rrggbb`). */
export function houseStylesheet(accent: string): string {
  const dark = darkTokens(accent)
  return [
    `.voorbeeld-theme{${written(lightTokens(accent))}}`,
    `@media screen and (prefers-color-scheme:dark){.voorbeeld-theme[data-scheme=device]{${written(dark)}}}`,
    `@media screen{.voorbeeld-theme[data-scheme=dark]{${written(dark)}}}`,
  ].join('\n')
}

type Tokens = Readonly<Record<string, string>>
const white = '#ffffff'
const black = '#000000'
/** The darkest of the light grounds on which words in the accent stand, and the lightest of the dark ones (theme.css, dark.css). */
const greyGround = '#eef1f5'
const darkGround = '#1f2b3c'
const darkPaper = '#111925'
const darkHeader = '#0a111b'

function lightTokens(accent: string): Tokens {
  const words = untilClear(accent, black, greyGround, leastContrast)
  const header = untilClear(mix(words, black, 0.3), black, white, 10)
  return {
    ...ramp([mix(accent, white, 0.95), mix(accent, white, 0.89), mix(accent, white, 0.78), mix(accent, white, 0.5), untilClear(mix(words, white, 0.2), black, white, 3.5), words, mix(words, black, 0.28), mix(words, black, 0.52)]),
    '--wb-header-background': header,
    '--wb-header-subtle': mix(white, header, 0.22),
    '--wb-header-line': mix(white, header, 0.5),
    '--wb-mark-background': mix(words, header, 0.1),
  }
}

function darkTokens(accent: string): Tokens {
  const words = untilClear(accent, white, darkGround, 6)
  return {
    ...ramp([mix(darkPaper, words, 0.06), mix(darkPaper, words, 0.12), mix(darkPaper, words, 0.2), mix(darkPaper, words, 0.4), untilClear(accent, white, darkGround, 4), words, mix(words, white, 0.4), mix(words, white, 0.7)]),
    '--wb-header-background': mix(darkHeader, accent, 0.1),
    '--wb-mark-background': mix(accent, darkHeader, 0.2),
  }
}

// The neutral theme takes everything that acts from its violet ramp.
function ramp(colours: readonly string[]): Tokens {
  return Object.fromEntries([50, 100, 200, 300, 400, 500, 600, 700].map((step, place) => [`--voorbeeld-kleuren-violet-${step}`, colours[place]!]))
}

function written(tokens: Tokens): string {
  return Object.entries(tokens).map(([name, value]) => `${name}:${value}`).join(';')
}
