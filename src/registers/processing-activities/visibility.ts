// Visibility: (being replaced by the register's own predicate).
import type { Actor } from '../../ground/scope.ts'
import { processingActivities } from './register.ts'

export const visibleActivities = (actor: Actor) => processingActivities.visible(actor)
