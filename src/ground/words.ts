// Words: every label that people read, as a Dutch and English pair, written where the thing is declared; and the language of who reads now.
import { AsyncLocalStorage } from 'node:async_hooks'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]
export type Words = { readonly nl: string; readonly en: string }

const spoken = new AsyncLocalStorage<Language>()

/** The language of the request that is being answered; Dutch in jobs and wherever nobody chose. */
export function currentLanguage(): Language {
  return spoken.getStore() ?? 'nl'
}

/** Does work (a request, as a rule) in a language: everything said in it comes out so. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return spoken.run(language, work)
}

/** One language of a pair; the reader's unless said otherwise. Never call it while a module loads: nobody reads then. */
export function say(words: Words, language: Language = currentLanguage()): string {
  return words[language]
}

/** A sentence written on the spot in both languages. */
export function t(nl: string, en: string): string {
  return currentLanguage() === 'nl' ? nl : en
}
