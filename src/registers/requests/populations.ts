// Populations: kinds of requests that a norm of a policy may concern: by what is asked, and by what was answered.
import type { RequestInput } from './step-kit.ts'

export const requestPopulations = {
  access: ({ right }) => right === 'access',
  rectification: ({ right }) => right === 'rectification',
  erasure: ({ right }) => right === 'erasure',
  portability: ({ right }) => right === 'portability',
  /** Against the use of the data, marketing among it. */
  objection: ({ right }) => right === 'objection' || right === 'marketing',
  /** Kept and not used, on request or while something is weighed. */
  restricted: ({ right, restricted_on }) => right === 'restriction' || restricted_on !== null,
  /** Refused, granted in part or not taken up. */
  limited: ({ outcome }) => outcome === 'refused' || outcome === 'partial' || outcome === 'not_taken_up',
  answered: ({ answered_on }) => answered_on !== null,
} as const satisfies Record<string, (entry: RequestInput) => boolean>
