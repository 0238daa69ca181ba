// Tied registers: all books of the product by key, their references to each other resolved and their declarations checked before a door opens.
import { faultsIn } from './declaration-faults.ts'
import { baseTargets, type CellField } from './field-types.ts'
import type { Register } from './register.ts'

export { faultsIn, filterField, systemColumnNames } from './declaration-faults.ts'

/** A declaration that can't be right: names the register and the field, step or filter. The start fails on it. */
export class BadDeclaration extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The registers are not declared right:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.name = 'BadDeclaration'
    this.faults = faults
  }
}

/** A field that points at a register: `column` where it is a cell of repeating rows. */
export type Link = { readonly from: Register; readonly field: string; readonly column: string | undefined }

let tied: ReadonlyMap<string, Register> = new Map()
let links: ReadonlyMap<string, readonly Link[]> = new Map()

/** Makes these the registers of the product. @throws BadDeclaration naming everything that is wrong */
export function tieRegisters(registers: readonly Register[]): void {
  const faults = faultsIn(registers)
  if (faults.length > 0) throw new BadDeclaration(faults)
  tied = new Map(registers.map((register) => [register.key, register]))
  const found = new Map<string, Link[]>()
  for (const register of registers) for (const { to, link } of linksOf(register)) found.set(to, [...found.get(to) ?? [], link])
  links = found
}

/** All registers, in the order of the menu. */
export function allRegisters(): readonly Register[] {
  return [...tied.values()]
}

export function registerOf(key: string): Register | undefined {
  return tied.get(key)
}

/** The fields of whatever register that point at this one. */
export function linksTo(key: string): readonly Link[] {
  return links.get(key) ?? []
}

type FoundLink = { readonly to: string; readonly link: Link }

function linksOf(register: Register): FoundLink[] {
  const isTarget = (to: string) => !baseTargets.some((target) => target === to)
  return Object.entries(register.fields).flatMap(([field, declared]): FoundLink[] => {
    if (declared.type === 'reference') return isTarget(declared.to) ? [{ to: declared.to, link: { from: register, field, column: undefined } }] : []
    if (declared.type !== 'rows') return []
    return Object.entries<CellField>(declared.columns).flatMap(([column, cell]) => cell.type === 'reference' && isTarget(cell.to) ? [{ to: cell.to, link: { from: register, field, column } }] : [])
  })
}
