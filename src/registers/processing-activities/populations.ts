// Populations: kinds of processing activities that a norm of a policy may concern.
import type { ActivityInput } from './declaration.ts'
import { isCouncilRecording } from './rules-complete.ts'
import { hasBasis, isController, isFilled, isPolice, isProcessor } from './rules-shape.ts'

export const activityPopulations = {
  controller: isController,
  processor: isProcessor,
  police: isPolice,
  consent: (entry) => hasBasis(entry, 'consent') || entry.special_exceptions.some(({ exception }) => exception === 'explicit-consent'),
  further_use: (entry) => isFilled(entry.further_use),
  dashboard: (entry) => entry.dashboard === true,
  council_recording: isCouncilRecording,
  /** Received from the police, or with signs of it. */
  from_police: (entry) => entry.received_from_police === true || (!isPolice(entry)
    && (entry.sources.includes('police') || isFilled(entry.police_basis) || [...entry.legal_bases, ...entry.sector_rules].some(({ law }) => law === 'wpg'))),
  /** With a processor, or with a recipient that usually is one. */
  with_processor: (entry, found) => entry.processors.length > 0 || found.has('processor-unlisted'),
} as const satisfies Record<string, (entry: ActivityInput, found: ReadonlySet<string>) => boolean>
