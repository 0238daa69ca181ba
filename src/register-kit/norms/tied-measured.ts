// Tied measured: the registers and rules of rooms by which norms are measured, tied together before anything opens.
import type { Measured, NormRule, NormRules } from '../norm-evidence.ts'

let measured: ReadonlyMap<string, Measured> = new Map()
let rules: NormRules = {}

export function tieMeasured(registers: readonly Measured[], named: NormRules = {}): void {
  measured = new Map(registers.map((one) => [one.register.key, one]))
  rules = named
}

export function measuredOf(register: string): Measured | undefined {
  return measured.get(register)
}

export function normRuleOf(name: string): NormRule | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}
