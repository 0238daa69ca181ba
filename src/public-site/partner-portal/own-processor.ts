// Own processor: what a processor may read in its portal of what we hold of it: only what it told us or was agreed; never notes, findings or what we think of it.
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { loadEntries } from '../../register-kit/store.ts'
import type { processors as register } from '../../registers/processors/register.ts'
import { processors } from '../../registers/processors/register.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { PartnerVisit } from './parts.ts'

type All = InputOf<(typeof register)['fields']>
const shown = ['name', 'contact', 'contact_email', 'contact_phone', 'out_of_hours', 'contacts', 'security_measures', 'guarantees', 'sub_processors'] as const
export type OwnProcessor = Pick<All, (typeof shown)[number]>

/** @throws NotFound when it was removed meanwhile */
export async function ownProcessor(scope: Scope, visit: Pick<PartnerVisit, 'partyId'>): Promise<OwnProcessor> {
  const [entry] = await loadEntries(scope.tx, processors, scope.organisation.id, [visit.partyId], {})
  if (!entry) throw new NotFound()
  return Object.fromEntries(shown.map((key) => [key, entry.input[key]])) as OwnProcessor
}
