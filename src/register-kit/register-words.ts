// Register words: how a register's entries are spoken of in a sentence, in Dutch with the right article.
import { say, t } from '../ground/words.ts'
import type { Register } from './register.ts'

/** `deze verwerking`, `dit systeem`. */
export function thisOne({ words }: Register): string {
  return t(`${words.article === 'de' ? 'deze' : 'dit'} ${words.one.nl}`, `this ${words.one.en}`)
}

/** `de verwerking`, `het systeem`. */
export function theOne({ words }: Register): string {
  return t(`${words.article} ${words.one.nl}`, `the ${words.one.en}`)
}

/** `Nieuwe verwerking`, `Nieuw systeem`. */
export function newOne({ words }: Register): string {
  return t(`${words.article === 'de' ? 'Nieuwe' : 'Nieuw'} ${words.one.nl}`, `New ${words.one.en}`)
}

/** `1 verwerking`, `1.204 verwerkingen`; `meer dan` where counting stopped. */
export function amountOf(register: Register, count: number, most = Number.POSITIVE_INFINITY): string {
  const figure = Math.min(count, most).toLocaleString(t('nl-NL', 'en-GB'))
  return `${count > most ? t('Meer dan ', 'More than ') : ''}${figure} ${count === 1 ? say(register.words.one) : lower(say(register.words.many))}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A name in the middle of a sentence; a word in capitals stays as it is. */
export function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
