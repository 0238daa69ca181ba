// Populations: kinds of covenants that a norm of a policy may concern.
import { type CovenantInput, isJoint } from './rules.ts'

export const covenantPopulations = {
  joint: (entry) => isJoint(entry),
} as const satisfies Record<string, (entry: CovenantInput) => boolean>
