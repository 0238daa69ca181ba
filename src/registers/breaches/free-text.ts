// Free text: the fields in which somebody writes freely, and which of them hold what a test looks for. Pure.
import { fields } from './declaration.ts'
import type { BreachInput } from './step-kit.ts'

/** Contact details stand in fields of their own, and may be there. */
const written = Object.entries(fields).filter(([key, { type }]) => (type === 'longText' || type === 'text') && !key.startsWith('reporter_') && key !== 'manager_email' && key !== 'number' && key !== 'authority_number')

/** In Dutch, the names of the fields whose text the test finds: a finding is kept for everybody. */
export function sayFieldWords(input: BreachInput, test: (text: string) => boolean): string[] {
  return [
    ...written.flatMap(([key, { words }]) => {
      const value = input[key as keyof BreachInput]
      return typeof value === 'string' && test(value) ? [words.nl] : []
    }),
    ...input.additions.some(({ text }) => text !== null && test(text)) ? [fields.additions.words.nl] : [],
  ]
}
