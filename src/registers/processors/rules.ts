// Rules on processors: an agreement with each (H-24, H-43), guarantees that hold, audits (M-08), whom to reach (N-40) and who stands behind it (N-43, W-08).
import type { Rule } from '../../register-kit/rules.ts'
import { chainRules } from './rules-chain.ts'
import { guaranteeRules } from './rules-guarantees.ts'
import type { ProcessorInput } from './rules-shape.ts'

const all = { ...guaranteeRules, ...chainRules } as const
export type ProcessorRuleKey = keyof typeof all
export const processorRules: Readonly<Record<ProcessorRuleKey, Rule<ProcessorInput>>> = all
