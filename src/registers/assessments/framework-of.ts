// Framework of: the scale by which an assessment counts: that of the framework under which it was made, else what is usual.
import type { Scope } from '../../ground/scope.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { type RiskScale, riskFrameworks, scaleOf, usualScale } from '../risk-frameworks/register.ts'

export async function frameworkOf({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { framework }: { readonly framework: string | null }): Promise<RiskScale> {
  if (framework === null) return usualScale
  const [found] = await loadEntries(tx, riskFrameworks, organisation.id, [framework])
  return found ? scaleOf(found.input) : usualScale
}
