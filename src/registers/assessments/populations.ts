// Populations: kinds of assessments that a norm of a policy may concern.
import type { AssessmentInput } from './declaration.ts'

export const assessmentPopulations = {
  purchase: ({ kind }) => kind === 'purchase',
  pre_dpia: ({ kind }) => kind === 'pre_dpia',
  dpia: ({ kind }) => kind === 'dpia' || kind === 'iama',
} as const satisfies Record<string, (entry: AssessmentInput) => boolean>
