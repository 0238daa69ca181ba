// Tied forwards: by register key, how a case of it crosses; said once, in src/tied-cases.ts.
import type { Forwards } from './forwards.ts'

let tied: ReadonlyMap<string, Forwards> = new Map()

export function tieForwards(forwards: readonly Forwards[]): void {
  tied = new Map(forwards.map((one) => [one.register.key, one]))
}

export function forwardsOf(register: string): Forwards | undefined {
  return tied.get(register)
}
