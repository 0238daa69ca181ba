// Letters: text folded to plain lower-case letters, for ordering, searching and comparing what people typed.

/** `Financiën – Één` becomes `financien een`: no accents, no capitals, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}@.]+/gu, ' ').trim()
}

/** A LIKE pattern that finds the letters as they stand; the signs of LIKE lose their meaning. */
export function containing(letters: string): string {
  return `%${letters.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
