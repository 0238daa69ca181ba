// Populations: kinds of issued devices that a norm of a policy may concern.
import type { DeviceInput } from './rules.ts'

export const devicePopulations = {
  /** What holds data and is carried along; not a pass or a key. */
  mobile: ({ kind }) => kind !== null && kind !== 'token' && kind !== 'other',
} as const satisfies Record<string, (entry: DeviceInput) => boolean>
