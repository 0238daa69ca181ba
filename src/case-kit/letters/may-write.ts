// May write: whoever may change a case may write its letters.
import { NotAllowed } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import type { Register } from '../../register-kit/register.ts'

export function mayWrite(scope: Scope, register: Register, entry: Entry): boolean {
  const { department, input } = workOf(register, entry)
  return mayDo(register, scope.actor, 'change', department, input)
}

/** @throws NotAllowed */
export function mustWrite(scope: Scope, register: Register, entry: Entry): void {
  if (!mayWrite(scope, register, entry)) throw new NotAllowed(t('U kunt de brieven lezen, maar niet schrijven of versturen. Dat kan wie deze zaak mag wijzigen.', 'You can read the letters, but not write or send them. Whoever may change this case can.'))
}
