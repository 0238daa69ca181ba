// Populations: kinds of processors that a norm of a policy may concern.
import type { ProcessorInput } from './rules-shape.ts'

export const processorPopulations = {
  /** Until somebody says that it can't. */
  reaches_participants: ({ reaches_participants }) => reaches_participants !== false,
  with_sub_processors: ({ sub_processors }) => sub_processors.length > 0,
} as const satisfies Record<string, (entry: ProcessorInput) => boolean>
