// Figures: what was counted for a norm, by each kind of evidence, and how the norm stands by it. Pure.
import type { EvidencePart } from '../../policy/evidence.ts'
import type { Norm } from '../../policy/profiles.ts'
import type { NormStanding, NormStatus, RuleMeasure } from '../norm-evidence.ts'
import type { Severity } from '../rules.ts'
import type { Statement } from './statements.ts'

type PartOf<K extends EvidencePart['kind']> = Extract<EvidencePart, { kind: K }>

export type RuleFigure = { readonly rule: string; readonly severity: Severity; readonly entries: number }
/** `entries` in force that the norm concerns; `grave` of them have a blocking or serious finding, `found` any; `rules` the gravest first, then the most. */
export type RegisterFigures = { readonly register: string; readonly entries: number; readonly grave: number; readonly found: number; readonly rules: readonly RuleFigure[] }

/** What was counted, beside the rule that asked for it. Undefined figures: this release doesn't know what the rule leans on. */
export type PartFigures =
  | { readonly part: PartOf<'findings'>; readonly counted: readonly RegisterFigures[] }
  | { readonly part: PartOf<'reviewed'>; readonly counted: { readonly entries: number; readonly well: number } | undefined }
  /** Terms that ended since a day, those of them in time, and those that run late now. */
  | { readonly part: PartOf<'closed_within_term'>; readonly counted: { readonly ended: number; readonly inTime: number; readonly late: number; readonly since: string } | undefined }
  | { readonly part: PartOf<'in_force'>; readonly counted: { readonly entries: number } | undefined }
  /** The latest day up to today, and the first that is recent enough. */
  | { readonly part: PartOf<'recent'>; readonly counted: { readonly entries: number; readonly latest: string | null; readonly notBefore: string } | undefined }
  | { readonly part: PartOf<'roles_filled'>; readonly counted: { readonly holders: readonly { readonly role: string; readonly count: number }[]; readonly clashes: number } }
  | { readonly part: PartOf<'setting'>; readonly counted: { readonly isSet: boolean } }
  | { readonly part: PartOf<'rule'>; readonly counted: RuleMeasure | undefined }
  /** The last statement that wasn't taken back; the day on which its term ends, and the day from which it counts for nothing. */
  | { readonly part: PartOf<'manual'>; readonly counted: { readonly statement: Statement; readonly validUntil: string; readonly countsUntil: string; readonly age: 'valid' | 'old' | 'spent' } | undefined }

export type NormEvidence = {
  readonly norm: Norm
  readonly status: NormStatus
  readonly parts: readonly (PartFigures & { readonly status: NormStanding })[]
}

/** How a norm stands by all that was counted. One that conflicts with law says so whatever the figures, and keeps them beside it. */
export function evidenceFor(norm: Norm, figures: readonly PartFigures[]): NormEvidence {
  const parts = figures.map((one) => ({ ...one, status: standingOf(one) }))
  return { norm, parts, status: norm.conflicts ? 'conflicts' : worst(parts.map(({ status }) => status)) }
}

const order: readonly NormStanding[] = ['not_met', 'attention', 'not_measurable', 'met']

/** Of several that must all hold, the worst; one that can't be measured keeps the whole from being met. */
export function worst(standings: readonly NormStanding[]): NormStanding {
  return order.find((standing) => standings.includes(standing)) ?? 'not_measurable'
}

export function standingOf(figures: PartFigures): NormStanding {
  if (figures.counted === undefined) return 'not_measurable'
  switch (figures.part.kind) {
    case 'findings': return byFindings(figures as Of<'findings'>)
    case 'reviewed': {
      const { part, counted } = figures as Of<'reviewed'>
      return byShare(counted.well, counted.entries, part.share)
    }
    case 'closed_within_term': {
      const { part, counted } = figures as Of<'closed_within_term'>
      return counted.late > 0 ? 'not_met' : byShare(counted.inTime, counted.ended, part.share)
    }
    // That nothing is there is itself what is measured.
    case 'in_force': return (figures as Of<'in_force'>).counted.entries >= figures.part.least ? 'met' : 'not_met'
    case 'recent': {
      const { latest, notBefore } = (figures as Of<'recent'>).counted
      return latest !== null && latest >= notBefore ? 'met' : 'not_met'
    }
    case 'roles_filled': {
      const { holders, clashes } = (figures as Of<'roles_filled'>).counted
      return clashes > 0 || holders.some(({ count }) => count === 0) ? 'not_met' : 'met'
    }
    case 'setting': return (figures as Of<'setting'>).counted.isSet ? 'met' : 'not_met'
    case 'rule': return (figures as Of<'rule'>).counted.status
    case 'manual': {
      const { statement, age } = (figures as Of<'manual'>).counted
      return age === 'spent' ? 'not_measurable' : age === 'old' && statement.stands === 'met' ? 'attention' : statement.stands
    }
  }
}

type Of<K extends EvidencePart['kind']> = Extract<PartFigures, { part: PartOf<K> }> & { readonly counted: NonNullable<Extract<PartFigures, { part: PartOf<K> }>['counted']> }

/** Nothing that the norm concerns: not measurable, never met. With a share, so many may have something grave before the norm isn't met. */
function byFindings({ part: { share }, counted }: Of<'findings'>): NormStanding {
  const sum = (key: 'entries' | 'grave' | 'found') => counted.reduce((total, figures) => total + figures[key], 0)
  const [entries, grave, found] = [sum('entries'), sum('grave'), sum('found')]
  const byGrave = byShare(entries - grave, entries, share)
  return byGrave === 'met' && found > 0 ? 'attention' : byGrave
}

function byShare(well: number, of: number, share = 1): NormStanding {
  if (of === 0) return 'not_measurable'
  if (well === of) return 'met'
  return well / of >= share ? 'attention' : 'not_met'
}
