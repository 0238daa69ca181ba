// Findings: what is missing, contradictory or against the law in one processing activity. Pure; each rule cites its article and norms.
import type { ActivityInput, FieldKey } from './declaration.ts'
import { attentionRules } from './rules-attention.ts'
import { completeRules } from './rules-complete.ts'
import { dataRules } from './rules-data.ts'
import { groundRules } from './rules-ground.ts'
import { oversightRules } from './rules-oversight.ts'
import { purposeRules } from './rules-purpose.ts'
import { retentionRules } from './rules-retention.ts'
import type { Rule, RuleContext, Severity } from './rules-shape.ts'
import { sharingRules } from './rules-sharing.ts'
import { transferRules } from './rules-transfer.ts'

export type { Rule, RuleContext, RuleTerm, Severity } from './rules-shape.ts'

const all = { ...completeRules, ...purposeRules, ...groundRules, ...dataRules, ...sharingRules, ...transferRules, ...retentionRules, ...attentionRules, ...oversightRules } as const
export type RuleKey = keyof typeof all

/** Every rule by its key: words, advice, citation, norms, severity and field. A new rule is one entry in one of the files above. */
export const ruleBook: Readonly<Record<RuleKey, Rule>> = all
export const ruleKeys = Object.keys(all) as readonly RuleKey[]

export type Finding = {
  readonly rule: RuleKey
  readonly field: FieldKey
  readonly severity: Severity
  /** The value concerned (a purpose, a country, `rij 2`), or '' when it is the field as a whole. */
  readonly detail: string
  /** Dutch sentence for people: what is wrong, with the value. */
  readonly message: string
}

const order: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, attention: 2 }

/**
 * What is wrong with an activity, the gravest first, in a stable order. An activity that has ended has no findings.
 * Never throws on input of the right shape, however odd its values.
 */
export function findingsOf(entry: ActivityInput, context: RuleContext): Finding[] {
  if (context.status === 'ended') return []
  return ruleKeys.flatMap((key) => {
    const { field, severity, words, finds } = ruleBook[key]
    const outcome = finds(entry, context)
    const details = outcome === true ? [''] : outcome === false ? [] : [...new Set(outcome)]
    return details.map((detail) => ({ rule: key, field, severity, detail, message: detail === '' ? words.nl : `${words.nl} (${detail})` }))
  }).sort((one, other) => order[one.severity] - order[other.severity])
}

/** A rule by a key that came from the database or a profile; undefined when this release has no such rule. */
export function ruleOf(key: string): Rule | undefined {
  return Object.hasOwn(all, key) ? ruleBook[key as RuleKey] : undefined
}
