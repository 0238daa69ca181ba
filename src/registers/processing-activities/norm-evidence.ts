// Norm evidence: what the findings on the entries in force say about each norm of a policy profile, over the entries that the norm concerns. Pure.
import type { KnownRules, Norm, Profile } from '../../policy/profiles.ts'
import { type ActivityInput, registerKey } from './declaration.ts'
import { isCouncilRecording } from './rules-complete.ts'
import { hasBasis, isController, isFilled, isPolice, isProcessor } from './rules-shape.ts'
import { ruleKeys, ruleOf } from './rules.ts'

export type NormStatus = 'met' | 'attention' | 'not_met' | 'not_measurable' | 'conflicts'

/** Kinds of entries that a norm may concern: else a norm on police data would be met by a register without any. */
export const populations = {
  all: () => true,
  controller: isController,
  processor: isProcessor,
  police: isPolice,
  consent: (entry) => hasBasis(entry, 'consent') || entry.special_exceptions.some(({ exception }) => exception === 'explicit-consent'),
  further_use: (entry) => isFilled(entry.further_use),
  dashboard: (entry) => entry.dashboard === true,
  council_recording: isCouncilRecording,
  /** Received from the police, or with signs of it. */
  from_police: (entry) => entry.received_from_police === true || (!isPolice(entry)
    && (entry.sources.includes('police') || isFilled(entry.police_basis) || [...entry.legal_bases, ...entry.sector_rules].some(({ law }) => law === 'wpg'))),
} as const satisfies Record<string, (entry: ActivityInput) => boolean>
export type Population = keyof typeof populations

/** What profiles may lean on in this register; hand it to `loadProfiles` to have that checked. */
export const knownToProfiles: KnownRules = { [registerKey]: { rules: ruleKeys, populations: Object.keys(populations) } }

export type Counted = { readonly entries: number; readonly entriesWith: ReadonlyMap<string, number> }
/** Per kind of entries: how many there are, and per rule on how many of those it has a finding. */
export type EvidenceCounts = Readonly<Record<Population, Counted>>

export type NormEvidence = {
  readonly norm: Norm
  /** How it stands. A norm that conflicts with law says so whatever the figures, and keeps them beside it. */
  readonly status: NormStatus
  readonly figures: {
    /** Entries in force that the norm concerns. */
    readonly entries: number
    /** Rules with findings, the gravest first and then the most, each with the number of entries. */
    readonly rules: readonly { readonly rule: string; readonly severity: 'blocking' | 'serious' | 'attention'; readonly entries: number }[]
  }
}

/** Counts entries in force with the keys of the rules that have a finding on each. */
export function countEvidence(entries: Iterable<{ readonly input: ActivityInput; readonly rules: Iterable<string> }>): EvidenceCounts {
  const counts = Object.fromEntries(Object.keys(populations).map((key) => [key, { entries: 0, entriesWith: new Map<string, number>() }])) as Record<Population, { entries: number; entriesWith: Map<string, number> }>
  for (const { input, rules } of entries) {
    const found = new Set(rules)
    for (const [key, concerns] of Object.entries(populations) as [Population, (entry: ActivityInput) => boolean][]) {
      if (!concerns(input)) continue
      const count = counts[key]
      count.entries += 1
      for (const rule of found) count.entriesWith.set(rule, (count.entriesWith.get(rule) ?? 0) + 1)
    }
  }
  return counts
}

const order = { blocking: 0, serious: 1, attention: 2 } as const

/**
 * The evidence for each norm of a profile that this register measures or that a person judges; norms of other registers are left out.
 * No entry that the norm concerns, or a norm that a person judges: not measurable. A blocking or serious finding: not met. Only points of attention: attention.
 */
export function normEvidence(profile: Profile, counts: EvidenceCounts): NormEvidence[] {
  return profile.norms.flatMap((norm) => {
    const { evidence } = norm
    if (evidence.kind === 'manual') return [{ norm, status: norm.conflicts ? 'conflicts' as const : 'not_measurable' as const, figures: { entries: counts.all.entries, rules: [] } }]
    if (evidence.register !== registerKey) return []
    const count = Object.hasOwn(counts, evidence.over) ? counts[evidence.over as Population] : { entries: 0, entriesWith: new Map<string, number>() }
    const rules = evidence.rules.flatMap((key) => {
      const rule = ruleOf(key)
      const entries = count.entriesWith.get(key) ?? 0
      return rule && entries > 0 ? [{ rule: key, severity: rule.severity, entries }] : []
    }).toSorted((one, other) => order[one.severity] - order[other.severity] || other.entries - one.entries)
    return [{ norm, status: statusOf(norm, count.entries, rules), figures: { entries: count.entries, rules } }]
  })
}

function statusOf(norm: Norm, entries: number, rules: NormEvidence['figures']['rules']): NormStatus {
  if (norm.conflicts) return 'conflicts'
  if (entries === 0 || (norm.evidence.kind === 'findings' && !norm.evidence.rules.some((key) => ruleOf(key)))) return 'not_measurable'
  if (rules.some(({ severity }) => severity !== 'attention')) return 'not_met'
  return rules.length > 0 ? 'attention' : 'met'
}
