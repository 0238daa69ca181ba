// Populations: kinds of complaints and questions that a norm of a policy may concern.
import type { ComplaintInput } from './rules.ts'

export const complaintPopulations = {
  /** Not a question. */
  complaints: ({ kind }) => kind !== 'question',
  judged: ({ judgement }) => judgement !== null,
} as const satisfies Record<string, (entry: ComplaintInput) => boolean>
