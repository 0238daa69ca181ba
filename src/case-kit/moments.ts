// Moments of cases: as fields hold them, to the minute; so that a form that shows one gives it back unchanged.

export function minuteOf(now: Date): string {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
}

/** Of what a field holds. */
export function momentIn(value: string | null): Date | null {
  return value === null ? null : new Date(value)
}
