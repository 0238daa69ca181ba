// Patch: what one row of a file says about an entry, and the entry as it is with that laid over it.
import type { AnyInput } from '../entry.ts'
import { tidy } from '../parse.ts'

export type Patch = {
  /** Parsed values of the fields that the row fills. */
  readonly set: AnyInput
  /** Lines that must stand in a note field: text of the file that fits no value. */
  readonly notes: Readonly<Record<string, readonly string[]>>
}

/** Lines that stand in the note already aren't added again, so that a second import changes nothing. */
export function applyPatch<T extends AnyInput>(base: T, patch: Patch): T {
  const input: AnyInput = { ...base, ...patch.set }
  for (const [field, lines] of Object.entries(patch.notes)) {
    const text = typeof input[field] === 'string' ? input[field] : ''
    const missing = [...new Set(lines.map((line) => tidy(line, true)))].filter((line) => line !== '' && !text.includes(line))
    if (missing.length > 0) input[field] = [text, ...missing].filter(Boolean).join('\n')
  }
  return input as T
}
