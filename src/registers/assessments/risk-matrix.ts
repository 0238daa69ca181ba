// Risk matrix: which risks stand in which cell, before and after measures. Pure.
import type { AssessmentInput } from './declaration.ts'
import { levelOf, type RiskLevel, type RiskScale } from '../risk-frameworks/register.ts'

/** `risks`: places in the list, from 1. */
export type Cell = { readonly likelihood: number; readonly impact: number; readonly level: RiskLevel; readonly risks: readonly number[] }

/** Rows from the greatest likelihood to the least, as people draw it; in each row the impacts from little to much. */
export function matrixOf(risks: AssessmentInput['risks'], scale: RiskScale, when: 'before' | 'after'): readonly { readonly name: string; readonly cells: readonly Cell[] }[] {
  const at = risks.map(({ likelihood, impact, left_likelihood, left_impact }) => when === 'before' ? [likelihood, impact] : [left_likelihood, left_impact])
  return scale.likelihoods.toReversed().map(({ level: likelihood, name }) => ({
    name, cells: scale.impacts.map(({ level: impact }) => ({ likelihood, impact, level: levelOf(scale, likelihood, impact)!, risks: at.flatMap(([one, other], index) => one === likelihood && other === impact ? [index + 1] : []) })),
  }))
}

/** Risks that no cell shows: not judged, or beyond the scale. */
export function unplaced(risks: AssessmentInput['risks'], scale: RiskScale, when: 'before' | 'after'): number[] {
  const shown = new Set(matrixOf(risks, scale, when).flatMap(({ cells }) => cells.flatMap((cell) => cell.risks)))
  return risks.flatMap((_, index) => shown.has(index + 1) ? [] : [index + 1])
}
