// Rules: what is missing, contradictory or against the law in one processing activity. Pure; each rule cites its article and norms.
import { attentionRules } from './rules-attention.ts'
import { completeRules } from './rules-complete.ts'
import { dataRules } from './rules-data.ts'
import { groundRules } from './rules-ground.ts'
import { oversightRules } from './rules-oversight.ts'
import { purposeRules } from './rules-purpose.ts'
import { retentionRules } from './rules-retention.ts'
import type { Rule } from './rules-shape.ts'
import { sharingRules } from './rules-sharing.ts'
import { transferRules } from './rules-transfer.ts'

const all = { ...completeRules, ...purposeRules, ...groundRules, ...dataRules, ...sharingRules, ...transferRules, ...retentionRules, ...attentionRules, ...oversightRules } as const
export type RuleKey = keyof typeof all

/** Every rule by its key: words, advice, citation, norms, severity and field. A new rule is one entry in one of the files above. */
export const ruleBook: Readonly<Record<RuleKey, Rule>> = all
export const ruleKeys = Object.keys(all) as readonly RuleKey[]

/** A rule by a key that came from the database or a profile; undefined when this release has no such rule. */
export function ruleOf(key: string): Rule | undefined {
  return Object.hasOwn(all, key) ? ruleBook[key as RuleKey] : undefined
}
