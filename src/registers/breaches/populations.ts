// Populations: kinds of breaches that a norm of a policy may concern.
import { isSuspected } from './rule-kit.ts'
import type { BreachInput } from './step-kit.ts'

export const breachPopulations = {
  suspected: (input) => isSuspected(input),
  /** Reported by a processor of ours, or ours as processor for another. */
  with_processor: ({ channel, role }) => channel === 'processor' || role === 'processor',
  by_employee: ({ channel }) => channel === 'colleague',
  /** Customers, processes, finance or good name are in danger. */
  in_danger: ({ dangers }) => dangers.length > 0,
  with_dilemma: ({ dilemma }) => dilemma !== null,
} as const satisfies Record<string, (entry: BreachInput) => boolean>
