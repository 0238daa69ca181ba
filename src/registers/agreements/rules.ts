// Rules on processor agreements: signed, complete, in time, and on the model that the policy asks for (art. 28 AVG; H-24, H-40, H-43, H-44, H-45, N-40, N-43, N-44, N-45, N-63, N-65, N-66, W-08).
import type { Rule } from '../../register-kit/rules.ts'
import { besidesRules } from './rules-besides.ts'
import { contentRules } from './rules-content.ts'
import { partyRules } from './rules-parties.ts'
import type { AgreementInput } from './rules-shape.ts'
import { termRules } from './rules-term.ts'

const all = { ...termRules, ...partyRules, ...contentRules, ...besidesRules } as const
export type AgreementRuleKey = keyof typeof all
export const agreementRules: Readonly<Record<AgreementRuleKey, Rule<AgreementInput>>> = all
