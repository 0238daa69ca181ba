// Sealing state: how long this process has known that records of an organisation wait for their seal; cheap enough to ask at each batch that comes in.

const mostMs = 5 * 60_000
/** By organisation: when its oldest unsealed batch was written, on the clock that never jumps. */
const oldest = new Map<string, number>()

/** True when sealing is more than five minutes behind: nothing more is taken in then, so that what isn't sealed stays bounded. */
export function sealingIsBehind(organisationId: string): boolean {
  const at = oldest.get(organisationId)
  return at !== undefined && performance.now() - at > mostMs
}

/** @param ageMs of the oldest unsealed batch */
export function noteUnsealed(organisationId: string, ageMs: number): void {
  oldest.set(organisationId, performance.now() - Math.max(0, ageMs))
}

/** These still wait; of all others everything was sealed. */
export function keepUnsealed(organisationIds: ReadonlySet<string>): void {
  for (const id of oldest.keys()) if (!organisationIds.has(id)) oldest.delete(id)
}

export function noteSealed(organisationId: string): void {
  oldest.delete(organisationId)
}
