// Rules: what may be wrong with an entry, as pure functions with a citation; and asking them all.
import type { OrganisationKind } from '../ground/scope.ts'
import { say, type Words } from '../ground/words.ts'
import type { Stage, AnyInput } from './entry.ts'

export type Severity = 'blocking' | 'serious' | 'attention'

/** A catalogue term as rules need it; days are `2026-11-22`, durations ISO 8601. */
export type RuleTerm = {
  readonly key: string
  readonly label: string
  readonly marks: readonly string[]
  readonly isActive?: boolean
  readonly validFrom?: string | null
  readonly validUntil?: string | null
  readonly term?: string | null
  readonly disposal?: string | null
}

export type RuleContext = {
  readonly organisationKind: OrganisationKind
  /** Day on which the rules are asked (`2026-11-22`). */
  readonly today: string
  readonly stage: Stage
  readonly reviewDueOn: string | null
  /** Came in as active by an import, without a test here. */
  readonly isImported: boolean
  readonly hasOpenRemarks?: boolean
  readonly term: (catalogue: string, key: string) => RuleTerm | undefined
  /** How people call an entry, person or department that a reference points at. */
  readonly label?: (target: string, id: string) => string | undefined
  /** What another register says of an entry that this one points at: its `status` stage, or a contribution's fact. */
  readonly fact?: (register: string, id: string, key: string) => unknown
  /** What other registers contribute on this entry itself. */
  readonly ownFact?: (key: string) => unknown
}

/** True gives one finding; a list gives one per value concerned (the detail that people read). */
export type RuleOutcome = boolean | readonly string[]

export type Rule<I = AnyInput> = {
  /** The field beside which it is shown. */
  readonly field: string
  /** blocking: may not come into force; serious: against the law as it stands; attention: weigh it. */
  readonly severity: Severity
  /** What is wrong. */
  readonly words: Words
  /** What to do. */
  readonly advice: Words
  readonly citation: string
  /** Norms (of the policy profiles) that this rule measures. */
  readonly norms: readonly string[]
  finds(entry: I, context: RuleContext): RuleOutcome
}

export type Rules = Readonly<Record<string, Rule>>

export type Finding = {
  readonly rule: string
  readonly field: string
  readonly severity: Severity
  /** The value concerned (a purpose, a country, `rij 2`), or '' when it is the field as a whole. */
  readonly detail: string
}

const order: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, attention: 2 }

/**
 * What is wrong with an entry, the gravest first, in a stable order. An entry that has ended has no findings.
 * Never throws on input of the right shape, however odd its values.
 */
export function findingsOf(rules: Rules, entry: AnyInput, context: RuleContext): Finding[] {
  if (context.stage === 'ended') return []
  return Object.entries(rules).flatMap(([key, rule]) => {
    const outcome = rule.finds(entry, context)
    const details = outcome === true ? [''] : outcome === false ? [] : [...new Set(outcome)]
    return details.map((detail) => ({ rule: key, field: rule.field, severity: rule.severity, detail }))
  }).toSorted((one, other) => order[one.severity] - order[other.severity])
}

/** What is wrong, in the reader's language, with the value concerned. */
export function sayFinding(rules: Rules, { rule, detail }: Pick<Finding, 'rule' | 'detail'>): string {
  const words = Object.hasOwn(rules, rule) ? say(rules[rule]!.words) : rule
  return detail === '' ? words : `${words} (${detail})`
}
