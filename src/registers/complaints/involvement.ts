// Involvement: nobody handles or judges a complaint about what they did themselves (art. 9:7 lid 1 Awb).
import { Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { isInvolved } from './facts.ts'

/** @throws Invalid at `field` when this person was involved in what the complaint is about */
export async function refuseInvolved(scope: Scope, input: AnyInput, personId: string | null, field: string): Promise<void> {
  if (personId === null || !await isInvolved(scope, input, personId)) return
  throw new Invalid([{ at: field, message: personId === personOf(scope.actor)
    ? t('U was zelf betrokken bij waar de klacht over gaat. Laat een ander dit doen (art. 9:7 Awb).', 'You were involved yourself in what the complaint is about. Have somebody else do this (art. 9:7 Awb).')
    : t('Deze collega was betrokken bij waar de klacht over gaat. Kies een ander (art. 9:7 Awb).', 'This colleague was involved in what the complaint is about. Choose somebody else (art. 9:7 Awb).') }])
}
