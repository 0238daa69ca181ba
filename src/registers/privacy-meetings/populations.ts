// Populations: kinds of meetings that a norm of a policy may concern.
import type { InputOf } from '../../register-kit/field-types.ts'
import type { fields } from './declaration.ts'

type Meeting = InputOf<typeof fields>

export const meetingPopulations = {
  /** Of the standing series, not those of a department or with the board. */
  series: ({ kind }) => kind === 'privacy',
  held: ({ kind, held_on }) => kind === 'privacy' && held_on !== null,
} as const satisfies Record<string, (entry: Meeting) => boolean>
