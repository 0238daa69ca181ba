// Own start: what a process owner begins a new entry with: the own department, and the own name as its owner.
import { personOf, type Scope } from '../ground/scope.ts'

export function ownStart({ actor }: Pick<Scope, 'actor'>): { department: string | null; owner: string | null } {
  const own = actor.kind === 'person' ? actor.assignments.find(({ role }) => role === 'process_owner') : undefined
  return { department: own?.departmentIds?.[0] ?? null, owner: own ? personOf(actor) : null }
}
