// Words: every label that people read, as a Dutch and English pair, written where the thing is declared.

export type Language = 'nl' | 'en'
export type Words = { readonly nl: string; readonly en: string }

/** Picks one language of a pair. */
export function say(words: Words, language: Language = 'nl'): string {
  return words[language]
}
