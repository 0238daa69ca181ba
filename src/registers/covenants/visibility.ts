// Visibility of covenants: colleagues as elsewhere; the public sees the arrangements whose essence was made available (art. 26 lid 2 AVG).
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../ground/scope.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'

const toColleagues = visibleToColleagues({ register: 'covenants', inForce: 'active' })

export function visibleCovenants(actor: Actor): RawBuilder<boolean> {
  return actor.kind === 'public' ? sql<boolean>`(t.status = 'active' and t.is_essence_public is true and t.essence is not null)` : toColleagues(actor)
}
