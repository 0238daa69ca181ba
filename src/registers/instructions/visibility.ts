// Visibility of instructions: who watches over the whole and process owners see all; a colleague the instructions that are theirs to carry out.
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../ground/scope.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'

const byRole = visibleToColleagues({ register: 'instructions', inForce: 'none: an employee sees the own instructions only' })

export function visibleInstructions(actor: Actor): RawBuilder<boolean> {
  return actor.kind === 'person' ? sql<boolean>`(${byRole(actor)} or t.owner = ${actor.personId})` : byRole(actor)
}
