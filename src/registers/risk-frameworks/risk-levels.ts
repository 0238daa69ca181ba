// Risk levels: what a framework says of a likelihood and an impact together, and which cells its matrix has. Pure.
import type { Words } from '../../ground/words.ts'
import type { FrameworkInput } from './declaration.ts'

export const riskLevels = ['low', 'medium', 'high', 'very_high'] as const
export type RiskLevel = (typeof riskLevels)[number]

export const levelWords: Readonly<Record<RiskLevel, Words>> = {
  low: { nl: 'Laag', en: 'Low' }, medium: { nl: 'Gemiddeld', en: 'Medium' }, high: { nl: 'Hoog', en: 'High' }, very_high: { nl: 'Zeer hoog', en: 'Very high' },
}

export type Step = { readonly level: number; readonly name: string }
/** `accepted`: the highest level that may stay; null where nobody decided that. */
export type RiskScale = { readonly likelihoods: readonly Step[]; readonly impacts: readonly Step[]; readonly from: Readonly<Record<'medium' | 'high' | 'very_high', number>>; readonly accepted: RiskLevel | null }

const steps = (names: readonly string[]): Step[] => names.map((name, index) => ({ level: index + 1, name }))

/** What is counted with where no framework was adopted; it accepts nothing by itself. */
export const usualScale: RiskScale = {
  likelihoods: steps(['Zeer klein', 'Klein', 'Mogelijk', 'Groot', 'Zeer groot']), impacts: steps(['Verwaarloosbaar', 'Beperkt', 'Merkbaar', 'Ernstig', 'Zeer ernstig']), from: { medium: 5, high: 10, very_high: 17 }, accepted: null,
}

/** What an incomplete framework doesn't say is counted as usual. */
export function scaleOf(framework: Pick<FrameworkInput, 'likelihoods' | 'impacts' | 'medium_from' | 'high_from' | 'very_high_from' | 'appetite'>): RiskScale {
  const named = (rows: FrameworkInput['likelihoods']) => rows.flatMap(({ level, name }): Step[] => level === null ? [] : [{ level, name: name ?? String(level) }]).toSorted((one, other) => one.level - other.level)
  const [likelihoods, impacts] = [named(framework.likelihoods), named(framework.impacts)]
  return {
    likelihoods: likelihoods.length > 0 ? likelihoods : usualScale.likelihoods, impacts: impacts.length > 0 ? impacts : usualScale.impacts,
    from: { medium: framework.medium_from ?? usualScale.from.medium, high: framework.high_from ?? usualScale.from.high, very_high: framework.very_high_from ?? usualScale.from.very_high }, accepted: framework.appetite,
  }
}

/** Null where either isn't judged. */
export function levelOf({ from }: Pick<RiskScale, 'from'>, likelihood: number | null | undefined, impact: number | null | undefined): RiskLevel | null {
  if (!likelihood || !impact) return null
  const score = likelihood * impact
  return score >= from.very_high ? 'very_high' : score >= from.high ? 'high' : score >= from.medium ? 'medium' : 'low'
}

/** Whether a level lies above what is accepted; where nobody decided, what is high does (art. 36 lid 1 AVG). */
export function isAbove(level: RiskLevel, accepted: RiskLevel | null): boolean {
  return riskLevels.indexOf(level) > riskLevels.indexOf(accepted ?? 'medium')
}

/** What can't be right in a framework: a scale with gaps, bands that don't rise, or bands that no cell reaches. */
export function scaleFaults(framework: FrameworkInput): { at: keyof FrameworkInput; message: Words }[] {
  const faults: { at: keyof FrameworkInput; message: Words }[] = []
  for (const at of ['likelihoods', 'impacts'] as const) {
    const levels = framework[at].map(({ level }) => level ?? 0).toSorted((one, other) => one - other)
    if (levels.length < 2 || levels.some((level, index) => level !== index + 1)) faults.push({ at, message: { nl: 'Geef ten minste twee niveaus, genummerd vanaf 1 zonder gaten.', en: 'Give at least two levels, numbered from 1 without gaps.' } })
    else if (framework[at].some(({ name }) => name === null)) faults.push({ at, message: { nl: 'Geef elk niveau een naam.', en: 'Name each level.' } })
  }
  const { medium_from, high_from, very_high_from, appetite } = framework
  const most = framework.likelihoods.length * framework.impacts.length
  for (const [at, value] of Object.entries({ medium_from, high_from, very_high_from }) as ['medium_from' | 'high_from' | 'very_high_from', number | null][]) {
    if (value === null) faults.push({ at, message: { nl: 'Vul in vanaf welke score dit geldt.', en: 'Fill in from which score this holds.' } })
    else if (value > most) faults.push({ at, message: { nl: `Geen risico haalt deze score: ${most} is het hoogst.`, en: `No risk reaches this score: ${most} is the highest.` } })
  }
  if (medium_from !== null && high_from !== null && high_from <= medium_from) faults.push({ at: 'high_from', message: { nl: 'Hoog begint bij een hogere score dan gemiddeld.', en: 'High begins at a higher score than medium.' } })
  if (high_from !== null && very_high_from !== null && very_high_from <= high_from) faults.push({ at: 'very_high_from', message: { nl: 'Zeer hoog begint bij een hogere score dan hoog.', en: 'Very high begins at a higher score than high.' } })
  if (appetite === null) faults.push({ at: 'appetite', message: { nl: 'Kies welk risico u hoogstens accepteert.', en: 'Choose which risk you accept at most.' } })
  return faults
}
