// Shape of the rules on a processor agreement.
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type AgreementInput = InputOf<typeof fields>
export type AgreementRules = Readonly<Record<string, Rule<AgreementInput>>>
