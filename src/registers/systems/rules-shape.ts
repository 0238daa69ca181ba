// Shape of the rules on a system or store, and what several of them ask.
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type SystemInput = InputOf<typeof fields>
export type SystemRules = Readonly<Record<string, Rule<SystemInput>>>

/** Paper can't be encrypted and nobody signs in to it. */
export const isDigital = ({ kind }: SystemInput): boolean => kind !== 'paper'

/** Labels of the data that the law guards more closely: special (art. 9), criminal (art. 10) and the citizen service number (art. 87). */
export function guardedData({ data_categories }: SystemInput, { term }: RuleContext): string[] {
  return data_categories.flatMap((key) => {
    const found = term('data-category', key)
    return found && found.marks.some((mark) => mark === 'special' || mark === 'criminal' || mark === 'bsn') ? [found.label] : []
  })
}
