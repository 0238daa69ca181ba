// Rules on systems and stores: what kind it is, whether the data in it are safe, and that somebody answers for it (art. 5, 25 en 32 AVG; N-36, M-10).
import type { Rule } from '../../register-kit/rules.ts'
import { placeRules } from './rules-place.ts'
import { securityRules } from './rules-security.ts'
import type { SystemInput } from './rules-shape.ts'

const all = { ...placeRules, ...securityRules } as const
export type SystemRuleKey = keyof typeof all
export const systemRules: Readonly<Record<SystemRuleKey, Rule<SystemInput>>> = all
