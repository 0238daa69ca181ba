// Populations: kinds of systems and stores that a norm of a policy may concern.
import { isDigital, type SystemInput } from './rules-shape.ts'

export const systemPopulations = {
  digital: isDigital,
  /** Run by somebody else, or with a supplier. */
  with_supplier: ({ supplier, hosting }) => supplier !== null || hosting === 'supplier' || hosting === 'cloud',
} as const satisfies Record<string, (entry: SystemInput) => boolean>
