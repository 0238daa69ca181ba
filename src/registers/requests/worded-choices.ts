// Worded choices: what the law lists with words and an article, as the choices of a field.
import type { Words } from '../../ground/words.ts'

export function choicesOf<K extends string>(listed: Readonly<Record<K, { readonly words: Words }>>): Record<K, readonly [string, string]> {
  return Object.fromEntries(Object.entries<{ readonly words: Words }>(listed).map(([key, { words }]) => [key, [words.nl, words.en] as const])) as Record<K, readonly [string, string]>
}

export function paired<K extends string>(listed: Readonly<Record<K, Words>>): Record<K, readonly [string, string]> {
  return Object.fromEntries(Object.entries<Words>(listed).map(([key, { nl, en }]) => [key, [nl, en] as const])) as Record<K, readonly [string, string]>
}
