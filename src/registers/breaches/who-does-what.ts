// Who does what: the people behind each of the eleven steps today, by the division of tasks (RACI), for the department of the breach (H-53).
import type { Scope } from '../../ground/scope.ts'
import { listDepartments } from '../../people/departments.ts'
import { type Part, type Party, parties, parts } from '../responsibilities/declaration.ts'
import { holdersOf, type Step, stepFor, stepsInForce } from '../responsibilities/actions.ts'

export type Doer = { readonly name: string; readonly standsInFor: string | null }
/** Of each part the names of today, or the party where nobody holds it. */
export type Doers = Readonly<Record<Part, readonly (Doer | { readonly party: Party })[]>>

/** By the step's fixed key; a step that the organisation doesn't have isn't there. */
export async function doersOfBreach(scope: Scope, department: string | null): Promise<ReadonlyMap<string, Doers>> {
  const steps = (await stepsInForce(scope)).filter(({ process }) => process === 'breaches')
  if (steps.length === 0) return new Map()
  const ancestors = department === null ? [] : upFrom(await listDepartments(scope), department)
  const chosen = [...Map.groupBy(steps, ({ step }) => step)].flatMap(([key, same]) => {
    const step = stepFor(same, ancestors)
    return key !== null && step ? [[key, step] as const] : []
  })
  const wanted = new Set(chosen.flatMap(([, step]) => parts.flatMap((part) => step[part])))
  const holders = await holdersOf(scope, wanted, department)
  return new Map(chosen.map(([key, step]) => [key, doersOf(step, holders)]))
}

function doersOf(step: Step, holders: readonly (Doer & { readonly party: Party })[]): Doers {
  return Object.fromEntries(parts.map((part) => [part, step[part].flatMap((party): (Doer | { party: Party })[] => {
    const found = holders.filter((holder) => holder.party === party)
    return found.length > 0 ? found.map(({ name, standsInFor }) => ({ name, standsInFor })) : [{ party }]
  })])) as Record<Part, (Doer | { party: Party })[]>
}

export const partyWords = (party: Party) => ({ nl: parties[party][0], en: parties[party][1] })

function upFrom(departments: readonly { id: string; parentId: string | null }[], id: string): string[] {
  const found = [id]
  for (const one of found) {
    const parent = departments.find((department) => department.id === one)?.parentId
    if (parent && !found.includes(parent)) found.push(parent)
  }
  return found
}
