// Norm evidence: what the findings on the entries in force say about each norm of a policy profile, over the entries that the norm concerns, in one register or several. Pure.
import type { KnownEvidence } from '../policy/known-evidence.ts'
import type { Norm, Profile, SettingName } from '../policy/profiles.ts'
import type { AnyInput } from './entry.ts'
import type { Fields, InputOf } from './field-types.ts'
import type { Register } from './register.ts'
import type { Severity } from './rules.ts'

export type NormStatus = 'met' | 'attention' | 'not_met' | 'not_measurable' | 'conflicts'

/** Whether a norm on this kind of entries concerns an entry. `found`: the rules that have a finding on it. */
type Concerns<I> = (input: I, found: ReadonlySet<string>) => boolean

/** A register whose rules can measure norms, with the kinds of its entries that a norm may concern: else a norm on police data would be met by a register without any. */
export type Measured = { readonly register: Register; readonly populations: Readonly<Record<string, Concerns<AnyInput>>> }

/** `all` is always one of the populations. */
export function measuredBy<F extends Fields>(register: Register<F>, populations: Readonly<Record<string, Concerns<InputOf<F>>>> = {}): Measured {
  const given = Object.entries(populations).map(([key, concerns]) => [key, (input: AnyInput, found: ReadonlySet<string>) => concerns(input as InputOf<F>, found)] as const)
  return { register, populations: { all: () => true, ...Object.fromEntries(given) } }
}

/** What profiles may lean on; hand it to `loadProfiles` to have that checked. */
export function knownRules(measured: readonly Measured[]): KnownEvidence {
  return { registers: Object.fromEntries(measured.map(({ register, populations }) => [register.key, { rules: Object.keys(register.rules), populations: Object.keys(populations) }])) }
}

export type Counted = { readonly entries: number; readonly entriesWith: ReadonlyMap<string, number> }
/** Per kind of entries: how many are in force, and per rule on how many of those it has a finding. */
export type Counts = Readonly<Record<string, Counted>>
/** By register. */
export type EvidenceCounts = Readonly<Record<string, Counts>>
/** Which settings of the organisation stand as a norm asks. */
export type KnownSettings = Readonly<Record<SettingName, boolean>>

export type RuleFigure = { readonly rule: string; readonly severity: Severity; readonly entries: number }
export type RegisterFigures = {
  readonly register: string
  /** Entries in force that the norm concerns. */
  readonly entries: number
  /** Rules with findings, the gravest first and then the most, each with the number of entries. */
  readonly rules: readonly RuleFigure[]
}
export type NormEvidence = {
  readonly norm: Norm
  /** How it stands. A norm that conflicts with law says so whatever the figures, and keeps them beside it. */
  readonly status: NormStatus
  /** One for each register that measures the norm. */
  readonly figures: readonly RegisterFigures[]
}

/** Counts entries in force with the keys of the rules that have a finding on each; adds to `before`. */
export function countEvidence({ populations }: Measured, entries: Iterable<{ readonly input: AnyInput; readonly rules: Iterable<string> }>, before: Counts = {}): Counts {
  const counts = Object.fromEntries(Object.keys(populations).map((key) => [key, { entries: before[key]?.entries ?? 0, entriesWith: new Map(before[key]?.entriesWith) }]))
  for (const { input, rules } of entries) {
    const found = new Set(rules)
    for (const [key, concerns] of Object.entries(populations)) {
      if (!concerns(input, found)) continue
      const count = counts[key]!
      count.entries += 1
      for (const rule of found) count.entriesWith.set(rule, (count.entriesWith.get(rule) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * The evidence for each norm of a profile.
 * No entry that the norm concerns, or a norm that a person judges: not measurable. A blocking or serious finding: not met. Only points of attention: attention.
 */
export function normEvidence(profile: Profile, measured: readonly Measured[], counts: EvidenceCounts, settings: KnownSettings): NormEvidence[] {
  return profile.norms.map((norm) => {
    const figures = norm.evidence.kind === 'findings' ? norm.evidence.in.flatMap((part) => figuresOf(part, measured, counts)) : []
    return { norm, status: norm.conflicts ? 'conflicts' : statusOf(norm, figures, settings), figures }
  })
}

type Part = Extract<Norm['evidence'], { kind: 'findings' }>['in'][number]
const order: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, attention: 2 }

/** Nothing for a register, entries or rules that this release doesn't know. */
function figuresOf(part: Part, measured: readonly Measured[], counts: EvidenceCounts): RegisterFigures[] {
  const known = measured.find(({ register }) => register.key === part.register)?.register.rules ?? {}
  const keys = part.rules.filter((key) => Object.hasOwn(known, key))
  const count = Object.hasOwn(counts, part.register) && Object.hasOwn(counts[part.register]!, part.over) ? counts[part.register]![part.over]! : undefined
  if (keys.length === 0 || !count) return []
  const rules = keys.map((key) => ({ rule: key, severity: known[key]!.severity, entries: count.entriesWith.get(key) ?? 0 }))
    .filter(({ entries }) => entries > 0).toSorted((one, other) => order[one.severity] - order[other.severity] || other.entries - one.entries)
  return [{ register: part.register, entries: count.entries, rules }]
}

function statusOf({ evidence }: Norm, figures: readonly RegisterFigures[], settings: KnownSettings): NormStatus {
  if (evidence.kind === 'setting') return settings[evidence.setting] ? 'met' : 'not_met'
  if (evidence.kind !== 'findings' || !figures.some(({ entries }) => entries > 0)) return 'not_measurable'
  const rules = figures.flatMap((figure) => figure.rules)
  if (rules.some(({ severity }) => severity !== 'attention')) return 'not_met'
  return rules.length > 0 ? 'attention' : 'met'
}
