// Glossary: the terms of the field and those of the organisation itself, with what they mean in the reader's language (N-51).
import { ownOrigin } from '../catalogues/difference.ts'
import { shippedCatalogue } from '../catalogues/load.ts'
import { termsOf } from '../catalogues/tenant-terms.ts'
import { fold } from '../ground/letters.ts'
import type { Scope } from '../ground/scope.ts'
import { currentLanguage, say, t } from '../ground/words.ts'

export const glossaryCatalogue = 'glossary'

export type GlossaryTerm = {
  readonly key: string
  readonly word: string
  /** In the other language, where it differs. */
  readonly otherWord: string | undefined
  readonly meaning: string | undefined
  /** Of the meaning: an organisation's own are Dutch. */
  readonly language: 'nl' | 'en'
  readonly citation: string | undefined
  readonly synonyms: readonly string[]
  readonly isOwn: boolean
}

/** In the order of the alphabet of the reader's language. */
export async function glossaryOf(scope: Scope): Promise<GlossaryTerm[]> {
  const english = new Map(shippedCatalogue(glossaryCatalogue).terms.map(({ key, noteEn }) => [key, noteEn]))
  const language = currentLanguage()
  const terms = (await termsOf(scope, glossaryCatalogue)).map(({ key, label, note, citation, synonyms, origin }): GlossaryTerm => {
    const translated = language === 'en' ? english.get(key) : undefined
    const [word, other] = [say(label), language === 'nl' ? label.en : label.nl]
    return {
      key, word, otherWord: fold(other) === fold(word) ? undefined : other, meaning: translated ?? note ?? undefined, language: translated === undefined ? 'nl' : 'en',
      citation: citation ?? undefined, synonyms, isOwn: origin === ownOrigin,
    }
  })
  return terms.toSorted((one, another) => one.word.localeCompare(another.word, language))
}

/** Terms that hold all words typed, those that are called so first. Pure. */
export function findInGlossary(terms: readonly GlossaryTerm[], typed: string): GlossaryTerm[] {
  const words = fold(typed).split(' ').filter(Boolean)
  const has = (text: string) => words.every((word) => fold(text).includes(word))
  const named = (term: GlossaryTerm) => has([term.word, term.otherWord ?? '', ...term.synonyms].join(' '))
  const found = terms.filter((term) => has([term.word, term.otherWord ?? '', term.meaning ?? '', term.citation ?? '', ...term.synonyms].join(' ')))
  return [...found.filter(named), ...found.filter((term) => !named(term))]
}

/** Id of a term on its page. */
export const anchorOf = ({ key }: Pick<GlossaryTerm, 'key'>): string => `begrip-${key}`

/** The letter under which a word stands; digits and signs under one heading. */
export function letterOf(word: string): string {
  const first = fold(word).charAt(0).toUpperCase()
  return /[A-Z]/.test(first) ? first : t('Overig', 'Other')
}
