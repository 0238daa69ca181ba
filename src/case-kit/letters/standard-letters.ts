// Standard letters: all of them, by key, and those that fit a case, the ones for its present state first.
import type { StandardLetter } from './standard-letter.ts'
import { requestReceipts } from './standard/request-receipts.ts'

export const standardLetters: readonly StandardLetter[] = [...requestReceipts]

export function standardLetter(key: string): StandardLetter | undefined {
  return standardLetters.find((one) => one.key === key)
}

/** Those of a register, the ones that fit the state first. */
export function lettersFor(register: string, status: string): { readonly fitting: readonly StandardLetter[]; readonly others: readonly StandardLetter[] } {
  const all = standardLetters.filter((one) => one.register === register)
  return { fitting: all.filter(({ fits }) => fits.includes(status)), others: all.filter(({ fits }) => !fits.includes(status)) }
}
