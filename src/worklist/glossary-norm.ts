// Glossary norm: whether a glossary is at hand: terms in use, each with what it means (N-51).
import { z } from 'zod'
import { termsOf } from '../catalogues/tenant-terms.ts'
import type { NormRule } from '../register-kit/norm-evidence.ts'
import { glossaryCatalogue } from './glossary.ts'

export const glossaryAtHand: NormRule = {
  words: { nl: 'Er is een begrippenlijst, met bij elk begrip wat het betekent', en: 'There is a glossary, with for each term what it means' },
  asks: z.strictObject({}),
  async measure(scope) {
    const terms = await termsOf(scope, glossaryCatalogue)
    const bare = terms.filter(({ note }) => note === null).length
    return {
      status: terms.length === 0 ? 'not_met' : bare > 0 ? 'attention' : 'met', path: '/begrippen',
      words: { nl: `${terms.length} begrippen in gebruik${bare > 0 ? `, waarvan ${bare} zonder uitleg` : ''}`, en: `${terms.length} terms in use${bare > 0 ? `, ${bare} of them without an explanation` : ''}` },
    }
  },
}
