// Clauses: the numbered paragraphs of an article, and how its terms are said.
import { inLanguage } from '../../../ground/words.ts'
import { sayDuration } from '../../../page-kit/duration.ts'

export function clauses(article: number, texts: readonly string[]): string {
  return texts.map((text, index) => `${article}.${index + 1} ${text}`).join('\n\n')
}

/** `drie maanden`, whatever language the reader has: the agreement is in Dutch. */
export const sayTerm = (duration: string): string => inLanguage('nl', () => sayDuration(duration))

/** Words of a register as words: nothing in them is a mark of Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
}
