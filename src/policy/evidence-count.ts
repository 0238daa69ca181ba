// Evidence count: how many norms of a profile are measured, stated by a person, or wait for a part of the product that isn't built yet.
import { partsOf } from './evidence.ts'
import type { Norm, Profile } from './profile.ts'

/** Parts of the product that this release carries. A norm of another part, by statement only, is open: its statement is a stopgap. */
export const carried: ReadonlySet<Norm['capability']> = new Set(['POLICY', 'TENANCY', 'GOV', 'REG-PROC', 'REG-PROCESSOR', 'BREACH', 'REQUESTS', 'COMPLAINTS', 'KNOWLEDGE', 'PUBLIC', 'SECURITY', 'REG-COV', 'DISCLOSE', 'ASSETS', 'DPIA', 'ACCESSLOG'])

/** measured: by what the product holds; partly: that, and a person's statement for the rest; manual: by statement; open: by statement until the part is there. */
export type Standing = 'measured' | 'partly' | 'manual' | 'open'

export function standingOf({ evidence, capability }: Norm): Standing {
  const parts = partsOf(evidence)
  const stated = parts.filter(({ kind }) => kind === 'manual').length
  if (stated === 0) return 'measured'
  return stated < parts.length ? 'partly' : carried.has(capability) ? 'manual' : 'open'
}

export function countStandings({ norms }: Profile): Readonly<Record<Standing, readonly string[]>> {
  const found: Record<Standing, string[]> = { measured: [], partly: [], manual: [], open: [] }
  for (const norm of norms) found[standingOf(norm)].push(norm.id)
  return found
}
